"""Labels that share their words with another one that asks for something else."""

from __future__ import annotations

import pytest
from making_forms import Paper

from pepinsight.plan import SectionKind as Kind
from pepinsight.plan.fields import label_kind


@pytest.mark.parametrize(
    ("label", "stands", "kind"),
    [
        ("On roll at", Kind.FRONT, "school"),
        ("On roll since", Kind.EDUCATION, "start_date"),
        ("How is she from day to day?", Kind.SEMH, None),
        ("Day-to-day decisions are made by", Kind.CARE, "delegated_authority"),
        ("Post-16 premium", Kind.TARGETS, "premium_amount"),
        ("Post-16 plan", Kind.CAREERS, "careers_plan"),
        ("Page last changed (social worker)", Kind.CARE, "social_worker_update"),
        ("Medication, last changed", Kind.CARE, "health"),
    ],
)
def test_a_label_is_told_by_all_its_words(label: str, stands: Kind, kind: str | None) -> None:
    assert label_kind(label, (), stands) == kind


@pytest.mark.parametrize("reached", ["a.penn@mere.example", "01632 960344", "Office, 555 0177"])
def test_how_to_reach_the_social_worker_is_no_contact_with_the_family(reached: str) -> None:
    paper = Paper().heading("Care information").table([["Social worker", "Ada Penn"], ["Contact", reached]])
    assert paper.plan().spans_of(Kind.CONTACT) == ()


def test_contact_that_tells_of_days_is_with_the_family() -> None:
    plan = Paper().heading("Care information").table([["Contact", "Mum on Sundays, 2 to 4 pm"], ["SDQ", "14"]]).plan()
    assert [item.kind for item in plan.fields_of(Kind.CONTACT)] == ["contact_arrangements"]
