"""A target's block read piece by piece: labels with their answers, lines and titles that word one by themselves."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from pepinsight.plan.columns import has_word, is_label, is_word, one_of, smart_role, smart_roles, words_of
from pepinsight.plan.contents import Placed
from pepinsight.plan.number_words import spelt
from pepinsight.plan.pieces import BOLD_LINE, Cell, Heading, Pair, Piece, Text
from pepinsight.plan.plan import Span
from pepinsight.plan.records import (
    ELSEWHERE,
    is_about_targets,
    is_date_like,
    opens_settled,
    part_roles,
    role_beside,
    says_something,
)
from pepinsight.plan.target_lists import LEAST_ITEM
from pepinsight.plan.target_openers import LONGEST_PART, openers

MOST_TARGETS = 12  # a higher number in a label is no target's: "Post-16 PP+"
LEAST_WORDING = 20  # characters after "Target 1:" in a heading that make it more than a title
_TITLED = re.compile(
    rf"\s*(?:new |smart |pep )*{one_of('target')}\s*\d{{0,2}}\s*"
    r"(?:\([^)]*\)|,[^:]*)?\s*[:.–—-]\s+(?=\S)",
    re.IGNORECASE,
)
# "Target 2, sit for a story" and "Goal 1 (to read)": the number, and behind it the wording.
_NAMED = re.compile(rf"\s*(?:\w+ )?{one_of('target')}\s*\d{{1,2}}\s*[,(–—-]\s*(?=\S+ \S)", re.IGNORECASE)
_SETTLED = re.compile(r"([A-Za-z]+(?: [a-z]+){0,2}?)(?:[.,;:–-]|$)")
_SENTENCE_START = re.compile(r"(?<=[.!?])\s+([A-Z][A-Za-z]*(?: [a-z]+){0,2}?)(?=[.,;:–-]|$)")
_NUMBER = re.compile(r"(?<![\d/.])(\d{1,2})(?!\.?\d|/)")
# "STEP B (longer)": steps that are counted by letters.
_LETTERED = re.compile(r"(?P<named>\s*[^\W\d]{3,}(?: [^\W\d]{3,})? )(?P<letter>[A-H])(?=\s*(?:$|[(:.,–—-]))")
# "Target 2" and "Priority one"; not "4g Next steps (Y9 and up)".
_NUMBERED = re.compile(rf"(?<=[^\d\W])\W{{1,3}}(?<!year )(?:\d{{1,2}}(?![\w/])|(?:{spelt()})\b)", re.IGNORECASE)
# What a label below "Outcome 2 of 3" may ask for so that its answer words that outcome: "What will be different?"
_WORDING_BELOW = frozenset({"", "wording", "weak_wording", "measure", "baseline"})
_NAMING = frozenset({"wording", "term", "subject", "number", "voice"})  # "Short-term target 1" words a target
# Labels that word a target in one form, and in another say what came of it.
_AFTERWARDS = {("outcome",): "review", ("outcomes",): "review", ("next", "step"): "how", ("next", "steps"): "how"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A label of a target's block and its answer; ``title`` is the heading over it, and ``round`` counts how often the
    numbers have begun anew: last term's outcomes 1 and 2, then the new outcomes 1 to 3."""

    label: str
    value: Cell
    roles: tuple[str, ...]
    title: str
    placed: Placed
    round: int = 0

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
        return _name(self.label)

    @property
    def number(self) -> int | None:
        found = _NUMBER.search(self.label)
        return int(found[1]) if found and int(found[1]) <= MOST_TARGETS else None


def _name(label: str) -> tuple[str, ...]:
    return tuple(word for word in words_of(label) if word != "#")


