"""Layouts of author `f5`: a coastal council's Word form, each Part one table with merged cells (`PartForm`), and the
same council's plainer form as a PDF by LibreOffice, its targets a grid of one column a question (`PlainForm`)."""

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import shade, write
from layouts_e import convert

Rows = list[list[str]]
COLUMNS = 12
SPANS = {2: [4, 8], 3: [4, 4, 4], 4: [3, 3, 3, 3], 5: [3, 2, 3, 2, 2], 6: [2] * 6, 7: [2, 2, 2, 2, 2, 1, 1]}
SHORT, LONG = 42, 210  # Characters: shorter answers share a row; longer ones get a row below their label.


class PartForm:
    """Word: each Part is one table of two and four columns with merged cells and a white-on-green title row."""

    def __init__(self) -> None:
        self.document = Document()
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = "Arial", Pt(9.5)
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(1.7)
        section.header.paragraphs[0].text = "OFFICIAL – SENSITIVE when completed"
        section.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        section.footer.paragraphs[0].text = "PEP form v7 (Sept 2025)  Please do not alter the layout of this form"
        self.grid: Any = None
        self.titled = False

    def row(self, spans: list[int], texts: list[str], *, bold: set[int], colour: str | None = None) -> list[Any]:
        """One more row of the Part's table: its cells are merged to the spans, the bold ones shaded."""
        if self.grid is None:
            self.grid = self.document.add_table(0, COLUMNS, style="Table Grid")
            self.grid.alignment = WD_TABLE_ALIGNMENT.CENTER
        cells, start, made = self.grid.add_row().cells, 0, []
        for number, (span, text) in enumerate(zip(spans, texts, strict=True)):
            cell = cells[start] if span == 1 else cells[start].merge(cells[start + span - 1])
            write(cell.paragraphs[0], text, bold=number in bold)
            if number in bold:
                shade(cell, colour or "EAF1EE")
            made.append(cell)
            start += span
        return made

    def heading(self, text: str, level: int) -> None:
        if not self.titled:
            title = self.document.add_paragraph()
            title.alignment = WD_ALIGN_PARAGRAPH.CENTER
            run = title.add_run(text)
            run.bold, run.font.size = True, Pt(16)
            self.titled = True
        elif level == 1:
            self.document.add_paragraph()
            self.grid = None
            [cell] = self.row([COLUMNS], [text], bold={0}, colour="1F5C4D")
            for run in cell.paragraphs[0].runs:
                run.font.color.rgb, run.font.size = RGBColor(0xFF, 0xFF, 0xFF), Pt(12)
        else:
            self.row([COLUMNS], [text], bold={0}, colour="BFD8CF")

    def paragraph(self, text: str) -> None:
        if self.grid is None:
            self.document.add_paragraph(text)
        else:
            self.row([COLUMNS], [text], bold=set())

    def bullets(self, items: list[str]) -> None:
        [cell] = self.row([COLUMNS], [f"• {items[0]}"], bold=set())
        for item in items[1:]:
            write(cell.add_paragraph(), f"• {item}")

    def fields(self, pairs: Rows) -> None:
        waiting: list[str] = []
        for label, answer in pairs:
            if len(label) <= SHORT and len(answer) <= SHORT:
                waiting += [label, answer]
                if len(waiting) == 4:
                    self.row([3, 3, 3, 3], waiting, bold={0, 2})
                    waiting = []
                continue
            self.left_over(waiting)
            waiting = []
            if len(answer) > LONG:
                self.row([COLUMNS], [label], bold={0})
                self.row([COLUMNS], [answer], bold=set())
            else:
                self.row([4, 8], [label, answer], bold={0})
        self.left_over(waiting)

    def left_over(self, waiting: list[str]) -> None:
        if waiting:
            self.row([3, 9], waiting, bold={0})

    def table(self, rows: Rows) -> None:
        for number, row in enumerate(rows):
            self.row(SPANS[len(row)], row, bold=set() if number else set(range(len(row))))

    def cards(self, cards: list[Rows]) -> None:
        """A target: its number in a cell merged down the left side, a row for each question beside it."""
        for card in cards:
            (label, answer), *others = card
            first = self.row([1, 4, 7], [f"{label} {answer}", *others[0]], bold={0, 1})[0]
            for pair in others[1:]:
                last = self.row([1, 4, 7], ["", *pair], bold={1})[0]
            first.merge(last)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class PlainForm:
    """PDF by LibreOffice: headings by style, fields in two columns, targets in a grid of one column a question."""

    def __init__(self) -> None:
        self.document = Document()
        for name, size, colour in (("Title", 20, "000000"), ("Heading 1", 14, "1F3864"), ("Heading 2", 11.5, "404040")):
            style = self.document.styles[name]
            style.font.name, style.font.size, style.font.color.rgb = "Calibri", Pt(size), RGBColor.from_string(colour)
        self.document.styles["Normal"].font.name = "Calibri"
        self.document.styles["Normal"].font.size = Pt(10.5)
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        footer = section.footer.paragraphs[0]
        footer.add_run("Carrowness Virtual School – Personal Education Plan – page ")
        self.page_number(footer)
        self.titled = False

    @staticmethod
    def page_number(paragraph: Any) -> None:
        field = OxmlElement("w:fldSimple")
        field.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}instr", "PAGE")
        paragraph._p.append(field)

    def heading(self, text: str, level: int) -> None:
        self.document.add_heading(text, level if self.titled else 0)
        self.titled = True

    def paragraph(self, text: str) -> None:
        self.document.add_paragraph(text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def grid(self, rows: Rows, size: float, *, head: bool, widths: list[float]) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for across, row in enumerate(rows):
            for down, (cell, text) in enumerate(zip(table.add_row().cells, row, strict=True)):
                cell.width = Cm(widths[down])
                label = across == 0 if head else down == 0
                write(cell.paragraphs[0], text, bold=label)
                for run in cell.paragraphs[0].runs:
                    run.font.size = Pt(size)
                if label and head:
                    shade(cell, "D9D9D9")
        self.document.add_paragraph()

    def fields(self, pairs: Rows) -> None:
        self.grid(pairs, 10.5, head=False, widths=[6, 11])

    def table(self, rows: Rows) -> None:
        count = len(rows[0])
        if count == 2:
            self.grid(rows, 10, head=True, widths=[6, 11])
        else:
            self.grid(rows, 9.5 if count < 5 else 8.5, head=True, widths=[17 / count] * count)

    def cards(self, cards: list[Rows]) -> None:
        labels = [label for label, _ in cards[0]]
        if any([label for label, _ in card] != labels for card in cards):
            raise ValueError("The targets' questions differ.")
        narrow = [1.0, *[0.0] * (len(labels) - 2), 2.1]
        wide = (17 - sum(narrow)) / narrow.count(0.0)
        rows = [labels, *([answer for _, answer in card] for card in cards)]
        self.grid(rows, 8, head=True, widths=[width or wide for width in narrow])

    def save(self, path: Path) -> None:
        convert(self.document, path)
