"""Bringing PEPs in: every file gets its assessment or one clear sentence, and none stops another."""

from __future__ import annotations

import io
import zipfile

from conftest import GOLD, Opener
from looking import keys, press, words_on


def test_try_with_a_fictional_pep_works_at_once(pages: Opener) -> None:
    app = pages()
    assert "Fictional" in words_on(app) or "fictional" in words_on(app) + "".join(b.label for b in app.button)
    press(app, "sample-docx-list")
    assert app.query_params["pep"] == "1"
    assert "Fictional example" in words_on(app)
    assert keys(app, "confirm-")


def test_the_fictional_pep_as_a_pdf(pages: Opener) -> None:
    app = press(pages(page="add"), "sample-pdf-add")
    assert keys(app, "confirm-")


def test_many_files_at_once_and_a_bad_one_does_not_stop_the_others(pages: Opener) -> None:
    app = pages(page="add")
    files = [
        ("first.docx", (GOLD / "a1-01.docx").read_bytes(), "application/octet-stream"),
        ("broken.docx", b"PK\x03\x04 this is no Word file", "application/octet-stream"),
        ("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "image/png"),
        ("empty.pdf", b"", "application/pdf"),
        ("second.pdf", (GOLD / "c1-01.pdf").read_bytes(), "application/pdf"),
    ]
    for file in files:
        app.file_uploader[0].upload(*file)
    app.run()
    assert not app.exception
    said = words_on(app)
    for name in ("first.docx", "second.pdf"):
        assert f"✓ {name}" in said
    for name in ("broken.docx", "photo.png", "empty.pdf"):
        assert f"✗ {name}" in said
    assert len(keys(app, "go-")) == 2


def zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_a_zip_archive_is_each_of_the_files_in_it(pages: Opener) -> None:
    school = zipped({"autumn.docx": (GOLD / "a2-03.docx").read_bytes(), "__MACOSX/._autumn.docx": b"\0"})
    year = zipped({"school.zip": school, "spring.docx": (GOLD / "a2-04.docx").read_bytes(), "note.docx": b"no PEP"})
    app = pages(page="add")
    app.file_uploader[0].upload("year.zip", year, "application/zip").run()
    assert not app.exception
    said = words_on(app)
    for good in ("autumn.docx", "spring.docx"):
        assert f"✓ {good}" in said
    assert "✗ note.docx" in said
    assert "Compared with autumn.docx" in said
    assert "MACOSX" not in said
    assert len(keys(app, "go-")) == 2


def test_the_same_file_again_is_already_seen_and_linked(pages: Opener) -> None:
    content = (GOLD / "a1-01.docx").read_bytes()
    app = pages(page="add")
    app.file_uploader[0].upload("once.docx", content).run()
    again = pages(page="add")
    again.file_uploader[0].upload("renamed.docx", content).run()
    assert "Already seen" in words_on(again)
    press(again, keys(again, "go-")[0])
    assert again.query_params["pep"] == "1"
    assert len(keys(pages(), "open-")) == 1


def test_a_name_made_to_break_the_page_is_shown_as_it_stands(pages: Opener) -> None:
    app = pages(page="add")
    name = "<img src=x onerror=alert(1)> ![p](http:) **bold**.docx"
    app.file_uploader[0].upload(name, (GOLD / "a1-01.docx").read_bytes()).run()
    assert not app.exception
    assert "<img" not in words_on(app)
    assert "&lt;img src=x onerror=alert(1)&gt;" in words_on(app)


def test_a_pep_of_another_phase_leads_to_a_rubric_for_it_in_one_press(pages: Opener) -> None:
    app = pages(page="add")
    app.file_uploader[0].upload("young-adult.docx", (GOLD / "a1-06.docx").read_bytes()).run()
    assert "does not cover early years or post-16" in words_on(app)
    assert "Not covered by the rubric" in words_on(pages())
    press(app, "by-1-walsall")
    assert app.query_params["pep"] == "1"
    assert keys(app, "confirm-")
    assert "Not started: 7 sections" in words_on(pages())


def test_an_early_years_pep_is_offered_redcar_first(pages: Opener) -> None:
    app = pages(page="add")
    app.file_uploader[0].upload("nursery.docx", (GOLD / "a1-01.docx").read_bytes()).run()
    assert keys(app, "by-") == ["by-1-redcar"]
    press(app, keys(app, "go-")[0])
    assert keys(app, "by-")[0] == "by-1-redcar"
