"""A blind check's report, gathered from the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from itertools import combinations
from typing import Any

from pepinsight.review.intervals import Interval, wilson
from pepinsight.review.proof import Proof, prove
from pepinsight.review.proof_rules import proof_rules
from pepinsight.rubrics import Rubric
from pepinsight.store import BlindCheck, Levels, Store

PEPINSIGHT = "pepinsight"


@dataclass(frozen=True, slots=True)
class OverallAgreement:
    """How often the overall judgements that two raters' levels lead to were the same, of PEPs both rated whole."""

    one: str
    other: str
    n: int
    same: int
    same_likely: Interval | None


@dataclass(frozen=True)
class Report:
    """What a blind check has shown so far; ``switched_off`` are the sections whose suggestions are off now, by whom."""

    check: BlindCheck
    rubric: Rubric
    proof: Proof
    overall: tuple[OverallAgreement, ...]
    switched_off: Mapping[str, str]

    def to_json(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        check = self.check
        return {
            "check": check.id,
            "rubric": check.rubric,
            "seed": check.seed,
            "drawn": check.drawn.isoformat(),
            "drawn_by": check.drawn_by,
            "drawn_from": check.drawn_from,
            "ended": check.ended.when.isoformat() if check.ended else None,
            "rules": proof_rules().model_dump(),
            "switched_off": dict(self.switched_off),
            **_plain(asdict(self.proof)),
            "overall": [_plain(asdict(one)) for one in self.overall],
        }


def blind_report(store: Store, check_id: int) -> Report:
    """The report of a blind check, ended or not. Raises StoreError when there is none of this number."""
    check = store.check(check_id)
    rubric = check.rated_by
    officers = store.blind_levels(check_id)
    suggested = {pep.file_id: pep.suggested for pep in check.peps}
    proof = prove(tuple(check.titles.items()), rubric.levels, suggested, officers, proof_rules())
    off = {section: last.reviewer for section, last in store.switched_off(check.rubric).items()}
    return Report(check, rubric, proof, _overall(rubric, suggested, officers), off)


def _overall(rubric: Rubric, suggested: Levels, officers: Mapping[str, Levels]) -> tuple[OverallAgreement, ...]:
    judged = {name: _judgements(rubric, suggested, given) for name, given in sorted(officers.items())}
    own = _judgements(rubric, suggested, suggested)
    pairs = [(name, PEPINSIGHT, judged[name], own) for name in judged]
    pairs += [(one, two, judged[one], judged[two]) for one, two in combinations(judged, 2)]
    found = []
    for one, other, ones, others in pairs:
        both = sorted(ones.keys() & others.keys())
        same = sum(ones[pep] == others[pep] for pep in both)
        likely = wilson(same / len(both), len(both), proof_rules().likely) if both else None
        found.append(OverallAgreement(one, other, len(both), same, likely))
    return tuple(found)


def _judgements(rubric: Rubric, suggested: Levels, given: Levels) -> dict[int, str]:
    """The overall judgement by PEP, of those of which every section was rated."""
    whole = {
        pep: levels for pep, levels in given.items() if pep in suggested and levels.keys() >= suggested[pep].keys()
    }
    return {pep: rubric.overall(levels).level for pep, levels in whole.items()}


def _plain(value: Any) -> Any:
    """``value`` with mappings' keys as words and dates as ISO; figures rounded to four places."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float):
        return round(value, 4)
    return value.isoformat() if isinstance(value, date) else value
