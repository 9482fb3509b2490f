"""Slips of the finger, and English as it is spoken at home."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable

from rewriting import Rewrite, replacing
from swaps import WORDS

from pepinsight.plan import Plan

_WORD = re.compile(r"\b[a-z]{4,}\b")


def typos(share: float, seed: int, plan: Plan) -> Rewrite:
    """A slip in this share of the words of four letters or more: two letters change places, one is lost or doubled.

    The form's own labels and headings are printed, and names come from the system: they stay.
    """
    chance = random.Random(seed)
    printed = {plan.quote(field.label).strip(" :") for field in plan.fields}
    printed |= {plan.quote(section.title).strip(" :") for section in plan.sections if section.title}

    def rewrite(text: str) -> Iterable[tuple[int, int, str]]:
        label = max((len(words) for words in printed if words and text.strip().startswith(words)), default=0)
        for match in _WORD.finditer(text, label):
            if chance.random() < share:
                yield *match.span(), _slip(match.group(), chance)

    return rewrite


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    return chance.choice(
        (
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
        )
    )


def dialect(text: str) -> Iterable[tuple[int, int, str]]:
    """ "He dont", "we was", dropped g's and h's of nobody's fault."""
    yield from replacing(WORDS["dialect"], ignore_case=True)(text)


def dropped_g(text: str) -> Iterable[tuple[int, int, str]]:
    """ "Goin", "doin": verbs in -ing without their g; nouns and the form's words ("meeting", "reading") keep it."""
    for match in re.finditer(r"\b([a-z]{2,}in)g\b", text):
        if match.group() not in WORDS["keep_g"]:
            yield *match.span(), match.group(1) + "'"
