"""A QA officer's remarks in a print of the plan (the "Full PEP"): set aside from the evidence, and shown as feedback.

Seed 002, lines 79 to 85.
"""

from __future__ import annotations

from pepinsight.evidence.reading import Reading
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.plan import SectionKind
from pepinsight.plan.pairs import is_blank


@feature(
    "qa_remarks",
    type=int,
    unit="remarks",
    looked_in=(SectionKind.QUALITY,),
    describes="a QA officer's remarks on the plan, which are no evidence",
    source="seed 002, lines 79 to 85",
)
def qa_remarks(reading: Reading) -> Answer:
    """The words under the headings and labels of quality assurance."""
    plan = reading.plan
    labels = {item.label for item in plan.fields if item.kind == "qa_remark"}
    spans = tuple(
        span
        for span in plan.spans_of(SectionKind.QUALITY)
        if span not in labels and not is_blank(plan.document, span, (plan.document.block_at(span.start),))
    )
    return Answer(len(spans), tuple(Shown(span, "qa_remark", "A QA officer's remark, set aside.") for span in spans))
