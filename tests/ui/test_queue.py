"""Read these first: the queue with its reasons, its filters, and views that people keep."""

from __future__ import annotations

from conftest import GOLD, Opener
from looking import keys, press, words_on

from pepinsight.ui import desk


def bring(*names: str) -> None:
    for name in names:
        desk.bring(name, (GOLD / name).read_bytes(), "birmingham", "Rosa Thornbury")


def test_the_queue_says_why_and_leads_to_the_pep(pages: Opener) -> None:
    bring("c2-01.docx", "c4-01.docx", "b3-01.docx")
    app = pages(page="first")
    assert "No word of the child&#x27;s was found." in words_on(app)
    opened = keys(app, "open-")
    assert opened[0] == "open-2" and "open-1" not in opened
    assert press(app, "open-2").query_params["pep"] == "2"


def test_filters_narrow_and_a_view_brings_them_back(pages: Opener) -> None:
    bring("c4-01.docx", "b3-01.docx")
    app = pages(page="first")
    school = next(value for value in app.multiselect(key="queue-school").options)
    app.multiselect(key="queue-school").set_value([school]).run()
    assert len(keys(app, "open-")) == 1
    app.text_input(key="queue-view-name").set_value("One school").run()
    press(app, "queue-save")
    later = pages(page="first")
    assert len(keys(later, "open-")) == 2
    later.selectbox(key="queue-view").set_value("One school").run()
    assert len(keys(later, "open-")) == 1
    press(later, "queue-delete")
    assert len(keys(later, "open-")) == 2


def test_an_empty_queue_says_so(pages: Opener) -> None:
    assert "No PEP here gives a reason" in words_on(pages(page="first"))


def test_filters_stand_in_the_address_so_that_a_link_shows_the_same(pages: Opener) -> None:
    bring("c4-01.docx", "b3-01.docx")
    app = pages(page="first")
    school, other = app.multiselect(key="queue-school").options[:2]
    app.multiselect(key="queue-school").set_value([school]).run()
    assert app.query_params == {"page": "first", "school": school}
    sent = pages(page="first", school=other)
    assert sent.multiselect(key="queue-school").value == [other]
    assert keys(sent, "open-") != keys(app, "open-")
    app.multiselect(key="queue-school").set_value([]).run()
    assert app.query_params == {"page": "first"} and len(keys(app, "open-")) == 2


def test_a_link_to_what_is_not_here_says_so_and_shows_the_rest(pages: Opener) -> None:
    bring("c4-01.docx", "b3-01.docx")
    app = pages(page="first", school="A School <b>Elsewhere</b>")
    assert "No PEP in this list has: A School &lt;b&gt;Elsewhere" in words_on(app)
    assert len(keys(app, "open-")) == 2
