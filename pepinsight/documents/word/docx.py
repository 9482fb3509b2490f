"""Read a Word file into a Document, straight from its XML."""

from __future__ import annotations

import hashlib
from functools import cached_property

from lxml import etree

from pepinsight.documents.document import BlockKind, Document
from pepinsight.documents.errors import Unreadable
from pepinsight.documents.word.bindings import fill_bound_controls
from pepinsight.documents.word.blocks import Story, StoryBlock, StoryReader
from pepinsight.documents.word.chunks import body_of_chunk
from pepinsight.documents.word.names import CHART, DIAGRAM, R, W, is_on
from pepinsight.documents.word.package import Package
from pepinsight.documents.word.story_document import document_of
from pepinsight.documents.word.styles import Styles

_TITLE = "{http://purl.org/dc/elements/1.1/}title"

_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"

_UNREAD = (
    ((W + "subDoc",), "a link to a further file"),
    ((DIAGRAM + "relIds", CHART + "chart"), "a diagram or chart"),
    ((W + "control",), "a form control of an old kind (ActiveX)"),
)
"""What may hold words that only another program could tell."""
MAX_CHUNKS = 500
"""The most files placed in a Word file that are read; some systems place each answer as one."""
MAX_CHUNK_ELEMENTS = 500_000
"""The most that those files may come to, in elements of XML."""
MOST_KEPT, LONGEST_KEPT = 4, 500_000
_STYLES: dict[bytes, Styles] = {}
"""The styles of files read before, by what their part holds: those of one form share it, and often it is longer than
all their words. ``MOST_KEPT`` of them, none over ``LONGEST_KEPT`` bytes."""


def read_docx(package: Package, data: bytes, name: str) -> Document:
    """Read a Word file, ``data`` opened as ``package``; ``name`` is for display.

    Raises Unreadable where it is damaged, hostile or no Word file.

    Blocks are the paragraphs as Word shows them with tracked changes accepted. Headers come first, then the body with
    each text box after the paragraph it hangs on, then footnotes, endnotes, comments and footers. A heading by style
    is a HEADING also in a table cell, with the cell's place. Automatic numbers are not in the file, so not here.
    """
    return _Reading(package, name).document(hashlib.sha256(data).hexdigest())


