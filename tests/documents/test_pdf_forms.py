"""What was filled into a PDF form is part of what it says: fields, ticks, and remarks pinned to it."""

from making_pdf import LEFT, Sheet, read_drawn, rows, said

from pepinsight.documents import BlockKind

VOICE = "I like my art lessons and my teacher is kind to me."


def test_text_fields_choices_and_ticks_read_at_their_place() -> None:
    def draw(sheet: Sheet) -> None:
        form = sheet.canvas.acroForm
        sheet.text(LEFT, 100, "Name:")
        form.textfield(name="name", x=160, y=734, width=300, height=18, value="Jamie Oakfield", fontSize=10)
        sheet.text(LEFT, 140, "What is going well:")
        form.textfield(
            name="views", x=160, y=640, width=300, height=70, value=VOICE, fontSize=10, fieldFlags="multiline"
        )
        sheet.text(LEFT, 240, "School:")
        form.choice(name="kind", x=160, y=594, width=120, height=18, value="Academy", options=["Academy", "Maintained"])
        sheet.text(LEFT, 280, "SEND?")
        form.checkbox(name="yes", x=160, y=560, size=12, checked=True)
        sheet.text(176, 280, "Yes")
        form.checkbox(name="no", x=220, y=560, size=12, checked=False)
        sheet.text(236, 280, "No")

    document = read_drawn(draw)
    assert said(document)[:3] == ["Name: Jamie Oakfield", "What is going well:", VOICE]
    assert "School: Academy" in " ".join(said(document))
    assert "SEND? ☒ Yes ☐ No" in " ".join(said(document))


def test_a_field_in_a_ruled_cell_fills_the_cell() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.grid((LEFT, 200, 500), (100, 140), [["Views", ""]])
        sheet.canvas.acroForm.textfield(name="v", x=203, y=706, width=290, height=32, value=VOICE, fontSize=10)

    assert rows(read_drawn(draw)) == [["Views", VOICE]]


def test_a_hidden_field_is_not_read() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(LEFT, 100, "Seen words")
        sheet.canvas.acroForm.textfield(
            name="h", x=160, y=700, width=100, height=18, value="unseen", annotationFlags="hidden"
        )

    assert "unseen" not in read_drawn(draw).text


def test_drawn_boxes_are_ticks_by_what_is_drawn_in_them() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(LEFT, 100, "Interpreter needed?")
        sheet.box(200, 91, 210, 101)
        sheet.text(214, 100, "Yes")
        sheet.box(250, 91, 260, 101)
        sheet.line(251, 92, 259, 100)
        sheet.line(251, 100, 259, 92)
        sheet.text(264, 100, "No")
        sheet.text(LEFT, 130, "Consent given?")
        sheet.box(200, 121, 210, 131)
        sheet.text(201.8, 130, "X")
        sheet.text(214, 130, "Yes")

    assert rows(read_drawn(draw)) == [["Interpreter needed?", "☐ Yes ☒ No"], ["Consent given?", "☒ Yes"]]


def test_squares_that_are_no_boxes_beside_words_are_not_read() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.box(500, 30, 512, 42)
        sheet.text(LEFT, 100, "Words far away from a small square.")

    assert said(read_drawn(draw)) == ["Words far away from a small square."]


def test_remarks_are_comments_apart_from_the_text() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(LEFT, 100, "The plan's own words.")
        sheet.canvas.textAnnotation("Chase the school for this", Rect=(300, 700, 320, 720))

    document = read_drawn(draw)
    assert said(document) == ["The plan's own words."]
    assert said(document, BlockKind.COMMENT) == ["Chase the school for this"]
