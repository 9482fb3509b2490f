"""Sentences that fill a plan and say nothing of this child: law and policy, claims about the plan itself, placeholder
text, random letters, and praise without a fact. No rating may rest on them (seed 000, lines 46 to 68, ask for the
child's own particulars).

A sentence that names anybody, gives a date, or in which somebody speaks as "I" or is "he" or "she", is never hollow but
for gibberish.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from pepinsight.evidence.cues import cues
from pepinsight.evidence.known import known, text_of
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.sentences import Sentences
from pepinsight.evidence.voice.people import person_aliases

GROUP = "pep_hollow"
GIBBERISH = "gibberish"
PRAISE = "praise"
CLAIM = "claim"

_SOMEBODY = re.compile(
    r"\b(?:I|I['’]\w+|[Mm]y|[Mm]e|[Mm]ine|[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|Mr|Mrs|Ms|Miss|Mx|Dr)\b|[\"“”]"
)
_DATED = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} \d{2,4}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b")
_FIGURE = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_CLUSTER = re.compile(r"[bcdfghjklmnpqrstvxz]{4,}|^[bcdfghjklmnpqrstvxz]+$|q(?!u)")
FEWEST_WORDS = 5
"""A shorter sentence may be an answer ("Recorded on the form", "Lovely") and is left alone."""
PLAN_WORDS = 3
WORDS_APIECE = 6
"""A sentence of which at least every sixth word is on the plan as a paper is about the paper."""
FEWEST_CLAIMS = 2
"""So many claims about the plan, and no fewer than half of a block's sentences, tell what the others are."""
FEWEST_UNREADABLE = 3
UNREADABLE = 0.3
"""Share of the longer words with four consonants in a row, or no vowel, from which a text is taken for random letters.
English, Polish and Welsh prose stays under a tenth."""


class Hollow:
    """spaCy component ``pep_hollow``: leaves ``doc.spans["pep_hollow"]``, the label says of what kind each is."""

    def __call__(self, doc: Doc) -> Doc:
        """Look at every sentence; one among random letters in its own block is random too."""
        if not doc.has_annotation("SENT_START"):
            doc = Sentences()(doc)
        blocks = known(doc).stretches
        text = text_of(doc)
        unreadable = [block for block in blocks if _is_random(text, block.start, block.end)]
        starts = [block.start for block in unreadable]
        found = []
        for sentence in doc.sents:
            start, said = sentence.start_char, text[sentence.start_char : sentence.end_char]
            at = bisect_right(starts, start) - 1
            within = at >= 0 and start < unreadable[at].end
            kind = GIBBERISH if within else _kind(text, start, sentence.end_char)
            if kind is not None and (kind == GIBBERISH or not _SOMEBODY.search(said)):
                found.append(Span(doc, sentence.start, sentence.end, label=kind))
        names = _names(doc) if found else None
        found = [s for s in found if s.label_ == GIBBERISH or not (names and names.search(s.text))]
        doc.spans[GROUP] = sorted([*found, *_among_claims(doc, found, names)], key=lambda span: span.start)
        return doc


