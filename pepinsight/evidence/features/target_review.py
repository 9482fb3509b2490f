"""How last term's targets were reviewed: beside each, or of all in one passage (seed 000, line 54)."""

from __future__ import annotations

import re

from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import answer_spans, statement_spans
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span
from pepinsight.plan.columns import any_of

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
SEVERAL = 2
"""Targets told of one by one, from which a review in one passage can be detailed."""
RUN_IN = 2
"""Characters between a label and an answer on the same line: a colon and a space."""
_HOW_FAR = re.compile(r"(?<![\d./£-])\d+(?:[.:]\d+)?(?![\d./-]*\d)")
"""A figure that is no date and no sum: beside a status it says how far ("Nearly, 27")."""
_MONEY_CELL = re.compile(r"£\s?[\d,.]+(?:[^\w£]+[\w'’]+){0,4}\W*")
"""What was bought, and for how much: no word on how the target went."""
_ACTION = re.compile(r"\bactions?\b", re.IGNORECASE)
_QUESTION = re.compile(r"[^.!?]*\?")
_DAY = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b")
_UNTIL = re.compile(
    rf"\b(?:to|until|till|by|in)\s+(?:{any_of('month')}|(?:the )?next (?:pep|term|meeting))\b", re.IGNORECASE
)
"""Until when a target goes on."""
_WORDS = re.compile(r"[^\W_][\w'’%:.-]*")


def _grade(told: list[str]) -> str:
    """How far one old target is reviewed: a bare status is none, a few words are brief (gold convention 7).

    What stands with the sum that was spent tells of the money, unless nothing else tells of the target."""
    told = [_UNTIL.sub(" ", _DAY.sub(" ", words)) for words in told if not words.lstrip().startswith("£")] or told
    text = " ".join(words for words in told if not _MONEY_CELL.fullmatch(words.strip()))
    status = cues("review")["status"]
    words = _WORDS.findall(_without("status", text))
    figures = sum(any(ch.isdigit() for ch in word) for word in words)
    if len(words) >= DETAILED_WORDS or (figures and len(words) >= DETAILED_WORDS_WITH_FIGURE):
        return "detailed"
    measured = any(status.stands_in(cell) and _HOW_FAR.search(cell) for cell in told)
    return "brief" if len(words) >= BRIEF_WORDS or measured else "none"


def _without(cue: str, text: str) -> str:
    for match in reversed(list(cues("review")[cue].find(text))):
        text = text[: match.start()] + " " + text[match.end() :]
    return text


@once
def _beside_each(reading: Reading) -> tuple[tuple[tuple[Span, ...], str], ...]:
    """What stands beside each old target, and its grade; of actions only where no target stands."""
    plan = reading.plan
    old = [item for item in plan.previous_targets if not item.is_action] or plan.previous_targets
    return tuple((item.review, _grade([plan.quote(span) for span in item.review])) for item in old)


@once
def _of_all(reading: Reading) -> tuple[tuple[Span, ...], str]:
    """What is told of the old targets in one passage, and its grade: each statement that says how one went is graded as
    if it stood beside that target."""
    quote, verdict = reading.plan.quote, cues("review")["verdict"]
    passages = [passage for passage in _passages(reading) if any(verdict.stands_in(quote(span)) for span in passage)]
    told = [span for passage in passages for span in passage]
    if not any(len(_WORDS.findall(_without("bare", quote(span)))) >= BRIEF_WORDS for span in told):
        return (), "none"
    judged = [words for words in map(quote, told) if verdict.stands_in(words) and not _ACTION.search(words)]
    one_by_one = [GRADES.index(_grade([words])) for words in judged]
    detailed = len(one_by_one) >= SEVERAL and sum(one_by_one) / len(one_by_one) >= DETAILED_FROM
    return tuple(told), "detailed" if detailed else "brief"


def _passages(reading: Reading) -> list[tuple[Span, ...]]:
    """The statements of each answer that looks back on targets, by its section, its label, or naming them; not those in
    a table that sets its review beside each."""
    plan, looks_back = reading.plan, cues("review")["old_targets"]
    apart = {span for target in plan.targets for span in target.row} | {old.wording for old in plan.previous_targets}
    tables = {_table(reading, old.wording) for old in plan.previous_targets if old.review} - {None}
    asked = {item.value for item in plan.fields if not item.blank and looks_back.stands_at(plan, item.label)}
    own = asked | set(answer_spans(reading, Kind.PREVIOUS_TARGETS))
    found = []
    for answer in dict.fromkeys((*answer_spans(reading, *PAST), *asked)):
        if any(answer.start < span.end and span.start < answer.end for span in apart):
            continue
        if answer in own or looks_back.stands_at(plan, answer):
            told = (span for span in _statements(reading, answer) if not _asks(reading, span))
            found.append(tuple(span for span in told if _table(reading, span) not in tables))
    return found


def _statements(reading: Reading, answer: Span) -> list[Span]:
    """The answer's, the first with what was taken for its label where that says how a target went ("Reading was met:
    ...")."""
    verdict = cues("review")["verdict"]
    statements = [Span(*pair) for pair in statement_spans(reading, answer)]
    for item in reading.plan.fields:
        run_in = item.value.start == answer.start and 0 < answer.start - item.label.end <= RUN_IN
        if statements and run_in and verdict.stands_at(reading.plan, item.label) and not _asks(reading, item.label):
            statements[0] = Span(item.label.start, statements[0].end)
            break
    return statements


def _asks(reading: Reading, span: Span) -> bool:
    """Whether the passage stands in a block that opens with a question, or is one: the form's, as a rule."""
    document = reading.plan.document
    block = document.blocks[document.block_at(span.start)]
    return _QUESTION.match(document.text[block.start : block.end]) is not None


def _table(reading: Reading, span: Span) -> int | None:
    document = reading.plan.document
    return document.blocks[document.block_at(span.start)].place.table


def _graded(reading: Reading) -> tuple[tuple[Span, ...], str, float]:
    """The passages that review last term's targets, the grade, and the share of targets with more than a status."""
    each = _beside_each(reading)
    grades = [GRADES.index(grade) for _, grade in each]
    if any(grades):
        mean = sum(grades) / len(grades)
        best = GRADES[(mean >= BRIEF_FROM) + (mean >= DETAILED_FROM)]
        return tuple(span for spans, _ in each for span in spans), best, sum(map(bool, grades)) / len(grades)
    told, grade = _of_all(reading)
    return told or tuple(span for spans, _ in each for span in spans), grade, float(grade != "none")


@feature(
    "previous_targets_reviewed", type=str, choices=GRADES, looked_in=PAST,
    describes="how last term's targets were reviewed", source=SOURCE,
)  # fmt: skip
def previous_targets_reviewed(reading: Reading) -> Answer:
    """By the mean of the old targets' grades (0 to 2), else by what is told of all of them; "none" where nothing is."""
    told, grade, _ = _graded(reading)
    return Answer(grade, tuple(Shown(span, "review", "Says how an old target went.") for span in told))


@feature(
    "previous_targets_reviewed_share", type=float, unit="of the old targets", looked_in=PAST,
    describes="share of last term's targets with more than a status", source=SOURCE,
)  # fmt: skip
def previous_targets_reviewed_share(reading: Reading) -> Answer:
    return Answer(round(_graded(reading)[2], 3))
