"""Targets and pupil premium: last term's reviewed, new ones SMART and answering something, spend linked and its effect
shown (seed 000, line 54)."""

from __future__ import annotations

import math
import re

from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import answer_spans
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.said import filled, said, shown, whether
from pepinsight.evidence.smart import LETTERS, smart_targets
from pepinsight.plan import PreviousTarget, Span
from pepinsight.plan import SectionKind as Kind

TARGETS = (Kind.TARGETS,)
PAST = (Kind.PREVIOUS_TARGETS, Kind.TARGETS, Kind.MEETING)
MONEY = (Kind.PREMIUM, Kind.TARGETS, Kind.PREVIOUS_TARGETS, Kind.MEETING)
OFFICER_IN = (Kind.PREMIUM, Kind.TARGETS)
SOURCE = "seed 000, line 54"
GRADES = ("none", "brief", "detailed")
BRIEF_FROM = 0.33
"""Mean grade from which a review counts as brief: one old target in three with more than a status."""
DETAILED_WORDS = 10
DETAILED_WORDS_WITH_FIGURE = 4
BRIEF_WORDS = 2
_MONEY_CELL = re.compile(r"£\s?[\d,.]+(?:[^\w£]+[\w'’]+){0,4}\W*")
"""What was bought, and for how much: no word on how the target went."""
_SOMEBODY = re.compile(r"\S@\S|\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\b|\b[A-Z]\.? ?[A-Z][a-z]+|\b[A-Z][a-z]+ [A-Z][a-z]+")
"""An address, a title, or initials or a first name with a surname."""


@feature(
    "finance_officer_given",
    type=bool,
    looked_in=OFFICER_IN,
    describes="the finance officer's details",
    source=SOURCE,
)
def finance_officer_given(reading: Reading) -> Answer:
    """The form's own field, or a line that says who keeps the money and names somebody."""
    field = filled(reading, "finance_officer")
    named = (field.value,) if field else said(reading, "finance_officer", *OFFICER_IN)
    spans = tuple(span for span in named if field or _SOMEBODY.search(reading.plan.quote(span)))
    return whether(spans, "finance_field", "The finance officer is named.")


def _grade(reading: Reading, old: PreviousTarget) -> str:
    """How far one old target is reviewed: a bare status is none, a few words are brief (gold convention 7)."""
    told = [reading.plan.quote(span) for span in old.review]
    text = " ".join(words for words in told if not _MONEY_CELL.fullmatch(words.strip()))
    status = cues("review")["status"]
    for match in reversed(list(status.find(text))):
        text = text[: match.start()] + " " + text[match.end() :]
    words = re.findall(r"[^\W_][\w'’%:.-]*", text)
    figures = sum(any(ch.isdigit() for ch in word) for word in words)
    if len(words) >= DETAILED_WORDS or (figures and len(words) >= DETAILED_WORDS_WITH_FIGURE):
        return "detailed"
    return "brief" if len(words) >= BRIEF_WORDS else "none"


@feature(
    "previous_targets_reviewed", type=str, choices=GRADES, looked_in=PAST,
    describes="how last term's targets were reviewed", source=SOURCE,
)  # fmt: skip
def previous_targets_reviewed(reading: Reading) -> Answer:
    """The mean of the grades, rounded to the nearest of them. "none" where no old target stands."""
    old = [item for item in reading.plan.previous_targets if not item.is_action] or list(reading.plan.previous_targets)
    if not old:
        return Answer("none")
    mean = sum(GRADES.index(_grade(reading, item)) for item in old) / len(old)
    best = "none" if mean < BRIEF_FROM else GRADES[max(1, math.floor(mean + 0.5))]
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


@once
def linked_premium(reading: Reading) -> tuple[bool, ...]:
    """For each new target whether pupil premium is set against it: a sum in its row, or a line that names it.

    There is none after 16 (domain notes, section 3.1): a bursary's sum is not pupil premium.
    """
    plan = reading.plan
    if plan.phase == "P16":
        return (False,) * len(plan.targets)
    by_line = {line.target for line in plan.premium if line.target is not None and line.amount}
    return tuple(bool(target.amount) or number in by_line for number, target in enumerate(plan.targets))


@feature(
    "premium_linked",
    type=int,
    unit="targets",
    looked_in=(Kind.TARGETS, Kind.PREMIUM),
    describes="new targets with pupil premium set against them",
    source=SOURCE,
)
def premium_linked(reading: Reading) -> Answer:
    linked = [t for t, is_linked in zip(reading.plan.targets, linked_premium(reading), strict=True) if is_linked]
    spans = tuple(next((span for name, span in t.parts if name == "cost"), t.wording) for t in linked)
    return Answer(len(linked), shown(spans, "premium_in_row", "Pupil premium is set against this target."))


