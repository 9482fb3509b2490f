"""Papers attached to a PEP: their words count for what they are about, in the place where they stand."""

from __future__ import annotations

import pytest
from making_forms import Paper, texts

from pepinsight.documents import with_attached
from pepinsight.evidence import find_evidence
from pepinsight.plan import Plan, SectionKind, recognise
from pepinsight.plan.attachments import paper_under, papers_named, papers_seen


def form() -> Paper:
    paper = (
        Paper().heading("Personal Education Plan").fields(Name="Leo Marsh", PEP_held="12/02/2026", School="Fern Bank")
    )
    paper.heading("Young person's views").fields(What_do_you_like="")
    paper.heading("SEND").fields(Primary_need="Dyslexia", Documents_attached="EHCP and annual review")
    paper.heading("Careers").para("Leo had his careers interview in May. Careers plan attached.")
    return paper.heading("PEP meeting").para("We met at school and talked about maths.")


def sheet() -> Paper:
    paper = Paper().para("Pupil voice sheet").fields(What_do_you_like="I like drama and I love the pool.")
    return paper.para("I want to learn to cook.")


def joined(name: str = "scan0012.docx") -> Plan:
    from dataclasses import replace

    return recognise(with_attached(form().document(), [replace(sheet().document(), name=name)]))


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("Leo_pupil voice sheet_spring.docx", SectionKind.VIEWS),
        ("EHCP final 2026.pdf", SectionKind.SEND),
        ("SEN-support-plan", SectionKind.SEND),
        ("the young person’s views", SectionKind.VIEWS),
        ("Year 9 tracking data", SectionKind.ATTAINMENT),
        ("Careers action plan v2", SectionKind.CAREERS),
        ("scan0012", None),
        ("attachment difficulties", None),
    ],
)
def test_what_a_paper_is_by_its_name(words: str, about: SectionKind | None) -> None:
    assert next(iter(papers_named(words)), None) is about


@pytest.mark.parametrize(
    ("title", "about"),
    [
        ("Appendix B: Pupil voice sheet", SectionKind.VIEWS),
        ("ATTACHMENT 2 - SEN Support Plan", SectionKind.SEND),
        ("Attached: careers plan", SectionKind.CAREERS),
        ("Appendix 1", None),
        ("Appendix 1 - Part-time timetable", None),
        ("Documents attached", None),
        ("Attachment and trauma", None),
        ("Careers plan", None),
    ],
)
def test_headings_that_open_a_paper(title: str, about: SectionKind | None) -> None:
    assert paper_under(title) is about


def test_a_voice_sheet_that_came_with_the_plan_is_the_childs_voice() -> None:
    findings = find_evidence(joined())
    said = {item.quote.strip(): item for item in findings.evidence if item.feature == "child_voice"}
    item = said["I like drama and I love the pool."]
    assert item.section is SectionKind.ATTACHMENT
    assert item.place.file == "scan0012.docx"
    text = findings.plan.document.text
    assert all(text[item.start : item.end] == item.quote for item in findings.evidence)


def test_a_paper_changes_nothing_of_what_the_form_itself_says() -> None:
    alone, plan = recognise(form().document()), joined()
    assert plan.sections[: len(alone.sections)] == alone.sections
    assert (plan.fields[: len(alone.fields)], plan.dates, plan.child) == (alone.fields, alone.dates, alone.child)
    assert [item.kind for item in plan.fields[len(alone.fields) :]] == [None]


def test_a_paper_that_does_not_say_what_it_is_stays_an_attachment() -> None:
    note = Paper().para("Telephone numbers of the office.").document()
    plan = recognise(with_attached(form().document(), [note]))
    assert papers_seen(plan).keys() == {SectionKind.ATTACHMENT}
    assert texts(plan, SectionKind.ATTACHMENT) == ["Telephone numbers of the office."]


def test_pages_copied_in_behind_the_form_are_a_paper_with_all_their_parts() -> None:
    paper = form().heading("Appendix B: Pupil voice sheet").heading("Attendance at clubs", 2).para("I go to judo.")
    plan = paper.heading("Sign off").para("Signed by Jo Reed.").plan()
    assert papers_seen(plan).keys() == {SectionKind.VIEWS}
    assert "I go to judo." in texts(plan, SectionKind.VIEWS)
    assert "I go to judo." in texts(plan, SectionKind.ATTACHMENT)
    assert "I go to judo." not in texts(plan, SectionKind.ATTENDANCE)
    assert texts(plan, SectionKind.SIGN_OFF) == ["Signed by Jo Reed."]


def test_what_is_said_to_be_attached_and_was_not_seen_is_told_with_its_words() -> None:
    findings = find_evidence(recognise(form().document()))
    quotes = [findings.evidence[id].quote.strip() for id in findings.features["attachments_not_seen"].evidence]
    assert quotes == ["EHCP and annual review", "Careers plan attached."]
    assert findings.value("attachments_seen") == 0


def test_a_paper_that_was_seen_is_not_missed() -> None:
    ehcp = Paper().para("Education, Health and Care Plan").para("Section F: a reader in every lesson.").document()
    findings = find_evidence(recognise(with_attached(form().document(), [ehcp])))
    quotes = [findings.evidence[id].quote.strip() for id in findings.features["attachments_not_seen"].evidence]
    assert quotes == ["Careers plan attached."]
    assert findings.value("attachments_seen") == 1
    assert findings.evidence[findings.features["send_papers"].evidence[0]].place.file == "form.docx"


@pytest.mark.parametrize("words", ["None on this occasion.", "No papers attached", "EHCP to be attached in May"])
def test_nothing_said_to_be_attached_is_missed_where_the_answer_is_none(words: str) -> None:
    plan = Paper().heading("Personal Education Plan").fields(Name="Leo Marsh", PEP_held="12/02/2026")
    plan = plan.heading("SEND").fields(Documents_attached=words, Primary_need="Dyslexia")
    findings = find_evidence(plan.heading("PEP meeting").para("We met.").plan())
    assert findings.value("attachments_not_seen") == 0
