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
    """``level('B')``, ``number_at('ET')`` and ``number_rated()``, over the rubric's own sections and levels."""
    known = tuple(levels)
    functions = {
        "level": Function(Kind("text", (*known, "NA")), tuple(sections), "section", most=1),
        "number_at": Function(NUMBER, known, "level"),
        "number_rated": Function(NUMBER, (), "section", most=0),
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
    """Values for an outcome: from the sections' levels. Sections that do not apply are left out of counts."""

    levels: Mapping[str, str]

    def name(self, name: str) -> Value:
        """Outcomes know no names."""
        raise KeyError(name)

    def call(self, function: str, words: tuple[str, ...]) -> Value:
        """A section's level (None when it was not given one), or how many sections stand at some levels."""
        if function == "level":
            return self.levels.get(words[0])
        rated = [level for level in self.levels.values() if level != "NA"]
        return len(rated) if function == "number_rated" else sum(level in words for level in rated)
