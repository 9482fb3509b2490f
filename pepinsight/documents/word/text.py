"""The words of one Word paragraph as a reader sees them, with text boxes and notes that hang on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from lxml import etree

from pepinsight.documents.glyphs import plain_text
from pepinsight.documents.word.fields import Fields
from pepinsight.documents.word.names import (
    DROPPED,
    MC,
    VAL,
    A,
    M,
    Properties,
    V,
    W,
    children_of,
    chosen,
    first_child,
    given,
    is_on,
    toggle,
    value,
)
from pepinsight.documents.word.styles import Style, Styles, size_of

_BREAKS = re.compile("[\u2028\u2029\u0085]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
"""Control characters, soft hyphens, zero-width spaces and marks of writing direction: never seen, but in the way."""

_WHITE = re.compile(r"[\t\n\r]")

_TEXT = frozenset({W + "t", A + "t", M + "t"})
_SHOWN_AS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
_NONE: Properties = {}
_NO_STYLE = Style()
_TEXT_BOX = W + "txbxContent"
_NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of one look. ``prompt`` is True where a form's prompt stands in for an answer; ``size`` is in points,
    ``colour`` as Word writes it, empty for the usual one."""

    text: str
    bold: bool
    prompt: bool
    size: float
    colour: str
    underlined: bool = False


