"""Which stretch of the document is about what: headings found by style and words, each given a section kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pepinsight.documents import Block, BlockKind, Document
from pepinsight.plan.forms import completers, field_data, form_titles, headings, labels, section_data
from pepinsight.plan.lexicon import EXACT, FAIR, STRONG, WEAK, Match, words
from pepinsight.plan.pairs import Pair, header_kind, table_rows, text_of, trimmed
from pepinsight.plan.plan import Section, SectionKind, Span
from pepinsight.plan.written_dates import dates_in

_MOST_WORDS = 16
_SHORT = 8  # words of a line above a table that is its title
_SENTENCE = 4  # words that a line below a heading has at least
_SAME_PLAN = timedelta(days=28)  # a plan's targets may be dated some weeks before its meeting, not a term
_WHICH = r"(?:[A-Z]|\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_PART = rf"(?:section|part|page|tab|step|chapter|appendix|form)\s+{_WHICH}(?:\.\d+)*[a-z]?(?![\w'’])"
_NUMBER = re.compile(
    rf"^\s*(?:{_PART}|\(?[A-Z]?\d{{1,2}}(?:\.\d{{1,2}})*\.?\)?[a-z]?(?=[\s.:)\-–—])|[A-Za-z](?=[.)]\s)|[ivx]{{1,4}}(?=[.)]\s))"
    r"[\s.:)\-–—]*",
    re.IGNORECASE,
)
_TOP = re.compile(rf"^\s*(?:{_PART}(?!\s*\.\d)|\d{{1,2}}[.)]?\s+(?!\d)|[A-Z][.)]\s)", re.IGNORECASE)
_SUB = re.compile(r"^\s*(?:[A-Z]\d{1,2}\b|\d{1,2}\.\d|\d{1,2}\s?\(?[a-z]\)?\b)")
_PIECE = re.compile(r"\s+[-–—|]+\s+|:\s+|\s*[()]\s*|,\s+")
_NOTE = re.compile(r"\([^)]*\)|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A block taken as a heading. ``kind`` is None when its words are unknown; ``strength`` is that of its words."""

    block: int
    title: Span
    level: int
    kind: SectionKind | None
    strength: int


def bare_title(text: str) -> str:
    """A heading without its number ("C3", "Part Two:", "TAB 3")."""
    return _NUMBER.sub("", text, count=1) or text


def classify(text: str, names: tuple[str, ...] = ()) -> tuple[SectionKind | None, int]:
    """The kind of section that a heading opens, and how sure its words are (0 to EXACT)."""
    bare = bare_title(text)
    lexicon = headings()
    plain = _NOTE.sub(" ", bare)
    if not words(plain, names):
        plain = bare  # "Section 4 (progress)": all that is told stands in brackets
    best = lexicon.match(words(plain, names))
    if best is None or best.strength < STRONG:
        for piece in _PIECE.split(plain):
            plain_piece = words(piece, names)
            found = lexicon.match(plain_piece) if plain_piece != "child" else None
            if found is not None and (best is None or found.strength > best.strength):
                best = found
    if best is not None and best.strength >= FAIR:
        return SectionKind(best.kind), best.strength
    who = completers().match(words(bare, names))
    if who is not None:
        return SectionKind(who.kind), WEAK
    return (SectionKind(best.kind), best.strength) if best is not None else (None, 0)


def find_headings(document: Document, names: tuple[str, ...] = ()) -> tuple[Heading, ...]:
    """The headings in reading order, whatever they look like: styled, banner rows, bold, capitals, or short lines."""
    banners = _banners(document)
    found: list[Heading] = []
    for index, block in enumerate(document.blocks):
        heading = _as_heading(document, index, block, banners, names)
        if heading is not None:
            found.append(heading)
    return tuple(_levelled(document, found))


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
    for item in found:
        if document.blocks[item.block].kind is BlockKind.HEADING or (top and item.level == 1) or not styled:
            yield item
        else:
            yield replace(item, level=item.level + 2)


def _banners(document: Document) -> frozenset[int]:
    """Cell blocks that fill the whole width of their table by themselves."""
    return frozenset(
        cells[0][0]
        for table in document.tables
        for cells in table_rows(document, table)
        if len(cells) == 1 and len(cells[0]) == 1
    )


