"""A forgotten file leaves no word of the child anywhere on the disk, and the record of the review stays."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from fictional_plan import QUOTE, make_plan, make_suggestion

from pepinsight.review import Action, Choice
from pepinsight.store import Store, StoreError
from pepinsight.store.payload import plan_to_json, suggestion_to_json

FILE = b"%PDF-1.7 " + bytes(range(256)) * 8
NAME = "Ottoline Penhaligon spring.pdf"
REASON = "Ottoline's own words stand in the minutes."


def on_disk(database: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(database.parent.iterdir()))


def traces(sha256: str) -> dict[str, bytes]:
    plan = make_plan(FILE)
    return {
        "bytes": zlib.compress(FILE),
        "reading": zlib.compress(plan_to_json(plan)),
        "suggestion": zlib.compress(suggestion_to_json(make_suggestion(plan))),
        "name": NAME.encode(),
        "reason": REASON.encode(),
        "child": b"Ottoline Penhaligon",
        "fact": b"known_part_time",
        "sha256": sha256.encode(),
    }


def test_nothing_of_the_file_is_left_on_the_disk_but_what_was_decided(store: Store, database: Path) -> None:
    file_id = store.add_file(FILE, NAME, "Rosa Thornbury", [make_suggestion(make_plan(FILE))]).file_id
    shown = store.suggestion(file_id, "birmingham")
    assert shown is not None
    store.decide(shown.id, [Choice("B", Action.CHANGE, "ET", REASON)], "Rosa Thornbury")
    store.state_fact(file_id, "known_part_time", True, "Rosa Thornbury")
    words = traces(store.file(file_id).sha256)
    assert [name for name, word in words.items() if word not in on_disk(database)] == []

    store.forget(file_id, "Idris Calloway")

    assert [name for name, word in words.items() if word in on_disk(database)] == []
    [decision] = store.decisions(file_id, "birmingham")
    assert (decision.level, decision.suggested, decision.reviewer) == ("ET", "OT", "Rosa Thornbury")
    assert decision.reason is None
    assert store.known_facts(file_id) == {}
    assert [(entry.reviewer, entry.action) for entry in store.audit(file_id)][-1] == (
        "Idris Calloway",
        "file forgotten",
    )


def test_a_forgotten_file_says_so_and_can_be_brought_again_as_a_new_one(store: Store) -> None:
    file_id = store.add_file(FILE, NAME, "Rosa Thornbury", [make_suggestion(make_plan(FILE))]).file_id
    shown = store.suggestion(file_id, "birmingham")
    assert shown is not None
    store.forget(file_id, "Rosa Thornbury")

    assert store.list_files() == ()
    for ask in (
        lambda: store.content(file_id),
        lambda: store.suggestion(file_id, "birmingham"),
        lambda: store.suggestion_shown(shown.id),
        lambda: store.decide(shown.id, [Choice("B", Action.CONFIRM, "OT")], "Rosa Thornbury"),
        lambda: store.forget(file_id, "Rosa Thornbury"),
    ):
        with pytest.raises(StoreError, match="forgotten"):
            ask()
    again = store.add_file(FILE, NAME, "Rosa Thornbury")
    assert not again.already_seen and again.file_id != file_id


def test_forgetting_last_terms_plan_takes_it_out_of_this_terms_suggestion_too(store: Store) -> None:
    previous, plan = make_plan(b"last term", "I like drumming"), make_plan(FILE)
    old = store.add_file(b"last term", "autumn.pdf", "Rosa Thornbury", [make_suggestion(previous)]).file_id
    new = store.add_file(FILE, NAME, "Rosa Thornbury", [make_suggestion(plan, previous=previous)]).file_id

    store.forget(old, "Rosa Thornbury")

    kept = store.suggestion(new, "birmingham")
    assert kept is not None
    assert kept.suggestion.assessment.findings.previous is None
    assert kept.suggestion.assessment.findings.evidence[0].quote == QUOTE
