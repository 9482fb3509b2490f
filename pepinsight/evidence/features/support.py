"""SEND (seed 000, line 59) and emotional well-being (lines 60 to 62): need, support, agencies, impact, papers."""

from __future__ import annotations

from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import answer_spans
from pepinsight.evidence.reading import Reading
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.said import counted, filled, holds, said, says_none, whether, with_figure
from pepinsight.evidence.voice.parties import parties_in
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan.attachments import papers_seen

SEND = (Kind.SEND,)
SEMH = (Kind.SEMH,)
SEND_SOURCE = "seed 000, line 59"
SEMH_SOURCE = "seed 000, lines 60-62"


@feature(
    "send_stated_none",
    type=bool,
    looked_in=SEND,
    describes="a statement that there is no special need",
    source=SEND_SOURCE,
)
def send_stated_none(reading: Reading) -> Answer:
    """The plan says in words that there is no need, or the whole section answers no more than "none"."""
    none = said(reading, "no_send", *SEND, Kind.EDUCATION)
    if not none:
        refusal = cues("sections")["refusal"].pattern
        answers = tuple(span for span in answer_spans(reading, *SEND) if reading.plan.quote(span).strip())
        bare = all(refusal.fullmatch(reading.plan.quote(span).strip(" .")) for span in answers)
        none = answers if answers and bare else ()
    answered = [item.value for item in reading.plan.fields if item.kind == "send_status" and not item.blank]
    refused = [value for value in answered if says_none(reading, value)]
    if refused and len(refused) == len(answered):
        return Answer(True, (Shown(refused[0], "no_send_field", "No special need is recorded."),))
    named = tuple(span for span in said(reading, "send_status", *SEND) if holds(reading, span, "send_status"))
    return Answer(
        bool(none) and not named, tuple(Shown(span, "no_send", "No special need is recorded.") for span in none)
    )


@feature(
    "send_status_given",
    type=bool,
    looked_in=SEND,
    describes="the stage of support, or a yes to the question whether there is a need",
    source=SEND_SOURCE,
)
def send_status_given(reading: Reading) -> Answer:
    answered = (item.value for item in reading.plan.fields if item.kind == "send_status" and not item.blank)
    given = tuple(value for value in answered if not says_none(reading, value))
    if given:
        return whether(given, "send_status_field", "The stage is given here.")
    spans = tuple(span for span in said(reading, "send_status", *SEND) if holds(reading, span, "send_status"))
    return whether(spans, "send_status", "The stage is given here.")


@feature("send_primary_need", type=bool, looked_in=SEND, describes="the primary need, named", source=SEND_SOURCE)
def send_primary_need(reading: Reading) -> Answer:
    field = filled(reading, "primary_need")
    if field is not None and not says_none(reading, field.value):
        return Answer(True, (Shown(field.value, "primary_need_field", "The primary need is named here."),))
    return whether(said(reading, "need", *SEND), "need", "A need is named here.")


@feature("send_secondary_need", type=bool, looked_in=SEND, describes="a secondary need, named", source=SEND_SOURCE)
def send_secondary_need(reading: Reading) -> Answer:
    field = filled(reading, "secondary_need")
    if field is not None and not says_none(reading, field.value):
        return Answer(True, (Shown(field.value, "secondary_need_field", "The secondary need is named here."),))
    return whether(said(reading, "secondary_need", *SEND), "secondary_need", "A secondary need is named here.")


@feature(
    "send_support",
    type=int,
    unit="statements",
    looked_in=SEND,
    describes="support and interventions for the need",
    source=SEND_SOURCE,
)
def send_support(reading: Reading) -> Answer:
    return counted(said(reading, "provision", *SEND), "provision", "Support for the need.")


@feature(
    "send_papers",
    type=int,
    unit="statements",
    looked_in=SEND,
    describes="an EHCP, plan or review said to be attached",
    source="seed 000, line 59; 002, line 231",
)
def send_papers(reading: Reading) -> Answer:
    """The text says that papers are attached, here or where papers are listed; or they were read with the plan."""
    listed = said(reading, "attached", Kind.EDUCATION, Kind.MEETING, Kind.SIGN_OFF, Kind.ATTACHMENT)
    on_send = tuple(span for span in listed if cues("topics")["send"].stands_at(reading.plan, span))
    spans = tuple(dict.fromkeys((*said(reading, "attached", *SEND), *on_send)))
    paper = papers_seen(reading.plan).get(Kind.SEND)
    if paper is not None:
        return counted((paper, *spans), "attached", "A paper is attached, and was read with the plan.")
    return counted(spans, "attached", "Papers are said to be attached; they were not seen.")


@feature(
    "send_progress",
    type=int,
    unit="statements",
    looked_in=(*SEND, Kind.MEETING),
    describes="progress on the need since last term",
    source=SEND_SOURCE,
)
def send_progress(reading: Reading) -> Answer:
    return counted(said(reading, "progress", *SEND), "progress", "Progress is told here.")


@feature("semh_rating_given", type=bool, looked_in=SEMH, describes="a red, amber or green rating", source=SEMH_SOURCE)
def semh_rating_given(reading: Reading) -> Answer:
    field = filled(reading, "rag")
    if field is not None:
        return Answer(True, (Shown(field.value, "rag_field", "The rating is given here."),))
    return whether(said(reading, "rag", *SEMH), "rag", "The rating is given here.")


@feature(
    "semh_support",
    type=int,
    unit="statements",
    looked_in=SEMH,
    describes="interventions for emotional well-being",
    source=SEMH_SOURCE,
)
def semh_support(reading: Reading) -> Answer:
    return counted(
        said(reading, "semh_support", *SEMH), "semh_support", "Something is done for the child's well-being."
    )


@feature("semh_agency", type=bool, looked_in=SEMH, describes="an agency or therapist involved", source=SEMH_SOURCE)
def semh_agency(reading: Reading) -> Answer:
    return whether(said(reading, "agency", *SEMH), "agency", "An agency or therapist is involved.")


@feature("semh_agency_start", type=bool, looked_in=SEMH, describes="when the agency's work began", source=SEMH_SOURCE)
def semh_agency_start(reading: Reading) -> Answer:
    spans = with_figure(reading, said(reading, "start", *SEMH))
    return whether(spans, "start", "The start is dated here.")


@feature("semh_agency_end", type=bool, looked_in=SEMH, describes="when the agency's work ends", source=SEMH_SOURCE)
def semh_agency_end(reading: Reading) -> Answer:
    spans = with_figure(reading, said(reading, "end", *SEMH))
    return whether(spans, "end", "The end is dated here.")


@feature(
    "semh_reflecting_parties",
    type=int,
    unit="parties",
    looked_in=SEMH,
    describes="parties who say what difference the support makes",
    source=SEMH_SOURCE,
)
def semh_reflecting_parties(reading: Reading) -> Answer:
    """Carer, social worker, school, agency and child, each counted once when they speak of the effect."""
    parties = parties_in(reading, *SEMH)
    return Answer(len(parties), tuple(Shown(span, "party", f"The {who} speaks here.") for who, span in parties))
