"""Layouts of author `n1`: a county's older Word form (lines to write on and small tables, mixed) and the portal's print
by Chromium (panels with titles, grids of label and answer, a panel a target)."""

from html import escape
from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import print_page, shade, write

Rows = list[list[str]]
LINE = 38  # Characters: labels and answers up to this stand as typed lines, longer ones in a table.


class CountyLines:
    """Word: headings over a ruled line, short answers typed after their label, long answers in small tables."""

    def __init__(self) -> None:
        self.document = Document()
        self.document.styles["Normal"].font.name = "Gill Sans MT"
        self.document.styles["Normal"].font.size = Pt(11)
        self.document.styles["Normal"].paragraph_format.space_after = Pt(3)
        section = self.document.sections[0]
        section.left_margin = section.right_margin = Cm(2)
        section.header.paragraphs[0].text = "CONFIDENTIAL - Children in Care Education Service"
        section.footer.paragraphs[0].text = "Please return to the PEP Co-ordinator. Form CIC/PEP/3 (rev. 6)"

    def heading(self, text: str, level: int) -> None:
        paragraph = self.document.add_paragraph()
        run = paragraph.add_run(text)
        run.bold, run.font.size = True, Pt(14 if level == 1 else 11.5)
        run.font.color.rgb = RGBColor(0x2E, 0x4A, 0x1F)
        paragraph.paragraph_format.space_before = Pt(12 if level == 1 else 6)
        paragraph.paragraph_format.keep_with_next = True
        if level == 1:
            border = '<w:bottom w:val="single" w:sz="8" w:space="1" w:color="2E4A1F"/>'
            paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>"))

    def paragraph(self, text: str) -> None:
        self.document.add_paragraph(text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def grid(self, rows: Rows, widths: list[float]) -> None:
        table = self.document.add_table(0, len(widths), style="Table Grid")
        table.autofit = False
        for row in rows:
            for cell, text, width in zip(table.add_row().cells, row, widths, strict=True):
                cell.width = Cm(width)
                write(cell.paragraphs[0], text)
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def fields(self, pairs: Rows) -> None:
        long: Rows = []
        for label, answer in pairs:
            if len(label) <= LINE and len(answer) <= LINE:
                self.flush(long)
                long = []
                paragraph = self.document.add_paragraph()
                write(paragraph, f"{label.rstrip(':')}:  ", bold=True)
                write(paragraph, answer)
            else:
                long.append([label, answer])
        self.flush(long)

    def flush(self, rows: Rows) -> None:
        if rows:
            self.grid(rows, [5.0, 12.0])
            for row in self.document.tables[-1].rows:
                shade(row.cells[0], "EAF1DD")

    def table(self, rows: Rows) -> None:
        self.grid(rows, [17.0 / len(rows[0])] * len(rows[0]))
        for cell in self.document.tables[-1].rows[0].cells:
            shade(cell, "D6E3BC")
            for run in cell.paragraphs[0].runs:
                run.bold = True

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.grid(card, [4.5, 12.5])
            for row in self.document.tables[-1].rows:
                for run in row.cells[0].paragraphs[0].runs:
                    run.bold = True

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class PanelSheet:
    """PDF: the portal's page printed; each section a panel, answers two to a row, a target a panel of its own."""

    STYLE = """@page{size:A4;margin:12mm} body{font:9pt/1.4 "Liberation Sans",Arial,sans-serif;color:#222}
    .panel{border:1px solid #b9c3cf;border-radius:4px;margin:0 0 5mm} .panel>.in{padding:2mm 3mm}
    .title{background:#e9eef4;border-bottom:1px solid #b9c3cf;padding:1.6mm 3mm;font-weight:bold;font-size:11pt}
    h3{font-size:9.5pt;margin:2mm 0 1mm;color:#23527c} p{margin:1mm 0 2mm} ul{margin:1mm 0 2mm;padding-left:6mm}
    .grid{display:grid;grid-template-columns:1fr 1fr;gap:1.5mm 5mm;margin-bottom:2mm} .wide{grid-column:1/3}
    .grid b{display:block;font-size:8pt;color:#5b6775} .grid span{display:block;border-bottom:1px dotted #ccc;
    min-height:4mm} table{border-collapse:collapse;width:100%;margin:1mm 0 2mm} td,th{border:1px solid #d4dae1;
    padding:1.2mm;text-align:left;vertical-align:top;font-size:8.5pt} th{background:#f5f7fa}
    .goal{border:1px solid #7a9cc0;margin:2mm 0;break-inside:avoid} .goal div{display:flex;border-top:1px solid #dde5ee}
    .goal div:first-child{background:#dfeaf5;border:0} .goal b{width:38mm;flex:none;padding:1mm 2mm}
    .goal span{padding:1mm 2mm}"""

    def __init__(self) -> None:
        self.parts: list[str] = ["<title>ePEP Online</title>"]
        self.open = False

    def heading(self, text: str, level: int) -> None:
        if level == 1:
            self.parts.append("</div></div>" if self.open else "")
            self.parts.append(f"<div class=panel><div class=title>{escape(text)}</div><div class=in>")
            self.open = True
        else:
            self.parts.append(f"<h3>{escape(text)}</h3>")

    def paragraph(self, text: str) -> None:
        self.parts.append(f"<p>{escape(text)}</p>")

    def bullets(self, items: list[str]) -> None:
        self.parts.append("<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>")

    def fields(self, pairs: Rows) -> None:
        cells = []
        for label, answer in pairs:
            wide = " class=wide" if len(answer) > 55 or len(label) > 45 else ""
            cells.append(f"<div{wide}><b>{escape(label)}</b><span>{escape(answer)}</span></div>")
        self.parts.append("<div class=grid>" + "".join(cells) + "</div>")

    def table(self, rows: Rows) -> None:
        cells = [[f"<{'td' if n else 'th'}>{escape(text)}" for text in row] for n, row in enumerate(rows)]
        self.parts.append("<table>" + "".join("<tr>" + "".join(row) for row in cells) + "</table>")

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            lines = (f"<div><b>{escape(label)}</b><span>{escape(answer)}</span></div>" for label, answer in card)
            self.parts.append("<div class=goal>" + "".join(lines) + "</div>")

    def save(self, path: Path) -> None:
        print_page(self.STYLE, self.parts, path)
