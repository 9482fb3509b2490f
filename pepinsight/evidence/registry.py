"""The typed registry of features: what each is called, what it holds, its unit, and where it is looked for.

Rubrics, models, JSON and docs are checked against it. A feature is a function from ``Reading`` to ``Answer``;
``@feature`` registers it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pepinsight.evidence.findings import Value
from pepinsight.plan import SectionKind, Span

if TYPE_CHECKING:
    from pepinsight.evidence.reading import Reading


@dataclass(frozen=True, slots=True)
class Shown:
    """Words that stand behind an answer: where they are, which rule took them up, and one sentence of reason."""

    span: Span
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a feature function returns: a value of the feature's type, or None for "cannot tell", and its evidence."""

    value: Value
    shown: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class Feature:
    """A registered feature. ``describes`` is a plain phrase that a caseworker reads; ``source`` its seed and line."""

    name: str
    type: type[bool] | type[int] | type[float] | type[str]
    unit: str
    looked_in: tuple[SectionKind, ...]
    describes: str
    source: str
    measure: Callable[[Reading], Answer]
    choices: tuple[str, ...] = ()


REGISTRY: dict[str, Feature] = {}


def feature(
    name: str,
    *,
    type: type[bool] | type[int] | type[float] | type[str],
    looked_in: Iterable[SectionKind],
    describes: str,
    source: str,
    unit: str = "",
    choices: tuple[str, ...] = (),
) -> Callable[[Callable[[Reading], Answer]], Callable[[Reading], Answer]]:
    """Register a feature function under ``name``. Raises ValueError when the name is taken.

    ``choices`` lists the values of a ``str`` feature.
    """

    def register(measure: Callable[[Reading], Answer]) -> Callable[[Reading], Answer]:
        if name in REGISTRY:
            raise ValueError(f"feature '{name}' is registered twice")
        REGISTRY[name] = Feature(name, type, unit, tuple(looked_in), describes, source, measure, choices)
        return measure

    return register
