"""A form filled by a system through the file's data store reads as Word shows it on opening."""

import pytest
from making_docx import docx, p, r, sdt, texts

from pepinsight.documents import Document, read_bytes

PROMPT = "<w:showingPlcHdr/>"
ID = "{0A1B2C3D-0000-4000-8000-000000000001}"


def bound(path: str, content: str, more: str = "", store: str = ID) -> str:
    prefixes = "xmlns:ns0='urn:plan'"
    binding = f'<w:dataBinding w:prefixMappings="{prefixes}" w:xpath="{path}" w:storeItemID="{store}"/>'
    return p(r("School: ") + sdt(r(content, '<w:rStyle w:val="PlaceholderText"/>'), binding + more))


def opened_with_store(
    body: str, data: str = "<plan xmlns='urn:plan'><school>Hollin Bank</school><rag>2</rag></plan>"
) -> Document:
    links = (
        '<R><Relationship Id="s" Type="x/styles" Target="styles.xml"/>'
        '<Relationship Id="d" Type="x/customXml" Target="../customXml/item1.xml"/></R>'
    )
    extra = {
        "word/_rels/document.xml.rels": links,
        "customXml/item1.xml": data,
        "customXml/_rels/item1.xml.rels": '<R><Relationship Type="x/customXmlProps" Target="itemProps1.xml"/></R>',
        "customXml/itemProps1.xml": f'<ds:datastoreItem xmlns:ds="urn:ds" ds:itemID="{ID.lower()}"/>',
    }
    return read_bytes(docx(body, extra={name: text.encode() for name, text in extra.items()}), "plan.docx")


def test_the_stores_answer_stands_in_the_control() -> None:
    document = opened_with_store(bound("/ns0:plan[1]/ns0:school[1]", "Click to enter text.", PROMPT + "<w:text/>"))
    assert texts(document) == ["School: Hollin Bank"]
    assert not document.blocks[0].placeholder


def test_a_choice_shows_its_words_and_not_its_value() -> None:
    choices = '<w:dropDownList><w:listItem w:value="2" w:displayText="Amber"/></w:dropDownList>'
    assert texts(opened_with_store(bound("/ns0:plan/ns0:rag", "Choose", PROMPT + choices))) == ["School: Amber"]


@pytest.mark.parametrize(
    ("path", "more", "store"),
    [
        ("/ns0:plan/ns0:missing", "<w:text/>", ID),
        ("/other:plan/other:school", "<w:text/>", ID),
        ("count(//*)", "<w:text/>", ID),
        ("/ns0:plan/ns0:school", "<w:text/>", "{unknown}"),
        ("/ns0:plan/ns0:school", "<w:date/>", ID),
    ],
)
def test_without_such_data_the_control_keeps_its_content(path: str, more: str, store: str) -> None:
    document = opened_with_store(bound(path, "Click to enter text.", PROMPT + more, store))
    assert texts(document) == ["School:", "Click to enter text."]
    assert document.blocks[1].placeholder


def test_formatted_text_in_a_store_is_left_to_the_control() -> None:
    data = "<plan xmlns='urn:plan'><school>&lt;pkg:package/&gt;</school></plan>"
    document = opened_with_store(bound("/ns0:plan/ns0:school", "Typed", "<w:text/>"), data)
    assert document.text.split() == ["School:", "Typed"]


def test_an_empty_control_takes_the_stores_answer() -> None:
    binding = (
        f'<w:dataBinding w:prefixMappings="xmlns:a=\'urn:plan\'" w:xpath="/a:plan/a:school" w:storeItemID="{ID}"/>'
    )
    assert texts(opened_with_store(p(sdt("", binding)) + sdt(p(), binding))) == ["Hollin Bank", "Hollin Bank"]
