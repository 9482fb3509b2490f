"""Where voices, targets and single facts differ from the labels, PEP by PEP, for people who mend the reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pepinsight.evaluation.facts import QUOTED, SINGLE
from pepinsight.evaluation.run import Run
from pepinsight.evaluation.targets import LETTERS, match

Differences = Callable[[Run], Iterator[str]]


def named(what: str) -> Differences | None:
    """How differences in ``what`` are told; None when it is nothing that can be told."""
    if what in QUOTED:
        return lambda run: _passages(run, what)
    if what == "targets":
        return _targets
    return (lambda run: _single(run, what)) if what in SINGLE else None


NAMES = (*QUOTED, "targets", *SINGLE)
"""What differences can be told in, besides the sections of rubrics."""


def _passages(run: Run, feature: str) -> Iterator[str]:
    found, sentences = run.passages(feature), run.sentences
    if found is None or sentences is None:
        return
    text = sentences.document.text
    quotes = QUOTED[feature](run.pep.gold)
    places = {quote: sentences.places(quote) for quote in quotes}
    gold = sentences.touched(place for spots in places.values() for place in spots)
    said = sentences.touched(found)
    for number in sorted(gold ^ said):
        start, end = sentences.spans[number]
        yield f"    {'missed' if number in gold else 'wrong '}: {' '.join(text[start:end].split())}"
    yield from (f"    not in the text: {quote}" for quote, spots in places.items() if not spots)


def _targets(run: Run) -> Iterator[str]:
    said = run.said.get("targets", [])
    matched, _ = match(run.pep.gold.targets, said)
    for target, found in matched:
        if found is None:
            yield f"    not found: {target.text}"
            continue
        off = [
            f"{letter} is {'met' if target.smart[letter] else 'missed'}"
            for letter in LETTERS
            if found["smart"][letter] != target.smart[letter]
        ]
        if found["from_voice"] not in (None, target.from_voice):
            off.append(f"from voice is {target.from_voice}")
        if found["premium"]["linked"] != target.premium.linked:
            off.append(f"linked is {target.premium.linked}")
        if found["premium"]["amount"] != target.premium.amount:
            off.append(f"amount is {target.premium.amount}, not {found['premium']['amount']}")
        if off:
            yield f"    {', '.join(off)}: {target.text}"
    known = [found for _, found in matched]
    yield from (f"    spurious: {other['text']}" for other in said if other not in known)


def _single(run: Run, what: str) -> Iterator[str]:
    label, said = SINGLE[what](run)
    if label != said:
        yield f"    label {label}, told {said}"
