"""Whose words a block holds by where it stands: a letter's writer, its label, the headings over it, its section."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from pepinsight.evidence.known import Stretch, known
from pepinsight.evidence.voice.floor import Floors, Given, tells
from pepinsight.evidence.voice.letters import Letters
from pepinsight.evidence.voice.people import GROUP as PEOPLE
from pepinsight.plan import SectionKind

_SECTION_OWNER = {SectionKind.VIEWS: "child", SectionKind.CARER: "carer"}
HOME_ROLES = ("carer", "parent", "family")
_TELLING = (SectionKind.CARER, SectionKind.MEETING, SectionKind.SEMH, SectionKind.ACHIEVEMENTS, SectionKind.SEND,
            SectionKind.CAREERS, SectionKind.VIEWS, SectionKind.QUALITY, SectionKind.UNRECOGNISED)  # fmt: skip
_TITLED_SO = (SectionKind.SEMH, SectionKind.SEND, SectionKind.ACHIEVEMENTS, SectionKind.EDUCATION,
              SectionKind.ATTENDANCE, SectionKind.ATTAINMENT, SectionKind.CARE, SectionKind.CARE_PLAN,
              SectionKind.CONTACT, SectionKind.EXCLUSIONS, SectionKind.PART_TIME, SectionKind.CAREERS,
              SectionKind.TRANSITION)  # fmt: skip
"""Parts that a form may title in the child's name ("How I feel", "My attendance") for adults to fill in."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose words a stretch holds: ``role`` ("" for nobody's in particular), and why ("label", "letter", "section",
    "bare" where a mere name stands as its label, or "title" where a form titles a part for the child)."""

    role: str = ""
    why: str = ""


class Owners:
    """The owner of each stretch of a Doc, by index."""

    def __init__(self, doc: Doc, raw: str, initials: Mapping[str, str]) -> None:
        self.stretches = known(doc).stretches
        self._found: dict[int, Owner] = {}
        mentions = [(span.start_char, span.end_char, span.label_) for span in doc.spans.get(PEOPLE, ())]
        self.floors = Floors({span.text.lower(): span.label_ for span in doc.spans.get(PEOPLE, ())}, initials)
        self.letters = Letters(raw, self.stretches, known(doc).people, mentions, self.floors, self._role_by_prompt)

    def of(self, index: int) -> Owner:
        """The owner of stretch ``index``: a letter's writer before its label's, before its headings' and section's."""
        if index not in self._found:
            self._found[index] = self._find(index, self.stretches[index])
        return self._found[index]

    def _find(self, index: int, stretch: Stretch) -> Owner:
        if index in self.letters.written:
            return Owner(self.letters.written[index], "letter")
        if owner := self._by_prompt(stretch):
            return owner
        if index in self.letters.announced:
            return Owner(self.letters.announced[index], "letter")
        return self._by_headings(stretch)

    def speaker_of(self, label: str) -> str:
        """The role that a label gives the floor to, a mere name too: "Carer's comments", "Ken"; "" for none."""
        return self.floors.given_by(label).role

    def _role_by_prompt(self, stretch: Stretch) -> str:
        owner = self._by_prompt(stretch)
        return owner.role if owner else ""

    def _by_prompt(self, stretch: Stretch) -> Owner | None:
        """The column's title before the row's: "Maths tutor | What Amira wrote" is Amira's.

        A bare name as a label outside the views and carer parts ("Otis", in a list of people) gives the floor to
        quoted and first-person words only.
        """
        given = [self.floors.given_by(label) for label in reversed(stretch.prompt.split(" | "))]
        told = next((one for one in given if one.role and not one.bare), None)
        if told is not None and not (told.weak and self._by_headings(stretch).role in HOME_ROLES):
            return Owner(told.role, "label")
        named = next((one for one in given if one.role and one.bare), None)
        alone = stretch.section != SectionKind.VIEWS or stretch.prompt.endswith(":")
        if named is not None and (alone or self._by_headings(stretch).role != "child"):
            told_there = "|" not in stretch.prompt or any(tells(label) for label in stretch.prompt.split(" | "))
            gives_floor = named.role in HOME_ROLES and stretch.section in _TELLING and told_there
            return Owner(named.role, "label" if gives_floor else "bare")
        return None

    def _by_headings(self, stretch: Stretch) -> Owner:
        """By the nearest caption or heading that gives somebody the floor, else by the section. "My comments" on the
        carer's page are the carer's."""
        section = _SECTION_OWNER.get(stretch.section, "") if stretch.section else ""
        chain = [given for label in stretch.over if (given := self.floors.given_by(label)).role and not given.bare]
        strong = next((given for given in chain if not given.weak), Given())
        if chain and chain[0].weak and stretch.section in _TITLED_SO:
            return Owner("child", "title")
        if chain and not (chain[0].weak and (strong.role or section) in HOME_ROLES):
            return Owner(chain[0].role, "label" if section != chain[0].role else "section")
        if strong.role and (strong.role, section) != ("child", "carer"):  # "The voice of the person who cares for me"
            return Owner(strong.role, "label" if section != strong.role else "section")
        return Owner(section, "section") if section else Owner()
