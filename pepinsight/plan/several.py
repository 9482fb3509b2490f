"""Several PEPs printed one after another into one PDF, told by the front page of each."""

from __future__ import annotations

from datetime import date

from pepinsight.plan.fields import label_kinds
from pepinsight.plan.lexicon import words
from pepinsight.plan.plan import Field, Plan
from pepinsight.plan.written_dates import dates_of


def first_pages(plan: Plan) -> tuple[int, ...]:
    """The pages, from 1, on which a further child's or term's PEP begins, the first one's included.

    One page where the file holds one PEP, none where it has no pages or names no child with a birthday. A PEP begins on
    a page that gives a child's name and birthday, where that is another than before or the file's very first line
    stands again.
    """
    document = plan.document
    fronts: dict[int, dict[str, Field]] = {}
    for item in plan.fields:
        page = document.place_of(item.label.start, item.label.end).page
        if page is None or item.blank or item.section.value == "attachment":
            continue
        kinds = label_kinds(plan.quote(item.label))
        for kind in ("name", "dob"):
            if kind in kinds or item.kind == kind:
                fronts.setdefault(page, {}).setdefault(kind, item)
    starts: list[int] = []
    before: date | None = None
    for page in sorted(fronts):
        if len(fronts[page]) < 2:
            continue
        birthday = _birthday(plan, fronts[page]["dob"])
        again = page != 1 and _first_line(plan, page) == _first_line(plan, 1)
        if not starts or again or (birthday is not None and birthday != before):
            starts.append(page if starts else 1)
            before = birthday
    return tuple(starts)


def _birthday(plan: Plan, item: Field) -> date | None:
    return next((day for one in dates_of(plan.document, plan.quote(item.value)) if (day := one.full) is not None), None)


def _first_line(plan: Plan, page: int) -> str:
    blocks = (block for block in plan.document.blocks if block.kind.is_body and block.place.page == page)
    return next((words(text) for block in blocks if (text := plan.document.text_of(block).strip())), "")
