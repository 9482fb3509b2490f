"""Importing this loads the whole pipeline with its word lists and models, so that a worker has them before its first
file. One short plan is worked through, which is what makes each part load what it needs."""

from __future__ import annotations

from pathlib import Path

from pepinsight.assessing import assess_file

_SAMPLE = Path(__file__).parents[1] / "ui" / "sample"

for _file in sorted(_SAMPLE.iterdir()):
    assess_file(_file)
