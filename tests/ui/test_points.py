"""Lists of points beside a review: put away until asked for, each found with its quotes or not, rating nothing."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from conftest import GOLD, Opener
from looking import keys, press, words_on
from streamlit.testing.v1 import AppTest

from pepinsight.ui import desk

GUIDE = Path(__file__).parents[1] / "rubrics" / "data" / "harbour_vale.yaml"
OF_ITS_OWN = """
checks:
  - {id: heard, about: The child, says: The child is heard., when: child_voice_statements >= 1}
  - {id: never, about: The child, says: Nobody sets so many., when: new_targets >= 900, advice: Set fewer.}
  - {id: kind, says: Staff are kind.}
"""
BESIDE = """\
id: beside
title: Beside every rubric
version: "1"
phases: [EY, SSA, P16]
checks:
  - {id: dated, says: The next meeting has a date., when: next_meeting_set}
"""


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pages: Opener) -> AppTest:
    """A PEP looked at by a rubric with points of its own, and a list of points installed beside it."""
    monkeypatch.setenv("PEPINSIGHT_RUBRICS", str(tmp_path))
    (tmp_path / "harbour_vale.yaml").write_text(GUIDE.read_text(encoding="utf-8") + OF_ITS_OWN, encoding="utf-8")
    (tmp_path / "beside.yaml").write_text(BESIDE, encoding="utf-8")
    pep = GOLD / "a1-01.docx"
    brought = desk.bring(pep.name, pep.read_bytes(), "harbour_vale", "Sam Okoro")
    app = pages(pep=str(brought.file_id))
    assert not app.exception
    return app


def test_the_lists_stand_below_the_sections_and_are_closed(review: AppTest) -> None:
    labels = [one.label for one in review.expander if one.label.startswith("Points to look at")]
    assert any("our six areas" in label and "1 of 3 found" in label for label in labels)
    assert any("Beside every rubric" in label for label in labels)
    assert "Staff are kind." not in unescape(words_on(review))


def test_an_opened_list_tells_each_point_with_its_quotes_or_advice(review: AppTest) -> None:
    review.session_state["checks-harbour_vale"] = True
    review.run()
    said = unescape(words_on(review))
    assert "No rating rests on them." in said
    assert "✓ Found" in said and "✗ Not found" in said and "? Cannot tell" in said
    assert "Set fewer." in said
    assert "for a person to say" in said
    assert keys(review, "quote-check-harbour_vale-heard-")


def test_what_is_asked_of_the_plan_as_a_whole_stands_first_and_is_a_persons_own_to_confirm(
    database: Path, pages: Opener
) -> None:
    pep = GOLD / "a1-01.docx"
    brought = desk.bring(pep.name, pep.read_bytes(), "redcar", "Sam Okoro")
    app = pages(pep=str(brought.file_id))
    opened = desk.open_pep(brought.file_id or 0, "redcar")
    [whole] = [section.id for section in opened.suggestion.sections if section.of_overall]
    assert next(key for key in keys(app, "confirm-") if key != "confirm-all") == f"confirm-{whole}"
    press(app, "confirm-all")
    assert f"confirm-{whole}" in keys(app, "confirm-")
    assert whole not in desk.open_pep(brought.file_id or 0, "redcar").review.confirmed


def test_a_list_of_points_is_no_rubric_to_choose(review: AppTest) -> None:
    assert all("Beside" not in option for option in review.selectbox(key="rubric-1").options)
