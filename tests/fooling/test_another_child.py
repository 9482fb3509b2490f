"""A PEP is rated alike whoever the child is."""

from __future__ import annotations

import pytest
from levels import GOLD, before, labels_of, levels_in, moves
from rewriting import rewritten
from swaps import all_swaps

PEPS = {
    "name Chukwuemeka Okonkwo-Eze": "a2-01",
    "name Nguyen Thi": "a2-01",
    "name Aarav K": "c2-02",
    "name Summer Day": "b1-05",
    "name Faith Church": "a2-01",
    "pronouns he/she": "b1-05",
    "pronouns they": "c2-02",
    "ethnicities": "a2-01",
    "faiths": "b1-05",
    "languages": "a2-01",
    "home with kinship carer": "c2-02",
    "home with key worker": "b1-05",
    "home with aunt": "b1-05",
    "school Reading": "b1-05",
}


@pytest.mark.parametrize("swap", PEPS)
def test_every_level_stays_when_the_pep_is_about_another_child(swap: str) -> None:
    id = PEPS[swap]
    data = rewritten(GOLD / f"{id}.docx", all_swaps()[swap](labels_of(id)))
    assert moves(before(id), levels_in(data)) == {}
