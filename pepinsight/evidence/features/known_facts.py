"""Facts that no document holds. A reviewer states them; until then they cannot be told.

Some levels rest on what is known outside the PEP ("where we know ...", seed 000, lines 49, 55 and 56).
"""

from __future__ import annotations

from pepinsight.evidence.reading import Reading
from pepinsight.evidence.registry import Answer, feature

KNOWN = {
    "known_part_time": ("a part-time timetable, as the reviewer knows", "seed 000, line 55"),
    "known_alternative_provision": ("alternative provision, as the reviewer knows", "seed 000, lines 49 and 55"),
    "known_suspension": ("a suspension or exclusion, as the reviewer knows", "seed 000, line 56"),
}


def not_in_a_document(reading: Reading) -> Answer:
    """Always None: ``Findings.with_known`` brings the answer."""
    return Answer(None)


for _name, (_describes, _source) in KNOWN.items():
    feature(_name, type=bool, looked_in=(), describes=_describes, source=_source)(not_in_a_document)
