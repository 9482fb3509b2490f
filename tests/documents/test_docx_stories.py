"""What stands outside the main text of a Word file is read too, once, and told apart."""

from making_docx import docx, opened, p, r, tbl, tc, texts, tr

from pepinsight.documents import BlockKind, read_bytes

BOX_XML = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><wp:positionH><wp:posOffset>12"
    "</wp:posOffset></wp:positionH><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent>"
    "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    "<v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    document = opened(p(BOX_XML.format(p("in the box") + p("second line")) + r("beside")) + p("next"))
    assert texts(document) == ["beside", "in the box", "second line", "next"]


def test_an_old_text_box_without_alternatives_is_read() -> None:
    box = f"<w:txbxContent>{p('in the box')}</w:txbxContent>"
    assert texts(opened(p(f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"))) == [
        "in the box"
    ]


def test_a_text_box_may_hold_a_table_and_stand_in_a_cell() -> None:
    document = opened(tbl(tr(tc(p(BOX_XML.format(tbl(tr(tc("a"), tc("b"))))) + p("c")), tc("d"))))
    assert texts(document) == ["a", "b", "c", "d"]
    assert [block.place.table for block in document.blocks] == [1, 1, 0, 0]


def test_a_fallback_is_read_where_the_choice_holds_no_words() -> None:
    branches = "<mc:Choice Requires='x'/><mc:Fallback><w:t>shown</w:t></mc:Fallback>"
    assert texts(opened(p(f"<w:r><mc:AlternateContent>{branches}</mc:AlternateContent></w:r>"))) == ["shown"]


def section(*references: str, first: bool = False) -> str:
    return f"<w:sectPr>{''.join(references)}{'<w:titlePg/>' if first else ''}</w:sectPr>"


def head(name: str, kind: str = "default") -> str:
    return f'<w:headerReference w:type="{kind}" r:id="rId-{name}"/>'


def test_each_distinct_header_and_footer_is_read_once() -> None:
    document = opened(
        p("one", properties=section(head("header1.xml"), head("header2.xml", "first"), first=True))
        + p("two", properties=section(head("header3.xml"), head("header4.xml", "even")))
        + section('<w:footerReference w:type="default" r:id="rId-footer1.xml"/>'),
        parts={
            "header1.xml": "hdr:" + p("Confidential"),
            "header2.xml": "hdr:" + p("Front page"),
            "header3.xml": "hdr:" + p("Confidential"),
            "header4.xml": "hdr:" + p("never shown"),
            "footer1.xml": "ftr:" + p("Page 1"),
        },
        relations={f"header{n}.xml": "header" for n in (1, 2, 3, 4)} | {"footer1.xml": "footer"},
    )
    assert texts(document, BlockKind.HEADER) == ["Confidential", "Front page"]
    assert texts(document, BlockKind.FOOTER) == ["Page 1"]
    assert texts(document, BlockKind.PARAGRAPH) == ["one", "two"]


def test_a_first_page_header_that_is_switched_off_is_not_read() -> None:
    document = opened(
        p("text") + section(head("header1.xml", "first")),
        parts={"header1.xml": "hdr:" + p("never shown")},
        relations={"header1.xml": "header"},
    )
    assert texts(document) == ["text"]


def test_even_pages_have_their_header_where_the_file_says_so() -> None:
    document = opened(
        p("text") + section(head("header1.xml", "even")),
        parts={"header1.xml": "hdr:" + p("Even"), "settings.xml": "settings:<w:evenAndOddHeaders/>"},
        relations={"header1.xml": "header", "settings.xml": "settings"},
    )
    assert texts(document) == ["Even", "text"]


def test_a_text_box_is_read_though_a_fields_code_is_open_where_it_hangs() -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    body = p(BOX_XML.format(p("in the box")) + field) + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("after"))
    assert texts(opened(body)) == ["in the box", "after"]


def test_tables_in_the_body_are_counted_before_those_in_headers() -> None:
    document = opened(
        tbl(tr(tc("body"))) + section(head("header1.xml")),
        parts={"header1.xml": "hdr:" + tbl(tr(tc("logo")))},
        relations={"header1.xml": "header"},
    )
    assert [(document.text_of(block), block.place.table) for block in document.blocks] == [("logo", 1), ("body", 0)]


def test_notes_and_comments_are_kept_apart() -> None:
    document = opened(
        p(r("Attendance 94%") + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>'),
        parts={
            "footnotes.xml": "footnotes:"
            + f'<w:footnote w:id="0" w:type="separator">{p("---")}</w:footnote>'
            + f'<w:footnote w:id="2">{p("Since September.")}</w:footnote>'
            + f'<w:footnote w:id="3">{p("never shown")}</w:footnote>',
            "endnotes.xml": f'endnotes:<w:endnote w:id="1">{p("See letter.")}</w:endnote>',
            "comments.xml": f'comments:<w:comment w:id="0">{p("Is this right?")}</w:comment>',
        },
        relations={"footnotes.xml": "footnotes", "endnotes.xml": "endnotes", "comments.xml": "comments"},
    )
    assert texts(document, BlockKind.FOOTNOTE) == ["Since September.", "See letter."]
    assert texts(document, BlockKind.COMMENT) == ["Is this right?"]
    assert texts(document, BlockKind.PARAGRAPH) == ["Attendance 94%"]


def test_a_missing_header_is_said() -> None:
    document = opened(p("text") + section(head("header1.xml")), relations={"header1.xml": "header"})
    assert texts(document) == ["text"]
    assert "header" in document.gaps[0]


def test_the_files_title_and_fingerprint_are_kept() -> None:
    core = (
        b'<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        b"<dc:title> Autumn plan </dc:title></cp:coreProperties>"
    )
    links = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="a" Type="x/officeDocument" Target="/word/document.xml"/>'
        b'<Relationship Id="b" Type="x/core-properties" Target="docProps/core.xml"/></Relationships>'
    )
    data = docx(p("text"), extra={"docProps/core.xml": core, "_rels/.rels": links})
    document = read_bytes(data, "/home/x/plan.docx")
    assert document.title == "Autumn plan"
    assert document.name == "plan.docx"
    assert document.format == "docx"
    assert len(document.sha256) == 64
    assert document.pages is None
