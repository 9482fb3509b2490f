"""An authority adds its own headings, labels and form in a file, and a wrong file is told with its line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from making_forms import Paper, kinds

from pepinsight.data_files import DataFileError
from pepinsight.plan import SectionKind, own_forms
from pepinsight.plan.forms import headings, known_forms, labels
from pepinsight.plan.wanted import State, wanted

FILE = """
headings:
  views: {names: [kaleidoscope]}
  meeting: {strong: [campfire + talk]}
labels:
  ofsted: {names: [lantern]}
form:
  title: Newtown
  at_least: 2
  phases: [SSA]
  headings: [kaleidoscope, campfire talk]
  mandatory:
    school: {fields: [ofsted]}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(own_forms.VARIABLE, str(tmp_path))
    kept = (own_forms.own_words, headings, labels, known_forms)
    for one in kept:
        one.cache_clear()
    yield tmp_path
    for one in kept:
        one.cache_clear()


def paper() -> Paper:
    paper = Paper().heading("Personal Education Plan").fields(Name="Leo Marsh", PEP_held="12/02/2026", Lantern="")
    return (
        paper.heading("Kaleidoscope")
        .para("See the coloured page.")
        .heading("Our campfire talk")
        .para("We met and talked.")
    )


def test_without_a_file_of_its_own_the_words_are_unknown(folder: Path) -> None:
    found = dict(kinds(paper().plan()))
    assert found["Kaleidoscope"] is not SectionKind.VIEWS


def test_an_authoritys_own_words_are_known_at_once(folder: Path) -> None:
    (folder / "newtown.yaml").write_text(FILE, encoding="utf-8")
    plan = paper().plan()
    found = dict(kinds(plan))
    assert found["Kaleidoscope"] is SectionKind.VIEWS
    assert found["Our campfire talk"] is SectionKind.MEETING
    assert plan.form == "newtown"
    assert {item.name: item.state for item in wanted(plan)}["ofsted"] is State.BLANK


def test_an_own_word_comes_before_the_words_that_come_with_pepinsight(folder: Path) -> None:
    (folder / "newtown.yaml").write_text("headings:\n  carer: {names: [my views]}\n", encoding="utf-8")
    found = headings().match("child views")
    assert found is not None
    assert found.kind == SectionKind.CARER.value


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("headings:\n  veiws: {names: [kaleidoscope]}\n", "newtown.yaml line 2"),
        ("labels:\n  lantern: {names: [lantern]}\n", "there is no kind of field 'lantern'"),
        ("headings:\n  views: {nams: [kaleidoscope]}\n", "newtown.yaml line 2"),
    ],
)
def test_a_wrong_file_is_told_with_its_line(folder: Path, text: str, says: str) -> None:
    (folder / "newtown.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError, match=says):
        paper().plan()


def test_a_forms_mandatory_field_must_exist(folder: Path) -> None:
    (folder / "newtown.yaml").write_text(FILE.replace("fields: [ofsted]", "fields: [offsted]"), encoding="utf-8")
    with pytest.raises(DataFileError, match="there is no kind of field 'offsted'"):
        known_forms()


def test_the_example_in_the_documentation_can_be_used_as_it_stands(folder: Path) -> None:
    docs = Path(__file__).parents[2] / "docs" / "forms.md"
    example = docs.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    (folder / "newtown.yaml").write_text(example, encoding="utf-8")
    assert known_forms()["newtown"].title == "Newtown"
    found = headings().match("campfire talks")
    assert found is not None
    assert found.kind == SectionKind.MEETING.value
    assert labels().match("who says yes trips") is not None