def entries_under_each_heading(run: list[Placed]) -> Iterator[list[Entry]]:
    """The entries below each heading of pieces between two tables, in order; those of a further round by themselves."""
    entries: list[Entry] = []
    title = ""
    asked = _asked_again(run)
    smart = _by_smart_letters(run)
    beside = _beside_the_first(run)
    opening = openers(run)
    rounds, above = 0, ""  # how often the numbers have begun anew, and what then stood above them
    seen: set[tuple[str, int]] = set()  # the numbers of this round, with the first word of their label
    for at, placed in enumerate(run):
        piece = placed.piece
        if isinstance(piece, Heading) and not _goes_on(entries, piece, asked):
            yield entries
            entries, title, seen = [], piece.text, set()
            found = _TITLED.match(piece.text)
            start = found.end() if found else 0
            worded = len(piece.text) - start >= LEAST_WORDING and placed.kind not in ELSEWHERE
            if worded and (found or at in opening):
                titled = Cell(piece.text[start:], Span(piece.span.start + start, piece.span.end), piece.block)
                value = titled if found else opening[at]
                entries.append(Entry(found[0] if found else "", value, ("wording",), title, placed))
        elif placed.kind not in ELSEWHERE:
            label, value_or_none = ("", opening[at]) if at in opening else _labelled(run, at, asked)
            if value_or_none is None:
                continue
            label = _counted(label)
            known = beside.get(_name(label)) or smart.get(label) or _named_roles(label)
            known = known or _roles_here(label, value_or_none, asked)
            below_number = _only_numbers(entries) or (
                not entries and _is_numbered(title) and not _worded_below(run, at)
            )
            known = known or (("",) if label in asked or below_number else ())
            below_all = isinstance(piece, Text) and label and _was_asked(entries, label, known)
            if (not known and label) or below_all or (label not in asked and _is_of_all(entries, label, known)):
                continue
            entry = Entry(label, value_or_none, known or ("wording",), title, placed)
            if entry.words_target and is_label(value_or_none.text, "targets") and not has_settled(value_or_none.text):
                continue  # "Target" beside "Review" only names what follows
            if entry.words_target and entry.number is not None:
                if (number := (entry.name[0] if entry.name else "", entry.number)) in seen:
                    yield entries
                    entries, rounds, above, seen = [], rounds + 1, _caption(run, at), set()
                seen.add(number)
            if above:
                entry = replace(entry, placed=replace(placed, headings=(above, *placed.headings)))
            entry = replace(entry, round=rounds)
            if below_number and set(known[:1]) <= _WORDING_BELOW and says_something(value_or_none):
                entry = replace(entry, roles=("wording",), title=entries.pop().label if entries else title)
            entries.extend(_looked_back_on(entry))
    yield entries


def _goes_on(entries: list[Entry], heading: Heading, asked: frozenset[str]) -> bool:
    """Whether a heading only labels a part of the target above it, one that it has not had yet: "Money" below a target
    with its cost is about all of them."""
    if heading.text in asked:
        return bool(entries) or _is_part_label(heading)
    return _is_part_label(heading) and not _was_asked(entries, heading.text, part_roles(heading.text))


def _was_asked(entries: list[Entry], label: str, known: tuple[str, ...]) -> bool:
    """Whether the last target has been asked for these parts already, or the form calls them otherwise."""
    own = takewhile(lambda entry: not entry.words_target, reversed(entries))
    had = {role for entry in own for role in entry.roles}
    called = {role for entry in entries for role in entry.roles if not entry.words_target}
    otherwise = all(entry.name != _name(label) for entry in entries) and set(known) <= called
    return bool(known) and (set(known) <= had or otherwise)


def _is_of_all(entries: list[Entry], label: str, known: tuple[str, ...]) -> bool:
    """Whether a label about money stands below targets whose own cost the form calls otherwise: "PP+ officer"."""
    costs = [entry.name for entry in entries if "cost" in entry.roles]
    return known == ("cost",) and len(costs) > 1 and _name(label) not in costs


def _counted(label: str) -> str:
    """The label with the letter by which it counts targets as a number."""
    found = _LETTERED.match(label)
    counted = f"{found['named']}{ord(found['letter']) - ord('A') + 1}" if found else ""
    return counted + label[found.end() :] if found and "wording" in part_roles(counted) else label


def _only_numbers(entries: list[Entry]) -> bool:
    """Whether the last entry is a target's number and no more: "Outcome 2 of 3", with nothing beside it."""
    last = entries[-1] if entries else None
    return last is not None and last.words_target and last.number is not None and last.value.blank


def _worded_below(run: list[Placed], at: int) -> bool:
    """Whether a label from here to the next heading words a target."""
    below = takewhile(lambda piece: not isinstance(piece, Heading), (one.piece for one in run[at:]))
    return any(
        isinstance(piece, Pair) and {"wording", "weak_wording"} & set(part_roles(piece.label.text)) for piece in below
    )


