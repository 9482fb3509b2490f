"""A target's block read piece by piece: labels with their answers, lines and titles that word one by themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pepinsight.plan.columns import FORWARD, has_word, is_label, is_word, smart_role, smart_roles, words_of
from pepinsight.plan.contents import Placed
from pepinsight.plan.pieces import BOLD_LINE, Cell, Heading, Pair, Piece, Text
from pepinsight.plan.plan import Span
from pepinsight.plan.records import (
    ELSEWHERE,
    is_about_targets,
    is_date_like,
    opens_settled,
    part_roles,
    reads_as_target,
)
from pepinsight.plan.target_lists import LEAST_ITEM, LISTED, LONGEST_PROSE

LONGEST_PART = 6  # words of the label of a target's part
LEAST_WORDING = 20  # characters after "Target 1:" in a heading that make it more than a title
_TITLED = re.compile(
    r"\s*(?:new |smart |pep )*(?:target|goal|aim|objective|outcome|(?:next )?step)\s*\d{0,2}\s*"
    r"(?:\([^)]*\)|,[^:]*)?\s*[:.–—-]\s+(?=\S)",
    re.IGNORECASE,
)
# "Target 2, sit for a story" and "Goal 1 (to read)": the number, and behind it the wording.
_NAMED = re.compile(
    r"\s*(?:\w+ )?(?:target|goal|aim|objective|outcome|(?:next )?step)\s*\d{1,2}\s*[,(–—-]\s*(?=\S+ \S)", re.IGNORECASE
)
_SETTLED = re.compile(r"([A-Za-z]+(?: [a-z]+){0,2}?)(?:[.,;:–-]|$)")
_SENTENCE_START = re.compile(r"(?<=[.!?])\s+([A-Z][A-Za-z]*(?: [a-z]+){0,2}?)(?=[.,;:–-]|$)")
_NUMBER = re.compile(r"(?<![\d/.])(\d{1,2})(?!\.?\d|/)")
# "Target 2" and "Priority one"; not "4g Next steps (Y9 and up)".
_NUMBERED = re.compile(
    r"(?<=[^\d\W])\W{1,3}(?<!year )(?:\d{1,2}(?![\w/])|(?:one|two|three|four|five|six|seven|eight)\b)", re.IGNORECASE
)
_NAMING = frozenset({"wording", "term", "subject", "number", "voice"})  # "Short-term target 1" words a target
# Labels that word a target in one form, and in another say what came of it.
_AFTERWARDS = {("outcome",): "review", ("outcomes",): "review", ("next", "step"): "how", ("next", "steps"): "how"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A label of a target's block and its answer; ``title`` is the heading over it."""

    label: str
    value: Cell
    roles: tuple[str, ...]
    title: str
    placed: Placed

    @property
    def words_target(self) -> bool:
        return self.weak or ("wording" in self.roles and set(self.roles) <= _NAMING)

    @property
    def weak(self) -> bool:
        return self.roles[0] == "weak_wording"

    def looks_on(self, first: Entry) -> bool:
        """Whether this "Outcome" or "Next steps" belongs to a target that the form labels otherwise."""
        return self.words_target and self.name in _AFTERWARDS and self.name != first.name

    def begins_anew(self, first: Entry) -> bool:
        """Whether this vague label ("What", "1. Plan") words a target, by its number or as the first of them does."""
        return self.number is not None or self.name == first.name

    def begins_alike(self, later: Entry) -> bool:
        """Whether ``later`` is a further target of the same numbering, whatever stands above it by now."""
        if self.number is None or later.number is None:
            return False
        return self.number < later.number and self.name == later.name

    def as_part(self) -> Entry:
        """This entry as a part of the target above it."""
        return replace(self, roles=(_AFTERWARDS[self.name],))

    @property
    def name(self) -> tuple[str, ...]:
        """The label's words without its number."""
        return tuple(word for word in words_of(self.label) if word != "#")

    @property
    def number(self) -> int | None:
        found = _NUMBER.search(self.label)
        return int(found[1]) if found else None


def entries_under_each_heading(run: list[Placed]) -> Iterator[list[Entry]]:
    """The entries below each heading of pieces between two tables, in order."""
    entries: list[Entry] = []
    title = ""
    asked = _asked_again(run)
    smart = _by_smart_letters(run)
    for at, placed in enumerate(run):
        piece = placed.piece
        if isinstance(piece, Heading) and not _is_part_label(piece) and not (entries and piece.text in asked):
            yield entries
            entries, title = [], piece.text
            found = _TITLED.match(piece.text)
            if found and len(piece.text) - found.end() >= LEAST_WORDING and placed.kind not in ELSEWHERE:
                value = Cell(
                    piece.text[found.end() :], Span(piece.span.start + found.end(), piece.span.end), piece.block
                )
                entries.append(Entry(found[0], value, ("wording",), title, placed))
        elif placed.kind not in ELSEWHERE:
            label, value_or_none = _labelled(run, at, asked)
            if value_or_none is None:
                continue
            known = smart.get(label) or _named_roles(label) or _roles_here(label, value_or_none)
            known = known or (("",) if label in asked else ())
            if known or not label:
                entry = Entry(label, value_or_none, known or ("wording",), title, placed)
                entries.extend(_looked_back_on(entry))
    yield entries


def _by_smart_letters(run: list[Placed]) -> dict[str, tuple[str, ...]]:
    """The roles of the labels that go by SMART's letters where targets stand: "Specific" words one."""
    told = (one.piece.label.text for one in run if isinstance(one.piece, Pair) and is_about_targets(one))
    labels = list(dict.fromkeys(told))
    found = zip(labels, smart_roles(labels) or (), strict=False)
    return {label: held for label, held in found if smart_role(label)}


