"""What officers' blind levels show of pepinsight's, and when they are too few to show anything."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from pepinsight.review.intervals import wilson
from pepinsight.review.kappa import counted, drawn_anew, redraws, weighted_kappa
from pepinsight.review.proof import PepLevels, Proof, SectionProof, Verdict, prove
from pepinsight.review.proof_rules import proof_rules

LEVELS = ("ET", "OT", "BT", "SB")
PAIRS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=30)


@given(PAIRS)
def test_kappa_is_that_of_scikit_learn(pairs: list[tuple[int, int]]) -> None:
    ones, twos = zip(*pairs, strict=True)
    if len({*ones, *twos}) == 1:
        assert weighted_kappa(counted(pairs, 4)) == 1.0
        return
    expected = cohen_kappa_score(ones, twos, labels=list(range(4)), weights="quadratic")
    assert float(weighted_kappa(counted(pairs, 4))) == pytest.approx(expected)


@given(PAIRS)
def test_who_is_named_first_makes_no_difference(pairs: list[tuple[int, int]]) -> None:
    turned = [(two, one) for one, two in pairs]
    assert float(weighted_kappa(counted(pairs, 4))) == pytest.approx(float(weighted_kappa(counted(turned, 4))))


@given(st.integers(0, 60), st.integers(1, 60))
def test_wilsons_interval_holds_the_share_and_keeps_within_bounds(same: int, more: int) -> None:
    n = same + more
    interval = wilson(same / n, n, 0.95)
    assert 0 <= interval.low <= same / n <= interval.high <= 1
    wider = wilson(same / n, n, 0.99)
    assert wider.low <= interval.low and interval.high <= wider.high


def test_wilsons_interval_is_the_published_one() -> None:
    interval = wilson(17 / 20, 20, 0.95)
    assert (interval.low, interval.high) == pytest.approx((0.640, 0.948), abs=0.001)


def test_redraws_are_the_same_each_time_and_draw_as_many_peps_as_there_are() -> None:
    drawn = redraws(7, 200)
    assert (drawn == redraws(7, 200)).all()
    assert (drawn.sum(axis=1) == 7).all()
    by_pep = np.array([counted([(at % 4, at % 4)], 4) for at in range(7)])
    assert (weighted_kappa(drawn_anew(by_pep, drawn)) == 1.0).all()


def ratings(peps: int, wrong: float, seed: int) -> dict[int, dict[str, str]]:
    """Levels that go round, of which a share is one level off."""
    chance, given = random.Random(seed), {}
    for pep in range(peps):
        at = pep % 4
        if chance.random() < wrong:
            at = at + 1 if at < 3 else at - 1
        given[pep] = {"B": LEVELS[at]}
    return given


def proof(suggested: PepLevels, **officers: PepLevels) -> Proof:
    return prove((("B", "Views"),), LEVELS, suggested, officers, proof_rules())


def section(suggested: PepLevels, **officers: PepLevels) -> SectionProof:
    return proof(suggested, **officers).sections[0]


def test_suggestions_that_agree_as_well_as_officers_do_hold() -> None:
    got = section(ratings(60, 0.1, 1), Amal=ratings(60, 0.1, 2), Bryn=ratings(60, 0.1, 3))
    assert (got.verdict, got.clear) == (Verdict.HOLDS, True)
    assert got.officers.kappa is not None and got.suggested.kappa is not None
    assert got.suggested.n == 120 and got.suggested.peps == got.officers.n == 60


def test_suggestions_out_of_nowhere_fail_clearly() -> None:
    chance = random.Random(4)
    nonsense = {pep: {"B": chance.choice(LEVELS)} for pep in range(40)}
    got = section(nonsense, Amal=ratings(40, 0.0, 2), Bryn=ratings(40, 0.1, 3))
    assert (got.verdict, got.clear) == (Verdict.FAILS, True)


def test_good_agreement_that_is_well_below_officers_own_fails_by_the_relative_rule() -> None:
    got = section(ratings(80, 0.4, 1), Amal=ratings(80, 0.0, 2), Bryn=ratings(80, 0.0, 3))
    assert got.suggested.kappa is not None and got.suggested.kappa >= proof_rules().lowest_kappa
    assert got.verdict is Verdict.FAILS
    assert "0.10 below" in got.why


def test_few_peps_are_too_few_to_tell_however_well_they_agree() -> None:
    few = ratings(proof_rules().fewest - 1, 0.0, 1)
    got = section(few, Amal=few, Bryn=few)
    assert got.verdict is Verdict.CANNOT_TELL
    assert "Too few" in got.why


def test_one_officer_alone_cannot_prove_a_section_but_can_fail_it() -> None:
    good = ratings(40, 0.0, 1)
    assert section(good, Amal=good).verdict is Verdict.CANNOT_TELL
    turned = {pep: {"B": LEVELS[3 - LEVELS.index(levels["B"])]} for pep, levels in good.items()}
    assert section(turned, Amal=good).verdict is Verdict.FAILS


def test_one_level_nearly_throughout_proves_nothing() -> None:
    same = {pep: {"B": "OT"} for pep in range(30)}
    got = section(same, Amal=same, Bryn=same)
    assert got.verdict is Verdict.CANNOT_TELL
    assert "Nearly every PEP was given OT" in got.why


def test_a_verdict_on_the_edge_is_not_called_clear() -> None:
    got = section(ratings(12, 0.5, 5), Amal=ratings(12, 0.5, 6), Bryn=ratings(12, 0.5, 7))
    assert got.verdict is Verdict.CANNOT_TELL or not got.clear


def test_what_was_rated_lowest_is_counted_and_what_does_not_apply_is_not() -> None:
    given = {0: {"B": "SB"}, 1: {"B": "SB"}, 2: {"B": "NA"}, 3: {"B": "ET"}}
    suggested = {0: {"B": "SB"}, 1: {"B": "BT"}, 2: {"B": "ET"}, 3: {"B": "SB"}}
    [pair] = proof(suggested, Amal=given).all_sections
    assert (pair.lowest, pair.lowest_found) == (2, 1)


def test_an_interval_over_many_sections_is_by_peps_and_not_by_ratings() -> None:
    """Two PEPs rated wholly alike and two wholly apart are four PEPs, however many sections each has."""
    sections = tuple((str(number), "Section") for number in range(10))
    given = {pep: {id: "OT" for id, _ in sections} for pep in range(4)}
    suggested = {pep: {id: "OT" if pep < 2 else "BT" for id, _ in sections} for pep in range(4)}
    [pair] = prove(sections, LEVELS, suggested, {"Amal": given}, proof_rules()).all_sections
    assert (pair.figure.n, pair.figure.peps, pair.figure.same) == (40, 4, 20)
    assert pair.figure.same_likely is not None
    assert pair.figure.same_likely.high - pair.figure.same_likely.low > 0.7


def test_peps_that_an_officer_has_not_rated_are_left_out() -> None:
    rated = {pep: levels for pep, levels in ratings(20, 0.0, 1).items() if pep < 12}
    got = proof(ratings(20, 0.0, 1), Amal=rated, Bryn={})
    assert got.rated == {"Amal": 12, "Bryn": 0}
    pairs = {(pair.one, pair.other): pair.figure for pair in got.sections[0].pairs}
    assert pairs["Amal", "pepinsight"].n == 12
    assert pairs["Amal", "Bryn"].n == 0 and pairs["Amal", "Bryn"].kappa is None


@given(
    st.dictionaries(st.integers(0, 14), st.fixed_dictionaries({"B": st.sampled_from([*LEVELS, "NA"])}), max_size=15),
    st.dictionaries(st.integers(0, 14), st.fixed_dictionaries({"B": st.sampled_from([*LEVELS, "NA"])}), max_size=15),
)
def test_whatever_was_rated_there_is_a_report(one: dict[int, dict[str, str]], two: dict[int, dict[str, str]]) -> None:
    rules = proof_rules().model_copy(update={"rounds": 100, "fewest": 3})
    got = prove((("B", "Views"),), LEVELS, ratings(15, 0.3, 1), {"Amal": one, "Bryn": two}, rules)
    for pair in got.sections[0].pairs:
        figure = pair.figure
        assert figure.same <= figure.near <= figure.n
        if figure.same_likely and figure.n:
            assert figure.same_likely.low <= figure.same / figure.n <= figure.same_likely.high
