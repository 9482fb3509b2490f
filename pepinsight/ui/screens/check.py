"""Check before you submit: what is missing in a PEP, by who completes it. No rating is shown, and nothing is kept."""

from __future__ import annotations

import streamlit as st

from pepinsight.assessing import Options, assess_bytes
from pepinsight.checking import Check, Topic, check
from pepinsight.documents.attached import Paper
from pepinsight.ui import desk, theme
from pepinsight.ui.words import words


def show() -> None:
    """Draw the page."""
    st.title("Check before you submit", anchor=False)
    st.html(
        theme.note(
            "For designated teachers: what is still missing in a PEP, and where. There is no rating here. The file is "
            "read on this computer for this page alone, and is not kept."
        )
    )
    rubrics = {rubric.id: rubric for rubric in desk.rubrics()}
    chosen = st.selectbox(
        "Quality rubric", list(rubrics), format_func=lambda id: rubrics[id].data.title, key="check_rubric"
    )
    file = st.file_uploader(f"The PEP: {words().formats}", key="check_file")
    papers = st.file_uploader(
        "Papers attached to it, if you have them (EHCP, voice sheet, careers plan)",
        accept_multiple_files=True,
        key="check_papers",
    )
    if file is None:
        return
    attached = tuple(Paper(paper.name, paper.getvalue()) for paper in papers)
    with st.spinner("Reading the PEP"):
        record = assess_bytes(file.getvalue(), file.name, Options((chosen,), models=False, attached=attached))
    if record.message:
        st.html(theme.note(record.message, "quiet" if record.findings is not None else "alarm"))
    if record.findings is not None:
        rubric = rubrics[chosen]
        _draw(check(record.findings, record.suggestions[rubric.id].assessment, rubric))


def _draw(found: Check) -> None:
    if found.message:
        st.html(theme.note(found.message))
    if found.count:
        things = "thing" if found.count == 1 else "things"
        st.html(theme.note(f"{found.count} {things} to look at before you submit.", "ask"))
    else:
        st.html(theme.note("Nothing is missing that this check looks for. Thank you.", "done"))
    for who, topics in found.people:
        with st.container(border=True):
            st.html(f"<h2 class='pep-title'>{theme.text(who)}</h2>" + "".join(map(_topic, topics)))
    if found.wording:
        with st.container(border=True):
            note = theme.note("This is advice only. No rating rests on it.")
            st.html("<h2 class='pep-title'>Kinder words, if you like</h2>" + note + _list(found.wording))


def _topic(topic: Topic) -> str:
    advice = "".join(f"<p>{theme.text(line)}</p>" for line in topic.advice)
    looked = theme.note(topic.looked) if topic.looked else ""
    title = f"<h3 class='pep-section pep-apart'>{theme.text(topic.title)}</h3>"
    return f"{title}{advice}{looked}{_list(topic.missing)}"


def _list(lines: tuple[str, ...]) -> str:
    return "<ul>" + "".join(f"<li>{theme.text(line)}</li>" for line in lines) + "</ul>"
