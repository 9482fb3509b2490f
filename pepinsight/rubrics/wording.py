"""A test in plain words, for people who read a rubric without knowing its names: "new targets: at least 5"."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from pepinsight.evidence import REGISTRY
from pepinsight.plan import SectionKind
from pepinsight.rubrics.evaluate import call_of
from pepinsight.rubrics.expression import Expression
from pepinsight.rubrics.reasons import SECTION_PHRASES, section_names, setting_name, word
from pepinsight.rubrics.rubric_file import RubricData

_COMPARED: dict[type[ast.cmpop], str] = {
    ast.GtE: "at least {}",
    ast.Gt: "more than {}",
    ast.LtE: "at most {}",
    ast.Lt: "less than {}",
    ast.Eq: "{}",
    ast.NotEq: "not {}",
}
_SIGNS: dict[type[ast.operator], str] = {ast.Add: "plus", ast.Sub: "less", ast.Mult: "times", ast.Div: "over"}


def in_words(expression: Expression, data: RubricData) -> str:
    """The test of a criterion, check or outcome as one plain sentence without its full stop."""
    words = _Words(data).told(expression.tree)
    return words[:1].upper() + words[1:]


class _Words:
    def __init__(self, data: RubricData) -> None:
        self.data = data
        self.labels = {level.id: level.label for level in data.levels}
        self.titles = {section.id: section.title for section in data.sections}

    def told(self, node: ast.expr, inside: bool = False) -> str:
        """A yes/no part; ``inside`` another, so that what belongs together stays together."""
        match node:
            case ast.BoolOp(op=op, values=values):
                joint = "; and " if isinstance(op, ast.And) else ", or "
                words = joint.join(self.told(value, inside=True) for value in values)
                return f"({words})" if inside else words
            case ast.UnaryOp(op=ast.Not(), operand=ast.Call(func=ast.Name(id="surely"), args=[part])):
                return f"unless it is plain: {self.told(part, inside=True)}"
            case ast.UnaryOp(op=ast.Not(), operand=ast.Name(id=name)) if name in REGISTRY:
                return f"not found: {REGISTRY[name].describes}"
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return f"not the case: {self.told(operand, inside=True)}"
            case ast.Compare(left=ast.Call(func=ast.Name(id="count"), args=parts), ops=[op], comparators=[other]):
                listed = "; ".join(self.told(part, inside=True) for part in parts)
                return f"{_COMPARED[type(op)].format(self.value(other))} of these: {listed}"
            case ast.Compare(left=ast.Call(func=ast.Name(id="level")) as call, ops=[op], comparators=[other]):
                section = self.titles[call_of(call)[1][0]]
                return f"{section}: {self._compared(op, other, levels=True)}"
            case ast.Compare(left=left, ops=[op], comparators=[other]):
                return f"{self.value(left)}: {self._compared(op, other)}"
            case ast.Call(func=ast.Name(id="any" | "all" as name), args=parts):
                joint = ", or " if name == "any" else "; and "
                return f"({joint.join(self.told(part, inside=True) for part in parts)})"
            case ast.Call(func=ast.Name(id="surely"), args=[part]):
                return f"it is plain: {self.told(part, inside=True)}"
            case ast.Call(func=ast.Name(id="best_fit")) as call:
                return f"the best fit is {self._levels(call_of(call)[1])}"
            case ast.Call() as call:
                return self._of_sections(call)
            case ast.Name(id=name):
                return f"found: {self.value(node)}" if name in REGISTRY else self.value(node)
        return ast.unparse(node)

    def value(self, node: ast.expr) -> str:
        """A number or text."""
        match node:
            case ast.Constant(value=str() as text):
                return word(text)
            case ast.Name(id=name):
                if name in REGISTRY:
                    return REGISTRY[name].describes
                return f"{self.data.settings[name]} ({setting_name(self.data, name)})"
            case ast.BinOp(left=left, op=op, right=right):
                return f"{self.value(left)} {_SIGNS[type(op)]} {self.value(right)}"
            case ast.Call(func=ast.Name(id="number_at")) as call:
                return f"sections at {self._levels(call_of(call)[1])}"
            case ast.Call(func=ast.Name(id="number_rated")):
                return "the sections that are rated"
            case ast.Call(func=ast.Name(id="min" | "max" as name), args=parts):
                which = "least" if name == "min" else "greatest"
                return f"the {which} of {', '.join(self.value(part) for part in parts)}"
            case ast.Call(func=ast.Name(id="count"), args=parts):
                return f"how many hold of: {'; '.join(self.told(part, inside=True) for part in parts)}"
            case ast.Call() as call:
                return self._of_sections(call)
        return ast.unparse(node)

    def _compared(self, op: ast.cmpop, other: ast.expr, levels: bool = False) -> str:
        if isinstance(op, ast.In | ast.NotIn) and isinstance(other, ast.Tuple | ast.List):
            listed = " or ".join(self._item(item, levels) for item in other.elts)
            return listed if isinstance(op, ast.In) else f"not {listed}"
        return _COMPARED[type(op)].format(self._item(other, levels))

    def _item(self, node: ast.expr, levels: bool) -> str:
        if levels and isinstance(node, ast.Constant):
            return self.labels.get(str(node.value), str(node.value))
        return self.value(node)

    def _levels(self, ids: Sequence[str]) -> str:
        return " or ".join(self.labels[id] for id in ids)

    def _of_sections(self, call: ast.Call) -> str:
        function, kinds = call_of(call)
        return f"{SECTION_PHRASES[function]} in {section_names(SectionKind(kind) for kind in kinds)}"
