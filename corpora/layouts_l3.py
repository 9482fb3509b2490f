"""Layouts of author `l3`: a council's Word form of tables with shaded heads, and a vendor's print in two columns."""

from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import print_page, shade, write

Rows = list[list[str]]
NARROW = 34  # Characters: a shorter label and answer share a row of heads with their neighbours.


class HeadedTables:
    """Word: each part is a table; a dark head row names it, each label is a shaded cell above its answer."""

    COLUMNS = 6

    def __init__(self) -> None:
        self.document = Document()
        section = self.document.sections[0]
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(1.8)
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(10)
        normal.paragraph_format.space_after = Pt(2)
        self.grid: Any = None
        self.titled = False

    def row(self, texts: list[str], *, fill: str | None = None, white: bool = False) -> None:
        if self.grid is None:
            self.grid = self.document.add_table(0, self.COLUMNS, style="Table Grid")
        cells = self.grid.add_row().cells
        width = self.COLUMNS // len(texts)
        for number, text in enumerate(texts):
            cell = cells[number * width].merge(cells[number * width + width - 1])
            write(cell.paragraphs[0], text, bold=fill is not None)
            if fill:
                shade(cell, fill)
            if white:
                for run in cell.paragraphs[0].runs:
                    run.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)

    def heading(self, text: str, level: int) -> None:
        if not self.titled:
            self.titled = True
            self.document.add_heading(text, 0)
            return
        if level == 1:
            self.end()
        self.row([text], fill="44546A" if level == 1 else "ADB9CA", white=level == 1)

    def paragraph(self, text: str) -> None:
        if self.grid is None:
            self.document.add_paragraph(text)
        else:
            self.row([text])

    def bullets(self, items: list[str]) -> None:
        self.row(["\n".join(f"\u2022 {item}" for item in items)])

    def fields(self, pairs: Rows) -> None:
        waiting: Rows = []
        for pair in [*pairs, None]:
            if pair is not None and max(map(len, pair)) <= NARROW:
                waiting.append(pair)
                if len(waiting) < 3:
                    continue
            if waiting:
                self.row([label for label, _ in waiting], fill="E7EBF1")
                self.row([answer for _, answer in waiting])
            if pair is not None and (not waiting or waiting[-1] is not pair):
                self.row([pair[0]], fill="E7EBF1")
                self.row([pair[1]])
            waiting = []

    def table(self, rows: Rows) -> None:
        self.end()
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, texts in enumerate(rows):
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
                if not number:
                    shade(cell, "D0CECE")
        self.end()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def end(self) -> None:
        self.document.add_paragraph()
        self.grid = None

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class TwoColumnPrint:
    """Chromium: a vendor's print, two fields to a line with the label in grey above, long answers across."""

    STYLE = """@page{size:A4;margin:13mm 12mm} body{font:9pt/1.35 "Liberation Sans",Arial,sans-serif;color:#222}
    h1{font-size:12pt;color:#8a1c5b;border-bottom:1.5pt solid #8a1c5b;margin:5mm 0 2mm;break-after:avoid}
    h1.title{font-size:16pt;border:0;margin-top:1mm} h2{font-size:10pt;margin:3mm 0 1mm;break-after:avoid}
    .two{display:grid;grid-template-columns:1fr 1fr;column-gap:6mm} .two>div{border-bottom:.5pt solid #ccc;
    padding:1mm 0;break-inside:avoid} .wide{grid-column:1/3} .two b{display:block;font-weight:normal;color:#777;
    font-size:7.5pt} table{border-collapse:collapse;width:100%;margin:2mm 0 3mm;font-size:8.3pt}
    th{background:#f3e3ec;text-align:left} td,th{border-bottom:.5pt solid #bbb;padding:1.2mm;vertical-align:top}
    tr{break-inside:avoid} .vendor{color:#999;font-size:7.5pt;text-align:right} ul{margin:1mm 0 1mm 5mm;padding:0}"""

    def __init__(self) -> None:
        self.parts: list[str] = ["<div class=vendor>PupilPath ePEP v6.2 | print view | OFFICIAL SENSITIVE</div>"]

    def heading(self, text: str, level: int) -> None:
        kind = " class=title" if len(self.parts) == 1 else ""
        self.parts.append(f"<h{level}{kind}>{escape(text)}</h{level}>")

    def paragraph(self, text: str) -> None:
        self.parts.append(f"<p>{escape(text)}</p>")

    def bullets(self, items: list[str]) -> None:
        self.parts.append("<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>")

    def fields(self, pairs: Rows) -> None:
        boxes = []
        for label, answer in pairs:
            wide = " class=wide" if len(answer) > 60 else ""
            boxes.append(f"<div{wide}><b>{escape(label)}</b>{escape(answer) or '&nbsp;'}</div>")
        self.parts.append(f"<div class=two>{''.join(boxes)}</div>")

    def table(self, rows: Rows) -> None:
        lines = []
        for number, row in enumerate(rows):
            tag = "td" if number else "th"
            lines.append("<tr>" + "".join(f"<{tag}>{escape(text)}</{tag}>" for text in row) + "</tr>")
        self.parts.append(f"<table>{''.join(lines)}</table>")

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        print_page(self.STYLE, self.parts, path)
