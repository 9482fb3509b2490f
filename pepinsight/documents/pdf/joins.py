"""Pages to one flow: paragraphs, tables and rows that a page break cut in two are made whole again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pepinsight.documents.document import BlockKind, Box
from pepinsight.documents.pdf.flow import PageFlow
from pepinsight.documents.pdf.geometry import around, overlap
from pepinsight.documents.pdf.grid import FilledCell, PageTable
from pepinsight.documents.pdf.lines import Paragraph, PrintedLine, ends_sentence, fits_after, same_face

_SAME_EDGE = 3.0
_INSET = 9.0
"""Words stand at most this many points in from the side of their cell."""
_STRIP = 11.0
"""A row lower than this many points has no room for a line."""


@dataclass(frozen=True)
class Running:
    """A running line, or a table's header row that a new page repeats."""

    kind: BlockKind
    lines: tuple[PrintedLine, ...]


@dataclass(frozen=True)
class WholeCell:
    """A cell of a table over all its pages; ``page`` and ``box`` are those of its first part."""

    row: int
    column: int
    row_span: int
    column_span: int
    page: int
    box: Box
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class WholeTable:
    """A table over all its pages, its cells in order of their rows, and the tables nested in it."""

    cells: tuple[WholeCell, ...]
    inner: tuple[PageTable, ...] = ()
    ruled: bool = True


Part = Paragraph | PageTable
Element = Paragraph | WholeTable | Running


def join_pages(flows: Sequence[PageFlow]) -> list[Element]:
    """All pages' elements in reading order; running lines stand where their page begins or ends.

    Those at a page break that cuts a paragraph or table stand after it, as no block may stand within another. A break
    may cut several tables that stand side by side.
    """
    bottom = max((_bottom(flow.body[-1]) for flow in flows if flow.body), default=0.0)
    elements: list[Element] = []
    strands: list[list[Part]] = []  # what stands at the foot of the page, and may go on
    held: list[Element] = []
    for flow in flows:
        held += [Running(BlockKind.HEADER, (line,)) for line in flow.headers]
        abreast = _abreast(flow.body)
        new: list[Part] = []
        for part in flow.body[:abreast]:
            squared = [(strand, _squared(strand[-1], part)) for strand in strands]
            going_on = (pair for pair in squared if _goes_on(pair[0][-1], pair[1], bottom))
            strand, piece = next(going_on, (new, part))
            strand.append(piece)
        new += flow.body[abreast:]
        if new:
            elements += [element for strand in strands for element in _whole(strand)]
            elements += held
            held.clear()
            last = len(new) - _abreast(new[::-1])
            elements += [element for part in new[:last] for element in _whole([part])]
            strands = [[part] for part in new[last:]]
        held += [Running(BlockKind.FOOTER, (line,)) for line in flow.footers]
    elements += [element for strand in strands for element in _whole(strand)]
    return elements + held


def _abreast(parts: Sequence[Part]) -> int:
    """How many of the first parts stand side by side: one, or several tables none of which is above another."""
    count = min(1, len(parts))
    while count < len(parts) and all(_beside(parts[count], other) for other in parts[:count]):
        count += 1
    return count


def _beside(one: Part, other: Part) -> bool:
    if not (isinstance(one, PageTable) and isinstance(other, PageTable)):
        return False
    apart = one.box[0] >= other.box[2] or other.box[0] >= one.box[2]
    return apart and overlap((one.box[1], one.box[3]), (other.box[1], other.box[3])) > 0


def _squared(before: Part, after: Part) -> Part:
    """``after`` with the sides of the ruled table before it, where only white space parts its columns and these agree:
    nothing shows where it ends but its words, which stand a little way in."""
    if not (isinstance(before, PageTable) and isinstance(after, PageTable)) or after.ruled or not before.ruled:
        return after
    ours, theirs = _edges([before]), _edges([after])
    inner = [abs(one - other) <= _SAME_EDGE for one, other in zip(ours[1:-1], theirs[1:-1], strict=False)]
    if len(ours) != len(theirs) or not inner or not all(inner) or abs(ours[0] - theirs[0]) > _INSET:
        return after
    last = max(filled.cell.column for filled in after.cells)
    cells = []
    for filled in after.cells:
        x0, top, x1, foot = filled.cell.box
        box = (x0 if filled.cell.column else ours[0], top, ours[-1] if filled.cell.column == last else x1, foot)
        cells.append(replace(filled, cell=replace(filled.cell, box=box)))
    return replace(after, box=(ours[0], after.box[1], ours[-1], after.box[3]), cells=tuple(cells))


def _goes_on(before: Part, after: Part, bottom: float) -> bool:
    return _page(after) == _page(before) + 1 and _continues(before, after, bottom)


def _page(part: Part) -> int:
    return part.page if isinstance(part, PageTable) else part.lines[-1].page


def _bottom(part: Part) -> float:
    return part.box[3] if isinstance(part, PageTable) else part.lines[-1].box[3]


