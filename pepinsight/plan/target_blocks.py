"""Target-like rows that stand in no table with a header: labelled blocks, titled headings, and lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pepinsight.plan.columns import has_word, is_label, is_word, words_of
from pepinsight.plan.contents import Placed
from pepinsight.plan.pieces import BOLD_LINE, Cell, Heading, Pair, Piece, Text
from pepinsight.plan.plan import SectionKind, Span
from pepinsight.plan.records import (
    ELSEWHERE,
    Group,
    Part,
    Record,
    is_about_targets,
    is_at_home,
    part_roles,
    says_something,
)
from pepinsight.plan.reviewed_lines import groups_of_reviews

LEAST_WORDING = 20  # characters after "Target 1:" in a heading that make it more than a title
LONGEST_PROSE = 300  # characters of a paragraph that words one target
LEAST_ITEM = 8  # characters of a list item that can word a target
_LISTED = re.compile(r"\s*(?:[(]?\d{1,2}[.):]|[(]?[a-h][.)])\s+(?=\S)", re.IGNORECASE)
_TITLED = re.compile(
    r"\s*(?:new |smart |pep )*(?:target|goal|aim|objective|outcome|(?:next )?step)\s*\d{0,2}\s*"
    r"(?:\([^)]*\)|,[^:]*)?\s*[:.–—-]\s+(?=\S)",
    re.IGNORECASE,
)
# "Robin will read ...", "By May you will ...", "To join a club": how a target in running text begins.
_WILL = re.compile(
    r"(?:By [^,.]{3,30},? )?(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?|[Yy]ou),? (?:you )?"
    r"(?:will|is to|are to|to) (?!be )[a-z]|To [a-z]+ "
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
class _Entry:
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

    def looks_on(self, first: _Entry) -> bool:
        """Whether this "Outcome" or "Next steps" belongs to a target that the form labels otherwise."""
        return self.words_target and self.name in _AFTERWARDS and self.name != first.name

    def begins_anew(self, first: _Entry) -> bool:
        """Whether this vague label ("What", "1. Plan") words a target, by its number or as the first of them does."""
        return self.number is not None or self.name == first.name

    def begins_alike(self, later: _Entry) -> bool:
        """Whether ``later`` is a further target of the same numbering, whatever stands above it by now."""
        if self.number is None or later.number is None:
            return False
        return self.number < later.number and self.name == later.name

    def as_part(self) -> _Entry:
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


def groups_in_blocks(run: list[Placed]) -> Iterator[Group]:
    """Groups from pieces between two tables: labelled blocks where there are any, else list items."""
    found: list[tuple[_Entry, Record]] = []
    for entries in _under_each_heading(run):
        wordings = [entry for entry in entries if entry.words_target]
        fold = _by_number if len(wordings) > 1 and _is_out_of_order(entries) else _in_order
        for entry, record in fold(entries):
            goes_on = any(earlier.begins_alike(entry) for earlier, _ in found)
            if _is_target(entry, record) or goes_on:
                found.append((entry, record))
    for key in dict.fromkeys(_common(entry) for entry, _ in found):
        chosen = [item for item in found if _common(item[0]) == key]
        first = chosen[0][0].placed
        records = [record for _, record in chosen if says_something_in(record)]
        columns = frozenset(part.role for record in records for part in record.parts)
        one_heading = len({entry.placed.headings for entry, _ in chosen}) == 1
        headings = first.headings if one_heading else first.headings[1:]
        yield Group("block", first.kind, records, columns, chosen[0][0].label, headings, first.line)
    told = {is_about_targets(entry.placed) for entry, _ in found}
    if "previous" not in told and (reviewed := list(groups_of_reviews(run))):
        yield from reviewed
        told.add("previous")
    yield from _lists([placed for placed in run if not told or is_about_targets(placed) not in {"", *told}])


def says_something_in(record: Record) -> bool:
    """Whether the record's target was filled in."""
    return bool(record.wording.text.strip())


def _common(entry: _Entry) -> tuple[SectionKind, tuple[str, ...]]:
    return entry.placed.kind, entry.placed.headings[1:2]


def _under_each_heading(run: list[Placed]) -> Iterator[list[_Entry]]:
    entries: list[_Entry] = []
    title = ""
    for at, placed in enumerate(run):
        piece = placed.piece
        if isinstance(piece, Heading) and not _is_part_label(piece):
            yield entries
            entries, title = [], piece.text
            found = _TITLED.match(piece.text)
            if found and len(piece.text) - found.end() >= LEAST_WORDING and placed.kind not in ELSEWHERE:
                value = Cell(
                    piece.text[found.end() :], Span(piece.span.start + found.end(), piece.span.end), piece.block
                )
                entries.append(_Entry(found[0], value, ("wording",), title, placed))
        elif placed.kind not in ELSEWHERE:
            label, value_or_none = _labelled(run, at)
            if value_or_none is not None and (known := _named_roles(label) or part_roles(label)):
                entries.extend(_looked_back_on(_Entry(label, value_or_none, known, title, placed)))
    yield entries


def _named_roles(label: str) -> tuple[str, ...]:
    """The roles of "Goal 2" in "Goal 2, sit for a story"; () where what follows is a label too ("Target 2, how")."""
    named = _NAMED.match(label)
    if not named or is_label(label[named.end() :].rstrip(" :)"), "targets"):
        return ()
    return part_roles(named[0].rstrip(" ,(–—-"))


def _looked_back_on(entry: _Entry) -> Iterator[_Entry]:
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


def _labelled(run: list[Placed], at: int) -> tuple[str, Cell | None]:
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
        if is_label(before.text, "targets") if isinstance(before, Text) else _labels_answer(before, after):
            return before.text, Cell(piece.text, piece.span, piece.block)
    return "", None


