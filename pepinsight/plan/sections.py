"""Which stretch of the document is about what: all blocks parted at the headings, each part given its kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice, takewhile

from pepinsight.documents import BlockKind, Document
from pepinsight.plan.forms import field_data, form_data, form_titles, labels, section_data
from pepinsight.plan.headings import Heading
from pepinsight.plan.lexicon import EXACT, FAIR, STRONG, WEAK, Match, words
from pepinsight.plan.pairs import Pair, header_kind, table_rows, text_of
from pepinsight.plan.plan import Field, Section, SectionKind
from pepinsight.plan.section_model import SectionModel, cues, section_model
from pepinsight.plan.title_words import bare_title, kinds_named
from pepinsight.plan.written_dates import dates_of, months_named

BY_WORDS = "by the words of the heading"
BY_COLUMNS = "by the columns of the table below it"
BY_LABELS = "by most of the labels below it"
BY_LABEL = "by its label, which asks for a QA officer's remark"
BY_PARENT = "by the part in which it stands"
BY_DATE = "by the date in the heading, which is that of an earlier plan or of this one"
BY_CONTENT = "by what is written below it"
UNKNOWN = "neither its words nor what stands below it is known"
"""How a section's kind was told, as ``Section.why`` says it."""

REMARK = "qa_remark"
"""The kind of field that holds a QA officer's remark."""
_LIKELY, _SURE = 0.25, 0.7
"""Chances from which what is written below a heading tells its kind: where nothing else does, and against the part in
which it stands."""
_LIKELIER, _UNLIKELY = 0.5, 0.05
"""Chances from which what is written counts for more than the part that most labels ask for: targets with their costs
are no part about the premium."""
_BELIED = {EXACT: (0.8, 0.03), STRONG: (0.6, 0.1), FAIR: (0.5, 0.15)}
"""A heading's words, by their strength, count for nothing where another kind is at least as likely as the first of the
two chances, and theirs is less likely than the second."""
_PLAIN = 0.9
"""A chance from which a part within another is of its own kind, whatever the other one keeps."""
_TALKED_THROUGH = frozenset({SectionKind.MEETING, SectionKind.QUALITY})
"""What is written in these is about every other part of the form."""
_MINUTED = frozenset({SectionKind.MEETING, SectionKind.ATTENDEES})
"""Beside or within these a part may be of the minutes, whatever its heading says ("Going well", "Who was there")."""
_ENOUGH = 12
"""Words that must stand below a heading to belie it."""
_NEARLY_ALL = 5  # parts of a PEP, of six, that the headings of a whole one are about
_LITTLE = 25
"""Fewer words than these may only tell how to fill in what stands below."""
_TELLING = 4  # letters of a word that two headings share because they are about the same
_SAME_PLAN = timedelta(days=28)  # a plan's targets may be dated some weeks before its meeting, not a term


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
    model = section_model()
    for at, (heading, blocks) in enumerate(groups):
        if heading is None:
            if blocks:
                sections.append(
                    Section(SectionKind.FRONT, None, tuple(blocks), 0, "it stands before the first heading")
                )
            continue
        while parents and parents[-1][0].level >= heading.level:
            parents.pop()
        parent = parents[-1] if parents else None
        written = [*blocks, *_asked_below(document, groups, at)]
        told = _chances(model, document, heading, written, names)
        long = _words_below(document, heading, written) >= _ENOUGH
        near = frozenset({parent[1]} if parent else ()) | {one.kind for one in sections[-1:]}
        kind, why = _settle(document, heading, blocks, pairs, parent, begun, names, told, long, near)
        later = [one for one, _ in islice(groups, at + 1, None) if one is not None]
        gathers = _gathers(document, heading, blocks, later)
        if begun or not _names_all(heading, later):
            parents.append((replace(heading, strength=WEAK) if gathers else heading, kind))
        begun = begun or kind not in (SectionKind.FRONT, SectionKind.GUIDANCE)
        sections.append(Section(kind, heading.title, tuple(blocks), heading.level, why))
    return tuple(sections)


def _asked_below(document: Document, groups: list[tuple[Heading | None, list[int]]], at: int) -> list[int]:
    """The blocks of the questions below a heading with little text of its own: "How I am doing" may be the school's to
    answer, or the child's, and what stands below shows whose. None where it gathers parts that are named well."""
    heading, blocks = groups[at]
    if heading is None or heading.strength >= EXACT or _words_below(document, heading, blocks) >= _LITTLE:
        return []
    below = takewhile(lambda one: one[0] is not None and one[0].level > heading.level, islice(groups, at + 1, None))
    found: list[int] = []
    for other, asked in below:
        title = document.text[other.title.start : other.title.end] if other is not None else ""
        if other is None or (other.strength >= EXACT and not title.endswith("?")):
            return []
        found += asked
    return found


