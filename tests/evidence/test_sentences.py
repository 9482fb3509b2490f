"""Sentences: a reviewer is shown whole sentences, never half of one, and never one that runs into the next answer."""

from __future__ import annotations

import itertools

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from pepinsight.evidence.known import Known, Stretch
from pepinsight.evidence.sentences import Sentences, breaks


def sentences(text: str) -> list[str]:
    cuts = [0, *breaks(text), len(text)]
    return [text[a:b].strip() for a, b in itertools.pairwise(cuts)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mrs. Ives met Dr. Poole. They agreed.", ["Mrs. Ives met Dr. Poole.", "They agreed."]),
        (
            "The review is w/c 9 Feb. 2026 at 2.45pm. All came.",
            ["The review is w/c 9 Feb. 2026 at 2.45pm.", "All came."],
        ),
        ("Bring aids, e.g. a pen grip. Start now.", ["Bring aids, e.g. a pen grip.", "Start now."]),
        ("J. Marsh and R. K. Bell came. Good.", ["J. Marsh and R. K. Bell came.", "Good."]),
        ("She moved up to set A. He is in set B.", ["She moved up to set A.", "He is in set B."]),
        ('"Why now?" she asked. Nobody knew.', ['"Why now?" she asked.', "Nobody knew."]),
        ('"I swim. I dive." Then home.', ['"I swim.', 'I dive."', "Then home."]),
        ("1. Spelling to 40. 2. Reading daily.", ["1. Spelling to 40.", "2. Reading daily."]),
        ("its loud. i go out. then i am ok", ["its loud.", "i go out.", "then i am ok"]),
        ("Best thing: the pool", ["Best thing: the pool"]),
        ("Maths, P.E., art etc. are fine. Music too.", ["Maths, P.E., art etc. are fine.", "Music too."]),
        ("Rated 7.5 out of 10! Great…", ["Rated 7.5 out of 10!", "Great…"]),
    ],
)
def test_sentence_ends(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_sentence_never_crosses_a_block() -> None:
    doc = spacy.blank("en").make_doc("no full stop here\nand none there")
    doc._.pep_known = Known((Stretch(0, 17), Stretch(18, 32)))
    assert [s.text.strip() for s in Sentences()(doc).sents] == ["no full stop here", "and none there"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB1 .!?\"'“”‘’:\n\t•()…é,-"), max_size=120))
def test_sentences_cover_any_text(text: str) -> None:
    doc = Sentences()(spacy.blank("en").make_doc(text))
    if len(doc):
        assert "".join(sentence.text_with_ws for sentence in doc.sents) == text
        assert all(doc.text[s.start_char : s.end_char] == s.text for s in doc.sents)
