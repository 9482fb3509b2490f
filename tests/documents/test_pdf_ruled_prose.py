"""Tables in a PDF whose columns are full of prose are told from columns of running text by the lines between rows."""

from __future__ import annotations

import pytest
from making_pdf import LEFT, Sheet, read_drawn, rows

from pepinsight.documents import BlockKind

COLUMNS = (LEFT, LEFT + 170, LEFT + 340)
TITLES = ("What we said last time", "What came of it", "What the money did")
PROSE = (
    (
        "Ines will read aloud to her group on",
        "She did so nine times and chose the",
        "Two sets of plays were bought so that",
    ),
    (
        "three mornings a week until half term",
        "part of the wolf on the last two days",
        "nobody has to share in the reading room",
    ),
    (
        "Ines will bring her kit on each of the",
        "She had all of it on four days in five",
        "A second set now stays in the school so",
    ),
    (
        "five days and pack it the night before",
        "and rang her aunt about it on the fifth",
        "that a late bus no longer costs a lesson",
    ),
)


def drawn(lines: tuple[float, ...]) -> list[list[str]]:
    def page(sheet: Sheet) -> None:
        sheet.text(LEFT, 40, "Looking back", size=14, bold=True)
        for at, text in enumerate(TITLES):
            sheet.text(COLUMNS[at], 70, text, size=8.5, bold=True)
        for number, row in enumerate(PROSE):
            for at, text in enumerate(row):
                sheet.text(COLUMNS[at], 86 + 11 * number + 6 * (number // 2), text, size=8.5)
        for y in lines:
            for x in COLUMNS:
                sheet.line(x - 4, y, x + 166, y)

    document = read_drawn(page)
    return rows(document) if any(block.kind is BlockKind.CELL for block in document.blocks) else []


def test_lines_between_the_rows_make_a_table_of_full_columns() -> None:
    told = drawn((60, 75, 101.5, 126))
    assert told[0] == list(TITLES)
    assert told[1] == [f"{first} {second}" for first, second in zip(PROSE[0], PROSE[1], strict=True)]
    assert told[2] == [f"{first} {second}" for first, second in zip(PROSE[2], PROSE[3], strict=True)]


@pytest.mark.parametrize("lines", [(), (60, 126)], ids=["none", "above and below"])
def test_full_columns_without_them_are_running_text(lines: tuple[float, ...]) -> None:
    assert drawn(lines) == []
