"""Layouts of authors `e1` (a council's form: grids, typed lines) and `e2` (a portal's print; questions with answers
below), in Word and as PDFs by ReportLab, LibreOffice and Chromium."""

import subprocess
import tempfile
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_LEADER
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import FONTS, SHORT, print_page, shade, write
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

Rows = list[list[str]]


class Word:
    """What the Word layouts share: bullets typed as dashes, cards one below another, plain grids."""

    def __init__(self) -> None:
        self.document = Document()
        self.document.styles["Normal"].font.name = "Arial"
        self.document.styles["Normal"].font.size = Pt(10)

    def paragraph(self, text: str) -> None:
        self.document.add_paragraph(text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(f"- {item}")

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
        self.document.add_paragraph()

    def fields(self, pairs: Rows) -> None:
        raise NotImplementedError

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class Ledger(Word):
    """A grid a section: its heading is the first row, fields stand two to a row, text goes across."""

    def __init__(self) -> None:
        super().__init__()
        self.grid: Any = None

    def across(self, text: str, *, colour: str | None = None) -> None:
        if self.grid is None:
            self.grid = self.document.add_table(0, 4, style="Table Grid")
        cells = self.grid.add_row().cells
        cell = cells[0].merge(cells[3])
        write(cell.paragraphs[0], text, bold=colour is not None)
        if colour:
            shade(cell, colour)

    def heading(self, text: str, level: int) -> None:
        if level == 1:
            self.document.add_paragraph()
            self.grid = None
        self.across(text, colour="BFBFBF" if level == 1 else "E7E6E6")

    def paragraph(self, text: str) -> None:
        self.across(text)

    def bullets(self, items: list[str]) -> None:
        self.across("\n".join(f"- {item}" for item in items))

    def fields(self, pairs: Rows) -> None:
        waiting: Rows = []
        for pair in pairs:
            if max(map(len, pair)) > SHORT:
                self.row(waiting)
                self.row([pair])
                waiting = []
            else:
                waiting.append(pair)
                if len(waiting) == 2:
                    self.row(waiting)
                    waiting = []
        self.row(waiting)

    def row(self, pairs: Rows) -> None:
        if not pairs:
            return
        cells = self.grid.add_row().cells
        for number, (label, answer) in enumerate(pairs):
            last = cells[3] if len(pairs) == 1 else cells[number * 2 + 1]
            write(cells[number * 2].paragraphs[0], label, bold=True)
            write(cells[number * 2 + 1].merge(last).paragraphs[0], answer)

    def table(self, rows: Rows) -> None:
        super().table(rows)
        self.grid = None


class Typed(Word):
    """A form typed out: underlined headings, a label, dots to a tab stop, the answer."""

    def heading(self, text: str, level: int) -> None:
        run = self.document.add_paragraph().add_run(text)
        run.bold, run.underline = level == 1, True

    def fields(self, pairs: Rows) -> None:
        for label, answer in pairs:
            paragraph = self.document.add_paragraph()
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(6), leader=WD_TAB_LEADER.DOTS)
            paragraph.paragraph_format.left_indent = Cm(6)
            paragraph.paragraph_format.first_line_indent = Cm(-6)
            paragraph.add_run(f"{label}\t{answer}")


class Portal(Word):
    """A portal's export: Word headings, each label shaded at the left of its answer, wide tables with a shaded head."""

    def heading(self, text: str, level: int) -> None:
        self.document.add_heading(text, level)

    def bullets(self, items: list[str]) -> None:
        self.table([[item] for item in items])

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        narrow = len(rows[0]) == 2
        for across, row in enumerate(rows):
            for down, (cell, text) in enumerate(zip(table.add_row().cells, row, strict=True)):
                label = down == 0 if narrow else across == 0
                write(cell.paragraphs[0], text, bold=label)
                if label:
                    shade(cell, "DDEBF7")
        self.document.add_paragraph()

    def fields(self, pairs: Rows) -> None:
        self.table(pairs)


class Questions(Word):
    """Each label is a coloured line, its answer indented below; cards stand side by side."""

    def heading(self, text: str, level: int) -> None:
        self.document.add_heading(text, level + 1)

    def fields(self, pairs: Rows) -> None:
        for label, answer in pairs:
            run = self.document.add_paragraph().add_run(label)
            run.bold, run.font.color.rgb = True, RGBColor(0x2E, 0x74, 0xB5)
            self.document.add_paragraph(answer).paragraph_format.left_indent = Cm(1)

    def table(self, rows: Rows) -> None:
        if len(rows[0]) == 2:
            self.fields(rows)
        else:
            super().table(rows)

    def cards(self, cards: list[Rows]) -> None:
        table = self.document.add_table(1, len(cards), style="Table Grid")
        for cell, card in zip(table.rows[0].cells, cards, strict=True):
            for number, (label, answer) in enumerate(card):
                paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
                write(paragraph, f"{label}: ", bold=True)
                write(paragraph, answer)
        self.document.add_paragraph()