def _as_heading(
    document: Document, index: int, block: Block, banners: frozenset[int], names: tuple[str, ...]
) -> Heading | None:
    text = document.text_of(block).strip()
    if not text or not block.kind.is_body or "\n" in text:
        return None
    title = trimmed(document, Span(block.start, block.end))
    if block.kind is BlockKind.HEADING:
        kind, strength = classify(text, names)
        return Heading(index, title, max(block.level, 1), kind, strength)
    sub = _SUB.match(text) is not None
    top = not sub and _TOP.match(text) is not None
    most = _MOST_WORDS * 2 if (top or sub) and block.bold else _MOST_WORDS
    if len(text.split()) > most or text[-1] in ".;,!" or any(box in text for box in _boxes()):
        return None
    loud = _is_loud(text)
    if not (top or sub) and _is_answered_label(text, names) and (not loud or classify(text, names)[1] < FAIR):
        return None
    level = 1 if top or (loud and not sub) else 2
    if block.kind is BlockKind.CELL:
        if index not in banners or block.cell_part or text.endswith(":"):
            return None
        kind, strength = classify(text, names)
        shown = block.bold or loud or top or sub or strength >= STRONG or (strength >= FAIR and len(text.split()) <= 8)
        return Heading(index, title, level, kind, strength) if shown else None
    if block.kind is BlockKind.LIST_ITEM and not (block.bold and (top or sub)):
        return None
    if ":" in text[:-1] and not (top or sub or loud or block.bold):
        return None
    kind, strength = classify(text, names)
    if _is_label(text, strength, names):
        return None
    if loud or ((top or sub) and block.bold) or (block.bold and (strength >= FAIR or _opens(document, index, names))):
        return Heading(index, title, level, kind, strength)
    few = len(bare_title(text).split()) <= (_SHORT + 4 if top or sub else _SHORT)
    plain = strength >= EXACT or (few and strength >= STRONG) or (few and strength >= FAIR and (top or sub))
    if strength >= FAIR and _heads_table(document, index):
        plain = True
    if plain and bare_title(text)[:1].isupper() and not text.endswith("?") and _has_content_below(document, index):
        return Heading(index, title, level, kind, strength)
    return None


def _boxes() -> str:
    return field_data().ticked + field_data().unticked


def _is_loud(text: str) -> bool:
    """All in capitals, and more than an abbreviation."""
    letters = [char for char in text if char.isalpha()]
    return (len(letters) >= 6 and all(char.isupper() for char in letters) and len(text.split()) >= 2) or (
        len(letters) >= 8 and all(char.isupper() for char in letters)
    )


def _is_label(text: str, strength: int, names: tuple[str, ...]) -> bool:
    """True when the line is rather a field's label than a heading."""
    if not text.endswith((":", "?")):
        return False
    label = labels().match(words(text, names))
    return text.endswith(":") or (label is not None and label.strength >= strength) or strength < STRONG


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
    below = next((b for b in document.blocks[index + 1 :] if b.kind.is_body and document.text_of(b).strip()), None)
    if below is None:
        return False
    return below.kind in (BlockKind.CELL, BlockKind.LIST_ITEM) or bool(
        re.match(r"[^.:]{2,60}:\s", document.text_of(below))
    )


def _heads_table(document: Document, index: int) -> bool:
    """True for a few words right above a table ("Targets from 22 January 2026")."""
    block = document.blocks[index]
    below = next((b for b in document.blocks[index + 1 :] if b.kind.is_body), None)
    if block.kind is not BlockKind.PARAGRAPH or below is None or below.kind is not BlockKind.CELL:
        return False
    return len(document.text_of(block).split()) <= _SHORT


def _has_content_below(document: Document, index: int) -> bool:
    """True when a table, a list or a sentence follows, not another short line."""
    below = next((b for b in document.blocks[index + 1 :] if b.kind.is_body and document.text_of(b).strip()), None)
    if below is None or below.kind is not BlockKind.PARAGRAPH:
        return below is not None
    text = document.text_of(below).strip()
    return len(text.split()) >= _SENTENCE and (text[-1] in ".!?:" or len(text.split()) >= 2 * _SENTENCE)


def make_sections(
    document: Document, found: tuple[Heading, ...], pairs: tuple[Pair, ...], names: tuple[str, ...]
) -> tuple[Section, ...]:
    """Part all blocks into sections at the headings, and settle each section's kind by words, content and parent."""
    starts = {heading.block: heading for heading in found}
    groups: list[tuple[Heading | None, list[int]]] = [(None, [])]
    for index in range(len(document.blocks)):
        if index in starts:
            groups.append((starts[index], []))
        groups[-1][1].append(index)
    sections: list[Section] = []
    parents: list[tuple[Heading, SectionKind]] = []
    begun = False
    for heading, blocks in groups:
        if heading is None:
            if blocks:
                sections.append(Section(SectionKind.FRONT, None, tuple(blocks), 0))
            continue
        while parents and parents[-1][0].level >= heading.level:
            parents.pop()
        parent = parents[-1] if parents else None
        kind = _settle(document, heading, blocks, pairs, parent, begun, names)
        begun = begun or kind not in (SectionKind.FRONT, SectionKind.GUIDANCE)
        parents.append((heading, kind))
        sections.append(Section(kind, heading.title, tuple(blocks), heading.level))
    return tuple(sections)


