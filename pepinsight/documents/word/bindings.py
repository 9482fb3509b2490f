"""Content controls bound to data in the file: on opening, Word fills them from that data, and so do we.

Systems that print forms often write only the data and leave the control's old content, or its prompt, in the text.
"""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from pepinsight.documents.word.names import VAL, W, is_on
from pepinsight.documents.word.package import Package

_CORE_PROPERTIES = "{6c3c8bc8-f283-45ae-878a-bab7291924a1}"
"""The store that stands for the file's title, subject and so on."""
_MAX_BINDINGS = 2000
_STEP = r"/(?:[\w.-]+:)?[\w.-]+(?:\[\d{1,4}\])?"
_PATH = re.compile(rf"(?:{_STEP}){{1,50}}(?:/@(?:[\w.-]+:)?[\w.-]+|/text\(\))?")
"""Word writes plain paths; anything cleverer is not evaluated, for the file may mean harm."""
_PREFIX = re.compile(r"""xmlns:([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def fill_bound_controls(root: etree._Element, package: Package) -> None:
    """Put the data of the file's stores into the controls of ``root`` bound to them, in place.

    Only controls of plain text or choice: a date's or tick box's content is laid out by Word as it saves. Where the
    store has nothing, the control's content stands.
    """
    bound = list(islice(root.iter(W + "dataBinding"), _MAX_BINDINGS))
    stores = _stores(package) if bound else {}
    for binding in bound:
        control = binding.getparent()
        store = stores.get(binding.get(W + "storeItemID", "").lower())
        if control is None or store is None or any(control.find(tag) is not None for tag in _LAID_OUT):
            continue
        data = _data(store, binding.get(W + "xpath", ""), binding.get(W + "prefixMappings", ""))
        if data and not data.startswith("<"):  # a store may also hold formatted text, as XML: that is laid out too
            _fill(control, _shown(control, data))


_LAID_OUT = (
    W + "date",
    W + "picture",
    "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox",
    W + "richText",
    W + "docPartObj",
)


def _stores(package: Package) -> dict[str, etree._Element]:
    """The roots of the file's data stores by their ids, in lower case."""
    stores: dict[str, etree._Element] = {}
    for relation in package.relations(""):
        if relation.kind == "core-properties" and package.has(relation.target):
            stores[_CORE_PROPERTIES] = package.xml(relation.target)
    for relation in package.relations(package.main):
        if relation.kind != "customXml" or not package.has(relation.target):
            continue
        for about in package.relations(relation.target):
            if about.kind == "customXmlProps" and package.has(about.target):
                for name, id in package.xml(about.target).attrib.items():
                    if str(name).endswith("}itemID"):
                        stores[str(id).lower()] = package.xml(relation.target)
    return stores


def _data(store: etree._Element, path: str, prefixes: str) -> str:
    if not _PATH.fullmatch(path):
        return ""
    names = {prefix: double or single for prefix, double, single in _PREFIX.findall(prefixes) if double or single}
    try:
        found = store.getroottree().xpath(path, namespaces=names)
    except etree.XPathError:  # a prefix that nothing declares: there is no such data
        return ""
    first = found[0] if isinstance(found, list) and found else ""
    return str(first.xpath("string()") if isinstance(first, etree._Element) else first).strip()


def _shown(control: etree._Element, data: str) -> str:
    """What a control shows for its data: a choice's words stand beside its value."""
    for item in control.iter(W + "listItem"):
        if item.get(W + "value") == data:
            return item.get(W + "displayText") or data
    return data


def _fill(properties: etree._Element, text: str) -> None:
    control = properties.getparent()
    content = None if control is None else control.find(W + "sdtContent")
    if content is None or next(content.iter(W + "sdt", W + "tbl"), None) is not None:
        return
    words = list(content.iter(W + "t"))
    prompt = properties.find(W + "showingPlcHdr")
    shows = "".join(word.text or "" for word in words)
    if not is_on(prompt) and " ".join(shows.split()) == " ".join(text.split()):
        return
    if prompt is not None:
        prompt.set(VAL, "0")
    for style in list(content.iter(W + "rStyle")):  # the look of the prompt goes with it
        parent = style.getparent()
        if parent is not None:
            parent.remove(style)
    if not words:
        place = next(content.iter(W + "p"), content)
        words = [etree.SubElement(etree.SubElement(place, W + "r"), W + "t")]
    words[0].text = text
    for word in words[1:]:
        word.text = ""
