"""PDFs drawn in memory, so that each test shows the very page that it is about. Heights count from the page's top."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from pepinsight.documents import BlockKind, Document
from pepinsight.documents.pdf.reader import read_pdf

WIDTH, HEIGHT = A4
LEFT, RIGHT = 57, 538
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


class Sheet:
    """One page under the pen."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def text(
        self, x: float, y: float, text: str, size: float = 10, bold: bool = False, colour: str = "#000000"
    ) -> None:
        """One printed line with its baseline at ``y``."""
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.setFillColor(colour)
        self.canvas.drawString(x, HEIGHT - y, text)

    def paragraph(self, x: float, y: float, text: str, right: float = RIGHT, size: float = 10) -> float:
        """Words set ragged-right; returns the baseline after the last line."""
        for line in wrapped(text, right - x, size):
            self.text(x, y, line, size)
            y += 1.2 * size
        return y

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)

    def box(self, x0: float, y0: float, x1: float, y1: float, fill: str | None = None, stroke: bool = True) -> None:
        if fill:
            self.canvas.setFillColor(fill)
        self.canvas.rect(x0, HEIGHT - y1, x1 - x0, y1 - y0, stroke=int(stroke), fill=int(fill is not None))

    def grid(self, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]], bold_rows: int = 0) -> None:
        """A fully ruled table with each cell's words at its top left."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        for number, (top, row) in enumerate(zip(ys, rows, strict=False)):
            for x, end, words in zip(xs, xs[1:], row, strict=False):
                if number < bold_rows:
                    self.text(x + 5, top + 12, words, bold=True)
                elif words:
                    self.paragraph(x + 5, top + 12, words, end - 5)


def wrapped(text: str, width: float = RIGHT - LEFT, size: float = 10) -> list[str]:
    """The words in as few lines as the width allows."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if stringWidth(longer, "Helvetica", size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def pdf(*pages: Callable[[Sheet], None], password: str | None = None) -> bytes:
    """The bytes of a PDF with a page for each function that draws one."""
    stream = io.BytesIO()
    lock = StandardEncryption(password, ownerPassword="owner") if password else None
    canvas = Canvas(stream, pagesize=A4, encrypt=lock, pageCompression=0)
    for draw in pages:
        draw(Sheet(canvas))
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def read_drawn(*pages: Callable[[Sheet], None]) -> Document:
    """A drawn PDF as pepinsight reads it."""
    return read_pdf(pdf(*pages), "drawn.pdf")


def said(document: Document, *kinds: BlockKind) -> list[str]:
    """The texts of the blocks of these kinds (of all but running lines, when none is named)."""
    return [
        document.text_of(block) for block in document.blocks if (block.kind in kinds if kinds else block.kind.is_body)
    ]


def rows(document: Document, table: int = 0) -> list[list[str]]:
    """One table's cells row by row, paragraphs parted by newlines; places where no cell starts are left out."""
    found = document.tables[table]
    return [
        [document.cell_text(found, row, column) for column in range(found.columns) if (row, column) in found.cells]
        for row in range(found.rows)
    ]


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def raw_pdf(content: bytes, *more: bytes, font: bytes = FONT) -> bytes:
    """A PDF of one page; ``content`` is object 4, the font object 5, ``more`` objects 6 and so on, /X being 6."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    page += b"/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>"
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    out, starts = b"%PDF-1.7\n", []
    for number, body in enumerate([b"<</Type/Catalog/Pages 2 0 R>>", pages, page, content, font, *more], 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(starts) + 1)
    return out + head + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(starts) + 1, len(out))
