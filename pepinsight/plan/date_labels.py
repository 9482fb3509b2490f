"""What day a label over a date asks for, by the classes of its words, where the data lists no such label."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pepinsight.data_files import Strict, load
from pepinsight.plan.lexicon import words

_LONGEST = 10  # words of such a label
_BARE = 2  # words of a label that may say "next" and not of what


class _Classes(Strict):
    """Words that tell what a label asks for."""

    gathered: tuple[str, ...]
    round: tuple[str, ...]
    next: tuple[str, ...]
    previous: tuple[str, ...]
    finished: tuple[str, ...]
    due: tuple[str, ...]
    agreed: tuple[str, ...]
    set: tuple[str, ...]
    care: tuple[str, ...]
    began: tuple[str, ...]
    other: tuple[str, ...]


class _DateLabels(Strict):
    """data/date_labels.yaml."""

    classes: _Classes
    doers: tuple[str, ...]
    terms: tuple[str, ...]


def date_asked(label: str, names: tuple[str, ...] = (), before: str = "") -> str | None:
    """The kind of field that a label over a date asks for ("next_meeting"), None where that cannot be told.

    ``before`` is the label before it, of which "Since when?" asks on ("On what footing is the child in care?").
    """
    told = _classes_of(label, names) - {"set"}
    if "round" in told:
        told = told - {"round"} | {"gathered"}
    if told == {"began"} and _classes_of(before, names) == {"care"}:
        return "entered_care"
    if "care" in told:
        return "entered_care" if told == {"care", "began"} else None
    if "other" in told or {"next", "previous"} <= told:
        return None
    if ("due" in told or {"agreed", "finished"} & told == {"agreed"}) and told & {"gathered", "previous"}:
        return "next_meeting" if "next" in told else "due_date"
    plainly = told & {"gathered", "began"} or len(words(label, names).split()) <= _BARE
    if "next" in told:
        return "next_meeting" if plainly else None  # "Next stay with her nan"
    if "previous" in told:
        return "previous_meeting" if plainly else None
    if "finished" in told:
        return "completed_date"
    return "meeting_date" if "gathered" in told else None


def of_a_term(label: str, names: tuple[str, ...] = ()) -> bool:
    """Whether the label calls a meeting by its term and no more ("Date set for the summer PEP")."""
    told = _classes_of(label, names) - {"began", "round", "set"}
    return told == {"gathered"} and bool(set(words(label, names).split()) & set(_data().terms))


def of_a_meeting(text: str, names: tuple[str, ...] = ()) -> bool:
    """Whether these words speak of people coming together; "next" in a sentence may be anything's."""
    return "gathered" in _classes_of(text, names)


def of_a_round(text: str, names: tuple[str, ...] = ()) -> bool:
    """Whether these words count meetings, where meetings are spoken of ("the last one was on")."""
    return "round" in _classes_of(text, names)


def of_arranging(text: str, names: tuple[str, ...] = ()) -> bool:
    """Whether these words behind a meeting's day say when it was arranged ("the date we put in the diary on")."""
    told = _classes_of(text, names)
    return "agreed" in told and not told & {"next", "finished", "other"}


def of_setting(text: str, names: tuple[str, ...] = ()) -> bool:
    """Whether these words say when the targets before these were set ("They were set on")."""
    return "set" in _classes_of(text, names)


def of_another(text: str, names: tuple[str, ...] = ()) -> bool:
    """Whether these words speak of another's day ("Next LAC review")."""
    return "other" in _classes_of(text, names)


def _classes_of(label: str, names: tuple[str, ...]) -> set[str]:
    plain = words(label, names).replace("virtual school", "vs")  # it is no school whose own days these could be
    if not plain or len(plain.split()) > _LONGEST:
        return set()
    plain = next((plain.removesuffix(f" by {who}") for who in _data().doers if plain.endswith(f" by {who}")), plain)
    return {name for name, cues in _cues().items() if cues.search(f" {plain} ")}


@cache
def _data() -> _DateLabels:
    return load(Path(__file__).parent / "data" / "date_labels.yaml", _DateLabels)


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(f" (?:{'|'.join(map(_as_pattern, cues))})") for name, cues in _data().classes}


def _as_pattern(cue: str) -> str:
    plain = re.escape(words(cue.rstrip("*"), pronouns=False))
    return plain if cue.endswith("*") else f"{plain} "
