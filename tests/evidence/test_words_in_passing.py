"""Words told in passing, in many verbs and in many parts, beside what staff say of a child in the same verbs."""

from __future__ import annotations

import pytest

from pepinsight.plan import SectionKind
from tests.evidence.making_peps import findings_of
from tests.evidence.spoken import CARER, MEETING, SEMH, Block, read, said

CHILDS = [
    (MEETING, "", "Tamsin reports that she is now sleeping better and gets up by herself."),
    (MEETING, "", "According to Tamsin, break times are the hardest part of the day."),
    (MEETING, "", "In Tamsin's own words, the new seating plan is 'a nightmare'."),
    (MEETING, "", "Tamsin shared with Ada that she is missing her old friends."),
    (MEETING, "", "Her wish is to go to college to study hair and beauty."),
    (MEETING, "", "Tamsin's main worry at the moment is her GCSE options."),
    (MEETING, "", "Tamsin thinks the tuition has helped with her fractions."),
    (MEETING, "", "Tamsin is not sure what she wants to do after Year 11."),
    (MEETING, "", "Tamsin identified PE and drama as her favourite lessons."),
    (MEETING, "", "It was reported by Tamsin that some girls had been unkind on the bus."),
    (MEETING, "", "Tamsin gave school 7 out of 10 because lunch is too short."),
    (MEETING, "", "Tamsin agreed to the new targets."),
    (MEETING, "", "Tamsin chose not to stay for the meeting but told Mr Frome that she wants to keep the tutor."),
    (SEMH, "How is she?", "She tells us she feels safe in school and can name three adults."),
    (SectionKind.SEND, "", "Tamsin says that the coloured overlay makes the words stop moving."),
    (SectionKind.EXCLUSIONS, "", "Tamsin's account is that another pupil pushed her first."),
]

HOMES = [
    (MEETING, "", "According to Priya, Tamsin is reading every night before bed."),
    (MEETING, "", "Priya fed back that Tamsin loves the new reading book."),
    (MEETING, "", "Priya gave an update from home: Tamsin is sleeping through and has joined Guides."),
    (MEETING, "", "Mum rang before the meeting to say she is happy with the school."),
    (MEETING, "", "Concerns were raised by the carer around friendship groups."),
    (MEETING, "", "It was noted by carers that she is very tired after swimming."),
    (MEETING, "", "Priya disagrees with the decision to move her down a set."),
    (SEMH, "", "At home Priya has seen fewer meltdowns since the timetable went up."),
    (SectionKind.EDUCATION, "", "Carers say that she reads the menu out loud in cafes now."),
]

NOBODYS = [
    (MEETING, "", "She tells lies when she is frightened of getting into trouble."),
    (MEETING, "", "She asks for help when she needs it."),
    (MEETING, "", "She reads aloud with confidence and describes characters well."),
    (MEETING, "", "She explains her reasoning well and feels safe with Mr Frome."),
    (MEETING, "", "She tells an adult before she leaves the room, 6 times out of 8."),
    (MEETING, "", "Tamsin can say the days of the week in Welsh."),
    (MEETING, "", "Tamsin is happy and settled at school."),
    (MEETING, "", "Tamsin's wishes were shared by Mr Frome at the start."),
    (SEMH, "", "She wants everything to be perfect."),
    (SEMH, "", "She gets cross when she thinks people are laughing at her."),
    (SEMH, "", "She said hello to the new girl and shared her snack, which shows how far she has come."),
    (SectionKind.EDUCATION, "", "Tamsin responds well to praise and wants to succeed."),
    (SectionKind.EDUCATION, "", "She asks for clarification and explains her answers in full sentences."),
    (MEETING, "", "Carer to attend parents' evening in March."),
    (CARER, "", "Carers did not return the form."),
    (MEETING, "", "Mr Frome reports that the term has gone well."),
]


@pytest.mark.parametrize("block", CHILDS)
def test_what_the_child_said_in_passing_is_hers(block: Block) -> None:
    assert said(read(block), "child_voice") != []
    assert said(read(block), "carer_voice") == []


@pytest.mark.parametrize("block", HOMES)
def test_what_those_at_home_said_in_passing_is_theirs(block: Block) -> None:
    assert said(read(block), "carer_voice") != []
    assert said(read(block), "child_voice") == []


@pytest.mark.parametrize("block", NOBODYS)
def test_what_staff_see_in_the_same_verbs_is_neithers(block: Block) -> None:
    assert said(read(block), "child_voice") == []
    assert said(read(block), "carer_voice") == []


@pytest.mark.parametrize(
    "words",
    [
        "Ada Quist reported that Tamsin had told her she wants to see her brother.",
        "Tamsin doesn't feel she needs the mentor any more.",
        "Tamsin no longer wants to see the counsellor.",
        "From Tamsin's point of view, the changes of teacher have been the hardest thing.",
        "She brought up the fact that no one had told her about the trip.",
        "In drawing work she drew her house and said it was full of noise.",
        "Tamsin would ideally like an apprenticeship.",
        "Tamsin raised the issue of the bus pass.",
    ],
)
def test_denied_turned_or_passed_on_twice_they_are_still_hers(words: str) -> None:
    assert said(read((MEETING, "", words)), "child_voice") != []


@pytest.mark.parametrize(
    "block",
    [
        (MEETING, "", "It is hoped that she will want to go to college."),
        (SectionKind.TARGETS, "", "Tamsin says each sound and blends it on 8 of 10 tries."),
        (SectionKind.TARGETS, "", "Tamsin identifies the main idea in a text as required."),
        (SEMH, "", "Tamsin refuses to come in when she thinks there is a test."),
        (SectionKind.EDUCATION, "", "She reports to the office each morning."),
        (CARER, "", "Carer not present."),
    ],
)
def test_what_is_hoped_aimed_at_or_noted_is_neithers(block: Block) -> None:
    assert said(read(block), "child_voice") == []
    assert said(read(block), "carer_voice") == []


@pytest.mark.parametrize("words", ["Tamsin gives", "She gave", "Tamsin messaged", "Ada Quist emailed"])
def test_a_plan_may_break_off_right_after_a_verb(words: str) -> None:
    findings = findings_of({"PEP meeting minutes": ["Tamsin was there.", words]})
    assert findings.value("child_voice_in_minutes") == 0
