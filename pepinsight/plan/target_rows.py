"""Target-like rows of tables with a header: which column words the target, and what the others hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pepinsight.plan.columns import FORWARD, has_word, is_label, is_word, roles, smart_roles
from pepinsight.plan.contents import Placed
from pepinsight.plan.pieces import Cell, LogicalTable
from pepinsight.plan.plan import SectionKind
from pepinsight.plan.records import (
    ELSEWHERE,
    LOOKING_BACK,
    UNTICKED,
    Group,
    Part,
    Record,
    is_about_targets,
    is_at_home,
    is_date_like,
    opens_settled,
    part_roles,
    reads_as_target,
    role_beside,
    says_something,
)

LEAST_SENTENCE = 15  # characters, on average, of a column that words targets under an unknown name
LEAST_PLANNED = 3  # of why, how, measure, who, when and money, under a heading that does not look ahead
LEAST_WORDS = 6  # characters; a shorter column numbers the targets
_STARTING = frozenset({"why", "baseline"})  # what a form may ask before it asks for the target
_OF_MEETINGS = frozenset({SectionKind.ACTIONS, SectionKind.MEETING})
_LETTERED = re.compile(r"\s*(\d+)\s*[.(]?[a-h]\b", re.IGNORECASE)


def groups_in_table(placed: Placed) -> Iterator[Group]:
    """The groups of target-like rows that a table holds: none, one, or two where old and new stand side by side."""
    table = placed.piece
    assert isinstance(table, LogicalTable)
    if placed.kind in ELSEWHERE or _is_other_family(table, placed):
        return
    names = [cell.text if not _is_answer(cell.text) else "" for cell in table.header]
    by_column = smart_roles(names) or [part_roles(name) for name in names]
    sides = _sides(table, by_column)
    if sides:
        old, new = sides
        yield _group(table, placed, by_column, old, set(range(old, new)))
        yield _group(table, placed, by_column, new, set(range(len(by_column))) - set(range(old, new)))
        return
    at = _wording_column(table, by_column, placed)
    if at is None:
        return
    others = {role for index, found in enumerate(by_column) if index != at for role in found}
    label = table.header[at].text
    about = is_about_targets(placed) or has_word(label, "target_plainly")
    if (about and is_at_home(placed, label)) or others & {"how", "measure"} or _is_planned(others, placed):
        yield _group(table, placed, by_column, at, set(range(len(by_column))))


def _is_answer(name: str) -> bool:
    """Whether what stands where a column's name should is a sentence: "See targets.", beside a question."""
    return name.rstrip().endswith(".") and len(name.split()) > 1 and not is_label(name, "targets")


def _is_planned(others: set[str], placed: Placed) -> bool:
    """Whether the columns beside the wording make a plan of it, under a heading that says nothing of targets: why, who,
    when, money; of these, who and when are asked of any action too."""
    asked = others & FORWARD
    if placed.kind in _OF_MEETINGS or others & LOOKING_BACK:
        return False
    named = (placed.line, *placed.headings[:1])
    ahead = any(has_word(text, "new") and not has_word(text, "previous") for text in named)
    return len(asked) >= (LEAST_PLANNED if not ahead else LEAST_PLANNED - 1)


def _sides(table: LogicalTable, by_column: list[tuple[str, ...]]) -> tuple[int, int] | None:
    """The columns of the old and the new target, where a form has both in one row, the old one first."""
    wordings = [at for at, found in enumerate(by_column) if "wording" in found and not LOOKING_BACK & set(found)]
    old = [at for at in wordings if has_word(table.header[at].text, "previous")]
    new = [at for at in wordings if old and at > old[0] and has_word(table.header[at].text, "new")]
    return (old[0], new[0]) if new else None


def _group(table: LogicalTable, placed: Placed, by_column: list[tuple[str, ...]], at: int, within: set[int]) -> Group:
    label = table.header[at].text
    settled = [_settle(table, index, found, at) if index in within else () for index, found in enumerate(by_column)]
    settled = _by_cells(table, settled, within - {at}, _tells_of_last(placed, label))
    ticked = _ticked_columns(table, within - {at})
    records = []
    for row, band in zip(table.rows, table.bands, strict=True):
        cell = row[at]
        if cell is None or not says_something(cell):
            continue
        if is_label(cell.text, "targets") and not any(_is_filled(other) for other in row if other is not cell):
            continue  # "Met / partly / not met", "Comment": a label that stands below another
        parts = [
            Part(role, table.header[index].text, other.text, other.span)
            for index, other in enumerate(row)
            if index in within and index != at and other is not None and says_something(other)
            for role in settled[index] or ("",)
        ]
        parts += [
            Part(role, table.header[index].text, table.header[index].text, table.header[index].span)
            for index, other in enumerate(row)
            if index in ticked and other is not None and other.text.strip() not in UNTICKED
            for role in settled[index] or ("review",)
        ]
        number = next((part.text for part in parts if part.role in ("number", "term")), "")
        records.append(Record(Part("wording", label, cell.text, cell.span), parts, (label, band), band, number))
    columns = frozenset(role for index, found in enumerate(settled) if index != at for role in found)
    return Group("table", placed.kind, _merged(records), columns, label, placed.headings, placed.line)


