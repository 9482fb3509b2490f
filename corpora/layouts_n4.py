"""Layouts of author `n4` (one city's early years, post-16 and school forms): Word tables with the label in a grey left
column, long answers in boxes of full width; a PDF of framed sections with legends, printed by Chromium."""

import shutil
from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from layouts_d1 import shade, write
from playwright.sync_api import sync_playwright

LONG = 330  # Characters: a longer answer gets a box of full width, its label at the top.
SHORT = 38  # Characters: two shorter fields share a line of the print.


class CityGrey:
    """Word: section titles over a line, labels grey at the left, long answers and texts in boxes of full width."""

    def __init__(self) -> None:
        self.document = Document()
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = "Arial", Pt(10)
        style.paragraph_format.space_after = Pt(3)
        page = self.document.sections[0]
        page.page_width, page.page_height = Cm(21), Cm(29.7)
        page.left_margin = page.right_margin = Cm(1.8)
        page.top_margin = page.bottom_margin = Cm(1.6)
        page.footer.paragraphs[0].text = "City Virtual School. Confidential once filled in."
        self.titled = False

    def heading(self, text: str, level: int) -> None:
        paragraph = self.document.add_paragraph()
        run = paragraph.add_run(text)
        run.bold = True
        if not self.titled:
            paragraph.alignment, run.font.size, self.titled = WD_ALIGN_PARAGRAPH.CENTER, Pt(16), True
            return
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_before = Pt(10 if level == 1 else 6)
        run.font.size = Pt(13 if level == 1 else 10.5)
        if level == 1:
            borders = OxmlElement("w:pBdr")
            line = OxmlElement("w:bottom")
            for name, value in (("val", "single"), ("sz", "12"), ("space", "1"), ("color", "595959")):
                line.set(qn(f"w:{name}"), value)
            borders.append(line)
            paragraph._p.get_or_add_pPr().append(borders)

    def grid(self, columns: int) -> Any:
        return self.document.add_table(0, columns, style="Table Grid")

    def gap(self) -> None:
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def paragraph(self, text: str) -> None:
        if len(text) < 140:
            write(self.document.add_paragraph(), text)
            return
        write(self.grid(1).add_row().cells[0].paragraphs[0], text)
        self.gap()

    def bullets(self, items: list[str]) -> None:
        cell = self.grid(1).add_row().cells[0]
        for number, item in enumerate(items):
            write(cell.add_paragraph() if number else cell.paragraphs[0], f"• {item}")
        self.gap()

    def fields(self, pairs: list[list[str]]) -> None:
        table = self.grid(2)
        table.autofit = False
        table.columns[0].width, table.columns[1].width = Cm(5.4), Cm(12)
        for label, answer in pairs:
            cells = table.add_row().cells
            cells[0].width, cells[1].width = Cm(5.4), Cm(12)
            if len(answer) > LONG:
                cell = cells[0].merge(cells[1])
                write(cell.paragraphs[0], label, bold=True)
                write(cell.add_paragraph(), answer)
                continue
            write(cells[0].paragraphs[0], label, bold=True)
            shade(cells[0], "D9D9D9")
            write(cells[1].paragraphs[0], answer)
        self.gap()

    def table(self, rows: list[list[str]]) -> None:
        table = self.grid(len(rows[0]))
        for number, row in enumerate(rows):
            cells = table.add_row().cells
            for column, (cell, text) in enumerate(zip(cells, row, strict=True)):
                write(cell.paragraphs[0], text, bold=not number or (not column and len(text) < SHORT))
                if not number or not column:
                    shade(cell, "BFBFBF" if not number else "EFEFEF")
        self.gap()

    def cards(self, cards: list[list[list[str]]]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class CityFrames:
    """PDF printed by Chromium: every section in a frame with its legend, long answers in small frames of their own."""

    STYLE = """@page{size:A4;margin:13mm 14mm}
    body{font:9.5pt/1.4 "Liberation Sans",Arial,sans-serif;color:#111}
    h1{font-size:16pt;margin:0 0 4mm;color:#1d3f4f} h3{font-size:10pt;margin:3mm 0 1.5mm;color:#1d3f4f}
    fieldset{border:1px solid #4b6c7a;border-radius:3px;margin:0 0 4.5mm;padding:2mm 3mm 2.5mm}
    legend{font-weight:bold;font-size:11.5pt;color:#1d3f4f;padding:0 2mm}
    fieldset fieldset{border-color:#b3c1c7;margin:2mm 0;padding:1mm 2.5mm 1.5mm}
    fieldset fieldset legend{font-size:8.5pt;color:#333;padding:0 1.5mm}
    .pair{display:flex;gap:6mm} .line{flex:1;display:flex;gap:2mm;margin:1mm 0;border-bottom:1px dotted #b3c1c7}
    .line b{flex:0 0 auto;max-width:62mm} table{border-collapse:collapse;width:100%;margin:2mm 0}
    th,td{border:1px solid #b3c1c7;padding:1.2mm 1.8mm;text-align:left;vertical-align:top;font-size:8.8pt}
    th{background:#e3eaed} tr{break-inside:avoid} p{margin:1.5mm 0} ul{margin:1mm 0 1mm 5mm;padding:0}"""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.titled = self.open = False

    def heading(self, text: str, level: int) -> None:
        if not self.titled:
            self.parts.append(f"<h1>{escape(text)}</h1>")
            self.titled = True
        elif level == 1:
            self.parts.append("</fieldset>" * self.open + f"<fieldset><legend>{escape(text)}</legend>")
            self.open = True
        else:
            self.parts.append(f"<h3>{escape(text)}</h3>")

    def paragraph(self, text: str) -> None:
        self.parts.append(f"<p>{escape(text)}</p>")

    def bullets(self, items: list[str]) -> None:
        self.parts.append("<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>")

    def line(self, pair: list[str]) -> str:
        return f'<div class="line"><b>{escape(pair[0])}</b><span>{escape(pair[1])}&nbsp;</span></div>'

    def fields(self, pairs: list[list[str]]) -> None:
        waiting: list[list[str]] = []
        for pair in [*pairs, None]:
            if pair and max(map(len, pair)) <= SHORT:
                waiting.append(pair)
            if waiting and (pair not in waiting or len(waiting) == 2):
                self.parts.append('<div class="pair">' + "".join(map(self.line, waiting)) + "</div>")
                waiting = []
            if pair is None or max(map(len, pair)) <= SHORT:
                continue
            if len(pair[1]) <= SHORT * 2 and len(pair[0]) <= SHORT:
                self.parts.append(self.line(pair))
            else:
                frame = f"<fieldset><legend>{escape(pair[0])}</legend>{escape(pair[1])}&nbsp;</fieldset>"
                self.parts.append(frame)

    def table(self, rows: list[list[str]]) -> None:
        self.parts.append("<table>")
        for row, tag in zip(rows, ["th"] + ["td"] * len(rows), strict=False):
            self.parts.append("<tr>" + "".join(f"<{tag}>{escape(text)}</{tag}>" for text in row) + "</tr>")
        self.parts.append("</table>")

    def cards(self, cards: list[list[list[str]]]) -> None:
        for card in cards:
            self.parts.append("<fieldset>")
            self.fields(card)
            self.parts.append("</fieldset>")

    def save(self, path: Path) -> None:
        page_text = f"<meta charset=utf-8><style>{self.STYLE}</style>" + "".join(self.parts) + "</fieldset>" * self.open
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page()
            page.set_content(page_text)
            page.pdf(path=str(path), prefer_css_page_size=True)
            browser.close()
