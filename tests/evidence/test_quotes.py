"""Quotation marks as people type them: straight, curly, single, unclosed, and apostrophes that are none."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pepinsight.evidence.voice.quotes import quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" and left.', ['"no"']),
        ("He said “not yet, I’m busy” and left.", ["“not yet, I’m busy”"]),
        ("She said 'it's too loud, I can't think' twice.", ["'it's too loud, I can't think'"]),
        ("The boys' coats and Sam's hat.", []),
        ("He stays 'cos it's quiet.", []),
        ('She wrote "one. Two', ['"one. Two']),
        ("'First.' Then 'second one.' came.", ["'First.'", "'second one.'"]),
        ("Rock 'n' roll in the '90s.", []),
    ],
)
def test_quoted_passages(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in quoted(text)] == expected


@given(st.text(alphabet=st.sampled_from("ab '\"“”‘’.,\n("), max_size=60))
def test_passages_stand_in_order_within_the_text(text: str) -> None:
    found = quoted(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
