"""What the reading queue needs stands in the database, without a PEP's words once it is forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from pepinsight.assessing import assess
from pepinsight.store import Outline, Store, StoreError

GOLD = Path(__file__).parents[2] / "corpora" / "gold"
ROSA = "Rosa Thornbury"


@pytest.fixture
def file_id(store: Store) -> int:
    return store.add_file(b"c4-01", "c4-01.docx", ROSA, [assess(GOLD / "c4-01.docx")]).file_id


def test_a_pep_is_listed_with_its_outline_and_its_reasons(store: Store, file_id: int) -> None:
    [listed] = store.list_files()
    assert listed.outline is not None and listed.outline.school and listed.outline.phase == "SSA"
    assert "no_child_voice" in [reason.id for reason in listed.reviews[0].reasons]


def test_a_newer_suggestion_replaces_the_reasons(store: Store, file_id: int) -> None:
    before = store.list_files()[0].reviews[0].reasons
    store.save_suggestion(file_id, assess(GOLD / "c2-01.docx"), ROSA)
    assert before and store.list_files()[0].reviews[0].reasons == ()


def test_reasons_stay_hidden_while_people_rate_first(store: Store, file_id: int) -> None:
    store.switch("rate first", True, ROSA)
    assert store.list_files()[0].reviews[0].reasons == ()


def test_forgetting_a_file_erases_both(store: Store, file_id: int, database: Path) -> None:
    school = (store.list_files()[0].outline or Outline(None, None, "", None, None)).school or ""
    store.forget(file_id, ROSA)
    assert store.list_files() == ()
    assert school.encode() not in database.read_bytes()


def test_views_are_kept_by_name_replaced_and_let_go(store: Store) -> None:
    store.save_view(" Year  11 ", {"phase": ["School age"], "term": []}, ROSA)
    store.save_view("Year 11", {"phase": ["Post-16"]}, ROSA)
    assert store.saved_views() == {"Year 11": {"phase": ["Post-16"]}}
    store.delete_view("Year 11")
    assert store.saved_views() == {}
    with pytest.raises(StoreError, match="a name first"):
        store.save_view("  ", {}, ROSA)
