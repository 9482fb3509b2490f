"""Beside a PEP's sections stands which of its steps were not in time, with dates and counts."""

from __future__ import annotations

from conftest import GOLD, Opener
from looking import words_on

from pepinsight.ui import desk


def test_dates_and_counts_stand_beside_the_sections(pages: Opener) -> None:
    app = pages(page="add")
    app.file_uploader[0].upload("a2-01.docx", (GOLD / "a2-01.docx").read_bytes())
    app.run()
    assert not app.exception
    number = next(one.file.id for one in desk.store().list_files())
    app = pages(pep=str(number))
    assert not app.exception
    assert any(one.label.startswith("Dates and times (3 not in time") for one in app.expander)
    assert "Meeting 6 Nov 2025, completed 13 Nov 2025: 5 working days." in words_on(app)
