"""Paper and ink: the fonts, colours and small pieces of WordprocessingML that python-docx has no words for.

python-docx comes without types, so its objects are ``Any`` here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

FONT = "Arial"
INK, QUIET, RULE = "1F2933", "52606D", "CBD2D9"


@dataclass(frozen=True, slots=True)
class Tint:
    """A level's colour on paper: the cell's fill and its words, at a contrast of 4.5 to 1 or better."""

    fill: str
    ink: str


TINTS = {
    "green": Tint("D3F0DC", "0B5227"),
    "gold": Tint("FBE9A9", "5C4300"),
    "amber": Tint("FFE3B8", "6E3B00"),
    "red": Tint("FAD4D4", "7D1414"),
    "grey": Tint("E4E7EB", "3E4C59"),
}
PLAIN = TINTS["grey"]


def set_up(document: Any) -> None:
    """A4, one font, and the headings' sizes; British English for the spelling checker."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    sizes = {"Normal": 10.0, "Title": 20.0, "Heading 1": 13.0, "Heading 2": 11.0, "List Bullet": 10.0}
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = RGBColor.from_string(INK)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(attribute), None)  # a theme's font would win over the named one
        fonts.set(qn("w:eastAsia"), FONT)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    document.styles["List Bullet"].paragraph_format.space_after = Pt(2)
    document.styles["Heading 1"].paragraph_format.space_before = Pt(16)
    document.styles["Heading 1"].paragraph_format.space_after = Pt(6)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    document.styles["Normal"].element.get_or_add_rPr().append(language)


def write(
    paragraph: Any, words: str, size: float, colour: str = INK, *, bold: bool = False, italic: bool = False
) -> None:
    """Add words to a paragraph; ``size`` in points."""
    run = paragraph.add_run(words)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    run.font.color.rgb = RGBColor.from_string(colour)


def in_cell(cell: Any) -> Any:
    """A cell's first paragraph, with a little air above and below."""
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
    return paragraph


def fill(cell: Any, tint: Tint) -> None:
    """Colour a cell."""
    shade = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", tint.fill)):
        shade.set(qn(name), value)
    # The schema's order counts: Word calls a file damaged when it is broken.
    cell._tc.get_or_add_tcPr().insert_element_before(shade, "w:noWrap", "w:tcMar", "w:textDirection", "w:vAlign")


def rules(table: Any) -> None:
    """Thin lines between a table's rows."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("w:val", "single"), ("w:sz", "4"), ("w:color", RULE)):
            line.set(qn(name), value)
        borders.append(line)
    table._tbl.tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def repeat_on_each_page(row: Any) -> None:
    """Make a row the table's heading, also for a screen reader."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def page_number(paragraph: Any, field: str) -> None:
    """A page number that Word counts."""
    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), field)
    run = paragraph.add_run("1")
    run.font.size = Pt(8.5)
    run.font.color.rgb = RGBColor.from_string(QUIET)
    element.append(run._r)
    paragraph._p.append(element)
