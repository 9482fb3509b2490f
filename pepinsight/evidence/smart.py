"""Is a target SMART? Each letter is judged on the target's whole row.

Many forms put date, measure and method in columns of their own (seed 003, lines 20 to 35; seed 002, lines 277 to 302).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pepinsight.evidence.cues import cues
from pepinsight.evidence.figures import DATE, FIGURE
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.thread import needs, relevance
from pepinsight.plan import Plan, Target
from pepinsight.plan.number_words import spelt

LETTERS = ("S", "M", "A", "R", "T")

_NUMBER = re.compile(r"\d")
_SHARE = re.compile(r"(?<!by )(?<!on )(?<!until )(?<!w/c )\b\d{1,3}/\d{1,3}\b(?!/)", re.IGNORECASE)
"""A mark out of a whole, where no word makes it a day of a month."""
_COUNT = re.compile(rf"(?<!all )\b(?:{spelt(first=2)})\b(?!-)\s+[^\W\d_]{{3,}}", re.IGNORECASE)
"""So many of something, in words; "all three subjects" only names them."""
_SCHOOL_YEAR = re.compile(r"\b20\d\d\s?[-–/]\s?(?:20)?\d\d\b(?![-/])")
_BY = re.compile(r"\b(?:by|before|until|till)\b", re.IGNORECASE)
_STARTING_POINT = re.compile(
    r"\([^()]*\b(?:now|was|were|baseline|currently|at present|last)\b[^()]*\)"
    r"|\(\s*\d[\d/:.% of]*\s+(?:in|on|at)\s+\w+\s*\)",  # "(8 of 20 in March)"
    re.IGNORECASE,
)
_WORDED = re.compile(rf"\b(?:{spelt()}|half|all|every|none|no)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Smart:
    """The letters of one target."""

    specific: bool
    measurable: bool
    achievable: bool
    relevant: bool
    timed: bool

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
    elsewhere = set().union(*(_stems(reading.plan.quote(span)) for span in needs(reading)))
    return tuple(
        _judge(reading.plan, target, near[number], elsewhere) for number, target in enumerate(reading.plan.targets)
    )


def _judge(plan: Plan, target: Target, near: float, elsewhere: set[str]) -> Smart:
    wording = plan.quote(target.wording)
    measurable = _measured(wording, _rest(plan, target, "baseline", "measure"))
    specific = _specific(wording, measurable)
    return Smart(
        specific=specific,
        measurable=measurable,
        achievable=_achievable(plan, target, measurable),
        relevant=not specific or _relevant(plan, target, near, elsewhere),
        timed=_timed(plan, target),
    )


def _relevant(plan: Plan, target: Target, near: float, elsewhere: set[str]) -> bool:
    """A core subject, or near to something elsewhere in the plan. Only a target precise enough to be about one thing
    can be off the point, so a vague wording is not asked."""
    return cues("smart")["core"].stands_at(plan, target.wording) or near >= _near_enough(plan, target, elsewhere)


RELEVANT = 0.15
"""Similarity from which a target is taken to answer something in the plan; see docs/accuracy.md."""

UNHEARD_OF = 0.2
"""Share of the wording's own words up to which its matter stands nowhere else in the plan ("juggle three balls")."""
RELEVANT_BY_ROW = 0.18
"""Similarity that such a target's row needs: reasons and method must carry what the wording does not."""
RELEVANT_WITH_REASON = 0.05
"""Similarity asked of a row with a reason of its own ("Why: mock paper; says she is scared to read out"): it must only
not be foreign to the plan. A terse hand repeats few words."""
_SOMEBODY = re.compile(r"\b[A-Z][A-Za-z]+")
_STEM = re.compile(r"[^\W\d_]{4,}")


def _near_enough(plan: Plan, target: Target, elsewhere: set[str]) -> float:
    """The similarity that makes this target relevant."""
    refusal = cues("sections")["refusal"].pattern
    reasons = (plan.quote(span).strip(" .") for name, span in target.parts if name == "why")
    if any(reason and not refusal.fullmatch(reason) for reason in reasons):
        return RELEVANT_WITH_REASON
    return RELEVANT if _echo(plan, plan.quote(target.wording), elsewhere) > UNHEARD_OF else RELEVANT_BY_ROW


def _stems(text: str) -> set[str]:
    """The beginnings of a text's longer words: inflection and most misspellings leave them alike."""
    return {word[:5].lower() for word in _STEM.findall(text)}