@feature("premium_sums", type=int, unit="sums", looked_in=MONEY, describes="sums of pupil premium", source=SOURCE)
def premium_sums(reading: Reading) -> Answer:
    lines = [line for line in reading.plan.premium if line.amount]
    return Answer(len(lines), tuple(Shown(line.span, "premium_sum", "A sum of pupil premium.") for line in lines))


@once
def _impact_spans(reading: Reading) -> tuple[tuple[Span, bool], ...]:
    """Passages that tell the effect of last term's spend, and whether in figures.

    A passage is the row in which a sum of last term's stands, or a paragraph that speaks of the spend and its effect.
    """
    plan = reading.plan
    new = {span for target in plan.targets for span in target.row}
    rows = [row_of(reading, line.span) for line in plan.premium if line.when == "last" and line.span not in new]
    rows += [(old.wording, *old.review) for old in plan.previous_targets if _speaks(reading, old.review, "spend")]
    told = [
        (span,)
        for span in answer_spans(reading, *MONEY)
        if _on_spend(reading, span)
        and (_of_last_term(reading, span) or (span not in new and not _speaks(reading, (span,), "planned")))
    ]
    found: dict[Span, bool] = {}
    for passage in (*rows, *told):
        effects = [span for span in passage if _tells_effect(plan.quote(span)) or passage[0] != span]
        texts = [plan.quote(span) for span in effects]
        if any(map(_tells_effect, texts)):
            in_figures = any(_in_figures(text) for text in texts if _tells_effect(text) or len(passage) > 1)
            found.setdefault(max(effects, key=lambda span: span.end - span.start), in_figures)
    return tuple(found.items())


def _on_spend(reading: Reading, span: Span) -> bool:
    """Whether premium is spoken of here, in the label, or in the row's first cell (the topic of a minute), or a sum
    stands beside last term's targets."""
    section = reading.plan.section_at(span.start)
    past = section is not None and section.kind is Kind.PREVIOUS_TARGETS
    near = (span, *_label_of(reading, span), *row_of(reading, span)[:1])
    return _speaks(reading, near, "premium") or (past and "£" in reading.plan.quote(span))


def _of_last_term(reading: Reading, span: Span) -> bool:
    """Whether the label of this answer says that the money has gone already, wherever it stands."""
    return any(cues("premium_words")["spent"].stands_at(reading.plan, label) for label in _label_of(reading, span))


def _label_of(reading: Reading, span: Span) -> tuple[Span, ...]:
    """The label of the form whose answer holds the passage, if any."""
    return tuple(
        field.label for field in reading.plan.fields if field.value.start <= span.start and span.end <= field.value.end
    )[:1]


def _tells_effect(text: str) -> bool:
    return cues("review")["effect"].stands_in(text) or cues("premium_words")["outcome"].stands_in(text)


def _speaks(reading: Reading, spans: tuple[Span, ...], cue: str) -> bool:
    return any(cues("review")[cue].stands_at(reading.plan, span) for span in spans)


def row_of(reading: Reading, span: Span) -> tuple[Span, ...]:
    """The cells of the table row in which ``span`` stands; its own block outside a table."""
    document = reading.plan.document
    place = document.blocks[document.block_at(span.start)].place
    if place.table is None:
        return (span,)
    table = next(table for table in document.tables if table.index == place.table)
    blocks = [document.blocks[i] for key, cell in sorted(table.cells.items()) if key[0] == place.row for i in cell]
    return tuple(Span(block.start, block.end) for block in blocks if block.end > block.start)


def _in_figures(text: str) -> bool:
    """A figure that is no sum, date or year: something was measured."""
    left = re.sub(
        r"£\s?[\d,.]+|\b\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\b|\b20\d\d\b|\b\d+\s*(?:hours?|hrs?|sessions?|x|weeks?)\b",
        " ",
        text,
    )
    return bool(re.search(r"\d", left))


@feature(
    "premium_impact", type=str, choices=("none", "some", "quantified", "not_applicable"), looked_in=MONEY,
    describes="what is told of the effect of last term's pupil premium", source=SOURCE,
)  # fmt: skip
def premium_impact(reading: Reading) -> Answer:
    """Quantified when most passages on the effect hold a figure (gold convention 8); there is no PP+ after 16."""
    if reading.plan.phase == "P16":
        return Answer("not_applicable")
    told = _impact_spans(reading)
    if not told:
        return Answer("none")
    evidence = shown(tuple(span for span, _ in told), "premium_effect", "Tells the effect of the spend.")
    figures = sum(in_figures for _, in_figures in told)
    return Answer("quantified" if figures * 2 >= len(told) else "some", evidence)
