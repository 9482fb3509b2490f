"""Every word stands in one section, under the heading that a reader would look for it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from making_forms import Paper, kinds, texts

from pepinsight.documents import Block, BlockKind, Document, Place
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import recognise

WORDS = st.sampled_from(
    [
        "Attendance",
        "PEP meeting",
        "Next PEP: 3 March 2026",
        "Name",
        "Leo Marsh",
        "SECTION B",
        "☒ Yes ☐ No",
        "",
        "Targets",
        "12/02/2026",
        "What is going well?",
        "He likes art and lunch with Sam.",
        "Present: A Keld (DT), B Salt (SW)",
        "£120",
        "PP+",
        "Click here to enter text.",
    ]
) | st.text(max_size=30)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any run of blocks at all, tables with holes and spans among them."""
    blocks: list[Block] = []
    text = ""
    for number in range(draw(st.integers(0, 25))):
        words = draw(WORDS).replace("\n", " ")
        text += "\n" if text else ""
        kind = draw(st.sampled_from(list(BlockKind)))
        place = Place(number)
        if kind is BlockKind.CELL:
            place = Place(number, table=draw(st.integers(0, 2)), row=number, column=draw(st.integers(0, 3)))
        level = draw(st.integers(1, 4)) if kind is BlockKind.HEADING else 0
        span = draw(st.integers(1, 3))
        blocks.append(
            Block(len(text), len(text) + len(words), kind, place, level, draw(st.booleans()), column_span=span)
        )
        text += words
    return Document("any", "docx", "0", text, tuple(blocks))


@given(documents())
@settings(max_examples=150, deadline=None)
def test_every_block_stands_in_exactly_one_section(document: Document) -> None:
    plan = recognise(document)
    assert sorted(index for section in plan.sections for index in section.blocks) == list(range(len(document.blocks)))
    for item in plan.fields:
        assert 0 <= item.label.start <= item.label.end <= len(document.text)
        assert item.blank == (item.value.start == item.value.end)
    for kind in Kind:
        spans = plan.spans_of(kind)
        assert all(before.end <= after.start for before, after in pairwise(spans))


def test_headings_bold_lines_capitals_and_banners_open_sections() -> None:
    plan = (
        Paper().para("Leo's plan")
        .heading("Attendance").para("Leo is in every day.")
        .bold("Suspensions and exclusions").para("None this year.")
        .para("CARER'S VIEWS").para("He is happy here.")
        .table([["Careers", ""], ["Careers interview", "May 2026"]], banners=[0])
        .plan()
    )  # fmt: skip
    assert [kind for _, kind in kinds(plan)] == [Kind.ATTENDANCE, Kind.EXCLUSIONS, Kind.CARER, Kind.CAREERS]
    assert plan.sections[0].kind is Kind.FRONT
    assert texts(plan, Kind.CARER) == ["He is happy here."]


def test_plain_lines_open_sections_where_a_sentence_follows() -> None:
    """A form typed without any style, as e-mailed ones are."""
    plan = Paper().para(
        "What I think", "I like art best. Maths is too long.", "My new targets", "I will read for ten minutes a day.",
        "8. Minutes of the meeting held on 4 March 2026", "We talked about French.", "Next meeting: 10 June 2026",
    ).plan()  # fmt: skip
    assert [kind for _, kind in kinds(plan)] == [Kind.VIEWS, Kind.TARGETS, Kind.MEETING]
    assert str(plan.dates.meeting) == "2026-03-04"


def test_short_answers_are_no_headings() -> None:
    plan = Paper().heading("My views").bold("What do you like?").para("Art", "School", "Attendance", "Lunch").plan()
    assert kinds(plan) == [("My views", Kind.VIEWS)]


def test_an_unknown_sub_heading_stays_with_its_parent() -> None:
    plan = Paper().heading("SEND").fields(Status="SEN Support").heading("How it is going", 2).para("Well.").plan()
    assert [kind for _, kind in kinds(plan)] == [Kind.SEND, Kind.SEND]


