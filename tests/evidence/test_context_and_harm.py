"""What turns a statement, and words of harm: a reviewer sees present harm at once, and no denied harm."""

from __future__ import annotations

import pytest
import spacy

from pepinsight.evidence.context import modifiers
from pepinsight.evidence.known import Known, Stretch
from pepinsight.evidence.pipeline import pipeline
from pepinsight.plan import SectionKind


def turned(text: str, word: str) -> frozenset[str]:
    nlp = spacy.blank("en")
    nlp.add_pipe("pep_context")
    doc = nlp(text)
    return modifiers(next(doc[token.i : token.i + 1] for token in doc if token.text == word))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("There has been no bullying this term.", "bullying", {"negated"}),
        ("Bullying was ruled out after the talk.", "Bullying", {"negated"}),
        ("There is bullying on the bus.", "bullying", set()),
        ("Not only bullying but noise upsets him.", "bullying", set()),
        ("No shouting, but bullying goes on.", "bullying", set()),
        ("If bullying starts, ring home.", "bullying", {"hypothetical"}),
        ("He was moved because of past bullying.", "bullying", {"historical"}),
        ("Another child was bullying on Friday.", "bullying", {"other_person"}),
        ("The history lesson covered bullying.", "bullying", set()),
        ("Nothing new. Bullying continues.", "Bullying", set()),
    ],
)
def test_modifiers(text: str, word: str, expected: set[str]) -> None:
    assert turned(text, word) == expected


def harm(text: str, section: SectionKind = SectionKind.SEMH) -> list[tuple[str, str, str]]:
    nlp = pipeline()
    doc = nlp.make_doc(text)
    doc._.pep_known = Known((Stretch(0, len(text), section),), has_plan=True)
    doc = nlp(doc)
    return [(span.text, span.label_, span.id_) for span in doc.spans["safeguarding"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Monday she said she wanted to kill herself.", [("kill herself", "self_harm", "now")]),
        ("He went missing twice in March.", [("went missing", "missing", "now")]),
        ("She has fresh cuts on her arms.", [("cuts on her arms", "self_harm", "now")]),
        ("A boy in her flat hits me, she wrote.", [("hits me", "abuse", "now")]),
        ("There is no self-harm.", []),
        ("Staff had training on county lines.", []),
        ("She did dog grooming at the farm.", []),
        ("Came into care after neglect.", [("neglect", "abuse", "background")]),
    ],
)
def test_words_of_harm(text: str, found: list[tuple[str, str, str]]) -> None:
    assert harm(text) == found


def test_the_reason_for_care_is_background() -> None:
    assert harm("Emotional abuse at home.", SectionKind.CARE_PLAN) == [("Emotional abuse", "abuse", "background")]


def test_a_child_who_goes_missing_or_harms_herself_is_no_background_wherever_it_is_told() -> None:
    assert harm("She went missing twice in March.", SectionKind.CARE) == [("went missing", "missing", "now")]
    assert harm("She is self-harming.", SectionKind.CARE_PLAN) == [("self-harming", "self_harm", "now")]
