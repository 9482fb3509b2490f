"""Layouts, author `k1`: a portal's Word export with one table a section, and a landscape print made by LibreOffice."""

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import shade, write
from layouts_e import convert

Rows = list[list[str]]


class SectionTables:
    """Word: each section is one table whose label column is shaded; headings of parts and plain text run across it."""

    LABEL, ANSWER = Cm(5.2), Cm(11.8)

    def __init__(self) -> None:
        self.document = Document()
        self.document.styles["Normal"].font.name = "Verdana"
        self.document.styles["Normal"].font.size = Pt(9)
        section = self.document.sections[0]
        section.left_margin = section.right_margin = Cm(2)
        section.header.paragraphs[0].text = "Marrowdale Council Virtual School - PEP export (all tabs)"
        section.footer.paragraphs[0].text = "CONFIDENTIAL. Print of the record as held on the portal."
        self.block: Any = None

    def row(self) -> Any:
        if self.block is None:
            self.block = self.document.add_table(0, 2, style="Table Grid")
            self.block.autofit = False
        cells = self.block.add_row().cells
        cells[0].width, cells[1].width = self.LABEL, self.ANSWER
        return cells

    def heading(self, text: str, level: int) -> None:
        if level == 1:
            self.block = None
            self.document.add_heading(text, 1)
            return
        cells = self.row()
        whole = cells[0].merge(cells[1])
        write(whole.paragraphs[0], text, bold=True)
        shade(whole, "C5D9E2")

    def paragraph(self, text: str) -> None:
        cells = self.row()
        write(cells[0].merge(cells[1]).paragraphs[0], text)

    def bullets(self, items: list[str]) -> None:
        cells = self.row()
        whole = cells[0].merge(cells[1])
        for number, item in enumerate(items):
            write(whole.add_paragraph() if number else whole.paragraphs[0], f"• {item}")

    def fields(self, pairs: Rows) -> None:
        for label, answer in pairs:
            cells = self.row()
            write(cells[0].paragraphs[0], label, bold=True)
            shade(cells[0], "EDF3F6")
            write(cells[1].paragraphs[0], answer)

    def table(self, rows: Rows) -> None:
        self.document.add_paragraph()
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
                if not number:
                    shade(cell, "C5D9E2")
        self.document.add_paragraph()
        self.block = None

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class LandscapePrint:
    """PDF by LibreOffice: landscape, dark bars, short answers in pairs below small grey labels, long ones across."""

    LONG = 60

    def __init__(self) -> None:
        self.document = Document()
        self.document.styles["Normal"].font.name = "Liberation Sans"
        self.document.styles["Normal"].font.size = Pt(9.5)
        self.document.styles["Normal"].paragraph_format.space_after = Pt(3)
        section = self.document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
        section.left_margin = section.right_margin = Cm(1.8)
        section.top_margin = section.bottom_margin = Cm(1.6)

    def heading(self, text: str, level: int) -> None:
        if level > 1:
            run = self.document.add_paragraph().add_run(text)
            run.bold, run.font.size, run.font.color.rgb = True, Pt(11), RGBColor(0x5A, 0x2A, 0x4D)
            run.font.underline = True
            return
        cell = self.document.add_table(1, 1).rows[0].cells[0]
        shade(cell, "5A2A4D")
        run = cell.paragraphs[0].add_run(text)
        run.bold, run.font.size, run.font.color.rgb = True, Pt(13), RGBColor(255, 255, 255)
        self.document.add_paragraph()

    def paragraph(self, text: str) -> None:
        write(self.document.add_paragraph(), text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def labelled(self, cell: Any, label: str, answer: str) -> None:
        run = cell.paragraphs[0].add_run(label)
        run.font.size, run.font.color.rgb = Pt(8), RGBColor(0x59, 0x59, 0x59)
        write(cell.add_paragraph(), answer)

    def fields(self, pairs: Rows) -> None:
        table = self.document.add_table(0, 2, style="Table Grid")
        waiting: Rows = []
        for pair in pairs:
            if max(map(len, pair)) > self.LONG:
                self.pair(table, waiting)
                self.pair(table, [pair])
                waiting = []
            else:
                waiting.append(pair)
                if len(waiting) == 2:
                    self.pair(table, waiting)
                    waiting = []
        self.pair(table, waiting)
        self.document.add_paragraph()

    def pair(self, table: Any, pairs: Rows) -> None:
        if not pairs:
            return
        cells = table.add_row().cells
        if len(pairs) == 1:
            self.labelled(cells[0].merge(cells[1]), *pairs[0])
            return
        for cell, (label, answer) in zip(cells, pairs, strict=True):
            self.labelled(cell, label, answer)

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Light Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
        self.document.add_paragraph()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        convert(self.document, path)
