"""A rubric file that is wrong stops with its name, the line, and what was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from making_rubrics import SMALL, rubric_file

from pepinsight.data_files import DataFileError
from pepinsight.rubrics import load_rubric, rubric_ids


def line(of: str) -> int:
    """The line of the small rubric on which these words stand."""
    return next(number for number, text in enumerate(SMALL.splitlines(), 1) if of in text)


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("title: Targets", "titel: Targets", "unknown key 'titel'; did you mean 'title'?"),
        ("new_targets >= 5", "new_tragets >= 5", "nothing is called 'new_tragets'; did you mean 'new_targets'?"),
        ("new_targets >= 5", "new_targets == 'many'", "they cannot be compared"),
        ("new_targets >= 5", "new_targets >= >= 5", "is not an expression"),
        ("attendance_per_cent >= enough", "attendance_per_cent >= enuogh", "did you mean 'enough'?"),
        ("attendance_per_cent >= enough", "words_in('meetin') > 2", "did you mean 'meeting'?"),
        ("      fair:\n", "      fiar:\n", "there is no level 'fiar'; did you mean 'fair'?"),
        ("number_at('poor')", "number_at('por')", "there is no level 'por'; did you mean 'poor'?"),
        ("number_at('poor') >= 1", "level('tragets') == 'poor'", "there is no section 'tragets'"),
        ("phases: [SSA]", "phases: [KS2]", "phases"),
        ("phases: [SSA]", "phases: SSA", "phases"),
        ("reads: [attendance]", "reads: [attendence]", "reads"),
        ("id: attendance\n", "id: targets\n", "the section 'targets' stands twice"),
        ("id: full", "id: high", "the criterion 'high' stands twice"),
        ("id: fair, label: Fair", "id: good, label: Fair", "the level 'good' stands twice"),
        ("id: fair, label: Fair", "id: NA, label: Fair", "'NA' is kept for sections that do not apply"),
        ("  enough: 95", "  year_group: 9", "has the name of a feature"),
        (
            "  enough: 95",
            "  enough: 95\nsetting_names: {enuogh: Enough}",
            "no setting 'enuogh'; did you mean 'enough'?",
        ),
        ("  enough: 95", "  enough: 95\n  enough: 96", "the key 'enough' stands twice"),
        ("level: green, label: Green", "level: undecided, label: Open", "'undecided' is kept for levels of which"),
        ("title: Targets", "title: Targets\n    anchors: {godo: X.}", "there is no level 'godo'; did you mean 'good'?"),
        (
            "label: Poor, colour: red",
            "label: P, colour: red, bonus: true",
            "a bonus level stands above another: it",
        ),
        (", when: number_at('poor') >= 1}", "}", "only the last outcome may stand without 'when'"),
        ("      poor: []\n  - id", "      poor: [{id: x, says: X., when: known_part_time}]\n  - id", "leave it empty"),
    ],
)
def test_a_broken_rubric_stops_with_file_line_and_what_was_meant(
    tmp_path: Path, right: str, wrong: str, told: str
) -> None:
    assert right in SMALL
    path = rubric_file(tmp_path, SMALL.replace(right, wrong, 1))
    with pytest.raises(DataFileError) as error:
        load_rubric(path)
    message = next((one for one in str(error.value).splitlines() if told in one), str(error.value))
    assert told in message
    at = int(message.split("small.yaml line ")[1].split(":")[0])
    changed = line(right.strip().splitlines()[0])
    assert changed <= at <= changed + 1 + wrong.count("\n"), message


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("sections:", "overall:", "line 8: 'levels' stands here, but there are no sections"),
        ("overall:", None, "line 1: there are sections, but no 'overall'"),
        ("  - {id: good", "sections:", "line 8: levels: Input should be a valid list"),
    ],
)
def test_a_part_that_is_missing_is_told(tmp_path: Path, start: str, end: str | None, told: str) -> None:
    text = SMALL[: SMALL.index(start)] + (SMALL[SMALL.index(end) :] if end else "")
    with pytest.raises(DataFileError, match=rf"small\.yaml {told}"):
        load_rubric(rubric_file(tmp_path, text))


def test_a_file_of_nothing_to_rate_or_check_is_told(tmp_path: Path) -> None:
    head = SMALL[: SMALL.index("levels:")]
    with pytest.raises(DataFileError, match="neither sections nor checks"):
        load_rubric(rubric_file(tmp_path, head))


def test_an_id_that_no_rubric_has_is_told() -> None:
    with pytest.raises(DataFileError, match="did you mean 'birmingham'"):
        load_rubric("birmingam")


@pytest.mark.parametrize("id", rubric_ids())
def test_every_rubric_that_comes_along_can_be_read(id: str) -> None:
    rubric = load_rubric(id)
    assert rubric.id == id
    assert rubric.data.sections
