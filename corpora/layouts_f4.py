"""Layouts of author `f4` (colleges, training providers, alternative provision): an outline of styled headings and
bullets in Word, and a plain web page with definition lists, printed by Chromium."""

from html import escape
from pathlib import Path

from docx import Document
from docx.enum.text import WD_BREAK
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import print_page, shade, write

Rows = list[list[str]]


class Outline:
    """Word: numberless outline in heading styles, "Label - answer" lines, round bullets, steps as rows of a table."""

    def __init__(self) -> None:
        self.document = Document()
        section = self.document.sections[0]
        section.left_margin = section.right_margin = Cm(2.2)
        section.top_margin = section.bottom_margin = Cm(1.8)
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(11)
        normal.paragraph_format.space_after = Pt(3)
        for level, colour in ((1, "7B2D26"), (2, "1F6F78"), (3, "1F6F78")):
            style = self.document.styles[f"Heading {level}"]
            style.font.name, style.font.color.rgb = "Calibri", RGBColor.from_string(colour)
            style.font.size = Pt(17 - 2 * level)
        section.footer.paragraphs[0].text = "Steps plan - keep in the young person's file - do not leave on the printer"

    def heading(self, text: str, level: int) -> None:
        self.document.add_heading(text, level)

    def paragraph(self, text: str) -> None:
        paragraph = self.document.add_paragraph()
        for number, line in enumerate(text.split("\n")):
            if number:
                paragraph.add_run().add_break(WD_BREAK.LINE)
            write(paragraph, line)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            write(self.document.add_paragraph(style="List Bullet"), item)

    def fields(self, pairs: Rows) -> None:
        for label, answer in pairs:
            paragraph = self.document.add_paragraph()
            paragraph.paragraph_format.left_indent = Cm(0.6)
            paragraph.paragraph_format.first_line_indent = Cm(-0.6)
            write(paragraph, f"{label} - ", bold=True)
            write(paragraph, answer)

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
                for run in cell.paragraphs[0].runs:
                    run.font.size = Pt(9)
                if not number:
                    shade(cell, "F2E6D8")
        self.document.add_paragraph()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            for label, answer in card:
                write(self.document.add_paragraph(style="List Bullet 2"), f"{label} - {answer}")

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class Definitions:
    """PDF: a simple page printed by Chromium, each label a definition's term, tables with a plain border."""

    STYLE = """@page{margin:16mm 15mm} body{font:10.5pt/1.4 "DejaVu Serif",Georgia,serif;color:#111}
    h1{font:bold 15pt "DejaVu Sans",sans-serif;border-bottom:2px solid #444;margin:6mm 0 2mm}
    h2{font:bold 12pt "DejaVu Sans",sans-serif;margin:4mm 0 1mm} dl{margin:1mm 0 3mm}
    dt{font-weight:bold;margin-top:1.5mm} dd{margin:0 0 0 9mm;min-height:1em}
    ul{margin:1mm 0 3mm;padding-left:7mm} p{margin:1mm 0 2mm;white-space:pre-line}
    table{border-collapse:collapse;width:100%;font-size:9pt;margin:2mm 0 4mm} tr{break-inside:avoid}
    th,td{border:1.5px solid #333;padding:1.2mm 1.6mm;text-align:left;vertical-align:top} th{background:#eee}"""

    def __init__(self) -> None:
        self.parts: list[str] = ["<title>Steps plan</title>"]

    def heading(self, text: str, level: int) -> None:
        self.parts.append(f"<h{level}>{escape(text)}</h{level}>")

    def paragraph(self, text: str) -> None:
        self.parts.append(f"<p>{escape(text)}</p>")

    def bullets(self, items: list[str]) -> None:
        self.parts.append("<ul>" + "".join(f"<li>{escape(item)}" for item in items) + "</ul>")

    def fields(self, pairs: Rows) -> None:
        lines = (f"<dt>{escape(label)}<dd>{escape(answer)}" for label, answer in pairs)
        self.parts.append("<dl>" + "".join(lines) + "</dl>")

    def table(self, rows: Rows) -> None:
        lines = []
        for number, row in enumerate(rows):
            mark = "td" if number else "th"
            lines.append("<tr>" + "".join(f"<{mark}>{escape(text)}</{mark}>" for text in row) + "</tr>")
        self.parts.append("<table>" + "".join(lines) + "</table>")

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        print_page(self.STYLE, self.parts, path)
