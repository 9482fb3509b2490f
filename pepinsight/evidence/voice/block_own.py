"""Words without a sign of report: answers, letters, a child's signs, and staff prose that is nobody's voice."""

from __future__ import annotations

import re

from pepinsight.evidence.labels import ACTS, ANNOUNCED_BY, CLOSES, FLOOR, VIEW_VERB
from pepinsight.evidence.small_words import SMALL
from pepinsight.evidence.voice.block_quotes import Quotes
from pepinsight.evidence.voice.quotes import Quoted
from pepinsight.evidence.voice.speech import HOME, STAFF, Said, subject_form
from pepinsight.evidence.voice.subjects import Subject
from pepinsight.evidence.voice.voice_words import stands_in
from pepinsight.plan import SectionKind

_FACTS = (SectionKind.CONTACT, SectionKind.CARE, SectionKind.CARE_PLAN, SectionKind.FRONT, SectionKind.ATTENDEES,
          SectionKind.SIGN_OFF, SectionKind.ATTAINMENT, SectionKind.ATTENDANCE)  # fmt: skip
_SCHOOL = (SectionKind.ATTAINMENT, SectionKind.ATTENDANCE)
_CONSENTS = (SectionKind.CONTACT, SectionKind.CARE, SectionKind.CARE_PLAN)
_LISTS = (SectionKind.ATTENDEES, SectionKind.SIGN_OFF)
_ASKED_IN = (SectionKind.UNRECOGNISED, SectionKind.SEMH, SectionKind.SEND)
_ASKED_BY_LABEL = (SectionKind.CAREERS, SectionKind.TRANSITION, SectionKind.EDUCATION, SectionKind.ATTAINMENT)
_INCIDENTS = (SectionKind.EXCLUSIONS, SectionKind.ATTENDANCE, SectionKind.ATTAINMENT, SectionKind.PART_TIME)
_AIMS = (SectionKind.TARGETS, SectionKind.PREVIOUS_TARGETS)
_FEWEST_WORDS = 4
_FEW = 3
_REFERENCE = 4
"""Words in which a reason only refers to what the child said: "Rosa's own idea"."""
_CLAUSE_ENDS = frozenset({",", ";", "."})

_POSSESSIVE = re.compile(r"\w['’]s? \w+$")
_NEAR = 10
"""Within how many words after an act the card or picture stands to which it is done."""
_LETTERS = 4
"""A carer's answer of one word has as many letters at least: "Fine", "Mornings", not "N/A"."""
_SAYS_I = SMALL.first_person | SMALL.first  # "our" may be the school's
_LETTER_LENGTH = 120
_COURTESY = 12
_DELIVERED = 8
_INTRODUCTION = 16
"""How many words a line that tells who wrote what follows has at most."""
_REFERS = re.compile(
    r"(?:please )?see (?P<where>\S+)(?P<more>(?: \S+){0,6})", re.IGNORECASE
)  # "See 4g", "See care plan"
_FURNITURE = re.compile(r"\bpage \d+ of \d+\b|^\[[^\]]*\]$", re.IGNORECASE)
"""What a form prints on each page."""
_WORD = re.compile(r"[^\W\d_]{2,}")


