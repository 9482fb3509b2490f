"""What is known of a text before it is read: its blocks, the section and prompt of each, the child's and others' names.

A Plan knows all of it. A bare text knows its lines only, and the components do what they can with that.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from pepinsight.plan import SectionKind


@dataclass(frozen=True, slots=True)
class Stretch:
    """One block: offsets, the section it counts for, and the words that lead it.

    ``prompt`` is the form's label or question (with row and column headers in a table), ``heading`` the nearest title,
    ``over`` are the captions and headings over it, the nearest first. ``is_fact`` marks what nobody says: a name, a
    date, the wording of a target.
    ``is_prompt`` marks a label, heading or header cell itself: the form's words, nobody's voice.
    """

    start: int
    end: int
    section: SectionKind | None = None
    prompt: str = ""
    heading: str = ""
    is_prompt: bool = False
    over: tuple[str, ...] = ()
    is_fact: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """Names and blocks. ``people`` are (name, role) with the roles of ``data/people.yaml``.

    ``pronouns`` are the child's subject pronouns in lower case ("she"), empty when not known. ``kin`` are the words for
    a relative who is the child's carer ("nan", "grandmother"), in lower case.
    """

    stretches: tuple[Stretch, ...]
    child: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    people: tuple[tuple[str, str], ...] = field(default=())
    kin: frozenset[str] = frozenset()
    has_plan: bool = False
    text: str = field(default="", repr=False)


if not Doc.has_extension("pep_known"):
    Doc.set_extension("pep_known", default=None)


def known(doc: Doc) -> Known:
    """What ``doc`` was given with, else what its bare text shows; kept on the Doc."""
    given: Known | None = doc._.pep_known
    if given is None:
        text = doc.text
        given = Known(_lines(text), text=text)
        doc._.pep_known = given
    return given


def text_of(doc: Doc) -> str:
    """The Doc's text: spaCy puts it together anew, token by token, each time it is asked."""
    return known(doc).text or doc.text


def _lines(text: str) -> tuple[Stretch, ...]:
    stretches = []
    start = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            at = start + line.index(words[0])
            stretches.append(Stretch(at, at + len(words)))
        start += len(line)
    return tuple(stretches)
