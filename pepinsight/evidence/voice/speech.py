"""A Doc laid out for saying who speaks in it, and what is said of each passage."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Doc

from pepinsight.evidence.known import Stretch, known
from pepinsight.evidence.small_words import SMALL
from pepinsight.evidence.voice.owners import Owners
from pepinsight.evidence.voice.subjects import Text
from pepinsight.plan import SectionKind

VOICES = frozenset({"child", "carer", "parent"})
_READ_SO = 2
"""How many answers of a child's page must read like staff's for the whole page to be theirs."""
HOME = frozenset({"carer", "parent"})


@dataclass(frozen=True, slots=True)
class Said:
    """Words of one speaker: token interval, role, and the rule that says so."""

    start: int
    end: int
    role: str
    rule: str


class Voices:
    """One reading of a Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = Text.of(doc)
        self.owners = Owners(doc, self.text.raw, self.text.initials)
        self.lower = self.text.lower
        self.sentences = [(sentence.start, sentence.end) for sentence in doc.sents]
        self._by_staff: frozenset[tuple[SectionKind | None, str]] | None = None
        self.views_refused = False  # set while reading: prose after a refusal tells of no answer
        self.offsets: list[int] = doc.to_array("IDX").tolist()
        self.answers = Counter(
            _key(self.text.raw[s.start : s.end]) for s in known(doc).stretches if s.section == SectionKind.VIEWS
        )

    def written_by_staff(self, stretch: Stretch) -> bool:
        """Whether staff filled in the child's page on which this stands: a line says so, or the answers read like
        theirs and nobody says "I" in any of them."""
        return (stretch.section, stretch.heading) in self._staffed()

    def _staffed(self) -> frozenset[tuple[SectionKind | None, str]]:
        if self._by_staff is None:
            pages: dict[tuple[SectionKind | None, str], list[Stretch]] = {}
            for index, stretch in enumerate(known(self.doc).stretches):
                if self.owners.of(index).role == "child":
                    pages.setdefault((stretch.section, stretch.heading), []).append(stretch)
            self._by_staff = frozenset(page for page, stretches in pages.items() if self._is_staffs(stretches))
        return self._by_staff

    def _is_staffs(self, stretches: list[Stretch]) -> bool:
        read = own = 0
        for stretch in stretches:
            start, end = bisect_left(self.offsets, stretch.start), bisect_left(self.offsets, stretch.end)
            if self.text.cues.has("on_behalf", start, end):
                return True
            if stretch.is_prompt:
                continue
            if self.text.cues.has("example", start, end):
                continue
            own += any(self.lower[at] in SMALL.first_person or self.text.in_quote[at] >= 0 for at in range(start, end))
            read += self.text.cues.has("appraisal", start, end)
        return read >= _READ_SO and not own

    def on_a_scale(self, stretch: Stretch) -> bool:
        """A short answer that stands twice or more is a place on a scale ("going well"), not a statement."""
        words = _key(self.text.raw[stretch.start : stretch.end])
        return len(words.split()) <= 3 and self.answers[words] > 1

    def sentences_of(self, stretch: Stretch) -> list[tuple[int, int]]:
        """The sentences of a stretch as token intervals, whitespace at their ends left out."""
        first = bisect_left(self.offsets, stretch.start)
        last = bisect_left(self.offsets, stretch.end)
        at = bisect_left(self.sentences, (first, 0))
        found = []
        while at < len(self.sentences) and self.sentences[at][0] < last:
            start, end = self.sentences[at][0], min(self.sentences[at][1], last)
            while end > start and self.text.space[end - 1]:
                end -= 1
            while start < end and (self.text.space[start] or self.lower[start] in SMALL.marks):
                start += 1
            if end > start:
                found.append((start, end))
            at += 1
        return found


def subject_form(pronoun: str) -> str:
    """ "she" for "her" and "herself"; any other word as it is."""
    return SMALL.subject_form.get(pronoun, pronoun)


def _key(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))
