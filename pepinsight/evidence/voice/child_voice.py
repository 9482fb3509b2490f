"""The child's voice as a spaCy component, usable by anyone: ``spacy.blank("en").add_pipe("pep_child_voice")``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from pepinsight.evidence.hollow import substance
from pepinsight.evidence.voice.speaker import GROUP as SPEECH
from pepinsight.evidence.voice.speaker import Speaker

GROUP = "child_voice"
REFUSED = "child_refused"


class ChildVoice:
    """Leaves the child's statements in ``doc.spans["child_voice"]`` (label: how they were told), refusals apart."""

    def __init__(self, vocab: Vocab) -> None:
        self.speaker = Speaker(vocab)

    def __call__(self, doc: Doc) -> Doc:
        """Pick the child's words out of who said what; adjacent parts of one answer are one statement."""
        if SPEECH not in doc.spans:
            doc = self.speaker(doc)
        spoken = substance(doc, [span for span in doc.spans[SPEECH] if span.label_ == "child"])
        doc.spans[GROUP] = merged([span for span in spoken if span.id_ != "refused"])
        doc.spans[REFUSED] = [span for span in spoken if span.id_ == "refused"]
        return doc


def merged(spans: list[Span], longest: int = 60) -> list[Span]:
    """Statements: adjacent sentences of one answer joined, up to ``longest`` tokens; the label is the rule."""
    found: list[Span] = []
    for span in spans:
        last = found[-1] if found else None
        joins = last is not None and last.label_ == span.id_ in ("answer", "quote") and last.end == span.start
        if joins and last is not None and span.end - last.start <= longest:
            found[-1] = Span(span.doc, last.start, span.end, label=span.id_)
        else:
            found.append(Span(span.doc, span.start, span.end, label=span.id_))
    return found


@Language.factory("pep_child_voice")
def create_child_voice(nlp: Language, name: str) -> ChildVoice:
    """Factory for ``nlp.add_pipe("pep_child_voice")``."""
    return ChildVoice(nlp.vocab)
