"""Who cares for the child, by name: from placement and carer fields, and from names that the text calls a carer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pepinsight.data_files import Strict, load
from pepinsight.evidence.small_words import SMALL
from pepinsight.once import once
from pepinsight.plan import Plan, SectionKind
from pepinsight.plan.forms import people_data

_CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-Ž]"
_WORD = rf"(?<!\w)(?:[A-Z]\.? )?{_CAPITAL}[\w-]*[^\W\dA-Z_](?![\w'’])"
_NAME = rf"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?{_WORD}(?: {_WORD}){{0,2}}"
_NAMES = re.compile(rf"{_NAME}(?:,? (?:and|&|\+) {_NAME})*")
_ONE_NAME = re.compile(_NAME)
_JOINED = re.compile(r",? (?:and|&|\+) ")
_HOLDS_NAMES = (SectionKind.FRONT, SectionKind.CARE, SectionKind.CARE_PLAN, SectionKind.CONTACT, SectionKind.ATTENDEES,
                SectionKind.SIGN_OFF, SectionKind.SDQ, SectionKind.EDUCATION, SectionKind.UNRECOGNISED)  # fmt: skip
_ABOUT_HOME = (SectionKind.CARE, SectionKind.CARE_PLAN, SectionKind.CONTACT)
_LONGEST_ROLE = 60
_FEWEST_WORDS = 4
_LONGEST_LINE = 140
_ASSIGNS = (SectionKind.TARGETS, SectionKind.PREVIOUS_TARGETS, SectionKind.PREMIUM, SectionKind.ACTIONS)
"""Where "J Shah, carer" shares out work between two people."""
_STAFF = ("DT", "teacher", "SENCO", "VS", "SW", "IRO", "health")
_NICKNAMED = re.compile(rf"({_CAPITAL}[\w-]+) \(({_CAPITAL}[\w-]+)\) ((?:{_CAPITAL}[\w-]+ ?)+)")
_VERB_FOLLOWS = re.compile(r"\s+(?!(?:of|for|with|and|since|to|who|at|from|in|on|by|as)\b)[a-z]")
_LISTED_LINE = re.compile(rf"(?P<name>{_NAME})\s*(?:,|\(|[-–:])\s*(?P<role>[^\n]+)$")
_BY_INITIAL = re.compile(rf"(?P<initial>{_CAPITAL})\.? (?P<surname>{_CAPITAL}[\w'’-]+)")
_OWN_PAGE = re.compile(rf"({_CAPITAL}[a-z][\w-]*)['’]s?\b")
_INITIALS_FIRST = re.compile(r"([A-Z]{2,3})\s*[,(]")
_NAMED_ENDS = re.compile(r"\s*[,()]")
_BEFORE = 70
"""How many characters before "foster carer" a name may start."""


class WhoIsWho(Strict):
    """``data/who_is_who.yaml``: the plan's roles in our words, and the words that lead to a carer's name."""

    roles: dict[str, str]
    carer_labels: tuple[str, ...]
    carer_leads: tuple[str, ...]
    carer_follows: tuple[str, ...]
    carer_roles: tuple[str, ...]
    home_key_worker: tuple[str, ...]
    home_words: tuple[str, ...]
    houses: tuple[str, ...]
    residential: tuple[str, ...]
    home_itself: frozenset[str]
    kin_leads: tuple[str, ...]
    kin: tuple[frozenset[str], ...]
    kinship: tuple[str, ...]
    kin_cares: tuple[str, ...]
    column_titles: frozenset[str]
    fact_fields: frozenset[str]
    never_names: frozenset[str]
    nicknames: tuple[frozenset[str], ...]


@cache
def who_is_who() -> WhoIsWho:
    """The data, read once a process."""
    return load(Path(__file__).parents[1] / "data" / "who_is_who.yaml", WhoIsWho)


@cache
def never_names() -> frozenset[str]:
    """Words with a capital that name nobody: those of the data, and the commonest words ("Something", "Others")."""
    return who_is_who().never_names | {word.capitalize() for word in people_data().nobody}


@dataclass(frozen=True, slots=True)
class _Patterns:
    labels: re.Pattern[str]
    led: re.Pattern[str]
    follow: re.Pattern[str]
    followed: re.Pattern[str]
    role: re.Pattern[str]
    key_worker: re.Pattern[str]
    at_home: re.Pattern[str]
    placed_with: re.Pattern[str]
    kinship: re.Pattern[str]
    residential: re.Pattern[str]
    house: re.Pattern[str]
    kin_cares: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = who_is_who()
    lead, follow = _any(data.carer_leads), _any(data.carer_follows)
    kin, cares = _any(frozenset().union(*data.kin)), _any(data.kin_cares)
    return _Patterns(
        role=re.compile(
            rf"(?:(?!for\b|to\b|by\b|with\b|from\b)[\w'’-]+ ){{0,3}}(?:{_any(data.carer_roles)})"
            rf"(?:(?: ?[,/&+-] ?| and | )(?!for\b|to\b|by\b|with\b|from\b)[\w'’-]+){{0,3}}",
            re.IGNORECASE,
        ),
        key_worker=re.compile(rf"\b(?:{_any(data.home_key_worker)})\b", re.IGNORECASE),
        at_home=re.compile(rf"\b(?:{_any(data.home_words)})\b", re.IGNORECASE),
        placed_with=re.compile(
            rf"(?:(?:\b(?i:{_any((*data.carer_leads, *data.kin_leads))})[\s:,(/–-]*)|(?=\b(?:Mr|Mrs|Ms|Miss|Mx)\b))"
            rf"({_NAMES.pattern})"
        ),
        kinship=re.compile(rf"\b(?:{_any(data.kinship)})\b", re.IGNORECASE),
        residential=re.compile(rf"\b(?:{_any(data.residential)})\b", re.IGNORECASE),
        kin_cares=re.compile(
            rf"\b(?:{kin})\b[^.\n;]{{0,24}}\b(?:{cares})\b|\b(?:{cares})\b[,:(]? ?(?:{kin})\b", re.IGNORECASE
        ),
        house=re.compile(rf"\b[A-Z][\w'’-]+ (?:[A-Z][\w'’-]+ )?(?:{_any(data.houses)})\b"),
        labels=re.compile("|".join(map(re.escape, data.carer_labels)), re.IGNORECASE),
        led=re.compile(rf"\b(?i:{lead})(?:[:,(]| is| are)? *({_NAMES.pattern})"),
        follow=re.compile(rf"\b(?:{follow})\b", re.IGNORECASE),
        followed=re.compile(
            rf"({_NAMES.pattern})(?:(?:,| is| are)\s*\(?"
            r"(?:(?:his|her|their|the|your|in-house|agency|approved|kinship|connected|long-term|long term)\s+)*"
            r"| ?\(?(?:(?:in-house|agency) )?)\Z"
        ),
    )


def _any(words: Iterable[str]) -> str:
    """An expression for any of the words. Most places are told by their first letter, so that is looked at first."""
    listed = sorted(words, key=len, reverse=True)
    firsts = {re.escape(letter) for word in listed for letter in (word[0].lower(), word[0].upper())}
    return f"(?=[{''.join(sorted(firsts))}])(?:{'|'.join(map(re.escape, listed))})"


def carer_names(plan: Plan) -> list[str]:
    """Names that a placement or carer field gives, or that the text calls a carer, each once."""
    patterns = _patterns()
    text = plan.document.text
    found: list[str] = []
    for value in _carer_fields(plan):
        opening = _NAMES.match(value)
        first = opening.group() if opening and " " in opening.group() else ""
        led = [
            match.group(1)
            for match in patterns.placed_with.finditer(value)
            if not (first and " with " in value[: match.start()])  # "Jo Marsh, aunt, with cousin Lee"
            and not _followed(value, match.start())
        ]
        found += led or ([first] if first else [])
    for match in patterns.led.finditer(text):
        if not _followed(text, match.start()):  # "Jo and Sam Marsh, foster carers, Elm Green": a place
            found.append(match.group(1))
    for match in patterns.follow.finditer(text):
        before = _followed(text, match.start())
        section = plan.section_at(match.start()) if before else None
        if section is not None and section.kind in _ASSIGNS:
            continue
        if before and not (before.group().endswith((",", ", ")) and _VERB_FOLLOWS.match(text, match.end())):
            found.append(before.group(1))
    found += [f"{name} {match[3].strip()}" for match in _NICKNAMED.finditer(text) for name in match.groups()[:2]
              if any(match[3].strip() == name.split()[-1] for name in found)]  # fmt: skip
    listed = [_own_name(cell) for _, others in _carer_rows(plan) for cell in others if _listed(cell)]
    sure = [name for group in (*listed, *_carer_lines(plan)) for name in _each(group)] + _told_by(plan)
    doubtful = [name for group in found for name in _each(group)]
    told = [name for name in doubtful if not _is_other(name, plan) and not _is_staffs(name, plan)]
    return list(dict.fromkeys([*sure, *told, *_in_full(plan)]))


def _in_full(plan: Plan) -> Iterator[str]:
    """The whole names of carers who are listed by an initial: "Dean Marsh", whom the register calls "D Marsh"."""
    listed = (person.name for person in plan.people if who_is_who().roles.get(person.role) == "carer")
    for found in filter(None, map(_BY_INITIAL.fullmatch, listed)):
        whole = re.compile(rf"\b{found['initial']}[a-z][\w-]+ {re.escape(found['surname'])}\b")
        yield from (match.group() for match in whole.finditer(plan.document.text))


def _each(group: str) -> list[str]:
    """The names of a group: "Jo Marsh" and "Sam Marsh" of "Jo and Sam Marsh"."""
    parts = [part.strip() for part in _JOINED.split(group)]
    surname = parts[-1].split()[-1] if " " in parts[-1] else ""
    whole = [part for part in map(_without_opening, parts) if _ONE_NAME.fullmatch(part)]
    return [part if " " in part or len(parts) == 1 else f"{part} {surname}".strip() for part in whole]


def _followed(text: str, at: int) -> re.Match[str] | None:
    """The name that stands right before ``at``: "Jo Marsh, his" before "foster carer"."""
    return _patterns().followed.search(text[max(0, at - _BEFORE) : at])


def _without_opening(name: str) -> str:
    """ "With Pauline" without its capital "With"."""
    words = name.split()
    while words and words[0] in never_names():
        words = words[1:]
    return " ".join(words)


def carer_kin(plan: Plan) -> frozenset[str]:
    """The words for a relative who cares for the child ("nan", "grandmother"), in lower case: a placement field calls
    the placement kinship, or a carer's field or an attendance list names the relative. Where the child lives in a
    children's home, the words for it ("the home", "key worker", "elm lodge")."""
    patterns = _patterns()
    told = [value for value in _carer_fields(plan) if patterns.kinship.search(value)]
    told += _placements(plan, patterns.follow)
    told += [" ".join((role, *others)) for role, others in _carer_rows(plan)]
    told += [match.group() for match in patterns.kin_cares.finditer(plan.document.text)]
    words = {word for value in (*told, *home_speakers(plan)) for word in re.findall(r"[\w-]+", value.lower())}
    at_home = (who_is_who().home_itself | {home.lower() for home in _homes(plan)}) if _is_residential(plan) else ()
    return frozenset().union(*(relation for relation in who_is_who().kin if relation & words), at_home)


