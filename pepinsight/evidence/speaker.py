"""Who speaks: for each sentence or quoted passage, whose words it gives and by which sign.

A sentence that nobody's words can be read from gets no span: staff prose in the views section is not the child's voice
for standing there (gold conventions 10 and 11).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from pepinsight.evidence.known import Stretch, known
from pepinsight.evidence.owners import INLINE_LABEL, Owner, Owners
from pepinsight.evidence.people import GROUP as PEOPLE
from pepinsight.evidence.people import People
from pepinsight.evidence.quotes import Quoted
from pepinsight.evidence.sentences import Sentences
from pepinsight.evidence.subjects import FIRST, JOINING, THIRD, Subject, Text
from pepinsight.evidence.voice_words import GROUP as WORDS
from pepinsight.evidence.voice_words import VoiceWords, stands_in
from pepinsight.plan import SectionKind

GROUP = "pep_speech"
VOICES = frozenset({"child", "carer", "parent"})
HOME = frozenset({"carer", "parent"})
_FIRST_PERSON = frozenset({"i", "my", "me", "mine", "im", "ive", "myself", "id"})
_OURS = frozenset({"we", "our", "us"})
_BARE = frozenset(
    {"yes", "no", "none", "ok", "okay", "nothing", "-", "–", "nil", "n/a", "na", "y", "n", "unknown", "yes.", "no."}
)
_SELF_NAMED = frozenset({"am", "is", "me", "from", "love", "'m", "m", "called", "by"})
_FACTS = (SectionKind.CONTACT, SectionKind.CARE, SectionKind.FRONT, SectionKind.ATTENDEES, SectionKind.SIGN_OFF)
_PLAIN = frozenset({"do", "does", "can", "has", "have", "attends"})
_OBJECTS = frozenset({"us", "me", "him", "her", "them"})
_LABEL_WORDS = 9
_MARKS = frozenset({"•", "▪", "◦", "●", "-", "–", "·", "o", "*", "☒", "☐"})
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Said:
    """Words of one speaker: token interval, role, and the rule that says so."""

    start: int
    end: int
    role: str
    rule: str


class Speaker:
    """spaCy component ``pep_speaker``: leaves ``doc.spans["pep_speech"]``, label the role, span id the rule."""

    def __init__(self, vocab: Vocab) -> None:
        self.sentences, self.words, self.people = Sentences(), VoiceWords(vocab), People(vocab)

    def __call__(self, doc: Doc) -> Doc:
        """Run what has not run yet (sentences, cues, people), then say who speaks."""
        if not doc.has_annotation("SENT_START"):
            doc = self.sentences(doc)
        if WORDS not in doc.spans:
            doc = self.words(doc)
        if PEOPLE not in doc.spans:
            doc = self.people(doc)
        found = Voices(doc).read() if len(doc) else []
        doc.spans[GROUP] = [Span(doc, s.start, s.end, label=s.role, span_id=s.rule) for s in found]
        return doc


class Voices:
    """One reading of a Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = Text.of(doc)
        self.owners = Owners(doc)
        self.lower = self.text.lower
        self.sentences = [(sentence.start, sentence.end) for sentence in doc.sents]
        self.offsets = [token.idx for token in doc]
        self.answers = Counter(
            _key(self.text.raw[s.start : s.end]) for s in known(doc).stretches if s.section == SectionKind.VIEWS
        )

    def read(self) -> list[Said]:
        """Everything said, in order."""
        found: list[Said] = []
        for index, stretch in enumerate(known(self.doc).stretches):
            if not stretch.is_prompt:
                found += Block(self, stretch, self.owners.of(index)).read()
        return found

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
            while end > start and self.doc[end - 1].is_space:
                end -= 1
            while start < end and (self.doc[start].is_space or self.lower[start] in _MARKS):
                start += 1
            if end > start:
                found.append((start, end))
            at += 1
        return found


def reports_speech(found: list[Said]) -> bool:
    """Whether somebody's words are passed on in what was found."""
    return any(said.rule in ("reported", "wish") for said in found)


