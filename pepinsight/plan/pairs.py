"""Labels and what stands beside or below them, by the shape of the page; fields.py says what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pepinsight.documents import Block, BlockKind, Document, Table
from pepinsight.once import once
from pepinsight.plan.columns import is_word
from pepinsight.plan.forms import columns, field_data, labels
from pepinsight.plan.item_numbers import item_numbers
from pepinsight.plan.labelled_lines import find_labelled, is_option
from pepinsight.plan.lexicon import EXACT, FAIR, STRONG, words
from pepinsight.plan.own_answers import asks_in_vain, holds_own_answers
from pepinsight.plan.plan import SectionKind, Span
from pepinsight.plan.run_in import find_run_in
from pepinsight.plan.spacers import without_spacers
from pepinsight.plan.stacked import find_boxes
from pepinsight.plan.wide_labels import find_wide

_LABEL_WORDS = 16  # a longer left-hand cell is text of its own
_LINE_LABEL_WORDS = 9
_TOPICS, _TOPIC_COLUMNS, _PARTS = 4, 4, 3  # rows, columns (at most), and parts of the form in a table of topics
_LINE = re.compile(r"(?:^|(?<=[.;|:])\s+|\s{3,}|\t)(?P<label>[^\W_][^:;|\n.]{1,79}?)\s*:(?!//)(?!\d)")
_TABBED = re.compile(r"[^\t\n]*[^\s][^\t\n]*")
_ENDED = re.compile(r"[a-z)\d]{3}[.!?]\s+[A-Z]|^\W*\d+\W*$")
_TAIL = re.compile(r"\s*(?::|\s[-–—])\s*$")
_BLANK = re.compile(r"^[\s.\-–—_…·:*]*$")
_EMPTY_BOX = re.compile(r"[^?\[\]\n]+\?[^?.!\[\]\n]{0,20}\[[\s_.…]*\]\s*")
_GOES_ON = re.compile(r"[.!?]\s*\w")
_ASKED = re.compile(r"(?<=[?:])\s+")
_LEAST_PROMPT_WORDS, _MOST_PROMPT_WORDS = 3, 9
_LONGEST_PROMPT = 120  # characters, dots and lines to write on among them


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
    pairs += [_pair(document, (label,), answer) for label, answer in find_labelled(document).items()]
    taken = {index for pair in pairs for index in pair.blocks}
    pairs.extend(_in_lines(document, headings, taken, names))
    return tuple(sorted(pairs, key=lambda pair: (pair.label.start, pair.value.start)))


def header_kind(texts: list[str], names: tuple[str, ...] = ()) -> SectionKind | None:
    """What a table's first row says the table is, None when it is no header known to the data."""
    found = columns().match(words(" ".join(texts), names))
    return SectionKind(found.kind) if found is not None and found.strength >= FAIR and len(texts) > 1 else None


def table_rows(document: Document, table: Table) -> list[list[tuple[int, ...]]]:
    """The rows' cells as block indices, from left to right; a cell that the file leaves out is empty, and one that only
    numbers what its row asks, or keeps label and answer apart, is left out."""
    return _rows(document)[table.index]


@once
def _rows(document: Document) -> dict[int, list[list[tuple[int, ...]]]]:
    return {table.index: _rows_of(document, table) for table in document.tables}


def _rows_of(document: Document, table: Table) -> list[list[tuple[int, ...]]]:
    starts: dict[int, dict[int, tuple[int, ...]]] = {}
    for (row, column), indices in table.cells.items():
        starts.setdefault(row, {})[column] = indices
    full: frozenset[int] = frozenset()  # where the cells begin of the row without gaps that stands last above
    rows: list[list[tuple[int, ...]]] = []
    for row in sorted(starts):
        cells: list[tuple[int, ...]] = []
        edges = full if full >= starts[row].keys() else frozenset()
        reached = 0
        for column, indices in sorted(starts[row].items()):
            cells += _left_out(edges, reached, column)
            if indices[0] not in item_numbers(document):
                cells.append(indices)
            reached = column + document.blocks[indices[0]].column_span
        cells += _left_out(edges, reached, table.columns)
        if len(cells) == len(starts[row]) > 1:
            full = frozenset(starts[row])
        rows.append(cells)
    return without_spacers(document, rows)


