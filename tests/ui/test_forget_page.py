"""Forgetting a PEP from its own page: one confirming click, back to the list, and nothing left to open."""

from __future__ import annotations

import pytest
from conftest import Opener
from looking import keys, press, words_on
from streamlit.testing.v1 import AppTest

from pepinsight.store import StoreError
from pepinsight.ui import desk
from pepinsight.ui.desk import DEFAULT_RUBRIC


def test_it_is_said_what_goes_and_what_stays_before_the_one_click(review: AppTest) -> None:
    said = words_on(review)
    assert "What goes, for good: the file" in said
    assert "What stays: the levels suggested and decided, by whom and when" in said
    assert [file.file.id for file in desk.store().list_files()] == [1]


def test_a_forgotten_pep_is_gone_from_the_list_and_the_decision_stays(pages: Opener, review: AppTest) -> None:
    press(review, next(key for key in keys(review, "confirm-") if key != "confirm-all"))
    press(review, "forget-now")
    assert "pep" not in review.query_params
    assert "The PEP has been forgotten." in words_on(review)
    assert not keys(review, "open-")
    assert "held" not in review.session_state
    with pytest.raises(StoreError, match="forgotten"):
        desk.store().content(1)
    assert len(desk.store().decisions(1, DEFAULT_RUBRIC)) == 1
    assert desk.store().audit(1)[-1].action == "file forgotten"


def test_a_kept_address_of_a_forgotten_pep_is_answered_in_one_sentence(pages: Opener, review: AppTest) -> None:
    press(review, "forget-now")
    later = pages(pep="1")
    assert not later.exception
    assert "was forgotten on" in words_on(later)
    press(later, "back")
    assert "pep" not in later.query_params


def test_a_pep_forgotten_by_somebody_else_meanwhile_stops_nobody(review: AppTest) -> None:
    desk.store().forget(1, "Sam Okoro")
    press(review, "forget-now")
    assert "was forgotten on" in words_on(review)
