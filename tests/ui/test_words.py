"""Words of a PEP stay words: no link, no picture, no colour of ours; and every feature has its kind of highlight."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from pepinsight.evidence import REGISTRY
from pepinsight.ui import theme
from pepinsight.ui.words import facts_to_ask, kind_of, question, words


@given(st.text())
def test_every_sign_that_markdown_knows_is_escaped(text: str) -> None:
    shown = theme.plain(text)
    assert not re.search(r"(?<!\\)(?:\\\\)*[!\[\]()<>*_`~:$#|&]", shown)
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", shown) == " ".join(text.split())


def test_every_registered_feature_has_a_kind_that_the_pane_can_draw() -> None:
    looks = {kind.look for kind in words().kinds}
    assert len(looks) == len(words().kinds)
    for feature in REGISTRY:
        assert kind_of(feature).look in looks
    assert kind_of("child_voice").id == "voice"
    assert kind_of("carer_voice").id == "carer"
    assert kind_of("safeguarding_mentions").id == "harm"


def test_every_known_fact_is_asked_in_plain_words() -> None:
    assert facts_to_ask()
    for fact in facts_to_ask():
        assert question(fact).endswith("?")


def test_pieces_escape_what_they_show() -> None:
    for piece in (theme.pill("<b>", "red"), theme.note("<b>"), theme.status("<b>"), theme.facts_line("<b>")):
        assert "&lt;b&gt;" in piece
