"""What is told of each new target, letter by letter, with advice in plain words for each letter missed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import RootModel

from pepinsight.data_files import load
from pepinsight.evidence.features.premium import linked_premium, premium_amounts
from pepinsight.evidence.findings import TargetFinding
from pepinsight.evidence.reading import Reading
from pepinsight.evidence.smart import smart_targets
from pepinsight.evidence.thread import answered
from pepinsight.evidence.voice.voice_links import linked_to_voice


class Advice(RootModel[dict[str, str]]):
    """One sentence for each SMART letter, said where a target misses it."""


@cache
def _advice() -> dict[str, str]:
    return load(Path(__file__).parent / "data" / "advice.yaml", Advice).root


def target_findings(reading: Reading) -> tuple[TargetFinding, ...]:
    """The findings of each new target of the plan, in order."""
    return tuple(
        TargetFinding(
            smart=smart.letters,
            from_voice=link.linked,
            premium_linked=linked,
            amount=amount,
            answers=(passage.start, passage.end) if passage and smart.relevant else None,
            advice=tuple(_advice()[letter] for letter in smart.missed),
        )
        for smart, linked, amount, passage, link in zip(
            smart_targets(reading),
            linked_premium(reading),
            premium_amounts(reading),
            answered(reading),
            linked_to_voice(reading),
            strict=True,
        )
    )
