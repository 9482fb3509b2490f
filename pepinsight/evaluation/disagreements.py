"""Where suggestions or facts and labels differ, for people who mend criteria. Held-out authors are never opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pepinsight.data_files import DataFileError
from pepinsight.evaluation.differences import NAMES, Differences, named
from pepinsight.evaluation.gold import GoldPep, open_corpus
from pepinsight.evaluation.run import Run
from pepinsight.evaluation.unseen import development_runs
from pepinsight.rubrics import load_rubric, rubric_ids
from pepinsight.rubrics.expression import did_you_mean


def disagreements(folder: Path, what: str, formats: Sequence[str]) -> str:
    """Each development PEP in which ``what`` is told otherwise than labelled: a section ("B", or "redcar/views"), or
    one of ``differences.NAMES`` ("child_voice", "targets", "meeting").

    Raises DataFileError for a name that stands for nothing.
    """
    told = named(what) or _of_section(what)
    corpus = open_corpus(folder)
    lines: list[str] = []
    for format, runs in development_runs(corpus, formats).items():
        lines.append(f"=== {what}, {format} ===")
        for run in runs:
            lines += [run.pep.id, *found] if (found := list(told(run))) else []
    return "\n".join(lines)


def _of_section(section: str) -> Differences:
    rubric, id = _find(section)
    return lambda run: _tell(run, rubric, id)


def _find(section: str) -> tuple[str, str]:
    known = [f"{rubric}/{item.id}" for rubric in rubric_ids() for item in load_rubric(rubric).data.sections]
    found = [name for name in known if section in (name, name.split("/")[1])]
    if not found:
        near = did_you_mean(section, [*(name.split("/")[1] for name in known), *NAMES])
        raise DataFileError(f"there is no section or fact called '{section}'{near}")
    if len(found) > 1:
        raise DataFileError(f"'{section}' is a section of several rubrics: {', '.join(found)}")
    rubric, id = found[0].split("/")
    return rubric, id


def _tell(run: Run, rubric: str, id: str) -> Iterator[str]:
    gold = run.pep.gold
    label = gold.final.get(rubric, {}).get(id)
    suggestion = run.record.suggestions.get(rubric)
    section = next((item for item in suggestion.sections if item.id == id), None) if suggestion else None
    if label is None or (section is not None and section.graded == label):
        return
    suggested = "not rated" if section is None else f"{section.graded}{' (unsure)' if section.unsure else ''}"
    yield f"    suggested {suggested}, label {label}{_readers(run.pep, rubric, id)}"
    for key, why in gold.why.items():
        if key.split(".")[-1] == id:
            yield f"    why: {why}"
    for criterion in section.criteria if section else ():
        met = {True: "met", False: "not met", None: "cannot tell"}[criterion.met]
        yield f"    {criterion.level} {criterion.id}: {met}. {criterion.reason}"


def _readers(pep: GoldPep, rubric: str, id: str) -> str:
    first, second = pep.readers(rubric, id)
    return "" if first == second else f" (readers {first} and {second})"
