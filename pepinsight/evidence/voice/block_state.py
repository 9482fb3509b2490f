"""One block while it is read: its owner, whether the child is named in it, who speaks as "I"."""

from __future__ import annotations

import re
from bisect import bisect_left

from pepinsight.evidence.known import Stretch
from pepinsight.evidence.labels import EMAIL_HEADER, ENDS_BY, PUT_TO_CHILD, REASON, SIGNED_BY
from pepinsight.evidence.small_words import SMALL
from pepinsight.evidence.voice.owners import Owner
from pepinsight.evidence.voice.quotes import Quoted
from pepinsight.evidence.voice.speech import HOME, Voices, subject_form
from pepinsight.evidence.voice.subjects import Subject, Topic
from pepinsight.evidence.voice.voice_words import stands_in
from pepinsight.plan import SectionKind

_FACTS = (SectionKind.CONTACT, SectionKind.CARE, SectionKind.FRONT, SectionKind.ATTENDEES, SectionKind.SIGN_OFF)
_OF_THE_CHILD = (SectionKind.TARGETS, SectionKind.PREVIOUS_TARGETS, SectionKind.CAREERS, SectionKind.CARE,
                 SectionKind.EDUCATION, SectionKind.SEMH, SectionKind.SEND, SectionKind.ATTENDANCE,
                 SectionKind.ATTAINMENT, SectionKind.ACHIEVEMENTS, SectionKind.TRANSITION)  # fmt: skip
_REASONS = (SectionKind.TARGETS, SectionKind.PREMIUM, SectionKind.PREVIOUS_TARGETS)
_LETTER_LENGTH = 120
_WORD = re.compile(r"[^\W\d_]{2,}")
_NOTE = re.compile(r"\([^)]*\)")
"""A note in brackets after a label says how its words were had: "Bea (by phone, 3 May)"."""


