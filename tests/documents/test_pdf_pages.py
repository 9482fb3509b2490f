"""Pages turned, cropped or empty are read or refused in one clear sentence; places are where a viewer shows them."""

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making_pdf import HEIGHT, LEFT, WIDTH, Sheet, pdf, rows, said
from PIL import Image
from reportlab.lib.utils import ImageReader

from pepinsight.documents import Unreadable, read_bytes
from pepinsight.documents.pdf import reader as pdf_module
from pepinsight.documents.pdf.reader import read_pdf


def page(sheet: Sheet) -> None:
    sheet.text(LEFT, 100, "First line of the page")
    sheet.grid((LEFT, 200, 400), (120, 140), [["Label", "Value"]])


def turned(degrees: int) -> Callable[[Sheet], None]:
    """The page drawn turned against the clock, without telling the viewer to turn it back."""

    def draw(sheet: Sheet) -> None:
        canvas = sheet.canvas
        canvas.setPageSize((HEIGHT, WIDTH) if degrees in (90, 270) else (WIDTH, HEIGHT))
        shift = {90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}[degrees]
        canvas.translate(*shift)
        canvas.rotate(degrees)
        page(sheet)

    return draw


def rotated(data: bytes, degrees: int) -> bytes:
    """The same file with a /Rotate entry on its pages."""
    document = pdfium.PdfDocument(data)
    for one in document:
        one.set_rotation(degrees)
    stream = io.BytesIO()
    document.save(stream)
    document.close()
    return stream.getvalue()


@pytest.mark.parametrize("degrees", [90, 180, 270])
@pytest.mark.parametrize("shown_upright", [True, False])
def test_a_turned_page_reads_upright_and_its_places_are_where_it_is_shown(degrees: int, shown_upright: bool) -> None:
    data = pdf(turned(degrees))
    if shown_upright:
        data = rotated(data, degrees)
    document = read_pdf(data, "turned.pdf")
    assert said(document) == ["First line of the page", "Label", "Value"]
    assert rows(document) == [["Label", "Value"]]
    upright = read_pdf(pdf(page), "upright.pdf")
    width, height = document.page_sizes[0]
    box, expected = document.blocks[0].place.box, upright.blocks[0].place.box
    assert box is not None
    assert expected is not None
    assert 0 <= box[0] < box[2] <= width + 1
    assert 0 <= box[1] < box[3] <= height + 1
    if shown_upright:
        assert document.page_sizes[0] == pytest.approx(upright.page_sizes[0], abs=0.5)
        assert box == pytest.approx(expected, abs=3)
    elif degrees == 180:
        assert box[1] > height / 2  # the first line is shown upside down at the foot


def test_places_count_from_the_corner_of_the_crop_box() -> None:
    document = pdfium.PdfDocument(pdf(page))
    document[0].set_cropbox(20, 30, WIDTH - 10, HEIGHT - 40)
    stream = io.BytesIO()
    document.save(stream)
    document.close()
    whole, cropped = read_pdf(pdf(page), "whole.pdf"), read_pdf(stream.getvalue(), "cropped.pdf")
    box, moved = whole.blocks[0].place.box, cropped.blocks[0].place.box
    assert box is not None
    assert moved is not None
    assert (moved[0], moved[1]) == pytest.approx((box[0] - 20, box[1] - 40), abs=0.5)


def test_a_sideways_note_does_not_break_the_lines_it_stands_beside() -> None:
    def draw(sheet: Sheet) -> None:
        for number in range(6):
            sheet.text(120, 100 + 30 * number, f"Line number {number} of the form")
        sheet.canvas.translate(60, HEIGHT - 240)
        sheet.canvas.rotate(90)
        sheet.canvas.drawString(0, 0, "For office use only")

    lines = said(read_pdf(pdf(draw), "noted.pdf"))
    assert "For office use only" in lines
    assert [line for line in lines if line.startswith("Line")] == [f"Line number {n} of the form" for n in range(6)]


def test_several_threads_read_at_the_same_time() -> None:
    data = pdf(*[page] * 5)
    with ThreadPoolExecutor(4) as pool:
        texts = set(pool.map(lambda _: read_pdf(data, "plan.pdf").text, range(24)))
    assert texts == {read_pdf(data, "plan.pdf").text}


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_pdf(data, "plan.pdf")
    message = str(caught.value)
    assert message.startswith("plan.pdf ")
    assert message.endswith(".")
    assert ". " not in message
    return message


def test_a_scan_is_refused_as_one() -> None:
    assert "scan without text" in refusal(pdf(lambda sheet: sheet.box(LEFT, 100, 300, 400, fill="#777777")))


def test_a_scan_with_a_stamp_is_still_a_scan() -> None:
    def draw(sheet: Sheet) -> None:
        pixel = Image.new("RGB", (1, 1), "white")
        sheet.canvas.drawImage(ImageReader(pixel), 0, 0, WIDTH, HEIGHT)
        sheet.text(LEFT, 820, "Received 12/03/2026 Elm Borough")

    assert "scan without text" in refusal(pdf(draw, draw))


def test_a_page_without_text_among_others_is_no_reason_to_refuse() -> None:
    document = read_pdf(pdf(page, lambda sheet: sheet.box(LEFT, 100, 300, 400, fill="#777777")), "plan.pdf")
    assert document.pages == 2
    assert "First line of the page" in document.text


def test_a_locked_file_is_refused_with_advice() -> None:
    assert "password" in refusal(pdf(page, password="secret"))


def test_damaged_files_are_refused() -> None:
    whole = pdf(page)
    assert "damaged" in refusal(whole[:200])
    assert "damaged" in refusal(b"%PDF-1.7\n" + bytes(range(256)) * 8)


def test_a_file_with_too_many_pages_or_words_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_module, "MAX_PAGES", 2)
    assert "3 pages" in refusal(pdf(page, page, page))
    monkeypatch.setattr(pdf_module, "MAX_WORDS", 5)
    assert "words" in refusal(pdf(page))


def test_a_page_with_more_glyphs_than_print_can_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pepinsight.documents.pdf.pdfium_page.MAX_GLYPHS", 10)
    assert "page 1" in refusal(pdf(page))


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_file_cut_or_changed_anywhere_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    whole = bytearray(pdf(page))
    for _ in range(data.draw(st.integers(0, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(10, len(whole)))
    try:
        document = read_bytes(bytes(whole[:cut]), "plan.pdf")
    except Unreadable as error:
        assert str(error).startswith("plan.pdf")
    else:
        assert document.blocks
