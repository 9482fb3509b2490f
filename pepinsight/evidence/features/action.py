"""Actions to be done by the next PEP, with owner and date, and what became of the last ones (seed 001, line 84)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import answer_spans, statement_spans, statements
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, feature
from pepinsight.evidence.said import counted
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span
from pepinsight.plan.columns import roles
from pepinsight.plan.written_dates import dates_in

WHERE = (Kind.ACTIONS, Kind.MEETING)
SOURCE = "seed 001, line 84"
_INITIALS = re.compile(r"[A-Z]{2,3}\b(?:\s*(?:/|\+|&|and)\s*[A-Z]{2,3})*")
_WHO_DOES_WHAT = re.compile(r"^\W*(?P<who>[\w'’.&/-]+(?:\s+[\w'’.&/-]+){0,4}?)\s+(?:to|will)\s+[a-z]")
_DETERMINER = re.compile(r"^(?:the|your|his|her|their)\s+", re.IGNORECASE)
_LONGEST_OWNER = 60


@dataclass(frozen=True, slots=True)
class Action:
    """One action: its words, and whether somebody owns it and a time is set."""

    span: Span
    owned: bool
    timed: bool


@once
def actions(reading: Reading) -> tuple[Action, ...]:
    """The actions in tables headed so, and in lines such as "Gwen to send the dates, by 12 March"."""
    return (*_in_tables(reading), *_in_lines(reading))


def _in_tables(reading: Reading) -> list[Action]:
    plan, document = reading.plan, reading.plan.document
    found = []
    for table in document.tables:
        rows: dict[int, list[tuple[int, Span]]] = defaultdict(list)
        for (row, column), blocks in sorted(table.cells.items()):
            inside = [document.blocks[index] for index in blocks]
            if inside and (section := plan.section_at(inside[0].start)) is not None and section.kind in WHERE:
                rows[row].append((column, Span(inside[0].start, inside[-1].end)))
        if len(rows) < 2:
            continue
        head, *body = (rows[number] for number in sorted(rows))
        kinds = {column: next(iter(roles(plan.quote(span), "actions")), "") for column, span in head}
        if not {"action", "who"} <= set(kinds.values()):
            continue
        for cells in body:
            told = {kinds.get(column, ""): span for column, span in cells if plan.quote(span).strip()}
            if "action" in told:
                who, when = (plan.quote(told[name]) if name in told else "" for name in ("who", "when"))
                found.append(Action(told["action"], _owner(reading, who), _time(when)))
    return found


def _in_lines(reading: Reading) -> list[Action]:
    text = reading.plan.document.text
    found = []
    for span in answer_spans(reading, *WHERE):
        for start, end in statement_spans(reading, span):
            for part in re.finditer(r"[^;\n]+", text[start:end]):
                told = part.group()
                if (match := _WHO_DOES_WHAT.match(told)) and _is_owner(reading, match["who"]):
                    here = Span(start + part.start() + len(told) - len(told.lstrip()), start + part.end())
                    found.append(Action(here, True, _time(told[match.end() :])))
    return found


def _is_owner(reading: Reading, who: str) -> bool:
    """Whether the words before "to" or "will" are nothing but an owner: names, or a role in small letters."""
    if all(word[0].isupper() or word in ("and", "&") for word in who.split()):
        return _owner(reading, who)
    return cues("actions")["owner"].pattern.fullmatch(_DETERMINER.sub("", who)) is not None


def _owner(reading: Reading, who: str) -> bool:
    if len(who) > _LONGEST_OWNER or not who.strip():
        return False
    names = {part for person in reading.plan.people for part in person.name.split() if len(part) > 2}
    names |= {part for name in reading.plan.child.names for part in name.split() if len(part) > 2}
    return (
        any(name in who and re.search(rf"\b{re.escape(name)}\b", who) for name in names)
        or cues("actions")["owner"].stands_in(who)
        or _INITIALS.match(who.strip()) is not None
    )


def _time(when: str) -> bool:
    return bool(dates_in(when, short=True)) or cues("actions")["by_when"].stands_in(when)


@feature(
    "actions_set",
    type=int,
    unit="actions",
    looked_in=WHERE,
    describes="actions to be done by the next PEP",
    source=SOURCE,
)
def actions_set(reading: Reading) -> Answer:
    return counted(tuple(item.span for item in actions(reading)), "action", "An action.")


@feature(
    "actions_owned_and_dated",
    type=int,
    unit="actions",
    looked_in=WHERE,
    describes="actions with somebody who does them and a time",
    source=SOURCE,
)
def actions_owned_and_dated(reading: Reading) -> Answer:
    spans = tuple(item.span for item in actions(reading) if item.owned and item.timed)
    return counted(spans, "owned_action", "An action with its owner and time.")


@feature(
    "previous_actions_followed_up",
    type=int,
    unit="actions",
    looked_in=(Kind.PREVIOUS_TARGETS, *WHERE),
    describes="actions of last time with what became of them",
    source=SOURCE,
)
def previous_actions_followed_up(reading: Reading) -> Answer:
    """Rows of last time's actions with an outcome, and statements that look back on them."""
    plan, back, outcome = reading.plan, cues("actions")["last_actions"], cues("actions")["outcome"]
    rows = [item.wording for item in plan.previous_targets if item.is_action and item.review]
    told = [
        span
        for span, _ in statements(reading, Kind.PREVIOUS_TARGETS, *WHERE)
        if back.stands_at(plan, span) and outcome.stands_at(plan, span)
    ]
    asked = [
        item.value
        for item in plan.fields_of(Kind.PREVIOUS_TARGETS, *WHERE)
        if not item.blank and back.stands_at(plan, item.label)
    ]
    return counted(tuple(dict.fromkeys((*rows, *told, *asked))), "followed_up", "Tells what became of an action.")
