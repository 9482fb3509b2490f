"""A Word file's package: a zip whose parts are XML, opened with limits, for it may have been made to do harm."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from pepinsight.documents.errors import Unreadable

MAX_UNPACKED_BYTES = 1024**3
"""The most that all parts may come to when unpacked; pictures are counted though never unpacked."""
MAX_PART_BYTES = 32 * 1024**2
"""The most that one XML part may come to: a hundred times a long PEP."""
MAX_PART_TAGS = 1_000_000
"""The most tags in one XML part; a long PEP has some ten thousand. Small ones cost far more than their bytes."""
MAX_RATIO = 300
"""Word's XML packs to between a fifth and a hundredth of its size; a zip bomb goes to a thousandth."""
RATIO_APPLIES_FROM = 16 * 1024**2
"""Below this many unpacked bytes a high ratio does no harm."""
MAX_PARTS = 20_000

_OTHER_MAIN = (
    (re.compile(r"spreadsheetml|ms-excel"), "an Excel workbook"),
    (re.compile(r"presentationml|ms-powerpoint"), "a PowerPoint presentation"),
    (re.compile(r"ms-visio"), "a Visio drawing"),
)
OPEN_DOCUMENT_TEXTS = frozenset(
    {"application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-template"}
)
_OTHER_DOCUMENTS = {
    "application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument spreadsheet (.ods)",
    "application/vnd.oasis.opendocument.presentation": "an OpenDocument presentation (.odp)",
    "application/epub+zip": "an e-book (EPUB)",
}
# Word can also save with the namespaces of ISO's "strict" variant; they mean the same.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """One link from a part to another: ``kind`` is the last component of its type, ``target`` a part's name."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of one Word file. Every method raises Unreadable on damage or a limit passed."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
            raise self._damaged() from error
        members = self._zip.infolist()
        self._refuse_bomb(members)
        # Part names ignore case and some producers write them with backslashes.
        self._members = {_part_key(member.filename): member for member in members if not member.is_dir()}

    @cached_property
    def mimetype(self) -> str:
        """What the package says it is, as OpenDocument and EPUB do; empty where it does not say."""
        if "mimetype" not in self._members or self._members["mimetype"].file_size > 200:
            return ""
        return self.bytes_of("mimetype").decode("ascii", errors="replace").strip()

    @cached_property
    def main(self) -> str:
        """The name of the part that holds the document's body."""
        if "[content_types].xml" not in self._members:
            raise Unreadable(self._what_it_is())
        targets = [relation.target for relation in self.relations("") if relation.kind == "officeDocument"]
        target = next((target for target in targets if self.has(target)), "word/document.xml")
        content_type = self._content_type(target)
        for pattern, noun in _OTHER_MAIN:
            if pattern.search(content_type):
                raise Unreadable(f"{self._name} is {noun}, not a Word or PDF file.")
        if not self.has(target):
            raise Unreadable(f"{self._name} is damaged: the part that holds a Word file's text is missing.")
        return target

    def has(self, part: str) -> bool:
        """Whether the package holds a part of this name."""
        return _part_key(part) in self._members

    def bytes_of(self, part: str) -> bytes:
        """One part, unpacked."""
        member = self._members[_part_key(part)]
        if member.flag_bits & 0x1:
            raise Unreadable(f"{self._name} is protected by a password: save it without one, then try again.")
        if member.file_size > MAX_PART_BYTES:
            raise self._too_large()
        try:
            with self._zip.open(member) as stream:
                content = stream.read(MAX_PART_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError) as error:
            raise self._damaged() from error
        if len(content) > MAX_PART_BYTES:
            raise self._too_large()
        return content

    def xml(self, part: str) -> etree._Element:
        """The root of one XML part. Document types are refused, so that no entity is ever expanded or fetched."""
        return self.parsed(self.bytes_of(part))

    def parsed(self, content: bytes) -> etree._Element:
        """The root of an XML part's content."""
        if content.count(b"<") > MAX_PART_TAGS:
            raise self._too_large()
        if b"purl.oclc.org/ooxml/" in content:
            for strict, usual in _STRICT:
                content = content.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            if "depth" in str(error):
                raise Unreadable(f"{self._name} is nested too deeply to be a real document.") from error
            raise self._damaged() from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise Unreadable(
                f"{self._name} holds a document type, which no Word file does, and may be meant to do harm."
            )
        return root

    def relations(self, part: str) -> list[Relation]:
        """Where a part's links inside the package lead; those of the package itself for an empty name."""
        folder, base = posixpath.split(part)
        source = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.has(source):
            return []
        found = []
        for element in self.xml(source):
            if element.get("TargetMode") == "External":
                continue
            target = element.get("Target", "").replace("\\", "/")
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.append(Relation(element.get("Id", ""), element.get("Type", "").rsplit("/", 1)[-1], target))
        return found

    def _content_type(self, part: str) -> str:
        default = ""
        extension = part.rsplit(".", 1)[-1].lower()
        for element in self.xml("[Content_Types].xml"):
            if _part_key(element.get("PartName", "").lstrip("/")) == _part_key(part):
                return element.get("ContentType", "")
            if element.get("Extension", "").lower() == extension:
                default = element.get("ContentType", "")
        return default

    def _what_it_is(self) -> str:
        if "word/document.xml" in self._members:
            return f"{self._name} is damaged: its list of parts is missing."
        noun = _OTHER_DOCUMENTS.get(self.mimetype)
        if any(key.startswith("index/") and key.endswith(".iwa") for key in self._members):
            noun = "an Apple Pages, Numbers or Keynote file"
        if noun is None:
            return f"{self._name} is a zip archive: scan it as an archive, or choose the PEP within it."
        return f"{self._name} is {noun}, not a Word or PDF file."

    def _refuse_bomb(self, members: list[zipfile.ZipInfo]) -> None:
        unpacked = sum(member.file_size for member in members)
        packed = sum(member.compress_size for member in members)
        bomb = unpacked > RATIO_APPLIES_FROM and unpacked > MAX_RATIO * max(packed, 1)
        if unpacked > MAX_UNPACKED_BYTES or len(members) > MAX_PARTS or bomb:
            raise self._too_large()

    def _damaged(self) -> Unreadable:
        return Unreadable(f"{self._name} is damaged and cannot be opened.")

    def _too_large(self) -> Unreadable:
        return Unreadable(f"{self._name} would unpack to far more than any real document holds, and is not opened.")


def _part_key(name: str) -> str:
    return name.replace("\\", "/").lower()
