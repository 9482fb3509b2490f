"""PEPs come as OpenDocument, rich text, web pages, e-mails, plain text and old Word files too, under any extension."""

import email.message
import random
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making_docx import docx, p, zipped
from making_ole import ole_file

from pepinsight.documents import BlockKind, Document, Unreadable, read_bytes
from pepinsight.documents.word import legacy_word

GOLD = Path(__file__).parents[2] / "corpora" / "gold"
ODT = "application/vnd.oasis.opendocument.text"
SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing")),
        *(("form", "form"), ("fo", "xsl-fo-compatible")),
    )
)


def odt(body: str, styles: str = "", extra: dict[str, bytes] | None = None) -> bytes:
    """An OpenDocument text."""
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": ODT.encode(), "content.xml": content.encode(), **(extra or {})})


def texts(document: Document) -> list[str]:
    assert all(document.text[block.start : block.end] == document.text_of(block) for block in document.blocks)
    return [document.text_of(block) for block in document.blocks]


def places(document: Document) -> list[tuple[str, int | None, int | None, int, int]]:
    return [
        (document.text_of(b), b.place.row, b.place.column, b.row_span, b.column_span)
        for b in document.blocks
        if b.kind is BlockKind.CELL
    ]


def test_an_opendocument_text_is_read_with_its_headings_tables_and_ticks() -> None:
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>".format
    control = '<draw:control draw:control="c1"/>'
    forms = (
        '<office:forms><form:form><form:checkbox form:id="c1" form:current-state="checked"/></form:form></office:forms>'
    )
    data = odt(
        forms
        + '<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p text:style-name="Title">A PEP'
        "</text:p>"
        '<text:h text:outline-level="2">Views</text:h><text:p>I <text:span text:style-name="B">like</text:span>'
        "<text:s/>maths.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>said at tea"
        "</text:p></text:note-body></text:note></text:p><text:list><text:list-item><text:p>one</text:p></text:list-item>"
        "</text:list>"
        "<table:table><table:table-header-rows><table:table-row>"
        + cell(' table:number-columns-spanned="2"', "Targets")
        + "<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>"
        + cell(' table:number-rows-spanned="2"', "Maths")
        + cell("", "4")
        + "</table:table-row><table:table-row><table:covered-table-cell/>"
        + cell("", "5")
        + f"</table:table-row></table:table><text:p>{control} met</text:p><text:p text:style-name='H'>unseen</text:p>",
        '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>',
    )
    document = read_bytes(data, "plan.doc")
    assert document.format == "odt"
    assert texts(document) == [
        *("A PEP", "Views", "I like maths.", "one", "Targets", "Maths", "4", "5", "☒ met", "said at tea"),
    ]
    assert places(document) == [
        *(("Targets", 0, 0, 1, 2), ("Maths", 1, 0, 2, 1), ("4", 1, 1, 1, 1), ("5", 2, 1, 1, 1)),
    ]
    kinds = [block.kind for block in document.blocks]
    assert kinds[:4] == [BlockKind.HEADING, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM]
    assert kinds[-1] is BlockKind.FOOTNOTE


def test_an_opendocument_text_behind_a_password_says_so() -> None:
    manifest = {"META-INF/manifest.xml": b"<m><encryption-data/></m>"}
    with pytest.raises(Unreadable, match="protected by a password"):
        read_bytes(odt("<text:p>x</text:p>", extra=manifest), "plan.odt")