def _left_out(edges: frozenset[int], reached: int, column: int) -> list[tuple[int, ...]]:
    """The empty cells of a gap, one at the least."""
    return [()] * max(sum(reached <= edge < column for edge in edges), 1) if reached < column else []


def is_blank(document: Document, span: Span, blocks: tuple[int, ...] = ()) -> bool:
    """Nothing, dots, dashes, or the form's own prompt."""
    if blocks and document.blocks[blocks[0]].placeholder and all(document.blocks[at].placeholder for at in blocks[1:]):
        return True
    text = document.text[span.start : span.end]
    return bool(_BLANK.match(text)) or (len(text) <= _LONGEST_PROMPT and _is_prompt(text))


def is_unanswered(document: Document, span: Span, blocks: tuple[int, ...] = ()) -> bool:
    """Blank, or the form's question with nothing but its prompt ("What would help? Click to enter text.") or an empty
    box ("How happy am I? 0-10 [ ]") behind it."""
    if is_blank(document, span, blocks) or _EMPTY_BOX.fullmatch(document.text, span.start, span.end):
        return True
    behind = _ASKED.split(document.text[span.start : span.end].strip())[-1]
    return len(behind) <= _LONGEST_PROMPT and len(behind.split()) >= _LEAST_PROMPT_WORDS and _is_prompt(behind)


@lru_cache(maxsize=8192)
def _is_prompt(text: str) -> bool:
    said = words(text)
    if said in _prompts():
        return True
    asks = f"{said} ".startswith(_prompt_starts()) and len(said.split()) <= _MOST_PROMPT_WORDS
    return asks and not _GOES_ON.search(text)  # somebody may have typed behind the prompt


@cache
def _prompts() -> frozenset[str]:
    return frozenset(words(prompt) for prompt in field_data().placeholders)


@cache
def _prompt_starts() -> tuple[str, ...]:
    return tuple(f"{words(start)} " for start in field_data().placeholder_starts)


def _in_table(document: Document, table: Table, headings: frozenset[int], names: tuple[str, ...]) -> Iterator[Pair]:
    if holds_own_answers(document, table):  # the rest is found line by line
        loose = (cell for row in table_rows(document, table) for cell in row if cell and cell[0] not in headings)
        yield from (_pair(document, cell, ()) for cell in loose if asks_in_vain(document, cell))
        return
    header: SectionKind | None = None
    width = 0
    topics = is_by_topic(document, table, names)
    boxes = find_boxes(document, table)
    boxed = {index for box in boxes for index in (*box.label, *box.answer)}
    yield from (_pair(document, box.label, box.answer) for box in boxes)
    wide = find_wide(document, table, headings)
    yield from (_pair(document, label, answer) for label, answer in wide.items())
    boxed |= {index for pair in wide.items() for indices in pair for index in indices}
    for cells in table_rows(document, table):
        if any(index in boxed for indices in cells for index in indices):
            width = 0
            continue
        if any(index in headings for indices in cells for index in indices):
            width = 0
            continue
        texts = [text_of(document, indices) for indices in cells]
        if len(cells) != width:
            width, header = len(cells), None
            if _is_header(document, cells, texts, names):
                header = header_kind(texts, names) or SectionKind.UNRECOGNISED
                continue
        if topics and width > 2 and texts[0].strip():
            yield _pair(document, cells[0], tuple(index for indices in cells[1:] for index in indices))
        elif header is None or (width == 2 and header in (SectionKind.VIEWS, SectionKind.UNRECOGNISED)):
            yield from _in_row(document, cells, texts, names)