@once
def _is_residential(plan: Plan) -> bool:
    """Whether a placement field says that the child lives in a children's home."""
    return any(_patterns().residential.search(value) for value in _placements(plan))


@once
def home_speakers(plan: Plan) -> frozenset[str]:
    """Who speaks in the carer's part: the first words of what stands there ("Gran rang on Tuesday", "Bea writes: ..."),
    and whose page its title says it is ("Marj's page")."""
    heads = set()
    for title, told in _home_parts(plan):
        if (match := _ONE_NAME.match(told)) and match.group() not in never_names():
            heads.add(match.group())
        heads |= {match[1] for match in _OWN_PAGE.finditer(title)}
    return frozenset(heads)


def _told_by(plan: Plan) -> list[str]:
    """Names that the first line of the carer's part puts beside a carer's or key worker's role: "Copied from the key
    worker's book (P. Marsh)"."""
    found = []
    for _, told in _home_parts(plan):
        if initials := _INITIALS_FIRST.match(told):
            found.append(initials[1])
        line = told.split("\n")[0][:_LONGEST_LINE]
        if not (_patterns().key_worker.search(line) or _patterns().role.search(line)):
            continue
        named = (match.group() for match in _ONE_NAME.finditer(line) if _NAMED_ENDS.match(line, match.end()))
        found += [name for name in named if _listed(name) and not _is_other(name, plan) and not _is_staffs(name, plan)]
    return found


