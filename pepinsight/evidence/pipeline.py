"""The spaCy pipeline, built once a process, and the Doc it makes of a plan."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pepinsight.evidence.plan_known import known_from
from pepinsight.plan import Plan

COMPONENTS = (
    "pep_sentences",
    "pep_voice_words",
    "pep_people",
    "pep_hollow",
    "pep_speaker",
    "pep_child_voice",
    "pep_carer_voice",
    "pep_context",
    "pep_safeguarding",
)


@cache
def pipeline() -> Language:
    """``spacy.blank("en")`` with pepinsight's components, in the order in which they build on each other."""
    nlp = spacy.blank("en")
    nlp.max_length = 10**8  # no parser or tagger here: long text costs no more memory than its tokens
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def read_text(plan: Plan) -> Doc:
    """One Doc over the whole of the document's text, so offsets into it and into ``document.text`` are the same."""
    nlp = pipeline()
    doc = nlp.make_doc(plan.document.text)
    doc._.pep_known = known_from(plan)
    return nlp(doc)
