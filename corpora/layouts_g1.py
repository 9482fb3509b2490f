"""Layouts of author `g1`: a borough's old Word template of shaded label cells and merged rows, and a landscape page of
boxes by ReportLab."""

from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import FONTS, shade, write
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

Rows = list[list[str]]
GUIDANCE = ("Please", "Guidance", "Note to schools")
SIDE_BY_SIDE = 34  # Characters: questions and answers as short as this share a row.


def in_rows(pairs: Rows, most: int) -> list[Rows]:
    """Consecutive short pairs together, at most so many; a long one alone."""
    rows: list[Rows] = []
    open_row = False
    for pair in pairs:
        short = max(map(len, pair)) <= SIDE_BY_SIDE
        if short and open_row and len(rows[-1]) < most:
            rows[-1].append(pair)
        else:
            rows.append([pair])
        open_row = short
    return rows


class OldTemplate:
    """A grid of six columns a part; target blocks are tables inside its cells, two side by side."""

    COLUMNS = 6
    LABEL = "E2EFD9"

    def __init__(self) -> None:
        self.document = Document()
        self.document.styles["Normal"].font.name = "Calibri"
        self.document.styles["Normal"].font.size = Pt(10)
        section = self.document.sections[0]
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(1.6)
        self.grid: Any = None
        self.titled = False

    def row(self, spans: list[tuple[str, int, bool]]) -> list[Any]:
        """A row of cells, each as wide as it says and shaded when it is a label."""
        if self.grid is None:
            self.grid = self.document.add_table(0, self.COLUMNS, style="Table Grid")
        cells = self.grid.add_row().cells
        made, at = [], 0
        for text, span, label in spans:
            cell = cells[at].merge(cells[at + span - 1])
            write(cell.paragraphs[0], text, bold=label)
            if label:
                shade(cell, self.LABEL)
            made.append(cell)
            at += span
        return made

    def heading(self, text: str, level: int) -> None:
        if not self.titled:
            self.titled = True
            run = self.document.add_paragraph().add_run(text)
            run.bold, run.font.size = True, Pt(16)
            return
        if level == 1:
            self.document.add_paragraph()
            self.grid = None
        (cell,) = self.row([(text, self.COLUMNS, True)])
        if level == 1:
            cell._tc.tcPr.remove(cell._tc.tcPr.xpath("w:shd")[0])
            shade(cell, "385623")
            cell.paragraphs[0].runs[0].font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)

    def paragraph(self, text: str) -> None:
        (cell,) = self.row([(text, self.COLUMNS, False)])
        for run in cell.paragraphs[0].runs:
            run.italic = text.startswith(GUIDANCE)

    def bullets(self, items: list[str]) -> None:
        (cell,) = self.row([("", self.COLUMNS, False)])
        for number, item in enumerate(items):
            paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
            write(paragraph, f"\u2022 {item}")

    def fields(self, pairs: Rows) -> None:
        widths = {1: (2, 4), 2: (1, 2), 3: (1, 1)}
        for row in in_rows(pairs, 3):
            label, answer = widths[len(row)]
            self.row([span for q, a in row for span in ((q, label, True), (a, answer, False))])

    def table(self, rows: Rows) -> None:
        self.document.add_paragraph()
        self.grid = None
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
                if not number:
                    shade(cell, self.LABEL)
        self.document.add_paragraph()

    def cards(self, cards: list[Rows]) -> None:
        for first in range(0, len(cards), 2):
            pair = cards[first : first + 2]
            width = self.COLUMNS // len(pair)
            for cell, card in zip(self.row([("", width, False) for _ in pair]), pair, strict=True):
                inner = cell.add_table(0, 2)
                inner.style = "Table Grid"
                for label, answer in card:
                    left, right = inner.add_row().cells
                    write(left.paragraphs[0], label, bold=True)
                    shade(left, self.LABEL)
                    write(right.paragraphs[0], answer)
                cell.add_paragraph()

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class BoxLandscape:
    """Short facts in two columns of boxes, each label above its answer; the rest in boxes as wide as the page."""

    WIDTH = 770

    def __init__(self) -> None:
        for name, file in (("Sans", "DejaVuSans.ttf"), ("SansBold", "DejaVuSans-Bold.ttf")):
            pdfmetrics.registerFont(TTFont(name, FONTS / file))
        self.body = ParagraphStyle("body", fontName="Sans", fontSize=8.5, leading=11)
        self.guidance = ParagraphStyle("guidance", self.body, fontSize=7.5, leading=9.5, textColor=colors.dimgrey)
        self.label = ParagraphStyle("label", self.body, fontName="SansBold", fontSize=7.5, leading=10)
        self.title = ParagraphStyle("title", self.label, fontSize=15, leading=20, textColor=colors.HexColor("#5B2C6F"))
        self.part = ParagraphStyle("part", self.title, fontSize=11.5, leading=15, spaceBefore=8, spaceAfter=3)
        self.sub = ParagraphStyle("sub", self.part, fontSize=9.5, leading=12, textColor=colors.black)
        self.story: list[Any] = []
        self.titled = False

    def put(self, rows: list[list[Any]], widths: list[float], *more: Any) -> None:
        style = [
            ("BOX", (0, 0), (-1, -1), 0.8, colors.HexColor("#5B2C6F")),
            ("INNERGRID", (0, 0), (-1, -1), 0.4, colors.grey),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            *more,
        ]
        self.story += [Table(rows, colWidths=widths, style=style), Spacer(1, 4)]

    def text(self, text: str, style: ParagraphStyle | None = None) -> Paragraph:
        return Paragraph(escape(text).replace("\n", "<br/>"), style or self.body)

    def heading(self, text: str, level: int) -> None:
        style = self.sub if level > 1 else self.part if self.titled else self.title
        self.titled = True
        self.story.append(self.text(text, style))

    def paragraph(self, text: str) -> None:
        if text.startswith(GUIDANCE):
            self.story += [self.text(text, self.guidance), Spacer(1, 3)]
        else:
            self.put([[self.text(text)]], [self.WIDTH])

    def bullets(self, items: list[str]) -> None:
        self.put([[self.text(f"\u2022 {item}")] for item in items], [self.WIDTH])

    def fields(self, pairs: Rows) -> None:
        for row in in_rows(pairs, 2):
            cells = [[self.text(label, self.label), self.text(answer)] for label, answer in row]
            self.put([cells], [self.WIDTH / len(row)] * len(row))

    def table(self, rows: Rows) -> None:
        cells = [[self.text(t, None if number else self.label) for t in row] for number, row in enumerate(rows)]
        tint = ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#E8DAEF"))
        self.put(cells, [self.WIDTH / len(rows[0])] * len(rows[0]), tint)

    def cards(self, cards: list[Rows]) -> None:
        for first in range(0, len(cards), 2):
            pair = cards[first : first + 2]
            width = self.WIDTH / len(pair)
            tint = ("BACKGROUND", (0, 0), (0, -1), colors.HexColor("#E8DAEF"))
            style = [("INNERGRID", (0, 0), (-1, -1), 0.3, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP"), tint]
            inner = [
                Table(
                    [[self.text(label, self.label), self.text(answer)] for label, answer in card],
                    colWidths=[110, width - 125],
                    style=style,
                )
                for card in pair
            ]
            self.put([inner], [width] * len(pair))

    def save(self, path: Path) -> None:
        SimpleDocTemplate(
            str(path), pagesize=landscape(A4), topMargin=30, bottomMargin=30, leftMargin=32, rightMargin=32
        ).build(self.story)
