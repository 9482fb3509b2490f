"""Layouts of author `h1`, a county's strengths-based form: a Word file with tables of three columns a theme, and a
page of soft coloured cards that Chromium prints."""

from html import escape
from pathlib import Path

from docx import Document
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import print_page, shade, write

Rows = list[list[str]]


class Themes:
    """Word: a theme's name is the bold first row of its table; goals are blocks of two columns."""

    def __init__(self) -> None:
        self.document = Document()
        self.document.styles["Normal"].font.name = "Trebuchet MS"
        self.document.styles["Normal"].font.size = Pt(10)
        section = self.document.sections[0]
        section.left_margin = section.right_margin = Cm(1.6)
        section.footer.paragraphs[0].text = "Saltmere Virtual School | My Learning Plan v4 | OFFICIAL-SENSITIVE"
        self.theme: str | None = None
        self.grids = 0

    def flush(self) -> None:
        if self.theme is not None:
            run = self.document.add_paragraph().add_run(self.theme)
            run.bold, run.font.size = True, Pt(11.5)
            self.theme = None

    def heading(self, text: str, level: int) -> None:
        self.flush()
        if level > 1:
            self.theme = text
            return
        run = self.document.add_paragraph().add_run(text)
        run.bold, run.font.size, run.font.color.rgb = True, Pt(16), RGBColor(0x2E, 0x6B, 0x6B)

    def paragraph(self, text: str) -> None:
        self.flush()
        write(self.document.add_paragraph(), text)

    def bullets(self, items: list[str]) -> None:
        self.flush()
        for item in items:
            write(self.document.add_paragraph(style="List Bullet"), item)

    def table(self, rows: Rows) -> None:
        grid = self.document.add_table(0, len(rows[0]), style="Table Grid")
        if self.theme is not None:
            cells = grid.add_row().cells
            banner = cells[0].merge(cells[-1])
            write(banner.paragraphs[0], self.theme, bold=True)
            shade(banner, "CFE6E1")
            self.theme = None
        for number, row in enumerate(rows):
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                write(cell.paragraphs[0], text, bold=number == 0)
                if number == 0:
                    shade(cell, "F3F3EA")
        self.document.add_paragraph()

    def fields(self, pairs: Rows) -> None:
        self.flush()
        self.grids += 1
        if self.grids > 1:
            for label, answer in pairs:
                line = self.document.add_paragraph()
                write(line, label, bold=True)
                line.add_run("  " if len(answer) < 40 else "\n")
                write(line, answer)
            return
        grid = self.document.add_table(0, 4, style="Table Grid")
        for start in range(0, len(pairs), 2):
            cells = grid.add_row().cells
            for column, (label, answer) in enumerate(pairs[start : start + 2]):
                write(cells[column * 2].paragraphs[0], label, bold=True)
                write(cells[column * 2 + 1].paragraphs[0], answer)
        for row in grid.rows:
            for cell in row.cells:
                for run in cell.paragraphs[0].runs:
                    run.font.size = Pt(8)

    def cards(self, cards: list[Rows]) -> None:
        self.flush()
        for card in cards:
            grid = self.document.add_table(0, 2, style="Table Grid")
            for number, (label, answer) in enumerate(card):
                cells = grid.add_row().cells
                cells[0].width, cells[1].width = Cm(4), Cm(13.5)
                write(cells[0].paragraphs[0], label, bold=True)
                write(cells[1].paragraphs[0], answer)
                if number == 0:
                    shade(cells[0], "FBE8C8")
                    shade(cells[1], "FBE8C8")
            self.document.add_paragraph()

    def save(self, path: Path) -> None:
        self.flush()
        self.document.save(str(path))


class SoftCards:
    """PDF by Chromium: a card a theme with its three questions side by side, small facts in a grid, goals in pairs."""

    STYLE = """
    @page { size: A4; margin: 11mm } body { font: 9.5pt/1.4 'Nunito', 'DejaVu Sans', sans-serif; color: #333 }
    h1 { font-size: 15pt; color: #6b5b95; margin: 5mm 0 2mm; break-after: avoid }
    h2 { font-size: 11pt; margin: 0 0 1.5mm; color: #3f7d78; break-after: avoid }
    .facts { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1.2mm; font-size: 7.5pt }
    .facts div, .ask { background: #f4f1fa; border-radius: 2mm; padding: 1.2mm 2mm }
    .facts b { display: block; color: #6b5b95; font-weight: 600 } .ask { margin: 1.2mm 0; background: #fdf5ea }
    .theme { border: 0.4mm solid #cfe6e1; border-radius: 3mm; padding: 2.5mm; margin: 2.5mm 0 }
    .three { display: grid; grid-template-columns: repeat(3, 1fr); gap: 2mm }
    .three div { border-radius: 2mm; padding: 2mm } .three b { display: block; margin-bottom: 1mm }
    .three div:nth-child(1) { background: #e6f4ea } .three div:nth-child(2) { background: #fdeeea }
    .three div:nth-child(3) { background: #e9f0fb }
    table { border-collapse: collapse; width: 100% } td, th { border-bottom: 0.3mm solid #d8d2e6; padding: 1mm 1.5mm }
    td, th { text-align: left; vertical-align: top } th { background: #efeaf7 }
    .goals { display: grid; grid-template-columns: 1fr 1fr; gap: 2.5mm }
    .goal { background: #fffbe8; border-radius: 3mm; padding: 2.5mm; break-inside: avoid } .goal p { margin: 1mm 0 }
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.theme: str | None = None
        self.grids = 0

    def title(self) -> str:
        theme, self.theme = self.theme, None
        return "" if theme is None else f"<h2>{escape(theme)}</h2>"

    def heading(self, text: str, level: int) -> None:
        self.parts.append(self.title())
        if level > 1:
            self.theme = text
        else:
            self.parts.append(f"<h1>{escape(text)}</h1>")

    def paragraph(self, text: str) -> None:
        self.parts.append(f"{self.title()}<p>{escape(text)}</p>")

    def bullets(self, items: list[str]) -> None:
        lines = "".join(f"<li>{escape(item)}</li>" for item in items)
        self.parts.append(f"{self.title()}<ul>{lines}</ul>")

    def table(self, rows: Rows) -> None:
        if self.theme is not None and len(rows) == 2 and len(rows[0]) == 3:
            boxes = "".join(f"<div><b>{escape(a)}</b>{escape(b)}</div>" for a, b in zip(*rows, strict=True))
            self.parts.append(f"<div class=theme>{self.title()}<div class=three>{boxes}</div></div>")
            return
        lines = [
            "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row)
            for row, tag in zip(rows, ["th"] + ["td"] * len(rows), strict=False)
        ]
        self.parts.append(f"{self.title()}<table><tr>{'</tr><tr>'.join(lines)}</tr></table>")

    def fields(self, pairs: Rows) -> None:
        self.grids += 1
        name = "" if self.grids == 1 else " class=ask"
        boxes = "".join(f"<div{name}><b>{escape(label)}</b> {escape(answer)}</div>" for label, answer in pairs)
        self.parts.append(self.title() + (f"<div class=facts>{boxes}</div>" if self.grids == 1 else boxes))

    def cards(self, cards: list[Rows]) -> None:
        blocks = [
            "".join(f"<p><b>{escape(label)}</b> {escape(answer)}</p>" for label, answer in card) for card in cards
        ]
        goals = "".join(f"<div class=goal>{block}</div>" for block in blocks)
        self.parts.append(f"{self.title()}<div class=goals>{goals}</div>")

    def save(self, path: Path) -> None:
        self.parts.append(self.title())
        print_page(self.STYLE, self.parts, path)
