"""Layouts of author `j1`: a council's Word form with each answer in a full-width box under its question, and the same
authority's print to a portrait page by ReportLab, with running head and foot."""

from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import FONTS, shade, write
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import KeepTogether, Paragraph, SimpleDocTemplate, Spacer, Table

Rows = list[list[str]]
COUNCIL = "Meonchester & Coast Council Virtual School"


class AnswerBoxes:
    """Section names in a ruled line, a question in bold, its answer in a box as wide as the page below."""

    def __init__(self) -> None:
        self.document = Document()
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(1.9)
        section.top_margin = section.bottom_margin = Cm(2.3)
        section.header.paragraphs[0].text = f"{COUNCIL}: OFFICIAL - SENSITIVE"
        section.footer.paragraphs[0].text = "PEP form v7.2. Return by secure e-mail to the PEP inbox."
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(10.5)
        normal.paragraph_format.space_after = Pt(2)
        self.started = False

    def heading(self, text: str, level: int) -> None:
        if not self.started:
            self.document.add_paragraph(style="Title").add_run(text)
            self.started = True
            return
        heading = self.document.add_heading(level=level)
        run = heading.add_run(text)
        run.font.size = Pt(14 if level == 1 else 11.5)
        run.font.color.rgb = RGBColor(0x1F, 0x5C, 0x4D)
        if level == 1:
            heading._p.get_or_add_pPr().append(
                parse_xml(
                    f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="12" w:space="1" w:color="1F5C4D"/></w:pBdr>'
                )
            )

    def grid(self, columns: int) -> Any:
        table = self.document.add_table(0, columns, style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        return table

    def gap(self) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(6)

    def box(self, lines: list[str]) -> None:
        cell = self.grid(1).add_row().cells[0]
        for number, line in enumerate(lines):
            write(cell.add_paragraph() if number else cell.paragraphs[0], line)
        self.gap()

    def paragraph(self, text: str) -> None:
        self.document.add_paragraph(text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def fields(self, pairs: Rows) -> None:
        for label, answer in pairs:
            question = self.document.add_paragraph()
            question.paragraph_format.keep_with_next = True
            write(question, label, bold=True)
            self.box(answer.split("\n"))

    def table(self, rows: Rows) -> None:
        table = self.grid(len(rows[0]))
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
                if not number:
                    shade(cell, "D5E8E0")
        self.gap()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            table = self.grid(1)
            for label, answer in card:
                head = table.add_row().cells[0]
                write(head.paragraphs[0], label, bold=True)
                shade(head, "EEF5F2")
                write(table.add_row().cells[0].paragraphs[0], answer)
            self.gap()

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class PortraitPrint:
    """Portrait pages: sections on a tinted strip, short answers beside their labels, long ones below them."""

    WIDTH = A4[0] - 90
    LONG = 150

    def __init__(self) -> None:
        pdfmetrics.registerFont(TTFont("Sans", FONTS / "DejaVuSans.ttf"))
        pdfmetrics.registerFont(TTFont("SansBold", FONTS / "DejaVuSans-Bold.ttf"))
        self.body = ParagraphStyle("body", fontName="Sans", fontSize=8.5, leading=11)
        self.bold = ParagraphStyle("bold", self.body, fontName="SansBold", textColor=colors.HexColor("#3a2a5a"))
        self.title = ParagraphStyle("title", self.bold, fontSize=15, leading=19, spaceAfter=6)
        self.strip = ParagraphStyle("strip", self.bold, fontSize=10.5, leading=14)
        self.sub = ParagraphStyle("sub", self.bold, fontSize=9.5, leading=13, spaceBefore=5, spaceAfter=2)
        self.story: list[Any] = []

    def say(self, text: str, style: ParagraphStyle | None = None) -> Paragraph:
        return Paragraph(escape(text).replace("\n", "<br/>"), style or self.body)

    def grid(self, rows: list[list[Any]], widths: list[float], *more: Any, repeat: int = 0) -> None:
        line = colors.HexColor("#8c7fa8")
        style = [("BOX", (0, 0), (-1, -1), 0.6, line), ("INNERGRID", (0, 0), (-1, -1), 0.3, line)]
        style += [("VALIGN", (0, 0), (-1, -1), "TOP"), *more]
        self.story += [Table(rows, colWidths=widths, style=style, repeatRows=repeat), Spacer(1, 4)]

    def heading(self, text: str, level: int) -> None:
        if not self.story:
            self.story.append(self.say(text, self.title))
        elif level == 1:
            strip = Table(
                [[self.say(text, self.strip)]],
                colWidths=[self.WIDTH],
                style=[("BACKGROUND", (0, 0), (-1, -1), colors.HexColor("#dcd3ee"))],
            )
            self.story += [Spacer(1, 6), KeepTogether([strip]), Spacer(1, 3)]
        else:
            self.story.append(self.say(text, self.sub))

    def paragraph(self, text: str) -> None:
        self.story += [self.say(text), Spacer(1, 4)]

    def bullets(self, items: list[str]) -> None:
        indent = ParagraphStyle("bullet", self.body, leftIndent=12, bulletIndent=2)
        self.story += [Paragraph(escape(item), indent, bulletText="\u2013") for item in items]
        self.story.append(Spacer(1, 4))

    def fields(self, pairs: Rows) -> None:
        for label, answer in pairs:
            if len(answer) > self.LONG:
                self.grid([[self.say(label, self.bold)], [self.say(answer)]], [self.WIDTH])
            else:
                self.grid([[self.say(label, self.bold), self.say(answer)]], [self.WIDTH * 0.36, self.WIDTH * 0.64])
                self.story.pop()

        self.story.append(Spacer(1, 4))

    def table(self, rows: Rows) -> None:
        cells = [[self.say(text, None if number else self.bold) for text in row] for number, row in enumerate(rows)]
        size = [max(8, min(40, max(len(row[column]) for row in rows))) for column in range(len(rows[0]))]
        widths = [self.WIDTH * part / sum(size) for part in size]
        tint = ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#efeaf7"))
        self.grid(cells, widths, tint, repeat=1)

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            rows = [[self.say(label, self.bold), self.say(answer)] for label, answer in card]
            self.grid(rows, [self.WIDTH * 0.24, self.WIDTH * 0.76], ("LINEABOVE", (0, 0), (-1, 0), 2, colors.indigo))

    def frame(self, canvas: Any, document: Any) -> None:
        canvas.setFont("Sans", 7)
        canvas.drawString(45, A4[1] - 28, f"{COUNCIL} - My Personal Education Plan")
        canvas.drawRightString(A4[0] - 45, 24, f"Page {document.page}")

    def save(self, path: Path) -> None:
        page = SimpleDocTemplate(str(path), pagesize=A4, leftMargin=45, rightMargin=45, topMargin=42, invariant=1)
        page.build(self.story, onFirstPage=self.frame, onLaterPages=self.frame)
