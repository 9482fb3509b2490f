"""The voice of carers and parents as a spaCy component: ``nlp.add_pipe("pep_carer_voice")``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pepinsight.evidence.hollow import substance
from pepinsight.evidence.voice.child_voice import merged
from pepinsight.evidence.voice.speaker import GROUP as SPEECH
from pepinsight.evidence.voice.speaker import Speaker
from pepinsight.evidence.voice.speech import HOME

GROUP = "carer_voice"
DECLINED = "carer_declined"


class CarerVoice:
    """Leaves carers' and parents' statements in ``doc.spans["carer_voice"]``, refusals in ``"carer_declined"``."""

    def __init__(self, vocab: Vocab) -> None:
        self.speaker = Speaker(vocab)

    def __call__(self, doc: Doc) -> Doc:
        """Pick the words from home out of who said what."""
        if SPEECH not in doc.spans:
            doc = self.speaker(doc)
        spoken = substance(doc, [span for span in doc.spans[SPEECH] if span.label_ in HOME])
        doc.spans[GROUP] = merged([span for span in spoken if span.id_ != "refused"])
        doc.spans[DECLINED] = [span for span in spoken if span.id_ == "refused"]
        return doc


@Language.factory("pep_carer_voice")
def create_carer_voice(nlp: Language, name: str) -> CarerVoice:
    """Factory for ``nlp.add_pipe("pep_carer_voice")``."""
    return CarerVoice(nlp.vocab)
