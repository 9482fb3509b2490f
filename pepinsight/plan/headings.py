"""Find the headings of a form, however they look, and tell what each opens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from pepinsight.documents import Block, BlockKind, Document
from pepinsight.once import once
from pepinsight.plan.forms import field_data, labels, roles
from pepinsight.plan.labelled_lines import find_labelled, is_option
from pepinsight.plan.lexicon import EXACT, FAIR, STRONG, abbreviations, words
from pepinsight.plan.margins import margin_titles
from pepinsight.plan.pairs import tabbed, table_rows, trimmed
from pepinsight.plan.plan import SectionKind, Span
from pepinsight.plan.register_words import TITLE, find_name
from pepinsight.plan.run_in import find_run_in
from pepinsight.plan.stacked import find_boxes
from pepinsight.plan.title_words import NOTE, PART, bare_title, classify
from pepinsight.plan.wide_labels import find_wide

_MOST_WORDS = 16
_STYLED = 3  # headings by style, from which on a document is taken to head its parts so
_ANSWER_WORDS = 20  # in the answer to a label such as a name, a school or a date
_SHORT = 8  # words of a line above a table that is its title
_SURELY_NAMED = re.compile(rf"{TITLE}|[A-Z]\.?\s+[A-Z]")
_CHEER = 4  # words of a title that ends with an exclamation mark
_NAME_WORDS = 2  # of a person's name, to be told from a heading's words
_SENTENCE = 4  # words that a line below a heading has at least
_COUNT = re.compile(r"\s*\d+ [a-z]")  # "25 minutes in the pool"
_TOP = re.compile(
    rf"^\s*(?:{PART}(?!\s*\.\d)|\d{{1,2}}[.)]\s+(?!\d)|\d{{1,2}}\s+(?-i:[^\Wa-z\d])|[A-Z][.)]\s)", re.IGNORECASE
)
_PARTS = re.compile(rf"^\s*{PART}(?!\s*\.\d)", re.IGNORECASE)
_SUB = re.compile(r"^\s*(?:[A-Z]\d{1,2}\b|\d{1,2}\.\d|\d{1,2}\s?\(?[a-z]\)?\b)")


_LINES = (BlockKind.PARAGRAPH, BlockKind.CELL)  # a PDF frames some rows of a front page and not others


@dataclass(frozen=True, slots=True)
class Heading:
    """A block taken as a heading. ``kind`` is None when its words are unknown; ``strength`` is that of its words."""

    block: int
    title: Span
    level: int
    kind: SectionKind | None
    strength: int


def find_headings(document: Document, names: tuple[str, ...] = ()) -> tuple[Heading, ...]:
    """The headings in reading order, whatever they look like: styled, banner rows, bold, capitals, or short lines."""
    banners = _banners(document)
    asked = find_labelled(document)
    labelled = {label for label, answer in asked.items() if not _heads_options(document, answer)}
    labelled |= find_run_in(document).keys() | {index for answer in asked.values() for index in answer}
    found: list[Heading] = []
    for index, block in enumerate(document.blocks):
        if index in labelled:
            continue
        heading = _as_heading(document, index, block, banners, names)
        if heading is not None:
            found.append(heading)
    return tuple(_levelled(document, found))


def _heads_options(document: Document, answer: tuple[int, ...]) -> bool:
    """True for a caption over a row of options to tick ("Special educational needs"): it may head what follows too."""
    return bool(answer) and all(is_option(document.text_of(document.blocks[index])) for index in answer)


def _levelled(document: Document, found: list[Heading]) -> Iterator[Heading]:
    """Levels made comparable: a file's styled headings tell their own, all others are read from numbers and capitals.

    Unstyled lines stand below the styled ones, unless they are the form's main parts (most are of a known kind) while
    no styled heading is numbered.
    """
    styled = [item for item in found if document.blocks[item.block].kind is BlockKind.HEADING]
    main = [item for item in found if document.blocks[item.block].kind is not BlockKind.HEADING and item.level == 1]
    numbered = any(_TOP.match(document.text_of(document.blocks[item.block])) for item in styled)
    known = sum(1 for item in main if item.strength >= FAIR)
    top = not styled or (not numbered and known * 2 >= len(main))
    capitals = [item for item in found if item not in styled and _is_in_capitals(document, item)]
    if len(capitals) * 2 > len(found):  # then short ones ("SEN", "CAREERS") are main parts too
        found = [replace(item, level=1) if item in capitals else item for item in found]
    first, level = _level_of_parts(document, styled)
    for item in found:
        text = document.text_of(document.blocks[item.block])
        if item.block > first and item.level < level and not _PARTS.match(text):
            yield replace(item, level=level + 1)
        elif document.blocks[item.block].kind is BlockKind.HEADING or (top and item.level == 1) or not styled:
            yield item
        else:
            yield replace(item, level=item.level + 2)


def _level_of_parts(document: Document, styled: list[Heading]) -> tuple[int, int]:
    """Where the headings begin that number a form's parts in words ("Page 2. In class"), and their level: no heading in
    larger letters between them ("What is hard?") stands above them. Twice 0 where a form does not number so."""
    parts = [item for item in styled if _PARTS.match(document.text_of(document.blocks[item.block]))]
    alike = len({item.level for item in parts}) == 1
    return (parts[0].block, parts[0].level) if len(parts) >= _STYLED and alike else (0, 0)


def _is_in_capitals(document: Document, item: Heading) -> bool:
    text = document.text[item.title.start : item.title.end]
    return text.isupper() and not _SUB.match(text)


def _banners(document: Document) -> frozenset[int]:
    """Cell blocks that fill the whole width of their table by themselves, labels above their answers left out."""
    boxed = {
        index for table in document.tables for box in find_boxes(document, table) for index in (*box.label, *box.answer)
    }
    return frozenset(
        cells[0][0]
        for table in document.tables
        for cells in table_rows(document, table)
        if len(cells) == 1 and len(cells[0]) == 1 and cells[0][0] not in boxed
    ).difference(*_wide(document))


def _wide(document: Document) -> Iterator[tuple[int, ...]]:
    """Labels as wide as their table that name no part of a form by themselves, and the answers below those and below
    bold titles, where the parts have headings by style."""
    if not _is_styled(document):
        return
    for table in document.tables:
        for label, answer in find_wide(document, table, frozenset()).items():
            yield answer
            text = document.text_of(document.blocks[label[0]])
            known = classify(text)[1] >= STRONG and labels().match(words(text)) is None
            if not (known or _TOP.match(text) or _SUB.match(text)):
                yield label
        for above, below in pairwise(table_rows(document, table)):
            if len(above) == len(below) == 1 and above[0] and below[0]:
                title, told = (document.blocks[row[0][0]] for row in (above, below))
                if title.bold and not told.bold and not told.shaded:
                    yield below[0]


@once
def _is_styled(document: Document) -> bool:
    return sum(block.kind is BlockKind.HEADING for block in document.blocks) >= _STYLED


@once
def _asked_within(document: Document) -> frozenset[int]:
    """The questions that fill a row above a row of their answer, where the rows that head the parts ask nothing: "What
    is being done?" belongs to the part in which it stands."""
    rows = [(table, cells) for table in document.tables for cells in table_rows(document, table)]
    single = [cells[0][0] if len(cells) == 1 and len(cells[0]) == 1 else None for _, cells in rows]
    bold = {at for at in single if at is not None and document.blocks[at].bold}
    told = {at: NOTE.sub("", document.text_of(document.blocks[at])).strip() for at in bold}
    asked = {at for at in bold if told[at].endswith("?")}
    heads = [at for at in bold - asked if classify(told[at])[1] >= STRONG]
    questions = [at for at in asked if classify(told[at])[1] >= STRONG]
    if len(heads) < max(_STYLED, 2 * len(questions)):
        return frozenset()
    tables = [table.index for table, _ in rows]
    follows = zip(single, single[1:], tables, tables[1:], strict=False)
    answered = {at for at, below, one, other in follows if one == other and below is not None and below not in bold}
    return frozenset(asked & answered)


