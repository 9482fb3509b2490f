"""Layouts of author `m3`: a county's Word form of tables with shaded header rows, some answers under their question in
one cell, and a two-column print by ReportLab."""

from html import escape
from pathlib import Path

from docx.shared import RGBColor
from layouts_d1 import SHORT, shade, write
from layouts_e import Rows, Word
from reportlab.lib import colors
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table


class CountyReviews(Word):
    def heading(self, text: str, level: int) -> None:
        self.document.add_heading(text, level).runs[0].font.color.rgb = RGBColor(0, 0, 0)

    def fields(self, pairs: Rows) -> None:
        table = self.document.add_table(0, 2, style="Table Grid")
        for label, answer in pairs:
            left, right = table.add_row().cells
            write(left.paragraphs[0], label, bold=True)
            if len(answer) > SHORT:
                left.merge(right).add_paragraph(answer)
            else:
                shade(left, "D9E2F3")
                write(right.paragraphs[0], answer)
        self.document.add_paragraph()

    def table(self, rows: Rows) -> None:
        super().table(rows)
        for cell in self.document.tables[-1].rows[0].cells:
            shade(cell, "D9E2F3")


class ReviewPrint:
    def __init__(self) -> None:
        self.styles, self.story = getSampleStyleSheet(), []

    def heading(self, text: str, level: int) -> None:
        self.story.append(Paragraph(escape(text), self.styles[f"Heading{level + 1}"]))

    def paragraph(self, text: str) -> None:
        self.story.append(Paragraph(escape(text), self.styles["BodyText"]))

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.paragraph(f"- {item}")

    def grid(self, rows: Rows, style: list[tuple]) -> None:
        cells = [[Paragraph(escape(text), self.styles["BodyText"]) for text in row] for row in rows]
        lines = [("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP"), *style]
        self.story += [Table(cells, [460 / len(rows[0])] * len(rows[0]), style=lines), Spacer(1, 8)]

    def fields(self, pairs: Rows) -> None:
        self.grid(pairs, [("BACKGROUND", (0, 0), (0, -1), colors.whitesmoke)])

    def table(self, rows: Rows) -> None:
        self.grid(rows, [("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey)])

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        def edge(canvas, document) -> None:
            canvas.setFont("Helvetica", 8)
            canvas.drawString(70, 815, "My Personal Education Plan & Reviews - CONFIDENTIAL")
            canvas.drawString(70, 25, f"Page {document.page}")

        SimpleDocTemplate(str(path)).build(self.story, edge, edge)
