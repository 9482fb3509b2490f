"""What a form is made of: headings, running text, labels with their answers, and logical tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pepinsight.documents import Block, BlockKind, Document
from pepinsight.plan.columns import is_label, roles, smart_role
from pepinsight.plan.pairs import is_blank, tabbed
from pepinsight.plan.plan import Span
from pepinsight.plan.run_in import RunIn, find_run_in

LONGEST_HEADING = 110  # characters of a bold line or banner that still reads as a heading
BOLD_LINE = 9  # the level of a heading that is only a bold line
_LABELLED = re.compile(r"\s*([^:\n]{1,60}?)\s*:(?!//|\d)\s*", re.DOTALL)
_BRACKETED = re.compile(r"\s*\([^()]*\)$")
_SAYS = re.compile(r"[^\W_]|£")
_BULLET = re.compile(r"[-–—*]\s+(?=\S)")
# "How - with Mrs Vale": what a list parts by a dash.
_DASHED = re.compile(r"(?P<label>[^:\n]{1,60}?\?|[^:\n?]{1,60}?)\s+[-–—](?:\s+(?=\S)|$)")
# "(Why: she asked for it; Who: Mrs Vale)": the parts of a plan behind what it is a plan for.
_IN_BRACKETS = re.compile(r"(?:^\(|;\s+)(?=(?P<label>[^:;()]{2,60}):\s)")
_LINE_END = re.compile(r"\n")
_NEXT_TARGET = re.compile(r"(?<=[.!?])\s+(?=(?:[A-Z]\w+ (?:\w+ )?)?(?:[Tt]arget|[Gg]oal) \d{1,2}\s*:\s)")
# A label holds no end of a sentence.
_SENTENCE = re.compile(r"[a-z)\d]{3}[.!?]\s|[a-z)\d]{2}[.!?]\s+(?=[A-Z])|(?:\d\d\.\d+|%)[.!?]\s")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell's words and where they stand; ``column`` and ``width`` count the columns of the file's table."""

    text: str
    span: Span
    block: int
    column: int = 0
    width: int = 1
    bold: bool = False
    placeholder: bool = False

    @property
    def blank(self) -> bool:
        """Nothing was written: no letter or figure, or only the form's prompt."""
        return self.placeholder or _SAYS.search(self.text) is None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, a banner row, or a bold line that reads as one."""

    text: str
    span: Span
    block: int
    level: int


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph or a list item, wherever it stands."""

    text: str
    span: Span
    block: int
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its answer, which is blank where nothing was written; ``whole`` spans both."""

    label: Cell
    value: Cell
    whole: Span
    block: int
    listed: bool = False


@dataclass(frozen=True, slots=True)
class LogicalTable:
    """A header row and its body. ``rows[r][c]`` is the cell under ``header[c]``, None where nothing stands.

    ``bands`` names for each row the banner inside the table under which it stands ("Long term"), "" for none.
    """

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    bands: tuple[str, ...]
    block: int

    def column(self, at: int) -> list[Cell]:
        """The filled cells of one column."""
        return [cell for row in self.rows if (cell := row[at]) is not None and not cell.blank]


Piece = Heading | Text | Pair | LogicalTable


def read_block(document: Document, index: int, block: Block) -> Iterator[Piece]:
    text = document.text_of(block)
    span = Span(block.start, block.end)
    listed = block.kind is BlockKind.LIST_ITEM
    if block.kind is BlockKind.HEADING or block.level > 0:
        yield Heading(text, span, index, block.level or 1)
    elif block.bold and len(text) <= LONGEST_HEADING and not has_answer(text):
        yield Heading(text, span, index, BOLD_LINE)
    elif not is_blank(document, span, (index,)):
        typed = _BULLET.match(text)
        first = typed.end() if typed else 0
        told = find_run_in(document).get(index, ())
        if len(told) == 1 and (not listed or roles(text[told[0].start : told[0].end], "targets")):
            yield _run_in(document, told[0], span, index)
            return
        for start, end in items_in(text):
            start = max(start, first)
            yield read_item(document, text[start:end], block.start + start, index, listed)


def _run_in(document: Document, told: RunIn, span: Span, index: int) -> Pair:
    label = Span(span.start + told.start, span.start + told.end)
    answer = Span(span.start + told.answer, span.end)
    value = Cell(document.text[answer.start : answer.end], answer, index, placeholder=is_blank(document, answer))
    return Pair(Cell(document.text[label.start : label.end], label, index), value, span, index)


def is_labelled(text: str) -> bool:
    """Whether a line is a label of a target's plan, answered or not."""
    found = _LABELLED.match(text)
    return bool(found and roles(found[1], "targets"))