def _as_heading(
    document: Document, index: int, block: Block, banners: frozenset[int], names: tuple[str, ...]
) -> Heading | None:
    text = document.text_of(block).strip()
    if not text or not block.kind.is_body or "\n" in text:
        return None
    if index in margin_titles(document):
        level = 1 if block.bold else 2
        return Heading(index, trimmed(document, Span(block.start, block.end)), level, *classify(text, names))
    if block.kind is BlockKind.CELL and (index not in banners or block.cell_part or text.endswith(":")):
        return None
    title = trimmed(document, Span(block.start, block.end))
    if block.kind is BlockKind.HEADING:
        kind, strength = classify(text, names)
        return Heading(index, title, max(block.level, 1), kind, strength)
    sub = _SUB.match(text) is not None
    top = not sub and _TOP.match(text) is not None
    if block.kind is BlockKind.LIST_ITEM and not (block.bold and (top or sub)):
        return None
    most = _MOST_WORDS * 2 if (top or sub) and block.bold else _MOST_WORDS
    ended = text[-1] in ".;," and not _is_shortened(text)
    ended = ended or (text[-1] == "!" and not (block.bold and (top or sub or _cheers(block, text))))
    if len(text.split()) > most or ended or any(box in text for box in _boxes()):
        return None
    if _COUNT.match(text) and not block.bold:
        return None
    if tabbed(bare_title(text)) or (not _is_loud(text) and _is_person(text, names)):
        return None
    loud = _is_loud(text)
    if not (top or sub) and _is_answered_label(text, names) and (not loud or classify(text, names)[1] < FAIR):
        return None
    level = 1 if top or (loud and not sub) else 2
    if block.kind is BlockKind.CELL:
        kind, strength = classify(text, names)
        if index in _asked_within(document):
            if strength < STRONG:
                return None
            level += bool(block.place.row)  # "What is going well?" in the child's part is the child's
        few = len(text.split()) <= _SHORT
        told = block.bold and strength < FAIR and not few and _is_below_heading(document, index)
        shown = (block.bold and not told) or loud or top or sub or strength >= STRONG or (strength >= FAIR and few)
        return Heading(index, title, level, kind, strength) if shown else None
    if ":" in text[:-1] and not (top or sub or loud or block.bold):
        return None
    kind, strength = classify(text, names)
    opens_text = block.bold and strength < FAIR and _is_told_at_length(document, index)
    if _is_label(text, strength, names) and not (opens_text and text.endswith("?")):
        return None
    if not (top or sub or loud) and _is_amid_labels(document, index, names):
        return None
    opens = opens_text or strength >= FAIR or (block.bold and _opens(document, index, names))
    if loud or (block.bold and (top or sub or opens)):
        return Heading(index, title, level, kind, strength)
    few = len(bare_title(text).split()) <= (_SHORT + 4 if top or sub else _SHORT)
    plain = strength >= EXACT or (few and strength >= STRONG) or (few and strength >= FAIR and (top or sub))
    if strength >= FAIR and _heads_table(document, index):
        plain = True
    if not plain or not bare_title(text)[:1].isupper() or text.endswith("?"):
        return None
    if ((top or sub) and strength >= STRONG) or _has_content_below(document, index, names):
        return Heading(index, title, level, kind, strength)
    return None