def _key(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


class Block:
    """One stretch being read, sentence by sentence, with who was last named in it."""

    def __init__(self, voices: Voices, stretch: Stretch, owner: Owner) -> None:
        self.voices, self.text, self.lower, self.doc = voices, voices.text, voices.lower, voices.doc
        self.stretch, self.owner = stretch, owner
        self.sentences = voices.sentences_of(stretch)
        self.start = self.sentences[0][0] if self.sentences else 0
        self.end = self.sentences[-1][1] if self.sentences else 0
        if voices.text.addressed and stretch.prompt.lower().startswith("you "):
            self.owner = owner = Owner("child", "bare")
        self.topic = owner.role or "child"
        if owner.role in HOME and self._speaks_as_i():
            self.topic = "child"  # in a carer's own letter "she" is the child
        self.label = ""
        self.meta = stands_in("meta", stretch.prompt)
        self.asked = bool(stretch.prompt) or stretch.heading.endswith("?")
        self.third = self._names_the_child()
        self.refused = False
        self._sentence_start = self.start

    def read(self) -> list[Said]:
        """What is said in this stretch."""
        found: list[Said] = []
        for start, end in self.sentences:
            start = self._read_label(start, end)
            if start < end:
                found += self._sentence(start, end, found)
        return found

    def _speaks_as_i(self) -> bool:
        return any(self.lower[at] in _FIRST_PERSON or self.lower[at] in _OURS for at in range(self.start, self.end))

    def _names_the_child(self) -> bool:
        """Whether a narrator names the child here: then "I" is not the child, outside quotation marks.

        A child's own letter may hold the child's name once or twice, among many an "I".
        """
        named = 0
        for at in range(self.start, self.end):
            mention = self.text.role_at.get(at)
            if not mention or mention[0] != at or mention[2] != "child" or self.text.in_quote[at] >= 0:
                continue
            before = self.lower[at - 1] if at > self.start else ""
            if before not in _SELF_NAMED and at < self.end - 3:
                named += 1
        own = sum(self.lower[at] in _FIRST_PERSON for at in range(self.start, self.end) if self.text.in_quote[at] < 0)
        return named > 0 and own < (3 if self.owner.why == "letter" else 6) * named

    def _read_label(self, start: int, end: int) -> int:
        """Take in a "Ken:" or "Best thing:" at a sentence's head; returns where the words themselves start."""
        offset = self.doc[start].idx
        last = self.doc[end - 1]
        match = INLINE_LABEL.match(self.text.raw[offset : last.idx + len(last)])
        if not match:
            return start
        label = match["label"]
        words = label.lower().split()
        if not words or len(words) > _LABEL_WORDS or THIRD.intersection(words) or FIRST.intersection(words[:1]):
            return start
        role = self.voices.owners.speaker_of(label)
        if role:
            self.third = self.third and role != "child"
            self.label, self.owner, self.topic = label, Owner(role, "label"), role
        elif self.owner.why == "letter" or stands_in("report", label):
            return start
        elif self.owner.role == "child" and start == self.start:
            self.asked, self.meta = True, self.meta or stands_in("meta", label)
        else:
            return start
        return bisect_left(self.voices.offsets, offset + match.end(), start, end)

    def _sentence(self, start: int, end: int, before: list[Said]) -> list[Said]:
        self._sentence_start = start
        quotes = self._quotes(start, end)
        reports = list(self._reports(start, end))
        self._follow_topic(start, end, reports)
        if self._refusal(start, end, reports):
            return [Said(start, end, self._refuser(reports), "refused")]
        found = self._reported(start, end, reports)
        covered = {at for said in found for at in range(said.start, said.end)}
        found += self._quoted(quotes, start, end, reports, covered, before, found)
        if self._little(found, start, end) and not reports_speech(found) and (acted := self._acted(start, end)):
            found = [acted]
        if not found and not (quotes and self._all_quoted(start, end)) and not self._others_word(reports, start, end):
            found += self._own(start, end)
        return sorted(found, key=lambda said: said.start)

    def _others_word(self, reports: list[tuple[str, int, Subject]], start: int, end: int) -> bool:
        """Whether somebody named other than the owner speaks or thinks here: "Tutor thinks retail"."""
        if not reports or self._first_person(start, end):
            return False
        kind, _, subject = reports[0]
        return kind in ("report", "view") and subject.named and subject.role not in (self.owner.role, "child")

    def _little(self, found: list[Said], start: int, end: int) -> bool:
        """Whether what was found is less than half of the sentence: a word in quotation marks, or nothing."""
        return 2 * sum(min(said.end, end) - said.start for said in found) < end - start

    # reported speech

    def _reports(self, start: int, end: int) -> Iterator[tuple[str, int, Subject]]:
        """The verbs of speech, wish and view of a sentence outside quotes, each with its subject, in order."""
        cues = [
            (cue, kind)
            for kind in ("report", "inscribed", "wish", "liking", "view", "offer")
            for cue in self.text.cues.within(kind, start, end)
            if self.text.in_quote[cue[0]] < 0
        ]
        last: Subject | None = None
        done: set[int] = set()
        for (at, cue_end), kind in sorted(cues):
            if at in done:
                continue
            done.update(range(at, cue_end))
            if kind == "inscribed":
                if not self._words_follow(cue_end, end):
                    continue
                kind = "report"
            subject = self.text.subject_of(at, start, self.topic, last, modal_bars=kind == "report")
            if subject is None or self._told_passively(subject, at, cue_end):
                continue
            if self.text.conditional(subject.start, at, start) and kind in ("report", "wish"):
                last = subject
                continue
            if (subject.role == "ellipsis" and at > start + 3 and not self._starts_clause(at)):
                continue
            last = subject
            yield kind, at, subject

    def _words_follow(self, at: int, end: int) -> bool:
        """Whether a quote, a colon or "that" follows: somebody's words, and not only the act of writing."""
        return any(self.text.in_quote[t] >= 0 or self.lower[t] in (":", "that") for t in range(at, min(at + 4, end)))

    def _told_passively(self, subject: Subject, at: int, cue_end: int) -> bool:
        """ "Told us he..." has the child as its subject, "Told in writing that..." has not."""
        if subject.role != "ellipsis" or self.lower[at] not in ("told", "asked"):
            return False
        following = self.lower[cue_end] if cue_end < len(self.lower) else ""
        return following not in _OBJECTS and cue_end not in self.text.role_at and self.lower[at] == "told"

    def _starts_clause(self, at: int) -> bool:
        return self.lower[at - 1] in JOINING or self.lower[at - 1] in ("-", "–", "(", ".", ":")

    def _follow_topic(self, start: int, end: int, reports: list[tuple[str, int, Subject]]) -> None:
        head = self.text.head(start, end)
        named = head if head and head.role not in ("first", "you") and self.text.in_quote[start] < 0 else None
        if self.owner.why == "letter" and self._ours(start, end):
            named = None  # the name after "Dear" is nobody the letter is about
        if named is None:
            named = next((s for _, _, s in reports[:1] if s.named), None)
        if named and named.role in ("child", "carer", "parent", "school", "social_worker", "agency", "peer", "family"):
            self.topic = named.role

    def _reported(self, start: int, end: int, reports: list[tuple[str, int, Subject]]) -> list[Said]:
        found: list[Said] = []
        blocked = False
        for number, (kind, at, subject) in enumerate(reports):
            role = self._speaker(subject, at, start)
            opens = number == 0 or self._new_clause(subject.start, start)
            if blocked and not opens:
                continue
            if opens and subject.named:
                blocked = False
            rule = self._counts(kind, role, subject, at, start)
            if role == "child" and (self._what_was_said(subject, at, start) or self._plays_a_part(at, end)):
                rule = ""
            if rule:
                begin = start if not found and not blocked else subject.start
                if found:
                    found[-1] = (
                        Said(found[-1].start, begin, found[-1].role, found[-1].rule)
                        if role != found[-1].role
                        else found[-1]
                    )
                if not found or role != found[-1].role:
                    found.append(Said(begin, end, role, rule))
                if kind == "report" and role != "child":
                    blocked = True
            elif role not in ("child", "ellipsis", "first", "you") and kind in ("report", "view"):
                blocked = True
        return [said for said in found if said.end > said.start]

    def _what_was_said(self, subject: Subject, at: int, start: int) -> bool:
        """ "Staff wrote down what she said" passes on nothing."""
        return subject.start > start and self.lower[subject.start - 1] == "what"

    def _plays_a_part(self, at: int, end: int) -> bool:
        """Whether the quote after this verb is a line from a story or film."""
        for token in range(at, min(at + 8, end)):
            quote = self.text.in_quote[token]
            if quote >= 0:
                return self._from_fiction(token, self._quote_end(self.text.quotes[quote]), self._sentence_start, end)
        return False

    def _new_clause(self, at: int, start: int) -> bool:
        before = self.lower[max(at - 2, start) : at]
        return bool(before) and (before[-1] in (";", "and", "but", ".", "-", "–", "because", "as") or before[-1] == ",")

    def _speaker(self, subject: Subject, at: int, start: int) -> str:
        if subject.role == "first":
            return self.owner.role if self.owner.role and not self._staff_voice() else "school"
        if subject.role == "ellipsis":
            return self._elliptic(at, start)
        if subject.role == "family":
            return "family"
        return subject.role

    def _staff_voice(self) -> bool:
        return self.owner.role == "child" and self.third and self.owner.why != "letter"

    def _elliptic(self, at: int, start: int) -> str:
        """Nobody named before the verb: the owner of a labelled or own section, else nobody."""
        return self.owner.role if self.owner.role else "ellipsis"

    def _counts(self, kind: str, role: str, subject: Subject, at: int, start: int) -> str:
        """The rule by which this verb gives the role's voice, or "" where it does not."""
        if subject.role == "first" and role == self.owner.role:
            return ""  # first-person words are judged with the whole sentence
        if role == "child":
            return self._child_counts(kind, subject, at, start)
        if role in HOME:
            if kind == "liking":
                return ""
            if kind == "offer":
                at_home = self.owner.role in HOME
                promised = self.lower[at] in ("will", "would", "offered", "offers", "volunteered", "to")
                told = subject.named and self.stretch.section == SectionKind.MEETING and self.lower[at] not in _PLAIN
                return "offer" if at_home or told or (promised and self.stretch.section != SectionKind.TARGETS) else ""
            return {"report": "reported", "wish": "wish", "view": "view"}[kind]
        return "reported" if kind == "report" and role not in ("ellipsis", "you") else ""

    def _child_counts(self, kind: str, subject: Subject, at: int, start: int) -> str:
        if kind in ("view", "offer") or self._hedged(subject.start, at, start):
            return ""
        if kind == "report":
            return "reported"
        if kind == "liking":
            return "reported" if subject.role == "ellipsis" and self.owner.why == "label" else ""
        narrated_elsewhere = self.owner.role in HOME or self.owner.role in ("school", "social_worker", "agency")
        return "" if narrated_elsewhere and self.owner.role != "child" else "wish"

    def _hedged(self, subject: int, at: int, start: int) -> bool:
        """Whether the writer's opinion, or somebody else's, stands before the verb: "We think she wants"."""
        if "would" in self.lower[subject:at] or "might" in self.lower[subject:at]:
            return True
        opinions = self.text.cues.within("opinion", start, at + 1)
        return any(self.text.in_quote[first] < 0 for first, _ in opinions)

    # quotes

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

    def _quote_end(self, quote: Quoted) -> int:
        return bisect_left(self.voices.offsets, quote.end)

    def _all_quoted(self, start: int, end: int) -> bool:
        outside = [at for at in range(start, end) if self.text.in_quote[at] < 0 and self.doc[at].is_alpha]
        return len(outside) <= 2

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
            role = self._quote_speaker(first, last, start, end, reports, before)
            words = sum(1 for at in range(first, last) if self.doc[at].is_alpha)
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
        head = self.text.head(start, first)
        words = sum(1 for at in range(first, last) if self.doc[at].is_alpha)
        if head is not None and head.role not in ("first", "you"):
            return head.role if words >= 3 and self._acts(start, first) else ""
        if head is None and first == start and before and before[-1].end == start:
            return before[-1].role
        return ""

    def _acts(self, start: int, end: int) -> bool:
        return any(self.text.cues.has(kind, start, end) for kind in ("handled", "non_verbal", "report", "wish"))

    def _other_head(self, start: int, first: int) -> bool:
        head = self.text.head(start, first)
        return head is not None and head.named and head.role not in ("child",)

    def _inverted(self, last: int, end: int) -> str:
        """The speaker after a quote: '"...", said Ken'."""
        for at, cue_end in self.text.cues.within("report", last, min(last + 3, end)):
            mention = self.text.role_at.get(cue_end)
            if mention and at >= last:
                return mention[2]
        return ""

    def _from_fiction(self, first: int, last: int, start: int, end: int) -> bool:
        near = [
            *self.text.cues.within("fiction", max(start, first - 14), first),
            *self.text.cues.within("fiction", last, min(end, last + 14)),
        ]
        return any(self.text.in_quote[at] < 0 for at, _ in near) or self._signed_quote(last, end)

    def _signed_quote(self, last: int, end: int) -> bool:
        """A quote with its author in brackets after it: '"..." (a name)'."""
        at = last + 1 if last < end and self.lower[last] == "." else last
        inside = at + 2 < len(self.lower) and self.lower[at] == "(" and self.lower[at + 2] == ")"
        return inside and self.doc[at + 1].is_title and (at + 1) not in self.text.role_at

    def _hearsay(self, first: int, last: int, role: str) -> bool:
        """A child's quote that only passes on somebody else's words: "Sam says it's rubbish"."""
        if role != "child" or any(self.lower[at] in _FIRST_PERSON for at in range(first, last)):
            return False
        for at, _ in self.text.cues.within("report", first, min(first + 5, last)):
            subject = self.text.subject_of(at, first, "child", None)
            if subject is not None and subject.named and subject.role != "child":
                return True
        return False

    # acts, answers, letters

    def _acted(self, start: int, end: int) -> Said | None:
        """A deliberate answer without words, when views were sought."""
        if self.refused or self.owner.role not in ("child", "") or self._hedged(start, end, start):
            return None
        if self.voices.on_a_scale(self.stretch):
            return None
        place = f"{self.stretch.prompt} {self.stretch.heading}"
        sought = self.owner.role == "child"
        has_object = self.text.cues.has("answer_object", self.start, self.end) or stands_in("answer_object", place)
        for kind in ("non_verbal", "handled"):
            for at, _ in self.text.cues.within(kind, start, end):
                if self.text.in_quote[at] >= 0:
                    continue
                subject = self.text.subject_of(at, start, self.topic, None, modal_bars=True)
                if subject is None or not (subject.role == "child" or (subject.role == "ellipsis" and sought)):
                    if not (sought and subject is not None and subject.role == "ellipsis"):
                        continue
                if (kind == "non_verbal" and sought) or (has_object and (sought or subject.named)):
                    return Said(start, end, "child", "non_verbal")
        return None

    def _own(self, start: int, end: int) -> list[Said]:
        """Words without a sign of report: the owner's own, where they read as such."""
        role = self.owner.role
        words = self.doc[start:end].text
        if (
            not role
            or self.meta
            or not _WORD.search(words)
            or words.lower().strip(" .") in _BARE
            or stands_in("placeholder", words)
        ):
            return []
        if self._all_quoted(start, end) and self.text.in_quote[start] >= 0:
            return []
        if self.text.cues.has("meta_start", start, start + 1) or "☐" in words:
            return []
        if self.owner.why == "letter" and self._courtesy(start, end):
            return []
        if role == "child":
            rule = self._childs_own(start, end)
            return [Said(start, end, role, rule)] if rule else []
        if self.owner.why == "bare" and not self._ours(start, end):
            return []
        if self.stretch.section in _FACTS and not self._ours(start, end):
            return []
        if role in HOME or (role == "family" and self.owner.why != "section"):
            return (
                [Said(start, end, role, "letter" if self.owner.why == "letter" else "own")]
                if self._homes_own(start, end)
                else []
            )
        return []

    def _courtesy(self, start: int, end: int) -> bool:
        """A letter's greeting or signature."""
        words = [self.lower[at] for at in range(start, end) if self.doc[at].is_alpha]
        return len(words) <= 6 and (self.lower[end - 1] == "," or (not self._ours(start, end) and (end - 1) in self.text.role_at))

    def _childs_own(self, start: int, end: int) -> str:
        if self.owner.why == "bare" and not self._first_person(start, end):
            return ""
        if self.owner.why == "letter":
            return "letter" if not self.third or self._first_person(start, end) else ""
        if self.third or self._narrated(start, end):
            return ""
        if self.text.cues.has("opinion", start, end) and not self._first_person(start, end):
            return ""
        if self.stretch.section not in (SectionKind.VIEWS, None):
            return "first_person" if self._first_person(start, end) else ""
        if self.asked:
            return "" if self.voices.on_a_scale(self.stretch) else "answer"
        return "first_person" if self._first_person(self.start, self.end) else ""

    def _first_person(self, start: int, end: int) -> bool:
        return any(self.lower[at] in _FIRST_PERSON and self.text.in_quote[at] < 0 for at in range(start, end))

    def _narrated(self, start: int, end: int) -> bool:
        """Whether somebody speaks about or to the child here: "He needs...", "You seem...", "We think she..."."""
        head = self.lower[start]
        if head in ("you", "your") and self.text.addressed:
            return True
        others_named = any(m and m[2] != "child" for at in range(self.start, start) if (m := self.text.role_at.get(at)))
        others_named = others_named or self._capitals_before(start)
        pronoun = head in THIRD or head in ("his", "her", "their")
        if (
            pronoun
            and not others_named
            and not self._first_person(start, end)
            and self.text.may_be_child(_subject_form(head))
        ):
            return True
        for at, cue_end in self.text.cues.within("opinion", start, end):
            about = self.lower[cue_end : cue_end + 3]
            if any(word in THIRD and self.text.may_be_child(word) for word in about):
                return True
        return False

    def _capitals_before(self, start: int) -> bool:
        return any(self.doc[at].is_title and not self.doc[at].is_sent_start for at in range(self.start, start))

    def _homes_own(self, start: int, end: int) -> bool:
        head = self.text.head(start, end)
        if head and head.named and head.role in ("school", "social_worker", "agency") and not self._ours(start, end):
            return False
        if self._ours(start, end):
            return True
        if self.text.cues.has("attended", start, end) or self.lower[end - 1] == ":":
            return False
        if self.owner.why == "section" and not self.stretch.prompt and not self._home_speaks():
            return False
        words = sum(1 for at in range(start, end) if self.doc[at].is_alpha)
        return words >= (2 if self.owner.why == "section" and self.stretch.prompt else 3)

    def _home_speaks(self) -> bool:
        """Whether the block speaks as "I" or names somebody from home: staff prose stands in the carer's part too."""
        named = any(m and m[2] in HOME for at in range(self.start, self.end) if (m := self.text.role_at.get(at)))
        return named or self._speaks_as_i()

    def _ours(self, start: int, end: int) -> bool:
        return any(self.lower[at] in _FIRST_PERSON or self.lower[at] in _OURS for at in range(start, end))

    # refusals

    def _refusal(self, start: int, end: int, reports: list[tuple[str, int, Subject]]) -> bool:
        """The child or the carer would not give a view. It silences acts, not words, in the rest of the block."""
        cues = [cue for cue in self.text.cues.within("refusal", start, end) if self.text.in_quote[cue[0]] < 0]
        for at, cue_end in cues:
            if not self.text.cues.has("refused_thing", at, min(cue_end + 8, end)):
                continue
            subject = self.text.subject_of(at, start, self.topic, None)
            role = self._speaker(subject, at, start) if subject else self.owner.role
            if role in HOME and self._ours(start, end) and end - start > 10:
                continue
            if role in ("child", "carer", "parent") or (
                role in ("ellipsis", "other", "") and self.owner.role in ("child", "carer")
            ):
                self.refused = self.refused or role == "child" or self.owner.role == "child"
                return True
        return False

    def _refuser(self, reports: list[tuple[str, int, Subject]]) -> str:
        return "child" if self.refused else "carer"


def _subject_form(pronoun: str) -> str:
    return {"his": "he", "her": "she", "their": "they", "himself": "he", "herself": "she"}.get(pronoun, pronoun)


@Language.factory("pep_speaker")
def create_speaker(nlp: Language, name: str) -> Speaker:
    """Factory for ``nlp.add_pipe("pep_speaker")``."""
    return Speaker(nlp.vocab)
