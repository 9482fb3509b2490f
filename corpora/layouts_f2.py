"""Layouts of author `f2`: a form written as a story (bold questions, free paragraphs, numbered blocks), and one of
boxes inside boxes with rounded headings, printed by LibreOffice."""

from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt, RGBColor
from layouts_d1 import shade
from layouts_e import convert

Rows = list[list[str]]
INLINE = 26  # Characters: a longer label, or a question, stands on a line of its own.
HALF = 70  # Characters: answers up to this stand two to a row.


def blank_document(font: str, size: float, margin: float) -> Any:
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = font, Pt(size)
    normal.paragraph_format.space_after = Pt(5)
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(margin)
        section.top_margin = section.bottom_margin = Cm(1.8)
    return document


def borders(table: Any, sides: dict[str, str]) -> None:
    """Draws only the named sides (`top`, `left`, `bottom`, `right`, `insideH`, `insideV`), each in its colour."""
    lines = "".join(f'<w:{side} w:val="single" w:sz="8" w:color="{colour}"/>' for side, colour in sides.items())
    table._tbl.tblPr.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>"))


class Story:
    """Word: every heading and label is a bold question in running text, and a target a numbered block beside a bar."""

    def __init__(self) -> None:
        self.document = blank_document("Georgia", 11, 2.6)
        footer = self.document.sections[0].footer.paragraphs[0]
        footer.add_run("My Learning Story and Plan. Please keep it safe and share it only with those who need it.")
        footer.runs[0].font.size = Pt(8)

    def heading(self, text: str, level: int) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(14 if level == 1 else 6)
        paragraph.paragraph_format.keep_with_next = True
        run = paragraph.add_run(text)
        run.bold, run.italic = True, level > 1
        run.font.size = Pt(14 if level == 1 else 12)
        run.font.color.rgb = RGBColor(0x7A, 0x3B, 0x2E)

    def paragraph(self, text: str) -> None:
        self.document.add_paragraph(text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.document.add_paragraph(item, style="List Bullet")

    def fields(self, pairs: Rows) -> None:
        for label, answer in pairs:
            paragraph = self.document.add_paragraph()
            paragraph.add_run(label).bold = True
            if label.endswith("?") or len(label) > INLINE:
                paragraph.paragraph_format.space_after = Pt(1)
                paragraph.paragraph_format.keep_with_next = True
                self.document.add_paragraph(answer)
            else:
                paragraph.add_run(f"   {answer}")

    def table(self, rows: Rows) -> None:
        table = self.document.add_table(len(rows), len(rows[0]))
        borders(table, {"bottom": "7A3B2E", "insideH": "C9B8A8", "top": "7A3B2E"})
        for number, row in enumerate(rows):
            for cell, text in zip(table.rows[number].cells, row, strict=True):
                run = cell.paragraphs[0].add_run(text)
                run.italic, run.font.size = number == 0, Pt(10)
        self.document.add_paragraph()

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            for number, (label, answer) in enumerate(card):
                paragraph = self.document.add_paragraph()
                paragraph.paragraph_format.left_indent = Cm(0.6 if number == 0 else 1.4)
                paragraph.paragraph_format.keep_with_next = number < len(card) - 1
                paragraph.paragraph_format.space_after = Pt(2)
                bar = '<w:left w:val="single" w:sz="18" w:space="6" w:color="C9B8A8"/>'
                paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}>{bar}</w:pBdr>"))
                paragraph.add_run(label).bold = True
                paragraph.add_run("\n" if number else "  ")
                paragraph.add_run(answer)
            self.document.add_paragraph()

    def save(self, path: Path) -> None:
        self.document.save(str(path))


