"""``pepinsight form explain``: how a form was recognised."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

from pepinsight.cli.command import ALL_ASSESSED, SOME_NOT, Commands

if TYPE_CHECKING:
    from pepinsight.plan import Plan
    from pepinsight.plan.explain import HeadingFound, LabelFound

WIDTH = 110


def add(commands: Commands) -> None:
    """Tell argparse of the command."""
    form = commands.add_parser("form", help="show how an authority's form was recognised")
    what = form.add_subparsers(required=True, metavar="WHAT")
    one = what.add_parser(
        "explain",
        help="which heading and label went where, and why",
        description="Shows which section each heading opened and which field each label became, and by which words of "
        "pepinsight/plan/data; what was not recognised; and which mandatory fields are blank. Takes blank forms too. "
        "docs/forms.md says how to add an authority's words.",
    )
    one.add_argument("file", type=Path, metavar="FILE", help="a PEP or a blank form")
    one.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from pepinsight.documents import Unreadable, read
    from pepinsight.plan import recognise

    try:
        plan = recognise(read(chosen.file))
    except Unreadable as error:
        print(error, file=sys.stderr)
        return SOME_NOT
    print("\n".join(_told(plan)))
    return ALL_ASSESSED


def _told(plan: Plan) -> Iterator[str]:
    from pepinsight.plan.explain import explain_headings, explain_labels
    from pepinsight.plan.forms import known_forms

    form = known_forms().get(plan.form)
    headings, labels = explain_headings(plan), explain_labels(plan)
    yield plan.document.name
    yield f"  Form: {form.title if form else 'none that is known by name, which does no harm'}."
    yield f"  Phase: {plan.phase or 'cannot be told'}. {_KINDS[plan.kind.value]}"
    if form and plan.phase and plan.phase not in form.phases:
        yield f"  This form is for {' and '.join(form.phases)}: the phase or the form may have been read wrongly."
    papers = [section.about.value for section in plan.sections if section.about is not None and section.title is None]
    for paper, about in zip(plan.document.attached, papers, strict=True):
        read_for = f"read for {_called(about)}" if about != "attachment" else "which does not say what it is"
        yield f"  A paper within it: {paper.name}, {read_for}."
    yield ""
    yield "Headings, and what each opens"
    yield from _headings([one for one in headings if one.known])
    yield ""
    yield "Labels, and what each asks for"
    yield from _labels([one for one in labels if one.kind is not None])
    strange = [one.title for one in headings if not one.known]
    unknown = list(dict.fromkeys(one.label for one in labels if one.kind is None))
    yield from _listed("Headings not recognised", strange, "Every heading was recognised.")
    yield from _listed(
        "Labels not recognised (their answers are still read, as part of the section they stand in)",
        unknown,
        "Every label was recognised.",
    )
    yield from _wanted(plan)
    yield ""
    yield "A hint is words that must all stand there; * ends a stem. Words are added in pepinsight/plan/data:"
    yield "headings in sections.yaml, labels in fields.yaml, forms and what they want in forms.yaml (docs/forms.md)."


_KINDS = {
    "full": "A whole PEP.",
    "single_tab": "One part of a PEP: what it does not hold is not in this file, and not blank.",
    "blank": "A blank form: nobody has filled it in.",
    "not_a_pep": "Not a PEP, as far as can be told: too few of a PEP's parts stand in it.",
}


def _headings(found: list[HeadingFound]) -> Iterator[str]:
    for one in found:
        yield f"  {_short(one.title):50} {_called(one.kind.value):26} {one.why}"


def _labels(found: list[LabelFound]) -> Iterator[str]:
    for one in found:
        counts = f"{_called(one.kind or '')}, for {_called(one.section.value)}"
        marks = ", ".join(
            filter(None, ["left blank" if one.blank else "", "comes over: check it" if one.comes_over else ""])
        )
        yield f"  {_short(one.label):50} {counts:48} {one.why}{f' [{marks}]' if marks else ''}"


def _listed(title: str, items: list[str], none: str) -> Iterator[str]:
    yield ""
    yield title if items else none
    for item in items:
        yield f"  {_short(item, 100)}"


def _wanted(plan: Plan) -> Iterator[str]:
    from pepinsight.plan.wanted import State, wanted

    items = wanted(plan)
    yield ""
    yield f"What this form wants filled in: {sum(one.state is State.FILLED for one in items)} of {len(items)} are."
    for state, title in (
        (State.BLANK, "Left blank"),
        (State.NOT_FOUND, "Not found (the form may ask for it in words that are not known yet)"),
        (State.NOT_IN_FILE, "Not in this file"),
    ):
        names = [f"{one.says} ({_called(one.completed_by)})" for one in items if one.state is state]
        if names:
            yield fill(f"{title}: {'; '.join(names)}.", WIDTH, initial_indent="  ", subsequent_indent="    ")


def _called(id: str) -> str:
    from pepinsight.plan.forms import form_data

    return form_data().said.get(id, id.replace("_", " "))


def _short(text: str, most: int = 50) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 3]}..."
