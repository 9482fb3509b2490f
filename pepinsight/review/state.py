"""Where a review stands: the suggestion's sections and the decisions taken on them, as one picture."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from pepinsight.review.decision import Action, Decision
from pepinsight.review.withheld import NOTHING, Withheld, Withholding


class Suggested(Protocol):
    """What a review needs to know of a suggested section; ``SectionSuggestion`` fits."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def suggested(self) -> str: ...
    @property
    def unsure(self) -> bool: ...
    @property
    def not_in_file(self) -> bool: ...


class State(StrEnum):
    """Whether a person has decided on a section, and how."""

    OPEN = "open"
    CONFIRMED = "confirmed"  # the suggested level was taken
    CHANGED = "changed"  # a person set another level


@dataclass(frozen=True, slots=True)
class SectionReview:
    """One section: the suggestion beside what a person made of it.

    ``confirmed`` is the rating, None while open. ``decision`` is the last one (or a reopening), None before any.
    ``suggestion_moved`` is True when the section was decided on another suggested level than the present one, so that
    a person may want to look again; the rating stands until they do.
    """

    id: str
    title: str
    suggested: str
    unsure: bool
    not_in_file: bool
    state: State
    confirmed: str | None = None
    decision: Decision | None = None
    suggestion_moved: bool = False
    withheld: Withheld | None = None

    @property
    def reviewer(self) -> str | None:
        """Who confirmed or changed it, None while open."""
        return self.decision.reviewer if self.decision and self.confirmed else None

    @property
    def reason(self) -> str | None:
        """The reason given with the rating that stands, None while open."""
        return self.decision.reason if self.decision and self.confirmed else None


@dataclass(frozen=True, slots=True)
class Review:
    """All sections of one rubric for one file, in the rubric's order."""

    sections: tuple[SectionReview, ...]

    @property
    def open(self) -> tuple[SectionReview, ...]:
        """The sections on which nobody has decided, or which were reopened."""
        return tuple(section for section in self.sections if section.state is State.OPEN)

    @property
    def confirmed(self) -> dict[str, str]:
        """The rating of each decided section, by its id."""
        return {section.id: section.confirmed for section in self.sections if section.confirmed is not None}

    @property
    def finished(self) -> bool:
        """True when there are sections and none is open."""
        return bool(self.sections) and not self.open

    @property
    def withholds(self) -> bool:
        """Whether any suggestion is withheld, and so the overall judgement that all of them would lead to."""
        return any(section.withheld for section in self.sections)

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Whose ratings stand, each once, in the order of the sections."""
        return tuple(dict.fromkeys(section.reviewer for section in self.sections if section.reviewer))

    def section(self, section_id: str) -> SectionReview:
        """The section with this id. Raises KeyError when the rubric has none."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)


def standing(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The last decision of each section. ``decisions`` come in the order in which they were recorded."""
    return {decision.section: decision for decision in decisions}


def that_fit(decisions: Iterable[Decision], levels: Collection[str]) -> tuple[Decision, ...]:
    """Without the sections whose last decision gave a level that the rubric no longer has: they are open again, and
    what was decided stays in their history."""
    every = tuple(decisions)
    gone = {id for id, last in standing(every).items() if last.level is not None and last.level not in levels}
    return tuple(decision for decision in every if decision.section not in gone)


def review_of(
    sections: Sequence[Suggested], decisions: Iterable[Decision], withholding: Withholding = NOTHING
) -> Review:
    """Where the review stands. Decisions on sections that the present rubric lacks stay in the history, unseen here."""
    last = standing(decisions)
    return Review(
        tuple(
            _section(section, last.get(section.id), withholding.of(section.id, section.id in last))
            for section in sections
        )
    )


def _section(section: Suggested, decision: Decision | None, withheld: Withheld | None) -> SectionReview:
    if decision is None or decision.action is Action.REOPEN:
        state, confirmed, moved = State.OPEN, None, False
    else:
        state = State.CHANGED if decision.action is Action.CHANGE else State.CONFIRMED
        confirmed, moved = decision.level, decision.suggested != section.suggested and withheld is None
    return SectionReview(
        id=section.id,
        title=section.title,
        suggested=section.suggested,
        unsure=section.unsure,
        not_in_file=section.not_in_file,
        state=state,
        confirmed=confirmed,
        decision=decision,
        suggestion_moved=moved,
        withheld=withheld,
    )
