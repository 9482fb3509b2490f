"""An SDQ score under a heading of its own, whatever its label is called."""

from __future__ import annotations

import pytest

from tests.evidence.making_peps import findings_of


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ("17 (Mrs Gower, 3 March 2026). Last year 21.", True),
        ("Total: 9", True),
        ("12 March 2026", False),
        ("12/03/2026 sent out", False),
        ("Due in the summer", False),
    ],
)
def test_a_score_in_its_own_part_is_found(answer: str, given: bool) -> None:
    found = findings_of({"SDQ score": [[("Carer's form", answer)]]})
    assert found.value("sdq_recorded") is given
