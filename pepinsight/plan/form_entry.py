"""A form as data: what tells it, what it is for, and what it wants filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pepinsight.data_files import Strict
from pepinsight.plan.plan import SectionKind

Completer = Literal["social_worker", "school", "carer", "virtual_school"]
"""Who completes a part."""


class MustHave(Strict):
    """What one person must fill in: fields by their ids in data/fields.yaml, and whole parts."""

    fields: tuple[str, ...] = ()
    parts: tuple[SectionKind, ...] = ()


class Form(Strict):
    """A form known by its headings: at least ``at_least`` of ``headings`` must stand in the document.

    ``lettered`` are parts named by a letter alone ("Section D"), each with what it must be about; ``tabs`` those that
    its system prints singly. ``phases`` are those
    it is for; ``without`` the parts that the form of a phase does not have. ``mandatory`` fields and parts must be
    filled in before sign-off; ``prefilled`` ones come over from earlier, ``automatic`` ones from the system.
    """

    title: str
    at_least: int
    phases: tuple[str, ...]
    headings: tuple[str, ...] = ()
    lettered: Mapping[str, SectionKind] = {}
    tabs: tuple[str, ...] = ()
    without: Mapping[str, frozenset[SectionKind]] = {}
    mandatory: Mapping[Completer, MustHave] = {}
    prefilled: frozenset[str] = frozenset()
    automatic: frozenset[str] = frozenset()
