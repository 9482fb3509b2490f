"""Labels on lines of their own, each above the paragraph or list that answers it, as a web form is often printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pepinsight.documents import BlockKind, Document
from pepinsight.once import once
from pepinsight.plan.cards import LABEL_WORDS, asks_on
from pepinsight.plan.forms import field_data, headings, labels
from pepinsight.plan.lexicon import EXACT, FAIR, STRONG, words
from pepinsight.plan.run_in import find_run_in

_NUMBERED = re.compile(r"\(?[A-Z]?\d")
_SUB_NUMBER = re.compile(r"\(?[A-Z]?\d{1,2}\.\d{1,2}[.)]?\s+(?=[^\W\d_])")
_ITEM = re.compile(r"\(?[A-Z]?\d{1,2}[.)]?\s+(?=[^\W\d_]|%)")
_DIGITS = re.compile(r"\d{2}")
_FEWEST = 3  # labels with answers that follow one another; fewer may be headings
_TITLE = 8  # words of a line above a table that is its title
_LONG = 40  # words below a bold line that may be a part of the form
_MANY = 8  # such labels all over a form whose headings stand out: then all its lines of that kind are labels
_KNOWN = 0.5  # share of them that the data must know as labels
_MOSTLY = 0.75  # share of the numbered lines of a form with one answer each, from which on they are what it asks
_STYLED = 4  # headings that stand out by style: with these a line that is only bold need not be one
_COUNTED = re.compile(r"\s\d{1,2}\s*(?:\([^)]*\))?\s*$")
# Of these parts a form asks one answer ("SDQ", "Contact"): their names alone are rather labels left blank.
_ONE_ANSWER = frozenset({"care", "care_plan", "contact", "sdq", "premium", "sign_off"})
Labelled = tuple[int, tuple[int, ...]]
"""A label's block and those of its answer, none for a blank one."""


@once
def find_labelled(document: Document) -> dict[int, tuple[int, ...]]:
    """The blocks of each answer by the block of the label above it."""
    return {**_captions(document), **_numbered_lines(document), **_labels(document), **_numbered_questions(document)}


def _captions(document: Document) -> dict[int, tuple[int, ...]]:
    """Short plain lines that stand each above a frame, where a form puts many of its answers so."""
    found: dict[int, list[int]] = {}
    caption: int | None = None
    for index, block in enumerate(document.blocks):
        if not block.kind.is_body or block.end == block.start:
            continue
        if index in _framed(document):
            if caption is not None:
                found.setdefault(caption, []).append(index)
            continue
        short = len(document.text_of(block).split()) <= LABEL_WORDS
        caption = index if block.kind is BlockKind.PARAGRAPH and not block.bold and short else None
    if len(found) < _MANY:
        return {}
    return {**_settled(found), **{caption: () for caption in _above_blanks(document) if caption not in found}}


def _above_blanks(document: Document) -> Iterator[int]:
    """The captions whose frames were left blank: an empty frame has no words, and only the count of tables shows it.

    Where more lines than frames stand between two tables, those that tell something of themselves are no captions.
    """
    lines: list[int] = []
    reached = -1
    for index, block in enumerate(document.blocks):
        if not block.kind.is_body:
            continue
        if block.place.table is None:
            lines.append(index)
            continue
        if block.parent_table is None and block.place.table > reached:
            blank = [size for size in document.table_sizes[reached + 1 : block.place.table] if size == (1, 1)]
            asking = [at for at in lines if _may_be_caption(document, at)]
            yield from asking[: len(blank)]
            reached, lines = block.place.table, []


def _may_be_caption(document: Document, index: int) -> bool:
    block, text = document.blocks[index], document.text_of(document.blocks[index]).strip()
    plain = block.kind is BlockKind.PARAGRAPH and not block.bold and 0 < len(text.split()) <= LABEL_WORDS
    return plain and text[-1] not in ".;,!" and not _DIGITS.search(text)