def _cheers(block: Block, text: str) -> bool:
    """True for "Well done!" in a row of its own: a title, and no sentence."""
    return block.kind is BlockKind.CELL and len(text.split()) <= _CHEER


def _is_below_heading(document: Document, index: int) -> bool:
    """True for a table's first row right below a heading by style: a long one in bold is the first of its lines."""
    return index > 0 and document.blocks[index - 1].kind is BlockKind.HEADING


def _is_shortened(text: str) -> bool:
    """True for "4.2 Attend.": the full stop belongs to an abbreviation, and ends no sentence."""
    last = text.split()[-1].strip("(/).").lower().rpartition("/")[2]
    return text.endswith(".") and last in abbreviations() and len(text.split()) <= _SHORT


def _is_person(text: str, names: tuple[str, ...]) -> bool:
    """True for a line of a register: "M Oates - FC (apologies)", "2. Ann Keld, Social Worker"."""
    bare = bare_title(text)
    named = find_name(bare)
    if named is None or named[1] or len(named[0].split()) < _NAME_WORDS or classify(named[0], names)[0] is not None:
        return False
    rest = bare[named[2] :].lstrip()
    sure = _SURELY_NAMED.match(bare) is not None or rest[:1] == ","  # "School Information (DT)" is a heading
    return sure and rest[:1] in tuple(",(/-–—") and roles().match(words(rest, names, pronouns=False)) is not None


def _boxes() -> str:
    return field_data().ticked + field_data().unticked


