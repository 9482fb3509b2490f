"""Letters, e-mails and messages pasted into a plan: where each begins and ends, and who wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable

from pepinsight.evidence.known import Stretch
from pepinsight.evidence.labels import (
    ANNOUNCED_BY,
    CLOSING,
    EMAIL_FROM,
    EMAIL_SENDER,
    GREETING,
    LETTER_LABEL,
    NAMED_START,
    SALUTATION,
    SPEAKS_AS_I,
    WRITING,
)
from pepinsight.evidence.voice.floor import NOBODYS, Floors
from pepinsight.plan import SectionKind

_MAX_LETTER = 16
_OTHERS = ("carer", "parent", "family")
_SIGN_OFF = 60
_OWN_LETTER = 6
_HEADER_CELLS = 10


class Letters:
    """Stretches of letters by index: ``written`` by whom, and ``announced`` by a line that ends in a colon."""

    def __init__(
        self,
        raw: str,
        stretches: tuple[Stretch, ...],
        people: tuple[tuple[str, str], ...],
        mentions: list[tuple[int, int, str]],
        floors: Floors,
        label_of: Callable[[Stretch], str],
    ) -> None:
        self.raw, self.stretches, self.people, self.mentions = raw, stretches, people, mentions
        self.floors, self._label_of = floors, label_of
        self.written = self._letters()
        self.announced = self._announced()

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
                if role == "child" and signer in _OTHERS and self._names_the_child(index, last):
                    role = signer  # a grandmother's letter about Flo stands among Flo's own pages
                unknown = role == "other" and stretch.section in (SectionKind.CARER, SectionKind.MEETING)
                if unknown and self._says_i(index, last) >= _OWN_LETTER:
                    role = "carer"  # staff who write to a PEP stand in its attendance list with their role
                if role:
                    found.update(dict.fromkeys(range(index, last + 1), role))
        return found

    def _names_the_child(self, first: int, last: int) -> bool:
        start, end = self.stretches[first].start, self.stretches[last].end
        return any(role == "child" and start <= at < end for at, _, role in self.mentions)

    def _says_i(self, first: int, last: int) -> int:
        return len(SPEAKS_AS_I.findall(self.raw[self.stretches[first].start : self.stretches[last].end]))

    def _writer(self, index: int) -> str:
        """Who is said to have written the letter that opens here: by the section, the label or the line before."""
        stretch = self.stretches[index]
        for above in self.stretches[max(0, index - _HEADER_CELLS) : index]:
            if self._is_from(above) and not above.is_prompt:
                return self._sender(above)
        if stretch.section == SectionKind.VIEWS:
            headed = self.floors.given_by(stretch.over[0]) if stretch.over else NOBODYS
            return headed.role if headed.role and not headed.weak else "child"
        if role := self._label_of(stretch):
            return role
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
        if named := self.floors.named_in(who):
            return named
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
                announced = inside[0][2] if inside and ANNOUNCED_BY.search(words) else ""
                role = self.floors.given_by(words).role or announced
            elif role:
                found[index] = role
                if self._signed(stretch):
                    role = ""
        return found

    def _mention_after(self, offset: int) -> str:
        for start, _, role in self.mentions:
            if offset <= start <= offset + 25:
                return "" if " to " in self.raw[offset:start] else role
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