class BlockState:
    """One block while it is read: its owner, whether the child is named in it, who speaks as "I"."""

    def __init__(self, voices: Voices, stretch: Stretch, owner: Owner) -> None:
        self.voices, self.text, self.lower, self.doc = voices, voices.text, voices.lower, voices.doc
        self.stretch, self.owner = stretch, owner
        self.sentences = voices.sentences_of(stretch)
        self.start = self.sentences[0][0] if self.sentences else 0
        self.end = self.sentences[-1][1] if self.sentences else 0
        if voices.text.addressed and stretch.prompt.lower().startswith("you "):
            self.owner = owner = Owner("child", "bare")
        self.topic = Topic(owner.role if owner.role in (*HOME, "family") else "child")  # staff write of the child
        if owner.role in HOME and self._speaks_as_i() and (owner.why == "letter" or not self._tells_of_home()):
            self.topic = Topic("child")  # in a carer's own letter "she" is the child
        self.label = ""
        self.labelled = -1  # where the words behind a label within the block start
        headed = stretch.prompt.strip(" :").lower() in EMAIL_HEADER and owner.why != "letter"
        label = _NOTE.sub("", stretch.prompt).strip(" :") or stretch.prompt
        self.rendered = owner.role == "child" and voices.is_rendered(stretch)
        asked_for = label.split(" | ")[0] if self.rendered else label  # "Likes" of "Likes | As rendered by interpreter"
        sent = owner.role in HOME and stands_in("delivered", asked_for)  # "Ken's comments, by phone"
        self.meta = (stands_in("meta", asked_for) and not sent) or headed or bool(ENDS_BY.search(label))
        self.asked = bool(stretch.prompt) or stretch.heading.endswith("?") or self._headed_by_a_question()
        signer = self._signer()
        self.signed_by_staff = signer not in ("", "child")
        if owner.role == "child" and signer in HOME:
            self.owner = Owner(signer, "label")  # "Horses, and sums. (Nan)"
        self.third = (
            self._names_the_child() or self._told_by_staff() or (owner.why != "letter" and self._told_around_quotes())
        )
        self.about = voices.owners.floors.named_in(stretch.prompt.split(" | ")[0])
        self.introduces = self._tells_who_wrote()
        self.refused = False
        self.noted = ""
        self.answered = False
        self._sentence_start = self.start

    def _signer(self) -> str:
        """The role of whoever stands in brackets at the end of the block: "other" for initials of nobody known, "" for
        no name at all."""
        signed = SIGNED_BY.search(self.text.raw, self.stretch.start, self.stretch.end)
        role = self.voices.owners.speaker_of(signed["who"]) if signed else ""
        return role or ("other" if signed and signed["who"].isupper() else "")

    def _headed_by_a_question(self) -> bool:
        """Whether the nearest heading is one of the child's own below the part's title: "What I am good at"."""
        over = self.stretch.over
        return self.stretch.section == SectionKind.VIEWS and len(over) > 1 and bool(PUT_TO_CHILD.search(over[0]))

    def _tells_who_wrote(self) -> bool:
        """Whether a scribe tells of the carer before the carer's words: "Mrs Poole was busy, so I typed this"."""
        if self.stretch.section is not SectionKind.CARER or self.owner.why == "letter" or self.stretch.prompt:
            return False
        return stands_in("scribe", self.text.raw[self.stretch.start : self.stretch.end]) and self._tells_of_home()

    def _speaks_as_i(self) -> bool:
        return any(
            self.lower[at] in SMALL.first_person or self.lower[at] in SMALL.ours for at in range(self.start, self.end)
        )

    def _tells_of_home(self) -> bool:
        """Whether a narrator tells of those at home ("Mrs Pugh came and told us..."): then "she" may be one of them."""
        for start, end in self.sentences:
            head = self.text.head(start, end)
            if head is not None and head.named and head.role in (*HOME, "family", "other"):
                return True
        return False

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
            if before not in SMALL.self_named and at < self.end - 3:
                named += 1
        told = any(
            self.lower[at] in ("he", "she") and self.text.may_be_child(self.lower[at])
            for at in range(self.start, self.end)
        )
        if (
            named
            and not told
            and self.stretch.prompt
            and self._speaks_as_i()
            and self.voices.is_childs_alone(self.stretch)
        ):
            return False  # "They say good morning Tamsin and get my name right", on a page where nobody tells of her
        own = sum(
            self.lower[at] in SMALL.first_person for at in range(self.start, self.end) if self.text.in_quote[at] < 0
        )
        return named > 0 and own < (3 if self.owner.why == "letter" else 6) * named

    def _told_by_staff(self) -> bool:
        """Whether staff write of the child in the child's box, and the child says no "I" there: "We will share his
        profile", "A checklist is used by staff"."""
        if self.owner.role != "child" or self.owner.why == "letter" or self.rendered or not self.stretch.prompt:
            return False
        outside = [self.lower[at] for at in range(self.start, self.end) if self.text.in_quote[at] < 0]
        if SMALL.first_person.intersection(outside) or self.voices.owners.floors.named_in(self.stretch.prompt):
            return False
        of_child = any(form in ("he", "she") and self.text.may_be_child(form) for form in map(subject_form, outside))
        return "staff" in outside or (of_child and bool(SMALL.ours.intersection(outside)))

    def _told_around_quotes(self) -> bool:
        """Whether somebody tells here, around words in quotation marks, what the child did: 'He held on, then he said
        "You be the driver"'. Then "I" is whoever tells it."""
        for at, cue_end in self.text.cues.within("report", self.start, self.end):
            if self.text.in_quote[at] >= 0 or at == self.start or cue_end >= self.end:
                continue
            quoted = any(self.text.in_quote[t] >= 0 for t in range(cue_end, min(cue_end + 4, self.end)))
            before = self.lower[at - 1]
            if quoted and before in SMALL.third and before in self.text.pronouns and self.text.may_be_child(before):
                return True
        return False

    def _first_person(self, start: int, end: int) -> bool:
        return any(self.lower[at] in SMALL.first_person and self.text.in_quote[at] < 0 for at in range(start, end))

    def _ours(self, start: int, end: int) -> bool:
        return any(self.lower[at] in SMALL.first_person or self.lower[at] in SMALL.ours for at in range(start, end))

    def _quote_end(self, quote: Quoted) -> int:
        end = bisect_left(self.voices.offsets, quote.end)
        while end and self.text.space[end - 1]:
            end -= 1
        return end

    def _all_quoted(self, start: int, end: int) -> bool:
        outside = [at for at in range(start, end) if self.text.in_quote[at] < 0 and self.text.alpha[at]]
        return len(outside) <= 2

    def _speaker(self, subject: Subject, at: int, start: int) -> str:
        if subject.role == "first":
            return self.owner.role if self.owner.role and not self._staff_voice() else "school"
        if subject.role == "ellipsis":
            return self._elliptic(at, start)
        if subject.role in ("family", "other") and subject.named and self.owner.role in HOME:
            return self.owner.role  # "Gran rang", "Bea writes" in the carer's part
        return subject.role

    def _staff_voice(self) -> bool:
        return self.owner.role == "child" and self.third and self.owner.why != "letter"

    def _tells_why(self) -> bool:
        """The cell of a target that gives its reason: "Why this?", "Because", "Comes from"."""
        return self.stretch.section in _REASONS and bool(REASON.search(self.stretch.prompt))

    def _elliptic(self, at: int, start: int) -> str:
        """Nobody named before the verb: the owner of a labelled or own section; in notes, where the verb opens the
        sentence, whoever the sentence before was about; else nobody."""
        opens = at == start and self.text.title[at] and self.text.cues.has("goes_on", at, at + 1)
        about = self.about if self.about in ("child", *HOME) and self.stretch.section == SectionKind.MEETING else ""
        opens = opens or (at == start and about in HOME)
        noted = (self.noted or about) if opens else ""  # under "What the pupil brought": "Asked about the tablet."
        owner = "" if self.owner.why == "title" else self.owner.role
        return owner or noted or self._of_the_child(at, start) or "ellipsis"

    def _of_the_child(self, at: int, start: int) -> str:
        """In the parts that tell of the child, or before the child's own pronoun, notes without a subject are about the
        child: "Wants to be a vet", "Sleep: says she gets six hours now"."""
        named = any(self.text.role_at.get(token) for token in range(start, at))
        follows = self.lower[at + 1] if at + 1 < self.end else ""
        wishes = self.text.cues.has("wish", at, at + 1) and self.lower[at] not in SMALL.plans
        says = self.lower[at] in SMALL.says
        told = self.stretch.section in _OF_THE_CHILD and (wishes or says)
        hearsay = "according" in self.lower[at : self.end]
        return "child" if (told or subject_form(follows) in self.text.pronouns) and not named and not hearsay else ""

    def _hedged(self, subject: int, at: int, start: int) -> bool:
        """Whether the writer's opinion, or somebody else's, stands before the verb: "We think she wants"."""
        if "would" in self.lower[subject:at] or "might" in self.lower[subject:at]:
            return True
        opinions = self.text.cues.within("opinion", start, at + 1)
        return any(self.text.in_quote[first] < 0 for first, _ in opinions)
