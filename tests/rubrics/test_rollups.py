"""The families by which authorities make one judgement of sections' levels, each as a rubric file's own words."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making_rubrics import rollup_file

from pepinsight.rubrics import UNDECIDED, Rubric, load_rubric

GOLD, GREEN, AMBER, RED = ("gold", "Gold"), ("green", "Green"), ("amber", "Amber"), ("red", "Red")
MET, NOT_MET = ("met", "Met"), ("not_met", "Not met")
FAMILIES: Mapping[str, tuple[tuple[tuple[str, str], str | None], ...]] = {
    "weakest link": ((RED, "number_at('R') >= 1"), (AMBER, "number_at('A') >= 1"), (GREEN, None)),
    "weakest link with a count at the top": (
        (RED, "number_at('R') >= 1"),
        (AMBER, "number_at('A') >= 1"),
        (GOLD, "number_at('GO') >= 3"),
        (GREEN, None),
    ),
    "count of lowest": ((RED, "number_at('R') > 1"), (AMBER, "number_at('A', 'R') >= 2"), (GREEN, None)),
    "best fit": ((GREEN, "best_fit('GO', 'G')"), (AMBER, "best_fit('A')"), (RED, "best_fit('R')")),
    "all yes": ((MET, "number_at('GO', 'G') == number_rated()"), (NOT_MET, None)),
    "hard override": ((RED, "level('s1') == 'R'"), (AMBER, "number_at('A', 'R') > 2"), (GREEN, None)),
    "all but one": (
        (RED, "number_at('R') > 1"),
        (GOLD, "number_at('GO') >= number_rated() - 1 and number_at('A', 'R') == 0"),
        (GREEN, "number_at('GO', 'G') >= number_rated() - 1 and number_at('R') == 0 and number_at('GO') < 2"),
        (AMBER, "number_at('A') >= 2"),
    ),
}
"""Best last, or in the order in which they are tried."""
BEST_FIRST = ("gold", "met", "green", "amber", "not_met", "red")
MONOTONE = [name for name in FAMILIES if name != "all but one"]
SECTIONS = tuple(f"s{number}" for number in range(1, 8))
ORDER = ("GO", "G", "A", "R")
LEVELS = st.fixed_dictionaries({section: st.sampled_from((*ORDER, "NA")) for section in SECTIONS})


@pytest.fixture(scope="module")
def rubrics(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rubric]:
    folder = tmp_path_factory.mktemp("rubrics")
    return {
        name: load_rubric(rollup_file(folder / f"{name.replace(' ', '_')}.yaml", SECTIONS, outcomes))
        for name, outcomes in FAMILIES.items()
    }


def standing(told: str) -> dict[str, str]:
    """ "GO GO G" as the levels of s1, s2, s3."""
    return dict(zip(SECTIONS, told.split(), strict=False))


@pytest.mark.parametrize(
    ("family", "levels", "judgement"),
    [
        ("weakest link", "G G A GO G G G", "amber"),
        ("weakest link", "GO R A", "red"),
        ("weakest link with a count at the top", "GO GO G G", "green"),
        ("weakest link with a count at the top", "GO GO GO G NA", "gold"),
        ("count of lowest", "G G G R", "green"),
        ("count of lowest", "G G R R", "red"),
        ("best fit", "G G G G A R R", "green"),
        ("best fit", "A A G A G NA NA", "amber"),
        ("best fit", "GO GO G G", "green"),
        ("all yes", "G G G NA", "met"),
        ("all yes", "G G A", "not_met"),
        ("hard override", "R GO GO GO GO GO GO", "red"),
        ("all but one", "GO GO GO G", "gold"),
        ("all but one", "G G A G G G G", "green"),
        ("best fit", "NA NA", "NA"),
    ],
)
def test_each_family_of_roll_ups_can_be_written(
    rubrics: dict[str, Rubric], family: str, levels: str, judgement: str
) -> None:
    assert rubrics[family].overall(standing(levels)).level == judgement


def test_what_the_rule_leaves_open_is_told_with_counts_and_the_nearest_judgements(rubrics: dict[str, Rubric]) -> None:
    between = rubrics["best fit"].overall(standing("G G A A"))
    assert (between.level, between.nearest, between.colour) == (UNDECIDED, ("green", "amber"), "grey")
    assert between.label == "The rule does not decide"
    assert "Nearest: Green or Amber." in between.reason
    assert between.reason.endswith("Sections: 2 Green, 2 Amber.")
    six_gold = rubrics["all but one"].overall(standing("GO GO GO GO GO G G"))
    assert (six_gold.level, six_gold.nearest) == (UNDECIDED, ("gold", "green"))


@given(LEVELS, st.sampled_from(sorted(FAMILIES)))
def test_any_levels_lead_to_a_judgement_or_to_none_with_its_counts(
    rubrics: dict[str, Rubric], levels: dict[str, str], family: str
) -> None:
    overall = rubrics[family].overall(levels)
    known = {outcome for (outcome, _), _ in FAMILIES[family]}
    if set(levels.values()) == {"NA"}:
        assert overall.level == "NA"
    else:
        assert overall.level in known | {UNDECIDED}
        rated = sum(level != "NA" for level in levels.values())
        counts = overall.reason.rsplit("Sections: ", 1)[1].rstrip(".").split(", ")
        assert sum(int(count.split()[0]) for count in counts) == rated
    assert set(overall.nearest) <= known
    assert bool(overall.nearest) <= (overall.level == UNDECIDED)


@given(LEVELS, st.sampled_from(SECTIONS), st.sampled_from(MONOTONE))
def test_a_better_section_never_makes_a_worse_judgement(
    rubrics: dict[str, Rubric], levels: dict[str, str], section: str, family: str
) -> None:
    if levels[section] in ("NA", "GO"):
        return
    better = {**levels, section: ORDER[ORDER.index(levels[section]) - 1]}
    before, after = (rubrics[family].overall(one).level for one in (levels, better))
    if UNDECIDED not in (before, after):
        assert BEST_FIRST.index(after) <= BEST_FIRST.index(before)


@given(LEVELS, st.sampled_from(sorted(FAMILIES)))
def test_a_section_that_does_not_apply_counts_no_more_than_one_that_is_not_there(
    rubrics: dict[str, Rubric], levels: dict[str, str], family: str
) -> None:
    without = {section: level for section, level in levels.items() if level != "NA"}
    assert rubrics[family].overall(levels) == rubrics[family].overall(without)


SHIPPED = {"st_helens": ("gold", "green", "amber", "red"), "lancashire": ("green", "amber", "red")}
"""The judgements of published roll-ups, best first."""


@st.composite
def shipped_levels(draw: st.DrawFn) -> tuple[Rubric, dict[str, str], str]:
    """A rubric that comes along, levels for its sections, and one of them."""
    rubric = load_rubric(draw(st.sampled_from(sorted(SHIPPED))))
    sections = [section.id for section in rubric.data.sections]
    some = st.sampled_from((*rubric.levels, "NA"))
    return rubric, {section: draw(some) for section in sections}, draw(st.sampled_from(sections))


@given(shipped_levels())
def test_no_published_roll_up_judges_worse_for_a_better_section(case: tuple[Rubric, dict[str, str], str]) -> None:
    rubric, levels, section = case
    if levels[section] in ("NA", rubric.levels[0]):
        return
    better = {**levels, section: rubric.levels[rubric.levels.index(levels[section]) - 1]}
    before, after = rubric.overall(levels).level, rubric.overall(better).level
    if UNDECIDED not in (before, after):
        assert SHIPPED[rubric.id].index(after) <= SHIPPED[rubric.id].index(before)


@pytest.mark.parametrize(
    ("levels", "judgement"),
    [
        ("GO GO GO GO GO GO GO G", "gold"),
        ("GO GO GO GO GO GO GO GO", "gold"),
        ("G G G G G G G A", "green"),
        ("G G G G G G A A", "amber"),
        ("GO GO GO GO GO GO GO R", "red"),
        ("GO GO GO GO GO GO G G", UNDECIDED),
        ("GO GO GO GO GO GO NA G", "gold"),
    ],
)
def test_st_helens_counts_as_published_and_leaves_open_what_is_not(levels: str, judgement: str) -> None:
    rubric = load_rubric("st_helens")
    sections = [section.id for section in rubric.data.sections]
    overall = rubric.overall(dict(zip(sections, levels.split(), strict=True)))
    assert overall.level == judgement
    assert bool(overall.nearest) == (judgement == UNDECIDED)
