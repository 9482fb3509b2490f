"""Who is meant: names and words for the child, carers, school and others, found over a Doc and labelled by role."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import spacy
from pydantic import RootModel
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from pepinsight.data_files import Strict, load
from pepinsight.evidence.known import known, text_of
from pepinsight.evidence.small_words import SMALL
from pepinsight.evidence.voice.carer_names import who_is_who

GROUP = "pep_people"
_NAME = r"[A-Z][\w’'-]*[a-z]\w*"
_CAPITALISED = re.compile(r"(?<![\w'’-])[A-Z][a-z]+(?![\w-])")
_PET_ENDING = re.compile(r"(?:ie|ey|y|i|e|s)$")
_SHORTEST = 3
"""How many letters a short form shares with the name at least: "Bev" and "Beverley"."""
_FIRST_NAME_THEN_VERB = re.compile(
    rf"(?<![\w.])({_NAME})(?='s? (?:views|voice)| (?:said|says|told|wants|would|asked|wrote|likes)\b)"
)


class RoleWords(Strict):
    """The words for one role; ``exact`` ones count in this spelling only."""

    words: tuple[str, ...]
    exact: tuple[str, ...]


class PeopleFile(RootModel[dict[str, RoleWords]]):
    """``data/people.yaml``: words by role."""


@cache
def role_words() -> dict[str, RoleWords]:
    """The words by role, read once a process."""
    return load(Path(__file__).parents[1] / "data" / "people.yaml", PeopleFile).root


class People:
    """spaCy component ``pep_people``: leaves mentions in ``doc.spans["pep_people"]``, labelled by role."""

    def __init__(self, vocab: Vocab) -> None:
        self.blank = spacy.blank("en", vocab=vocab)
        self.words = PhraseMatcher(vocab, attr="LOWER")
        self.exact = PhraseMatcher(vocab, attr="ORTH")
        self.titles = PhraseMatcher(vocab, attr="ORTH")
        self.titles.add(
            "title", [self.blank.make_doc(form) for title in SMALL.titles[:8] for form in (title, f"{title}.")]
        )
        for role, words in role_words().items():
            self.words.add(role, [self.blank.make_doc(word) for word in words.words])
            if words.exact:
                self.exact.add(role, [self.blank.make_doc(word) for word in words.exact])

    def __call__(self, doc: Doc) -> Doc:
        """Find the mentions; a known name beats a word, a longer mention a shorter one."""
        names = PhraseMatcher(doc.vocab, attr="ORTH")
        for role, aliases in self.aliases(doc).items():
            names.add(role, [self.blank.make_doc(alias) for alias in sorted(aliases)])
        by_name = names(doc, as_spans=True)
        by_name += self._titled(doc)
        rest = [*self.exact(doc, as_spans=True), *self.words(doc, as_spans=True)]
        rest = [*self._at_home(doc), *rest]
        rest = [s for s in rest if s.label_ != "child" or not _means_any(s)]
        doc.spans[GROUP] = sorted(filter_spans(by_name) + [s for s in filter_spans(rest) if not _overlaps(s, by_name)])
        return doc

    def _at_home(self, doc: Doc) -> list[Span]:
        """The relatives who care for the child, or the home where it lives and those who work there."""
        words = PhraseMatcher(doc.vocab, attr="LOWER")
        words.add("carer", [self.blank.make_doc(word) for word in sorted(known(doc).kin)])
        return words(doc, as_spans=True) if known(doc).kin else []

    def _titled(self, doc: Doc) -> list[Span]:
        """ "Mrs Osgood" whom the plan does not list: in a PEP an unknown titled name is most often staff."""
        found = []
        for title in self.titles(doc, as_spans=True):
            name = title.end + (1 if title.end < len(doc) and doc[title.end].text == "." else 0)
            if name < len(doc) and doc[name].is_title:
                found.append(Span(doc, title.start, name + 1, label="school"))
        return found

    def aliases(self, doc: Doc) -> dict[str, set[str]]:
        """Every way of naming each known person, by role; a name of the child's is nobody else's."""
        given = known(doc)
        guess = likely_child(text_of(doc)) if not given.child and not given.has_plan else None
        names = given.child or ((guess,) if guess else ())
        child = {alias for name in names for alias in _child_aliases(name)}
        # "FC" is the foster carer, of Faith Church too.
        child -= {short for words in role_words().values() for short in words.exact}
        found = {"child": child}
        taken = set(child)
        for name, role in given.people:
            for alias in person_aliases(name):
                if alias not in taken:
                    taken.add(alias)
                    found.setdefault(role, set()).add(alias)
        for short, role in _short_forms(text_of(doc), given.people).items():
            if short not in taken:
                found.setdefault(role, set()).add(short)
        return {role: aliases for role, aliases in found.items() if aliases}


def _means_any(word: Span) -> bool:
    """Whether a word for the child means none in particular: "an actual student nurse", "student council"."""
    before = {token.text.lower() for token in word.doc[max(word.start - 2, 0) : word.start]}
    return word.doc[word.end : word.end + 1].text.lower() in SMALL.compounds or bool(before & SMALL.indefinite)


def _short_forms(text: str, people: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What the text calls somebody for short ("Bev" for Beverley, "Terry" for Terrence), with the role. Not a word that
    it also writes small, nor one that would do for two people."""
    firsts = {word: role for name, role in people for word in _first_name(name)}
    found: dict[str, str] = {}
    for word in {match.group() for match in _CAPITALISED.finditer(text)} - firsts.keys():
        stems = {word, _PET_ENDING.sub("", word)}
        stems |= {stem[:-1] for stem in stems if stem[-1:] == stem[-2:-1]}
        meant = {
            role
            for first, role in firsts.items()
            if _shortens(word, stems, first) or any({word, first} <= forms for forms in who_is_who().nicknames)
        }
        if len(meant) == 1 and not re.search(rf"\b{word.lower()}\b", text):
            found[word] = meant.pop()
    return found


