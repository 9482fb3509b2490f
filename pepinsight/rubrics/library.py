"""Where rubrics stand and how they are found: those that come with pepinsight."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from pepinsight.data_files import DataFileError
from pepinsight.rubrics.expression import did_you_mean
from pepinsight.rubrics.reader import read_rubric
from pepinsight.rubrics.rubric import Rubric


def rubric_ids() -> tuple[str, ...]:
    """The rubrics that PEPs can be rated by."""
    return _of_kind("rubric")


def checklist_ids() -> tuple[str, ...]:
    """The files that only list checks: they inform beside any rubric, and rate nothing."""
    return _of_kind("checklist")


def template_ids() -> tuple[str, ...]:
    """The rubrics whose criteria are for an authority to write, in a copy of its own."""
    return _of_kind("template")


def load_rubric(id_or_path: str | Path) -> Rubric:
    """A rubric, checklist or template by its id, or from a file of one's own.

    Raises DataFileError, with file, line and what was meant.
    """
    path = Path(id_or_path)
    if path.suffix not in (".yaml", ".yml"):
        known = _files()
        if str(id_or_path) not in known:
            raise DataFileError(f"there is no rubric '{id_or_path}'{did_you_mean(str(id_or_path), known)}")
        path = known[str(id_or_path)]
    return read_rubric(path)


def _files() -> dict[str, Path]:
    shipped = Path(str(files("pepinsight.rubrics") / "data"))
    return {path.stem: path for path in sorted(shipped.glob("*.yaml"))}


def _of_kind(kind: str) -> tuple[str, ...]:
    return tuple(id for id, path in _files().items() if read_rubric(path).kind == kind)
