"""What a person may do with a section, checked before it is recorded; and the overall judgement from ratings alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from pepinsight.review.decision import Action, Choice, ReviewError
from pepinsight.review.state import Review, SectionReview, State
from pepinsight.rubrics.assessment import Overall

RollUp = Callable[[Mapping[str, str]], Overall | None]
"""A rubric's own rule from the level of each section (by id) to the overall judgement: ``Rubric.overall``."""


@dataclass(frozen=True, slots=True)
class ConfirmAll:
    """What one press confirms, and what it leaves for a person to look at: (section id, why it was left out)."""

    choices: tuple[Choice, ...]
    left_out: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The overall judgement from confirmed ratings; ``overall`` is None while any section is open. ``says`` is for
    people: the judgement's label and reason, or how many sections are still open."""

    overall: Overall | None
    open: tuple[str, ...]
    says: str


def confirm(section: SectionReview) -> Choice:
    """Take the suggested level as the rating. Raises ReviewError when it is the rating already, or is withheld."""
    if section.withheld:
        raise ReviewError(f"{section.title}: choose the level yourself; no suggestion is shown here.")
    if section.state is State.CONFIRMED and section.confirmed == section.suggested:
        raise ReviewError(f"{section.title} is already confirmed as {section.suggested}.")
    return Choice(section.id, Action.CONFIRM, section.suggested)


def change(section: SectionReview, level: str, reason: str, levels: Collection[str]) -> Choice:
    """Set another level than the suggested one. ``levels`` are those that the rubric has for this section.

    Raises ReviewError without a reason, for a level that the section does not have, or for the suggested one.
    """
    _must_have(section, level, levels)
    if level == section.suggested:
        raise ReviewError(f"{level} is the suggested level of {section.title}: confirm it instead of changing it.")
    if not reason.strip():
        raise ReviewError(f"Say in a few words why {section.title} is {level}: a change needs a reason.")
    return Choice(section.id, Action.CHANGE, level, reason.strip())


def rate_unseen(section: SectionReview, level: str, levels: Collection[str]) -> Choice:
    """Rate without having seen the suggestion, whether it proves to be the same or not; no reason is needed, since
    there is nothing to depart from. Raises ReviewError where the suggestion is shown, or for a level there is not."""
    if not section.withheld:
        raise ReviewError(f"{section.title}: the suggestion is shown here: confirm or change it.")
    _must_have(section, level, levels)
    return Choice(section.id, Action.CONFIRM if level == section.suggested else Action.CHANGE, level, seen=False)


def keep(section: SectionReview) -> Choice:
    """Stand by a rating now that the suggestion is shown. Raises ReviewError where none stands, or the two are one."""
    if section.confirmed is None or section.withheld or section.confirmed == section.suggested:
        raise ReviewError(f"{section.title}: there is no rating beside the suggestion that could be kept.")
    return Choice(section.id, Action.CHANGE, section.confirmed, section.reason)


def _must_have(section: SectionReview, level: str, levels: Collection[str]) -> None:
    if level not in levels:
        raise ReviewError(f"{section.title} has no level '{level}': choose one of {', '.join(levels)}.")


def reopen(section: SectionReview, reason: str = "") -> Choice:
    """Undo: open the section again. Raises ReviewError when it is open."""
    if section.state is State.OPEN:
        raise ReviewError(f"{section.title} is open already: there is nothing to undo.")
    return Choice(section.id, Action.REOPEN, None, reason.strip() or None)


def confirm_all_remaining(review: Review, lowest: Collection[str], apart: Collection[str] = ()) -> ConfirmAll:
    """Confirm every open section at once, save those that a person must look at: where the suggestion is unsure, at
    one of the ``lowest`` levels (which may sink the whole plan), or about a part that this file does not hold; and
    those ``apart``, in which a rubric judges the plan as a whole (seed 002, lines 415 to 421)."""
    choices: list[Choice] = []
    left_out: list[tuple[str, str]] = []
    for section in review.open:
        if section.withheld:
            left_out.append((section.id, "no suggestion is shown, so there is none to confirm"))
        elif section.not_in_file:
            left_out.append((section.id, "this file does not hold that part of the plan"))
        elif section.unsure:
            left_out.append((section.id, "the suggestion is unsure"))
        elif section.suggested in lowest:
            left_out.append((section.id, "the lowest level is suggested"))
        elif section.id in apart:
            left_out.append((section.id, "it judges the plan as a whole, so a person confirms it"))
        else:
            choices.append(confirm(section))
    return ConfirmAll(tuple(choices), tuple(left_out))


def judge(review: Review, roll_up: RollUp) -> Judgement:
    """The overall judgement by the rubric's rule over confirmed ratings; none while any section is open, nor for a file
    that holds only a part of a plan (seed 002, lines 83-86)."""
    if not review.sections:
        return Judgement(None, (), "This rubric does not apply to this plan, so there is no overall judgement.")
    if review.open:
        count = len(review.open)
        still = "1 section still open" if count == 1 else f"{count} sections still open"
        return Judgement(None, tuple(section.id for section in review.open), still)
    if any(section.not_in_file and section.state is State.CONFIRMED for section in review.sections):
        return Judgement(None, (), "This file holds only a part of a PEP, so there is no overall judgement.")
    overall = roll_up(review.confirmed)
    if overall is None:
        return Judgement(None, (), "No section has a level, so there is no overall judgement.")
    return Judgement(overall, (), f"{overall.label}: {overall.reason}")
