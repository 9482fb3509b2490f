"""A start loads only what the person waits for."""

from __future__ import annotations

import subprocess
import sys

HELP = "import pepinsight.cli\ntry:\n    pepinsight.cli.main(['--help'])\nexcept SystemExit:\n    pass"


def loaded_by(program: str) -> set[str]:
    """The packages that a fresh Python has loaded after this program."""
    told = f"{program}\nimport sys; print('\\nloaded:', *sys.modules)"
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in run.stdout.rsplit("loaded:", 1)[1].split()}


def test_help_is_shown_without_any_language_tool() -> None:
    assert not {"spacy", "sklearn", "scipy", "numpy", "pandas", "streamlit", "sqlalchemy"} & loaded_by(HELP)


def test_a_page_opens_without_what_only_an_assessment_needs() -> None:
    assert not {"sklearn", "pandas"} & loaded_by("import pepinsight.ui.frame")
