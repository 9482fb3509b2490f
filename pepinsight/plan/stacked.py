"""Boxes with the label above its answer: rows of bold labels, each above a row of answers in the same columns.

Where nothing in a table is bold, shaded cells stand out in the same way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from pepinsight.documents import BlockKind, Document, Table
from pepinsight.once import once
from pepinsight.plan.cards import LABEL_WORDS, Box, find_cards, rows_of_cards
from pepinsight.plan.columns import roles
from pepinsight.plan.forms import columns, field_data, headings, labels
from pepinsight.plan.lexicon import FAIR, STRONG, words

_FAMILIES = ("targets", "attainment", "attendance", "spending", "actions", "people")
_MANY = 5  # plain labels on a shaded ground, from which on a form asks by them
_ABOUT = frozenset({"wording", "weak_wording", "subject", "name", "item", "action", "period", "number"})
_COLUMNS_TOO = frozenset({"target", "target_part"})  # "Target" and "How" head the columns of a table, too
_FEWEST_TITLES = 3
_PAIRED = 4  # rows of a table of labels over answers; with two it may be a part and its text
Cells = dict[int, tuple[int, ...]]
"""A row's cells, as block indices by the column at which each starts."""


def find_boxes(document: Document, table: Table) -> tuple[Box, ...]:
    """The boxes of a table in reading order, or its cards; none where its rows are a data table's or its banners head
    whole parts.

    The child's name is not taken for the word "child" here: it is an answer, and no label.
    """
    return _boxes(document)[table.index]


@once
def _boxes(document: Document) -> dict[int, tuple[Box, ...]]:
    return {table.index: _boxes_of(document, table) for table in document.tables}


def _boxes_of(document: Document, table: Table) -> tuple[Box, ...]:
    if cards := find_cards(document, table):
        return cards
    if among := rows_of_cards(document).get(table.index):
        return tuple(box for row in sorted(among) for box in among[row])
    rows: dict[int, Cells] = {}
    for (row, column), indices in sorted(table.cells.items()):
        rows.setdefault(row, {})[column] = indices
    apart = _apart(document, table)
    titles = {row for row, cells in rows.items() if any(index in _titles(document) for index in cells.get(0, ()))}
    found = list(_above_answers(document, table, rows, apart, titles))
    if not found and not any(document.blocks[index].bold for index in apart):
        return _plain_boxes(document, rows)
    taken = {row + step for row in found for step in (0, 1)}
    taken |= {row + 1 for row in titles if row + 1 in rows and len(rows[row + 1]) == 1}  # a title may stand above text
    if any(row not in taken and not _is_banner(document, rows[row], apart) for row in rows):
        return ()
    texts = {row: [words(text) for cell in rows[row].values() if (text := _text(document, cell))] for row in found}
    every = [text for row in found for text in texts[row]]
    asked = sum(map(_is_label, every)) * 2 > len(every)
    shaded = not any(document.blocks[index].bold for index in apart) and _asks_by_shade(document)
    named = table.columns > 1 and any(_names_rows(text) for text in every)
    shaded = shaded and not named
    sure = shaded or (not named and _asks_by_rows(document))
    sure = sure or (len(every) == len(found) and _asks_below_titles(document))
    if len(found) < 2 and not asked and not sure and not _may_be_asked(document, rows, found):
        return ()  # a header and its only row, or a part and its text
    if (
        not sure
        and len(every) == len(found)
        and sum(map(_is_heading, every)) * 2 >= len(every)
        and not _of_one_part(every)
    ):
        return ()  # banners, each above the text of its part
    boxes: list[Box] = []
    for row in found:
        if not shaded and sum(map(_is_label, texts[row])) * 2 < len(texts[row]) and _is_header(texts[row]):
            continue
        below = rows.get(row + 1, {})
        told = [(column, label) for column, label in sorted(rows[row].items()) if _text(document, label)]
        boxes.extend(Box(row, label, below.get(column, ())) for column, label in told)
    return tuple(boxes)


@once
def _asks_by_shade(document: Document) -> bool:
    """Whether a form puts many a plain shaded label over its answer: its parts are headed otherwise."""
    tops = [table.cells[0, 0][0] for table in document.tables if table.rows == 2 and (0, 0) in table.cells]
    plain = [index for index in tops if document.blocks[index].shaded and not document.blocks[index].bold]
    known = [index for index in plain if _is_label(words(_text(document, (index,))))]
    return len(plain) >= _MANY and len(known) * 3 >= len(plain)


@once
def _titles(document: Document) -> frozenset[int]:
    """What heads the parts of a form in pale letters on a dark ground, each in a row of its own, where all else that is
    bold in its tables is set otherwise."""
    single = [cell[0] for cell in _single(document)]
    pale = frozenset(index for index in single if document.blocks[index].pale)
    bold = sum(block.bold and not block.pale and block.place.table is not None for block in document.blocks)
    return pale if len(pale) >= _FEWEST_TITLES and bold >= 2 * _MANY else frozenset()


def _single(document: Document) -> Iterator[tuple[int, ...]]:
    """The cells of one block each that stand alone in their row."""
    for table in document.tables:
        rows = Counter(row for row, _ in table.cells)
        yield from (cell for (row, _), cell in sorted(table.cells.items()) if rows[row] == len(cell) == 1)


@once
def _asks_below_titles(document: Document) -> bool:
    """Whether what stands bold in rows of its own, in a form with such titles, is mostly known as labels: then the
    others ask there too, though they may sound like parts ("Extra help", "Careers talk")."""
    titles = _titles(document)
    asked = [cell for cell in _single(document) if document.blocks[cell[0]].bold and cell[0] not in titles]
    plain = [words(_text(document, cell)) for cell in asked]
    return bool(titles) and len(plain) >= 2 * _MANY and sum(map(_is_label, plain)) * 3 >= len(plain)


