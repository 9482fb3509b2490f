"""One plain sentence on a criterion: what was found, or what was looked for and where."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from pepinsight.evidence import REGISTRY, Feature, Findings
from pepinsight.evidence.findings import Value
from pepinsight.plan import SectionKind
from pepinsight.rubrics.expression import Expression
from pepinsight.rubrics.rubric_file import PHASES, RubricData
from pepinsight.rubrics.vocabulary import PlanFacts

_ABBREVIATIONS = {"send": "SEND", "semh": "SEMH", "sdq": "SDQ"}
TIME_UNITS = frozenset({"working days", "calendar days", "weeks", "months", "terms"})
"""Units of which nought is an answer, not a lack."""
SECTION_PHRASES = {
    "words_in": "words",
    "fields_filled": "filled fields",
    "fields_blank": "blank fields",
    "has_section": "a section",
}


def reason(expression: Expression, facts: PlanFacts) -> str:
    """What the expression's features and section functions came to, as one sentence."""
    phrases = [_feature_phrase(REGISTRY[name], facts.name(name)) for name in expression.names if name in REGISTRY]
    phrases += [_section_phrase(function, words, facts.call(function, words)) for function, words in expression.calls]
    sentence = "; ".join(phrases)
    untold = all(facts.name(name) is None for name in expression.names if name in REGISTRY)
    if phrases and untold and not expression.calls and expression.holds(facts):
        sentence += ", so nothing speaks against it"  # else "met" would stand beside "cannot tell"
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else "This holds by the rubric's settings alone."


def evidence_behind(expression: Expression, findings: Findings) -> tuple[int, ...]:
    """The ids of the evidence of all features that the expression names, without repeats."""
    named = [findings.features[name].evidence for name in expression.names if name in findings.features]
    return tuple(dict.fromkeys(id for ids in named for id in ids))


def section_names(kinds: Iterable[SectionKind]) -> str:
    """Section kinds as a person says them: "Views, Meeting and Carer"."""
    names = [_ABBREVIATIONS.get(kind.value, kind.value.replace("_", " ").capitalize()) for kind in kinds]
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def word(value: str) -> str:
    """A feature's value as a person says it: "post-16" for "P16"."""
    return PHASES.get(value, value.replace("_", " "))


def setting_name(data: RubricData, name: str) -> str:
    """What people call a setting, as its file says; else its own name in words, as far as that goes."""
    return data.setting_names.get(name) or " ".join(_ABBREVIATIONS.get(part, part) for part in name.split("_"))


def _feature_phrase(feature: Feature, value: Value) -> str:
    where = _where(feature.looked_in)
    if value is None:
        if not feature.looked_in:
            return f"nobody has stated {feature.describes}"
        return f"cannot tell about {feature.describes} from this document (looked{where})"
    if value is True:
        return f"found {feature.describes}"
    if isinstance(value, str):
        return f"{feature.describes}: {word(value)}"
    if feature.unit.startswith("of "):  # a share
        return f"{feature.describes}: {value:.0%}"
    if not value and feature.unit not in TIME_UNITS:
        return f"looked for {feature.describes}{where} and found none"
    return f"{feature.describes}: {round(value, 2):g}{'%' if feature.unit == '%' else ''}"


@cache
def _where(kinds: tuple[SectionKind, ...]) -> str:
    if len(kinds) > MANY:
        return " anywhere in the PEP"
    return f" in {section_names(kinds)}" if kinds else ""


MANY = 5
"""Section kinds from which a list of them tells a reader less than "anywhere"."""


def _section_phrase(function: str, words: tuple[str, ...], value: Value) -> str:
    where, what = section_names(SectionKind(word) for word in words), SECTION_PHRASES[function]
    if value is None:
        return f"{where} is not in this file"
    if not value:
        return (
            f"found no {what.removeprefix('a ')} for {where}" if function == "has_section" else f"no {what} in {where}"
        )
    return f"found a section for {where}" if value is True else f"found {value} {what} in {where}"
