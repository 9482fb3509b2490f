"""Layouts of author `l1`: a school office's Word form (shaded bars, two-column boxes) and an authority's print, where
short answers stand three to a row below their labels."""

from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Cm, Pt
from layouts_d1 import FONTS, shade, write
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

Rows = list[list[str]]
SHORT = 30  # Characters: a longer answer has a row of its own in the print.


class OfficeBars:
    """Word: a shaded bar for each section, labels with a colon at the left of their answers, grids with a grey head."""

    def __init__(self) -> None:
        self.document = Document()
        section = self.document.sections[0]
        section.left_margin = section.right_margin = Cm(1.9)
        section.footer.paragraphs[
            0
        ].text = "PEP School Age v6 - OFFICIAL SENSITIVE - return to the Virtual School inbox"
        self.document.styles["Normal"].font.name = "Calibri"
        self.document.styles["Normal"].font.size = Pt(10.5)
        self.document.styles["Normal"].paragraph_format.space_after = Pt(4)
        self.started = False

    def heading(self, text: str, level: int) -> None:
        if not self.started:
            self.started = True
            paragraph = self.document.add_paragraph()
            run = paragraph.add_run(text)
            run.bold, run.font.size = True, Pt(18)
        elif level == 1:
            self.document.add_paragraph()
            cell = self.document.add_table(1, 1, style="Table Grid").rows[0].cells[0]
            shade(cell, "C6D9F1")
            write(cell.paragraphs[0], text, bold=True)
        else:
            paragraph = self.document.add_paragraph()
            paragraph.paragraph_format.space_before = Pt(8)
            run = paragraph.add_run(text)
            run.bold, run.font.size = True, Pt(12)

    def paragraph(self, text: str) -> None:
        write(self.document.add_paragraph(), text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def fields(self, pairs: Rows) -> None:
        table = self.document.add_table(0, 2, style="Table Grid")
        table.autofit = False
        for label, answer in pairs:
            cells = table.add_row().cells
            cells[0].width, cells[1].width = Cm(5.4), Cm(11.8)
            write(cells[0].paragraphs[0], f"{label}" if label.endswith(("?", ":")) else f"{label}:", bold=True)
            write(cells[1].paragraphs[0], answer)
        self.document.add_paragraph()

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
                if not number:
                    shade(cell, "E7E6E6")
        self.document.add_paragraph()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class CountyPrint:
    """PDF: dark green bands, short answers three to a row below small labels, long ones in a box of their own."""

    def __init__(self) -> None:
        pdfmetrics.registerFont(TTFont("Print", str(FONTS / "DejaVuSans.ttf")))
        pdfmetrics.registerFont(TTFont("PrintBold", str(FONTS / "DejaVuSans-Bold.ttf")))
        self.width = A4[0] - 3.2 * cm
        self.body = ParagraphStyle("body", fontName="Print", fontSize=8.5, leading=11.5)
        self.label = ParagraphStyle(
            "label",
            parent=self.body,
            fontName="PrintBold",
            fontSize=7,
            leading=9.5,
            textColor=colors.HexColor("#1F4E3D"),
        )
        self.band = ParagraphStyle("band", parent=self.label, fontSize=10.5, leading=13, textColor=colors.white)
        self.title = ParagraphStyle("title", parent=self.label, fontSize=15, leading=20, spaceAfter=8)
        self.minor = ParagraphStyle("minor", parent=self.label, fontSize=9.5, leading=12, spaceBefore=8, spaceAfter=4)
        self.story: list[Any] = []

    def heading(self, text: str, level: int) -> None:
        if not self.story:
            self.story.append(Paragraph(escape(text), self.title))
        elif level == 1:
            band = Table([[Paragraph(escape(text), self.band)]], [self.width], hAlign="LEFT")
            band.setStyle([("BACKGROUND", (0, 0), (-1, -1), colors.HexColor("#1F4E3D"))])
            self.story += [Spacer(1, 10), band, Spacer(1, 4)]
        else:
            self.story.append(Paragraph(escape(text), self.minor))

    def paragraph(self, text: str) -> None:
        self.story += [Paragraph(escape(text), self.body), Spacer(1, 4)]

    def bullets(self, items: list[str]) -> None:
        self.story += [Paragraph(f"• {escape(item)}", self.body) for item in items]

    def grid(self, rows: list[list[Any]], widths: list[float], *, head: bool = False) -> None:
        table = Table(rows, widths, repeatRows=int(head), hAlign="LEFT")
        style: list[Any] = [
            ("BOX", (0, 0), (-1, -1), 0.5, colors.grey),
            ("INNERGRID", (0, 0), (-1, -1), 0.3, colors.lightgrey),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
        if head:
            style.append(("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#DDEBE3")))
        table.setStyle(style)
        self.story.append(table)

    def fields(self, pairs: Rows) -> None:
        waiting: Rows = []
        for pair in pairs:
            if max(map(len, pair)) > SHORT:
                self.row(waiting)
                self.row([pair])
                waiting = []
            else:
                waiting.append(pair)
                if len(waiting) == 3:
                    self.row(waiting)
                    waiting = []
        self.row(waiting)
        self.story.append(Spacer(1, 4))

    def row(self, pairs: Rows) -> None:
        if pairs:
            cells = [[Paragraph(escape(name), self.label), Paragraph(escape(text), self.body)] for name, text in pairs]
            self.grid([cells], [self.width / len(pairs)] * len(pairs))

    def table(self, rows: Rows) -> None:
        longest = [min(max(max(len(row[column]) for row in rows), 9), 60) for column in range(len(rows[0]))]
        widths = [self.width * length / sum(longest) for length in longest]
        cells = [
            [Paragraph(escape(text), self.body if number else self.label) for text in row]
            for number, row in enumerate(rows)
        ]
        self.grid(cells, widths, head=True)
        self.story.append(Spacer(1, 5))

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def foot(self, canvas: Any, document: Any) -> None:
        canvas.setFont("Print", 6.5)
        canvas.drawString(1.6 * cm, 0.9 * cm, "Stourvale County Virtual School | Personal Education Plan (School Age)")
        canvas.drawRightString(A4[0] - 1.6 * cm, 0.9 * cm, f"Page {document.page}")

    def save(self, path: Path) -> None:
        margin = 1.6 * cm
        document = SimpleDocTemplate(
            str(path), pagesize=A4, leftMargin=margin, rightMargin=margin, topMargin=margin, bottomMargin=margin
        )
        document.build(self.story, onFirstPage=self.foot, onLaterPages=self.foot)
