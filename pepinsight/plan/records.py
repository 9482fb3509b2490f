"""Rows that may be targets, new or old, in whatever shape a form gives them: tables, labelled blocks, lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pepinsight.plan.columns import any_of, has_word, is_word, roles
from pepinsight.plan.contents import Placed
from pepinsight.plan.pieces import Cell
from pepinsight.plan.plan import SectionKind, Span
from pepinsight.plan.register_words import TITLE

# "Robin will read ...", "By May you will ...", "To join a club": how a target in running text begins.
_WILL = re.compile(
    r"(?:By [^,.]{3,30},? )?(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?|[Yy]ou),? (?:you )?"
    r"(?:will|is to|are to|to) (?!be \w+(?:ed|en)\b)[a-z]|To [a-z]+ "
)
_ADULT = re.compile(rf"(?:The )?(?:{TITLE}|{any_of('adult')}\b)", re.IGNORECASE)
MOST_DATE_WORDS = 5
WORDS_TO_COME = 3  # that open a line which only says that targets are still to come
UNTICKED = frozenset({"", "☐", "□", "○", "-", "–"})
_OPENING = re.compile(r"\s*([A-Za-z]+(?: [a-z]+){0,2}?)\s*(?:[.,;:–-]|$)")
_DATE_LIKE = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|easter|term|pep|week)", re.I
)
# Sections in which targets are set or reviewed; elsewhere only a row with its strategy or its measure is one.
_AT_HOME = frozenset({SectionKind.TARGETS, SectionKind.PREVIOUS_TARGETS, SectionKind.PREMIUM, SectionKind.UNRECOGNISED})
LOOKING_BACK = frozenset({"review", "impact"})
# Sections whose goals and plans are not the plan's targets.
ELSEWHERE = frozenset(
    {
        SectionKind.VIEWS,
        SectionKind.ATTAINMENT,
        SectionKind.ATTENDANCE,
        SectionKind.CARE,
        SectionKind.CARE_PLAN,
        SectionKind.SDQ,
        SectionKind.CONTACT,
        SectionKind.FRONT,
        SectionKind.CAREERS,
        SectionKind.SEND,
        SectionKind.SEMH,
        SectionKind.EXCLUSIONS,
        SectionKind.PART_TIME,
        SectionKind.QUALITY,
        SectionKind.GUIDANCE,
        SectionKind.ATTENDEES,
        SectionKind.SIGN_OFF,
    }
)


@dataclass(frozen=True, slots=True)
class Part:
    """What one cell or answer holds: its role ("" for a column of unknown meaning), label and words."""

    role: str
    label: str
    text: str
    span: Span


@dataclass
class Record:
    """One row. ``around`` are the texts that say which targets these are: label, band, headings, introducing line."""

    wording: Part
    parts: list[Part] = field(default_factory=list)
    around: tuple[str, ...] = ()
    title: str = ""
    number: str = ""

    def of(self, *wanted: str) -> list[Part]:
        """The parts of these roles."""
        return [part for part in self.parts if part.role in wanted]


@dataclass
class Group:
    """The records of one table, or of one run of labelled blocks or list items."""

    shape: str  # "table", "block", "list" or "prose"
    kind: SectionKind
    records: list[Record]
    columns: frozenset[str]  # the roles that the form asks for, filled or not
    wording_label: str
    headings: tuple[str, ...]
    line: str


def part_roles(label: str) -> tuple[str, ...]:
    """The roles of a label in a table of targets."""
    return roles(label, "targets")


def role_beside(label: str) -> str:
    """What a column or a label that could word targets holds when another one does."""
    if has_word(label, "hoped"):  # "Intended outcome"
        return "measure"
    words = label.lower()
    if "outcome" in words:
        return "review"
    return "how" if "action" in words or "step" in words else "baseline"


def is_at_home(placed: Placed, label: str = "") -> bool:
    """Whether targets may stand here without their strategy or measure: by the section, the heading, or the label."""
    named = (label, *placed.headings[:1])
    return placed.kind in _AT_HOME or any(has_word(text, "target_plainly") for text in named)


def is_about_targets(placed: Placed) -> str:
    """ "previous" or "new" where section or headings say that what stands here are targets, else ""."""
    if placed.kind is SectionKind.PREVIOUS_TARGETS:
        return "previous"
    if placed.kind is SectionKind.TARGETS:
        return "previous" if placed.headings and has_word(placed.headings[0], "previous") else "new"
    for text in (placed.line, *placed.headings[:2]):
        if has_word(text, "target"):
            return "previous" if has_word(text, "previous") else "new"
    return ""


def reads_as_target(text: str) -> bool:
    """Whether the words begin as a target in a sentence does: the child will do what; "Mrs Vale will" is an action."""
    return _WILL.match(text) is not None and not _ADULT.match(text)


def is_to_come(text: str) -> bool:
    """Whether the words only say that something is still to be settled: "To be agreed at the next meeting."."""
    return has_word(" ".join(text.split()[:WORDS_TO_COME]), "to_come")


def is_date_like(text: str) -> bool:
    """Whether a few words name a day, a term or the next meeting."""
    return len(text.split()) <= MOST_DATE_WORDS and _DATE_LIKE.search(text) is not None


def opens_settled(text: str) -> bool:
    """Whether the first words say how a target stands, and no more ("Met. ...", "Nearly"), or answer yes or no and go
    on to tell."""
    found = _OPENING.match(text)
    if found is None:
        return False
    return is_word(found[1], "settled") or (is_word(found[1], "answered") and len(text.strip()) > found.end())


def says_something(cell: Cell) -> bool:
    """Whether the cell holds more than "n/a" or a dash."""
    return not cell.blank and not is_word(cell.text, "blank")