def _among_claims(doc: Doc, found: list[Span], names: re.Pattern[str] | None) -> Iterator[Span]:
    """The other sentences of blocks that are mostly claims about the plan: those that name nobody and give no figure
    say no more of the child ("Attendance is recorded.")."""
    claims = {span.start for span in found if span.label_ == CLAIM}
    taken = {span.start for span in found}
    sentences = list(doc.sents)
    starts = [sentence.start_char for sentence in sentences]
    for block in known(doc).stretches if claims else ():
        inside = sentences[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        count = sum(sentence.start in claims for sentence in inside)
        if count < FEWEST_CLAIMS or 2 * count < len(inside):
            continue
        for sentence in inside:
            said = sentence.text
            plain = not (_SOMEBODY.search(said) or _FIGURE.search(said) or (names and names.search(said)))
            if sentence.start not in taken and plain:
                yield Span(doc, sentence.start, sentence.end, label=CLAIM)


def _names(doc: Doc) -> re.Pattern[str] | None:
    """The names of the child and of everybody whom the plan lists."""
    given = known(doc)
    aliases = set(given.child).union(*(person_aliases(name) for name, _ in given.people))
    aliases |= {name.split()[0] for name in given.child}
    named = sorted(re.escape(alias) for alias in aliases if alias[:1].isupper())
    return re.compile(rf"(?<!\w)(?:{'|'.join(named)})(?!\w)") if named else None


def kind_of(text: str) -> str | None:
    """What sort of hollow words a sentence would be if it names nobody; None for all others."""
    return _kind(text, 0, len(text))


def _kind(text: str, start: int, end: int) -> str | None:
    """The same for a sentence of a plan's whole text."""
    said = text[start:end]
    words = _WORD.findall(said)
    if len(words) < FEWEST_WORDS:
        return None
    if _unreadable(words) or _times("placeholder", text, start, end) or _times("jumbled", text, start, end) >= 2:
        return GIBBERISH
    if _DATED.search(said):
        return None
    if _times("law", text, start, end) or _times("general", text, start, end) >= 2:
        return "policy"
    if _times("instruction", text, start, end):
        return CLAIM
    found = cues("hollow")["about_the_plan"].find_at(text, start, end)
    of_the_plan = {match.group().lower() for match in found}
    if len(of_the_plan) >= PLAN_WORDS and len(words) <= WORDS_APIECE * len(of_the_plan):
        return CLAIM
    if _FIGURE.search(said):
        return None
    if _times("claim", text, start, end):
        return CLAIM
    return PRAISE if _times(PRAISE, text, start, end) >= 2 else None


def _is_random(text: str, start: int, end: int) -> bool:
    """Whether a whole block is letters or words at random."""
    return _unreadable(_WORD.findall(text, start, end)) or _times("jumbled", text, start, end) >= 3


def _unreadable(words: list[str]) -> bool:
    """Whether too many of the words have no letters that could be spoken, as in no language written with vowels."""
    longer = {word.lower() for word in words if len(word) > 3 and not word.isupper()}
    unreadable = sum(map(_is_unreadable, longer))
    return unreadable >= FEWEST_UNREADABLE and unreadable >= UNREADABLE * len(longer)


@lru_cache(maxsize=2**14)
def _is_unreadable(word: str) -> bool:
    return _CLUSTER.search(word) is not None


def _times(cue: str, text: str, start: int, end: int) -> int:
    return sum(1 for _ in cues("hollow")[cue].find_at(text, start, end))


@once
def hollow_stretches(reading: Reading) -> tuple[list[int], list[int], list[str]]:
    """Starts, ends and kinds of the hollow sentences, as offsets into the text."""
    spans = reading.doc.spans.get(GROUP) or ()
    return [s.start_char for s in spans], [s.end_char for s in spans], [s.label_ for s in spans]


def is_hollow(reading: Reading, start: int, end: int) -> bool:
    """Whether these words stand in a hollow sentence."""
    starts, ends, _ = hollow_stretches(reading)
    at = bisect_left(starts, max(start + 1, (start + end) // 2)) - 1
    return at >= 0 and (start + end) // 2 < ends[at]


def substance(doc: Doc, spoken: list[Span]) -> list[Span]:
    """The passages less those that stand in a hollow sentence; praise stays, since somebody may have said it."""
    hollow = [span for span in doc.spans.get(GROUP) or () if span.label_ != PRAISE]
    starts = [span.start for span in hollow]
    kept = []
    for span in spoken:
        at = bisect_left(starts, span.start + 1) - 1
        if at < 0 or hollow[at].end <= span.start:
            kept.append(span)
    return kept


@Language.factory("pep_hollow")
def create_hollow(nlp: Language, name: str) -> Hollow:
    """Factory for ``nlp.add_pipe("pep_hollow")``."""
    return Hollow()
