"""Another file placed in a Word file is read where Word shows it; where it cannot be, the Document says so."""

import pytest
from making_docx import docx, p, r, tbl, tc, texts, tr

from pepinsight.documents import BlockKind, Document, Unreadable, read_bytes
from pepinsight.documents.word import docx as docx_reader

PAGE = """<!DOCTYPE html><html><head><title>no</title><style>b {}</style></head><body>
<h2>Child&rsquo;s  views</h2><p>I like <b>art</b>.<br>Really.</p>
<ul><li>one</li><li>two</li></ul><div style="display: none">unseen</div>
<table><tr><th rowspan="2">Targets</th><td colspan="2">Maths</td></tr><tr><td>5</td><td>6<table><tr><td>in</td></tr>
</table></td></tr></table><label><input type="checkbox" checked> Yes</label> <input type="checkbox"> No
<script>evil()</script></body></html>"""
MAIL = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
SAVED = (
    MAIL
    + b'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    + b"<html><body><p>caf=C3=A9 =3D good</p></body></html>\r\n--x--\r\n"
)


def placed(content: bytes, body: str = '<w:altChunk r:id="rId-chunk.bin"/>') -> Document:
    data = docx(p("before") + body + p("after"), relations={"chunk.bin": "aFChunk"}, extra={"word/chunk.bin": content})
    return read_bytes(data, "plan.docx")


def test_a_web_page_is_read_with_its_headings_lists_and_tables() -> None:
    document = placed(PAGE.encode())
    found = [(document.text_of(block), block.kind) for block in document.blocks]
    assert found == [
        ("before", BlockKind.PARAGRAPH),
        ("Child’s views", BlockKind.HEADING),
        ("I like art.\nReally.", BlockKind.PARAGRAPH),
        ("one", BlockKind.LIST_ITEM),
        ("two", BlockKind.LIST_ITEM),
        ("Targets", BlockKind.CELL),
        ("Maths", BlockKind.CELL),
        ("5", BlockKind.CELL),
        ("6", BlockKind.CELL),
        ("in", BlockKind.CELL),
        ("☒ Yes ☐ No", BlockKind.PARAGRAPH),
        ("after", BlockKind.PARAGRAPH),
    ]
    targets, maths = document.blocks[5:7]
    assert (targets.row_span, targets.bold, maths.column_span, document.blocks[1].level) == (2, True, 2, 2)
    assert document.blocks[8].place.column == 2
    assert document.gaps == ()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (SAVED, ["café = good"]),
        (b"first\r\nsecond \x01line", ["first", "second line"]),
        (docx(p("Views", "berschrift1") + tbl(tr(tc("cell")))), ["Views", "cell"]),
        (b"<div>\xc3\xa9</div>", ["é"]),
        (b"<html></html>", []),
        (b"{\\rtf1\\ansi rich {\\b text}}", ["rich text"]),
        (b"<p>\x93ok\x94 \x85</p>", ["“ok” …"]),
        (b'<meta charset="iso-8859-15"><p>\xa4</p>', ["€"]),
        ("<p>\u00e9</p>".encode("utf-16"), ["é"]),
        (b"<html><body>" + b"<div>" * 200 + b"deep" + b"</div>" * 200, ["deep"]),
    ],
)
def test_other_kinds_of_placed_files_are_read(content: bytes, expected: list[str]) -> None:
    document = placed(content)
    assert texts(document) == ["before", *expected, "after"]
    assert document.gaps == ()


@pytest.mark.parametrize("content", [b"\0\1\2", MAIL + b"--x--", b"<p>" + b"<div>" * 3000 + b"x"])
def test_what_cannot_be_read_of_a_placed_file_is_said(content: bytes) -> None:
    document = placed(content)
    assert texts(document) == ["before", "after"]
    assert document.gaps == ("plan.docx takes in another file, whose words are not read.",)


def test_a_file_that_is_only_a_placed_one_we_cannot_read_is_refused() -> None:
    data = docx('<w:altChunk r:id="gone"/>')
    with pytest.raises(Unreadable, match="takes in another file, whose words are not read"):
        read_bytes(data, "plan.docx")


def test_a_file_that_takes_itself_in_is_not_followed_for_ever() -> None:
    document = placed(docx(p("inner") + '<w:altChunk r:id="rId-chunk.bin"/>'))
    assert texts(document) == ["before", "inner", "after"]
    assert len(document.gaps) == 1


def test_countless_placed_files_come_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    document = placed(b"words", '<w:altChunk r:id="rId-chunk.bin"/>' * (docx_reader.MAX_CHUNKS + 5))
    assert texts(document).count("words") == docx_reader.MAX_CHUNKS
    assert len(document.gaps) == 1
    monkeypatch.setattr(docx_reader, "MAX_CHUNK_ELEMENTS", 20)
    document = placed(b"words", '<w:altChunk r:id="rId-chunk.bin"/>' * 50)
    assert texts(document).count("words") == 5
    assert len(document.gaps) == 1


def test_rows_that_span_without_end_do_not_fill_the_memory() -> None:
    page = "<table>" + "<tr><td rowspan=1000>a<td rowspan=1000>b<td>c</tr>" * 400 + "</table>"
    words = placed(page.encode()).text.split()
    assert words.count("c") == 400


def test_an_embedded_file_or_diagram_is_said_to_be_unread() -> None:
    ole = '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:object></w:r>'
    chart = (
        '<w:r><w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing></w:r>'
    )
    document = read_bytes(docx(p(r("EHCP attached") + ole + ole + chart)), "plan.docx")
    assert texts(document) == ["EHCP attached"]
    assert [gap.split(" holds ")[1] for gap in document.gaps] == [
        "a diagram or chart, whose words are not read.",
        "an embedded file, whose words are not read.",
    ]
