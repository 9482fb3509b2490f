"""Every reading of a plan that could make a difference to some expressions: values at and beside their thresholds."""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from math import prod

from pepinsight.evidence import REGISTRY
from pepinsight.rubrics.evaluate import Value, call_of
from pepinsight.rubrics.expression import Expression
from pepinsight.rubrics.vocabulary import SECTION_FUNCTIONS

MOST = 500
"""Readings that are tried: all of them, or the plain ones and as many drawn by chance (always the same)."""
Call = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class World:
    """Values for names and section functions, as if a plan had been read."""

    values: Mapping[str | Call, Value]

    def name(self, name: str) -> Value:
        """The value of a feature or setting."""
        return self.values[name]

    def call(self, function: str, words: tuple[str, ...]) -> Value:
        """The value of a section function."""
        return self.values[function, words]


@dataclass(frozen=True)
class Worlds:
    """Readings of all that some expressions name, in which everything can be told; ``all`` that make a difference, or
    many of them."""

    tried: tuple[World, ...]
    all: bool


def can_be(test: Expression, settings: Mapping[str, Value]) -> set[bool | None]:
    """Which answers a test can have. Parts that have nothing in common are looked at apart, so that a long test is not
    thought hopeless because chance found no reading that meets all of it."""
    return _can_be(test.tree, settings)


def _can_be(node: ast.expr, settings: Mapping[str, Value]) -> set[bool | None]:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return {None if answer is None else not answer for answer in _can_be(node.operand, settings)}
    if isinstance(node, ast.BoolOp) and _apart(node.values, settings):
        parts = [_can_be(value, settings) for value in node.values]
        settling = isinstance(node.op, ast.Or)  # one True settles an "or", one False an "and"
        found: set[bool | None] = {settling} if any(settling in part for part in parts) else set()
        return found | ({not settling} if all((not settling) in part for part in parts) else set())
    part = _part(node)
    return {part.holds(world) for world in worlds([part], settings).tried}


def _apart(nodes: Sequence[ast.expr], settings: Mapping[str, Value]) -> bool:
    parts = [_part(node) for node in nodes]
    asked = [one for part in parts for one in ({*part.names} - {*settings} | {*part.calls})]
    return len(asked) == len(set(asked))


def _part(node: ast.expr) -> Expression:
    calls = [one for one in ast.walk(node) if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)]
    functions = {one.func for one in calls}
    names = dict.fromkeys(one.id for one in ast.walk(node) if isinstance(one, ast.Name) and one not in functions)
    of_sections = dict.fromkeys(found for one in calls if (found := call_of(one))[0] in SECTION_FUNCTIONS)
    return Expression(ast.unparse(node), node, tuple(names), tuple(of_sections))


def worlds(expressions: Sequence[Expression], settings: Mapping[str, Value]) -> Worlds:
    """Readings of all that these expressions name."""
    numbers = sorted({number for one in expressions for number in _numbers(one)} | set(_in_settings(settings)))
    texts = sorted({text for one in expressions for text in _texts(one)})
    asked: dict[str | Call, Sequence[Value]] = {}
    for one in expressions:
        for name in one.names:
            asked[name] = (settings[name],) if name in settings else _of_feature(name, numbers, texts)
        for call in one.calls:
            yes_no = SECTION_FUNCTIONS[call[0]].returns.base == "yes/no"
            asked[call] = (False, True) if yes_no else _counts(numbers)
    choices = list(asked.values())
    tried = tuple(World(dict(zip(asked, values, strict=True))) for values in _drawn(choices))
    return Worlds(tried, prod(map(len, choices)) <= MOST)


def _drawn(choices: Sequence[Sequence[Value]]) -> Iterator[tuple[Value, ...]]:
    if prod(map(len, choices)) <= MOST:
        yield from product(*choices)
        return
    lowest, highest = tuple(one[0] for one in choices), tuple(one[-1] for one in choices)
    for at, one in enumerate(choices):
        for rest, value in product((lowest, highest), one):
            yield (*rest[:at], value, *rest[at + 1 :])
    chance = random.Random(0)
    yield from islice(iter(lambda: tuple(chance.choice(one) for one in choices), None), MOST)


def _of_feature(name: str, numbers: Sequence[float], texts: Sequence[str]) -> Sequence[Value]:
    feature = REGISTRY[name]
    if feature.type is bool:
        return (False, True)
    if feature.type is str:
        return feature.choices or (*texts, "something else")
    if feature.unit.startswith("of ") or feature.unit == "share":
        return sorted({0.0, 1.0, *(at for number in numbers for at in (number - 0.01, number) if 0 <= at <= 1)})
    return range(-1, 15) if name == "year_group" else _counts(numbers)


def _counts(numbers: Sequence[float]) -> Sequence[Value]:
    beside = {int(number) + by for number in numbers for by in (-1, 0, 1)}
    return sorted({0, 1, 2, 1000, *(at for at in beside if at >= 0)})


def _numbers(expression: Expression) -> Iterator[float]:
    for node in ast.walk(expression.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
            yield node.value


def _texts(expression: Expression) -> Iterator[str]:
    in_calls = {word for _, words in expression.calls for word in words}
    for node in ast.walk(expression.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in in_calls:
            yield node.value


def _in_settings(settings: Mapping[str, Value]) -> Iterator[float]:
    return (value for value in settings.values() if isinstance(value, int | float) and not isinstance(value, bool))
