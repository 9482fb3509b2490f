"""What a caseworker also considers, prompt by prompt, each with its words in the plan (seed 002, lines 426 to 477), and
what guides to good practice ask for (seed 003).

Prompts are ``data/prompts.yaml`` and ``data/practice.yaml``. They inform a person: "found, in these words" or "not
found, looked in ...".
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field as Given
from pydantic import RootModel

from pepinsight.data_files import load
from pepinsight.evidence.cues import Cue, CueList, compiled, cues
from pepinsight.evidence.detail import statements
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, feature
from pepinsight.evidence.said import counted
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span

SOURCE = "seed 002, lines 426-477"
FILES = ("prompts", "practice")


class Prompt(CueList):
    """One prompt: the parts of a plan in which it is looked for, and the phrases by which a plan speaks of it."""

    describes: str
    source: str = SOURCE
    look_in: Annotated[tuple[Kind, ...], Given(min_length=1)]


class PromptFile(RootModel[dict[str, Prompt]]):
    """Prompts by name."""


@cache
def prompts() -> dict[str, Prompt]:
    """The prompts of both files by name. Raises DataFileError for a bad file."""
    folder = Path(__file__).parents[1] / "data"
    return {name: one for file in FILES for name, one in load(folder / f"{file}.yaml", PromptFile).root.items()}


def _cue(name: str) -> Cue:
    return compiled(name, prompts()[name])


@once
def _statements(reading: Reading, kind: Kind) -> tuple[list[Span], list[int]]:
    """The statements of these sections in reading order, refusals apart, and where each starts."""
    told = [statement for statement, _ in statements(reading, kind) if not _refuses(reading, statement)]
    told.sort(key=lambda span: span.start)
    return told, [span.start for span in told]


def _refuses(reading: Reading, span: Span) -> bool:
    return bool(cues("sections")["refusal"].pattern.fullmatch(reading.plan.quote(span).strip(" .")))


@once
def _matches(reading: Reading, name: str) -> tuple[int, ...]:
    return tuple(match.start() for match in _cue(name).find_throughout(reading.plan))


def spoken_of(reading: Reading, name: str) -> tuple[Span, ...]:
    """The statements that speak of a prompt, and the answers to labels that ask for it, in reading order."""
    places = _matches(reading, name)
    if not places:
        return ()
    found: set[Span] = set()
    for kind in prompts()[name].look_in:
        statements, starts = _statements(reading, kind)
        for place in places:
            at = bisect_right(starts, place) - 1
            if at >= 0 and place < statements[at].end:
                found.add(statements[at])
    found |= {
        item.value
        for item in reading.plan.fields_of(*prompts()[name].look_in)
        if not item.blank
        and any(item.label.start <= place < item.label.end for place in places)
        and not _refuses(reading, item.value)
    }
    return tuple(sorted(found, key=lambda span: (span.start, span.end)))


def _register(name: str, prompt: Prompt) -> None:
    @feature(
        f"prompt_{name}",
        type=int,
        unit="statements",
        looked_in=prompt.look_in,
        describes=prompt.describes,
        source=prompt.source,
    )
    def spoken(reading: Reading) -> Answer:
        return counted(spoken_of(reading, name), name, f"Speaks of {prompt.describes}.")


for _name, _prompt in prompts().items():
    _register(_name, _prompt)
