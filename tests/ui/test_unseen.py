"""Rate first, then reveal; and sections whose suggestions are switched off."""

from __future__ import annotations

from html import unescape

import pytest
from conftest import Opener
from looking import keys, press, words_on
from streamlit.testing.v1 import AppTest
from test_blind_page import everything

from pepinsight.review import Action
from pepinsight.store.switches import RATE_FIRST, SUGGESTIONS
from pepinsight.ui import desk, levels
from pepinsight.ui.desk import DEFAULT_RUBRIC, Opened


def on_desk() -> Opened:
    return desk.open_pep(1, DEFAULT_RUBRIC)


@pytest.fixture
def first(pages: Opener) -> AppTest:
    """The review of the fictional PEP, in a database where people rate first."""
    desk.store().switch(RATE_FIRST, True, "Idris Calloway")
    return press(pages(), "sample-docx-list")


def choose(app: AppTest, section: str, level: str | None) -> None:
    if level is not None:
        app.radio(key=f"level-{section}").set_value(level)
    next(button for button in app.button if button.form_id == f"unseen-{section}").click().run()
    assert not app.exception, app.exception


def another(section: str) -> str:
    opened = on_desk()
    suggested = opened.review.section(section).suggested
    return next(level for level in levels.open_to(opened.rubric, section) if level not in (suggested, "NA"))


def test_before_the_choice_nothing_of_the_suggestion_is_on_the_page(first: AppTest) -> None:
    opened = on_desk()
    for section in opened.suggestion.sections:
        first.session_state[f"why-{section.id}"] = True
    first.run()
    page = unescape(everything(first))
    assert "Suggested" not in page and "Not sure" not in page and "pep-suggested" not in page
    assert not keys(first, "confirm-") and not keys(first, "take-")
    assert opened.suggestion.overall is not None and opened.suggestion.overall.label not in page
    assert not any(criterion.reason in page for one in opened.suggestion.sections for criterion in one.criteria)
    for section in opened.suggestion.sections:
        radio = first.radio(key=f"level-{section.id}")
        assert radio.value is None
        assert {option.split()[0] for option in radio.options} == set(levels.open_to(opened.rubric, section.id))


def test_the_list_and_the_files_do_not_tell_either(pages: Opener, first: AppTest) -> None:
    from pepinsight.reports import csv_rows
    from pepinsight.ui.screens.downloads import _all_reviewed

    overall = on_desk().suggestion.overall
    assert overall is not None and overall.label not in words_on(pages())
    rows = csv_rows(_all_reviewed(desk.store().list_files())).decode("utf-8-sig").splitlines()
    assert all(row.split(",")[-8:-6] == ["", ""] for row in rows[1:] if row)


def test_after_the_choice_it_is_revealed_and_both_are_recorded_when_kept(first: AppTest) -> None:
    section = on_desk().suggestion.sections[0]
    level = another(section.id)
    choose(first, section.id, level)
    said = words_on(first)
    assert "pepinsight suggested" in said and "suggestion unseen" in said
    press(first, f"keep-{section.id}")
    history = desk.store().history(1, DEFAULT_RUBRIC, section.id)
    assert [(one.action, one.level, one.seen) for one in history] == [
        (Action.CHANGE, level, False),
        (Action.CHANGE, level, True),
    ]
    assert on_desk().review.section(section.id).confirmed == level
    assert not keys(first, "keep-")


def test_or_changed_to_the_suggestion(first: AppTest) -> None:
    section = on_desk().suggestion.sections[0]
    choose(first, section.id, another(section.id))
    press(first, f"take-{section.id}")
    history = desk.store().history(1, DEFAULT_RUBRIC, section.id)
    assert [(one.level, one.seen) for one in history] == [(another(section.id), False), (section.suggested, True)]


def test_the_same_level_needs_no_second_word(first: AppTest) -> None:
    section = on_desk().suggestion.sections[0]
    choose(first, section.id, section.suggested)
    assert f"pepinsight suggested {section.suggested} too" in words_on(first)
    [decision] = desk.store().history(1, DEFAULT_RUBRIC, section.id)
    assert (decision.action, decision.seen) == (Action.CONFIRM, False)
    assert not keys(first, "keep-")


def test_a_revealed_section_stays_revealed_after_undo_and_the_next_decision_counts_as_seen(first: AppTest) -> None:
    section = on_desk().suggestion.sections[0]
    choose(first, section.id, section.suggested)
    press(first, f"undo-{section.id}")
    press(first, f"confirm-{section.id}")
    assert [one.seen for one in desk.store().history(1, DEFAULT_RUBRIC, section.id)] == [False, True, True]


def test_saving_without_a_level_is_said_in_one_sentence(first: AppTest) -> None:
    section = on_desk().suggestion.sections[0].id
    choose(first, section, None)
    assert "Choose a level first" in words_on(first)
    assert not desk.store().decisions(1, DEFAULT_RUBRIC)


def test_a_switched_off_section_shows_what_was_found_but_no_suggestion_before_or_after(
    pages: Opener, review: AppTest
) -> None:
    opened = on_desk()
    section = next(one for one in opened.suggestion.sections if any(item.evidence for item in one.criteria))
    desk.store().switch(SUGGESTIONS, False, "Idris Calloway", f"{DEFAULT_RUBRIC}/{section.id}")
    app = pages(pep="1")
    app.session_state[f"why-{section.id}"] = True
    app.run()
    assert "No suggestion: switched off by Idris Calloway" in words_on(app)
    assert f"confirm-{section.id}" not in keys(app, "confirm-") and len(keys(app, "confirm-")) > 1
    assert all(item.reason in unescape(words_on(app)) for item in section.criteria)
    assert keys(app, f"quote-{section.id}-")
    assert opened.suggestion.overall is not None and opened.suggestion.overall.reason not in words_on(app)
    choose(app, section.id, another(section.id))
    said = words_on(app)
    assert "pepinsight suggested" not in said and "Suggested was" not in said
    [decision] = desk.store().history(1, DEFAULT_RUBRIC, section.id)
    assert not decision.seen


def test_the_setting_is_switched_on_the_proof_page_under_a_name(pages: Opener) -> None:
    app = pages(page="proof")
    app.text_input(key="reviewer").set_value("Idris Calloway").run()
    app.toggle(key="rate_first").set_value(True).run()
    last = desk.store().rates_first()
    assert last is not None and (last.on, last.reviewer) == (True, "Idris Calloway")
    assert "Switched on by Idris Calloway" in words_on(app)
