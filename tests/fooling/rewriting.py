"""Real Word files with other words in them: runs, tables and text boxes stay as they are."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")

Rewrite = Callable[[str], Iterable[tuple[int, int, str]]]
"""From a paragraph's text to what is put in place of which stretch: start, end, new words; in order."""


def rewritten(path: Path, rewrite: Rewrite) -> bytes:
    """The file with every paragraph rewritten."""
    return _with_parts(path, lambda root: [_rewrite(paragraph, rewrite) for paragraph in root.iter(f"{_W}p")])


def padded(path: Path, padding: Mapping[str, tuple[str, ...]]) -> bytes:
    """The file with paragraphs added after each paragraph whose text is a key; the first such paragraph only."""
    left = dict(padding)

    def pad(root: etree._Element) -> None:
        for paragraph in list(root.iter(f"{_W}p")):
            added = left.pop(" ".join(_text(paragraph).split()), ())
            for words in reversed(added):
                paragraph.addnext(_like(paragraph, words))

    made = _with_parts(path, pad)
    if left:
        raise ValueError(f"{path.name}: no paragraph reads {next(iter(left))!r}")
    return made


def replacing(changes: Mapping[str, str], ignore_case: bool = False) -> Rewrite:
    """Whole words and phrases for others, all at once, so that two may change places."""
    if not changes:
        return lambda text: ()
    longest_first = sorted(changes, key=len, reverse=True)
    pattern = re.compile(
        r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])", re.I if ignore_case else 0
    )
    by_word = {word.lower(): new for word, new in changes.items()} if ignore_case else dict(changes)

    def rewrite(text: str) -> Iterable[tuple[int, int, str]]:
        for match in pattern.finditer(text):
            old = match.group()
            new = by_word[old.lower() if ignore_case else old]
            yield *match.span(), new[:1].upper() + new[1:] if ignore_case and old[:1].isupper() else new

    return rewrite


def _text(paragraph: etree._Element) -> str:
    return "".join(node.text or "" for node in paragraph.iter(f"{_W}t"))


def _rewrite(paragraph: etree._Element, rewrite: Rewrite) -> None:
    nodes = list(paragraph.iter(f"{_W}t"))
    for start, end, new in reversed(list(rewrite(_text(paragraph)))):
        at = 0
        for node in nodes:
            text = node.text or ""
            first, last = max(start - at, 0), min(end - at, len(text))
            if first < last:
                node.text = text[:first] + new + text[last:]
                node.set(_XML_SPACE, "preserve")
                new = ""
            at += len(text)


def _like(paragraph: etree._Element, words: str) -> etree._Element:
    """A paragraph in the style of this one, with these words."""
    made = etree.Element(f"{_W}p")
    for properties in paragraph.findall(f"{_W}pPr"):
        made.append(copy.deepcopy(properties))
    run = etree.SubElement(made, f"{_W}r")
    etree.SubElement(run, f"{_W}t").text = words
    return made


def _with_parts(path: Path, change: Callable[[etree._Element], object]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after:
        for item in before.infolist():
            data = before.read(item)
            if _PARTS.fullmatch(item.filename):
                root = etree.fromstring(data)
                change(root)
                data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            after.writestr(item, data)
    return stream.getvalue()