def _shortens(word: str, stems: set[str], first: str) -> bool:
    if len(first) < len(word) + 2 and (len(first) <= len(word) or first.startswith(word)):
        return False
    return any(len(stem) >= _SHORTEST and first.startswith(stem) for stem in stems)


def _first_name(name: str) -> list[str]:
    words = [word for word in re.split(r"[\s,]+", name) if word.rstrip(".") not in SMALL.titles]
    return words[:1] if len(words) > 1 else []


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in others)


def likely_child(text: str) -> str | None:
    """In a bare text: the first name that most often says, wants or has views; None where two are as likely."""
    counts: dict[str, int] = {}
    for match in _FIRST_NAME_THEN_VERB.finditer(text):
        name = match.group(1)
        titled = text[: match.start()].rstrip().endswith(SMALL.titles)
        known_word = any(name.lower() in words.words or name in words.exact for words in role_words().values())
        if not titled and not known_word and name.lower() not in SMALL.no_person:
            counts[name] = counts.get(name, 0) + 1
    ranked = sorted(counts.values(), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0] == ranked[1]):
        return None
    return max(counts, key=lambda name: counts[name])


def person_aliases(name: str) -> set[str]:
    """The full name, the first name, the surname with its title; not a bare surname, which may be a place."""
    words = [word for word in re.split(r"[\s,]+", re.sub(r"\(.*?\)", " ", name)) if word]
    if (
        not words
        or name.lower() in SMALL.no_person
        or any(name.lower() in role.words for role in role_words().values())
    ):
        return set()
    aliases = {" ".join(words)}
    title = words[0].rstrip(".") in SMALL.titles
    if title and len(words) > 1:
        aliases |= {f"{words[0]} {words[-1]}", f"{words[0]} {words[-1][0]}"}
        words = words[1:]
        aliases.add(" ".join(words))
    if len(words) > 1:
        aliases |= {f"{other} {words[-1]}" for other in SMALL.titles[:5]}
    if (len(words) > 1 or not title) and len(words[0].rstrip(".")) > 1 and words[0][0].isupper():
        aliases.add(words[0])
    if len(words) > 1:
        aliases |= {_initials(words), _initials(re.split(r"[\s-]", " ".join(words)))}
        if "-" in words[-1]:  # "Mrs A-C" for Mrs Adeyemi-Cole
            short = "-".join(part[:1] for part in words[-1].split("-"))
            aliases |= {short, *(f"{other} {short}" for other in SMALL.titles[:5])}
    return {alias for alias in aliases if len(alias) > 1}


def _child_aliases(name: str) -> set[str]:
    words = name.split()
    aliases = {name, words[0]} if words else set()
    if len(words) < 2:
        return aliases
    initials = _initials(words)
    ends = {initials[0] + initials[-1], initials[-1] + initials[0]} if len(initials) > 1 else set()
    return aliases | {initials, _initials(re.split(r"[\s-]", name))} | ends


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word[:1].isupper())


@Language.factory("pep_people")
def create_people(nlp: Language, name: str) -> People:
    """Factory for ``nlp.add_pipe("pep_people")``."""
    return People(nlp.vocab)