def _is_filled(cell: Cell | None) -> bool:
    return cell is not None and says_something(cell)


def _ticked_columns(table: LogicalTable, beside: set[int]) -> set[int]:
    """The columns that say by a tick how a target stands: "Met", "Partly", "Not met"."""
    named = {at for at in beside if is_word(table.header[at].text, "settled")}
    cells = [cell.text.strip() for at in named for row in table.rows if (cell := row[at]) is not None]
    return named if len(named) > 1 and cells and all(len(text) <= 1 for text in cells) else set()


def _tells_of_last(placed: Placed, label: str) -> bool:
    """Whether a table is about last term's targets: by its section or heading, or by the column that words them."""
    return is_about_targets(placed) == "previous" or (has_word(label, "previous") and not has_word(label, "new"))


def _by_cells(
    table: LogicalTable, settled: list[tuple[str, ...]], beside: set[int], last: bool
) -> list[tuple[str, ...]]:
    """The same with what stands under names never seen: what became of the targets, or else what will be done; of
    ``last`` term's only the former."""
    told = list(settled)
    unnamed = [at for at in sorted(beside) if not settled[at] and table.column(at)]
    for at in unnamed:
        cells = table.column(at)
        if len(cells) > 1 and sum(opens_settled(cell.text) for cell in cells) * 2 >= len(cells):
            told[at] = ("review",)
    known = {role for found in told for role in found}
    sentences = [at for at in unnamed if _length(table, at) >= LEAST_SENTENCE]
    if sentences and not known & {"how", *LOOKING_BACK}:
        told[max(sentences, key=lambda at: _length(table, at))] = ("review",) if last else ("how",)
    return told


def _merged(records: list[Record]) -> list[Record]:
    """Rows 1a, 1b, 1c with one wording are one target, with all their actions and sums."""
    merged: list[Record] = []
    for record in records:
        before = merged[-1] if merged else None
        part, earlier = _LETTERED.match(record.number), before and _LETTERED.match(before.number)
        if before and part and earlier and part[1] == earlier[1] and record.wording.text == before.wording.text:
            before.parts.extend(record.parts)
        else:
            merged.append(record)
    return merged


def _is_other_family(table: LogicalTable, placed: Placed) -> bool:
    """Whether the header is plainly that of attainment, attendance, people or spending."""
    texts = [cell.text for cell in table.header]
    attainment = {role for text in texts for role in roles(text, "attainment")[:1]}
    if (
        "subject" in attainment
        and attainment & {"target", "previous", "current"}
        and attainment & {"on_track", "current"}
        and not (attainment == {"subject", "current"} and is_about_targets(placed))  # "Area | Working towards"
    ):
        targets = {role for text in texts for role in part_roles(text)}
        return not targets & {"how", "measure"}
    by_column = [_spending(text) for text in texts]
    spending = {role for found in by_column for role in found}
    worded = any(
        "wording" in part_roles(text) or ("weak_wording" in part_roles(text) and found != ("item",))
        for text, found in zip(texts, by_column, strict=True)
    )
    if {"item", "amount"} <= spending and not worded:
        asked = {role for text in texts[1:] for role in part_roles(text)}
        reasoned = is_about_targets(placed) and "why" in asked and asked & {"who", "when"}
        return not (reasoned or asked & {"how", "measure"})
    people = {role for text in texts for role in roles(text, "people")[:1]}
    return {"name", "role"} <= people and not any("wording" in part_roles(text) for text in texts)


def _spending(label: str) -> tuple[str, ...]:
    """What a column of spending holds; "What we planned" is no item."""
    found = roles(label, "spending")[:1]
    return () if found == ("item",) and not is_label(label, "spending") else found


def _wording_column(table: LogicalTable, by_column: list[tuple[str, ...]], placed: Placed) -> int | None:
    """The column that words the targets: by a plain name, else by a vague one that its neighbours bear out."""
    named = _named_column(table, by_column)
    return named if named is not None else _vague_column(table, by_column, placed)


def _length(table: LogicalTable, at: int) -> float:
    """The mean length of a column's filled cells."""
    cells = table.column(at)
    return sum(len(cell.text) for cell in cells) / len(cells) if cells else 0.0


