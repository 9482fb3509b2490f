"""Model files: one skops file a rubric. Only numbers, words and plain containers stand in them."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from platformdirs import user_data_dir

from pepinsight.calibration.model import Model, SectionModel
from pepinsight.calibration.ordinal import Ordinal
from pepinsight.data_files import DataFileError
from pepinsight.model_files import load_plain, models_folder, save_plain

OWN_MODELS = "PEPINSIGHT_MODELS"
"""The variable that names the folder of an authority's own models, where it is not in the user's data folder."""


def shipped(rubric: str) -> Model | None:
    """The model that comes with pepinsight for this rubric; None when there is none. Raises DataFileError."""
    path = models_folder() / f"{rubric}.skops"
    return _read(path, path.stat().st_mtime_ns) if path.is_file() else None


def in_use(rubric: str, rules: str) -> Model | None:
    """The model by which this rubric's suggestions are made while its rules have this fingerprint: the authority's own
    where it fits, else the one that comes with pepinsight. Raises DataFileError for a file that cannot be used."""
    own = own_model(rubric)
    return own if own is not None and own.fits(rubric, rules) else shipped(rubric)


def own_folder() -> Path:
    """Where the models stand that an authority trained on its own decisions: never inside the program, so that an
    update of it neither loses nor spreads them."""
    chosen = os.environ.get(OWN_MODELS) or Path(user_data_dir("pepinsight", appauthor=False)) / "models"
    return Path(chosen)


def own_model(rubric: str) -> Model | None:
    """The authority's own model for this rubric; None when it has none. Raises DataFileError."""
    path = own_folder() / f"{rubric}.skops"
    return _read(path, path.stat().st_mtime_ns) if path.is_file() else None


def load_model(path: Path) -> Model:
    """A model from its file; ``version`` is the start of the file's checksum.

    Raises DataFileError for a file that is none, that holds any type but the trusted, or that lacks something.
    """
    plain, version = load_plain(path)
    try:
        return replace(_from_plain(plain), version=version)
    except Exception as error:
        raise DataFileError(f"{path.name} is not a model that can be used ({type(error).__name__}): {error}") from error


def save_model(model: Model, path: Path) -> None:
    """Write the model. The same model makes the same bytes."""
    save_plain(_to_plain(model), path)


@cache
def _read(path: Path, changed: int) -> Model:
    return load_model(path)


def _to_plain(model: Model) -> dict[str, Any]:
    return {
        "rubric": model.rubric,
        "rules": model.rules,
        "levels": list(model.levels),
        "ladders": {name: list(values) for name, values in model.ladders.items()},
        "sections": {
            id: {
                "names": list(one.names),
                "signs": one.signs,
                "means": one.means,
                "spreads": one.spreads,
                **_plain(one.ordinal),
            }
            for id, one in model.sections.items()
        },
        "blend": _plain(model.blend),
        "sure_from": dict(model.sure_from),
        "near": model.near,
        "move_margin": model.move_margin,
    }  # fmt: skip


def _from_plain(plain: dict[str, Any]) -> Model:
    sections = {
        id: SectionModel(tuple(one["names"]), one["signs"], one["means"], one["spreads"], _ordinal(one))
        for id, one in plain["sections"].items()
    }
    return Model(
        plain["rubric"], plain["rules"], tuple(plain["levels"]), plain["ladders"], sections, _ordinal(plain["blend"]),
        plain["sure_from"], plain["near"], plain["move_margin"],
    )  # fmt: skip


def _plain(ordinal: Ordinal) -> dict[str, Any]:
    return {"cuts": ordinal.cuts, "weights": ordinal.weights}


def _ordinal(plain: dict[str, Any]) -> Ordinal:
    return Ordinal(plain["cuts"], plain["weights"])