def _numbered_lines(document: Document) -> dict[int, tuple[int, ...]]:
    """Plain numbered lines ("4.17 Last review") with their answers below, on a form that numbers all that it asks: few
    of them would head a part."""
    found: dict[int, list[int]] = {}
    asked: int | None = None
    for index, block in enumerate(document.blocks):
        if not block.kind.is_body or block.end == block.start:
            continue
        text = document.text_of(block).strip()
        if block.kind is not BlockKind.PARAGRAPH or block.bold:
            asked = None
        elif _SUB_NUMBER.match(text) and len(text.split()) <= LABEL_WORDS and text[-1] not in ".;,!":
            found[index], asked = [], index
        elif asked is not None:
            found[asked].append(index)
    named = [headings().match(words(_SUB_NUMBER.sub("", document.text_of(document.blocks[index])))) for index in found]
    parts = sum(match is not None and match.strength >= STRONG for match in named)
    return _settled(found) if len(found) >= _MANY and parts * 2 <= len(found) else {}


def _numbered_questions(document: Document) -> dict[int, tuple[int, ...]]:
    """Bold numbered lines ("A7. Health") each with one answer below, all over a form whose parts have headings by
    style: what is numbered there is asked, and only what has more below it is a part ("M2. Notes")."""
    if not _has_headings(document):
        return {}
    found: dict[int, list[int]] = {}
    asked: int | None = None
    for index, block in enumerate(document.blocks):
        if not block.kind.is_body or block.end == block.start:
            continue
        if block.kind is BlockKind.CELL and asked is not None:
            found[asked].append(index)  # a table stands below: a part
        elif block.kind is BlockKind.HEADING or block.bold:
            text = document.text_of(block).strip()
            if asked is not None and not found[asked] and block.kind is BlockKind.PARAGRAPH and not _ITEM.match(text):
                del found[asked]  # the labels below it have no number: a part
            asked = index if block.kind is BlockKind.PARAGRAPH and _ITEM.match(text) else None
            if asked is not None:
                found[asked] = []
        elif asked is not None:
            found[asked].append(index)
    single = {at: tuple(below) for at, below in found.items() if _is_single(document, below)}
    if len(found) < 2 * _MANY or len(single) < _MOSTLY * len(found):
        return {}
    return {at: answer for at, answer in single.items() if not _follows_part(document, at, single)}


def _follows_part(document: Document, index: int, single: dict[int, tuple[int, ...]]) -> bool:
    """Whether a numbered line heads a part before this one, with no heading by style between them: then this one ends
    that part."""
    for at in range(index - 1, -1, -1):
        block = document.blocks[at]
        if block.kind is BlockKind.HEADING:
            return False
        numbered = block.kind is BlockKind.PARAGRAPH and block.bold and _ITEM.match(document.text_of(block).strip())
        if numbered and at not in single:
            return True
    return False


def _is_single(document: Document, answer: list[int]) -> bool:
    lists = all(document.blocks[index].kind is BlockKind.LIST_ITEM for index in answer)
    return (len(answer) <= 1 or lists) and all(document.blocks[index].kind is not BlockKind.CELL for index in answer)


def _settled(found: dict[int, list[int]]) -> dict[int, tuple[int, ...]]:
    return {label: tuple(answer) for label, answer in found.items()}


def _labels(document: Document) -> dict[int, tuple[int, ...]]:
    """Bold or known lines in runs, each with its answer below."""
    styled = _has_headings(document)
    runs = [run for run in _runs(document) if run and (styled or not _are_parts(document, run))]
    if styled:
        heads = _heads_of_labels(document, runs)
        runs = [[item for item in run if item[0] not in heads] for run in runs]
    if styled and sum(bool(answer) for run in runs for _, answer in run) >= _MANY:
        return dict(item for run in runs for item in run)
    amid = [item for run in runs if styled and _are_among_run_in(document, run) for item in run]
    sure = [run for run in runs if _is_sure(document, run, _FEWEST)]
    if not sure:
        return dict(amid)
    few = [item for run in runs if run not in sure for item in run if _strength(document, item[0]) >= STRONG]
    return dict([*(item for run in sure for item in run), *few, *amid])


def _are_among_run_in(document: Document, run: list[Labelled]) -> bool:
    """Whether these lines stand between labels with their answers on the same line, as most of the form's do: left
    blank, or answered below since the answer is long. Where colons end the labels, a line without one heads a part."""
    inline, body = find_run_in(document), _body(document)
    first, last = body.index(run[0][0]), body.index([run[-1][0], *run[-1][1]][-1])
    beside = [*body[max(first - 1, 0) : first], *body[last + 1 : last + 2]]
    return (
        len(inline) >= _MANY
        and not _end_in_colons(document)
        and any(index in inline for index in beside)
        and not any(len(answer) != 1 and _rather_heads(document, label) for label, answer in run)
    )


