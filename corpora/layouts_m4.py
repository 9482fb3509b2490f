"""Layouts of author `m4`: a county template in Word heading styles; its landscape review form, through LibreOffice."""

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import shade
from layouts_e import Rows, convert

ACROSS = 3
LONG_ANSWER = 110


class StyledTemplate:
    """Word headings and running text: labels bold, bullets real, each outcome a small table."""

    def __init__(self) -> None:
        self.document = Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(11)
        for level, size in ((1, 16), (2, 13), (3, 11)):
            style = self.document.styles[f"Heading {level}"]
            style.font.name, style.font.size = "Calibri", Pt(size)
            style.font.color.rgb = RGBColor(0x1F, 0x4E, 0x5F)
        section = self.document.sections[0]
        section.left_margin = section.right_margin = Cm(2.2)
        section.footer.paragraphs[0].text = "OFFICIAL SENSITIVE. Education Review and Plan v6.2"

    def heading(self, text: str, level: int) -> None:
        self.document.add_heading(text, level)

    def paragraph(self, text: str) -> None:
        self.document.add_paragraph(text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def fields(self, pairs: Rows) -> None:
        for label, answer in pairs:
            paragraph = self.document.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(4)
            paragraph.add_run(label).bold = True
            if len(answer) > LONG_ANSWER:
                self.document.add_paragraph(answer)
            else:
                paragraph.add_run(f"  {answer}")

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Light Grid Accent 1")
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        self.document.add_paragraph()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            table = self.document.add_table(0, 2, style="Table Grid")
            table.autofit = False
            table.columns[0].width, table.columns[1].width = Cm(4.2), Cm(12.4)
            for label, answer in card:
                cells = table.add_row().cells
                cells[0].width, cells[1].width = Cm(4.2), Cm(12.4)
                cells[0].paragraphs[0].add_run(label).bold = True
                cells[1].paragraphs[0].add_run(answer)
                shade(cells[0], "DCE9EE")
            self.document.add_paragraph()

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class LandscapeReview:
    """A landscape form of boxes, three to a row, the question small at its top, the answer below."""

    def __init__(self) -> None:
        self.document = Document()
        section = self.document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(1.5)
        section.header.paragraphs[0].text = "Education Review (child looked after)"
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Liberation Sans", Pt(9)
        normal.paragraph_format.space_after = Pt(3)

    def gap(self) -> None:
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def heading(self, text: str, level: int) -> None:
        if level == 1:
            cell = self.document.add_table(1, 1, style="Table Grid").rows[0].cells[0]
            shade(cell, "5B2C6F")
            run = cell.paragraphs[0].add_run(text)
            run.bold, run.font.size, run.font.color.rgb = True, Pt(12), RGBColor(0xFF, 0xFF, 0xFF)
            self.gap()
            return
        run = self.document.add_paragraph().add_run(text)
        run.bold, run.font.size, run.font.color.rgb = True, Pt(10.5), RGBColor(0x5B, 0x2C, 0x6F)

    def paragraph(self, text: str) -> None:
        self.document.add_table(1, 1, style="Table Grid").rows[0].cells[0].text = text
        self.gap()

    def bullets(self, items: list[str]) -> None:
        cell = self.document.add_table(1, 1, style="Table Grid").rows[0].cells[0]
        for number, item in enumerate(items):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.add_run(f"• {item}")
        self.gap()

    def fields(self, pairs: Rows) -> None:
        table = self.document.add_table(0, ACROSS, style="Table Grid")
        waiting: Rows = []
        for pair in pairs:
            if len(pair[1]) > LONG_ANSWER:
                self.boxes(table, waiting)
                self.boxes(table, [pair])
                waiting = []
            else:
                waiting.append(pair)
            if len(waiting) == ACROSS:
                self.boxes(table, waiting)
                waiting = []
        self.boxes(table, waiting)
        self.gap()

    def boxes(self, table: Any, pairs: Rows) -> None:
        if not pairs:
            return
        cells = table.add_row().cells
        for number, (label, answer) in enumerate(pairs):
            cell = cells[number]
            if number == len(pairs) - 1:
                cell = cell.merge(cells[ACROSS - 1])
            run = cell.paragraphs[0].add_run(label)
            run.bold, run.font.size, run.font.color.rgb = True, Pt(7.5), RGBColor(0x5B, 0x2C, 0x6F)
            cell.add_paragraph(answer)

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.paragraphs[0].add_run(text).bold = number == 0
                if number == 0:
                    shade(cell, "E8DAEF")
        self.gap()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        convert(self.document, path)
