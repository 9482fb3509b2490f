"""Layouts of author `g3` (a city's form for special settings): a numbered report in Word with bold lead-ins, and a PDF
that LibreOffice makes of boxes with the label on a line above its answer."""

from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import shade
from layouts_e import convert

Rows = list[list[str]]
SLIM = 34  # Characters: such an answer shares its line of boxes with two neighbours.
PLUM = RGBColor(0x4A, 0x1F, 0x4F)


class LeadIn:
    """A report: headings, each field a paragraph that its bold label leads, targets as paragraphs with bold labels."""

    def __init__(self) -> None:
        self.document = Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(11)
        normal.paragraph_format.space_after = Pt(5)
        for level, size in ((1, 15), (2, 12), (3, 11)):
            style = self.document.styles[f"Heading {level}"]
            style.font.name, style.font.size, style.font.color.rgb = "Calibri", Pt(size), PLUM
        section = self.document.sections[0]
        section.left_margin = section.right_margin = Cm(2.3)
        section.footer.paragraphs[0].text = "PEP for specialist and independent settings. Confidential once completed."

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
            paragraph.add_run(label if label.endswith("?") else f"{label}.").bold = True
            paragraph.add_run(f" {answer}")

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            for number, (label, answer) in enumerate(card):
                paragraph = self.document.add_paragraph()
                paragraph.paragraph_format.left_indent = Cm(0.6 if number else 0)
                paragraph.paragraph_format.space_after = Pt(2 if number < len(card) - 1 else 10)
                paragraph.add_run(f"{label}: ").bold = True
                paragraph.add_run(answer)

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Light Grid Accent 4")
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        self.document.add_paragraph()

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class Framed:
    """Boxes: a label in small type on the line above its answer, slim ones three abreast; lists typed with arrows."""

    def __init__(self) -> None:
        self.document = Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Liberation Serif", Pt(10.5)
        normal.paragraph_format.space_after = Pt(3)
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(1.8)
        section.header.paragraphs[0].text = "Virtual School: record of a PEP held in a specialist setting"

    def heading(self, text: str, level: int) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_before = Pt(12 if level == 1 else 8)
        run = paragraph.add_run(text)
        run.bold, run.font.size = True, Pt(14 if level == 1 else 11)
        run.font.name = "Liberation Sans"
        sides = ("top", "left", "bottom", "right") if level == 1 else ("bottom",)
        lines = "".join(f'<w:{side} w:val="single" w:sz="8" w:space="3" w:color="305060"/>' for side in sides)
        borders = parse_xml(f"<w:pBdr {nsdecls('w')}>{lines}</w:pBdr>")
        properties = paragraph._p.get_or_add_pPr()
        properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")

    def paragraph(self, text: str) -> None:
        self.document.add_paragraph(text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            paragraph = self.document.add_paragraph(f"\u203a {item}")
            paragraph.paragraph_format.left_indent = Cm(0.7)
            paragraph.paragraph_format.first_line_indent = Cm(-0.4)

    def boxes(self, pairs: Rows) -> None:
        table = self.document.add_table(1, len(pairs), style="Table Grid")
        for cell, (label, answer) in zip(table.rows[0].cells, pairs, strict=True):
            self.caption(cell.paragraphs[0], label)
            cell.add_paragraph(answer)
        self.document.add_paragraph().paragraph_format.line_spacing = Pt(4)

    def caption(self, paragraph: Any, label: str) -> None:
        run = paragraph.add_run(label)
        run.font.size, run.font.name, run.font.color.rgb = Pt(8), "Liberation Sans", RGBColor(0x30, 0x50, 0x60)

    def fields(self, pairs: Rows) -> None:
        waiting: Rows = []
        for pair in pairs:
            slim = max(map(len, pair)) <= SLIM
            if waiting and (not slim or len(waiting) == 3):
                self.boxes(waiting)
                waiting = []
            if slim:
                waiting.append(pair)
            else:
                self.boxes([pair])
        if waiting:
            self.boxes(waiting)

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            table = self.document.add_table(0, 1, style="Table Grid")
            for number, (label, answer) in enumerate(card):
                cell = table.add_row().cells[0]
                self.caption(cell.paragraphs[0], label)
                cell.add_paragraph(answer)
                if not number:
                    shade(cell, "E8EEF1")
            self.document.add_paragraph()

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.paragraphs[0].add_run(text).italic = not number
        self.document.add_paragraph()

    def save(self, path: Path) -> None:
        convert(self.document, path)
