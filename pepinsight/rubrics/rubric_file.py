"""What stands in a rubric file: its keys, and what each may hold."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated, Literal

from pydantic import Field

from pepinsight.data_files import Strict
from pepinsight.plan import SectionKind

NOT_APPLICABLE = "NA"
"""The level of a section that does not apply; no roll-up counts it."""

Phase = Literal["EY", "SSA", "P16"]
Person = Literal["school", "social_worker", "carer", "virtual_school"]
Text = Annotated[str, Field(min_length=1)]


class LevelData(Strict):
    """One level; a rubric lists them best first. A ``bonus`` level stands above the next one: a section has it where it
    meets that level and the bonus's own criteria; without criteria it is a person's to give."""

    id: Text
    label: Text
    colour: Text
    bonus: bool = False


class CriterionData(Strict):
    """One condition of a level, in plain words, and the expression that tells whether it is met."""

    id: Text
    says: Text
    when: Text
    advice: str | None = None


class SectionData(Strict):
    """One section of the rubric. ``reads`` are the kinds of the plan's sections that it looks at.

    ``anchors`` are passages that show a level, for reviewers to read. ``of_overall`` marks the row by which a rubric
    judges the plan as a whole: rated and confirmed like a section, counted with them, and shown with the overall.
    """

    id: Text
    title: Text
    reads: tuple[SectionKind, ...] = ()
    completed_by: tuple[Person, ...] = ()
    source: str = ""
    applies: str | None = None
    levels: dict[str, list[CriterionData]]
    anchors: dict[str, Text] = Field(default_factory=dict)
    of_overall: bool = False
    advice: str | None = None


class CheckData(Strict):
    """One point of a list that informs and rates nothing; without ``when`` it is for a person to say.

    ``about`` is the heading that it stands under.
    """

    id: Text
    says: Text
    when: str | None = None
    about: str = ""
    reads: tuple[SectionKind, ...] = ()
    applies: str | None = None
    source: str = ""
    advice: str | None = None


class OutcomeData(Strict):
    """One overall judgement; the first whose ``when`` holds is given. Where the last has a ``when`` too and nothing
    holds, the rule does not decide."""

    level: Text
    label: Text
    colour: Text
    says: Text
    when: str | None = None


class OverallData(Strict):
    """The roll-up."""

    outcomes: Annotated[list[OutcomeData], Field(min_length=1)]


class RubricData(Strict):
    """A rubric file: sections with levels and a roll-up, a list of checks, or both.

    A ``template`` rates nothing: its criteria are for an authority to write, in a copy of its own.
    """

    id: Text
    title: Text
    version: Text
    source: str = ""
    phases: Annotated[list[Phase], Field(min_length=1)]
    does_not_cover: Text = "This does not cover PEPs of this phase."
    template: bool = False
    margin: Annotated[float, Field(gt=0, lt=1)] = 0.2
    settings: dict[str, bool | int | float | str] = Field(default_factory=dict)
    levels: list[LevelData] = Field(default_factory=list)
    sections: list[SectionData] = Field(default_factory=list)
    overall: OverallData | None = None
    checks: list[CheckData] = Field(default_factory=list)

    @property
    def fingerprint(self) -> str:
        """Tells one version of a file from another, by all that it says (its comments left out)."""
        return sha256(self.model_dump_json().encode()).hexdigest()[:16]

    @property
    def level_ids(self) -> tuple[str, ...]:
        """The levels that a person may give some section: the rubric's, best first, and "NA"."""
        return (*(level.id for level in self.levels), NOT_APPLICABLE)
