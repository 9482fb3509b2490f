"""Prompts that a caseworker also considers: found in the plan's own words, or not (seed 002, lines 426 to 477)."""

from __future__ import annotations

import pytest
from making_peps import findings_of

from pepinsight.evidence import REGISTRY, Evidence, Findings
from pepinsight.evidence.features.prompt import prompts


def shown(found: Findings, feature: str) -> list[Evidence]:
    return [item for item in found.evidence if item.feature == feature]


@pytest.mark.parametrize(
    ("prompt", "title", "words"),
    [
        ("homework", "Education", "Homework comes in on time most weeks."),
        ("triggers", "Behaviour and suspensions", "Incidents come after contact and with cover teachers."),
        ("home_school_liaison", "Carer's views", "Mr Low rings home on Fridays and there is a reading record."),
        ("clubs_and_interests", "Achievements", "She goes to choir and swims on Saturdays."),
        ("cultural_needs", "Minutes of the meeting", "Wren goes to the gurdwara with her aunt."),
        ("work_experience", "Careers", "Work experience at the vet's in June."),
        ("agencies_careers", "Careers", "Careers adviser met her in May."),
        ("predicted_grades", "Attainment", "Predicted grade 5 in maths."),
    ],
)
def test_a_prompt_is_found_in_its_own_words(prompt: str, title: str, words: str) -> None:
    found = findings_of({title: [words]})
    assert found.value(f"prompt_{prompt}") == 1
    assert shown(found, f"prompt_{prompt}")[0].quote in words


def test_an_answer_counts_for_its_label_unless_it_says_no() -> None:
    yes = findings_of({"Education": [[("Homework", "Done at the table with Nan"), ("Start date", "01/09/2025")]]})
    no = findings_of({"Education": [[("Homework", "None"), ("Start date", "01/09/2025")]]})
    assert yes.value("prompt_homework") == 1 and no.value("prompt_homework") == 0


def test_what_only_looks_like_it_does_not_count() -> None:
    found = findings_of({"Education": ["Wren was at the pupil referral unit."], "Achievements": ["Art by Easter."]})
    assert (found.value("prompt_referrals"), found.value("prompt_cultural_needs")) == (0, 0)


def test_every_prompt_is_registered_and_says_where_it_looks() -> None:
    for name, prompt in prompts().items():
        assert REGISTRY[f"prompt_{name}"].looked_in == prompt.look_in
