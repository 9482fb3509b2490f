"""The list of PEPs: how far each has come, found again by name and state."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Opener
from looking import keys, press, words_on

from pepinsight.ui import desk


def test_each_pep_says_how_far_it_has_come(pages: Opener) -> None:
    app = press(pages(), "sample-docx-list")
    assert "Not started" in words_on(pages())
    press(app, next(key for key in keys(app, "confirm-") if key != "confirm-all"))
    assert "1 of " in words_on(pages())
    for key in keys(app, "confirm-"):
        if key != "confirm-all":
            press(app, key)
    assert "✓ Finished" in words_on(pages())


def test_search_by_name_and_filter_by_state(pages: Opener) -> None:
    press(pages(), "sample-docx-list")
    press(pages(page="add"), "sample-pdf-add")
    app = pages()
    assert len(keys(app, "open-")) == 2
    app.text_input(key="wanted").set_value(".PDF").run()
    assert keys(app, "open-") == ["open-2"]
    app.text_input(key="wanted").set_value("no such name").run()
    assert not keys(app, "open-")
    assert "No PEP fits" in words_on(app)
    app.text_input(key="wanted").set_value("").run()
    app.button_group(key="state").set_value("Finished").run()
    assert not keys(app, "open-")


def test_a_pep_is_known_and_found_by_its_school(pages: Opener) -> None:
    press(pages(), "sample-docx-list")
    app = pages()
    outline = desk.store().list_files()[0].outline
    assert outline is not None and outline.school
    school = outline.school
    assert school in words_on(app)
    app.text_input(key="wanted").set_value(school.upper()).run()
    assert keys(app, "open-") == ["open-1"]


def test_open_leads_to_the_review_and_back(pages: Opener) -> None:
    press(pages(), "sample-docx-list")
    app = press(pages(), "open-1")
    assert app.query_params["pep"] == "1"
    press(app, "back")
    assert "pep" not in app.query_params


def test_a_database_that_cannot_be_opened_is_said_in_one_sentence(
    pages: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("PEPINSIGHT_DATABASE", str(tmp_path / "file" / "pepinsight.db"))
    app = pages()
    monkeypatch.setenv("PEPINSIGHT_DATABASE", str(tmp_path / "pepinsight.db"))
    assert not app.exception
    assert "cannot be written" in words_on(app)


def test_an_address_that_names_no_pep_is_answered_in_one_sentence(pages: Opener) -> None:
    for number in ("999", "abc", "-1", "", "9" * 5000):
        app = pages(pep=number)
        assert not app.exception
        assert "names no PEP" in words_on(app)
