"""What in a rubric can be read but hardly was meant: unused settings, criteria and outcomes that decide nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations_with_replacement, pairwise, product
from pathlib import Path

from pepinsight.data_files import line_of
from pepinsight.rubrics.assessment import UNDECIDED
from pepinsight.rubrics.expression import Expression
from pepinsight.rubrics.rubric import Rubric
from pepinsight.rubrics.rubric_file import NOT_APPLICABLE, SectionData
from pepinsight.rubrics.worlds import can_be, worlds

Where = tuple[int | str, ...]
Levels = Mapping[str, str]
MOST_COMBINATIONS = 3000
ENOUGH = 20
"""Readings from which on it is believed that one test follows from another, where not all could be tried."""
COLOURS = ("green", "gold", "amber", "red", "grey")


def proofread(rubric: Rubric, path: Path) -> list[str]:
    """Each thing to look at again, with file and line, in the order of the file."""
    told = [(line_of(path, where), what) for where, what in _all(rubric)]
    return [f"{path.name} line {line}: {what}" for line, what in sorted(told, key=lambda one: one[0])]


def _all(rubric: Rubric) -> Iterator[tuple[Where, str]]:
    used = {name for expression in rubric.when.values() for name in expression.names}
    for setting in rubric.data.settings:
        if setting not in used:
            yield ("settings", setting), f"no criterion uses the setting '{setting}'"
    yield from _colours(rubric)
    for number, section in enumerate(rubric.data.sections):
        where = ("sections", number)
        if not section.reads:
            yield where, f"'{section.id}' has no 'reads': in a print of one tab it would be rated on what is not there"
        if not any(section.levels.values()):
            yield (*where, "levels"), f"'{section.id}' has no criteria yet"
        yield from _criteria(rubric, section, where)
    if rubric.data.sections and not rubric.data.template:
        yield from _outcomes(rubric)


def _colours(rubric: Rubric) -> Iterator[tuple[Where, str]]:
    for number, level in enumerate(rubric.data.levels):
        if level.colour not in COLOURS:
            yield ("levels", number), f"the colour '{level.colour}' is shown grey: there are {', '.join(COLOURS)}"
    for number, outcome in enumerate(rubric.data.overall.outcomes if rubric.data.overall else ()):
        if outcome.colour not in COLOURS:
            where = ("overall", "outcomes", number)
            yield where, f"the colour '{outcome.colour}' is shown grey: there are {', '.join(COLOURS)}"


def _criteria(rubric: Rubric, section: SectionData, where: Where) -> Iterator[tuple[Where, str]]:
    settings = rubric.data.settings
    levels = [level for level in rubric.levels if section.levels.get(level)]
    tests = {
        level: [(one.id, rubric.when[section.id, level, one.id]) for one in section.levels[level]] for level in levels
    }
    for level in levels:
        for number, (id, test) in enumerate(tests[level]):
            here = (*where, "levels", level, number)
            answers = can_be(test, settings)
            if True not in answers:
                yield here, f"'{id}' can never be met"
            elif answers == {True}:
                yield here, f"'{id}' is always met"
            else:
                for other, (its, stricter) in enumerate(tests[level]):
                    if (
                        other != number
                        and _follows(test, stricter, settings)
                        and (other < number or not _follows(stricter, test, settings))
                    ):
                        yield here, f"'{id}' asks nothing beyond '{its}'"
                        break
    graded = [level for level in levels if level in rubric.graded_levels]
    for better, worse in pairwise(graded):
        if all(any(_follows(test, given, settings) for _, given in tests[worse]) for _, test in tests[better]):
            here = (*where, "levels", worse)
            yield here, f"'{section.id}' can never be {worse}: whatever meets it meets {better} too"


def _follows(test: Expression, from_: Expression, settings: Mapping[str, bool | int | float | str]) -> bool:
    """Whether whatever meets ``from_`` meets ``test``; tests of different things are not compared."""
    if not set(test.names) & (set(from_.names) - set(settings)) and not set(test.calls) & set(from_.calls):
        return False
    both = worlds([test, from_], settings)
    met = [test.holds(world) for world in both.tried if from_.holds(world)]
    return len(met) >= (1 if both.all else ENOUGH) and all(met)


def _outcomes(rubric: Rubric) -> Iterator[tuple[Where, str]]:
    given: dict[str, Levels] = {}
    for levels in _combinations(rubric):
        given.setdefault(rubric.overall(levels).level, levels)
    outcomes = rubric.data.overall.outcomes if rubric.data.overall else []
    for number, outcome in enumerate(outcomes):
        if outcome.level not in given:
            yield ("overall", "outcomes", number), f"no levels were found that lead to '{outcome.level}'"
    if UNDECIDED in given:
        counts = rubric.overall(given[UNDECIDED]).reason.rsplit("Sections: ", 1)[1].rstrip(".")
        yield ("overall", "outcomes"), f"some levels lead to no judgement, such as: {counts}"


def _combinations(rubric: Rubric) -> Iterator[Levels]:
    """All combinations of levels, or plain ones (all alike, but for one or two) and many by chance, always the same."""
    sections = [section.id for section in rubric.data.sections]
    choices: Sequence[str] = (*rubric.levels, NOT_APPLICABLE)
    if len(choices) ** len(sections) <= MOST_COMBINATIONS:
        yield from (dict(zip(sections, one, strict=True)) for one in product(choices, repeat=len(sections)))
        return
    for most, other in product(choices, repeat=2):
        for first, second in combinations_with_replacement(sections, 2):
            yield {**dict.fromkeys(sections, most), first: other, second: other}
    chance = random.Random(0)
    for _ in range(MOST_COMBINATIONS):
        some = chance.sample(choices, chance.randint(1, len(choices)))
        yield {section: chance.choice(some) for section in sections}
