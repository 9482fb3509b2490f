"""Labelled sections made by rule, for tests of training: a small rubric, and authors who follow it more or less."""

from __future__ import annotations

import random
from pathlib import Path

from pepinsight.calibration.settings import Inputs, Settings
from pepinsight.calibration.train import Case
from pepinsight.documents import Block, BlockKind, Document, Place
from pepinsight.evidence import REGISTRY, Evidence, Findings, Measured
from pepinsight.evidence.findings import Value
from pepinsight.plan import Plan, PlanKind, Section, SectionKind
from pepinsight.rubrics import Rubric, load_rubric

TEXT = "Kai wants to read a whole book by June."

RUBRIC = """\
id: small
title: A small rubric
version: "1"
phases: [SSA]
does_not_cover: School age only.
levels:
  - {id: good, label: Good, colour: green}
  - {id: fair, label: Fair, colour: amber}
  - {id: poor, label: Poor, colour: red}
sections:
  - id: T
    title: Targets
    levels:
      good:
        - {id: many, says: Many targets are set., when: new_targets >= 6}
      fair:
        - {id: some, says: Some targets are set., when: new_targets >= 3}
      poor: []
  - id: S
    title: Support
    applies: not send_stated_none
    levels:
      good:
        - {id: support, says: Support is set out., when: send_support >= 2}
      poor: []
overall:
  outcomes:
    - {level: red, label: Red, colour: red, says: A section is poor., when: number_at('poor') >= 1}
    - {level: green, label: Green, colour: green, says: No section is poor.}
"""

SETTINGS = Settings(
    rubric="small",
    section_strength=1.0,
    blend_strength=1.0,
    sure_share=0.7,
    sure_share_of_each=0.4,
    near=0.05,
    move_margin=0.2,
    seen_weight=0.3,
    sections={
        "T": Inputs(more=("new_targets", "targets_smart", "premium_linked"), less=("child_voice_refused",)),
        "S": Inputs(more=("send_support", "send_facts"), less=("send_blank",)),
    },
)


def small_rubric(folder: Path) -> Rubric:
    """The rubric above, read from a file in ``folder``."""
    path = folder / "small.yaml"
    path.write_text(RUBRIC, encoding="utf-8")
    return load_rubric(path)


def found(quoted: bool = True, **values: Value) -> Findings:
    """Findings with these values, each behind the same quote when ``quoted``; nothing else can be told."""
    document = Document("made.docx", "docx", "0" * 64, TEXT, (Block(0, len(TEXT), BlockKind.PARAGRAPH, Place(0)),))
    plan = Plan(document, PlanKind.FULL, "other", (Section(SectionKind.TARGETS, None, (0,)),), phase="SSA")
    quote = Evidence(0, "new_targets", "made", TEXT, SectionKind.TARGETS, 0, len(TEXT), Place(0), "Made by hand.")
    features = {name: Measured(values.get(name), (0,) if quoted and name in values else ()) for name in REGISTRY}
    return Findings(plan, features, (quote,))


def cases(rubric: Rubric, authors: str = "abcde", each: int = 12, seed: int = 7) -> list[Case]:
    """Cases whose labels follow what stands behind the counts, so that the rule is right more often than not."""
    chance, made = random.Random(seed), []
    for author in authors:
        for _ in range(each):
            worth = chance.randrange(3)
            findings = found(
                new_targets=max(0, 3 * worth + chance.choice((-1, 0, 1, 2))),
                targets_smart=2 * worth + chance.choice((0, 1)),
                premium_linked=worth + chance.choice((0, 1)),
                child_voice_refused=worth == 0 and chance.random() < 0.5,
                send_support=worth + chance.choice((0, 1)),
                send_facts=4 * worth + chance.randrange(4),
                send_blank=chance.randrange(3 - worth),
            )
            values = {name: measured.value for name, measured in findings.features.items()}
            label = rubric.levels[2 - worth]
            for rating in rubric.rate(findings).sections:
                made.append(Case(author, rating, values, label))
    return made
