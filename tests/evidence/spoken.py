"""A short way to a Doc that knows what a plan knows: the child's name, the carer's, each block's section and prompt."""

from __future__ import annotations

from spacy.tokens import Doc

from pepinsight.evidence.known import Known, Stretch
from pepinsight.evidence.pipeline import pipeline
from pepinsight.plan import SectionKind

Block = tuple[SectionKind, str, str]
"""Section, prompt ("" for none), words."""

VIEWS, CARER, MEETING, TARGETS, SEMH = (
    SectionKind.VIEWS,
    SectionKind.CARER,
    SectionKind.MEETING,
    SectionKind.TARGETS,
    SectionKind.SEMH,
)


def read(*blocks: Block, pronoun: str = "she") -> Doc:
    """The Doc of these blocks in Tamsin Oakes's plan: carers Priya and Len Dutta, tutor Mr Frome, worker Ada Quist."""
    text = ""
    stretches = []
    for section, prompt, words in blocks:
        stretches.append(Stretch(len(text), len(text) + len(words), section, prompt))
        text += words + "\n"
    nlp = pipeline()
    doc = nlp.make_doc(text)
    doc._.pep_known = Known(
        stretches=tuple(stretches),
        child=("Tamsin Oakes", "Tamsin"),
        pronouns=(pronoun,),
        people=(
            ("Priya Dutta", "carer"),
            ("Len Dutta", "carer"),
            ("Mr Frome", "school"),
            ("Ada Quist", "social_worker"),
        ),
        has_plan=True,
    )
    return nlp(doc)


def said(doc: Doc, group: str) -> list[str]:
    """The words of a span group, in order."""
    return [span.text for span in doc.spans[group]]
