"""Why a PEP should be read before others: said in words, by rules that a head can amend."""

from __future__ import annotations

from pathlib import Path

import pytest

from pepinsight.assessing import assess
from pepinsight.data_files import DataFileError
from pepinsight.review import Reason, Withheld, reasons_to_read, told_while
from pepinsight.review.triage import read_reasons

GOLD = Path(__file__).parents[2] / "corpora" / "gold"


def reasons_of(name: str) -> dict[str, str]:
    reasons = reasons_to_read(assess(GOLD / name))
    assert [reason.rank for reason in reasons] == sorted(reason.rank for reason in reasons)
    return {reason.id: reason.says for reason in reasons}


def test_a_plan_without_the_childs_voice_is_read_early() -> None:
    assert reasons_of("c4-01.docx")["no_child_voice"] == "No word of the child's was found."


def test_a_plan_that_gives_no_cause_waits_its_turn() -> None:
    assert reasons_of("c2-01.docx") == {}


def test_what_is_carried_over_is_counted_in_words() -> None:
    reasons = reasons_to_read(assess(GOLD / "a1-04.docx", previous=GOLD / "a1-04.docx"))
    [copied] = [reason.says for reason in reasons if reason.id == "copied"]
    assert "word for word" in copied and any(letter.isdigit() for letter in copied)


@pytest.mark.parametrize(
    ("says", "when", "wrong"),
    [
        ("Look", "child_voice_statement == 0", "did you mean 'child_voice_statements'"),
        ("Look {copied_forwards}", "copied_forward > 1", "did you mean 'copied_forward'"),
        ("Look", "copied_forward", "must be something that holds or does not"),
    ],
)
def test_a_rule_that_cannot_be_read_is_named_with_its_line(says: str, when: str, wrong: str, tmp_path: Path) -> None:
    path = tmp_path / "triage.yaml"
    path.write_text(f"reasons:\n  - id: one\n    says: {says!r}\n    when: {when}\n    source: ours\n")
    with pytest.raises(DataFileError, match=r"triage\.yaml line 2") as caught:
        read_reasons(path)
    assert wrong in str(caught.value)


def test_while_suggestions_are_withheld_nothing_of_them_is_told_and_harm_always_is() -> None:
    reasons = [Reason(id, "", rank) for rank, id in enumerate(("harm", "no_child_voice", "many_lowest", "unsure"))]

    def told(*withheld: Withheld) -> list[str]:
        return [reason.id for reason in told_while(reasons, withheld)]

    assert told() == ["harm", "no_child_voice", "many_lowest", "unsure"]
    assert told(Withheld.OFF) == ["harm", "no_child_voice"]
    assert told(Withheld.FIRST) == told(Withheld.OFF, Withheld.FIRST) == told(Withheld.BLIND) == ["harm"]
