"""A person's decisions: one click, another level with a reason, undo, all that remain, and what they know."""

from __future__ import annotations

import html

from conftest import GOLD, Opener
from looking import keys, press, words_on
from streamlit.testing.v1 import AppTest

from pepinsight.review import Action, confirm_all_remaining
from pepinsight.ui import desk, levels
from pepinsight.ui.desk import DEFAULT_RUBRIC, Opened


def on_desk() -> Opened:
    return desk.open_pep(1, DEFAULT_RUBRIC)


def open_sections(app: AppTest) -> list[str]:
    return [key.removeprefix("confirm-") for key in keys(app, "confirm-") if key != "confirm-all"]


def test_confirm_a_section_with_one_click(review: AppTest) -> None:
    review.text_input(key="reviewer").set_value("Sam Okoro").run()
    section = open_sections(review)[0]
    suggested = on_desk().review.section(section).suggested
    press(review, f"confirm-{section}")
    assert "✓ Confirmed by Sam Okoro" in words_on(review)
    now = on_desk().review.section(section)
    assert (now.confirmed, now.reviewer) == (suggested, "Sam Okoro")
    assert section not in open_sections(review)


def change(app: AppTest, section: str, level: str | None, reason: str) -> None:
    press(app, f"change-{section}")
    if level is not None:
        app.radio(key=f"level-{section}").set_value(level)
    app.text_input(key=f"reason-{section}").set_value(reason)
    save = next(button for button in app.button if button.label == "Save this level")
    save.click().run()
    assert not app.exception


def other_level(section: str) -> str:
    opened = on_desk()
    suggested = opened.review.section(section).suggested
    return next(level for level in levels.open_to(opened.rubric, section) if level not in (suggested, "NA"))


def test_choose_another_level_with_a_reason(review: AppTest) -> None:
    section = open_sections(review)[1]
    level = other_level(section)
    change(review, section, level, "The minutes tell more than that.")
    assert "✎ Changed by Local reviewer" in words_on(review)
    assert "The minutes tell more than that." in words_on(review)
    assert on_desk().review.section(section).confirmed == level


def test_a_change_without_a_reason_or_a_level_is_refused_in_one_sentence(review: AppTest) -> None:
    section = open_sections(review)[1]
    change(review, section, other_level(section), "  ")
    assert "needs a reason" in words_on(review)
    assert on_desk().review.section(section).confirmed is None
    press(review, f"change-{section}")
    change(review, section, None, "Because.")
    assert "Choose a level first" in words_on(review)


def test_undo_opens_the_section_again_and_keeps_its_history(review: AppTest) -> None:
    section = open_sections(review)[0]
    press(review, f"confirm-{section}")
    press(review, f"undo-{section}")
    assert section in open_sections(review)
    actions = [decision.action for decision in desk.store().history(1, DEFAULT_RUBRIC, section)]
    assert actions == [Action.CONFIRM, Action.REOPEN]
    review.session_state[f"why-{section}"] = True
    review.run()
    assert "opened the section again" in words_on(review)


def test_confirm_all_leaves_out_what_a_person_must_look_at_and_can_be_undone(review: AppTest) -> None:
    opened = on_desk()
    expected = confirm_all_remaining(opened.review, levels.lowest(opened.rubric))
    press(review, "confirm-all")
    now = on_desk().review
    assert set(now.confirmed) == {choice.section for choice in expected.choices}
    for section in now.sections:
        if section.unsure or section.suggested == opened.rubric.levels[-1]:
            assert section.confirmed is None
    press(review, "undo-all")
    assert not on_desk().review.confirmed


def test_the_overall_judgement_comes_from_confirmed_levels_only(review: AppTest) -> None:
    total = len(on_desk().review.sections)
    assert f"{total} sections still open" in words_on(review)
    for section in open_sections(review):
        press(review, f"confirm-{section}")
    opened = on_desk()
    overall = opened.rubric.overall(opened.review.confirmed)
    assert overall is not None
    assert "still open" not in words_on(review)
    assert overall.label in words_on(review)


def test_a_known_fact_is_recorded_as_the_reviewers_and_the_suggestion_made_anew(review: AppTest) -> None:
    before = on_desk().stored.id
    review.radio(key="fact-1-known_suspension").set_value("Yes").run()
    assert not review.exception
    assert desk.store().known_facts(1) == {"known_suspension": True}
    after = on_desk()
    assert after.stored.id > before
    assert after.suggestion.assessment.findings.value("known_suspension") is True
    assert "Stated by Local reviewer" in words_on(review)
    review.radio(key="fact-1-known_suspension").set_value("Not stated").run()
    assert desk.store().known_facts(1) == {}
    assert on_desk().suggestion.assessment.findings.value("known_suspension") is None


def test_every_section_tells_why(review: AppTest) -> None:
    for section in on_desk().suggestion.sections:
        review.session_state[f"why-{section.id}"] = True
        review.run()
        assert not review.exception, section.id
        said = words_on(review)
        assert all(criterion.says in html.unescape(said) for criterion in section.criteria if criterion.met is not True)
        review.session_state[f"why-{section.id}"] = False


def test_choosing_a_quote_sends_the_reader_there_each_time(review: AppTest) -> None:
    section = next(s for s in on_desk().suggestion.sections if any(c.evidence for c in s.criteria))
    review.session_state[f"why-{section.id}"] = True
    review.run()
    quote = keys(review, f"quote-{section.id}")[0]
    press(review, quote)
    first = review.session_state["choice"]
    press(review, quote)
    again = review.session_state["choice"]
    assert again.ids == first.ids == (int(quote.rsplit("-", 1)[1]),)
    assert again.turn > first.turn


def test_come_back_later_and_all_is_there(pages: Opener, review: AppTest) -> None:
    section = open_sections(review)[0]
    press(review, f"confirm-{section}")
    review.text_input(key="reviewer").set_value("Sam Okoro").run()
    press(review, f"confirm-{open_sections(review)[0]}")
    desk.store.clear()
    later = pages(pep="1")
    assert later.text_input(key="reviewer").value == "Sam Okoro"
    assert section not in open_sections(later)
    assert "✓ Confirmed by" in words_on(later)


def test_a_plan_of_another_phase_gets_no_levels_and_the_reason(pages: Opener) -> None:
    app = pages(page="add")
    app.file_uploader[0].upload("early-years.docx", (GOLD / "a1-01.docx").read_bytes()).run()
    press(app, keys(app, "go-")[0])
    assert "does not cover early years" in words_on(app)
    assert not keys(app, "confirm-")
    for key in keys(app, "by-")[:1]:
        press(app, key)
        assert keys(app, "confirm-")
    assert "No PEP" not in words_on(pages())


def test_a_further_rubric_can_be_chosen(review: AppTest) -> None:
    others = [rubric.id for rubric in desk.rubrics() if rubric.id != DEFAULT_RUBRIC]
    for other in others:
        review.selectbox(key="rubric-1").set_value(other).run()
        assert not review.exception
        assert other in desk.rubrics_of(1)


def test_the_letter_and_the_tables_are_written_from_what_was_confirmed(review: AppTest) -> None:
    press(review, "confirm-all")
    for ending, starts in ((".docx", b"PK"), (".xlsx", b"PK"), (".csv", b"\xef\xbb\xbf")):
        press(review, f"get{ending}")
        parcel = review.session_state["parcel"][1]
        assert parcel.name.endswith(ending) and parcel.content.startswith(starts)
