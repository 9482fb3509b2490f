"""How much a passage says: concrete facts, not length. Praise and padding add words but no facts.

A fact is something that can be checked: a number, date, time, sum, share, frequency, or somebody or something named.
The seeds' "in detail", "in some detail" and "limited" (seed 000, lines 46 to 68) are measured by it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from pepinsight.documents import Document, Table
from pepinsight.evidence.cues import cues
from pepinsight.evidence.hollow import is_hollow
from pepinsight.evidence.known import known
from pepinsight.evidence.reading import Reading, once
from pepinsight.plan import SectionKind, Span
from pepinsight.plan.forms import field_data
from pepinsight.plan.number_words import spelt
from pepinsight.plan.pairs import is_unanswered

_NUMBER = re.compile(rf"£?\d[\d,.:/]*(?:st|nd|rd|th)?%?|\b(?:{spelt()}|twice|daily|weekly)\b", re.I)
_SMALL_WORD = re.compile(r"(?<![\w’'-])[a-z][a-z’'-]+(?![\w’'-])")
_NAME = re.compile(r"(?<![.!?:] )(?<![\"“‘'(\n])(?<!^)\b[A-Z][\w’'-]*[a-z]\w*(?:\s+[A-Z][\w’'-]+)*|\b[A-Z]{2,}\b")


@dataclass(frozen=True, slots=True)
class Detail:
    """What a set of passages says: its words, distinct facts, statements (sentences, cells or bullets with words in
    them), how many of those hold a fact, and the words of these."""

    words: int
    facts: int
    statements: int
    concrete: int
    told: int
    spans: tuple[Span, ...]


@once
def facts_in(reading: Reading, text: str) -> frozenset[str]:
    """The distinct checkable tokens of ``text``, lower-cased.

    The child's own name is no fact, nor is a capital letter on a word that the document also writes small.
    """
    numbers = {match.group().rstrip(".,:/").lower() for match in _NUMBER.finditer(text)}
    names = {match.group().lower() for match in _NAME.finditer(text)}
    return frozenset(fact for fact in numbers | (names - _no_names(reading)) if fact)


@once
def _no_names(reading: Reading) -> frozenset[str]:
    """Words that name nothing new: the child's names, and ordinary words that somebody began with a capital."""
    small = set(_SMALL_WORD.findall(reading.plan.document.text))
    child = {name.lower() for name in known(reading.doc).child}
    child |= {part for name in child for part in name.split()}
    return frozenset(small | child | {f"{name}{mark}s" for name in child for mark in "'’"})


def detail_of(reading: Reading, spans: Iterable[Span]) -> Detail:
    """Measure the passages at ``spans``; a passage that stands word for word earlier among them adds nothing."""
    text = reading.plan.document.text
    seen: set[str] = set()
    facts: set[str] = set()
    words = statements = told = 0
    concrete: list[Span] = []
    vague = cues("detail")["vague"]
    for span in spans:
        for start, end in statement_spans(reading, span):
            said = text[start:end].strip()
            key = " ".join(said.lower().split())
            count = len(said.split())
            if not key or key in seen or count == 0:
                continue
            seen.add(key)
            words += count
            statements += 1
            here = facts_in(reading, said)
            if here and not (len(here) == 1 and vague.stands_at(reading.plan, Span(start, end))):
                concrete.append(Span(start, end))
                facts |= here
                told += count
    return Detail(words, len(facts), statements, len(concrete), told, tuple(concrete))


@once
def section_detail(reading: Reading, *kinds: SectionKind) -> Detail:
    """The detail of a section's answers: field values, cells, paragraphs and bullets, without the form's own labels."""
    return detail_of(reading, answer_spans(reading, *kinds))


@once
def answer_spans(reading: Reading, *kinds: SectionKind) -> tuple[Span, ...]:
    """The passages of these sections that somebody wrote: their spans less the labels of the form, less options that
    nobody ticked, and less what a form on a screen shows where nothing was written ("Click here to enter text")."""
    found: list[Span] = []
    known_answers = _answers_by_place(reading)
    for span in reading.plan.spans_of(*kinds):
        place = span.start, span.end
        if place not in known_answers:
            known_answers[place] = _answers(reading, *place)
        found += known_answers[place]
    return tuple(found)


@once
def _answers_by_place(reading: Reading) -> dict[tuple[int, int], tuple[Span, ...]]:
    """What is known so far: sections of many kinds are asked for, and the same stretches belong to them."""
    return {}


def _answers(reading: Reading, start: int, end: int) -> tuple[Span, ...]:
    """The answers in one stretch of the text."""
    labels, starts = _labels(reading)
    document = reading.plan.document
    left: list[Span | None] = []
    for label in labels[bisect_left(starts, start) : bisect_left(starts, end)]:
        left.append(_trimmed(document.text, start, label.start))
        start = label.end
    left.append(_trimmed(document.text, start, end))
    written = (span for span in left if span is not None and not _is_left_open(document.text[span.start : span.end]))
    bare = _titles_of_empty_tables(reading)
    return tuple(
        span
        for span in written
        if span.start not in bare and not is_unanswered(document, span, _blocks(document, span))
    )


