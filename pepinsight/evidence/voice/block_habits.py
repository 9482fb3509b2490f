"""Verbs of saying that pass on no words of the child's: ways of coping, manners, rude words to staff, others' hopes."""

from __future__ import annotations

import re

from pepinsight.evidence.small_words import SMALL
from pepinsight.evidence.voice.block_state import BlockState
from pepinsight.evidence.voice.speech import STAFF
from pepinsight.plan import SectionKind

_TELL = ("asks", "ask", "tells", "tell")
_ASKED = ("asked", "told")
_SAYS = ("say", "says", "said")
_NEAR = 4
_COUNTED = re.compile(r"\b(?:occasions|daily)\b|\btimes\b(?! an? )|\d (?:\w+ )?(?:out )?of \d", re.IGNORECASE)
"""How often something was done: "on 12 occasions", "in 8 lessons out of 10"."""
_LAST_WORDS = 5


class Habits(BlockState):
    """Verbs of saying that pass on no words of the child's."""

    def _is_habit(self, at: int, cue_end: int, end: int) -> bool:
        """ "Asks for help when stuck", "tells an adult before he cries", "asked for a break on 12 occasions": how the
        child copes, and no words of the child's."""
        clause = self.lower[cue_end:end]
        before = self.lower[at - 1] if at else ""
        if self.lower[at] in _SAYS and before in SMALL.often:
            return bool(SMALL.habitual.intersection(clause)) and any(q >= 0 for q in self.text.in_quote[cue_end:end])
        if self.lower[at] in _ASKED:
            return cue_end < end and bool(_COUNTED.search(self.voices.words(cue_end, end))) and self._no_clause(clause)
        if self.lower[at] not in _TELL:
            return False
        if before in SMALL.often and clause[:1] in (["to"], ["for"]):
            return True
        if clause[:1] == ["for"]:
            return bool(SMALL.sought.intersection(clause[1:4])) or bool(SMALL.habitual.intersection(clause))
        habits = self.lower[at].startswith("tell") and bool(SMALL.habitual.intersection(clause[:5]))
        return habits and self._no_clause(clause)

    def _no_clause(self, clause: list[str]) -> bool:
        """Whether no thought is told: "told staff when he was upset", not "told staff he was upset when ..."."""
        opens = next((n for n, word in enumerate(clause[:5]) if word in SMALL.clause_opens), len(clause))
        habits = next((n for n, word in enumerate(clause[:5]) if word in SMALL.habitual), len(clause))
        return clause[:1] != ["to"] and (habits < opens or opens == len(clause))

    def _is_manner(self, at: int, cue_end: int, end: int) -> bool:
        """ "Says please", "tells her teacher the truth", "expresses herself well", "smiled when she said this"."""
        after = self.lower[cue_end:end]
        if self.lower[at].startswith("express"):
            return after[:1] == ["clearly"] or bool(SMALL.reflexive.intersection(after[:1]))
        if (
            after[:1]
            and after[0] in SMALL.pointing
            and (
                not after[1:2]
                or self.doc[cue_end + 1].is_punct
                or (after[0] == "this" and after[1] in SMALL.breaks | {"very"})
            )
        ):
            return True
        tells = self.lower[at].startswith(("tell", "told"))
        if not (tells or self.lower[at] in _SAYS):
            return False
        if after[:1] == ["what"] and after[1:2] and after[1] in SMALL.third and after[2:3] and after[2] in SMALL.minded:
            return True  # "says what she thinks"
        said = [n for n, word in enumerate(after) if word not in SMALL.determiners and word not in SMALL.objects]
        for n in said[: 4 if tells else 2]:
            if after[n] in SMALL.clause_opens or after[n] in SMALL.finite or after[n] == "no":
                return False  # "said no thank you" is an answer
            if after[n] in SMALL.recited:
                return not SMALL.finite.intersection(after[n + 1 : n + 2])
        return False

    def _while_speaking(self, at: int, end: int) -> bool:
        """ "Smiled when she said this", "laughed as he told us": how words were said, and no answer without words."""
        after = self.lower[at + 1 : min(at + 1 + _NEAR, end)]
        beside = next((n for n, word in enumerate(after) if word in ("when", "as", "while")), len(after))
        return bool(SMALL.speaking.intersection(after[beside + 1 :]))

    def _is_order(self, at: int, cue_end: int, end: int) -> bool:
        """ "Told the teacher to go away", where the plan tells of an incident."""
        if self.lower[at] != "told" or self.stretch.section is not SectionKind.EXCLUSIONS:
            return False
        return "to" in self.lower[cue_end : min(cue_end + _NEAR, end)]

    def _wished_by_others(self, at: int, start: int, end: int) -> bool:
        """ "It was agreed that she would like the corner", "he would like to be calm, staff feel"."""
        if self.lower[start] == "it" and SMALL.impersonal.intersection(self.lower[start + 1 : min(start + 4, at)]):
            return True
        return any(
            first > at and self.lower[first - 1] == "," and not any(self.text.alpha[cue_end:end])
            for first, cue_end in self.text.cues.within("opinion", max(start, end - _LAST_WORDS), end)
        )

    def _is_childs_say(self) -> bool:
        """Whether the child's views are told here: in the child's own part, or in the minutes."""
        return self.owner.role == "child" or self.stretch.section is SectionKind.MEETING

    def _speaks_between(self, start: int, end: int) -> bool:
        """Whether the child's own sentence stands among a narrator's on the child's page: "Layla can be shy. I want to
        be a vet"."""
        if self.stretch.section is not SectionKind.VIEWS or self.owner.role != "child":
            return False
        opens = self.lower[start : start + _NEAR]
        likes = opens[0] == "i" and bool(SMALL.likes.intersection(opens[1:]))
        if not (likes or opens[:2] == ["my", "favourite"]) or self.text.cues.has("opinion", start, end):
            return False
        told = any(m and m[2] == "child" for at in range(start, end) if (m := self.text.role_at.get(at)))
        return not told and not any(self._is_of_the_child(at) for at in range(start, end))

    def _is_of_the_child(self, at: int) -> bool:
        word = SMALL.subject_form.get(self.lower[at], self.lower[at])
        return word in ("he", "she", "him") and (not self.text.pronouns or word in self.text.pronouns or word == "him")

    def _tells_of_no_other(self, start: int, end: int) -> bool:
        """Whether a "her" or "him" stands here that can be nobody but the child: neither the question nor the answer
        names anybody else before it."""
        at = next((at for at in range(start, end) if self._is_of_the_child(at) and self.text.in_quote[at] < 0), None)
        if at is None or self._capitals_before(at) or self.voices.owners.floors.named_in(self.stretch.prompt):
            return False
        noted = any(
            self.text.cues.has(kind, start, at) for kind in ("liking", "wish", "minds", "non_verbal", "handled")
        )
        before = [self.text.role_at.get(token) for token in range(self.start, at)]
        named = any(mention and mention[2] not in ("child", *STAFF) for mention in before)
        return (
            not noted and not named and not any(self._is_a_name(first) for first, _ in self.sentences if first < start)
        )

    def _is_a_name(self, at: int) -> bool:
        """Whether the word at the head of a sentence is a name, never written small: "Steve. He shows me"."""
        return (
            self.text.title[at]
            and at not in self.text.role_at
            and not re.search(rf"\b{self.lower[at]}\b", self.text.raw)
        )

    def _capitals_before(self, start: int) -> bool:
        """Whether somebody else may be named before: a capital within a sentence, or an answer that is a name alone."""
        if any(self.text.title[at] and not self.doc[at].is_sent_start for at in range(self.start, start)):
            return True
        alone = [first for first, end in self.sentences if end <= start and sum(self.text.alpha[first:end]) == 1]
        return any(self.text.title[at] for at in alone) and self.voices.speaks_for_itself(self.stretch)
