"""Layouts of author `i2`: a child-friendly plan, in Word with run-in bold labels (`RunIn`), and as Chromium prints it
with each question above a rounded answer box (`Bubble`)."""

from html import escape
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import print_page, shade

Rows = list[list[str]]
TEAL = RGBColor(0x1F, 0x6F, 0x78)
FOOTER = "Netherfells Virtual School  |  My PEP v4  |  Confidential once completed"


class RunIn:
    """Word: real headings, a bold label and its answer in one paragraph, ruled tables with tinted heads."""

    def __init__(self) -> None:
        self.document = Document()
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(1.8)
        normal = self.document.styles["Normal"]
        normal.font.name = "Calibri"
        normal.font.size = Pt(11)
        normal.paragraph_format.space_after = Pt(5)
        for level, size in ((1, 15), (2, 12.5)):
            style = self.document.styles[f"Heading {level}"]
            style.font.name, style.font.size, style.font.color.rgb = "Calibri", Pt(size), TEAL
        footer = section.footer.paragraphs[0]
        footer.text = FOOTER
        footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
        footer.runs[0].font.size = Pt(8)
        self.titled = False

    def heading(self, text: str, level: int) -> None:
        if not self.titled:
            self.document.add_paragraph(text, style="Title")
            self.titled = True
            return
        paragraph = self.document.add_heading(text, level)
        if level == 1:
            borders = OxmlElement("w:pBdr")
            line = OxmlElement("w:bottom")
            for name, value in (("val", "single"), ("sz", "8"), ("space", "1"), ("color", "1F6F78")):
                line.set(qn(f"w:{name}"), value)
            borders.append(line)
            paragraph._p.get_or_add_pPr().append(borders)

    def paragraph(self, text: str) -> None:
        self.document.add_paragraph(text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def fields(self, pairs: Rows) -> None:
        for label, answer in pairs:
            paragraph = self.document.add_paragraph()
            paragraph.add_run(label if label.endswith("?") else f"{label}:").bold = True
            paragraph.add_run(f" {answer}")

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                run = cell.paragraphs[0].add_run(text)
                run.font.size = Pt(9.5)
                run.bold = number == 0
                if number == 0:
                    shade(cell, "D9EDEE")
        self.document.add_paragraph()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


STYLE = """
@page { size: A4; margin: 14mm 15mm 16mm }
body { font: 10.5pt/1.4 'Comic Neue', 'Carlito', 'DejaVu Sans', sans-serif; color: #222 }
h1 { font-size: 22pt; color: #fff; background: #7a4fa3; border-radius: 14px; padding: 10px 18px; margin: 0 0 10px }
h2 { font-size: 14pt; color: #7a4fa3; border-left: 9px solid #f2a541; padding-left: 10px; margin: 20px 0 8px;
     break-after: avoid }
h3 { font-size: 11.5pt; color: #444; margin: 14px 0 4px; break-after: avoid }
.ask { font-weight: bold; color: #7a4fa3; margin: 7px 0 2px; break-after: avoid }
.box { border: 1.2px solid #c9b6dc; border-radius: 9px; padding: 5px 10px; min-height: 14pt; white-space: pre-line }
.top { margin: 2px 0 } .top b { color: #7a4fa3 }
table { border-collapse: separate; border-spacing: 0; width: 100%; margin: 6px 0 10px; font-size: 9.2pt }
th { background: #fdebd0; text-align: left; padding: 4px 6px; border: 1px solid #ddc39a }
td { padding: 4px 6px; border: 1px solid #ddd; vertical-align: top } tr { break-inside: avoid }
"""


class Bubble:
    """PDF by Chromium: a purple title, questions in colour, each answer in a rounded box below its question."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.level = 0

    def heading(self, text: str, level: int) -> None:
        tag = "h1" if not self.parts else f"h{level + 1}"
        self.level += level == 1
        self.parts.append(f"<{tag}>{escape(text)}</{tag}>")

    def paragraph(self, text: str) -> None:
        self.parts.append(f"<p>{escape(text)}</p>")

    def bullets(self, items: list[str]) -> None:
        self.parts.append(f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>")

    def fields(self, pairs: Rows) -> None:
        for label, answer in pairs:
            if self.level == 1:
                self.parts.append(f"<div class=top><b>{escape(label)}</b> &nbsp;{escape(answer)}</div>")
            else:
                self.parts.append(f"<div class=ask>{escape(label)}</div><div class=box>{escape(answer)}</div>")

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
        print_page(STYLE, self.parts, path.resolve())
