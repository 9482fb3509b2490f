"""Layouts of author `m1`: the supplier's full print (a run of label and answer tables for each tab) in Word, and the
authority's own amended Word form, with answer boxes under their questions, converted by LibreOffice."""

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import shade, write
from layouts_e import convert

Rows = list[list[str]]
SHORT_ANSWER = 32  # Characters: such answers stand two to a row in the authority's form.


def size_columns(table: Any, widths: list[float]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=False):
            cell.width = Cm(width)


def repeat_first_row(table: Any) -> None:
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(mark)


class FullTabs:
    """Each tab a shaded title; each section a blue band over two columns, label left and answer right."""

    WIDTH = 17.4

    def __init__(self) -> None:
        self.document = Document()
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(1.8)
        section.top_margin = section.bottom_margin = Cm(1.6)
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = "Verdana", Pt(8.5)
        style.paragraph_format.space_after = Pt(2)
        section.footer.paragraphs[0].text = "Full PEP - official sensitive when complete"
        self.band: Any = None
        self.pairs: Any = None

    def heading(self, text: str, level: int) -> None:
        self.pairs = None
        if level == 1:
            paragraph = self.document.add_heading(level=1)
            run = paragraph.add_run(text)
            run.font.size, run.font.color.rgb = Pt(14), RGBColor(0x1B, 0x3A, 0x6B)
            self.band = None
            return
        self.band = self.document.add_table(1, 2, style="Table Grid")
        size_columns(self.band, [5.2, self.WIDTH - 5.2])
        cell = self.band.cell(0, 0).merge(self.band.cell(0, 1))
        shade(cell, "2E6DA4")
        run = cell.paragraphs[0].add_run(text)
        run.bold, run.font.color.rgb = True, RGBColor(0xFF, 0xFF, 0xFF)
        self.pairs = self.band

    def space(self) -> None:
        self.pairs = None
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def paragraph(self, text: str) -> None:
        if self.pairs is None:
            self.document.add_paragraph(text)
            return
        row = self.pairs.add_row().cells
        write(row[0].merge(row[1]).paragraphs[0], text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            if self.pairs is None:
                self.document.add_paragraph(item, style="List Bullet")
            else:
                row = self.pairs.add_row().cells
                write(row[0].merge(row[1]).paragraphs[0], f"• {item}")
        self.space()

    def fields(self, pairs: Rows) -> None:
        if self.pairs is None:
            self.pairs = self.document.add_table(0, 2, style="Table Grid")
        for label, answer in pairs:
            row = self.pairs.add_row().cells
            shade(row[0], "E8EEF5")
            write(row[0].paragraphs[0], label)
            write(row[1].paragraphs[0], answer)
        size_columns(self.pairs, [5.2, self.WIDTH - 5.2])
        self.space()

    def table(self, rows: Rows) -> None:
        self.space()
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                if not number:
                    shade(cell, "E8EEF5")
                write(cell.paragraphs[0], text, bold=not number)
        size_columns(table, column_widths(rows, self.WIDTH))
        repeat_first_row(table)
        self.space()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


def column_widths(rows: Rows, width: float) -> list[float]:
    """Columns in proportion to their longest text, none of them too narrow to read."""
    longest = [min(max(len(row[column]) for row in rows), 90) ** 0.6 + 3 for column in range(len(rows[0]))]
    return [width * size / sum(longest) for size in longest]


class AmendedForm:
    """Landscape: numbered parts in green capitals; short answers two to a row, long ones boxed under the question."""

    WIDTH = 25.7

    def __init__(self) -> None:
        self.document = Document()
        section = self.document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(1.5)
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = "Calibri", Pt(10)
        style.paragraph_format.space_after = Pt(3)
        section.header.paragraphs[0].text = "Carrowby Virtual School"
        self.part = -1

    def heading(self, text: str, level: int) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_before = Pt(10 if level == 1 else 6)
        if level == 1:
            self.part += 1
            text = f"{self.part}. {text}" if self.part else text
        run = paragraph.add_run(text)
        run.bold = True
        run.font.all_caps = level == 1
        run.font.size = Pt(15 if level == 1 else 11.5)
        run.font.color.rgb = RGBColor(0x2F, 0x6B, 0x3C) if level == 1 else RGBColor(0x33, 0x33, 0x33)

    def paragraph(self, text: str) -> None:
        write(self.document.add_paragraph(), text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def fields(self, pairs: Rows) -> None:
        waiting: Rows = []
        for label, answer in pairs:
            if len(answer) <= SHORT_ANSWER and len(label) <= SHORT_ANSWER:
                waiting.append([label, answer])
                if len(waiting) == 2:
                    self.short_row(waiting)
                    waiting = []
                continue
            if waiting:
                self.short_row(waiting)
                waiting = []
            self.box(label, answer)
        if waiting:
            self.short_row(waiting)

    def short_row(self, pairs: Rows) -> None:
        table = self.document.add_table(1, 2 * len(pairs), style="Table Grid")
        for number, (label, answer) in enumerate(pairs):
            shade(table.cell(0, 2 * number), "DFEBDD")
            write(table.cell(0, 2 * number).paragraphs[0], label, bold=True)
            write(table.cell(0, 2 * number + 1).paragraphs[0], answer)
        size_columns(table, [5, self.WIDTH / 2 - 5] * len(pairs))
        self.gap()

    def box(self, label: str, answer: str) -> None:
        table = self.document.add_table(2, 1, style="Table Grid")
        shade(table.cell(0, 0), "DFEBDD")
        write(table.cell(0, 0).paragraphs[0], label, bold=True)
        table.cell(0, 0).paragraphs[0].paragraph_format.keep_with_next = True
        write(table.cell(1, 0).paragraphs[0], answer)
        size_columns(table, [self.WIDTH])
        self.gap()

    def gap(self) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(4)

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                if not number:
                    shade(cell, "C9DCC6")
                write(cell.paragraphs[0], text, bold=not number)
        size_columns(table, column_widths(rows, self.WIDTH))
        repeat_first_row(table)
        self.gap()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        convert(self.document, path)
