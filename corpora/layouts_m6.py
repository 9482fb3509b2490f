"""Layouts of author `m6`: a termly print in Word (tabs as headings, label above answer in boxes) and a PDF by
ReportLab (small boxes side by side)."""

from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import FONTS, shade, write
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

Rows = list[list[str]]


class TermlyStack:
    """Word: a tab is a heading with a rule, a banner a shaded line; each label stands above its answer in one box."""

    def __init__(self) -> None:
        self.document = Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(10)
        normal.paragraph_format.space_after = Pt(2)
        section = self.document.sections[0]
        section.left_margin = section.right_margin = Cm(1.8)
        section.header.paragraphs[0].text = "Termly PEP print"
        section.footer.paragraphs[0].text = "Confidential. Share only with those named in this plan."

    def heading(self, text: str, level: int) -> None:
        if level == 1:
            paragraph = self.document.add_heading(level=1)
            run = paragraph.add_run(text)
            run.font.color.rgb, run.font.size = RGBColor(0x4B, 0x1F, 0x5E), Pt(15)
            return
        cell = self.document.add_table(1, 1, style="Table Grid").cell(0, 0)
        shade(cell, "C9D9EE")
        write(cell.paragraphs[0], text, bold=True)
        self.gap()

    def gap(self) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(6)

    def paragraph(self, text: str) -> None:
        self.document.add_paragraph(text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            write(self.document.add_paragraph(style="List Bullet"), item)

    def fields(self, pairs: Rows) -> None:
        table = self.document.add_table(0, 1, style="Table Grid")
        for label, answer in pairs:
            cell = table.add_row().cells[0]
            cell.paragraphs[0].paragraph_format.space_before = Pt(2)
            run = cell.paragraphs[0].add_run(label)
            run.bold, run.font.size, run.font.color.rgb = True, Pt(9), RGBColor(0x44, 0x44, 0x44)
            write(cell.add_paragraph(), answer)
        self.gap()

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
                if not number:
                    shade(cell, "EDE7F1")
        self.gap()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class SideBySide:
    """ReportLab: fields as small boxes, two or three to a row while short; tabs in white on plum, banners ruled."""

    WIDTH = 523
    SIZES = ((28, 3), (75, 2))  # Characters of the longest text in a box, boxes to a row.

    def __init__(self) -> None:
        pdfmetrics.registerFont(TTFont("Sans", FONTS / "DejaVuSans.ttf"))
        pdfmetrics.registerFont(TTFont("SansBold", FONTS / "DejaVuSans-Bold.ttf"))
        self.body = ParagraphStyle("body", fontName="Sans", fontSize=7.8, leading=10)
        self.label = ParagraphStyle("label", self.body, fontSize=6.8, leading=8.5, textColor=colors.HexColor("#4B1F5E"))
        self.bold = ParagraphStyle("bold", self.body, fontName="SansBold")
        self.tab = ParagraphStyle("tab", self.bold, fontSize=11, leading=14, textColor=colors.white)
        self.story: list[Any] = []

    def put(self, rows: list[list[Any]], widths: list[float], *style: Any) -> None:
        rules = [("VALIGN", (0, 0), (-1, -1), "TOP"), *style]
        self.story += [Table(rows, colWidths=widths, style=rules), Spacer(1, 3)]

    def heading(self, text: str, level: int) -> None:
        if level == 1:
            plum = ("BACKGROUND", (0, 0), (-1, -1), colors.HexColor("#4B1F5E"))
            self.story.append(Spacer(1, 6))
            self.put([[Paragraph(escape(text), self.tab)]], [self.WIDTH], plum)
        else:
            rule = ("LINEBELOW", (0, 0), (-1, -1), 1, colors.HexColor("#4B1F5E"))
            self.put([[Paragraph(escape(text), self.bold)]], [self.WIDTH], rule)

    def paragraph(self, text: str) -> None:
        self.story += [Paragraph(escape(text), self.body), Spacer(1, 4)]

    def bullets(self, items: list[str]) -> None:
        for item in items:
            style = ParagraphStyle("item", self.body, leftIndent=12)
            self.story.append(Paragraph(escape(item), style, bulletText="\u2022"))
        self.story.append(Spacer(1, 4))

    def fit(self, pair: list[str]) -> int:
        longest = max(len(pair[0]) - 10, len(pair[1]))
        return next((count for limit, count in self.SIZES if longest <= limit), 1)

    def fields(self, pairs: Rows) -> None:
        waiting: Rows = []
        for pair in pairs:
            if waiting and (self.fit(pair) != self.fit(waiting[0]) or len(waiting) == self.fit(pair)):
                self.boxes(waiting)
                waiting = []
            waiting.append(pair)
        self.boxes(waiting)

    def boxes(self, pairs: Rows) -> None:
        labels = [Paragraph(escape(label), self.label) for label, _ in pairs]
        answers = [Paragraph(escape(answer), self.body) for _, answer in pairs]
        frames = [
            ("BOX", (column, 0), (column, 1), 0.6, colors.HexColor("#9A86A4")) for column in range(len(pairs))
        ] + [("TOPPADDING", (0, 1), (-1, 1), 0), ("BOTTOMPADDING", (0, 0), (-1, 0), 1)]
        self.put([labels, answers], [self.WIDTH / len(pairs)] * len(pairs), *frames)

    def table(self, rows: Rows) -> None:
        cells = [[Paragraph(escape(t), self.body if n else self.bold) for t in row] for n, row in enumerate(rows)]
        grid = ("GRID", (0, 0), (-1, -1), 0.5, colors.HexColor("#9A86A4"))
        head = ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#EDE7F1"))
        self.put(cells, [self.WIDTH / len(rows[0])] * len(rows[0]), grid, head)

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        SimpleDocTemplate(str(path), pagesize=A4, leftMargin=36, rightMargin=36, topMargin=36, invariant=1).build(
            self.story
        )
