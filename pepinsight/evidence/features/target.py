"""Targets: last term's reviewed, new ones SMART and answering something (seed 000, line 54)."""

from __future__ import annotations

import re

from pepinsight.evidence.cues import cues
from pepinsight.evidence.reading import Reading
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.said import shown
from pepinsight.evidence.smart import LETTERS, smart_targets
from pepinsight.plan import PreviousTarget
from pepinsight.plan import SectionKind as Kind

TARGETS = (Kind.TARGETS,)
PAST = (Kind.PREVIOUS_TARGETS, Kind.TARGETS, Kind.MEETING)
SOURCE = "seed 000, line 54"
GRADES = ("none", "brief", "detailed")
BRIEF_FROM = 0.33
"""Mean grade from which a review counts as brief: one old target in three with more than a status."""
DETAILED_FROM = 1.65
"""Mean grade from which it counts as detailed: most old targets are told of in detail and none has a bare status, or
nearly so."""
DETAILED_WORDS = 10
DETAILED_WORDS_WITH_FIGURE = 6
BRIEF_WORDS = 2
_HOW_FAR = re.compile(r"(?<![\d./£-])\d+(?:[.:]\d+)?(?![\d./-]*\d)")
"""A figure that is no date and no sum: beside a status it says how far ("Nearly, 27")."""
_MONEY_CELL = re.compile(r"£\s?[\d,.]+(?:[^\w£]+[\w'’]+){0,4}\W*")
"""What was bought, and for how much: no word on how the target went."""


def _grade(reading: Reading, old: PreviousTarget) -> str:
    """How far one old target is reviewed: a bare status is none, a few words are brief (gold convention 7).

    What stands with the sum that was spent tells of the money, unless nothing else tells of the target."""
    told = [reading.plan.quote(span) for span in old.review]
    told = [words for words in told if not words.lstrip().startswith("£")] or told
    text = " ".join(words for words in told if not _MONEY_CELL.fullmatch(words.strip()))
    status = cues("review")["status"]
    for match in reversed(list(status.find(text))):
        text = text[: match.start()] + " " + text[match.end() :]
    words = re.findall(r"[^\W_][\w'’%:.-]*", text)
    figures = sum(any(ch.isdigit() for ch in word) for word in words)
    if len(words) >= DETAILED_WORDS or (figures and len(words) >= DETAILED_WORDS_WITH_FIGURE):
        return "detailed"
    measured = any(status.stands_in(cell) and _HOW_FAR.search(cell) for cell in told)
    return "brief" if len(words) >= BRIEF_WORDS or measured else "none"


@feature(
    "previous_targets_reviewed", type=str, choices=GRADES, looked_in=PAST,
    describes="how last term's targets were reviewed", source=SOURCE,
)  # fmt: skip
def previous_targets_reviewed(reading: Reading) -> Answer:
    """By the mean of the old targets' grades (0 to 2). "none" where no old target stands."""
    old = [item for item in reading.plan.previous_targets if not item.is_action] or list(reading.plan.previous_targets)
    if not old:
        return Answer("none")
    mean = sum(GRADES.index(_grade(reading, item)) for item in old) / len(old)
    best = GRADES[(mean >= BRIEF_FROM) + (mean >= DETAILED_FROM)]
    evidence = tuple(Shown(span, "review", "Says how an old target went.") for item in old for span in item.review)
    return Answer(best, evidence)


@feature(
    "previous_targets_reviewed_share", type=float, unit="of the old targets", looked_in=PAST,
    describes="share of last term's targets with more than a status", source=SOURCE,
)  # fmt: skip
def previous_targets_reviewed_share(reading: Reading) -> Answer:
    old = reading.plan.previous_targets
    if not old:
        return Answer(0.0)
    return Answer(round(sum(_grade(reading, item) != "none" for item in old) / len(old), 3))


def _register_letter(letter: str, word: str) -> None:
    @feature(
        f"targets_{word}",
        type=int,
        unit="targets",
        looked_in=TARGETS,
        describes=f"new targets that are {word}",
        source="seed 003, lines 20-35",
    )
    def count(reading: Reading) -> Answer:
        met = [
            target.wording
            for target, smart in zip(reading.plan.targets, smart_targets(reading), strict=True)
            if smart.letters[letter]
        ]
        return Answer(len(met), shown(tuple(met), f"smart_{letter}", f"This target is {word}."))


for _letter, _word in zip(LETTERS, ("specific", "measurable", "achievable", "relevant", "timed"), strict=True):
    _register_letter(_letter, _word)


@feature(
    "targets_smart",
    type=int,
    unit="targets",
    looked_in=TARGETS,
    describes="new targets that miss no SMART letter",
    source="seed 003, lines 20-35",
)
def targets_smart(reading: Reading) -> Answer:
    met = [t.wording for t, s in zip(reading.plan.targets, smart_targets(reading), strict=True) if not s.missed]
    return Answer(len(met), shown(tuple(met), "smart", "Specific, measurable, achievable, relevant and timed."))


@feature(
    "targets_relevant_share",
    type=float,
    unit="of the targets",
    looked_in=TARGETS,
    describes="share of new targets that answer something in the plan",
    source=SOURCE,
)
def targets_relevant_share(reading: Reading) -> Answer:
    judged = smart_targets(reading)
    return Answer(round(sum(s.relevant for s in judged) / len(judged), 3) if judged else None)
