"""What the store hands out: plain frozen records, never rows of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from pepinsight.calibration.suggestion import Suggestion
from pepinsight.evidence import Value
from pepinsight.plan import Child
from pepinsight.review import Judgement, Reason, Review, judge
from pepinsight.rubrics import Rubric, kept_rubric, load_rubric
from pepinsight.rubrics.assessment import Overall
from pepinsight.rubrics.rubric_file import RubricData


@dataclass(frozen=True, slots=True)
class AddedFile:
    """``already_seen`` is True when the same bytes stood in the store before: nothing of them was changed."""

    file_id: int
    already_seen: bool


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as it was received (UTC), and by whom."""

    id: int
    name: str
    sha256: str
    received: datetime
    received_by: str


@dataclass(frozen=True, slots=True)
class ChildsFile:
    """Whose PEP a file is, and the day of its meeting (of its completion, where no meeting is given)."""

    file_id: int
    name: str
    sha256: str
    child: Child
    day: date


@dataclass(frozen=True, slots=True)
class StoredSuggestion:
    """A suggestion exactly as it was shown, and the versions of what made it (program, rules, models)."""

    id: int
    file_id: int
    rubric: str
    suggestion: Suggestion
    made_with: Mapping[str, str]
    created: datetime


@dataclass(frozen=True, slots=True)
class Outline:
    """What PEPs are told apart by in a long list; ``day`` is its meeting's, or that of its completion."""

    school: str | None
    phase: str | None
    form: str
    year_group: int | None
    day: date | None


@dataclass(frozen=True, slots=True)
class FileReview:
    """Where one rubric's review of one file stands, without the PEP's words: enough for a list of files.

    ``suggested_overall`` is None also where a section's suggestion is withheld, and ``reasons`` (to read it early, most
    pressing first) are only those that may then be told. ``file`` is the rubric as it stood when the suggestion was
    made, None for one from before rubrics were kept.
    """

    rubric: str
    review: Review
    suggested_overall: Overall | None
    file: RubricData | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def judgement(self) -> Judgement:
        """The overall judgement from confirmed ratings, by the roll-up that the suggestion was made with."""
        return judge(self.review, (kept_rubric(self.file) if self.file else load_rubric(self.rubric)).overall)

    @property
    def open(self) -> int:
        """How many sections nobody has decided on."""
        return len(self.review.open)

    @property
    def confirmed(self) -> int:
        """How many sections have a rating."""
        return len(self.review.confirmed)

    @property
    def unsure(self) -> int:
        """How many open sections have an unsure suggestion (that is shown)."""
        return sum(section.unsure and section.withheld is None for section in self.review.open)


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file and the reviews of it, one a rubric, in the order in which the rubrics were first used.

    ``outline`` is None for a file that was kept without a suggestion.
    """

    file: StoredFile
    reviews: tuple[FileReview, ...]
    outline: Outline | None = None


@dataclass(frozen=True, slots=True)
class FactStatement:
    """A reviewer's word on a known fact: stated with a value, or withdrawn (``value`` then is None)."""

    fact: str
    value: Value
    withdrawn: bool
    reviewer: str
    when: datetime


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who did what, and when (UTC). Never a word of a PEP."""

    when: datetime
    reviewer: str
    action: str
    file_id: int | None
    rubric: str | None
    section: str | None


@dataclass(frozen=True, slots=True)
class Switch:
    """How something was switched last, by whom and when (UTC). ``subject`` is "" where there is but one of its name."""

    name: str
    subject: str
    on: bool
    reviewer: str
    when: datetime


@dataclass(frozen=True, slots=True)
class BlindPep:
    """A PEP of a blind check: its file, how it was drawn, and what was suggested (level by section) on that day.

    ``forgotten`` PEPs can no longer be read; the levels given and suggested stay.
    """

    file_id: int
    stratum: str
    suggested: Mapping[str, str]
    forgotten: bool


@dataclass(frozen=True, slots=True)
class BlindCheck:
    """A sample that officers rate blind, in the order in which they read it; drawn from ``drawn_from`` PEPs.

    ``titles`` are those of the rubric's sections, by their ids and in its order; ``file`` is the rubric as it stood
    when the suggestions were made, None for those from before rubrics were kept.
    """

    id: int
    rubric: str
    seed: int
    drawn_from: int
    drawn_by: str
    drawn: datetime
    titles: Mapping[str, str]
    peps: tuple[BlindPep, ...]
    ended: Switch | None
    file: RubricData | None = None

    @property
    def rated_by(self) -> Rubric:
        """The rubric by which its PEPs are rated, in the words that it had on that day."""
        return kept_rubric(self.file) if self.file else load_rubric(self.rubric)


Levels = Mapping[int, Mapping[str, str]]
"""The level by file's number and section."""
