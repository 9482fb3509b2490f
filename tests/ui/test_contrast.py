"""Words can be read by people who see little: 4.5 to 1 on their ground, by day and by night."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import pepinsight.ui

UI = Path(pepinsight.ui.__file__).parent
THEME = (UI / "theme" / "theme.css").read_text(encoding="utf-8")
READER = (UI / "reader" / "reader.css").read_text(encoding="utf-8")
PAGES = ("#ffffff", "#191816")
"""Streamlit's own page by day and by night."""


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def day_and_night(name: str) -> tuple[str, str]:
    found = re.search(rf"--pep-{name}: light-dark\((#\w{{6}}), (#\w{{6}})\)", THEME)
    assert found, name
    return found[1], found[2]


@pytest.mark.parametrize("colour", ["green", "gold", "amber", "red", "grey"])
def test_levels_can_be_read_settled_and_suggested(colour: str) -> None:
    for ink, ground, page in zip(day_and_night(colour), day_and_night(f"{colour}-ground"), PAGES, strict=True):
        assert contrast(ink, ground) >= 4.5
        assert contrast(ink, page) >= 4.5


@pytest.mark.parametrize("name", ["quiet", "link"])
def test_quiet_words_and_links_can_be_read(name: str) -> None:
    for ink, tint, page in zip(day_and_night(name), day_and_night("tint"), PAGES, strict=True):
        assert contrast(ink, tint) >= 4.5
        assert contrast(ink, page) >= 4.5


def test_white_words_on_the_main_buttons_can_be_read() -> None:
    for name in ("accent", "accent-hover"):
        for ground in day_and_night(name):
            assert contrast("#ffffff", ground) >= 4.5


def test_marked_words_can_be_read_and_their_lines_be_seen() -> None:
    ink = re.search(r"--ink: (#\w{6})", READER)
    looks = re.findall(r"\.look-(\w+) \{ --wash: (#\w{6}); --line: (#\w{6}); \}", READER)
    assert ink and len(looks) == 8
    for name, wash, line in looks:
        assert contrast(ink[1], wash) >= 4.5, name
        assert contrast(line, "#ffffff") >= 3, name
