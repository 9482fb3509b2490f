"""The spaCy pipeline, built once a process, and the Doc it makes of a plan."""

from __future__ import annotations

from functools import cache
from typing import Any

import spacy
from spacy.attrs import IS_ALPHA, IS_SPACE, IS_TITLE, LOWER, NORM  # type: ignore[import-not-found]  # no stub
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

LEXEME = (LOWER, NORM, IS_ALPHA, IS_SPACE, IS_TITLE)
"""What the components ask of a word; all else (``token.like_num`` and so on) is not worked out, and always false."""


@cache
def pipeline() -> Language:
    """``spacy.blank("en")`` with pepinsight's components, in the order in which they build on each other."""
    nlp = spacy.blank("en")
    nlp.max_length = 10**8  # no parser or tagger here: long text costs no more memory than its tokens
    vocab: Any = nlp.vocab  # its stub leaves this out
    vocab.lex_attr_getters = {name: vocab.lex_attr_getters[name] for name in LEXEME}  # each is asked of each new word
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def read_text(plan: Plan) -> Doc:
    """One Doc over the whole of the document's text, so offsets into it and into ``document.text`` are the same."""
    nlp = pipeline()
    doc = nlp.make_doc(plan.document.text)
    doc._.pep_known = known_from(plan)
    return nlp(doc)
