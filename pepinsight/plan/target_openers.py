"""What words a target by its place alone: a line, a bold line or an answer under a topic, with its plan right below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from pepinsight.plan.columns import FORWARD, words_of
from pepinsight.plan.contents import Placed
from pepinsight.plan.pieces import Cell, Heading, Pair, Piece, Text
from pepinsight.plan.plan import Span
from pepinsight.plan.records import ELSEWHERE, part_roles, reads_as_target
from pepinsight.plan.target_lists import LISTED, LONGEST_PROSE

LONGEST_PART = 6  # words of the label of a target's part
LEAST_ANSWER = 4  # words of an answer that words a target
LEAST_PARTS = 2  # labels of a plan right below what it is a plan for
# "Next step 3 (a longer one) By July Robin will ...": the number and the words on one line.
_NAMED = re.compile(
    r"\s*(?P<label>(?:[^\W\d]+ ){1,3}(?:\d{1,2}|[A-H](?= (?:\(|[A-Z]))))(?:\s*\([^()]*\))?\s*[:.–—-]?\s+(?=\S+ \S)"
)
_COUNTED = re.compile(r"\s*\(?(\d{1,2})[.):]+\s+(?=\S)")  # what opens "1. By the end", "2. By the end"
_BARE_NUMBER = re.compile(r"\s*\(?\d{1,2}[.):]?\s*")  # a label that only counts
_TOPICS = frozenset({"subject", "term", "number"})  # what a label may say over the words of a target


def openers(run: list[Placed]) -> dict[int, Cell]:
    """The words of each target that no label calls one, by place in ``run``.

    Lines that read as a target or are numbered, and bold lines that do; where the form labels none of its targets, also
    answers under the name of a topic ("Communication: By June ..."), as long as the same part stands below several.
    """
    counted = dict(_counted(run))
    lines = {at: cell for at, placed in enumerate(run) if at + 1 not in counted and (cell := _line(placed.piece))}
    found = {at: cell for at, cell in {**lines, **counted}.items() if _has_plan_below(run, at)}
    return {**dict(_over_plans(run)), **found} or dict(_under_topics(run))


def _counted(run: list[Placed]) -> Iterator[tuple[int, Cell]]:
    """Answers to the one label that a form counts, whatever it asks ("1. By the end", "2. By the end")."""
    pairs = {at: placed.piece for at, placed in enumerate(run) if isinstance(placed.piece, Pair)}
    numbers = {at: int(found[1]) for at, pair in pairs.items() if (found := _COUNTED.match(pair.label.text))}
    asked = {at: _COUNTED.sub("", pairs[at].label.text, count=1) for at in numbers}
    for label in dict.fromkeys(asked.values()):
        alike = [at for at in numbers if asked[at] == label]
        if len(alike) > 1 and [numbers[at] - numbers[alike[0]] for at in alike] == list(range(len(alike))):
            worded = (at for at in alike if len(pairs[at].value.text.split()) >= LEAST_ANSWER)
            yield from ((at, pairs[at].value) for at in worded)


def _over_plans(run: list[Placed]) -> Iterator[tuple[int, Cell]]:
    """Lines longer than a label, however they begin, with the same part of a plan below each."""
    may = {
        at: placed.piece for at, placed in enumerate(run) if placed.kind not in ELSEWHERE and _has_plan_below(run, at)
    }
    lines = {at: piece for at, piece in may.items() if isinstance(piece, Heading | Text) and _is_long(piece)}
    below = {at: words_of(after.label.text) for at in lines if isinstance(after := run[at + 1].piece, Pair)}
    counts = Counter(below.values())
    for at, piece in lines.items():
        if counts[below[at]] > 1:
            start = _named(piece.text)
            yield at, Cell(piece.text[start:], Span(piece.span.start + start, piece.span.end), piece.block)


def _is_long(piece: Heading | Text) -> bool:
    return len(piece.text[_named(piece.text) :].split()) > LONGEST_PART and len(piece.text) <= LONGEST_PROSE


def _named(text: str) -> int:
    """Where a line goes on behind the name and number of a target that open it; 0 where none do."""
    found = _NAMED.match(text)
    known = found is not None and {"wording", "weak_wording"} & set(part_roles(found["label"]))
    return found.end() if found is not None and known else 0


def _line(piece: Piece) -> Cell | None:
    if isinstance(piece, Pair):
        is_numbered = _BARE_NUMBER.fullmatch(piece.label.text) and len(piece.value.text.split()) >= LEAST_ANSWER
        return piece.value if is_numbered and not piece.value.blank else None
    if isinstance(piece, Heading):
        start = _named(piece.text)
        named = Cell(piece.text[start:], Span(piece.span.start + start, piece.span.end), piece.block)
        return named if reads_as_target(named.text) else None
    if not isinstance(piece, Text) or len(piece.text) > LONGEST_PROSE:
        return None
    number = LISTED.match(piece.text)
    start = number.end() if number else _named(piece.text)
    if not (start or reads_as_target(piece.text)):
        return None
    return Cell(piece.text[start:], Span(piece.span.start + start, piece.span.end), piece.block)


def _under_topics(run: list[Placed]) -> Iterator[tuple[int, Cell]]:
    pairs = {at: placed.piece for at, placed in enumerate(run) if isinstance(placed.piece, Pair)}
    if any({"wording", "weak_wording"} & set(part_roles(pair.label.text)) for pair in pairs.values()):
        return
    may = {at: pair for at, pair in pairs.items() if _is_topic(run[at], pair) and _has_plan_below(run, at)}
    below = {at: words_of(pairs[at + 1].label.text) for at in may}
    counts = Counter(below.values())
    asked = {label for label, count in counts.items() if count > 1}  # below one of them the next part may be blank
    for at, pair in pairs.items():
        after = pairs.get(at + 1)
        if after is not None and _is_topic(run[at], pair) and words_of(after.label.text) in asked:
            yield at, pair.value


def _is_topic(placed: Placed, pair: Pair) -> bool:
    enough = len(pair.value.text.split()) >= LEAST_ANSWER and not pair.value.blank
    return placed.kind not in ELSEWHERE and enough and set(part_roles(pair.label.text)) <= _TOPICS


def _has_plan_below(run: list[Placed], at: int) -> bool:
    """Whether the labels of two parts of a plan follow (why, how, who, when), behind one of the form's own at most."""
    follow = [one.piece for one in run[at + 1 : at + 2 + LEAST_PARTS]]
    labels = [
        piece.label.text for piece in takewhile(lambda one: isinstance(one, Pair), follow) if isinstance(piece, Pair)
    ]
    return any(
        len(below) >= LEAST_PARTS and all(is_forward(label) for label in below[:LEAST_PARTS])
        for below in (labels, labels[1:])
    )


def is_forward(label: str) -> bool:
    """Whether a label asks for a part of a plan."""
    return len(label.split()) <= LONGEST_PART and bool(set(part_roles(label)) & FORWARD)
