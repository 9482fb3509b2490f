"""The language of criteria: a small, safe part of Python's expressions, checked when a rubric is loaded.

Names, numbers, strings, ``and or not``, comparisons, ``in``, ``+ - * /`` and the functions ``count any all min max``
(``count`` is how many of its arguments are true), besides those that a vocabulary brings. Nothing is ever executed.

The logic has three values. A yes/no that the document cannot tell is None, and a number that it cannot tell is a range:
``count(a, b) >= 1`` holds when ``a`` does, whatever ``b`` is, and cannot be told when neither is known to.
"""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from pepinsight.rubrics.evaluate import Facts, call_of, yes_no


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


YES_NO, NUMBER, TEXT = Kind("yes/no"), Kind("number"), Kind("text")
_GATHERING = ("any", "all", "count")
LONGEST = 4000
"""Characters of a test. Those that people write have 1,000 at most; what is far longer is an accident."""
_ORDER = (ast.Gt, ast.GtE, ast.Lt, ast.LtE)


@dataclass(frozen=True)
class Expression:
    """A checked expression. ``names`` are the names in it, in order; ``calls`` the vocabulary's functions it calls."""

    text: str
    tree: ast.expr
    names: tuple[str, ...]
    calls: tuple[tuple[str, tuple[str, ...]], ...]

    @cached_property
    def has_numbers(self) -> bool:
        """Whether a number is written out in it; ``slack`` moves nothing else."""
        return any(
            isinstance(node, ast.Constant) and isinstance(node.value, (int, float)) for node in ast.walk(self.tree)
        )

    def holds(self, facts: Facts, slack: float = 0.0) -> bool | None:
        """Whether it holds; None when that cannot be told.

        ``slack`` eases (above 0) or stiffens (below 0) each number written out in a comparison by that share, a whole
        number to the nearest whole number; ``0.2`` reads ``>= 5`` as ``>= 4``. Named settings are never changed.
        """
        return yes_no(self.tree, facts, slack)


def parse(text: str, vocabulary: Vocabulary) -> Expression:
    """Check ``text`` as a yes/no expression over ``vocabulary``. Raises ExpressionError."""
    if len(text) > LONGEST:
        raise ExpressionError(f"'{text[:40]} ...' is too long: no test may have more than {LONGEST} characters")
    try:
        tree = ast.parse(text.strip(), mode="eval").body
        kind = _check(tree, vocabulary)
    except SyntaxError as error:
        raise ExpressionError(f"'{text}' is not an expression: {error.msg}") from error
    except (RecursionError, MemoryError) as error:
        raise ExpressionError(f"'{text[:40]} ...' holds too many parts within parts") from error
    if kind.base != "yes/no":
        raise ExpressionError(f"'{text}' is a {kind.base}, but a criterion must be something that holds or does not")
    nodes = list(ast.walk(tree))
    functions = {node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    names = dict.fromkeys(node.id for node in nodes if isinstance(node, ast.Name) and node.id not in functions)
    calls = [call_of(node) for node in nodes if isinstance(node, ast.Call)]
    own = dict.fromkeys(call for call in calls if call[0] in vocabulary.functions)
    return Expression(text.strip(), tree, tuple(names), tuple(own))


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
    if name == "surely":
        if len(arguments) != 1:
            raise ExpressionError("surely() takes one yes/no part")
        return _all_of(arguments, "yes/no", "surely()", vocabulary) and YES_NO
    function = vocabulary.functions.get(name)
    if function is None:
        known = [*vocabulary.functions, *_GATHERING, "min", "max", "surely"]
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
    if isinstance(op, _ORDER) and left.base != "number":
        raise ExpressionError(f"{words}: neither can be more or less; use == or !=")
    if not isinstance(op, (*_ORDER, ast.Eq, ast.NotEq)):
        raise ExpressionError("compare with == != < <= > >= or in")
    for side, kind in ((other, left), (one, right)):
        if isinstance(side, ast.Constant) and kind.choices and side.value not in kind.choices:
            listed = ", ".join(kind.choices)
            near = did_you_mean(str(side.value), kind.choices)
            raise ExpressionError(f"{side.value!r} is not one of {listed}{near}")
