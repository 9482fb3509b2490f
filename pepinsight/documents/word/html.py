"""A web page placed in a Word file, rewritten as the Word elements that it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from lxml import etree, html

from pepinsight.documents.word.fields import TICKED, UNTICKED
from pepinsight.documents.word.names import VAL, W, number
from pepinsight.documents.word.tables import MAX_SPAN
from pepinsight.documents.word.word_body import cell as cell_under

_MAX_ROWS = 1000
_MAX_MERGED = 10_000
_MAX_DEPTH = 100
_UNSEEN = frozenset({"script", "style", "head", "noscript", "template", "title"})
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|caption|center|d[dlt]|details|div|fieldset|figcaption|figure|footer|form|"
    "h[1-6]|header|hr|legend|li|main|nav|[ou]l|p|pre|section|summary"
)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def body_of_html(content: bytes, encoding: str | None = None) -> etree._Element | None:
    """``w:body`` with the page's paragraphs, headings, lists and tables; None where not all of it can be read."""
    body = etree.Element(W + "body")
    if not content.strip():
        return body
    parser = html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding=encoding or _encoding(content)
    )
    root = html.document_fromstring(content, parser=parser)
    if any("depth" in error.message for error in parser.error_log):
        return None
    _Writer(body, 0, count()).children(root, bold=False)
    return body


def _encoding(content: bytes) -> str | None:
    """None where the page names its own encoding; else what its bytes allow."""
    if b"charset" in content[:4096].lower():
        return None
    try:
        content.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


class _Writer:
    """Writes the content of one page, or of one cell of it, under ``parent``."""

    def __init__(self, parent: etree._Element, depth: int, merged: Iterator[int]) -> None:
        self._parent = parent
        self._paragraph: etree._Element | None = None
        self._depth = depth
        self._merged = merged

    def children(self, node: etree._Element, bold: bool) -> None:
        if self._depth == _MAX_DEPTH:  # no real page goes so deep: its words are kept, its shape is not
            self._say(" ".join(text for text in node.itertext() if isinstance(text, str)), bold)
            return
        self._depth += 1
        self._say(node.text, bold)
        for child in node:
            self._node(child, bold)
            self._say(child.tail, bold)
        self._depth -= 1

    def _node(self, node: etree._Element, bold: bool) -> None:
        tag, style = str(node.tag), node.get("style", "")
        if tag in _UNSEEN or _HIDDEN.search(style) or node.get("hidden") is not None:
            return
        bold = bold or tag in {"b", "strong", "th"} or _BOLD.search(style) is not None
        if tag == "table":
            self._close()
            self._table(node, bold)
        elif _BLOCK.fullmatch(tag):
            self._close()
            if re.fullmatch("h[1-6]", tag):
                etree.SubElement(self._properties(), W + "outlineLvl").set(VAL, str(int(tag[1]) - 1))
            elif tag == "li":
                etree.SubElement(self._properties(), W + "numPr")
            self.children(node, bold)
            self._close()
        elif tag == "br":
            etree.SubElement(self._run(bold), W + "br")
        elif tag == "input":
            self._input(node, bold)
        elif tag == "select":
            picked = [option for option in node.iter("option") if option.get("selected") is not None]
            for option in picked or list(node.iter("option"))[:1]:
                self._say(option.text, bold)
        else:
            self.children(node, bold)

    def _input(self, node: etree._Element, bold: bool) -> None:
        kind = node.get("type", "text").lower()
        if kind in {"checkbox", "radio"}:
            self._say(TICKED if node.get("checked") is not None else UNTICKED, bold)
        elif kind not in {"hidden", "password"}:
            self._say(node.get("value"), bold)

    def _table(self, node: etree._Element, bold: bool) -> None:
        table = etree.SubElement(self._parent, W + "tbl")
        above: dict[int, tuple[int, int]] = {}  # rows still to come and width of each cell that reaches further down
        for row in node.iter("tr"):
            cells = [cell for cell in row if cell.tag in {"td", "th"}]
            if not cells or next(row.iterancestors("table")) is not node:
                continue
            tr = etree.SubElement(table, W + "tr")
            below: dict[int, tuple[int, int]] = {}
            column = 0
            for cell in cells:
                while column in above:
                    column = self._go_on(tr, column, above, below)
                width = number(cell.get("colspan"), 1, 1, MAX_SPAN)
                height = number(cell.get("rowspan"), 1, 1, _MAX_ROWS)
                heavy = bold or cell.tag == "th" or _BOLD.search(cell.get("style", "")) is not None
                inner = _Writer(cell_under(tr, width, "restart" if height > 1 else None), self._depth, self._merged)
                inner.children(cell, heavy)
                if height > 1:
                    below[column] = (height - 1, width)
                column += width
            while column in above:
                column = self._go_on(tr, column, above, below)
            above = below

    def _go_on(
        self,
        row: etree._Element,
        column: int,
        above: dict[int, tuple[int, int]],
        below: dict[int, tuple[int, int]],
    ) -> int:
        """Carry a cell from the row above on into this one; gives the column after it."""
        left, width = above.pop(column)
        cell_under(row, width, "continue")
        # A few spans could claim millions of cells between them.
        if left > 1 and next(self._merged) < _MAX_MERGED:
            below[column] = (left - 1, width)
        return column + width

    def _say(self, text: str | None, bold: bool) -> None:
        text = re.sub(r"[ \t\r\n\f]+", " ", _NOT_XML.sub("", text or ""))
        if text and (text != " " or self._paragraph is not None):
            etree.SubElement(self._run(bold), W + "t").text = text

    def _run(self, bold: bool) -> etree._Element:
        run = etree.SubElement(self._open(), W + "r")
        if bold:
            etree.SubElement(etree.SubElement(run, W + "rPr"), W + "b")
        return run

    def _properties(self) -> etree._Element:
        return etree.SubElement(self._open(), W + "pPr")

    def _open(self) -> etree._Element:
        if self._paragraph is None:
            self._paragraph = etree.SubElement(self._parent, W + "p")
        return self._paragraph

    def _close(self) -> None:
        self._paragraph = None
