"""What a Plan knows that helps to read its text: the section and prompt of each block, and who is who."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import replace

from pepinsight.documents import BlockKind, Document, Table
from pepinsight.evidence.known import Known, Stretch
from pepinsight.evidence.small_words import SMALL
from pepinsight.evidence.voice.carer_names import carer_kin, carer_names, home_speakers, who_is_who
from pepinsight.evidence.voice.child_names import child_names
from pepinsight.evidence.voice.people import person_aliases
from pepinsight.plan import Plan, SectionKind, Span
from pepinsight.plan.margins import margin_titles
from pepinsight.plan.pairs import is_unanswered

_QUESTION = re.compile(
    r"(?!.*\b(?:I|my|me)\b.*\?)(?=.{3,110}$)[A-Z][^.!?]*\?|(?:What|How|Who|Where|Things|My|I|Anything|Tell)\b[^.!?]{2,60}:",
    re.DOTALL,
)
_LONGEST_LABEL = 90
_CAPITAL = re.compile(r"\b[A-Z][\w'’-]*")
_TITLE_OF_ALL = 0.6
"""Share of the blocks over which a heading is the document's own title, and says nothing of who has the floor."""
_ASKING = (SectionKind.VIEWS, SectionKind.CARER)


def known_from(plan: Plan) -> Known:
    """Blocks with section and prompt, the child's names and pronouns, the others' names and roles."""
    carers = [(name, "carer") for name in carer_names(plan)]
    cares = {_initial_and_surname(name) for name, _ in carers}
    people = [
        (person.name, who_is_who().roles.get(person.role, "school"))
        for person in plan.people
        if _initial_and_surname(person.name) not in cares
    ]
    named = [*carers, *people]
    child = child_names(plan, (name for name, role in named if role not in ("child", "other")))
    others = [(name, role) for name, role in named if role != "child" and _is_name(name, child, plan.document.text)]
    short = {alias for name, _ in carers for alias in person_aliases(name) if alias.isupper()}
    others = [(name, role) for name, role in others if role == "carer" or name not in short]
    heads = home_speakers(plan)
    listed = {alias for name, _ in others for alias in person_aliases(name)}
    others += [(head, "carer") for head in sorted(heads) if head.startswith(SMALL.titles) and head not in listed]
    at_home = {alias for head in heads for alias in person_aliases(head)}
    others = [(n, "carer" if role == "other" and person_aliases(n) & at_home else role) for n, role in others]
    pronouns = tuple(word.lower() for word in plan.child.pronouns if word.lower() in ("he", "she", "they"))
    return Known(
        stretches=tuple(_stretches(plan)),
        child=child,
        pronouns=pronouns or _likely_pronouns(plan.document.text, child),
        people=tuple(sorted(others, key=_least_known_last)),
        kin=carer_kin(plan),
        has_plan=True,
        text=plan.document.text,
    )


def _initial_and_surname(name: str) -> tuple[str, str]:
    """ "Josie Adair" and "J. Adair (home)" are one person."""
    words = [word for word in name.partition("(")[0].split() if word.rstrip(".") not in SMALL.titles]
    return (words[0][:1], words[-1]) if words else ("", "")


def _is_name(name: str, child: tuple[str, ...], text: str) -> bool:
    """Whether what a list of people gives can be somebody's name: not the child's, nor the first word of a sentence."""
    words = _CAPITAL.findall(name)
    if len(words) * 2 < len(name.split()) or name.removesuffix("s").rstrip("'’") in child:
        return False
    return len(words) > 1 or not re.search(rf"\b{re.escape(words[0].lower())}\b", text)


def _least_known_last(pair: tuple[str, str]) -> bool:
    """An attendance list that gives no role must not hide that a placement field names the carer."""
    return pair[1] == "other"


def _likely_pronouns(text: str, child: tuple[str, ...]) -> tuple[str, ...]:
    """The pronoun that most often follows the child's name within a sentence or two; none where it is close."""
    firsts = {name.split()[0] for name in child}
    if not firsts:
        return ()
    near = re.compile(rf"\b(?:{'|'.join(map(re.escape, firsts))})\b[^\n]{{0,80}}?\b(he|she|they)\b")
    counts = Counter(match.group(1) for match in near.finditer(text))
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return ()
    return (ranked[0][0],)


