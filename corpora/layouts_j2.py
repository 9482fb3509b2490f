"""Layouts of author `j2`: a county portal's export to Word (a coloured banner a section, `label: answer` lines, ruled
tables) and the same portal's page printed by Chromium (a panel a section, tiles for short answers)."""

import shutil
from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import shade, write
from playwright.sync_api import sync_playwright

Rows = list[list[str]]
TEAL = RGBColor(0x1F, 0x5C, 0x63)
BRIEF = 60  # Characters: a shorter answer is a tile beside others, a longer one goes across the panel.

STYLE = """
@page { size: A4; margin: 14mm 12mm 16mm 12mm }
body { font: 9.5pt/1.35 'Liberation Sans', Arial, sans-serif; color: #222; margin: 0 }
section { border: 1px solid #b9a7c9; border-radius: 6px; margin: 0 0 5mm; padding: 0 3mm 2mm }
section > h2 { background: #5b3a78; color: #fff; font-size: 12pt; margin: 0 -3mm 2.5mm; padding: 1.8mm 3mm;
  border-radius: 5px 5px 0 0; break-after: avoid }
h3 { color: #5b3a78; font-size: 10.5pt; margin: 3mm 0 1.5mm; border-bottom: 1px dotted #b9a7c9; break-after: avoid }
.tiles { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5mm; margin-bottom: 2mm }
.tile { background: #f6f2f9; padding: 1.2mm 2mm; break-inside: avoid }
.tile.across { grid-column: 1 / 3 }
.label { display: block; font-size: 8pt; color: #6b5a7a; font-weight: bold }
table { border-collapse: collapse; width: 100%; margin-bottom: 2.5mm }
th { background: #e7dcf0; text-align: left; font-size: 8.5pt }
th, td { border: 1px solid #cbbdd8; padding: 1mm 1.5mm; vertical-align: top }
tr { break-inside: avoid }
.card { border-left: 3px solid #5b3a78; margin-bottom: 2.5mm; padding-left: 2mm }
p { margin: 0 0 2mm }
ul { margin: 0 0 2mm; padding-left: 5mm }
"""
FOOT = (
    "<div style='font-size:7pt;width:100%;padding:0 12mm;color:#777;display:flex;justify-content:space-between'>"
    "<span>Wharlshire Virtual School ePEP | OFFICIAL - SENSITIVE</span>"
    "<span>Page <span class=pageNumber></span> of <span class=totalPages></span></span></div>"
)


class BannerLines:
    """Word: the export of a portal. A banner a section, a line a question, grids for tables."""

    def __init__(self) -> None:
        self.document = Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Verdana", Pt(9)
        normal.paragraph_format.space_after = Pt(3)
        page = self.document.sections[0]
        page.orientation = WD_ORIENT.PORTRAIT
        page.left_margin = page.right_margin = Cm(1.8)
        page.header.paragraphs[0].text = "Wharlshire Virtual School ePEP | OFFICIAL - SENSITIVE"

    def heading(self, text: str, level: int) -> None:
        if level == 1:
            self.document.add_paragraph().paragraph_format.space_after = Pt(0)
            cell = self.document.add_table(1, 1).rows[0].cells[0]
            shade(cell, "1F5C63")
            run = cell.paragraphs[0].add_run(text)
            run.bold, run.font.size, run.font.color.rgb = True, Pt(12), RGBColor(0xFF, 0xFF, 0xFF)
            self.document.add_paragraph().paragraph_format.space_after = Pt(0)
            return
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(8)
        run = paragraph.add_run(text)
        run.bold, run.font.size, run.font.color.rgb = True, Pt(10.5), TEAL
        border = '<w:bottom w:val="single" w:sz="6" w:space="1" w:color="1F5C63"/>'
        paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>"))

    def paragraph(self, text: str) -> None:
        for line in text.split("\n"):
            self.document.add_paragraph(line)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def fields(self, pairs: Rows) -> None:
        for label, answer in pairs:
            paragraph = self.document.add_paragraph()
            write(paragraph, label if label.endswith("?") else f"{label}:", bold=True)
            write(paragraph, f" {answer}")

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=number == 0)
                if number == 0:
                    shade(cell, "D5E8EA")
        self.document.add_paragraph()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)
            self.document.add_paragraph("_" * 60)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class PanelPrint:
    """PDF: the portal's page as a browser prints it, a panel for each section."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.open = False

    def heading(self, text: str, level: int) -> None:
        if level == 1:
            self.parts.append(f"{'</section>' if self.open else ''}<section><h2>{escape(text)}</h2>")
            self.open = True
        else:
            self.parts.append(f"<h3>{escape(text)}</h3>")

    def paragraph(self, text: str) -> None:
        self.parts.append(f"<p>{escape(text)}</p>".replace("\n", "<br>"))

    def bullets(self, items: list[str]) -> None:
        self.parts.append("<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>")

    def fields(self, pairs: Rows) -> None:
        self.parts.append(f"<div class=tiles>{self.tiles(pairs)}</div>")

    def tiles(self, pairs: Rows) -> str:
        tiles = []
        for label, answer in pairs:
            across = " across" if len(answer) > BRIEF or len(label) > BRIEF else ""
            tiles.append(
                f"<div class='tile{across}'><span class=label>{escape(label)}</span>{escape(answer) or '&nbsp;'}</div>"
            )
        return "".join(tiles)

    def table(self, rows: Rows) -> None:
        head = "".join(f"<th>{escape(text)}</th>" for text in rows[0])
        lines = ["<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rows[1:]]
        self.parts.append(f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>")

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.parts.append(f"<div class='card tiles'>{self.tiles(card)}</div>")

    def save(self, path: Path) -> None:
        page_text = "".join(self.parts) + ("</section>" if self.open else "")
        options: dict[str, Any] = {"display_header_footer": True, "header_template": "<span></span>"}
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page()
            page.set_content(f"<meta charset=utf-8><style>{STYLE}</style>{page_text}")
            page.pdf(path=str(path), prefer_css_page_size=True, print_background=True, footer_template=FOOT, **options)
            browser.close()
