"""A paragraph of a Word file reads as a person sees it on screen."""

import io
import zipfile

import pytest
from making_docx import docx, opened, p, r, texts, zipped

from pepinsight.documents import BlockKind, read_bytes


def shown(inner: str) -> list[str]:
    return texts(opened(p(inner)))


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("<w:r><w:t>Maths</w:t><w:tab/><w:t>Grade 5</w:t></w:r>", "Maths\tGrade 5"),
        ("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:cr/><w:t>three</w:t></w:r>", "one\ntwo\nthree"),
        ("<w:r><w:t>part</w:t><w:noBreakHyphen/><w:t>time</w:t></w:r>", "part-time"),
        ("<w:r><w:t>atten</w:t><w:softHyphen/><w:t>dance</w:t></w:r>", "attendance"),
        ("<w:r><w:t>atten\u00addance\u200b \u202ahere\u202c</w:t></w:r>", "attendance here"),
        ("<w:r><w:t>a\nb</w:t></w:r>", "a b"),
        ("<w:r><w:t>Don’t “change” — this…\u00a0ok É</w:t></w:r>", "Don’t “change” — this…\u00a0ok É"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> met</w:t></w:r>', "✓ met"),
        ('<w:r><w:sym w:font="Wingdings" w:char="zz"/><w:t>met</w:t></w:r>', "met"),
        ('<w:r><w:sym w:font="Arial" w:char="D83D"/><w:t>met</w:t></w:r>', "met"),
        ('<w:r><w:rPr><w:rFonts w:hAnsi="Wingdings"/></w:rPr><w:t>\u00fe</w:t></w:r>', "☑"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\u00fc</w:t></w:r>', "✓"),
        ('<w:hyperlink r:id="x"><w:r><w:t>virtual school</w:t></w:r></w:hyperlink>', "virtual school"),
        ("<w:smartTag><w:r><w:t>Leeds</w:t></w:r></w:smartTag>", "Leeds"),
        ("<w:customXml><w:smartTag><w:r><w:t>Leeds</w:t></w:r></w:smartTag></w:customXml>", "Leeds"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>ji</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>Zi</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "Zi ji",
        ),
        (
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
            "1/2",
        ),
        (r("seen ") + r("unseen", "<w:vanish/>") + r("here"), "seen here"),
        (r("seen ") + r("unseen", '<w:rStyle w:val="Unseen"/>') + r("here"), "seen here"),
        (r("here", '<w:rStyle w:val="Unseen"/><w:vanish w:val="0"/>'), "here"),
    ],
)
def test_what_is_seen_is_read(run: str, expected: str) -> None:
    assert shown(run) == [expected]


def test_tracked_changes_read_as_accepted() -> None:
    kept = f"<w:ins>{r('kept ')}</w:ins><w:moveTo>{r('arrived ')}</w:moveTo>"
    gone = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>" + f"<w:moveFrom>{r('left')}</w:moveFrom>"
    assert shown(kept + gone + r("end")) == ["kept arrived end"]


def test_an_insertion_that_was_deleted_again_is_gone() -> None:
    assert shown(r("stays") + f"<w:ins><w:del>{r('gone')}</w:del></w:ins>") == ["stays"]


def test_paragraphs_join_where_the_mark_between_them_was_deleted() -> None:
    first = p("Jordan said ", properties="<w:rPr><w:del/></w:rPr>")
    assert texts(opened(first + p("he likes art.") + p("Next."))) == ["Jordan said he likes art.", "Next."]
    assert texts(opened(p("Before.") + first)) == ["Before.", "Jordan said"]


