"""Layouts of author `i3`: a supplier's termly print, in Word (two-column tables under tab bars) and as a PDF by
ReportLab (a shaded question above its answer)."""

from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import FONTS, shade, write
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

Rows = list[list[str]]


class TabPrint:
    """The supplier's Word print: a dark bar a tab, a blue banner a part, questions left and answers right."""

    def __init__(self) -> None:
        self.document = Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(9.5)
        normal.paragraph_format.space_after = Pt(2)
        for section in self.document.sections:
            section.left_margin = section.right_margin = Cm(1.7)
            section.top_margin = section.bottom_margin = Cm(1.5)
            footer = section.footer.paragraphs[0]
            footer.text = "Harlsea Virtual School - ePEP Termly Print - OFFICIAL SENSITIVE"
            footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self.pairs: Any = None

    def bar(self, text: str, fill: str, ink: str, size: float) -> None:
        table = self.document.add_table(1, 1, style="Table Grid")
        cell = table.rows[0].cells[0]
        shade(cell, fill)
        run = cell.paragraphs[0].add_run(text)
        run.bold, run.font.size, run.font.color.rgb = True, Pt(size), RGBColor.from_string(ink)
        cell.paragraphs[0].paragraph_format.keep_with_next = True

    def gap(self) -> None:
        self.pairs = None
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def heading(self, text: str, level: int) -> None:
        self.gap()
        if level == 1:
            self.bar(text, "1F3A4D", "FFFFFF", 13)
        else:
            self.bar(text, "BDD7EE", "1F3A4D", 10.5)
        self.pairs = None

    def paragraph(self, text: str) -> None:
        self.pairs = None
        self.document.add_paragraph(text)

    def bullets(self, items: list[str]) -> None:
        self.pairs = None
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def fields(self, pairs: Rows) -> None:
        if self.pairs is None:
            self.document.add_paragraph().paragraph_format.space_after = Pt(0)
            self.pairs = self.document.add_table(0, 2, style="Table Grid")
            self.pairs.autofit = False
            self.pairs.columns[0].width, self.pairs.columns[1].width = Cm(6), Cm(11.6)
        for label, answer in pairs:
            question, reply = self.pairs.add_row().cells
            question.width, reply.width = Cm(6), Cm(11.6)
            shade(question, "F2F2F2")
            write(question.paragraphs[0], label)
            write(reply.paragraphs[0], answer)

    def table(self, rows: Rows) -> None:
        self.gap()
        grid = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
                for run in cell.paragraphs[0].runs:
                    run.font.size = Pt(8.5)
                if not number:
                    shade(cell, "D9D9D9")

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.gap()
            self.fields(card)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class StackPrint:
    """A print to PDF: each question on a pale strip, its answer in the box below; short ones side by side."""

    def __init__(self) -> None:
        for name, file in (("Plain", "DejaVuSans.ttf"), ("PlainBold", "DejaVuSans-Bold.ttf")):
            pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))
        self.text = ParagraphStyle("text", fontName="Plain", fontSize=8.5, leading=11)
        self.strong = ParagraphStyle("strong", parent=self.text, fontName="PlainBold")
        self.small = ParagraphStyle("small", parent=self.text, fontSize=7.5, leading=9.5)
        self.small_strong = ParagraphStyle("small_strong", parent=self.small, fontName="PlainBold")
        self.white = ParagraphStyle("white", parent=self.strong, fontSize=12, leading=15, textColor=colors.white)
        self.flow: list[Any] = []
        self.width = A4[0] - 3 * cm

    def cell(self, text: str, style: ParagraphStyle) -> Paragraph:
        return Paragraph(escape(text).replace("\n", "<br/>") or "&nbsp;", style)

    def heading(self, text: str, level: int) -> None:
        self.flow.append(Spacer(1, 10 if level == 1 else 5))
        if level == 1:
            style = [
                ("BACKGROUND", (0, 0), (-1, -1), colors.HexColor("#5B2C6F")),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
            ]
            self.flow.append(Table([[self.cell(text, self.white)]], colWidths=[self.width], style=style))
        else:
            rule = [("LINEBELOW", (0, 0), (-1, -1), 1.2, colors.HexColor("#5B2C6F"))]
            self.flow.append(Table([[self.cell(text, self.strong)]], colWidths=[self.width], style=rule))
        self.flow.append(Spacer(1, 3))

    def paragraph(self, text: str) -> None:
        self.flow += [self.cell(text, self.text), Spacer(1, 4)]

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.flow.append(self.cell(f"• {item}", self.text))
        self.flow.append(Spacer(1, 4))

    def fields(self, pairs: Rows) -> None:
        waiting: Rows = []
        for pair in pairs:
            if max(map(len, pair)) > 40:
                self.stack(waiting)
                self.stack([pair])
                waiting = []
            else:
                waiting.append(pair)
                if len(waiting) == 2:
                    self.stack(waiting)
                    waiting = []
        self.stack(waiting)

    def stack(self, pairs: Rows) -> None:
        if not pairs:
            return
        labels = [self.cell(label, self.small_strong) for label, _ in pairs]
        answers = [self.cell(answer, self.text) for _, answer in pairs]
        style = [
            ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#EEE6F2")),
            ("BOX", (0, 0), (-1, -1), 0.4, colors.grey),
            ("LINEBEFORE", (1, 0), (-1, -1), 0.4, colors.grey),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
        widths = [self.width / len(pairs)] * len(pairs)
        self.flow.append(Table([labels, answers], colWidths=widths, style=style))

    def table(self, rows: Rows) -> None:
        cells = [
            [self.cell(text, self.small if number else self.small_strong) for text in row]
            for number, row in enumerate(rows)
        ]
        columns = list(zip(*rows, strict=True))
        words = [max(len(word) for text in column for word in [*text.split(), "x"]) * 4.9 + 13 for column in columns]
        longest = [min(70, max(map(len, column))) for column in columns]
        spare = max(0.0, self.width - sum(words))
        widths = [word + spare * length / sum(longest) for word, length in zip(words, longest, strict=True)]
        widths = [width * self.width / sum(widths) for width in widths]
        style = [
            ("GRID", (0, 0), (-1, -1), 0.4, colors.grey),
            ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#DDDDDD")),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
        self.flow += [Spacer(1, 3), Table(cells, colWidths=widths, repeatRows=1, style=style), Spacer(1, 5)]

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)
            self.flow.append(Spacer(1, 6))

    def footer(self, canvas: Any, document: Any) -> None:
        canvas.setFont("Plain", 7)
        canvas.drawString(1.5 * cm, 0.9 * cm, "Harlsea ePEP - termly print")
        canvas.drawRightString(A4[0] - 1.5 * cm, 0.9 * cm, f"Page {document.page}")

    def save(self, path: Path) -> None:
        margins = {"leftMargin": 1.5 * cm, "rightMargin": 1.5 * cm, "topMargin": 1.3 * cm, "bottomMargin": 1.5 * cm}
        document = SimpleDocTemplate(str(path), pagesize=A4, title="PEP print", **margins)
        document.build(self.flow, onFirstPage=self.footer, onLaterPages=self.footer)
