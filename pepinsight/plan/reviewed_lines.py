"""Last term's targets as lines of their own, each the label of what became of it, where no name says which is which."""

from __future__ import annotations

from collections.abc import Iterator

from pepinsight.plan.columns import has_word, is_label
from pepinsight.plan.contents import Placed
from pepinsight.plan.forms import labels
from pepinsight.plan.lexicon import FAIR, words
from pepinsight.plan.pieces import BOLD_LINE, Cell, Heading, Pair, Text
from pepinsight.plan.records import ELSEWHERE, Group, Part, Record, is_about_targets

LEAST_WORDS = 4  # of a label that words a target; a shorter one asks for something


def groups_of_reviews(run: list[Placed]) -> Iterator[Group]:
    """The groups of such lines in pieces between two tables, one a section."""
    groups: dict[tuple[str, ...], Group] = {}
    open_record: Record | None = None
    for at, placed in enumerate(run):
        piece = placed.piece
        if isinstance(piece, Text):
            if open_record is not None:
                open_record.parts.append(Part("review", "", piece.text, piece.span))
            continue
        open_record = None
        told = _told(run, at)
        if told is None:
            continue
        wording, answer = told
        record = Record(Part("wording", "", wording.text, wording.span))
        if answer is None:
            open_record = record
        elif not answer.blank:
            record.parts.append(Part("review", "", answer.text, answer.span))
        headings = placed.headings[isinstance(piece, Heading) :]
        key = headings[-1:]
        group = Group("block", placed.kind, [], frozenset({"review"}), "", headings, placed.line)
        groups.setdefault(key, group).records.append(record)
    yield from groups.values()


def _told(run: list[Placed], at: int) -> tuple[Cell, Cell | None] | None:
    """The wording and, where it stands beside it, what became of it; None for what words no old target."""
    placed = run[at]
    if placed.kind in ELSEWHERE or is_about_targets(placed) != "previous":
        return None
    piece = placed.piece
    if isinstance(piece, Pair):
        return (piece.label, piece.value) if _words_target(piece.label.text) else None
    after = run[at + 1].piece if at + 1 < len(run) else None
    if not (isinstance(piece, Heading) and piece.level == BOLD_LINE and isinstance(after, Text)):
        return None
    return (Cell(piece.text, piece.span, piece.block), None) if _words_target(piece.text) else None


def _words_target(text: str) -> bool:
    """Whether a label is no question and nothing that a form asks for, but a line of some words."""
    if len(text.split()) < LEAST_WORDS or text.rstrip().endswith("?") or is_label(text, "targets"):
        return False
    if has_word(text, "target_plainly") and has_word(text, "previous"):
        return False  # "Review of the previous targets and actions" heads them
    known = labels().match(words(text))
    return known is None or known.strength < FAIR