@once
def _end_in_colons(document: Document) -> bool:
    opened = [(document.text_of(document.blocks[at]), found[0].end) for at, found in find_run_in(document).items()]
    return sum(text[end:].lstrip().startswith(":") for text, end in opened) * 2 > len(opened)


def _heads_of_labels(document: Document, runs: list[list[Labelled]]) -> frozenset[int]:
    """The lines without an answer, right above an answered label, that rather head a part of the form than were left
    blank: better known as headings than as labels, as well known of a part that holds more than one answer, or counted
    ("Target 1", "Target 2") where no label is."""
    told = Counter(_told(document, at) for run in runs for at, _ in run)
    above = [(before, item) for run in runs for before, item, after in _amid(run) if after[1]]
    bare = {item[0]: before for before, item in above if not item[1] and told[_told(document, item[0])] == 1}
    counted = Counter(_COUNTED.sub("", _told(document, at)) for at in bare)
    return frozenset(
        at
        for at, before in bare.items()
        if counted[_COUNTED.sub("", _told(document, at))] > 1
        or ((before is None or before[1] or told[_told(document, before[0])] > 1) and _rather_heads(document, at))
    )


def _amid(run: list[Labelled]) -> Iterator[tuple[Labelled | None, Labelled, Labelled]]:
    """Each label but the last with the one before it, if any, and the one after it."""
    return zip([None, *run], run, run[1:], strict=False)


def _told(document: Document, index: int) -> str:
    return document.text_of(document.blocks[index]).strip().lower()


def _rather_heads(document: Document, index: int) -> bool:
    heading = headings().match(words(document.text_of(document.blocks[index])))
    strength = _strength(document, index)
    if heading is None or heading.strength < max(strength, STRONG):
        return False
    label = labels().match(words(document.text_of(document.blocks[index])))
    section = field_data().fields[label.kind].section if label is not None else None
    return heading.strength > strength or (heading.kind not in _ONE_ANSWER and section in (None, heading.kind))


@once
def _has_headings(document: Document) -> bool:
    return sum(block.kind is BlockKind.HEADING for block in document.blocks) >= _STYLED


def _is_sure(document: Document, run: list[Labelled], fewest: int) -> bool:
    known = [label for label, _ in run if _strength(document, label) >= FAIR]
    return sum(bool(answer) for _, answer in run) >= fewest and len(known) >= _KNOWN * len(run)


def _are_parts(document: Document, run: list[Labelled]) -> bool:
    """Whether these lines rather head the parts of a form: they are as well known as headings, of one part each."""
    found = [headings().match(words(document.text_of(document.blocks[label]))) for label, _ in run]
    kinds = [match.kind for match in found if match is not None and match.strength >= FAIR]
    return len(set(kinds)) * 2 > len(run)


@once
def _body(document: Document) -> list[int]:
    """The blocks with words, those at the edges of pages left out."""
    return [index for index, block in enumerate(document.blocks) if block.end > block.start and block.kind.is_body]


def _runs(document: Document) -> Iterator[list[Labelled]]:
    """Stretches of labels, each with one paragraph or one list below it."""
    body = _body(document)
    run: list[Labelled] = []
    at = 0
    while at < len(body):
        if not _may_label(document, body[at]):
            yield run
            run, at = [], at + 1
            continue
        end = at + 1
        while end < len(body) and _answers(document, body[at], body[end]):
            end += 1
        bare = end == at + 1 or not _has_headings(document)
        table = end < len(body) and document.blocks[body[end]].kind is BlockKind.CELL
        short = len(document.text_of(document.blocks[body[at]]).split()) <= _TITLE
        titles = table and short and _strength(document, body[at]) < FAIR and _opens_columns(document, body[end])
        if bare and table and (titles or _is_part(document, body[at])):
            yield run
            run = []
        elif end - at > 2 and not _is_one_answer(document, body[at + 1 : end]):
            yield run  # more than one paragraph: a part of the form, not an answer
            run = []
        elif end == at + 1 and not document.blocks[body[at]].bold:
            yield run
            run = []
        else:
            run.append((body[at], tuple(body[at + 1 : end])))
        at = end
    yield run