@once
def _asks_by_rows(document: Document) -> bool:
    """Whether a form whose parts have headings by style puts many a bold label over its answer, in tables of nothing
    else: a label that sounds like a part ("Provision", "Action") asks there too."""
    if sum(block.kind is BlockKind.HEADING for block in document.blocks) < _MANY:
        return False
    asked: list[int] = []
    for table in document.tables:
        cells = [table.cells.get((row, 0), ()) for row in range(table.rows)] if table.columns == 1 else []
        bold = [any(document.blocks[index].bold for index in cell) for cell in cells]
        if len(cells) >= _PAIRED and bold == [row % 2 == 0 for row in range(len(cells))]:
            asked += [cell[0] for cell in cells[::2]]
    known = [index for index in asked if _is_label(words(_text(document, (index,))))]
    return len(asked) >= 2 * _MANY and len(known) * 3 >= len(asked)


def _names_rows(text: str) -> bool:
    """Whether a column of this name would tell what each row of a data table is about."""
    return any(role in _ABOUT for family in _FAMILIES for role in roles(text, family))


def _apart(document: Document, table: Table) -> frozenset[int]:
    """The blocks of a table that stand out: the bold ones, else the shaded ones."""
    inside = [index for cell in table.cells.values() for index in cell]
    bold = frozenset(index for index in inside if document.blocks[index].bold)
    return bold or frozenset(index for index in inside if document.blocks[index].shaded)


def _may_be_asked(document: Document, rows: dict[int, Cells], found: list[int]) -> bool:
    """True for one row of unknown words over their answers, side by side: no columns known of any data table, and no
    answer that is a label itself."""
    if not found or len(rows[found[0]]) < 2:
        return False
    told = [_text(document, cell) for cell in rows[found[0]].values()]
    below = [words(_text(document, cell)) for cell in rows.get(found[0] + 1, {}).values()]
    answers = [plain for plain in below[::2] if plain]
    if _is_header([words(text) for text in told]) or (answers and all(map(labels().match, answers))):
        return False
    return all(sum(bool(roles(text, family)) for text in told) * 2 <= len(told) for family in _FAMILIES)


def _plain_boxes(document: Document, rows: dict[int, Cells]) -> tuple[Box, ...]:
    """The same where nothing is bold, as in a web page's print: rows that hold nothing but known labels, two side by
    side at least once, each above the lines of its answers. A label that opens one of these lines has its own answer
    beside it, and so have all others ("Legal status | Care order", "In care since | 6 May 2021")."""
    told = {
        row: {column: cell for column, cell in cells.items() if _text(document, cell)} for row, cells in rows.items()
    }
    above = [
        row
        for row, cells in told.items()
        if cells and all(_is_label(words(_text(document, cell))) for cell in cells.values())
    ]
    ends = [*above[1:], max(rows) + 1] if above else []
    paired = all(end - row > 1 for row, end in zip(above, ends, strict=True))
    if len(above) < 2 or above[0] != min(rows) or not paired or all(len(told[row]) < 2 for row in above):
        return ()
    between = [cells for row, cells in told.items() if row not in above and len(cells) > 1]
    if any(_is_label(words(_text(document, cells[min(cells)]))) for cells in between):
        return ()
    return tuple(
        Box(row, label, told.get(row + 1, {}).get(column, ()))
        for row in above
        for column, label in sorted(told[row].items())
    )


def _above_answers(
    document: Document, table: Table, rows: dict[int, Cells], apart: frozenset[int], titles: Collection[int]
) -> Iterator[int]:
    """The rows of labels: all stand out, all short, no title of a part, right above a row that does not, and that no
    further such row follows."""
    row = 0
    while row + 1 < table.rows:
        here, below, after = (rows.get(row + step, {}) for step in (0, 1, 2))
        if (
            row not in titles
            and _are_labels(document, here, apart)
            and below.keys() <= here.keys()
            and not any(cell[0] in apart for cell in below.values())
            and (row + 2 >= table.rows or not after or after[min(after)][0] in apart)
        ):
            yield row
            row += 1
        row += 1


def _are_labels(document: Document, cells: Cells, apart: frozenset[int]) -> bool:
    told = [index for indices in cells.values() for index in indices if _text(document, (index,))]
    return bool(told) and all(
        index in apart and len(_text(document, (index,)).split()) <= LABEL_WORDS for index in told
    )


def _is_banner(document: Document, cells: Cells, apart: frozenset[int]) -> bool:
    told = [cell for cell in cells.values() if _text(document, cell)]
    return len(told) == 1 and all(index in apart for index in told[0])


def _is_label(plain: str) -> bool:
    """Whether these words are rather a field's label than a part's heading."""
    label, heading = labels().match(plain), headings().match(plain)
    if label is None or label.strength < max(FAIR, heading.strength if heading else 0):
        return False
    return label.kind not in _COLUMNS_TOO


def _of_one_part(every: list[str]) -> bool:
    """True for two labels and more of which most count for one and the same part of the form."""
    known = [match for match in map(labels().match, every) if match is not None]
    parts = Counter(field_data().fields[match.kind].section for match in known)
    return len(every) > 1 and any(count * 2 > len(every) for part, count in parts.items() if part is not None)


def _is_heading(plain: str) -> bool:
    heading = headings().match(plain)
    return heading is not None and heading.strength >= STRONG


def _is_header(texts: list[str]) -> bool:
    """True for the header of a data table that holds one row."""
    found = columns().match(" ".join(texts))
    return len(texts) > 1 and found is not None and found.strength >= FAIR


def _text(document: Document, indices: tuple[int, ...]) -> str:
    return " ".join(document.text_of(document.blocks[index]) for index in indices).strip()
