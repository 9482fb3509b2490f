"""Blind checks and switches: what stands, what each may see, and that nothing of it is rewritten or names a child."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from fictional_plan import make_plan, make_suggestion

from pepinsight.review import Action, Choice, Withheld, Withholding, is_rated_first
from pepinsight.store import Store, StoreError
from pepinsight.store.switches import RATE_FIRST, SUGGESTIONS

FILES = (b"one", b"two", b"three")


@pytest.fixture
def check(store: Store) -> int:
    """A blind check of two of three PEPs."""
    for content in FILES:
        store.add_file(content, f"{content.decode()}.pdf", "Rosa Thornbury", [make_suggestion(make_plan(content))])
    return store.start_check("birmingham", [(2, "School age"), (1, "Post-16")], 3, 7, "Rosa Thornbury")


def test_a_check_is_there_again_with_what_was_suggested_that_day(store: Store, check: int) -> None:
    store.save_suggestion(1, make_suggestion(make_plan(FILES[0]), level="ET"), "Rosa Thornbury")
    kept = store.check(check)
    assert [(pep.file_id, pep.stratum) for pep in kept.peps] == [(2, "School age"), (1, "Post-16")]
    assert kept.peps[1].suggested == {"B": "OT", "C": "BT", "D": "SB"}
    assert list(kept.titles) == ["B", "C", "D"]
    assert (kept.seed, kept.drawn_from, kept.drawn_by, kept.ended) == (7, 3, "Rosa Thornbury", None)
    assert store.in_any_check(1) and not store.in_any_check(3)


def test_an_officers_last_level_stands_and_is_theirs_alone(store: Store, check: int) -> None:
    store.rate_blind(check, 1, "B", "ET", "Amal Reyes")
    store.rate_blind(check, 1, "B", "BT", "Amal Reyes")
    store.rate_blind(check, 1, "B", "NA", "Bryn Castell")
    assert store.own_blind_levels(check, " Amal  Reyes") == {1: {"B": "BT"}}
    assert store.own_blind_levels(check, "Nobody yet") == {}
    assert store.blind_levels(check) == {"Amal Reyes": {1: {"B": "BT"}}, "Bryn Castell": {1: {"B": "NA"}}}


def test_what_is_no_part_of_the_check_cannot_be_rated(store: Store, check: int) -> None:
    for file_id, section in ((3, "B"), (1, "Z")):
        with pytest.raises(StoreError, match="no such section"):
            store.rate_blind(check, file_id, section, "OT", "Amal Reyes")
    with pytest.raises(StoreError, match="no blind check 9"):
        store.rate_blind(9, 1, "B", "OT", "Amal Reyes")
    for sample in ([], [(1, ""), (1, "")]):
        with pytest.raises(StoreError, match="at least one PEP"):
            store.start_check("birmingham", sample, 3, 1, "Rosa Thornbury")
    with pytest.raises(StoreError, match="not been looked at"):
        store.start_check("redcar", [(1, "")], 3, 1, "Rosa Thornbury")


def test_suggestions_are_withheld_till_the_check_has_ended(store: Store, check: int) -> None:
    assert store.withholding(1, "birmingham").blind and not store.withholding(3, "birmingham").blind
    listed = {one.file.id: one.reviews[0] for one in store.list_files()}
    assert listed[1].suggested_overall is None and listed[1].unsure == 0
    assert {section.withheld for section in listed[1].review.sections} == {Withheld.BLIND}
    assert listed[3].suggested_overall is not None
    store.end_check(check, "Idris Calloway")
    assert not store.withholding(1, "birmingham").blind
    ended = store.check(check).ended
    assert ended is not None and ended.reviewer == "Idris Calloway"
    with pytest.raises(StoreError, match="ended by Idris Calloway"):
        store.rate_blind(check, 1, "B", "OT", "Amal Reyes")


def test_a_section_is_switched_off_and_on_again_with_who_and_when(store: Store, check: int) -> None:
    store.switch(SUGGESTIONS, False, "Idris Calloway", "birmingham/C")
    [(section, last)] = store.switched_off("birmingham").items()
    assert (section, last.reviewer, last.on) == ("C", "Idris Calloway", False)
    assert last.when.utcoffset() is not None
    assert store.withholding(3, "birmingham").off == frozenset({"C"})
    assert store.withholding(3, "redcar") == Withholding()
    store.switch(SUGGESTIONS, True, "Rosa Thornbury", "birmingham/C")
    assert store.switched_off("birmingham") == {}
    history = [(one.reviewer, one.on, one.subject) for one in store.switch_history(SUGGESTIONS)]
    assert history == [("Rosa Thornbury", True, "birmingham/C"), ("Idris Calloway", False, "birmingham/C")]
    told = [(entry.reviewer, entry.action, entry.section) for entry in store.audit()][-2:]
    assert told == [
        ("Idris Calloway", "suggestions switched off", "C"),
        ("Rosa Thornbury", "suggestions switched on", "C"),
    ]


def test_rate_first_holds_for_every_pep_of_the_database_while_it_is_on(store: Store, check: int) -> None:
    assert store.rates_first() is None
    assert not store.withholding(3, "birmingham").first
    store.switch(RATE_FIRST, True, "Idris Calloway")
    assert store.withholding(3, "birmingham").first
    store.switch(RATE_FIRST, False, "Idris Calloway")
    assert not store.withholding(3, "birmingham").first


def test_one_pep_in_twenty_is_always_rated_first_by_its_bytes_alone(store: Store) -> None:
    number = next(number for number in range(1000) if is_rated_first(checksum(number)))
    content = str(number).encode()
    for turn in range(2):
        file_id = store.add_file(
            content, f"{turn}.pdf", "Rosa Thornbury", [make_suggestion(make_plan(content))]
        ).file_id
        assert store.withholding(file_id, "birmingham").first
    drawn = sum(is_rated_first(checksum(number)) for number in range(4000))
    assert 150 < drawn < 250  # 5 % of 4,000, give or take


def checksum(number: int) -> str:
    from pepinsight.store.writes import sha256_of

    return sha256_of(str(number).encode())


def test_each_decision_says_whether_the_suggestion_had_been_seen(store: Store, check: int) -> None:
    shown = store.suggestion(3, "birmingham")
    assert shown is not None
    store.decide(shown.id, [Choice("B", Action.CHANGE, "BT", seen=False)], "Amal Reyes")
    store.decide(shown.id, [Choice("B", Action.CHANGE, "BT")], "Amal Reyes")  # kept after it was revealed
    store.decide(shown.id, [Choice("B", Action.CONFIRM, "OT")], "Amal Reyes")
    assert [(one.level, one.seen) for one in store.history(3, "birmingham", "B")] == [
        ("BT", False),
        ("BT", True),
        ("OT", True),
    ]


TABLES = ("switches", "blind_checks", "blind_peps", "blind_ratings")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET rowid = rowid"])
def test_none_of_it_can_be_rewritten(store: Store, check: int, database: Path, table: str, statement: str) -> None:
    store.rate_blind(check, 1, "B", "ET", "Amal Reyes")
    store.switch(RATE_FIRST, True, "Idris Calloway")
    with closing(sqlite3.connect(database)) as other, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        other.execute(statement.format(table))


def test_forgetting_a_pep_of_a_check_leaves_levels_and_no_word_of_the_child(
    store: Store, check: int, database: Path
) -> None:
    store.rate_blind(check, 1, "B", "ET", "Amal Reyes")
    store.forget(1, "Rosa Thornbury")
    kept = store.check(check)
    assert [pep.forgotten for pep in kept.peps] == [False, True]
    assert kept.peps[1].suggested["B"] == "OT"
    assert store.blind_levels(check) == {"Amal Reyes": {1: {"B": "ET"}}}
    with pytest.raises(StoreError, match="forgotten"):
        store.rate_blind(check, 1, "B", "OT", "Amal Reyes")
    with closing(sqlite3.connect(database)) as other:
        words = repr([other.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES])
    for secret in ("Ottoline", "Penhaligon", "one.pdf", "quiet place"):
        assert secret not in words


def test_decisions_of_a_database_from_before_count_as_seen(store: Store, check: int, database: Path) -> None:
    shown = store.suggestion(3, "birmingham")
    assert shown is not None
    with closing(sqlite3.connect(database)) as older:  # a row as the program wrote it before there was such a column
        older.execute(
            "INSERT INTO decisions "
            "(file_id, rubric, section, action, level, reviewer_id, made, suggestion_id, suggested) "
            "VALUES (3, 'birmingham', 'B', 'confirm', 'OT', 1, '2026-01-05 10:00:00', ?, 'OT')",
            (shown.id,),
        )
        older.commit()
    assert [one.seen for one in store.decisions(3, "birmingham")] == [True]