class OwnWords(Quotes):
    """Words without a sign of report: answers, letters, a child's signs, and staff prose that is nobody's voice."""

    def _acted(self, start: int, end: int) -> Said | None:
        """A deliberate answer without words, when views were sought."""
        if self.voices.views_refused and not self.stretch.prompt:
            return None
        noted = self.stretch.section is SectionKind.VIEWS and self.owner.role in STAFF and self.owner.why == "bare"
        if self.refused or not (noted or self.owner.role in ("child", "")) or self._hedged(start, end, start):
            return None
        if self.owner.role != "child" and self.stretch.section in _INCIDENTS:
            return None  # a chair thrown is no answer
        acts = [(kind, at) for kind in ("non_verbal", "handled") for at, _ in self.text.cues.within(kind, start, end)]
        if not acts or self.voices.on_a_scale(self.stretch):
            return None
        place = f"{self.stretch.prompt} {self.stretch.heading}"
        sought = noted or self.owner.role == "child" or self._tells_why()
        has_object = self.text.cues.has("answer_object", self.start, self.end) or stands_in("answer_object", place)
        for kind, at in acts:
            if self.text.in_quote[at] >= 0 or self.doc[at : at + 2].text.lower() == "chose to":
                continue  # "chose to write this" is no answer
            if self._while_speaking(at, end):
                continue
            subject = self.text.subject_of(at, start, self.topic, None, modal_bars=True)
            if subject is None or not (subject.role == "child" or (subject.role == "ellipsis" and sought)):
                continue
            asked = self.text.cues.has("when_asked", start, end)
            beside = sought or self.text.cues.has(
                "answer_object", at, at + _NEAR
            )  # not "when Ro moved", with a card before
            often = not sought and SMALL.repeated.intersection(
                self.lower[start:end]
            )  # "used the card 6 times" is how it goes
            if often:
                continue
            if (kind == "non_verbal" and (sought or asked)) or (has_object and beside and (sought or subject.named)):
                return Said(start, end, "child", "non_verbal")
        return None

    def _own(self, start: int, end: int) -> list[Said]:
        """Words without a sign of report: the owner's own, where they read as such."""
        if self._tells_why() and self.owner.role in ("", "child") and self.text.cues.has("from_child", start, end):
            return [] if self._only_refers(start, end) else [Said(start, end, "child", "reported")]
        role = self.owner.role
        if not role or self.meta:
            return []
        last = self.doc[end - 1]
        words = self.text.raw[self.voices.offsets[start] : last.idx + len(last)]
        if (
            not _WORD.search(words)
            or words.lower().strip(" .") in SMALL.bare_answers
            or stands_in("placeholder", words)
            or _refers(words)
            or _FURNITURE.search(words)
        ):
            return []
        if self.text.in_quote[start] >= 0 or (words.startswith("(") and words.endswith(")")):
            return []
        if self.text.cues.has("meta_start", start, start + 1) or "☐" in words or self._who_and_when(start, end):
            return []
        if self.text.cues.has("delivered", start, end) and len(words.split()) <= _DELIVERED:
            return []
        if role in HOME and self._closes(start, end):
            return []
        if self.owner.why == "letter" and (
            self._courtesy(start, end) or self._quotes_a_letter() or (start == self.start and ANNOUNCED_BY.match(words))
        ):
            return []
        if role == "child":
            rule = "answer" if self._noted_beside_a_target(start) else self._childs_own(start, end)
            return [Said(start, end, role, rule)] if rule else []
        if self.owner.why == "bare" and not self._ours(start, end):
            return []
        if start == self.start and self.owner.why != "letter" and self._tells_how_it_came(start, end):
            return []
        prompt = self.stretch.prompt
        asked = not self.label and FLOOR.search(prompt)  # "Carer's comments"
        told = self._ours(start, end) or (self.stretch.section in _CONSENTS and asked)
        told = told or (self.stretch.section in _SCHOOL and not self.label and VIEW_VERB.search(prompt))
        if self.introduces or (self.stretch.section in _FACTS and not told):
            return []
        if self.stretch.section in _CONSENTS and self.owner.why == "label" and not asked:
            return []  # "Carers: outings, haircuts. Me: anything overnight" is the social worker's
        if role in HOME or (role == "family" and self.owner.why != "section"):
            return (
                [Said(start, end, role, "letter" if self.owner.why == "letter" else "own")]
                if self._homes_own(start, end)
                else []
            )
        return []

    def _noted_beside_a_target(self, start: int) -> bool:
        """The words right after the child's name in the row of a target: "Why: Tamsin: too loud in there"."""
        if self._tells_why() and start == self.labelled:
            return True
        named = self.owner.why in ("bare", "label") and self.stretch.prompt.endswith(":") and start == self.start
        return named and self.stretch.section in _AIMS and self.lower[start] not in SMALL.promises

    def _only_refers(self, start: int, end: int) -> bool:
        """A reason that names the child's wish or words and does not tell them: "Her own wish; 4 of 20 in March"."""
        stop = next((at for at in range(start, end) if self.lower[at] in _CLAUSE_ENDS), end)
        short = stop - start <= _REFERENCE
        tells = any(self.text.cues.has(kind, start, stop) for kind in ("report", "wish", "minds"))
        return short and not tells and self.text.cues.has("from_child", start, stop)

    def _tells_how_it_came(self, start: int, end: int) -> bool:
        """Whether the first line of a carer's part tells who wrote it down and no more: "Mrs Dutta filled this in on
        3 May", "typed together on Sunday"."""
        few = sum(1 for at in range(start, end) if self.text.alpha[at]) <= _INTRODUCTION
        wrote = self.text.cues.has("wrote_this", start, end)
        return few and wrote and (end < self.end or self.stretch.section is SectionKind.CARER)

    def _who_and_when(self, start: int, end: int) -> bool:
        """A line of names, roles and dates alone, with or without a note in brackets: "J Marsh, Elm House, 3 May"."""
        dated = any(self.text.raw[self.doc[at].idx].isdigit() for at in range(start, end))
        if self.owner.why == "letter" or (self.owner.role == "child" and not dated):
            return False  # "Mrs Pym." is whom a child likes
        named = depth = 0
        for at in range(start, end):
            depth += (self.lower[at] == "(") - (self.lower[at] == ")")
            if at in self.text.role_at:
                named += 1
            elif (
                self.text.alpha[at]
                and depth <= 0
                and not self.doc[at].is_title
                and self.lower[at] not in SMALL.with_names
            ):
                return False
        return named > 0 and end - start > 2

    def _quotes_a_letter(self) -> bool:
        """Whether the letter stands in quotation marks here: what stands outside them is the minute-taker's."""
        inside = {self.text.in_quote[at] for at in range(self.start, self.end)} - {-1}
        return any(self.text.quotes[quote].end - self.text.quotes[quote].start > _LETTER_LENGTH for quote in inside)

    def _closes(self, start: int, end: int) -> bool:
        """How a message pasted into somebody's box ends: "Kind regards, Susan"."""
        return bool(CLOSES.fullmatch(self.voices.words(start, end)))

    def _courtesy(self, start: int, end: int) -> bool:
        """A letter's greeting or signature."""
        words = [self.lower[at] for at in range(start, end) if self.text.alpha[at]]
        about = any(word in SMALL.third or word in SMALL.possessive for word in words)
        if self.text.cues.has("courtesy", start, end) and len(words) <= _COURTESY and not about:
            return True
        return len(words) <= 6 and (
            self.lower[end - 1] == "," or (not self._ours(start, end) and (end - 1) in self.text.role_at)
        )

    def _childs_own(self, start: int, end: int) -> str:
        if self.voices.written_by_staff(self.stretch) or self.signed_by_staff:
            return ""
        if self.owner.why in ("bare", "title") and not self._first_person(start, end):
            return ""
        if self.owner.why == "letter":
            return "letter" if not self.third or self._first_person(start, end) else ""
        if self.third and self._speaks_between(start, end):
            return "first_person"
        if self.third or self._puts_a_question(start, end) or self._anothers_note():
            return ""
        if self.rendered and (end - start <= _FEWEST_WORDS or stands_in("rendered", self.doc[start:end].text)):
            return ""  # "She laughed.", "The interpreter asked again."
        if not self.rendered and (self._narrated(start, end) or self._noted_down(start, end)):
            return ""
        if self.text.cues.has("appraisal", start, end) and (
            not self._first_person(self.start, self.end) or self._tells_of_no_other(start, end)
        ):
            return ""
        if (
            self.text.cues.has("opinion", start, end)
            and not self._first_person(start, end)
            and not self._asked_for(start, end)
        ):
            return ""
        if self.stretch.section in _LISTS and end - start < _FEWEST_WORDS:
            return ""  # "Me", beside the child's name in a list of who was there
        if self.stretch.section not in (SectionKind.VIEWS, None) and not self._under_own_heading():
            return "first_person" if self._first_person(start, end) else ""
        if self.asked:
            return "" if self.voices.on_a_scale(self.stretch) else "answer"
        return "first_person" if self._first_person(self.start, self.end) else ""

    def _puts_a_question(self, start: int, end: int) -> bool:
        """A question whose answer follows it in quotation marks or behind a dash is somebody else's."""
        behind = self.text.raw[self.voices.offsets[end - 1] + 1 :][:4].strip()
        return self.lower[end - 1] == "?" and not self._first_person(start, end) and behind[:1] in tuple("\"'“‘-–—")

    def _asked_for(self, start: int, end: int) -> bool:
        """An answer of the child's whose only sign of opinion is a "probably" of their own."""
        opinions = self.text.cues.within("opinion", start, end)
        return self.asked and all(self.text.cues.has("hedge", at, at + 1) for at, _ in opinions)

    def _anothers_note(self) -> bool:
        """Whether the label is somebody else's on the child's page: "Advocate's note"."""
        told = self.voices.owners.floors.named_in(self.stretch.prompt)
        return told in STAFF and self.owner.why == "section" and bool(_POSSESSIVE.search(self.stretch.prompt))

    def _noted_down(self, start: int, end: int) -> bool:
        """Words outside quotation marks where the child's stand inside them, or in sentences on a page of such notes:
        'Mud kitchen, Mon. "I am making soup." Gave me some.'"""
        if ACTS.search(self.stretch.prompt):
            return False
        if self.voices.is_scribed(self.stretch):
            return True
        if self._first_person(self.start, self.end):
            return False
        quoted = sum(1 for at in range(self.start, self.end) if self.text.in_quote[at] >= 0 and self.text.alpha[at])
        ended = any(
            q.start >= self.stretch.start and q.end <= self.stretch.end and self._is_sentence(q)
            for q in self.text.quotes
        )
        return (quoted > 1 and ended) or (end - start >= _FEWEST_WORDS and self.voices.is_noted(self.stretch))

    def _is_sentence(self, quote: Quoted) -> bool:
        return self.text.raw[quote.start : quote.end].rstrip("\"'”’ ")[-1:] in tuple(".!?")

    def _under_own_heading(self) -> bool:
        """An answer under the child's own heading or label ("Pupil's own statement", "What did it change? Pupil") in
        another part; among the careers, under a label that asks the child."""
        if self.owner.why != "label" or not self.asked:
            return False
        asked = self.stretch.prompt.split(" | ")
        by_label = any(self.voices.owners.floors.given_by(label).role == "child" for label in asked)
        return self.stretch.section in _ASKED_IN or (self.stretch.section in _ASKED_BY_LABEL and by_label)

    def _narrated(self, start: int, end: int) -> bool:
        """Whether somebody speaks about or to the child here: "He needs...", "You seem...", "We think she..."."""
        head = self.lower[start]
        if head in ("you", "your") and (self.text.addressed or not self.asked):
            return True  # "You can draw, write or talk", of the form itself too
        if head in SMALL.bids and not self.asked and {"you", "your"}.intersection(self.lower[start:end]):
            return not self._first_person(start, end)  # "Tell us about your friends"
        others_named = any(m and m[2] != "child" for at in range(self.start, start) if (m := self.text.role_at.get(at)))
        others_named = others_named or self._capitals_before(start)
        pronoun = head in SMALL.third or head in ("his", "her", "their")
        if (
            pronoun
            and not others_named
            and not self._first_person(start, end)
            and self.text.may_be_child(subject_form(head))
        ):
            return True
        if self._tells_of_no_other(start, end) and not self._first_person(self.start, self.end):
            return True  # "Staff should give him space"
        for _, cue_end in self.text.cues.within("opinion", start, end):
            about = self.lower[cue_end : cue_end + 3]
            if any(word in SMALL.third and self._may_be_named(word) for word in about):
                return True
        return False

    def _may_be_named(self, word: str) -> bool:
        """ "I think they..." is about others unless the child is called "they"."""
        return self.text.may_be_child(word) and (word != "they" or "they" in self.text.pronouns)

    def _homes_own(self, start: int, end: int) -> bool:
        head = self.text.head(start, end)
        listed = self.stretch.prompt.endswith("?") and head is not None and head.start > start  # "Art, DT and cooking"
        if not self._ours(start, end) and self._is_set(start, end):
            return False
        praised = self.owner.why == "label" and head is not None and self._says_how(head)
        if head and head.named and head.role in STAFF and not (listed or praised) and not self._ours(start, end):
            return False
        if self._ours(start, end):
            return True
        if self.text.cues.has("praised", start, end) or self.text.cues.has("standing", start, end):
            return False
        if self.lower[end - 1] == ":" or (
            self.text.cues.has("attended", start, end)
            and not self.text.cues.has("rang_to_say", start, end)
            and not self._tells_of_the_child_alone(start)
        ):
            return False
        asked_of_home = bool(self.stretch.prompt) or any(VIEW_VERB.search(label) for label in self.stretch.over[:1])
        if self.owner.why == "section" and not asked_of_home and not self._home_speaks():
            return False
        words = sum(1 for at in range(start, end) if self.text.alpha[at])
        if words == 1 and self.stretch.prompt.endswith("?"):
            return end - start <= 2 and len(head_word := self.lower[start]) >= _LETTERS and not head_word.endswith("ed")
        if words == 1 and not self.label and FLOOR.search(self.stretch.prompt):
            return (start, end) == (self.start, self.end) and self.lower[start] in SMALL.verdicts
        whole = (start, end) == (self.start, self.end) and not self.label and not self.stretch.prompt.endswith(":")
        asked = self.stretch.prompt and (self.owner.why == "section" or (whole and self.owner.why == "label"))
        return words >= (2 if asked else 3)

    def _is_set(self, start: int, end: int) -> bool:
        """Whether a name or initials open a task: "HM to send a copy"."""
        mention = self.text.role_at.get(start)
        named = mention is not None or (self.doc[start].text.isupper() and end - start > _FEW)
        return named and "to" in self.lower[mention[1] if mention else start + 1 :][:1]

    def _says_how(self, head: Subject) -> bool:
        """Whether a carer says how somebody is or has been: "The mentor has been brilliant with him"."""
        mention = self.text.role_at.get(head.start)
        return mention is not None and bool(SMALL.being.intersection(self.lower[mention[1] : mention[1] + 1]))

    def _tells_of_the_child_alone(self, start: int) -> bool:
        """Whether the sentence opens with the child, and the block with nobody from home: "He joined the cadets"."""
        mention = self.text.role_at.get(start)
        child = mention[2] == "child" if mention else self._is_childs_pronoun(start)
        return child and not self._tells_of_home()

    def _home_speaks(self) -> bool:
        """Whether the block speaks as "I", names somebody from home or tells of life there: staff prose stands in the
        carer's part too."""
        if self.voices.is_home_log(self.stretch):
            return True
        if self.text.cues.has("of_home", self.start, self.end) and not self._names_staff():
            return True
        named = any(
            m and m[2] in (*HOME, "other") for at in range(self.start, self.end) if (m := self.text.role_at.get(at))
        )
        return named or any(self.lower[at] in _SAYS_I for at in range(self.start, self.end))

    def _names_staff(self) -> bool:
        """Whether somebody of the staff is named in the block: then it is the school's own prose."""
        mentions = (self.text.role_at.get(at) for at in range(self.start, self.end) if self.text.title[at])
        return any(mention[2] in STAFF for mention in mentions if mention)

    def _others_word(self, reports: list[tuple[str, int, Subject]], start: int, end: int) -> bool:
        """Whether somebody named other than the owner speaks or thinks here: "Tutor thinks retail"."""
        if not reports or self._first_person(start, end):
            return False
        kind, at, subject = reports[0]
        if self._in_passing(self._speaker(subject, at, start), subject, start, end):
            return False
        return kind in ("report", "view") and subject.named and subject.role not in (self.owner.role, "child")


def _refers(words: str) -> bool:
    """Whether a line only sends the reader elsewhere: "See 4g", "See what Deb said on the day"."""
    match = _REFERS.fullmatch(words)
    return match is not None and (len(match["more"].split()) < _FEW or match["where"].lower() in SMALL.references)
