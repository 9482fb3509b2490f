"""What stands in a rubric file: its keys, and what each may hold."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from pepinsight.data_files import Strict
from pepinsight.plan import SectionKind

NOT_APPLICABLE = "NA"
"""The level of a section that does not apply; no roll-up counts it."""

Phase = Literal["EY", "SSA", "P16"]
PHASES: dict[str, str] = {"EY": "early years", "SSA": "school age", "P16": "post-16"}
"""Each phase as people say it."""
Person = Literal["school", "social_worker", "carer", "virtual_school"]
Text = Annotated[str, Field(min_length=1)]


class _Documented(Strict):
    """Each key's own words go into the JSON Schema, where editors show them."""

    model_config = ConfigDict(use_attribute_docstrings=True)


class LevelData(_Documented):
    """One level; a rubric lists them best first. A ``bonus`` level stands above the next one: a section has it where it
    meets that level and the bonus's own criteria; without criteria it is a person's to give."""

    id: Text
    """The short name that criteria, counts and labels use, such as "ET"."""
    label: Text
    """What people read."""
    colour: Text
    """Green, gold, amber or red; any other is shown grey."""
    bonus: bool = False
    """Stands above the next level, for what a section does besides."""


class CriterionData(_Documented):
    """One condition of a level, in plain words, and the expression that tells whether it is met."""

    id: Text
    """Unlike those of the other criteria of this level."""
    says: Text
    """One sentence for people."""
    when: Text
    """The test behind it, over features (`pepinsight features`) and settings."""
    advice: str | None = None
    """What to put right where it is not met."""


class SectionData(_Documented):
    """One section of the rubric. ``reads`` are the kinds of the plan's sections that it looks at.

    ``anchors`` are passages that show a level, for reviewers to read. ``of_overall`` marks the row by which a rubric
    judges the plan as a whole: rated and confirmed like a section, counted with them, and shown with the overall.
    """

    id: Text
    """The short name that the roll-up uses."""
    title: Text
    """What people read."""
    reads: tuple[SectionKind, ...] = ()
    """The parts of a PEP that it looks at."""
    completed_by: tuple[Person, ...] = ()
    """Who fills it in, so that advice reaches them."""
    source: str = ""
    """Where in your own papers it comes from."""
    applies: str | None = None
    """A test; where it is false, the section does not apply."""
    levels: dict[str, list[CriterionData]]
    """By level, best first, the criteria that must all be met; the last level has none."""
    anchors: dict[str, Text] = Field(default_factory=dict)
    """By level, a made-up passage that shows it to reviewers."""
    of_overall: bool = False
    """Asked of the plan as a whole: a row of the overall judgement's own."""
    advice: str | None = None
    """What to put right in this section."""


class CheckData(_Documented):
    """One point of a list that informs and rates nothing; without ``when`` it is for a person to say.

    ``about`` is the heading that it stands under.
    """

    id: Text
    """Unlike those of the other checks."""
    says: Text
    """One sentence for people."""
    when: str | None = None
    """The test behind it; without one it is for a person to say."""
    about: str = ""
    """The heading that it stands under."""
    reads: tuple[SectionKind, ...] = ()
    """The parts of a PEP without which it cannot be told."""
    applies: str | None = None
    """A test; where it is false, the point is left out."""
    source: str = ""
    """Where in your own papers it comes from."""
    advice: str | None = None
    """What to do where it is not found."""


class OutcomeData(_Documented):
    """One overall judgement; the first whose ``when`` holds is given. Where the last has a ``when`` too and nothing
    holds, the rule does not decide."""

    level: Text
    """The judgement's short name."""
    label: Text
    """What people read."""
    colour: Text
    """Green, gold, amber or red; any other is shown grey."""
    says: Text
    """One sentence that explains it."""
    when: str | None = None
    """A test over the sections' levels; the last outcome may go without."""


class OverallData(_Documented):
    """The roll-up."""

    outcomes: Annotated[list[OutcomeData], Field(min_length=1)]
    """The judgements; the first whose test holds is given."""


class RubricData(_Documented):
    """A rubric file: sections with levels and a roll-up, a list of checks, or both.

    A ``template`` rates nothing: its criteria are for an authority to write, in a copy of its own.
    """

    id: Text
    """Small letters, digits and _; the file has this name."""
    title: Text
    """What people read."""
    version: Annotated[Text, Field(coerce_numbers_to_str=True)]
    """Raise it whenever you change a rubric that has been used."""
    source: str = ""
    """The document that it comes from."""
    phases: Annotated[list[Phase], Field(min_length=1)]
    """Early years (EY), school age (SSA), post-16 (P16)."""
    does_not_cover: Text = "This does not cover PEPs of this phase."
    """What is said of a PEP of another phase."""
    template: bool = False
    """Rates nothing: it is there to be copied."""
    margin: Annotated[float, Field(gt=0, lt=1)] = 0.2
    """By how much a number in a test may be out before a level is called unsure."""
    settings: dict[str, bool | int | float | str] = Field(default_factory=dict)
    """Your authority's own numbers, by the names that tests use."""
    setting_names: dict[str, Text] = Field(default_factory=dict)
    """What people call a setting, by the name that tests use."""
    levels: list[LevelData] = Field(default_factory=list)
    """Best first."""
    sections: list[SectionData] = Field(default_factory=list)
    """What is rated."""
    overall: OverallData | None = None
    """One judgement of the sections' levels."""
    checks: list[CheckData] = Field(default_factory=list)
    """Points that are looked for and rate nothing."""

    @property
    def fingerprint(self) -> str:
        """Tells one version of a file from another, by all that it says; its comments say nothing."""
        return sha256(self.model_dump_json(exclude_defaults=True).encode()).hexdigest()[:16]

    @property
    def level_ids(self) -> tuple[str, ...]:
        """The levels that a person may give some section: the rubric's, best first, and "NA"."""
        return (*(level.id for level in self.levels), NOT_APPLICABLE)
