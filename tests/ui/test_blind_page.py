"""The blind check: an officer sees the PEP and the rubric, their own levels, and nothing of what was suggested."""

from __future__ import annotations

import re
from html import unescape

import pytest
from conftest import GOLD, Opener
from looking import keys, press, words_on
from streamlit.testing.v1 import AppTest

from pepinsight.assessing import Options, assess_file
from pepinsight.calibration import Suggestion
from pepinsight.ui import desk

NAMES = ("b2-03.docx", "a2-05.docx")


@pytest.fixture
def suggestion(pages: Opener) -> Suggestion:
    """What was suggested for the first PEP of a blind check of two."""
    for name in NAMES:
        record = assess_file(GOLD / name, Options(models=False))
        desk.store().add_file((GOLD / name).read_bytes(), name, "Rosa Thornbury", tuple(record.suggestions.values()))
    desk.store().start_check("birmingham", [(1, "School age"), (2, "School age")], 9, 1, "Rosa Thornbury")
    stored = desk.store().suggestion(1, "birmingham")
    assert stored is not None
    return stored.suggestion


def begin(app: AppTest, name: str) -> AppTest:
    app.text_input(key="blind_name").set_value(name)
    next(button for button in app.button if button.label == "Start").click().run()
    assert not app.exception, app.exception
    return app


def everything(app: AppTest) -> str:
    """All that reaches the browser, controls and the reader pane's data included."""
    return "\n".join(str(item.proto) for item in app.main.children.values() for item in _within(item))


def _within(block: object) -> list[object]:
    children = getattr(block, "children", None)
    return [block] if children is None else [one for child in children.values() for one in _within(child)]


def test_nothing_of_the_suggestion_is_on_the_page(pages: Opener, suggestion: Suggestion) -> None:
    app = press(begin(pages(page="blind"), "Amal Reyes"), "read-0")
    page = unescape(everything(app))
    assert len(page) > 10_000 and NAMES[0] in page
    assert not re.search(r"Suggested|Not sure|Sure \(|pep-(pill|sign|suggested)|✓ Met|✗|Confirm ", page)
    for section in suggestion.sections:
        for criterion in section.criteria:
            assert criterion.reason not in page
    evidence = suggestion.assessment.findings.evidence
    assert evidence and not any(item.reason in page for item in evidence)
    for radio in app.radio:
        assert radio.value is None
    assert [radio.key.rsplit("-", 1)[1] for radio in app.radio] == [section.id for section in suggestion.sections]


def test_a_level_is_kept_at_once_and_there_again_on_coming_back(pages: Opener, suggestion: Suggestion) -> None:
    app = press(begin(pages(page="blind"), "Amal Reyes"), "read-0")
    app.radio[0].set_value("BT").run()
    app.radio[0].set_value("OT").run()
    section = suggestion.sections[0].id
    assert desk.store().own_blind_levels(1, "Amal Reyes") == {1: {section: "OT"}}
    press(app, "back")
    assert f"◐ 1 of {len(suggestion.sections)} sections" in words_on(app)
    press(app, "read-0")
    assert app.radio[0].value == "OT"


def test_each_officer_sees_only_their_own_levels(pages: Opener, suggestion: Suggestion) -> None:
    for section in suggestion.sections:
        desk.store().rate_blind(1, 1, section.id, "SB", "Bryn Castell")
    app = begin(pages(page="blind"), "Amal Reyes")
    assert "✓ Rated" not in words_on(app)
    press(app, "read-0")
    assert all(radio.value is None for radio in app.radio)
    assert "Bryn" not in everything(app)


def test_a_name_is_asked_for_also_when_somebody_else_takes_over(pages: Opener, suggestion: Suggestion) -> None:
    app = pages(page="blind")
    assert not keys(app, "read-")
    begin(app, "  ")
    assert "Give your own name" in words_on(app)
    begin(app, "Amal Reyes")
    assert keys(app, "read-")
    app.text_input(key="reviewer").set_value("Bryn Castell").run()
    assert not keys(app, "read-")


def test_while_a_check_goes_on_its_peps_suggestions_are_shown_nowhere(pages: Opener, suggestion: Suggestion) -> None:
    assert suggestion.overall is not None
    listed = pages()
    assert "In a blind check" in words_on(listed)
    assert suggestion.overall.label not in words_on(listed)
    app = pages(pep="1")
    assert "shown once the check has ended" in words_on(app)
    assert not keys(app, "confirm-") and suggestion.overall.label not in words_on(app)
    press(pages(page="proof"), "end-1")
    assert keys(pages(pep="1"), "confirm-")