def is_by_topic(document: Document, table: Table, names: tuple[str, ...]) -> bool:
    """True for "Topic | How things are | What is being done": each row holds one of the form's own labels, and most
    of these count for parts of their own."""
    rows = [texts for cells in table_rows(document, table) if len(texts := [text_of(document, c) for c in cells]) > 2]
    if len(rows) < _TOPICS or len(rows[0]) > _TOPIC_COLUMNS or header_kind(rows[0], names) is not None:
        return False
    asked = [texts[2] for texts in rows if len(texts) == _TOPIC_COLUMNS and labels().match(words(texts[2], names))]
    if len(asked) * 2 >= len(rows):
        return False  # labels stand in the third column too: two pairs in each row
    found = [labels().match(words(texts[0], names)) for texts in rows[1:]]
    parts = {field_data().fields[match.kind].section for match in found if match is not None and match.strength >= FAIR}
    return len(parts - {None}) >= max(_PARTS, len(rows) // 2)


def _in_row(
    document: Document, cells: list[tuple[int, ...]], texts: list[str], names: tuple[str, ...]
) -> Iterator[Pair]:
    """The pairs of one row that is no row of a data table: two, four or more cells, labels and answers in turn."""
    width = len(cells)
    if all(is_option(text) for text in texts):
        return
    if width == 3 and not texts[2].strip():
        width = 2
    if width == 2:
        if texts[0].strip() and len(texts[0].split()) <= _LABEL_WORDS:
            yield _pair(document, cells[0], cells[1])
    elif width >= 4 and width % 2 == 0:
        filled = [at for at in range(0, width, 2) if texts[at].strip()]
        if 2 * sum(_is_label(document, cells[at], texts[at], names) for at in filled) >= max(len(filled), 1):
            for at in filled:
                yield _pair(document, cells[at], cells[at + 1])


def _is_label(document: Document, indices: tuple[int, ...], text: str, names: tuple[str, ...]) -> bool:
    if len(text.split()) > _LABEL_WORDS:
        return False
    return all(document.blocks[index].bold for index in indices) or labels().match(words(text, names)) is not None


def _is_header(document: Document, cells: list[tuple[int, ...]], texts: list[str], names: tuple[str, ...]) -> bool:
    if len(cells) < 2 or any(len(text.split()) > 10 for text in texts) or not any(text.strip() for text in texts):
        return False
    if header_kind(texts, names) is not None:
        return True
    if len(texts) in (4, 6) and _in_turn(texts, names):
        return False
    bold = all(document.blocks[index].bold for indices in cells for index in indices)
    return bold and all(text.strip() for text in texts[1:])


def _in_turn(texts: list[str], names: tuple[str, ...]) -> bool:
    """True for known labels with their answers beside them, whatever is bold ("Student", a name, "Year", "10")."""
    asked = [labels().match(words(text, names)) is not None for text in texts[::2]]
    return all(asked) and not any(labels().match(words(text)) for text in texts[1::2])


def text_of(document: Document, indices: tuple[int, ...]) -> str:
    """The words of these blocks, parted by spaces."""
    return " ".join(document.text_of(document.blocks[index]) for index in indices)


def _pair(document: Document, label: tuple[int, ...], value: tuple[int, ...]) -> Pair:
    blocks = document.blocks
    label_span = _named(document, Span(blocks[label[0]].start, blocks[label[-1]].end))
    if not value:
        return Pair(label_span, Span(label_span.end, label_span.end), label, True)
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


def _named(document: Document, span: Span) -> Span:
    """A label's span without white space, and without the colon or dash behind it."""
    span = trimmed(document, span)
    return Span(span.start, span.start + len(_TAIL.sub("", document.text[span.start : span.end])))


def _ticked(document: Document, value: Span) -> tuple[Span, bool]:
    data = field_data()
    text = document.text[value.start : value.end]
    if not any(char in text for char in data.unticked):
        return value, False
    boxes = [i for i, char in enumerate(text) if char in data.ticked or char in data.unticked]
    behind = _boxes_behind(text, boxes)
    for number, at in enumerate(boxes):
        if text[at] not in data.ticked:
            continue
        start = boxes[number - 1] + 1 if behind and number else 0 if behind else at + 1
        told_on = number + 1 == len(boxes) and not (behind and _BLANK.match(text[at + 1 :]))
        end = len(text) if told_on else at if behind else boxes[number + 1]
        option = trimmed(document, Span(value.start + start, value.start + end))
        return option, option.start == option.end
    return value, True


def _boxes_behind(text: str, boxes: list[int]) -> bool:
    """True where each box stands behind its option ("Yes ☒ No ☐"), whatever is explained behind the last one."""
    first, rest = text[: boxes[0]].strip(), text[boxes[-1] + 1 :].strip()
    return bool(first) and not first.endswith((":", "?")) and (not rest or is_word(first, "answered"))


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
        found = _labels_of_line(document, index, names)
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


@once
def _labels_of_line(document: Document, index: int, names: tuple[str, ...]) -> list[tuple[int, int, int]]:
    """(start, end of label, start of answer) of the labels in a line; labels after the first must be known ones."""
    text = document.text_of(document.blocks[index])
    if (told := find_run_in(document).get(index)) is not None:
        return [(item.start, item.end, item.answer) for item in told]
    found = tabbed(text)
    if found:
        return found
    if document.blocks[index].bold and ":" in text and text.rstrip().endswith("?"):
        return [(0, len(text), len(text))]  # "Attachment: what do we know?" is a question as a whole
    for match in _LINE.finditer(text):
        label = match["label"]
        known = labels().match(words(label, names))
        sure = known is not None and known.strength >= FAIR
        if len(label.split()) > _LINE_LABEL_WORDS and not (sure and len(label.split()) <= _LABEL_WORDS):
            if not found:
                return []
            continue
        exact = known is not None and known.strength >= EXACT and _asks_for_one_thing(known.kind)
        if found and not text[found[-1][2] : match.start("label")].strip():
            both = labels().match(words(text[found[-1][0] : match.end("label")], names))
            if both is not None and both.strength >= STRONG:  # "DT: completed: 16/01/2026"
                found[-1] = (found[-1][0], match.end("label"), match.end())
        elif match.start("label") == 0 or exact:
            found.append((match.start("label"), match.end("label"), match.end()))
    return found


def tabbed(text: str) -> list[tuple[int, int, int]]:
    """(start, end of label, start of answer) where a tab stands between them and no colon before it; of several pairs
    in a line, every label must be a known one."""
    if "\t" not in text:
        return []
    cells = [(match.start(), match.end()) for match in _TABBED.finditer(text)]
    texts = [text[start:end] for start, end in cells]
    if len(cells) < 2 or len(cells) % 2 or ":" in texts[0] or not any(map(str.isalpha, texts[0])):
        return []
    asked = texts[::2]
    if any(len(label.split()) > _LINE_LABEL_WORDS for label in asked) or _ENDED.search(texts[0]):
        return []
    if len(cells) > 2 and any(labels().match(words(label)) is None for label in asked):
        return []
    return [(cells[at][0], cells[at][1], cells[at + 1][0]) for at in range(0, len(cells), 2)]


def _asks_for_one_thing(kind: str) -> bool:
    """Labels of the form itself may follow one another in a line; "Aim:" or "Why:" there is part of an answer."""
    entry = field_data().fields[kind]
    return entry.section is not None or entry.date is not None


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
        if not below and (_labels_of_line(document, at, names) or _is_question(text, block)):
            break
        below.append(at)
        if block.kind is not BlockKind.LIST_ITEM:
            break
    return tuple(below)
