"""Layouts of author `l2`: a rural authority's long plain Word form and the boxed edition that Chromium prints."""

from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from layouts_d1 import print_page, shade, write

Rows = list[list[str]]
NARROW = 45


class LongForm:
    """Each question is a bold line, its answer on the line below; sections are ruled off, tables are plain grids."""

    def __init__(self) -> None:
        self.document = Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(11)
        normal.paragraph_format.space_after = Pt(4)
        page = self.document.sections[0]
        page.page_width, page.page_height = Cm(21), Cm(29.7)
        page.left_margin = page.right_margin = Cm(1.9)
        page.footer.paragraphs[0].text = "Children's Services: Virtual School Team. Confidential when completed"
        self.titled = False

    def heading(self, text: str, level: int) -> None:
        line = self.document.add_paragraph()
        run = line.add_run(text)
        run.bold = True
        if not self.titled:
            run.font.size = Pt(20)
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER
            self.titled = True
            return
        run.font.size = Pt(14 if level == 1 else 12)
        line.paragraph_format.space_before = Pt(14 if level == 1 else 8)
        line.paragraph_format.keep_with_next = True
        if level == 1:
            self.rule(line)
        else:
            run.italic = True

    @staticmethod
    def rule(line: Any) -> None:
        borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
        for name, value in (("val", "single"), ("sz", "8"), ("space", "4"), ("color", "000000")):
            top.set(qn(f"w:{name}"), value)
        borders.append(top)
        line._p.get_or_add_pPr().append(borders)

    def paragraph(self, text: str) -> None:
        self.document.add_paragraph(text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def fields(self, pairs: Rows) -> None:
        for question, answer in pairs:
            line = self.document.add_paragraph()
            line.add_run(question).bold = True
            line.paragraph_format.space_after = Pt(0)
            line.paragraph_format.keep_with_next = True
            self.document.add_paragraph(answer).paragraph_format.space_after = Pt(7)

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
                for run in cell.paragraphs[0].runs:
                    run.font.size = Pt(9 if len(row) > 4 else 10)
                if not number:
                    shade(cell, "EDEDED")
        self.document.add_paragraph()

    def cards(self, cards: list[Rows]) -> None:
        for number, card in enumerate(cards, 1):
            table = self.document.add_table(0, 2, style="Table Grid")
            for label, answer in card:
                cells = table.add_row().cells
                write(cells[0].paragraphs[0], label, bold=True)
                write(cells[1].paragraphs[0], answer)
                cells[0].width, cells[1].width = Cm(4.6), Cm(12.6)
            if number < len(cards):
                self.document.add_paragraph()
        self.document.add_paragraph()

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class BoxedEdition:
    """The online edition as printed: short answers three to a row under small captions, long ones in boxes,
    each action a block with its number at the left."""

    STYLE = """@page{size:A4;margin:13mm 12mm 15mm} body{font:9.3pt/1.38 "Liberation Sans",sans-serif;color:#1c1c1c}
    h1{font-size:13pt;margin:6mm 0 2mm;padding-bottom:1mm;border-bottom:2px solid #4b6b2a;color:#3b5421}
    h1.title{font-size:19pt;border:0;background:#eef3e4;padding:5mm 4mm;margin-top:0}
    h2{font-size:10.5pt;margin:4mm 0 1.5mm;color:#3b5421} p{margin:1.5mm 0 2.5mm}
    .row{display:flex;gap:2mm;margin-bottom:2mm;break-inside:avoid}
    .box{flex:1;border:1px solid #9aa78a;padding:1mm 2mm 1.5mm}
    .box small{display:block;font-size:7.6pt;color:#4f5b42} ul{margin:1mm 0 3mm;padding-left:6mm;list-style:square}
    table{border-collapse:collapse;width:100%;margin:1mm 0 4mm} td,th{border-top:1px solid #9aa78a;padding:1.2mm 1.5mm;
    text-align:left;vertical-align:top} th{border-bottom:2px solid #4b6b2a;font-size:8.4pt} tr{break-inside:avoid}
    table.wide{font-size:8.2pt} .action{border-left:5px solid #4b6b2a;padding-left:3mm;margin:3mm 0;break-inside:avoid}
    .action div{margin-bottom:1mm} .action b{color:#3b5421;margin-right:2mm}"""

    def __init__(self) -> None:
        self.parts: list[str] = ["<title>My Personal Education Plan</title>"]
        self.titled = False

    def heading(self, text: str, level: int) -> None:
        mark = "" if self.titled else " class=title"
        self.titled = True
        self.parts.append(f"<h{level}{mark}>{escape(text)}</h{level}>")

    def paragraph(self, text: str) -> None:
        self.parts.append(f"<p>{escape(text)}</p>")

    def bullets(self, items: list[str]) -> None:
        self.parts.append("<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>")

    def fields(self, pairs: Rows) -> None:
        waiting: list[str] = []
        for question, answer in pairs:
            box = f"<div class=box><small>{escape(question)}</small>{escape(answer) or '&nbsp;'}</div>"
            if max(len(question), len(answer)) > NARROW:
                self.row(waiting)
                self.row([box])
                waiting = []
                continue
            waiting.append(box)
            if len(waiting) == 3:
                self.row(waiting)
                waiting = []
        self.row(waiting)

    def row(self, boxes: list[str]) -> None:
        if boxes:
            self.parts.append("<div class=row>" + "".join(boxes) + "</div>")

    def table(self, rows: Rows) -> None:
        cells = [[f"<{'td' if n else 'th'}>{escape(text)}" for text in row] for n, row in enumerate(rows)]
        kind = " class=wide" if len(rows[0]) > 4 else ""
        self.parts.append(f"<table{kind}>" + "".join("<tr>" + "".join(row) for row in cells) + "</table>")

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            lines = (f"<div><b>{escape(label)}</b>{escape(answer)}</div>" for label, answer in card)
            self.parts.append("<div class=action>" + "".join(lines) + "</div>")

    def save(self, path: Path) -> None:
        print_page(self.STYLE, self.parts, path)
