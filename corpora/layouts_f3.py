"""Layouts of author `f3`, a London borough's electronic form full of tables: in Word, landscape, fields as records
whose labels stand in a row above their answers; by ReportLab, striped rows without a ruling, labels in small grey."""

from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import FONTS, shade, write
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import CondPageBreak, ListFlowable, ListItem, Paragraph, SimpleDocTemplate, Spacer, Table

Rows = list[list[str]]
SHORT = 48  # Characters: answers up to this length are printed as a record or as striped rows.
ACROSS = 5  # Short fields in one record.


def widths(rows: Rows, total: float, least: float) -> list[float]:
    """Column widths by the text they hold, none below the least."""
    held = [min(max(len(cell) for cell in column), 160) + 6 for column in zip(*rows, strict=True)]
    spare = total - least * len(held)
    return [least + spare * share / sum(held) for share in held]


def runs(pairs: Rows) -> list[Rows]:
    """Fields in groups: neighbours with short answers together, at most five, and each long answer alone."""
    groups: list[Rows] = []
    for pair in pairs:
        short = len(pair[1]) <= SHORT
        if short and groups and len(groups[-1]) < ACROSS and len(groups[-1][0][1]) <= SHORT:
            groups[-1].append(pair)
        else:
            groups.append([pair])
    return groups


class Wide:
    """Word, landscape: headings in Word's styles, wide tables whose head repeats, short fields as a record."""

    TOTAL = 26.1  # Centimetres between the margins.

    def __init__(self) -> None:
        self.document = Document()
        section = self.document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
        section.left_margin = section.right_margin = Cm(1.8)
        section.top_margin = section.bottom_margin = Cm(1.6)
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = "Calibri", Pt(9.5)
        style.paragraph_format.space_after = Pt(3)
        for level, size in ((1, 14), (2, 11)):
            heading = self.document.styles[f"Heading {level}"]
            heading.font.name, heading.font.size, heading.font.color.rgb = "Calibri", Pt(size), RGBColor(0x5B, 0x2C, 6)
        section.footer.paragraphs[0].text = "Wendlebrook ePEP v7.2 | OFFICIAL - SENSITIVE"

    def heading(self, text: str, level: int) -> None:
        self.document.add_heading(text, level)

    def paragraph(self, text: str) -> None:
        self.document.add_paragraph(text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def grid(self, rows: Rows, sizes: list[float], *, head: bool) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        table.autofit = False
        for column, size in zip(table.columns, sizes, strict=True):
            column.width = Cm(size)
        for across, row in enumerate(rows):
            line = table.add_row()
            line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for down, (cell, text, size) in enumerate(zip(line.cells, row, sizes, strict=True)):
                label = across == 0 if head else down == 0
                cell.width = Cm(size)
                write(cell.paragraphs[0], text, bold=label)
                if label:
                    shade(cell, "FBE4D5")
        if head:
            table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def table(self, rows: Rows) -> None:
        self.grid(rows, widths(rows, self.TOTAL, 1.6), head=True)

    def fields(self, pairs: Rows) -> None:
        alone: Rows = []
        for group in [*runs(pairs), []]:
            if len(group) == 1:
                alone += group
                continue
            if alone:
                self.grid(alone, [6.1, self.TOTAL - 6.1], head=False)
                alone = []
            if group:
                self.grid(
                    [list(row) for row in zip(*group, strict=True)], [self.TOTAL / len(group)] * len(group), head=True
                )

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.table([list(row) for row in zip(*card, strict=True)])

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class Striped:
    """ReportLab, upright A4: titles as coloured text, striped rows without a ruling, long answers under grey labels."""

    WIDTH = 507

    def __init__(self) -> None:
        pdfmetrics.registerFont(TTFont("Narrow", FONTS / "DejaVuSansCondensed.ttf"))
        pdfmetrics.registerFont(TTFont("NarrowBold", FONTS / "DejaVuSansCondensed-Bold.ttf"))
        self.body = ParagraphStyle("body", fontName="Narrow", fontSize=8.5, leading=11, spaceAfter=5)
        self.cell = ParagraphStyle("cell", self.body, fontSize=7.5, leading=9.5, spaceAfter=0)
        self.head = ParagraphStyle("head", self.cell, fontName="NarrowBold", textColor=colors.HexColor("#7A1F5C"))
        self.label = ParagraphStyle(
            "label", self.cell, fontSize=6.5, leading=8.5, textColor=colors.HexColor("#767676"), keepWithNext=1
        )
        self.titles = {
            1: ParagraphStyle(
                "one",
                fontName="NarrowBold",
                fontSize=13,
                leading=17,
                spaceBefore=9,
                spaceAfter=4,
                textColor=colors.HexColor("#7A1F5C"),
                keepWithNext=1,
            ),
            2: ParagraphStyle(
                "two",
                fontName="NarrowBold",
                fontSize=9.5,
                leading=13,
                spaceBefore=4,
                spaceAfter=3,
                textColor=colors.HexColor("#00748C"),
                keepWithNext=1,
            ),
        }
        self.story: list[Any] = []

    def heading(self, text: str, level: int) -> None:
        self.story += [CondPageBreak(150 if level == 1 else 80), Paragraph(escape(text), self.titles[level])]

    def paragraph(self, text: str) -> None:
        self.story.append(Paragraph(escape(text), self.body))

    def bullets(self, items: list[str]) -> None:
        lines = [ListItem(Paragraph(escape(item), self.body), leftIndent=12) for item in items]
        self.story.append(ListFlowable(lines, bulletType="bullet", start="square", bulletFontSize=5))

    def stripes(self, rows: list[list[Any]], sizes: list[float], *, head: int) -> None:
        style = [
            ("ROWBACKGROUNDS", (0, head), (-1, -1), [colors.HexColor("#F3EDF1"), colors.white]),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ]
        table = Table(rows, colWidths=sizes, style=style, repeatRows=head, hAlign="LEFT")
        self.story += [table, Spacer(1, 6)]

    def table(self, rows: Rows) -> None:
        cells = [[Paragraph(escape(text), self.cell if n else self.head) for text in row] for n, row in enumerate(rows)]
        self.stripes(cells, widths(rows, self.WIDTH, 40), head=1)

    def fields(self, pairs: Rows) -> None:
        for group in runs(pairs):
            if len(group) > 1:
                cells = [[Paragraph(escape(a), self.head), Paragraph(escape(b), self.cell)] for a, b in group]
                self.stripes(cells, [165, self.WIDTH - 165], head=0)
                continue
            for label, answer in group:
                self.story += [Paragraph(escape(label), self.label), Paragraph(escape(answer), self.body)]

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            for label, answer in card:
                self.story.append(Paragraph(escape(label), self.label))
                if answer:
                    self.story.append(Paragraph(escape(answer), self.body))
            self.story.append(Spacer(1, 6))

    def save(self, path: Path) -> None:
        def foot(canvas: Any, document: Any) -> None:
            canvas.setFont("Narrow", 7)
            canvas.drawRightString(551, 24, f"Wendlebrook ePEP   {document.page}")

        document = SimpleDocTemplate(
            str(path), pagesize=A4, leftMargin=44, rightMargin=44, topMargin=40, bottomMargin=44, invariant=1
        )
        document.build(self.story, onFirstPage=foot, onLaterPages=foot)
