"""The same PEP about another child: other name, pronouns, origin, faith, language, home or school; all else stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import yaml
from rewriting import Rewrite, replacing

WORDS = yaml.safe_load((Path(__file__).parent / "swaps.yaml").read_text(encoding="utf-8"))
_SCHOOL_WORDS = re.compile(
    r"\b(?:Primary|Academy|School|High|Community|College|Church|Catholic|C of E|Nursery|Centre|Sixth|\(|,).*"
)
_HER_AS_OBJECT = re.compile(
    r"\bher\b(?=\s*(?:[.,;:!?)\"”]|$|(?:to|in|on|at|with|and|as|for|that|if|when|up|out|by)\b))", re.I
)


def names_of(pep: Mapping[str, object]) -> tuple[str, str, str]:
    """First name, surname and the name the child is known as."""
    child = pep["child"]
    assert isinstance(child, dict)
    first, *_, last = str(child["name"]).split()
    return first, last, str(child.get("known_as") or first)


def renamed(pep: Mapping[str, object], first: str, last: str, known_as: str | None = None) -> Rewrite:
    """Another name for the child wherever it stands; a month's short form ("12 Dec") stays."""
    old_first, old_last, old_known = names_of(pep)
    return _but_not_dates(replacing({old_last: last, old_known: known_as or first, old_first: first}))


def school_renamed(pep: Mapping[str, object], name: str) -> Rewrite:
    """Another name for the child's school; what kind of school it is stays."""
    proper = _SCHOOL_WORDS.sub("", str(pep["school"])).strip().removeprefix("The ")
    return replacing({proper: name} if proper else {})


def rotated(group: str, by: int = 1) -> Rewrite:
    """Every word of a group of ``swaps.yaml`` for the one that stands ``by`` further on."""
    words = WORDS[group]
    return replacing({word: words[(index + by) % len(words)] for index, word in enumerate(words)})


def at_home_with(home: str) -> Rewrite:
    """A foster carer becomes somebody else."""
    return replacing({f"foster {word}": new for word, new in WORDS["homes"][home].items()}, ignore_case=True)


def he_and_she_change_places(text: str) -> Iterable[tuple[int, int, str]]:
    """Everybody's pronouns, and a few words for boys and girls."""
    objects = {match.start() for match in _HER_AS_OBJECT.finditer(text)}
    for start, end, new in replacing(WORDS["he_she"], ignore_case=True)(text):
        yield start, end, ("Him" if text[start] == "H" else "him") if start in objects else new


def they(pep: Mapping[str, object]) -> Rewrite:
    """ "They" for a child who is "he" or "she" in the file; the verb after it agrees."""
    child = pep["child"]
    assert isinstance(child, dict)
    forms = WORDS["they"][str(child["pronouns"]).split("/")[0]] if child["pronouns"] != "they/them" else {}
    subject = replacing(forms, ignore_case=True)

    def rewrite(text: str) -> Iterable[tuple[int, int, str]]:
        for start, end, new in subject(text):
            verb = re.match(r"(\s+)(is|was|has|does|isn't|wasn't|hasn't|doesn't|[a-z]{2,}[^s\W]s)\b", text[end:])
            if new.lower() == "they" and verb and verb.group(2) not in WORDS["no_verbs"]:
                agreed = WORDS["agreed"].get(verb.group(2)) or re.sub("(?<=[shxo])es$|s$", "", verb.group(2))
                yield start, end + verb.end(), new + verb.group(1) + agreed
            else:
                yield start, end, new

    return rewrite


def _but_not_dates(rewrite: Rewrite) -> Rewrite:
    def checked(text: str) -> Iterable[tuple[int, int, str]]:
        for start, end, new in rewrite(text):
            if not re.search(r"\d\s*$", text[:start]):
                yield start, end, new

    return checked


def all_swaps() -> dict[str, Callable[[Mapping[str, object]], Rewrite]]:
    """Every swap by name: from the PEP's labels to the rewriting."""
    swaps: dict[str, Callable[[Mapping[str, object]], Rewrite]] = {}
    for first, last, *known in WORDS["names"]:
        swaps[f"name {first} {last}"] = lambda pep, a=first, b=last, k=known: renamed(pep, a, b, *k)
    swaps["pronouns he/she"] = lambda pep: he_and_she_change_places
    swaps["pronouns they"] = they
    for group in ("ethnicities", "faiths", "languages"):
        swaps[group] = lambda pep, group=group: rotated(group)
        swaps[f"{group} (2)"] = lambda pep, group=group: rotated(group, 4)
    for home in WORDS["homes"]:
        swaps[f"home with {home}"] = lambda pep, home=home: at_home_with(home)
    for school in WORDS["schools"]:
        swaps[f"school {school}"] = lambda pep, school=school: school_renamed(pep, school)
    return swaps
