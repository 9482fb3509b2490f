"""A PDF made to do harm is refused in one sentence before it can fill the memory."""

from __future__ import annotations

import zlib

import pytest
from making_pdf import raw_pdf, stream

from pepinsight.documents import Unreadable, read_bytes
from pepinsight.documents.pdf import packed as pdf_packed
from pepinsight.documents.pdf.drawn import MAX_DRAWN_BYTES, overdrawn_page

WORDS = b"BT /F 10 Tf 50 700 Td (Personal Education Plan) Tj ET"


def form(content: bytes, draws: int | None) -> bytes:
    drawn = b"/XObject<</X %d 0 R>>" % draws if draws else b""
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>%s>>" % drawn
    return stream(content, entries)


def forms_within_forms(depth: int, times: int, innermost: bytes = WORDS) -> bytes:
    draw = b" ".join([b"/X Do"] * times)
    outer = [form(draw, number + 1) for number in range(6, 5 + depth)]
    return raw_pdf(stream(b"/X Do"), *outer, form(innermost, None))


def packed(content: bytes, times: int) -> bytes:
    for _ in range(times):
        content = zlib.compress(content, 9)
    return raw_pdf(stream(content, b"/Filter[" + b"/FlateDecode" * times + b"]"), form(b"", None))


@pytest.mark.parametrize(
    "data",
    [
        forms_within_forms(9, 10),
        forms_within_forms(9, 10, b"0 0 9 9 re f"),
        forms_within_forms(60, 1),
        raw_pdf(stream(b"/X Do"), form(WORDS + b" /X Do /X Do", 6)),
        packed(b" " * (MAX_DRAWN_BYTES + 1), 1),
        packed(WORDS * (MAX_DRAWN_BYTES // len(WORDS) + 1), 2),
    ],
)
def test_a_small_file_that_draws_without_end_is_refused(data: bytes) -> None:
    assert len(data) < 200_000
    with pytest.raises(Unreadable, match=r"^plan\.pdf cannot be read: its page 1 holds too much for a printed page\.$"):
        read_bytes(data, "plan.pdf")


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_stream_that_swells_is_not_unpacked_whatever_it_serves(times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_packed, "MAX_STREAM_BYTES", 1_000_000)
    data = packed(b" " * 1_000_001, times).replace(b"/Contents 4 0 R", b"/Metadata 4 0 R")
    with pytest.raises(Unreadable, match=r"^plan\.pdf would unpack to far more than any real document holds"):
        read_bytes(data, "plan.pdf")


@pytest.mark.parametrize("data", [forms_within_forms(3, 2), packed(WORDS, 2)])
def test_forms_and_packing_in_measure_are_read(data: bytes) -> None:
    assert "Personal" in read_bytes(data, "plan.pdf").text


def test_what_the_reckoning_cannot_follow_is_left_to_the_reader() -> None:
    data = packed(WORDS, 1)
    assert overdrawn_page(data[: len(data) // 2]) is None
    assert overdrawn_page(b"%PDF-1.7") is None
    assert "Personal" in read_bytes(data.replace(b"startxref", b"startxxxx"), "plan.pdf").text
