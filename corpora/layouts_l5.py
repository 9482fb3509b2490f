"""Layouts of author `l5`: a portal's "Full" print in Word (tabs as bars, blue banners, question beside answer) and its
"Termly" print as a PDF by ReportLab (one tab a page, question above answer in ruled boxes)."""

from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import FONTS, SHORT, shade, write
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

Rows = list[list[str]]


class FullPrint:
    """Word: a dark bar for a tab, a blue banner for a group of questions, then question and answer side by side."""

    def __init__(self) -> None:
        self.document = Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(10)
        normal.paragraph_format.space_after = Pt(4)
        section = self.document.sections[0]
        section.left_margin = section.right_margin = Cm(1.8)
        section.footer.paragraphs[0].text = "ePEP - Full print - OFFICIAL SENSITIVE"
        self.width = section.page_width - section.left_margin - section.right_margin

    def heading(self, text: str, level: int) -> None:
        table = self.document.add_table(1, 1, style="Table Grid")
        cell = table.cell(0, 0)
        shade(cell, "1F3864" if level == 1 else "5B9BD5")
        run = cell.paragraphs[0].add_run(text)
        run.bold, run.font.size = True, Pt(13 if level == 1 else 10.5)
        run.font.color.rgb = RGBColor(255, 255, 255)
        self.gap()

    def gap(self) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(5)

    def paragraph(self, text: str) -> None:
        write(self.document.add_paragraph(), text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            write(self.document.add_paragraph(style="List Bullet"), item)

    def fields(self, pairs: Rows) -> None:
        table = self.document.add_table(0, 2, style="Table Grid")
        table.autofit = False
        for label, answer in pairs:
            left, right = table.add_row().cells
            left.width, right.width = int(self.width * 0.36), int(self.width * 0.64)
            shade(left, "F2F2F2")
            write(left.paragraphs[0], label)
            write(right.paragraphs[0], answer)
        self.gap()

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
                if not number:
                    shade(cell, "DEEAF6")
        self.gap()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class TermlyPrint:
    """PDF: every tab begins a page under a teal title; small grey question above its answer, short ones in pairs."""

    def __init__(self) -> None:
        pdfmetrics.registerFont(TTFont("Plain", FONTS / "DejaVuSans.ttf"))
        pdfmetrics.registerFont(TTFont("Heavy", FONTS / "DejaVuSans-Bold.ttf"))
        self.body = ParagraphStyle("body", fontName="Plain", fontSize=8.5, leading=11.5, spaceAfter=4)
        self.bold = ParagraphStyle("bold", self.body, fontName="Heavy")
        self.small = ParagraphStyle("small", self.body, fontSize=7, leading=9, textColor=colors.HexColor("#555555"))
        self.tab = ParagraphStyle("tab", self.bold, fontSize=14, leading=19, textColor=colors.HexColor("#00696B"))
        self.banner = ParagraphStyle(
            "banner", self.bold, fontSize=9.5, leading=15, spaceBefore=7, borderPadding=2, textColor=colors.white,
            backColor=colors.HexColor("#00898B"),
        )  # fmt: skip
        self.story: list[Any] = []
        self.width = A4[0] - 90

    def text(self, text: str, style: ParagraphStyle) -> Paragraph:
        return Paragraph(escape(text, quote=False).replace("\n", "<br/>"), style)

    def heading(self, text: str, level: int) -> None:
        if level == 1 and len(self.story) > 3:
            self.story.append(PageBreak())
        self.story.append(self.text(text, self.tab if level == 1 else self.banner))
        self.story.append(Spacer(1, 4))

    def paragraph(self, text: str) -> None:
        self.story.append(self.text(text, self.body))

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.story.append(self.text(f"• {item}", self.body))

    def boxes(self, pairs: Rows) -> None:
        if pairs:
            cells = [[self.text(label, self.small), self.text(answer, self.body)] for label, answer in pairs]
            self.ruled([cells], len(cells))

    def ruled(self, rows: list[Any], columns: int, *, head: bool = False) -> None:
        style: list[Any] = [
            ("GRID", (0, 0), (-1, -1), 0.4, colors.HexColor("#9BB8B9")),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
        ]
        if head:
            style.append(("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#E0F0F0")))
        widths = [self.width / columns] * columns
        self.story.append(Table(rows, colWidths=widths, style=style, repeatRows=int(head), splitInRow=1))

    def fields(self, pairs: Rows) -> None:
        waiting: Rows = []
        for pair in pairs:
            if max(map(len, pair)) > SHORT:
                self.boxes(waiting)
                self.boxes([pair])
                waiting = []
            else:
                waiting.append(pair)
                if len(waiting) == 2:
                    self.boxes(waiting)
                    waiting = []
        self.boxes(waiting)
        self.story.append(Spacer(1, 5))

    def table(self, rows: Rows) -> None:
        cells = [
            [self.text(text, self.body if number else self.bold) for text in row] for number, row in enumerate(rows)
        ]
        self.ruled(cells, len(rows[0]), head=True)
        self.story.append(Spacer(1, 6))

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        SimpleDocTemplate(
            str(path), pagesize=A4, leftMargin=45, rightMargin=45, topMargin=40, bottomMargin=40, title="Termly PEP"
        ).build(self.story, onFirstPage=self.foot, onLaterPages=self.foot)

    def foot(self, canvas: Any, document: Any) -> None:
        canvas.setFont("Plain", 7)
        canvas.drawString(45, 22, "Termly PEP for circulation")
        canvas.drawRightString(A4[0] - 45, 22, f"{document.page}")
