"""Read rich text (.rtf) into a Document: rewritten as Word's elements, and read as those.

Names in capitals of this kind, ``\\cellx``, are RTF's own control words (Rich Text Format Specification 1.9.1).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from pepinsight.documents.document import BlockKind, Document
from pepinsight.documents.errors import Unreadable
from pepinsight.documents.word.fields import TICKED, UNTICKED
from pepinsight.documents.word.names import W
from pepinsight.documents.word.rtf_tables import Tables
from pepinsight.documents.word.story_document import document_of_stories
from pepinsight.documents.word.word_body import paragraph, say

_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-z0-9])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.IGNORECASE
)
_HEADING = re.compile(r"(?:title|heading ([1-9]));?", re.IGNORECASE)
"""The names of heading styles: not every writer says their depth."""
_MAX_DEPTH = 500
_UNTOUCHED = 25
"""What a tick box that nobody has changed says of itself: its default holds."""
_STORIES = {
    "footnote": BlockKind.FOOTNOTE,
    "annotation": BlockKind.COMMENT,
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), BlockKind.HEADER),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), BlockKind.FOOTER),
}
_UNSHOWN = frozenset(
    {
        *("fonttbl", "colortbl", "stylesheet", "info", "pict", "listtable", "listoverridetable", "revtbl", "rsidtbl"),
        *("themedata", "datastore", "latentstyles", "objdata", "fldinst", "bkmkstart", "bkmkend", "listtext", "pntext"),
        *("pn", "pnseclvl", "xe", "tc", "generator", "filetbl", "xmlnstbl", "nonesttables", "sp", "mmathPr"),
        *("atnid", "atnauthor", "atndate", "atnref", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc"),
    }
)
_LOOKED_INTO = frozenset({"shpinst", "nesttableprops", "shptxt", "fldrslt", "result", "ffdata", *_STORIES})
"""Destinations of newer kinds (``\\*``) whose words are shown, or tell of tables; all others are left out."""
_SIGNS = {
    "tab": "\t", "line": "\n", "page": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_CHARSETS = {0: "cp1252", 128: "cp932", 161: "cp1253", 162: "cp1254", 177: "cp1255", 178: "cp1256", 186: "cp1257",
             204: "cp1251", 238: "cp1250"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group and ends with it."""

    bold: bool = False
    hidden: bool = False
    skip: bool = False
    code_page: str = "cp1252"
    fallback: int = 1  # characters that follow a \\u for readers that know no Unicode
    font: int = 0
    style: int = 0
    destination: str = ""


def read_rtf(data: bytes, name: str) -> Document:
    """Read rich text. Raises Unreadable where it is nested beyond reason or wordless."""
    reading = _Reading(data, name)
    stories = reading.stories()
    order = (BlockKind.HEADER, None, BlockKind.FOOTNOTE, BlockKind.COMMENT, BlockKind.FOOTER)
    stories.sort(key=lambda story: order.index(story[1]))
    return document_of_stories(stories, name=name, format="rtf", sha256=hashlib.sha256(data).hexdigest())


def body_of_rtf(data: bytes, name: str) -> etree._Element:
    """``w:body`` of the main text alone, for rich text that stands in another file."""
    return _Reading(data, name).stories()[0][0]


class _Story:
    """One body that is being written: its open paragraph, and the tables around it."""

    def __init__(self) -> None:
        self.body = etree.Element(W + "body")
        self.tables = Tables(self.body)
        self.open: etree._Element | None = None
        self.level = 0
        self.listed = False

    def say(self, text: str, bold: bool) -> None:
        if self.open is None:
            self.open = paragraph(self.tables.parent(), self.level, self.listed)
        say(self.open, text, bold)

    def close(self) -> None:
        """End the paragraph; a blank one outside them ends the tables before it."""
        if self.open is None:
            self.tables.parent()
        self.open = None

    def reset(self) -> None:
        """``\\pard``: an ordinary paragraph outside all tables."""
        self.level, self.listed = 0, False
        self.tables.depth = 0