def test_minutes_keep_their_topics() -> None:
    paper = Paper().heading("Section C: School").heading("Attendance", 2).para("96%")
    paper.heading("Section E: PEP meeting")
    for topic in ("Attendance", "Attainment", "SEND and support", "What is going well?"):
        paper.heading(topic, 2).para(f"We talked about {topic.lower()}.")
    plan = paper.plan()
    assert [kind for _, kind in kinds(plan)][-4:] == [Kind.MEETING] * 4
    assert texts(plan, Kind.ATTENDANCE) == ["96%"]


def test_a_part_that_names_two_topics_keeps_neither_from_the_other() -> None:
    paper = Paper().heading("Part 3: Young person and carer").heading("My views", 2).para("I like the quiet room.")
    paper.heading("Carer's comments", 2).para("He sleeps well.")
    paper.heading("Part 4: Meeting and targets").heading("Attendance", 2).para("We talked about Mondays.")
    plan = paper.heading("New targets", 2).para("Kit will read for ten minutes a day.").plan()
    told = dict(kinds(plan))
    assert (told["My views"], told["Carer's comments"]) == (Kind.VIEWS, Kind.CARER)
    assert (told["Attendance"], told["New targets"]) == (Kind.MEETING, Kind.TARGETS)


def test_a_part_that_gathers_others_keeps_none_of_them() -> None:
    """A heading without words, over one that is what it is named for, leaves the others what they are called."""
    paper = Paper().heading("Part 4 The meeting").heading("Who was there", 2).para("Ann Keld (DT), Bea Salt (SW)")
    paper.heading("Notes of the meeting", 2).para("Ms Keld opened the meeting. All went well.")
    paper.heading("New targets", 2).para("Leo will read ten pages a night by May.")
    found = [kind for title, kind in kinds(paper.plan()) if not title.startswith("Part")]
    assert found == [Kind.ATTENDEES, Kind.MEETING, Kind.TARGETS]


def test_a_question_above_its_answer_belongs_to_the_part_in_which_it_stands() -> None:
    """One table from top to bottom, in which wide rows head parts and also ask what is answered in the row below."""
    rows = [
        ["Attendance", ""],
        ["Percent", "91"],
        ["What meeting or talk about results has there been?", ""],
        ["Mum and Ms Keld met twice, and Leo came along."],
        ["Special educational needs", ""],
        ["Status", "SEN Support"],
        ["Achievements", ""],
        ["Praise points", "31"],
    ]
    paper = Paper().table(rows, banners=[0, 2, 4, 6])
    answer = paper.word.tables[0].rows[3].cells
    answer[0].merge(answer[1])
    plan = paper.plan()
    assert [kind for _, kind in kinds(plan)] == [Kind.ATTENDANCE, Kind.SEND, Kind.ACHIEVEMENTS]
    assert "Mum and Ms Keld met twice, and Leo came along." in texts(plan, Kind.ATTENDANCE)


def test_attendance_over_a_list_of_people_is_who_came() -> None:
    people = [["Role", "Name", "Invited", "Present"], ["Designated teacher", "A Keld", "Yes", "Yes"]]
    plan = Paper().heading("Attendance").table(people, header=True).plan()
    assert kinds(plan) == [("Attendance", Kind.ATTENDEES)]


def test_an_unknown_heading_is_known_by_what_it_holds() -> None:
    answers = {"Legal status": "Care order", "Placement": "Foster care", "Social worker": "B Salt", "Health": "Well"}
    plan = Paper().heading("Chapter one").fields(**answers).plan()
    assert kinds(plan) == [("Chapter one", Kind.CARE)]