class _Reading:
    def __init__(self, package: Package, name: str) -> None:
        self._package = package
        self._name = name
        self._root = package.xml(package.main)
        if self._root.tag != W + "document":
            raise Unreadable(f"{name} is not a Word or PDF file.")
        fill_bound_controls(self._root, package)
        relations = package.relations(package.main)
        self._targets = {relation.id: relation.target for relation in relations}
        self._of_kind = {relation.kind: relation.target for relation in relations}
        self._stories = StoryReader(self._styles(), self._chunk)
        self._chunks = self._chunk_elements = 0
        self._gaps: list[str] = []

    def document(self, sha256: str) -> Document:
        body = self._stories.read(self._root)
        headers = self._running("headerReference", BlockKind.HEADER)
        notes = [block for kind in ("footnotes", "endnotes") for block in self._notes(kind, body)]
        comments = self._comments()
        footers = self._running("footerReference", BlockKind.FOOTER)
        self._tell_unread()
        blocks = [*headers, *body.blocks, *notes, *comments, *footers]
        if not blocks:
            raise Unreadable(self._why_wordless())
        return document_of(
            blocks,
            self._stories.table_sizes,
            name=self._name,
            format="docx",
            sha256=sha256,
            title=self._title(),
            gaps=self._gaps,
        )

    def _why_wordless(self) -> str:
        if self._gaps:
            return self._gaps[0]
        if next(self._root.iter(W + "drawing", W + "pict", W + "object"), None) is not None:
            return f"{self._name} holds pictures, but no words to read."
        return f"{self._name} holds no words."

    def _chunk(self, relation: str) -> etree._Element | None:
        """The body of a file placed in this one; what a placed file takes in itself is not followed."""
        part = self._targets.get(relation, "")
        self._chunks += 1
        if self._package.has(part) and self._chunks <= MAX_CHUNKS and self._chunk_elements <= MAX_CHUNK_ELEMENTS:
            body = body_of_chunk(self._package.bytes_of(part), self._name)
            self._chunk_elements += 0 if body is None else sum(1 for _ in body.iter())
            if body is not None and self._chunk_elements <= MAX_CHUNK_ELEMENTS:
                if next(body.iter(W + "altChunk"), None) is not None:
                    self._gaps.append(f"A file placed in {self._name} takes in another, whose words are not read.")
                    etree.strip_elements(body, W + "altChunk", with_tail=False)
                return body
        self._gaps.append(f"{self._name} takes in another file, whose words are not read.")
        return None

    def _tell_unread(self) -> None:
        """Say which things that may hold words stand in the body unread."""
        for tags, noun in _UNREAD:
            if next(self._root.iter(*tags), None) is not None:
                self._gaps.append(f"{self._name} holds {noun}, whose words are not read.")
        objects = (self._targets.get(element.get(R + "id", ""), "") for element in self._root.iter(_OBJECT))
        if not all(self._package.has(target) for target in objects):  # those in the package: embedded.py
            self._gaps.append(f"{self._name} holds an embedded file, whose words are not read.")

    def _part(self, kind: str) -> etree._Element | None:
        target = self._of_kind.get(kind)
        return self._package.xml(target) if target is not None and self._package.has(target) else None

    def _styles(self) -> Styles:
        target = self._of_kind.get("styles")
        if target is None or not self._package.has(target):
            return Styles(None)
        content = self._package.bytes_of(target)
        styles = _STYLES.get(content)
        if styles is None:
            styles = Styles(self._package.parsed(content))
            if len(content) <= LONGEST_KEPT:
                if len(_STYLES) >= MOST_KEPT:
                    _STYLES.clear()
                _STYLES[content] = styles
        return styles

    @cached_property
    def _shows_even(self) -> bool:
        """Whether even pages have headers and footers of their own."""
        settings = self._part("settings")
        return settings is not None and is_on(settings.find(W + "evenAndOddHeaders"))

    def _running(self, reference: str, kind: BlockKind) -> list[StoryBlock]:
        """The headers or footers that are shown, each distinct one once, in order of the sections."""
        sections = list(self._root.iter(W + "sectPr"))
        shown = {"default", None}
        if any(is_on(section.find(W + "titlePg")) for section in sections):
            shown.add("first")
        if self._shows_even:
            shown.add("even")
        blocks: list[StoryBlock] = []
        seen: set[tuple[str, ...]] = set()
        parts: dict[str, None] = {}
        for section in sections:
            for element in section.findall(W + reference):
                if element.get(W + "type") in shown:
                    parts.setdefault(self._targets.get(element.get(R + "id", ""), ""))
        for part in parts:
            if not self._package.has(part):
                self._gaps.append(f"{self._name} lacks the part that holds one of its {kind}s.")
                continue
            story = self._stories.read(self._package.xml(part), kind)
            words = tuple(block.text for block in story.blocks)
            if words not in seen:
                seen.add(words)
                blocks.extend(story.blocks)
        return blocks

    def _notes(self, kind: str, body: Story) -> list[StoryBlock]:
        """The footnotes or endnotes that the body refers to, in that order; others are never shown."""
        root = self._part(kind)
        if root is None:
            return []
        by_id = {note.get(W + "id"): note for note in root}
        wanted = dict.fromkeys(note for note_kind, note in body.notes if note_kind == kind)
        notes = [by_id[note] for note in wanted if note in by_id]
        return [block for note in notes for block in self._stories.read(note, BlockKind.FOOTNOTE).blocks]

    def _comments(self) -> list[StoryBlock]:
        root = self._part("comments")
        return [] if root is None else self._stories.read(root, BlockKind.COMMENT).blocks

    def _title(self) -> str | None:
        core = {relation.kind: relation.target for relation in self._package.relations("")}.get("core-properties")
        if core is None or not self._package.has(core):
            return None
        title = (self._package.xml(core).findtext(_TITLE) or "").strip()
        return title or None