def _continues(before: Part, after: Part, bottom: float) -> bool:
    if isinstance(before, Paragraph) and isinstance(after, Paragraph):
        return _paragraph_continues(before, after)
    if isinstance(before, PageTable) and isinstance(after, PageTable):
        return _table_continues(before, after, bottom)
    return False


def _paragraph_continues(before: Paragraph, after: Paragraph, in_cell: bool = False) -> bool:
    """True when ``after`` reads on from a full line; with a new sentence only in a cell, as those seldom hold many."""
    last, first = before.lines[-1], after.lines[0]
    if before.title or after.title or first.bulleted or not same_face(last, first) or fits_after(last, first):
        return False
    return in_cell or first.words[0].text[0].islower() or not ends_sentence(last)


def _table_continues(before: PageTable, after: PageTable, bottom: float) -> bool:
    """True when ``after`` has the same sides, agreeing columns, and its first row had no room on the page before."""
    above, below = (around(filled.cell.box for filled in row) for row in (_rows(before)[-1], _rows(after)[0]))
    open_sided = not (before.ruled and after.ruled)
    if abs(above[0] - below[0]) > _SAME_EDGE or (abs(above[2] - below[2]) > _SAME_EDGE and not open_sided):
        return False
    rows = _repeated_rows(before, after)
    if _row_continues(before, after, rows):
        return True
    next_row = [filled.cell.box for filled in after.cells if filled.cell.row == rows]
    if not next_row:
        return False
    height = max(box[3] for box in next_row) - min(box[1] for box in next_row)
    if bottom - before.box[3] > height + 2:
        return False
    ours, theirs = _edges([before]), _edges([after])
    if open_sided:
        ours, theirs = ours[:-1], theirs[:-1]
    return rows > 0 or _among(ours, theirs) or _among(theirs, ours)


def _among(some: Sequence[float], others: Sequence[float]) -> bool:
    return all(any(abs(value - other) <= _SAME_EDGE for other in others) for value in some)


def _edges(parts: Iterable[PageTable]) -> list[float]:
    """Where the columns start, and where the last one ends."""
    parts = list(parts)
    open_sided = [part for part in parts if not part.ruled]
    boxes = [(filled.cell.box, part) for part in parts for filled in part.cells]
    values = [box[0] for box, _ in boxes] + [box[2] for box, part in boxes if part.ruled]
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _SAME_EDGE:
            edges.append(value)
    end = max((part.box[2] for part in open_sided), default=0.0)
    return [*edges, end] if end - max(edges, default=0.0) > _SAME_EDGE else edges


def _rows(table: PageTable) -> list[list[FilledCell]]:
    rows: dict[int, list[FilledCell]] = {}
    for filled in table.cells:
        rows.setdefault(filled.cell.row, []).append(filled)
    return [rows[row] for row in sorted(rows)]


def _repeated_rows(first: PageTable, after: PageTable) -> int:
    """How many rows at the top of ``after`` say again what those at the top of ``first`` say."""
    count = 0
    for mine, other in zip(_rows(first), _rows(after)[:-1], strict=False):
        texts = [filled.text for filled in mine]
        if not any(texts) or texts != [filled.text for filled in other]:
            break
        count += 1
    return count


def _begins_with_rest(before: PageTable, rows: Sequence[Sequence[FilledCell]]) -> bool:
    """True where the first row is the empty foot of the one that the page cut: without it labels and answers go on in
    turn, bold and plain."""
    if len(rows) < 2 or any(filled.paragraphs for filled in rows[0]):
        return False
    low = all(filled.cell.box[3] - filled.cell.box[1] < _STRIP for filled in rows[0])
    return low or _bold(_rows(before)[-1]) != _bold(rows[1])


def _bold(row: Sequence[FilledCell]) -> bool:
    paragraphs = [paragraph for filled in row for paragraph in filled.paragraphs]
    return bool(paragraphs) and all(paragraph.bold for paragraph in paragraphs)


def _row_continues(before: PageTable, after: PageTable, repeated: int) -> bool:
    """True when the first row of ``after`` (below its repeated rows) is the rest of the last row of ``before``.

    A cell that goes on was filled to the foot of its part (one more line may have been moved to keep two together).
    Where all cells hold words, all must read on; where some are empty, as the rest of a cut row mostly has, one must.
    A row without its first cell, which labels it, may also go on with a new sentence; one whose first cell begins
    anew does not go on.
    """
    last_row, first_row = _rows(before)[-1], _rows(after)[repeated]
    pairs = [(_above(filled, last_row), filled) for filled in first_row]
    if len(last_row) != len(first_row) or any(above is None for above, _ in pairs):
        return False
    going_on = [(above, filled) for above, filled in pairs if above and filled.paragraphs]
    if not going_on or any(not above.paragraphs for above, _ in going_on):
        return False
    if _parts_captions(last_row, first_row, [*_rows(before)[:-1], *_rows(after)[repeated + 1 :]]):
        return True
    reading_on = 0
    all_go_on = len(going_on) == len(pairs)
    unlabelled = not first_row[0].paragraphs and bool(last_row[0].paragraphs)
    for above, filled in going_on:
        last, first = above.paragraphs[-1].lines[-1], filled.paragraphs[0].lines[0]
        if filled is first_row[0] and fits_after(last, first):
            return False
        if above.cell.box[3] - last.box[3] > (1.2 if all_go_on else 2.6) * last.size:
            return False
        if not fits_after(last, first) and same_face(last, first):
            reading_on += unlabelled or first.words[0].text[0].islower() or not ends_sentence(last)
    return reading_on == len(going_on) if all_go_on else reading_on > 0


