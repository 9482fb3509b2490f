"""Papers read along with a file: inserted in a Word file, attached to a PDF, or named beside it."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

import docx
import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pepinsight.documents import Document, embedded, read_bytes, with_attached

OBJECT = (
    '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdPaper{}"/>'
    "</w:object></w:r></w:p>"
)
RELATION = (
    '<Relationship Id="rIdPaper{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" '
    'Target="embeddings/{}"/>'
)


def word(*lines: str, table: list[list[str]] | None = None) -> bytes:
    paper = docx.Document()
    for line in lines:
        paper.add_paragraph(line)
    if table:
        grid = paper.add_table(len(table), len(table[0]))
        for row, cells in enumerate(table):
            for column, text in enumerate(cells):
                grid.cell(row, column).text = text
    stream = io.BytesIO()
    paper.save(stream)
    return stream.getvalue()


def with_objects(data: bytes, *papers: tuple[str, str, bytes]) -> bytes:
    """A Word file with files inserted: (kind of relation, name of the part, bytes)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for item in source.infolist():
            content = source.read(item)
            if item.filename == "word/document.xml":
                objects = "".join(OBJECT.format(number) for number in range(len(papers)))
                content = content.replace(b"<w:sectPr", objects.encode() + b"<w:sectPr", 1)
            if item.filename == "word/_rels/document.xml.rels":
                links = "".join(RELATION.format(number, kind, name) for number, (kind, name, _) in enumerate(papers))
                content = content.replace(b"</Relationships>", links.encode() + b"</Relationships>")
            target.writestr(item.filename, content)
        for _, name, content in papers:
            target.writestr(f"word/embeddings/{name}", content)
    return out.getvalue()


