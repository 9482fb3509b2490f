"""A heading may cheer: an exclamation mark ends many a heading about achievements, and few of a form's other lines.
And what stands under it in rows, each a line of its own, is none."""

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


def test_a_cheer_in_a_row_of_its_own_opens_its_part() -> None:
    rows = [["Well done!", ""], ["Since September", "Won the swimming gala on 4 March; certificate for chess"]]
    plan = Form().heading("What the pupil says").para("Maths is fine.").table(rows, merged=[0]).plan()
    assert "gala" in " ".join(plan.quote(span) for span in plan.spans_of(SectionKind.ACHIEVEMENTS))


def test_lines_in_rows_below_a_heading_are_told_under_it() -> None:
    told = ["Chosen as captain of the house by eleven votes after a speech", "25 minutes in the pool, her longest"]
    plan = Form().heading("Achievements").table([[line] for line in told], bold_header=True).plan()
    said = " ".join(plan.quote(span) for span in plan.spans_of(SectionKind.ACHIEVEMENTS))
    assert all(line in said for line in told)