class _Reading:
    def __init__(self, data: bytes, name: str) -> None:
        self._data = data
        self._name = name
        self._main = _Story()
        self._apart: list[tuple[_Story, BlockKind]] = []
        self._charsets: dict[int, str] = {}
        self._skip_characters = 0
        self._levels: dict[int, int] = {}  # of headings, by the number of their style
        self._high = ""  # the first half of a character beyond 16 bits
        self._box: dict[str, int] | None = None  # what a tick box says of itself, while one is open

    def stories(self) -> list[tuple[etree._Element, BlockKind | None]]:
        state = _State()
        outer: list[tuple[_State, int]] = []
        stories = [self._main]
        starred = False
        for word, value, text, mark in self._tokens():
            if mark == "{":
                outer.append((state, len(stories)))
                if len(outer) > _MAX_DEPTH:
                    raise Unreadable(f"{self._name} is nested too deeply to be a real document.")
                starred = False
            elif mark == "}":
                if not outer:
                    break
                before, depth = outer.pop()
                del stories[depth:]
                if state.destination == "fldinst" != before.destination and self._box is not None:
                    ticked = (
                        self._box.get("ffres", 25) if self._box.get("ffres", 25) != 25 else self._box.get("ffdefres")
                    )
                    self._say(TICKED if ticked == 1 else UNTICKED, before, stories[-1])
                    self._box = None
                state = before
            elif mark == "*":
                starred = True
            elif word in _STORIES and not state.skip:
                stories.append(_Story())
                self._apart.append((stories[-1], _STORIES[word]))
                state = replace(state, destination=word)
            elif word and (word in _UNSHOWN or (starred and word not in _LOOKED_INTO)):
                state = replace(state, skip=True, destination=word)
            elif word:
                state = self._obey(word, value, state, stories[-1])
            elif state.destination == "stylesheet":
                if heading := _HEADING.fullmatch(text.strip()):
                    self._levels.setdefault(state.style, int(heading[1] or 1))
            elif state.destination == "fldinst" and "FORMCHECKBOX" in text.upper():
                self._box = {}
            else:
                self._say(text, state, stories[-1])
            starred = starred and not word
        for story in (self._main, *(story for story, _ in self._apart)):
            story.tables.finish(0)
        return [(self._main.body, None), *((story.body, kind) for story, kind in self._apart)]

    def _tokens(self) -> Iterator[tuple[str, int | None, str, str]]:
        """Each control word with its number, run of text, or brace, as (word, number, text, mark)."""
        at = 0
        for found in _TOKEN.finditer(self._data):
            if found.start() < at:
                continue
            word, value, code, symbol, brace, text = found.groups()
            if word is not None:
                name = word.decode("ascii")
                number = int(value) if value else None
                if name == "bin" and number:  # so many raw bytes follow
                    at = found.end() + number
                yield name, number, "", ""
            elif code is not None:
                yield "'", int(code, 16), "", ""
            elif symbol is not None:
                yield from self._symbol(symbol.decode("latin-1"))
            elif brace is not None:
                yield "", None, "", brace.decode("ascii")
            elif text is not None:
                yield "", None, text.decode("latin-1"), ""

    @staticmethod
    def _symbol(symbol: str) -> Iterator[tuple[str, int | None, str, str]]:
        if symbol == "*":
            yield "", None, "", "*"
        elif symbol in "\r\n":
            yield "par", None, "", ""
        elif symbol in "{}\\":
            yield "", None, symbol, ""
        elif symbol in "~_":
            yield "", None, " " if symbol == "~" else "-", ""

    def _obey(self, word: str, value: int | None, state: _State, story: _Story) -> _State:
        if word == "'" and value is not None:
            self._say(bytes([value]).decode(self._charsets.get(state.font, state.code_page), "replace"), state, story)
        elif word == "u" and value is not None:
            self._skip_characters = 0
            self._say(self._character(value % 65536), state, story)
            self._skip_characters = state.fallback
        elif word in _SIGNS:
            self._say(_SIGNS[word], state, story)
        elif word == "ansicpg" and value:
            return replace(state, code_page=_known(f"cp{value}"))
        elif word == "uc" and value is not None:
            return replace(state, fallback=min(value, 10))
        elif word == "f":
            return replace(state, font=value or 0)
        elif word == "fcharset" and value in _CHARSETS:
            self._charsets[state.font] = _CHARSETS[value]
        elif word == "s":
            if state.destination == "stylesheet":
                return replace(state, style=value or 0)
            story.level = self._levels.get(value or 0, story.level)
        elif word == "outlinelevel" and value is not None:
            level = value + 1 if 0 <= value < 9 else 0
            if state.destination == "stylesheet":
                self._levels[state.style] = level
            else:
                story.level = level
        elif word in ("ffdefres", "ffres") and self._box is not None and value is not None:
            self._box[word] = value
        elif state.skip:
            return state
        elif word == "b":
            return replace(state, bold=value != 0)
        elif word in ("v", "deleted"):
            return replace(state, hidden=value != 0)
        elif word == "plain":
            return replace(state, bold=False, hidden=False)
        elif word in ("par", "sect"):
            story.close()
        elif word == "pard":
            story.reset()
        elif word in ("ls", "pnlvlblt", "pnlvlbody"):
            story.listed = True
        else:
            if story.tables.obey(word, value):
                story.open = None
        return state

    def _character(self, code: int) -> str:
        """The character of a code, "" for the first half of a pair."""
        if 0xD800 <= code < 0xDC00:
            self._high = chr(code)
            return ""
        pair, self._high = self._high + chr(code), ""
        return pair.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _say(self, text: str, state: _State, story: _Story) -> None:
        if self._skip_characters:
            left = text[self._skip_characters :]
            self._skip_characters = max(self._skip_characters - len(text), 0)
            text = left
        if text and not state.skip and not state.hidden:
            story.say(text, state.bold)


def _ticked(box: dict[str, int]) -> str:
    own = box.get("ffres", _UNTOUCHED)
    return TICKED if (box.get("ffdefres") if own == _UNTOUCHED else own) == 1 else UNTICKED


def _known(code_page: str) -> str:
    try:
        "".encode(code_page)
    except LookupError:
        return "cp1252"
    return code_page