def _labels_answer(heading: Heading, after: Piece | None) -> bool:
    """Whether a heading labels the line below it: a part of a target, or, by its number or by the part that follows
    (``after``), a target."""
    if _is_part_label(heading) or (part_roles(heading.text) and _NUMBERED.search(heading.text)):
        return True
    named = heading.level == BOLD_LINE and is_label(heading.text, "targets")
    label = after.label.text if isinstance(after, Pair) else after.text if isinstance(after, Heading) else ""
    part = set(part_roles(label)) - _NAMING - {"weak_wording"}
    return named and bool(part) and is_label(label, "targets")


def _is_part_label(heading: Heading) -> bool:
    """A bold line on its own that labels the answer below it ("Why", "What we will do")."""
    found = part_roles(heading.text)
    return heading.level == BOLD_LINE and bool(found) and found[0] not in ("wording", "weak_wording")


def _is_out_of_order(entries: list[_Entry]) -> bool:
    """Whether a print has moved answers apart from their target (short ones first, in pairs; long ones below)."""
    wordings = [entry for entry in entries if entry.words_target]
    numbers = [entry.number for entry in wordings if entry.number is not None]
    if len(numbers) < len(wordings):
        return False
    if numbers != sorted(numbers) or any(entry.number for entry in entries if not entry.words_target):
        return True
    counts = Counter(entry.name for entry in entries)
    seen: set[tuple[str, ...]] = set()
    for at, entry in enumerate(entries):
        if entry.words_target:
            seen = set()
        elif counts[entry.name] == len(wordings) and (entry.name in seen or at < entries.index(wordings[0])):
            return True  # a label stands twice under one target, or above the first
        seen.add(entry.name)
    return False


def _by_number(entries: list[_Entry]) -> Iterator[tuple[_Entry, Record]]:
    """Answers go to the target of their number ("How (2)"); without one, to the target of the same place in the row of
    such labels, where there are as many of them as targets."""
    wordings = sorted((entry for entry in entries if entry.words_target), key=lambda entry: entry.number or 0)
    records = [_record(entry) for entry in wordings]
    numbers = [entry.number for entry in wordings]
    for name in dict.fromkeys(entry.name for entry in entries if not entry.words_target):
        alike = [entry for entry in entries if entry.name == name]
        for at, entry in enumerate(alike):
            if entry.number in numbers:
                _add(records[numbers.index(entry.number)], entry)
            elif entry.number is None and len(alike) == len(records):
                _add(records[at], entry)
    yield from zip(wordings, records, strict=True)


def _in_order(entries: list[_Entry]) -> Iterator[tuple[_Entry, Record]]:
    """Each answer goes to the target above it."""
    found: list[tuple[_Entry, Record]] = []
    for entry in entries:
        if found and entry.looks_on(found[0][0]):
            _add(found[-1][1], entry.as_part())
        elif entry.words_target and not (entry.weak and found and not entry.begins_anew(found[0][0])):
            if found and not found[-1][1].parts and found[-1][0].number is not None and entry.number is None:
                found.pop()  # "Target 2: feelings" only names the target that a bare "Target" now words
            found.append((entry, _record(entry)))
        elif found:
            _add(found[-1][1], replace(entry, roles=("how",)) if entry.weak else entry)
    yield from found


def _record(entry: _Entry) -> Record:
    text = entry.value.text if says_something(entry.value) else ""
    return Record(Part("wording", entry.label, text, entry.value.span), [], (entry.label, entry.title), entry.title)


def _add(record: Record, entry: _Entry) -> None:
    if says_something(entry.value):
        span = entry.value.span
        record.parts.extend(Part(role, entry.label, entry.value.text, span) for role in entry.roles)


def _is_target(entry: _Entry, record: Record) -> bool:
    held = {part.role for part in record.parts}
    about = is_about_targets(entry.placed) and is_at_home(entry.placed, entry.label)
    if entry.weak:
        return bool(about and held & {"how", "measure", "cost"})
    return bool(about or held & {"how", "measure"})


def _in_one(pair: Pair) -> str:
    """Label and answer with as many characters between them as in the document, so that offsets hold."""
    between = pair.value.span.start - pair.label.span.end
    return pair.label.text + ": ".ljust(between)[:between] + pair.value.text


def _is_of_money(placed: Placed) -> bool:
    """Whether a part about money stands within one about targets: its lines tell sums."""
    return placed.kind is SectionKind.PREMIUM and not has_word(" ".join(placed.headings[:1]), "target")


def _lists(run: list[Placed]) -> Iterator[Group]:
    """List items, numbered lines and, where there are none, paragraphs that say what the child will do."""
    groups: dict[tuple[SectionKind, tuple[str, ...], str], Group] = {}
    for placed in run:
        piece = placed.piece
        if placed.kind in ELSEWHERE or not is_at_home(placed) or not isinstance(piece, Text | Pair):
            continue
        if not is_about_targets(placed) or _is_of_money(placed):
            continue
        text = piece.text if isinstance(piece, Text) else _in_one(piece)
        span = piece.span if isinstance(piece, Text) else piece.whole
        number = _LISTED.match(text)
        shape = "list" if (piece.listed or number) and len(text) >= LEAST_ITEM else "prose"
        if shape == "prose" and (not _WILL.match(text) or has_word(text, "target") or len(text) > LONGEST_PROSE):
            continue
        start = span.start + (number.end() if number else 0)
        wording = Part("wording", "", text[number.end() :] if number else text, Span(start, span.end))
        key = (placed.kind, placed.headings, shape)
        group = groups.setdefault(key, Group(shape, placed.kind, [], frozenset(), "", placed.headings, placed.line))
        group.records.append(Record(wording, number=number[0] if number else ""))
    yield from groups.values()
