"""Word files made in memory, part by part, so that each test shows the very XML that it is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from pepinsight.documents import BlockKind, Document, read_bytes

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
  <w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Banner"><w:name w:val="Form banner"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Outlined"><w:name w:val="Part"/>
  <w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="NoOutline"><w:name w:val="TOC Heading"/><w:basedOn w:val="berschrift1"/>
  <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Bullets"><w:name w:val="Points"/>
  <w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="CircleA"><w:name w:val="A"/><w:basedOn w:val="CircleB"/></w:style>
<w:style w:type="paragraph" w:styleId="CircleB"><w:name w:val="B"/><w:basedOn w:val="CircleA"/></w:style>
<w:style w:type="paragraph" w:styleId="UnseenLine"><w:name w:val="z-Top of Form"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Unseen"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/></w:style>
"""


def docx(
    body: str,
    *,
    parts: Mapping[str, str] | None = None,
    relations: Mapping[str, str] | None = None,
    styles: str = STYLES,
    prologue: str = "",
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """A Word file around ``body``. ``parts`` holds the XML of others by name ("header1.xml", under word/), each with
    its root element's name before a colon; ``relations`` gives the kind of link to each ("header")."""
    files: dict[str, bytes] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
        ).encode(),
        "_rels/.rels": _links({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"{prologue}<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>".encode(),
        "word/styles.xml": f"<w:styles {_NAMESPACES}>{styles}</w:styles>".encode(),
    }
    links = {"rIdStyles": ("styles", "styles.xml")}
    for name, content in (parts or {}).items():
        root, inner = content.split(":", 1)
        files[f"word/{name}"] = f"<w:{root} {_NAMESPACES}>{inner}</w:{root}>".encode()
    for name, kind in (relations or {}).items():
        links[f"rId-{name}"] = (kind, name)
    files["word/_rels/document.xml.rels"] = _links(links)
    return zipped({**files, **(extra or {})})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip archive of ``files``."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _links(links: Mapping[str, tuple[str, str]]) -> bytes:
    inner = "".join(
        f'<Relationship Id="{id}" Type="{_OFFICE}{kind}" Target="{target}"/>' for id, (kind, target) in links.items()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{inner}</Relationships>'.encode()


def p(inner: str = "", style: str = "", properties: str = "") -> str:
    """A paragraph; plain text becomes one run."""
    if style:
        properties = f'<w:pStyle w:val="{style}"/>{properties}'
    about = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{about}{inner if inner.startswith('<') else r(inner)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tbl(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of cells."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tc(inner: str = "", properties: str = "") -> str:
    """A cell; plain text becomes one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner if inner.startswith('<') else p(inner)}</w:tc>"


def sdt(inner: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def opened(body: str, **more: object) -> Document:
    """The Document of a Word file around ``body``."""
    return read_bytes(docx(body, **more), "plan.docx")  # type: ignore[arg-type]


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    """The text of each block, or of those of some kinds."""
    return [document.text_of(block) for block in document.blocks if not kinds or block.kind in kinds]
