"""Layouts of author `k2`: a council's own Word form (section bars, question cells above answers) and its PDF print by
Chromium (label column at the left, headings underlined, a running authority line)."""

from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import print_page, shade, write

Rows = list[list[str]]
BRIEF = 32  # Characters: such answers share a row, two pairs to a row.


class CouncilForm:
    """Word: a bar a section; a short field keeps its label at the left, a long one gets a question row above it."""

    def __init__(self) -> None:
        self.document = Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(10.5)
        for section in self.document.sections:
            section.left_margin = section.right_margin = Cm(1.8)
            section.footer.paragraphs[0].text = "Skerrow Virtual School. Official - Sensitive when completed"

    def grid(self, columns: int) -> Any:
        return self.document.add_table(0, columns, style="Table Grid")

    def heading(self, text: str, level: int) -> None:
        if level == 1:
            cell = self.grid(1).add_row().cells[0]
            run = cell.paragraphs[0].add_run(text)
            run.bold, run.font.size, run.font.color.rgb = True, Pt(13), RGBColor(0xFF, 0xFF, 0xFF)
            shade(cell, "5B2C6F")
            self.gap()
        else:
            run = self.document.add_paragraph().add_run(text)
            run.bold, run.font.size, run.font.color.rgb = True, Pt(11.5), RGBColor(0x5B, 0x2C, 0x6F)

    def gap(self) -> None:
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def paragraph(self, text: str) -> None:
        self.document.add_paragraph(text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def fields(self, pairs: Rows) -> None:
        table = self.grid(2)
        for label, answer in pairs:
            cells = table.add_row().cells
            if len(answer) > 110:
                question = cells[0].merge(cells[1])
                answered = table.add_row().cells
                whole = answered[0].merge(answered[1])
                write(question.paragraphs[0], label, bold=True)
                shade(question, "EBDEF0")
                write(whole.paragraphs[0], answer)
            else:
                write(cells[0].paragraphs[0], label, bold=True)
                shade(cells[0], "EBDEF0")
                write(cells[1].paragraphs[0], answer)
        self.gap()

    def table(self, rows: Rows) -> None:
        table = self.grid(len(rows[0]))
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
                for run in cell.paragraphs[0].runs:
                    run.font.size = Pt(9)
                if not number:
                    shade(cell, "D9D9D9")
        self.gap()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class CouncilPrint:
    """PDF by Chromium: short fields two pairs to a row, long ones under their label, hairlines instead of boxes."""

    STYLE = """body{font:9.5pt/1.4 "Liberation Sans",Arial,sans-serif;color:#222} h1{font-size:14pt;color:#1b4f72;
    border-bottom:2px solid #1b4f72;margin:6mm 0 2mm} h2{font-size:10.5pt;margin:4mm 0 1mm;text-transform:none}
    table{border-collapse:collapse;width:100%;margin:1mm 0 3mm} td,th{padding:1.3mm 1.5mm;text-align:left;
    vertical-align:top;border-bottom:1px solid #ccd1d1} th{font-weight:600;color:#1b4f72}
    .pairs{font-size:9.5pt}
    .pairs th{width:21%} .pairs td{width:29%} .grid{font-size:8.5pt} .grid th{background:#eaf2f8}
    .long{margin:0 0 3mm;break-inside:avoid} .long div:first-child{font-weight:600;color:#1b4f72}
    .long div:last-child{border:1px solid #ccd1d1;padding:1.5mm;min-height:5mm} p{margin:1.5mm 0}"""

    def __init__(self) -> None:
        self.parts: list[str] = ["<title>Skerrow Virtual School</title>"]

    def heading(self, text: str, level: int) -> None:
        self.parts.append(f"<h{level}>{escape(text)}</h{level}>")

    def paragraph(self, text: str) -> None:
        self.parts.append(f"<p>{escape(text)}</p>")

    def bullets(self, items: list[str]) -> None:
        self.parts.append("<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>")

    def fields(self, pairs: Rows) -> None:
        waiting: Rows = []
        for label, answer in pairs:
            if len(answer) <= BRIEF:
                waiting.append([label, answer])
                if len(waiting) == 2:
                    self.row(waiting)
                    waiting = []
                continue
            self.row(waiting)
            waiting = []
            self.parts.append(f"<div class=long><div>{escape(label)}</div><div>{escape(answer)}</div></div>")
        self.row(waiting)

    def row(self, pairs: Rows) -> None:
        if pairs:
            cells = "".join(f"<th>{escape(label)}</th><td>{escape(answer)}</td>" for label, answer in pairs)
            empty = "<td></td><td></td>" if len(pairs) == 1 else ""
            self.parts.append(f"<table class=pairs><tr>{cells}{empty}</tr></table>")

    def table(self, rows: Rows) -> None:
        lines = []
        for number, row in enumerate(rows):
            tag = "td" if number else "th"
            lines.append("<tr>" + "".join(f"<{tag}>{escape(text)}</{tag}>" for text in row) + "</tr>")
        self.parts.append("<table class=grid>" + "".join(lines) + "</table>")

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        print_page(self.STYLE, self.parts, path)
