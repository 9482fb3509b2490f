"""The language of criteria: a small, safe part of Python's expressions, checked when a rubric is loaded.

Names, numbers, strings, ``and or not``, comparisons, ``in``, ``+ - * /`` and the functions ``count any all min max``
(``count`` is how many of its arguments are true), besides those that a vocabulary brings. Nothing is ever executed.

The logic has three values. A yes/no that the document cannot tell is None, and a number that it cannot tell is a range:
``count(a, b) >= 1`` holds when ``a`` does, whatever ``b`` is, and cannot be told when neither is known to.
"""

from __future__ import annotations

import ast
import difflib
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol

Value = bool | int | float | str | None


class ExpressionError(ValueError):
    """The expression cannot be used; the message says what was expected."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a name holds; ``choices`` lists a text's possible values, empty for any."""

    base: Literal["yes/no", "number", "text"]
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Function:
    """A function over words of a closed list, such as section kinds. ``most`` is how many it takes at most."""

    returns: Kind
    choices: tuple[str, ...]
    of: str
    most: int = 99


@dataclass(frozen=True)
class Vocabulary:
    """What an expression may name."""

    names: Mapping[str, Kind]
    functions: Mapping[str, Function] = field(default_factory=dict)


class Facts(Protocol):
    """Where an expression's names and functions get their values; None is "cannot tell"."""

    def name(self, name: str) -> Value: ...

    def call(self, function: str, words: tuple[str, ...]) -> Value: ...


class Range(NamedTuple):
    """A number known only within bounds; both are the same when it is known."""

    low: float
    high: float


YES_NO, NUMBER, TEXT = Kind("yes/no"), Kind("number"), Kind("text")
_UNKNOWN = Range(-math.inf, math.inf)
_GATHERING = ("any", "all", "count")
_ORDER = {ast.Gt: ">", ast.GtE: ">=", ast.Lt: "<", ast.LtE: "<="}


@dataclass(frozen=True)
class Expression:
    """A checked expression. ``names`` are the names in it, in order; ``calls`` the vocabulary's functions it calls."""

    text: str
    tree: ast.expr
    names: tuple[str, ...]
    calls: tuple[tuple[str, tuple[str, ...]], ...]

    def holds(self, facts: Facts, slack: float = 0.0) -> bool | None:
        """Whether it holds; None when that cannot be told.

        ``slack`` eases (above 0) or stiffens (below 0) each number written out in a comparison by that share, a whole
        number to the nearest whole number; ``0.2`` reads ``>= 5`` as ``>= 4``. Named settings are never changed.
        """
        return _yes_no(self.tree, facts, slack)


