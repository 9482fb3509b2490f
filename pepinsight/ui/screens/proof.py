"""Proof before trust: blind checks and their reports, sections switched off and on, and rating before seeing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import streamlit as st

from pepinsight.proof import Report, blind_report, draw_from_database, switch_suggestions
from pepinsight.proof.words import (
    CANNOT_PROVE,
    VERDICTS,
    the_rule,
    told_lowest,
    told_overall,
    told_pair,
    told_reason,
    told_too_few,
    too_few,
)
from pepinsight.review.proof import SectionProof, Verdict
from pepinsight.review.proof_rules import proof_rules
from pepinsight.rubrics import load_rubric
from pepinsight.store import BlindCheck, StoreError
from pepinsight.store.switches import RATE_FIRST, SUGGESTIONS
from pepinsight.ui import desk, levels, theme
from pepinsight.ui.person import NOBODY, reviewer

_WORD = "off"
_TONES = {Verdict.HOLDS: "done", Verdict.FAILS: "alarm", Verdict.CANNOT_TELL: "quiet"}


def show() -> None:
    """Draw the page."""
    st.title("Proof", anchor=False)
    st.html(
        theme.note(
            "How far pepinsight agrees with your own officers, on your own PEPs. Officers rate a sample without seeing "
            "any suggestion; then this page compares their levels with each other and with pepinsight's."
        )
    )
    checks = desk.store().checks()
    for check in checks:
        if check.ended is None:
            _going_on(check)
    _draw_form()
    _rate_first()
    _switched_off()
    _history()
    ended = [check for check in checks if check.ended is not None]
    if ended:
        chosen = st.selectbox("Report", ended, format_func=_named, key="report") if len(ended) > 1 else ended[0]
        _report(blind_report(desk.store(), chosen.id))


def _going_on(check: BlindCheck) -> None:
    given = desk.store().blind_levels(check.id)
    with st.container(key=f"card-going-{check.id}", border=True, gap="xsmall"):
        st.html(f"<h2 class='pep-section'>{theme.text(_named(check))}</h2>")
        for name, levels in sorted(given.items()):
            whole = sum(levels.get(pep.file_id, {}).keys() >= pep.suggested.keys() for pep in check.peps)
            st.html(theme.note(f"{name} has rated {whole} of {len(check.peps)} PEPs."))
        if not given:
            st.html(theme.note("Nobody has rated any of it yet: officers do so on the page Blind check."))
        st.html(theme.note("The report is shown when the check has ended. After that nothing more can be rated in it."))
        st.button("End this check", key=f"end-{check.id}", on_click=_do, args=(_end, check.id))


def _draw_form() -> None:
    with st.expander("Draw a sample for a new blind check", key="draw"), st.form("draw-form", border=False):
        rubrics = {rubric.id: rubric.data.title for rubric in desk.rubrics()}
        st.selectbox("Quality rubric", list(rubrics), format_func=rubrics.__getitem__, key="draw_rubric")
        st.number_input("How many PEPs", min_value=1, max_value=500, value=20, key="draw_size")
        st.html(
            theme.note(
                f"Drawn from the PEPs here on which nobody has decided yet, with as much of each phase, suggested "
                f"judgement, school year and form as there is. Below {proof_rules().fewest} PEPs nothing can be told. "
                "While the check goes on, the suggestions on these PEPs are shown to nobody."
            )
        )
        st.form_submit_button("Draw", on_click=_do, args=(_draw,))


def _rate_first() -> None:
    last = desk.store().rates_first()
    with st.expander("Rate first, then reveal", key="first"):
        st.html(
            theme.note(
                "When this is on, everybody chooses a section's level before its suggestion is shown; they may then "
                "keep or change it, and both are recorded. It is always so on "
                f"{proof_rules().rate_first_share:.0%} of all PEPs, so that there are decisions that no suggestion has "
                "pulled at."
            )
        )
        st.session_state["rate_first"] = last is not None and last.on
        st.toggle("Rate first on every PEP", key="rate_first", on_change=_do, args=(_set_rate_first,))
        if last is not None:
            state = "on" if last.on else "off"
            st.html(theme.note(f"Switched {state} by {last.reviewer}, {theme.moment(last.when)}"))


def _switched_off() -> None:
    for rubric in desk.rubrics():
        for section, last in desk.store().switched_off(rubric.id).items():
            title = next((one.title for one in rubric.data.sections if one.id == section), section)
            with st.container(key=f"off-{rubric.id}-{section}", horizontal=True, vertical_alignment="center"):
                by = f"switched off by {last.reviewer}, {theme.moment(last.when)}"
                st.html(theme.note(f"{title} ({rubric.data.title}): suggestions {by}.", "ask"))
                st.button(
                    "Show suggestions again",
                    key=f"switch-{rubric.id}-{section}",
                    on_click=_do,
                    args=(_switch, rubric.id, section, True),
                )


def _history() -> None:
    """Who switched what and when, the newest first."""
    taken = desk.store().switch_history(SUGGESTIONS)
    if not taken:
        return
    with st.expander("Who switched suggestions off and on", key="switched"):
        titles = {rubric.id: {one.id: one.title for one in rubric.data.sections} for rubric in desk.rubrics()}
        for last in taken:
            rubric, _, section = last.subject.partition("/")
            title = titles.get(rubric, {}).get(section, section)
            state = "on again" if last.on else "off"
            st.html(theme.note(f"{theme.moment(last.when)}: {last.reviewer} switched {title} ({rubric}) {state}."))


def _report(report: Report) -> None:
    proof = report.proof
    st.html(f"<h2 class='pep-section'>{theme.text(_named(report.check))}</h2>")
    rated = ", ".join(f"{name} ({proof.rated[name]} of {proof.peps} PEPs)" for name in proof.officers)
    st.html(theme.note(f"Rated by {rated or 'nobody'}."))
    if not proof.officers:
        return
    lowest = levels.label(report.rubric, report.rubric.levels[-1])
    with st.container(key="card-all", border=True, gap="xsmall"):
        st.html(
            "<h2 class='pep-section'>All sections together</h2>"
            + _lines([told_pair(one) for one in proof.all_sections])
            + _lines([told_lowest(one, lowest) for one in proof.all_sections if one.with_pepinsight])
        )
        st.html(
            "<h2 class='pep-section'>Overall judgement</h2>" + _lines([told_overall(one) for one in report.overall])
        )
    st.html(theme.note(the_rule()))
    few = too_few(proof.sections)
    for section in proof.sections:
        if section not in few:
            _section(report, section)
    if few:
        _too_few(report, few)
    st.html(theme.note(CANNOT_PROVE))


def _section(report: Report, section: SectionProof) -> None:
    with st.container(key=f"card-proof-{section.id}", border=True, gap="xsmall"):
        head, button = st.columns([5, 2], vertical_alignment="center")
        verdict = theme.status(VERDICTS[section.verdict], _TONES[section.verdict])
        head.html(f"<h2 class='pep-section'>{theme.text(section.title)}</h2><p class='pep-line'>{verdict}</p>")
        with button.container(horizontal=True, horizontal_alignment="right"):
            _switch_off_button(report, section)
        st.html(_lines([told_reason(section), *(told_pair(pair) for pair in section.pairs)]))


def _too_few(report: Report, sections: Sequence[SectionProof]) -> None:
    """What is the same for all of them is said once; each may be switched off nonetheless."""
    with st.container(key="card-too-few", border=True, gap="xsmall"):
        st.html(theme.note(told_too_few(sections)))
        with st.expander("Switch one of them off all the same", key="few"):
            for section in sections:
                _switch_off_button(report, section, section.title)


def _switch_off_button(report: Report, section: SectionProof, title: str = "") -> None:
    """Switching off changes what everybody here sees, so it wants a word typed and a name of one's own."""
    if section.id in report.switched_off:
        return
    rubric = report.check.rubric
    with st.popover(": ".join(filter(None, [title, "Switch suggestions off"])), key=f"ask-{rubric}-{section.id}"):
        st.html(
            theme.note(f"Nobody here is shown suggestions for {section.title} any more. Your name is kept with it.")
        )
        st.text_input(f"To go on, type the word “{_WORD}”", key=f"word-{rubric}-{section.id}")
        st.button(
            "Switch off", key=f"switch-{rubric}-{section.id}", on_click=_do, args=(_switch_off, rubric, section.id)
        )


