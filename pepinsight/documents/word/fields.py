"""Fields and tick boxes of a Word file: what they show, never the code behind them."""

from __future__ import annotations

import re
from copy import copy
from enum import StrEnum

from lxml import etree

from pepinsight.documents.word.names import MC, VAL, W14, W, is_on, number

TICKED, UNTICKED = "☒", "☐"
_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.*)", re.IGNORECASE | re.DOTALL)
"""Fields that show part of their own code: "Click here and type"."""
_LONGEST_CODE = 10_000


class _Part(StrEnum):
    CODE = "code"
    RESULT = "result"
    SHOWN = "shown"  # its value has been given already: what follows up to its end is left out


class Fields:
    """Which fields are open at a point of a story. ``hide`` is True while the text there is not shown."""

    def __init__(self, root: etree._Element) -> None:
        self._whole = _balanced(root)
        self._open: list[_Part] = []
        self._codes: list[str] = []
        self._hiding = 0

    @property
    def hide(self) -> bool:
        # A field that never ends must not swallow the rest of the story.
        return self._whole and self._hiding > 0

    def afresh(self) -> Fields:
        """The fields of a text box: none is open at its start."""
        box = copy(self)
        box._open, box._codes, box._hiding = [], [], 0
        return box

    def meet(self, mark: etree._Element) -> tuple[str, bool]:
        """Pass a ``w:fldChar``. Gives what the field shows of itself there, and whether that is a prompt."""
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            value = _form_value(mark.find(W + "ffData"))
            hidden = self.hide
            self._open.append(_Part.SHOWN if value else _Part.CODE)
            self._codes.append("")
            self._hiding += 1
            return ("", False) if hidden else (value, False)
        if kind == "separate" and self._open and self._open[-1] is _Part.CODE:
            self._open[-1] = _Part.RESULT
            self._hiding -= 1
        elif kind == "end" and self._open:
            part, code = self._open.pop(), self._codes.pop()
            self._hiding -= part is not _Part.RESULT
            button = _BUTTON.match(code) if part is _Part.CODE and not self.hide else None
            if button:
                return button.group(1), True
        return "", False

    def instruct(self, code: str) -> None:
        """Pass the code of the innermost field."""
        if self._codes and len(self._codes[-1]) < _LONGEST_CODE:
            self._codes[-1] += code


def settle_tick_boxes(root: etree._Element) -> None:
    """Turn the mark that each tick-box control shows, in whatever font, into ☒ or ☐ in place.

    The mark itself is what a reader sees, so it decides; where it is neither of the control's two, its state does.
    """
    for box in root.iter(W14 + "checkbox"):
        properties = box.getparent()
        control = None if properties is None else properties.getparent()
        content = None if control is None else control.find(W + "sdtContent")
        marks = [] if content is None else list(content.iter(W + "t", W + "sym"))
        if len(marks) != 1:
            continue
        mark = marks[0]
        shown = _symbol(mark.get(W + "char")) if mark.tag == W + "sym" else _low((mark.text or "").strip())
        if len(shown) != 1:
            continue  # the control holds words too: they stay as they are
        checked, unchecked = (_state(box, name) for name in ("checkedState", "uncheckedState"))
        if checked != unchecked and shown in {checked or TICKED, unchecked or UNTICKED}:
            ticked = shown == (checked or TICKED)
        else:
            ticked = is_on(box.find(W14 + "checked"), W14)
        mark.tag = W + "t"
        mark.text = TICKED if ticked else UNTICKED


def _state(box: etree._Element, name: str) -> str:
    element = box.find(W14 + name)
    return "" if element is None else _symbol(element.get(W14 + "val"))


def _symbol(code: str | None) -> str:
    return _low(chr(int(code, 16))) if code and re.fullmatch("[0-9A-Fa-f]{1,4}", code) else ""


def _low(mark: str) -> str:
    """Symbol fonts count their pictures from U+F000 in some places and from 0 in others: here from 0."""
    return chr(ord(mark) & 0xFF) if len(mark) == 1 and "\uf000" <= mark <= "\uf0ff" else mark


def _form_value(data: etree._Element | None) -> str:
    """What a legacy tick box or drop-down shows; empty for other fields, which show their result."""
    if data is None:
        return ""
    box = data.find(W + "checkBox")
    if box is not None:
        state = box.find(W + "checked")
        return TICKED if is_on(box.find(W + "default") if state is None else state) else UNTICKED
    choices = data.find(W + "ddList")
    if choices is None:
        return ""
    entries = [entry.get(VAL, "") for entry in choices.findall(W + "listEntry")]
    picked = choices.find(W + "result")
    picked = choices.find(W + "default") if picked is None else picked
    index = 0 if picked is None else number(picked.get(VAL), 0, 0, len(entries))
    return entries[index] if index < len(entries) else ""


def _balanced(root: etree._Element) -> bool:
    """Whether every field that begins also ends, among those that are read at all."""
    depth = 0
    for mark in root.iter(W + "fldChar"):
        kind = mark.get(W + "fldCharType")
        if kind not in {"begin", "end"}:
            continue
        if next(mark.iterancestors(W + "del", W + "moveFrom", MC + "Fallback"), None) is None:
            depth += 1 if kind == "begin" else -1
    return depth == 0
