"""Layouts of author `d1`: two in Word (coloured banners; boxes with the label above the answer) and two in PDF (a web
page printed by Chromium; a report by ReportLab)."""

import re
import shutil
import subprocess
import tempfile
from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

FONTS = Path("/usr/share/fonts/truetype/dejavu")
SHORT = 45  # Characters: a shorter answer shares its row with its neighbours.
RUN_IN = re.compile(r"^((?:[A-Z][\w'’+&-]*|PP\+)(?: [\w'’+&-]+){0,4}[.:?])(?= )")
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def shade(cell: Any, colour: str) -> None:
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{colour}"/>'))


def write(paragraph: Any, text: str, *, bold: bool = False) -> None:
    """The text as runs; a box to tick becomes a content control, as in a form that was filled on a screen."""
    for part in re.split(r"([☒☐])", text):
        if part in ("☒", "☐"):
            checked = int(part == "☒")
            paragraph._p.append(
                parse_xml(
                    f"<w:sdt {nsdecls('w')} {W14}><w:sdtPr><w14:checkbox><w14:checked w14:val='{checked}'/>"
                    "<w14:checkedState w14:val='2612'/><w14:uncheckedState w14:val='2610'/></w14:checkbox></w:sdtPr>"
                    f"<w:sdtContent><w:r><w:t>{part}</w:t></w:r></w:sdtContent></w:sdt>"
                )
            )
        elif part:
            paragraph.add_run(part).bold = bold


def run_in(paragraph: Any, text: str) -> None:
    """A paragraph whose first words, up to the first stop, stand in bold as its label."""
    label = RUN_IN.match(text)
    if label:
        write(paragraph, label[1], bold=True)
    write(paragraph, text[label.end(1) :] if label else text)


def boxes(pairs: list[list[str]]) -> list[list[list[str]]]:
    """Fields in groups of at most three short ones side by side; a long one alone."""
    groups: list[list[list[str]]] = []
    for pair in pairs:
        short = max(map(len, pair)) <= SHORT
        if short and groups and len(groups[-1]) < 3 and max(len(text) for p in groups[-1] for text in p) <= SHORT:
            groups[-1].append(pair)
        else:
            groups.append([pair])
    return groups


