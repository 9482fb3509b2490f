"""PDFs whose labels stand, small and grey, above their answers within the cells, and whose titles stand in frames."""

from __future__ import annotations

from making_pdf import LEFT, RIGHT, Sheet, read_drawn, said

from pepinsight.documents import BlockKind, Document
from pepinsight.plan import SectionKind
from pepinsight.plan.recognise import recognise

MIDDLE = (LEFT + RIGHT) / 2
ASKED = (
    (("Legal status", "Full care order"), ("Came into care", "3 March 2021")),
    (("Ethnicity", "White British"), ("First language", "English")),
    (("Lives with", "Mr and Mrs Vale"), ("Family time", "")),
    (("Attachment and trauma: what do the staff know?", "Her sheet is with all of them"), ("Health", "Asthma pump")),
)
GREY = "#555555"


def cells(sheet: Sheet, y: float, rows: tuple[tuple[tuple[str, str], ...], ...], high: float = 30) -> float:
    for row in rows:
        for (label, answer), x0, x1 in zip(row, (LEFT, MIDDLE), (MIDDLE, RIGHT), strict=True):
            sheet.box(x0, y, x1, y + high)
            sheet.text(x0 + 5, y + 9, label, size=7, colour=GREY)
            sheet.text(x0 + 5, y + 22, answer, size=9)
        y += high
    return y


def form(sheet: Sheet) -> None:
    sheet.text(LEFT, 40, "Personal Education Plan", size=16, bold=True)
    sheet.text(LEFT, 70, "About her care", size=12, bold=True, colour="#204060")
    y = cells(sheet, 80, ASKED)
    for title, rows in (
        ("Strengths and difficulties", ((("Score", ""), ("Date it was done", "")),)),
        ("School", ((("Date admitted", "4 September 2023"), ("Designated teacher", "Ms Orla Finch")),)),
        ("Attendance", ((("This year to date", "94.1%"), ("Authorised", "5.9%")),)),
    ):
        sheet.text(LEFT, y + 24, title, size=12, bold=True, colour="#204060")
        y = cells(sheet, y + 34, rows, 20 if title.startswith("Strengths") else 30)
    sheet.paragraph(
        LEFT, y + 30, "She came to the meeting and read two of her own pages to the people there. " * 4, size=9
    )


def answers(document: Document) -> dict[str, str]:
    plan = recognise(document)
    return {plan.quote(item.label): plan.quote(item.value) for item in plan.fields}


def test_grey_labels_within_the_cells_each_have_the_answer_below_them() -> None:
    told = answers(read_drawn(form))
    assert {label: answer for row in ASKED for label, answer in row}.items() <= told.items()
    assert told["Date admitted"] == "4 September 2023"


def test_a_table_of_labels_alone_is_a_blank_one_in_such_a_form() -> None:
    told = answers(read_drawn(form))
    assert told["Score"] == told["Date it was done"] == ""


def test_a_lone_blank_cell_that_is_surer_known_as_a_label_heads_nothing() -> None:
    def draw(sheet: Sheet) -> None:
        form(sheet)
        sheet.box(LEFT, 560, MIDDLE, 580)
        sheet.text(LEFT + 5, 569, "School finance contact", size=7, colour=GREY)

    plan = recognise(read_drawn(draw))
    assert "School finance contact" not in {plan.quote(part.title) for part in plan.sections if part.title}
    assert [item.kind for item in plan.fields if item.blank][-1] == "finance_officer"


def title(sheet: Sheet, y: float, text: str) -> float:
    sheet.box(LEFT, y, RIGHT, y + 22, fill="#f0e8ee")
    sheet.text(LEFT + 8, y + 15, text, size=12, bold=True)
    return y + 36


def test_titles_in_frames_are_headings_and_no_blank_labels() -> None:
    titles = ["About her care", "Carer's views", "The meeting"]

    def draw(sheet: Sheet) -> None:
        y = cells(sheet, title(sheet, 40, titles[0]), ASKED)
        y = cells(sheet, y + 10, ((("School", "Mere School"), ("Designated teacher", "Ms Finch")),) * 2)
        y = title(sheet, y + 20, titles[1])
        y = sheet.paragraph(LEFT, y, "She reads at home with Mrs Vale most nights of the week. " * 6, size=9)
        y = title(sheet, y + 20, titles[2])
        sheet.paragraph(LEFT, y, "We went through what she wants, and Mr Vale asked for a map. " * 6, size=9)

    document = read_drawn(draw)
    assert said(document, BlockKind.HEADING) == titles
    kinds = [part.kind for part in recognise(document).sections if part.title]
    assert kinds[1:] == [SectionKind.CARER, SectionKind.MEETING]


def test_a_title_at_the_foot_of_a_page_spans_the_columns_of_the_table_on_the_next() -> None:
    rows = [("Who", "Role", "There?"), ("Mrs Vale", "Carer", "Yes"), ("Ms Finch", "Teacher", "Yes"), ("Leo", "-", "No")]

    def first(sheet: Sheet) -> None:
        sheet.paragraph(LEFT, 60, "She reads at home with Mrs Vale most nights of the week. " * 8)
        title(sheet, 770, "The meeting")

    def second(sheet: Sheet) -> None:
        for number, row in enumerate(rows):
            sheet.line(LEFT, 54 + 14 * number, RIGHT - 1.5, 54 + 14 * number)
            for x, text in zip((LEFT + 2, 220, 440), row, strict=True):
                sheet.text(x, 51 + 14 * number, text, bold=not number)

    document = read_drawn(first, second)
    assert [table.columns for table in document.tables] == [3]
    plan = recognise(document)
    assert "The meeting" in {plan.quote(part.title) for part in plan.sections if part.title}
