"""What follows a verb or stands around it: whether somebody's words are passed on there, or only what somebody does."""

from __future__ import annotations

import re

from pepinsight.evidence.small_words import SMALL
from pepinsight.evidence.voice.block_habits import Habits
from pepinsight.evidence.voice.speech import HOME, STAFF, Said
from pepinsight.evidence.voice.subjects import Subject
from pepinsight.plan import SectionKind

_FAR = 6
"""Within how many words a clause shows its verb, or a stance its "is"."""
_MARK = re.compile(r"\b\d+ ?(?:/|out of) ?\d")


class Clauses(Habits):
    """What follows a verb or stands around it."""

    def _clause_follows(self, at: int, end: int) -> bool:
        """Whether a whole thought follows: "that ...", "she is not heard", "to Ada that ...", "the bus is late", "maths
        as her best subject"; not "her answers well"."""
        if self.lower[at : at + 1] == ["like"]:
            at += 1
        following = self.lower[at:end]
        if not following:
            return False
        if following[0] in SMALL.clause_opens:
            return True
        if following[0] in SMALL.possessive and SMALL.spoken.intersection(following[1:3]):
            return True  # "shared her worries"
        for ahead in range(1, min(_FAR, len(following))):
            word = following[ahead]
            if word == "that":
                return True
            if word in SMALL.breaks:
                return False
            if word in SMALL.finite:
                return True
        return False

    def _not_thought(self, cue_end: int, end: int) -> bool:
        denied = cue_end > 1 and self.lower[cue_end - 2] in ("not", "n't", "nt")
        return denied and self._clause_follows(cue_end, end)

    def _some_say(self, cue_end: int, end: int) -> bool:
        """ "Carers say", "they say", "you say it is good" in a plan written to the child; not "can say"."""
        before = self.lower[cue_end - 2] if cue_end > 1 else ""
        spelt = self.lower[cue_end : cue_end + 1] != ["it"] or bool(
            SMALL.finite.intersection(self.lower[cue_end + 1 : cue_end + 2])
        )
        told = before == "you" and self.text.addressed and spelt and self._clause_follows(cue_end, end)
        return before == "they" or told or (cue_end - 2) in self.text.role_at

    def _as_follows(self, at: int, end: int) -> bool:
        if self.stretch.section is SectionKind.TARGETS:
            return False  # "identifies the main idea as required"
        following = self.lower[at : min(at + 2 * _FAR, end)]
        stop = next((n for n, word in enumerate(following) if word in (".", ";", "(")), len(following))
        return "as" in following[1:stop]

    def _gives_a_mark(self, at: int, end: int) -> bool:
        return at < end and bool(_MARK.search(self.voices.words(at, min(at + 2 * _FAR, end))))

    def _attributed(self, start: int, end: int) -> Said | None:
        """Whose words a whole sentence is said to give: "According to Priya, ...", "In Tamsin's own words, ...",
        "It was raised by the carer that ..."."""
        for at in range(start, end):
            if self.text.in_quote[at] >= 0:
                continue
            word = self.lower[at]
            if word == "by" and at > start and self.text.cues.has("passed_on", at - 1, at) and self._is_done(start, at):
                role = self._named_from(at + 1, end)
            elif word == "as" and at == start and SMALL.first.intersection(self.lower[at + 2 : at + _FAR]):
                role = self._named_from(at + 1, end)  # "As his carer I think ..."
                self.signed_by_staff = self.signed_by_staff or role in STAFF
            elif word == "according" and self.lower[at + 1 : at + 2] == ["to"]:
                role = self._named_from(at + 2, end)
            elif word in SMALL.says_it and at > start + 2 and self._ends_the_sentence(at + 1, end):
                role = self._named_from(at + 1, end)
                if role not in ("", "other"):
                    return Said(start, end, role, "reported")  # "Mondays are hard, says carer."
            elif word == "to" and self._sends_word(at, start, end):
                head = self.text.head(start, at)
                role = head.role if head is not None and head.named and head.role in HOME else ""
            elif word in ("in", "from") and at == start:
                role = self._in_words_of(at + 1, end)
            else:
                continue
            if role in ("child", *HOME) or (word == "as" and role in STAFF):
                return Said(start, end, role, "reported")
        return None

    def _sends_word(self, at: int, start: int, end: int) -> bool:
        """ "Mum rang before the meeting to say she is happy": who rings or comes to say something says it."""
        said = self.text.cues.within("rang_to_say", at, at + 1)
        return bool(said) and self.text.cues.has("attended", start, at) and self._clause_follows(said[0][1], end)

    def _ends_the_sentence(self, at: int, end: int) -> bool:
        mention = self.text.role_at.get(at)
        return mention is not None and not any(self.text.alpha[mention[1] : end])

    def _is_done(self, start: int, at: int) -> bool:
        """Whether a passive verb of being stands before: "was also raised by"."""
        return bool(SMALL.passive.intersection(self.lower[max(at - 5, start) : at]))

    def _named_from(self, at: int, end: int) -> str:
        """Who is named here, "the" or "her" before the noun or not; "" where it is "Priya's friend"."""
        for token in range(at, min(at + 3, end)):
            if mention := self.text.role_at.get(token):
                owns = mention[1] < end and self.lower[mention[1]] in ("'s", "'")
                return "" if owns else mention[2]
        return ""

    def _in_words_of(self, at: int, end: int) -> str:
        """The role of "Tamsin" in "in Tamsin's own words,"."""
        mention = self.text.role_at.get(at)
        if mention is None or self.lower[mention[1] : mention[1] + 1] not in (["'s"], ["'"]):
            return ""
        after = self.lower[mention[1] + 1 : min(mention[1] + 3, end)]
        return mention[2] if SMALL.words_of.intersection(after) else ""

    def _stance(self, at: int, start: int, end: int) -> Subject | None:
        """Whose wish or worry a noun names and "is" spells out: "Tamsin's main worry at the moment is ..."."""
        if self.lower[at] not in SMALL.stances or (self.lower[at] in SMALL.tastes and not self._is_childs_say()):
            return None
        ahead = self.lower[at + 1 : min(at + 1 + _FAR, end)]
        copula = next((n for n, word in enumerate(ahead) if word in ("is", "was", "are", "were")), None)
        if copula is None or SMALL.breaks.intersection(ahead[:copula]):
            return None
        spelt = self.lower[at + copula + 2 : at + copula + 3]
        if not spelt or spelt[0].endswith("ed") or spelt[0] in SMALL.unspelt:
            return None
        for back in range(at - 1, max(at - 4, start - 1), -1):
            if self.lower[back] in ("'s", "'") and (owner := self.text.role_at.get(back - 1)):
                return Subject(owner[2], owner[0], True)
            if self.lower[back] in SMALL.possessive and self.lower[back] != "your":
                return Subject(self.topic.role, back)
        return None
