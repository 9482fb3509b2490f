"""Labels and what stands beside or below them, by the shape of the page; fields.py says what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pepinsight.documents import Block, BlockKind, Document, Table
from pepinsight.plan.forms import columns, field_data, labels
from pepinsight.plan.lexicon import FAIR, words
from pepinsight.plan.plan import SectionKind, Span

_LABEL_WORDS = 16  # a longer left-hand cell is text of its own
_LINE_LABEL_WORDS = 9
_LINE = re.compile(r"(?:^|(?<=[.;|])\s+|\s{3,}|\t)(?P<label>[^\W_][^:;|\n.]{1,79}?)\s*:(?!//)(?!\d)")
_BLANK = re.compile(r"^[\s.\-–—_…·:*]*$")


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its answer. ``blocks`` are the indices of the blocks the two stand in."""

    label: Span
    value: Span
    blocks: tuple[int, ...]
    blank: bool


def find_pairs(document: Document, headings: frozenset[int], names: tuple[str, ...]) -> tuple[Pair, ...]:
    """All pairs of the document in reading order. ``headings`` are the blocks already taken as section headings."""
    pairs = [pair for table in document.tables for pair in _in_table(document, table, headings, names)]
    taken = {index for pair in pairs for index in pair.blocks}
    pairs.extend(_in_lines(document, headings, taken, names))
    return tuple(sorted(pairs, key=lambda pair: (pair.label.start, pair.value.start)))


def header_kind(texts: list[str], names: tuple[str, ...] = ()) -> SectionKind | None:
    """What a table's first row says the table is, None when it is no header known to the data."""
    found = columns().match(words(" ".join(texts), names))
    return SectionKind(found.kind) if found is not None and found.strength >= FAIR and len(texts) > 1 else None


def table_rows(table: Table) -> list[list[tuple[int, tuple[int, ...]]]]:
    """The rows' cells as (column, block indices), each row from left to right."""
    rows: dict[int, list[tuple[int, tuple[int, ...]]]] = {}
    for (row, column), indices in table.cells.items():
        rows.setdefault(row, []).append((column, indices))
    return [sorted(rows[row]) for row in sorted(rows)]


def is_blank(document: Document, span: Span, blocks: tuple[int, ...] = ()) -> bool:
    """Nothing, dots, dashes, or the form's own prompt."""
    if blocks and all(document.blocks[index].placeholder for index in blocks):
        return True
    text = document.text[span.start : span.end]
    return bool(_BLANK.match(text)) or words(text) in _prompts()


def _prompts() -> frozenset[str]:
    if not _PROMPTS:
        _PROMPTS.update(words(prompt) for prompt in field_data().placeholders)
    return frozenset(_PROMPTS)


_PROMPTS: set[str] = set()


def _in_table(document: Document, table: Table, headings: frozenset[int], names: tuple[str, ...]) -> Iterator[Pair]:
    known = labels()
    header_of: SectionKind | None = None
    width_of_run = 0
    for cells in table_rows(table):
        cells = [cell for cell in cells if not any(index in headings for index in cell[1])]
        texts = [_text(document, indices) for _, indices in cells]
        if len(cells) != width_of_run:
            width_of_run, header_of = len(cells), None
            if len(cells) >= 2 and _is_header(document, cells, texts, names):
                header_of = header_kind(texts, names) or SectionKind.UNRECOGNISED
                continue
        if header_of is not None and not (header_of is SectionKind.VIEWS and len(cells) == 2):
            continue
        if len(cells) >= 4 and len(cells) % 2 == 0:
            even = texts[0::2]
            hits = sum(
                1 for text in even if text.strip() and _is_label(document, cells[texts.index(text)][1], text, names)
            )
            if hits * 2 >= sum(1 for text in even if text.strip()) and hits:
                for at in range(0, len(cells), 2):
                    if texts[at].strip():
                        yield _pair(document, cells[at][1], cells[at + 1][1])
        elif (len(cells) == 2 and texts[0].strip() and len(texts[0].split()) <= _LABEL_WORDS) or (
            len(cells) == 3
            and not texts[2].strip()
            and texts[0].strip()
            and known.match(words(texts[0], names)) is not None
        ):
            yield _pair(document, cells[0][1], cells[1][1])


def _is_label(document: Document, indices: tuple[int, ...], text: str, names: tuple[str, ...]) -> bool:
    if len(text.split()) > _LABEL_WORDS:
        return False
    return all(document.blocks[index].bold for index in indices) or labels().match(words(text, names)) is not None


def _is_header(
    document: Document, cells: list[tuple[int, tuple[int, ...]]], texts: list[str], names: tuple[str, ...]
) -> bool:
    if any(len(text.split()) > 10 for text in texts):
        return False
    if header_kind(texts, names) is not None:
        return True
    bold = [all(document.blocks[index].bold for index in indices) for _, indices in cells]
    return all(bold) and all(text.strip() for text in texts[1:]) and len(cells) >= 2


