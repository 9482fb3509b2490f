"""The names of Word's XML elements and attributes, and how its values are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
V = "{urn:schemas-microsoft-com:vml}"

VAL = W + "val"
_OFF = frozenset({"0", "false", "off"})

# What is gone once tracked changes are accepted, or was never shown.
DROPPED = frozenset(
    {
        *(W + name for name in ("del", "moveFrom", "delText", "instrText", "delInstrText", "sdtPr", "sdtEndPr", "rPr")),
        *(W + name for name in ("pPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "customXmlPr", "smartTagPr")),
        *(W + name for name in ("tblPrEx", "rubyPr", "ffData")),
    }
)


def is_on(element: etree._Element | None, namespace: str = W) -> bool:
    """Whether an on/off element is there and not switched off."""
    return element is not None and element.get(namespace + "val", "1").lower() not in _OFF


def toggle(parent: etree._Element | None, name: str) -> bool | None:
    """An on/off property of ``parent``: None where it says nothing."""
    element = None if parent is None else first_child(parent, name)
    return None if element is None else is_on(element)


def first_child(parent: etree._Element, name: str) -> etree._Element | None:
    """The first child called ``w:name``: what ``parent.find`` gives, in a third of its time."""
    return next(parent.iterchildren(W + name), None)


Properties = Mapping[str, etree._Element]
"""The first child of each name, where several are asked for: of ``w:rPr``, ``w:pPr`` and the like."""


def children_of(parent: etree._Element | None) -> Properties:
    """The first child of each name."""
    found: dict[str, etree._Element] = {}
    for child in () if parent is None else parent:
        found.setdefault(child.tag, child)
    return found


def given(properties: Properties, name: str) -> str | None:
    """The ``w:val`` of a property; None where it is missing."""
    element = properties.get(W + name)
    return None if element is None else element.get(VAL)


def value(parent: etree._Element | None, path: str) -> str | None:
    """The ``w:val`` of the element at ``path`` ("pPr/pStyle") under ``parent``; None where it is missing."""
    element = parent
    for name in path.split("/"):
        element = None if element is None else first_child(element, name)
    return None if element is None else element.get(VAL)


def number(text: str | None, default: int, low: int, high: int) -> int:
    """A whole number from an attribute, held between ``low`` and ``high``: files may claim anything."""
    if not text:
        return default
    try:
        return min(max(int(text), low), high)
    except ValueError:
        return default


def chosen(alternative: etree._Element) -> etree._Element | None:
    """The one branch of ``mc:AlternateContent`` that is shown: the first choice with words, else the fallback."""
    branches = alternative.findall(MC + "Choice")
    fallback = alternative.find(MC + "Fallback")
    for branch in branches:
        if fallback is None or next(branch.iter(W + "t", A + "t", M + "t", W + "sym", W + "tbl"), None) is not None:
            return branch
    return fallback


def unwrapped(parent: etree._Element, prompt: bool = False) -> Iterator[tuple[etree._Element, bool]]:
    """The children of ``parent`` as if no wrapper stood around them, each with whether it is a form's prompt.

    Wrappers are content controls, tracked insertions, custom XML, smart tags and alternate content; what a tracked
    deletion holds is left out.
    """
    stack = [(child, prompt) for child in reversed(parent)]
    while stack:
        element, prompt = stack.pop()
        inner: etree._Element | None = element
        if element.tag in DROPPED:
            continue
        if element.tag == W + "sdt":
            prompt = prompt or toggle(element.find(W + "sdtPr"), "showingPlcHdr") is True
            inner = element.find(W + "sdtContent")
        elif element.tag == MC + "AlternateContent":
            inner = chosen(element)
        elif element.tag not in _WRAPPERS:
            yield element, prompt
            continue
        if inner is not None:
            stack.extend((child, prompt) for child in reversed(inner))


_WRAPPERS = frozenset({W + "ins", W + "moveTo", W + "customXml", W + "smartTag"})
