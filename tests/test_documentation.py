"""What the documentation names is there: files, features, criteria, settings and commands."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from pepinsight.cli.commands import COMMANDS
from pepinsight.evidence import REGISTRY

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
RUBRICS = ROOT / "docs" / "rubrics.md"
ASKED = [
    *(f"B{number}" for number in range(1, 19)),
    *(f"W{number}" for number in range(1, 10)),
    *(f"R{number}" for number in range(1, 16)),
    *(f"G{number}" for number in range(1, 7)),
    "H1",
    "Attachments",
]
"""What the published frameworks ask, numbered by framework."""


@cache
def words_of_rubrics() -> frozenset[str]:
    """Every key and plain value in the rubrics that come with pepinsight, and every feature."""
    found = set(REGISTRY)

    def gather(value: object) -> None:
        if isinstance(value, dict):
            found.update(str(key) for key in value)
            for inner in value.values():
                gather(inner)
        elif isinstance(value, list):
            for inner in value:
                gather(inner)
        elif isinstance(value, str) and re.fullmatch(r"\w+", value):
            found.add(value)

    for path in (ROOT / "pepinsight" / "rubrics" / "data").glob("*.yaml"):
        gather(yaml.safe_load(path.read_text(encoding="utf-8")))
    return frozenset(found)


def test_every_requirement_has_its_row() -> None:
    rows = RUBRICS.read_text(encoding="utf-8")
    first = " ".join(re.findall(r"^\| ([^|]+) \|", rows, re.MULTILINE))
    assert [one for one in ASKED if not re.search(rf"\b{one}\b", first)] == []


def test_every_criterion_and_feature_that_a_row_names_is_there() -> None:
    rows = [line for line in RUBRICS.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    named = {
        part
        for row in rows
        for quoted in re.findall(r"`([^`]+)`", row)
        for part in re.split(r" › |, ", quoted)
        if re.fullmatch(r"[a-zA-Z]+(_[a-z0-9]+)+", part)
    }
    unknown = {"qa_remark", "qa_remarks", "completed_by"}
    assert sorted(named - words_of_rubrics() - unknown) == []


def test_every_test_file_that_a_row_names_is_there() -> None:
    named = re.findall(r"`((?:\w+/)?test_\w+\.py)`", RUBRICS.read_text(encoding="utf-8"))
    assert named and [name for name in named if not (ROOT / "tests" / name).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_and_link_on_a_page_works(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    commands = {module.__name__.rsplit(".", 1)[-1] for module in COMMANDS}
    code = re.findall(r"```.*?```|`[^`\n]+`|^ {4,}.*$", text, re.MULTILINE | re.DOTALL)
    spoken = {word for piece in code for word in re.findall(r"(?:^|`)\s*pepinsight ([a-z]+)\b", piece, re.MULTILINE)}
    assert spoken <= commands
    links = [link.split("#")[0] for link in re.findall(r"\]\((?!http)([^)#]+)[^)]*\)", text)]
    assert [link for link in links if not (page.parent / link).exists()] == []
