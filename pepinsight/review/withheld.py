"""Which suggestions are not shown to a person, and why: so that some decisions are made without their pull."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from pepinsight.review.proof_rules import proof_rules


class Withheld(StrEnum):
    """Why a section's suggestion is not shown."""

    OFF = "off"  # somebody switched the section's suggestions off: they were not good enough here
    FIRST = "first"  # the person rates first; the suggestion is shown once they have
    BLIND = "blind"  # the PEP is in a blind check that has not ended


@dataclass(frozen=True, slots=True)
class Withholding:
    """What is withheld of one PEP: sections switched ``off``, all till rated (``first``), or all (``blind``)."""

    off: frozenset[str] = frozenset()
    first: bool = False
    blind: bool = False

    def of(self, section: str, decided: bool) -> Withheld | None:
        """Why this section's suggestion is not shown; ``decided`` is whether anybody has decided on it before."""
        if self.blind:
            return Withheld.BLIND
        if section in self.off:
            return Withheld.OFF
        return Withheld.FIRST if self.first and not decided else None


NOTHING = Withholding()


def is_rated_first(checksum: str) -> bool:
    """Whether the file with this checksum is one of the few on which people always rate first. It hangs on the file's
    bytes alone, so that reloading or bringing it again changes nothing."""
    drawn = int.from_bytes(sha256(f"rate first {checksum}".encode()).digest()[:8], "big")
    return drawn < proof_rules().rate_first_share * 2**64
