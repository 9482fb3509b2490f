"""Sentences that only claim that the plan is good say nothing of the child (seed 000, lines 46 to 68)."""

from __future__ import annotations

import pytest
from making_peps import findings_of

CLAIMS = "The targets are SMART and linked to the needs in this plan. All sections of the plan are completed in detail."
FACTS = "Wren now reads 40 words. Mrs Oduya hears her read on Mondays. Her attendance was 96.4% at half term."


def told(*paragraphs: str) -> float:
    value = findings_of({"Minutes of the PEP meeting": [*paragraphs]}).value("minutes_words")
    assert isinstance(value, int)
    return value


@pytest.mark.parametrize("beside", ["Attendance is recorded.", "The views are clear.", "Nothing leaves it open."])
def test_what_stands_among_claims_is_a_claim(beside: str) -> None:
    assert told(f"{CLAIMS} {beside}") == told(CLAIMS) == 0


@pytest.mark.parametrize("beside", ["Attendance was 96.4%.", "Wren is proud of it.", "Mr Lund will ring home."])
def test_who_is_named_or_counted_among_claims_is_no_claim(beside: str) -> None:
    assert told(f"{CLAIMS} {beside}") > 0


def test_a_claim_among_facts_takes_none_of_them_along() -> None:
    assert told(f"{FACTS} {CLAIMS.split('.')[0]}.") >= len(FACTS.split())
