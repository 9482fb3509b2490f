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
from pepinsight.evidence.voice.voice_words import stands_in
from pepinsight.plan import SectionKind

VOICES = frozenset({"child", "carer", "parent"})
_READ_SO = 2
"""How many answers of a child's page must read like staff's for the whole page to be theirs."""
HOME = frozenset({"carer", "parent"})
STAFF = ("school", "social_worker", "agency")


@dataclass(frozen=True, slots=True)
class Said:
    """Words of one speaker: token interval, role, and the rule that says so."""

    start: int
    end: int
    role: str
    rule: str


@dataclass(frozen=True, slots=True)
class Page:
    """The child's page under one heading. In how many of its answers the child says "I" (``own``), and with nothing in
    quotation marks beside it (``plain``); tells of itself as "he" or "she" or is told of so (``third``); in how many
    something stands in quotation marks (``quoting``), or staff praise or judge (``appraised``). Whether a line says
    that the page was filled in for the child (``on_behalf``), that the words are the child's as heard by another
    (``rendered``), or who wrote them down (``scribed``)."""

    own: int = 0
    plain: int = 0
    third: int = 0
    quoting: int = 0
    appraised: int = 0
    on_behalf: bool = False
    rendered: bool = False
    scribed: bool = False


_NO_PAGE = Page()
_SCRIBES_LINE = 200


class Voices:
    """One reading of a Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = Text.of(doc)
        self.owners = Owners(doc, self.text.raw, self.text.initials)
        self.lower = self.text.lower
        self.sentences = [(sentence.start, sentence.end) for sentence in doc.sents]
        self._pages: dict[tuple[SectionKind | None, str], Page] | None = None
        self._logged: frozenset[tuple[SectionKind | None, str]] | None = None
        self.views_refused = False  # set while reading: prose after a refusal tells of no answer
        starts, lengths = doc.to_array(["IDX", "LENGTH"]).T
        self.offsets: list[int] = starts.tolist()
        self._ends: list[int] = (starts + lengths).tolist()
        self.answers = Counter(
            _key(self.text.raw[s.start : s.end]) for s in known(doc).stretches if s.section == SectionKind.VIEWS
        )

    def words(self, start: int, end: int) -> str:
        """The words of these tokens as they stand in the text."""
        return self.text.raw[self.offsets[start] : self._ends[end - 1]]

    def written_by_staff(self, stretch: Stretch) -> bool:
        """Whether staff filled in the child's page on which this stands: a line says so, or the answers read like
        theirs and nobody says "I" in any of them."""
        page = self._page(stretch)
        return page.on_behalf or (page.appraised >= _READ_SO and not (page.own or page.quoting))

    def is_rendered(self, stretch: Stretch) -> bool:
        """Whether an interpreter or scribe put the child's answers on this page into the third person: a line or label
        says that the words are the child's as they were heard, and most answers tell of "he" or "she"."""
        page = self._page(stretch)
        return page.rendered and page.third > page.own

    def speaks_for_itself(self, stretch: Stretch) -> bool:
        """Whether the child's page on which this stands says "I", and nobody tells it of "him" or "her"."""
        page = self._page(stretch)
        return page.own > page.third

    def is_childs_alone(self, stretch: Stretch) -> bool:
        """Whether the child says "I" in two answers of this page or more, and nobody narrates any of it."""
        page = self._page(stretch)
        return page.plain >= _READ_SO and not (page.third or page.appraised or page.scribed or page.on_behalf)

    def is_noted(self, stretch: Stretch) -> bool:
        """Whether somebody kept notes on the child's page, with the child's words in quotation marks alone."""
        page = self._page(stretch)
        return page.quoting >= _READ_SO and not page.own

    def is_home_log(self, stretch: Stretch) -> bool:
        """Whether the carer's part is copied from what the home writes down from day to day, as a line there says."""
        if self._logged is None:
            parts = [s for s in known(self.doc).stretches if s.section is SectionKind.CARER]
            logs = (s for s in parts if stands_in("home_log", self.text.raw[s.start : s.end][:_SCRIBES_LINE]))
            self._logged = frozenset(_page_of(s) for s in logs)
        return _page_of(stretch) in self._logged

    def is_scribed(self, stretch: Stretch) -> bool:
        """Whether a line on the child's page says who wrote it, and the child's words stand in quotation marks: then
        "I" outside them is the scribe, as long as no answer without them says "I"."""
        page = self._page(stretch)
        return page.scribed and page.quoting >= _READ_SO and not page.plain

    def _page(self, stretch: Stretch) -> Page:
        if self._pages is None:
            stretches: dict[tuple[SectionKind | None, str], list[Stretch]] = {}
            for index, other in enumerate(known(self.doc).stretches):
                if self.owners.of(index).role == "child" or self._is_scribes(other):
                    stretches.setdefault(_page_of(other), []).append(other)
            self._pages = {key: self._read_page(page) for key, page in stretches.items()}
        return self._pages.get(_page_of(stretch), _NO_PAGE)

    def _read_page(self, stretches: list[Stretch]) -> Page:
        rendered = any(
            stands_in("rendered", words)
            for s in stretches
            for words in (s.heading, self.text.raw[s.start : s.end][:200])
        )
        own = plain = third = quoting = appraised = 0
        on_behalf = False
        scribed = any(self._is_scribes(stretch) for stretch in stretches)
        for stretch in stretches:
            start, end = bisect_left(self.offsets, stretch.start), bisect_left(self.offsets, stretch.end)
            on_behalf = on_behalf or self.text.cues.has("on_behalf", start, end)
            if stretch.is_prompt or self.text.cues.has("example", start, end) or self._is_scribes(stretch):
                continue
            outside = [at for at in range(start, end) if self.text.in_quote[at] < 0]
            first = any(self.lower[at] in SMALL.first_person for at in outside)
            own += first
            quoting += len(outside) < end - start
            plain += first and len(outside) == end - start
            head = self.lower[start] if start < end else ""
            third += not first and (head in self.text.pronouns if self.text.pronouns else head in SMALL.third)
            appraised += self.text.cues.has("appraisal", start, end) or self._is_observed(outside)
        return Page(own, plain, third, quoting, appraised, on_behalf, rendered, scribed)

    def _is_observed(self, outside: list[int]) -> bool:
        """Whether adults tell here what they see of the child: "We don't see her sad"."""
        words = [self.lower[at] for at in outside]
        told = SMALL.watching.intersection(words[:1])
        return bool(told) and any(
            subject_form(word) in SMALL.third and self.text.may_be_child(subject_form(word)) for word in words
        )

    def _is_scribes(self, stretch: Stretch) -> bool:
        """Whether the line tells who wrote down what the child said."""
        words = self.text.raw[stretch.start : stretch.end][:_SCRIBES_LINE]
        return stretch.section == SectionKind.VIEWS and stands_in("scribe", words)

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


def _page_of(stretch: Stretch) -> tuple[SectionKind | None, str]:
    """A page is what stands under one heading, however many questions part it."""
    return stretch.section, stretch.over[-1] if stretch.over else stretch.heading


def subject_form(pronoun: str) -> str:
    """ "she" for "her" and "herself"; any other word as it is."""
    return SMALL.subject_form.get(pronoun, pronoun)


def _key(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))
