"""One story of a Word file (its body, a header, a note) as blocks in reading order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from pepinsight.documents.document import BlockKind
from pepinsight.documents.word.fields import Fields, settle_tick_boxes
from pepinsight.documents.word.names import DROPPED, Properties, R, W, children_of, first_child, given, unwrapped
from pepinsight.documents.word.parts import parts_of
from pepinsight.documents.word.styles import Style, Styles, numbered, outline_level
from pepinsight.documents.word.tables import bold_areas, grid_of, is_frame, is_in
from pepinsight.documents.word.text import TextReader, Words

_LOOSE = frozenset({W + "r", W + "hyperlink", W + "fldSimple"})


@dataclass(slots=True)
class Cell:
    """The table cell that blocks stand in; ``used`` once it has given a block."""

    table: int
    row: int
    column: int
    row_span: int
    column_span: int
    parent: int | None
    shaded: bool
    used: bool = False


@dataclass(frozen=True, slots=True)
class StoryBlock:
    """A block before it has its offsets; ``bold_parts`` count from its start."""

    text: str
    kind: BlockKind
    level: int
    bold: bool
    bold_parts: tuple[tuple[int, int], ...]
    prompt: bool
    cell: Cell | None
    cell_part: bool
    size: float
    colour: str


@dataclass(slots=True)
class Story:
    """What one story holds, and the notes that it refers to."""

    blocks: list[StoryBlock] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


class StoryReader:
    """Reads stories of one file. ``table_sizes`` grows by rows and columns of each table as they are met.

    ``open_chunk`` gives the body of a file placed in the main text by its relation's id, None where it has no words.
    """

    def __init__(self, styles: Styles, open_chunk: Callable[[str], etree._Element | None]) -> None:
        self._styles = styles
        self._open_chunk = open_chunk
        self.table_sizes: list[tuple[int, int]] = []

    def read(self, root: etree._Element, running: BlockKind | None = None) -> Story:
        """The story under ``root``; all its blocks are of the kind ``running`` where that is given."""
        settle_tick_boxes(root)
        self._story = Story()
        self._running = running
        self._fields = Fields(root)
        self._text = TextReader(self._styles, self._fields)
        self._walk(root, None, False)
        self._story.notes = self._text.notes
        return self._story

    def _walk(self, container: etree._Element, cell: Cell | None, prompt: bool) -> None:
        # Words whose paragraph mark was deleted run on into the next paragraph.
        carried: Words | None = None
        last: etree._Element = container
        for element, prompted in unwrapped(container, prompt):
            tag = element.tag
            if tag == W + "p":
                carried = self._text.read(element, prompted, carried)
                last = element
                if not _mark_is_deleted(element):
                    self._emit(carried, element, cell)
                    carried = None
            elif tag in _LOOSE:
                carried = self._text.read(element, prompted, carried)
            elif tag not in DROPPED and (tag == W + "altChunk" or len(element)):
                if carried is not None:
                    self._emit(carried, last, cell)
                    carried = None
                if tag == W + "tbl":
                    self._table(element, cell, prompted)
                elif tag == W + "altChunk":
                    self._chunk(element.get(R + "id", ""), cell)
                else:
                    self._walk(element, cell, prompted)
        if carried is not None:
            self._emit(carried, last, cell)

    def _chunk(self, relation: str, cell: Cell | None) -> None:
        body = self._open_chunk(relation)
        if body is not None:
            settle_tick_boxes(body)
            with self._text.apart(Fields(body)):
                self._walk(body, cell, False)

    def _table(self, element: etree._Element, around: Cell | None, prompt: bool) -> None:
        grid = grid_of(element, prompt)
        if grid.columns == 1 and any(is_frame(part.element) for part in grid.cells):
            for part in grid.cells:  # what stands in a frame around a part of the form is no cell's answer
                self._walk(part.element, around, part.prompt)
            return
        index = len(self.table_sizes)
        self.table_sizes.append((grid.rows, grid.columns))
        parent = None if around is None else around.table
        areas = bold_areas(element, self._styles)
        outside = self._text.in_bold_area
        for part in grid.cells:
            cell = Cell(index, part.row, part.column, part.row_span, part.column_span, parent, part.shaded)
            self._text.in_bold_area = any(is_in(area, part, grid) for area in areas)
            self._walk(part.element, cell, part.prompt)
        self._text.in_bold_area = outside

    def _emit(self, words: Words, paragraph: etree._Element, cell: Cell | None) -> None:
        properties = children_of(first_child(paragraph, "pPr"))
        style = self._styles.paragraph(given(properties, "pStyle"))
        level = _level(properties, style)
        if self._running is not None:
            kind, level = self._running, 0
        elif level:
            kind = BlockKind.HEADING
        elif cell is not None:
            kind = BlockKind.CELL
        else:
            kind = BlockKind.LIST_ITEM if _listed(properties, style) else BlockKind.PARAGRAPH
        for part in parts_of(words.pieces, whole=level > 0):
            again = cell is not None and cell.used
            self._story.blocks.append(
                StoryBlock(
                    part.text, kind, level, part.bold, part.bold_parts, part.prompt, cell, again, part.size, part.colour
                )
            )
            if cell is not None:
                cell.used = True
        for box in words.boxes:
            with self._text.apart(self._fields.afresh()):
                self._walk(box, cell, False)


def _level(properties: Properties, style: Style) -> int:
    own = given(properties, "outlineLvl")
    return outline_level(own) if own else style.level


def _listed(properties: Properties, style: Style) -> bool:
    numbering = properties.get(W + "numPr")
    return style.listed if numbering is None else numbered(numbering)


def _mark_is_deleted(paragraph: etree._Element) -> bool:
    properties = first_child(paragraph, "pPr")
    mark = None if properties is None else first_child(properties, "rPr")
    return mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None)
