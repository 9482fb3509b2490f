"""Drawing a sample for a blind check, from the database's PEPs or from files that are brought for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pepinsight.assessing import Options, Status, assess_file, made_with
from pepinsight.calibration import Suggestion
from pepinsight.earlier import Archive
from pepinsight.plan import year_name
from pepinsight.proof.fictional import fictional_checksums
from pepinsight.review.sampling import Stratum, stratified_sample
from pepinsight.rubrics import load_rubric
from pepinsight.rubrics.rubric_file import PHASES
from pepinsight.store import ListedFile, Store, StoreError

MOST_TOLD = 3
"""Of how many files it is said why they were left out, where no PEP remains."""
Progress = Callable[[int, int, str], None]
"""Told the number of files done, of all, and the next one's name."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A blind check that has been drawn: its number, how many PEPs were drawn of how many, and those that could not be
    drawn from, each with its reason."""

    check_id: int
    peps: int
    drawn_from: int
    left_out: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class _Pep:
    """A PEP that may be drawn; ``keep`` puts it into the database, where it is not there yet, and gives its number."""

    stratum: Stratum
    keep: Callable[[], int]


def draw_from_database(store: Store, rubric: str, size: int, seed: int, reviewer: str) -> Drawn:
    """Draw from the PEPs that stand in the database, unseen: nobody has decided on them, nor rated them blind before.

    Raises StoreError where there is none.
    """
    found: dict[str, _Pep] = {}
    left_out: list[tuple[str, str]] = []
    for listed in store.list_files():
        why = _cannot(store, listed, rubric)
        stored = None if why else store.suggestion(listed.file.id, rubric)
        if stored is None or not stored.suggestion.sections:
            left_out.append((listed.file.name, why or "the rubric has not been used on it, or does not cover it"))
            continue
        found[listed.file.sha256] = _Pep(_stratum(stored.suggestion), partial(_here, listed.file.id))
    return _draw(store, found, left_out, rubric, size, seed, reviewer)


def draw_from_files(
    store: Store, paths: Sequence[Path], rubric: str, size: int, seed: int, reviewer: str, progress: Progress
) -> Drawn:
    """Assess files (folders: all files within), draw among them, and keep those drawn in the database. A file that
    cannot be read is told in ``left_out`` and stops no other. Raises StoreError where there is none to draw from."""
    every = list(_files(paths))
    shelves: dict[Path, Archive] = {}
    known = {listed.file.sha256: listed for listed in store.list_files()}
    found: dict[str, _Pep] = {}
    left_out: list[tuple[str, str]] = []
    for number, path in enumerate(every):
        progress(number, len(every), path.name)
        archive = shelves.setdefault(path.parent, Archive(path.parent)) if path.parent.is_dir() else None
        options = Options((rubric,), archive=archive)
        record = assess_file(path, options)
        suggestions = tuple(record.suggestions.values())
        if record.status is not Status.ASSESSED or record.sha256 is None:
            left_out.append((path.name, record.message or "it could not be read"))
        elif record.sha256 in found:
            left_out.append((path.name, "the same file stands here twice"))
        elif not suggestions[0].sections:
            left_out.append((path.name, suggestions[0].assessment.message or "the rubric does not cover it"))
        elif (listed := known.get(record.sha256)) is not None and (why := _cannot(store, listed, rubric)):
            left_out.append((path.name, why))
        else:
            found[record.sha256] = _Pep(_stratum(suggestions[0]), partial(_bring, store, path, options, reviewer))
    return _draw(store, found, left_out, rubric, size, seed, reviewer)


def _here(file_id: int) -> int:
    return file_id


def _bring(store: Store, path: Path, options: Options, reviewer: str) -> int:
    # Assessed anew, since what was found in hundreds of PEPs would not fit into memory until some are drawn.
    suggestions = tuple(assess_file(path, options).suggestions.values())
    return store.add_file(path.read_bytes(), path.name, reviewer, suggestions, made_with(suggestions)).file_id


def _draw(
    store: Store,
    found: Mapping[str, _Pep],
    left_out: Sequence[tuple[str, str]],
    rubric: str,
    size: int,
    seed: int,
    reviewer: str,
) -> Drawn:
    if not found:
        told = "".join(f" {name}: {why.rstrip('.')}." for name, why in left_out[:MOST_TOLD])
        raise StoreError(f"There is no PEP to draw from, of {len(left_out)} that were looked at.{told}")
    drawn = stratified_sample({checksum: pep.stratum for checksum, pep in found.items()}, size, seed)
    peps = [(found[checksum].keep(), found[checksum].stratum.says) for checksum in drawn]
    check_id = store.start_check(rubric, peps, len(found), seed, reviewer)
    return Drawn(check_id, len(peps), len(found), tuple(left_out))


def _cannot(store: Store, listed: ListedFile, rubric: str) -> str | None:
    """Why this PEP of the database cannot be rated blind by the rubric as it stands now."""
    if listed.file.sha256 in fictional_checksums():
        return "it is the fictional example"
    if store.in_any_check(listed.file.id):
        return "it was drawn for a blind check before"
    for review in listed.reviews:
        if review.rubric != rubric:
            continue
        if any(section.decision for section in review.review.sections):
            return "somebody has decided on it already, with its suggestions in view"
        if review.file is None or review.file.fingerprint != load_rubric(rubric).data.fingerprint:
            return "it was looked at by an earlier version of the rubric: open it and look again"
    return None


def _stratum(suggestion: Suggestion) -> Stratum:
    plan = suggestion.assessment.findings.plan
    year = year_name(plan.year_group) or ""
    judgement = suggestion.overall.label if suggestion.overall else "No judgement"
    return Stratum(PHASES.get(plan.phase or "", "").capitalize(), judgement, year, plan.form)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(one for one in path.rglob("*") if one.is_file() and not one.name.startswith((".", "~$")))
        else:
            yield path
