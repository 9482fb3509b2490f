"""What was suggested keeps the rubric that it was made by, also when the file is changed or gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from fictional_plan import make_plan

from pepinsight.calibration import calibrate_by
from pepinsight.evidence import find_evidence
from pepinsight.review import Action, Choice, review_of
from pepinsight.rubrics import kept_rubric, load_rubric
from pepinsight.store import Store, StoredSuggestion

FILE = b"%PDF-1.7 fictional"
OURS = """\
id: ours
title: Our rubric
version: "1"
phases: [EY, SSA, P16]
levels:
  - {id: S, label: Strong, colour: green}
  - {id: W, label: Weak, colour: red}
sections:
  - id: targets
    title: Targets
    reads: [targets]
    levels:
      S: [{id: many, says: Many targets are set., when: new_targets >= 5}]
      W: []
overall:
  outcomes:
    - {level: good, label: Good enough, colour: green, when: number_at('S') >= 1, says: Strong.}
    - {level: bad, label: Not good enough, colour: red, says: Weak.}
"""
CHANGED = (
    OURS.replace('version: "1"', 'version: "2"')
    .replace("label: Good enough", "label: Splendid")
    .replace("{id: S, label: Strong", "{id: A, label: Ample")
    .replace("S: [", "A: [")
    .replace("number_at('S')", "number_at('A')")
)


@pytest.fixture
def rubric_file(tmp_path: Path) -> Path:
    path = tmp_path / "ours.yaml"
    path.write_text(OURS, encoding="utf-8")
    return path


def suggest(store: Store, path: Path) -> StoredSuggestion:
    """Have the rubric file look at the fictional plan, as the app does."""
    findings = find_evidence(make_plan(FILE), None)
    suggestion = calibrate_by(None, load_rubric(path).rate(findings), findings)
    file_id = store.add_file(FILE, "views.pdf", "Rosa Thornbury").file_id
    store.save_suggestion(file_id, suggestion, "Rosa Thornbury")
    stored = store.suggestion(file_id, "ours")
    assert stored is not None
    return stored


def test_a_changed_file_leaves_the_words_and_the_roll_up_of_what_was_suggested(store: Store, rubric_file: Path) -> None:
    stored = suggest(store, rubric_file)
    store.decide(stored.id, [Choice("targets", Action.CHANGE, "S", "They are on paper.")], "Rosa Thornbury")
    rubric_file.write_text(CHANGED, encoding="utf-8")

    again = store.suggestion(stored.file_id, "ours")
    assert again is not None and again.suggestion.assessment.file is not None
    assert again.suggestion.assessment.file.version == "1"
    assert kept_rubric(again.suggestion.assessment.file).overall({"targets": "S"}).label == "Good enough"
    judged = store.list_files()[0].reviews[0].judgement.overall
    assert judged is not None and judged.label == "Good enough"


def test_looking_again_by_the_changed_file_touches_no_decision(store: Store, rubric_file: Path) -> None:
    stored = suggest(store, rubric_file)
    store.decide(stored.id, [Choice("targets", Action.CHANGE, "S", "They are on paper.")], "Rosa Thornbury")
    before = store.decisions(stored.file_id, "ours")
    rubric_file.write_text(CHANGED, encoding="utf-8")

    now = suggest(store, rubric_file)

    assert store.decisions(stored.file_id, "ours") == before
    assert now.suggestion.assessment.file is not None and now.suggestion.assessment.file.version == "2"
    assert store.suggestion_shown(stored.id).suggestion == stored.suggestion
    [listed] = store.list_files()[0].reviews
    assert [section.id for section in listed.review.open] == ["targets"]  # the level decided on is no level any more


def test_a_level_that_both_versions_have_stands(store: Store, rubric_file: Path) -> None:
    stored = suggest(store, rubric_file)
    store.decide(stored.id, [Choice("targets", Action.CONFIRM, "W")], "Rosa Thornbury")
    rubric_file.write_text(CHANGED, encoding="utf-8")
    now = suggest(store, rubric_file)
    assert store.list_files()[0].reviews[0].review.confirmed == {"targets": "W"}
    assert review_of(now.suggestion.sections, store.decisions(stored.file_id, "ours")).confirmed == {"targets": "W"}


def test_the_same_rubric_is_kept_once_and_outlives_its_file(store: Store, rubric_file: Path) -> None:
    stored = suggest(store, rubric_file)
    suggest(store, rubric_file)
    rubric_file.unlink()
    again = store.suggestion(stored.file_id, "ours")
    assert again is not None and again.suggestion.assessment.file == stored.suggestion.assessment.file
