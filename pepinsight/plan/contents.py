"""A document's pieces with what stands above each: its section, its headings, the line that introduces it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pepinsight.documents import Document
from pepinsight.plan.pieces import LONGEST_HEADING, Heading, Piece, Text
from pepinsight.plan.plan import Section, SectionKind
from pepinsight.plan.tables import pieces_of


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece, its section's kind, the headings above it (nearest first), and the short line just before it."""

    piece: Piece
    kind: SectionKind
    headings: tuple[str, ...]
    line: str


@dataclass(frozen=True)
class Contents:
    """What the finders of targets, money, attainment and attendance look through: all but a QA officer's remarks."""

    document: Document
    placed: tuple[Placed, ...]


def contents_of(document: Document, sections: Iterable[Section]) -> Contents:
    """Cut ``document`` into pieces and place each."""
    kinds = {index: section.kind for section in sections for index in section.blocks}
    placed: list[Placed] = []
    above: list[Heading] = []
    line = ""
    for piece in pieces_of(document):
        kind = kinds.get(piece.block, SectionKind.UNRECOGNISED)
        if isinstance(piece, Heading):
            while above and above[-1].level >= piece.level:
                above.pop()
            above.append(piece)
            line = ""
        if kind is SectionKind.QUALITY:
            continue  # an officer's remarks hold no target, sum or grade of the plan's
        headings = tuple(heading.text for heading in reversed(above))
        placed.append(Placed(piece, kind, headings, line))
        if isinstance(piece, Text):
            line = piece.text if len(piece.text) <= LONGEST_HEADING else ""
    return Contents(document, tuple(placed))
