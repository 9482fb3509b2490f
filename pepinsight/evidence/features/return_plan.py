"""The way back to full time: dated steps, a time of the year, or no more than the hope (seed 000, line 55)."""

from __future__ import annotations

import re

from pepinsight.evidence.detail import statements
from pepinsight.evidence.features.alternative import PART_TIME
from pepinsight.evidence.reading import Reading
from pepinsight.evidence.registry import Answer, feature
from pepinsight.evidence.said import counted, holds, said, whether, with_figure
from pepinsight.plan import Span

_DAY = r"\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|sep|oct|nov|dec)"
DATED = re.compile(
    rf"\b\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}\b|\b{_DAY}"
    r"|^\W*(?:jan|feb|mar|apr|may|june?|july?|sept?|oct|nov|dec)[a-z]*\W*(?:\d{2,4})?\W*$",
    re.I,
)
_FROM_DAY_TO_TIME = re.compile(
    rf"\b(?:{_DAY}[a-z]*|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?|\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}"
    r"|(?!0?[7-9]\.(?:05|10))\d{1,2}\.(?:0[1-9]|1[0-2])(?!\d))"
    r"[\s:=,]+(?:back\s+|up\s+|stays?\s+|finish\w*\s+)?(?:to|until|till|at|=|[-–])\s*\d{1,2}[.:]\d{2}\b",
    re.I,
)
"""From a day on the child stays to a time ("4 Feb to 2.30"): two of them are a plan in steps."""


@feature(
    "return_plan_steps", type=int, unit="statements", looked_in=PART_TIME,
    describes="dated steps back to full time", source="seed 000, line 55",
)  # fmt: skip
def return_plan_steps(reading: Reading) -> Answer:
    """Statements with a figure, or in a row of a table that has one; also days from which the child stays to a time."""
    told = said(reading, "return_plan", *PART_TIME)
    dated = set(with_figure(reading, told))
    steps = [
        span for span in told if (span in dated and not _is_left_open(reading, span)) or _row_has_day(reading, span)
    ]
    steps += [span for span in said(reading, "full_days", *PART_TIME) if _row_has_day(reading, span, beside=True)]
    given = tuple(dict.fromkeys(statement for statement, _ in statements(reading, *PART_TIME)))
    to_times = [span for span in given for _ in _FROM_DAY_TO_TIME.finditer(reading.plan.quote(span))]
    steps += to_times if len(to_times) >= IN_STEPS else []
    return counted(tuple(dict.fromkeys(steps)), "return_plan", "A dated step back to full time.")


def _is_left_open(reading: Reading, span: Span) -> bool:
    """Whether it waits for something, and gives no date ("at some point in Year 11")."""
    return holds(reading, span, "left_open") and DATED.search(reading.plan.quote(span)) is None


IN_STEPS = 2
"""Days with a time each that make a plan."""


def _row_has_day(reading: Reading, span: Span, *, beside: bool = False) -> bool:
    """Whether a date stands in the row of a table in which the passage stands, or ``beside`` it, in another cell."""
    document = reading.plan.document
    own = document.blocks[document.block_at(span.start)]
    place = own.place
    row = [block for block in document.blocks if place.table is not None and block.place.table == place.table]
    return any(
        DATED.search(document.text_of(block))
        for block in row
        if block.place.row == place.row and not (beside and block is own)
    )


@feature(
    "return_plan_timed", type=bool, looked_in=PART_TIME,
    describes="a return to full time by some time of the year", source="seed 000, line 55",
)  # fmt: skip
def return_plan_timed(reading: Reading) -> Answer:
    """Not one that waits until the child is ready."""
    told = said(reading, "return_plan", *PART_TIME)
    timed = (span for span in told if holds(reading, span, "time_of_year") or DATED.search(reading.plan.quote(span)))
    spans = tuple(span for span in timed if not _is_left_open(reading, span))
    return whether(spans, "return_plan", "Says by when the child is to be back full time.")


@feature(
    "return_plan_mentioned",
    type=bool,
    looked_in=PART_TIME,
    describes="a return to full time",
    source="seed 000, line 55",
)
def return_plan_mentioned(reading: Reading) -> Answer:
    return whether(said(reading, "return_plan", *PART_TIME), "return_plan", "A return to full time is spoken of.")