def _stretches(plan: Plan) -> list[Stretch]:
    document = plan.document
    sections: dict[int, SectionKind] = {}
    titles: dict[int, str] = {}
    for section in plan.sections:
        for index in section.blocks:
            sections[index] = section.about or section.kind
            titles[index] = plan.quote(section.title) if section.title else ""
    prompts, labels = _prompts(plan, sections)
    title_starts = {section.title.start for section in plan.sections if section.title}
    section_titles = frozenset(titles.values())  # another section's title says nothing of text printed after it
    answers = {field.value.start for field in plan.fields if not field.blank}
    facts = {field.value.start for field in plan.fields if not field.blank and field.kind in who_is_who().fact_fields}
    facts |= {target.wording.start for target in plan.targets}
    headings: list[str] = []
    question = caption = ""
    captioned: str | None = None
    levels = {document.text_of(block).strip(): block.level for block in document.blocks if block.level}
    found: list[Stretch] = []
    starts = sorted(prompts)
    joined = _joined(document, labels, prompts)
    for index, block in enumerate(document.blocks):
        if index in joined and found and not found[-1].is_prompt and found[-1].end == document.blocks[index - 1].end:
            found[-1] = replace(found[-1], end=block.end)
            continue
        if sections.get(index) is SectionKind.QUALITY:
            if block.end > block.start:
                found.append(Stretch(block.start, block.end, SectionKind.QUALITY, is_prompt=True))  # nobody's voice
            continue
        if block.level:
            headings = [*headings[: block.level - 1], document.text_of(block)]
            caption = ""
        elif block.start in title_starts:
            caption = ""
        under = [last for last in headings[-1:] if last not in section_titles or last == titles.get(index)]
        heading = " / ".join(dict.fromkeys([titles.get(index, ""), *under])).strip(" /")
        is_label = (
            bool(block.level)
            or block.start in title_starts
            or (block.start in labels and block.start not in answers)
            or is_unanswered(document, Span(block.start, block.end), (index,))
            or not block.kind.is_body
        )
        words = document.text_of(block).strip()
        if sections.get(index) in _ASKING and not is_label and _QUESTION.fullmatch(words):
            is_label, question = True, words
        elif is_label:
            question = ""
        if is_label and not block.level and labels.get(block.start, block.end) >= block.end:
            caption, captioned = words, titles.get(index)
        before = len(found)
        above = [line for line in headings if line not in section_titles or _heads(levels, line, titles.get(index))]
        lines = [caption if captioned == titles.get(index) else "", *reversed(above), titles.get(index, "")]
        over = tuple(dict.fromkeys(line for line in lines if line))
        for new in _cut(starts, block.start, block.end, sections.get(index), prompts, labels, heading, is_label):
            found.append(replace(new, over=over, is_fact=new.start in facts))
        if question and len(found) > before and not found[-1].is_prompt and not found[-1].prompt:
            found[-1] = replace(found[-1], prompt=question)
    return _without_the_title(found)


def _heads(levels: dict[str, int], line: str, title: str | None) -> bool:
    """Whether a part's title stands over this part too: it is this part's, or that of a part in which this one lies."""
    return line == title or levels.get(line.strip(), 0) < levels.get((title or "").strip(), 0)


def _without_the_title(stretches: list[Stretch]) -> list[Stretch]:
    counts = Counter(line for stretch in stretches for line in stretch.over)
    titles = {line for line, times in counts.items() if times > _TITLE_OF_ALL * len(stretches)}
    return [replace(s, over=tuple(line for line in s.over if line not in titles)) if titles else s for s in stretches]


def _joined(document: Document, labels: dict[int, int], prompts: dict[int, tuple[str, SectionKind | None]]) -> set[int]:
    """Blocks that go on with the sentence of the block before: a typist's line breaks within one cell or paragraph."""
    found = set()
    for index in range(1, len(document.blocks)):
        before, block = document.blocks[index - 1], document.blocks[index]
        same_cell = block.cell_part and block.place.table is not None and block.place.table == before.place.table
        same_text = block.kind == before.kind == BlockKind.PARAGRAPH and block.start not in prompts
        if not (same_cell or same_text) or block.level or before.level or block.start in labels:
            continue
        ended = document.text[before.start : before.end].rstrip()[-1:]
        if ended not in '.!?:;"”' and document.text[block.start : block.start + 1].islower():
            found.add(index)
    return found