@once
def _titles_of_empty_tables(reading: Reading) -> frozenset[int]:
    """Where the cells begin that title the columns of a table in which nobody wrote anything below them, or beside the
    names of its rows."""
    document, fields = reading.plan.document, reading.plan.fields
    asked = {item.label.start for item in fields}
    blank = {item.label.start for item in fields if item.blank}
    told = asked | {item.value.start for item in fields}
    found: set[int] = set()
    for table in document.tables:
        if min(table.rows, table.columns) < TWO:
            continue
        cells = [(row, document.blocks[at].start) for (row, _), inside in table.cells.items() for at in inside]
        top = {start for row, start in cells if row == 0}
        if len(top) >= TWO and not top & told and all(start in blank for row, start in cells if row > 0):
            found |= top
        elif _has_named_rows_alone(document, table):
            found |= {start for _, start in cells}
    return frozenset(found)


def _has_named_rows_alone(document: Document, table: Table) -> bool:
    """Whether three titles or more ("Strand | RAG | Note") head columns that are empty, but for short names below the
    first."""
    below = [(column, inside) for (row, column), inside in table.cells.items() if row > 0]
    titles = sum(row == 0 for row, _ in table.cells)
    named = all(
        column == 0 and len(document.text_of(document.blocks[at]).split()) <= ROW_NAME_WORDS
        for column, inside in below
        for at in inside
    )
    return titles > TWO and len(below) >= TWO and named


ROW_NAME_WORDS = 4
"""A longer cell in the first column may be what somebody wrote."""


TWO = 2
"""Rows and columns that a table has at least."""


def _is_left_open(text: str) -> bool:
    """True for options of the form whose boxes are all empty ("☐ Yes", "Yes ☐ No ☐")."""
    boxes = field_data()
    offered = text[:1] in boxes.unticked or (text[-1:] in boxes.unticked and len(text.split()) <= _OPTIONS)
    return offered and not any(box in text for box in boxes.ticked)


_OPTIONS = 12
"""Words of a line of options at most, their boxes included."""


def _blocks(document: Document, span: Span) -> tuple[int, ...]:
    return tuple(range(document.block_at(span.start), document.block_at(span.end - 1) + 1))


@once
def _labels(reading: Reading) -> tuple[list[Span], list[int]]:
    """The form's labels in reading order, and where each starts."""
    labels = sorted((item.label for item in reading.plan.fields), key=lambda label: label.start)
    return labels, [label.start for label in labels]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without the colon and white space that a label leaves behind; None where nothing else is left."""
    said = text[start:end].rstrip()
    end = start + len(said)
    start = end - len(said.lstrip(" \t\n:"))
    return Span(start, end) if start < end else None


@once
def statements(reading: Reading, *kinds: SectionKind) -> tuple[tuple[Span, Span], ...]:
    """Each statement in the answers of these sections, and the answer that holds it."""
    found: list[tuple[Span, Span]] = []
    known_statements = _statements_by_place(reading)
    for answer in answer_spans(reading, *kinds):
        place = answer.start, answer.end
        if place not in known_statements:
            known_statements[place] = [(Span(*pair), answer) for pair in statement_spans(reading, answer)]
        found += known_statements[place]
    return tuple(found)


@once
def _statements_by_place(reading: Reading) -> dict[tuple[int, int], list[tuple[Span, Span]]]:
    """The same of statements, by their answer's place."""
    return {}


@once
def statement_spans(reading: Reading, span: Span) -> tuple[tuple[int, int], ...]:
    """Offsets of the sentences within ``span``, less those that say nothing of this child."""
    return tuple(pair for pair in _sentences(reading, span) if not is_hollow(reading, *pair))


def _sentences(reading: Reading, span: Span) -> Iterable[tuple[int, int]]:
    """The span cut where sentences start within it; none without a word in it."""
    starts, ends, sentences = _offsets(reading)
    first = bisect_right(ends, span.start)
    if first == len(starts) or starts[first] >= span.end:
        return []
    within = sentences[bisect_right(sentences, starts[first]) : bisect_left(sentences, span.end)]
    return pairwise((span.start, *within, span.end))


@once
def _offsets(reading: Reading) -> tuple[list[int], list[int], list[int]]:
    """Where tokens start and end, and where sentences start."""
    starts, lengths, marks = reading.doc.to_array(["IDX", "LENGTH", "SENT_START"]).T.astype("int64")
    return starts.tolist(), (starts + lengths).tolist(), starts[marks == 1].tolist()