class Banner:
    """Word: white headings in coloured one-cell tables, fields in tables without borders."""

    def __init__(self) -> None:
        self.document = Document()
        self.document.styles["Normal"].font.name = "Calibri"
        self.document.sections[0].footer.paragraphs[0].text = "OFFICIAL - SENSITIVE when completed"

    def heading(self, text: str, level: int) -> None:
        if level > 1:
            run = self.document.add_paragraph().add_run(text)
            run.bold, run.font.color.rgb, run.font.size = True, RGBColor(0x1F, 0x5C, 0x7A), Pt(12)
            return
        cell = self.document.add_table(1, 1).cell(0, 0)
        shade(cell, "1F5C7A")
        run = cell.paragraphs[0].add_run(text)
        run.bold, run.font.color.rgb, run.font.size = True, RGBColor(0xFF, 0xFF, 0xFF), Pt(13)
        self.document.add_paragraph()

    def paragraph(self, text: str) -> None:
        run_in(self.document.add_paragraph(), text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            write(self.document.add_paragraph(style="List Bullet"), item)

    def fields(self, pairs: list[list[str]]) -> None:
        table = self.document.add_table(0, 2)
        for label, answer in pairs:
            cells = table.add_row().cells
            write(cells[0].paragraphs[0], label, bold=True)
            write(cells[1].paragraphs[0], answer)
        self.document.add_paragraph()

    def table(self, rows: list[list[str]]) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
                if not number:
                    shade(cell, "D5E6EE")
        self.document.add_paragraph()

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class Boxes(Banner):
    """Word: headings are bold lines only; each label stands in a shaded row above its answer, wide ones merged."""

    def heading(self, text: str, level: int) -> None:
        run = self.document.add_paragraph().add_run(text.upper() if level == 1 and len(text) < 30 else text)
        run.bold, run.font.size = True, Pt(13 if level == 1 else 11)

    def fields(self, pairs: list[list[str]]) -> None:
        table = self.document.add_table(0, 6, style="Table Grid")
        for group in boxes(pairs):
            width = 6 // len(group)
            for which in (0, 1):
                cells = table.add_row().cells
                for number, pair in enumerate(group):
                    cell = cells[number * width].merge(cells[number * width + width - 1])
                    write(cell.paragraphs[0], pair[which], bold=not which)
                    if not which:
                        shade(cell, "EDEDED")
        self.document.add_paragraph()

    def table(self, rows: list[list[str]]) -> None:
        super().table(rows)
        header = OxmlElement("w:tblHeader")
        self.document.tables[-1].rows[0]._tr.get_or_add_trPr().append(header)
        header.set(qn("w:val"), "true")


class Web:
    """PDF printed by Chromium: cards in two columns, the label small above the answer; striped tables without lines."""

    STYLE = """@page{size:A4;margin:15mm} body{font:10pt/1.4 "DejaVu Sans",sans-serif;color:#222}
    h1{font-size:15pt;border-bottom:3px solid #7a3e8e} h2{font-size:11pt;color:#7a3e8e}
    dl{display:grid;grid-template-columns:1fr 1fr;gap:3mm} dl>div{background:#f4eef7;padding:2mm 3mm;border-radius:2mm}
    .wide{grid-column:1/3} dt{font-size:8pt;color:#7a3e8e} dd{margin:0} table{border-collapse:collapse;width:100%}
    td,th{padding:1.5mm 2mm;text-align:left;vertical-align:top;font-size:9pt} tr:nth-child(even){background:#f4eef7}
    th{background:#7a3e8e;color:white}"""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def heading(self, text: str, level: int) -> None:
        self.parts.append(f"<h{level}>{escape(text)}</h{level}>")

    def paragraph(self, text: str) -> None:
        self.parts.append("<p>" + RUN_IN.sub(r"<b>\1</b>", escape(text, quote=False)) + "</p>")

    def bullets(self, items: list[str]) -> None:
        self.parts.append("<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>")

    def fields(self, pairs: list[list[str]]) -> None:
        self.parts.append("<dl>")
        for label, answer in pairs:
            width = "wide" if len(answer) > 90 else "half"
            self.parts.append(f'<div class="{width}"><dt>{escape(label)}</dt><dd>{escape(answer)}&nbsp;</dd></div>')
        self.parts.append("</dl>")

    def table(self, rows: list[list[str]]) -> None:
        lines = [
            "<tr>" + "".join(f"<{tag}>{escape(text)}</{tag}>" for text in row) + "</tr>"
            for row, tag in zip(rows, ["th"] + ["td"] * len(rows), strict=False)
        ]
        self.parts.append("<table>" + "".join(lines) + "</table>")

    def save(self, path: Path) -> None:
        print_page(self.STYLE, self.parts, path)


def print_page(style: str, parts: list[str], path: Path) -> None:
    """The parts of a web page as a PDF that Chromium prints, without its own lines at the head and foot."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        raise SystemExit("Chromium is needed to print the web layouts.")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(f"<meta charset=utf-8><style>{style}</style>{''.join(parts)}", encoding="utf-8")
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        subprocess.run([*command, f"--print-to-pdf={path}", page.as_uri()], check=True, capture_output=True)


class Report:
    """PDF by ReportLab: fields in two plain columns, tables ruled only below their rows, page numbers at the foot."""

    def __init__(self) -> None:
        pdfmetrics.registerFont(TTFont("Body", FONTS / "DejaVuSerif.ttf"))
        pdfmetrics.registerFont(TTFont("Bold", FONTS / "DejaVuSerif-Bold.ttf"))
        self.body = ParagraphStyle("body", fontName="Body", fontSize=9, leading=12, spaceAfter=5)
        self.bold = ParagraphStyle("bold", self.body, fontName="Bold")
        self.head = ParagraphStyle(
            "head", self.bold, fontSize=13, leading=17, spaceBefore=10, textColor=colors.darkgreen
        )
        self.story: list[Any] = []

    def heading(self, text: str, level: int) -> None:
        self.story.append(Paragraph(escape(text), self.head if level == 1 else self.bold))

    def paragraph(self, text: str) -> None:
        marked = RUN_IN.sub(r'<font name="Bold">\1</font>', escape(text, quote=False))
        self.story.append(Paragraph(marked, self.body))

    def bullets(self, items: list[str]) -> None:
        self.story += [Paragraph(escape(item), self.body, bulletText="–") for item in items]

    def fields(self, pairs: list[list[str]]) -> None:
        rows = [[Paragraph(escape(label), self.bold), Paragraph(escape(answer), self.body)] for label, answer in pairs]
        self.story.append(Table(rows, colWidths=[140, 340], style=[("VALIGN", (0, 0), (-1, -1), "TOP")]))

    def table(self, rows: list[list[str]]) -> None:
        cells = [[Paragraph(escape(t), self.body if n else self.bold) for t in row] for n, row in enumerate(rows)]
        style = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.grey)]
        self.story.append(Table(cells, colWidths=[480 / len(rows[0])] * len(rows[0]), style=style, repeatRows=1))

    def save(self, path: Path) -> None:
        def foot(canvas: Any, template: Any) -> None:
            canvas.setFont("Body", 8)
            canvas.drawRightString(540, 30, f"Page {template.page}")

        template = SimpleDocTemplate(str(path), pagesize=A4, leftMargin=55, rightMargin=55, invariant=1)
        template.build(self.story, onFirstPage=foot, onLaterPages=foot)
