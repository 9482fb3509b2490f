"""The closed classes of small words that finding a verb's subject rests on; see ``data/small_words.yaml``."""

from __future__ import annotations

from pathlib import Path

from pepinsight.data_files import Strict, load


class SmallWords(Strict):
    """One set of words for each class."""

    first_person: frozenset[str]
    ours: frozenset[str]
    first: frozenset[str]
    groups: frozenset[str]
    third: frozenset[str]
    possessive: frozenset[str]
    subject_form: dict[str, str]
    objects: frozenset[str]
    being: frozenset[str]
    passive: frozenset[str]
    modal: frozenset[str]
    indefinite: frozenset[str]
    compounds: frozenset[str]
    able: frozenset[str]
    condition: frozenset[str]
    joining: frozenset[str]
    opens_clause: frozenset[str]
    prepositions: frozenset[str]
    carriers: frozenset[str]
    answers: frozenset[str]
    plain_verbs: frozenset[str]
    offers: frozenset[str]
    plans: frozenset[str]
    says: frozenset[str]
    promises: frozenset[str]
    self_named: frozenset[str]
    with_names: frozenset[str]
    bare_answers: frozenset[str]
    verdicts: frozenset[str]
    marks: frozenset[str]
    titles: tuple[str, ...]
    determiners: frozenset[str]
    recited: frozenset[str]
    clause_opens: frozenset[str]
    finite: frozenset[str]
    breaks: frozenset[str]
    sought: frozenset[str]
    habitual: frozenset[str]
    repeated: frozenset[str]
    reflexive: frozenset[str]
    pointing: frozenset[str]
    minded: frozenset[str]
    impersonal: frozenset[str]
    likes: frozenset[str]
    speaking: frozenset[str]
    bids: frozenset[str]
    words_of: frozenset[str]
    stances: frozenset[str]
    tastes: frozenset[str]
    unspelt: frozenset[str]
    greetings: frozenset[str]
    minds_about: frozenset[str]
    unsure: frozenset[str]
    spoken: frozenset[str]
    often: frozenset[str]
    says_it: frozenset[str]
    wish_nouns: frozenset[str]
    watching: frozenset[str]
    references: frozenset[str]
    supposing: frozenset[str]
    agreeing: frozenset[str]
    told: frozenset[str]
    title_pronouns: dict[str, str]
    no_person: frozenset[str]


SMALL = load(Path(__file__).parent / "data" / "small_words.yaml", SmallWords)
"""The words, read when the pipeline is first imported."""
