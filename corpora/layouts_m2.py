"""Layouts of author `m2` (a county's "my plan" in numbered parts): a Word form of plain paragraphs with the longer
answers in bordered boxes of one cell, and a Chromium print with coloured bars."""

from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import print_page, shade, write

Rows = list[list[str]]
SHORT_ANSWER = 60


class BoxedParts:
    """Word: a question in bold, a short answer behind it on the line, a long one in a bordered box below."""

    def __init__(self) -> None:
        self.document = Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(11)
        normal.paragraph_format.space_after = Pt(4)
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.footer.paragraphs[0].text = "My Personal Education Plan - confidential"

    def heading(self, text: str, level: int) -> None:
        run = self.document.add_heading(text, level).runs[0]
        run.font.color.rgb = RGBColor(0x1F, 0x3A, 0x5F)
        run.font.name, run.font.size = "Calibri", Pt(17 if level == 1 else 13)

    def paragraph(self, text: str) -> None:
        self.document.add_paragraph(text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def box(self, text: str) -> None:
        table = self.document.add_table(1, 1, style="Table Grid")
        write(table.cell(0, 0).paragraphs[0], text)
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def fields(self, pairs: Rows) -> None:
        for label, answer in pairs:
            paragraph = self.document.add_paragraph()
            if len(answer) > SHORT_ANSWER or not answer or label.endswith("?"):
                paragraph.paragraph_format.keep_with_next = True
                write(paragraph, label, bold=True)
                self.box(answer)
            else:
                write(paragraph, f"{label}: ", bold=True)
                write(paragraph, answer)

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
                if not number:
                    shade(cell, "DCE6F1")
        self.document.add_paragraph()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            cell = self.document.add_table(1, 1, style="Table Grid").cell(0, 0)
            for number, (label, answer) in enumerate(card):
                paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
                write(paragraph, f"{label}: ", bold=True)
                write(paragraph, answer)
            self.document.add_paragraph()

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class ColourBars:
    """PDF by Chromium: each part under a bar of its own colour, questions above their answers in tinted panels."""

    STYLE = """@page{size:A4;margin:15mm 14mm} body{font:10pt/1.4 "DejaVu Sans",Arial,sans-serif;color:#222;margin:0}
    h1{color:#fff;padding:2mm 3mm;font-size:14pt;margin:6mm 0 3mm;break-after:avoid} h2{font-size:11pt;padding:1mm 3mm;
    margin:4mm 0 2mm;border-bottom:1mm solid;break-after:avoid} .bar0{background:#5b2c83} .bar1{background:#00788a}
    .bar2{background:#b8560f} .bar3{background:#3b7a2a} .line{margin:1mm 0} .line b{display:inline-block;min-width:58mm}
    .ask{font-weight:bold;margin:2mm 0 1mm;break-after:avoid} .answer{background:#f3f3f7;border:1px solid #c9c9d4;
    padding:2mm 3mm;min-height:5mm;white-space:pre-line} table{border-collapse:collapse;width:100%;margin:2mm 0 4mm}
    td,th{border:1px solid #999;padding:1.3mm 1.8mm;text-align:left;vertical-align:top;font-size:9pt}
    th{background:#e6e2ee} .card{border:1px solid #5b2c83;border-left-width:3mm;padding:2mm 3mm;margin:3mm 0}"""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.bars = 0

    def heading(self, text: str, level: int) -> None:
        if level == 1:
            self.parts.append(f"<h1 class=bar{self.bars % 4}>{escape(text)}</h1>")
            self.bars += 1
        else:
            self.parts.append(f"<h2>{escape(text)}</h2>")

    def paragraph(self, text: str) -> None:
        self.parts.append(f"<p>{escape(text)}</p>")

    def bullets(self, items: list[str]) -> None:
        self.parts.append("<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>")

    def fields(self, pairs: Rows) -> None:
        for label, answer in pairs:
            if len(answer) > SHORT_ANSWER or not answer or label.endswith("?"):
                self.parts.append(f"<div class=ask>{escape(label)}</div><div class=answer>{escape(answer)}</div>")
            else:
                self.parts.append(f"<div class=line><b>{escape(label)}</b> {escape(answer)}</div>")

    def table(self, rows: Rows) -> None:
        cells = [[f"<{'td' if n else 'th'}>{escape(text)}" for text in row] for n, row in enumerate(rows)]
        self.parts.append("<table>" + "".join("<tr>" + "".join(row) for row in cells) + "</table>")

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            lines: list[Any] = [f"<div><b>{escape(label)}:</b> {escape(answer)}</div>" for label, answer in card]
            self.parts.append("<div class=card>" + "".join(lines) + "</div>")

    def save(self, path: Path) -> None:
        print_page(self.STYLE, self.parts, path)