def _text(document: Document, indices: tuple[int, ...]) -> str:
    return " ".join(document.text_of(document.blocks[index]) for index in indices)


def _pair(document: Document, label: tuple[int, ...], value: tuple[int, ...]) -> Pair:
    blocks = document.blocks
    label_span = trimmed(document, Span(blocks[label[0]].start, blocks[label[-1]].end))
    value_span = trimmed(document, Span(blocks[value[0]].start, blocks[value[-1]].end))
    return make_pair(document, label_span, value_span, label + value, value)


def make_pair(
    document: Document, label: Span, value: Span, blocks: tuple[int, ...], value_blocks: tuple[int, ...]
) -> Pair:
    """A pair with its answer narrowed to the ticked option, and empty when there is none."""
    blank = is_blank(document, value, value_blocks)
    if not blank:
        value, blank = _ticked(document, value)
    if blank:
        value = Span(value.start, value.start)
    return Pair(label, value, blocks, blank)


def _ticked(document: Document, value: Span) -> tuple[Span, bool]:
    data = field_data()
    text = document.text[value.start : value.end]
    boxes = [i for i, char in enumerate(text) if char in data.ticked or char in data.unticked]
    if not boxes or not any(char in data.unticked for char in text):
        return value, False
    for number, at in enumerate(boxes):
        if text[at] not in data.ticked:
            continue
        end = boxes[number + 1] if number + 1 < len(boxes) else len(text)
        option = trimmed(document, Span(value.start + at + 1, value.start + end))
        return option, option.start == option.end
    return value, True


def trimmed(document: Document, span: Span) -> Span:
    """The span without white space at its ends."""
    text = document.text[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, max(start, span.start + len(text.rstrip())))


def _in_lines(document: Document, headings: frozenset[int], taken: set[int], names: tuple[str, ...]) -> Iterator[Pair]:
    blocks = document.blocks
    for index, block in enumerate(blocks):
        if index in taken or index in headings or not block.kind.is_body:
            continue
        text = document.text_of(block)
        found = _labels_of_line(text, block, names)
        for number, (start, end, after) in enumerate(found):
            stop = found[number + 1][0] if number + 1 < len(found) else len(text)
            label = Span(block.start + start, block.start + end)
            value = trimmed(document, Span(block.start + after, block.start + stop))
            own: tuple[int, ...] = (index,)
            if value.start == value.end and stop == len(text):
                below = _answer_below(document, index, headings, taken, names)
                if below:
                    value = trimmed(document, Span(blocks[below[0]].start, blocks[below[-1]].end))
                    own = (index, *below)
            yield make_pair(document, label, value, own, own[1:] or ())
        if not found and _is_question(text, block):
            below = _answer_below(document, index, headings, taken, names)
            if below:
                value = trimmed(document, Span(blocks[below[0]].start, blocks[below[-1]].end))
                yield make_pair(
                    document, trimmed(document, Span(block.start, block.end)), value, (index, *below), below
                )


def _labels_of_line(text: str, block: Block, names: tuple[str, ...]) -> list[tuple[int, int, int]]:
    """(start, end of label, start of answer) of the labels in a line; labels after the first must be known ones."""
    found: list[tuple[int, int, int]] = []
    for match in _LINE.finditer(text):
        label = match["label"]
        known = labels().match(words(label, names))
        sure = known is not None and known.strength >= FAIR
        if len(label.split()) > _LINE_LABEL_WORDS and not (sure and len(label.split()) <= _LABEL_WORDS):
            if not found:
                return []
            continue
        if match.start("label") == 0 or found:
            if found and not sure:
                continue
            found.append((match.start("label"), match.end("label"), match.end()))
    return found


def _is_question(text: str, block: Block) -> bool:
    return (
        len(text.split()) <= _LABEL_WORDS
        and (text.rstrip().endswith("?") or block.bold)
        and block.kind is BlockKind.PARAGRAPH
    )


def _answer_below(
    document: Document, index: int, headings: frozenset[int], taken: set[int], names: tuple[str, ...]
) -> tuple[int, ...]:
    """The paragraph, or the list, that answers the label in block ``index``; empty when another label follows."""
    below: list[int] = []
    for at in range(index + 1, len(document.blocks)):
        block = document.blocks[at]
        if not block.kind.is_body:
            continue
        text = document.text_of(block)
        if at in headings or at in taken or block.kind is BlockKind.CELL or block.kind is BlockKind.HEADING:
            break
        if below and block.kind is not BlockKind.LIST_ITEM:
            break
        if not below and (_labels_of_line(text, block, names) or _is_question(text, block)):
            break
        below.append(at)
        if block.kind is not BlockKind.LIST_ITEM:
            break
    return tuple(below)
