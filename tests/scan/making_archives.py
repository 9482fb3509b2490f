"""Archives as they are found on real drives, and files made to do harm. All small on the disk."""

from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
from pathlib import Path

GOLD = Path(__file__).parents[2] / "corpora" / "gold"
AUTUMN, SPRING = GOLD / "a2-03.docx", GOLD / "a2-04.docx"  # the same child, one term apart
GOOD = (AUTUMN, SPRING, GOLD / "b1-02.docx", GOLD / "a1-03.pdf")

_TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    b'"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_LINKS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    b'Target="word/document.xml"/></Relationships>'
)
_W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def word(xml: bytes) -> bytes:
    """A Word file whose main part is this XML."""
    return zipped({"[Content_Types].xml": _TYPES, "_rels/.rels": _LINKS, "word/document.xml": xml})


def xml_bomb() -> bytes:
    """A billion laughs: entities that each stand for ten of the one before."""
    entities = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    head = b'<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY l0 "ha">%s]>' % entities
    return word(head + b"<w:document %s><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>" % _W)


def nested_xml(depth: int) -> bytes:
    """A Word file of tables within tables."""
    return word(b"<w:document %s><w:body>" % _W + b"<w:tbl><w:tr><w:tc>" * depth + b"</w:tc></w:tr></w:tbl>" * depth)


def zip_bomb(megabytes: int) -> bytes:
    """A zip whose one member comes to so much."""
    stream = io.BytesIO()
    packing = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1)
    with packing as archive, archive.open("plan.docx", "w") as member:
        for _ in range(megabytes):
            member.write(bytes(1024**2))
    return stream.getvalue()


def zips_within(depth: int) -> bytes:
    data = AUTUMN.read_bytes()
    for _ in range(depth):
        data = zipped({"inner.zip": data})
    return data


def locked_zip() -> bytes:
    """A zip whose member's encryption bit is set, as a password sets it."""
    data = bytearray(zipped({"plan.docx": AUTUMN.read_bytes()}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + offset
        data[at : at + 2] = struct.pack("<H", struct.unpack("<H", data[at : at + 2])[0] | 1)
    return bytes(data)


def pdf(pages: int, content: bytes) -> bytes:
    """A PDF that shows the same content on so many pages."""
    kids = b" ".join(b"%d 0 R" % (5 + page) for page in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
    ]
    objects += [
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 3 0 R>>>>>>"
    ] * pages
    out, starts = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size = len(starts) + 1
    tail = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return bytes(out) + tail % (size, table, size, len(out))


def glyphs(count: int) -> bytes:
    """One page with so many letters in it."""
    line = b"(" + b"abcdefghij " * 9 + b"a) Tj T*\n"
    return pdf(1, b"BT /F 4 Tf 4 TL 5 830 Td " + line * (count // 100) + b" ET")


def hostile(folder: Path) -> dict[str, str]:
    """Fill the folder with bad files; returns the path of each within it, and a part of the reason it should get."""
    folder.mkdir(parents=True)
    docx, plan = AUTUMN.read_bytes(), (GOLD / "a1-03.pdf").read_bytes()
    bad: dict[str, tuple[bytes, str]] = {
        "cut.docx": (docx[: len(docx) // 2], "damaged"),
        "cut.pdf": (plan[:900], "damaged"),
        "empty.docx": (b"", "empty"),
        "locked.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + _ole("EncryptedPackage"), "password"),
        "locked.zip!/plan.docx": (locked_zip(), "password"),
        "bomb.docx": (word(b"<w:document>" + bytes(40 * 1024**2)), "unpack to far more"),
        "bomb.zip!/plan.docx": (zip_bomb(201), "larger than"),
        "laughs.docx": (xml_bomb(), "cannot be opened"),
        "nested.docx": (nested_xml(50_000), "nested too deeply"),
        "thousands.pdf": (pdf(5_000, b"BT /F 10 Tf 50 700 Td (Personal Education Plan) Tj ET"), "pages"),
        "glyphs.pdf": (glyphs(1_000_000), ""),
        "picture.pdf": (b"\x89PNG\r\n\x1a\n" + bytes(64), "picture"),
        "noise.pdf": (b"%PDF-1.7\n" + os.urandom(5_000), "damaged"),
        "zips.zip!/inner.zip!/inner.zip!/inner.zip!/inner.zip": (zips_within(6), "lies within"),
    }
    for name, (data, _) in bad.items():
        (folder / name.split("!")[0]).write_bytes(data)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    os.mkfifo(folder / "pipe")
    return {**{name: reason for name, (_, reason) in bad.items()}, "loop": "a link", "pipe": "no ordinary file"}


def _ole(stream: str) -> bytes:
    entry = (stream + "\0").encode("utf-16-le")
    return bytes(120) + entry + bytes(64 - len(entry)) + bytes([len(entry), 0]) + bytes(700)


def state_of(folder: Path) -> dict[str, tuple[int, int, int]]:
    """What would show that something under the folder was touched."""
    return {
        str(path): (about.st_mode, about.st_size if stat.S_ISREG(about.st_mode) else 0, about.st_mtime_ns)
        for path in folder.rglob("*")
        for about in [path.lstat()]
    }
