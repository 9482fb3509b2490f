"""Characters as a reader sees them: ligatures expanded, symbol fonts' codes turned into what they show."""

from __future__ import annotations

import re

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u00ad": "-",
    "\u2010": "-",
    "\u2011": "-",
    "\u200b": "",
    "\ufeff": "",
}
"""Hyphens that a printer chose (soft, non-breaking) read as the hyphen that was typed."""

_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x77: "◆",
    0x78: "☒", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xE0: "→", 0xE8: "➔",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x2A: "☐", 0xA3: "☐"}
_SYMBOL = {0xB7: "•", 0xA8: "♦", 0xAE: "→", 0xD6: "✓"}
_FONTS = (
    (re.compile(r"wingdings\W*2", re.IGNORECASE), _WINGDINGS_2),
    (re.compile(r"wingdings", re.IGNORECASE), _WINGDINGS),
    (re.compile(r"symbol", re.IGNORECASE), _SYMBOL),
)
_ODD = re.compile("[" + "".join(_LIGATURES) + "]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_SYMBOL_FONT = re.compile(r"wingdings|symbol", re.IGNORECASE)


def plain_text(text: str, font: str) -> str:
    """``text`` as it reads, ``font`` being the name of the font that prints it.

    Symbol fonts number their pictures 0x20 to 0xFF, by themselves or from U+F000 on; an unknown picture is kept.
    """
    if text == "o" and font.lower().find("courier") >= 0:
        return "◦"  # Word's second kind of bullet
    if text.isascii() and not _SYMBOL_FONT.search(font):
        return text
    if _SYMBOL_FONT.search(font) or _PRIVATE.search(text):
        text = "".join(_picture(character, font) for character in text)
    return _ODD.sub(lambda match: _LIGATURES[match.group()], text)


def _picture(character: str, font: str) -> str:
    code = ord(character)
    if not (code <= 0xFF or 0xF000 <= code <= 0xF0FF):
        return character
    for name, pictures in _FONTS:
        if name.search(font):
            return pictures.get(code & 0xFF, character)
    if code > 0xFF:
        return _WINGDINGS.get(code & 0xFF) or _SYMBOL.get(code & 0xFF, character)
    return character
