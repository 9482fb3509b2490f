"""Reported speech: verbs of saying, wishing and offering with their subjects, and whose voice each gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pepinsight.evidence.small_words import SMALL
from pepinsight.evidence.voice.block_clauses import Clauses
from pepinsight.evidence.voice.speech import HOME, STAFF, VOICES, Said
from pepinsight.evidence.voice.subjects import Subject, Topic
from pepinsight.plan import SectionKind

_FACTS = (SectionKind.CONTACT, SectionKind.CARE, SectionKind.FRONT, SectionKind.ATTENDEES, SectionKind.SIGN_OFF)
_LETTER_LENGTH = 120
_PUT = ("asked", "asks", "told", "tells")
"""Who asks or tells is not the "he" or "she" who then speaks: "Mr Frome asked what helps and she said the pass"."""
_MARKS = ("scored", "scores", "rated", "rates")
_MARKED_BY_THE_CHILD = (SectionKind.VIEWS, SectionKind.MEETING, SectionKind.SEMH, SectionKind.UNRECOGNISED)
_SENT = re.compile(r"(?:e-?mail|text|messag)ed$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ON_CONDITION = {
    "tells": Clauses._clause_follows,
    "tells_as": Clauses._as_follows,
    "marks_given": Clauses._gives_a_mark,
    "people_say": Clauses._some_say,
    "tells_not": Clauses._not_thought,
}
"""Kinds of cues that pass on words only where something follows."""
_KINDS = (*_ON_CONDITION, "report", "inscribed", "wish", "liking", "view", "offer", "chosen")


class Reports(Clauses):
    """Reported speech: verbs of saying, wishing and offering with their subjects, and whose voice each gives."""

    def _reports(self, start: int, end: int) -> Iterator[tuple[str, int, Subject]]:
        """The verbs of speech, wish and view of a sentence outside quotes, each with its subject, in order."""
        cues = [
            (cue, kind)
            for kind in _KINDS
            for cue in self.text.cues.within(kind, start, end)
            if self.text.in_quote[cue[0]] < 0
        ]
        stances = {at: found for at in range(start, end) if (found := self._stance(at, start, end))}
        cues = [*(((at, at + 1), "stance") for at in stances if self.text.in_quote[at] < 0), *cues]
        last: Subject | None = None
        asker = self._opens_with_a_question(start, end)
        done: set[int] = set()
        for (at, cue_end), kind in sorted(
            cues, key=lambda cue: (cue[0][0], cue[1] != "stance", cue[1] not in _ON_CONDITION, -cue[0][1])
        ):
            if at in done:
                continue
            if kind == "chosen":
                if self.stretch.section is not SectionKind.MEETING or not (asker or self._as_follows(cue_end, end)):
                    continue
                kind = "view"
            if kind in _ON_CONDITION:
                if not _ON_CONDITION[kind](self, cue_end, end):
                    continue
                kind = "report"
                if self._is_supposed(at, start):
                    continue
            done.update(range(at, cue_end))
            if kind == "stance":
                last = stances[at]
                yield "report", at, last
                continue
            if (
                kind == "wish"
                and self.lower[at] in SMALL.wish_nouns
                and (self.lower[at - 1] in SMALL.possessive or self.lower[at - 1] in ("'s", "'"))
            ):
                continue  # "Tamsin's wishes were read out"
            if asker and at == start:
                continue
            if kind == "report" and self._says_nothing(at, cue_end, end):
                continue
            if kind == "inscribed":
                if not self._words_follow(cue_end, end) and not (
                    _SENT.match(self.lower[at]) and self.lower[cue_end : cue_end + 1] == [","]
                ):
                    last = self.text.subject_of(at, start, self.topic, last) or last
                    continue
                kind = "report"
            subject = self.text.subject_of(at, start, self.topic, last, modal_bars=kind == "report")
            if subject is None or self._told_passively(subject, at, cue_end):
                continue
            if self.text.conditional(subject.start, at, start) and kind in ("report", "wish"):
                last = subject
                continue
            if subject.role == "ellipsis" and at > start + 3 and not self._starts_clause(at):
                continue
            spoken_to = self.text.role_at.get(cue_end)
            if (
                spoken_to
                and spoken_to[2] == subject.role
                and self.lower[at] in _PUT
                and self._is_childs_pronoun(subject.start)
            ):
                subject = Subject("child", subject.start)  # "Mr Frome met him. He told Mr Frome ..."
            if asker and not subject.named and self._is_childs_pronoun(subject.start):
                subject = Subject("child", subject.start)
                self.answered = True
            asker = asker or (kind == "report" and subject.named and subject.role != "child" and self.lower[at] in _PUT)
            last = subject
            yield kind, at, subject

    def _opens_with_a_question(self, start: int, end: int) -> bool:
        """ "Asked about secondary, he said ...": the child was asked, by nobody in particular."""
        comma = next((at for at in range(start, end) if self.lower[at] == ","), end)
        asked = self.lower[start] == "asked" and self.lower[start + 1 : start + 2] != ["for"]
        return asked and comma + 1 < end and self._is_childs_pronoun(comma + 1)

    def _is_childs_pronoun(self, at: int) -> bool:
        return self.lower[at] in self.text.pronouns and self.text.may_be_child(self.lower[at])

    def _says_nothing(self, at: int, cue_end: int, end: int) -> bool:
        """ "Her comments are in section 9", "he said nothing", "she tells me off" pass on no words."""
        if self._is_habit(at, cue_end, end) or self._is_manner(at, cue_end, end) or self._is_order(at, cue_end, end):
            return True
        noun = (
            cue_end - at == 1
            and self.lower[at] in SMALL.answers
            and (self.lower[at - 1] in SMALL.possessive or self.lower[at - 1] == "'s")
        )
        after = self.lower[cue_end : min(cue_end + 2, end)]
        asks = self.lower[at] in ("ask", "asks", "asked") and after[:1] != ["about"]
        if asks and "questions" in self.lower[cue_end : min(cue_end + 3, end)]:
            return True  # "asks good questions" in class
        if self.lower[at - 1 : at + 1] == [",", "told"] and after[:1] in (["the"], ["a"]):
            return True  # "told the plan for the day" by others
        return noun or after[:1] == ["nothing"] or (self.lower[at][:4] in ("tell", "told") and after[1:] == ["off"])

    def _is_supposed(self, at: int, start: int) -> bool:
        """ "When he thinks he is laughed at" tells of no thought of the child's."""
        supposed = bool(SMALL.supposing.intersection(self.lower[max(at - 3, start) : at]))
        return supposed or (at > start + 2 and self._unknown_speaks(start))

    def _unknown_speaks(self, start: int) -> bool:
        """Whether the sentence opens with somebody not known who speaks: "Rhona wrote that ... and she thinks ..."."""
        opens = self.text.title[start] and start not in self.text.role_at and self.lower[start] not in SMALL.third
        return opens and any(self.text.cues.has(kind, start + 1, start + 2) for kind in ("report", "inscribed"))

    def _words_follow(self, at: int, end: int) -> bool:
        """Whether a quote, a colon or "that" follows: somebody's words, and not only the act of writing."""
        return any(self.text.in_quote[t] >= 0 or self.lower[t] in (":", "that") for t in range(at, min(at + 4, end)))

    def _told_passively(self, subject: Subject, at: int, cue_end: int) -> bool:
        """ "Told us he..." has the child as its subject, "Told in writing that..." and "when asked" have not."""
        if self.lower[at - 1] == "when":
            return True
        if subject.role != "ellipsis" or self.lower[at] not in ("told", "asked"):
            return False
        following = self.lower[cue_end] if cue_end < len(self.lower) else ""
        return following not in SMALL.objects and cue_end not in self.text.role_at and self.lower[at] == "told"

    def _starts_clause(self, at: int) -> bool:
        return self.lower[at - 1] in SMALL.joining or self.lower[at - 1] in ("-", "–", "(", ".", ":")

    def _follow_topic(self, start: int, end: int, reports: list[tuple[str, int, Subject]]) -> None:
        head = self.text.head(start, end)
        named = head if head and head.role not in ("first", "you") and self.text.in_quote[start] < 0 else None
        if self.owner.why == "letter" and self._ours(start, end):
            named = None  # the name after "Dear" is nobody the letter is about
        if named is None:
            named = next((s for _, _, s in reports[:1] if s.named), None)
        if self.rendered or (self.about == "child" and named and named.role != "child"):
            return  # on the child's own page, or under "What the pupil brought", "she" is the child
        if named and named.role in STAFF and self._is_sent(named):
            return  # "NF will ring the office. She asked for ...": who is given a task is not who speaks next
        if self.answered:  # "Mr Frome asked what helps and she said the pass. She told us ..."
            self.topic, self.answered = Topic("child"), False
            return
        if named and named.role in ("child", "carer", "parent", "school", "social_worker", "agency", "peer", "family"):
            self.topic = self.text.topic_of(named)
        if head is not None and head.named and not self.text.cues.has("goes_on", start, start + 1):
            self.noted = head.role

    def _is_sent(self, subject: Subject) -> bool:
        """Whether somebody is given a task here: "NF will ring", "Mr Frome to send"."""
        mention = self.text.role_at.get(subject.start)
        return mention is not None and mention[1] < self.end and self.lower[mention[1]] in ("will", "to", "'ll")

    def _reported(self, start: int, end: int, reports: list[tuple[str, int, Subject]]) -> list[Said]:
        if (told := self._attributed(start, end)) is not None:
            return [told]
        found: list[Said] = []
        blocked = False
        for number, (kind, at, subject) in enumerate(reports):
            role = self._speaker(subject, at, start)
            if self._in_passing(role, subject, start, end):
                continue
            opens = number == 0 or self._new_clause(subject.start, start)
            nested = blocked and kind == "report" and role == "child" and subject.named and self.lower[at] in SMALL.told
            if blocked and not (opens or nested):
                continue
            if opens and subject.named:
                blocked = False
            rule = self._counts(kind, role, subject, at, start)
            if self._what_was_said(subject, at, start) or (role == "child" and self._plays_a_part(at, end)):
                rule = ""
            if rule == "wish" and role == "child" and self._wished_by_others(at, start, end):
                rule = ""
            if rule:
                if not found:
                    found.append(Said(subject.start if blocked else start, end, role, rule))
                elif role != found[-1].role and role in VOICES and (opens or nested):
                    found[-1] = replace(found[-1], end=subject.start)
                    found.append(Said(subject.start, end, role, rule))
                if kind in ("report", "view") and role != "child":
                    blocked = True
            elif role not in ("child", "ellipsis", "first", "you") and kind in ("report", "view"):
                blocked = True
        return [said for said in found if said.end > said.start]

    def _in_passing(self, role: str, subject: Subject, start: int, end: int) -> bool:
        """A child's own "they said I can't" stays the child's, and in an answer "Mr Frome said I might"."""
        own = self.owner.role == "child" and not self.third and role != "child"
        if own and (self.rendered or (self._childs_page() and not self._tells_of_the_child(subject.start, end))):
            return True
        return own and self._first_person(start, end if subject.named and self.asked else subject.start)

    def _tells_of_the_child(self, start: int, end: int) -> bool:
        return any(self._is_childs_pronoun(at) for at in range(start, end))

    def _childs_page(self) -> bool:
        """Whether the child writes this page, and somebody else's word in it is passed on by the child."""
        return self.stretch.section == SectionKind.VIEWS and self.voices.speaks_for_itself(self.stretch)

    def _what_was_said(self, subject: Subject, at: int, start: int) -> bool:
        """ "Staff wrote down what she said" passes on nothing."""
        before = self.lower[max(subject.start - 2, start) : subject.start]
        return before[-1:] == ["what"] or before == ["just", "as"]

    def _plays_a_part(self, at: int, end: int) -> bool:
        """Whether the quote after this verb is a line from a story or film."""
        for token in range(at, min(at + 8, end)):
            quote = self.text.in_quote[token]
            if quote >= 0:
                return self._from_fiction(token, self._quote_end(self.text.quotes[quote]), self._sentence_start, end)
        return False

    def _new_clause(self, at: int, start: int) -> bool:
        before = self.lower[max(at - 2, start) : at]
        return bool(before) and (before[-1] in SMALL.opens_clause)

    def _counts(self, kind: str, role: str, subject: Subject, at: int, start: int) -> str:
        """The rule by which this verb gives the role's voice, or "" where it does not."""
        if subject.role == "first" and role == self.owner.role:
            return ""  # first-person words are judged with the whole sentence
        if role == "child":
            return self._child_counts(kind, subject, at, start)
        if role in HOME:
            if self.introduces and kind != "report":
                return ""
            if kind == "liking":
                worry = self.text.cues.has("minds", at, at + 1)  # "Priya came. She is worried about May."
                return "view" if subject.named or subject.role == "ellipsis" or worry else ""
            if kind == "view" and role == "parent" and self.stretch.section in _FACTS:
                return ""
            if kind == "offer":
                told_of = any(self.text.cues.has(of, at, at + 4) for of in ("praised", "standing"))
                if self.stretch.section in _FACTS or told_of:
                    return ""
                at_home = self.owner.role in HOME
                promised = bool(SMALL.promises.intersection(self.lower[at : at + 2]))
                told = (
                    subject.named
                    and self.stretch.section == SectionKind.MEETING
                    and self.lower[at] not in SMALL.plain_verbs
                )
                offered = bool(SMALL.offers.intersection(self.lower[at : at + 2]))
                promised = promised and self.stretch.section in (SectionKind.MEETING, SectionKind.CARER)
                return "offer" if at_home or told or promised or offered else ""
            return {"report": "reported", "wish": "wish", "view": "view"}[kind]
        return "reported" if kind == "report" and role not in ("ellipsis", "you") else ""

    def _child_counts(self, kind: str, subject: Subject, at: int, start: int) -> str:
        if self.stretch.is_fact and self.stretch.section is SectionKind.TARGETS:
            return ""  # "Noor asks for help in 4 lessons of 5" is what is aimed at
        if self._hedged(subject.start, at, start):
            return ""
        if self.lower[at] in SMALL.says_it and self.lower[at + 1 : at + 2] and self.lower[at + 1] in SMALL.greetings:
            return ""  # "said sorry to the driver"
        if self._tells_why() and self.text.cues.has("minds", at, at + 1) and subject.role == "child":
            return "reported"  # why this target: "Tamsin is worried about the bus"
        if kind in ("view", "offer") and not (kind == "view" and self._takes_a_stand(subject, at)):
            return ""
        if kind == "wish" and (
            self._is_task(start, at)
            or self.text.cues.has("motive", at + 1, at + 3)
            or self.text.cues.has("zeal", at, at + 2)
            or SMALL.modal.intersection(self.lower[subject.start : at])
        ):
            return ""  # "wants to do well", "will want to go"
        quoted = any(self.text.in_quote[token] >= 0 for token in range(at, min(at + 5, self.end)))
        homes = self.owner.role in HOME and (self.stretch.section is SectionKind.CARER or self.owner.why == "label")
        if homes and not (subject.named or quoted):
            return ""  # "he says there is no homework" is the carer's to tell
        if self.lower[at] in _MARKS and self.stretch.section not in _MARKED_BY_THE_CHILD:
            return ""  # "She scored 34%"
        if kind in ("report", "view"):
            return "reported"
        if self.owner.role == "child" and (self.signed_by_staff or self.voices.written_by_staff(self.stretch)):
            return ""
        if kind == "liking":
            if self.text.cues.has("appraisal", start, self.end):
                return ""  # "Finds English a challenge"
            return "reported" if subject.role == "ellipsis" and self.owner.why == "label" else ""
        narrated_elsewhere = self.owner.role in HOME or self.owner.role in STAFF
        return "" if narrated_elsewhere and self.owner.role != "child" else "wish"

    def _is_task(self, start: int, at: int) -> bool:
        """ "Tamsin to say which day she wants": what somebody is to do, and no wish."""
        head = self.text.role_at.get(start)
        return head is not None and head[2] == "child" and head[1] < at and self.lower[head[1]] == "to"

    def _takes_a_stand(self, subject: Subject, at: int) -> bool:
        """In the minutes the child agrees, doubts or minds: "Tamsin agreed to two", "Tamsin is worried about May"."""
        if self.stretch.section is not SectionKind.MEETING or self.owner.role in HOME:
            return False
        chosen = self.text.cues.has("chosen", at, at + 1) and self.lower[at + 1 : at + 2] not in (["not"], ["to"])
        if chosen or self.lower[at] in SMALL.agreeing:
            return at - subject.start <= 2 and subject.role == "child" and not self._joined_verb(at)
        stands = self.lower[at : at + 5]
        return (
            subject.named and bool(SMALL.minds_about.intersection(stands)) and bool(SMALL.unsure.intersection(stands))
        )

    def _joined_verb(self, at: int) -> bool:
        return self.lower[at - 1] in SMALL.joining

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
        return inside and self.text.title[at + 1] and (at + 1) not in self.text.role_at
