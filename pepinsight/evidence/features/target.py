"""New targets: SMART and answering something (seed 000, line 54)."""

from __future__ import annotations

from pepinsight.evidence.reading import Reading
from pepinsight.evidence.registry import Answer, feature
from pepinsight.evidence.said import shown
from pepinsight.evidence.smart import LETTERS, smart_targets
from pepinsight.plan import SectionKind as Kind

TARGETS = (Kind.TARGETS,)
SOURCE = "seed 000, line 54"


def _register_letter(letter: str, word: str) -> None:
    @feature(
        f"targets_{word}",
        type=int,
        unit="targets",
        looked_in=TARGETS,
        describes=f"new targets that are {word}",
        source="seed 003, lines 20-35",
    )
    def count(reading: Reading) -> Answer:
        met = [
            target.wording
            for target, smart in zip(reading.plan.targets, smart_targets(reading), strict=True)
            if smart.letters[letter]
        ]
        return Answer(len(met), shown(tuple(met), f"smart_{letter}", f"This target is {word}."))


for _letter, _word in zip(LETTERS, ("specific", "measurable", "achievable", "relevant", "timed"), strict=True):
    _register_letter(_letter, _word)


@feature(
    "targets_smart",
    type=int,
    unit="targets",
    looked_in=TARGETS,
    describes="new targets that miss no SMART letter",
    source="seed 003, lines 20-35",
)
def targets_smart(reading: Reading) -> Answer:
    met = [t.wording for t, s in zip(reading.plan.targets, smart_targets(reading), strict=True) if not s.missed]
    return Answer(len(met), shown(tuple(met), "smart", "Specific, measurable, achievable, relevant and timed."))


@feature(
    "targets_relevant_share",
    type=float,
    unit="of the targets",
    looked_in=TARGETS,
    describes="share of new targets that answer something in the plan",
    source=SOURCE,
)
def targets_relevant_share(reading: Reading) -> Answer:
    judged = smart_targets(reading)
    return Answer(round(sum(s.relevant for s in judged) / len(judged), 3) if judged else None)
