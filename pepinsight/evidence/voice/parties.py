"""Who speaks of a support's effect: carer, social worker, school, agency or child, told apart by name and cue."""

from __future__ import annotations

import re

from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import answer_spans, statement_spans
from pepinsight.evidence.reading import Reading, once
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span

PARTIES = ("carer", "social_worker", "school", "agency")


@once
def parties_in(reading: Reading, *kinds: Kind) -> tuple[tuple[str, Span], ...]:
    """Each party at the first statement of these sections in which they tell of an effect. A field labelled with the
    party ("Carer says") counts as theirs."""
    plan = reading.plan
    tells = cues("sections")["impact"]
    labels = {item.value: item.label for item in plan.fields}
    found: dict[str, Span] = {}
    for span in answer_spans(reading, *kinds):
        label = labels.get(span, Span(0, 0))
        led = tells.may_stand_within(plan, label.start, label.end)
        for start, end in statement_spans(reading, span):
            if not led and not tells.may_stand_within(plan, start, end):
                continue
            text = f"{plan.quote(label)}: {plan.document.text[start:end]}"
            if not tells.stands_in(text):
                continue
            for party in sorted(_parties(reading, text)):  # in one order, whatever order the set has this time
                found.setdefault(party, Span(start, end))
    return tuple(found.items())


def _parties(reading: Reading, text: str) -> set[str]:
    lists = cues("parties")
    named = {party for party in PARTIES if lists[party].stands_in(text)}
    for pattern, party in _names(reading):
        if pattern.search(text):
            named.add(party)
    names = (name for name in reading.plan.child.names if len(name) > 1 and name in text)
    if any(re.search(rf"\b{re.escape(name)}\b", text) for name in names):
        said_by_child = lists["child_tells"].stands_in(text)
        named |= {"child"} if said_by_child else set()
    return named


@once
def _names(reading: Reading) -> tuple[tuple[re.Pattern[str], str], ...]:
    party_of = {
        "carer": "carer", "parent": "carer", "SW": "social_worker", "DT": "school", "teacher": "school",
        "support": "school", "SENCO": "school", "health": "agency",
    }  # fmt: skip
    patterns = []
    for person in reading.plan.people:
        party = party_of.get(person.role)
        words = [word for word in person.name.split() if len(word) > 2 and word[0].isupper()]
        if party and words:
            patterns.append((re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b"), party))
    return tuple(patterns)
