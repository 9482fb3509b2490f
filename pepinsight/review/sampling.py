"""A sample that has as much of each kind of PEP as all PEPs have, drawn by a seed so that it can be drawn again.

Systematic sampling from a sorted list ("implicit stratification", as PISA draws schools): the PEPs are sorted by kind
and every n-th is taken from a random start. So of any phase, of any suggested judgement within it, and so on, the
sample holds its share to within one PEP, however small the kinds are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import floor
from random import Random


@dataclass(frozen=True, slots=True)
class Stratum:
    """The kind of PEP, the most telling part first. Empty words are for what is not known."""

    phase: str
    suggested: str
    school_year: str
    form: str

    @property
    def says(self) -> str:
        """In words, for a list."""
        return " · ".join(part for part in (self.phase, self.suggested, self.school_year, self.form) if part)

    @property
    def parts(self) -> tuple[str, str, str, str]:
        """In the order in which PEPs are sorted."""
        return (self.phase, self.suggested, self.school_year, self.form)


def stratified_sample(kinds: Mapping[str, Stratum], size: int, seed: int) -> tuple[str, ...]:
    """``size`` of the PEPs (all, where there are no more), each once, in an order that says nothing of their kind.

    ``kinds`` is by file checksum; its order does not matter. Raises ValueError for a size below one.
    """
    if size < 1:
        raise ValueError("a sample holds at least one PEP")
    chance = Random(seed)
    start = chance.random()
    in_order = sorted(kinds, key=lambda checksum: (kinds[checksum].parts, _lot(seed, checksum)))
    size = min(size, len(in_order))
    drawn = [in_order[floor((start + turn) * len(in_order) / size)] for turn in range(size)]
    chance.shuffle(drawn)
    return tuple(drawn)


def _lot(seed: int, checksum: str) -> bytes:
    return sha256(f"{seed} {checksum}".encode()).digest()
