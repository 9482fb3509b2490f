"""What a school is told about a PEP, gathered from what people confirmed; how it looks is the letter's business."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pepinsight.calibration.suggestion import SectionSuggestion, Suggestion
from pepinsight.checking import GOOD_COLOURS
from pepinsight.evidence import REGISTRY, Evidence, Value
from pepinsight.plan import Plan, year_name
from pepinsight.reports.strengths import Strengths
from pepinsight.reports.words import day, joined, printable, short
from pepinsight.review import Judgement, Review, SectionReview, State, judge
from pepinsight.rubrics.reasons import section_names
from pepinsight.rubrics.rubric import Rubric
from pepinsight.rubrics.rubric_file import NOT_APPLICABLE, LevelData

STRENGTHS_A_SECTION = 3
"""A school reads a letter of two or three pages; the rest stands on the screen."""

_PEOPLE = {
    "school": "School (designated teacher)",
    "social_worker": "Social worker",
    "carer": "Carer",
    "virtual_school": "Virtual school",
}
_NOBODY = "Everyone at the meeting"


@dataclass(frozen=True, slots=True)
class Rating:
    """A section and its confirmed rating; ``label`` and ``colour`` are None while the section is open."""

    section: str
    label: str | None
    colour: str | None


@dataclass(frozen=True, slots=True)
class Point:
    """One criterion in plain words. ``quotes`` are short, each with where it stands; ``looked`` says what was found, or
    looked for and where; ``advice`` is the rubric's."""

    says: str
    quotes: tuple[tuple[str, str], ...] = ()
    looked: str | None = None
    advice: str | None = None


@dataclass(frozen=True, slots=True)
class SectionNote:
    """What is said of one section. ``toward`` is the label of the level that the points would reach, None for
    strengths; ``remark`` is the reviewer's own reason."""

    section: str
    rating: Rating
    points: tuple[Point, ...]
    toward: str | None = None
    remark: str | None = None
    advice: str | None = None


@dataclass(frozen=True, slots=True)
class Feedback:
    """All that a letter says. ``facts`` are (label, value) of the plan; ``improve`` is (who must act, notes)."""

    rubric: str
    facts: tuple[tuple[str, str], ...]
    judgement: Judgement
    open_titles: tuple[str, ...]
    ratings: tuple[Rating, ...]
    strengths: tuple[SectionNote, ...]
    improve: tuple[tuple[str, tuple[SectionNote, ...]], ...]
    known: tuple[str, ...]
    reviewers: tuple[str, ...]
    last_decided: datetime | None


def feedback(suggestion: Suggestion, review: Review, rubric: Rubric, known: Mapping[str, Value]) -> Feedback:
    """Gather a letter's content. ``known`` are the facts that a reviewer stated, by feature name.

    Only confirmed ratings appear: of an open section it says that it is open, and nothing of what was suggested for it.
    """
    decided = [section for section in review.sections if section.confirmed is not None]
    suggested = {section.id: section for section in suggestion.sections}
    writer = _Writer(suggestion, rubric)
    return Feedback(
        rubric=rubric.data.title,
        facts=_facts(suggestion.assessment.findings.plan),
        judgement=judge(review, rubric.overall),
        open_titles=tuple(section.title for section in review.open),
        ratings=tuple(writer.rating(section) for section in review.sections),
        strengths=writer.strengths([(section, suggested[section.id]) for section in decided]),
        improve=writer.improvements([(section, suggested[section.id]) for section in decided]),
        known=tuple(_known(name, value) for name, value in known.items()),
        reviewers=review.reviewers,
        last_decided=max((s.decision.when for s in decided if s.decision), default=None),
    )


def _facts(plan: Plan) -> tuple[tuple[str, str], ...]:
    school = plan.field("school")
    facts = (
        ("Child", plan.child.name),
        ("School", plan.quote(school.value) if school else None),
        ("Year group", year_name(plan.year_group)),
        ("PEP meeting", day(plan.dates.meeting)),
        ("PEP completed", day(plan.dates.completed)),
        ("Next PEP meeting", day(plan.dates.next_meeting)),
    )
    return tuple((label, short(value) if value else "not stated in the PEP") for label, value in facts)


def _known(name: str, value: Value) -> str:
    fact = REGISTRY[name].describes if name in REGISTRY else name.replace("_", " ")
    answer = "yes" if value is True else "no" if value is False else "not known" if value is None else value
    return printable(f"{fact[:1].upper()}{fact[1:]}: {answer}")


def _where(item: Evidence) -> str:
    return ", ".join(filter(None, [section_names([item.section]), item.place.whereabouts]))


