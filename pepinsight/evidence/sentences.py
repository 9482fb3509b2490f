"""Sentences that never cross a block of the document, nor break at abbreviations, initials, times or list numbers."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pepinsight.data_files import Strict, load
from pepinsight.evidence.known import known, text_of

if TYPE_CHECKING:
    from thinc.types import Ints2d

_STOP = re.compile(r"(?P<stop>[.!?…]+)(?P<close>[\"'”’)\]]*)(?P<gap>\s+)(?=(?P<next>\S))")
_LIST_MARK = re.compile(r"(?:^|\s)(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})$")
_BULLET = re.compile(r"\n(?=\s*(?:[•▪◦●–-]\s|\n))")


class Abbreviations(Strict):
    """Words whose full stop is no end of a sentence; see ``data/sentences.yaml``."""

    never_ends: frozenset[str]
    may_end: frozenset[str]
    number_follows: frozenset[str]
    single_letters_after: frozenset[str]


@cache
def abbreviations() -> Abbreviations:
    """The list, read once a process."""
    return load(Path(__file__).parent / "data" / "sentences.yaml", Abbreviations)


class Sentences:
    """spaCy component ``pep_sentences``: sets ``Token.is_sent_start`` from the blocks and the punctuation."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark where sentences start. Blocks come from ``doc._.pep_known``; without it each line is a block."""
        if not len(doc):
            return doc
        starts: list[int] = []
        text = text_of(doc)
        for stretch in known(doc).stretches:
            starts.append(stretch.start)
            starts.extend(stretch.start + at for at in breaks(text[stretch.start : stretch.end]))
        offsets = doc.to_array("IDX")
        marks = np.full(len(doc), -1, dtype="int64")
        marks[0] = 1
        firsts = np.searchsorted(offsets, np.array(starts, dtype="uint64"))
        marks[firsts[firsts < len(doc)]] = 1
        doc.from_array(["SENT_START"], cast("Ints2d", marks.astype("uint64").reshape(-1, 1)))
        return doc


def breaks(text: str) -> list[int]:
    """Offsets in one block's ``text`` at which a new sentence starts, the first one left out."""
    found = [match.end() for match in _STOP.finditer(text) if _ends(text, match)]
    found.extend(match.end() for match in _BULLET.finditer(text))
    return sorted(set(found))


def _ends(text: str, match: re.Match[str]) -> bool:
    following = match["next"]
    closed = match["close"].strip(")]")
    if following.islower() and (closed or match["stop"] != "."):
        return False  # "Why?" he asked
    if match["stop"] != "." or match["close"]:
        return True
    before = text[max(0, match.start() - 24) : match.start()]
    words = before.split()
    word = words[-1].lstrip("(\"'“‘[").lower() if words else ""
    rules = abbreviations()
    if word in rules.never_ends or (following.isdigit() and word in rules.number_follows):
        return False
    if _LIST_MARK.search(before) and _at_line_start(text, match.start() - len(word)):
        return False
    if len(word) == 1 and words[-1][-1].isupper() and following.isupper():
        return word == "i" or (len(words) > 1 and words[-2].lower() in rules.single_letters_after)
    return not following.islower() or (word not in rules.may_end and len(word) > 1)


def _at_line_start(text: str, offset: int) -> bool:
    before = text[:offset].rsplit("\n", 1)[-1].strip(" •-(")
    return not before or before[-1] in ".!?;:"


@Language.factory("pep_sentences", assigns=["token.is_sent_start", "doc.sents"])
def create_sentences(nlp: Language, name: str) -> Sentences:
    """Factory for ``nlp.add_pipe("pep_sentences")``."""
    return Sentences()
