"""Words of harm, for the reviewer's eyes at once and outside any rating: the component ``pep_safeguarding``.

Denied and hypothetical mentions ("no self-harm", "training on exploitation") are left out. A mention that tells why the
child came into care, or of the past, is marked as background.
"""

from __future__ import annotations

import spacy
from pydantic import RootModel
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from pepinsight.data_files import Strict
from pepinsight.evidence.context import GROUP as CONTEXT
from pepinsight.evidence.context import Context, modifiers
from pepinsight.evidence.known import known
from pepinsight.evidence.sentences import Sentences
from pepinsight.evidence.voice.voice_words import data_file
from pepinsight.plan import SectionKind

GROUP = "safeguarding"
BACKGROUND = "background"
"""What is told of the past, or as the reason for care; it opens the name of the rule of such evidence."""
_BACKGROUND_SECTIONS = (SectionKind.CARE, SectionKind.CARE_PLAN, SectionKind.CONTACT, SectionKind.FRONT)
_LEFT_OUT_SECTIONS = (SectionKind.GUIDANCE, SectionKind.QUALITY)


class Harm(Strict):
    """One kind of harm, its phrases, and longer phrases that mean none; whether it is usual as the reason for care."""

    about: str
    reason_for_care: bool
    phrases: tuple[str, ...]
    but_not: tuple[str, ...]


class HarmFile(RootModel[dict[str, Harm]]):
    """``data/safeguarding.yaml``: phrases by kind of harm."""


def harms() -> dict[str, Harm]:
    """The kinds of harm, read once a process. Raises DataFileError for a bad file."""
    kinds: dict[str, Harm] = data_file("safeguarding", HarmFile).root
    return kinds


class Safeguarding:
    """Leaves mentions in ``doc.spans["safeguarding"]``: label the kind of harm, span id "background" or "now"."""

    def __init__(self, vocab: Vocab) -> None:
        blank = spacy.blank("en", vocab=vocab)
        self.context = Context(vocab)
        self.matcher = PhraseMatcher(vocab, attr="NORM")
        for kind, harm in harms().items():
            self.matcher.add(kind, [blank.make_doc(phrase) for phrase in harm.phrases])
            self.matcher.add(f"not/{kind}", [blank.make_doc(phrase) for phrase in harm.but_not])

    def __call__(self, doc: Doc) -> Doc:
        """Find the mentions, weigh what turns them, and keep those that stand."""
        if not doc.has_annotation("SENT_START"):
            doc = Sentences()(doc)
        if CONTEXT not in doc.spans:
            doc = self.context(doc)
        found = []
        for span in filter_spans(self.matcher(doc, as_spans=True)):
            turned = modifiers(span)
            section = _section(doc, span)
            if span.label_.startswith("not/") or turned & {"negated", "hypothetical"} or section in _LEFT_OUT_SECTIONS:
                continue
            why_in_care = section in _BACKGROUND_SECTIONS and harms()[span.label_].reason_for_care
            past = "historical" in turned or why_in_care
            found.append(Span(doc, span.start, span.end, label=span.label_, span_id=BACKGROUND if past else "now"))
        doc.spans[GROUP] = found
        return doc


def _section(doc: Doc, span: Span) -> SectionKind | None:
    for stretch in known(doc).stretches:
        if stretch.start <= span.start_char < stretch.end:
            return stretch.section
    return None


@Language.factory("pep_safeguarding", assigns=["doc.spans"])
def create_safeguarding(nlp: Language, name: str) -> Safeguarding:
    """Factory for ``nlp.add_pipe("pep_safeguarding")``."""
    return Safeguarding(nlp.vocab)