@dataclass(slots=True)
class Words:
    """What a paragraph holds: its text in pieces, and the text boxes anchored in it."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool = False
    hidden: bool = False
    prompt: bool = False
    font: str = ""
    size: float = 0.0
    colour: str = ""
    underlined: bool = False


class TextReader:
    """Reads the paragraphs of one story in order: a field may begin in one and end in another."""

    def __init__(self, styles: Styles, fields: Fields) -> None:
        self._styles = styles
        self._fields = fields
        self.in_bold_area = False
        """Whether the table around, by its style, prints this cell bold."""
        self.notes: list[tuple[str, str]] = []
        """The notes referred to, in order: "footnotes" or "endnotes", and the note's id."""

    def read(self, element: etree._Element, prompt: bool, before: Words | None = None) -> Words:
        """The words of ``w:p``, or of one run that stands loose; added to ``before`` where it is given."""
        words = before or Words()
        self._paragraph = self._styles.paragraph(value(element, "pPr/pStyle"))
        look = self._look(_NONE, _NO_STYLE, self._paragraph.hidden is True, prompt)
        if element.tag == W + "p":
            self._children(element, look, words)
        else:
            self._element(element, look, words)
        return words

    @contextmanager
    def apart(self, own: Fields) -> Iterator[None]:
        """While a text box or a file placed here is read: the fields and cell around it do not reach into it."""
        fields, bold = self._fields, self.in_bold_area
        self._fields, self.in_bold_area = own, False
        yield
        self._fields, self.in_bold_area = fields, bold

    def _children(self, parent: etree._Element, look: _Look, words: Words) -> None:
        for child in parent:
            self._element(child, look, words)

    def _element(self, element: etree._Element, look: _Look, words: Words) -> None:
        tag = element.tag
        if tag in _TEXT:
            # Line ends and tabs in the XML itself are only spaces to Word.
            self._add(_WHITE.sub(" ", element.text or ""), look, words)
        elif tag == W + "r":
            self._children(element, self._look_of_run(element, look), words)
        elif tag in _SHOWN_AS:
            self._add(_SHOWN_AS[tag], look, words)
        elif tag == W + "fldChar":
            shown, prompt = self._fields.meet(element)
            if not look.hidden:
                _append(shown, replace(look, prompt=look.prompt or prompt), words)
        elif tag == W + "instrText":
            self._fields.instruct(element.text or "")
        elif tag in DROPPED:
            return
        elif tag == W + "sym":
            self._add(_symbol(element), replace(look, font=element.get(W + "font", "")), words)
        elif tag == _TEXT_BOX:
            if not look.hidden and not self._fields.hide:
                words.boxes.append(element)
        elif tag in _NOTES:
            if not look.hidden and not self._fields.hide:
                self.notes.append((_NOTES[tag], element.get(W + "id", "")))
        elif tag == W + "sdt":
            content = element.find(W + "sdtContent")
            if content is not None:
                shows_prompt = toggle(element.find(W + "sdtPr"), "showingPlcHdr") is True
                self._children(content, replace(look, prompt=True) if shows_prompt else look, words)
        elif tag == MC + "AlternateContent":
            branch = chosen(element)
            if branch is not None:
                self._children(branch, look, words)
        elif tag == W + "ruby":  # the small reading over a word is stored before it
            for part in element.findall(W + "rubyBase") + element.findall(W + "rt"):
                self._children(part, look, words)
                self._add(" ", look, words)
        elif tag == M + "den":
            self._add("/", look, words)
            self._children(element, look, words)
        elif tag == V + "textpath":  # decorative lettering, such as a watermark
            self._add(element.get("string", ""), look, words)
        else:
            self._children(element, look, words)
            if tag in {W + "p", A + "p"}:  # a paragraph within a drawing
                self._add("\n", look, words)

    def _add(self, text: str, look: _Look, words: Words) -> None:
        if not look.hidden and not self._fields.hide:
            _append(text, look, words)

    def _look_of_run(self, run: etree._Element, around: _Look) -> _Look:
        own = first_child(run, "rPr")
        if own is None:
            return self._look(_NONE, _NO_STYLE, self._paragraph.hidden is True, around.prompt)
        properties = children_of(own)
        style_name = properties.get(W + "rStyle")
        style = _NO_STYLE if style_name is None else self._styles.run(style_name.get(VAL))
        hidden = _toggled(properties, "vanish")
        for inherited in (style.hidden, self._paragraph.hidden):
            hidden = inherited if hidden is None else hidden
        fonts = properties.get(W + "rFonts")
        font = "" if fonts is None else fonts.get(W + "ascii", fonts.get(W + "hAnsi", ""))
        return self._look(properties, style, hidden is True, around.prompt or style.prompt, font)

    def _look(self, properties: Properties, style: Style, hidden: bool, prompt: bool, font: str = "") -> _Look:
        size = size_of(given(properties, "sz")) or style.size or self._paragraph.size or self._styles.usual_size
        colour = given(properties, "color") or style.colour or self._paragraph.colour or ""
        underlined = (given(properties, "u") or "none") != "none"
        return _Look(self._bold(properties, style), hidden, prompt, font, size, _plain_colour(colour), underlined)

    def _bold(self, properties: Properties, style: Style) -> bool:
        direct = _toggled(properties, "b")
        if direct is not None:
            return direct
        # Bold in two styles cancels out (ECMA-376 part 1, 17.7.3, toggle properties).
        bold_styles = (style.bold is True, self._paragraph.bold is True, self.in_bold_area)
        return self._styles.bold_by_default or sum(bold_styles) % 2 == 1


def _toggled(properties: Properties, name: str) -> bool | None:
    """An on/off property; None where it is missing."""
    element = properties.get(W + name)
    return None if element is None else is_on(element)


def _append(text: str, look: _Look, words: Words) -> None:
    if not text.isascii() or not text.isprintable() or look.font:
        text = plain_text(_INVISIBLE.sub("", _BREAKS.sub("\n", text)), look.font)
    if text:
        words.pieces.append(Piece(text, look.bold, look.prompt, look.size, look.colour, look.underlined))


def _plain_colour(written: str) -> str:
    return "" if written.lower() in ("auto", "000000") else written.lower()


def _symbol(element: etree._Element) -> str:
    code = element.get(W + "char", "")
    # Half of a surrogate pair is no character.
    return chr(int(code, 16)) if re.fullmatch("(?!D[89A-F])[0-9A-F]{1,4}", code, re.IGNORECASE) else ""
