"""A rubric can be read in the app: what each level asks for, in words, and what is wrong in files of one's own."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from conftest import Opener
from looking import press, words_on
from streamlit.testing.v1 import AppTest

from pepinsight.rubrics import load_rubric, rubric_ids
from pepinsight.ui import desk


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an authority's own rubrics."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setenv("PEPINSIGHT_RUBRICS", str(folder))
    return folder


def test_a_rubric_is_told_in_words_with_its_settings_and_roll_up(pages: Opener, own: Path) -> None:
    app = pages(page="rubric", id="birmingham")
    assert not app.exception
    said = unescape(words_on(app))
    assert "All sections are on target, and three or more exceed it." in said
    assert "Sections at Exceeding target: at least 3." in said
    assert "Attendance in per cent below which reasons are asked for: 95" in said
    assert "A documented refusal counts as the child's views: yes" in said


def test_a_section_opens_with_its_levels_criteria_and_advice(pages: Opener, own: Path) -> None:
    app = pages(page="rubric", id="birmingham")
    app.session_state["read-B"] = True
    said = unescape(words_on(app.run()))
    assert "The child's voice is recorded in detail." in said
    assert "Different statements of the child's: at least 5" in said
    assert "What remains when no better level is met." in said
    section = load_rubric("birmingham").section("B")
    assert section.advice is not None and section.advice in said
    assert section.anchors["BT"] in said


def test_the_passages_that_show_a_level_stand_beside_the_reasons(review: AppTest) -> None:
    review.session_state["why-B"] = True
    said = unescape(words_on(review.run()))
    assert load_rubric("birmingham").section("B").anchors["SB"] in said


def test_every_rubric_that_comes_along_can_be_read_here(pages: Opener, own: Path) -> None:
    app = pages(page="rubric")
    ids = [*rubric_ids(), "hillingdon_eyfs"]
    for id in ids:
        app.selectbox(key="rubric-read").set_value(id).run()
        assert not app.exception
        assert load_rubric(id).data.version in unescape(words_on(app))


def test_an_own_rubric_stands_in_the_list_and_one_that_is_wrong_is_told(pages: Opener, own: Path) -> None:
    guide = Path(__file__).parents[1] / "rubrics" / "data" / "harbour_vale.yaml"
    (own / "harbour_vale.yaml").write_text(guide.read_text(encoding="utf-8"), encoding="utf-8")
    (own / "wrong.yaml").write_text("id: wrong\ntitel: Ours\n", encoding="utf-8")
    app = pages(page="rubric", id="harbour_vale")
    said = unescape(words_on(app))
    assert "The child is not heard, or two areas are weak." in said
    assert "wrong\\.yaml line 2" in said


def test_our_rubric_is_chosen_here_and_used_for_new_peps(pages: Opener, own: Path) -> None:
    assert "✓ Our rubric" in words_on(pages(page="rubric"))
    app = press(pages(page="rubric", id="redcar"), "our-rubric")
    assert "✓ Our rubric" in words_on(app) and "Chosen by" in words_on(app)
    assert pages(page="add").selectbox(key="add_rubric").value == "redcar"
    press(pages(), "sample-docx-list")
    assert desk.rubrics_of(1) == ("redcar",)
    press(pages(page="rubric", id="birmingham"), "our-rubric")
    assert desk.our_rubric() == "birmingham"


def test_no_number_of_a_source_no_name_of_the_program_s_own_is_shown(pages: Opener, own: Path) -> None:
    for id in rubric_ids():
        app = pages(page="rubric", id=id)
        for section in load_rubric(id).data.sections:
            app.session_state[f"read-{section.id}"] = True
        said = unescape(words_on(app.run()))
        assert not re.search(r"\bseed \d|\b(SSA|P16|EY)\b|: True\b", said), id


def test_looking_at_the_page_changes_no_address_and_choosing_does(pages: Opener, own: Path) -> None:
    app = pages(page="rubric")
    assert app.query_params == {"page": "rubric"}, "else the browser's Back would lead here again"
    app.selectbox(key="rubric-read").set_value("redcar").run()
    assert app.query_params == {"page": "rubric", "id": "redcar"}
    assert "An SDQ score above this is high: 17" in unescape(words_on(app))