def _asked_again(run: list[Placed]) -> frozenset[str]:
    """The bold lines that stand there more than once: a form asks them of each target, whatever they mean."""
    bold = (one.piece for one in run if isinstance(one.piece, Heading) and one.piece.level == BOLD_LINE)
    counts = Counter(heading.text for heading in bold)
    return frozenset(text for text, count in counts.items() if count > 1 and "wording" not in part_roles(text))


def _roles_here(label: str, value: Cell) -> tuple[str, ...]:
    """The label's roles; "Review" above a date asks when."""
    known = part_roles(label)
    if "cost" in known and has_word(label, "previous"):
        return ()  # "PP+ last term" below the last of the new targets
    dated = known == ("review",) and "review" in label.lower() and is_date_like(value.text)
    return ("when",) if dated and not opens_settled(value.text) else known


def _named_roles(label: str) -> tuple[str, ...]:
    """The roles of "Goal 2" in "Goal 2, sit for a story"; () where what follows is a label too ("Target 2, how")."""
    named = _NAMED.match(label)
    if not named or is_label(label[named.end() :].rstrip(" :)"), "targets"):
        return ()
    return part_roles(named[0].rstrip(" ,(–—-"))


def _looked_back_on(entry: Entry) -> Iterator[Entry]:
    """A target of last term with what became of it in one line: "Target 1: read 40 words. Met, 43", and "Goal 2, sit
    for a story: nearly"."""
    value = entry.value
    piece = entry.placed.piece
    if entry.words_target and isinstance(piece, Pair | Text) and is_about_targets(entry.placed) == "previous":
        label = entry.label.rstrip(" :.–—-")
        titled = _NAMED.match(label)
        settled = _SETTLED.match(value.text)
        if (titled and len(label) - titled.end() >= LEAST_ITEM) or (
            entry.number is not None and settled and has_settled(settled[1])
        ):
            at = titled.end() if titled else 0
            start = piece.label.span.start if isinstance(piece, Pair) else piece.span.start
            yield replace(entry, value=Cell(label[at:], Span(start + at, start + len(label)), value.block))
            yield replace(entry, value=value, roles=("review",))
            return
    found = next((at for at in _SENTENCE_START.finditer(value.text) if has_settled(at[1])), None)
    if entry.words_target and found:
        start = value.span.start + found.start(1)
        yield replace(entry, value=replace(value, text=value.text[: found.start()], span=Span(value.span.start, start)))
        yield replace(
            entry,
            value=replace(value, text=value.text[found.start(1) :], span=Span(start, value.span.end)),
            roles=("review",),
        )
        return
    yield entry


def has_settled(words: str) -> bool:
    """Whether these first words of a sentence say how a target stands, and say no more: "Met", "Partly", "Not met"."""
    return is_word(words, "settled")


def _labelled(run: list[Placed], at: int, asked: frozenset[str]) -> tuple[str, Cell | None]:
    """The label and the answer that this piece is or gives; no label for a target that its parts alone tell."""
    piece = run[at].piece
    if isinstance(piece, Pair):
        return piece.label.text, piece.value
    if isinstance(piece, Text):
        if found := _TITLED.match(piece.text):
            start = piece.span.start + found.end()
            return found[0], Cell(piece.text[found.end() :], Span(start, piece.span.end), piece.block)
        before = run[at - 1].piece if at else None
        if _has_parts_below(run, at):
            number = LISTED.match(piece.text)
            start = number.end() if number else 0
            return "", Cell(piece.text[start:], Span(piece.span.start + start, piece.span.end), piece.block)
        if piece.listed or is_label(piece.text, "targets") or not isinstance(before, Heading | Text):
            return "", None
        after = run[at + 1].piece if at + 1 < len(run) else None
        if isinstance(before, Heading) and before.text in asked:
            return before.text, Cell(piece.text, piece.span, piece.block)
        if is_label(before.text, "targets") if isinstance(before, Text) else _labels_answer(before, after):
            return before.text, Cell(piece.text, piece.span, piece.block)
    return "", None


def _has_parts_below(run: list[Placed], at: int) -> bool:
    """Whether a line that reads as a target is followed by the labels of two of its parts: why, how, who, when."""
    piece = run[at].piece
    if not isinstance(piece, Text) or len(piece.text) > LONGEST_PROSE:
        return False
    number = LISTED.match(piece.text)
    if not (number or reads_as_target(piece.text)):
        return False
    below = [one.piece for one in run[at + 1 : at + 3]]
    return len(below) == 2 and all(isinstance(one, Pair) and _is_forward(one.label.text) for one in below)


def _is_forward(label: str) -> bool:
    return len(label.split()) <= LONGEST_PART and bool(set(part_roles(label)) & FORWARD)


def _labels_answer(heading: Heading, after: Piece | None) -> bool:
    """Whether a heading labels the line below it: a part of a target, or, by its number or by the part that follows
    (``after``), a target."""
    if _is_part_label(heading) or (part_roles(heading.text) and _NUMBERED.search(heading.text)):
        return True
    named = heading.level == BOLD_LINE and is_label(heading.text, "targets")
    label = after.label.text if isinstance(after, Pair) else after.text if isinstance(after, Heading) else ""
    part = set(part_roles(label)) - _NAMING - {"weak_wording"}
    return named and bool(part) and len(label.split()) <= LONGEST_PART


def _is_part_label(heading: Heading) -> bool:
    """A bold line on its own that labels the answer below it ("Why", "What we will do")."""
    found = part_roles(heading.text)
    return heading.level == BOLD_LINE and bool(found) and found[0] not in ("wording", "weak_wording")
