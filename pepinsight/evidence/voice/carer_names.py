"""Who cares for the child, by name: from placement and carer fields, and from names that the text calls a carer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pepinsight.data_files import Strict, load
from pepinsight.evidence.small_words import SMALL
from pepinsight.once import once
from pepinsight.plan import Plan, SectionKind

_WORD = r"(?:[A-Z]\.? )?[A-Z][a-z]*[\w-]*[a-z](?!['’])"
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
_LISTED_LINE = re.compile(rf"(?P<name>{_NAME})\s*(?:,|\(|[-–:])\s*(?P<role>[^\n]+)$")
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
    kin_leads: tuple[str, ...]
    kin: tuple[frozenset[str], ...]
    kinship: tuple[str, ...]
    kin_cares: tuple[str, ...]
    column_titles: frozenset[str]
    fact_fields: frozenset[str]
    never_names: frozenset[str]


@cache
def who_is_who() -> WhoIsWho:
    """The data, read once a process."""
    return load(Path(__file__).parents[1] / "data" / "who_is_who.yaml", WhoIsWho)


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
        kin_cares=re.compile(
            rf"\b(?:{kin})\b[^.\n;]{{0,24}}\b(?:{cares})\b|\b(?:{cares})\b[,:(]? ?(?:{kin})\b", re.IGNORECASE
        ),
        house=re.compile(rf"\b[A-Z][\w'’-]+ (?:[A-Z][\w'’-]+ )?(?:{_any(data.houses)})\b"),
        labels=re.compile("|".join(map(re.escape, data.carer_labels)), re.IGNORECASE),
        led=re.compile(rf"\b(?i:{lead})(?:[:,(]| is| are)? *({_NAMES.pattern})"),
        follow=re.compile(rf"\b(?:{follow})\b", re.IGNORECASE),
        followed=re.compile(
            rf"({_NAMES.pattern})(?:(?:,| is| are)\s*\(?"
            r"(?:(?:his|her|their|the|your|in-house|agency|approved|kinship|connected|long-term)\s+)*"
            r"| ?\(?(?:(?:in-house|agency) )?)$"
        ),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def carer_names(plan: Plan) -> list[str]:
    """Names that a placement or carer field gives, or that the text calls a carer, each once."""
    patterns = _patterns()
    text = plan.document.text
    found: list[str] = []
    for value in _carer_fields(plan):
        led = [match.group(1) for match in patterns.placed_with.finditer(value)]
        first = _NAMES.match(value)
        found += led or ([first.group()] if first and " " in first.group() else [])
    found += [match.group(1) for match in patterns.led.finditer(text)]
    for match in patterns.follow.finditer(text):
        before = patterns.followed.search(text[max(0, match.start() - _BEFORE) : match.start()])
        if before:
            found.append(before.group(1))
    names: Counter[str] = Counter()
    for group in found:
        parts = [part.strip() for part in _JOINED.split(group)]
        surname = parts[-1].split()[-1]
        for part in map(_without_opening, parts):
            if _ONE_NAME.fullmatch(part) and not _is_other(part, plan):
                names[part if " " in part or len(parts) == 1 else f"{part} {surname}"] += 1
    listed = [_own_name(cell) for _, others in _carer_rows(plan) for cell in others if _listed(cell)]
    return list(dict.fromkeys([*listed, *_carer_lines(plan), *names]))


def _without_opening(name: str) -> str:
    """ "With Pauline" without its capital "With"."""
    words = name.split()
    while words and words[0] in who_is_who().never_names:
        words = words[1:]
    return " ".join(words)


def carer_kin(plan: Plan) -> frozenset[str]:
    """The words for a relative who cares for the child ("nan", "grandmother"), in lower case: a placement field calls
    the placement kinship, or an attendance list the relative a carer."""
    patterns = _patterns()
    told = [value for value in _carer_fields(plan) if patterns.kinship.search(value)]
    told += [" ".join((role, *others)) for role, others in _carer_rows(plan)]
    told += [match.group() for match in patterns.kin_cares.finditer(plan.document.text)]
    words = {word for value in (*told, *home_speakers(plan)) for word in re.findall(r"[\w-]+", value.lower())}
    return frozenset().union(*(relation for relation in who_is_who().kin if relation & words))


@once
def home_speakers(plan: Plan) -> frozenset[str]:
    """The first words of what stands in the carer's part: "Gran rang on Tuesday", "Bea writes: ..."."""
    heads = set()
    for section in plan.sections:
        if (section.about or section.kind) is not SectionKind.CARER:
            continue
        words = [plan.document.text_of(plan.document.blocks[index]) for index in section.blocks]
        told = next((text for text in words[1:] if len(text.split()) >= _FEWEST_WORDS), "")
        if match := _ONE_NAME.match(told):
            heads.add(match.group())
    return frozenset(heads)


@once
def _carer_fields(plan: Plan) -> list[str]:
    """What a placement or carer field says, and the field of the worker at the child's home."""
    patterns = _patterns()
    found = []
    for field in plan.fields:
        label = plan.quote(field.label)
        about_home = field.section in _ABOUT_HOME and patterns.key_worker.search(label)
        if about_home or (field.section in _HOLDS_NAMES and patterns.labels.search(label)):
            found.append(plan.quote(field.value))
    return found


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
    for block in document.blocks:
        line = _LISTED_LINE.match(document.text_of(block)) if block.end - block.start <= _LONGEST_LINE else None
        if line and _listed(line["name"]) and _is_carers(line["role"], homes) and not _is_childs(line["name"], plan):
            found.append(line["name"])
    return found


def _own_name(cell: str) -> str:
    return cell.partition("(")[0].strip()


def _listed(cell: str) -> bool:
    """Whether the cell of a list of people is a name, with or without more in brackets."""
    name = cell.partition("(")[0].strip()
    return " " in name and bool(_NAMES.fullmatch(name)) and not set(name.split()) & who_is_who().never_names


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
    return bool(words & who_is_who().never_names) or first in others or _is_childs(name, plan)