def _echo(plan: Plan, wording: str, elsewhere: set[str]) -> float:
    """The share (0 to 1) of a wording's own words that stand elsewhere too; 1 where it has none of its own."""
    own = _stems(DATE.sub(" ", _without(wording, "common"))) - _stems(" ".join(plan.child.names))
    return len(own & elsewhere) / len(own) if own else 1.0


def _rest(plan: Plan, target: Target, *parts: str) -> str:
    """The named parts of the row; all of it but the wording where the row is not parted."""
    spans = [span for name, span in target.parts if name in parts]
    if not target.parts:
        spans = [span for span in target.row if span != target.wording]
    return " . ".join(dict.fromkeys(plan.quote(span) for span in spans))


def _measured(wording: str, rest: str) -> bool:
    """A figure that is no date, sum or amount of help; a count in words; or a thing done or not."""
    lists = cues("smart")
    if lists["done_or_not"].stands_in(wording) or lists["proof"].stands_in(rest):
        return True
    goal = _without(wording, "label") + " . " + _without(rest, "not_a_measure")
    if _SHARE.search(goal) or _COUNT.search(_without(wording, "label")):
        return True
    goal = DATE.sub(" ", goal)
    return bool(FIGURE.search(goal)) or (bool(_WORDED.search(goal)) and lists["success"].stands_in(goal))


def _without(text: str, cue: str) -> str:
    """The text less what stands under this cue."""
    for match in reversed(list(cues("smart")[cue].find(text))):
        text = text[: match.start()] + " " + text[match.end() :]
    return text


def _specific(wording: str, measurable: bool) -> bool:
    """A named skill or act. A vague wording is made specific only by a measure."""
    lists = cues("smart")
    if measurable:
        return True
    return (
        lists["observable"].stands_in(wording) and not lists["vague"].stands_in(wording) and len(wording.split()) >= 6
    )


LEAST_GOAL = 3
"""Words of a wording that can say what is to be reached."""


def _achievable(plan: Plan, target: Target, measurable: bool) -> bool:
    """Somebody does something for it besides cheering and teaching as usual, or is at least named for it, and it is
    neither an end state beyond a term or two nor a bare subject ("Maths")."""
    lists = cues("smart")
    if not measurable and len(plan.quote(target.wording).split()) < LEAST_GOAL:
        return False
    if lists["beyond_reach"].stands_at(plan, target.wording) and not measurable:
        return False
    how, who = (" ".join(plan.quote(span) for name, span in target.parts if name == part) for part in ("how", "who"))
    helped = _STEM.search(_without(f"{how} {who}", "no_help")) or _SOMEBODY.search(_without(who, "no_help"))
    return measurable or bool(helped)


LONGEST_TIME = 10
"""Words of a cell that says no more than by when, whatever its column is called ("Check: 27 March, then 1 May")."""


def _timed(plan: Plan, target: Target) -> bool:
    """A date to come or a named time in the row, the method apart ("weekly sessions in March" is no deadline)."""
    if target.by is not None:
        return plan.dates.day is None or target.by >= plan.dates.day
    wording = plan.quote(target.wording)
    when = " . ".join(plan.quote(span) for name, span in target.parts if name == "when")
    if when.strip():
        return _is_time(when) or bool(_BY.search(wording) and _says_when(wording))
    known = {span for name, span in target.parts if name != "review"} | {target.wording}
    cells = [plan.quote(span) for span in target.row if span not in known]
    if any(len(cell.split()) <= LONGEST_TIME and _says_when(cell) for cell in cells):
        return True
    return _says_when(wording + " . " + _rest(plan, target, "measure", "term"))


def _is_time(when: str) -> bool:
    """Whether the answer to "by when" is a time."""
    if cues("smart")["no_deadline"].stands_in(when):  # "ongoing, this term"
        return bool(DATE.search(when) or _BY.search(when))
    return _says_when(when) or bool(_NUMBER.search(_SCHOOL_YEAR.sub(" ", _without(when, "how_often"))))


def _says_when(text: str) -> bool:
    """A date or a word for a time, other than one that tells where things stood ("now 14, 9 in March")."""
    text = _SCHOOL_YEAR.sub(" ", _STARTING_POINT.sub(" ", text))
    dated = any(not match.group().startswith("£") for match in DATE.finditer(text))
    return dated or cues("smart")["deadline"].stands_in(text)
