"""What is told of a test holds: of what can never or always be met, no reading says otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making_rubrics import findings

from pepinsight.rubrics.expression import parse
from pepinsight.rubrics.vocabulary import PlanFacts, criteria_vocabulary
from pepinsight.rubrics.worlds import can_be

VOCABULARY = criteria_vocabulary({"few": 3})
LONG = " and ".join(
    f"{name} >= {at}" if at % 2 else f"{name} == 0"
    for at, name in enumerate(
        ("new_targets", "care_blank", "minutes_facts", "views_facts", "send_facts", "semh_facts", "premium_linked"), 3
    )
)


@pytest.mark.parametrize(
    ("test", "answers"),
    [
        ("new_targets >= 5", {True, False}),
        ("new_targets >= 0", {True}),
        ("new_targets >= few and new_targets < 2", {False}),
        ("premium_impact in ('some', 'quantified') or premium_impact not in ('some', 'quantified')", {True}),
        ("care_blank_share > 1", {False}),
        ("count(carer_voice, sdq_recorded) >= 3", {False}),
        ("not (carer_voice and not carer_voice)", {True}),
        ("year_group == 20", {False}),
        (LONG, {True, False}),
        (f"not ({LONG})", {True, False}),
    ],
)
def test_the_answers_that_a_test_can_have(test: str, answers: set[bool]) -> None:
    assert can_be(parse(test, VOCABULARY), {"few": 3}) == answers


COMPARED = st.builds(
    "{} {} {}".format,
    st.sampled_from(("new_targets", "minutes_facts")),
    st.sampled_from((">=", ">", "<", "<=", "==", "!=")),
    st.integers(0, 9),
)


@st.composite
def joined(draw: st.DrawFn) -> str:
    """Two to four comparisons joined by and, or, not."""
    test = draw(COMPARED)
    for _ in range(draw(st.integers(1, 3))):
        test = f"{draw(st.sampled_from(('', 'not ')))}({test}) {draw(st.sampled_from(('and', 'or')))} {draw(COMPARED)}"
    return test


@given(joined(), st.integers(0, 12), st.integers(0, 12))
def test_no_reading_gives_an_answer_that_was_called_impossible(test: str, targets: int, facts: int) -> None:
    expression = parse(test, VOCABULARY)
    reading = findings({"new_targets": targets, "minutes_facts": facts})
    assert expression.holds(PlanFacts(reading, {})) in can_be(expression, {})
