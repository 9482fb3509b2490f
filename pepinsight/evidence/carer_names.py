"""Who cares for the child, by name: from placement and carer fields, and from names that the text calls a carer."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pepinsight.data_files import Strict, load
from pepinsight.evidence.small_words import SMALL
from pepinsight.plan import Plan, SectionKind

_WORD = r"(?:[A-Z]\.? )?[A-Z][a-z]*[\w-]*[a-z](?!['’])"
_NAME = rf"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?{_WORD}(?: {_WORD}){{0,2}}"
_NAMES = re.compile(rf"{_NAME}(?:,? (?:and|&|\+) {_NAME})*")
_ONE_NAME = re.compile(_NAME)
_JOINED = re.compile(r",? (?:and|&|\+) ")
_HOLDS_NAMES = (SectionKind.FRONT, SectionKind.CARE, SectionKind.CARE_PLAN, SectionKind.CONTACT, SectionKind.ATTENDEES,
                SectionKind.SIGN_OFF, SectionKind.SDQ, SectionKind.EDUCATION, SectionKind.UNRECOGNISED)  # fmt: skip
_BEFORE = 70
"""How many characters before "foster carer" a name may start."""


class WhoIsWho(Strict):
    """``data/who_is_who.yaml``: the plan's roles in our words, and the words that lead to a carer's name."""

    roles: dict[str, str]
    carer_labels: tuple[str, ...]
    carer_leads: tuple[str, ...]
    carer_follows: tuple[str, ...]
    column_titles: frozenset[str]
    never_names: frozenset[str]


@cache
def who_is_who() -> WhoIsWho:
    """The data, read once a process."""
    return load(Path(__file__).parent / "data" / "who_is_who.yaml", WhoIsWho)


@dataclass(frozen=True, slots=True)
class _Patterns:
    labels: re.Pattern[str]
    led: re.Pattern[str]
    follow: re.Pattern[str]
    followed: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = who_is_who()
    lead = "|".join(map(re.escape, sorted(data.carer_leads, key=len, reverse=True)))
    follow = "|".join(map(re.escape, sorted(data.carer_follows, key=len, reverse=True)))
    return _Patterns(
        labels=re.compile("|".join(map(re.escape, data.carer_labels)), re.IGNORECASE),
        led=re.compile(rf"\b(?i:{lead})(?:[:,(]| is| are)? *({_NAMES.pattern})"),
        follow=re.compile(rf"\b(?:{follow})\b", re.IGNORECASE),
        followed=re.compile(
            rf"({_NAMES.pattern})(?:,| is| are)? ?\(?(?:(?:his|her|their|the|your|in-house|agency) )?$"
        ),
    )


def carer_names(plan: Plan) -> list[str]:
    """Names that a placement or carer field gives, or that the text calls a carer, each once."""
    patterns = _patterns()
    text = plan.document.text
    found: list[str] = []
    for field in plan.fields:
        if field.section in _HOLDS_NAMES and patterns.labels.search(plan.quote(field.label)):
            value = plan.quote(field.value)
            led = [match.group(1) for match in patterns.led.finditer(value)]
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
        for part in parts:
            if _ONE_NAME.fullmatch(part) and not _is_other(part, plan):
                names[part if " " in part or len(parts) == 1 else f"{part} {surname}"] += 1
    return list(names)


def _is_other(name: str, plan: Plan) -> bool:
    words = set(name.replace(".", "").split())
    child_words = {word for known_name in plan.child.names for word in known_name.split()[:1]}
    others = {
        word
        for person in plan.people
        if who_is_who().roles.get(person.role, "school") not in ("carer", "parent", "other")
        for word in person.name.split()[:1]
        if len(word) > 1 and word.rstrip(".") not in SMALL.titles
    }
    first = name.split()[0]
    return bool(words & who_is_who().never_names) or first in child_words | others
