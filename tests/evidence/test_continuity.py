"""Two PEPs of one child, a term apart: what was carried over, and where something new was due."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making_peps import findings_of, plan_of
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from pepinsight.documents import read_bytes
from pepinsight.evidence import Findings, find_evidence
from pepinsight.evidence.stood import Stood, words_of
from pepinsight.plan import Plan, SectionKind, recognise

CARE = "Wren has lived with Ms Tolland since 4 March 2021 and the plan is for her to stay until she is grown up."
PRIZE = "Wren won the baking cup at the county show with a loaf that she had practised for three weeks."
CLUB = "She helped to run the chess club for the younger ones and beat Mr Orchard twice in one lunchtime."
FRESH = "Wren read her own poem about the canal to an audience of ninety people without a single note."
MINUTES = "Ms Tolland told the meeting that mornings go better since the bus was changed to the later one."
BEFORE = {"Care information": [CARE], "Achievements": [PRIZE, CLUB], "Meeting notes": [MINUTES]}


def quotes(findings: Findings, feature: str) -> list[str]:
    return [findings.evidence[number].quote for number in findings.features[feature].evidence]


def test_without_last_terms_plan_nothing_is_said() -> None:
    findings = findings_of(BEFORE)
    for feature in (
        "copied_forward",
        "nearly_copied",
        "carried_over_prefilled",
        "stale_parts",
        "minutes_carried_over_share",
    ):
        assert findings.value(feature) is None


def test_what_stood_word_for_word_is_shown_and_what_is_new_is_not() -> None:
    findings = findings_of({"Care information": [CARE], "Achievements": [PRIZE, FRESH]}, plan_of(BEFORE))
    assert quotes(findings, "copied_forward") == [CARE, PRIZE]


@pytest.mark.parametrize(
    "retyped",
    [
        PRIZE.replace(" ", "  ").replace("Wren won", "WREN WON"),
        PRIZE.replace("baking cup", "baking\N{SOFT HYPHEN} cup"),
        PRIZE.replace("three weeks.", "three weeks"),
    ],
)
def test_spaces_case_and_marks_do_not_hide_a_copy(retyped: str) -> None:
    assert findings_of({"Achievements": [retyped]}, plan_of(BEFORE)).value("copied_forward") == 1


@pytest.mark.parametrize(
    "said",
    [
        "Wren won the baking cup.",  # too short to be more than chance
        "Wren did not win the baking cup at the county show with a loaf she had practised on for a month.",
        f"{PRIZE[:-1]}, and since then she has baked for the whole of her tutor group on two Fridays in this term.",
    ],
)
def test_near_misses_are_no_copies(said: str) -> None:
    findings = findings_of({"Achievements": [said]}, plan_of(BEFORE))
    assert (findings.value("copied_forward"), findings.value("nearly_copied")) == (0, 0)


def test_a_changed_date_or_a_cut_passage_is_told_apart_from_a_copy() -> None:
    dated = CARE.replace("4 March 2021", "4 March 2022")
    cut = PRIZE.removesuffix(" that she had practised for three weeks.") + "."
    findings = findings_of({"Care information": [dated], "Achievements": [cut]}, plan_of(BEFORE))
    assert findings.value("copied_forward") == 0
    assert quotes(findings, "nearly_copied") == [dated, cut]


def test_the_forms_own_questions_are_no_copies() -> None:
    asked = "What has gone well for you at school since your last meeting with us?"
    before = plan_of({"My views": [[(asked, "Maths, because Mr Orchard waits for me to finish.")]]})
    again = findings_of({"My views": [[(asked, "The chess club and the new library on the top floor.")]]}, before)
    assert again.value("copied_forward") == 0


def test_care_history_may_stand_and_old_achievements_may_not() -> None:
    findings = findings_of({"Care information": [CARE], "Achievements": [PRIZE, CLUB], "Meeting notes": [FRESH]},
                           plan_of(BEFORE))  # fmt: skip
    assert quotes(findings, "carried_over_prefilled") == [CARE]
    assert findings.value("achievements_carried_over") == 1.0
    assert findings.value("achievements_old") is True
    assert findings.value("minutes_carried_over_share") == 0.0
    assert findings.value("stale_parts") == 1


HEADER = ("Target", "Strategy", "Success criteria", "By when")
OLD_TARGET = ("Wren will read for ten minutes each evening in her room", "Book box", "Reading log", "12/12/2025")
NEW_TARGET = ("Wren will score 40 marks in the mock maths paper in May", "Tutor", "Paper", "22/05/2026")


def test_the_same_target_set_again_is_counted() -> None:
    before = plan_of({"SMART targets": [[HEADER, OLD_TARGET]]})
    findings = findings_of({"SMART targets": [[HEADER, OLD_TARGET, NEW_TARGET]]}, before)
    assert quotes(findings, "targets_set_again") == [OLD_TARGET[0]]


def test_new_targets_are_not_counted_as_set_again() -> None:
    before = plan_of({"SMART targets": [[HEADER, OLD_TARGET]]})
    assert findings_of({"SMART targets": [[HEADER, NEW_TARGET]]}, before).value("targets_set_again") == 0


def pdf_of(paragraphs: list[str], width: float) -> Plan:
    stream = io.BytesIO()
    style = getSampleStyleSheet()
    page = SimpleDocTemplate(stream, pagesize=(width, A4[1]))
    page.build([
        Paragraph("Personal Education Plan - Autumn 2025", style["Heading1"]),
        Paragraph("Achievements", style["Heading2"]),
        *(Paragraph(text, style["BodyText"]) for text in paragraphs),
    ])  # fmt: skip
    return recognise(read_bytes(stream.getvalue(), "wren.pdf"))


def test_a_pdf_compares_with_a_word_file_and_with_a_pdf_of_other_lines() -> None:
    now = pdf_of([PRIZE, FRESH], 330)
    for before in (plan_of(BEFORE), pdf_of([PRIZE, CLUB], 595)):
        found = quotes(find_evidence(now, before), "copied_forward")
        assert [words_of(quote) for quote in found] == [words_of(PRIZE)]


@given(
    st.lists(
        st.lists(st.sampled_from(["ash", "birch", "cedar", "elm", "fir"]), min_size=1, max_size=9),
        min_size=1,
        max_size=6,
    )
)
def test_every_passage_and_every_run_of_passages_stood_in_its_own_plan(passages: list[list[str]]) -> None:
    stood = Stood(tuple(tuple(passage) for passage in passages))
    for first in range(len(passages)):
        run = tuple(word for passage in passages[first:] for word in passage)
        assert stood.has(run)
        assert stood.holds(run)
        assert not stood.holds((*run, "oak"))


def test_words_in_another_order_did_not_stand() -> None:
    stood = Stood((words_of(PRIZE),))
    assert not stood.has(tuple(reversed(words_of(PRIZE))))


def test_a_passage_that_a_page_parts_is_found() -> None:
    words = words_of(PRIZE)
    stood = Stood((words_of(CLUB), words[:9], ("target", "by", "when"), words[9:], words_of(FRESH)))
    assert stood.has(words)
    assert not Stood((words[:9], words_of("and so"), words[9:-1])).has(words)


def test_the_lines_at_the_foot_of_each_page_are_nobodys_achievements() -> None:
    stream = io.BytesIO()
    style = getSampleStyleSheet()["BodyText"]
    pages = SimpleDocTemplate(stream, pagesize=A4)

    def foot(canvas: Canvas, _: SimpleDocTemplate) -> None:
        canvas.drawString(60, 30, "Printed from the electronic records of Hollow Lane School")

    many = [
        f"Wren baked loaf number {number} of the autumn for the tutor group's table on Fridays." for number in range(60)
    ]
    title = [Paragraph("Personal Education Plan", style), Paragraph("<b>Achievements</b>", style)]
    pages.build([*title, *(Paragraph(text, style) for text in many)], onFirstPage=foot, onLaterPages=foot)
    plan = recognise(read_bytes(stream.getvalue(), "wren.pdf"))
    said = " ".join(plan.quote(span) for span in plan.spans_of(*SectionKind))
    assert "loaf number 59" in said
    assert "Printed from" not in said
