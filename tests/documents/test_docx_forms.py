"""A fillable Word form: what was filled in is told from the form's own prompts, and ticks are ticks."""

import pytest
from making_docx import opened, p, r, sdt, tbl, tc, texts, tr

PROMPT = "<w:showingPlcHdr/>"


def test_an_answer_in_a_control_is_read_in_its_place() -> None:
    document = opened(p(r("School: ") + sdt(r("Hollin Bank"), "<w:text/>") + r(" (full time)")))
    assert texts(document) == ["School: Hollin Bank (full time)"]
    assert not document.blocks[0].placeholder


@pytest.mark.parametrize(
    "body",
    [
        p(sdt(r("Click to enter text."), PROMPT)),
        sdt(p("Click to enter text."), PROMPT),
        sdt(sdt(p("Click to enter text.")), PROMPT),
        tbl(tr(sdt(tc("Click to enter text."), PROMPT))),
        sdt(tbl(tr(tc("Click to enter text."))), PROMPT),
        p(r("Click to enter text.", '<w:rStyle w:val="PlaceholderText"/>')),
    ],
)
def test_a_prompt_is_marked_wherever_its_control_stands(body: str) -> None:
    document = opened(body)
    assert texts(document) == ["Click to enter text."]
    assert document.blocks[0].placeholder


def test_a_control_that_no_longer_shows_its_prompt_is_an_answer() -> None:
    assert not opened(p(sdt(r("12/01/2026"), '<w:date/><w:showingPlcHdr w:val="0"/>'))).blocks[0].placeholder


def test_a_prompt_is_parted_from_the_label_before_it() -> None:
    document = opened(p(r("Child’s views: ") + sdt(r("Click here."), PROMPT)))
    assert texts(document) == ["Child’s views:", "Click here."]
    assert [block.placeholder for block in document.blocks] == [False, True]


def test_a_prompt_and_an_answer_on_two_lines_are_parted() -> None:
    document = opened(p(r("Yes") + "<w:r><w:br/></w:r>" + sdt(r("Click here."), PROMPT)))
    assert [(document.text_of(block), block.placeholder) for block in document.blocks] == [
        ("Yes", False),
        ("Click here.", True),
    ]


def test_a_drop_down_shows_what_was_chosen() -> None:
    choices = '<w:dropDownList><w:listItem w:value="1" w:displayText="Red"/></w:dropDownList>'
    assert texts(opened(p(sdt(r("Green"), choices)))) == ["Green"]


STATES = '<w14:checkedState w14:val="2612"/><w14:uncheckedState w14:val="2610"/>'
WINGDINGS = (
    '<w14:checkedState w14:val="00FE" w14:font="Wingdings"/><w14:uncheckedState w14:val="00A8" w14:font="Wingdings"/>'
)


@pytest.mark.parametrize(
    ("state", "mark", "expected"),
    [
        (f'<w14:checked w14:val="1"/>{STATES}', r("☒"), "☒"),
        (f'<w14:checked w14:val="0"/>{STATES}', r("☐"), "☐"),
        (f'<w14:checked w14:val="1"/>{WINGDINGS}', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☒"),
        (f'<w14:checked w14:val="0"/>{WINGDINGS}', '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "☐"),
        (f'<w14:checked w14:val="0"/>{STATES}', r("☒"), "☒"),  # what is seen decides
        ('<w14:checked w14:val="1"/>', r("✔"), "☒"),
        ('<w14:checked w14:val="0"/>', r("o"), "☐"),
        ("", r("o"), "☐"),
        (
            '<w14:checked w14:val="0"/><w14:checkedState w14:val="25A0"/><w14:uncheckedState w14:val="25A0"/>',
            r("■"),
            "☐",
        ),
    ],
)
def test_a_tick_box_reads_as_ticked_or_not(state: str, mark: str, expected: str) -> None:
    assert texts(opened(p(sdt(mark, f"<w14:checkbox>{state}</w14:checkbox>") + r(" Yes")))) == [f"{expected} Yes"]


def test_a_tick_box_may_be_a_whole_cell() -> None:
    box = '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'
    assert texts(opened(tbl(tr(tc("Present"), sdt(tc("X"), box))))) == ["Present", "☒"]


def test_a_tick_box_with_words_beside_it_keeps_them() -> None:
    box = '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'
    assert texts(opened(p(sdt(r("☒ ") + r("Yes, attended"), box)))) == ["☒ Yes, attended"]


def legacy(data: str, result: str = "") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
        "<w:r><w:instrText> FORM </w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "☒"),
        ("<w:checkBox><w:default w:val='0'/></w:checkBox>", "☐"),
        ("<w:checkBox><w:default w:val='1'/></w:checkBox>", "☒"),
        ("<w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>", "☐"),
        ("<w:ddList><w:result w:val='1'/><w:listEntry w:val='Red'/><w:listEntry w:val='Amber'/></w:ddList>", "Amber"),
        ("<w:ddList><w:listEntry w:val='Red'/><w:listEntry w:val='Amber'/></w:ddList>", "Red"),
    ],
)
def test_old_form_fields_show_their_value(data: str, expected: str) -> None:
    assert texts(opened(p(legacy(data) + r(" SDQ")))) == [f"{expected} SDQ"]


def test_an_old_text_field_shows_what_was_typed() -> None:
    assert texts(opened(p(legacy("<w:textInput/>", "Ms Okafor")))) == ["Ms Okafor"]
    assert texts(opened(p("Head:") + p(legacy("<w:textInput/>", "\u2002\u2002\u2002")))) == ["Head:"]