def parse(text: str, vocabulary: Vocabulary) -> Expression:
    """Check ``text`` as a yes/no expression over ``vocabulary``. Raises ExpressionError."""
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        raise ExpressionError(f"'{text}' is not an expression: {error.msg}") from error
    kind = _check(tree, vocabulary)
    if kind.base != "yes/no":
        raise ExpressionError(f"'{text}' is a {kind.base}, but a criterion must be something that holds or does not")
    nodes = list(ast.walk(tree))
    functions = {node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    names = dict.fromkeys(node.id for node in nodes if isinstance(node, ast.Name) and node.id not in functions)
    calls = [_call(node) for node in nodes if isinstance(node, ast.Call)]
    own = dict.fromkeys(call for call in calls if call[0] in vocabulary.functions)
    return Expression(text.strip(), tree, tuple(names), tuple(own))


# -- checking ----------------------------------------------------------------------------------------------------------


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """ "; did you mean 'x'?" for the nearest known word, "" when none is near."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean '{near[0]}'?" if near else ""


def _check(node: ast.expr, vocabulary: Vocabulary) -> Kind:
    match node:
        case ast.Constant(value=bool()):
            return YES_NO
        case ast.Constant(value=int() | float()):
            return NUMBER
        case ast.Constant(value=str()):
            return TEXT
        case ast.Name(id=name):
            if name not in vocabulary.names:
                raise ExpressionError(f"nothing is called '{name}'{did_you_mean(name, vocabulary.names)}")
            return vocabulary.names[name]
        case ast.BoolOp(values=values):
            return _all_of(values, "yes/no", "'and' and 'or'", vocabulary)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return _all_of([operand], "yes/no", "'not'", vocabulary)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return _all_of([operand], "number", "'-'", vocabulary)
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div(), right=right):
            return _all_of([left, right], "number", "arithmetic", vocabulary)
        case ast.Compare(left=left, ops=ops, comparators=others):
            for one, op, other in zip([left, *others], ops, others, strict=False):
                _check_comparison(one, op, other, vocabulary)
            return YES_NO
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
            return _check_call(name, arguments, vocabulary)
        case _:
            raise ExpressionError(f"'{ast.unparse(node)}' cannot stand in a criterion")


def _all_of(nodes: list[ast.expr], base: str, what: str, vocabulary: Vocabulary) -> Kind:
    for node in nodes:
        kind = _check(node, vocabulary)
        if kind.base != base:
            raise ExpressionError(f"{what} takes a {base}, but '{ast.unparse(node)}' is a {kind.base}")
    return NUMBER if base == "number" else YES_NO


def _check_call(name: str, arguments: list[ast.expr], vocabulary: Vocabulary) -> Kind:
    if name in _GATHERING or name in ("min", "max"):
        if not arguments:
            raise ExpressionError(f"{name}() needs something in its brackets")
        _all_of(arguments, "yes/no" if name in _GATHERING else "number", f"{name}()", vocabulary)
        return YES_NO if name in ("any", "all") else NUMBER
    function = vocabulary.functions.get(name)
    if function is None:
        known = [*vocabulary.functions, *_GATHERING, "min", "max"]
        raise ExpressionError(f"there is no function '{name}'{did_you_mean(name, known)}")
    for argument in arguments:
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
            raise ExpressionError(f"{name}() takes a {function.of} in quotes, not '{ast.unparse(argument)}'")
        if argument.value not in function.choices:
            near = did_you_mean(argument.value, function.choices)
            raise ExpressionError(f"there is no {function.of} '{argument.value}'{near}")
    if len(arguments) > function.most or (function.choices and function.most and not arguments):
        raise ExpressionError(f"{name}() takes {'one' if function.most == 1 else 'at least one'} {function.of}")
    return function.returns


def _check_comparison(one: ast.expr, op: ast.cmpop, other: ast.expr, vocabulary: Vocabulary) -> None:
    left = _check(one, vocabulary)
    if isinstance(op, ast.In | ast.NotIn):
        if not (isinstance(other, ast.Tuple | ast.List) and other.elts):
            raise ExpressionError("'in' takes a list in brackets, such as ('brief', 'detailed')")
        for item in other.elts:
            _check_comparison(one, ast.Eq(), item, vocabulary)
        return
    right = _check(other, vocabulary)
    words = f"'{ast.unparse(one)}' is a {left.base} and '{ast.unparse(other)}' a {right.base}"
    if left.base != right.base:
        raise ExpressionError(f"{words}: they cannot be compared")
    if type(op) in _ORDER and left.base != "number":
        raise ExpressionError(f"{words}: neither can be more or less; use == or !=")
    if type(op) not in _ORDER and not isinstance(op, ast.Eq | ast.NotEq):
        raise ExpressionError("compare with == != < <= > >= or in")
    for side, kind in ((other, left), (one, right)):
        if isinstance(side, ast.Constant) and kind.choices and side.value not in kind.choices:
            listed = ", ".join(kind.choices)
            near = did_you_mean(str(side.value), kind.choices)
            raise ExpressionError(f"{side.value!r} is not one of {listed}{near}")


def _call(node: ast.Call) -> tuple[str, tuple[str, ...]]:
    assert isinstance(node.func, ast.Name)  # checked before
    words = tuple(item.value for item in node.args if isinstance(item, ast.Constant) and isinstance(item.value, str))
    return node.func.id, words


# -- evaluating --------------------------------------------------------------------------------------------------------


def _yes_no(node: ast.expr, facts: Facts, slack: float) -> bool | None:
    match node:
        case ast.BoolOp(op=op, values=values):
            return (_all if isinstance(op, ast.And) else _any)([_yes_no(item, facts, slack) for item in values])
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            value = _yes_no(operand, facts, -slack)
            return None if value is None else not value
        case ast.Compare(left=left, ops=ops, comparators=others):
            pairs = zip([left, *others], ops, others, strict=False)
            return _all([_compare(one, op, other, facts, slack) for one, op, other in pairs])
        case ast.Call(func=ast.Name(id="any" | "all" as name), args=arguments):
            return (_all if name == "all" else _any)([_yes_no(item, facts, slack) for item in arguments])
    answer = _look_up(node, facts)
    return answer if isinstance(answer, bool) else None


def _number(node: ast.expr, facts: Facts, slack: float) -> Range:
    match node:
        case ast.UnaryOp(operand=operand):
            value = _number(operand, facts, -slack)
            return Range(-value.high, -value.low)
        case ast.BinOp(left=left, op=op, right=right):
            turned = -slack if isinstance(op, ast.Sub) else slack
            return _arithmetic(op, _number(left, facts, slack), _number(right, facts, turned))
        case ast.Call(func=ast.Name(id="count"), args=arguments):
            answers = [_yes_no(item, facts, slack) for item in arguments]
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
            return facts.call(*_call(node))
    return None


def _compare(one: ast.expr, op: ast.cmpop, other: ast.expr, facts: Facts, slack: float) -> bool | None:
    if isinstance(op, ast.In | ast.NotIn):
        assert isinstance(other, ast.Tuple | ast.List)  # checked before
        found = _any([_compare(one, ast.Eq(), item, facts, 0.0) for item in other.elts])
        return found if isinstance(op, ast.In) or found is None else not found
    if isinstance(op, ast.Eq | ast.NotEq):
        same = _same(one, other, facts)
        return same if isinstance(op, ast.Eq) or same is None else not same
    upward = isinstance(op, ast.Gt | ast.GtE)
    more, less = (one, other) if upward else (other, one)  # "more >= less" or "more > less"
    high, low = _side(more, facts, slack, 1), _side(less, facts, slack, -1)
    if isinstance(op, ast.GtE | ast.LtE):
        return True if high.low >= low.high else False if high.high < low.low else None
    return True if high.low > low.high else False if high.high <= low.low else None


def _side(node: ast.expr, facts: Facts, slack: float, sign: int) -> Range:
    """One side of a comparison: a number written out moves so that the comparison is easier to meet with slack."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
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
    values = [_yes_no(s, facts, 0.0) if _is_logic(s) else _look_up(s, facts) for s in (one, other)]
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
        return node.func.id in ("any", "all")
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


def _all(values: list[bool | None]) -> bool | None:
    return False if False in values else None if None in values else True


def _any(values: list[bool | None]) -> bool | None:
    return True if True in values else None if None in values else False
