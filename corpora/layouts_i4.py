"""Layouts of author `i4`: a county's plan in two parts, as a landscape Word file (bold questions with the answer under
them, wide tables) and as a print from the browser (each question in a box of its own)."""

from html import escape
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import print_page, shade, write

Rows = list[list[str]]
BRIEF = 48  # Characters: label and answer up to this length stand in a table of details.
TEAL = "1F5C63"


class TwoParts:
    """Landscape Word: ruled section titles, tables of details, and long answers as plain text under a bold question."""

    def __init__(self) -> None:
        self.document = Document()
        section = self.document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
        section.left_margin = section.right_margin = Cm(1.8)
        section.top_margin = section.bottom_margin = Cm(1.6)
        section.header.paragraphs[0].text = "Trentmarch County Council - Virtual School   |   OFFICIAL-SENSITIVE"
        section.footer.paragraphs[
            0
        ].text = "PEP Parts A and B, version 7. Save to the child's file and send within 10 days"
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(10.5)
        normal.paragraph_format.space_after = Pt(4)
        for level, size in ((1, 15), (2, 12), (3, 11)):
            style = self.document.styles[f"Heading {level}"]
            style.font.name, style.font.size = "Calibri", Pt(size)
            style.font.color.rgb = RGBColor.from_string(TEAL)
            style.paragraph_format.space_before = Pt(10)

    def heading(self, text: str, level: int) -> None:
        paragraph = self.document.add_heading(text, level)
        if level == 1:
            rule = f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="8" w:space="1" w:color="{TEAL}"/></w:pBdr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(rule))

    def paragraph(self, text: str) -> None:
        for part in text.split("\n"):
            write(self.document.add_paragraph(), part)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            write(self.document.add_paragraph(style="List Bullet"), item)

    def fields(self, pairs: Rows) -> None:
        waiting: Rows = []
        for pair in pairs:
            if max(map(len, pair)) <= BRIEF:
                waiting.append(pair)
                continue
            self.details(waiting)
            waiting = []
            question = self.document.add_paragraph()
            question.paragraph_format.keep_with_next = True
            question.paragraph_format.space_after = Pt(0)
            write(question, pair[0], bold=True)
            self.paragraph(pair[1])
        self.details(waiting)

    def details(self, pairs: Rows) -> None:
        """Short pairs, two to a row of a table."""
        if not pairs:
            return
        grid = self.document.add_table(0, 4, style="Table Grid")
        for start in range(0, len(pairs), 2):
            cells = grid.add_row().cells
            for number, (label, answer) in enumerate(pairs[start : start + 2]):
                shade(cells[number * 2], "E3EEEF")
                write(cells[number * 2].paragraphs[0], label, bold=True)
                write(cells[number * 2 + 1].paragraphs[0], answer)
        self.document.add_paragraph()

    def table(self, rows: Rows) -> None:
        grid = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            line = grid.add_row()
            if not number:
                line._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
            for cell, text in zip(line.cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=not number)
                if not number:
                    shade(cell, "C9DFE1")
        self.document.add_paragraph()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            grid = self.document.add_table(0, 2, style="Table Grid")
            for label, answer in card:
                cells = grid.add_row().cells
                cells[0].width, cells[1].width = Cm(5), Cm(21)
                shade(cells[0], "E3EEEF")
                write(cells[0].paragraphs[0], label, bold=True)
                write(cells[1].paragraphs[0], answer)
            self.document.add_paragraph()

    def save(self, path: Path) -> None:
        self.document.save(str(path))


STYLE = """
@page { size: A4 portrait; margin: 13mm 12mm 15mm }
body { font: 10pt "Liberation Sans", Arial, sans-serif; color: #111; margin: 0 }
h1 { font-size: 13pt; background: #4b2e63; color: #fff; padding: 5px 9px; margin: 16px 0 7px; break-after: avoid }
h2 { font-size: 11.5pt; color: #4b2e63; margin: 12px 0 5px; break-after: avoid }
h3 { font-size: 10.5pt; margin: 9px 0 4px; break-after: avoid }
p { margin: 4px 0 7px; white-space: pre-line }
ul { margin: 4px 0 8px; padding-left: 20px }
.box { border: 1px solid #8c7a9c; margin: 0 0 6px; break-inside: avoid }
.box b { display: block; background: #efe9f4; padding: 3px 7px; font-size: 9pt }
.box span { display: block; padding: 4px 7px 6px; min-height: 13px; white-space: pre-line }
table { border-collapse: collapse; width: 100%; margin: 3px 0 9px; font-size: 9pt }
th, td { border: 1px solid #8c7a9c; padding: 3px 5px; text-align: left; vertical-align: top }
th { background: #efe9f4 } tr { break-inside: avoid }
.short td:nth-child(odd) { width: 21%; font-weight: bold; background: #f7f4fa }
.card { border: 2px solid #4b2e63; padding: 6px 6px 0; margin-bottom: 9px }
"""


class BoxedQuestions:
    """A print from the browser: banner titles, each long answer in a box under its question, short ones in a grid."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def heading(self, text: str, level: int) -> None:
        self.parts.append(f"<h{level}>{escape(text)}</h{level}>")

    def paragraph(self, text: str) -> None:
        self.parts.append(f"<p>{escape(text)}</p>")

    def bullets(self, items: list[str]) -> None:
        self.parts.append("<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>")

    def fields(self, pairs: Rows) -> None:
        waiting: Rows = []
        for label, answer in pairs:
            if max(len(label), len(answer)) <= BRIEF:
                waiting.append([label, answer])
                continue
            self.grid(waiting)
            waiting = []
            self.parts.append(f"<div class=box><b>{escape(label)}</b><span>{escape(answer)}</span></div>")
        self.grid(waiting)

    def grid(self, pairs: Rows) -> None:
        """Short pairs, two to a row."""
        if pairs:
            cells = [f"<td>{escape(label)}</td><td>{escape(answer)}</td>" for label, answer in pairs]
            rows = "".join(f"<tr>{''.join(cells[start : start + 2])}</tr>" for start in range(0, len(cells), 2))
            self.parts.append(f"<table class=short>{rows}</table>")

    def table(self, rows: Rows) -> None:
        head, *rest = rows
        top = "".join(f"<th>{escape(text)}</th>" for text in head)
        body = "".join("<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rest)
        self.parts.append(f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>")

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.parts.append("<div class=card>")
            for label, answer in card:
                self.parts.append(f"<div class=box><b>{escape(label)}</b><span>{escape(answer)}</span></div>")
            self.parts.append("</div>")

    def save(self, path: Path) -> None:
        print_page(STYLE, self.parts, path.resolve())
