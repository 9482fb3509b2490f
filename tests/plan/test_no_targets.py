"""Where no new targets were set, none are found, however much else sounds like them."""

from __future__ import annotations

import pytest
from making_plans import Form, wordings

FORMS = {
    "next steps of the meeting": Form()
    .heading("Minutes of the meeting")
    .heading("What needs to happen next?", 3)
    .bullets("Ms Vale to ring the bus company", "Carer to book the optician")
    .heading("Next steps", 3)
    .table([["Next step", "Who", "By when"], ["Ring the bus company", "Ms Vale", "20/02/2026"]]),
    "the form's prompts": Form()
    .heading("New targets")
    .table(
        [
            ["Target", "How", "Cost"],
            ["Click or tap here to enter text.", "Click or tap here to enter text.", "Choose an item."],
        ]
    ),
    "a line that says they are to come": Form().heading("New SMART targets").para("To be agreed at the next meeting."),
    "blank blocks": Form().heading("New targets").table([["Target 1", ""], ["How", ""], ["Target 2", ""], ["How", ""]]),
    "targets of other plans": Form()
    .heading("SEND")
    .table([["EHCP outcome", "Provision", "Progress"], ["Robin will speak in sentences", "Weekly therapy", "Good"]])
    .heading("Careers")
    .table([["My goal", "To be a chef"], ["How will I get there?", "College"]])
    .heading("Attainment")
    .table([["Subject", "End of year target", "Working at"], ["English", "5", "4"]]),
    "only last term's": Form()
    .heading("Review of targets set on 4 November 2025")
    .table([["Target", "How", "PP+", "Outcome"], ["Robin will know 20 words", "Daily", "£50", "Met, 22 words"]])
    .heading("Pupil views")
    .para("Robin will tell us more next week."),
    "statuses in place of new ones": Form()
    .heading("Targets")
    .table(
        [
            ["Target", "Support", "By", "Status"],
            ["Robin will know 20 words", "Daily", "19/12/2025", "Ongoing"],
            ["Robin will join a club", "Visits", "01/05/2026", "Ongoing"],
        ]
    ),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_no_new_targets(form: Form) -> None:
    assert wordings(form.plan()) == []


def test_one_past_date_among_later_ones_is_a_slip_and_not_last_terms_target() -> None:
    plan = (
        Form("12 February 2026")
        .heading("New targets")
        .table(
            [
                ["Target", "How", "By when"],
                ["Robin will know 20 words", "Daily", "01/05/2025"],
                ["Robin will join a club", "Visits", "01/05/2026"],
            ]
        )
        .plan()
    )
    assert wordings(plan) == ["Robin will know 20 words", "Robin will join a club"]
