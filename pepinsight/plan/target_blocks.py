"""Target-like rows that stand in no table with a header: labelled blocks, titled headings, and lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pepinsight.plan.columns import has_word
from pepinsight.plan.contents import Placed
from pepinsight.plan.plan import SectionKind
from pepinsight.plan.records import Group, Part, Record, is_about_targets, is_at_home, says_something
from pepinsight.plan.reviewed_lines import groups_of_reviews
from pepinsight.plan.target_entries import Entry, entries_under_each_heading
from pepinsight.plan.target_lists import groups_in_lists, without_plan

LONGEST_POINTER = 8  # words of an answer that only points to last term's targets
LONGEST_TITLE = 5  # words behind "Targets:" that still read as its title


def groups_in_blocks(run: list[Placed]) -> Iterator[Group]:
    """Groups from pieces between two tables: labelled blocks where there are any, else list items."""
    found: list[tuple[Entry, Record]] = []
    for entries in entries_under_each_heading(run):
        wordings = [entry for entry in entries if entry.words_target]
        fold = _by_number if len(wordings) > 1 and _is_out_of_order(entries) else _in_order
        for entry, record in fold(entries):
            goes_on = any(earlier.begins_alike(entry) for earlier, _ in found)
            heads = entry.number is None and any(other.number is not None for other in wordings)
            if (_is_target(entry, record) and not (heads and _is_bare(entry, record))) or goes_on:
                found.append((entry, record))
    for key in dict.fromkeys(_common(entry) for entry, _ in found):
        chosen = [item for item in found if _common(item[0]) == key]
        first = chosen[0][0].placed
        records = [without_plan(record) for _, record in chosen if says_something_in(record)]
        columns = frozenset(part.role for record in records for part in record.parts)
        one_heading = len({entry.placed.headings for entry, _ in chosen}) == 1
        headings = first.headings if one_heading else first.headings[1:]
        yield Group("block", first.kind, records, columns, chosen[0][0].label, headings, first.line)
    told = {is_about_targets(entry.placed) for entry, _ in found}
    if "previous" not in told and (reviewed := list(groups_of_reviews(run))):
        yield from reviewed
        told.add("previous")
    yield from groups_in_lists([placed for placed in run if not told or is_about_targets(placed) not in {"", *told}])


def says_something_in(record: Record) -> bool:
    """Whether the record's target was filled in, with more than a word that last term's go on."""
    text = record.wording.text.strip()
    return bool(text) and not (len(text.split()) <= LONGEST_POINTER and has_word(text, "carried"))


def _common(entry: Entry) -> tuple[SectionKind, tuple[str, ...], int, bool]:
    is_last = has_word(entry.label, "previous") and not has_word(entry.label, "new")
    return entry.placed.kind, entry.placed.headings[1:2], entry.round, is_last


def _is_out_of_order(entries: list[Entry]) -> bool:
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


def _by_number(entries: list[Entry]) -> Iterator[tuple[Entry, Record]]:
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


def _in_order(entries: list[Entry]) -> Iterator[tuple[Entry, Record]]:
    """Each answer goes to the target above it."""
    found: list[tuple[Entry, Record]] = []
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


def _record(entry: Entry) -> Record:
    text = entry.value.text if says_something(entry.value) else ""
    return Record(Part("wording", entry.label, text, entry.value.span), [], (entry.label, entry.title), entry.title)


def _add(record: Record, entry: Entry) -> None:
    if says_something(entry.value):
        span = entry.value.span
        record.parts.extend(Part(role, entry.label, entry.value.text, span) for role in entry.roles or ("",))


def _is_bare(entry: Entry, record: Record) -> bool:
    """Whether a label speaks of several targets, and no plan of one follows."""
    return any(word.endswith("s") for word in entry.name) and entry.number is None and not record.parts


def _is_target(entry: Entry, record: Record) -> bool:
    several = bool(entry.name) and entry.name[-1].endswith("s")
    if several and _is_bare(entry, record) and len(record.wording.text.split()) <= LONGEST_TITLE:
        return False  # "Targets: review of summer 2025" heads what follows
    held = {part.role for part in record.parts}
    about = is_about_targets(entry.placed) and is_at_home(entry.placed, entry.label)
    if entry.weak:
        return bool(about and held & {"how", "measure", "cost"})
    return bool(about or held & {"how", "measure"})
