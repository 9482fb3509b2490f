"""A rubric that is changed after it was used: its old words stay, and looking again touches no decision."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from conftest import GOLD, Opener
from looking import keys, press, words_on
from streamlit.testing.v1 import AppTest

from pepinsight.ui import desk

GUIDE = Path(__file__).parents[1] / "rubrics" / "data" / "harbour_vale.yaml"


@pytest.fixture
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A rubric file of an authority's own."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setenv("PEPINSIGHT_RUBRICS", str(folder))
    path = folder / "harbour_vale.yaml"
    path.write_text(GUIDE.read_text(encoding="utf-8"), encoding="utf-8")
    return path


@pytest.fixture
def rated(ours: Path, pages: Opener) -> AppTest:
    """The review of a PEP by that rubric, one section confirmed."""
    pep = GOLD / "a1-01.docx"
    brought = desk.bring(pep.name, pep.read_bytes(), "harbour_vale", "Sam Okoro")
    app = pages(pep=str(brought.file_id))
    assert not app.exception
    return press(app, next(key for key in keys(app, "confirm-") if key != "confirm-all"))


def change(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace('version: "1"', 'version: "2"')
    path.write_text(text.replace("label: Strong, colour: green}", "label: Splendid, colour: green}"), encoding="utf-8")


def test_an_own_rubric_is_used_like_those_that_come_along(rated: AppTest) -> None:
    said = unescape(words_on(rated))
    assert "Strong" in said
    assert "changed since" not in said
    assert rated.button(key="read-rubric").label == "Read this rubric"


def test_a_changed_rubric_leaves_the_old_words_until_somebody_asks(rated: AppTest, ours: Path) -> None:
    before = desk.store().decisions(1, "harbour_vale")
    change(ours)
    said = unescape(words_on(rated.run()))
    assert "Looked at by version 1" in said and "now version 2" in said
    assert "Splendid" not in said
    said = unescape(words_on(press(rated, "look-again")))
    assert "Splendid" in said and "changed since" not in said
    assert desk.store().decisions(1, "harbour_vale") == before
    assert "✓ Confirmed by" in said


def test_a_decision_on_a_level_that_is_gone_is_open_again_and_stays_in_the_history(rated: AppTest, ours: Path) -> None:
    [decision] = desk.store().decisions(1, "harbour_vale")
    level = decision.level
    text = ours.read_text(encoding="utf-8")
    renamed = text.replace(f"id: {level}, label", "id: Z, label").replace(f"      {level}:", "      Z:")
    ours.write_text(renamed.replace(f"'{level}'", "'Z'"), encoding="utf-8")
    press(rated.run(), "look-again")
    assert f"confirm-{decision.section}" in keys(rated, "confirm-")
    assert desk.store().decisions(1, "harbour_vale") == (decision,)
    assert not rated.exception


def test_a_pep_can_be_read_after_its_rubric_is_gone(rated: AppTest, ours: Path, pages: Opener) -> None:
    ours.unlink()
    again = pages(pep="1")
    assert not again.exception
    assert "a rubric that is no longer here" in unescape(words_on(again))
    assert "Strong" in unescape(words_on(again))
    assert not pages().exception


def test_all_peps_are_looked_at_again_at_once_and_no_decision_is_touched(
    rated: AppTest, ours: Path, pages: Opener
) -> None:
    other = GOLD / "a1-02.docx"
    desk.bring(other.name, other.read_bytes(), "harbour_vale", "Sam Okoro")
    assert not keys(pages(), "again-"), "nothing to look at again while the file stands as it was"
    before = desk.store().decisions(1, "harbour_vale")
    change(ours)
    app = pages()
    assert "2 PEPs were looked at by an earlier wording" in unescape(words_on(app))
    said = unescape(words_on(press(app, "again-harbour_vale")))
    assert "Looked again at 2 PEPs" in said and "earlier wording" not in said
    assert desk.store().decisions(1, "harbour_vale") == before
    for pep in ("1", "2"):
        shown = unescape(words_on(pages(pep=pep)))
        assert "Splendid" in shown and "changed since" not in shown


def test_a_rubrics_own_page_offers_it_too_and_a_pep_in_a_blind_check_waits(
    ours: Path, pages: Opener, database: Path
) -> None:
    for name in ("a1-01.docx", "a1-02.docx"):
        pep = GOLD / name
        desk.bring(pep.name, pep.read_bytes(), "harbour_vale", "Sam Okoro")
    check = desk.store().start_check("harbour_vale", [(1, "drawn")], 2, 7, "Sam Okoro")
    suggested = desk.store().check(check).peps[0].suggested
    change(ours)
    app = pages(page="rubric", id="harbour_vale")
    assert "1 in a blind check: to be looked at again" in unescape(words_on(app))
    assert "Looked again at 1 PEP " in unescape(words_on(press(app, "again-harbour_vale")))
    assert desk.store().check(check).peps[0].suggested == suggested
    assert keys(app, "again-") == [], "what waits cannot be pressed"
    assert "1 in a blind check" in unescape(words_on(app))