def _names_all(heading: Heading, later: list[Heading]) -> bool:
    """Whether a heading alone stands above all others, which are about a whole form: "PEP Meeting Record" in large
    letters at the top keeps none of them, as the minutes would."""
    kinds = {one.kind for one in later if one.strength >= FAIR}
    covered = sum(1 for part in form_data().parts.values() if part & kinds)
    return covered >= _NEARLY_ALL and all(one.level > heading.level for one in later)


def _gathers(document: Document, heading: Heading, blocks: list[int], later: list[Heading]) -> bool:
    """Whether a heading without words of its own only gathers parts of the form, one of which bears its name: "Part 4:
    The meeting", and under it who came, the notes of the meeting, the new targets."""
    if _has_text(document, heading, blocks):
        return False
    named = _telling_words(document, heading)
    below = takewhile(lambda one: one.level > heading.level, later)
    return any(one.kind is heading.kind and named & _telling_words(document, one) for one in below)


def _telling_words(document: Document, heading: Heading) -> set[str]:
    title = words(bare_title(document.text[heading.title.start : heading.title.end]))
    return {word for word in title.split() if len(word) >= _TELLING} - {"child"}


def _settle(
    document: Document,
    heading: Heading,
    blocks: list[int],
    pairs: tuple[Pair, ...],
    parent: tuple[Heading, SectionKind] | None,
    begun: bool,
    names: tuple[str, ...],
    told: dict[SectionKind, float],
    long: bool,
    near: frozenset[SectionKind],
) -> tuple[SectionKind, str]:
    """The section's kind, and how it was told. ``told`` is how likely each kind is by what is written there, ``long``
    whether that is enough to belie the heading, ``near`` the kinds of the part in which it stands and of the one before
    it."""
    data = section_data()
    kind, strength = heading.kind, heading.strength
    likeliest = max(told, key=lambda one: told[one], default=None)
    chance = told.get(likeliest, 0.0) if likeliest is not None else 0.0
    if likeliest is SectionKind.FRONT and begun:
        likeliest, chance = None, 0.0
    held = _kind_by_columns(document, blocks, names)
    if kind is SectionKind.FRONT and begun and strength < EXACT:
        kind, strength = None, 0
    if not begun and kind is not SectionKind.FRONT and strength < EXACT and _names_the_form(document, heading, names):
        return SectionKind.FRONT, "the first heading names the whole form"
    if kind is SectionKind.ATTENDANCE and held is SectionKind.ATTENDEES:
        return held, BY_COLUMNS
    kept = _kept_by(document, parent, heading, names, told) if parent is not None else frozenset()
    unlike = parent is not None and told.get(parent[1], 0.0) <= _UNLIKELY
    if parent is not None and kind in kept and not (unlike and chance >= _SURE and likeliest not in kept):
        return parent[1], BY_PARENT
    if kind is not None and strength >= FAIR and not (long and _is_belied(kind, strength, told, near | {kind})):
        return kind, BY_WORDS
    voted = held or _kind_by_labels(document, blocks, pairs, names)
    outvoted = voted is not None and held is None and chance >= _LIKELIER and told.get(voted, 0.0) <= _UNLIKELY
    if voted is not None and not outvoted:
        return (parent[1], BY_PARENT) if parent and voted in kept else (voted, BY_COLUMNS if held else BY_LABELS)
    loose = parent is None or parent[1] in data.broad or voted is not None
    tells = likeliest is not None and (kind is not None or _has_text(document, heading, blocks))
    if likeliest is not None and tells and chance >= (_LIKELY if loose else _SURE):
        return (parent[1], BY_PARENT) if parent and likeliest in kept else (likeliest, BY_CONTENT)
    if parent is not None and parent[1] not in (SectionKind.FRONT, SectionKind.UNRECOGNISED):
        return parent[1], BY_PARENT
    return (kind, BY_WORDS) if kind is not None else (SectionKind.UNRECOGNISED, UNKNOWN)


def _words_below(document: Document, heading: Heading, blocks: list[int]) -> int:
    return sum(len(document.text_of(document.blocks[at]).split()) for at in blocks if at != heading.block)


