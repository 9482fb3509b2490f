"""What the school's own parts say in few words, under labels, in tables, or by pointing elsewhere."""

from __future__ import annotations

import pytest
from making_peps import findings_of

TARGET_TABLE = [
    ["Target", "Who", "By when"],
    ["Wren will use the quiet corner before lunch on four days of five", "Mr Hale", "19/12/2025"],
]


def test_minutes_under_a_topics_own_label_count_whatever_words_they_use() -> None:
    said = "LEARNING. Each ladder was gone through. Wren is up by .4 since the autumn, the best jump in 5B."
    labelled = findings_of({"Minutes of the meeting": [said]})
    bare = findings_of({"Minutes of the meeting": [said.removeprefix("LEARNING. ")]})
    assert labelled.value("minutes_on_attainment") == 3
    assert bare.value("minutes_on_attainment") == 0


def test_minutes_in_a_row_that_names_the_topic_count() -> None:
    rows = [["Item", "Said"], ["Data", "Mrs Orr shared it. Stuck on 3 since June."], ["Any other business", "None"]]
    found = findings_of({"Minutes of the meeting": [rows]})
    assert found.value("minutes_on_attainment") == 3
    assert found.value("minutes_facts_on_attainment") >= 2


@pytest.mark.parametrize(
    ("pointing", "told"),
    [("Late on 6 Mondays, see target 1.", 1), ("Late on 6 Mondays.", 0)],
)
def test_a_part_that_points_to_a_target_is_taken_up_by_it(pointing: str, told: int) -> None:
    found = findings_of({"Attendance": [f"91.2%. {pointing}"], "Targets": [TARGET_TABLE]})
    assert found.value("targets_on_attendance") == told


@pytest.mark.parametrize(
    ("said", "reasons"),
    [
        ("Wren comes in on the minibus with two others and is cheerful.", 0),
        ("Wren missed 4 days when the minibus did not run.", 1),
        ("Wren had 6 sessions off with chickenpox.", 1),
        ("8 sessions at the solicitor's in May.", 1),
        ("Of the absences 4 sessions are coded E, a suspension in May.", 0),
        ("2 days suspended in May, 3 with flu.", 1),
    ],
)
def test_how_a_child_comes_to_school_is_a_reason_only_where_absence_is_spoken_of(said: str, reasons: int) -> None:
    assert findings_of({"Attendance": ["92.1% this term.", said]}).value("attendance_reasons") == reasons


@pytest.mark.parametrize("answer", ["93%, a cold in May", "88 out of 92 sessions since Easter"])
def test_attendance_among_the_answers_on_school_is_recorded_where_no_part_asks_for_it(answer: str) -> None:
    school = [("Class", "Owls"), ("How much Wren has come", answer)]
    assert findings_of({"Education information": [school]}).value("attendance_recorded") is True


def test_a_share_of_something_else_is_no_attendance() -> None:
    school = [("Class", "Owls"), ("Reading", "Scored 61% in the June test")]
    assert findings_of({"Education information": [school]}).value("attendance_recorded") is False


PART = "Part-time timetable and alternative provision"


@pytest.mark.parametrize(
    ("part", "school", "minutes", "contradicted"),
    [
        ("Full time.", "Wren goes to Alder Farm on Tuesday afternoons since May.", "", True),
        ("Full time.", "", "Wren is on a reduced timetable until Easter.", True),
        ("Mornings only, 8.50 to 12.00.", "", "Wren is on a reduced timetable until Easter.", False),
        ("Full time.", "All staff had two half-days of training.", "10:42 Placement stable, homework done.", False),
        ("Full time.", "", "Absent for three and a half days with a cold. Walks off site when cross.", False),
        ("Full time. Not on a part-time timetable.", "", "Nothing further.", False),
    ],
)
def test_arrangements_that_other_parts_tell_of_contradict(
    part: str, school: str, minutes: str, contradicted: bool
) -> None:
    found = findings_of({PART: [part], "Education information": [school], "Minutes of the meeting": [minutes]})
    assert (found.value("arrangements_contradicted") != 0) is contradicted


def test_an_answer_of_full_time_beside_a_part_time_timetable_contradicts_itself() -> None:
    part = [[("Is the pupil full time?", "Yes")], "Wren has been on a part-time timetable since 28 April 2025."]
    assert findings_of({PART: part}).value("arrangements_contradicted") == 1


def test_a_stage_that_its_row_dates_is_a_step_back_to_full_time() -> None:
    stages = [["From", "In school"], ["1 May 2026", "Mornings"], ["2 June 2026", "Full days, all week"]]
    assert findings_of({PART: [stages]}).value("return_plan_steps") == 1


def test_a_month_alone_dates_a_suspension_in_its_own_table() -> None:
    table = [["When", "Days", "Why"], ["Nov", "1", "defiance"]]
    assert findings_of({"Suspensions and exclusions": [table]}).value("suspension_recorded") == 1