def _is_loud(text: str) -> bool:
    """All in capitals, and more than an abbreviation."""
    letters = [char for char in text if char.isalpha()]
    return (len(letters) >= 6 and all(char.isupper() for char in letters) and len(text.split()) >= 2) or (
        len(letters) >= 8 and all(char.isupper() for char in letters)
    )


def _is_amid_labels(document: Document, index: int, names: tuple[str, ...]) -> bool:
    """True for a bold line, known as a label, in a run of bold labels each with its answer below: "Setting" there asks
    for the school, though elsewhere it heads a part. Only where the parts have headings by style; else bold lines are
    their headings."""
    return (
        _is_styled(document)
        and _is_bold_label(document, index, names)
        and _is_bold_label(document, index - 2, names)
        and all(_is_answer(document, other) for other in (index - 1, index + 1))
    )


def _is_bold_label(document: Document, index: int, names: tuple[str, ...]) -> bool:
    if index < 0 or document.blocks[index].kind not in _LINES or not document.blocks[index].bold:
        return False
    found = labels().match(words(document.text_of(document.blocks[index]), names))
    return found is not None and found.strength >= EXACT


def _is_answer(document: Document, index: int) -> bool:
    if not 0 <= index < len(document.blocks):
        return False
    block = document.blocks[index]
    short = len(document.text_of(block).split()) <= _ANSWER_WORDS
    return block.kind in _LINES and not block.bold and short


def _is_label(text: str, strength: int, names: tuple[str, ...]) -> bool:
    """True when the line is rather a field's label than a heading."""
    if not text.endswith((":", "?")):
        return False
    label = labels().match(words(text, names))
    return text.endswith(":") or (label is not None and label.strength >= strength) or strength < STRONG


def _is_told_at_length(document: Document, index: int) -> bool:
    """True when a paragraph of some length stands right below: what a question opens, rather than its answer."""
    at = _next_body(document, index)
    return at is not None and len(document.text_of(document.blocks[at]).split()) > _ANSWER_WORDS


def _is_answered_label(text: str, names: tuple[str, ...]) -> bool:
    """True for "Section last updated: 14/05/2025": a known label with its answer behind it."""
    label, colon, answer = text.partition(":")
    if not colon or not answer.strip():
        return False
    known = labels().match(words(label, names))
    return known is not None and known.strength >= STRONG and classify(label, names)[1] < EXACT


def _opens(document: Document, index: int, names: tuple[str, ...]) -> bool:
    """True when a bold line of unknown words heads a table, a list or labelled lines, and is no label itself."""
    if labels().match(words(document.text_of(document.blocks[index]), names)) is not None:
        return False
    at = _next_body(document, index)
    if at is None:
        return False
    below = document.blocks[at]
    return below.kind in (BlockKind.CELL, BlockKind.LIST_ITEM) or bool(
        re.match(r"[^.:]{2,60}:\s", document.text_of(below))
    )


def _heads_table(document: Document, index: int) -> bool:
    """True for a few words right above a table ("Targets from 22 January 2026")."""
    block = document.blocks[index]
    at = _next_body(document, index)
    if block.kind is not BlockKind.PARAGRAPH or at is None or document.blocks[at].kind is not BlockKind.CELL:
        return False
    return len(document.text_of(block).split()) <= _SHORT


def _has_content_below(document: Document, index: int, names: tuple[str, ...], deeper: bool = True) -> bool:
    """True when a table, a list, a labelled line, a sentence, or a heading with such content follows; not when the
    next is just another short line."""
    at = _next_body(document, index)
    if at is None or document.blocks[at].kind is not BlockKind.PARAGRAPH:
        return at is not None
    text = document.text_of(document.blocks[at]).strip()
    count = len(text.split())
    if count >= _SENTENCE and (text[-1] in ".!?:" or count >= 2 * _SENTENCE):
        return True
    if text.startswith(("-", "•", "·")) or (
        ":" in text and labels().match(words(text.split(":")[0], names)) is not None
    ):
        return True
    return deeper and classify(text, names)[1] >= STRONG and _has_content_below(document, at, names, deeper=False)


def _next_body(document: Document, index: int) -> int | None:
    """The index of the next block with words in the main text."""
    for at in range(index + 1, len(document.blocks)):
        block = document.blocks[at]
        if block.kind.is_body and document.text_of(block).strip():
            return at
    return None
