"""What stands out in a Word file is told by its look where it has no styles for it."""

from making_docx import docx, opened, p, r

from pepinsight.documents import BlockKind, Document, read_bytes

_LARGE = '<w:b/><w:sz w:val="28"/>'
_COLOURED = '<w:b/><w:color w:val="7A3B2E"/>'
_BODY = p(r("She reads to her sister every evening and likes it when the story is about horses."))


def kinds(document: Document) -> list[tuple[str, BlockKind, int]]:
    short = [block for block in document.blocks if len(document.text_of(block).split()) < 8]
    return [(document.text_of(block), block.kind, block.level) for block in short]


def test_larger_lines_are_headings_above_coloured_ones_and_bold_ones_are_none() -> None:
    document = opened(
        p(r("My plan", _LARGE)) + _BODY + p(r("Reading", _COLOURED)) + _BODY + p(r("Who helps", "<w:b/>")) + _BODY
    )
    assert kinds(document) == [
        ("My plan", BlockKind.HEADING, 1),
        ("Reading", BlockKind.HEADING, 2),
        ("Who helps", BlockKind.PARAGRAPH, 0),
    ]


def test_in_a_file_with_heading_styles_larger_lines_are_none() -> None:
    styled = "".join(p(r(name), "berschrift1") + _BODY for name in ("One", "Two", "Three"))
    document = opened(styled + p(r("Remember to sign", _LARGE)))
    assert kinds(document)[-1] == ("Remember to sign", BlockKind.PARAGRAPH, 0)


def test_a_bold_label_is_told_from_the_answer_behind_it() -> None:
    document = opened(p(r("Lives with ", "<w:b/>") + r("foster carers, ") + r("since", "<w:b/>") + r(" May")))
    (block,) = document.blocks
    assert [document.text[start:end] for start, end in block.bold_parts] == ["Lives with", "since"]
    assert not block.bold


def test_where_all_is_bold_no_part_is() -> None:
    (block,) = opened(p(r("All ", "<w:b/>") + r("bold", "<w:b/>"))).blocks
    assert block.bold and block.bold_parts == ()


def test_a_line_underlined_from_end_to_end_stands_out_like_a_bold_one_and_an_underlined_answer_does_not() -> None:
    underlined = '<w:u w:val="single"/>'
    document = opened(
        p(r("Coming to school", underlined))
        + p(r("Name: ") + r("Ola Reed", underlined))
        + p(r("She comes by bus.", '<w:u w:val="none"/>'))
    )
    assert [(block.bold, block.bold_parts) for block in document.blocks] == [(True, ()), (False, ()), (False, ())]


def test_files_read_in_turn_keep_their_own_styles() -> None:
    def level_where(name: str) -> int:
        styles = f'<w:style w:type="paragraph" w:styleId="Part"><w:name w:val="{name}"/></w:style>'
        return read_bytes(docx(p(r("What I like"), "Part"), styles=styles), "plan.docx").blocks[0].level

    names = ["heading 1", "Body Text", *(f"heading {level}" for level in range(2, 8))]
    levels = [1, 0, *range(2, 8)]
    assert [level_where(name) for name in names * 2] == levels * 2
    assert [level_where(name) for name in reversed(names)] == levels[::-1]
