"""Titles of a form's parts in shaded boxes of their own in the left margin."""

from __future__ import annotations

from making_pdf import RIGHT, Sheet, read_drawn, said

from pepinsight.documents import BlockKind

MARGIN, PARTS = (40, 130), 145


def badge(sheet: Sheet, top: float, lines: list[str]) -> None:
    sheet.box(MARGIN[0], top, MARGIN[1], top + 8 + 14 * len(lines), fill="#402050", stroke=False)
    for number, words in enumerate(lines):
        sheet.text(MARGIN[0] + 5, top + 15 + 14 * number, words, bold=True)


def test_a_shaded_title_in_the_margin_heads_what_stands_beside_and_below_it() -> None:
    def draw(sheet: Sheet) -> None:
        badge(sheet, 100, ["1 Who was", "there"])
        for row, (name, role) in enumerate([("Who", "What"), ("Ms Finch", "teacher"), ("Mr Orde", "carer")]):
            sheet.line(PARTS, 118 + 16 * row, RIGHT, 118 + 16 * row)
            sheet.text(PARTS + 4, 114 + 16 * row, name, bold=row == 0)
            sheet.text(PARTS + 150, 114 + 16 * row, role, bold=row == 0)
        badge(sheet, 200, ["2 School"])
        sheet.text(PARTS, 213, "Robin settled in the new class at once.")
        badge(sheet, 300, ["3 What Robin", "says about", "it all"])
        sheet.text(PARTS, 313, "I like the library best.")

    document = read_drawn(draw)
    assert said(document, BlockKind.HEADING) == ["1 Who was there", "2 School", "3 What Robin says about it all"]
    told = [document.text_of(block) for block in document.blocks]
    assert told.index("1 Who was there") < told.index("Ms Finch") < told.index("2 School")
    assert told[-2:] == ["3 What Robin says about it all", "I like the library best."]


def test_shaded_labels_as_high_as_their_answers_are_no_titles() -> None:
    def draw(sheet: Sheet) -> None:
        for number, (label, answer) in enumerate([("Name", "Ife Marsh"), ("Year", "Year 9"), ("School", "Elm Road")]):
            top, height = 100 + 40 * number, 20 + 4 * number
            sheet.box(MARGIN[0], top, MARGIN[1], top + height, fill="#dddddd", stroke=False)
            sheet.box(PARTS, top, RIGHT, top + height, fill="#f4f4f4", stroke=False)
            sheet.text(MARGIN[0] + 5, top + 14, label, bold=True)
            sheet.text(PARTS + 5, top + 14, answer)

    assert said(read_drawn(draw), BlockKind.HEADING) == []
