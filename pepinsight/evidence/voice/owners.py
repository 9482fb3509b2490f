"""Whose words a block holds by where it stands: by its label, its heading, a letter's opening and end, its section."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from pepinsight.evidence.known import Stretch, known
from pepinsight.evidence.labels import (
    ANNOUNCED_BY,
    ASKS_DIRECTLY,
    CHILD_LABEL,
    CLOSING,
    EMAIL_FROM,
    EMAIL_SENDER,
    GREETING,
    LETTER_LABEL,
    NAMED_START,
    NAMES_ONLY,
    SALUTATION,
    SPEAKS_AS_I,
    VIEW_WORDS,
    WRITING,
)
from pepinsight.evidence.voice.people import GROUP as PEOPLE
from pepinsight.evidence.voice.people import role_words
from pepinsight.plan import SectionKind

_SECTION_OWNER = {SectionKind.VIEWS: "child", SectionKind.CARER: "carer"}
HOME_ROLES = ("carer", "parent", "family")
_TELLING = (SectionKind.CARER, SectionKind.MEETING, SectionKind.SEMH, SectionKind.ACHIEVEMENTS, SectionKind.SEND,
            SectionKind.CAREERS, SectionKind.VIEWS, SectionKind.QUALITY, SectionKind.UNRECOGNISED)  # fmt: skip
_LONGEST_LABEL = 70
_MAX_LETTER = 16
_SIGN_OFF = 60
_OWN_LETTER = 6
_HEADER_CELLS = 10


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose words a stretch holds: ``role`` ("" for nobody's in particular), and why ("label", "letter", "section")."""

    role: str = ""
    why: str = ""


