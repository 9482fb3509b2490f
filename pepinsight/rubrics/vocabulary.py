"""What criteria and outcomes may name: registered features, a rubric's settings, sections of the plan, levels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pepinsight.evidence import REGISTRY, Findings
from pepinsight.plan import PlanKind, SectionKind
from pepinsight.rubrics.evaluate import Value
from pepinsight.rubrics.expression import NUMBER, TEXT, YES_NO, Function, Kind, Vocabulary

SECTION_KINDS = tuple(kind.value for kind in SectionKind)
_KINDS: dict[type, Kind] = {bool: YES_NO, int: NUMBER, float: NUMBER, str: TEXT}

SECTION_FUNCTIONS = {
    "words_in": Function(NUMBER, SECTION_KINDS, "section kind"),
    "fields_filled": Function(NUMBER, SECTION_KINDS, "section kind"),
    "fields_blank": Function(NUMBER, SECTION_KINDS, "section kind"),
    "has_section": Function(YES_NO, SECTION_KINDS, "section kind"),
}
"""How much stands in the plan's sections of some kinds, headings left out."""


def criteria_vocabulary(settings: Mapping[str, Value]) -> Vocabulary:
    """Registered features, a rubric's own settings, and functions over the plan's sections."""
    names = {name: Kind(_KINDS[item.type].base, item.choices) for name, item in REGISTRY.items()}
    own = {name: _KINDS[type(value)] for name, value in settings.items()}
    return Vocabulary({**names, **own}, SECTION_FUNCTIONS)


def outcome_vocabulary(sections: Sequence[str], levels: Sequence[str]) -> Vocabulary:
    """``level('B')``, ``number_at('ET')``, ``number_rated()`` and ``best_fit('ET')``, over the rubric's own sections
    and levels."""
    known = tuple(levels)
    functions = {
        "level": Function(Kind("text", (*known, "NA")), tuple(sections), "section", most=1),
        "number_at": Function(NUMBER, known, "level"),
        "number_rated": Function(NUMBER, (), "section", most=0),
        "best_fit": Function(YES_NO, known, "level"),
    }
    return Vocabulary({}, functions)


@dataclass(frozen=True)
class PlanFacts:
    """Values for a criterion: from findings, settings, and the plan's sections."""

    findings: Findings
    settings: Mapping[str, Value]

    def name(self, name: str) -> Value:
        """A setting's or a feature's value."""
        if name in self.settings:
            return self.settings[name]
        measured = self.findings.features.get(name)
        return None if measured is None else measured.value

    def call(self, function: str, words: tuple[str, ...]) -> Value:
        """A section function's value; None for parts that a print of a single tab does not hold."""
        plan, kinds = self.findings.plan, tuple(SectionKind(word) for word in words)
        if plan.kind is PlanKind.SINGLE_TAB and not plan.has(*kinds):
            return None
        if function == "has_section":
            return plan.has(*kinds)
        if function == "words_in":
            return sum(len(plan.quote(span).split()) for span in plan.spans_of(*kinds))
        wanted = function == "fields_blank"
        return sum(item.blank is wanted for item in plan.fields_of(*kinds))


@dataclass(frozen=True)
class LevelFacts:
    """Values for an outcome: from the sections' levels. Sections that do not apply are left out of counts.

    ``order`` are the rubric's levels, best first."""

    levels: Mapping[str, str]
    order: tuple[str, ...]

    def name(self, name: str) -> Value:
        """Outcomes know no names."""
        raise KeyError(name)

    def call(self, function: str, words: tuple[str, ...]) -> Value:
        """A section's level (None when it was not given one), how many sections stand at some levels, or whether the
        best fit is one of them (None when it lies between one of them and another)."""
        if function == "level":
            return self.levels.get(words[0])
        rated = [level for level in self.levels.values() if level != "NA"]
        if function == "best_fit":
            middle = {level in words for level in self._middle(rated)}
            return middle.pop() if len(middle) == 1 else None
        return len(rated) if function == "number_rated" else sum(level in words for level in rated)

    def _middle(self, rated: list[str]) -> tuple[str, str]:
        """The two levels between which half the sections are better and half are worse; mostly the same."""
        ranked = sorted(rated, key=self.order.index)
        return ranked[(len(ranked) - 1) // 2], ranked[len(ranked) // 2]
