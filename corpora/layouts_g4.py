"""Layouts of author `g4`: forms that were born as a spreadsheet. Word in landscape, all of it in tables; a PDF as a
printed sheet, banded rows, the section's title in a narrow column at the left."""

from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt
from layouts_d1 import FONTS, SHORT, shade, write
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

Rows = list[list[str]]
LIGHTS = {"R": "FF7C80", "A": "FFD966", "G": "A9D08E", "RED": "FF7C80", "AMBER": "FFD966", "GREEN": "A9D08E"}
ACROSS = 5  # Short fields that stand side by side, their labels in the row above.


def shares(rows: Rows, whole: float, least: float) -> list[float]:
    """Widths of columns: the more is typed in a column, the wider it was dragged."""
    longest_words = [max(len(word) for row in rows for word in (row[n].split() or [""])) for n in range(len(rows[0]))]
    weights = [max(max(len(row[n]) for row in rows) ** 0.6, longest_words[n] ** 0.8) for n in range(len(rows[0]))]
    spare = whole - least * len(weights)
    return [least + spare * weight / sum(weights) for weight in weights]


def batches(pairs: Rows) -> list[Rows]:
    """Short fields in groups that share a row of labels and a row of answers; long ones alone."""
    groups: list[Rows] = []
    for pair in pairs:
        short = max(map(len, pair)) <= SHORT
        if short and groups and len(groups[-1]) < ACROSS and max(len(text) for p in groups[-1] for text in p) <= SHORT:
            groups[-1].append(pair)
        else:
            groups.append([pair])
    return groups


