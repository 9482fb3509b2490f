"""Layouts of author `h2`, a trust whose plans are reports in prose: a Word document with headings in the margin and a
page by ReportLab with small capitals and hanging labels."""

from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import FONTS, write
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import HRFlowable, Paragraph, SimpleDocTemplate, Spacer, Table

Rows = list[list[str]]


def small_print(card: Rows) -> str:
    """The bracket below a target: everything but its number and sentence."""
    return "(" + "; ".join(f"{label}: {answer}" for label, answer in card[1:]) + ")"


class Margin:
    """Word: a table without borders, the topic in a narrow left column, the text at its right."""

    LEFT, RIGHT = Cm(3.6), Cm(13.4)

    def __init__(self) -> None:
        self.document = Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Garamond", Pt(11.5)
        normal.paragraph_format.space_after = Pt(4)
        section = self.document.sections[0]
        section.left_margin = section.right_margin = Cm(2)
        self.place: Any = self.document
        self.grid: Any = None
        self.fresh = False

    def heading(self, text: str, level: int) -> None:
        if self.grid is None and not self.document.paragraphs:
            run = self.document.add_paragraph().add_run(text)
            run.bold, run.font.size = True, Pt(17)
            return
        if self.grid is None:
            self.document.add_paragraph()
            self.grid = self.document.add_table(0, 2)
            self.grid.autofit = False
            self.grid.columns[0].width, self.grid.columns[1].width = self.LEFT, self.RIGHT
        left, self.place = self.grid.add_row().cells
        left.width, self.place.width = self.LEFT, self.RIGHT
        run = left.paragraphs[0].add_run(text)
        run.font.size = Pt(11)
        if level == 1:
            run.bold, run.font.color.rgb = True, RGBColor(0x5B, 0x2C, 0x3B)
        else:
            run.italic = True
        self.fresh = True

    def line(self) -> Any:
        """The next empty paragraph: a new cell brings one with it."""
        if self.fresh:
            self.fresh = False
            return self.place.paragraphs[0]
        return self.place.add_paragraph()

    def paragraph(self, text: str) -> None:
        self.line().add_run(text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            paragraph = self.line()
            paragraph.paragraph_format.left_indent = Cm(0.5)
            paragraph.paragraph_format.first_line_indent = Cm(-0.5)
            paragraph.add_run(f"\u25aa  {item}")

    def fields(self, pairs: Rows) -> None:
        for label, answer in pairs:
            paragraph = self.line()
            write(paragraph, f"{label}: ", bold=True)
            write(paragraph, answer)

    def table(self, rows: Rows) -> None:
        self.fresh = False
        inner = self.place.add_table(0, len(rows[0]))
        inner.style = "Table Grid"
        for column in inner.columns:
            column.width = int(self.RIGHT / len(rows[0]))
        for number, row in enumerate(rows):
            for cell, text in zip(inner.add_row().cells, row, strict=True):
                cell.width = int(self.RIGHT / len(row))
                write(cell.paragraphs[0], text, bold=not number)
                for run in cell.paragraphs[0].runs:
                    run.font.size = Pt(10)
        if self.place is self.document:
            self.document.add_paragraph()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            number, sentence = card[0]
            self.line().add_run(f"{number} {sentence}")
            paragraph = self.line()
            paragraph.paragraph_format.left_indent = Cm(1)
            paragraph.add_run(small_print(card)).italic = True

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class PageOf(Canvas):
    """A canvas that knows how many pages there are when it writes the foot of each."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.pages: list[dict[str, Any]] = []

    def showPage(self) -> None:
        self.pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for page in self.pages:
            self.__dict__.update(page)
            self.setFont("Serif", 8)
            self.drawString(2.6 * cm, 1.3 * cm, "Confidential. Not to be copied or forwarded.")
            self.drawRightString(A4[0] - 2.6 * cm, 1.3 * cm, f"page {self._pageNumber} of {len(self.pages)}")
            super().showPage()
        super().save()


class Prose:
    """PDF by ReportLab: one column of prose, headings in small capitals, labels hanging at the left."""

    WIDTH = A4[0] - 5.2 * cm

    def __init__(self) -> None:
        pdfmetrics.registerFont(TTFont("Serif", FONTS / "DejaVuSerif.ttf"))
        pdfmetrics.registerFont(TTFont("SerifBold", FONTS / "DejaVuSerif-Bold.ttf"))
        self.body = ParagraphStyle("body", fontName="Serif", fontSize=9, leading=12.6, spaceAfter=4)
        self.title = ParagraphStyle("title", self.body, fontSize=15, leading=20)
        self.first = ParagraphStyle("first", self.body, fontSize=11, leading=14, spaceBefore=9, keepWithNext=1)
        self.second = ParagraphStyle("second", self.body, fontSize=9.5, spaceBefore=4, keepWithNext=1)
        self.hanging = ParagraphStyle(
            "hanging", self.body, leftIndent=3.4 * cm, bulletFontName="SerifBold", bulletFontSize=8.5, spaceAfter=3
        )
        self.dash = ParagraphStyle("dash", self.body, leftIndent=0.6 * cm, bulletIndent=0.1 * cm, spaceAfter=2)
        self.target = ParagraphStyle("target", self.body, leftIndent=0.8 * cm, spaceAfter=1)
        self.bracket = ParagraphStyle("bracket", self.body, leftIndent=1.6 * cm, fontSize=8, leading=11, spaceAfter=6)
        self.cell = ParagraphStyle("cell", self.body, fontSize=8, leading=10, spaceAfter=0)
        self.story: list[Any] = []

    def heading(self, text: str, level: int) -> None:
        if not self.story:
            self.story += [Paragraph(escape(text), self.title), HRFlowable(width="100%", thickness=0.6), Spacer(1, 5)]
            return
        style = self.first if level == 1 else self.second
        small = style.fontSize - 2
        words = (f'{escape(w[0].upper())}<font size="{small}">{escape(w[1:].upper())}</font>' for w in text.split())
        self.story.append(Paragraph(" ".join(words), style))

    def paragraph(self, text: str) -> None:
        self.story.append(Paragraph(escape(text), self.body))

    def bullets(self, items: list[str]) -> None:
        self.story += [Paragraph(escape(item), self.dash, bulletText="\u2013") for item in items]

    def fields(self, pairs: Rows) -> None:
        self.story += [Paragraph(escape(answer) or "&nbsp;", self.hanging, bulletText=label) for label, answer in pairs]

    def table(self, rows: Rows) -> None:
        cells = [[Paragraph(escape(text), self.cell) for text in row] for row in rows]
        lines = [("LINEBELOW", (0, 0), (-1, 0), 0.8, "black"), ("LINEBELOW", (0, 1), (-1, -1), 0.2, "grey")]
        lines += [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 2)]
        self.story += [Table(cells, colWidths=[self.WIDTH / len(rows[0])] * len(rows[0]), style=lines), Spacer(1, 5)]

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            number, sentence = card[0]
            self.story.append(Paragraph(escape(sentence), self.target, bulletText=number))
            self.story.append(Paragraph(escape(small_print(card)), self.bracket))

    def save(self, path: Path) -> None:
        template = SimpleDocTemplate(
            str(path), pagesize=A4, leftMargin=2.6 * cm, rightMargin=2.6 * cm, topMargin=2 * cm, invariant=1
        )
        template.build(self.story, canvasmaker=PageOf)
