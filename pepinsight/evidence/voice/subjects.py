"""Whose verb it is: the subject before a cue, by walking back over a few allowed words; pronouns by what went before.

There is no parser: a PEP is written in notes, and a walk that stops at the first unknown word is safer than a guess.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Doc

from pepinsight.evidence.known import Known, known, text_of
from pepinsight.evidence.small_words import SMALL
from pepinsight.evidence.voice.people import GROUP as PEOPLE
from pepinsight.evidence.voice.quotes import MARK, Quoted, quoted
from pepinsight.evidence.voice.voice_words import CueIndex, words_of

_REACH = 7


@dataclass(frozen=True, slots=True)
class Subject:
    """Who a verb belongs to. ``role`` is a role, "first" (I, we), "you", "other", or "ellipsis" (nobody named).

    ``start`` is the token at which the subject begins; ``named`` is True for a name or a role's noun.
    """

    role: str
    start: int
    named: bool = False


def _initials(given: Known) -> dict[str, str]:
    """Single letters that shorten the child's name, or that of nobody but one person."""
    found = {name[0]: "child" for name in given.child if name and name[0] not in "AI"}  # "A" and "I" are words
    people = {name.split()[0]: role for name, role in given.people if " " in name and not name.startswith(SMALL.titles)}
    for letter, times in Counter(first[0] for first in people).items():
        if times == 1 and letter not in "AI":
            found.setdefault(letter, next(role for first, role in people.items() if first[0] == letter))
    return found


@dataclass(frozen=True, slots=True)
class Topic:
    """Whom a pronoun stands for: a role, and the pronoun that a title settles ("he" for Mr Frome); "" for either."""

    role: str
    pronoun: str = ""


