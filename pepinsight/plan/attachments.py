"""Papers attached to a PEP: files read along with it, and pages copied in behind the form.

Their words are evidence in the place where they stand, the attachment, and count for what the paper is about: a voice
sheet for the child's views, a support plan for SEND (seed 000, lines 47 and 59; 001, line 55; 002, lines 231 and 242).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from pepinsight.data_files import Strict, load
from pepinsight.documents import Attached, Document
from pepinsight.plan.fields import make_fields
from pepinsight.plan.headings import find_headings
from pepinsight.plan.pairs import find_pairs
from pepinsight.plan.plan import Plan, Section, SectionKind, Span
from pepinsight.plan.title_words import bare_title

_FIRST_BLOCKS = 4
"""Blocks of a paper in which it says what it is, if its name does not."""
BY_FILE = "it is a paper attached to the plan"
BY_HEADING = "the heading says that a paper is attached here"


class PaperData(Strict):
    """data/papers.yaml."""

    opens: tuple[str, ...]
    papers: Mapping[SectionKind, tuple[str, ...]]


@cache
def _papers() -> tuple[re.Pattern[str], Mapping[SectionKind, re.Pattern[str]]]:
    data = load(Path(__file__).parent / "data" / "papers.yaml", PaperData)
    opens = re.compile(rf"^\s*(?:{'|'.join(data.opens)})\b\s*(?:[A-Z]\b|\d+)?\s*[-–—:.]?\s*", re.IGNORECASE)
    return opens, {kind: _pattern(names) for kind, names in data.papers.items()}


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    said = sorted((re.escape(name).replace(r"\*", r"\w*").replace(r"\ ", r"[\s,_-]+") for name in names), key=len)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(reversed(said))})(?![^\W_])", re.IGNORECASE)


def papers_named(text: str) -> dict[SectionKind, int]:
    """The kinds of paper that ``text`` names, each with the offset of its first name, in the order of the text."""
    plain = text.replace("’", "").replace("'", "")
    found = {kind: match.start() for kind, pattern in _papers()[1].items() if (match := pattern.search(plain))}
    return dict(sorted(found.items(), key=lambda item: item[1]))


def paper_under(title: str) -> SectionKind | None:
    """What the paper is about that a heading opens ("Appendix B: voice sheet"); None for the form's own headings."""
    opened = _papers()[0].match(title)
    named = papers_named(title[opened.end() :]) if opened is not None else {}
    if opened is None or SectionKind.PART_TIME in named:  # Appendix 1 is the form's own (seed 002, line 187)
        return None
    return next(iter(named), None)


def with_papers_behind(document: Document, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections, those that a heading opens as an attached paper made attachments, with the parts under them."""
    out: list[Section] = []
    inside: Section | None = None
    for section in sections:
        title = document.text[section.title.start : section.title.end] if section.title is not None else ""
        about = paper_under(title)
        if about is not None:
            inside = section = replace(section, kind=SectionKind.ATTACHMENT, about=about, why=BY_HEADING)
        elif inside is not None and section.level > inside.level:
            section = replace(section, kind=SectionKind.ATTACHMENT, about=inside.about, why=BY_HEADING)
        else:
            inside = None
        out.append(section)
    return tuple(out)


def with_attachments(plan: Plan, document: Document) -> Plan:
    """``plan``, recognised from ``document.alone``, with the papers attached to ``document`` as sections and fields."""
    names = plan.child.names
    papers = tuple(
        Section(
            SectionKind.ATTACHMENT, None, tuple(range(paper.block, end)), 1, BY_FILE, about_of(document, paper, end)
        )
        for paper, end in _ranges(document)
    )
    pairs = find_pairs(document, frozenset(heading.block for heading in find_headings(document, names)), names)
    inside = tuple(pair for pair in pairs if pair.blocks[0] >= document.attached[0].block)
    fields = make_fields(document, inside, papers, names)
    return replace(plan, document=document, sections=(*plan.sections, *papers), fields=(*plan.fields, *fields))


def about_of(document: Document, paper: Attached, end: int) -> SectionKind:
    """What an attached file is about, by its name, else by its first words; ATTACHMENT where neither says."""
    stem = paper.name.rsplit(".", 1)[0]
    first = [document.text_of(block) for block in document.blocks[paper.block : min(paper.block + _FIRST_BLOCKS, end)]]
    for text in (stem, *(bare_title(line) for line in first)):
        named = papers_named(text[:200])
        if named:
            return next(iter(named))
    return SectionKind.ATTACHMENT


def _ranges(document: Document) -> list[tuple[Attached, int]]:
    ends = [paper.block for paper in document.attached[1:]] + [len(document.blocks)]
    return list(zip(document.attached, ends, strict=True))


def papers_seen(plan: Plan) -> dict[SectionKind, Span]:
    """What the attached papers are about, each with the first words of one."""
    found: dict[SectionKind, Span] = {}
    for section in plan.sections:
        if section.about is not None:
            blocks = [plan.document.blocks[index] for index in section.blocks]
            words = next((block for block in blocks if plan.document.text_of(block).strip()), None)
            if words is not None:
                found.setdefault(section.about, Span(words.start, words.end))
    return found
