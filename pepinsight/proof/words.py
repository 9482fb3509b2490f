"""A blind check's report in plain words, for a terminal and for a page alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pepinsight.proof.report import OverallAgreement, Report
from pepinsight.review.intervals import Interval
from pepinsight.review.proof import Between, SectionProof, Verdict
from pepinsight.review.proof_rules import proof_rules

VERDICTS = {
    Verdict.HOLDS: "Good enough by the rule",
    Verdict.FAILS: "Not good enough by the rule",
    Verdict.CANNOT_TELL: "Cannot be told",
}
CANNOT_PROVE = (
    "What this cannot prove: that the officers are right, only that pepinsight agrees with them about as well as they "
    "agree with each other; nor anything about forms, phases or levels that the sample does not hold."
)


def the_rule() -> str:
    """The rule behind the verdicts, in one sentence."""
    rules = proof_rules()
    return (
        f"The rule: a section's suggestions are good enough where weighted kappa with officers is at least "
        f"{rules.lowest_kappa:.2f} and no more than {rules.furthest_below:.2f} below what officers reach with each "
        f"other, on at least {rules.fewest} PEPs. (Kappa is 1 where all agree, 0 where no more than by chance.)"
    )


def told_pair(pair: Between) -> str:
    """How two raters agreed, in one sentence."""
    figure = pair.figure
    who = f"pepinsight and {pair.one}" if pair.with_pepinsight else f"{pair.one} and {pair.other}"
    if figure.n == 0:
        return f"{who} have rated nothing in common yet."
    said = f"{who} gave the same level {_times(figure.same, figure.n)}"
    if figure.peps < proof_rules().fewest:
        return f"{said}: too few to tell."
    return f"{said}{_likely(figure.same_likely)}; at most one level apart {_times(figure.near, figure.n)}."


def told_lowest(pair: Between, lowest: str) -> str:
    """Whether pepinsight found what an officer rated lowest, in one sentence: these must not be missed."""
    if pair.lowest == 0:
        return f"{pair.one} gave {lowest} to no section, so it cannot be told whether pepinsight would find such."
    return (
        f"Of {_times(pair.lowest)} that {pair.one} gave {lowest}, pepinsight suggested it {_times(pair.lowest_found)}."
    )


def told_overall(pair: OverallAgreement) -> str:
    """How often two raters' levels led to the same overall judgement, in one sentence."""
    who = (
        " and ".join(reversed((pair.one, pair.other))) if pair.other == "pepinsight" else f"{pair.one} and {pair.other}"
    )
    if pair.n == 0:
        return f"{who} have no PEP in common of which every section was rated."
    said = f"{who} came to the same overall judgement {_times(pair.same, pair.n)}"
    return f"{said}: too few to tell." if pair.n < proof_rules().fewest else f"{said}{_likely(pair.same_likely)}."


def told_reason(section: SectionProof) -> str:
    """Why the verdict is as it is, and how far it can be relied on."""
    if section.verdict is Verdict.CANNOT_TELL or section.clear:
        return section.why
    return f"{section.why} With so few PEPs, another sample might well have said otherwise."


def too_few(sections: Iterable[SectionProof]) -> tuple[SectionProof, ...]:
    """Those of which nothing can be told for want of PEPs: what is said of them is the same for all."""
    return tuple(section for section in sections if section.suggested.peps < proof_rules().fewest)


def told_too_few(sections: Iterable[SectionProof]) -> str:
    """Which sections nothing can be told of yet, and what is needed, in one sentence."""
    names = ", ".join(section.title for section in sections)
    return (
        f"Too few to tell of these sections, since {proof_rules().fewest} PEPs rated by an officer are needed: {names}."
    )


def report_lines(report: Report) -> Iterator[str]:
    """The whole report, line by line."""
    check, proof = report.check, report.proof
    yield f"Blind check {check.id}: {report.rubric.data.title}"
    yield (
        f"{proof.peps} PEPs drawn on {check.drawn.day} {check.drawn:%B %Y} by {check.drawn_by}, "
        f"from {check.drawn_from} (seed {check.seed})."
    )
    if not proof.officers:
        yield "Nobody has rated any of them yet."
        return
    yield "Rated by " + ", ".join(f"{name} ({proof.rated[name]} of {proof.peps})" for name in proof.officers) + "."
    yield the_rule()
    yield ""
    yield "All sections together"
    for pair in proof.all_sections:
        yield f"  {told_pair(pair)}"
    lowest = report.rubric.data.levels[-1].label
    for pair in proof.all_sections:
        if pair.with_pepinsight:
            yield f"  {told_lowest(pair, lowest)}"
    yield ""
    yield "Overall judgement"
    for overall in report.overall:
        yield f"  {told_overall(overall)}"
    few = too_few(proof.sections)
    for section in proof.sections:
        if section in few:
            continue
        yield ""
        yield f"{section.title} ({section.id})"
        for pair in section.pairs:
            yield f"  {told_pair(pair)}"
        yield f"  {VERDICTS[section.verdict]}. {told_reason(section)}"
    if few:
        yield ""
        yield told_too_few(few)
    off = [section for section in proof.sections if section.id in report.switched_off]
    if off:
        yield ""
        by = ", ".join(f"{section.title} (by {report.switched_off[section.id]})" for section in off)
        yield f"Suggestions are switched off for: {by}."
    yield ""
    yield CANNOT_PROVE


def _times(count: int, n: int | None = None) -> str:
    return f"{count} {'time' if count == 1 else 'times'}" + ("" if n is None else f" of {n}")


def _likely(interval: Interval | None) -> str:
    return "" if interval is None else f" (between {interval.low:.0%} and {interval.high:.0%} is likely)"
