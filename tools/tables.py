"""Hold every table cell that pdfplumber finds in the corpus' PDFs against the cell that pepinsight finds there.

Prints how many say the same words, and each that does not or is missing, with its file and page.
Files of the held-out authors are not opened. A cell without a word is not asked for.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium
from bench import GOLD, development

from pepinsight.documents import Box
from pepinsight.documents.pdf.flow import read_flows
from pepinsight.documents.pdf.grid import FilledCell, PageTable
from pepinsight.documents.pdf.pdfium_page import read_page

NEAR = 2.0
"""Points by which the same edge may differ."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100, help="how many PDFs to look at")
    count = parser.parse_args().files
    told: Counter[str] = Counter()
    for name in development()[:count]:
        for page, what, text in compare(GOLD / f"{name}.pdf"):
            told[what] += 1
            if what != "same":
                print(f"{name}.pdf, page {page}: {what}: {text[:70]!r}")
    print(", ".join(f"{what} {number}" for what, number in told.most_common()))


def compare(path: Path) -> Iterator[tuple[int, str, str]]:
    """Page, "same", "other words" or "no such cell", and the words, for each of pdfplumber's cells with words."""
    with pdfium.PdfDocument(path) as pdf:
        flows = read_flows([read_page(page, number) for number, page in enumerate(pdf, 1)])
    with pdfplumber.open(path) as pdf:
        for page, flow in zip(pdf.pages, flows, strict=True):
            mine = list(_cells(flow.body))
            for table in page.find_tables():
                for row, texts in zip(table.rows, table.extract(), strict=True):
                    for box, text in zip(row.cells, texts, strict=True):
                        if box is not None and squeezed(text or ""):
                            yield page.page_number, _verdict(box, text or "", mine), text or ""


def _verdict(box: Box, text: str, mine: list[FilledCell]) -> str:
    there = [one for one in mine if all(abs(a - b) < NEAR for a, b in zip(one.cell.box, box, strict=True))]
    if not there:
        return "no such cell"
    return "same" if any(squeezed(one.text) == squeezed(text) for one in there) else "other words"


def _cells(body: list[object]) -> Iterator[FilledCell]:
    for part in body:
        if isinstance(part, PageTable):
            yield from part.cells
            yield from _cells(list(part.inner))


def squeezed(text: str) -> str:
    """Letters and digits alone: engines differ in blanks."""
    return "".join(character for character in text if character.isalnum())


if __name__ == "__main__":
    main()
