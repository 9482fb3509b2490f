"""A cue is found wherever its pattern stands, though only places where a phrase can begin are looked at."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import pepinsight.evidence
from pepinsight.data_files import load
from pepinsight.evidence.cues import Cue, CueFile, CueList, compiled, cues

FILES = ("hollow", "review", "sections", "smart", "strategies", "topics")
OPEN = compiled(
    "open", CueList(say=("_ gave up", "*ish", "<n>-week", "£<n>", "e.g.", "İs", "'d like", "don't", "+<n>"))
)
WORDS = sorted(
    word
    for file in FILES
    for item in load(Path(pepinsight.evidence.__file__).parent / "data" / f"{file}.yaml", CueFile).root.values()
    for phrase in (*item.say[:12], *item.but_not[:4])
    for word in phrase.split()
)
PIECES = [
    *WORDS,
    "ſupport",
    "KEEP",
    "İs",
    "12",
    "£20",
    "+5",
    "3-week",
    "dont",
    "don’t",
    "e.g.",
    "greenish",
    "\n",
    " ",
    "'",
    "-",
]


def by_pattern_alone(cue: Cue, text: str) -> list[tuple[int, int]]:
    barred = [match.span() for match in cue.exceptions.finditer(text)] if cue.exceptions else []
    found = [match.span() for match in cue.pattern.finditer(text)]
    return [(start, end) for start, end in found if not any(a <= start and end <= b for a, b in barred)]


@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from([" ", "", "+", ", "]))
def test_every_list_is_found_as_by_its_pattern_alone(pieces: list[str], between: str) -> None:
    text = between.join(piece.replace("*", "s").replace("<n>", "7").replace("_", "so") for piece in pieces)
    for cue in (OPEN, *(cue for file in FILES for cue in cues(file).values())):
        assert [match.span() for match in cue.find(text)] == by_pattern_alone(cue, text)