class Nested:
    """PDF by LibreOffice: each section is a frame that holds a rounded heading and boxes, short ones side by side."""

    WIDTH = 17.0
    GREEN, PALE = "3F6B4F", "E4EFE6"
    SHAPES = (
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )

    def __init__(self) -> None:
        self.document = blank_document("Carlito", 10.5, 1.8)
        self.document.styles["Normal"].paragraph_format.space_after = Pt(2)
        self.frame: Any = None
        self.shapes = 0

    def cell(self) -> Any:
        """The frame of the section, ready for one more thing."""
        if self.frame is None:
            table = self.document.add_table(1, 1)
            borders(table, dict.fromkeys(("top", "left", "bottom", "right"), self.GREEN))
            self.frame = table.cell(0, 0)
        return self.frame

    def fresh(self, cell: Any) -> Any:
        """An empty paragraph at the end of the cell: its first one if nothing has been written yet."""
        first = cell.paragraphs[0]
        untouched = len(cell.paragraphs) == 1 and not cell.tables and not first.runs
        return first if untouched else cell.add_paragraph()

    def heading(self, text: str, level: int) -> None:
        if level == 1:
            if self.frame is not None:
                self.document.add_paragraph()
            self.frame = None
        paragraph = self.fresh(self.cell())
        if level > 1:
            paragraph.add_run(text).bold = True
            return
        self.shapes += 1
        width, height = 5969000, 304800
        paragraph.add_run()._r.append(
            parse_xml(
                f'<w:drawing {nsdecls("w")} {self.SHAPES}><wp:inline><wp:extent cx="{width}" cy="{height}"/>'
                f'<wp:docPr id="{self.shapes}" name="Heading {self.shapes}"/><a:graphic><a:graphicData uri="http://'
                'schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm>'
                f'<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="roundRect">'
                f'<a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{self.GREEN}"/></a:solidFill></wps:spPr>'
                '<wps:txbx><w:txbxContent><w:p><w:r><w:rPr><w:b/><w:color w:val="FFFFFF"/><w:sz w:val="24"/></w:rPr>'
                f"<w:t>{escape(text)}</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
                '<wps:bodyPr tIns="18000" bIns="0" anchor="ctr"/></wps:wsp></a:graphicData></a:graphic></wp:inline>'
                "</w:drawing>"
            )
        )

    def paragraph(self, text: str) -> None:
        self.fresh(self.cell()).add_run(text)

    def bullets(self, items: list[str]) -> None:
        for item in items:
            self.fresh(self.cell()).add_run(f"\u2022  {item}")

    def row(self, boxes: list[Rows]) -> None:
        """Boxes side by side: a table without lines, in each of its cells a table of one column with a shaded label."""
        outer = self.cell().add_table(1, len(boxes))
        for place, pairs in zip(outer.rows[0].cells, boxes, strict=True):
            place.width = Cm(self.WIDTH / len(boxes))
            inner = place.add_table(0, 1)
            inner.columns[0].width = Cm(self.WIDTH / len(boxes) - 0.5)
            borders(inner, dict.fromkeys(("top", "left", "bottom", "right"), self.GREEN))
            for label, answer in pairs:
                top = inner.add_row().cells[0]
                shade(top, self.PALE)
                top.paragraphs[0].add_run(label).bold = True
                inner.add_row().cells[0].paragraphs[0].add_run(answer)
            first = place.paragraphs[0]._p
            first.getparent().remove(first)
            self.thin(place)
        self.thin(self.cell())

    @staticmethod
    def thin(cell: Any) -> None:
        """The empty paragraph that must follow a table in a cell, hardly to be seen."""
        layout = cell.paragraphs[-1].paragraph_format
        layout.line_spacing, layout.space_after = Pt(3), Pt(0)

    def fields(self, pairs: Rows) -> None:
        waiting: list[Rows] = []
        for pair in pairs:
            if max(map(len, pair)) > HALF:
                if waiting:
                    self.row(waiting)
                self.row([[pair]])
                waiting = []
                continue
            waiting.append([pair])
            if len(waiting) == 2:
                self.row(waiting)
                waiting = []
        if waiting:
            self.row(waiting)

    def table(self, rows: Rows) -> None:
        table = self.cell().add_table(len(rows), len(rows[0]))
        borders(table, dict.fromkeys(("top", "left", "bottom", "right", "insideH", "insideV"), self.GREEN))
        for number, row in enumerate(rows):
            for cell, text in zip(table.rows[number].cells, row, strict=True):
                cell.paragraphs[0].add_run(text).bold = number == 0
                if not number:
                    shade(cell, self.PALE)
        self.thin(self.cell())

    def cards(self, cards: list[Rows]) -> None:
        for card in cards:
            self.row([card[:2], card[2:]])

    def save(self, path: Path) -> None:
        convert(self.document, path)
