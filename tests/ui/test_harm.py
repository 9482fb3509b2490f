"""Words of harm stand at the top at once; those of the past with no alarm, so that the alarm is heeded."""

from __future__ import annotations

import io

from conftest import Opener
from docx import Document
from looking import keys, press, words_on

ALARM = "may speak of harm"
PAST = "told of the past"
CAME = "Wren came into care after neglect and domestic abuse at home."
NOW = "On Monday Wren told Mr Salter that she wants to kill herself."


def written(wellbeing: str) -> bytes:
    word = Document()
    word.add_heading("Personal Education Plan", 1)
    for line in ("Name: Wren Ashby", "Date of birth: 4 May 2014", "Year: 8", "Date of PEP meeting: 12 November 2026"):
        word.add_paragraph(line)
    parts = {"Care information": CAME, "Emotional wellbeing": wellbeing, "Targets": "Wren will learn 20 spellings."}
    for title, text in parts.items():
        word.add_heading(title, 2)
        word.add_paragraph(text)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def opened(pages: Opener, wellbeing: str) -> str:
    app = pages(page="add")
    app.file_uploader[0].upload("wren.docx", written(wellbeing)).run()
    return words_on(press(app, keys(app, "go-")[0]))


def test_harm_of_the_past_alone_raises_no_alarm(pages: Opener) -> None:
    said = opened(pages, "Wren sees Mr Salter on Mondays.")
    assert PAST in said
    assert ALARM not in said


def test_harm_of_the_present_does_and_the_past_stands_below_it(pages: Opener) -> None:
    said = opened(pages, NOW)
    assert said.index(ALARM) < said.index(PAST)
    assert "1 passage" in said
