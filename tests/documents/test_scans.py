"""A scanned PEP has no words, only pictures of pages: they are recognised, marked, and never taken for certain."""

import io
import shutil

import pypdfium2 as pdfium
import pytest
from making_pdf import Sheet, pdf

from pepinsight.assessing import Options, assess_bytes
from pepinsight.documents import Document, Unreadable, read_bytes
from pepinsight.documents.pdf import scanned_pages as pdf_scans
from pepinsight.documents.pdf import scans
from pepinsight.documents.pdf.reader import PDFIUM


def plan(sheet: Sheet) -> None:
    sheet.text(60, 60, "Personal Education Plan", 18, bold=True)
    sheet.text(60, 100, "My views", 14, bold=True)
    sheet.paragraph(60, 125, "Ada said that she likes science and wants more help with spelling on Tuesdays.", size=12)
    rows = [("Target", "By when"), ("Spell 20 new words", "12 March 2026"), ("Read to Mr Hale", "27 March 2026")]
    sheet.grid((60, 300, 520), (160, 190, 220, 250), rows)


def scanned(*drawn: bytes) -> bytes:
    """The pages of these PDFs as pictures, as a scanner makes them."""
    with PDFIUM:
        pictures = []
        for data in drawn:
            file = pdfium.PdfDocument(data)
            pictures.append(file[0].render(scale=150 / 72).to_pil().convert("L"))
            file.close()
    stream = io.BytesIO()
    pictures[0].save(stream, "PDF", save_all=True, append_images=pictures[1:], resolution=150)
    return stream.getvalue()


def words_of(document: Document) -> str:
    return " ".join(document.text.split())


ENGINES = [
    pytest.param(True, id="rapidocr"),
    pytest.param(
        False,
        id="tesseract",
        marks=pytest.mark.skipif(
            not shutil.which("tesseract"), reason="runs where Tesseract is installed, as in .ci/run"
        ),
    ),
]


@pytest.mark.parametrize("rapid", ENGINES)
def test_a_scanned_plan_is_read_and_marked(rapid: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "_tesseract", lambda: not rapid)
    document = read_bytes(scanned(pdf(plan)), "scan.pdf")
    assert "Ada said that she likes science and wants more help with spelling on Tuesdays." in words_of(document)
    assert document.scanned == (1,)
    assert document.gaps == ("scan.pdf holds scanned pages: their words were recognised in pictures and may be wrong.",)
    spoken = document.text.index("likes science")
    place = document.place_of(spoken, spoken + 13)
    assert place.page == 1 and place.box is not None
    assert abs(place.box[1] - 116) < 6  # where the line was drawn


def test_the_rulings_of_a_scanned_table_part_its_cells() -> None:
    document = read_bytes(scanned(pdf(plan)), "scan.pdf")
    (table,) = document.tables
    cells = [[document.cell_text(table, row, column) for column in range(2)] for row in range(table.rows)]
    assert cells == [
        *(["Target", "By when"], ["Spell 20 new words", "12 March 2026"], ["Read to Mr Hale", "27 March 2026"]),
    ]


def test_suggestions_from_a_scan_are_never_called_sure() -> None:
    record = assess_bytes(scanned(pdf(plan)), "scan.pdf", Options())
    assert "recognised in pictures" in (record.message or "")
    sections = record.suggestions["birmingham"].sections
    assert sections and all(section.unsure for section in sections if section.suggested != "NA")


def test_without_a_program_for_pictures_a_scan_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_scans, "can_read_scans", lambda: False)
    with pytest.raises(Unreadable, match="is a scan without text"):
        read_bytes(scanned(pdf(plan)), "scan.pdf")


def test_scanned_pages_among_printed_ones_are_told_when_they_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_scans, "can_read_scans", lambda: False)
    parts = (pdf(plan), scanned(pdf(plan)))
    with PDFIUM:
        both = pdfium.PdfDocument.new()
        for data in parts:
            both.import_pages(pdfium.PdfDocument(data))
        stream = io.BytesIO()
        both.save(stream)
    document = read_bytes(stream.getvalue(), "mixed.pdf")
    assert document.scanned == ()
    assert document.gaps == ("mixed.pdf holds pictures whose words are not read (page 2).",)
