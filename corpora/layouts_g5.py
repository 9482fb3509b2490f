"""Layouts of author `g5`: a Word form of one council's own making, and another system's page printed by Chromium."""

from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Cm, Pt
from layouts_d1 import print_page, shade, write

Rows = list[list[str]]
LONG = 70  # Characters: a longer answer gets a free box below its label.


class HomeMade:
    """Word: headings, short answers in two-column label rows, long ones in a free box with the label on top."""

    def __init__(self) -> None:
        self.document = Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Trebuchet MS", Pt(10)
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(1.9)
        section.footer.paragraphs[0].text = "Carrowmere Council: Education Plan form v4 (Sept). Keep confidential."
        self.titled = False

    def heading(self, text: str, level: int) -> None:
        self.document.add_heading(text, level if self.titled else 0)
        self.titled = True

    def paragraph(self, text: str) -> None:
        self.document.add_paragraph(text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def fields(self, pairs: Rows) -> None:
        rows: Any = None
        for label, answer in pairs:
            if len(answer) > LONG or len(label) > LONG:
                rows = None
                self.box(label, answer)
                continue
            if rows is None:
                rows = self.document.add_table(0, 2, style="Table Grid")
                rows.autofit = False
                rows.columns[0].width, rows.columns[1].width = Cm(6.2), Cm(11)
                self.document.add_paragraph().paragraph_format.space_after = Pt(0)
            cells = rows.add_row().cells
            cells[0].width, cells[1].width = Cm(6.2), Cm(11)
            shade(cells[0], "EDEDED")
            write(cells[0].paragraphs[0], label)
            write(cells[1].paragraphs[0], answer)

    def box(self, label: str, answer: str) -> None:
        cell = self.document.add_table(1, 1, style="Table Grid").rows[0].cells[0]
        write(cell.paragraphs[0], label, bold=True)
        for line in answer.split("\n"):
            write(cell.add_paragraph(), line)
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        table.autofit = False
        longest = [min(max(map(len, column)), 60) ** 0.5 + 0.8 for column in zip(*rows, strict=True)]
        for column, share in zip(table.columns, longest, strict=True):
            column.width = Cm(17.2 * share / sum(longest))
        for number, row in enumerate(rows):
            for cell, text, share in zip(table.add_row().cells, row, longest, strict=True):
                cell.width = Cm(17.2 * share / sum(longest))
                write(cell.paragraphs[0], text, bold=not number)
                for run in cell.paragraphs[0].runs:
                    run.font.size = Pt(9)
                if not number:
                    shade(cell, "D9E2D5")
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.fields(card)

    def save(self, path: Path) -> None:
        self.document.save(str(path))


STYLE = """
@page { size: A4; margin: 11mm 10mm 14mm }
body { font: 9.5pt/1.4 "DejaVu Sans", Arial, sans-serif; color: #222; margin: 0 }
h1 { font-size: 16pt; margin: 0 0 4mm; color: #5b2a5e }
.section { display: grid; grid-template-columns: 37mm 1fr; gap: 5mm; border-top: 1px solid #b9a5bb; padding: 3mm 0 }
.bar h2 { margin: 0; background: #5b2a5e; color: #fff; font-size: 10.5pt; padding: 3mm 2.5mm; border-radius: 2mm }
h3 { font-size: 10.5pt; margin: 3mm 0 1.5mm; color: #5b2a5e; break-after: avoid }
.panel { background: #f5f1f6; border-radius: 2mm; padding: 1.6mm 3mm; margin: 0 0 1.8mm }
.panel .label { color: #6b6b6b; font-size: 8pt; break-after: avoid }
.panel .answer { white-space: pre-line; min-height: 4mm }
.card { border-left: 1mm solid #5b2a5e; padding-left: 2mm; margin-bottom: 3mm }
p { margin: 0 0 2mm; white-space: pre-line } ul { margin: 0 0 2mm; padding-left: 5mm }
table { border-collapse: collapse; width: 100%; margin: 0 0 3mm; font-size: 8.3pt }
th { text-align: left; border-bottom: 1.5px solid #5b2a5e; padding: 1mm 1.2mm; vertical-align: bottom }
td { border-bottom: 1px solid #d8ccd9; padding: 1mm 1.2mm; vertical-align: top }
tr { break-inside: avoid }
"""


class SideBar:
    """PDF by Chromium: each section's name in a bar at the left, its answers in tinted panels at the right."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.titled = self.is_open = False

    def heading(self, text: str, level: int) -> None:
        if not self.titled:
            self.parts.append(f"<h1>{escape(text)}</h1>")
            self.titled = True
        elif level > 1:
            self.parts.append(f"<h3>{escape(text)}</h3>")
        else:
            self.close()
            self.parts.append(f"<div class=section><div class=bar><h2>{escape(text)}</h2></div><div>")
            self.is_open = True

    def close(self) -> None:
        if self.is_open:
            self.parts.append("</div></div>")
        self.is_open = False

    def paragraph(self, text: str) -> None:
        self.parts.append(f"<p>{escape(text)}</p>")

    def bullets(self, items: list[str]) -> None:
        self.parts.append("<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>")

    def fields(self, pairs: Rows) -> None:
        for label, answer in pairs:
            self.parts.append(
                f"<div class=panel><div class=label>{escape(label)}</div><div class=answer>{escape(answer)}</div></div>"
            )

    def table(self, rows: Rows) -> None:
        lines = []
        for number, row in enumerate(rows):
            tag = "td" if number else "th"
            lines.append("<tr>" + "".join(f"<{tag}>{escape(text)}</{tag}>" for text in row) + "</tr>")
        self.parts.append(f"<table>{''.join(lines)}</table>")

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.parts.append("<div class=card>")
            self.fields(card)
            self.parts.append("</div>")

    def save(self, path: Path) -> None:
        self.close()
        print_page(STYLE, self.parts, path)
