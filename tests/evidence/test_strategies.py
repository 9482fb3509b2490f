"""What is done about what is not going well, and how far the targets look (seed 002, lines 131, 174, 229 and 253)."""

from __future__ import annotations

import pytest
from making_peps import findings_of

OLD = ["Target", "Outcome", "What happened and next step"]
NEW = ["Target", "Actions", "By when"]
NEXT = {"Next meeting": [[("Next PEP meeting", "25/02/2026")]]}


def test_help_with_learning_is_found_under_its_label_and_in_prose() -> None:
    found = findings_of({"Attainment": ["Maths is below. Wren has booster sessions with Mr Ode twice a week."]})
    assert found.value("attainment_strategies") == 1
    assert findings_of({"Attainment": ["Maths is below. We are proud of Wren."]}).value("attainment_strategies") == 0


def test_a_target_not_met_wants_more_than_its_status() -> None:
    rows = [
        OLD,
        ["Read 30 words", "Met", "34 words in October"],
        ["Come on time", "Partly met", "Late on Mondays because of the bus. Carry on with a soft start."],
        ["Swim 10 m", "Not met", ""],
    ]
    found = findings_of({"Review of previous targets": [rows]})
    assert (found.value("previous_targets_not_met"), found.value("previous_targets_not_met_explained")) == (2, 1)


@pytest.mark.parametrize(
    ("answer", "score"),
    [
        ("19 (carer, 18/11/2025)", 19),
        ("Total 21, was 24 last year", 21),
        ("Self-report, 20 October 2025, total 18", 18),
        ("Sent to carers September 2025, not yet back", None),
        ("Not suitable for Wren", None),
    ],
)
def test_the_sdq_total_is_told_from_dates_and_scales(answer: str, score: int | None) -> None:
    assert (
        findings_of({"Health and SDQ": [[("SDQ score", answer), ("NHS number", "held")]]}).value("sdq_score") == score
    )


def test_advice_from_the_sdq_is_found_beside_its_score() -> None:
    asked = [("SDQ score", "21"), ("SDQ advice for school", "Warn her of changes the day before.")]
    assert findings_of({"Health and SDQ": [asked]}).value("sdq_advice") == 1
    assert findings_of({"Health and SDQ": [[("SDQ score", "21"), ("GP", "Dr Low")]]}).value("sdq_advice") == 0


@pytest.mark.parametrize(
    ("row", "longer"),
    [
        (["Wren will read 40 words", "Tutor on Mondays", "13/02/2026"], 0),
        (["Wren will read 40 words", "Tutor on Mondays", "04/03/2026"], 0),
        (["Wren will reach the expected standard", "Tutor on Mondays", "17/07/2026"], 1),
        (["Longer term: Wren will reach level 4", "Tutor on Mondays", "Summer"], 1),
        (["Wren will have an offer from the college by June 2026", "Visits", ""], 1),
        (["Wren will reach Secure 9 by the end of Year 9", "Tutor", ""], 1),
        (["Wren will read words at the level of her year", "Tutor", "Easter 2027"], 1),
        (["Wren will move to the first set", "Tutor", "07.26, look at it in 03.26"], 1),
        (["Wren will score 18.26 points or more", "Tutor", "February 2026"], 0),
    ],
)
def test_a_longer_target_runs_well_beyond_the_next_meeting(row: list[str], longer: int) -> None:
    found = findings_of({"New targets": [[NEW, row]], **NEXT})
    assert (found.value("targets_longer_term"), found.value("targets_short_term")) == (longer, 1 - longer)


def test_progress_is_told_from_an_earlier_point_and_targets_name_who() -> None:
    found = findings_of(
        {
            "Attainment": ["Her reading age went from 8y 2m in June to 8y 9m now. She is lovely."],
            "New targets": [[NEW, ["Read 40 words", "Mrs Ode, Mondays", "13/02/2026"], ["Try hard", "", "Easter"]]],
        }
    )
    assert found.value("progress_from_start") == 1
    assert found.value("targets_accountable") == 1