def _home_parts(plan: Plan) -> list[tuple[str, str]]:
    """The title of each carer's part, and the first text of some words below it."""
    found = []
    for section in plan.sections:
        if (section.about or section.kind) is SectionKind.CARER:
            words = [plan.document.text_of(plan.document.blocks[index]) for index in section.blocks]
            told = next((text for text in words[1:] if len(text.split()) >= _FEWEST_WORDS), "")
            found.append((plan.quote(section.title) if section.title else "", told))
    return found


def _carer_fields(plan: Plan) -> list[str]:
    """What a placement or carer field says, and the field of the worker at the child's home."""
    where = (*(_HOLDS_NAMES if _is_residential(plan) else _ABOUT_HOME), SectionKind.CARER)
    workers = (f for f in plan.fields if f.section in where and _patterns().key_worker.search(plan.quote(f.label)))
    return [*_placements(plan), *(plan.quote(field.value) for field in workers)]


def _placements(plan: Plan, labels: re.Pattern[str] | None = None) -> list[str]:
    """What the fields say that name the placement or the carers, or those with such ``labels``."""
    fields = (field for field in plan.fields if field.section in _HOLDS_NAMES)
    return [plan.quote(f.value) for f in fields if (labels or _patterns().labels).search(plan.quote(f.label))]


