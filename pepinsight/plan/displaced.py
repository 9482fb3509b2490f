"""Paragraphs that a form's program set behind the last section, returned to the headings that they left empty.

Some portals print free text apart from the form: every heading and table in place, and all running text at the end, in
the order of the headings it belongs to. Order and what each paragraph speaks of tell where it came from.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from pathlib import Path

from pydantic import RootModel

from pepinsight.data_files import load
from pepinsight.documents import BlockKind, Document
from pepinsight.plan.plan import Section, SectionKind

EMPTY_LEFT = -4.0
"""For a heading that stays empty though text was displaced: text before it must fit elsewhere clearly better."""
ANSWERED = -1.5
"""For text given to a section that holds an answer of its own."""
CONTAINER = -3.0
"""For text given to a heading that only gathers the headings under it."""
UNSAID = 0.05
"""What a kind weighs that no cue speaks for."""
_WORD = re.compile(r"[\w'’-]+")


class LooseText(RootModel[dict[SectionKind, tuple[str, ...]]]):
    """Words that a paragraph of each kind of section is likely to hold."""


@cache
def _cues() -> dict[SectionKind, dict[str, float]]:
    """Each kind's cues with their weight: one shared out among the kinds that name it."""
    data = load(Path(__file__).parent / "data" / "loose_text.yaml", LooseText).root
    named = Counter(cue for cues in data.values() for cue in set(cues))
    return {kind: {cue: 1 / named[cue] for cue in cues} for kind, cues in data.items()}


@cache
def _patterns() -> dict[str, tuple[str, re.Pattern[str]]]:
    """By cue the stem of its first word, without which it cannot stand in a text, and its pattern."""
    cues = {cue for cues in _cues().values() for cue in cues}
    return {cue: (cue.split()[0].partition("*")[0].lower(), re.compile(expression(cue), re.IGNORECASE)) for cue in cues}


def expression(words: str) -> str:
    """A regular expression for words of the data; ``*`` stands for the rest of a word, alone for up to three words."""
    stem = (
        re.escape(words.strip()).replace(r"\ \*\ ", r"\s+(?:\S+\s+){1,3}").replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    )
    return (r"(?<!\w)" if words[0].isalnum() else "") + stem + (r"(?!\w)" if words.strip()[-1].isalnum() else "")


def give_back(document: Document, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The same sections, with displaced paragraphs moved to the sections they answer.

    Nothing moves unless two headings stand empty and no running text stands anywhere before the end.
    """
    loose = _loose(document, sections)
    if not loose:
        return sections
    last = len(sections) - 1
    kept = tuple(index for index in sections[last].blocks if index not in set(loose))
    emptied = [*sections[:last], _with(sections[last], kept)]
    homes = [
        n for n, section in enumerate(emptied) if section.title is not None and section.kind is not SectionKind.FRONT
    ]
    states = [_state(document, emptied, number) for number in homes]
    if states.count("empty") < 2:
        return sections
    places = _align([_scores(document, index, [emptied[n] for n in homes]) for index in loose], states)
    for index, place in zip(loose, places, strict=True):
        number = homes[place]
        emptied[number] = _with(emptied[number], (*emptied[number].blocks, index))
    return tuple(emptied)


def _with(section: Section, blocks: tuple[int, ...]) -> Section:
    return Section(section.kind, section.title, blocks, section.level)


def _loose(document: Document, sections: tuple[Section, ...]) -> list[int]:
    """The running paragraphs behind everything else; none where running text stands under an earlier heading too."""
    if not sections or sections[-1].title is None:
        return []
    for section in sections[:-1]:
        opening = section.title is None or section.kind is SectionKind.FRONT  # the front page has lines of its own
        if not opening and any(_is_running(document, index) for index in section.blocks[1:]):
            return []
    loose: list[int] = []
    for index in reversed(sections[-1].blocks[1:]):
        if not document.blocks[index].kind.is_body:
            continue
        if not _is_running(document, index):
            break
        loose.append(index)
    return loose[::-1]


def _is_running(document: Document, index: int) -> bool:
    block = document.blocks[index]
    return block.kind is BlockKind.PARAGRAPH and bool(document.text_of(block).strip()) and not block.bold


def _state(document: Document, sections: list[Section], number: int) -> str:
    section = sections[number]
    held = [index for index in section.blocks[1:] if document.blocks[index].kind.is_body]
    if held:
        return "answered"
    following = sections[number + 1] if number + 1 < len(sections) else None
    return "container" if following is not None and following.level > section.level else "empty"


def _scores(document: Document, index: int, homes: list[Section]) -> list[float]:
    """For each home the log of the share of the paragraph's cues that speak for its kind, and for its heading."""
    text = document.text_of(document.blocks[index])
    words = {word.lower() for word in _WORD.findall(text)}
    weights = _cues()
    lowered = text.lower()
    said = {cue for cue, (stem, pattern) in _patterns().items() if stem in lowered and pattern.search(text)}
    speaks = {kind: sum(cues.get(cue, 0.0) for cue in said) for kind, cues in weights.items()}
    whole = sum(speaks.values()) + UNSAID * len(weights)
    scores = []
    for section in homes:
        title = document.text[section.title.start : section.title.end] if section.title else ""
        named = {word.lower() for word in _WORD.findall(title) if len(word) > 3}
        scores.append(math.log((speaks.get(section.kind, 0.0) + UNSAID) / whole) + len(named & words))
    return scores


def _align(scores: list[list[float]], states: list[str]) -> list[int]:
    """The best home for each paragraph, in order, by dynamic programming over the homes."""
    cost = {"answered": ANSWERED, "container": CONTAINER, "empty": 0.0}
    homes = range(len(states))
    empties = [0]
    for state in states:
        empties.append(empties[-1] + (state == "empty"))

    def skipped(after: int, before: int) -> float:
        return EMPTY_LEFT * (empties[before] - empties[after + 1])

    best = [scores[0][home] + cost[states[home]] + skipped(-1, home) for home in homes]
    came: list[list[int]] = []
    for row in scores[1:]:
        following, origin = [], []
        for home in homes:
            options = [
                best[home],
                *(best[before] + skipped(before, home) + cost[states[home]] for before in range(home)),
            ]
            choice = max(range(len(options)), key=options.__getitem__)
            following.append(options[choice] + row[home])
            origin.append(home if choice == 0 else choice - 1)
        best = following
        came.append(origin)
    home = max(homes, key=lambda number: best[number] + skipped(number, len(states)))
    path = [home]
    for origin in reversed(came):
        home = origin[home]
        path.append(home)
    return path[::-1]
