"""Layouts of author `g6`, a bought ePEP system: its Word export (styled headings, two-column field tables, repeated
target blocks) and its print (small capital captions above the answers, thin rules, stacked blocks)."""

from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import shade, write
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import HRFlowable, KeepTogether, Paragraph, SimpleDocTemplate, Spacer, Table

Rows = list[list[str]]
LIBERATION = Path("/usr/share/fonts/truetype/liberation")
SYSTEM = "Casebridge ePEP"


class TabExport:
    """Word: every tab a styled heading, its fields a grid of two columns, a target a block with a shaded head."""

    WIDTHS = (Cm(5.6), Cm(11.4))

    def __init__(self) -> None:
        self.document = Document()
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.header.paragraphs[0].text = f"{SYSTEM}\t\tOFFICIAL - SENSITIVE"
        section.footer.paragraphs[0].text = f"Exported from {SYSTEM} 7.4"
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(10)
        normal.paragraph_format.space_after = Pt(4)
        for level, size, colour in ((1, 15, 0x4A148C), (2, 12, 0x6A1B9A), (3, 10.5, 0x444444)):
            style = self.document.styles[f"Heading {level}"]
            style.font.name, style.font.size = "Calibri", Pt(size)
            for theme in ("asciiTheme", "hAnsiTheme"):
                style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
            style.font.color.rgb = RGBColor.from_string(f"{colour:06X}")

    def heading(self, text: str, level: int) -> None:
        self.document.add_heading(text, min(level, 3))

    def paragraph(self, text: str) -> None:
        self.document.add_paragraph(text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def fields(self, pairs: Rows) -> None:
        self.block(pairs, head=False)

    def block(self, pairs: Rows, *, head: bool) -> None:
        grid = self.document.add_table(0, 2, style="Table Grid")
        grid.autofit = False
        for column, width in zip(grid.columns, self.WIDTHS, strict=True):
            column.width = width
        for number, pair in enumerate(pairs):
            first = head and not number
            for cell, text, width in zip(grid.add_row().cells, pair, self.WIDTHS, strict=True):
                cell.width = width
                label = cell._tc is grid.rows[-1].cells[0]._tc
                write(cell.paragraphs[0], text, bold=label or first)
                if first or label:
                    shade(cell, "D1C4E9" if first else "F3EFF8")
        self.document.add_paragraph()

    def table(self, rows: Rows) -> None:
        grid = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
                if not number:
                    shade(cell, "D1C4E9")
        self.document.add_paragraph()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.block(card, head=True)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class CaptionRule:
    """ReportLab: a caption in small capitals, the answer below it, a hair rule; short answers share a line."""

    WIDTH = 479
    SHORT = 34  # Characters: up to three answers no longer than this stand side by side.

    def __init__(self) -> None:
        for name, file in (("Plain", "LiberationSans-Regular.ttf"), ("Strong", "LiberationSans-Bold.ttf")):
            pdfmetrics.registerFont(TTFont(name, LIBERATION / file))
        self.body = ParagraphStyle("body", fontName="Plain", fontSize=9.2, leading=11.6)
        self.caption = ParagraphStyle(
            "caption",
            fontName="Strong",
            fontSize=6.4,
            leading=8.4,
            textColor=colors.HexColor("#5E5E5E"),
            keepWithNext=1,
        )
        self.headings = [
            ParagraphStyle(
                "tab", fontName="Strong", fontSize=14, leading=18, textColor=colors.HexColor("#00567A"), spaceBefore=14
            ),
            ParagraphStyle("part", fontName="Strong", fontSize=10.5, leading=14, spaceBefore=8),
            ParagraphStyle("piece", fontName="Strong", fontSize=9.2, leading=12, spaceBefore=4),
        ]
        self.story: list[Any] = []

    def rule(self, thickness: float = 0.3) -> HRFlowable:
        return HRFlowable(width="100%", thickness=thickness, color=colors.HexColor("#9AA5AB"), spaceBefore=2)

    def answered(self, label: str, answer: str) -> list[Any]:
        return [Paragraph(escape(label.upper()), self.caption), Paragraph(escape(answer) or "&nbsp;", self.body)]

    def heading(self, text: str, level: int) -> None:
        self.story.append(Paragraph(escape(text), self.headings[min(level, 3) - 1]))
        if level == 1:
            self.story.append(self.rule(1.2))
        self.story.append(Spacer(1, 3))

    def paragraph(self, text: str) -> None:
        self.story += [Paragraph(escape(text), self.body), Spacer(1, 5)]

    def bullets(self, items: list[str]) -> None:
        self.story += [Paragraph(escape(item), self.body, bulletText="-") for item in items]
        self.story.append(Spacer(1, 5))

    def fields(self, pairs: Rows) -> None:
        self.story += [*self.stacked(pairs, self.WIDTH), Spacer(1, 5)]

    def stacked(self, pairs: Rows, width: float) -> list[Any]:
        made: list[Any] = []
        waiting: Rows = []
        for pair in [*pairs, None]:
            if pair and max(map(len, pair)) <= self.SHORT:
                waiting.append(pair)
            if waiting and (len(waiting) == 3 or not pair or max(map(len, pair)) > self.SHORT):
                cells = [[self.answered(*short) for short in waiting]]
                style = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
                padding = [("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 0)]
                made += [
                    Table(cells, colWidths=[width / len(waiting)] * len(waiting), style=[*style, *padding]),
                    self.rule(),
                ]
                waiting = []
            if pair and max(map(len, pair)) > self.SHORT:
                made += [*self.answered(*pair), self.rule()]
        return made

    def table(self, rows: Rows) -> None:
        cells = [
            [Paragraph(escape(t if n else t.upper()), self.body if n else self.caption) for t in row]
            for n, row in enumerate(rows)
        ]
        style = [
            ("LINEBELOW", (0, 0), (-1, -1), 0.3, colors.HexColor("#9AA5AB")),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ]
        widths = [self.WIDTH / len(rows[0])] * len(rows[0])
        self.story += [Table(cells, colWidths=widths, style=style, repeatRows=1), Spacer(1, 6)]

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            first, *others = card
            head = [Paragraph(escape(first[0]), self.headings[2]), Paragraph(escape(first[1]), self.body)]
            self.story += [
                KeepTogether([self.rule(0.9), *head, self.rule()]),
                *self.stacked(others, self.WIDTH),
                Spacer(1, 8),
            ]

    def save(self, path: Path) -> None:
        def foot(canvas: Any, template: Any) -> None:
            canvas.setFont("Plain", 7)
            canvas.drawString(52, 26, f"{SYSTEM} - printed record")
            canvas.drawRightString(543, 26, f"Page {template.page}")

        template = SimpleDocTemplate(str(path), pagesize=A4, leftMargin=52, rightMargin=52, topMargin=44, invariant=1)
        template.build(self.story, onFirstPage=foot, onLaterPages=foot)
