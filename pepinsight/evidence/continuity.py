"""What of a plan stood in last term's: word for word, or with a date or a name changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from pepinsight.evidence.detail import answer_spans, statement_spans
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.stood import Stood, Words, stood_in, words_of
from pepinsight.plan import Plan, SectionKind, Span

LONG_ENOUGH = 8
"""Words from which a passage that stood before counts as carried over: shorter ones recur by chance."""
LONG_STATEMENT = 5
"""Words from which a single statement counts, where the share of a whole part is asked."""
NEARLY = 0.9
"""Share of words in common from which a passage is last term's but for details."""

_OF_THIS_MEETING = (SectionKind.FRONT, SectionKind.ATTENDEES, SectionKind.SIGN_OFF)
"""Names and dates, the same in every plan of a child."""
_PROMPTS = ("?", ":")


@once
def last_term(reading: Reading) -> Stood | None:
    """The words of last term's plan; None where there is none to compare with."""
    return None if reading.previous is None else stood_in(reading.previous)


@once
def carried_over(reading: Reading) -> tuple[Span, ...]:
    """The paragraphs, bullets and cells of eight words or more that stood word for word in last term's plan.

    Headings, labels and the front page's names and dates stand in every plan of a form; they are left out.
    """
    before = last_term(reading)
    if before is None:
        return ()
    found: list[Span] = []
    for cell in _cells(reading):
        found += cell if _stood(reading, before, cell) else [span for span in cell if _stood(reading, before, [span])]
    return tuple(_with_parted(reading, before, found))


@once
def nearly_carried_over(reading: Reading) -> tuple[Span, ...]:
    """The passages of eight words or more that are last term's but for details, or a stretch of a longer one."""
    before = last_term(reading)
    if before is None:
        return ()
    whole = set(carried_over(reading))
    near = []
    for span in (span for cell in _cells(reading) for span in cell):
        words = words_of(reading.plan.quote(span))
        if span not in whole and _long(reading, [span]) and (before.holds(words) or before.nearest(words) >= NEARLY):
            near.append(span)
    return tuple(near)


@once
def carried_over_share(reading: Reading, *kinds: SectionKind) -> tuple[float | None, tuple[Span, ...]]:
    """The share of these sections' statements that stood word for word in last term's plan, and those statements.

    None without last term's plan, or with no statement of five words or more this term.
    """
    before = last_term(reading)
    statements = statements_in(reading, *kinds)
    if before is None or not statements:
        return None, ()
    old = tuple(span for span in statements if before.holds(_words(reading.plan, span)))
    return round(len(old) / len(statements), 3), old


@once
def statements_in(reading: Reading, *kinds: SectionKind) -> tuple[Span, ...]:
    """The statements of five words or more in these sections, questions and other prompts left out."""
    text = reading.plan.document.text
    return tuple(
        Span(start, end)
        for span in answer_spans(reading, *kinds)
        for start, end in statement_spans(reading, span)
        if len(words_of(text[start:end])) >= LONG_STATEMENT and not _is_prompt(text[start:end])
    )


@once
def repeated_targets(reading: Reading) -> tuple[Span, ...] | None:
    """The targets set for the coming term whose words were a target of last term's, but for details at most.

    Last term's targets are those of its plan and those that this plan looks back on. None where there are neither.
    """
    plan, before = reading.plan, reading.previous
    asked = plan.spans_of(SectionKind.TARGETS)
    set_now = {target.wording for target in plan.targets}
    old = [_words(plan, item.wording) for item in plan.previous_targets if not _within(item.wording, asked)]
    old += [_words(before, target.wording) for target in before.targets] if before else []
    if not old:
        return None
    stood = Stood(tuple(words for words in old if words))
    standing = {
        span for cell in _cells(reading) for span in cell if _within(span, asked) and not _touches(span, set_now)
    }
    return tuple(
        span
        for span in sorted(set_now | standing, key=lambda span: span.start)
        if (words := _words(plan, span)) in stood.passages
        or (len(words) >= LONG_STATEMENT and stood.nearest(words) >= NEARLY)
    )


def _touches(span: Span, spans: Iterable[Span]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in spans)


def _within(span: Span, spans: Iterable[Span]) -> bool:
    return any(other.start <= span.start and span.end <= other.end for other in spans)


def _words(plan: Plan, span: Span) -> Words:
    return words_of(plan.quote(span))


def _stood(reading: Reading, before: Stood, spans: list[Span]) -> bool:
    words = tuple(word for span in spans for word in _words(reading.plan, span))
    return _long(reading, spans) and before.has(words)


def _long(reading: Reading, spans: Iterable[Span]) -> bool:
    return sum(len(reading.plan.quote(span).split()) for span in spans) >= LONG_ENOUGH


def _is_prompt(text: str) -> bool:
    return text.rstrip(" *\n").endswith(_PROMPTS)


@once
def _cells(reading: Reading) -> tuple[list[Span], ...]:
    """What somebody wrote, paragraph by paragraph; the paragraphs of one cell together."""
    plan = reading.plan
    kinds = tuple(kind for kind in SectionKind if kind not in _OF_THIS_MEETING)
    written = {*answer_spans(reading, *kinds), *(old.wording for old in plan.previous_targets)}
    parts = sorted({part for span in written for part in _by_block(plan, span)}, key=lambda part: part[1].start)
    answers = [(cell, span) for cell, span in parts if not _is_prompt(plan.quote(span))]
    return tuple([span for _, span in group] for _, group in groupby(answers, key=lambda part: part[0]))


def _by_block(plan: Plan, span: Span) -> Iterator[tuple[tuple[int | None, ...], Span]]:
    """The parts of a span by the block that holds them, each with its cell's address (its block's outside a table)."""
    blocks = plan.document.blocks
    for index in range(plan.document.block_at(span.start), len(blocks)):
        block = blocks[index]
        if block.start >= span.end:
            return
        part = Span(max(block.start, span.start), min(block.end, span.end))
        if part.start < part.end and block.kind.is_body:
            place = block.place
            yield (index,) if place.table is None else (place.table, place.row, place.column), part


def _with_parted(reading: Reading, before: Stood, found: list[Span]) -> Iterator[Span]:
    """The passages found, and the short ends that a page has cut off from one of them."""
    taken = set(found)
    last: Span | None = None
    for span in (span for cell in _cells(reading) for span in cell):
        words = _words(reading.plan, span)
        if span in taken or (last is not None and before.continues(words, _words(reading.plan, last))):
            yield span
            last = span
        else:
            last = None
