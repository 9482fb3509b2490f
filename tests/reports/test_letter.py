"""The letter says what people confirmed, to those who must act, and no more of the plan than short quotes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from pepinsight.assessing import assess
from pepinsight.calibration.suggestion import Suggestion
from pepinsight.documents import read_bytes
from pepinsight.reports import letter
from pepinsight.reports.feedback import SectionNote, feedback
from pepinsight.review import Action, Decision, review_of
from pepinsight.rubrics import Rubric, kept_rubric, load_rubric
from pepinsight.rubrics.rubric_file import RubricData

CORPORA = Path(__file__).parents[2] / "corpora"
WHEN = datetime(2026, 2, 20, 14, 30, tzinfo=UTC)
LABELS = ("Exceeding", "Secure", "Emerging", "Missing")


def write(suggestion: Suggestion, decisions: list[Decision], rubric: Rubric, **known: bool) -> bytes:
    return letter(suggestion, review_of(suggestion.sections, decisions), rubric, known, date(2026, 3, 1))


@cache
def strengths_of(name: str, rubric: str = "birmingham") -> tuple[SectionNote, ...]:
    """The strengths in a letter on one of the corpora's PEPs of which every suggestion was confirmed."""
    suggestion = assess(CORPORA / name, rubric)
    content = feedback(suggestion, review_of(suggestion.sections, confirmed(suggestion)), load_rubric(rubric), {})
    return content.strengths


def confirmed(suggestion: Suggestion) -> list[Decision]:
    """Every suggested level, confirmed."""
    return [
        Decision(n, s.id, Action.CONFIRM, s.suggested, None, "Rosa Thornbury", WHEN, 1, s.suggested)
        for n, s in enumerate(suggestion.sections)
    ]