def _opens_columns(document: Document, index: int) -> bool:
    """Whether a table with a bold name over each of its columns begins with this cell."""
    table = next(table for table in document.tables if table.index == document.blocks[index].place.table)
    top = [document.blocks[at] for (row, _), cell in table.cells.items() if row == 0 for at in cell]
    return table.rows > 1 and len(top) > 1 and all(block.bold for block in top)


def _may_label(document: Document, index: int) -> bool:
    """A short line, bold or known, that is rather a label than the heading of a part."""
    block = document.blocks[index]
    if block.kind is not BlockKind.PARAGRAPH or index in find_run_in(document):
        return False
    text = document.text_of(block).strip()
    if not text or len(text.split()) > LABEL_WORDS or text[-1] in ".;,!" or _NUMBERED.match(text):
        return False
    if ":" in text[:-1] and not (block.bold and index + 1 in _framed(document) and asks_on(text)):
        return False
    heading = headings().match(words(text))
    strength = _strength(document, index)
    if heading is not None and heading.strength >= max(strength, FAIR):
        if block.bold and _has_headings(document):  # then its parts are headed otherwise; only a long text may be one
            framed = index + 1 in _framed(document) and _asks_above_frames(document)
            return framed or heading.strength < STRONG or not _is_told_at_length(document, index)
        return heading.strength == strength and _counts_for_itself(text)
    return block.bold or strength >= EXACT


@once
def _asks_above_frames(document: Document) -> bool:
    """Whether a form puts many a bold label above the frame of its answer: then one that sounds like a part of the form
    ("Provision") asks there too, however long it is told."""
    above = [at for at, block in enumerate(document.blocks) if block.bold and at + 1 in _framed(document)]
    asked = [at for at in above if document.blocks[at].kind is BlockKind.PARAGRAPH and at not in _framed(document)]
    known = [at for at in asked if _strength(document, at) >= FAIR]
    return len(asked) >= 2 * _MANY and len(known) * 3 >= len(asked)


def _answers(document: Document, label: int, index: int) -> bool:
    block = document.blocks[index]
    if block.bold or index in find_run_in(document):
        return False
    if block.kind is BlockKind.CELL:
        return document.blocks[label].bold and index in _framed(document) and label not in _framed(document)
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or index - 1 in _framed(document):
        return False
    return document.blocks[label].bold or not _may_label(document, index)


def _is_told_at_length(document: Document, index: int) -> bool:
    below = document.blocks[index + 1 : index + 2]
    return any(len(document.text_of(block).split()) > _LONG for block in below)


def _counts_for_itself(text: str) -> bool:
    """Whether the label's answer counts for a part of the form wherever it stands."""
    found = labels().match(words(text))
    return found is not None and field_data().fields[found.kind].section is not None


def _is_part(document: Document, index: int) -> bool:
    found = headings().match(words(document.text_of(document.blocks[index])))
    return found is not None and found.strength >= FAIR


def _is_one_answer(document: Document, answer: list[int]) -> bool:
    """Whether these blocks are one list, or stand in one frame."""
    blocks = [document.blocks[index] for index in answer]
    return all(block.kind is BlockKind.LIST_ITEM for block in blocks) or (
        len({block.place.table for block in blocks}) == 1 and answer[0] in _framed(document)
    )


@once
def _framed(document: Document) -> frozenset[int]:
    """The blocks that stand in a frame: a table of one cell, or of one row of options to tick, none of it in bold."""
    framed: set[int] = set()
    for table in document.tables:
        inside = [at for cell in table.cells.values() for at in cell]
        alone = table.columns == 1 or all(is_option(document.text_of(document.blocks[at])) for at in inside)
        if table.rows == 1 and alone and not any(document.blocks[at].bold for at in inside):
            framed.update(inside)
    return frozenset(framed)


def is_option(text: str) -> bool:
    """Whether a box to tick stands before these words."""
    return text.lstrip()[:1] in (*field_data().ticked, *field_data().unticked)


def _strength(document: Document, index: int) -> int:
    found = labels().match(words(document.text_of(document.blocks[index])))
    return found.strength if found is not None else 0