def _cut(
    starts: list[int],
    start: int,
    end: int,
    section: SectionKind | None,
    prompts: dict[int, tuple[str, SectionKind | None]],
    labels: dict[int, int],
    heading: str,
    is_label: bool,
) -> list[Stretch]:
    """One block as stretches: a label and its answer may stand in the same block ("Best thing: the pool")."""
    inner = starts[bisect_right(starts, start) : bisect_left(starts, end)]
    if is_label and inner and labels.get(start, end) <= inner[0]:
        answer_prompt, answer_section = prompts[inner[0]]
        label = Stretch(start, inner[0], section, heading=heading, is_prompt=True)
        return [label, Stretch(inner[0], end, answer_section or section, f"{answer_prompt.rstrip(' :')}:", heading)]
    prompt, prompt_section = prompts.get(start, ("", None))
    if end <= start:
        return []
    return [Stretch(start, end, prompt_section or section, prompt, heading, is_label)]


def _prompts(
    plan: Plan, sections: dict[int, SectionKind]
) -> tuple[dict[int, tuple[str, SectionKind | None]], dict[int, int]]:
    """Where each answer starts, with its prompt and section; and where each label starts and ends."""
    prompts: dict[int, tuple[str, SectionKind | None]] = {}
    labels: dict[int, int] = {}
    _from_tables(plan.document, sections, prompts, labels)
    for field in plan.fields:
        labels[field.label.start] = field.label.end
        if field.value.start in labels:
            continue  # the titles of a two-column table ("Question", "Answer")
        if not field.blank:
            prompts[field.value.start] = (plan.quote(field.label), field.section)
            _further_blocks(plan.document, field.value, prompts)
    return prompts, labels


def _further_blocks(document: Document, value: Span, prompts: dict[int, tuple[str, SectionKind | None]]) -> None:
    for index in range(document.block_at(value.start) + 1, len(document.blocks)):
        block = document.blocks[index]
        if block.start >= value.end:
            break
        prompts[block.start] = prompts[value.start]


def _from_tables(
    document: Document,
    sections: dict[int, SectionKind],
    prompts: dict[int, tuple[str, SectionKind | None]],
    labels: dict[int, int],
) -> None:
    in_the_margin = {document.blocks[index].place.table for index in margin_titles(document)}
    for table in document.tables:
        if table.index in in_the_margin:
            continue  # parts one below the other: the first heads none of the others
        titled = any(
            _is_column_title(document.text_of(document.blocks[index]).strip(" :?").lower())
            for (row, _), indices in table.cells.items()
            for index in indices
            if row == 0
        )
        for (row, column), indices in table.cells.items():
            header = document.cell_text(table, 0, column) if row and not _is_banner(document, table) else ""
            header = header if len(header) <= _LONGEST_LABEL or header.endswith("?") else ""
            side = document.cell_text(table, row, 0) if column else ""
            side = side if len(side) <= _LONGEST_LABEL or side.endswith("?") else ""
            for index in indices:
                block = document.blocks[index]
                prompts[block.start] = (" | ".join(part for part in (side, header) if part), None)
                words = document.text_of(block).strip(" :?").lower()
                title = row == 0 and table.rows > 1 and (table.columns > 2 or titled)
                side_label = (
                    column + block.column_span < table.columns
                    and column == 0
                    and sections.get(index) in _ASKING
                    and (len(words) <= _LONGEST_LABEL or words.endswith("?"))
                )
                if title or side_label:
                    labels[block.start] = block.end


def _is_banner(document: Document, table: Table) -> bool:
    """Whether the first row is one cell over the whole width: a section's banner, no column's title."""
    first = table.cells.get((0, 0), ())
    return bool(first) and document.blocks[first[0]].column_span >= table.columns > 1


def _is_column_title(words: str) -> bool:
    last = words.split()[-1:] if len(words.split()) <= 4 else []
    return bool(last) and last[0] in who_is_who().column_titles
