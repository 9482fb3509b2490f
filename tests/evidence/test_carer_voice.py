"""The carer's voice: views, reports and offers from home wherever they stand; refusals and attendance apart."""

from __future__ import annotations

import pytest

from tests.evidence.spoken import CARER, MEETING, SEMH, VIEWS, Block, read, said

HEARD: list[tuple[Block, str]] = [
    ((MEETING, "", "Priya said Tamsin sleeps through now."), "Priya said Tamsin sleeps through now."),
    ((MEETING, "", "Mrs Dutta would like homework on paper."), "Mrs Dutta would like homework on paper."),
    ((MEETING, "", "Len offered to bring her on Fridays."), "Len offered to bring her on Fridays."),
    ((MEETING, "", "Mum asked for photographs of the show."), "Mum asked for photographs of the show."),
    ((MEETING, "", "Carer: mornings go better with a list."), "mornings go better with a list."),
    ((SEMH, "Impact: carer", "Priya: she laughs at breakfast again."), "she laughs at breakfast again."),
    ((CARER, "Carer's comments", "We do spellings in the bath."), "We do spellings in the bath."),
    ((CARER, "What is going well?", "Reading every night without a fuss."), "Reading every night without a fuss."),
    (
        (CARER, "", 'Len Dutta by phone: "I worry about the long walk. I can drive her on wet days."'),
        '"I worry about the long walk. I can drive her on wet days."',
    ),
    ((CARER, "Priya (by phone, 3 June):", "She does her scales for us."), "She does her scales for us."),
    ((CARER, "Carer's comments", "Lovely."), "Lovely."),
    ((VIEWS, "Carer's view", "She hums when she is content."), "She hums when she is content."),
]

NOT_HEARD: list[Block] = [
    (CARER, "", "Mrs Dutta was there. Her comments are in section 9."),
    (MEETING, "", "Mr Frome rang Len, who said nothing."),
    (CARER, "Carer's comments", "See minutes"),
    (CARER, "Carer's comments", "Emailed"),
    (CARER, "Parents' views", "Not asked this time"),
    (CARER, "Completed by", "Priya Dutta, 3 June"),
    (CARER, "", "Mrs Dutta was invited by letter and attended."),
    (CARER, "", "Tamsin is in the top set for art and has 97% attendance."),
    (MEETING, "", "Mr Frome said that homework is late."),
    (MEETING, "", "Mr Frome will ring Priya on Monday."),
    (MEETING, "", "Ada Quist thinks the placement is stable."),
    (VIEWS, "What is good?", "I like it when Priya makes soup."),
]


@pytest.mark.parametrize(("block", "quote"), HEARD)
def test_the_carers_voice_is_heard(block: Block, quote: str) -> None:
    assert said(read(block), "carer_voice") == [quote]


@pytest.mark.parametrize("block", NOT_HEARD)
def test_other_words_are_not_the_carers(block: Block) -> None:
    assert said(read(block), "carer_voice") == []


def test_notes_go_on_about_whoever_opened_them_past_others_they_name() -> None:
    words = ["Priya v. upset about the bus.", "Feels school has gone quiet.", "Wants to know who the tutor is."]
    assert said(read((MEETING, "", " ".join(words))), "carer_voice") == words


def test_a_carers_refusal_is_recorded_and_is_no_voice() -> None:
    words = "Priya declined to add any comments this term."
    doc = read((CARER, "", words))
    assert said(doc, "carer_declined") == [words]
    assert said(doc, "carer_voice") == []


def test_an_email_pasted_into_the_minutes_is_its_writers_to_the_end() -> None:
    doc = read(
        (MEETING, "", "Pasted from carer, 4 May:"),
        (MEETING, "", "Dear Colin, sorry I cannot come. She has been up since five with the toothache."),
        (MEETING, "", "Nobody rang us about the trip and we would have paid. Thanks, Priya"),
        (MEETING, "", "Attendance is 96 per cent this term."),
    )
    heard = said(doc, "carer_voice")
    assert "She has been up since five with the toothache." in heard
    assert "Nobody rang us about the trip and we would have paid." in heard
    assert "Attendance is 96 per cent this term." not in heard


def test_a_pronoun_takes_up_the_carer_who_spoke_last() -> None:
    doc = read((MEETING, "", "Len said the bus is late. He would like a call when it is."), pronoun="she")
    assert said(doc, "carer_voice") == ["Len said the bus is late.", "He would like a call when it is."]
