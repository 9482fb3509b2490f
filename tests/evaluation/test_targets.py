"""New targets are matched by their wording, and a letter counts as found missed only where it is."""

from __future__ import annotations

from pepinsight.evaluation.gold import PremiumLabels, TargetLabels
from pepinsight.evaluation.targets import figures, match


def labelled(text: str, lacks: str = "", amount: float | None = None, voice: bool = False) -> TargetLabels:
    smart = {letter: letter not in lacks for letter in "SMART"}
    premium = PremiumLabels(linked=amount is not None, amount=amount)
    return TargetLabels(text=text, smart=smart, from_voice=voice, premium=premium)


def found(text: str, lacks: str = "", amount: float | None = None, voice: bool | None = None) -> dict[str, object]:
    smart = {letter: letter not in lacks for letter in "SMART"}
    return {"text": text, "smart": smart, "from_voice": voice, "premium": {"linked": bool(amount), "amount": amount}}


READ = "By May Idris will read forty words a minute."
SUMS = "To get better at sums."


def test_the_same_words_set_twice_are_two_targets_in_their_order() -> None:
    pairs, spurious = match([labelled(SUMS), labelled(SUMS)], [found(SUMS, amount=1.0), found(SUMS, amount=2.0)])
    assert [other["premium"]["amount"] for _, other in pairs if other] == [1.0, 2.0]
    assert spurious == 0


def test_a_heading_taken_for_a_target_is_spurious_and_a_lost_one_is_missed() -> None:
    pairs, spurious = match([labelled(READ), labelled(SUMS)], [found("Targets for summer"), found(READ.upper())])
    assert [other is not None for _, other in pairs] == [True, False]
    assert spurious == 1


def test_each_letter_is_scored_on_finding_that_it_is_missed() -> None:
    gold = [labelled(READ, lacks="A"), labelled(SUMS, lacks="SMT")]
    told = figures([(gold, [found(READ), found(SUMS, lacks="SMR")])])["smart_missed"]
    assert [told[letter]["f1"] for letter in "SMART"] == [1.0, 1.0, 0.0, 0.0, 0.0]


def test_sums_and_money_and_voice() -> None:
    gold = [labelled(READ, amount=120.0, voice=True), labelled(SUMS)]
    told = figures([(gold, [found(READ, amount=120.0, voice=None), found(SUMS, amount=40.0, voice=None)])])
    assert told["amounts_right"] == {"share": 1.0, "n": 1}
    assert told["premium_linked"]["precision"] == 0.5
    assert told["from_voice"] is None
