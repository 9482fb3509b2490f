"""To whom a label or heading gives the floor: "Amira's views", "What do the people at home see?", "Over to you, Fi"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from pepinsight.evidence.labels import (
    ADDRESSEE,
    ASKED_HOW,
    ASKS,
    CHILD_LABEL,
    CHILDS_OWN,
    DUTY,
    FLOOR,
    HOME,
    HOME_LABEL,
    LEADS_TO,
    NAMES_ONLY,
    OTHERS,
    OTHERS_OWN,
    OTHERS_SAY,
    OWN_PRONOUN,
    PLACE_SAYS,
    PLACES,
    SPLIT_LABEL,
    SUBJECT_PRONOUN,
    TASK,
    TELLING_VERB,
    VIEW_VERB,
)
from pepinsight.evidence.voice.mentions import Mentions

_LONGEST = 90
_LETTER = re.compile(r"(?<![\w'’.])[A-HJ-Z](?![\w'’.|:)])")
_HOME = ("carer", "parent")
_JOINED = ("/", "or", "and", "&", "and/or")


@dataclass(frozen=True, slots=True)
class Given:
    """The role that has the floor, "" for nobody in particular.

    ``weak`` where only a pronoun says so: "My comments" on the carer's page are the carer's. ``bare`` where the label
    is a name and no more: in a list of people it gives nobody the floor.
    """

    role: str = ""
    weak: bool = False
    bare: bool = False


NOBODYS = Given()


@dataclass(frozen=True, slots=True)
class _Party:
    start: int
    end: int
    role: str
    weak: bool = False


class Floors:
    """Reads labels by the people whom a text mentions: ``mentioned`` is each mention in lower case with its role. The
    common words for a role ("carer", "pupil") need no mention."""

    def __init__(self, mentioned: Mapping[str, str], initials: Mapping[str, str] | None = None) -> None:
        self.mentions = Mentions(mentioned)
        self.initials = initials or {}
        self._read: dict[str, Given] = {}

    def given_by(self, label: str) -> Given:
        """To whom the label gives the floor: by a word for views or a part of the form and whose it is, by the subject
        of its verb of saying or thinking, or as a mere name."""
        if label not in self._read:
            self._read[label] = self._work_out(label) if len(label) <= _LONGEST else NOBODYS
        return self._read[label]

    def _work_out(self, label: str) -> Given:
        """A label that names nobody of this text is the form's, and gives the floor to the same in every text."""
        named = self.mentions.may_name_own(label) or any(m[0] in self.initials for m in _LETTER.finditer(label))
        return self._given_by(label) if named else _given_by_any(label)

    def named_in(self, label: str) -> str:
        """The role of the first person named in a short piece of text."""
        named = [_Party(start, end, role) for start, end, role in self.mentions.find(label)]
        return next((party.role for party in _without_possessors(label, named)), "")

    def _given_by(self, label: str) -> Given:
        if _others_speak(label):
            return Given("other")
        parties = self._parties(label)
        if HOME_LABEL.search(label):
            return Given("carer")
        own = CHILD_LABEL.search(label)
        if own and all(party.role == "child" for party in parties):
            named = any(not party.weak and party.start < own.end() and party.end > own.start() for party in parties)
            spoken_to = bool(OWN_PRONOUN.search(own.group()))  # "How is the child getting on, in your words?"
            return Given("child", weak=spoken_to or not named)
        for verb in VIEW_VERB.finditer(label):
            if TELLING_VERB.match(verb.group()) and ASKED_HOW.match(label):
                return NOBODYS  # "How Noor tells us things"
            subject = self._subject(label, parties, verb.start())
            if subject is not None and not TASK.search(label, 0, verb.start()):
                return subject
        for floor in FLOOR.finditer(label):
            if TASK.search(label, 0, floor.start()):
                continue
            before = [party for party in parties if party.end <= floor.start()]
            after = [p for p in parties if p.start >= floor.end() and LEADS_TO.fullmatch(label, floor.end(), p.start)]
            if owner := (_first_of_joined(label, before) or after[:1]):
                return Given(owner[0].role, owner[0].weak)
        if (role := self.named_in(label)) and self._is_bare(label):
            return Given(role, bare=True)
        if told := CHILDS_OWN.match(label):
            return Given("child", weak=True) if not parties or parties[0].start >= told.end() else NOBODYS
        return self._at_its_end(label)

    def _at_its_end(self, label: str) -> Given:
        """One question put to several in turn: "What did it change? Pupil", "How is it going - carer"."""
        split = SPLIT_LABEL.match(label)
        if split is None or not ASKS.match(split["asked"]) or not self._is_bare(split["who"]):
            return NOBODYS
        return Given(self.named_in(split["who"]))

    def _parties(self, label: str) -> list[_Party]:
        found = [_Party(m.start(), m.end(), "carer") for m in HOME.finditer(label)]
        named = [_Party(start, end, role) for start, end, role in self.mentions.find(label)]
        found += [party for party in named if not _overlaps(party, found)]
        letters = [
            _Party(m.start(), m.end(), self.initials[m[0]]) for m in _LETTER.finditer(label) if m[0] in self.initials
        ]
        found += [party for party in letters if not _overlaps(party, found) and party.role == "child"]
        pronouns = [_Party(m.start(), m.end(), "child", weak=True) for m in OWN_PRONOUN.finditer(label)]
        found += [party for party in pronouns if not _overlaps(party, found)]
        return _by_note(label, _without_possessors(label, sorted(found, key=lambda party: party.start)))

    def _subject(self, label: str, parties: list[_Party], verb: int) -> Given | None:
        """Whose verb it is: the nearest person or "I", "you" before it, with nothing but words between."""
        start = max((m.end() for m in re.finditer(r"[.;:,–]|\s-\s", label[:verb])), default=0)
        pronouns = list(SUBJECT_PRONOUN.finditer(label, start, verb))
        people = [party for party in parties if start <= party.start and party.end <= verb and not party.weak]
        inside = [m for m in pronouns if not any(p.start <= m.start() < p.end for p in people)]
        at = people[-1].start if people else -1
        if inside and inside[-1].start() > at:
            return Given("child", weak=True) if inside[-1].group().lower() in ("i", "i'm", "i’m") else NOBODYS
        return Given(people[-1].role) if people else None

    def _is_bare(self, label: str) -> bool:
        """A mere name, with initials, a time, a number or a note in brackets beside it."""
        named = [(start, end) for start, end, _ in self.mentions.find(label)]
        rest = "".join(
            label[end:start] for (_, end), (start, _) in pairwise([(0, 0), *named, (len(label), len(label))])
        )
        if not NAMES_ONLY.sub("", PLACES.sub("", HOME.sub("", ADDRESSEE.sub("", rest)))):
            return True
        return bool(named) and named[0][0] == 0 and label[named[0][1] :].strip().startswith("(")


