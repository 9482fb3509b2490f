"""Quoted passages: who speaks in each, by the verb beside it, its label, its place; lines from stories apart."""

from __future__ import annotations

import re

from pepinsight.evidence.small_words import SMALL
from pepinsight.evidence.voice.block_reports import Reports
from pepinsight.evidence.voice.speech import Said, subject_form
from pepinsight.evidence.voice.subjects import Subject, Topic
from pepinsight.plan import SectionKind

_FACTS = (SectionKind.CONTACT, SectionKind.CARE, SectionKind.FRONT, SectionKind.ATTENDEES, SectionKind.SIGN_OFF)
_REASONS = (SectionKind.TARGETS, SectionKind.PREMIUM, SectionKind.PREVIOUS_TARGETS, SectionKind.ACTIONS)
_LETTER_LENGTH = 120
_WORD = re.compile(r"[^\W\d_]{2,}")


class Quotes(Reports):
    """Quoted passages: who speaks in each, by the verb beside it, its label, its place; lines from stories apart."""

    def _quotes(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """Quoted passages that open in this sentence: (first token, last token, index)."""
        found = []
        previous = self.text.in_quote[start - 1] if start else -1
        for at in range(start, end):
            quote = self.text.in_quote[at]
            if quote >= 0 and quote != previous:
                found.append((at, self._quote_end(self.text.quotes[quote]), quote))
            previous = quote
        return found

    def _quoted(
        self,
        quotes: list[tuple[int, int, int]],
        start: int,
        end: int,
        reports: list[tuple[str, int, Subject]],
        covered: set[int],
        before: list[Said],
        opened: list[Said],
    ) -> list[Said]:
        found = []
        for first, last, _ in quotes:
            if first in covered:
                found += self._goes_on(first, last, end, opened)
                continue
            if self.voices.on_a_scale(self.stretch) or self.text.cues.has("example", max(start, first - 12), first):
                continue
            role = self._quote_speaker(first, last, start, end, reports, before)
            words = sum(1 for at in range(first, last) if self.text.alpha[at])
            if (
                role
                and words >= (1 if self.owner.role == role and self.asked else 2)
                and not self._hearsay(first, last, role)
            ):
                found += [Said(s, e, role, "quote") for s, e in self._parts(first, last, words)]
        return found

    def _goes_on(self, first: int, last: int, end: int, opened: list[Said]) -> list[Said]:
        """The further sentences of a quote whose first was passed on with "she said:"."""
        role = next((said.role for said in opened if said.start <= first < said.end), "")
        if last <= end or not role:
            return []
        return [Said(max(s, end), min(e, last), role, "quote") for s, e in self.sentences if s >= end and s < last]

    def _parts(self, first: int, last: int, words: int) -> list[tuple[int, int]]:
        """A short quote is one statement; a long one (a letter in quotation marks) is one a sentence."""
        if words <= 60:
            return [(first, last)]
        cut = [(max(s, first), min(e, last)) for s, e in self.sentences if s < last and e > first]
        return [(s, e) for s, e in cut if e > s]

    def _quote_speaker(
        self,
        first: int,
        last: int,
        start: int,
        end: int,
        reports: list[tuple[str, int, Subject]],
        before: list[Said],
    ) -> str:
        if self._from_fiction(first, last, start, end):
            return "fiction"
        near = [item for item in reports if item[0] == "report" and item[1] < first]
        after = [item for item in reports if item[0] == "report" and item[1] >= last and item[1] - last < 6]
        for _, at, subject in [*reversed(near), *after]:
            role = self._speaker(subject, at, start)
            return role if role not in ("ellipsis", "you", "other") else ("other" if role == "other" else "")
        inverted = self._inverted(last, end)
        if inverted:
            return inverted
        if self.owner.role and (self.owner.role != "child" or not self._other_head(start, first)):
            return self.owner.role
        if self._opens_beside(start, first):
            return "child"
        head = self.text.head(start, first)
        words = sum(1 for at in range(first, last) if self.text.alpha[at])
        if head is None and self._gives_a_reason(first, last):
            return "child"
        if head is not None and head.role not in ("first", "you"):
            return head.role if words >= 3 and self._acts(start, first) else ""
        if head is None and first == start and before and before[-1].end == start:
            return before[-1].role
        return ""

    def _opens_beside(self, start: int, first: int) -> bool:
        """Whether the child is named as doing something right before the quote: '..., Illy put one thing right ("it is
        not that I hate it")'."""
        quoted = range(first, self._quote_end(self.text.quotes[self.text.in_quote[first]]))
        if not any(self.lower[at] in SMALL.first_person for at in quoted):
            return False
        for at in range(first - 1, max(first - 8, start), -1):
            if mention := self.text.role_at.get(at):
                before = self.lower[mention[0] - 1] if mention[0] > start else ""
                after = self.lower[mention[1]] if mention[1] < first else ""
                return (
                    mention[2] == "child" and before in (",", ";", "and", "but") and after not in ("'s", "'", ",", ":")
                )
        return False

    def _gives_a_reason(self, first: int, last: int) -> bool:
        """Among the targets, words in the first person that nobody is said to have spoken: "Why: 'I go blank'"."""
        own = any(self.lower[at] in SMALL.first_person for at in range(first, last))
        if any(
            self._is_childs_pronoun(at) or subject_form(self.lower[at]) in self.text.pronouns
            for at in range(first, last)
        ):
            return False  # "I'd hire her" is somebody else's
        return own and self.stretch.section in _REASONS

    def _acts(self, start: int, end: int) -> bool:
        return any(self.text.cues.has(kind, start, end) for kind in ("handled", "non_verbal", "report", "wish"))

    def _other_head(self, start: int, first: int) -> bool:
        head = self.text.head(start, first)
        opens = self.text.role_at.get(start)
        return bool(opens and opens[2] != "child") or (head is not None and head.named and head.role != "child")

    def _inverted(self, last: int, end: int) -> str:
        """The speaker after a quote: '"...", said Ken'."""
        for at, cue_end in self.text.cues.within("report", last, min(last + 3, end)):
            mention = self.text.role_at.get(cue_end)
            if mention and at >= last:
                return mention[2]
        return ""

    def _hearsay(self, first: int, last: int, role: str) -> bool:
        """A child's quote that only passes on somebody else's words: "Sam says it's rubbish"."""
        if role != "child" or any(self.lower[at] in SMALL.first_person for at in range(first, last)):
            return False
        for at, _ in self.text.cues.within("report", first, min(first + 5, last)):
            subject = self.text.subject_of(at, first, Topic("child"), None)
            if subject is not None and subject.named and subject.role != "child":
                return True
        return False
