"""A small rubric of its own, a fictional plan, and what a reviewer decided on it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pepinsight.calibration.suggestion import SectionSuggestion, Suggestion
from pepinsight.documents import Block, BlockKind, Document, Place
from pepinsight.evidence import Evidence, Findings, Measured
from pepinsight.plan import Child, Dates, Field, Plan, PlanKind, Section, SectionKind, Span
from pepinsight.review import Action, Decision
from pepinsight.rubrics import Rubric, load_rubric
from pepinsight.rubrics.assessment import Assessment, CriterionResult

RUBRIC = """
id: shire
title: Shire virtual school, plan quality
version: "1"
phases: [SSA]
does_not_cover: School age only.
levels:
  - {id: ET, label: Exceeding, colour: green}
  - {id: OT, label: Secure, colour: green}
  - {id: BT, label: Emerging, colour: amber}
  - {id: SB, label: Missing, colour: red}
sections:
  - id: V
    title: Child's views
    reads: [views]
    completed_by: [social_worker, school]
    levels: &levels
      ET:
        - id: acted_on
          says: The views shape a target.
          when: words_in('views') > 90
          advice: Name the wish in a target.
      OT: [{id: recorded, says: The views are recorded., when: "words_in('views') > 10"}]
      BT: [{id: mentioned, says: The views are mentioned., when: "words_in('views') > 0"}]
      SB: []
  - {id: T, title: Targets, completed_by: [school], levels: *levels}
  - {id: H, title: Health, completed_by: [social_worker], advice: Update the health part each term., levels: *levels}
  - {id: K, title: Carer, completed_by: [carer], levels: *levels}
overall:
  outcomes:
    - level: weak
      label: Requires work
      colour: amber
      says: Something is below target.
      when: number_at('BT', 'SB') >= 1
    - {level: good, label: Sound plan, colour: green, says: All is on target.}
"""

QUOTE = "I would like a quiet place at lunch because the hall is loud and " + "I get a headache every day " * 5
TEXT = f"Merrow Bridge Academy\n{QUOTE}\x0bYes"


@pytest.fixture
def rubric(tmp_path: Path) -> Rubric:
    path = tmp_path / "shire.yaml"
    path.write_text(RUBRIC, encoding="utf-8")
    return load_rubric(path)


def _plan() -> Plan:
    end = len("Merrow Bridge Academy")
    blocks = (
        Block(0, end, BlockKind.CELL, Place(0, page=1)),
        Block(end + 1, len(TEXT), BlockKind.PARAGRAPH, Place(1, page=3)),
    )
    return Plan(
        Document("plan.pdf", "pdf", "0" * 64, TEXT, blocks, 3),
        PlanKind.FULL,
        "other",
        (Section(SectionKind.VIEWS, None, (0, 1)),),
        fields=(Field(Span(0, 0), Span(0, end), "school", SectionKind.FRONT, False),),
        child=Child(name="Ottoline Penhaligon"),
        year_group=6,
        dates=Dates(meeting=date(2026, 2, 3)),
    )


def _evidence(plan: Plan, number: int, start: int, end: int) -> Evidence:
    quote, place = plan.document.text[start:end], plan.document.place_of(start, end)
    return Evidence(number, "child_voice", "first_person", quote, SectionKind.VIEWS, start, end, place, "Own words.")


@pytest.fixture
def suggestion() -> Suggestion:
    """Suggested: V secure, T exceeding, H missing, K emerging."""
    plan = _plan()
    start = len("Merrow Bridge Academy") + 1
    evidence = (_evidence(plan, 0, start, len(TEXT)), _evidence(plan, 1, len(TEXT) - 3, len(TEXT)))
    findings = Findings(plan, {"child_voice": Measured(True, (0, 1))}, evidence)

    def section(id: str, title: str, level: str, unsure: bool = False) -> SectionSuggestion:
        reached = ("SB", "BT", "OT", "ET").index(level)
        met = {"BT": reached > 0, "OT": reached > 1, "ET": reached > 2}
        criteria = (
            CriterionResult("acted_on", "ET", "The views shape a target.", met["ET"], "Looked in Targets.", (1, 0)),
            CriterionResult("recorded", "OT", "The views are recorded.", met["OT"], "Found 7 words in Views.", (1, 0)),
            CriterionResult("mentioned", "BT", "The views are mentioned.", met["BT"], "Found 7 words in Views.", (0,)),
        )
        return SectionSuggestion(id, title, level, level, unsure, (level,), None, None, (), criteria)

    sections = (
        section("V", "Child's views", "OT"),
        section("T", "Targets", "ET"),
        section("H", "Health", "SB", unsure=True),
        section("K", "Carer", "BT"),
    )
    return Suggestion(Assessment("shire", "1", True, None, (), None, findings), sections, None)


def decision(section: str, level: str | None, action: Action = Action.CONFIRM, reason: str | None = None) -> Decision:
    when = datetime(2026, 2, 20, 14, 30, 5, tzinfo=UTC)
    return Decision(1, section, action, level, reason, "Rosa Thornbury", when, 1, "OT")


@pytest.fixture
def decisions() -> list[Decision]:
    """All four decided; Health set by hand."""
    return [
        decision("V", "OT"),
        decision("T", "ET"),
        decision("H", "BT", Action.CHANGE, "The passport is attached."),
        decision("K", "BT"),
    ]
