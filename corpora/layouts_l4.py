"""Layouts of author `l4`: a city council's Word template with lettered bands, and an online system's export of it."""

from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import print_page, shade, write

Rows = list[list[str]]
LONG = 60  # Characters: a longer answer or question has the question in a row above it.


class CityTemplate:
    """A dark band a section, bold numbered lines for its parts, two-column grids with the questions shaded."""

    def __init__(self) -> None:
        self.document = Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(10.5)
        normal.paragraph_format.space_after = Pt(4)
        page = self.document.sections[0]
        page.left_margin = page.right_margin = Cm(1.8)
        page.top_margin = page.bottom_margin = Cm(1.6)
        page.header.paragraphs[0].text = "OFFICIAL SENSITIVE when completed. Send by secure e-mail only."
        page.footer.paragraphs[0].text = "Virtual School PEP template, primary and secondary, v4.2"
        self.begun = False

    def heading(self, text: str, level: int) -> None:
        if level > 1:
            paragraph = self.document.add_paragraph()
            paragraph.paragraph_format.space_before = Pt(8)
            paragraph.paragraph_format.keep_with_next = True
            run = paragraph.add_run(text)
            run.bold, run.font.size, run.font.color.rgb = True, Pt(12), RGBColor(0x1F, 0x4E, 0x5F)
            return
        if not self.begun:
            self.begun = True
            run = self.document.add_paragraph().add_run(text)
            run.bold, run.font.size = True, Pt(18)
            return
        self.document.add_paragraph()
        cell = self.grid(1).add_row().cells[0]
        run = cell.paragraphs[0].add_run(text)
        run.bold, run.font.size, run.font.color.rgb = True, Pt(13), RGBColor(0xFF, 0xFF, 0xFF)
        shade(cell, "1F4E5F")

    def grid(self, columns: int) -> Any:
        return self.document.add_table(0, columns, style="Table Grid")

    def paragraph(self, text: str) -> None:
        self.document.add_paragraph(text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def fields(self, pairs: Rows) -> None:
        grid = self.grid(2)
        for label, answer in pairs:
            cells = grid.add_row().cells
            if len(label) > LONG:
                cell = cells[0].merge(cells[1])
                write(cell.paragraphs[0], label, bold=True)
                shade(cell, "DDEBEF")
                cells = grid.add_row().cells
                write(cells[0].merge(cells[1]).paragraphs[0], answer)
                continue
            cells[0].width, cells[1].width = Cm(5.6), Cm(11.8)
            write(cells[0].paragraphs[0], label, bold=True)
            shade(cells[0], "DDEBEF")
            write(cells[1].paragraphs[0], answer)
        self.document.add_paragraph()

    def table(self, rows: Rows) -> None:
        grid = self.grid(len(rows[0]))
        for number, row in enumerate(rows):
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
                if not number:
                    shade(cell, "BFD8DF")
                for run in cell.paragraphs[0].runs:
                    run.font.size = Pt(9)
        self.document.add_paragraph()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class CityExport:
    """What the online system prints: a page a tab, short answers two abreast, each question in small grey letters."""

    style = (
        "@page{size:A4;margin:14mm 13mm} body{font:10pt 'Liberation Sans',Arial,sans-serif;color:#222}"
        "h1{font-size:13pt;border-left:7px solid #7b2d5b;padding:4px 8px;background:#f3eaf0;margin:18px 0 8px}"
        "h1.top{font-size:17pt;background:none;border:0;padding:0;color:#7b2d5b}"
        "h2{font-size:11pt;color:#7b2d5b;margin:12px 0 4px;break-after:avoid}"
        "dl{display:flex;flex-wrap:wrap;margin:0} dl div{width:48%;margin:0 2% 7px 0;break-inside:avoid}"
        "dl div.wide{width:98%} dt{font-size:8.5pt;color:#666} dd{margin:1px 0 0;border-bottom:1px solid #ccc;"
        "min-height:1.2em} p,ul{margin:4px 0 8px} table{border-collapse:collapse;width:100%;margin:6px 0 10px}"
        "th,td{border-top:1px solid #bbb;text-align:left;vertical-align:top;padding:3px 5px;font-size:8.5pt}"
        "th{background:#f3eaf0} tr{break-inside:avoid}"
    )

    def __init__(self) -> None:
        self.parts: list[str] = []

    def heading(self, text: str, level: int) -> None:
        kind = "" if self.parts else " class=top"
        self.parts.append(f"<h{level}{kind}>{escape(text)}</h{level}>")

    def paragraph(self, text: str) -> None:
        self.parts.append(f"<p>{escape(text)}</p>")

    def bullets(self, items: list[str]) -> None:
        self.parts.append(f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>")

    def fields(self, pairs: Rows) -> None:
        rows = []
        for label, answer in pairs:
            wide = " class=wide" if max(len(label), len(answer)) > LONG else ""
            rows.append(f"<div{wide}><dt>{escape(label)}</dt><dd>{escape(answer)}</dd></div>")
        self.parts.append(f"<dl>{''.join(rows)}</dl>")

    def table(self, rows: Rows) -> None:
        lines = []
        for number, row in enumerate(rows):
            tag = "td" if number else "th"
            lines.append(f"<tr>{''.join(f'<{tag}>{escape(text)}</{tag}>' for text in row)}</tr>")
        self.parts.append(f"<table><thead>{lines[0]}</thead><tbody>{''.join(lines[1:])}</tbody></table>")

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        print_page(self.style, self.parts, path)