def _kept_by(
    document: Document,
    parent: tuple[Heading, SectionKind],
    heading: Heading,
    names: tuple[str, ...],
    told: dict[SectionKind, float],
) -> frozenset[SectionKind]:
    """The kinds that a part within this one may seem to be and is not: "Attendance" among the minutes."""
    above, kind = parent
    if above.strength < FAIR or not _alike(document, above, heading):
        return frozenset()
    named = kinds_named(document.text[above.title.start : above.title.end], names)
    kept = section_data().keeps.get(kind, frozenset()) - named  # "Meeting and targets" is as much about targets
    if kind in _TALKED_THROUGH or told.get(kind, 0.0) > _UNLIKELY:
        return kept
    # "What I think" is the child's where a child plainly speaks, though the carer's part holds it.
    named_too = heading.kind if heading.strength >= FAIR else None
    return kept - {one for one in told if told[one] >= (_LIKELIER if one is named_too else _PLAIN)}


def _has_text(document: Document, heading: Heading, blocks: list[int]) -> bool:
    """Whether anything stands between this heading and the next; one alone may only gather the parts below it."""
    body = (document.blocks[at] for at in blocks if at != heading.block)
    return any(block.kind.is_body and document.text_of(block).strip() for block in body)


def _is_belied(kind: SectionKind, strength: int, told: dict[SectionKind, float], near: frozenset[SectionKind]) -> bool:
    """True where what is written there speaks plainly of another kind than the heading's words.

    What is written on the plan itself sounds like minutes: these belie a part that is named well only among them."""
    likely, unlikely = _BELIED[strength]
    likeliest = max(told, key=lambda one: told[one], default=kind)
    if likeliest in _TALKED_THROUGH and strength >= STRONG and not near & _MINUTED:
        return False
    return kind in told and told[kind] < unlikely and told[likeliest] >= likely


def _chances(
    model: SectionModel | None, document: Document, heading: Heading, blocks: list[int], names: tuple[str, ...]
) -> dict[SectionKind, float]:
    """How likely each kind is by the heading's words and by what is written below it."""
    if model is None:
        return {}
    title = bare_title(document.text[heading.title.start : heading.title.end])
    below = "\n".join(document.text_of(document.blocks[at]) for at in blocks if at != heading.block)
    return model.chances(cues(title, below, names))


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
    within = set(blocks)
    inside = {document.blocks[index].place.table for index in blocks} - {None}
    for table in document.tables:
        if table.index in inside:
            for cells in table_rows(document, table)[:2]:
                if all(index in within for indices in cells for index in indices):
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


def with_remarks_aside(
    document: Document, sections: tuple[Section, ...], fields: tuple[Field, ...]
) -> tuple[Section, ...]:
    """A QA officer's remarks at the foot of other parts as sections of their own: never evidence for those parts."""
    aside: dict[int, tuple[int, ...]] = {}
    for item in fields:
        if item.kind == REMARK:
            first, last = (
                document.block_at(item.label.start),
                document.block_at(max(item.label.start, item.value.end - 1)),
            )
            aside[first] = tuple(range(first, last + 1))
    moved = {index for blocks in aside.values() for index in blocks}
    out: list[Section] = []
    for section in sections:
        if section.kind is SectionKind.QUALITY or not moved & set(section.blocks):
            out.append(section)
            continue
        out.append(replace(section, blocks=tuple(index for index in section.blocks if index not in moved)))
        for first, blocks in aside.items():
            if first in section.blocks:
                own = tuple(index for index in blocks if index in section.blocks)
                out.append(Section(SectionKind.QUALITY, None, own, section.level + 1, BY_LABEL))
    return tuple(out)


def with_dated_targets(
    document: Document, sections: tuple[Section, ...], meeting: date | None, previous: date | None
) -> tuple[Section, ...]:
    """Targets headed by a date well before this meeting, or by the last one's, are last term's; those headed by a date
    since then are this meeting's, whatever stands below. A month alone dates those of a meeting held in it."""
    if meeting is None:
        return sections
    out: list[Section] = []
    for section in sections:
        of_targets = section.kind is SectionKind.TARGETS or (
            section.kind is SectionKind.PREVIOUS_TARGETS and section.why == BY_CONTENT
        )
        if of_targets and section.title is not None:
            title = document.text[section.title.start : section.title.end]
            old = _is_of_last_term(document, title, meeting, previous)
            kind = SectionKind.PREVIOUS_TARGETS if old else SectionKind.TARGETS
            if old is not None and section.kind is not kind:
                section = replace(section, kind=kind, why=BY_DATE)
        out.append(section)
    return tuple(out)


def _is_of_last_term(document: Document, title: str, meeting: date, previous: date | None) -> bool | None:
    """None where the title bears no date that tells."""
    told = dates_of(document, title)
    days = [day for found in told if (day := found.full or found.near(previous or meeting)) is not None]
    if days:
        return days[0] == previous or days[0] < meeting - _SAME_PLAN
    months = months_named(title)
    if meeting.month in months:
        return False
    return True if previous is not None and previous.month in months else None
