"""Read an OpenDocument text (.odt) into a Document: its XML is rewritten as Word's, and read as that."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from pepinsight.documents.document import BlockKind, Document
from pepinsight.documents.errors import Unreadable
from pepinsight.documents.word.fields import TICKED, UNTICKED
from pepinsight.documents.word.names import W, number
from pepinsight.documents.word.package import Package
from pepinsight.documents.word.story_document import document_of_stories
from pepinsight.documents.word.tables import MAX_SPAN
from pepinsight.documents.word.word_body import cell, paragraph, say

_URN = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, TABLE, STYLE, DRAW, FORM = (
    _URN % part for part in ("office", "text", "table", "style", "drawing", "form")
)
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

_UNSHOWN = frozenset(
    {TEXT + "tracked-changes", TEXT + "sequence-decls", OFFICE + "forms", TEXT + "bookmark", TEXT + "note-citation"}
)
_ROWS = frozenset({TABLE + "table-header-rows", TABLE + "table-rows", TABLE + "table-row-group"})
_MAX_REPEATED = 200
"""The most copies of a row or cell that are written out; a file may claim millions of empty ones."""

Looks: TypeAlias = "dict[str, tuple[bool | None, bool | None, str | None]]"
"""Style name to whether it is bold, whether it is hidden (None: it does not say), and the style it builds on."""


def read_odt(package: Package, data: bytes, name: str) -> Document:
    """Read the text in ``package``. Raises Unreadable where it is damaged, protected, hostile or wordless."""
    if package.has("META-INF/manifest.xml") and b"encryption-data" in package.bytes_of("META-INF/manifest.xml"):
        raise Unreadable(f"{name} is protected by a password: save it without one, then try again.")
    if not package.has("content.xml"):
        raise Unreadable(f"{name} is damaged: the part that holds its text is missing.")
    content = package.xml("content.xml")
    styles = package.xml("styles.xml") if package.has("styles.xml") else None
    writer = _Writer(_looks(content, styles), _ticks(content))
    body = etree.Element(W + "body")
    for text in content.iter(OFFICE + "text"):
        writer.children(text, body)
    running = [] if styles is None else list(_running(styles, writer))
    return document_of_stories(
        [
            *((root, kind) for root, kind in running if kind is BlockKind.HEADER),
            (body, None),
            *writer.apart,
            *((root, kind) for root, kind in running if kind is BlockKind.FOOTER),
        ],
        name=name,
        format="odt",
        sha256=hashlib.sha256(data).hexdigest(),
    )


def _looks(*parts: etree._Element | None) -> Looks:
    looks: Looks = {}
    for part in parts:
        for style in () if part is None else part.iter(STYLE + "style"):
            properties = style.find(STYLE + "text-properties")
            weight = None if properties is None else properties.get(FO + "font-weight")
            display = None if properties is None else properties.get(TEXT + "display")
            bold = None if weight is None else weight == "bold" or (weight.isdigit() and int(weight) >= 600)
            looks[style.get(STYLE + "name", "")] = (
                bold,
                None if display is None else display == "none",
                style.get(STYLE + "parent-style-name"),
            )
    return looks


def _ticks(content: etree._Element) -> dict[str, str]:
    """What the form's controls show, by their ids: ticks, and what was typed or chosen."""
    shown: dict[str, str] = {}
    for control in content.iter(FORM + "checkbox", FORM + "radio", FORM + "text", FORM + "textarea", FORM + "combobox"):
        if control.tag in (FORM + "checkbox", FORM + "radio"):
            on = "checked" if control.tag == FORM + "checkbox" else "true"
            state = control.get(FORM + "current-state") or control.get(FORM + "current-selected")
            words = TICKED if state == on else UNTICKED
        else:
            words = control.get(FORM + "current-value") or ""
        shown[control.get(XML_ID) or control.get(FORM + "id") or ""] = words
    return shown


def _running(styles: etree._Element, writer: _Writer) -> Iterator[tuple[etree._Element, BlockKind]]:
    """Each distinct header and footer once."""
    kinds = {STYLE + "header": BlockKind.HEADER, STYLE + "footer": BlockKind.FOOTER}
    seen: set[tuple[BlockKind, str]] = set()
    for element in styles.iter(*kinds):
        kind, words = kinds[element.tag], "".join(map(str, element.itertext())).strip()
        if words and element.get(STYLE + "display") != "false" and (kind, words) not in seen:
            seen.add((kind, words))
            root = etree.Element(W + "body")
            writer.children(element, root)
            yield root, kind


