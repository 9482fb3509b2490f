"""Check before you submit: what is missing, with no rating shown and nothing kept."""

from __future__ import annotations

from conftest import GOLD, Opener
from looking import words_on

from pepinsight.rubrics import load_rubric
from pepinsight.ui import desk

PEP = (GOLD / "a2-05.docx").read_bytes()


def test_what_is_missing_is_shown_by_who_completes_it(pages: Opener) -> None:
    app = pages(page="check")
    app.file_uploader(key="check_file").upload("draft.docx", PEP).run()
    assert not app.exception
    said = words_on(app)
    assert "things to look at before you submit" in said
    assert ">School and social worker</h2>" in said
    assert "is not yet" in said


def test_no_level_is_shown_and_nothing_is_kept(pages: Opener) -> None:
    app = pages(page="check")
    app.file_uploader(key="check_file").upload("draft.docx", PEP).run()
    said = words_on(app)
    for level in load_rubric("birmingham").data.levels:
        assert level.label not in said
    assert desk.store().list_files() == ()
    assert desk.store().audit() == ()


def test_a_paper_that_comes_along_is_not_missed(pages: Opener) -> None:
    app = pages(page="check")
    app.file_uploader(key="check_file").upload("draft.docx", PEP)
    app.file_uploader(key="check_papers").upload("SEN support plan.docx", (GOLD / "a1-01.docx").read_bytes())
    app.run()
    assert not app.exception
    assert "SEN Support Plan dated" not in words_on(app)


def test_a_file_that_is_no_pep_gets_one_sentence(pages: Opener) -> None:
    app = pages(page="check")
    app.file_uploader(key="check_file").upload("broken.pdf", b"%PDF-1.7 and nothing").run()
    assert not app.exception
    assert "broken.pdf" in words_on(app)


def test_a_rubric_for_another_phase_says_so_and_the_form_is_still_checked(pages: Opener) -> None:
    app = pages(page="check")
    app.file_uploader(key="check_file").upload("early.docx", (GOLD / "a1-01.docx").read_bytes()).run()
    assert not app.exception
    assert load_rubric("birmingham").data.does_not_cover in words_on(app)
