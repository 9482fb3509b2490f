"""Looking again at PEPs by a rubric whose file has changed since: new suggestions, and no decision touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pepinsight.review import Withheld
from pepinsight.rubrics import Rubric
from pepinsight.store import FileReview, ListedFile, StoredFile, StoreError
from pepinsight.ui import desk

Progress = Callable[[int, int, str], None]
"""Told the number of files done, of all, and the next one's name."""


@dataclass(frozen=True, slots=True)
class Before:
    """The PEPs that an earlier wording of a rubric was used on; those in a blind check wait until it has ended."""

    rubric: Rubric
    files: tuple[StoredFile, ...]
    waiting: int


def looked_at_before(files: Iterable[ListedFile], rubric: Rubric) -> Before:
    """Which of these PEPs were looked at by this rubric as its file stood before, confirmed ones among them."""
    found = [(listed.file, one) for listed in files for one in listed.reviews if _is_older(one, rubric)]
    free = tuple(file for file, one in found if not _in_blind_check(one))
    return Before(rubric, free, len(found) - len(free))


def look_again(before: Before, reviewer: str, progress: Progress) -> tuple[str, ...]:
    """Make a new suggestion for each; returns a sentence for each file at which it could not be looked again, which
    stops no other."""
    failed = []
    for number, file in enumerate(before.files):
        progress(number, len(before.files), file.name)
        try:
            desk.rate_by(file.id, before.rubric.id, reviewer)
        except StoreError as error:
            failed.append(f"{file.name}: {error}")
    return tuple(failed)


def _is_older(review: FileReview, rubric: Rubric) -> bool:
    if review.rubric != rubric.id:
        return False
    return review.file is None or review.file.fingerprint != rubric.data.fingerprint


def _in_blind_check(review: FileReview) -> bool:
    return any(section.withheld is Withheld.BLIND for section in review.review.sections)