RICH = rb"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial;}}
{\stylesheet{\s0 Normal;}{\s3\b heading 2;}}{\info{\title unseen}}{\header\pard Footpath School\par}
\pard\plain\s3\b Views\par\pard\plain I like {\b maths} \'93a lot\'94 \u8211?ok {\v unseen}{\deleted gone}
{\f1\'e4\'e0}.\par
{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres25\ffdefres1}}}{\fldrslt}} met{\*\unknown unseen}\par
\trowd\cellx2000\cellx4000\cellx6000\pard\intbl Subject\cell Now\cell Target\cell\row
\trowd\clvmgf\cellx2000\cellx6000\pard\intbl Maths\cell 4\par\pard\intbl rising\cell\row
\trowd\clvmrg\cellx2000\cellx4000\cellx6000\pard\intbl\cell 5\cell {\b 6}\cell\row
\pard after{\footnote\pard said at tea}\par}"""


def test_rich_text_is_read_with_its_headings_tables_and_ticks() -> None:
    document = read_bytes(RICH, "plan.doc")
    assert document.format == "rtf"
    assert texts(document) == [
        *("Footpath School", "Views", "I like maths “a lot” –ok да.", "☒ met", "Subject", "Now", "Target"),
        *("Maths", "4", "rising", "5", "6", "after", "said at tea"),
    ]
    assert document.blocks[1].kind is BlockKind.HEADING
    assert places(document) == [
        *(("Subject", 0, 0, 1, 1), ("Now", 0, 1, 1, 1), ("Target", 0, 2, 1, 1), ("Maths", 1, 0, 2, 1)),
        *(("4", 1, 1, 1, 2), ("rising", 1, 1, 1, 2), ("5", 2, 1, 1, 1), ("6", 2, 2, 1, 1)),
    ]


def test_a_table_within_a_table_of_rich_text_keeps_its_place() -> None:
    data = rb"""{\rtf1\trowd\cellx4000\cellx8000\pard\intbl left\cell
    \pard\intbl\itap2 in\nestcell deep\nestcell{\*\nesttableprops\trowd\cellx1000\cellx2000\nestrow}
    \pard\intbl right\cell\row\pard after\par}"""
    document = read_bytes(data, "plan.rtf")
    assert [text.strip() for text in texts(document)] == ["left", "in", "deep", "right", "after"]
    inner = document.blocks[2]
    assert (inner.place.table, inner.parent_table, inner.place.column) == (1, 0, 1)


@given(st.binary(max_size=300))
def test_any_bytes_of_rich_text_are_read_or_refused_in_one_sentence(junk: bytes) -> None:
    try:
        document = read_bytes(b"{\\rtf1 words " + junk, "plan.rtf")
    except Unreadable as error:
        assert str(error).startswith("plan.rtf")
    else:
        texts(document)


def test_a_web_page_that_a_portal_calls_a_word_file_is_read() -> None:
    page = (
        "<html><head><title>x</title></head><body><h2>Views</h2><table><tr><th>I like</th><td>maths</td></tr></table>"
    )
    document = read_bytes(page.encode("utf-16"), "plan.doc")
    assert (document.format, texts(document)) == ("html", ["Views", "I like", "maths"])


def test_plain_text_is_read_line_by_line_in_any_usual_encoding() -> None:
    for encoding in ("utf-8", "utf-16", "cp1252"):
        document = read_bytes("Views\nI like maths – a lot".encode(encoding), "plan.txt")
        assert (document.format, texts(document)) == ("txt", ["Views", "I like maths – a lot"])


def mail(*attached: tuple[str, bytes], words: str = "Please find the plan.") -> bytes:
    message = email.message.EmailMessage()
    message["From"], message["Subject"] = "school@example.invalid", "PEP"
    message.set_content(words)
    for name, content in attached:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def test_the_one_plan_that_an_email_carries_is_read_and_the_rest_is_told() -> None:
    document = read_bytes(mail(("logo.png", b"\x89PNG\r\n\x1a\n"), ("plan.docx", docx(p("Views")))), "sent.eml")
    assert (document.name, texts(document)) == ("sent.eml", ["Views"])
    assert "plan.docx was read" in document.gaps[0]


def test_an_email_with_several_plans_asks_for_one() -> None:
    two = mail(("one.docx", docx(p("Views"))), ("two.docx", docx(p("Views"))))
    with pytest.raises(Unreadable, match=r"several files \(one\.docx, two\.docx\)"):
        read_bytes(two, "sent.eml")


def test_an_email_without_a_plan_is_read_itself() -> None:
    assert texts(read_bytes(mail(words="Nothing to add."), "sent.eml")) == ["Nothing to add."]


def test_an_outlook_message_is_read_like_any_email() -> None:
    words = "Please find it.".ljust(3000).encode("utf-16-le")
    name = "plan.docx".ljust(3000, "\0").encode("utf-16-le")
    plan = docx(p("Views"), extra={"word/media/logo.png": random.Random(1).randbytes(5000)})
    folder = "__attach_version1.0_#00000000"
    alone = {"__properties_version1.0": b"x", "__substg1.0_1000001F": words}
    carrying = alone | {f"{folder}/__substg1.0_37010102": plan, f"{folder}/__substg1.0_3707001F": name}
    assert texts(read_bytes(ole_file(alone), "sent.msg")) == ["Please find it."]
    document = read_bytes(ole_file(carrying), "sent.msg")
    assert texts(document) == ["Views"]
    assert "plan.docx was read" in document.gaps[0]


def test_a_macro_file_and_a_template_are_read_as_word_files() -> None:
    kinds = ("ms-word.document.macroEnabled.main", "openxmlformats-officedocument.wordprocessingml.template.main")
    plain = "openxmlformats-officedocument.wordprocessingml.document.main"
    for kind in kinds:
        data = docx(p("Views"))
        assert texts(read_bytes(data.replace(plain.encode(), kind.encode()), "plan.docm")) == ["Views"]


def test_an_old_word_file_is_refused_in_one_sentence_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy_word, "_PROGRAMS", ())
    with pytest.raises(Unreadable, match=r"old \.doc kind, which is read only where LibreOffice is installed"):
        read_bytes(ole_file({"WordDocument": b"x" * 6000}), "plan.doc")


@pytest.mark.skipif(not legacy_word.can_convert(), reason="runs where LibreOffice is installed, as in .ci/run")
def test_an_old_word_file_is_read_through_libreoffice(tmp_path: Path) -> None:
    new = tmp_path / "plan.docx"
    new.write_bytes((GOLD / "a1-02.docx").read_bytes())
    office = shutil.which("soffice") or "libreoffice"
    settings = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, "--headless", settings, "--convert-to", "doc", "--outdir", str(tmp_path), str(new)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    data = (tmp_path / "plan.doc").read_bytes()
    document = read_bytes(data, "plan.doc")
    assert (document.format, texts(document)) == ("doc", texts(read_bytes(new.read_bytes(), new.name)))
    with pytest.raises(Unreadable, match="old Word file that LibreOffice could not read"):
        read_bytes(ole_file({"WordDocument": b"x" * 6000}), "broken.doc")
