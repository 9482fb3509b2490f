"""On every gold PDF: nothing lost, nothing twice, true places; the same tables as pdfplumber's; the docx's words."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium
import pytest
from rapidfuzz.distance import Indel

from pepinsight.documents import Box, Document, read
from pepinsight.documents.glyphs import plain_text
from pepinsight.documents.pdf.flow import read_flows
from pepinsight.documents.pdf.grid import FilledCell, PageTable
from pepinsight.documents.pdf.pdfium_page import read_page

GOLD = Path(__file__).parents[2] / "corpora" / "gold"
HELD_OUT = ("b4", "c5")
FILES = sorted(path for path in GOLD.rglob("*.pdf") if not path.name.startswith(HELD_OUT))
LAYOUTS = sorted((GOLD / "layouts").glob("*.pdf"))


def spoken(text: str) -> list[str]:
    """Its words: marks and bullets by themselves are none."""
    return [word for word in text.split() if any(map(str.isalnum, word))]


def words_of_pdfium(path: Path) -> Counter[str]:
    words: Counter[str] = Counter()
    with pdfium.PdfDocument(path) as pdf:
        for page in pdf:
            text = page.get_textpage().get_text_range().replace("\ufffe", "- ")
            words.update(spoken(plain_text(text, "")))
    return words


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_word_stands_in_exactly_one_block_and_every_line_has_its_place(path: Path) -> None:
    document = read(path)
    words: Counter[str] = Counter()
    end = -1
    for index, block in enumerate(document.blocks):
        assert block.place.block == index
        assert block.start == end + 1
        assert block.start == 0 or document.text[end] == "\n"
        end = block.end
        position = block.start
        for line in block.lines:
            assert document.text[position : line.start].strip() == ""
            assert block.start <= line.start < line.end <= block.end
            words.update(spoken(document.text[line.start : line.end]))
            width, height = document.page_sizes[line.page - 1]
            assert 0 <= line.box[0] < line.box[2] <= width
            assert 0 <= line.box[1] < line.box[3] <= height
            position = line.end
        assert position == block.end
    assert end == len(document.text)
    assert words == words_of_pdfium(path)


@pytest.mark.parametrize("path", LAYOUTS[::4], ids=lambda path: path.stem)
def test_tables_and_places_are_those_that_pdfplumber_finds(path: Path) -> None:
    """One page of each, as pdfplumber takes long. It counts a nested table's words in the outer cell too."""
    number = 3
    document = read(path)
    with pdfium.PdfDocument(path) as pdf:
        flow = read_flows([read_page(pdf[number - 1], number)])[0]
    alike = placed = 0
    cells = list(cells_of(flow.body))
    with pdfplumber.open(path) as pdf:
        page = pdf.pages[number - 1]
        for table in page.find_tables():
            for row, texts in zip(table.rows, table.extract(), strict=True):
                for box, text in zip(row.cells, texts, strict=True):
                    found = box and next((cell for cell in cells if near(cell.cell.box, box)), None)
                    if found:
                        assert squeezed(found.text) == squeezed(text or "")
                        alike += 1
        for word in page.extract_words()[::5]:
            if document.text.count(word["text"]) == 1 and len(word["text"]) > 3:
                start = document.text.index(word["text"])
                place = document.place_of(start, start + len(word["text"]))
                assert place.page == number
                assert place.box is not None
                x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
                assert place.box[0] <= x <= place.box[2]
                assert place.box[1] <= y <= place.box[3]
                placed += 1
    assert alike > 20
    assert placed > 3


def cells_of(body: list[object]) -> Iterator[FilledCell]:
    for part in body:
        if isinstance(part, PageTable):
            yield from part.cells
            yield from cells_of(list(part.inner))


def squeezed(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_the_pdf_says_what_its_word_file_says_in_the_same_order(path: Path) -> None:
    assert Indel.normalized_similarity(body(read(path)), body(read(path.with_suffix(".docx")))) > 0.995


def body(document: Document) -> list[str]:
    return [word for block in document.blocks if block.kind.is_body for word in spoken(document.text_of(block))]


def near(one: Box, other: Box) -> bool:
    return all(abs(edge - same) < 2 for edge, same in zip(one, other, strict=True))
