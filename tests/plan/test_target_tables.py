"""Whatever columns a table of targets has, its targets come out in order, and nothing breaks it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pepinsight.documents import Block, BlockKind, Document, Place
from pepinsight.plan.columns import columns, roles
from pepinsight.plan.contents import contents_of
from pepinsight.plan.groups import groups_of
from pepinsight.plan.plan import Section, SectionKind, Span
from pepinsight.plan.premium import find_premium
from pepinsight.plan.previous import find_previous
from pepinsight.plan.targets import find_targets

FAMILY = columns().families["targets"]
BESIDE = ("why", "how", "measure", "who", "when", "cost", "subject")


def clear_labels(role: str) -> list[str]:
    """The data's own names for a column, those left out that could be another role's too."""
    return [phrase for phrase in FAMILY[role] if "N" not in phrase and roles(phrase, "targets") == (role,)]


WORDINGS = st.sampled_from(clear_labels("wording"))
OTHERS = st.lists(
    st.sampled_from(BESIDE).flatmap(lambda role: st.sampled_from(clear_labels(role)).map(lambda name: (role, name))),
    min_size=1,
    max_size=6,
    unique_by=lambda item: item[0],
)
WORDS = st.lists(st.text("abdefgiklmoprstuv", min_size=2, max_size=9), min_size=4, max_size=14).map(" ".join)
ANSWERS = st.one_of(st.just(""), WORDS, st.sampled_from(["Ms Vale", "22/05/2026", "£120", "weekly"]))


def document_of(rows: list[list[str]]) -> Document:
    """A heading and a table; a blank cell is a block without words, or none at all, as readers differ."""
    text, blocks = "New targets", [Block(0, 11, BlockKind.HEADING, Place(0), level=1)]
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            if not words and number % 2:
                continue
            start = len(text) + 1
            text = f"{text}\n{words}"
            place = Place(len(blocks), table=0, row=number, column=column)
            blocks.append(Block(start, start + len(words), BlockKind.CELL, place))
    return Document("form.docx", "docx", "", text, tuple(blocks))


def everything_in(document: Document) -> Section:
    return Section(SectionKind.TARGETS, Span(0, 11), tuple(range(len(document.blocks))))


@settings(max_examples=150, deadline=None)
@given(WORDINGS, OTHERS, st.data())
def test_any_known_columns(wording: str, others: list[tuple[str, str]], data: st.DataObject) -> None:
    targets = data.draw(st.lists(WORDS, min_size=1, max_size=5, unique=True))
    at = data.draw(st.integers(0, len(others)))
    labels = [name for _, name in others]
    rows = [[*labels[:at], wording, *labels[at:]]]
    for words in targets:
        answers = [data.draw(ANSWERS) for _ in others]
        rows.append([*answers[:at], words, *answers[at:]])
    document = document_of(rows)
    contents = contents_of(document, [everything_in(document)])
    found = find_targets(contents)
    assert [document.text[target.wording.start : target.wording.end] for target in found] == targets
    assert find_previous(contents) == ()


CELLS = st.one_of(
    st.text(max_size=30), st.sampled_from(["Target", "Outcome", "£5", "Met", "Long term", "1", "PP+", "How"])
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=8))
def test_no_table_breaks_it(rows: list[list[str]]) -> None:
    document = document_of(rows)
    contents = contents_of(document, [everything_in(document)])
    groups = groups_of(contents)
    targets = find_targets(contents, groups=groups)
    for target in targets:
        assert document.text[target.wording.start : target.wording.end].strip()
    for line in find_premium(contents, targets, None, groups):
        assert 0 <= line.span.start < line.span.end <= len(document.text)