def _parts_captions(
    last_row: Sequence[FilledCell], first_row: Sequence[FilledCell], others: Sequence[Sequence[FilledCell]]
) -> bool:
    """True where the page cut captions from their answers: the last row holds nothing but captions, the first none, and
    in the other rows each cell opens with one, set in letters of its own."""
    captions = [line for filled in last_row for paragraph in filled.paragraphs for line in paragraph.lines]
    opening = [filled.paragraphs for row in others for filled in row if filled.paragraphs]
    answers = [filled.paragraphs[0].lines[0] for filled in first_row if filled.paragraphs]
    caption = captions[0]
    return (
        all(same_face(caption, line) for line in captions)
        and not any(same_face(caption, line) for line in answers)
        and any(not same_face(caption, cell[-1].lines[-1]) for cell in opening)
        and all(same_face(caption, cell[0].lines[0]) for cell in opening)
    )


def _above(filled: FilledCell, row: list[FilledCell]) -> FilledCell | None:
    box = filled.cell.box
    for other in row:
        if abs(other.cell.box[0] - box[0]) <= _SAME_EDGE and (
            abs(other.cell.box[2] - box[2]) <= _SAME_EDGE or other.cell.column == len(row) - 1 == filled.cell.column
        ):
            return other
    return None


def _whole(parts: Sequence[Part]) -> list[Element]:
    tables = [part for part in parts if isinstance(part, PageTable)]
    if not tables:
        if len(parts) == 1 and isinstance(parts[0], Paragraph):
            return [parts[0]]
        return [Paragraph(tuple(line for part in parts if isinstance(part, Paragraph) for line in part.lines))]
    repeated = [
        Running(BlockKind.HEADER, lines)
        for table in tables[1:]
        for row in _rows(table)[: _repeated_rows(tables[0], table)]
        for filled in row
        if (lines := tuple(line for paragraph in filled.paragraphs for line in paragraph.lines))
    ]
    return [whole_table(tables), *repeated]


def whole_table(tables: Sequence[PageTable]) -> WholeTable:
    """The parts of one table on successive pages put together; header rows that a page repeats are left out."""
    edges = _edges(tables)
    cells: dict[tuple[int, int], WholeCell] = {}
    next_row = 0
    for number, table in enumerate(tables):
        skipped = _repeated_rows(tables[0], table) if number else 0
        skipped += number > 0 and _begins_with_rest(tables[number - 1], _rows(table)[skipped:])
        continued = number > 0 and _row_continues(tables[number - 1], table, skipped)
        first_row = next_row - 1 if continued else next_row
        for filled in table.cells:
            cell = filled.cell
            if cell.row < skipped:
                continue
            whole = _place(filled, first_row - skipped, edges)
            if continued and cell.row == skipped:
                above = cells.get((whole.row, whole.column)) or _tall(cells, whole)
                if above is not None:
                    cells[above.row, above.column] = _extended(above, whole)
                    continue
            cells[whole.row, whole.column] = whole
            next_row = max(next_row, whole.row + whole.row_span)
    ordered = tuple(cells[key] for key in sorted(cells))
    ruled = all(table.ruled for table in tables)
    return WholeTable(ordered, tuple(inner for table in tables for inner in table.inner), ruled)


def _place(filled: FilledCell, first_row: int, edges: list[float]) -> WholeCell:
    box = filled.cell.box
    column = min(range(len(edges)), key=lambda index: abs(edges[index] - box[0]))
    end = min(range(len(edges)), key=lambda index: abs(edges[index] - box[2]))
    row = filled.cell.row + first_row
    span = filled.cell.row_span
    return WholeCell(row, column, span, max(end - column, 1), filled.page, box, filled.paragraphs)


def _tall(cells: dict[tuple[int, int], WholeCell], below: WholeCell) -> WholeCell | None:
    """The cell in the same column that reaches down to the row in which ``below`` goes on."""
    return next(
        (
            cell
            for cell in cells.values()
            if cell.column == below.column and cell.row < below.row < cell.row + cell.row_span
        ),
        None,
    )


def _extended(above: WholeCell, below: WholeCell) -> WholeCell:
    paragraphs = list(above.paragraphs)
    rest = list(below.paragraphs)
    if paragraphs and rest and _paragraph_continues(paragraphs[-1], rest[0], in_cell=True):
        paragraphs[-1] = Paragraph(paragraphs[-1].lines + rest.pop(0).lines)
    row_span = max(above.row_span, below.row + below.row_span - above.row)
    return WholeCell(
        above.row, above.column, row_span, above.column_span, above.page, above.box, tuple(paragraphs + rest)
    )  # fmt: skip
