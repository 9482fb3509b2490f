"""A file that cannot be read is refused with one sentence that names it and says why; nothing harmful is done."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from making_docx import docx, p, r, tbl, tc, tr, zipped

from pepinsight.documents import Unreadable, read, read_bytes
from pepinsight.documents.word import package, story_document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def ole(*streams: str) -> bytes:
    """The beginning of an old Office file and its directory of streams."""
    entries = b"".join(
        (name + "\0").encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", len(name) * 2 + 2).ljust(64, b"\0")
        for name in ("Root Entry", *streams)
    )
    return OLE + entries


def refusal(data: bytes, name: str = "plan.docx") -> str:
    with pytest.raises(Unreadable) as caught:
        read_bytes(data, name)
    message = str(caught.value)
    assert message.startswith(name)
    assert message.endswith(".")
    assert "\n" not in message
    assert ". " not in message.replace("(.", "").replace(".docx)", "")  # one sentence
    return message


def office(content_type: str, part: str) -> bytes:
    return zipped(
        {
            "[Content_Types].xml": f'<T><Override PartName="/{part}" ContentType="{content_type}"/></T>'.encode(),
            "_rels/.rels": f'<R><Relationship Id="a" Type="x/officeDocument" Target="{part}"/></R>'.encode(),
            part: b"<root/>",
        }
    )


SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "empty"),
        (ole("EncryptionInfo", "EncryptedPackage"), "password"),
        (ole("Workbook"), "Excel"),
        (ole("Book"), "Excel"),
        (ole("PowerPoint Document"), "PowerPoint"),
        (ole("Contents"), "old Office file"),
        (office(SHEET, "xl/workbook.xml"), "Excel workbook"),
        (office(SLIDES, "ppt/presentation.xml"), "PowerPoint"),
        (zipped({"mimetype": b"application/epub+zip"}), "e-book"),
        (zipped({"Index/Document.iwa": b"x"}), "Apple Pages"),
        (zipped({"plan.docx": docx(p("inside"))}), "zip archive"),
        (zipped({}), "zip archive"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "without words"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\0\1\2\3 of no kind", "not a Word or PDF file"),
        (b"{\\rtf1\\ansi }", "no words"),
        (b"{\\rtf1" + b"{" * 2000, "nested too deeply"),
        (b"<!DOCTYPE html><html><body> </body></html>", "no words"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "damaged"),
        (ole("__properties_version1.0"), "damaged"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (docx(p("text"))[:-200], "damaged"),
        (zipped({"[Content_Types].xml": b"<Types/>"}), "missing"),
        (zipped({"word/document.xml": b"<w/>"}), "list of parts is missing"),
        (docx("<w:p>"), "damaged"),
        (docx(""), "no words"),
        (docx(p("<w:r><w:drawing/></w:r>")), "pictures"),
    ],
)
def test_what_is_not_read_is_named(data: bytes, expected: str) -> None:
    assert expected in refusal(data)


def test_content_decides_and_not_the_extension() -> None:
    assert read_bytes(docx(p("text")), "plan.pdf").format == "docx"
    assert "Excel" in refusal(office(SHEET, "xl/workbook.xml"), "plan.docx")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/plan.docx", "plan.docx"),
        ("C:\\Users\\x\\plan.docx", "plan.docx"),
        ("plan\x1b[31m\n.docx", "plan[31m.docx"),
        ("../", "The file"),
        ("", "The file"),
    ],
)
def test_only_the_last_part_of_a_name_is_shown(name: str, shown: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_bytes(b"", name)
    assert str(caught.value) == f"{shown} is empty."


def test_a_path_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"^gone\.docx was not found\.$"):
        read(tmp_path / "gone.docx")
    with pytest.raises(Unreadable, match="is a folder"):
        read(tmp_path)
    with pytest.raises(Unreadable, match="could not be opened"):
        read("plan\0.docx")


def test_a_file_is_read_from_its_path(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(docx(p("text")))
    assert read(path).text == read(str(path)).text == "text"


def test_a_huge_file_is_refused_before_it_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    with path.open("wb") as stream:
        stream.truncate(201 * 1024**2)  # a file of holes: it takes no room on the disk
    with pytest.raises(Unreadable, match="larger than 200 MB"):
        read(path)


def with_forged_size(data: bytes, part: str, size: int) -> bytes:
    """A zip that claims another unpacked size for one member, in both of the places where it is stated."""
    changed = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        local = archive.getinfo(part).header_offset
    struct.pack_into("<I", changed, local + 22, size)
    central = data.index(part.encode(), data.index(b"PK\x01\x02")) - 46
    struct.pack_into("<I", changed, central + 24, size)
    return bytes(changed)


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = docx(p("text"), extra={"word/media/image1.png": b"\0" * (package.RATIO_APPLIES_FROM + 1)})
    assert "unpack" in refusal(bomb)


def test_a_bomb_that_lies_about_its_size_is_not_unpacked() -> None:
    body = p("text") + " " * (package.MAX_PART_BYTES + 10)
    assert "unpack" in refusal(with_forged_size(docx(body), "word/document.xml", package.MAX_UNPACKED_BYTES + 1))
    assert "damaged" in refusal(with_forged_size(docx(body), "word/document.xml", 1000))


def test_one_part_may_not_be_endless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PART_BYTES", 2000)
    assert "unpack" in refusal(docx(p("text") * 100))


def test_a_part_of_countless_tags_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PART_TAGS", 500)
    assert "unpack" in refusal(docx("<w:p/>" * 600))
    assert read_bytes(docx(p("text") * 20), "plan.docx").blocks


def test_an_archive_of_countless_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PARTS", 10)
    assert "unpack" in refusal(docx(p("text"), extra={f"word/media/{n}.png": b"" for n in range(10)}))


LAUGHS = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'


@pytest.mark.parametrize(
    "prologue",
    [
        LAUGHS,
        '<!DOCTYPE w [<!ENTITY c SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_document_types_and_entities_are_refused(prologue: str) -> None:
    text = "&c;" if "ENTITY c" in prologue else "text"
    assert "document type" in refusal(docx(p(text), prologue=prologue))


def test_a_document_type_in_a_lesser_part_is_refused_too() -> None:
    links = b'<!DOCTYPE R [<!ENTITY x "y">]><R/>'
    assert "document type" in refusal(docx(p("text"), extra={"_rels/.rels": links}))


def test_a_book_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story_document, "MAX_WORDS", 5)
    assert "words" in refusal(docx(p("one two three") + p("four five six")))
    assert read_bytes(docx(p("one two three four five")), "plan.docx").blocks


def test_endless_nesting_is_refused_and_deep_nesting_is_read() -> None:
    def nested(depth: int) -> str:
        body = p("innermost")
        for _ in range(depth):
            body = tbl(tr(tc(body + p())))
        return body

    assert "nested too deeply" in refusal(docx(nested(500)))
    assert "nested too deeply" in refusal(docx(p("<w:smartTag>" * 5000 + r("x") + "</w:smartTag>" * 5000)))
    assert read_bytes(docx(nested(80)), "plan.docx").text == "innermost"
    smart = "<w:smartTag>" * 240 + r("x") + "</w:smartTag>" * 240
    assert read_bytes(docx(p(smart)), "plan.docx").text == "x"


def test_a_part_locked_by_a_password_is_refused() -> None:
    data = bytearray(docx(p("text")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    assert "password" in refusal(bytes(data))


def test_relations_may_not_lead_out_of_the_package() -> None:
    links = b'<R><Relationship Id="a" Type="x/officeDocument" Target="../../../../etc/passwd"/></R>'
    assert read_bytes(docx(p("text"), extra={"_rels/.rels": links}), "plan.docx").text == "text"


def test_any_cut_or_changed_byte_gives_a_document_or_a_refusal() -> None:
    data = docx(p("text") + tbl(tr(tc("a"), tc("b"))))
    for at in range(0, len(data), 7):
        for broken in (data[:at], data[:at] + bytes([data[at] ^ 0x5A]) + data[at + 1 :]):
            try:
                assert read_bytes(broken, "plan.docx").blocks
            except Unreadable as error:
                assert str(error).startswith("plan.docx ")
