"""Who speaks: for each sentence or quoted passage, whose words it gives and by which sign.

A sentence that nobody's words can be read from gets no span: staff prose in the views section is not the child's voice
for standing there (gold conventions 10 and 11).
"""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from pepinsight.evidence.known import known
from pepinsight.evidence.labels import EMAIL_HEADER, FORM_ASKS, INITIALS, INLINE_LABEL, ITEM, PUT_TO_YOU
from pepinsight.evidence.sentences import Sentences
from pepinsight.evidence.small_words import SMALL
from pepinsight.evidence.voice.block_own import OwnWords
from pepinsight.evidence.voice.owners import Owner
from pepinsight.evidence.voice.people import GROUP as PEOPLE
from pepinsight.evidence.voice.people import People
from pepinsight.evidence.voice.speech import HOME, STAFF, VOICES, Said, Voices
from pepinsight.evidence.voice.subjects import Subject, Topic
from pepinsight.evidence.voice.voice_words import GROUP as WORDS
from pepinsight.evidence.voice.voice_words import VoiceWords, stands_in
from pepinsight.plan import SectionKind

GROUP = "pep_speech"
_LABEL_WORDS = 9
_QUESTION_WORDS = 16
_HEADER_WORDS = 12
_ITEM_WORDS = 6
_NOTE_WORDS = 16
_ASSIGNS = (SectionKind.ACTIONS, SectionKind.TARGETS, SectionKind.ATTENDEES)

_FINITE = re.compile(r"\b(?:I|is|are|was|were|has|have|will|can|am|like|likes|want|wants)\b")


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
        found = _read(doc) if len(doc) else []
        doc.spans[GROUP] = [Span(doc, s.start, s.end, label=s.role, span_id=s.rule) for s in found]
        return doc


def _read(doc: Doc) -> list[Said]:
    voices = Voices(doc)
    found: list[Said] = []
    for index, stretch in enumerate(known(doc).stretches):
        if not stretch.is_prompt:
            found += Block(voices, stretch, voices.owners.of(index)).read()
    return found


