"""Word's elements written by hand: what another format says, as the ``w:body`` that the story reader reads."""

from __future__ import annotations

import re

from lxml import etree

from pepinsight.documents.word.names import VAL, W

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def paragraph(parent: etree._Element, level: int = 0, listed: bool = False) -> etree._Element:
    """A new ``w:p`` under ``parent``; ``level`` is a heading's depth from 1, 0 for none."""
    element = etree.SubElement(parent, W + "p")
    if level or listed:
        properties = etree.SubElement(element, W + "pPr")
        if listed:
            etree.SubElement(properties, W + "numPr")
        if level:
            etree.SubElement(properties, W + "outlineLvl").set(VAL, str(min(level, 9) - 1))
    return element


def say(paragraph: etree._Element, text: str, bold: bool = False) -> None:
    """Add words to a paragraph, tabs and line breaks kept."""
    for part in re.split(r"([\t\n])", _NOT_XML.sub("", text)):
        if part:
            run = etree.SubElement(paragraph, W + "r")
            if bold:
                etree.SubElement(etree.SubElement(run, W + "rPr"), W + "b")
            if part in "\t\n":
                etree.SubElement(run, W + ("tab" if part == "\t" else "br"))
            else:
                etree.SubElement(run, W + "t").text = part


def cell(row: etree._Element, width: int, merge: str | None = None) -> etree._Element:
    """A new ``w:tc`` in a ``w:tr``, ``width`` columns wide; ``merge`` is "restart" where it reaches down into the next
    row, "continue" where it is the lower part of such a cell."""
    element = etree.SubElement(row, W + "tc")
    properties = etree.SubElement(element, W + "tcPr")
    etree.SubElement(properties, W + "gridSpan").set(VAL, str(width))
    if merge is not None:
        etree.SubElement(properties, W + "vMerge").set(VAL, merge)
    return element


def body_of_text(text: str) -> etree._Element:
    """``w:body`` of plain text: a paragraph a line."""
    body = etree.Element(W + "body")
    for line in text.splitlines():
        say(paragraph(body), line)
    return body
