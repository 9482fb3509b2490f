"""A heading may cheer: an exclamation mark ends many a heading about achievements, and few of a form's other lines."""

from __future__ import annotations

from making_plans import Form

from pepinsight.plan.plan import SectionKind


def test_a_numbered_banner_with_an_exclamation_mark_opens_its_part() -> None:
    plan = (
        Form()
        .table([["Part Four - My voice", ""], ["What I like", "Pottery"]], merged=[0])
        .table([["Part Five - Celebrate!", ""], ["This term", "Swam 25 metres on 4 March; certificate"]], merged=[0])
        .plan()
    )
    assert "25 metres" in " ".join(plan.quote(span) for span in plan.spans_of(SectionKind.ACHIEVEMENTS))


def test_a_bold_cheer_amid_an_answer_opens_nothing() -> None:
    plan = Form().heading("Achievements").para("Swam 25 metres.").bold("What a star!").para("Read 12 books.").plan()
    said = " ".join(plan.quote(span) for span in plan.spans_of(SectionKind.ACHIEVEMENTS))
    assert "25 metres" in said
    assert "12 books" in said
