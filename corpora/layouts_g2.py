"""Layouts of author `g2`, the export of a digital form-builder: `AnswerExport` in Word (a question in small grey bold,
the answer below it, repeated groups in one-column boxes) and `BandPrint` as a PDF by Chromium (coloured bands)."""

import shutil
from html import escape
from pathlib import Path
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor
from layouts_d1 import shade, write
from layouts_e import Rows, Word
from playwright.sync_api import sync_playwright

CHILD = ("my page", "my own page", "all about me", "child's views")


class AnswerExport(Word):
    """Question after question, each with its answer below; a repeated group is a bordered table of one column."""

    GREY = RGBColor(0x70, 0x70, 0x70)

    def __init__(self) -> None:
        super().__init__()
        self.document.styles["Normal"].font.name = "Calibri"
        self.document.styles["Normal"].font.size = Pt(11)
        self.document.styles["Normal"].paragraph_format.space_after = Pt(6)
        paragraph = self.document.sections[0].footer.paragraphs[0]
        paragraph.add_run("Exported response  |  ")
        paragraph._p.append(
            parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
        )

    def question(self, paragraph: Any, text: str) -> None:
        run = paragraph.add_run(text)
        run.bold, run.font.size, run.font.color.rgb = True, Pt(8.5), self.GREY
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.keep_with_next = True

    def heading(self, text: str, level: int) -> None:
        if level == 1:
            self.document.add_heading(text, 1)
            return
        run = self.document.add_paragraph().add_run(text)
        run.bold, run.font.size = True, Pt(12)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def fields(self, pairs: Rows) -> None:
        for label, answer in pairs:
            self.question(self.document.add_paragraph(), label)
            write(self.document.add_paragraph(), answer)

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            table = self.document.add_table(0, 1, style="Table Grid")
            for label, answer in card:
                cell = table.add_row().cells[0]
                if answer:
                    self.question(cell.paragraphs[0], label)
                    write(cell.add_paragraph(), answer)
                else:
                    write(cell.paragraphs[0], label, bold=True)
                    shade(cell, "EDEDED")
            self.document.add_paragraph()


class BandPrint:
    """Chromium's print of a web page: sections in coloured bands, questions at the left, the child's page in boxes."""

    STYLE = """
    body { font: 10pt 'Liberation Sans', Arial, sans-serif; color: #1d2b36; }
    h1 { font-size: 13pt; color: white; background: #2f6f6a; padding: 6px 10px; margin: 16px 0 6px; }
    section:nth-of-type(3n) h1 { background: #7a4a7d; } section:nth-of-type(3n+2) h1 { background: #a3632a; }
    h2 { font-size: 11pt; margin: 10px 0 4px; border-bottom: 1px solid #999; }
    h1, h2 { break-after: avoid; }
    dl { display: grid; grid-template-columns: 32% 68%; margin: 0; }
    dt, dd { margin: 0; padding: 4px 6px; border-bottom: 1px solid #d5dde0; }
    dt { color: #5b6a72; font-weight: bold; font-size: 9pt; }
    .group { border: 1.5px solid #2f6f6a; border-radius: 5px; margin: 8px 0; break-inside: avoid; }
    .group h3 { margin: 0; padding: 4px 8px; background: #e0eeec; font-size: 10pt; }
    table { border-collapse: collapse; width: 100%; margin: 6px 0; }
    td, th { border: 1px solid #9aa; padding: 3px 5px; text-align: left; vertical-align: top; font-size: 9pt; }
    th { background: #eef3f2; } tr { break-inside: avoid; }
    .child { font-size: 14pt; } .child p.ask { margin: 12px 0 2px; font-weight: bold; color: #7a4a7d; }
    .child div.bubble { border: 2px solid #7a4a7d; border-radius: 18px; padding: 8px 16px; break-inside: avoid; }
    """
    FOOT = "<div style='font-size:7px;width:100%;text-align:center'>Print of response, page "
    FOOT += "<span class=pageNumber></span> of <span class=totalPages></span></div>"

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.child = False

    def heading(self, text: str, level: int) -> None:
        if level == 1:
            self.child = any(name in text.lower() for name in CHILD)
            self.parts.append(f"</section><section class={'child' if self.child else 'plain'}>")
        self.parts.append(f"<h{level}>{escape(text)}</h{level}>")

    def paragraph(self, text: str) -> None:
        self.parts.append(f"<p>{escape(text)}</p>")

    def bullets(self, items: list[str]) -> None:
        self.parts.append(f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>")

    def fields(self, pairs: Rows) -> None:
        for label, answer in pairs if self.child else []:
            self.parts.append(f"<p class=ask>{escape(label)}</p><div class=bubble>{escape(answer)}</div>")
        if not self.child:
            self.parts.append(self.rows(pairs))

    def rows(self, pairs: Rows) -> str:
        return f"<dl>{''.join(f'<dt>{escape(label)}</dt><dd>{escape(answer)}</dd>' for label, answer in pairs)}</dl>"

    def table(self, rows: Rows) -> None:
        lines = []
        for number, row in enumerate(rows):
            tag = "td" if number else "th"
            lines.append(f"<tr>{''.join(f'<{tag}>{escape(text)}</{tag}>' for text in row)}</tr>")
        self.parts.append(f"<table>{''.join(lines)}</table>")

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            title = "".join(f"<h3>{escape(label)}</h3>" for label, answer in card if not answer)
            pairs = self.rows([pair for pair in card if pair[1]])
            self.parts.append(f"<div class=group>{title}{pairs}</div>")

    def save(self, path: Path) -> None:
        html = f"<meta charset=utf-8><style>{self.STYLE}</style><section>{''.join(self.parts)}</section>"
        with sync_playwright() as player:
            browser = player.chromium.launch(executable_path=shutil.which("chromium"))
            page = browser.new_page()
            page.set_content(html)
            margin = {"top": "15mm", "bottom": "18mm", "left": "15mm", "right": "15mm"}
            options = {"display_header_footer": True, "header_template": "<span></span>", "footer_template": self.FOOT}
            page.pdf(path=str(path), format="A4", print_background=True, margin=margin, **options)
            browser.close()
