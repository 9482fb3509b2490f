"""Layouts of author `n3`: a borough's ordinary Word form (free text under its labels, guidance in small italics) and
its later version (label rows above answer rows, targets as blocks), printed by LibreOffice."""

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import shade, write
from layouts_e import convert

Rows = list[list[str]]
SHORT_ANSWER = 60  # Characters: longer answers stand below their label.
BLOCK_COLUMNS, BLOCK_TEXT = 5, 40  # The later version makes blocks of wide tables whose rows begin with a sentence.


def is_guidance(text: str) -> bool:
    """Guidance printed on the form stands in brackets."""
    return text.startswith("(") and text.endswith(")")


def page_number(paragraph: Any) -> None:
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


class BoroughForm:
    """Word: coloured headings, guidance in small italics, short answers in a grid, long ones free below their label."""

    FONT, SIZE, MARGIN = "Calibri", 11, 2.0
    HEAD_LINE = "Ardenfold Borough Council"
    FOOT_LINE = "PEP form, school age and early years. Page "

    def __init__(self) -> None:
        self.document = Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = self.FONT, Pt(self.SIZE)
        normal.paragraph_format.space_after = Pt(4)
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(self.MARGIN)
        section.top_margin = section.bottom_margin = Cm(1.8)
        section.header.paragraphs[0].text = self.HEAD_LINE
        section.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        foot = section.footer.paragraphs[0]
        foot.text = self.FOOT_LINE
        page_number(foot)

    def heading(self, text: str, level: int) -> None:
        heading = self.document.add_heading(text, level)
        for run in heading.runs:
            run.font.name, run.font.size = self.FONT, Pt(15 if level == 1 else 12)
            run.font.color.rgb = RGBColor(0x1F, 0x5C, 0x3A)

    def paragraph(self, text: str) -> None:
        paragraph = self.document.add_paragraph()
        if is_guidance(text):
            run = paragraph.add_run(text)
            run.italic, run.font.size = True, Pt(8.5)
        else:
            write(paragraph, text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            write(self.document.add_paragraph(style="List Bullet"), item)

    def fields(self, pairs: Rows) -> None:
        waiting: Rows = []
        for label, answer in pairs:
            if len(answer) <= SHORT_ANSWER:
                waiting.append([label, answer])
                continue
            self.grid(waiting)
            waiting = []
            write(self.document.add_paragraph(), label, bold=True)
            write(self.document.add_paragraph(), answer)
        self.grid(waiting)

    def grid(self, pairs: Rows) -> None:
        if not pairs:
            return
        table = self.document.add_table(0, 2, style="Table Grid")
        table.autofit = False
        table.columns[0].width, table.columns[1].width = Cm(6), Cm(11)
        for pair in pairs:
            for cell, text, width in zip(table.add_row().cells, pair, (6, 11), strict=True):
                cell.width = Cm(width)
                write(cell.paragraphs[0], text)
        self.document.add_paragraph()

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
                for run in cell.paragraphs[0].runs:
                    run.font.size = Pt(9.5)
                if not number:
                    shade(cell, "C6E0B4")
        table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
        self.document.add_paragraph()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class BoroughRevised(BoroughForm):
    """PDF: the later version. A purple bar a section, label above answer in boxes, wide tables as blocks of rows."""

    FONT, SIZE, MARGIN = "Liberation Sans", 10, 1.6
    HEAD_LINE = "Official - sensitive"
    FOOT_LINE = "Personal Education Plan (revised form) | "

    def heading(self, text: str, level: int) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_before = Pt(8)
        run = paragraph.add_run(text)
        run.bold, run.font.size = True, Pt(13 if level == 1 else 11)
        run.font.color.rgb = RGBColor(0x4A, 0x2C, 0x6B)
        if level == 1:
            border = '<w:bottom w:val="single" w:sz="8" w:space="1" w:color="4A2C6B"/>'
            paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>"))

    def paragraph(self, text: str) -> None:
        if is_guidance(text):
            super().paragraph(text)
            return
        box = self.document.add_table(1, 1, style="Table Grid")
        write(box.rows[0].cells[0].paragraphs[0], text)
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def fields(self, pairs: Rows) -> None:
        table = self.document.add_table(0, 4, style="Table Grid")
        waiting: Rows = []
        for pair in pairs:
            if len(pair[1]) > SHORT_ANSWER // 2:
                self.side_by_side(table, waiting)
                waiting = []
                for text, label in ((pair[0], True), (pair[1], False)):
                    cells = table.add_row().cells
                    cell = cells[0].merge(cells[3])
                    write(cell.paragraphs[0], text, bold=label)
                    if label:
                        shade(cell, "E4DFEC")
                continue
            waiting.append(pair)
            if len(waiting) == 2:
                self.side_by_side(table, waiting)
                waiting = []
        self.side_by_side(table, waiting)
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def side_by_side(self, table: Any, pairs: Rows) -> None:
        if not pairs:
            return
        cells = table.add_row().cells
        for number, (label, answer) in enumerate(pairs):
            write(cells[number * 2].paragraphs[0], label, bold=True)
            shade(cells[number * 2], "E4DFEC")
            last = cells[3] if len(pairs) == 1 else cells[number * 2 + 1]
            write(cells[number * 2 + 1].merge(last).paragraphs[0], answer)

    def table(self, rows: Rows) -> None:
        if len(rows[0]) < BLOCK_COLUMNS or max(len(row[0]) for row in rows) < BLOCK_TEXT:
            super().table(rows)
            return
        for row in rows[1:]:
            table = self.document.add_table(0, 2, style="Table Grid")
            table.autofit = False
            table.columns[0].width, table.columns[1].width = Cm(4.3), Cm(13.5)
            for number, pair in enumerate(zip(rows[0], row, strict=True)):
                for place, (cell, text) in enumerate(zip(table.add_row().cells, pair, strict=True)):
                    cell.width = Cm((4.3, 13.5)[place])
                    write(cell.paragraphs[0], text, bold=not (place and number))
                    if not place:
                        shade(cell, "E4DFEC")
            self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def save(self, path: Path) -> None:
        convert(self.document, path)