def field(code: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_field_shows_its_result_and_not_its_code() -> None:
    assert shown(r("On ") + field('DATE \\@ "d MMMM"', "3 May") + r(".")) == ["On 3 May."]
    assert shown(f'<w:fldSimple w:instr="AUTHOR">{r("A. Reader")}</w:fldSimple>') == ["A. Reader"]


def test_a_field_within_a_fields_code_stays_hidden() -> None:
    inner = field("REF a", "condition")
    code = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>' + inner
    rest = (
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("answer") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert shown(code + rest) == ["answer"]


def test_a_field_may_run_over_paragraphs() -> None:
    body = (
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>')
        + p('<w:r><w:instrText> \\h</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("Views"))
        + p(r("Targets") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    )
    assert texts(opened(body)) == ["Views", "Targets"]


def test_a_field_that_never_ends_swallows_nothing() -> None:
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    assert texts(opened(p(broken + r("one")) + p("two"))) == ["one", "two"]


def test_a_click_here_field_is_a_prompt() -> None:
    button = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>MACROBUTTON NoMacro </w:instrText></w:r>'
        '<w:r><w:instrText>[Click and type]</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = opened(p(button))
    assert texts(document) == ["[Click and type]"]
    assert document.blocks[0].placeholder


@pytest.mark.parametrize(
    ("style", "properties", "kind", "level"),
    [
        ("berschrift1", "", BlockKind.HEADING, 1),
        ("Banner", "", BlockKind.HEADING, 1),
        ("Outlined", "", BlockKind.HEADING, 3),
        ("Titel", "", BlockKind.HEADING, 1),
        ("Heading4", "", BlockKind.HEADING, 4),
        ("", '<w:outlineLvl w:val="1"/>', BlockKind.HEADING, 2),
        ("NoOutline", "", BlockKind.PARAGRAPH, 0),
        ("berschrift1", '<w:outlineLvl w:val="9"/>', BlockKind.PARAGRAPH, 0),
        ("CircleA", "", BlockKind.PARAGRAPH, 0),
        ("Unknown", "", BlockKind.PARAGRAPH, 0),
        ("Bullets", "", BlockKind.LIST_ITEM, 0),
        ("", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>', BlockKind.LIST_ITEM, 0),
        ("Bullets", '<w:numPr><w:numId w:val="0"/></w:numPr>', BlockKind.PARAGRAPH, 0),
        ("berschrift1", '<w:numPr><w:numId w:val="2"/></w:numPr>', BlockKind.HEADING, 1),
    ],
)
def test_styles_tell_headings_and_lists(style: str, properties: str, kind: BlockKind, level: int) -> None:
    block = opened(p("Child’s views", style, properties)).blocks[0]
    assert (block.kind, block.level) == (kind, level)


@pytest.mark.parametrize(
    ("inner", "style", "bold"),
    [
        (r("Views", "<w:b/>"), "", True),
        (r("Views", '<w:b w:val="true"/>'), "", True),
        (r("Views", '<w:b w:val="0"/>'), "", False),
        (r("Views", "<w:b/>") + r(": art"), "", False),
        (r("Views", "<w:b/>") + r("  ") + r("again", "<w:b/>"), "", True),
        (r("Views", '<w:rStyle w:val="Strong"/>'), "", True),
        (r("Views"), "berschrift1", True),
        ("<w:r><w:t>Views</w:t></w:r>", "Banner", True),
        (r("Views", '<w:b w:val="0"/>'), "berschrift1", False),
        (r("Views", '<w:rStyle w:val="Strong"/>'), "berschrift1", False),
    ],
)
def test_bold_is_what_run_and_styles_make_of_it(inner: str, style: str, bold: bool) -> None:
    assert opened(p(inner, style)).blocks[0].bold is bold


def test_a_bold_line_is_parted_from_the_plain_lines_below_it() -> None:
    document = opened(p(r("Attendance", "<w:b/>") + "<w:r><w:br/></w:r>" + r("94%") + "<w:r><w:br/></w:r>" + r("Good")))
    assert texts(document) == ["Attendance", "94%\nGood"]
    assert [block.bold for block in document.blocks] == [True, False]


def test_a_label_stays_with_its_value() -> None:
    assert shown(r("School: ", "<w:b/>") + r("Hollin Bank")) == ["School: Hollin Bank"]


def test_blank_paragraphs_give_no_block() -> None:
    assert texts(opened(p("one") + "<w:p/>" + p(" \u00a0 ") + p("two"))) == ["one", "two"]


def test_a_line_of_a_hidden_style_is_not_read_but_for_what_is_shown_in_it() -> None:
    line = p("<w:r><w:t>unseen</w:t></w:r>" + r("unseen", "<w:i/>") + r("seen", '<w:vanish w:val="0"/>'), "UnseenLine")
    assert texts(opened(line)) == ["seen"]


def test_a_form_field_in_the_code_of_another_stays_hidden() -> None:
    tick = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox/></w:ffData></w:fldChar></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    begin, end = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    assert shown(begin + tick + end + r("after")) == ["after"]


def test_word_s_strict_variant_reads_the_same() -> None:
    data = docx(p("Views", "berschrift1") + p("I like art."))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = read_bytes(zipped({name: part.replace(usual, strict) for name, part in parts.items()}), "plan.docx")
    assert texts(document) == ["Views", "I like art."]
    assert document.blocks[0].kind is BlockKind.HEADING
