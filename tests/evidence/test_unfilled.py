"""A form that is filled in on a screen: its prompts are no words of anybody's, wherever they stand."""

from __future__ import annotations

import pytest
from making_peps import findings_of

SCHOOL = "Wren is taught in Hollow Lane's base with Mr Salter on three mornings."
VIEWS = "I like pottery because Mr Salter lets me use the wheel."


@pytest.mark.parametrize("prompt", ["Click or tap here to enter text.", "Choose an item.", "Click here to add views"])
def test_prompts_count_as_no_words_and_are_no_evidence(prompt: str) -> None:
    findings = findings_of(
        {
            "Child's views": [[("What do you like?", VIEWS), ("What would you change?", prompt)], prompt],
            "Education": [f"What works in class? {prompt}", SCHOOL],
            "Special educational needs": [[("Primary need", prompt), ("Support in place", prompt)]],
            "Quality assurance": [prompt],
        }
    )
    assert findings.value("views_words") == len(VIEWS.split())
    assert findings.value("education_words") == len(SCHOOL.split())
    assert (findings.value("send_words"), findings.value("send_filled")) == (0, 0)
    assert findings.value("send_blank") == 2
    assert findings.value("child_voice_statements") == 1
    kept = [item for item in findings.evidence if item.rule != "blank_field"]
    assert not [item for item in kept if prompt.rstrip(".") in item.quote]


def test_a_question_with_an_empty_box_for_its_answer_is_nobodys_word() -> None:
    asked = ["How happy am I in my class? 0-10  [ ]", "How do I get on with others? 1 to 5 [__]"]
    assert findings_of({"Child's views": asked}).value("child_voice_statements") == 0


def test_a_table_of_named_rows_in_which_nothing_was_written_is_empty() -> None:
    grid = [["Strand", "RAG", "Note"], ["Friends", "", ""], ["Mood", "", ""], ["Safety", "", ""]]
    assert findings_of({"Mental health and emotional wellbeing": [grid]}).value("semh_words") == 0
    grid[2][2] = "Mr Salter sees Wren on Mondays"
    assert findings_of({"Mental health and emotional wellbeing": [grid]}).value("semh_words") >= 6
