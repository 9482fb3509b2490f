"""Layouts of author `i1` (a shire county's school-age form): many small shaded tables in Word, and a portrait print by
ReportLab with the label above its answer."""

from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import FONTS, shade
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

Rows = list[list[str]]


class SmallTables:
    """Word: each section is a small table of its own under a shaded title row; labels stand at the left."""

    GREEN, PALE, GREY = "4E7D5B", "DCE8DF", "EDEDED"

    def __init__(self) -> None:
        self.document = Document()
        self.document.styles["Normal"].font.name = "Calibri"
        self.document.styles["Normal"].font.size = Pt(10)
        for section in self.document.sections:
            section.left_margin = section.right_margin = Cm(1.9)
            section.top_margin = section.bottom_margin = Cm(1.7)
        self.first = True

    def grid(self, rows: Rows, widths: list[float], *, head: bool, label: bool) -> None:
        table = self.document.add_table(0, len(widths), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for number, row in enumerate(rows):
            for column, (cell, text, width) in enumerate(zip(table.add_row().cells, row, widths, strict=True)):
                cell.width = Cm(width)
                marked = (head and not number) or (label and not column)
                lines = text.split("\n")
                for position, line in enumerate(lines):
                    paragraph = cell.add_paragraph() if position else cell.paragraphs[0]
                    paragraph.paragraph_format.space_after = Pt(1)
                    paragraph.add_run(line).bold = marked
                if marked:
                    shade(cell, self.PALE if head else self.GREY)
        self.gap()

    def gap(self) -> None:
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def heading(self, text: str, level: int) -> None:
        if self.first:
            self.document.add_paragraph(text, style="Title")
            self.first = False
            return
        table = self.document.add_table(1, 1, style="Table Grid")
        cell = table.rows[0].cells[0]
        shade(cell, self.GREEN if level == 1 else self.PALE)
        run = cell.paragraphs[0].add_run(text)
        run.bold = True
        if level == 1:
            run.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
        run.font.size = Pt(12 if level == 1 else 10)
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(3)

    def paragraph(self, text: str) -> None:
        self.grid([[text]], [17.2], head=False, label=False)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def fields(self, pairs: Rows) -> None:
        self.grid(pairs, [5.4, 11.8], head=False, label=True)

    def table(self, rows: Rows) -> None:
        count = len(rows[0])
        self.grid(rows, [17.2 / count] * count, head=True, label=False)

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class LabelAbove:
    """PDF by ReportLab, portrait: a label in small type above its answer, two short ones side by side."""

    WIDTH, SHORT = 515, 60

    def __init__(self) -> None:
        pdfmetrics.registerFont(TTFont("Sans", FONTS / "DejaVuSans.ttf"))
        pdfmetrics.registerFont(TTFont("SansBold", FONTS / "DejaVuSans-Bold.ttf"))
        self.body = ParagraphStyle("body", fontName="Sans", fontSize=8.5, leading=11)
        self.small = ParagraphStyle("small", self.body, fontSize=7, leading=9, textColor=colors.HexColor("#44546A"))
        self.bold = ParagraphStyle("bold", self.body, fontName="SansBold", fontSize=8)
        self.section = ParagraphStyle(
            "section", self.bold, fontSize=11, leading=14, spaceBefore=9, spaceAfter=4, keepWithNext=1
        )
        self.part = ParagraphStyle("part", self.bold, fontSize=9, spaceBefore=4, spaceAfter=3, keepWithNext=1)
        self.story: list[Any] = []

    def heading(self, text: str, level: int) -> None:
        self.story.append(Paragraph(escape(text), self.section if level == 1 else self.part))

    def paragraph(self, text: str) -> None:
        self.story += [Paragraph(escape(text).replace("\n", "<br/>"), self.body), Spacer(1, 5)]

    def bullets(self, items: list[str]) -> None:
        style = ParagraphStyle("bullet", self.body, leftIndent=12)
        self.story += [Paragraph(escape(item), style, bulletText="\u2022") for item in items]

    def boxed(self, pairs: Rows) -> None:
        cells = []
        for label, answer in pairs:
            text = escape(answer).replace("\n", "<br/>") or "&nbsp;"
            cells.append([Paragraph(escape(label), self.small), Paragraph(text, self.body)])
        style = [("BOX", (n, 0), (n, 0), 0.5, colors.grey) for n in range(len(cells))]
        style.append(("VALIGN", (0, 0), (-1, -1), "TOP"))
        self.story.append(Table([cells], colWidths=[self.WIDTH / len(cells)] * len(cells), style=style, splitInRow=1))

    def fields(self, pairs: Rows) -> None:
        waiting: Rows = []
        for pair in pairs:
            if max(map(len, pair)) > self.SHORT:
                if waiting:
                    self.boxed(waiting)
                waiting = []
                self.boxed([pair])
                continue
            waiting.append(pair)
            if len(waiting) == 2:
                self.boxed(waiting)
                waiting = []
        if waiting:
            self.boxed(waiting)
        self.story.append(Spacer(1, 5))

    def table(self, rows: Rows) -> None:
        count = len(rows[0])
        cells = [
            [Paragraph(escape(text).replace("\n", "<br/>"), self.body if number else self.bold) for text in row]
            for number, row in enumerate(rows)
        ]
        style = [
            ("GRID", (0, 0), (-1, -1), 0.5, colors.grey),
            ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#D9E2EC")),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
        widths = [self.WIDTH / count] * count
        self.story += [Table(cells, colWidths=widths, style=style, repeatRows=1, splitInRow=1), Spacer(1, 6)]

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        SimpleDocTemplate(str(path), pagesize=A4, leftMargin=40, rightMargin=40, topMargin=40, invariant=1).build(
            self.story
        )
