"""Is a target SMART? Each letter is judged on the target's whole row.

Many forms put date, measure and method in columns of their own (seed 003, lines 20 to 35; seed 002, lines 277 to 302).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pepinsight.evidence.cues import cues
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.thread import relevance
from pepinsight.plan import Plan, Target

LETTERS = ("S", "M", "A", "R", "T")

_NUMBER = re.compile(r"\d")
_DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+\d{2,4})?"
    r"|\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{1,2}[/.]\d{1,2}\b(?!\s*(?:%|out of))|\b20\d\d\b|£\s?[\d,.]+",
    re.IGNORECASE,
)
_WORDED = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|all|every|none|no)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Smart:
    """The letters of one target, and how far it answers something else in the plan (0 to 1)."""

    specific: bool
    measurable: bool
    achievable: bool
    relevant: bool
    timed: bool
    relevance: float

    @property
    def letters(self) -> dict[str, bool]:
        """The five letters by name."""
        return dict(
            zip(LETTERS, (self.specific, self.measurable, self.achievable, self.relevant, self.timed), strict=True)
        )

    @property
    def missed(self) -> tuple[str, ...]:
        """The letters that the target misses."""
        return tuple(letter for letter, met in self.letters.items() if not met)


@once
def smart_targets(reading: Reading) -> tuple[Smart, ...]:
    """The judgement of each new target of the plan, in order."""
    near = relevance(reading)
    return tuple(_judge(reading.plan, target, near[number]) for number, target in enumerate(reading.plan.targets))


def _judge(plan: Plan, target: Target, near: float) -> Smart:
    goal = _text(plan, target, "baseline", "measure")
    measurable = _measured(goal)
    return Smart(
        specific=_specific(plan.quote(target.wording), goal, measurable),
        measurable=measurable,
        achievable=_achievable(plan, target, measurable),
        relevant=near >= RELEVANT,
        timed=_timed(plan, target),
        relevance=round(near, 3),
    )


RELEVANT = 0.12
"""Similarity from which a target is taken to answer something in the plan; see docs/accuracy.md."""


def _text(plan: Plan, target: Target, *parts: str) -> str:
    """The wording with the named parts of the row; with all of it where the row is not parted."""
    spans = [target.wording, *(span for name, span in target.parts if name in parts)]
    if not target.parts:
        spans = list(target.row) or [target.wording]
    return " . ".join(dict.fromkeys(plan.quote(span) for span in spans))


def _measured(goal: str) -> bool:
    """A number that is not a date, a sum or the amount of help given, or a worded count beside a success word."""
    lists = cues("smart")
    left = _DATE.sub(" ", goal)
    for match in reversed(list(lists["not_a_measure"].find(left))):
        left = left[: match.start()] + " " + left[match.end() :]
    if _NUMBER.search(left):
        return True
    return bool(_WORDED.search(left)) and lists["success"].stands_in(left)


def _specific(wording: str, goal: str, measurable: bool) -> bool:
    """A named skill or act. A vague wording is made specific only by a measure."""
    lists = cues("smart")
    if measurable:
        return True
    return (
        lists["observable"].stands_in(wording) and not lists["vague"].stands_in(wording) and len(wording.split()) >= 6
    )


def _achievable(plan: Plan, target: Target, measurable: bool) -> bool:
    """Somebody does something for it, and it is not an end state beyond a term or two."""
    lists = cues("smart")
    if lists["beyond_reach"].stands_in(plan.quote(target.wording)) and not measurable:
        return False
    helped = " ".join(plan.quote(span) for name, span in target.parts if name in ("how", "who"))
    return measurable or len(helped.split()) >= 4


def _timed(plan: Plan, target: Target) -> bool:
    """A date or a named time in the row, the method apart ("weekly sessions in March" is no deadline)."""
    if target.by is not None:
        return True
    lists = cues("smart")
    when = " . ".join(plan.quote(span) for name, span in target.parts if name == "when")
    if when.strip():
        dated = bool(_DATE.search(when)) or lists["deadline"].stands_in(when)
        return dated or (not lists["no_deadline"].stands_in(when) and bool(_NUMBER.search(when)))
    goal = _text(plan, target, "measure", "term", "baseline")
    found = [match.group() for match in _DATE.finditer(goal) if not match.group().startswith("£")]
    return bool(found) or lists["deadline"].stands_in(goal)