@dataclass(frozen=True)
class _Writer:
    suggestion: Suggestion
    rubric: Rubric

    @property
    def _levels(self) -> dict[str, LevelData]:
        return {level.id: level for level in self.rubric.data.levels}

    def _rank(self, level: str) -> int:
        return self.rubric.levels.index(level)

    def _is_good(self, level: str) -> bool:
        return self._levels[level].colour in GOOD_COLOURS

    def _good(self, section: SectionReview) -> bool:
        return section.confirmed not in (None, NOT_APPLICABLE) and self._is_good(section.confirmed)

    def rating(self, section: SectionReview) -> Rating:
        if section.confirmed is None:
            return Rating(section.title, None, None)
        if section.confirmed == NOT_APPLICABLE:
            return Rating(section.title, "Does not apply", "grey")
        level = self._levels[section.confirmed]
        return Rating(section.title, level.label, level.colour)

    def strengths(self, decided: Sequence[tuple[SectionReview, SectionSuggestion]]) -> tuple[SectionNote, ...]:
        """The sections with something to praise, those at the highest levels first; none of a section at the lowest."""
        strengths = Strengths(self.suggestion, self.rubric)
        rated = [pair for pair in decided if pair[0].confirmed not in (None, NOT_APPLICABLE, self.rubric.levels[-1])]
        rated.sort(key=lambda pair: self._rank(str(pair[0].confirmed)))
        notes = [self._strength(section, suggested, strengths) for section, suggested in rated]
        return tuple(note for note in notes if note.points or note.remark)

    def _strength(self, section: SectionReview, suggested: SectionSuggestion, strengths: Strengths) -> SectionNote:
        """What the rating rests on: the criteria met at a good rating, or from below target those that a good one asks
        for and that are met already. Where a person set a lower level than suggested, only their own reason counts."""
        level = self._strength_level(section, suggested)
        points: list[Point] = []
        for criterion in suggested.criteria:
            if criterion.level != level or not criterion.met:
                continue
            words = strengths.quote(section.id, criterion)
            # Below target, only what can be shown is praised.
            if words or (self._good(section) and strengths.is_earned(section.id, criterion)):
                quotes = ((short(words.quote), _where(words)),) if words else ()
                points.append(Point(printable(criterion.says), quotes))
        points.sort(key=lambda point: not point.quotes)
        remark = section.reason if self._good(section) else None
        return SectionNote(section.title, self.rating(section), tuple(points[:STRENGTHS_A_SECTION]), remark=remark)

    def _strength_level(self, section: SectionReview, suggested: SectionSuggestion) -> str | None:
        if self._good(section):
            return section.confirmed
        return None if section.state is State.CHANGED else self._goal(section, suggested)

    def improvements(
        self, decided: list[tuple[SectionReview, SectionSuggestion]]
    ) -> tuple[tuple[str, tuple[SectionNote, ...]], ...]:
        """What to put right, by who completes the section; within that, the furthest from target first."""
        groups: dict[str, list[tuple[int, SectionNote]]] = {}
        for section, suggested in decided:
            goal = self._goal(section, suggested)
            if goal is None or section.confirmed is None:
                continue
            who = self.rubric.section(section.id).completed_by
            label = joined([_PEOPLE[person] for person in who]) if who else _NOBODY
            note = self._improvement(section, suggested, goal)
            groups.setdefault(label, []).append((self._rank(section.confirmed), note))
        return tuple(
            (label, tuple(note for _, note in sorted(notes, key=lambda item: -item[0])))
            for label, notes in groups.items()
        )

    def _improvement(self, section: SectionReview, suggested: SectionSuggestion, goal: str) -> SectionNote:
        data = self.rubric.section(section.id)
        advice = {criterion.id: criterion.advice for criteria in data.levels.values() for criterion in criteria}
        asked = [criterion for criterion in suggested.criteria if criterion.level == goal]
        missing = [criterion for criterion in asked if not criterion.met]
        # Where a person rated lower than the criteria tell, nothing is missing by them: then all that is asked is said.
        points = tuple(
            Point(
                printable(criterion.says),
                looked=printable(criterion.reason) if missing else None,
                advice=advice.get(criterion.id) if missing else None,
            )
            for criterion in missing or asked
        )
        remark = None if self._good(section) else section.reason  # a good rating's reason stands among the strengths
        return SectionNote(section.title, self.rating(section), points, self._levels[goal].label, remark, data.advice)

    def _goal(self, section: SectionReview, suggested: SectionSuggestion) -> str | None:
        """The level to aim at: the nearest good one from below target, else the next better; None at the top."""
        if section.confirmed in (None, NOT_APPLICABLE):
            return None
        asked = {criterion.level for criterion in suggested.criteria}
        better = [level for level in self.rubric.levels[: self._rank(section.confirmed)] if level in asked]
        good = [level for level in better if self._is_good(level)]
        nearest = good or better
        return nearest[-1] if nearest else None