def with_files(*papers: tuple[str, bytes]) -> bytes:
    """A PDF of one page with files attached."""
    pdf = pdfium.PdfDocument.new()
    page = pdf.new_page(300, 300)
    font = pdfium.raw.FPDFText_LoadStandardFont(pdf, b"Helvetica")
    text = pdfium.raw.FPDFPageObj_CreateTextObj(pdf, font, 12)
    words = "Minutes of the meeting".encode("utf-16-le") + b"\0\0"
    pdfium.raw.FPDFText_SetText(text, (pdfium.raw.c_ushort * (len(words) // 2)).from_buffer_copy(words))
    pdfium.raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, 20, 200)
    pdfium.raw.FPDFPage_InsertObject(page, text)
    page.gen_content()
    for name, data in papers:
        pdf.new_attachment(name).set_data(data)
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()


def holds_true(document: Document) -> None:
    """What holds of every document: blocks in order, apart, each with its place and its words in the one text."""
    last = 0
    for index, block in enumerate(document.blocks):
        assert last <= block.start <= block.end <= len(document.text)
        assert block.place.block == index
        last = block.end
    for table in document.tables:
        for (row, column), indices in table.cells.items():
            for index in indices:
                place = document.blocks[index].place
                assert (place.table, place.row, place.column) == (table.index, row, column)


def test_papers_follow_the_plan_in_one_text_and_each_place_names_its_file() -> None:
    plan = read_bytes(word("The plan itself.", table=[["Name", "Leo"], ["Year", "6"]]), "pep.docx")
    sheet = read_bytes(word("I like art.", table=[["Best thing", "Drama"]]), "voice sheet.docx")
    report = read_bytes(with_files(), "report.pdf")
    document = with_attached(plan, [sheet, report])
    holds_true(document)
    files = [block.place.file for block in document.blocks]
    assert list(dict.fromkeys(files)) == [None, "voice sheet.docx", "report.pdf"]
    assert [paper.name for paper in document.attached] == ["voice sheet.docx", "report.pdf"]
    at = document.text.index("Minutes of")
    place = document.place_of(at, at + 7)
    assert (place.file, place.page) == ("report.pdf", 1)
    assert document.cell_text(document.tables[1], 0, 1) == "Drama"


def test_the_file_alone_is_what_it_was_before_papers_were_joined_to_it() -> None:
    plan = read_bytes(word("The plan itself.", table=[["Name", "Leo"]]), "pep.docx")
    assert with_attached(plan, [plan, plan]).alone == plan


LINES = st.lists(st.text(alphabet="abc é\U0001f600", max_size=12), min_size=1, max_size=4)


@settings(max_examples=8)
@given(st.lists(st.tuples(LINES, st.booleans()), min_size=2, max_size=4))
def test_whatever_papers_are_joined_offsets_places_and_the_file_alone_hold(
    papers: list[tuple[list[str], bool]],
) -> None:
    read = [read_bytes(word("x", *lines, table=[lines] if grid else None), "p.docx") for lines, grid in papers]
    document = with_attached(read[0], read[1:])
    holds_true(document)
    assert document.alone == read[0]
    for paper, original in zip(document.attached, read[1:], strict=True):
        words = [document.text_of(block) for block in document.blocks[paper.block :][: len(original.blocks)]]
        assert words == [original.text_of(block) for block in original.blocks]


@pytest.mark.parametrize("kind", ["package", "oleObject"])
def test_a_word_file_inserted_in_a_word_file_is_read(kind: str) -> None:
    data = with_objects(word("The plan."), (kind, "Voice_sheet.docx", word("I like drama.")))
    document = read_bytes(data, "pep.docx")
    holds_true(document)
    assert document.attached[0].name == "Voice_sheet.docx"
    assert "I like drama." in document.text
    assert document.gaps == ()


def test_a_packed_file_is_taken_out_under_its_own_name() -> None:
    inner = word("My careers plan.")
    stream = (
        struct.pack("<IH", 0, 2)
        + b"Careers plan.docx\0"
        + b"C:\\papers\\Careers plan.docx\0"
        + struct.pack("<HH", 0, 3)
    )
    stream += struct.pack("<I", 5) + b"C:\\x\0" + struct.pack("<I", len(inner)) + inner
    paper = embedded.packed_in(stream)
    assert paper is not None
    assert (paper.name, paper.data) == ("Careers plan.docx", inner)


def test_a_damaged_packed_file_is_no_file() -> None:
    stream = struct.pack("<IH", 0, 2) + b"a\0b\0" + struct.pack("<HHI", 0, 3, 0) + struct.pack("<I", 10**9) + b"short"
    assert embedded.packed_in(stream) is None


def test_files_attached_to_a_pdf_are_read() -> None:
    data = with_files(("EHCP.docx", word("Section F: provision.")), ("photo.jpg", b"\xff\xd8\xff\xe0 picture"))
    document = read_bytes(data, "pep.pdf")
    holds_true(document)
    assert "Section F: provision." in document.text
    assert len(document.gaps) == 1
    assert "pep.pdf holds an embedded file that was not read: photo.jpg" in document.gaps[0]


def _deep(depth: int) -> bytes:
    data = word(f"Level {depth}.")
    return data if depth == 0 else with_objects(data, ("package", "next.docx", _deep(depth - 1)))


def test_what_a_paper_holds_in_its_turn_is_not_followed() -> None:
    text = read_bytes(_deep(3), "pep.docx").text
    assert "Level 3." in text
    assert "Level 2." in text
    assert "Level 1." not in text


def test_no_more_papers_are_read_than_a_plan_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "MAX_PAPERS", 2)
    papers = [("package", f"paper{number}.docx", word(f"Paper {number}.")) for number in range(4)]
    document = read_bytes(with_objects(word("The plan."), *papers), "pep.docx")
    assert [paper.name for paper in document.attached] == ["paper0.docx", "paper1.docx"]
    assert document.gaps == ("pep.docx holds more embedded files than are read.",)


@pytest.mark.parametrize(
    "make", [lambda: b"PK\x03\x04 no zip", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600]
)
def test_a_damaged_paper_leaves_the_plan_readable(make: Callable[[], bytes]) -> None:
    document = read_bytes(with_objects(word("The plan."), ("package", "paper.docx", make())), "pep.docx")
    assert document.text == "The plan."
    assert len(document.gaps) == 1
