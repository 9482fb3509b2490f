"""Quotes are found in a document's text however it was printed, and counted by the sentence."""

from __future__ import annotations

from pepinsight.documents import Block, BlockKind, Document, Place
from pepinsight.evaluation.passages import Score, locate, sentences_of

TEXT = (
    "Views\n"
    "Orla told us that she likes the pond. She would like to go more often. Staff say she is calm.\n"
    "Carer: she sleeps well.\n"
)


def document(text: str = TEXT) -> Document:
    blocks, start = [], 0
    for number, line in enumerate(text.splitlines()):
        blocks.append(Block(start, start + len(line), BlockKind.PARAGRAPH, Place(number)))
        start += len(line) + 1
    return Document("made.docx", "docx", "0" * 64, text, tuple(blocks))


def at(quote: str) -> tuple[int, int]:
    start = TEXT.index(quote)
    return start, start + len(quote)


def test_a_quote_is_found_across_line_breaks_and_kinds_of_quotation_marks() -> None:
    text = "He said: “I’d like\n  the BLUE one”, and left."
    (place,) = locate('"I\'d like the blue one"', text)
    assert text[slice(*place)] == "I’d like\n  the BLUE one"


def test_a_quote_parted_by_a_stray_word_is_found_near_enough_and_other_words_are_not() -> None:
    text = "She would like to go to the - pond more often than once a week."
    assert locate("She would like to go to the pond more often", text)
    assert locate("He never wants to see the swimming pool again", text) == ()


def test_a_short_word_is_found_only_as_a_word() -> None:
    assert len(locate("no", "Nothing. No. Know.")) == 1


def test_each_sentence_counts_once_whatever_part_of_it_is_found() -> None:
    sentences = sentences_of(document())
    quotes = ["Orla told us that she likes the pond.", "She would like to go more often."]
    found = [at("she likes the pond"), at("Orla told us"), at("she sleeps well")]
    assert sentences.score(quotes, found) == Score(right=1, wrong=1, missed=1)


def test_words_that_the_reading_lost_count_as_missed() -> None:
    assert sentences_of(document()).score(["I do not want to move school again."], []) == Score(missed=1)


def test_a_trap_is_fallen_into_when_it_is_taken_up_and_no_quote_stands_beside_it() -> None:
    sentences = sentences_of(document())
    traps = ["Staff say she is calm.", "she sleeps well"]
    assert sentences.traps(traps, [], [at("she is calm")]) == (1, 2)
    assert sentences.traps(traps, ["Staff say she is calm."], [at("she is calm")]) == (0, 1)


def test_figures_are_empty_where_there_is_nothing() -> None:
    assert Score().figures() == {"precision": None, "recall": None, "f1": None, "n": 0}
    assert Score(right=3, wrong=1, missed=2).figures()["recall"] == 0.6


def test_a_word_that_stands_in_many_places_is_meant_where_it_is_an_answer() -> None:
    text = "What is tricky?\nEnglish\nShe reads in English lessons with the teacher twice a week.\n"
    sentences = sentences_of(document(text))
    (place,) = sentences.places("English")
    assert place[0] == text.index("English\n")
    assert len(sentences_of(document("He likes art in school. They paint: art for all.\n")).places("art")) == 2


def test_an_answer_behind_a_label_on_one_line_is_meant_before_the_same_words_elsewhere() -> None:
    sentences = sentences_of(document("Who helps me: Miss Pym\nHelp: reading with Miss Pym on Mondays in the den.\n"))
    assert sentences.places("Miss Pym") == ((14, 22),)
