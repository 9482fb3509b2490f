"""The spaCy pipeline, built once a process, and the Doc it makes of a plan."""

from __future__ import annotations

import re
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

MOST_WORDS = 2**16
"""How many words the tokenizer remembers with their tokens; its own limit of 10,000 is that of a hundred plans."""
_WORD = re.compile(r"\S+|\n+")


@cache
def pipeline() -> Language:
    """``spacy.blank("en")`` with pepinsight's components, in the order in which they build on each other."""
    nlp = spacy.blank("en")
    nlp.max_length = 10**8  # no parser or tagger here: long text costs no more memory than its tokens
    tokenizer: Any = nlp.tokenizer  # the stubs leave out what is set here
    tokenizer.max_cache_size = MOST_WORDS
    vocab: Any = nlp.vocab
    vocab.lex_attr_getters = {name: vocab.lex_attr_getters[name] for name in LEXEME}  # each is asked of each new word
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def read_text(plan: Plan) -> Doc:
    """One Doc over the whole of the document's text, so offsets into it and into ``document.text`` are the same."""
    nlp = pipeline()
    _learn_words(plan.document.text)
    doc = nlp.make_doc(plan.document.text)
    doc._.pep_known = known_from(plan)
    return nlp(doc)


def _learn_words(text: str) -> None:
    """Cut each new word into tokens by itself, which the tokenizer then remembers.

    Of a whole text it remembers nothing behind the first contraction ("don't"), and cuts the same words again in every
    plan: four fifths of its time.
    """
    words = _words()
    if len(words) < MOST_WORDS:
        new = set(_WORD.findall(text)) - words
        for word in new:
            pipeline().tokenizer(word)
        words |= new


@cache
def _words() -> set[str]:
    """The words that the tokenizer was given alone."""
    return set()
