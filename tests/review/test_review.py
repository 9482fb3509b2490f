"""Whatever people do in whatever order: the last decision stands, the history keeps all, and no rating is made up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pepinsight.review import (
    Action,
    Choice,
    Decision,
    Review,
    ReviewError,
    State,
    change,
    confirm,
    confirm_all_remaining,
    judge,
    reopen,
    review_of,
    standing,
)
from pepinsight.rubrics import load_rubric
from pepinsight.rubrics.assessment import Overall

LEVELS = ("ET", "OT", "BT", "SB", "NA")


@dataclass(frozen=True)
class Shown:
    id: str
    title: str
    suggested: str
    unsure: bool = False
    not_in_file: bool = False


SECTIONS = (
    Shown("A", "Care information", "ET"),
    Shown("B", "Young person's views", "OT"),
    Shown("C", "Attendance", "OT", unsure=True),
    Shown("D", "Carer's views", "SB"),
    Shown("E", "Meeting", "NA", not_in_file=True),
)


def decided(number: int, choice: Choice, reviewer: str = "Rosa Thornbury") -> Decision:
    when = datetime(2026, 3, 2, 9, tzinfo=UTC) + timedelta(minutes=number)
    suggested = next((s.suggested for s in SECTIONS if s.id == choice.section), "OT")
    return Decision(number, choice.section, choice.action, choice.level, choice.reason, reviewer, when, 1, suggested)


def review_with(*choices: Choice) -> Review:
    return review_of(SECTIONS, [decided(number, choice) for number, choice in enumerate(choices)])


def count_levels(levels: Mapping[str, str]) -> Overall:
    return Overall("counted", "Counted", "grey", ", ".join(f"{k} {v}" for k, v in sorted(levels.items())))


choices = st.builds(
    lambda section, level: Choice(
        section, Action.CHANGE if level else Action.REOPEN, level, "Because." if level else None
    ),
    st.sampled_from([s.id for s in SECTIONS] + ["an old section"]),
    st.sampled_from([*LEVELS, None]),
)


@given(st.lists(choices, max_size=30))
def test_the_last_decision_stands_and_the_others_stay_in_the_history(taken: list[Choice]) -> None:
    decisions = [decided(number, choice) for number, choice in enumerate(taken)]

    review = review_of(SECTIONS, decisions)

    assert [section.id for section in review.sections] == [s.id for s in SECTIONS]
    for section in review.sections:
        mine = [d for d in decisions if d.section == section.id]
        last = mine[-1].level if mine else None
        assert section.confirmed == last
        assert (section.state is State.OPEN) == (last is None)
        assert section.decision == (mine[-1] if mine else None)
    assert set(review.confirmed) | {s.id for s in review.open} == {s.id for s in SECTIONS}
    assert set(review.confirmed).isdisjoint(s.id for s in review.open)
    assert standing(decisions) == {d.section: d for d in decisions}


@given(st.lists(choices, max_size=30))
def test_there_is_no_judgement_while_anything_is_open_and_it_rests_on_ratings_alone(taken: list[Choice]) -> None:
    review = review_with(*taken)
    judgement = judge(review, count_levels)
    if review.open:
        assert judgement.overall is None
        assert str(len(review.open)) in judgement.says and "still open" in judgement.says
        assert judgement.open == tuple(section.id for section in review.open)
    else:
        assert judgement.overall == count_levels(review.confirmed)


@given(st.lists(choices, max_size=30), st.sets(st.sampled_from(LEVELS)))
def test_confirming_all_takes_only_sure_open_sections_and_explains_the_rest(
    taken: list[Choice], lowest: set[str]
) -> None:
    review = review_with(*taken)
    result = confirm_all_remaining(review, lowest)
    touched = [choice.section for choice in result.choices] + [section for section, _ in result.left_out]
    assert sorted(touched) == sorted(section.id for section in review.open)
    for choice in result.choices:
        section = review.section(choice.section)
        assert choice.level == section.suggested not in lowest
        assert not section.unsure and not section.not_in_file
    assert review_with(*taken, *result.choices).open == tuple(
        section for section in review.open if section.id in dict(result.left_out)
    )


def test_one_press_leaves_unsure_lowest_and_missing_sections_to_a_person() -> None:
    result = confirm_all_remaining(review_with(), {"SB"})
    assert [choice.section for choice in result.choices] == ["A", "B"]
    assert result.left_out == (
        ("C", "the suggestion is unsure"),
        ("D", "the lowest level is suggested"),
        ("E", "this file does not hold that part of the plan"),
    )


def test_an_undone_decision_opens_the_section_again() -> None:
    first = confirm(review_with().section("A"))
    undo = reopen(review_with(first).section("A"))
    section = review_with(first, undo).section("A")
    assert (section.state, section.confirmed, section.reviewer, section.reason) == (State.OPEN, None, None, None)
    assert section.decision is not None and section.decision.action is Action.REOPEN


def test_a_change_is_told_from_a_confirmation() -> None:
    taken = change(review_with().section("C"), "BT", "  The minutes name no action.  ", LEVELS)
    section = review_with(taken).section("C")
    assert (section.state, section.confirmed, section.suggested) == (State.CHANGED, "BT", "OT")
    assert (section.reviewer, section.reason) == ("Rosa Thornbury", "The minutes name no action.")


@pytest.mark.parametrize(
    ("level", "reason", "sentence"),
    [
        ("BT", "   ", "Say in a few words why Young person's views is BT: a change needs a reason."),
        ("OT", "I agree", "OT is the suggested level of Young person's views: confirm it instead of changing it."),
        ("green", "Seen", "Young person's views has no level 'green': choose one of ET, OT, BT, SB, NA."),
    ],
)
def test_what_cannot_be_is_refused_in_one_clear_sentence(level: str, reason: str, sentence: str) -> None:
    with pytest.raises(ReviewError) as caught:
        change(review_with().section("B"), level, reason, LEVELS)
    assert str(caught.value) == sentence


def test_nothing_is_confirmed_or_undone_twice() -> None:
    confirmed = review_with(confirm(review_with().section("A"))).section("A")
    with pytest.raises(ReviewError, match="already confirmed as ET"):
        confirm(confirmed)
    with pytest.raises(ReviewError, match="open already"):
        reopen(review_with().section("A"))


def test_a_suggestion_that_moved_after_the_decision_is_pointed_out_and_can_be_confirmed_anew() -> None:
    old = decided(1, Choice("B", Action.CONFIRM, "OT"))
    [section] = review_of([Shown("B", "Young person's views", "ET")], [old]).sections
    assert section.confirmed == "OT" and section.suggestion_moved
    assert confirm(section) == Choice("B", Action.CONFIRM, "ET")


def test_a_part_print_gets_no_overall_judgement() -> None:
    taken = [Choice(s.id, Action.CONFIRM, s.suggested) for s in SECTIONS]
    judgement = judge(review_with(*taken), count_levels)
    assert judgement.overall is None and "only a part" in judgement.says


def test_a_rubric_that_does_not_apply_has_no_judgement() -> None:
    review = review_of((), ())
    assert not review.finished
    assert judge(review, load_rubric("birmingham").overall).overall is None


def test_the_rubrics_own_rule_gives_the_judgement_from_ratings() -> None:
    rubric = load_rubric("birmingham")
    shown = [Shown(section.id, section.title, "ET") for section in rubric.data.sections]
    ratings = [Choice(s.id, Action.CONFIRM, "ET") for s in shown]
    confirmed = review_of(shown, [decided(number, choice) for number, choice in enumerate(ratings)])
    outstanding = judge(confirmed, rubric.overall)
    assert outstanding.overall is not None and outstanding.overall.level == "outstanding"
    inadequate = [*ratings, Choice("B", Action.CHANGE, "SB", "The child was not heard.")]
    changed = review_of(shown, [decided(number, choice) for number, choice in enumerate(inadequate)])
    judgement = judge(changed, rubric.overall)
    assert judgement.overall is not None and judgement.overall.level == "inadequate"
    assert changed.reviewers == ("Rosa Thornbury",)
