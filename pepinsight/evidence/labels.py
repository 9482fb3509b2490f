"""Labels that give somebody the floor, and the marks of a letter; the words are in ``data/labels.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from pepinsight.data_files import Strict, load


class LabelWords(Strict):
    """The lists of ``data/labels.yaml``."""

    floor_words: tuple[str, ...]
    view_verbs: tuple[str, ...]
    telling_verbs: tuple[str, ...]
    home_words: tuple[str, ...]
    home_labels: tuple[str, ...]
    acts: tuple[str, ...]
    reasons: tuple[str, ...]
    others: tuple[str, ...]
    places: tuple[str, ...]
    place_says: tuple[str, ...]
    nobody: frozenset[str]
    child_labels: tuple[str, ...]
    names_only: tuple[str, ...]
    letter_words: tuple[str, ...]
    announced_by: tuple[str, ...]
    writing: tuple[str, ...]
    greetings: tuple[str, ...]
    greetings_of_the_day: tuple[str, ...]
    closings: tuple[str, ...]
    email_header: tuple[str, ...]


def _any(words: Iterable[str]) -> str:
    """A pattern for any of these as whole words; either apostrophe does."""
    longest_first = sorted(words, key=len, reverse=True)
    joined = "|".join(re.escape(word).replace("'", "['’]") for word in longest_first)
    return rf"(?<!\w)(?:{joined})(?!\w)"


def _case(words: Iterable[str]) -> str:
    return _any([form for word in words for form in (word.capitalize(), word.upper())])


_WORDS = load(Path(__file__).parent / "data" / "labels.yaml", LabelWords)

FLOOR = re.compile(rf"{_any(_WORDS.floor_words)}|^\W*from\b", re.IGNORECASE)
"""A word for views, or for the part of a form that is somebody's to fill in."""
LEADS_TO = re.compile(
    r",?\s*(?:(?:of|from|by|to|for)\s+)?(?:(?:the|you|our|my|your|a)\b,?\s*)*[-–(/]?\s*", re.IGNORECASE
)
"""What may stand between such a word and whose it is: "Views of the carer", "Over to you, Fi"."""
VIEW_VERB = re.compile(_any(_WORDS.view_verbs), re.IGNORECASE)
OTHERS_SAY = re.compile(rf"(?:['’]s?)?\s+(?:\w+ly )?(?:{FLOOR.pattern}|{VIEW_VERB.pattern})", re.IGNORECASE)
OTHERS_OWN = re.compile(rf"(?:{FLOOR.pattern})\s+(?:of|from|by)\s+(?:the\s+)?$", re.IGNORECASE)
PLACE_SAYS = re.compile(
    rf"(?:{_any(_WORDS.places)})(?:['’]s?)? {_any(_WORDS.place_says)}|"
    rf"{_any(_WORDS.place_says)} (?:from|by) (?:the )?(?:{_any(_WORDS.places)})",
    re.IGNORECASE,
)
"""How a label goes on after those who have the floor, and how it leads up to them."""
DUTY = re.compile(r"\b(?:should|must)\b", re.IGNORECASE)
"""Before the others it asks the child about them: "What should adults know about you?"."""
TASK = re.compile(r"\b(?:to|will|should)\s+$")
"""What stands before a verb that only tells what somebody is to do: "Carer to say which evening"."""
TELLING_VERB = re.compile(_any(_WORDS.telling_verbs), re.IGNORECASE)
ACTS = re.compile(_any(_WORDS.acts), re.IGNORECASE)
REASON = re.compile(_any(_WORDS.reasons), re.IGNORECASE)
ASKED_HOW = re.compile(r"\W*how\b(?!.*\?)", re.IGNORECASE)
HOME = re.compile(r"(?<!work )(?<!experience )" + _any(_WORDS.home_words), re.IGNORECASE)
HOME_LABEL = re.compile(_any(_WORDS.home_labels), re.IGNORECASE)
NOBODY = _WORDS.nobody
PLACES = re.compile(_any(_WORDS.places), re.IGNORECASE)
OTHERS = re.compile(_any(_WORDS.others), re.IGNORECASE)
OWN_PRONOUN = re.compile(r"\b(?:my|me|your|i|i['’]m)\b", re.IGNORECASE)
SUBJECT_PRONOUN = re.compile(r"\b(?:i|i['’]m|you|we)\b", re.IGNORECASE)
CHILD_LABEL = re.compile(_any(_WORDS.child_labels), re.IGNORECASE)
NAMES_ONLY = re.compile(rf"\([^)]*\)|['’]s\b|[\s\d:,.|&+-]+|{_any(_WORDS.names_only)}", re.IGNORECASE)
ADDRESSEE = re.compile(r"\bto [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?")
"""To whom somebody spoke: "Zosia, to Imogen"."""
SPLIT_LABEL = re.compile(r"(?P<asked>.+?)(?:\?|\s[-–—]|:)\s+\(?(?P<who>[^?:()][^?:()]{0,40})\)?$")
ASKS = re.compile(
    r"\W*(?:\d{1,2}[a-z]?[.)]?\s+)?(?:what|how|has|have|is|are|did|does|do|views?|comments?)\b", re.IGNORECASE
)
CHILDS_OWN = re.compile(r"\W*(?:his|her|their) (?:own )?(?:words?|views?|voice|comments?|wish(?:es)?)\b", re.IGNORECASE)
"""Whose words follow, of nobody who is named: "Her words:"."""
ENDS_BY = re.compile(r"\bby(?: whom)?[\s:.]*$", re.IGNORECASE)
"""A label that asks who wrote: "Returned by", "Filled in by"."""
LETTER_LABEL = re.compile(_any(_WORDS.letter_words), re.IGNORECASE)
ANNOUNCED_BY = re.compile(rf"{_any(_WORDS.announced_by)}\s+(?:\w+\s+)?(?:from|by)\b", re.IGNORECASE)
WRITING = re.compile(_any(_WORDS.writing), re.IGNORECASE)
CLOSING = re.compile(rf"{_any(_WORDS.closings)}[ ,\n]*$", re.IGNORECASE)
CLOSES = re.compile(
    rf"(?:\w+ ){{0,2}}(?i:{_any(_WORDS.closings)}),? [A-Z][\w'’-]*(?:(?: (?:and|&))? [A-Z][\w'’-]*)*[\s.x]*"
)
"""How a message ends, with who sent it: "Best wishes, Susan and Mike"."""
SALUTATION = re.compile(
    r"(?:^|: ?|^.{0,60}[\"“'‘])\s*"
    rf"(?:{_case(_WORDS.greetings)}[^.!?\n]{{0,40}}?[,.:!\n]|"
    rf"(?!To (?:be|[a-z]+ (?:with|by|the|a|this|your)) ){_case(_WORDS.greetings_of_the_day)}[^.!?\n]{{1,30}}?[,.:!\n])"
)
GREETING = re.compile(rf"(?:(?<=[.:;–] )|(?<=\d - )){_case(_WORDS.greetings)}[^.!?\n]{{0,40}}?[,.:!\n]")
"""A greeting in the midst of running text, after the head of an e-mail."""
NAMED_START = re.compile(r"[\"“]?[A-Z][a-z]+, (?=I\b|I['’]|we\b)")
"""A letter that opens with a bare name ("Iain, I'm..."): only where its label calls it a letter."""
SPEAKS_AS_I = re.compile(r"\b(?:I|i|my|My|me|we|We|our|us|[Ii]['’]?m)\b")
EMAIL_HEADER = frozenset(_WORDS.email_header)
EMAIL_FROM = _WORDS.email_header[0]
INITIALS = re.compile(r"[A-Z]{1,3}")
"""Initials as a note-taker's label: "JA: he is up at night"."""
EMAIL_SENDER = re.compile(
    rf"\s*(?:{EMAIL_FROM}\s*:\s*)?(?P<who>[^:;<>\n]{{2,60}}?)\s*(?=[.;,<\n]|\b(?:{'|'.join(_WORDS.email_header[1:])})\b|$)",
    re.IGNORECASE,
)
"""Who sent an e-mail, of its head in running text: "From: Shanice Obi. To: G Petherick. Hi Gill, ..."."""
INLINE_LABEL = re.compile(
    r"\s*(?:\(?\d{1,2}[.)]\s+)?(?P<label>(?:[^:.?!\"“”\n]|(?<=\d)\.(?=\d)){1,70}?(?: \d{1,2}[:.]\d\d)?\??)"
    r"(?P<mark>\s*:\s+|\s+[-–—]\s+)(?=\S)"
)
"""A label at the head of a sentence: "Ken: he sleeps", "PW 14:08 - more calls home", "Marks out of 10 - 9"."""
ITEM = re.compile(r"\d{1,2}[.)]? (?P<who>[A-Z][^.:!?]{2,40})\.")
"""A numbered item's title in running text: "8. Carer."."""
PUT_TO_YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
FORM_ASKS = re.compile(
    r"please (?:ask|let|give|invite|help|support|record|write|type|use|encourage)\b[^.]*"
    r"\b(?:the|each|every|all) (?:foster )?(?:carers?|parents?|pupils?|child|children|young person|students?)\b"
    r"|(?:please )?(?:type|record|tick|complete|enter|fill in)\b"
    r"|.*\b(?:type|write|record|note) (?:down )?(?:exactly )?"
    r"what (?:they|he|she|the (?:child|young person|pupil|student))\b"
    r"|(?:this (?:page|part|section|sheet|form) (?:is|should|must) )?to be (?:done|filled|completed|used|read)\b",
    re.IGNORECASE,
)
"""What a form tells whoever fills it in: "Please ask the carer. Type what they say." """
PUT_TO_CHILD = re.compile(r"\b(?:I|me|my|you|your)\b", re.IGNORECASE)
"""A heading in the child's own words, or put to the child."""
SIGNED_BY = re.compile(r"\((?P<who>[A-Z][A-Z'’]{1,4}|[A-Z][a-z]+(?: [A-Z][\w'’]*)?)\)[\s.]*$")
"""Initials or a name in brackets at the end of an answer: somebody wrote it who is not the one asked."""
