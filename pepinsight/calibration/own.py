"""Putting an authority's own model into use, and undoing it: each model that is replaced is kept."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from pepinsight.calibration.files import own_folder, save_model
from pepinsight.calibration.model import Model
from pepinsight.data_files import DataFileError

REPLACED = "replaced"
"""The folder of the models that were in use before, each with its card."""
KINDS = (".skops", ".md")
"""A model and its card."""


def put_into_use(model: Model, card: str) -> Path:
    """Write the model and its card to the authority's own folder; one that stood there is kept for ``undo``.

    Raises DataFileError when the folder cannot be written.
    """
    folder = own_folder()
    try:
        (folder / REPLACED).mkdir(parents=True, exist_ok=True)
        path = folder / f"{model.rubric}.skops"
        new = folder / f"{model.rubric}.new"
        save_model(model, new)
        if path.is_file():
            _move(folder, folder / REPLACED, model.rubric, f"{model.rubric} {datetime.now(UTC):%Y-%m-%dT%H-%M-%S-%f}")
        new.replace(path)
        path.with_suffix(".md").write_text(card, encoding="utf-8")
    except OSError as error:
        raise DataFileError(f"the model cannot be written to {folder}: {error.strerror}") from error
    return path


def undo(rubric: str) -> str:
    """Take the authority's own model out of use and the one before it back in; says in one sentence which that is.

    Raises DataFileError where there is no own model to undo.
    """
    folder = own_folder()
    path = folder / f"{rubric}.skops"
    if not path.is_file():
        raise DataFileError(f"there is no model of your own for the rubric '{rubric}', so there is nothing to undo")
    before = sorted((folder / REPLACED).glob(f"{rubric} *.skops"))
    if before:
        _move(folder / REPLACED, folder, before[-1].stem, rubric)
        return "The model of your own that was in use before is in use again."
    for kind in KINDS:
        path.with_suffix(kind).unlink(missing_ok=True)
    return "The model that comes with pepinsight is in use again."


def _move(source: Path, to: Path, name: str, new_name: str) -> None:
    for kind in KINDS:
        if (source / f"{name}{kind}").is_file():
            (source / f"{name}{kind}").replace(to / f"{new_name}{kind}")
