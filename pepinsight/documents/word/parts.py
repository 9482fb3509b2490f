"""A paragraph's text in the parts that become blocks: parted where it changes its nature."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pepinsight.documents.word.text import Piece


@dataclass(slots=True)
class _Part:
    """Some text, and what its words have in common; None until there is a word. ``parted`` from what is before it."""

    texts: list[str] = field(default_factory=list)
    bold: bool | None = None
    prompt: bool | None = None
    parted: bool = False

    def say(self, text: str, bold: bool | None, prompt: bool | None) -> None:
        self.texts.append(text)
        if bold is not None:
            self.bold = bold if self.bold is None else self.bold and bold
        if prompt is not None:
            self.prompt = prompt if self.prompt is None else self.prompt or prompt


def parts_of(pieces: Iterable[Piece], whole: bool) -> list[tuple[str, bool, bool]]:
    """Each part's text, whether all its words are bold, and whether it is a form's prompt.

    A prompt is parted from the label before it; a bold line from the plain lines that follow in the same paragraph,
    unless that is a ``whole`` heading. Blank parts are left out, and no word is lost.
    """
    parts: list[_Part] = []
    for line in _lines(pieces):
        text = "".join(line.texts)
        if parts and not line.parted and _alike(parts[-1], line, whole):
            parts[-1].say("\n" + text, line.bold, line.prompt)
        else:
            parts.append(_Part([text], line.bold, line.prompt))
    texts = ("".join(part.texts).strip() for part in parts)
    return [(text, part.bold is True, part.prompt is True) for text, part in zip(texts, parts, strict=True) if text]


def _lines(pieces: Iterable[Piece]) -> list[_Part]:
    """The paragraph's lines, further parted where a prompt begins or ends within one."""
    lines = [_Part(parted=True)]
    for piece in pieces:
        for count, text in enumerate(piece.text.split("\n")):
            if count:
                lines.append(_Part())
            if not text.strip():
                lines[-1].say(text, None, None)
                continue
            if lines[-1].prompt not in {None, piece.prompt}:
                lines.append(_Part(parted=True))
            lines[-1].say(text, piece.bold, piece.prompt)
    return lines


def _alike(part: _Part, line: _Part, whole: bool) -> bool:
    if part.bold is None or line.bold is None:
        return True
    return part.prompt == line.prompt and (whole or part.bold == line.bold)