def _named_column(table: LogicalTable, by_column: list[tuple[str, ...]]) -> int | None:
    found = [at for at, held in enumerate(by_column) if "wording" in held]
    # Of "Target no.", "Target area", "EHCP outcome" and "PEP target", the last words the target.
    found = [at for at in found if not LOOKING_BACK & set(by_column[at])] or found
    found = [at for at in found if not _mostly_settled(table.column(at))] or found  # "Outcome": met, not yet met
    found = [at for at in found if by_column[at][0] == "wording"] or found
    found = [at for at in found if by_column[at] == ("wording",)] or found
    found = [at for at in found if _length(table, at) >= LEAST_WORDS] or found
    found = [at for at in found if "target" in table.header[at].text.lower()] or found
    if not found:
        return None
    # "Plan | From | Aim | Result": the words of the target are longer than the figure aimed for.
    vague = [at for at, held in enumerate(by_column) if held == ("weak_wording",)]
    if vague and _length(table, vague[0]) > 2 * _length(table, found[0]):
        return vague[0]
    return found[0]


def _vague_column(table: LogicalTable, by_column: list[tuple[str, ...]], placed: Placed) -> int | None:
    about = is_about_targets(placed)
    vague = [at for at, held in enumerate(by_column) if "weak_wording" in held]
    others = {role for at, held in enumerate(by_column) for role in held if at not in vague[:1]}
    planned = len(others & {"how", "measure", "cost", "why"})
    if vague and has_word(table.header[vague[0]].text, "target"):
        planned = len(others & FORWARD)  # "Step | Who | When", where "Action | Who | When" is none
    if vague and (planned >= (1 if about else 2) or (about == "previous" and others & LOOKING_BACK)):
        return vague[0]
    unknown = [at for at in range(len(by_column)) if _may_word(table, at, by_column[at])]
    if unknown and about != "previous" and not others & LOOKING_BACK - set(by_column[unknown[0]]):
        rest = {role for at, held in enumerate(by_column) for role in held if at != unknown[0]} & FORWARD
        if len(rest) >= (2 if about else LEAST_PLANNED) and not _asks_before(table, unknown[0], by_column):
            reads = [at for at in unknown if _mostly_targets(table.column(at))]
            return (reads or unknown)[0]  # whatever this form calls its targets
    hows = [at for at, held in enumerate(by_column) if held[:1] == ("how",)]
    if hows and "measure" in others and planned >= 2 and (about or placed.kind is SectionKind.ACTIONS):
        if by_column[0] == ("measure",) and "why" in others:
            return 0  # "What will be different | Why | What we will do": what is aimed for comes first
        return hows[0]  # an action plan that says how it will be measured is a plan of targets
    rest = {role for held in by_column[1:] for role in held}
    looks_back = (about and rest & LOOKING_BACK) or placed.kind is SectionKind.PREVIOUS_TARGETS
    if not looks_back or rest & {"how", "measure", "why"}:
        return None
    worded = [at for at, held in enumerate(by_column) if not LOOKING_BACK & set(held)]
    return next((at for at in worded if _length(table, at) >= LEAST_WORDS), None)


def _may_word(table: LogicalTable, at: int, held: tuple[str, ...]) -> bool:
    """Whether a column under no plain label of another kind holds sentences."""
    label = table.header[at].text
    return _length(table, at) >= LEAST_SENTENCE and not (held and is_label(label, "targets"))


def _mostly_settled(cells: list[Cell]) -> bool:
    return sum(opens_settled(cell.text) for cell in cells) * 2 >= len(cells) > 0


def _mostly_targets(cells: list[Cell]) -> bool:
    return sum(reads_as_target(cell.text) for cell in cells) * 2 > len(cells)


def _asks_before(table: LogicalTable, at: int, by_column: list[tuple[str, ...]]) -> bool:
    """Whether another column of sentences stands before this one: what is aimed for comes first, if not the reason."""
    return any(
        set(held) - _STARTING and _length(table, index) >= LEAST_SENTENCE for index, held in enumerate(by_column[:at])
    )


def _settle(table: LogicalTable, at: int, found: tuple[str, ...], wording: int) -> tuple[str, ...]:
    """A column that could be two things is settled by what stands in it or beside it."""
    if at == wording:
        return found
    settled = []
    if found == ("review", "when") and sum(opens_settled(cell.text) for cell in table.column(at)) * 2 <= len(
        table.column(at)
    ):
        return ("when",)  # "Done when", where nothing says that it is done
    for role in found:
        if found == ("review",) and "review" in table.header[at].text.lower() and _mostly_dates(table.column(at)):
            role = "when"  # "Review" as the date on which it will be looked at
        elif role in ("wording", "weak_wording"):
            role = role_beside(table.header[at].text)
        settled.append(role)
    return tuple(dict.fromkeys(settled))


def _mostly_dates(cells: list[Cell]) -> bool:
    dates = sum(is_date_like(cell.text) for cell in cells)
    return bool(cells) and dates * 2 > len(cells)
