"""Layouts of author `f6`: a bought e-PEP system's export in Word (grey captions, each answer in a box of one cell) and
its print by ReportLab (captions above boxes in two columns, a card for each target)."""

import re
from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import FONTS, shade
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

Rows = list[list[str]]
TICKS = re.compile(r"\s{3,}(?=[☒☐])")
NARROW = 60  # Characters: an answer and caption up to this long share a row of the print.


def options(answer: str) -> list[str]:
    """The choices of a tick row, or nothing where the answer is text."""
    parts = TICKS.split(answer.strip())
    return parts if len(parts) > 1 and len(answer) < 160 else []


class CaptionExport:
    """Word: a band for each tab, a caption in grey small capitals, the answer below in a table of one cell; a row of
    ticks has a cell for each choice."""

    def __init__(self) -> None:
        self.document = Document()
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(1.9)
        section.top_margin = section.bottom_margin = Cm(1.6)
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(10.5)
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Calibri")
        normal.paragraph_format.space_after = Pt(0)
        section.footer.paragraphs[0].text = "e-PEP export. Official: sensitive once filled in."
        section.footer.paragraphs[0].runs[0].font.size = Pt(8)

    def space(self, points: float = 4) -> None:
        self.document.add_paragraph().paragraph_format.line_spacing = Pt(points)

    def caption(self, paragraph: Any, text: str) -> None:
        run = paragraph.add_run(text)
        run.font.small_caps, run.font.size, run.font.color.rgb = True, Pt(9.5), RGBColor(0x6B, 0x6B, 0x6B)
        paragraph.paragraph_format.space_before = Pt(3)
        paragraph.paragraph_format.keep_with_next = True

    def lines(self, paragraph: Any, text: str) -> None:
        for number, line in enumerate(text.split("\n")):
            run = paragraph.add_run(line)
            if number:
                run.element.insert_element_before(run.element.makeelement(qn("w:br"), {}), "w:t")

    def boxed(self, texts: list[str], *, fill: str | None = None) -> None:
        table = self.document.add_table(1, len(texts), style="Table Grid")
        for cell, text in zip(table.rows[0].cells, texts, strict=True):
            self.lines(cell.paragraphs[0], text)
            if fill:
                shade(cell, fill)

    def heading(self, text: str, level: int) -> None:
        if level == 1:
            self.space(8)
            table = self.document.add_table(1, 1)
            shade(table.cell(0, 0), "5B2A6E")
            run = table.cell(0, 0).paragraphs[0].add_run(text)
            run.bold, run.font.size, run.font.color.rgb = True, Pt(12.5), RGBColor(0xFF, 0xFF, 0xFF)
            self.space()
            return
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(8)
        paragraph.paragraph_format.keep_with_next = True
        run = paragraph.add_run(text)
        run.bold, run.font.size, run.font.color.rgb = True, Pt(11), RGBColor(0x5B, 0x2A, 0x6E)

    def paragraph(self, text: str) -> None:
        paragraph = self.document.add_paragraph()
        self.lines(paragraph, text)
        paragraph.paragraph_format.space_after = Pt(4)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def fields(self, pairs: Rows) -> None:
        for label, answer in pairs:
            self.caption(self.document.add_paragraph(), label)
            self.boxed(options(answer) or [answer])
        self.space()

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                if number:
                    self.lines(cell.paragraphs[0], text)
                else:
                    self.caption(cell.paragraphs[0], text)
                    shade(cell, "EFE6F3")
        self.space()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            table = self.document.add_table(0, 1, style="Table Grid")
            for number, (label, answer) in enumerate(card):
                cell = table.add_row().cells[0]
                self.caption(cell.paragraphs[0], label)
                self.lines(cell.add_paragraph(), answer)
                if not number:
                    shade(cell, "EFE6F3")
            self.space(10)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class CaptionPrint:
    """ReportLab: small captions above boxes, two to a row where both are short; each card has a coloured edge."""

    WIDTH = 515.0
    LILAC, EDGE = colors.HexColor("#F3ECF7"), colors.HexColor("#B9A3C6")

    def __init__(self) -> None:
        pdfmetrics.registerFont(TTFont("Print", FONTS / "DejaVuSansCondensed.ttf"))
        pdfmetrics.registerFont(TTFont("PrintBold", FONTS / "DejaVuSansCondensed-Bold.ttf"))
        pdfmetrics.registerFont(TTFont("PrintEmoji", FONTS / "DejaVuSans.ttf"))
        self.body = ParagraphStyle("body", fontName="Print", fontSize=8.6, leading=11)
        self.small = ParagraphStyle("small", self.body, fontSize=6.8, leading=8.4, textColor=colors.HexColor("#6B5A75"))
        self.tab = ParagraphStyle("tab", self.body, fontName="PrintBold", fontSize=11, leading=14)
        self.sub = ParagraphStyle("sub", self.body, fontName="PrintBold", fontSize=9.4, leading=12, spaceBefore=4)
        self.story: list[Any] = []

    def text(self, text: str, style: ParagraphStyle | None = None) -> Paragraph:
        marked = re.sub(r"([\U0001F600-\U0001F64F])", r'<font name="PrintEmoji">\1</font>', escape(text, quote=False))
        return Paragraph(
            re.sub(r"\s{3,}(?=[☒☐])", "&nbsp; &nbsp; &nbsp;", marked).replace("\n", "<br/>"), style or self.body
        )

    def heading(self, text: str, level: int) -> None:
        if level > 1:
            self.story += [self.text(text, self.sub), Spacer(1, 3)]
            return
        style = [("LINEBELOW", (0, 0), (-1, -1), 1.6, colors.HexColor("#5B2A6E")), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
        self.story += [Spacer(1, 8), Table([[self.text(text, self.tab)]], colWidths=[self.WIDTH], style=style)]
        self.story.append(Spacer(1, 4))

    def paragraph(self, text: str) -> None:
        self.story += [self.text(text), Spacer(1, 4)]

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.story.append(self.text(f"\u25aa {item}"))
        self.story.append(Spacer(1, 4))

    def pairs(self, pairs: Rows) -> list[Rows]:
        """The fields row by row: two where both are short, else one."""
        rows: list[Rows] = []
        for pair in pairs:
            short = max(map(len, pair)) <= NARROW and "\n" not in pair[1]
            if short and rows and len(rows[-1]) == 1 and max(map(len, rows[-1][0])) <= NARROW:
                rows[-1].append(pair)
            else:
                rows.append([pair])
        return rows

    def box(self, pair: list[str], width: float) -> Table:
        style = [("BOX", (0, 1), (0, 1), 0.6, self.EDGE), ("LEFTPADDING", (0, 0), (0, 0), 0)]
        style += [("BOTTOMPADDING", (0, 0), (0, 0), 1), ("BOTTOMPADDING", (0, 1), (0, 1), 4)]
        return Table([[self.text(pair[0], self.small)], [self.text(pair[1])]], colWidths=[width], style=style)

    def fields(self, pairs: Rows) -> None:
        plain = [("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0)]
        plain += [("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]
        half = self.WIDTH / 2
        for row in self.pairs(pairs):
            if len(row) == 1:
                self.story.append(self.box(row[0], self.WIDTH))
                continue
            cells = [[self.box(pair, half - 5) for pair in row]]
            self.story.append(Table(cells, colWidths=[half, half], style=[*plain, ("VALIGN", (0, 0), (-1, -1), "TOP")]))
        self.story.append(Spacer(1, 4))

    def table(self, rows: Rows) -> None:
        cells = [[self.text(text, None if number else self.small) for text in row] for number, row in enumerate(rows)]
        style = [("LINEBELOW", (0, 0), (-1, -1), 0.4, self.EDGE), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        style += [("BACKGROUND", (0, 0), (-1, 0), self.LILAC), ("BOX", (0, 0), (-1, -1), 0.6, self.EDGE)]
        self.story += [Table(cells, colWidths=[self.WIDTH / len(rows[0])] * len(rows[0]), style=style), Spacer(1, 6)]

    def cards(self, cards: list[Rows]) -> None:
        half = self.WIDTH / 2
        for card in cards:
            cells: list[list[Any]] = []
            style: list[Any] = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("BOX", (0, 0), (-1, -1), 0.8, self.EDGE)]
            style += [("LINEBEFORE", (0, 0), (0, -1), 4, colors.HexColor("#5B2A6E"))]
            for number, row in enumerate(self.pairs(card)):
                cells.append([[self.text(label, self.small), self.text(answer)] for label, answer in row])
                if len(row) == 1:
                    cells[-1].append("")
                    style.append(("SPAN", (0, number), (1, number)))
            style.append(("BACKGROUND", (0, 0), (-1, 0), self.LILAC))
            self.story += [Table(cells, colWidths=[half, half], style=style), Spacer(1, 8)]

    def foot(self, canvas: Any, document: Any) -> None:
        canvas.setFont("Print", 7)
        canvas.drawString(40, 24, "e-PEP print view")
        canvas.drawRightString(555, 24, f"Page {document.page}")

    def save(self, path: Path) -> None:
        page = SimpleDocTemplate(str(path), pagesize=A4, leftMargin=40, rightMargin=40, topMargin=36, invariant=1)
        page.build(self.story, onFirstPage=self.foot, onLaterPages=self.foot)
