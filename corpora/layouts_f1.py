"""Layouts of author `f1`, a case-tracking portal: its Word export (shaded section bars over two-column label and answer
tables) and its page printed by Chromium (each section a card, answers in tiles, comments as a thread)."""

import re
from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import print_page, shade, write

Rows = list[list[str]]
STAMP = re.compile(r"^(Saved by|Printed by|Last saved by|Reminder sent|Carried from)\b")
COMMENT = re.compile(r"^([A-Z]{2,4}(?: \(\w+\))?(?: [\d./]+)?(?: [\d:]+)? - )")
TILE = 48  # Characters: a longer answer takes the whole width of its card.


class SectionBars:
    """Word: a dark bar a tab and a pale bar a panel, both shaded paragraphs; labels shaded at the left of answers."""

    def __init__(self) -> None:
        self.document = Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Segoe UI", Pt(9)
        normal.paragraph_format.space_after = Pt(3)
        section = self.document.sections[0]
        section.left_margin = section.right_margin = Cm(1.6)
        section.header.paragraphs[0].text = "CLAssTrack export\t\tOFFICIAL-SENSITIVE"
        self.number(section.footer.paragraphs[0])

    @staticmethod
    def number(paragraph: Any) -> None:
        """A page number, as a field that Word fills in."""
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        paragraph._p.append(field)

    def bar(self, text: str, colour: str, ink: str, size: int) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(8)
        paragraph.paragraph_format.keep_with_next = True
        shading = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{colour}"/>')
        paragraph._p.get_or_add_pPr().append(shading)
        run = paragraph.add_run(text)
        run.bold, run.font.size, run.font.color.rgb = True, Pt(size), RGBColor.from_string(ink)

    def heading(self, text: str, level: int) -> None:
        if level == 1:
            self.bar(text, "4A235A", "FFFFFF", 12)
        else:
            self.bar(text, "E8DAEF", "4A235A", 10)

    def paragraph(self, text: str) -> None:
        paragraph = self.document.add_paragraph()
        if STAMP.match(text):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            run = paragraph.add_run(text)
            run.italic, run.font.size, run.font.color.rgb = True, Pt(7.5), RGBColor(0x70, 0x70, 0x70)
            return
        comment = COMMENT.match(text)
        if comment:
            paragraph.paragraph_format.left_indent = Cm(1.2)
            paragraph.paragraph_format.first_line_indent = Cm(-1.2)
            write(paragraph, comment[1], bold=True)
        write(paragraph, text[comment.end() :] if comment else text)

    def bullets(self, items: list[str]) -> None:
        """One box with a line an item, as a text area comes out."""
        cell = self.document.add_table(1, 1, style="Table Grid").cell(0, 0)
        for number, item in enumerate(items):
            write(cell.add_paragraph() if number else cell.paragraphs[0], f"> {item}")
        self.gap()

    def gap(self) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(6)

    def fields(self, pairs: Rows) -> None:
        table = self.document.add_table(0, 2, style="Table Grid")
        table.autofit = False
        table.columns[0].width, table.columns[1].width = Cm(4.6), Cm(13.2)
        for label, answer in pairs:
            cells = table.add_row().cells
            for cell, width in zip(cells, (Cm(4.6), Cm(13.2)), strict=True):
                cell.width = width
            shade(cells[0], "F4ECF7")
            write(cells[0].paragraphs[0], label, bold=True)
            write(cells[1].paragraphs[0], answer)
        self.gap()

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Light List")
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text)
        self.gap()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class CardPage:
    """PDF by Chromium: a grey page of white cards; short answers in tiles side by side below their small labels."""

    STYLE = """@page{size:A4;margin:9mm} *{-webkit-print-color-adjust:exact;box-sizing:border-box}
    body{font:9pt/1.35 "Liberation Sans","DejaVu Sans",sans-serif;background:#eef1f5;margin:0;color:#222}
    section{background:#fff;border:1px solid #ccd4de;border-radius:6px;margin:0 0 4mm;padding:3mm 4mm}
    h1{font-size:12pt;color:#0b4f6c;margin:0 0 2mm} h2{font-size:10pt;margin:3mm 0 1mm;color:#b23a48}
    p{margin:1mm 0} .stamp{font-size:7pt;color:#777;text-align:right} .said{border-left:3px solid #9fb8c8;
    padding-left:2mm} .tiles{display:flex;flex-wrap:wrap;gap:1.5mm;margin:1mm 0} .tile{width:calc(50% - .75mm);
    background:#f7f9fb;border:1px solid #e1e7ee;border-radius:4px;padding:1mm 2mm} .wide{width:100%} .tile small{
    display:block;font-size:7.5pt;color:#5b6b7b} .tile div{min-height:1.3em}
    table{border-collapse:collapse;width:100%;
    margin:1mm 0;font-size:inherit}
    th{background:#0b4f6c;color:#fff;font-weight:normal} th,td{padding:1mm 1.5mm;text-align:left;vertical-align:top}
    td{border-bottom:1px solid #dfe5ec} .goal{border:1px solid #b23a48;border-radius:6px;padding:1.5mm;margin:2mm 0;
    break-inside:avoid}"""

    def __init__(self) -> None:
        self.parts: list[str] = ["<title>CLAssTrack</title><section>"]
        self.started = False

    def heading(self, text: str, level: int) -> None:
        if level == 1 and self.started:
            self.parts.append("</section><section>")
        self.started = True
        self.parts.append(f"<h{level}>{escape(text)}</h{level}>")

    def paragraph(self, text: str) -> None:
        comment = COMMENT.match(text)
        if comment:
            self.parts.append(f"<p class=said><b>{escape(comment[1])}</b>{escape(text[comment.end() :])}</p>")
        else:
            kind = " class=stamp" if STAMP.match(text) else ""
            self.parts.append(f"<p{kind}>{escape(text)}</p>")

    def bullets(self, items: list[str]) -> None:
        self.parts.append("<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>")

    def fields(self, pairs: Rows) -> None:
        tiles = "".join(
            f'<div class="tile{" wide" if max(len(label), len(answer)) > TILE else ""}">'
            f"<small>{escape(label)}</small><div>{escape(answer)}</div></div>"
            for label, answer in pairs
        )
        self.parts.append(f"<div class=tiles>{tiles}</div>")

    def table(self, rows: Rows) -> None:
        cells = [[f"<{'td' if number else 'th'}>{escape(text)}" for text in row] for number, row in enumerate(rows)]
        self.parts.append("<table>" + "".join("<tr>" + "".join(row) for row in cells) + "</table>")

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.parts.append("<div class=goal>")
            self.fields(card)
            self.parts.append("</div>")

    def save(self, path: Path) -> None:
        print_page(self.STYLE, [*self.parts, "</section>"], path)
