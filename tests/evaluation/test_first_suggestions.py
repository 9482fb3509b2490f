"""What was suggested for new authors before anything was mended for them is kept once, and read with today's labels."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from pepinsight.data_files import DataFileError
from pepinsight.evaluation.first_suggestions import FILE, first_readings
from pepinsight.evaluation.gold import open_corpus
from pepinsight.evaluation.recording import record
from pepinsight.rubrics import load_rubric

FRESH = Path(__file__).parents[2] / "corpora" / "fresh"


def test_each_line_is_of_a_development_pep_and_meets_its_label() -> None:
    corpus = open_corpus(FRESH)
    lines = [json.loads(line) for line in (FRESH / FILE).read_text(encoding="utf-8").splitlines()]
    assert {line["pep"] for line in lines} <= {pep.id for pep in corpus.development()}
    for id in ("birmingham", "redcar"):
        rubric = load_rubric(id)
        readings = first_readings([corpus], rubric)
        assert readings and {one.section for one in readings} <= {section.id for section in rubric.data.sections}
        assert len({one.author for one in readings}) >= 2


def test_an_author_is_recorded_once(tmp_path: Path) -> None:
    shutil.copy(FRESH / FILE, tmp_path / FILE)
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(DataFileError, match="holds i1 already"):
        record([FRESH], ["i1"], tmp_path)
    assert (tmp_path / FILE).read_bytes() == before


def test_an_author_without_peps_to_learn_from_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="no development PEPs by j1, nobody"):
        record([FRESH], ["j1", "nobody"], tmp_path)  # the one held out, the other unknown
    assert not (tmp_path / FILE).exists()