def _settle(
    document: Document,
    heading: Heading,
    blocks: list[int],
    pairs: tuple[Pair, ...],
    parent: tuple[Heading, SectionKind] | None,
    begun: bool,
    names: tuple[str, ...],
) -> SectionKind:
    data = section_data()
    kind, strength = heading.kind, heading.strength
    held = _kind_by_columns(document, blocks, names)
    if kind is SectionKind.FRONT and begun and strength < EXACT:
        kind, strength = None, 0
    if not begun and kind is not SectionKind.FRONT and strength < EXACT and _names_the_form(document, heading, names):
        return SectionKind.FRONT
    if kind is SectionKind.ATTENDANCE and held is SectionKind.ATTENDEES:
        return held
    kept: frozenset[SectionKind] = frozenset()
    if parent is not None and _alike(document, parent[0], heading):
        kept = data.keeps.get(parent[1], kept)
    if parent is not None and kind in kept:
        return parent[1]
    if kind is not None and strength >= FAIR:
        return kind
    voted = held or _kind_by_labels(document, blocks, pairs, names)
    if voted is not None:
        return parent[1] if parent is not None and voted in kept else voted
    if parent is not None and parent[1] not in (SectionKind.FRONT, SectionKind.UNRECOGNISED):
        return parent[1]
    return kind if kind is not None else SectionKind.UNRECOGNISED


def _alike(document: Document, parent: Heading, heading: Heading) -> bool:
    """Whether the levels of two headings can be compared: a capital line says nothing about a table's banner."""
    first, second = (document.blocks[item.block].kind for item in (parent, heading))
    return first is second or BlockKind.HEADING in (first, second)


def _names_the_form(document: Document, heading: Heading, names: tuple[str, ...]) -> bool:
    """True for a first heading such as "Your Post-16 Plan": the whole form's name, not its part about careers."""
    found = form_titles().match(words(document.text[heading.title.start : heading.title.end], names))
    return found is not None and found.strength >= FAIR


def _kind_by_columns(document: Document, blocks: list[int], names: tuple[str, ...]) -> SectionKind | None:
    """What the first known table in these blocks is, by its first row."""
    inside = {document.blocks[index].place.table for index in blocks} - {None}
    for table in document.tables:
        if table.index in inside:
            for cells in table_rows(document, table)[:2]:
                if all(index in blocks for indices in cells for index in indices):
                    texts = [text_of(document, indices) for indices in cells]
                    kind = header_kind(texts, names) if max((len(t.split()) for t in texts), default=99) <= 10 else None
                    if kind is not None:
                        return kind
    return None


def _kind_by_labels(
    document: Document, blocks: list[int], pairs: tuple[Pair, ...], names: tuple[str, ...]
) -> SectionKind | None:
    """The section for which most of the known labels in these blocks count, if at least two do."""
    first, last = blocks[0], blocks[-1]
    votes: Counter[SectionKind] = Counter()
    for pair in pairs:
        if first <= pair.blocks[0] <= last:
            found: Match | None = labels().match(words(document.text[pair.label.start : pair.label.end], names))
            section = field_data().fields[found.kind].section if found is not None else None
            if section is not None and found is not None and found.strength >= FAIR:
                votes[section] += 1
    if not votes:
        return None
    kind, count = votes.most_common(1)[0]
    return kind if count >= 2 and count * 2 > sum(votes.values()) else None


def with_dated_targets(
    document: Document, sections: tuple[Section, ...], meeting: date | None, previous: date | None
) -> tuple[Section, ...]:
    """Targets headed by a date well before this meeting, or by the last one's, are last term's."""
    if meeting is None:
        return sections
    out: list[Section] = []
    for section in sections:
        if section.kind is SectionKind.TARGETS and section.title is not None:
            title = document.text[section.title.start : section.title.end]
            days = [
                day for found in dates_in(title) if (day := found.full or found.near(previous or meeting)) is not None
            ]
            if days and (days[0] == previous or days[0] < meeting - _SAME_PLAN):
                section = replace(section, kind=SectionKind.PREVIOUS_TARGETS)
        out.append(section)
    return tuple(out)
