"""A PEP is compared with the same child's earlier one that is kept here, however the two were brought."""

from __future__ import annotations

import io

from conftest import GOLD, Opener
from docx import Document
from looking import keys, press, words_on
from streamlit.testing.v1 import AppTest

from pepinsight.ui import desk
from pepinsight.ui.desk import DEFAULT_RUBRIC

AUTUMN, SPRING = "a1-03.docx", "a1-04.docx"  # the same child, one term apart
COMPARED = "Compared with a1-03.docx (meeting 25 November 2025)."


def add(pages: Opener, *names: str) -> AppTest:
    app = pages(page="add")
    for name in names:
        app.file_uploader[0].upload(name, (GOLD / name).read_bytes())
    app.run()
    assert not app.exception
    return app


def review_of(pages: Opener, name: str) -> AppTest:
    number = next(one.file.id for one in desk.store().list_files() if one.file.name == name)
    app = pages(pep=str(number))
    assert not app.exception
    return app


def compared(name: str) -> str | None:
    """The file of the earlier PEP that is recorded with the newest suggestion."""
    number = next(one.file.id for one in desk.store().list_files() if one.file.name == name)
    stored = desk.store().suggestion(number, DEFAULT_RUBRIC)
    assert stored is not None
    previous = stored.suggestion.assessment.findings.previous
    return previous.document.name if previous else None


def test_the_pep_of_last_term_that_is_kept_here_is_compared(pages: Opener) -> None:
    add(pages, AUTUMN)
    assert "Compared with a1-03.docx." in words_on(add(pages, SPRING))
    assert compared(SPRING) == AUTUMN
    assert COMPARED in words_on(review_of(pages, SPRING))
    assert "No earlier PEP of this child is kept here." in words_on(review_of(pages, AUTUMN))


def test_two_terms_in_one_upload_find_each_other_in_any_order(pages: Opener) -> None:
    app = add(pages, SPRING, AUTUMN, "b1-02.docx")
    assert words_on(app).count("Compared with") == 1
    assert (compared(SPRING), compared(AUTUMN), compared("b1-02.docx")) == (AUTUMN, None, None)


def test_an_earlier_pep_that_was_added_later_is_offered_not_taken_unasked(pages: Opener) -> None:
    add(pages, SPRING)
    add(pages, AUTUMN)
    app = review_of(pages, SPRING)
    assert "Not yet compared with a1-03.docx (meeting 25 November 2025)" in words_on(app)
    assert compared(SPRING) is None
    press(app, "compare")
    assert COMPARED in words_on(app)
    assert compared(SPRING) == AUTUMN
    assert not keys(app, "compare")


def test_stated_facts_stand_through_a_comparison(pages: Opener) -> None:
    add(pages, SPRING)
    desk.store().state_fact(1, "known_suspension", True, "Sam Okoro")
    add(pages, AUTUMN)
    press(review_of(pages, SPRING), "compare")
    findings = desk.open_pep(1, DEFAULT_RUBRIC).suggestion.assessment.findings
    assert findings.value("known_suspension") is True
    assert findings.previous is not None


def test_two_files_that_may_both_be_the_earlier_pep_are_left_alone_and_named(pages: Opener) -> None:
    copy, content = Document(str(GOLD / AUTUMN)), io.BytesIO()
    copy.add_paragraph("Printed again with a remark.")
    copy.save(content)
    app = add(pages, AUTUMN)
    app.file_uploader[0].upload("copy.docx", content.getvalue()).run()
    add(pages, SPRING)
    assert compared(SPRING) is None
    assert "several may be the right one: a1-03.docx, copy.docx" in words_on(review_of(pages, SPRING))


def test_a_forgotten_earlier_pep_is_no_longer_compared(pages: Opener) -> None:
    add(pages, AUTUMN)
    add(pages, SPRING)
    press(review_of(pages, AUTUMN), "forget-now")
    said = words_on(review_of(pages, SPRING))
    assert "Compared with" not in said
    assert "No earlier PEP of this child is kept here." in said
