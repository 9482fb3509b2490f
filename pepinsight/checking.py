"""A check before a plan is submitted: what is missing and where, by who completes it. No rating, and no level named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pepinsight.data_files import Strict, load
from pepinsight.evidence import Findings
from pepinsight.evidence.language import wording_of
from pepinsight.plan import Plan, SectionKind, Span
from pepinsight.plan.wanted import State, Wanted, wanted
from pepinsight.rubrics import Assessment, Rubric, SectionRating
from pepinsight.rubrics.reasons import section_names

GOOD_COLOURS = frozenset({"green", "gold"})
"""A level in one of these colours is on target: traffic lights mean the same in every rubric of the seeds."""
SHORT = 90
"""Letters of a quote that remind the writer which words are meant."""
FEW = 3
"""Sums that are quoted to show which are meant."""


class Words(Strict):
    """data/checking.yaml."""

    people: dict[str, str]
    nobody: str
    titles: dict[str, str]
    blank: str
    under: str
    looked: str
    no_next_meeting: str
    no_meeting: str
    no_signature: str
    target: str
    letters: dict[str, str]
    premium: str
    paper: str
    wording: str
    written_about: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A part of the plan: what is missing in it, one sentence each, what helps, and where it was looked for."""

    title: str
    missing: tuple[str, ...]
    advice: tuple[str, ...] = ()
    looked: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """What to look at before submitting: topics by who completes them, and gentler words, which are advice only.

    ``message`` says why the rubric was left out, where it is for another phase.
    """

    message: str | None
    people: tuple[tuple[str, tuple[Topic, ...]], ...]
    wording: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many things are missing."""
        return sum(len(topic.missing) for _, topics in self.people for topic in topics)


@cache
def words() -> Words:
    """The check's words."""
    return load(Path(__file__).parent / "data" / "checking.yaml", Words)


def check(findings: Findings, assessment: Assessment, rubric: Rubric) -> Check:
    """What is missing in a plan by its form's own mandatory fields and by what a rubric asks of a plan on target."""
    order = list(words().people)
    groups: dict[tuple[int, ...], list[Topic]] = {}
    for who, topic in _topics(findings, assessment, rubric):
        if topic.missing:
            groups.setdefault(tuple(sorted(order.index(one) for one in who)), []).append(topic)
    ranked = sorted(groups.items(), key=lambda item: (len(item[0]), item[0]))
    people = tuple((label([order[one] for one in who]), tuple(topics)) for who, topics in ranked)
    return Check(None if assessment.applies else assessment.message, people, _wording(findings))


def label(who: Sequence[str]) -> str:
    """Who completes something, as a person says it: "School and social worker"."""
    if not who:
        return words().nobody
    names = [words().people[one] for one in who]
    names = [names[0], *(name.lower() for name in names[1:])]
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _topics(findings: Findings, assessment: Assessment, rubric: Rubric) -> Iterator[tuple[Sequence[str], Topic]]:
    plan, titles = findings.plan, words().titles
    asked = [(section, _goal(section, rubric)) for section in assessment.sections]
    asked = [(section, goal) for section, goal in asked if goal is not None]
    told = {kind for section, _ in asked for kind in rubric.section(section.id).reads}
    blank = [one for one in wanted(plan) if one.state is State.BLANK and not (one.is_part and one.name in told)]
    for who in words().people:
        yield [who], Topic(titles["blank"], _blank(plan, [one for one in blank if one.completed_by == who]))
    yield ["school"], Topic(titles["dates"], tuple(_dates(findings)))
    for section, goal in asked:
        data = rubric.section(section.id)
        missing = tuple(one.says for one in section.criteria if one.level == goal and not one.met)
        advice = {one.id: one.advice for one in data.levels.get(goal or "", ())}
        own = [advice.get(one.id) for one in section.criteria if one.level == goal and not one.met]
        looked = words().looked.format(where=section_names(data.reads)) if data.reads else None
        yield data.completed_by, Topic(section.title, missing, tuple(filter(None, [data.advice, *own])), looked)
    yield ["school"], _targets(findings)
    yield ["school"], Topic(titles["premium"], tuple(_premium(plan)))
    yield ["school"], Topic(titles["papers"], tuple(_papers(findings)))