@lru_cache(maxsize=8192)
def _given_by_any(label: str) -> Given:
    return _any_text()._given_by(label)


@cache
def _any_text() -> Floors:
    return Floors({})


def _others_speak(label: str) -> bool:
    """Whether those around the child have the floor: "Adult comment", "What people admire about me", "Views of others";
    not where the child is asked: "What I want people to know"."""
    if PLACE_SAYS.fullmatch(label.strip(" :?.")):
        return True
    for others in OTHERS.finditer(label):
        childs = [*OWN_PRONOUN.finditer(label, 0, others.start()), *SUBJECT_PRONOUN.finditer(label, 0, others.start())]
        if (
            not childs
            and not DUTY.search(label, 0, others.start())
            and (OTHERS_SAY.match(label, others.end()) or OTHERS_OWN.search(label, 0, others.start()))
        ):
            return True
    return False


def tells(label: str) -> bool:
    """Whether a column's title is about what was said: "Said", "Comments"."""
    return bool(FLOOR.fullmatch(label.strip(" :")) or VIEW_VERB.fullmatch(label.strip(" :")))


def _without_possessors(label: str, parties: list[_Party]) -> list[_Party]:
    """In "Amira's social worker" the social worker alone."""
    ends = {party.start for party in parties}
    return [p for p in parties if not any(label[p.end : at] in ("'s ", "’s ") for at in ends if at > p.end)]


def _by_note(label: str, parties: list[_Party]) -> list[_Party]:
    """Somebody not known, by the role in brackets behind: "Bea's page (foster carer)"."""
    note = next((p for p in parties if p.role in _HOME and label[: p.start].rstrip().endswith("(")), None)
    return [replace(p, role=note.role) if note and p.role == "other" else p for p in parties]


def _overlaps(party: _Party, others: list[_Party]) -> bool:
    return any(other.start < party.end and party.start < other.end for other in others)


def _first_of_joined(label: str, parties: list[_Party]) -> list[_Party]:
    """The last of these, or the first of those joined to it: "Carer / key worker comments"."""
    at = len(parties) - 1
    while at > 0 and label[parties[at - 1].end : parties[at].start].strip().lower() in _JOINED:
        at -= 1
    return parties[at : at + 1] if parties else []
