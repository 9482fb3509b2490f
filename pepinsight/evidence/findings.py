"""What was found in a plan: evidence with its exact words and place, and measured features that point at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pepinsight.documents import Place
from pepinsight.plan import Plan, SectionKind

Value = bool | int | float | str | None
"""A feature's value. None means that the document cannot tell."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that a rule took up: ``document.text[start:end] == quote`` always holds.

    ``feature`` is the registered feature that it counts for, ``rule`` the pattern or function that found it.
    """

    id: int
    feature: str
    rule: str
    quote: str
    section: SectionKind
    start: int
    end: int
    place: Place
    reason: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A feature's value, the evidence behind it, and the section kinds in which it was looked for."""

    value: Value
    evidence: tuple[int, ...] = ()
    looked_in: tuple[SectionKind, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetFinding:
    """What was found of one new target: its SMART letters, what it answers, and advice for each letter that it misses.

    ``smart`` holds S, M, A, R and T. ``answers`` is the offsets of the passage nearest to it elsewhere in the plan.
    """

    smart: Mapping[str, bool]
    from_voice: bool | None
    premium_linked: bool
    amount: float | None
    answers: tuple[int, int] | None
    advice: tuple[str, ...]


@dataclass(frozen=True)
class Findings:
    """All evidence (ordered by id, which is its index), all registered features, and each new target of one plan."""

    plan: Plan
    features: Mapping[str, Measured]
    evidence: tuple[Evidence, ...]
    previous: Plan | None = None
    targets: tuple[TargetFinding, ...] = ()

    def value(self, feature: str) -> Value:
        """The feature's value; None when the document cannot tell. Raises KeyError for an unregistered name."""
        return self.features[feature].value

    def with_known(self, facts: Mapping[str, Value]) -> Findings:
        """The same findings with facts a reviewer stated (features named ``known_...``), which no document holds."""
        stated = {name: Measured(value) for name, value in facts.items()}
        return replace(self, features={**self.features, **stated})
