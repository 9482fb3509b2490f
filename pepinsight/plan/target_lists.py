"""Targets as list items, numbered lines and, where there are none, sentences that say what the child will do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pepinsight.plan.columns import has_word
from pepinsight.plan.contents import Placed
from pepinsight.plan.pieces import Pair, Text
from pepinsight.plan.plan import SectionKind, Span
from pepinsight.plan.records import ELSEWHERE, Group, Part, Record, is_about_targets, is_at_home, reads_as_target

LONGEST_PROSE = 300  # characters of a paragraph that words one target
LEAST_ITEM = 8  # characters of a list item that can word a target
LEAST_SENTENCES = 3  # of a paragraph that holds a target with its plan
LISTED = re.compile(r"\s*(?:[(]?\d{1,2}[.):]|[(]?[a-h][.)])\s+(?=\S)", re.IGNORECASE)
# "Communication. By March Robin will ...": what the target is about, before its words.
_TOPIC = re.compile(r"(?P<topic>[A-Z][^.:;!?\n\d]{2,60}?)(?:[.:]|\s[–—-])\s+(?=\S)")
_SENTENCES = re.compile(r"\S.*?(?:[.!?](?=\s+[A-Z])|$)", re.DOTALL)


def _in_one(pair: Pair) -> str:
    """Label and answer with as many characters between them as in the document, so that offsets hold."""
    between = pair.value.span.start - pair.label.span.end
    return pair.label.text + ": ".ljust(between)[:between] + pair.value.text


def _is_of_money(placed: Placed) -> bool:
    """Whether a part about money stands within one about targets: its lines tell sums."""
    return placed.kind is SectionKind.PREMIUM and not has_word(" ".join(placed.headings[:1]), "target")


def groups_in_lists(run: list[Placed]) -> Iterator[Group]:
    """List items, numbered lines and, where there are none, paragraphs that say what the child will do."""
    groups: dict[tuple[SectionKind, tuple[str, ...], str], Group] = {}
    for placed in run:
        piece = placed.piece
        if placed.kind in ELSEWHERE or not is_at_home(placed) or not isinstance(piece, Text | Pair):
            continue
        if not is_about_targets(placed) or _is_of_money(placed):
            continue
        text = piece.text if isinstance(piece, Text) else _in_one(piece)
        span = piece.span if isinstance(piece, Text) else piece.whole
        number = LISTED.match(text)
        shape = "list" if (piece.listed or number) and len(text) >= LEAST_ITEM else "prose"
        start = number.end() if number else 0
        topic = _topic(text, start)
        start = topic.end() if topic else start
        told = text[start:]
        if told.startswith("£"):
            continue  # "£90 for a swim float": what was bought beside the targets
        record = Record(
            Part("wording", "", told, Span(span.start + start, span.end)),
            title=topic["topic"] if topic else "",
            number=number[0] if number else "",
        )
        if is_about_targets(placed) == "new":
            record = without_plan(record)
        if shape == "prose" and not _is_wording(record):
            continue
        key = (placed.kind, placed.headings, shape)
        group = groups.setdefault(key, Group(shape, placed.kind, [], frozenset(), "", placed.headings, placed.line))
        group.records.append(record)
    yield from groups.values()


def _topic(text: str, start: int) -> re.Match[str] | None:
    """What a target says it is about before its own words begin."""
    found = _TOPIC.match(text, start)
    reads = found is not None and not reads_as_target(text[start:]) and reads_as_target(text[found.end() :])
    return found if reads else None


def _is_wording(record: Record) -> bool:
    """Whether a paragraph between others words a target: who will do what, in a sentence that is about no targets."""
    text = record.wording.text
    return reads_as_target(text) and len(text) <= LONGEST_PROSE and not has_word(text, "target_plainly")


def without_plan(record: Record) -> Record:
    """A target told with all its plan in one paragraph: its first sentence words it, the others tell how."""
    text, span = record.wording.text, record.wording.span
    sentences = list(_SENTENCES.finditer(text))
    if record.parts or len(sentences) < LEAST_SENTENCES or not reads_as_target(text):
        return record
    end, start = sentences[0].end(), sentences[1].start()
    wording = Part("wording", record.wording.label, text[:end], Span(span.start, span.start + end))
    plan = Part("how", record.wording.label, text[start:], Span(span.start + start, span.end))
    return replace(record, wording=wording, parts=[plan])
