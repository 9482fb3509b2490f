"""The attendance to date is found among all the percentages of a PEP, or honestly not."""

from __future__ import annotations

import pytest
from making_plans import Form, Rows

from pepinsight.plan.plan import Plan


def attendance(*lines: str, heading: str = "Attendance") -> float | None:
    return Form().heading(heading).para(*lines).plan().attendance


def table(rows: Rows) -> Plan:
    return Form().heading("Attendance").table(rows).plan()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Overall attendance: 91.3%", 91.3),
        ("Robin's attendance since September is 88 per cent.", 88.0),
        ("Robin has attended 152 of 160 sessions, which is 95%.", 95.0),
        ("Attendance is 93.5% against a target of 96%.", 93.5),
        ("Attendance is 93.5%, down from 97% last year.", 93.5),
        ("Last year Robin was at 97%. This year it is 92.1%.", 92.1),
        ("88.1% in July, now 94.7%.", 94.7),
        ("RAG amber. Att. 98% college, 0 unauth. at work.", 98.0),
        ("Present 94.7%  Authorised absence 3.1%  Unauthorised absence 2.2%", 94.7),
        ("We want Robin to reach at least 95%.", None),
        ("The class average is 94%.", None),
        ("Unauthorised absence 4.2%", None),
        ("Robin was punctual 98% of the time.", None),
        ("Robin is happy to come in.", None),
        ("Robin's attendance has improved from 82% to 91.5% this term.", 91.5),
        ("Present: 90.3% Authorised: 6.0% Unauthorised: 3.7%", 90.3),
        ("Robin attended 90% of his tutoring sessions.", None),
        ("Year to date 91.9%. Since half term 96%. National average 91%.", 91.9),
    ],
)
def test_a_sentence(line: str, expected: float | None) -> None:
    assert attendance(line) == expected


def test_the_year_goes_before_the_half_term() -> None:
    assert attendance("This half-term: 84%", "Year to date: 90.6%", "Last year: 96%") == 90.6


def test_a_score_elsewhere_is_no_attendance() -> None:
    assert attendance("Robin scored 60% in the fractions test.", heading="Attainment and progress") is None


def test_a_target_for_attendance_is_no_attendance() -> None:
    plan = (
        Form()
        .heading("New targets")
        .table([["Target", "How", "By"], ["Attendance to be at least 92%", "Breakfast club", "22/05/2026"]])
        .plan()
    )
    assert plan.attendance is None


def test_half_terms_with_a_total() -> None:
    plan = table(
        [
            ["Half-term", "Possible", "Attended", "%", "Unauthorised %"],
            ["Autumn 1", "74", "66", "89.2", "4.0"],
            ["Autumn 2", "70", "66", "94.3", "0"],
            ["Year to date", "144", "132", "91.7", "2.1"],
        ]
    )
    assert plan.attendance == 91.7
    assert plan.attendance_span is not None
    assert plan.quote(plan.attendance_span) == "91.7"


def test_half_terms_without_a_total_give_none() -> None:
    plan = table([["Half-term", "Attendance"], ["Autumn 1", "89.2%"], ["Autumn 2", "94.3%"], ["Spring 1", "91%"]])
    assert plan.attendance is None


def test_an_overall_column() -> None:
    plan = table(
        [["", "Autumn", "Spring", "Overall"], ["Attendance %", "90.1", "94.0", "91.9"], ["Lates", "3", "1", "4"]]
    )
    assert plan.attendance == 91.9


def test_a_labelled_answer_without_a_sign() -> None:
    assert table([["Attendance % to date", "87.4"], ["Lates", "12"], ["Authorised %", "9.1"]]).attendance == 87.4


def test_a_blank_answer_gives_none() -> None:
    assert table([["Attendance %", ""], ["Attendance target", "96%"]]).attendance is None


def test_years_across_take_the_present_one() -> None:
    assert table([["", "2024/25", "2025/26 to date"], ["Attendance", "96%", "88.2%"]]).attendance == 88.2


def test_terms_across_without_a_total_give_none() -> None:
    assert table([["Autumn term", "Spring term", "Summer term"], ["93%", "90%", ""]]).attendance is None


def test_the_childs_own_figure_beside_the_year_groups() -> None:
    rows = [["Period", "This child", "Year group"], ["Sept to Feb", "91.9%", "94.0%"]]
    assert table(rows).attendance == 91.9


def test_last_year_and_the_schools_target_are_left_alone() -> None:
    rows = [
        ["Attendance to date", "95.2%"],
        ["Attendance last academic year", "89%"],
        ["School attendance target", "97%"],
    ]
    assert table(rows).attendance == 95.2


def test_the_whole_year_among_its_half_terms_and_all_lessons_among_subjects() -> None:
    rows = [["HT", "Possible", "% in"], ["Aut 1", "70", "97.1"], ["Aut 2", "68", "88.2"], ["Year", "138", "92.8"]]
    assert table(rows).attendance == 92.8
    rows = [
        ["HT", "Workshop %", "English %", "All %"],
        ["Aut 1", "90", "70", "80"],
        ["Year to 3 Feb", "88", "72", "81"],
    ]
    assert table(rows).attendance == 81


def test_year_nine_is_no_year_to_date() -> None:
    rows = [["Group", "% in"], ["Year 9", "97.1"], ["Year 10", "88.2"]]
    assert table(rows).attendance is None


def test_rows_that_each_count_up_to_a_day_end_with_the_year_to_date() -> None:
    rows = [["To", "Possible", "Present", "%"], ["19.12.25", "118", "112", "94.9"], ["06.03.26", "202", "188", "93.1"]]
    assert table(rows).attendance == 93.1


def test_a_label_that_asks_for_a_percentage_in_more_words_is_answered_by_a_bare_figure() -> None:
    assert table([["Percentage since the start, counted up to which day", "94.3 (21 November)"]]).attendance == 94.3


def test_a_sentence_in_a_cell_gives_the_figure_as_running_text_does() -> None:
    themes = ["What is going well", "What worries us", "What will we do"]
    cells = ["Brighter mornings. Attendance 88.4%.", "Two Mondays missed.", "Breakfast club. Attendance target 95%."]
    assert table([themes, cells]).attendance == 88.4


def test_labels_whose_answers_are_blank_are_no_columns() -> None:
    rows = [["Religion", "", "Language", ""], ["Attendance to date", "86.7", "Authorised absence", "5.2"]]
    assert Form().heading("Basic information").table(rows, bold_header=True).plan().attendance == 86.7


def test_a_row_that_adds_up_those_above_it_is_the_total_whatever_it_is_called() -> None:
    rows = [["Site", "Possible", "Present", "%"], ["Hillside", "60", "54", "90.0"], ["Farm", "20", "13", "65.0"]]
    assert table([*rows, ["Both", "80", "67", "83.8"]]).attendance == 83.8
    assert table([*rows, ["Studio", "10", "9", "90.0"]]).attendance is None


def test_a_figure_before_a_later_colon_is_no_label() -> None:
    said = "94.4% to 9 January, last summer 91.2. All ours: two days of flu and a dental appointment."
    assert attendance(said, heading="Attendance") == 94.4


@pytest.mark.parametrize(
    ("label", "expected"), [("Attendance and punctuality", 88.0), ("Punctuality", None), ("Attendance target", None)]
)
def test_a_label_that_asks_for_punctuality_too_asks_for_attendance(label: str, expected: float | None) -> None:
    assert table([["Asked", "Answered"], [label, "Ferry Lane 88% to 28/11"]]).attendance == expected
