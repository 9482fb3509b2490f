"""Layouts of author `n2`: a Word export with a coloured band for each section and label/answer tables of two or
four columns; a ReportLab print with captions above the answers, short facts in two columns and prose in wide boxes."""

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import FONTS, shade, write
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

Rows = list[list[str]]
BANDS = ("5B2C6F", "1A5276", "117864", "9C640C", "922B21", "283747")
BRIEF = 38  # Characters: a shorter answer shares its row with a neighbour.


def pairs_of(pairs: Rows) -> list[Rows]:
    """Fields in rows of two where label and answer of both are short; else one a row."""
    rows: list[Rows] = []
    for pair in pairs:
        short = max(map(len, pair)) <= BRIEF
        if short and rows and len(rows[-1]) == 1 and max(map(len, rows[-1][0])) <= BRIEF:
            rows[-1].append(pair)
        else:
            rows.append([pair])
    return rows


class BandExport:
    """Word: a band in the section's colour, its label cells tinted grey, four columns for short answers."""

    def __init__(self) -> None:
        self.document = Document()
        self.document.styles["Normal"].font.name = "Verdana"
        self.document.styles["Normal"].font.size = Pt(9)
        page = self.document.sections[0]
        page.left_margin = page.right_margin = Cm(1.8)
        page.header.paragraphs[0].text = "Exported PEP record. Official-Sensitive"
        page.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self.bands = 0

    def heading(self, text: str, level: int) -> None:
        if level > 1:
            paragraph = self.document.add_paragraph()
            paragraph.paragraph_format.keep_with_next = True
            run = paragraph.add_run(text)
            run.bold, run.font.size = True, Pt(10)
            run.font.color.rgb = RGBColor.from_string(BANDS[(self.bands - 1) % len(BANDS)])
            return
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)
        cell = self.document.add_table(1, 1).cell(0, 0)
        shade(cell, BANDS[self.bands % len(BANDS)])
        run = cell.paragraphs[0].add_run(text)
        run.bold, run.font.size, run.font.color.rgb = True, Pt(12), RGBColor(0xFF, 0xFF, 0xFF)
        self.bands += 1

    def paragraph(self, text: str) -> None:
        write(self.document.add_paragraph(), text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            write(self.document.add_paragraph(style="List Bullet"), item)

    def fields(self, pairs: Rows) -> None:
        table = self.document.add_table(0, 4, style="Table Grid")
        for row in pairs_of(pairs):
            cells = table.add_row().cells
            for number, (label, answer) in enumerate(row):
                write(cells[number * 2].paragraphs[0], label, bold=True)
                shade(cells[number * 2], "EDEDED")
                target = cells[number * 2 + 1]
                if len(row) == 1:
                    target = target.merge(cells[3])
                write(target.paragraphs[0], answer)
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
                if not number:
                    shade(cell, "D9D9D9")
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class CaptionGrid:
    """PDF: small grey captions above the answers, two short facts side by side, prose in boxes as wide as the page."""

    WIDTH = 178 * 2.8346

    def __init__(self) -> None:
        for name, file in (("Grid", "DejaVuSans.ttf"), ("Grid-Bold", "DejaVuSans-Bold.ttf")):
            pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))
        self.story: list[Any] = []
        self.answer = ParagraphStyle("answer", fontName="Grid", fontSize=8.5, leading=11.5)
        self.caption = ParagraphStyle(
            "caption", fontName="Grid", fontSize=7, leading=9, textColor=colors.HexColor("#5D6D7E")
        )
        self.bold = ParagraphStyle("bold", parent=self.answer, fontName="Grid-Bold", fontSize=8)
        self.section = ParagraphStyle(
            "section", fontName="Grid-Bold", fontSize=12, leading=15, textColor=colors.HexColor("#0B5345")
        )
        self.sub = ParagraphStyle("sub", parent=self.bold, fontSize=9.5, leading=13, spaceBefore=4, spaceAfter=2)

    def make(self, text: str, style: ParagraphStyle) -> Paragraph:
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br/>")
        return Paragraph(escaped or "&nbsp;", style)

    def grid(self, rows: list[list[Any]], widths: list[float], *, head: bool = False) -> None:
        line = ("GRID", (0, 0), (-1, -1), 0.5, colors.HexColor("#ABB2B9"))
        look: list[Any] = [line, ("VALIGN", (0, 0), (-1, -1), "TOP")]
        if head:
            look.append(("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#E8F6F3")))
        self.story.append(Table(rows, colWidths=widths, style=look, repeatRows=int(head)))

    def heading(self, text: str, level: int) -> None:
        self.story.append(Spacer(1, 10 if level == 1 else 3))
        paragraph = self.make(text, self.section if level == 1 else self.sub)
        if level > 1:
            paragraph.keepWithNext = True
            self.story.append(paragraph)
            return
        rule = [("LINEBELOW", (0, 0), (-1, -1), 1.5, colors.HexColor("#0B5345"))]
        self.story.append(Table([[paragraph]], colWidths=[self.WIDTH], style=rule))
        self.story.append(Spacer(1, 4))

    def paragraph(self, text: str) -> None:
        self.grid([[self.make(text, self.answer)]], [self.WIDTH])
        self.story.append(Spacer(1, 4))

    def bullets(self, items: list[str]) -> None:
        self.grid([[[self.make(f"• {item}", self.answer) for item in items]]], [self.WIDTH])
        self.story.append(Spacer(1, 4))

    def fields(self, pairs: Rows) -> None:
        for row in pairs_of(pairs):
            cells = [[self.make(label, self.caption), self.make(answer, self.answer)] for label, answer in row]
            self.grid([cells], [self.WIDTH / len(row)] * len(row))
        self.story.append(Spacer(1, 4))

    def table(self, rows: Rows) -> None:
        longest = [max(12, min(60, max(len(row[column]) for row in rows))) for column in range(len(rows[0]))]
        widths = [self.WIDTH * length / sum(longest) for length in longest]
        made = [[self.make(text, self.answer if n else self.bold) for text in row] for n, row in enumerate(rows)]
        self.grid(made, widths, head=True)
        self.story.append(Spacer(1, 4))

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        document = SimpleDocTemplate(
            str(path), pagesize=A4, leftMargin=45, rightMargin=45, topMargin=40, bottomMargin=40, title="PEP"
        )
        document.build(self.story)