def words(data: bytes) -> str:
    """Everything a reader of the file can see, running lines included."""
    document = docx.Document(BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    section = document.sections[0]
    lines = [p.text for p in (*document.paragraphs, *section.header.paragraphs, *section.footer.paragraphs)]
    return "\n".join([*cells, *lines])


def ratings(data: bytes) -> dict[str, str]:
    table = docx.Document(BytesIO(data)).tables[2]
    return {row.cells[0].text: row.cells[1].text for row in table.rows[1:]}


def test_it_names_child_school_and_meeting_and_gives_the_confirmed_judgement(
    suggestion: Suggestion, decisions: list[Decision], rubric: Rubric
) -> None:
    data = write(suggestion, decisions, rubric)
    seen = words(data)
    for expected in ("Ottoline Penhaligon", "Merrow Bridge Academy", "3 February 2026", "Year 6", "Requires work"):
        assert expected in seen
    assert "DRAFT" not in seen and "still open" not in seen.lower()
    assert ratings(data) == {
        "Child's views": "Secure",
        "Targets": "Exceeding",
        "Health": "Emerging",
        "Carer": "Emerging",
    }
    assert "suggested a level" in seen and "confirmed or set by Rosa Thornbury, last on 20 February 2026" in seen


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_an_unconfirmed_level_never_appears(
    suggestion: Suggestion, decisions: list[Decision], rubric: Rubric, count: int
) -> None:
    for chosen in combinations(decisions, count):
        data = write(suggestion, list(chosen), rubric)
        given = {item.section: item.level for item in chosen}
        names = {level.id: level.label for level in rubric.data.levels}
        for section in suggestion.sections:
            level = given.get(section.id)
            assert ratings(data)[section.title] == (names[level] if level else "Still open")
        seen = words(data)
        left = 4 - count
        assert f"Review not finished: {left} section{'s' if left > 1 else ''} still open" in seen
        assert "DRAFT" in seen
        assert "Requires work" not in seen and "Sound plan" not in seen
        content = feedback(suggestion, review_of(suggestion.sections, list(chosen)), rubric, {})
        open_titles = {section.title for section in suggestion.sections if section.id not in given}
        said = [note.section for note in content.strengths]
        said += [note.section for _, notes in content.improve for note in notes]
        assert open_titles.isdisjoint(said)


def test_with_nothing_decided_no_label_of_any_level_stands_in_the_file(suggestion: Suggestion, rubric: Rubric) -> None:
    data = write(suggestion, [], rubric)
    for label in LABELS:
        assert label not in words(data)
    with ZipFile(BytesIO(data)) as package:
        everything = b"".join(package.read(name) for name in package.namelist() if name.startswith("word/document"))
    assert not any(label.encode() in everything for label in LABELS)
    assert "Nobody has confirmed a rating yet" in words(data)


def test_a_reopened_section_is_open_again(suggestion: Suggestion, decisions: list[Decision], rubric: Rubric) -> None:
    undone = replace(decisions[1], action=Action.REOPEN, level=None)
    data = write(suggestion, [*decisions, undone], rubric)
    assert ratings(data)["Targets"] == "Still open"
    assert "1 section still open" in words(data)


def test_what_to_improve_stands_under_who_must_act(
    suggestion: Suggestion, decisions: list[Decision], rubric: Rubric
) -> None:
    review = review_of(suggestion.sections, decisions)
    groups = dict(feedback(suggestion, review, rubric, {}).improve)
    assert {who: [(n.section, n.toward) for n in notes] for who, notes in groups.items()} == {
        "Social worker and School (designated teacher)": [("Child's views", "Exceeding")],
        "Social worker": [("Health", "Secure")],
        "Carer": [("Carer", "Secure")],
    }
    [views] = groups["Social worker and School (designated teacher)"]
    [point] = views.points
    assert (point.says, point.looked, point.advice) == (
        "The views shape a target.",
        "Looked in Targets.",
        "Name the wish in a target.",
    )
    [health] = groups["Social worker"]
    assert health.remark == "The passport is attached." and health.advice == "Update the health part each term."
    seen = words(write(suggestion, decisions, rubric))
    for expected in ("Looked in Targets.", "Name the wish in a target.", "Update the health part each term."):
        assert expected in seen


def test_strengths_are_criteria_met_at_the_rating_with_short_quotes_and_their_place(
    suggestion: Suggestion, decisions: list[Decision], rubric: Rubric
) -> None:
    strengths = feedback(suggestion, review_of(suggestion.sections, decisions), rubric, {}).strengths
    assert [(note.section, [point.says for point in note.points]) for note in strengths] == [
        ("Targets", ["The views shape a target."]),  # the best level goes first
        ("Child's views", ["The views are recorded."]),
    ]
    assert strengths[0].points[0].quotes == (), "somebody's wish is no proof of a target"
    [(quote, where)] = strengths[1].points[0].quotes
    assert quote.startswith("I would like a quiet place at lunch") and quote.endswith("…")
    assert len(quote.split()) <= 26
    assert where == "Views, page 3"


@pytest.mark.parametrize("name", ["gold/b1-02.pdf", "fresh/e1-02.pdf", "fresh/d1-01.docx"])
def test_only_words_that_show_something_are_quoted_as_a_strength_and_each_once(name: str) -> None:
    strengths = strengths_of(name)
    said = [quote for note in strengths for point in note.points for quote, _ in point.quotes]
    assert said and len(said) == len(set(said))
    assert all(len(quote.split()) >= 6 for quote in said)
    assert "Behaviour to improve in unstructured time" not in said  # a weak target


@pytest.mark.parametrize("name", ["gold/b1-02.pdf", "fresh/e1-02.pdf"])
def test_a_section_at_the_lowest_level_has_no_strength_and_the_best_go_first(name: str) -> None:
    order = ["Exceeding target", "On target", "Below target"]
    labels = [order.index(note.rating.label or "") for note in strengths_of(name)]
    assert labels and labels == sorted(labels)


def test_what_an_empty_plan_would_meet_as_well_is_no_strength() -> None:
    says = [point.says for note in strengths_of("fresh/d1-01.docx") for point in note.points]
    assert any("The minutes hold more than half of the topics" in one for one in says), "named, though without a quote"
    assert not any("carried over" in one or "Nothing" in one or "knows of no" in one for one in says)


def test_to_have_been_in_time_is_a_strength_though_a_date_is_no_quote() -> None:
    [note] = [one for one in strengths_of("fresh/d1-07.pdf", "redcar") if one.section == "Statutory timeframes"]
    assert note.rating.label == "Gold"
    assert note.points and not any(point.quotes for point in note.points)


def test_a_rubric_kept_with_its_suggestion_makes_the_same_letter(
    suggestion: Suggestion, decisions: list[Decision], rubric: Rubric
) -> None:
    review = review_of(suggestion.sections, decisions)
    assert feedback(suggestion, review, kept_rubric(rubric.data), {}) == feedback(suggestion, review, rubric, {})
    gone = RubricData.model_validate_json(rubric.data.model_dump_json().replace("words_in(", "measured_no_more("))
    said = feedback(suggestion, review, kept_rubric(gone), {}).strengths
    assert "The views are recorded." in [point.says for note in said for point in note.points]


def test_a_level_lowered_by_hand_says_why_and_what_the_better_one_asks(suggestion: Suggestion, rubric: Rubric) -> None:
    from_above = Decision(1, "T", Action.CHANGE, "BT", "The targets are last term's.", "Rosa Thornbury", WHEN, 1, "ET")
    content = feedback(suggestion, review_of(suggestion.sections, [from_above]), rubric, {})
    assert content.strengths == ()
    [(who, [note])] = content.improve
    assert (who, note.toward, note.remark) == ("School (designated teacher)", "Secure", "The targets are last term's.")
    assert [point.says for point in note.points] == ["The views are recorded."]


def test_a_level_raised_by_hand_shows_the_reason_as_the_strength(suggestion: Suggestion, rubric: Rubric) -> None:
    raised = Decision(1, "H", Action.CHANGE, "ET", "The passport is attached.", "Rosa Thornbury", WHEN, 1, "SB")
    content = feedback(suggestion, review_of(suggestion.sections, [raised]), rubric, {})
    [note] = content.strengths
    assert (note.points, note.remark) == ((), "The passport is attached.")
    assert content.improve == ()


def test_a_section_that_does_not_apply_is_said_so_without_advice(suggestion: Suggestion, rubric: Rubric) -> None:
    apart = Decision(1, "K", Action.CHANGE, "NA", "Lives alone.", "Rosa Thornbury", WHEN, 1, "BT")
    data = write(suggestion, [apart], rubric)
    assert ratings(data)["Carer"] == "Does not apply"
    content = feedback(suggestion, review_of(suggestion.sections, [apart]), rubric, {})
    assert content.strengths == () and content.improve == ()


def test_known_facts_are_told_apart_from_the_plan(
    suggestion: Suggestion, decisions: list[Decision], rubric: Rubric
) -> None:
    seen = words(write(suggestion, decisions, rubric, known_part_time=True, known_suspension=False))
    assert "knows from outside the PEP" in seen
    assert "art-time timetable" in seen and ": yes" in seen and ": no" in seen
    assert "knows from outside the PEP" not in words(write(suggestion, decisions, rubric))


def test_the_plans_text_does_not_travel_in_it_or_in_its_properties(
    suggestion: Suggestion, decisions: list[Decision], rubric: Rubric
) -> None:
    data = write(suggestion, decisions, rubric)
    assert suggestion.assessment.findings.evidence[0].quote not in words(data)
    properties = docx.Document(BytesIO(data)).core_properties
    assert "Ottoline" not in f"{properties.title}{properties.author}{properties.comments}{properties.subject}"


@pytest.mark.parametrize("name", ["a1-02.docx", "b1-02.pdf"])
def test_a_letter_on_a_real_plan_can_be_opened_and_read(name: str) -> None:
    rubric = load_rubric("birmingham")
    suggestion = assess(CORPORA / "gold" / name)
    data = letter(suggestion, review_of(suggestion.sections, confirmed(suggestion)), rubric)
    titles = [section.title for section in suggestion.sections]
    assert list(ratings(data)) == titles
    text = read_bytes(data, "letter.docx").text
    assert all(title in text for title in titles) and "Rosa Thornbury" in text
