"""A paragraph's text in the parts that become blocks: parted where it changes its nature."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pepinsight.documents.word.text import Piece


@dataclass(frozen=True, slots=True)
class Part:
    """A part's words: whether all are bold (or all underlined, as on a typewriter), and where they are bold if not all
    (``bold_parts``: offsets into ``text``); whether they are a form's prompt; size in points and colour of most of
    their letters."""

    text: str
    bold: bool
    bold_parts: tuple[tuple[int, int], ...]
    prompt: bool
    size: float
    colour: str


@dataclass(slots=True)
class _Line:
    """Some pieces, and what their words have in common; None until there is a word. ``parted`` from what is before."""

    pieces: list[Piece] = field(default_factory=list)
    bold: bool | None = None
    prompt: bool | None = None
    parted: bool = False

    def say(self, piece: Piece) -> None:
        self.pieces.append(piece)
        if piece.text.strip():
            self.bold = piece.bold if self.bold is None else self.bold and piece.bold
            self.prompt = piece.prompt if self.prompt is None else self.prompt or piece.prompt

    def go_on(self, line: _Line) -> None:
        """Take in a further line."""
        first = line.pieces[0]
        self.pieces.append(replace(first, text="\n"))
        for piece in line.pieces:
            self.say(piece)


def parts_of(pieces: Iterable[Piece], whole: bool) -> list[Part]:
    """The parts of a paragraph, in order.

    A prompt is parted from the label before it; a bold line from the plain lines that follow in the same paragraph,
    unless that is a ``whole`` heading. Blank parts are left out, and no word is lost.
    """
    parts: list[_Line] = []
    for line in _lines(pieces):
        if parts and not line.parted and _alike(parts[-1], line, whole):
            parts[-1].go_on(line)
        else:
            parts.append(line)
    return [made for part in parts if (made := _made(part)).text]


def _lines(pieces: Iterable[Piece]) -> list[_Line]:
    """The paragraph's lines, further parted where a prompt begins or ends within one."""
    lines = [_Line(parted=True)]
    for piece in pieces:
        if "\n" not in piece.text and lines[-1].prompt in {None, piece.prompt}:
            lines[-1].say(piece)
            continue
        for count, text in enumerate(piece.text.split("\n")):
            if count:
                lines.append(_Line())
            if text.strip() and lines[-1].prompt not in {None, piece.prompt}:
                lines.append(_Line(parted=True))
            lines[-1].say(Piece(text, piece.bold, piece.prompt, piece.size, piece.colour, piece.underlined))
    return lines


def _alike(part: _Line, line: _Line, whole: bool) -> bool:
    if part.bold is None or line.bold is None:
        return True
    return part.prompt == line.prompt and (whole or part.bold == line.bold)


def _made(part: _Line) -> Part:
    text = "".join(piece.text for piece in part.pieces)
    letters: dict[tuple[float, str], int] = {}
    for piece in part.pieces:
        look = (piece.size, piece.colour)
        letters[look] = letters.get(look, 0) + len(piece.text.strip())
    size, colour = max(letters, key=letters.__getitem__) if letters else (0.0, "")
    underlined = all(piece.underlined for piece in part.pieces if piece.text.strip())
    bold = part.bold is True or (bool(text.strip()) and underlined)
    return Part(text.strip(), bold, () if bold else _bold_parts(text, part.pieces), part.prompt is True, size, colour)


def _bold_parts(text: str, pieces: list[Piece]) -> tuple[tuple[int, int], ...]:
    """Where bold words stand, as offsets into the stripped text; what is bold without a break is one stretch."""
    found: list[tuple[int, int]] = []
    stripped = text.strip()
    start = len(text.lstrip()) - len(text)
    for piece in pieces:
        end = start + len(piece.text)
        if piece.bold and piece.text.strip():
            first = start + len(piece.text) - len(piece.text.lstrip())
            last = end - (len(piece.text) - len(piece.text.rstrip()))
            if found and not stripped[found[-1][1] : first].strip():
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
        start = end
    return tuple(found)
