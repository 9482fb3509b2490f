"""Every word that Word shows stands in the Document exactly once, in order."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from docx import Document as open_with_python_docx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making_docx import docx, p, r, sdt, tbl, tc, tr

from pepinsight.documents import Document, read, read_bytes

GOLD = Path(__file__).parents[2] / "corpora" / "gold"
HELD_OUT = ("b4", "c5")
FILES = sorted(
    path for folder in (GOLD, GOLD / "layouts") for path in folder.glob("*.docx") if not path.name.startswith(HELD_OUT)
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def words_of_xml(path: Path) -> Counter[str]:
    """The words of body, headers and footers by another way: all ``w:t``, paragraph by paragraph."""
    opened = open_with_python_docx(str(path))
    roots = [opened.element.body]
    for section in opened.sections:
        roots += [section.header._element, section.footer._element]
    words: Counter[str] = Counter()
    for root in roots:
        for paragraph in root.iter(W + "p"):
            text = ""
            for node in paragraph.iter(W + "t", W + "br", W + "tab"):
                above = {ancestor.tag for ancestor in node.iterancestors()}
                run = node.getparent()
                hidden = run.tag == W + "r" and run.find(f"{W}rPr/{W}vanish") is not None
                if hidden or above & {W + "del", W + "moveFrom", FALLBACK}:
                    continue
                text += (node.text or "") if node.tag == W + "t" else " "
            words.update(text.split())
    return words


def assert_well_formed(document: Document) -> None:
    assert [block.place.block for block in document.blocks] == list(range(len(document.blocks)))
    for block in document.blocks:
        assert block.start < block.end
        assert document.text_of(block).strip() == document.text_of(block)
    for before, after in zip(document.blocks, document.blocks[1:], strict=False):
        assert document.text[before.end : after.start] == "\n"
    assert document.blocks[0].start == 0
    assert document.blocks[-1].end == len(document.text)
    for table in document.tables:
        for (row, column), indices in table.cells.items():
            assert row < table.rows
            assert column < table.columns
            assert indices == tuple(sorted(indices))
            assert [document.blocks[index].cell_part for index in indices] == [False] + [True] * (len(indices) - 1)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_word_of_a_plan_is_read_once(path: Path) -> None:
    document = read(path)
    words: Counter[str] = Counter()
    for block in document.blocks:
        words.update(document.text_of(block).split())
    assert words == words_of_xml(path)
    assert document.gaps == ()
    assert_well_formed(document)


def test_there_are_plans_to_read() -> None:
    assert len(FILES) > 50


WORD = st.text("abcdefgåé’-", min_size=1, max_size=6)
RUN = st.tuples(WORD, st.sampled_from(["", "<w:b/>"])).map(lambda pair: r(pair[0] + " ", pair[1]))
WRAP = st.sampled_from(["{}", "<w:ins>{}</w:ins>", "<w:smartTag>{}</w:smartTag>", sdt("{}"), sdt("{}", "<w:text/>")])
GONE = st.sampled_from(["", "<w:del>" + r("gone") + "</w:del>", r("unseen", "<w:vanish/>")])
INLINE = st.tuples(RUN, WRAP, GONE).map(lambda parts: parts[1].format(parts[0]) + parts[2])
PARAGRAPH = st.lists(INLINE, max_size=4).map(lambda runs: p("".join(runs)) if runs else "<w:p/>")


def tables(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    span = st.sampled_from(["", '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'])
    cell = st.tuples(st.lists(inside, max_size=3), span).map(lambda pair: tc("".join(pair[0]) + "<w:p/>", pair[1]))
    row = st.lists(cell, min_size=1, max_size=3).map(lambda cells: tr(*cells))
    table = st.lists(row, min_size=1, max_size=3).map(lambda rows: tbl(*rows))
    return table | table.map(sdt)


BLOCKS = st.lists(st.recursive(PARAGRAPH, tables, max_leaves=20), max_size=6).map("".join)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BLOCKS)
def test_any_structure_gives_each_word_once_and_in_order(body: str) -> None:
    document = read_bytes(docx(p("start") + body + p("end")), "plan.docx")
    written = [text for text in _runs_in(body) if text not in {"gone", "unseen"}]
    assert document.text.split() == ["start", *written, "end"]
    assert_well_formed(document)


def _runs_in(body: str) -> list[str]:
    return [part.split("</w:t>")[0].split(">", 1)[1].strip() for part in body.split("<w:t ")[1:]]