def test_an_unknown_heading_keeps_its_words() -> None:
    plan = Paper().heading("Attendance").para("96%").heading("Sunflowers").para("They grow by the gate.").plan()
    assert kinds(plan)[-1] == ("Sunflowers", Kind.UNRECOGNISED)
    assert texts(plan, Kind.UNRECOGNISED) == ["They grow by the gate."]


def test_targets_headed_by_last_terms_date_are_last_terms() -> None:
    rows = [["Target", "Status"], ["Read daily", "Ongoing"]]
    paper = (
        Paper()
        .heading("Personal Education Plan")
        .fields(Name="Leo Marsh", PEP_held="22/01/2026", Last_PEP="02/10/2025")
    )
    paper.heading("Our targets").heading("Targets from 2 October 2025", 2).table(rows, header=True)
    plan = paper.heading("Targets from 22 January 2026", 2).para("Leo will read aloud.").plan()
    assert dict(kinds(plan))["Targets from 2 October 2025"] is Kind.PREVIOUS_TARGETS
    assert dict(kinds(plan))["Targets from 22 January 2026"] is Kind.TARGETS


def test_a_qa_remark_is_kept_apart() -> None:
    plan = (
        Paper()
        .heading("Views")
        .para("I like art.")
        .heading("Quality Assurance")
        .heading("Attendance", 2)
        .para("Good.")
        .plan()
    )
    assert [kind for _, kind in kinds(plan)] == [Kind.VIEWS, Kind.QUALITY, Kind.QUALITY]


def test_larger_letters_between_numbered_parts_do_not_stand_above_them() -> None:
    paper = Paper().heading("Page 1. Child's views", 3).heading("Would you like to come to the meeting?", 1)
    paper.para("Yes, all of it, and I would like to sit by my aunt.")
    for number, part in enumerate(("Attendance", "Special educational needs", "Exclusions"), 2):
        paper.heading(f"Page {number}. {part}", 3).para("All is well this term, and nobody has anything to add to it.")
    plan = paper.plan()
    kinds = [section.kind for section in plan.sections if section.title]
    assert kinds[-3:] == [Kind.ATTENDANCE, Kind.SEND, Kind.EXCLUSIONS]
    levels = [section.level for section in plan.sections if section.title]
    assert levels[1] > levels[0]


def test_parts_within_one_that_only_gathers_them_are_what_is_written_in_them() -> None:
    paper = Paper().heading("3. My progress").heading("3a. My school and how it helps me", 2)
    paper.fields(
        **{
            "When I started here": "September 2024, after two moves of school",
            "How school understands my early life (attachment and trauma)": "All staff had attachment training in May; "
            "his key adult meets him at the gate each morning and keeps to the same routine when there is a change.",
        }
    )
    paper.heading("3b. Extra help for my learning", 2).fields(
        **{
            "Do I have special educational needs?": "Yes, SEN support, reviewed in March",
            "My main need is": "Speech, language and communication, seen by the therapist each fortnight",
        }
    )
    found = dict(kinds(paper.plan()))
    assert found["3a. My school and how it helps me"] is Kind.EDUCATION
    assert found["3b. Extra help for my learning"] is Kind.SEND


def test_topics_of_the_minutes_stay_with_the_minutes() -> None:
    paper = Paper().heading("Minutes of the meeting").heading("Attendance", 2)
    paper.para("We talked about the 94 per cent. Ms Vale said the taxi was late twice and agreed to ring the firm.")
    assert dict(kinds(paper.plan()))["Attendance"] is Kind.MEETING


def test_a_child_that_speaks_in_the_carers_part_is_heard() -> None:
    paper = Paper().heading("Over to us, and home's turn").heading("What I think", 2)
    paper.para("I like art best because Mr Oak lets us talk. I hate it when people shout. I want to be a vet.")
    paper.heading("What home says", 2).para(
        "She has settled with us and sleeps better. We would like a call each week."
    )
    found = dict(kinds(paper.plan()))
    assert found["What I think"] is Kind.VIEWS
    assert found["What home says"] is Kind.CARER
