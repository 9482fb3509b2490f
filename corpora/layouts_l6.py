"""Layouts of author `l6`: a virtual school's landscape form in Word tables; a trust's print from its own system."""

from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import SHORT, print_page, shade, write

Rows = list[list[str]]


class LandscapeForm:
    """Word: landscape A4, a coloured row above each part, short answers two to a row, wide target tables."""

    WIDTH = 26.0

    def __init__(self) -> None:
        self.document = Document()
        section = self.document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
        section.left_margin = section.right_margin = Cm(1.8)
        section.top_margin = section.bottom_margin = Cm(1.5)
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = "Calibri", Pt(10)
        style.paragraph_format.space_after = Pt(2)
        section.footer.paragraphs[0].text = "Virtual School - OFFICIAL SENSITIVE when completed"
        self.titled = False

    def grid(self, widths: list[float]) -> Any:
        table = self.document.add_table(0, len(widths), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        return table

    def row(self, table: Any, texts: list[str], widths: list[float], *, labels: set[int], colour: str) -> None:
        for number, (cell, text) in enumerate(zip(table.add_row().cells, texts, strict=True)):
            cell.width = Cm(widths[number])
            write(cell.paragraphs[0], text, bold=number in labels)
            if number in labels:
                shade(cell, colour)

    def gap(self) -> None:
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def heading(self, text: str, level: int) -> None:
        if not self.titled:
            self.document.add_heading(text, 0)
            self.titled = True
        elif level == 1:
            table = self.grid([self.WIDTH])
            cell = table.add_row().cells[0]
            cell.width = Cm(self.WIDTH)
            run = cell.paragraphs[0].add_run(text)
            run.bold, run.font.size, run.font.color.rgb = True, Pt(13), RGBColor(0xFF, 0xFF, 0xFF)
            shade(cell, "5B2C6F")
            self.gap()
        else:
            self.document.add_heading(text, 2)

    def paragraph(self, text: str) -> None:
        self.document.add_paragraph(text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def fields(self, pairs: Rows) -> None:
        waiting: Rows = []
        for pair in pairs:
            if max(map(len, pair)) <= SHORT:
                waiting.append(pair)
                continue
            self.short(waiting)
            waiting = []
            widths = [7.0, self.WIDTH - 7]
            self.row(self.grid(widths), pair, widths, labels={0}, colour="EBDEF0")
        self.short(waiting)
        self.gap()

    def short(self, pairs: Rows) -> None:
        widths = [5.0, 8.0, 5.0, 8.0]
        while pairs:
            if len(pairs) == 1:
                wide = [7.0, self.WIDTH - 7]
                self.row(self.grid(wide), pairs[0], wide, labels={0}, colour="EBDEF0")
                return
            self.row(self.grid(widths), [*pairs[0], *pairs[1]], widths, labels={0, 2}, colour="EBDEF0")
            pairs = pairs[2:]

    def table(self, rows: Rows) -> None:
        count = len(rows[0])
        if count == 6 and max(len(row[1]) for row in rows) > SHORT:
            widths = [6.0, 6.5, 6.0, 3.0, 2.2, 2.3]
        elif count == 2:
            widths = [6.0, self.WIDTH - 6]
        else:
            widths = [self.WIDTH / count] * count
        table = self.grid(widths)
        for number, row in enumerate(rows):
            self.row(table, row, widths, labels=set() if number else set(range(count)), colour="D2B4DE")
        self.gap()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class TrustPrint:
    """PDF by Chromium: a trust's record system; a small grey label above each answer, lines below rows."""

    STYLE = """@page{size:A4;margin:14mm 12mm} body{font:9pt/1.4 "Liberation Sans",Arial,sans-serif;color:#222}
    h1{font-size:12pt;margin:6mm 0 2mm;padding-bottom:1mm;border-bottom:2px solid #0b7285;color:#0b7285}
    h1.first{font-size:17pt;border:0;margin-top:0} h2{font-size:10pt;margin:4mm 0 1mm}
    .set{display:flex;flex-wrap:wrap;gap:1.5mm 4mm;margin:1mm 0 3mm} .item{flex:0 0 56mm} .item.long{flex:0 0 100%}
    .name{display:block;font-size:7.5pt;color:#667} .value{display:block;min-height:4mm;background:#f4f6f7;
    padding:.8mm 1.5mm} table{border-collapse:collapse;width:100%;margin:1mm 0 3mm;font-size:8.3pt}
    th{color:#667;font-weight:normal;border-bottom:1.5px solid #889} td{border-bottom:.5px solid #ccd}
    td,th{text-align:left;vertical-align:top;padding:1mm 1.5mm} tr{break-inside:avoid} h1,h2{break-after:avoid}
    ul{margin:1mm 0;padding-left:5mm} p{margin:1mm 0 2mm}"""

    def __init__(self) -> None:
        self.parts: list[str] = ["<title>Pupil record</title>"]

    def heading(self, text: str, level: int) -> None:
        first = " class=first" if len(self.parts) == 1 else ""
        self.parts.append(f"<h{level}{first}>{escape(text)}</h{level}>")

    def paragraph(self, text: str) -> None:
        self.parts.append(f"<p>{escape(text)}</p>")

    def bullets(self, items: list[str]) -> None:
        self.parts.append("<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>")

    def fields(self, pairs: Rows) -> None:
        items = []
        for label, answer in pairs:
            size = "" if max(len(label), len(answer)) <= SHORT else " long"
            value = f"<span class=name>{escape(label)}</span><span class=value>{escape(answer)}</span>"
            items.append(f"<div class='item{size}'>{value}</div>")
        self.parts.append("<div class=set>" + "".join(items) + "</div>")

    def table(self, rows: Rows) -> None:
        cells = [[f"<{'td' if n else 'th'}>{escape(text)}" for text in row] for n, row in enumerate(rows)]
        self.parts.append("<table>" + "".join("<tr>" + "".join(row) for row in cells) + "</table>")

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        print_page(self.STYLE, self.parts, path)
