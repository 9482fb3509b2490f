"""An authority's own words: headings, labels and forms in files of its own, beside those that come with pepinsight."""

from __future__ import annotations

import os
from collections.abc import Container, Mapping
from functools import cache
from pathlib import Path

from platformdirs import user_data_dir

from pepinsight.data_files import DataFileError, Strict, line_of, load
from pepinsight.plan.form_entry import Form
from pepinsight.plan.lexicon import Entry
from pepinsight.plan.plan import SectionKind

VARIABLE = "PEPINSIGHT_FORMS"


class OwnWords(Strict):
    """One file: words for the kinds of section and of field that there are, and the form, called as the file is."""

    headings: Mapping[SectionKind, Entry] = {}
    labels: Mapping[str, Entry] = {}
    form: Form | None = None


def own_folder() -> Path:
    """Where an authority's own files stand: PEPINSIGHT_FORMS, else a folder among the user's own data."""
    chosen = os.environ.get(VARIABLE)
    return Path(chosen) if chosen else Path(user_data_dir("pepinsight", appauthor=False)) / "forms"


@cache
def own_words() -> Mapping[str, OwnWords]:
    """The authority's files by name, read once. Raises DataFileError, with file and line, for one that is wrong."""
    return {path.stem: load(path, OwnWords) for path in sorted(own_folder().glob("*.yaml"))}


def own_headings() -> list[tuple[str, Entry]]:
    """The authority's headings by section kind."""
    return [(kind.value, entry) for own in own_words().values() for kind, entry in own.headings.items()]


def own_labels(known: Container[str]) -> list[tuple[str, Entry]]:
    """The authority's labels by field kind. Raises DataFileError for a kind that is not among ``known``."""
    found = [(name, kind, entry) for name, own in own_words().items() for kind, entry in own.labels.items()]
    for name, kind, _ in found:
        _refuse_unknown(name, kind, known, ("labels", kind))
    return [(kind, entry) for _, kind, entry in found]


def own_forms(known: Container[str]) -> Mapping[str, Form]:
    """The authority's forms by the names of their files. Raises DataFileError for a field that is not ``known``."""
    found = {name: own.form for name, own in own_words().items() if own.form is not None}
    for name, form in found.items():
        for who, need in form.mandatory.items():
            for kind in need.fields:
                _refuse_unknown(name, kind, known, ("form", "mandatory", who, "fields"))
        for kind in form.prefilled | form.automatic:
            _refuse_unknown(name, kind, known, ("form",))
    return found


def _refuse_unknown(name: str, kind: str, known: Container[str], where: tuple[str, ...]) -> None:
    if kind not in known:
        line = line_of(own_folder() / f"{name}.yaml", where)
        raise DataFileError(f"{name}.yaml line {line}: there is no kind of field '{kind}' (fields.yaml lists them)")
