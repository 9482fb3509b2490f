"""Findings and rubric files made by hand, for tests of the rubric engine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from pepinsight.documents import Block, BlockKind, Document, Place
from pepinsight.evidence import REGISTRY, Evidence, Findings, Measured
from pepinsight.evidence.findings import Value
from pepinsight.plan import Plan, PlanKind, Section, SectionKind, Span
from pepinsight.rubrics.rubric_file import CriterionData, LevelData, OutcomeData, OverallData, RubricData, SectionData

SMALL = """\
id: small
title: A small rubric
version: "1"
phases: [SSA]
does_not_cover: This rubric is for school age only.
settings:
  enough: 95
levels:
  - {id: good, label: Good, colour: green}
  - {id: fair, label: Fair, colour: amber}
  - {id: poor, label: Poor, colour: red}
sections:
  - id: targets
    title: Targets
    reads: [targets]
    levels:
      good:
        - {id: many, says: Many targets are set., when: new_targets >= 5}
      fair:
        - {id: some, says: Some targets are set., when: new_targets >= 2}
      poor: []
  - id: attendance
    title: Attendance
    reads: [attendance]
    applies: year_group >= 1
    levels:
      good:
        - {id: high, says: Attendance is high., when: attendance_per_cent >= enough}
        - {id: full, says: The child is taught full time., when: not known_part_time}
      poor: []
overall:
  outcomes:
    - {level: red, label: Red, colour: red, says: A section is poor., when: number_at('poor') >= 1}
    - {level: green, label: Green, colour: green, says: No section is poor.}
"""


def rubric_file(folder: Path, text: str = SMALL) -> Path:
    """A rubric file with this text."""
    path = folder / "small.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def plan(parts: dict[SectionKind, str], kind: PlanKind = PlanKind.FULL, phase: str | None = "SSA") -> Plan:
    """A plan of one paragraph a section."""
    text, blocks, sections = "", [], []
    for number, (section, words) in enumerate(parts.items()):
        start = len(text)
        text += words + "\n"
        blocks.append(Block(start, start + len(words), BlockKind.PARAGRAPH, Place(number)))
        sections.append(Section(section, None, (number,)))
    document = Document("made.docx", "docx", "0" * 64, text, tuple(blocks))
    return Plan(document, kind, "other", tuple(sections), phase=phase)


def findings(values: dict[str, Value], of: Plan | None = None) -> Findings:
    """Findings with these values; every other registered feature cannot be told. One quote stands behind each value."""
    of = of or plan({SectionKind.TARGETS: "Read a book.", SectionKind.ATTENDANCE: "Here every day."})
    features = {name: Measured(None) for name in REGISTRY}
    evidence = []
    for number, (name, value) in enumerate(values.items()):
        assert name in REGISTRY, name
        place, section = of.document.place_of(0, 4), of.sections[0].kind
        evidence.append(Evidence(number, name, "made", of.quote(Span(0, 4)), section, 0, 4, place, "Made by hand."))
        features[name] = Measured(value, (number,), REGISTRY[name].looked_in)
    return Findings(of, features, tuple(evidence))


def rollup_file(
    path: Path, sections: Sequence[str], outcomes: Iterable[tuple[tuple[str, str], str | None]], bonus: bool = False
) -> Path:
    """A rubric of bare sections at gold, green, amber or red, with these outcomes: ((id, label), when)."""
    levels = [
        LevelData(id="GO", label="Gold", colour="gold", bonus=bonus),
        LevelData(id="G", label="Green", colour="green"),
        LevelData(id="A", label="Amber", colour="amber"),
        LevelData(id="R", label="Red", colour="red"),
    ]
    criteria = {
        level: [CriterionData(id=f"at_{level}", says="So many targets.", when=f"new_targets >= {number}")]
        for level, number in (("GO", 5), ("G", 3), ("A", 1))
    }
    data = RubricData(
        id="rollup",
        title="A rubric for its roll-up",
        version="1",
        phases=["EY", "SSA", "P16"],
        levels=levels,
        sections=[SectionData(id=id, title=id.upper(), levels=criteria) for id in sections],
        overall=OverallData(
            outcomes=[
                OutcomeData(level=level, label=label, colour="grey", says=f"It is {level}.", when=when)
                for (level, label), when in outcomes
            ]
        ),
    )
    path.write_text(data.model_dump_json(exclude_none=True), encoding="utf-8")
    return path
