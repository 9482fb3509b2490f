"""What was suggested and decided is there again, exactly, after the program was closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from fictional_plan import QUOTE, make_plan, make_suggestion
from sqlalchemy.exc import IntegrityError

from pepinsight.assessing import assess
from pepinsight.documents import read
from pepinsight.evidence import Findings
from pepinsight.plan import Plan, PlanKind, Section, SectionKind
from pepinsight.review import Action, Choice, ReviewError, SectionReview, State, change, confirm, reopen, review_of
from pepinsight.store import Store, StoreError
from pepinsight.store.payload import plan_from_json, plan_to_json

GOLD = Path(__file__).parents[2] / "corpora" / "gold"
FILE = b"%PDF-1.7 fictional"


def test_a_suggestion_is_shown_later_exactly_as_it_was(opened: Callable[[], Store]) -> None:
    previous = make_plan(b"last term", "I like drumming")
    suggestion = make_suggestion(make_plan(FILE), previous=previous)
    file_id = opened().add_file(FILE, "views.pdf", "Rosa Thornbury", [suggestion], {"program": "0.1.0"}).file_id

    kept = opened().suggestion(file_id, "birmingham")

    assert kept is not None
    assert kept.suggestion == suggestion
    assert kept.made_with == {"program": "0.1.0"}
    findings = kept.suggestion.assessment.findings
    assert findings.previous == previous
    for item in findings.evidence:
        assert findings.plan.document.text[item.start : item.end] == item.quote == QUOTE
    before = suggestion.assessment.findings
    assert {n: type(m.value) for n, m in findings.features.items()} == {
        n: type(m.value) for n, m in before.features.items()
    }


@pytest.mark.parametrize("name", ["a1-02.docx", "a1-02.pdf", "layouts/b2-04-controls.docx"])
def test_a_real_documents_places_and_tables_survive(name: str) -> None:
    document = read(GOLD / name)
    blocks = tuple(range(len(document.blocks)))
    plan = Plan(document, PlanKind.FULL, "other", (Section(SectionKind.UNRECOGNISED, None, blocks),))

    again = plan_from_json(plan_to_json(plan))

    assert again == plan
    assert again.document.tables == document.tables != ()


def test_what_a_real_plan_led_to_survives_with_every_feature(store: Store) -> None:
    content = (GOLD / "b1-02.pdf").read_bytes()
    suggestion = assess(GOLD / "b1-02.pdf", "birmingham", previous=GOLD / "a1-02.docx")
    file_id = store.add_file(content, "b1-02.pdf", "Rosa Thornbury", [suggestion]).file_id

    kept = store.suggestion(file_id, "birmingham")

    assert kept is not None and kept.suggestion == suggestion
    before, after = suggestion.assessment.findings.features, kept.suggestion.assessment.findings.features
    assert [repr(after[name]) for name in before] == [repr(value) for value in before.values()]


def test_the_files_bytes_come_back_and_the_same_bytes_are_one_file(store: Store) -> None:
    first = store.add_file(FILE, "views.pdf", "Rosa Thornbury")
    second = store.add_file(FILE, "views (1).pdf", "Idris Calloway")

    assert (first.already_seen, second.already_seen) == (False, True)
    assert first.file_id == second.file_id == store.find_file(FILE)
    assert store.content(first.file_id) == FILE
    assert store.file(first.file_id).name == "views.pdf"
    assert store.file(first.file_id).received_by == "Rosa Thornbury"


def test_bringing_a_file_again_leaves_its_suggestion_and_adds_only_a_missing_rubric(store: Store) -> None:
    plan = make_plan(FILE)
    file_id = store.add_file(FILE, "views.pdf", "Rosa Thornbury", [make_suggestion(plan)]).file_id
    again = [make_suggestion(plan, level="ET"), make_suggestion(plan, rubric="redcar")]

    store.add_file(FILE, "views.pdf", "Rosa Thornbury", again)

    kept = store.suggestion(file_id, "birmingham")
    assert kept is not None and kept.suggestion.sections[0].suggested == "OT"
    assert store.suggestion(file_id, "redcar") is not None
    assert store.suggestion(file_id, "walsall") is None
    assert store.rubrics(file_id) == ("birmingham", "redcar")


def test_a_newer_suggestion_leaves_the_rating_and_what_was_seen_when_it_was_given(store: Store) -> None:
    plan = make_plan(FILE)
    file_id = store.add_file(FILE, "views.pdf", "Rosa Thornbury", [make_suggestion(plan)]).file_id
    seen = store.suggestion(file_id, "birmingham")
    assert seen is not None
    section = review_of(seen.suggestion.sections, ()).section("B")
    store.decide(seen.id, [confirm(section)], "Rosa Thornbury")

    store.save_suggestion(file_id, make_suggestion(plan, level="ET"), "Idris Calloway")

    now = store.suggestion(file_id, "birmingham")
    assert now is not None and now.suggestion.sections[0].suggested == "ET"
    [decision] = store.history(file_id, "birmingham", "B")
    assert (decision.level, decision.suggested, decision.suggestion) == ("OT", "OT", seen.id)
    assert store.suggestion_shown(decision.suggestion).suggestion == seen.suggestion
    section = review_of(now.suggestion.sections, [decision]).section("B")
    assert section.confirmed == "OT" and section.suggestion_moved


def test_history_keeps_every_decision_and_undo_is_one_more(opened: Callable[[], Store]) -> None:
    store = opened()
    file_id = store.add_file(FILE, "views.pdf", "Rosa Thornbury", [make_suggestion(make_plan(FILE))]).file_id
    shown = store.suggestion(file_id, "birmingham")
    assert shown is not None

    def section() -> SectionReview:
        return review_of(shown.suggestion.sections, store.decisions(file_id, "birmingham")).section("B")

    store.decide(shown.id, [confirm(section())], "Rosa Thornbury")
    store.decide(shown.id, [reopen(section())], "Rosa Thornbury")
    store.decide(shown.id, [change(section(), "ET", "The minutes show it.", ("ET", "OT"))], "Idris Calloway")

    history = opened().history(file_id, "birmingham", "B")
    assert [(d.action, d.level, d.reviewer) for d in history] == [
        (Action.CONFIRM, "OT", "Rosa Thornbury"),
        (Action.REOPEN, None, "Rosa Thornbury"),
        (Action.CHANGE, "ET", "Idris Calloway"),
    ]
    assert history[-1].reason == "The minutes show it."
    assert all(d.when.utcoffset() is not None for d in history)
    assert [d.when for d in history] == sorted(d.when for d in history)


def test_the_list_counts_what_is_open_confirmed_and_unsure(store: Store) -> None:
    for content in (FILE, b"second"):
        store.add_file(content, f"{len(content)}.pdf", "Rosa Thornbury", [make_suggestion(make_plan(content))])
    shown = store.suggestion(1, "birmingham")
    assert shown is not None
    store.decide(
        shown.id, [Choice("B", Action.CONFIRM, "OT"), Choice("C", Action.CHANGE, "OT", "Seen.")], "Rosa Thornbury"
    )

    newest, oldest = store.list_files()

    assert [newest.file.name, oldest.file.name] == ["6.pdf", f"{len(FILE)}.pdf"]
    assert [(r.rubric, r.open, r.confirmed, r.unsure) for r in newest.reviews] == [("birmingham", 3, 0, 1)]
    [review] = oldest.reviews
    assert (review.open, review.confirmed, review.unsure) == (1, 2, 0)
    assert [section.state for section in review.review.sections] == [State.CONFIRMED, State.CHANGED, State.OPEN]
    assert review.suggested_overall is not None and review.suggested_overall.label == "Inadequate"


def test_known_facts_are_stated_changed_and_withdrawn_with_their_history(opened: Callable[[], Store]) -> None:
    store = opened()
    file_id = store.add_file(FILE, "views.pdf", "Rosa Thornbury").file_id
    store.state_fact(file_id, "known_part_time", True, "Rosa Thornbury")
    store.state_fact(file_id, "known_suspension", False, "Rosa Thornbury")
    store.withdraw_fact(file_id, "known_part_time", "Idris Calloway")

    store = opened()
    assert store.known_facts(file_id) == {"known_suspension": False}
    assert [(s.fact, s.value, s.withdrawn, s.reviewer) for s in store.fact_history(file_id)] == [
        ("known_part_time", True, False, "Rosa Thornbury"),
        ("known_suspension", False, False, "Rosa Thornbury"),
        ("known_part_time", None, True, "Idris Calloway"),
    ]
    with pytest.raises(StoreError, match="not stated"):
        store.withdraw_fact(file_id, "known_part_time", "Rosa Thornbury")


def test_a_choice_that_does_not_fit_what_was_shown_records_nothing(store: Store) -> None:
    file_id = store.add_file(FILE, "views.pdf", "Rosa Thornbury", [make_suggestion(make_plan(FILE))]).file_id
    shown = store.suggestion(file_id, "birmingham")
    assert shown is not None
    good = Choice("B", Action.CONFIRM, "OT")
    for bad, sentence in (
        (Choice("B", Action.CONFIRM, "ET"), "OT was suggested"),
        (Choice("Z", Action.CONFIRM, "OT"), "no section 'Z'"),
        (Choice("C", Action.CHANGE, "OT"), "needs a reason"),
    ):
        with pytest.raises(ReviewError, match=sentence):
            store.decide(shown.id, [good, bad], "Rosa Thornbury")
    with pytest.raises(StoreError, match="who you are"):
        store.decide(shown.id, [good], "  ")
    with pytest.raises(StoreError, match="no suggestion 99"):
        store.decide(99, [good], "Rosa Thornbury")
    assert store.decisions(file_id, "birmingham") == ()


def test_a_file_whose_suggestion_cannot_be_kept_is_not_half_kept(store: Store) -> None:
    plan = make_plan(FILE)
    broken = make_suggestion(plan, rubric="redcar")
    twice = replace(broken, sections=(broken.sections[0], broken.sections[0]))

    with pytest.raises(IntegrityError):
        store.add_file(FILE, "views.pdf", "Rosa Thornbury", [make_suggestion(plan), twice])

    assert store.find_file(FILE) is None
    assert store.list_files() == ()
    assert store.audit() == ()


def test_a_file_that_is_not_there_is_named_in_one_sentence(store: Store) -> None:
    with pytest.raises(StoreError, match="There is no file 7"):
        store.content(7)
    with pytest.raises(StoreError, match="There is no file 7"):
        store.state_fact(7, "known_part_time", True, "Rosa Thornbury")


def test_one_reading_serves_all_rubrics(store: Store) -> None:
    plan = make_plan(FILE)
    file_id = store.add_file(
        FILE, "views.pdf", "Rosa Thornbury", [make_suggestion(plan), make_suggestion(plan, rubric="redcar")]
    ).file_id
    kept: list[Findings] = []
    for rubric in ("birmingham", "redcar"):
        found = store.suggestion(file_id, rubric)
        assert found is not None
        kept.append(found.suggestion.assessment.findings)
    assert kept[0].plan == kept[1].plan == plan
