"""Layouts of author `m5`: a post-16 form of tables of label and answer in Word, and a portal's print by Chromium with
grey labels over the answers."""

from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import print_page, shade, write

Rows = list[list[str]]


class AnswerTables:
    """A part's name is a coloured line, each page's name the first row of its table, labels at the left on yellow."""

    def __init__(self) -> None:
        self.document = Document()
        self.document.styles["Normal"].font.name = "Calibri"
        self.document.styles["Normal"].font.size = Pt(10.5)
        section = self.document.sections[0]
        section.left_margin = section.right_margin = Cm(1.9)
        self.grid: Any = None

    def heading(self, text: str, level: int) -> None:
        self.close()
        if level == 1:
            run = self.document.add_paragraph().add_run(text)
            run.bold, run.font.size, run.font.color.rgb = True, Pt(15), RGBColor(0x5B, 0x2C, 0x6F)
            return
        self.open()
        cells = self.grid.add_row().cells
        bar = cells[0].merge(cells[1])
        write(bar.paragraphs[0], text, bold=True)
        shade(bar, "D7BDE2")

    def open(self) -> None:
        if self.grid is None:
            self.grid = self.document.add_table(0, 2, style="Table Grid")
            self.grid.autofit = False
            self.grid.columns[0].width, self.grid.columns[1].width = Cm(5.2), Cm(12)

    def close(self) -> None:
        if self.grid is not None:
            self.document.add_paragraph()
        self.grid = None

    def fields(self, pairs: Rows) -> None:
        self.open()
        for label, answer in pairs:
            left, right = self.grid.add_row().cells
            left.width, right.width = Cm(5.2), Cm(12)
            write(left.paragraphs[0], label, bold=True)
            shade(left, "FEF9E7")
            write(right.paragraphs[0], answer)

    def paragraph(self, text: str) -> None:
        self.close()
        self.document.add_paragraph(text)

    def bullets(self, items: list[str]) -> None:
        self.close()
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def table(self, rows: Rows) -> None:
        self.close()
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
                if not number:
                    shade(cell, "FEF9E7")
        self.document.add_paragraph()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.close()
            self.fields(card)
        self.close()

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class GreyLabels:
    """Grey labels over their answers, short ones side by side; a part's name between two lines, a page's on a band."""

    SHORT = 42
    STYLE = """@page{size:A4;margin:14mm 13mm} body{font:10pt/1.35 "Liberation Sans",Arial,sans-serif;color:#222}
    h1{font-size:15pt;border-top:2px solid #1f4e79;border-bottom:1px solid #1f4e79;padding:1.5mm 0;color:#1f4e79}
    h2{font-size:11pt;background:#eef2f6;padding:1.5mm 2mm;margin:4mm 0 2mm;break-after:avoid}
    .fields{display:grid;grid-template-columns:1fr 1fr;column-gap:6mm} .wide{grid-column:1/3}
    .fields div{break-inside:avoid;margin-bottom:2.2mm} .fields div div{margin:0;min-height:4mm}
    label{display:block;color:#8a8a8a;font-size:8pt} table{border-collapse:collapse;width:100%;margin:2mm 0 4mm}
    th{color:#8a8a8a;font-size:8pt;font-weight:normal} th,td{text-align:left;vertical-align:top;padding:1mm 2mm 1mm 0;
    border-bottom:1px solid #d5d5d5} .card{border-left:3px solid #1f4e79;padding-left:3mm;margin:3mm 0}
    tr{break-inside:avoid}"""

    def __init__(self) -> None:
        self.parts: list[str] = ["<title>Post 16 PEP</title>"]

    def heading(self, text: str, level: int) -> None:
        self.parts.append(f"<h{level}>{escape(text)}</h{level}>")

    def paragraph(self, text: str) -> None:
        self.parts.append(f"<p>{escape(text)}</p>")

    def bullets(self, items: list[str]) -> None:
        self.parts.append("<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>")

    def fields(self, pairs: Rows) -> None:
        boxes, waiting = [], None  # A short answer stands beside the next where that is short too.
        for number, (label, answer) in enumerate(pairs):
            following = pairs[number + 1] if number + 1 < len(pairs) else [" " * 99, ""]
            beside = waiting is not None
            short = max(len(label), len(answer)) <= self.SHORT
            pair = short and (beside or max(map(len, following)) <= self.SHORT)
            waiting = label if pair and not beside else None
            box = f"<label>{escape(label)}</label><div>{escape(answer)}</div>"
            boxes.append(f"<div{'' if pair else ' class=wide'}>{box}</div>")
        self.parts.append("<div class=fields>" + "".join(boxes) + "</div>")

    def table(self, rows: Rows) -> None:
        cells = [[f"<{'td' if n else 'th'}>{escape(text)}" for text in row] for n, row in enumerate(rows)]
        self.parts.append("<table>" + "".join("<tr>" + "".join(row) for row in cells) + "</table>")

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.parts.append("<div class=card>")
            self.fields(card)
            self.parts.append("</div>")

    def save(self, path: Path) -> None:
        print_page(self.STYLE, self.parts, path)
