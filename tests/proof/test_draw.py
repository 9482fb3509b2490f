"""Drawing a blind check from real files and from the database, and what is left out of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pepinsight.assessing import Options, assess_file
from pepinsight.proof import Drawn, draw_from_database, draw_from_files
from pepinsight.proof.fictional import fictional_checksums
from pepinsight.review import Action, Choice
from pepinsight.store import Store, StoreError, open_store

GOLD = Path(__file__).parents[2] / "corpora" / "gold"
NAMES = ("a2-05.docx", "b1-02.docx", "b2-03.docx")
EARLY_YEARS = "a1-01.docx"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "pepinsight.db")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three PEPs, one of a phase that the rubric does not cover, one twice, and a file that is no PEP."""
    found = tmp_path_factory.mktemp("peps")
    for name in (*NAMES, EARLY_YEARS):
        shutil.copy(GOLD / name, found)
    (found / "later").mkdir()
    shutil.copy(GOLD / NAMES[0], found / "later" / "copy.docx")
    (found / "later" / "shopping.docx").write_text("Milk and bread")
    return found


def draw_files(store: Store, folder: Path, size: int, seed: int = 1) -> Drawn:
    return draw_from_files(store, [folder], "birmingham", size, seed, "Rosa Thornbury", lambda *_: None)


def test_only_the_drawn_are_kept_and_the_rest_are_told(store: Store, folder: Path) -> None:
    drawn = draw_files(store, folder, size=2)
    assert (drawn.peps, drawn.drawn_from) == (2, 3)
    why = dict(drawn.left_out)
    assert set(why) == {EARLY_YEARS, "copy.docx", "shopping.docx"}
    assert "early years" in why[EARLY_YEARS] and "twice" in why["copy.docx"]
    check = store.check(drawn.check_id)
    assert len(store.list_files()) == len(check.peps) == 2
    assert all(pep.stratum.startswith("School age · ") for pep in check.peps)
    assert all(len(pep.suggested) == len(check.titles) for pep in check.peps)


def test_what_was_decided_drawn_before_or_made_up_is_not_drawn_from_the_database(store: Store) -> None:
    for name in NAMES:
        record = assess_file(GOLD / name, Options(models=False))
        store.add_file((GOLD / name).read_bytes(), name, "Rosa Thornbury", tuple(record.suggestions.values()))
    shown = store.suggestion(1, "birmingham")
    assert shown is not None
    first = shown.suggestion.sections[0]
    store.decide(shown.id, [Choice(first.id, Action.CONFIRM, first.suggested)], "Rosa Thornbury")

    drawn = draw_from_database(store, "birmingham", 1, 1, "Rosa Thornbury")
    assert (drawn.peps, drawn.drawn_from) == (1, 2)
    assert dict(drawn.left_out) == {NAMES[0]: "somebody has decided on it already, with its suggestions in view"}
    again = draw_from_database(store, "birmingham", 5, 1, "Rosa Thornbury")
    assert (again.peps, again.drawn_from) == (1, 1)
    assert {pep.file_id for check in store.checks() for pep in check.peps} == {2, 3}
    with pytest.raises(StoreError, match="no PEP to draw from"):
        draw_from_database(store, "birmingham", 5, 1, "Rosa Thornbury")


def test_peps_looked_at_by_an_earlier_version_of_the_rubric_are_not_mixed_in(store: Store) -> None:
    [suggestion] = assess_file(GOLD / NAMES[0], Options(models=False)).suggestions.values()
    assert suggestion.assessment.file is not None
    older = suggestion.assessment.file.model_copy(update={"version": "0 of long ago"})
    earlier = replace(suggestion, assessment=replace(suggestion.assessment, file=older))
    store.add_file((GOLD / NAMES[0]).read_bytes(), NAMES[0], "Rosa Thornbury", [earlier])
    with pytest.raises(StoreError, match="an earlier version of the rubric"):
        draw_from_database(store, "birmingham", 5, 1, "Rosa Thornbury")


def test_the_fictional_peps_that_come_with_pepinsight_are_known() -> None:
    assert len(fictional_checksums()) == 2