class _Writer:
    """``apart`` gathers footnotes and comments, each a story of its own."""

    def __init__(self, looks: Looks, ticks: dict[str, str]) -> None:
        self._looks = looks
        self._ticks = ticks
        self.apart: list[tuple[etree._Element, BlockKind]] = []

    def children(self, node: etree._Element, parent: etree._Element, listed: bool = False) -> None:
        """Write the paragraphs, lists and tables under ``node``; wrappers of any kind are looked through."""
        for child in node:
            if child.tag in _UNSHOWN or child.get(TEXT + "display") == "none" or self._hidden(child):
                continue
            if child.tag in (TEXT + "p", TEXT + "h"):
                self._paragraph(child, parent, listed)
            elif child.tag == TABLE + "table":
                self._table(child, parent)
            else:
                self.children(child, parent, listed or child.tag == TEXT + "list")

    def _paragraph(self, node: etree._Element, parent: etree._Element, listed: bool) -> None:
        level = (
            number(node.get(TEXT + "outline-level"), 1, 1, 9) if node.tag == TEXT + "h" else int(self._is_title(node))
        )
        element = paragraph(parent, level, listed)
        boxes: list[etree._Element] = []
        self._words(node, element, self._style(node, False), boxes)
        for box in boxes:
            self.children(box, parent)

    def _words(
        self, node: etree._Element, into: etree._Element, bold: bool, boxes: list[etree._Element], prompt: bool = False
    ) -> None:
        self._say(into, node.text, bold, prompt)
        for child in node:
            tag = child.tag
            if tag == TEXT + "s":
                self._say(into, " " * number(child.get(TEXT + "c"), 1, 1, 100), bold, prompt)
            elif tag in (TEXT + "tab", TEXT + "line-break"):
                self._say(into, "\t" if tag == TEXT + "tab" else "\n", bold, prompt)
            elif tag == TEXT + "note":
                self._set_apart(child.find(TEXT + "note-body"), BlockKind.FOOTNOTE)
            elif tag == OFFICE + "annotation":
                self._set_apart(child, BlockKind.COMMENT)
            elif tag == DRAW + "control":
                self._say(into, self._ticks.get(child.get(DRAW + "control", ""), ""), bold, prompt)
            elif tag.startswith(DRAW):
                boxes.extend(child.iter(DRAW + "text-box"))
            elif tag not in _UNSHOWN and not self._hidden(child):
                asks = tag == TEXT + "placeholder" or child.get(LOEXT + "showing-place-holder") == "true"
                self._words(child, into, self._style(child, bold), boxes, prompt or asks)
            self._say(into, child.tail, bold, prompt)

    def _say(self, into: etree._Element, text: str | None, bold: bool, prompt: bool) -> None:
        if not text:
            return
        if prompt:
            control = etree.SubElement(into, W + "sdt")
            etree.SubElement(etree.SubElement(control, W + "sdtPr"), W + "showingPlcHdr")
            into = etree.SubElement(control, W + "sdtContent")
        say(into, text if text in "\t\n" else " ".join(text.replace("\r", " ").replace("\n", " ").split("\t")), bold)

    def _set_apart(self, node: etree._Element | None, kind: BlockKind) -> None:
        if node is not None:
            root = etree.Element(W + "body")
            self.children(node, root)
            self.apart.append((root, kind))

    def _style(self, node: etree._Element, bold: bool) -> bool:
        """Whether the words under ``node`` are bold, by its style or those that it builds on."""
        said = self._look(node, 0)
        return bold if said is None else said

    def _is_title(self, node: etree._Element) -> bool:
        name = node.get(TEXT + "style-name", "")
        return "Title" in (name, self._looks.get(name, (None, None, None))[2])

    def _hidden(self, node: etree._Element) -> bool:
        return self._look(node, 1) is True

    def _look(self, node: etree._Element, which: int) -> bool | None:
        name: str | None = node.get(TEXT + "style-name")
        for _ in range(20):
            if name is None or name not in self._looks:
                return None
            look = self._looks[name]
            if look[which] is not None:
                return bool(look[which])
            name = look[2]
        return None

    def _table(self, node: etree._Element, parent: etree._Element) -> None:
        table = etree.SubElement(parent, W + "tbl")
        below: dict[int, tuple[int, int]] = {}  # rows still to come and width of cells that reach further down
        for row in _rows(node):
            for _ in range(number(row.get(TABLE + "number-rows-repeated"), 1, 1, _MAX_REPEATED) if len(row) else 1):
                self._row(row, etree.SubElement(table, W + "tr"), below)

    def _row(self, node: etree._Element, row: etree._Element, below: dict[int, tuple[int, int]]) -> None:
        column = 0
        for part in node:
            times = number(part.get(TABLE + "number-columns-repeated"), 1, 1, MAX_SPAN)
            if part.tag == TABLE + "covered-table-cell":
                for _ in range(times):
                    if column in below:
                        left, width = below.pop(column)
                        cell(row, width, "continue")
                        if left > 1:
                            below[column] = (left - 1, width)
                    column += 1
            elif part.tag == TABLE + "table-cell":
                width = number(part.get(TABLE + "number-columns-spanned"), 1, 1, MAX_SPAN)
                height = number(part.get(TABLE + "number-rows-spanned"), 1, 1, _MAX_REPEATED)
                for _ in range(times):
                    self.children(part, cell(row, width, "restart" if height > 1 else None))
                    if height > 1:
                        below[column] = (height - 1, width)
                    # The columns it spans follow as covered cells of their own.
                    column += 1


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == TABLE + "table-row":
            if child.get(TABLE + "visibility") not in ("collapse", "filter"):
                yield child
        elif child.tag in _ROWS:
            yield from _rows(child)