@pytest.mark.parametrize(
    "told",
    [
        [("What we know of what happened before, and how it shows", "Raised voices send Wren under the table.")],
        "Wren was often alone when she was little. Raised voices frighten her, so we use her own signal.",
    ],
)
def test_what_happened_to_the_child_is_told_without_the_word_trauma(told: object) -> None:
    found = findings_of({"Education information": [told]})  # type: ignore[list-item]
    assert found.value("trauma_words") >= 7


def test_who_and_since_when_tell_nothing_of_trauma_or_of_the_next_move() -> None:
    school = [("Key adult", "Mrs Dale"), ("Start date", "4 September 2023 (Year 7)")]
    found = findings_of({"Education information": [school]})
    assert (found.value("trauma_facts"), found.value("transition_facts")) == (0, 0)


@pytest.mark.parametrize("code", ["N. There are no special educational needs.", "No special educational need"])
def test_a_label_that_lists_the_codes_does_not_hide_that_there_is_no_need(code: str) -> None:
    send = [("Code (N / K / E)", code), ("Main area", "none")]
    assert findings_of({"Special educational needs": [send]}).value("send_stated_none") is True


@pytest.mark.parametrize(
    ("said", "papers"),
    [
        ("EHCP in docs.", True),
        ("Her plan and the review of 9 May are with this.", True),
        ("EHCP not on file yet, copy asked for.", False),
        ("The report is not on the system.", False),
    ],
)
def test_papers_are_said_to_be_there_in_several_ways(said: str, papers: bool) -> None:
    found = findings_of({"Special educational needs": [[("Main need", "Dyslexia"), ("Support", said)]]})
    assert (found.value("send_papers") != 0) is papers


@pytest.mark.parametrize(
    "said", ["Tutor, online, Monday and Thursday.", "Number games for 2 x 20 mins a week on top of class."]
)
def test_help_with_learning_may_be_a_tutor_or_minutes_a_week(said: str) -> None:
    assert findings_of({"Attainment and progress": [said]}).value("attainment_strategies") == 1


def test_a_form_tutor_is_no_help_with_learning() -> None:
    found = findings_of({"Attainment and progress": ["The form tutor, Mr Vane, collected the grades."]})
    assert found.value("attainment_strategies") == 0


@pytest.mark.parametrize(
    "said",
    ["N/A", "Nil return", "Not this term", "Nothing to report", "Clear record", "None since joining in Y7",
     "Wren has not had any suspensions.", "Wren hasn't been suspended."],
)  # fmt: skip
def test_that_there_was_no_suspension_is_said_in_many_ways(said: str) -> None:
    found = findings_of({"Suspensions and exclusions": [said]})
    assert (found.value("suspension_stated_none"), found.value("suspension_recorded")) == (True, 0)


@pytest.mark.parametrize(
    "said",
    ["Two lunchtime suspensions in May.", "Yes - one in January", "One suspension, half a day, before Easter.",
     "Excluded from Tuesday to Thursday last week.", "FTE x 1 (3 days) Jan"],
)  # fmt: skip
def test_a_suspension_told_without_a_date_in_figures_is_recorded(said: str) -> None:
    found = findings_of({"Suspensions and exclusions": [said]})
    assert (found.value("suspension_stated_none"), found.value("suspension_recorded")) == (False, 1)


def test_that_nothing_was_put_in_place_is_no_support() -> None:
    found = findings_of({"Suspensions and exclusions": ["2 days, 4 March 2025.", "Nothing was put in place."]})
    assert found.value("suspension_support") == 0


WEEK = ("full_time_stated", "part_time_stated", "alternative_stated")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("30 hours", (True, False, False)),
        ("Wren attends all her lessons.", (True, False, False)),
        ("12 hours a week", (False, True, False)),
        ("Wren is in from 9 till 12 each day.", (False, True, False)),
        ("Three days a week in school for now.", (False, True, False)),
        ("Reduced timetable: Mon-Thu 9-12. Back full time by 1 May.", (False, True, False)),
        ("Wren goes to Bright Sparks on Fridays for mechanics.", (False, False, True)),
        ("Wren is dual registered with the PRU.", (False, False, True)),
    ],
)
def test_the_week_is_told_in_hours_days_and_places(said: str, expected: tuple[bool, bool, bool]) -> None:
    found = findings_of({PART: [said]})
    assert tuple(found.value(name) for name in WEEK) == expected


def test_an_answer_that_begins_with_not_is_no_plain_no() -> None:
    found = findings_of({PART: [[("Is the child in full-time education?", "Not applicable, full time")]]})
    assert found.value("full_time_stated") is True


@pytest.mark.parametrize("said", ["N", "Not on the register", "No identified SEND", "Nothing identified so far"])
def test_that_there_is_no_special_need_is_said_in_many_ways(said: str) -> None:
    assert findings_of({"Special educational needs": [said]}).value("send_stated_none") is True


