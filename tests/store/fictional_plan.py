"""A fictional plan and what might be suggested on it, made by hand so that the store is tested on its own."""

from __future__ import annotations

from datetime import date

from pepinsight.calibration.suggestion import SectionSuggestion, Suggestion
from pepinsight.documents import Block, BlockKind, Document, Line, Place
from pepinsight.evidence import Evidence, Findings, Measured
from pepinsight.plan import Child, Dates, Plan, PlanKind, Section, SectionKind, SignOff, Span, Target
from pepinsight.rubrics.assessment import Assessment, CriterionResult, Overall, SectionRating
from pepinsight.store.writes import sha256_of

QUOTE = "I would like a quiet place at lunch"


def make_plan(content: bytes, quote: str = QUOTE, meeting: date = date(2026, 2, 12)) -> Plan:
    """A plan of one heading and one cell, on a file with these bytes."""
    text = f"My views\n{quote}"
    cell = Place(1, page=2, box=(72.0, 300.5, 400.25, 312.0), table=0, row=0, column=1)
    line = Line(9, len(text), 2, (72.0, 300.5, 400.25, 312.0))
    blocks = (
        Block(0, 8, BlockKind.HEADING, Place(0, page=2), level=1, bold=True),
        Block(9, len(text), BlockKind.CELL, cell, lines=(line,)),
    )
    document = Document("views.pdf", "pdf", sha256_of(content), text, blocks, 3, ((595.0, 842.0),) * 3)
    span = Span(9, len(text))
    return Plan(
        document,
        PlanKind.FULL,
        "other",
        (Section(SectionKind.VIEWS, Span(0, 8), (0, 1)),),
        child=Child("Ottoline Penhaligon", "Otti", ("Ottoline", "Otti"), date(2014, 9, 3)),
        dates=Dates(meeting=meeting, spans=(("meeting", span),)),
        sign_offs=(SignOff("DT", "Marguerite Ashdown", date(2026, 2, 16), span),),
        targets=(Target(span, (span,), (("why", span),), 215.0, date(2026, 5, 22), False),),
    )


def make_suggestion(
    plan: Plan, rubric: str = "birmingham", level: str = "OT", previous: Plan | None = None
) -> Suggestion:
    """Three sections: one sure at ``level``, one unsure, one at the lowest level."""
    start, end = 9, len(plan.document.text)
    evidence = Evidence(
        0,
        "child_voice",
        "first_person",
        plan.document.text[start:end],
        SectionKind.VIEWS,
        start,
        end,
        plan.document.place_of(start, end),
        "The child's own words.",
    )
    features = {
        "child_voice": Measured(True, (0,), (SectionKind.VIEWS, SectionKind.MEETING)),
        "voice_count": Measured(1),
        "attendance": Measured(96.0),
        "reviewed": Measured("brief"),
        "impact": Measured(None),
    }
    findings = Findings(plan, features, (evidence,), previous)
    criteria = (
        CriterionResult("voice", level, "The child's voice is recorded", True, "One statement was found.", (0,)),
        CriterionResult("acted_on", "ET", "The voice is acted on", None, "It cannot be told.", ()),
    )
    given = (("B", "Young person's views", level, False), ("C", "Attendance", "BT", True), ("D", "Carer", "SB", False))
    ratings = tuple(SectionRating(i, title, lv, unsure, (lv,), criteria) for i, title, lv, unsure in given)
    sections = tuple(
        SectionSuggestion(r.id, r.title, r.rule_level, r.rule_level, r.unsure, r.likely, None, None, (), r.criteria)
        for r in ratings
    )
    overall = Overall("inadequate", "Inadequate", "red", "One section is significantly below.")
    return Suggestion(Assessment(rubric, "1", True, None, ratings, overall, findings), sections, overall)