def _caption(run: list[Placed], at: int) -> str:
    """What stands before a further round of targets, with nothing beside it: "From now"."""
    before = run[at - 1].piece if at else None
    return before.label.text if isinstance(before, Pair) and before.value.blank else ""


def _by_smart_letters(run: list[Placed]) -> dict[str, tuple[str, ...]]:
    """The roles of the labels that go by SMART's letters where targets stand: "Specific" words one."""
    told = (one.piece.label.text for one in run if isinstance(one.piece, Pair) and is_about_targets(one))
    labels = list(dict.fromkeys(told))
    found = zip(labels, smart_roles(labels) or (), strict=False)
    return {label: held for label, held in found if smart_role(label)}


def _beside_the_first(run: list[Placed]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The roles of labels that could word a target, and belong to the targets of another label: the first that is asked
    for more than once, where they stand below two of it or more ("Target 1", "Step 1", "Step 2", "Target 2", "Step
    1")."""
    told = (one.piece.label.text for one in run if isinstance(one.piece, Pair) and one.kind not in ELSEWHERE)
    labels = [label for label in told if "wording" in part_roles(label)]
    first = _name(labels[0]) if labels else ()
    starts = [at for at, label in enumerate(labels) if _name(label) == first]
    below: dict[tuple[str, ...], set[int]] = {}
    for at, label in enumerate(labels):
        if not set(first) & set(_name(label)):
            below.setdefault(_name(label), set()).add(bisect_right(starts, at))
    whole = {_name(label): label for label in labels}
    return {name: (role_beside(whole[name]),) for name, targets in below.items() if len(targets) > 1}


def _asked_again(run: list[Placed]) -> frozenset[str]:
    """The bold lines and labels that stand there more than once: a form asks them of each target."""
    bold = [one.piece.text for one in run if isinstance(one.piece, Heading) and one.piece.level == BOLD_LINE]
    labels = [one.piece.label.text for one in run if isinstance(one.piece, Pair) and is_about_targets(one) == "new"]
    counts = Counter(bold + labels)
    return frozenset(text for text, count in counts.items() if count > 1 and "wording" not in part_roles(text))


def _roles_here(label: str, value: Cell, asked: frozenset[str]) -> tuple[str, ...]:
    """The label's roles; "Review" above a date asks when."""
    known = part_roles(label)
    if "cost" in known and (has_word(label, "previous") or (label not in asked and has_word(label, "whole_sum"))):
        return ()  # "PP+ last term", "Amount requested" below the last of the new targets
    if "review" in known and set(known) & {"who", "when", "cost"} and "review" in label.lower():
        return tuple("when" if role == "review" else role for role in known)  # "Who / review"
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
        if piece.listed or is_label(piece.text, "targets") or not isinstance(before, Heading | Text):
            return "", None
        after = run[at + 1].piece if at + 1 < len(run) else None
        if isinstance(before, Heading) and before.text in asked:
            return before.text, Cell(piece.text, piece.span, piece.block)
        if is_label(before.text, "targets") if isinstance(before, Text) else _labels_answer(before, after):
            return before.text, Cell(piece.text, piece.span, piece.block)
    return "", None


def _labels_answer(heading: Heading, after: Piece | None) -> bool:
    """Whether a heading labels the line below it: a part of a target, or, by its number or by the part that follows
    (``after``), a target."""
    if _is_part_label(heading) or _is_numbered(heading.text):
        return True
    named = heading.level == BOLD_LINE and is_label(heading.text, "targets")
    label = after.label.text if isinstance(after, Pair) else after.text if isinstance(after, Heading) else ""
    part = set(part_roles(label)) - _NAMING - {"weak_wording"}
    return named and bool(part) and len(label.split()) <= LONGEST_PART


def _is_numbered(title: str) -> bool:
    """Whether the number in a heading is a target's: "Target 2", "No. 1", not "Part 14. Targets"."""
    found = _NUMBERED.search(title)
    named = title[: found.end()] if found else ""
    return bool(part_roles(title) and (set(part_roles(named)) - {"number"} or is_label(named, "targets")))


def _is_part_label(heading: Heading) -> bool:
    """A bold line on its own that labels the answer below it ("Why", "What we will do")."""
    found = part_roles(heading.text)
    if found[:1] == ("number",):  # "Part 14. Targets"
        found = found[1:] or found
    return heading.level == BOLD_LINE and bool(found) and found[0] not in ("wording", "weak_wording")