@pytest.mark.parametrize(
    ("need", "support"),
    [
        ("Stammer", "Seen by the specialist teacher fortnightly."),
        ("Difficulties with attention", "Reads with Mrs Hill each day."),
        ("Working memory", "10 minutes of phonics catch-up before lunch."),
        ("Hearing loss", "Coloured paper and a slope."),
    ],
)
def test_needs_and_their_support_have_many_names(need: str, support: str) -> None:
    found = findings_of({"Special educational needs": [f"{need}.", support]})
    assert (found.value("send_primary_need"), found.value("send_support")) == (True, 1)


@pytest.mark.parametrize(
    ("had", "full"),
    [("32.5, all in class", True), ("25", False), ("12", False), ("", False)],
)
def test_the_hours_a_child_has_tell_not_those_that_they_should_have(had: str, full: bool) -> None:
    hours = [("Hours per week the pupil should have", "32.5"), ("Hours per week the pupil has", had)]
    assert findings_of({PART: [hours]}).value("full_time_stated") is full


@pytest.mark.parametrize("said", ["188 of 192 sessions", "90 out of 96 possible sessions since Easter"])
def test_attendance_may_be_told_in_counts(said: str) -> None:
    assert findings_of({"Attendance": [said]}).value("attendance_recorded") is True


@pytest.mark.parametrize(
    ("section", "said", "feature"),
    [
        ("Attendance", "93%. Was poorly for a week.", "attendance_reasons"),
        ("Attendance", "90%. Daily call home by 9.15.", "attendance_actions"),
        ("Emotional health and wellbeing", "She talks to Mr Lamb at lunch when upset.", "semh_support"),
        ("Education information", "Wren finds it hard to trust adults after many moves.", "trauma_words"),
        ("Education information", "Place at Oakfield confirmed for 2 September.", "transition_facts"),
        ("Minutes of the meeting", "Sums are better, stories still short.", "minutes_on_attainment"),
        ("Minutes of the meeting", "She cries at night.", "minutes_on_semh"),
    ],
)
def test_plain_words_for_common_things_are_known(section: str, said: str, feature: str) -> None:
    assert findings_of({section: [said]}).value(feature) != 0


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Wren is still finishing at 12.15 on Tuesdays and Fridays.", 1),
        ("Her aunt collects her at noon every day until Easter.", 1),
        ("Wren is collected at 3.15 on Fridays.", 0),
        ("The meeting finishes at 12.15.", 0),
    ],
)
def test_going_home_at_midday_on_some_days_tells_of_less_than_the_week(said: str, told: int) -> None:
    assert findings_of({"Minutes of the meeting": [said]}).value("part_time_elsewhere") == told


@pytest.mark.parametrize(
    ("boxes", "papers"), [("Yes ☒  No ☐  (reviewed in May)", 1), ("Yes ☐  No ☒", 0), ("☐ Yes ☒ No, being written", 0)]
)
def test_a_ticked_box_says_that_the_plan_is_attached(boxes: str, papers: int) -> None:
    asked = [("Main need", "Dyslexia"), ("Plan attached?", boxes)]
    assert findings_of({"Special educational needs": [asked]}).value("send_papers") == papers


def test_a_full_timetable_that_is_ticked_no_is_part_time() -> None:
    asked = [("Is the pupil on a full timetable?", "Yes ☐  No ☒"), ("If not, details", "Full time again from June.")]
    found = findings_of({"Part-time timetable": [asked]})
    assert (found.value("full_time_stated"), found.value("part_time_stated")) == (False, True)


@pytest.mark.parametrize(
    ("minuted", "topics"),
    [
        ("Wren unrolled the kingfisher frieze and hung it over the sink.", 1),
        ("Wren unrolled a poster and hung it over the sink.", 0),
        ("The kingfisher came up.", 0),
    ],
)
def test_minutes_take_up_a_part_in_words_that_are_its_own(minuted: str, topics: int) -> None:
    shown = ["The kingfisher frieze now hangs in the corridor outside Class 5B."]
    found = findings_of({"Achievements": shown, "Minutes of the meeting": [minuted]})
    assert found.value("minutes_topics") == topics


def test_words_that_stand_all_over_the_plan_are_no_parts_own() -> None:
    said = "The minibus and the frieze matter to Wren."
    parts = ("Achievements", "Attendance", "Attainment", "Special educational needs", "Minutes of the meeting")
    assert findings_of({part: [said] for part in parts}).value("minutes_topics") == 0


def test_an_adult_who_takes_a_child_to_lessons_acts_on_attendance() -> None:
    said = "88.1% this term. Ms Orme takes him to period 5 on Mondays."
    assert findings_of({"Attendance": [said]}).value("attendance_actions") == 1
    assert findings_of({"Attendance": ["88.1% this term. He takes his time."]}).value("attendance_actions") == 0
