"""What a PEP of a young person past sixteen tells: courses, barriers, aspirations, people, actions, concern."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

import docx
import pytest
from making_peps import Part, plan_of

from pepinsight.documents import read_bytes
from pepinsight.evidence import Findings, find_evidence
from pepinsight.plan import recognise

FRONT = [("Name", "Wren Ashby"), ("Year", "13"), ("College", "Hollow Lane College"), ("PEP meeting held", "12/11/2025")]


def found(**sections: Sequence[Part]) -> Findings:
    """A PEP with these parts; an underscore in a name is a space."""
    return find_evidence(plan_of({title.replace("_", " "): parts for title, parts in sections.items()}, FRONT))


def quotes(findings: Findings, feature: str) -> list[str]:
    return [item.quote.strip() for item in findings.evidence if item.feature == feature]


COURSES = [
    ["Course", "Level", "Target", "Working at", "On track", "Progress since last PEP", "If not, what is done"],
    ["Engineering Diploma", "3", "Merit", "Pass", "Yes", "Expected", ""],
    ["GCSE Maths", "2", "4", "2", "No", "Less than expected", ""],
]
TARGETS = [
    ["Target", "How", "By when"],
    ["Wren will score 40 of 80 in the maths mock", "Group twice a week", "30/01/2026"],
]


def test_a_course_that_is_off_track_is_looked_for_in_targets_and_in_what_is_done() -> None:
    left = found(Attainment=[COURSES])
    assert left.value("subjects_off_track") == 1
    assert left.value("off_track_without_target") == 1
    assert left.value("off_track_without_help") == 1
    assert quotes(left, "off_track_without_target") == ["GCSE Maths"]
    answered = found(Attainment=[COURSES], SMART_Targets=[TARGETS])
    assert answered.value("off_track_without_target") == 0
    helped = found(Attainment=[[*COURSES[:2], [*COURSES[2][:6], "Workshop with Mr Vale on Tuesdays"]]])
    assert helped.value("off_track_without_help") == 0
    assert helped.value("off_track_without_target") == 1


def test_help_that_is_refused_in_words_is_none() -> None:
    refused = found(Attainment=[[*COURSES[:2], [*COURSES[2][:6], "None needed"]]])
    assert refused.value("off_track_without_help") == 1


def test_english_and_maths_are_found_with_their_level_or_not_at_all() -> None:
    findings = found(Attainment=[COURSES], Education=[[("GCSE English", "Passed, grade 5, June 2025")]])
    assert findings.value("maths_level_recorded") is True
    assert findings.value("english_level_recorded") is True
    assert found(Attainment=[COURSES[:2]]).value("english_level_recorded") is False
    assert findings.value("attainment_level_share") == 1.0
    assert findings.value("course_at_level_one") is True


@pytest.mark.parametrize(
    ("answer", "neet", "barriers"),
    [
        ("N/A", False, 0),
        ("Wren is in full-time education and has not been NEET.", False, 0),
        ("Wren has been NEET since September because of anxiety about new places.", True, 1),
    ],
)
def test_out_of_education_only_where_it_is_said(answer: str, neet: bool, barriers: int) -> None:
    findings = found(Education=[[("Short Term Training or NEET", answer)]])
    assert findings.value("neet_told") is neet
    assert findings.value("eet_barriers") == barriers


def test_custody_is_told_from_a_form_that_only_asks_about_it() -> None:
    assert found(Personal_information=[[("Custody and remand", "Does not apply.")]]).value("custody_told") is False
    told = found(Personal_information=["Wren was on remand in Ashgrove from 3 May to 9 June 2025."])
    assert told.value("custody_told") is True


def test_exam_arrangements_count_where_they_are_given_or_said_to_be_none() -> None:
    given = found(Additional_needs=[[("Exam arrangements", "25% extra time, Form 8 renewed")]])
    none = found(Additional_needs=[[("Exam arrangements", "None")]])
    assert (given.value("exam_arrangements_told"), none.value("exam_arrangements_told")) == (1, 1)
    assert found(Additional_needs=[[("EHCP", "No")]]).value("exam_arrangements_told") == 0


def test_an_aspiration_with_what_it_asks_for_and_the_way_there() -> None:
    findings = found(
        Careers=["Wren wants to be a paramedic. The degree requires grade C in biology. Next step: open day in March."]
    )
    assert quotes(findings, "aspiration_told") == ["Wren wants to be a paramedic."]
    assert quotes(findings, "aspiration_requirements") == ["The degree requires grade C in biology."]
    assert findings.value("aspiration_route") == 1


def test_actions_in_a_table_and_in_lines_with_owner_and_time() -> None:
    table = [["Action", "Who", "By"], ["Book the visit", "OF", "28/11/2025"], ["Ask about the bus", "", ""]]
    findings = found(Actions=[table])
    assert (findings.value("actions_set"), findings.value("actions_owned_and_dated")) == (2, 1)
    lines = found(Minutes_of_the_meeting=["Social worker to send the form by 3 December; tutor to ring home."])
    assert (lines.value("actions_set"), lines.value("actions_owned_and_dated")) == (2, 1)


def test_last_times_actions_are_followed_up_where_an_outcome_is_told() -> None:
    told = found(
        Minutes_of_the_meeting=["Last term's actions: laptop done, bus pass not done since the office was shut."]
    )
    assert told.value("previous_actions_followed_up") == 1
    assert found(Minutes_of_the_meeting=["We set some actions."]).value("previous_actions_followed_up") == 0


@pytest.mark.parametrize(
    ("parts", "participation", "wellbeing"),
    [
        ([[("Participation RAG", "Green"), ("Wellbeing RAG", "Amber, quiet since the move")]], "green", "amber"),
        (["The group agreed amber for wellbeing and green for joining in."], "green", "amber"),
        (["On wellbeing, Wren saw the nurse in May and was put on the list for a counsellor. Amber."], "none", "amber"),
        (["Please complete each part in line with the statutory guidance."], "none", "none"),
        (["Wren took part and walked to the green space after lunch."], "none", "none"),
    ],
)
def test_levels_of_concern(parts: Sequence[Part], participation: str, wellbeing: str) -> None:
    findings = found(Minutes_of_the_meeting=parts)
    assert findings.value("rag_participation") == participation
    assert findings.value("rag_wellbeing") == wellbeing


def test_supporters_count_once_each_and_silence_is_no_view() -> None:
    findings = found(
        Minutes_of_the_meeting=[
            "The social worker said that the move went well. The tutor reported two merits.",
            "The social worker added a date.",
            "The hosts were asked for their views; no reply.",
        ]
    )
    assert findings.value("supporters_heard") == 2


def test_an_absence_is_explained_or_not() -> None:
    table = [["Name", "Role", "Attended"], ["Wren Ashby", "Young person", "No - on shift"], ["Omar Finch", "DT", "Yes"]]
    bare = [["Name", "Role", "Attended"], ["Wren Ashby", "Young person", "No"], ["Omar Finch", "DT", "Yes"]]
    assert found(Attendees=[table]).value("child_absence_explained") is True
    assert found(Attendees=[bare]).value("child_absence_explained") is False
    assert found(Minutes_of_the_meeting=["We met."]).value("child_absence_explained") is None


def test_strengths_and_areas_are_told_apart() -> None:
    findings = found(
        Attainment=[
            "Wren's strengths are practical work and a warmth with people.",
            "Written assignments are behind and two units are late.",
            "Wren goes quiet in group work and worries about new adults.",
        ]
    )
    assert findings.value("strengths_told") == 1
    assert findings.value("learning_areas_told") >= 1
    assert findings.value("social_areas_told") == 1
    assert found(Attainment=[[("Areas to work on", "None at this time.")]]).value("learning_areas_told") == 0


def test_what_stands_under_a_title_of_strengths_or_of_difficulty_needs_no_such_word() -> None:
    findings = found(
        Attainment=[
            [
                ["", "Good at", "To work on"],
                ["Learning", "Setting out her working line by line", "Reading a question to its end"],
                ["With others", "Taking turns at the bench", "Sitting with a group at lunch"],
            ]
        ],
        Education=[[("What gets in the way", "Essays of more than a page"), ("What worries us", "None at present")]],
    )
    assert {"Setting out her working line by line", "Taking turns at the bench"} <= {
        *quotes(findings, "strengths_told")
    }
    assert {"Reading a question to its end", "Essays of more than a page"} <= {*quotes(findings, "learning_areas_told")}
    assert quotes(findings, "social_areas_told") == ["Sitting with a group at lunch"]


@pytest.mark.parametrize(
    ("label", "answer", "areas"),
    [
        ("Comment", "Functional skills maths remains a challenge.", 1),
        ("Comment", "Her coursework is overdue by a fortnight.", 1),
        ("Comment", "Functional skills maths needs work.", 1),
        ("Comment", "English is the priority until June.", 1),
        ("Course", "Level 2 Health and Social Care, with a maths resit", 0),
        ("Support needed", "One to one with reading the longer texts", 1),
        ("What I want to get better at", "Writing longer answers in tests", 1),
        ("Even better if", "You asked sooner in maths lessons", 1),
        ("Support needed", "None", 0),
        ("Comment", "He enjoys a challenge in maths.", 0),
        ("Comment", "Ria challenges herself in every lesson.", 0),
        ("Comment", "The class is reading challenging texts with ease.", 0),
        ("Comment", "Progress in English is not limited to the exam.", 0),
    ],
)
def test_an_area_in_learning_is_known_by_a_plain_word_or_its_title(label: str, answer: str, areas: int) -> None:
    assert found(Attainment=[[(label, answer)]]).value("learning_areas_told") == areas


@pytest.mark.parametrize(
    ("part", "said", "learning", "social"),
    [
        ("Attainment", "Plant taxonomy is a stumbling block.", 1, 0),
        ("Attainment", "Wren bottles things up among new people.", 0, 1),
        ("Emotional_wellbeing", "Wren finds December difficult.", 0, 1),
        ("Attendance", "Wren finds December difficult.", 0, 0),
    ],
)
def test_what_is_hard_belongs_to_the_part_in_which_it_stands_where_its_words_do_not_say(
    part: str, said: str, learning: int, social: int
) -> None:
    findings = found(**{part: [said]})
    assert (findings.value("learning_areas_told"), findings.value("social_areas_told")) == (learning, social)


def test_under_a_title_of_strengths_or_difficulty_one_word_will_do() -> None:
    findings = found(Attainment=[[("Strengths", "Welding"), ("To develop", "Spelling"), ("Needs work", "Nothing")]])
    assert quotes(findings, "strengths_told") == ["Welding"]
    assert quotes(findings, "learning_areas_told") == ["Spelling"]


@pytest.mark.parametrize(
    ("said", "areas"),
    [
        ("Wren isolates herself at lunch and would benefit from a club.", 1),
        ("Since the move Wren has been up and down.", 1),
        ("Wren can lose her temper when plans change.", 1),
        ("Working on speaking up in seminars.", 1),
        ("Wren is behind with one unit of Health and Social Care.", 0),
        ("Wren is good company and leads the group.", 0),
    ],
)
def test_an_area_among_people_is_known_by_plain_words_and_not_by_a_course_of_that_name(said: str, areas: int) -> None:
    assert found(Attainment=[said]).value("social_areas_told") == areas


def test_a_title_that_asks_for_both_tells_nothing_and_no_start_date_is_an_area() -> None:
    findings = found(
        Attainment=[
            [("Strengths and areas to develop", "Reading every night with her key worker")],
            "The college course does not start again until September.",
        ]
    )
    assert findings.value("learning_areas_told") == 0


def test_a_plan_written_to_the_young_person_is_told_from_one_about_them() -> None:
    to_them = "You started well. You like your course and your tutor says you work hard. We know you find maths hard. "
    about_them = "She started well. She likes her course and her tutor says she works hard. She finds maths hard. "
    assert found(Minutes_of_the_meeting=[to_them * 3]).value("written_to_child") is True
    assert found(Minutes_of_the_meeting=[about_them * 3]).value("written_to_child") is False


def test_a_target_takes_up_a_course_off_track_or_an_aspiration() -> None:
    targets = [
        ["Target", "How", "By when"],
        ["Wren will score 40 of 80 in the maths mock", "Group twice a week", "30/01/2026"],
        ["Wren will visit the paramedic course at the university open day", "Careers lead books it", "28/02/2026"],
    ]
    findings = found(Attainment=[COURSES], Careers=["Wren wants to be a paramedic."], SMART_Targets=[targets])
    assert quotes(findings, "targets_answering_share") == [row[0] for row in targets[1:]]


def test_a_print_titled_epep_post_16_is_a_front_page_whose_dates_count() -> None:
    word = [("Young person", "Wren Ashby"), ("Date of PEP", "3 March 2026"), ("PEP finalised", "20 March 2026")]
    document = docx.Document()
    document.add_heading("ePEP Post 16", 1)
    table = document.add_table(rows=0, cols=2)
    for pair in word:
        for cell, text in zip(table.add_row().cells, pair, strict=True):
            cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    dates = recognise(read_bytes(stream.getvalue(), "wren.docx")).dates
    assert (dates.meeting, dates.completed) == (date(2026, 3, 3), date(2026, 3, 20))


def test_a_feeling_that_is_hard_is_an_area_and_so_is_what_keeps_somebody_out_of_education() -> None:
    findings = found(
        Minutes_of_the_meeting=["Wren is scared of turning 18 and of everybody going."],
        Education=["Wren has been NEET since September because of sleep and no bus money."],
    )
    assert "Wren is scared of turning 18 and of everybody going." in quotes(findings, "social_areas_told")
    assert quotes(findings, "learning_areas_told") == [
        "Wren has been NEET since September because of sleep and no bus money."
    ]


def test_parts_below_a_vague_heading_keep_their_own_meaning() -> None:
    plan = plan_of(
        {"B. PLAN": [], "B2 Attainment / progress": ["Wren is strong at maths."], "B3 SMART targets": [TARGETS]}, FRONT
    )
    kinds = {plan.quote(one.title): one.kind.value for one in plan.sections if one.title is not None}
    assert kinds["B2 Attainment / progress"] == "attainment"
    assert kinds["B3 SMART targets"] == "targets"
