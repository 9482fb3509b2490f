"""Where rubrics stand and how they are found: those that come with pepinsight, and an authority's own beside them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from platformdirs import user_data_dir

from pepinsight.data_files import DataFileError, line_of
from pepinsight.rubrics.expression import did_you_mean
from pepinsight.rubrics.reader import read_rubric
from pepinsight.rubrics.rubric import Rubric

VARIABLE = "PEPINSIGHT_RUBRICS"


def own_folder() -> Path:
    """Where an authority's own rubrics stand: PEPINSIGHT_RUBRICS, else a folder among the user's own data."""
    chosen = os.environ.get(VARIABLE)
    return Path(chosen) if chosen else Path(user_data_dir("pepinsight", appauthor=False)) / "rubrics"


def shipped_folder() -> Path:
    """Where the rubrics that come with pepinsight stand."""
    return Path(str(files("pepinsight.rubrics") / "data"))


def rubric_ids() -> tuple[str, ...]:
    """The rubrics that PEPs can be rated by, an authority's own among them. Those that cannot be used are left out."""
    return _of_kind("rubric")


def checklist_ids() -> tuple[str, ...]:
    """The files that only list checks: they inform beside any rubric, and rate nothing."""
    return _of_kind("checklist")


def template_ids() -> tuple[str, ...]:
    """The rubrics whose criteria are for an authority to write, in a copy of its own."""
    return _of_kind("template")


def unusable_rubrics() -> dict[str, str]:
    """An authority's own files that cannot be used: by their names, what is wrong (with the line)."""
    shipped = set(_named(shipped_folder()))
    told = {path.name: message for path in _named(own_folder()).values() if (message := _fault(path)) is not None}
    taken = {path.name: f"{path.name}: {_TAKEN}" for id, path in _named(own_folder()).items() if id in shipped}
    return {**told, **taken}


def load_rubric(id_or_path: str | Path) -> Rubric:
    """A rubric, checklist or template by its id, or from a file of one's own.

    Raises DataFileError, with file, line and what was meant.
    """
    path = Path(id_or_path)
    if path.suffix in (".yaml", ".yml"):
        return read_rubric(path)
    known = _files()
    if str(id_or_path) not in known:
        raise DataFileError(f"there is no rubric '{id_or_path}'{did_you_mean(str(id_or_path), known)}")
    return _kept_by_name(known[str(id_or_path)])


_TAKEN = "a rubric that comes with pepinsight has this name, so this file is not used: give it a name of its own"


def _named(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in sorted(folder.glob("*.yaml"))}


def _files() -> dict[str, Path]:
    return {**_named(own_folder()), **_named(shipped_folder())}


def _of_kind(kind: str) -> tuple[str, ...]:
    return tuple(id for id, rubric in _usable() if rubric.kind == kind)


def _usable() -> Iterator[tuple[str, Rubric]]:
    own = own_folder()
    for id, path in sorted(_files().items()):
        if path.parent != own or _fault(path) is None:  # a file of ours that is wrong is a fault, and stops
            yield id, _kept_by_name(path)


def _fault(path: Path) -> str | None:
    try:
        _kept_by_name(path)
    except DataFileError as error:
        return str(error)
    return None


def _kept_by_name(path: Path) -> Rubric:
    """The rubric in a file whose name is its id: by that name it is found, and its assessments are kept."""
    rubric = read_rubric(path)
    if rubric.id != path.stem:
        where = f"{path.name} line {line_of(path, ('id',))}"
        raise DataFileError(f"{where}: the id '{rubric.id}' must be the file's name, '{path.stem}'")
    return rubric
