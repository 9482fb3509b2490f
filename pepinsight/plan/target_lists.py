"""Targets as list items, numbered lines and, where there are none, sentences that say what the child will do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pepinsight.plan.columns import has_word
from pepinsight.plan.contents import Placed
from pepinsight.plan.pieces import Pair, Text
from pepinsight.plan.plan import SectionKind, Span
from pepinsight.plan.records import ELSEWHERE, Group, Part, Record, is_about_targets, is_at_home, reads_as_target

LONGEST_PROSE = 300  # characters of a paragraph that words one target
LEAST_ITEM = 8  # characters of a list item that can word a target
LISTED = re.compile(r"\s*(?:[(]?\d{1,2}[.):]|[(]?[a-h][.)])\s+(?=\S)", re.IGNORECASE)


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
        if shape == "prose" and (not reads_as_target(text) or has_word(text, "target") or len(text) > LONGEST_PROSE):
            continue
        start = span.start + (number.end() if number else 0)
        wording = Part("wording", "", text[number.end() :] if number else text, Span(start, span.end))
        key = (placed.kind, placed.headings, shape)
        group = groups.setdefault(key, Group(shape, placed.kind, [], frozenset(), "", placed.headings, placed.line))
        group.records.append(Record(wording, number=number[0] if number else ""))
    yield from groups.values()
