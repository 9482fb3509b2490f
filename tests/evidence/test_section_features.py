"""What single sections say: detail by facts, part-time and exclusions told truly, minutes by topic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making_peps import findings_of, plan_of

from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import facts_in
from pepinsight.evidence.pipeline import read_text
from pepinsight.evidence.reading import Reading

PRAISE = "Everyone is so very proud and it is truly lovely to see how wonderfully well things are going for them."


def test_praise_and_padding_add_no_facts() -> None:
    bare = findings_of({"Achievements": ["Wren won the Year 8 science prize on 3 October."]})
    padded = findings_of({"Achievements": ["Wren won the Year 8 science prize on 3 October.", PRAISE, PRAISE, PRAISE]})
    assert padded.value("achievements_facts") == bare.value("achievements_facts")


def test_the_same_sentence_twice_counts_once() -> None:
    said = "Wren met the careers adviser, Mr Hall, on 3 October and visited Brook College."
    once, twice = (findings_of({"Careers": [said] * times}) for times in (1, 2))
    assert once.value("careers_facts") == twice.value("careers_facts")


def _reading() -> Reading:
    plan = plan_of({"Achievements": ["Wren won the Year 8 science prize on 3 October."]})
    return Reading(plan, read_text(plan))


SOME_PEP = _reading()


@pytest.mark.parametrize("words", ["Wren", "Wren Ashby's", "the Prize"])
def test_the_childs_name_and_ordinary_words_with_a_capital_are_no_facts(words: str) -> None:
    assert facts_in(SOME_PEP, f"We all think of {words} now.") == set()


@given(st.text(max_size=200))
def test_facts_can_be_asked_of_any_text(text: str) -> None:
    assert all(fact and fact == fact.lower() for fact in facts_in(SOME_PEP, text))


PART_TIME = "Part-time timetable and alternative provision"


@pytest.mark.parametrize(
    ("section", "full", "part"),
    [
        ([[("Full time in school?", "Yes")]], True, False),
        ([[("Full time in school?", "No")]], False, True),
        ([[("Is there a reduced timetable?", "No")]], True, False),
        ([[("Is there a reduced timetable?", "Yes")]], False, True),
        (["Wren attends full time, all lessons on site. No part-time timetable."], True, False),
        (["Wren is on a part-time timetable, mornings only, until Easter."], False, True),
    ],
)
def test_full_time_or_not_either_way_round(section: list[object], full: bool, part: bool) -> None:
    found = findings_of({PART_TIME: section})  # type: ignore[dict-item]
    assert (found.value("full_time_stated"), found.value("part_time_stated")) == (full, part)


@pytest.mark.parametrize(
    ("minutes", "spoken"),
    [
        ("Wren is at Brook Farm with Mr Lee every Tuesday afternoon, which she loves.", 1),
        ("The art club meets on Tuesday after school in the workshop.", 0),
        ("Friday afternoons at the alternative provision are going well.", 1),
        ("No alternative provision is used.", 0),
    ],
)
def test_provision_away_from_school_is_seen_in_the_minutes(minutes: str, spoken: int) -> None:
    assert findings_of({"PEP meeting": [minutes]}).value("alternative_elsewhere") == spoken


@pytest.mark.parametrize(
    ("text", "recorded", "none"),
    [
        ("One suspension of 2 days, 6 and 7 October 2025, after a fight on the bus.", True, False),
        ("None", False, True),
        ("Wren has never been suspended or excluded.", False, True),
        ("Number of suspensions since last PEP: 0", False, True),
    ],
)
def test_a_suspension_is_told_from_none(text: str, recorded: bool, none: bool) -> None:
    found = findings_of({"Suspensions and exclusions": [text]})
    assert (bool(found.value("suspension_recorded")), found.value("suspension_stated_none")) == (recorded, none)


def test_that_there_was_no_suspension_may_be_said_beside_the_attendance() -> None:
    found = findings_of({"Attendance": ["97% at 28 November. No suspensions."]})
    assert found.value("suspension_stated_none") is True


def test_a_suspension_only_in_the_minutes_is_seen() -> None:
    found = findings_of(
        {
            "Suspensions and exclusions": ["None"],
            "PEP meeting": ["We talked about the two days he was suspended in October."],
        }
    )
    assert found.value("suspension_elsewhere") == 1


def test_minutes_are_read_by_topic() -> None:
    found = findings_of(
        {
            "PEP meeting": [
                "Attendance: 96.2%, two lates.",
                "Friendships: plays with Ada and Finn.",
                "PP+: £300 for tuition agreed.",
            ]
        }
    )
    assert [bool(found.value(f"minutes_on_{topic}")) for topic in ("attendance", "peers", "premium", "send")] == [
        True,
        True,
        True,
        False,
    ]


def test_a_meeting_that_was_not_held_is_told() -> None:
    assert findings_of({"PEP meeting": ["The meeting on 3 March did not go ahead because of snow."]}).value(
        "meeting_not_held"
    )


@pytest.mark.parametrize("file", ["topics", "sections", "smart", "review", "detail", "parties"])
def test_every_cue_list_loads_and_finds_its_own_plain_phrases(file: str) -> None:
    for cue in cues(file).values():
        assert cue.pattern.pattern


def test_an_update_before_this_term_is_old_and_an_unknown_one_is_not_held_against_it() -> None:
    old = findings_of(
        {"Social worker information": [[("Section last updated", "03/02/2025"), ("Legal status", "Care order")]]}
    )
    unknown = findings_of({"Social worker information": [[("Legal status", "Care order")]]})
    assert (old.value("social_worker_update_old"), unknown.value("social_worker_update_old")) == (True, False)


@pytest.mark.parametrize(
    ("told", "given"),
    [
        (["Wren sees her mother every other Saturday at the centre, supervised, and phones her nan on Sundays."], True),
        (["Wren lives with her nan and uncle, who were approved last year."], False),
        ([[("Contact", ""), ("Placement", "With her nan; mum visits monthly")]], False),
    ],
)
def test_whom_a_child_sees_may_stand_in_the_care_part_unless_the_form_asks_for_it(
    told: list[object], given: bool
) -> None:
    assert findings_of({"Care information": told}).value("contact_given") is given


def test_an_option_that_nobody_ticked_tells_of_no_suspension() -> None:
    ticked = findings_of({"Suspensions and exclusions": [[("Any in the last 12 months?", "☐ Yes")], "☐ Yes", "☒ No"]})
    assert ticked.value("suspension_recorded") == 0
    assert ticked.value("suspension_elsewhere") == 0


def test_what_was_done_after_a_suspension_stands_under_its_own_label() -> None:
    told = [[("Date and length", "3 and 4 March 2026, two days"), ("What changed", "A den in room 6 from 9 March.")]]
    assert findings_of({"Suspensions and exclusions": told}).value("suspension_support") >= 1


def test_the_titles_of_a_table_in_which_nobody_wrote_say_nothing() -> None:
    empty = [("Strand", "Rating (red, amber, green)", "What we do about it"), ("Mood", "", ""), ("Friends", "", "")]
    found = findings_of({"Emotional wellbeing": [empty]})
    assert (found.value("semh_words"), found.value("semh_rating_given")) == (0, False)