def test_an_address_that_names_no_pep_of_the_check_leads_to_its_list(pages: Opener, suggestion: Suggestion) -> None:
    app = begin(pages(page="blind", check="99", item="77"), "Amal Reyes")
    assert keys(app, "read-") == ["read-0", "read-1"]


def test_without_a_check_the_page_says_where_one_is_drawn(pages: Opener) -> None:
    app = pages(page="blind")
    assert "No blind check is going on" in words_on(app)
    press(app, "to-proof")
    assert app.query_params["page"] == ["proof"] or app.query_params["page"] == "proof"


def test_the_report_is_shown_when_the_check_has_ended(pages: Opener, suggestion: Suggestion) -> None:
    for section in suggestion.sections:
        desk.store().rate_blind(1, 1, section.id, section.suggested, "Amal Reyes")
    app = pages(page="proof")
    assert "Amal Reyes has rated 1 of 2 PEPs" in words_on(app)
    assert "gave the same level" not in words_on(app)
    press(app, "end-1")
    said = words_on(app)
    total = sum(section.suggested != "NA" for section in suggestion.sections)
    assert f"pepinsight and Amal Reyes gave the same level {total} times of {total}: too few to tell." in said
    assert "What this cannot prove" in said


def test_a_section_is_switched_off_and_on_again_from_the_report(pages: Opener, suggestion: Suggestion) -> None:
    section = suggestion.sections[0]
    desk.store().rate_blind(1, 1, section.id, "SB", "Amal Reyes")
    app = press(pages(page="proof"), "end-1")
    app.text_input(key="reviewer").set_value("Idris Calloway").run()
    app.text_input(key=f"word-birmingham-{section.id}").set_value("off").run()
    press(app, f"switch-birmingham-{section.id}")
    assert desk.store().switched_off("birmingham")[section.id].reviewer == "Idris Calloway"
    assert f"{section.title} (" in words_on(app) and "switched off by Idris Calloway" in words_on(app)
    press(app, f"switch-birmingham-{section.id}")
    assert not desk.store().switched_off("birmingham")
    said = words_on(app)
    assert f"Idris Calloway switched {section.title} (birmingham) off." in said
    assert f"Idris Calloway switched {section.title} (birmingham) on again." in said


@pytest.mark.parametrize(("name", "word", "said"), [("Idris Calloway", "", "type the word “off”"), ("", "off", "name")])
def test_nothing_is_switched_off_without_the_word_and_a_name(
    pages: Opener, suggestion: Suggestion, name: str, word: str, said: str
) -> None:
    section = suggestion.sections[0]
    desk.store().rate_blind(1, 1, section.id, "SB", "Amal Reyes")
    app = press(pages(page="proof"), "end-1")
    app.text_input(key="reviewer").set_value(name).run()
    app.text_input(key=f"word-birmingham-{section.id}").set_value(word).run()
    press(app, f"switch-birmingham-{section.id}")
    assert not desk.store().switched_off("birmingham")
    assert "Nothing was switched" in words_on(app) and said in words_on(app)


def test_that_there_are_too_few_is_said_once_naming_the_sections(pages: Opener, suggestion: Suggestion) -> None:
    for section in suggestion.sections:
        desk.store().rate_blind(1, 1, section.id, section.suggested, "Amal Reyes")
    said = unescape(words_on(press(pages(page="proof"), "end-1")))
    assert said.count("Too few to tell") == 1
    assert all(section.title in said.split("Too few to tell")[1] for section in suggestion.sections)


def test_a_sample_is_drawn_from_the_pages_too(pages: Opener, suggestion: Suggestion) -> None:
    desk.store().end_check(1, "Rosa Thornbury")
    app = pages(page="proof")
    next(button for button in app.button if button.label == "Draw").click().run()
    assert "no PEP to draw from" in words_on(app)  # both were drawn before
    name = "b1-02.docx"
    record = assess_file(GOLD / name, Options(models=False))
    desk.store().add_file((GOLD / name).read_bytes(), name, "Rosa Thornbury", tuple(record.suggestions.values()))
    next(button for button in app.button if button.label == "Draw").click().run()
    assert "Blind check 2: 1 of 1 PEPs drawn" in words_on(app)
