"""Beside the ratings: feedback already in a file, blank fields, papers not seen and wording, on the review page."""

from __future__ import annotations

from conftest import GOLD, Opener
from looking import keys, press, words_on
from streamlit.testing.v1 import AppTest


def opened(pages: Opener, name: str) -> AppTest:
    app = pages(page="add")
    app.file_uploader(key="files").upload(f"{name}.docx", (GOLD / f"{name}.docx").read_bytes()).run()
    press(app, keys(app, "go-")[0])
    app.session_state["beside"] = True  # as a person who opens it
    return app.run()


def test_feedback_in_a_full_print_stands_apart_with_what_is_blank(pages: Opener) -> None:
    app = opened(pages, "b2-03")
    assert not app.exception
    said = words_on(app)
    assert "Feedback already in this file, set aside from the evidence" in said
    assert any("GREEN" in button.label for button in app.button if (button.key or "").startswith("quote-qa_remarks"))
    assert "Left blank, though the form wants it filled in" in said
    assert "minutes of the meeting" in said


def test_kinder_words_and_papers_not_seen(pages: Opener) -> None:
    app = opened(pages, "a2-05")
    said = words_on(app)
    assert "Kinder words (advice only)" in said
    assert "Said to be attached, not seen" in said
    assert keys(app, "quote-attachments_not_seen")
