"""Two models on the same held-out decisions: what is said, and when it is put down to chance."""

from __future__ import annotations

from pepinsight.calibration import SectionSuggestion
from pepinsight.evaluation.compared import Row, told
from pepinsight.rubrics import load_rubric

RUBRIC = load_rubric("birmingham")


def suggested(level: str, unsure: bool = False) -> SectionSuggestion:
    return SectionSuggestion("B", "Views", level, level, unsure, (level,), None, None, (), ())


def row(pep: int, level: str, old: str, new: str, seen: bool = False) -> Row:
    return Row(pep, "B", level, seen, suggested(old, unsure=True), suggested(new))


def lines(rows: list[Row]) -> str:
    return "\n".join(told(rows, RUBRIC))


def test_gains_on_many_peps_are_hardly_chance_and_on_one_they_may_well_be() -> None:
    many = [row(pep, "OT", "BT" if pep % 2 else "OT", "OT") for pep in range(20)]
    assert "Only the new one was right 10 times, only the one in use 0 times: that is hardly chance." in lines(many)
    one = [row(pep, "OT", "OT", "OT") for pep in range(20)] + [row(0, "OT", "BT", "OT") for _ in range(10)]
    assert "Only the new one was right 10 times, only the one in use 0 times: that may well be chance." in lines(one)


def test_how_often_each_is_sure_and_right_then() -> None:
    said = lines([row(pep, "OT", "OT", "OT" if pep else "BT") for pep in range(12)])
    assert "in use now: the same level 12 times of 12" in said and "called sure 0 times, and right 0 of them" in said
    assert "the new one: the same level 11 times of 12" in said and "called sure 12 times, and right 11 of them" in said


def test_few_peps_are_too_few_however_many_decisions_they_have() -> None:
    said = lines([row(pep % 3, "OT", "OT", "OT") for pep in range(30)])
    assert "30 decisions on 3 PEPs: too few to tell" in said


def test_seen_decisions_are_told_apart() -> None:
    said = lines([row(pep, "OT", "OT", "OT", seen=pep % 2 == 0) for pep in range(24)])
    assert said.count("the same level 12 times of 12") == 4
    assert said.count("Neither is right where the other is wrong") == 2
