"""What a Word file's styles say of a paragraph or run: heading level, list, bold, hidden, prompt."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from pepinsight.documents.word.names import VAL, W, number, toggle, value

_HEADING = re.compile(r"heading ?([1-9])")
_LIST = re.compile(r"list (bullet|number)( [2-5])?")
_BODY_OUTLINE = 9
"""The outline level that Word gives to body text."""
WHOLE_TABLE = "wholeTable"
"""The area of a table style that covers all its cells; others are firstRow, lastRow, firstCol, lastCol."""
_USUAL_SIZE = 10.0  # points, where a file sets none (ECMA-376 part 1, 17.3.2.38)
_LARGEST_HALF_POINTS = 3276
_MAX_CHAIN = 20
"""Styles may be based on each other in a circle."""


@dataclass(frozen=True, slots=True)
class Style:
    """What one style means, those it is based on counted in. ``level`` 0 is no heading; ``size`` is in points."""

    level: int = 0
    listed: bool = False
    bold: bool | None = None
    hidden: bool | None = None
    prompt: bool = False
    size: float | None = None
    colour: str | None = None


class Styles:
    """The styles of one file, by id. Built from ``styles.xml``'s root, or from nothing where there is none."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self._default_paragraph: str | None = None
        self.bold_by_default = False
        self.usual_size = _USUAL_SIZE
        if root is None:
            return
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.bold_by_default = toggle(defaults, "b") is True
        self.usual_size = size_in(defaults) or _USUAL_SIZE
        for element in root.findall(W + "style"):
            style_id = element.get(W + "styleId", "")
            self._elements[style_id] = element
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in {"1", "true", "on"}:
                self._default_paragraph = style_id

    def paragraph(self, style_id: str | None) -> Style:
        """The paragraph style of this id; the file's default one for None or an unknown id."""
        if style_id is None or (style_id not in self._elements and not _HEADING.fullmatch(style_id.lower())):
            style_id = self._default_paragraph
        return self.run(style_id)

    def run(self, style_id: str | None) -> Style:
        """The style of this id, whatever its type; an empty one for None."""
        if style_id is None:
            return Style()
        if style_id not in self._known:
            self._known[style_id] = self._resolve(style_id)
        return self._known[style_id]

    def bold_areas(self, style_id: str | None) -> frozenset[str]:
        """The areas of a table that the table style of this id prints bold."""
        found: dict[str, bool] = {}
        for element in self._chain(style_id):
            areas = [(WHOLE_TABLE, element)]
            areas += [(area.get(W + "type", ""), area) for area in element.findall(W + "tblStylePr")]
            for name, area in areas:
                bold = toggle(area.find(W + "rPr"), "b")
                if bold is not None:
                    found.setdefault(name, bold)
        return frozenset(name for name, bold in found.items() if bold)

    def _chain(self, style_id: str | None) -> list[etree._Element]:
        """A style and those it is based on, nearest first."""
        chain: list[etree._Element] = []
        while style_id in self._elements and len(chain) < _MAX_CHAIN:
            chain.append(self._elements[style_id])
            style_id = value(chain[-1], "basedOn")
        return chain

    def _resolve(self, style_id: str) -> Style:
        chain = self._chain(style_id)
        # Built-in names are English in every language of Word; ids are not. Without a style, the id must do.
        names = [(value(element, "name") or "").lower().strip() for element in chain] or [style_id.lower()]
        run_properties = [element.find(W + "rPr") for element in chain]
        return Style(
            level=_level(names, chain),
            listed=_listed(names, chain),
            bold=next((found for p in run_properties if (found := toggle(p, "b")) is not None), None),
            hidden=next((found for p in run_properties if (found := toggle(p, "vanish")) is not None), None),
            prompt="placeholder text" in names,
            size=next((size for p in run_properties if (size := size_in(p)) is not None), None),
            colour=next((colour for p in run_properties if (colour := value(p, "color")) is not None), None),
        )


def _level(names: list[str], chain: list[etree._Element]) -> int:
    for index, name in enumerate(names):
        outline = value(chain[index], "pPr/outlineLvl") if index < len(chain) else None
        if outline is not None:
            return outline_level(outline)
        heading = _HEADING.fullmatch(name)
        if heading:
            return int(heading.group(1))
        if name == "title":
            return 1
    return 0


def size_in(properties: etree._Element | None) -> float | None:
    """The font size that run properties set, in points; Word writes half-points. None where they set none."""
    return size_of(value(properties, "sz"))


def size_of(half_points: str | None) -> float | None:
    """What Word writes as half-points, in points; None for nothing."""
    return number(half_points, 0, 0, _LARGEST_HALF_POINTS) / 2 or None


def outline_level(text: str) -> int:
    """Word counts outline levels from 0, and calls body text 9; here headings count from 1 and body text is 0."""
    level = number(text, _BODY_OUTLINE, 0, _BODY_OUTLINE)
    return 0 if level == _BODY_OUTLINE else level + 1


def _listed(names: list[str], chain: list[etree._Element]) -> bool:
    for element in chain:
        numbering = element.find(f"{W}pPr/{W}numPr")
        if numbering is not None:
            return numbered(numbering)
    return any(_LIST.fullmatch(name) for name in names)


def numbered(numbering: etree._Element) -> bool:
    """Whether ``w:numPr`` puts a paragraph in a list; number 0 takes it out of its style's."""
    found = numbering.find(W + "numId")
    return found is None or found.get(VAL) != "0"
