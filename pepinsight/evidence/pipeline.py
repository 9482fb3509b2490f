"""The spaCy pipeline, built once a process, and the Doc it makes of a plan."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pepinsight.plan import Plan


@cache
def pipeline() -> Language:
    """``spacy.blank("en")`` with pepinsight's components, in the order in which they build on each other."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def read_text(plan: Plan) -> Doc:
    """One Doc over the whole of the document's text, so offsets into it and into ``document.text`` are the same."""
    return pipeline()(plan.document.text)
