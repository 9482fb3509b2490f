"""Labels on the line of their answers that no colon parts from them: bold before plain, or before a dash or a gap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pepinsight.documents import Block, BlockKind, Document
from pepinsight.once import once
from pepinsight.plan.cards import LABEL_WORDS
from pepinsight.plan.forms import headings, labels
from pepinsight.plan.lexicon import EXACT, FAIR, words

_FEWEST = 3  # such lines from which on a form is taken to set its labels so
_PLAIN_WORDS = 9  # of a label that only a dash or a gap parts from its answer
_KNOWN = 0.34  # share of the labels of a stretch that the data must know, where nothing is bold
_PARTED = re.compile(r"\s*(?:[-–—|>]+(?=\s|$)|:+)\s*|\s{2,}|\t\s*|\n\s*")
_AFTER = re.compile(r"[\s\-–—:|>]*")
_DASHED = re.compile(r"^(?P<label>[^\n\t]{2,80}?)(?:\s+[-–—]+(?:\s+|$)|\s{3,})")
_ENDED = re.compile(r"[a-z)\d]{3}[.!?]\s+\S")
_TRAILING = re.compile(r"\s[-–—]+$")
_STARTS = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class RunIn:
    """A label and where its answer starts, as offsets into the block's text; a blank answer starts at its end."""

    start: int
    end: int
    answer: int


@once
def find_run_in(document: Document) -> dict[int, tuple[RunIn, ...]]:
    """The labels of each block that opens with one, in order."""
    blocks = [(index, block) for index, block in enumerate(document.blocks) if _may_hold(block)]
    bold = {index: found for index, block in blocks if (found := _by_bold(document, block))}
    parted = [index for index, found in bold.items() if _is_parted(document, document.blocks[index], found[0])]
    if len(bold) < _FEWEST:
        bold = {index: found for index, found in bold.items() if index in parted}
    plain = {} if len(bold) >= _FEWEST else dict(_by_dash(document, [item for item in blocks if item[0] not in bold]))
    empty = {index: found for index, block in blocks if (found := _unanswered(document, block))}
    return {**plain, **bold, **empty, **dict(_left_blank(document, blocks, bold))}


def _left_blank(
    document: Document, blocks: list[tuple[int, Block]], bold: dict[int, tuple[RunIn, ...]]
) -> Iterator[tuple[int, tuple[RunIn, ...]]]:
    """Bold lines with nothing behind their full stop, where most labels end in one ("**Born.** 3 May")."""
    stops = sum(document.text_of(document.blocks[index])[found[0].end - 1] == "." for index, found in bold.items())
    if stops < _FEWEST or stops * 2 < len(bold):
        return
    for index, block in blocks:
        text = document.text_of(block).rstrip()
        whole = block.kind is BlockKind.PARAGRAPH and block.bold and index not in bold
        if whole and text.endswith(".") and _is_label(text, LABEL_WORDS):
            yield index, (RunIn(0, len(text), block.end - block.start),)


def _may_hold(block: Block) -> bool:
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CELL) and not block.placeholder


def _by_bold(document: Document, block: Block) -> tuple[RunIn, ...]:
    """A bold opening, and further bold words that stand apart from the answer before them."""
    text = document.text_of(block)
    starts = [(first - block.start, last - block.start) for first, last in block.bold_parts]
    if not starts or text[: starts[0][0]].strip():
        return ()
    found: list[RunIn] = []
    for first, last in starts:
        label = text[first:last].rstrip(" \t\n-–—:|>")
        gap = _AFTER.match(text, first + len(label))
        answer = gap.end() if gap is not None else last
        apart = not found or text[:first].endswith(("\t", "\n", "   ", ". ", "; ", "| "))
        sure = not found or _PARTED.match(text, first + len(label)) is not None
        if _is_label(label, LABEL_WORDS) and apart and sure:
            found.append(RunIn(first, first + len(label), max(answer, last)))
        elif not found:
            return ()
    return tuple(found)


def _is_label(text: str, most: int) -> bool:
    count = len(text.split())
    return 0 < count <= most and _STARTS.search(text) is not None and _ENDED.search(text) is None


def _is_parted(document: Document, block: Block, found: RunIn) -> bool:
    """Whether more than the end of the bold words parts label and answer: a question mark, a dash, a colon, a gap."""
    text = document.text_of(block)
    return text[found.end - 1] == "?" or _PARTED.match(text, found.end) is not None


def _by_dash(document: Document, blocks: list[tuple[int, Block]]) -> Iterator[tuple[int, tuple[RunIn, ...]]]:
    """Paragraphs that follow one another, each a few words, a dash or a gap, and more."""
    stretch: list[tuple[int, RunIn]] = []
    for index, block in blocks:
        found = _dashed(document.text_of(block)) if block.kind is BlockKind.PARAGRAPH and not block.bold else None
        if found is not None:
            stretch.append((index, found))
            continue
        yield from _sure(document, stretch)
        stretch = []
    yield from _sure(document, stretch)


def _dashed(text: str) -> RunIn | None:
    match = _DASHED.match(text) if "\t" not in text else None
    if match is None or not _is_label(match["label"], _PLAIN_WORDS) or ":" in match["label"]:
        return None
    return RunIn(0, match.end("label"), match.end())


def _sure(document: Document, stretch: list[tuple[int, RunIn]]) -> Iterator[tuple[int, tuple[RunIn, ...]]]:
    told = [(index, item, words(document.text_of(document.blocks[index])[: item.end])) for index, item in stretch]
    known = [index for index, _, plain in told if (found := labels().match(plain)) and found.strength >= FAIR]
    for index, item, plain in told:
        label, heading = labels().match(plain), headings().match(plain)
        alone = label is not None and label.strength >= EXACT and (heading is None or heading.strength < EXACT)
        if alone or (len(told) >= _FEWEST and len(known) >= _KNOWN * len(told)):
            yield index, (item,)


def _unanswered(document: Document, block: Block) -> tuple[RunIn, ...]:
    """ "SDQ -": a label with nothing behind its dash."""
    text = document.text_of(block)
    dash = _TRAILING.search(text)
    if dash is None or block.kind is not BlockKind.PARAGRAPH or not _is_label(text[: dash.start()], LABEL_WORDS):
        return ()
    return (RunIn(0, len(text[: dash.start()].rstrip(" :")), len(text)),)