def _blank(plan: Plan, items: list[Wanted]) -> tuple[str, ...]:
    """The blank fields of one person, one line for each heading that they stand under."""
    places: dict[str, list[str]] = {}
    for item in items:
        if item.name not in _TOLD_AS_DATES:
            places.setdefault(_heading(plan, item.at), []).append(item.says)
    return tuple(
        (words().under if place else words().blank).format(fields=", ".join(dict.fromkeys(names)), heading=place)
        for place, names in places.items()
    )


_TOLD_AS_DATES = frozenset({"meeting_date", "next_meeting", "dt_completed", "sw_completed"})


def _heading(plan: Plan, at: Span | None) -> str:
    section = plan.section_at(at.start) if at is not None else None
    return _short(plan.quote(section.title)) if section is not None and section.title is not None else ""


def _dates(findings: Findings) -> Iterator[str]:
    dates = findings.plan.dates
    if dates.meeting is None:
        yield words().no_meeting
    if dates.next_meeting is None:
        yield words().no_next_meeting
    for feature, person in (("dt_signed", "school"), ("sw_signed", "social_worker")):
        if findings.plan.has(SectionKind.SIGN_OFF) and findings.value(feature) is False:
            yield words().no_signature.format(who=words().people[person].lower())


def _goal(section: SectionRating, rubric: Rubric) -> str | None:
    """The lowest level on target that the section has, where it is not reached; None where nothing is to be done."""
    if section.not_in_file or section.rule_level not in rubric.levels:
        return None
    colours = {level.id: level.colour for level in rubric.data.levels}
    if colours[section.rule_level] in GOOD_COLOURS:
        return None
    asked = {one.level for one in section.criteria}
    good = [level for level in rubric.levels if level in asked and colours[level] in GOOD_COLOURS]
    return good[-1] if good else None


def _targets(findings: Findings) -> Topic:
    """The targets that lack SMART letters, and for each letter once what helps."""
    missing: list[str] = []
    advice: dict[str, str] = {}
    for number, (target, found) in enumerate(zip(findings.plan.targets, findings.targets, strict=True), start=1):
        lacks = [letter for letter, met in found.smart.items() if not met]
        if lacks:
            names = _joined([words().letters[letter] for letter in lacks])
            wording = _short(findings.plan.quote(target.wording))
            missing.append(words().target.format(number=number, words=wording, letters=names))
            advice |= dict(zip(lacks, found.advice, strict=True))
    ordered = [f"{words().letters[one].capitalize()}: {advice[one]}" for one in words().letters if one in advice]
    return Topic(words().titles["targets"], tuple(missing), tuple(ordered))


def _premium(plan: Plan) -> Iterator[str]:
    """Sums none of which stands beside a target; where some do, the others may be totals or last term's."""
    sums = [line for line in plan.premium if line.when != "last"]
    if plan.targets and sums and all(line.target is None for line in sums):
        quotes = "; ".join(f"“{_short(plan.quote(line.span))}”" for line in sums[:FEW])
        yield words().premium.format(sums=quotes)


def _papers(findings: Findings) -> Iterator[str]:
    plan = findings.plan
    for id in findings.features["attachments_not_seen"].evidence:
        item = findings.evidence[id]
        asked = (one for one in plan.fields if one.value.start <= item.start and item.end <= one.value.end)
        label = next((f"{plan.quote(one.label).rstrip(' :?*')}: " for one in asked), "")
        yield words().paper.format(words=_short(label + item.quote))


def _wording(findings: Findings) -> tuple[str, ...]:
    """Each wording once with the words that stand for it in the plan, and to whom the plan is written."""
    gentler: dict[str, dict[str, None]] = {}
    for item in findings.evidence:
        wording = wording_of(item.quote) if item.feature == "language_labels" else None
        if wording is not None:
            gentler.setdefault(wording.instead, {})[f"“{' '.join(item.quote.casefold().split())}”"] = None
    lines = [words().wording.format(words=", ".join(said), instead=instead) for instead, said in gentler.items()]
    about = findings.value("language_written_to") == "about"
    return (*lines, *([words().written_about] if about else []))


def _joined(names: list[str]) -> str:
    return " or ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _short(said: str) -> str:
    line = " ".join(said.split()).rstrip(" .:")
    return line if len(line) <= SHORT else f"{line[:SHORT].rsplit(' ', 1)[0]} …"