@dataclass(slots=True)
class Text:
    """A Doc laid out for the walk: lower-case tokens, mentions by token, quoted passages, cues by kind."""

    doc: Doc
    raw: str
    cues: CueIndex
    lower: list[str]
    role_at: dict[int, tuple[int, int, str]]  # any token of a mention -> (start, end, role)
    quotes: list[Quoted]
    alpha: list[bool]  # per token: letters alone
    title: list[bool]  # per token: a capital, then small letters
    space: list[bool]
    in_quote: list[int]  # per token: index of its quote, -1 outside
    pronouns: tuple[str, ...]
    addressed: bool
    initials: dict[str, str]  # as a note-taker shortens a name to one letter ("T said"), with the role
    between: frozenset[str] = field(default_factory=lambda: frozenset(words_of("voice")["between"].phrases))

    @classmethod
    def of(cls, doc: Doc) -> Text:
        """Lay out a Doc that ``pep_voice_words`` and ``pep_people`` have read."""
        numbers = doc.to_array("LOWER").tolist()
        plain = {number: doc.vocab.strings[number].replace("’", "'") for number in set(numbers)}
        lower = [plain[number] for number in numbers]
        role_at = {
            token: (span.start, span.end, span.label_)
            for span in doc.spans.get(PEOPLE, ())
            for token in range(span.start, span.end)
        }
        raw = text_of(doc)
        marks = [match.start() for match in MARK.finditer(raw)]
        stretches = (s for s in known(doc).stretches if bisect_left(marks, s.start) < bisect_left(marks, s.end))
        quotes = [q for s in stretches for q in quoted(raw[s.start : s.end], s.start)]
        offsets = doc.to_array("IDX").tolist()
        in_quote = [-1] * len(offsets)
        for at, quote in enumerate(quotes):
            first, last = bisect_left(offsets, quote.start), bisect_left(offsets, quote.end)
            in_quote[first:last] = [at] * (last - first)
        initials = _initials(known(doc))
        alpha, title, space = (
            doc.to_array(flag).astype(bool).tolist() for flag in ("IS_ALPHA", "IS_TITLE", "IS_SPACE")
        )
        cues, pronouns = CueIndex.of(doc), known(doc).pronouns
        text = cls(doc, raw, cues, lower, role_at, quotes, alpha, title, space, in_quote, pronouns, False, initials)
        text.addressed = text._speaks_to_the_child()
        return text

    def _speaks_to_the_child(self) -> bool:
        """Whether the plan is written to the child: "you told us", "you said" twice or more outside quotes."""
        told = 0
        for start, _ in self.cues.intervals.get("report", []):
            if start and self.lower[start - 1] == "you" and self.in_quote[start] < 0:
                told += 1
        your = sum(1 for at, word in enumerate(self.lower) if word in ("you", "your") and self.in_quote[at] < 0)
        return told >= 1 and your >= 12

    def may_be_child(self, pronoun: str) -> bool:
        """Whether the pronoun can stand for the child."""
        return not self.addressed and (not self.pronouns or pronoun in self.pronouns)

    def subject_of(
        self, cue: int, start: int, topic: Topic, last: Subject | None, modal_bars: bool = False
    ) -> Subject | None:
        """The subject of the verb at token ``cue`` in a sentence from ``start``; None where it has none of its own.

        ``topic`` is whom a pronoun stands for here; ``last`` the subject of the verb before in this sentence.
        """
        at = cue - 1
        for _ in range(_REACH):
            if at < start:
                return Subject("ellipsis", cue)
            word = self.lower[at]
            mention = self.role_at.get(at)
            if mention:
                return self._mentioned(mention, start)
            if word in SMALL.third:
                return Subject(self._meant_by(word, topic) or self._someone(word, at, start), at)
            if word in SMALL.first:
                return Subject("first", at)
            if word == "you":
                return Subject("child" if self.addressed else "you", at)
            if word in SMALL.possessive:
                return Subject(topic.role if word != "your" or self.addressed else "other", at)
            if role := self.initials.get(self.doc[at].text):
                return Subject(role, at, True)
            if word in ("who", "which", "that"):
                at -= 2 if at - 1 >= start and self.lower[at - 1] == "," else 1
                continue
            if modal_bars and word in SMALL.modal:
                return None
            if word == "to" or (word in SMALL.passive and self._is_passive(at, cue)):
                return None
            if word == ")":
                at = self._opening(at, start) - 1
                continue
            if word in self.between or word.endswith("ly"):
                at -= 1
                continue
            if word in SMALL.joining:
                return self._joined(at, start, topic, last)
            return self._noun(at, start, topic)
        return None

    def _is_passive(self, at: int, cue: int) -> bool:
        """ "Was asked", "was not asked", "had been told"; not "she's asked", "is clear"."""
        beside = at == cue - 1 or (self.lower[at] != "'s" and self.lower[cue - 1] in ("not", "also", "then", "n't"))
        return beside and self.lower[cue].endswith(("ed", "old", "own"))

    def _mentioned(self, mention: tuple[int, int, str], start: int) -> Subject:
        """A mention, or the one it is joined to: in "the carer's friend" the friend, in "Mum and Dad" both."""
        first, _, role = mention
        if first - 1 >= start and self.lower[first - 1] in ("and", "&") and (other := self.role_at.get(first - 2)):
            return Subject(other[2], other[0], True)
        return Subject(role, first, True)

    def topic_of(self, subject: Subject) -> Topic:
        """The person at this subject as the topic of what follows; several people are no "he" or "she"."""
        if self._are_several(subject.start):
            return Topic(subject.role, "they")
        return Topic(subject.role, SMALL.title_pronouns.get(self.lower[subject.start].rstrip("."), ""))

    def _are_several(self, at: int) -> bool:
        """Whether the mention here is of a group ("Staff") or is joined to another ("Len and Priya")."""
        mention = self.role_at.get(at)
        if mention is None:
            return False
        _, end, _ = mention
        joined = end + 1 < len(self.lower) and self.lower[end] in ("and", "&") and end + 1 in self.role_at
        return joined or self.lower[end - 1] in SMALL.groups

    def _meant_by(self, pronoun: str, topic: Topic) -> str:
        """The topic, the child where a title says that the topic is no "he" or "she", or "" for neither."""
        if topic.role == "child":
            return "child" if self.may_be_child(pronoun) else ""
        if topic.pronoun in ("", pronoun) or pronoun == "they":
            return topic.role
        if topic.pronoun == "they":
            return "child" if self.may_be_child(pronoun) else ""
        return "child" if pronoun in self.pronouns and self.may_be_child(pronoun) else ""

    def _someone(self, pronoun: str, at: int, start: int) -> str:
        """For a pronoun that cannot be the topic: the nearest other person named before it."""
        for token in range(at - 1, max(at - 60, -1), -1):
            mention = self.role_at.get(token)
            if mention and mention[2] != "child":
                return mention[2]
        return "other"

    def _opening(self, at: int, start: int) -> int:
        while at > start and self.lower[at] != "(":
            at -= 1
        return at

    def _joined(self, at: int, start: int, topic: Topic, last: Subject | None) -> Subject | None:
        """After "and" or a comma the subject is that of the verb before, else of the sentence's head."""
        if last is not None:
            return last
        head = self.head(start, at)
        if head is not None:
            return head
        if self.lower[start] in SMALL.third:
            return Subject(self._meant_by(self.lower[start], topic) or "other", start)
        if self.title[start] and not self._is_cue(start) and self._acts_next(start):
            return Subject("other", start, True)
        return Subject("ellipsis", at + 1)

    def _acts_next(self, at: int) -> bool:
        """Whether a verb may follow the word: "Priya rang and asked", but not "English only, would like"."""
        follows = self.lower[at + 1] if at + 1 < len(self.lower) else ""
        alone = follows in self.between and bool(SMALL.joining.intersection(self.lower[at + 2 : at + 3]))
        return follows == "," or (follows.isalpha() and not self.title[at + 1] and not alone)

    def _is_cue(self, at: int) -> bool:
        kinds = ("report", "wish", "non_verbal", "handled", "offer", "view", "inscribed")
        return any(self.cues.within(kind, at, at + 1) for kind in kinds)

    def conditional(self, subject: int, cue: int, start: int) -> bool:
        """Whether the verb is only supposed: "if she asks", "whenever he says", "when she tells" (present)."""
        before = self.lower[subject - 1] if subject > start else ""
        return before in SMALL.condition or (before == "when" and self.lower[cue].endswith("s"))

    def head(self, start: int, end: int) -> Subject | None:
        """The person at the head of a sentence, within its first words; an unknown name there is somebody else."""
        for at in range(start, min(end, start + 6)):
            mention = self.role_at.get(at)
            if mention and mention[0] > start and self.lower[mention[0] - 1] in SMALL.prepositions:
                return None
            if mention:
                possessive = mention[1] < len(self.lower) and self.lower[mention[1]] in ("'s", "'")
                return None if possessive else Subject(mention[2], mention[0], True)
            if self.lower[at] in SMALL.third:
                return None  # in "She told Mr Frome" nobody named is at the head
            if self.lower[at] in SMALL.first:
                return Subject("first", at)
            if self.lower[at] == "you":
                return Subject("child" if self.addressed else "you", at)
        return None

    def _noun(self, at: int, start: int, topic: Topic) -> Subject:
        """A noun as subject: "Amira's letter says" is Amira's, "her sheet says" is hers, any other is somebody else."""
        if self.title[at] and at > start:
            return Subject("other", at, True)
        if self.lower[at] not in SMALL.carriers and self.lower[at] not in SMALL.answers:
            return Subject("other", at)
        for back in range(at - 1, max(at - 4, start - 1), -1):
            if self.lower[back] in ("'s", "'") and (owner := self.role_at.get(back - 1)):
                return Subject(owner[2], owner[0], True)
            if self.lower[back] in SMALL.possessive:
                return Subject(topic.role if self.lower[back] != "your" or self.addressed else "other", back)
        return Subject(topic.role, at) if self.lower[at] in SMALL.carriers else Subject("other", at, self.title[at])