class Owners:
    """The owner of each stretch of a Doc, by index."""

    def __init__(self, doc: Doc, raw: str) -> None:
        self.raw = raw
        self.stretches, self.people = known(doc).stretches, known(doc).people
        self.mentions: list[tuple[int, int, str]] = [
            (span.start_char, span.end_char, span.label_) for span in doc.spans.get(PEOPLE, ())
        ]
        self.names: dict[str, str] = {span.text.lower(): span.label_ for span in doc.spans.get(PEOPLE, ())}
        self.pattern = (
            re.compile(
                r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(self.names, key=len, reverse=True))) + r")(?!\w)",
                re.IGNORECASE,
            )
            if self.names
            else None
        )
        self._spoken: dict[tuple[str, bool], str] = {}
        self.letters = self._letters()
        self.announced = self._announced()

    def of(self, index: int) -> Owner:
        """The owner of stretch ``index``: a letter's writer before its label's, before its heading's and section's."""
        stretch = self.stretches[index]
        if index in self.letters:
            return Owner(self.letters[index], "letter")
        if owner := self._by_prompt(stretch):
            return owner
        if index in self.announced:
            return Owner(self.announced[index], "letter")
        section = _SECTION_OWNER.get(stretch.section) if stretch.section else None
        role = self.speaker_of(stretch.heading.split(" / ")[-1]) if stretch.heading else ""
        if role and (role, section) != ("child", "carer"):  # "The voice of the person who cares for me"
            return Owner(role, "label" if section is None else "section")
        return Owner(section, "section") if section else Owner()

    def _by_prompt(self, stretch: Stretch) -> Owner | None:
        """The column's title before the row's: "Maths tutor | What Amira wrote" is Amira's.

        A bare name as a label outside the views and carer parts ("Otis", in a list of people) gives the floor to
        quoted and first-person words only.
        """
        for label in reversed(stretch.prompt.split(" | ")):
            if role := self.speaker_of(label, bare_counts=False):
                return Owner(role, "label")
        for label in reversed(stretch.prompt.split(" | ")):
            if (stretch.section != SectionKind.VIEWS or label.endswith(":")) and (role := self.speaker_of(label)):
                gives_floor = role in HOME_ROLES and stretch.section in _TELLING and "|" not in stretch.prompt
                return Owner(role, "label" if gives_floor else "bare")
        return None

    def speaker_of(self, label: str, bare_counts: bool = True) -> str:
        """The role that a label gives the floor to: "Carer's comments", "Ken", "Amira's views 2"; "" for none.

        A bare name as a form's label ("Otis", in an attendance list) gives nobody the floor: ``bare_counts`` False.
        """
        key = (label, bare_counts)
        if key not in self._spoken:
            self._spoken[key] = self._speaker_of(label, bare_counts) if len(label) <= _LONGEST_LABEL else ""
        return self._spoken[key]

    def _speaker_of(self, label: str, bare_counts: bool) -> str:
        if ASKS_DIRECTLY.search(label):
            return "child" if CHILD_LABEL.search(label) else ""
        views = bool(VIEW_WORDS.search(label))
        match = self.pattern.search(label) if self.pattern else None
        if match:
            role = self.names[match.group().lower()]
            rest = self.pattern.sub("", label) if self.pattern else label
            rest = NAMES_ONLY.sub("", rest)
            bare = not rest or (match.start() == 0 and label[match.end() :].strip().startswith("("))
            if views or (bare and bare_counts):
                return role
        if CHILD_LABEL.search(label):
            return "child"
        return _generic(label) if views else ""

    def _letters(self) -> dict[int, str]:
        """Stretches of a letter or e-mail: its writer is announced before it, or has signed it."""
        found: dict[int, str] = {}
        for index, stretch in enumerate(self.stretches):
            if stretch.is_prompt or index in found:
                continue
            head = self._text(stretch)[:160]
            announced = ANNOUNCED_BY.search(head)
            if announced and announced.start() < 60 and (role := self._mention_after(stretch.start + announced.end())):
                found[index] = role
                continue
            if self._is_from(stretch) and GREETING.search(head):
                role = self._sender(stretch)
                last, _ = self._letter_end(index)
                if role == "other" and stretch.section == SectionKind.CARER:
                    role = "carer"
                found.update(dict.fromkeys(range(index, last + 1), role))
                continue
            opens = SALUTATION.search(head)
            if not opens and LETTER_LABEL.search(stretch.prompt):
                opens = NAMED_START.match(head)
            if opens and opens.start() <= 70:
                last, signer = self._letter_end(index)
                role = self._writer(index) or signer
                unknown = role == "other" and stretch.section in (SectionKind.CARER, SectionKind.MEETING)
                if unknown and self._says_i(index, last) >= _OWN_LETTER:
                    role = "carer"  # staff who write to a PEP stand in its attendance list with their role
                if role:
                    found.update(dict.fromkeys(range(index, last + 1), role))
        return found

    def _says_i(self, first: int, last: int) -> int:
        return len(SPEAKS_AS_I.findall(self.raw[self.stretches[first].start : self.stretches[last].end]))

    def _writer(self, index: int) -> str:
        """Who is said to have written the letter that opens here: by the section, the label or the line before."""
        stretch = self.stretches[index]
        for above in self.stretches[max(0, index - _HEADER_CELLS) : index]:
            if self._is_from(above) and not above.is_prompt:
                return self._sender(above)
        if stretch.section == SectionKind.VIEWS:
            return "child"
        owner = self._by_prompt(stretch)
        if owner:
            return owner.role
        if (
            index
            and (before := self.stretches[index - 1])
            and not before.is_prompt
            and WRITING.search(self._text(before))
        ):
            inside = [role for start, _, role in self.mentions if before.start <= start < before.end]
            return inside[0] if inside else ""
        return ""

    def _is_from(self, stretch: Stretch) -> bool:
        """Whether the stretch opens with the sender of an e-mail: its label or its first word is "From:"."""
        if stretch.prompt:
            return stretch.prompt.strip(" :").lower() == EMAIL_FROM
        return self._text(stretch)[:12].lstrip().lower().startswith(f"{EMAIL_FROM}:")

    def _sender(self, stretch: Stretch) -> str:
        """The role of an e-mail's sender; "other" for somebody not known by name or surname."""
        match = EMAIL_SENDER.match(self._text(stretch))
        who = match["who"] if match else ""
        if named := self.pattern.search(who) if self.pattern else None:
            return self.names[named.group().lower()]
        surname = who.lower().split()[-1:]
        return next((role for name, role in self.people if name.lower().split()[-1:] == surname), "other")

    def _letter_end(self, index: int) -> tuple[int, str]:
        """The last stretch of a letter, and who signed it ("" for nobody known): up to a signature or the first
        stretch without an "I" or "we"."""
        last = index
        for later in range(index, min(index + _MAX_LETTER, len(self.stretches))):
            stretch = self.stretches[later]
            if later > index and (stretch.is_prompt or stretch.section != self.stretches[index].section):
                break
            if role := self._signed(stretch):
                return later, role
            if later > index and not SPEAKS_AS_I.search(self._text(stretch)):
                break
            last = later
        return last, ""

    def _announced(self) -> dict[int, str]:
        """Stretches after a line that only announces who wrote what follows ("Pasted from carer:")."""
        found: dict[int, str] = {}
        role, section = "", None
        for index, stretch in enumerate(self.stretches):
            words = self._text(stretch).rstrip()
            if stretch.is_prompt or stretch.section != section or stretch.prompt:
                role = ""
            section = stretch.section
            if words.endswith(":") and len(words) < 160:
                inside = [m for m in self.mentions if stretch.start <= m[0] < stretch.end]
                role = self.speaker_of(words) or (inside[0][2] if inside and ANNOUNCED_BY.search(words) else "")
            elif role:
                found[index] = role
                if self._signed(stretch):
                    role = ""
        return found

    def _mention_after(self, offset: int) -> str:
        for start, _, role in self.mentions:
            if offset <= start <= offset + 25:
                return role
        return ""

    def _signed(self, stretch: Stretch) -> str:
        """The role whose name ends the stretch, or follows "from" or "love" in its last lines."""
        tail = stretch.end - _SIGN_OFF
        for start, end, role in reversed(self.mentions):
            if end > stretch.end + 1:
                continue
            if end <= stretch.start or end <= tail - 60:
                return ""
            before = self.raw[max(stretch.start, start - 30) : start]
            alone = start == stretch.start or before.rstrip(" \n")[-1:] in ".,!?x\n" or not before.strip()
            if CLOSING.search(before) or (end > tail and alone and self._last_words(end, stretch)):
                return role
        return ""

    def _last_words(self, end: int, stretch: Stretch) -> bool:
        return not re.search(r"[a-z]{2,}", self.raw[end : stretch.end])

    def _text(self, stretch: Stretch) -> str:
        return self.raw[stretch.start : stretch.end]


def _generic(label: str) -> str:
    """Role words in a label whose people the text itself never mentions."""
    lowered = re.sub(r"['’]s?\b", "", label.lower())
    return next((role for role, pattern in _role_patterns() if pattern.search(lowered)), "")


@cache
def _role_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (role, re.compile(rf"\b(?:{'|'.join(map(re.escape, words.words))})\b"))
        for role, words in role_words().items()
        if words.words
    )
