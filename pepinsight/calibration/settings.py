"""What a rubric's model looks at and how sure it must be: a YAML file beside the code, one a rubric."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Annotated

from pydantic import Field

from pepinsight.data_files import DataFileError, Strict, line_of, load
from pepinsight.evidence import REGISTRY
from pepinsight.rubrics import Rubric
from pepinsight.rubrics.expression import did_you_mean

Share = Annotated[float, Field(ge=0, le=1)]
Strength = Annotated[float, Field(gt=0)]


class Inputs(Strict):
    """A section's features: those of which ``more`` speaks for a better level, and those of which ``less`` does."""

    more: tuple[str, ...]
    less: tuple[str, ...] = ()


class Settings(Strict):
    """A calibration file; what each key means stands in the file itself."""

    rubric: str
    section_strength: Strength
    blend_strength: Strength
    sure_share: Share
    sure_share_of_each: Share
    near: Share
    move_margin: Share
    seen_weight: Share
    ladders: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    sections: dict[str, Inputs]


def load_settings(rubric: Rubric, path: Path | None = None) -> Settings:
    """The settings of the rubric's model. Raises DataFileError when there are none, or where they name what is not."""
    path = path or _path(rubric)
    if not path.exists():
        raise DataFileError(
            f"no model can be trained for the rubric '{rubric.id}': there is no file {path.name} for it"
        )
    return _checked(path, rubric)


def has_settings(rubric: Rubric) -> bool:
    """Whether a model can be trained for this rubric."""
    return _path(rubric).exists()


def _path(rubric: Rubric) -> Path:
    return Path(str(files("pepinsight.calibration") / "data" / f"{rubric.id}.yaml"))


def _checked(path: Path, rubric: Rubric) -> Settings:
    settings = load(path, Settings)
    sections = [section.id for section in rubric.data.sections]
    for section, inputs in settings.sections.items():
        where = f"{path.name} line {line_of(path, ('sections', section))}"
        if section not in sections:
            raise DataFileError(f"{where}: {rubric.id} has no section '{section}'{did_you_mean(section, sections)}")
        for name in (*inputs.more, *inputs.less):
            if name not in REGISTRY:
                raise DataFileError(f"{where}: there is no feature '{name}'{did_you_mean(name, list(REGISTRY))}")
            if REGISTRY[name].type is str and set(REGISTRY[name].choices) != set(settings.ladders.get(name, ())):
                raise DataFileError(f"{where}: '{name}' needs a ladder of all its values: {REGISTRY[name].choices}")
    return settings