class Ruled:
    """ReportLab, landscape: everything in full grids, section heads in reversed bars."""

    WIDTH = 760

    def __init__(self) -> None:
        pdfmetrics.registerFont(TTFont("Sans", FONTS / "DejaVuSans.ttf"))
        pdfmetrics.registerFont(TTFont("SansBold", FONTS / "DejaVuSans-Bold.ttf"))
        self.body = ParagraphStyle("body", fontName="Sans", fontSize=8, leading=10)
        self.bold = ParagraphStyle("bold", self.body, fontName="SansBold")
        self.white = ParagraphStyle("white", self.bold, textColor=colors.white)
        self.story: list[Any] = []

    def grid(self, rows: list[list[Any]], widths: list[float], *more: Any) -> None:
        style = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP"), *more]
        self.story += [Table(rows, colWidths=widths, style=style), Spacer(1, 4)]

    def heading(self, text: str, level: int) -> None:
        colour = colors.HexColor("#203864" if level == 1 else "#8497B0")
        self.grid([[Paragraph(escape(text), self.white)]], [self.WIDTH], ("BACKGROUND", (0, 0), (-1, -1), colour))

    def paragraph(self, text: str) -> None:
        self.grid([[Paragraph(escape(text), self.body)]], [self.WIDTH])

    def bullets(self, items: list[str]) -> None:
        self.story += [Paragraph(escape(item), self.body, bulletText="\u2022") for item in items]

    def fields(self, pairs: Rows) -> None:
        rows = [[Paragraph(escape(label), self.bold), Paragraph(escape(answer), self.body)] for label, answer in pairs]
        self.grid(rows, [180, self.WIDTH - 180])

    def table(self, rows: Rows) -> None:
        cells = [[Paragraph(escape(t), self.body if n else self.bold) for t in row] for n, row in enumerate(rows)]
        self.grid(cells, [self.WIDTH / len(rows[0])] * len(rows[0]))

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        SimpleDocTemplate(str(path), pagesize=landscape(A4), leftMargin=40, rightMargin=40, invariant=1).build(
            self.story
        )


class Printed:
    """A portal's page printed by Chromium with the browser's own head and foot; a target is a card of two columns."""

    STYLE = """body{font:9.5pt/1.35 "DejaVu Sans",sans-serif} h1{background:#00695c;color:#fff;padding:2mm}
    h2{font-size:10.5pt;border-left:4px solid #00695c;padding-left:2mm} table{border-collapse:collapse;width:100%;
    margin-bottom:4mm} td,th{border:1px solid #b0bec5;padding:1.5mm;text-align:left;vertical-align:top}
    th{background:#e0f2f1} .label{width:30%} .card{border:2px solid #00695c;border-radius:3mm;padding:2mm;margin:3mm 0;
    display:grid;grid-template-columns:32% 68%} .card b{color:#00695c}"""

    def __init__(self) -> None:
        self.parts: list[str] = ["<title>ePEP portal</title>"]

    def heading(self, text: str, level: int) -> None:
        self.parts.append(f"<h{level}>{escape(text)}</h{level}>")

    def paragraph(self, text: str) -> None:
        self.parts.append(f"<p>{escape(text)}</p>")

    def bullets(self, items: list[str]) -> None:
        self.parts.append("<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>")

    def fields(self, pairs: Rows) -> None:
        rows = (f"<tr><th class=label>{escape(label)}</th><td>{escape(answer)}</td></tr>" for label, answer in pairs)
        self.parts.append("<table>" + "".join(rows) + "</table>")

    def table(self, rows: Rows) -> None:
        if len(rows[0]) == 2:
            self.fields(rows)
            return
        cells = [[f"<{'td' if n else 'th'}>{escape(text)}" for text in row] for n, row in enumerate(rows)]
        self.parts.append("<table>" + "".join("<tr>" + "".join(row) for row in cells) + "</table>")

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            lines = (f"<b>{escape(label)}</b><span>{escape(answer)}</span>" for label, answer in card)
            self.parts.append("<div class=card>" + "".join(lines) + "</div>")

    def save(self, path: Path) -> None:
        print_page(self.STYLE, self.parts, path)


def Office(layout: Callable[[], Any]) -> Callable[[], Any]:
    """The Word layout, turned into a PDF by LibreOffice."""

    def filled() -> Any:
        made = layout()
        made.save = lambda path: convert(made.document, path)
        return made

    return filled


def convert(document: Any, path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / f"{path.stem}.docx"
        document.save(str(word))
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", str(path.parent), str(word)], check=True, capture_output=True)