def _do(action: Callable[..., None], *arguments: int | str | bool) -> None:
    """For a button: what stands in the way is said at the top of the page."""
    try:
        action(*arguments)
    except StoreError as error:
        st.session_state["problem"] = str(error)


def _end(check_id: int) -> None:
    desk.store().end_check(check_id, reviewer())


def _draw() -> None:
    rubric, size = st.session_state["draw_rubric"], int(st.session_state["draw_size"])
    seed = len(desk.store().checks()) + 1
    drawn = draw_from_database(desk.store(), rubric, size, seed, reviewer())
    said = f"Blind check {drawn.check_id}: {drawn.peps} of {drawn.drawn_from} PEPs drawn."
    if drawn.left_out:
        why = Counter(reason.rstrip(".") for _, reason in drawn.left_out)
        told = "; ".join(f"{count} ({reason})" for reason, count in why.most_common())
        said += f" Others could not be: {told}."
    st.session_state["said"] = said


def _set_rate_first() -> None:
    desk.store().switch(RATE_FIRST, bool(st.session_state["rate_first"]), reviewer())


def _switch_off(rubric: str, section: str) -> None:
    if str(st.session_state[f"word-{rubric}-{section}"]).strip().casefold() != _WORD:
        raise StoreError(f"Nothing was switched off: type the word “{_WORD}” first.")
    _switch(rubric, section, False)


def _switch(rubric: str, section: str, on: bool) -> None:
    if reviewer() == NOBODY:
        raise StoreError("Nothing was switched: give your own name first, in the field Your name.")
    switch_suggestions(desk.store(), load_rubric(rubric), section, on, reviewer())


def _named(check: BlindCheck) -> str:
    title = check.rated_by.data.title
    return f"Blind check {check.id}: {len(check.peps)} PEPs, {title}, drawn {theme.moment(check.drawn)}"


def _lines(lines: list[str]) -> str:
    return "".join(theme.note(line) for line in lines)
