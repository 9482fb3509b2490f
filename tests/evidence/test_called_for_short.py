"""People whom a plan names in full and its notes for short, and letters whose head stands in running text."""

from __future__ import annotations

import pytest

from pepinsight.evidence.pipeline import read_text
from tests.evidence.making_peps import Part, plan_of


def carers_words(sections: dict[str, list[Part]]) -> list[str]:
    doc = read_text(plan_of(sections))
    return [span.text for span in doc.spans["carer_voice"]]


def placed_with(placement: str, *notes: Part) -> dict[str, list[Part]]:
    return {"Care information": [[("Placement", placement)]], "PEP meeting": list(notes)}


@pytest.mark.parametrize(
    ("placement", "note"),
    [
        ("Foster carer Rosalind Tamblyn", "Ros said that the mornings are calmer."),
        ("Foster carer Terrence Oke", "Terry asked for the spellings on paper."),
        ("Foster carer Christabel Vane", "Chris thinks that the later bus has helped."),
        ("Connected carer: grandmother, Mrs Zdena Kolar", "Babcia would like to hear about the choir."),
    ],
)
def test_a_carer_called_for_short_is_heard(placement: str, note: str) -> None:
    assert carers_words(placed_with(placement, note)) == [note]


def test_a_short_form_of_two_people_is_nobodys() -> None:
    people = [["Post", "Who", "Present"], ["Class teacher", "Rosamund Doyle", "Y"]]
    parts = {"Convened": [people], **placed_with("Foster carer Rosalind Tamblyn", "Ros said that he reads well.")}
    assert carers_words(parts) == []


def test_a_word_that_the_plan_writes_small_too_shortens_nobodys_name() -> None:
    note = "Art would be his choice. He likes art."
    assert carers_words(placed_with("Foster carer Arthur Vane", note)) == []


def test_the_head_of_an_email_gives_nobody_the_floor() -> None:
    mail = [
        "From: R Tamblyn. To: SENCO. Sent: Monday 3 May.",
        "Hello Tom, I am so pleased with the reading. Could the spellings come home on paper? I worry about June.",
    ]
    parts: dict[str, list[Part]] = {
        "Care information": [[("Placement", "Foster carer Rosalind Tamblyn")]],
        "Carer's views": [" ".join(mail)],
    }
    words = " ".join(carers_words(parts))
    assert "pleased with the reading" in words
    assert "on paper" in words
    assert "worry about June" in words


def test_what_somebody_dictates_is_theirs_and_not_the_writers() -> None:
    told = "Dictated by Terry to Mr Doyle as he cannot type. I do his spellings with him on Mondays."
    parts: dict[str, list[Part]] = {
        "Care information": [[("Placement", "Foster carer Terrence Oke")]],
        "Carer's views": [told],
    }
    assert "I do his spellings with him on Mondays." in " ".join(carers_words(parts))
    assert "Dictated by" not in " ".join(carers_words(parts))


def test_a_label_by_which_somebody_adds_something_gives_the_floor() -> None:
    parts: dict[str, list[Part]] = {
        "Care information": [[("Placement", "Foster carer Terrence Oke")]],
        "Achievements": [[("Mr Oke adds", "He built us a hen house and measured all of it himself.")]],
    }
    assert carers_words(parts) == ["He built us a hen house and measured all of it himself."]
