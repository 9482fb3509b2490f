"""What a letter names as a strength, and the words it quotes for it: none rather than weak ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pepinsight.calibration.suggestion import Suggestion
from pepinsight.evidence import REGISTRY, Evidence, Value
from pepinsight.plan import SectionKind
from pepinsight.reports.words import short
from pepinsight.rubrics import Rubric
from pepinsight.rubrics.assessment import CriterionResult
from pepinsight.rubrics.expression import ExpressionError, parse
from pepinsight.rubrics.reasons import TIME_UNITS
from pepinsight.rubrics.vocabulary import PlanFacts, criteria_vocabulary

TELLING_WORDS = 6
"""A ticked "Yes" or a lone figure is evidence, but no quote that a school learns from."""
PARTICULARS, ENOUGH = 2, 3
"""Figures and names from which a sentence shows something ("None since Tuesday" has one), and beyond which more of them
make it a list or an address rather than a better quote."""
_VOICES = frozenset({SectionKind.VIEWS, SectionKind.CARER})
"""Where a section is about these, somebody's own words are worth quoting without a figure in them."""
_OWN_WORDS = frozenset({"child_voice", "carer_voice"})
_GOOD_TARGETS = frozenset({"targets_smart"})
_FIGURE_OR_NAME = re.compile(r"(?<=\s)[^\w\s]*[A-Z]|\d[\w.,:/%]*")


@dataclass(frozen=True)
class Strengths:
    """The strengths of one plan as one letter names them; a passage is quoted once in it."""

    suggestion: Suggestion
    rubric: Rubric
    _quoted: set[str] = field(default_factory=set)

    def quote(self, section: str, criterion: CriterionResult) -> Evidence | None:
        """The most telling of the words that the criterion rests on; None where none can stand for it.

        Words can where they hold several things that can be checked, are a SMART target, or, in a
        section on views, are the child's or the carer's own. Those of the section's own part of the plan go first, then
        those with enough particulars, then the longest.
        """
        evidence = self.suggestion.assessment.findings.evidence
        reads = frozenset(self.rubric.section(section).reads)
        able = [
            item
            for item in (evidence[id] for id in criterion.evidence)
            if item.quote not in self._quoted
            and len(item.quote.split()) >= TELLING_WORDS
            and self._is_strong(item, bool(reads & _VOICES))
        ]
        if not able:
            return None
        best = max(able, key=lambda item: (item.section in reads, *_worth(short(item.quote))))
        self._quoted.add(best.quote)
        return best

    def is_earned(self, section: str, criterion: CriterionResult) -> bool:
        """Whether somebody had to write something for the criterion to be met: "nothing is carried over" is met by an
        empty plan as well, and so is no praise."""
        data, findings = self.rubric.data, self.suggestion.assessment.findings
        asked = next(one for one in self.rubric.section(section).levels[criterion.level] if one.id == criterion.id)
        try:
            # Read anew, since a rubric that was kept with a suggestion has its words and no tests.
            test = parse(asked.when, criteria_vocabulary(data.settings))
        except ExpressionError:  # it names what is no longer measured
            return True
        return test.holds(_NothingWritten(findings, data.settings)) is not True

    def _is_strong(self, item: Evidence, own_words: bool) -> bool:
        about = {other.feature for other in self._about(item)}
        if about & _GOOD_TARGETS or (own_words and about & _OWN_WORDS):
            return True
        can_be_checked = any(REGISTRY[feature].unit == "facts" for feature in about)
        return can_be_checked and _worth(short(item.quote))[0] >= PARTICULARS

    def _about(self, item: Evidence) -> Iterable[Evidence]:
        """What rules took up of the same words: evidence that covers, or lies within, at least half of them."""
        half = (item.end - item.start) / 2
        evidence = self.suggestion.assessment.findings.evidence
        return (one for one in evidence if min(one.end, item.end) - max(one.start, item.start) >= half)


def _worth(quote: str) -> tuple[int, int]:
    """Its figures and names, as far as they count, and its words."""
    return min(len(_FIGURE_OR_NAME.findall(quote)), ENOUGH), len(quote.split())


class _NothingWritten(PlanFacts):
    """The plan's facts as if nobody had written anything in it; what is so of the child (words such as the term, and
    the attendance) stays."""

    def name(self, name: str) -> Value:
        """Nought and "no" for what was counted or found; what was not dated was not in time."""
        feature = REGISTRY.get(name)
        if name in self.settings or feature is None or feature.type is str or feature.unit == "%":
            return super().name(name)
        if feature.unit in TIME_UNITS:
            return None
        return False if feature.type is bool else 0

    def call(self, function: str, words: tuple[str, ...]) -> Value:
        """Nothing stands in any section."""
        return False if function == "has_section" else 0
