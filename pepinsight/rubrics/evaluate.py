"""What a checked expression comes to, by three-valued logic and by numbers known within bounds."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Iterable
from typing import NamedTuple, Protocol

Value = bool | int | float | str | None


class Facts(Protocol):
    """Where an expression's names and functions get their values; None is "cannot tell"."""

    def name(self, name: str) -> Value: ...

    def call(self, function: str, words: tuple[str, ...]) -> Value: ...


class Range(NamedTuple):
    """A number known only within bounds; both are the same when it is known."""

    low: float
    high: float


_AMONG, _ALIKE = (ast.In, ast.NotIn), (ast.Eq, ast.NotEq)
_UPWARD, _OR_EQUAL = (ast.Gt, ast.GtE), (ast.GtE, ast.LtE)
_UNKNOWN = Range(-math.inf, math.inf)


def yes_no(node: ast.expr, facts: Facts, slack: float) -> bool | None:
    """Whether a checked expression holds, None when it cannot be told; ``slack`` as in ``Expression.holds``."""
    if isinstance(node, ast.Name):  # as most are
        told = facts.name(node.id)
        return told if isinstance(told, bool) else None
    match node:
        case ast.BoolOp(op=op, values=values):
            return (_all if isinstance(op, ast.And) else _any)(yes_no(item, facts, slack) for item in values)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            value = yes_no(operand, facts, -slack)
            return None if value is None else not value
        case ast.Compare(left=left, ops=ops, comparators=others):
            pairs = zip([left, *others], ops, others, strict=False)
            return _all(_compare(one, op, other, facts, slack) for one, op, other in pairs)
        case ast.Call(func=ast.Name(id="any" | "all" as name), args=arguments):
            return (_all if name == "all" else _any)(yes_no(item, facts, slack) for item in arguments)
        case ast.Call(func=ast.Name(id="surely"), args=[item]):
            return yes_no(item, facts, slack) is True
    answer = _look_up(node, facts)
    return answer if isinstance(answer, bool) else None


def _number(node: ast.expr, facts: Facts, slack: float) -> Range:
    if isinstance(node, ast.Name):
        told = facts.name(node.id)
        return Range(told, told) if isinstance(told, (int, float)) else _UNKNOWN
    match node:
        case ast.UnaryOp(operand=operand):
            value = _number(operand, facts, -slack)
            return Range(-value.high, -value.low)
        case ast.BinOp(left=left, op=op, right=right):
            turned = -slack if isinstance(op, ast.Sub) else slack
            return _arithmetic(op, _number(left, facts, slack), _number(right, facts, turned))
        case ast.Call(func=ast.Name(id="count"), args=arguments):
            answers = [yes_no(item, facts, slack) for item in arguments]
            return Range(answers.count(True), len(answers) - answers.count(False))
        case ast.Call(func=ast.Name(id="min" | "max" as name), args=arguments):
            pick: Callable[[Iterable[float]], float] = min if name == "min" else max
            values = [_number(item, facts, slack) for item in arguments]
            return Range(pick(item.low for item in values), pick(item.high for item in values))
    known = _look_up(node, facts)
    return Range(known, known) if isinstance(known, int | float) else _UNKNOWN


def _look_up(node: ast.expr, facts: Facts) -> Value:
    match node:
        case ast.Constant(value=bool() | int() | float() | str() as value):
            return value
        case ast.Name(id=name):
            return facts.name(name)
        case ast.Call():
            return facts.call(*call_of(node))
    return None


def _compare(one: ast.expr, op: ast.cmpop, other: ast.expr, facts: Facts, slack: float) -> bool | None:
    if isinstance(op, _AMONG):
        assert isinstance(other, ast.Tuple | ast.List)  # checked before
        found = _any(_compare(one, ast.Eq(), item, facts, 0.0) for item in other.elts)
        return found if isinstance(op, ast.In) or found is None else not found
    if isinstance(op, _ALIKE):
        same = _same(one, other, facts)
        return same if isinstance(op, ast.Eq) or same is None else not same
    upward = isinstance(op, _UPWARD)
    more, less = (one, other) if upward else (other, one)  # "more >= less" or "more > less"
    high, low = _side(more, facts, slack, 1), _side(less, facts, slack, -1)
    if isinstance(op, _OR_EQUAL):
        return True if high.low >= low.high else False if high.high < low.low else None
    return True if high.low > low.high else False if high.high <= low.low else None


def _side(node: ast.expr, facts: Facts, slack: float, sign: int) -> Range:
    """One side of a comparison: a number written out moves so that the comparison is easier to meet with slack."""
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        moved = node.value + sign * slack * abs(node.value)
        if isinstance(node.value, int) and slack:
            moved = math.floor(moved + 0.5)
        return Range(moved, moved)
    return _number(node, facts, sign * slack)


def _same(one: ast.expr, other: ast.expr, facts: Facts) -> bool | None:
    if _is_number(one, facts) or _is_number(other, facts):
        left, right = _number(one, facts, 0.0), _number(other, facts, 0.0)
        if left.low == left.high == right.low == right.high:
            return True
        return False if left.high < right.low or right.high < left.low else None
    values = [yes_no(s, facts, 0.0) if _is_logic(s) else _look_up(s, facts) for s in (one, other)]
    return None if None in values else values[0] == values[1]


def _is_number(node: ast.expr, facts: Facts) -> bool:
    if isinstance(node, ast.BinOp) or (isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub)):
        return True
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("count", "min", "max"):
        return True
    value = None if _is_logic(node) else _look_up(node, facts)
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_logic(node: ast.expr) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in ("any", "all", "surely")
    return isinstance(node, ast.BoolOp | ast.Compare) or (
        isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    )


def _arithmetic(op: ast.operator, left: Range, right: Range) -> Range:
    if isinstance(op, ast.Add):
        return Range(left.low + right.low, left.high + right.high)
    if isinstance(op, ast.Sub):
        return Range(left.low - right.high, left.high - right.low)
    if left.low != left.high or right.low != right.high or (isinstance(op, ast.Div) and right.low == 0):
        return _UNKNOWN  # a share of nothing cannot be told
    value = left.low * right.low if isinstance(op, ast.Mult) else left.low / right.low
    return Range(value, value)


def _all(values: Iterable[bool | None]) -> bool | None:
    """No further value is asked for once one is False."""
    told: bool | None = True
    for value in values:
        if value is False:
            return False
        told = told and value
    return told


def _any(values: Iterable[bool | None]) -> bool | None:
    """No further value is asked for once one is True."""
    told: bool | None = False
    for value in values:
        if value:
            return True
        told = None if value is None else told
    return told


def call_of(node: ast.Call) -> tuple[str, tuple[str, ...]]:
    """A function's name and the words in its brackets."""
    assert isinstance(node.func, ast.Name)  # checked before
    words = tuple(item.value for item in node.args if isinstance(item, ast.Constant) and isinstance(item.value, str))
    return node.func.id, words
