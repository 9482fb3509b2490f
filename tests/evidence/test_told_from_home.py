"""What those at home see and offer, told by staff as fact or by a children's home's workers; and what is not it."""

from __future__ import annotations

import pytest

from pepinsight.evidence.pipeline import read_text
from tests.evidence.making_peps import FRONT, Part, plan_of

FOSTERED = [*FRONT, ("Foster carer", "Petra Lund"), ("Designated teacher", "Mrs Orme"), ("Gender", "Male")]
IN_A_HOME = [*FRONT, ("Placement", "Residential - Alder House"), ("Key worker", "Joel Marr"), ("Gender", "Male")]

HEARD = [
    (FOSTERED, "Carer's views", "Wren is sleeping better since the clocks changed."),
    (FOSTERED, "Carer's views", "Homework is finished before tea."),
    (FOSTERED, "Carer's views", "He joined the scouts and is out most weekends."),
    (FOSTERED, "Minutes of the meeting", "Petra delighted with the report."),
    (IN_A_HOME, "Key worker's views", "Joel feels that Wren has found his feet."),
    (IN_A_HOME, "Minutes of the meeting", "Joel said that mornings are a struggle."),
    (IN_A_HOME, "Minutes of the meeting", "The home would like a copy of the timetable."),
    (IN_A_HOME, "Minutes of the meeting", "Alder House reported a calm half term."),
    (IN_A_HOME, "Minutes of the meeting", "The manager of the home thinks the taxi is too early."),
]

NOT_HEARD = [
    (FOSTERED, "Carer's views", "Wren is in the top set and his effort is good."),
    (FOSTERED, "Carer's views", "Carers have been supportive in getting him here."),
    (FOSTERED, "Carer's views", "Views to be obtained by the social worker."),
    (FOSTERED, "Carer's views", "Mum has fortnightly contact."),
    (FOSTERED, "Minutes of the meeting", "Key worker said that he manages well in lessons."),
    (IN_A_HOME, "Carer's views", "Wren lives at Alder House with two others."),
    (IN_A_HOME, "Minutes of the meeting", "The school would like a copy of the plan."),
]


def heard(front: list[tuple[str, str]], title: str, part: Part) -> list[str]:
    """The words of the carer's voice in a plan of one part."""
    doc = read_text(plan_of({title: [part]}, front))
    return [span.text for span in doc.spans["carer_voice"]]


@pytest.mark.parametrize(("front", "title", "words"), HEARD)
def test_what_home_sees_and_says_is_heard(front: list[tuple[str, str]], title: str, words: str) -> None:
    assert heard(front, title, words) == [words]


@pytest.mark.parametrize(("front", "title", "words"), NOT_HEARD)
def test_schools_prose_and_standing_facts_are_not(front: list[tuple[str, str]], title: str, words: str) -> None:
    assert heard(front, title, words) == []


def test_a_short_answer_to_a_question_put_to_the_carer_counts_though_it_lists_subjects() -> None:
    asked = [("What does Wren do well at school?", "Art, DT and cooking"), ("Carer's view of progress", "Very good.")]
    assert heard(FOSTERED, "Carer's views", asked) == ["Art, DT and cooking", "Very good."]