def has_answer(text: str) -> bool:
    found = _LABELLED.match(text)
    return bool(found and is_labelled(text) and text[found.end() :].strip())


def names_target(text: str) -> bool:
    """ "Target 2: Robin will ..." is a target, whatever cell it stands in."""
    found = _LABELLED.match(text)
    label = _BRACKETED.sub("", found[1]) if found else ""  # "Target 2 (short)"
    return label[-1:].isdigit() and "wording" in roles(label, "targets") and has_answer(text)


def is_remark(text: str) -> bool:
    """ "Review of target:" across a row belongs to the row above; "New targets" opens something else."""
    found = _LABELLED.match(text)
    label = found[1] if found else text
    return is_label(label, "targets") and "wording" not in roles(label, "targets")


def items_in(text: str) -> list[tuple[int, int]]:
    """A paragraph whose lines are labelled ("Target: ...", "How: ...") is several items, and so is one that goes on
    with "Target 2: ..."; any other is one."""
    told = _in_brackets(text)
    if told:
        return told
    starts = [at.end() for at in _NEXT_TARGET.finditer(text)]
    starts.insert(0, 0)
    for line in _LINE_END.finditer(text):
        found = _LABELLED.match(text, line.end())
        if found and roles(found[1], "targets"):
            starts.append(line.end())
    starts.sort()
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _in_brackets(text: str) -> list[tuple[int, int]]:
    """The parts of a plan that stand together in brackets, two at least; empty for any other text."""
    if not (text.startswith("(") and text.rstrip().endswith(")")):
        return []
    parts = [at for at in _IN_BRACKETS.finditer(text) if at.start() == 0 or roles(at["label"], "targets")]
    starts = [at.end() for at in parts]
    ends = [*(at.start() for at in parts[1:]), len(text.rstrip()) - 1]
    known = sum(bool(roles(at["label"], "targets")) for at in parts)
    return list(zip(starts, ends, strict=True)) if known > 1 and starts[0] == 1 else []


def is_asked(label: str) -> bool:
    """Whether these words are a label of a target's plan and no more, one that goes by SMART's letters too."""
    return is_label(label, "targets") or bool(smart_role(label))


def read_item(document: Document, text: str, start: int, index: int, listed: bool) -> Piece:
    stripped = text.rstrip()
    span = Span(start, start + len(stripped))
    cells = tabbed(stripped)
    if len(cells) == 1:
        begin, end, after = cells[0]
        label = Cell(stripped[begin:end], Span(start + begin, start + end), index)
        answer = Span(start + after, span.end)
        value = Cell(stripped[after:], answer, index, placeholder=is_blank(document, answer))
        return Pair(label, value, span, index, listed)
    found = _LABELLED.match(stripped)
    if listed and (dashed := _DASHED.match(stripped)) and is_asked(dashed["label"]):
        found = dashed
    if not found or len(found[1].split()) > 9 or _SENTENCE.search(found[1]):
        return Text(stripped, span, index, listed)
    label = Cell(found[1], Span(start + found.start(1), start + found.end(1)), index)
    answer = Span(start + found.end(), span.end)
    value = Cell(stripped[found.end() :], answer, index, placeholder=is_blank(document, answer))
    return Pair(label, value, span, index, listed)