class Workbook:
    """Word, landscape: a dark bar a section, labels in a shaded row above their answers, traffic lights coloured."""

    WIDTH = 27.2

    def __init__(self) -> None:
        self.document = Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(9)
        normal.paragraph_format.space_after = Pt(0)
        page = self.document.sections[0]
        page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
        page.left_margin = page.right_margin = Cm(1.25)
        page.top_margin = page.bottom_margin = Cm(1.2)
        page.footer.paragraphs[0].text = "PEP workbook v4.2 - do not insert columns"

    def grid(self, rows: Rows, widths: list[float], colours: list[list[str | None]]) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for row, tints in zip(rows, colours, strict=True):
            for cell, text, width, tint in zip(table.add_row().cells, row, widths, tints, strict=True):
                cell.width = Cm(width)
                write(cell.paragraphs[0], text, bold=tint is not None and tint not in LIGHTS.values())
                if tint:
                    shade(cell, tint)
        self.document.add_paragraph().paragraph_format.line_spacing = Pt(5)

    def heading(self, text: str, level: int) -> None:
        self.grid([[text]], [self.WIDTH if level == 1 else 12], [["9BC2E6" if level == 1 else "DDEBF7"]])

    def paragraph(self, text: str) -> None:
        self.grid([[text]], [self.WIDTH], [[None]])

    def bullets(self, items: list[str]) -> None:
        self.grid([["\u2022", item] for item in items], [0.8, self.WIDTH - 0.8], [[None, None]] * len(items))

    def fields(self, pairs: Rows) -> None:
        alone: Rows = []
        for group in [*batches(pairs), []]:
            if len(group) == 1:
                alone += group
                continue
            if alone:
                self.grid(alone, [6.5, self.WIDTH - 6.5], [["EDEDED", LIGHTS.get(pair[1].upper())] for pair in alone])
                alone = []
            if group:
                labels, answers = [pair[0] for pair in group], [pair[1] for pair in group]
                tints: list[list[str | None]] = [["EDEDED"] * len(group), [LIGHTS.get(a.upper()) for a in answers]]
                self.grid([labels, answers], [self.WIDTH / len(group)] * len(group), tints)

    def table(self, rows: Rows) -> None:
        tints = [[LIGHTS.get(text.upper()) if n else "D9D9D9" for text in row] for n, row in enumerate(rows)]
        self.grid(rows, shares(rows, self.WIDTH, 1.4), tints)

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.grid(card, [6.5, self.WIDTH - 6.5], [["EDEDED", None]] * len(card))

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class PrintedSheet:
    """ReportLab, landscape: banded rows; a section's title stands once, in a narrow column beside its first row."""

    LEFT, WIDTH = 86, 690

    def __init__(self) -> None:
        pdfmetrics.registerFont(TTFont("Sheet", FONTS / "DejaVuSans.ttf"))
        pdfmetrics.registerFont(TTFont("SheetBold", FONTS / "DejaVuSans-Bold.ttf"))
        self.body = ParagraphStyle("sheet", fontName="Sheet", fontSize=7, leading=8.8)
        self.bold = ParagraphStyle("sheet bold", self.body, fontName="SheetBold")
        self.title = ParagraphStyle("sheet title", self.bold, fontSize=7.6, leading=9.4, textColor=colors.darkblue)
        self.story: list[Any] = []
        self.waiting = ""
        self.band = 0

    def grid(self, rows: Rows, widths: list[float], *, heads: int = 0, labels: bool = False) -> None:
        style: list[Any] = [
            ("LINEBELOW", (1, 0), (-1, -1), 0.3, colors.grey),
            ("LINEBEFORE", (1, 0), (-1, -1), 0.3, colors.grey),
            ("BACKGROUND", (0, 0), (0, -1), colors.HexColor("#E2E6EE")),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ]
        if self.waiting and len(rows) > 1:
            style.append(("SPAN", (0, 0), (0, min(len(rows), 3) - 1)))
        cells: list[list[Any]] = []
        for number, row in enumerate(rows):
            if number < heads:
                tint = "#C6CEDC"
            else:
                self.band += 1
                tint = "#F1F4F9" if self.band % 2 else "#FFFFFF"
            style.append(("BACKGROUND", (1, number), (-1, number), colors.HexColor(tint)))
            line: list[Any] = [Paragraph(escape(self.waiting), self.title)]
            self.waiting = ""
            for column, text in enumerate(row):
                bold = number < heads or (labels and not column)
                line.append(Paragraph(escape(text), self.bold if bold else self.body))
                if number >= heads and text.upper() in LIGHTS:
                    light = colors.HexColor("#" + LIGHTS[text.upper()])
                    style.append(("BACKGROUND", (column + 1, number), (column + 1, number), light))
            cells.append(line)
        self.story.append(Table(cells, colWidths=[self.LEFT, *widths], style=style))

    def flush(self) -> None:
        if self.waiting:
            self.grid([[""]], [self.WIDTH])

    def heading(self, text: str, level: int) -> None:
        if level == 1:
            self.flush()
            self.story.append(Spacer(1, 5))
            self.waiting = text
        else:
            self.grid([[text]], [self.WIDTH], heads=1)

    def paragraph(self, text: str) -> None:
        self.grid([[text]], [self.WIDTH])

    def bullets(self, items: list[str]) -> None:
        self.grid([[f"- {item}"] for item in items], [self.WIDTH])

    def fields(self, pairs: Rows) -> None:
        self.grid(pairs, [170, self.WIDTH - 170], labels=True)

    def table(self, rows: Rows) -> None:
        self.grid(rows, shares(rows, self.WIDTH, 26), heads=1)

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        self.flush()
        page = SimpleDocTemplate(
            str(path), pagesize=landscape(A4), leftMargin=32, rightMargin=32, topMargin=28, bottomMargin=34, invariant=1
        )
        page.build(self.story, onFirstPage=self.foot, onLaterPages=self.foot)

    def foot(self, canvas: Any, document: Any) -> None:
        canvas.setFont("Sheet", 6)
        canvas.drawString(36, 18, "PEP workbook v4.2 (print area: all tabs)")
        canvas.drawRightString(landscape(A4)[0] - 36, 18, f"Page {document.page}")