class Block(OwnWords):
    """One stretch being read, sentence by sentence."""

    def read(self) -> list[Said]:
        """What is said in this stretch."""
        found: list[Said] = []
        if self.stretch.is_fact:
            self.owner = Owner()
        owner = self.owner
        for first, end in self.sentences[self._forms_own() :]:
            if self._is_question(first, end):
                self.asked = True
                continue
            if self._is_item(first, end):
                continue
            third = self.third
            start = self._read_label(first, end)
            if start < end:
                found += self._sentence(start, end, found)
            if start > first and self._all_quoted(start, end):
                self.third = third  # behind 'Her words: "..."' the narrator goes on
            if start > first > self.start and not owner.role:
                self.owner = owner  # in running minutes "Mo: sick at breakfast." holds for its sentence
        return found

    def _is_item(self, start: int, end: int) -> bool:
        """Whether a numbered item of the minutes opens with whose it is: "8. Carer. Priya thanked Mr Frome."."""
        if start != self.start or end == self.end or end - start > _ITEM_WORDS or self.owner.role:
            return False
        item = ITEM.fullmatch(self.doc[start:end].text)
        role = self.voices.owners.speaker_of(item["who"]) if item else ""
        if role in VOICES:
            self.owner, self.topic = Owner(role, "label"), Topic(role)
        return role in VOICES

    def _forms_own(self) -> int:
        """How many sentences of the child's page lead up to the form's question who wrote it, whose answer follows it:
        "I can draw or tell. Who helped me? Mrs Frome". What follows tells how the page was had."""
        for number, (start, end) in enumerate(self.sentences[:-1], 1):
            words = self.doc[start:end].text
            if self.owner.role == "child" and words.endswith("?") and stands_in("meta", words):
                self.meta = True
                return number
        return 0

    def _is_question(self, start: int, end: int) -> bool:
        """Whether the form's question opens the block, its answer behind it: "Who helps? - Ray."."""
        if start != self.start or end >= self.end or self.lower[end - 1] != "?" or end - start > _QUESTION_WORDS:
            return False
        behind = self.text.raw[self.voices.offsets[end - 1] + 1 :][:3].strip()[:1] in "-–—"
        words = self.text.raw[self.voices.offsets[start] : self.voices.offsets[end - 1]]
        return behind or (self.owner.role in ("child", *HOME) and bool(PUT_TO_YOU.search(words)))

    def _read_label(self, start: int, end: int) -> int:
        """Take in a "Ken:" or "Best thing:" at a sentence's head; returns where the words themselves start."""
        match = INLINE_LABEL.match(self.voices.words(start, end))
        if not match:
            return start
        label = match["label"]
        words = label.lower().split()
        if (self.owner.why == "letter" or self.owner.role in HOME) and label.lower() in EMAIL_HEADER:
            return end if end - start <= _HEADER_WORDS else start  # "To: SENCo." gives nobody the floor
        if (
            not words
            or len(words) > _LABEL_WORDS
            or SMALL.third.intersection(words)
            or SMALL.first.intersection(words[:1])
        ):
            return start
        dash = ":" not in match["mark"]
        if SMALL.first.intersection(words) and self.owner.role in HOME:
            return start  # "On Tuesday I said first the good: ..." is how the carer goes on
        if dash and (self.owner.why == "letter" or self.stretch.section in _ASSIGNS or _FINITE.search(label)):
            return start
        speaker_of = self.voices.owners.speaker_of
        role = speaker_of(label) or speaker_of(re.split(r"[;–—]\s*", label)[-1])
        if not role and INITIALS.fullmatch(label) and self.owner.why != "letter":
            role = self.text.initials.get(label) or "other" * (len(label) > 1)
        if role:
            self.third = self.third and role != "child"
            self.label, self.owner = label, Owner(role, "label")
            self.topic = Topic(role if role in ("family", "parent", "carer", "other") else "child")
        elif self.owner.why == "letter" or stands_in("report", label):
            return start
        elif self.owner.role == "child" and start == self.start:
            self.asked, self.meta = True, self.meta or stands_in("meta", label)
        else:
            return start
        self.labelled = bisect_left(self.voices.offsets, self.voices.offsets[start] + match.end(), start, end)
        return self.labelled

    def _sentence(self, start: int, end: int, before: list[Said]) -> list[Said]:
        self._sentence_start = start
        if self.voices.words(start, end).lower().strip(" .") in SMALL.bare_answers:
            return []
        if self._not_had(start, end):
            return []
        if FORM_ASKS.match(self.voices.words(start, end)) and not self._ours(start, end):
            return []  # "Write what the child shows you."
        quotes = self._quotes(start, end)
        reports = list(self._reports(start, end))
        self._follow_topic(start, end, reports)
        if self._refusal(start, end, reports):
            return [Said(start, end, self._refuser(reports), "refused")]
        found = self._reported(start, end, reports)
        if found and self.owner.role in HOME and self._speaks_as_i() and not any(said.role in HOME for said in found):
            found += self._own(start, end)  # in a carer's letter the child's words are told in the carer's voice
        covered = {at for said in found for at in range(said.start, said.end)}
        found += self._quoted(quotes, start, end, reports, covered, before, found)
        if self._cites(found, start, end):
            found = []  # "I write this because last time it said 'Tamsin is happy'"
        only_staffs = bool(found) and self.owner.role == "child" and all(said.role in STAFF for said in found)
        if ((self._little(found, start, end) and not reports_speech(found)) or only_staffs) and (
            acted := self._acted(start, end)
        ):
            found = [acted]  # "He pointed to the card and nodded when I asked if he was sure"
        if not found and not (quotes and self._all_quoted(start, end)) and not self._others_word(reports, start, end):
            found += self._own(start, end)
        return sorted(found, key=lambda said: said.start)

    def _not_had(self, start: int, end: int) -> bool:
        """Whether a short note in the box of the child or of home tells why no view stands there: "Not invited", "Sent
        the form, chased twice"."""
        if self.owner.role not in VOICES or end - start > _NOTE_WORDS or self._first_person(start, end):
            return False
        told = any(
            self._is_of_the_child(at) or self.text.role_at.get(at, ("",) * 3)[2] == "child" for at in range(start, end)
        )
        return not told and self.text.cues.has("not_had", start, end)

    def _cites(self, found: list[Said], start: int, end: int) -> bool:
        """Whether the child, writing as "I", takes up words in quotation marks that are somebody else's."""
        cited = bool(found) and all(said.rule == "quote" and said.role not in (*VOICES, "fiction") for said in found)
        own = self.owner.role == "child" and not self.third and self._childs_page()
        named = any(self.text.role_at.get(at) and self.text.in_quote[at] < 0 for at in range(start, end))
        return cited and own and not named and self._first_person(start, end)

    def _little(self, found: list[Said], start: int, end: int) -> bool:
        """Whether what was found is less than half of the sentence: a word in quotation marks, or nothing."""
        return 2 * sum(min(said.end, end) - said.start for said in found) < end - start

    def _refusal(self, start: int, end: int, reports: list[tuple[str, int, Subject]]) -> bool:
        """The child or the carer would not give a view. It silences acts, not words, in the rest of the block."""
        both = [*self.text.cues.within("refusal", start, end), *self.text.cues.within("refusal_plain", start, end)]
        cues = sorted(cue for cue in both if self.text.in_quote[cue[0]] < 0)
        for at, cue_end in cues:
            if at > start and self.lower[at - 1] in SMALL.able:
                continue  # "I can't do it" is a difficulty
            if self._first_person(start, at) and not self.text.cues.has("refused_thing", at, min(cue_end + 3, end)):
                continue  # "I don't want to do science" is a view
            plain = self.stretch.section in (SectionKind.VIEWS, SectionKind.CARER) and self.text.cues.has(
                "refusal_plain", at, at + 1
            )
            if not plain and not self.text.cues.has("refused_thing", at, min(cue_end + 8, end)):
                continue
            subject = self.text.subject_of(at, start, self.topic, None)
            role = self._speaker(subject, at, start) if subject else self.owner.role
            told = next((by for _, said, by in reversed(reports) if said < at and by.named), None)
            if (
                told is not None
                and subject is not None
                and not subject.named
                and self.lower[subject.start] in SMALL.third
            ):
                role = told.role  # "Mrs Lowe replied that they had nothing to add"
            if role in HOME and self._ours(start, end) and end - start > 10:
                continue
            if self._speaks_after_all(cue_end, reports) or self._told_elsewhere(at, reports):
                continue
            if role in ("child", "carer", "parent") or (
                role in ("ellipsis", "other", "") and self.owner.role in ("child", "carer")
            ):
                self.refused = self.refused or role == "child" or self.owner.role == "child"
                self.voices.views_refused |= self.refused and self.stretch.section == SectionKind.VIEWS
                return True
        return False

    def _speaks_after_all(self, refused: int, reports: list[tuple[str, int, Subject]]) -> bool:
        """ "She chose not to come to the meeting but told Mr Frome what to say": who did not come still spoke."""
        return any(
            kind == "report" and at > refused and by.role in VOICES and "but" in self.lower[refused:at]
            for kind, at, by in reports
        )

    def _told_elsewhere(self, refused: int, reports: list[tuple[str, int, Subject]]) -> bool:
        """ "He has said that he does not want to talk about it", in a part where nobody asks for views."""
        told = any(kind == "report" and at < refused and by.role == "child" for kind, at, by in reports)
        return told and self.stretch.section not in (SectionKind.VIEWS, SectionKind.MEETING, SectionKind.ATTENDEES)

    def _refuser(self, reports: list[tuple[str, int, Subject]]) -> str:
        return "child" if self.refused else "carer"


def reports_speech(found: list[Said]) -> bool:
    """Whether somebody's words are passed on in what was found."""
    return any(said.rule in ("reported", "wish") for said in found)


@Language.factory("pep_speaker")
def create_speaker(nlp: Language, name: str) -> Speaker:
    """Factory for ``nlp.add_pipe("pep_speaker")``."""
    return Speaker(nlp.vocab)
