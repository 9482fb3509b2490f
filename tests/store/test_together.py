"""Several tabs and people work on one database at the same moment: nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from fictional_plan import make_plan, make_suggestion

from pepinsight.review import Action, Choice, review_of
from pepinsight.store import AddedFile, Store, open_store

FILE = b"%PDF-1.7 fictional"


def test_everybodys_decisions_are_recorded_and_the_last_one_stands(opened: Callable[[], Store]) -> None:
    people = ["Rosa Thornbury", "Idris Calloway", "Wren Osgood", "Tamsin Hale"]
    store = opened()
    file_id = store.add_file(FILE, "views.pdf", people[0], [make_suggestion(make_plan(FILE))]).file_id
    shown = store.suggestion(file_id, "birmingham")
    assert shown is not None
    suggestion_id, start = shown.id, Barrier(len(people))
    tabs = [opened() for _ in people]

    def work(person: str, tab: Store) -> None:
        start.wait()
        for number in range(8):
            tab.suggestion(file_id, "birmingham")  # reads between its writes, as a screen does
            tab.decide(suggestion_id, [Choice("B", Action.CHANGE, "ET", f"{person} {number}")], person)

    with ThreadPoolExecutor(len(people)) as pool:
        list(pool.map(work, people, tabs))

    history = store.history(file_id, "birmingham", "B")
    assert sorted(str(d.reason) for d in history) == sorted(f"{p} {n}" for p in people for n in range(8))
    assert [d.reason for d in history if d.reviewer == people[0]] == [f"{people[0]} {n}" for n in range(8)]
    standing = review_of(shown.suggestion.sections, history).section("B")
    assert standing.decision == history[-1]


def test_two_people_who_bring_the_same_file_get_one_file(opened: Callable[[], Store]) -> None:
    tabs = [opened() for _ in range(4)]
    start = Barrier(len(tabs))

    def bring(tab: Store) -> AddedFile:
        start.wait()
        return tab.add_file(FILE, "views.pdf", "Rosa Thornbury", [make_suggestion(make_plan(FILE))])

    with ThreadPoolExecutor(len(tabs)) as pool:
        added = list(pool.map(bring, tabs))

    assert sorted(item.already_seen for item in added) == [False, True, True, True]
    assert len({item.file_id for item in added}) == 1
    assert len(tabs[0].list_files()) == 1


def test_several_programs_may_open_a_new_database_at_once(tmp_path: Path) -> None:
    start = Barrier(6)

    def begin(number: int) -> int:
        start.wait()
        store = open_store(tmp_path / "new.db")
        file_id = store.add_file(b"%d" % number, "views.pdf", f"Person {number}").file_id
        store.close()
        return file_id

    with ThreadPoolExecutor(6) as pool:
        assert sorted(pool.map(begin, range(6))) == [1, 2, 3, 4, 5, 6]


def test_one_store_is_shared_by_many_threads(store: Store) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: store.add_file(b"%d" % n, f"{n}.pdf", "Rosa Thornbury"), range(12)))
    assert {item.file.name for item in store.list_files()} == {f"{n}.pdf" for n in range(12)}