@once
def _carer_rows(plan: Plan) -> list[tuple[str, list[str]]]:
    """Rows of tables in which a short cell calls somebody a carer, with the row's other cells."""
    document, homes = plan.document, _homes(plan)
    found = []
    for table in document.tables:
        rows: dict[int, list[str]] = {}
        for row, column in sorted(table.cells):
            rows.setdefault(row, []).append(document.cell_text(table, row, column).strip())
        for cells in rows.values():
            if not any(map(_listed, cells)):
                continue
            for role in cells:
                if len(role) <= _LONGEST_ROLE and _is_carers(role, homes) and not _listed(role):
                    found.append((role, [cell for cell in cells if cell != role]))
    return found


@once
def _homes(plan: Plan) -> tuple[str, ...]:
    """The names of the houses in which the child lives ("Elm Lodge"), by the placement field."""
    values = [value for value in _carer_fields(plan) if not _patterns().kinship.search(value)]
    return tuple(dict.fromkeys(match.group() for value in values for match in _patterns().house.finditer(value)))


def _is_carers(role: str, homes: tuple[str, ...]) -> bool:
    """Whether the words beside a name make it a carer's: "FC", "key worker (resi)", "support worker, Tern Court"."""
    patterns = _patterns()
    if patterns.role.fullmatch(re.split(r"[(;]|,| [-–] ", role)[0].strip()) or any(home in role for home in homes):
        return True
    return bool(patterns.key_worker.search(role) and patterns.at_home.search(role))


def _carer_lines(plan: Plan) -> list[str]:
    """Names in lists of people that are no tables: "Deb Frain, key worker, Fallow Lodge (residential) - here"."""
    document, homes = plan.document, _homes(plan)
    found = []
    shared_out = {index for section in plan.sections if section.kind in _ASSIGNS for index in section.blocks}
    for index, block in enumerate(document.blocks):
        short = block.end - block.start <= _LONGEST_LINE and index not in shared_out
        line = _LISTED_LINE.match(document.text_of(block)) if short else None
        if line and _listed(line["name"]) and _is_carers(line["role"], homes) and not _is_childs(line["name"], plan):
            found.append(line["name"])
    return [name for name in found if not _is_staffs(name, plan)]


def _is_staffs(name: str, plan: Plan) -> bool:
    """Whether somebody of this initial and surname is listed with another role: "G Amos" for Gail Amos, DT."""
    words = name.split()
    return any(
        person.name[:1] == words[0][:1] and person.name.split()[-1:] == words[-1:]
        for person in plan.people
        if person.role in _STAFF
    )


def _own_name(cell: str) -> str:
    return cell.partition("(")[0].strip()


def _listed(cell: str) -> bool:
    """Whether the cell of a list of people is a name, with or without more in brackets."""
    name = cell.partition("(")[0].strip()
    return " " in name and bool(_NAMES.fullmatch(name)) and not set(name.split()) & never_names()


def _is_childs(name: str, plan: Plan) -> bool:
    return name.split()[0] in {word for known_name in plan.child.names for word in known_name.split()[:1]}


def _is_other(name: str, plan: Plan) -> bool:
    words = set(name.replace(".", "").split())
    others = {
        word
        for person in plan.people
        if who_is_who().roles.get(person.role, "school") not in ("carer", "parent", "other")
        for word in person.name.split()[:1]
        if len(word) > 1 and word.rstrip(".") not in SMALL.titles
    }
    first = name.split()[0]
    return bool(words & never_names()) or first in others or _is_childs(name, plan)
