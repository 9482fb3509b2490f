"""Subjects and what is recorded for each, whatever the columns are called."""

from __future__ import annotations

from making_plans import Form, Rows

from pepinsight.plan.plan import Plan

Said = list[tuple[str, dict[str, str]]]


def rows(plan: Plan) -> Said:
    return [(plan.quote(row.subject), {role: plan.quote(span) for role, span in row.cells}) for row in plan.attainment]


def attainment(table: Rows, heading: str = "Attainment and progress") -> Said:
    return rows(Form().heading(heading).table(table).plan())


def test_plain_columns() -> None:
    assert attainment(
        [
            ["Subject", "KS2 result", "End of year target", "Working at", "On track?"],
            ["English", "98", "4", "3", "No"],
            ["Maths", "", "5", "5", "Yes"],
            ["Art", "", "", "", ""],
        ]
    ) == [
        ("English", {"previous": "98", "target": "4", "current": "3", "on_track": "No"}),
        ("Maths", {"target": "5", "current": "5", "on_track": "Yes"}),
        ("Art", {}),
    ]


def test_the_latest_filled_term_is_current() -> None:
    found = attainment(
        [
            ["Subject", "Autumn", "Spring", "Summer", "Aiming for", "On course?"],
            ["Reading", "WTS", "EXS", "", "EXS", "Yes"],
        ]
    )
    assert found == [("Reading", {"previous": "WTS", "current": "EXS", "target": "EXS", "on_track": "Yes"})]


def test_early_years_areas() -> None:
    found = attainment(
        [
            ["Area of learning", "On entry", "Now", "Expected by July"],
            ["Communication and language", "12-18 months", "24-30 months", "36-48 months"],
        ],
        heading="Progress and development",
    )
    assert found == [
        (
            "Communication and language",
            {"baseline": "12-18 months", "current": "24-30 months", "target": "36-48 months"},
        )
    ]


def test_post_16_courses() -> None:
    found = attainment(
        [
            ["Course", "Level", "Target grade", "Current grade", "Progress since last PEP", "Action"],
            ["Plumbing", "2", "Merit", "Pass", "As expected", "Workshop on Fridays"],
        ]
    )
    assert found == [
        (
            "Plumbing",
            {
                "level": "2",
                "target": "Merit",
                "current": "Pass",
                "progress": "As expected",
                "intervention": "Workshop on Fridays",
            },
        )
    ]


def test_a_portals_print_of_three_terms_leaves_the_moment_of_entry_out_of_the_subject() -> None:
    term = ["On track to reach end of key stage target", "Current working at grade", "Personal progress since last PEP"]
    help_row = "What interventions in place if at least expected progress is not being made"
    found = attainment(
        [
            ["", "", "", "Autumn", "", "", "Spring", "", ""],
            ["Course Study", "Course Level", "Target at end of key stage", *term, *term],
            [
                "Other (please specify) Sociology 2023-10-20 14:23:11",
                "A level",
                "A",
                "Yes",
                "B",
                "As expected",
                *[""] * 3,
            ],
            [help_row, *[""] * 8],
            ["Other (please specify) Law 2023-10-11 09:45:37", "A level", "A", "No", "D", "Less", "Yes", "B", "More"],
            [help_row, "", "", "Extra tuition with your teacher", *[""] * 5],
        ]
    )
    assert [subject for subject, _ in found] == ["Sociology", "Law"]
    assert found[0][1]["current"] == "B"
    assert found[1][1]["current"] == "B" and found[1][1]["previous"] == "D"
    assert found[1][1]["intervention"] == "Extra tuition with your teacher"


def test_subjects_across() -> None:
    found = attainment(
        [["Subject", "English", "Maths"], ["Target", "5", "6"], ["Working at", "4", "6"], ["On track", "No", "Yes"]]
    )
    assert found == [
        ("English", {"target": "5", "current": "4", "on_track": "No"}),
        ("Maths", {"target": "6", "current": "6", "on_track": "Yes"}),
    ]


def test_grades_in_prose_are_no_rows() -> None:
    plan = Form().heading("Attainment").para("Robin is working at grade 4 in English and 5 in maths.").plan()
    assert plan.attainment == ()


def test_a_table_of_targets_is_no_attainment() -> None:
    assert attainment([["Target", "How", "By"], ["Read 60 words", "Daily", "22/05/2026"]], heading="Targets") == []


def test_a_header_of_two_rows() -> None:
    found = attainment(
        [
            ["Subject", "Autumn", "", "Spring", ""],
            ["", "Target", "Actual", "Target", "Actual"],
            ["English", "4", "3", "5", "4"],
        ]
    )
    assert found == [("English", {"target": "5", "previous": "3", "current": "4"})]


def test_a_grid_to_tick() -> None:
    found = attainment([["Area", "Below", "On track", "Above"], ["Reading", "x", "", ""], ["Maths", "", "", "✓"]])
    assert found == [("Reading", {"current": "Below"}), ("Maths", {"current": "Above"})]


def test_a_column_that_says_only_how_it_goes_is_on_track_whatever_it_is_called() -> None:
    found = attainment(
        [
            ["Subject", "Now", "Aim", "Flag"],
            ["English", "3", "5", "just below"],
            ["Maths", "4", "4", "Yes, comfortably"],
        ]
    )
    assert [row["on_track"] for _, row in found] == ["just below", "Yes, comfortably"]


def test_a_column_of_teachers_remarks_is_not_on_track() -> None:
    found = attainment(
        [
            ["Subject", "Now", "Aim", "From class"],
            ["English", "3", "5", "Reads widely at home"],
            ["Maths", "4", "4", "Yes to everything, Mr Vane says, but a calculator"],
        ]
    )
    assert all("on_track" not in row for _, row in found)


def test_the_end_of_a_stage_right_of_the_current_grade_is_the_aim() -> None:
    ((_, maths),) = attainment(
        [
            ["Subject", "End of Y8", "Autumn", "Spring", "End of Y9"],
            ["Maths", "2", "3", "3+", "4"],
        ]
    )
    assert (maths["current"], maths["target"]) == ("3+", "4")


def test_a_month_to_come_right_of_the_current_grade_is_the_aim() -> None:
    (_, maths), _ = attainment(
        [
            ["Subject", "Sept", "Now", "For July", "Is it coming?"],
            ["Maths", "E1", "E2", "E3", "Yes"],
            ["Art", "E1", "E1", "E2", "Not yet"],
        ]
    )
    assert maths == {"previous": "E1", "current": "E2", "target": "E3", "on_track": "Yes"}


def test_a_column_of_grades_left_of_the_aims_is_the_current_one() -> None:
    found = attainment(
        [
            ["Subject", "In class this half term", "End of year target"],
            ["Reading", "Secure Year 4", "Secure Year 5"],
            ["Maths", "Working towards Year 4", "Secure Year 4"],
        ]
    )
    assert [row["current"] for _, row in found] == ["Secure Year 4", "Working towards Year 4"]


def test_ticks_and_crosses_tell_whether_a_subject_is_on_track() -> None:
    found = attainment(
        [["Subject", "Now", "Target", "On track"], ["English", "4", "5", "✓"], ["History", "2", "5", "✗"]]
    )
    assert [row["on_track"] for _, row in found] == ["✓", "✗"]
