"""Several PEPs in one PDF are told apart, and never rated as if they were one child's."""

import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from pepinsight.assessing import Status, assess_bytes
from pepinsight.documents import read
from pepinsight.documents.pdf.reader import PDFIUM
from pepinsight.plan.recognise import recognise
from pepinsight.plan.several import first_pages

GOLD = Path(__file__).parents[2] / "corpora" / "gold"


def joined(*names: str) -> tuple[bytes, list[int]]:
    """These PEPs as one PDF, and the page on which each begins."""
    with PDFIUM:
        whole = pdfium.PdfDocument.new()
        starts = []
        for name in names:
            part = pdfium.PdfDocument(GOLD / f"{name}.pdf")
            starts.append(len(whole) + 1)
            whole.import_pages(part)
            part.close()
        stream = io.BytesIO()
        whole.save(stream)
    return stream.getvalue(), starts


@pytest.mark.parametrize("names", [("a1-02", "c1-04"), ("c3-06", "a2-03", "a1-02")])
def test_several_peps_in_one_pdf_are_told_with_their_pages(names: tuple[str, ...]) -> None:
    data, starts = joined(*names)
    record = assess_bytes(data, "batch.pdf")
    assert record.status is Status.NOT_A_PEP
    pages = f"{', '.join(map(str, starts[:-1]))} and {starts[-1]}"
    assert f"hold {len(names)} PEPs, which begin on pages {pages}:" in (record.message or "")


@pytest.mark.parametrize("name", ["a1-02.pdf", "c2-02.pdf", "a2-03.docx"])
def test_one_pep_is_one(name: str) -> None:
    assert len(first_pages(recognise(read(GOLD / name)))) <= 1
