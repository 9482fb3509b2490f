"""An authority's own rubric: begun as a copy, comments and all, so that it can be read while it is changed."""

from __future__ import annotations

import re
from pathlib import Path

from pepinsight.data_files import DataFileError
from pepinsight.rubrics.expression import did_you_mean
from pepinsight.rubrics.library import own_folder, shipped_folder
from pepinsight.rubrics.reader import read_rubric

_ID = re.compile(r"[a-z][a-z0-9_]{0,60}")


def begin(id: str, like: str = "blank") -> Path:
    """Write a copy of the rubric or template ``like`` under the name ``id`` into ``own_folder``; returns its path.

    The copy stays a template while it has no criteria. Raises DataFileError for an id that cannot be used or is taken,
    and for a ``like`` that is not there; a file is never written over.
    """
    source, path = _source(like), own_folder() / f"{id}.yaml"
    if not _ID.fullmatch(id):
        raise DataFileError(f"'{id}' cannot be an id: use small letters, digits and _, with a letter first")
    if (shipped_folder() / path.name).exists():
        raise DataFileError(f"a rubric that comes with pepinsight is called '{id}': choose another id")
    if path.exists():
        raise DataFileError(f"there is a rubric '{id}' of your own already: {path}")
    text = re.sub(r"(?m)^id: .*$", f"id: {id}", source.read_text(encoding="utf-8"), count=1)
    text = re.sub(r"(?m)^version: .*$", 'version: "1"', text, count=1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(re.sub(r"(?m)^template: true.*\n", "", text, count=1), encoding="utf-8")
        if not _can_be_read(path):
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise DataFileError(f"{path} cannot be written: {error.strerror}") from error
    return path


def _source(like: str) -> Path:
    known = {path.stem: path for folder in (own_folder(), shipped_folder()) for path in sorted(folder.glob("*.yaml"))}
    if like not in known:
        raise DataFileError(f"there is no rubric or template '{like}'{did_you_mean(like, known)}")
    return known[like]


def _can_be_read(path: Path) -> bool:
    try:
        read_rubric(path)
    except DataFileError:
        return False
    return True
