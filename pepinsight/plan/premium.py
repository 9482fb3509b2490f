"""Pupil premium plus and its like: every sum with the words around it, the target it serves, and which term's it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pepinsight.plan.columns import has_word, roles
from pepinsight.plan.contents import Contents, Placed
from pepinsight.plan.groups import groups_of
from pepinsight.plan.money import amount, sums
from pepinsight.plan.plan import PremiumLine, SectionKind, Span, Target
from pepinsight.plan.previous import is_previous
from pepinsight.plan.records import Group
from pepinsight.plan.tables import Cell, LogicalTable, Pair, Text

_TERMS = re.compile(r"\b(autumn|aut|spring|spr|summer|sum)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*[.!?]?")
_MONEY_SECTIONS = frozenset({SectionKind.PREMIUM, SectionKind.TARGETS, SectionKind.PREVIOUS_TARGETS})


def find_premium(
    contents: Contents,
    targets: Sequence[Target] = (),
    meeting: date | None = None,
    groups: Sequence[Group] | None = None,
) -> tuple[PremiumLine, ...]:
    """Every sum of pupil premium, early years premium, bursary or grant, in order of its place.

    A sum in a new target's row is this term's and carries that target's index. Elsewhere the words around it, the term
    they name (against ``meeting``'s) and the section tell last term's spend from this term's; else ``when`` is None.
    """
    found: dict[Span, PremiumLine] = {}
    for index, target in enumerate(targets):
        for span in target.row:
            if span != target.wording and _has_sum(contents, span, ("cost", span) in target.parts):
                found[span] = PremiumLine(span, amount(_words(contents, span)), index, "this")
    for group in groups if groups is not None else groups_of(contents):
        if is_previous(group):
            for part in (part for record in group.records for part in record.parts):
                if part.span not in found and _has_sum(contents, part.span, part.role == "cost"):
                    found[part.span] = PremiumLine(part.span, amount(part.text), None, "last")
    taken = sorted((span.start, span.end) for span in found)
    for placed in contents.placed:
        for line in _elsewhere(placed, meeting):
            if not any(start < line.span.end and line.span.start < end for start, end in taken):
                found[line.span] = line
    return tuple(sorted(found.values(), key=lambda line: line.span.start))


def _words(contents: Contents, span: Span) -> str:
    return contents.document.text[span.start : span.end]


def _has_sum(contents: Contents, span: Span, cost: bool) -> bool:
    text = _words(contents, span)
    return amount(text) is not None if cost else bool(sums(text))


def _elsewhere(placed: Placed, meeting: date | None) -> Iterator[PremiumLine]:
    piece = placed.piece
    if isinstance(piece, LogicalTable):
        yield from _in_table(piece, placed, meeting)
    elif isinstance(piece, Pair):
        if sums(piece.value.text) and _is_premium(f"{piece.label.text} {piece.value.text}", placed):
            when = _when(f"{piece.label.text} {piece.value.text}", placed, meeting)
            yield PremiumLine(piece.whole, amount(piece.value.text), None, when)
    elif isinstance(piece, Text) and sums(piece.text):
        for match in _SENTENCE.finditer(piece.text):
            if sums(match[0]) and _is_premium(piece.text, placed):
                start = piece.span.start + match.start() + len(match[0]) - len(match[0].lstrip())
                span = Span(start, piece.span.start + match.end())
                yield PremiumLine(span, amount(match[0]), None, _when(match[0], placed, meeting))


def _is_premium(text: str, placed: Placed) -> bool:
    if has_word(text, "premium") or has_word(text, "other_fund"):
        return True
    return placed.kind in _MONEY_SECTIONS


def _in_table(table: LogicalTable, placed: Placed, meeting: date | None) -> Iterator[PremiumLine]:
    names = " ".join(cell.text for cell in table.header)
    if not _is_premium(names, placed):
        return
    money = [at for at, cell in enumerate(table.header) if "amount" in roles(cell.text, "spending")]
    for row in table.rows:
        cells = [cell for cell in row if cell is not None and not cell.blank]
        costs = [row[at] for at in money] or list(row[1:])
        for at, cost in enumerate(costs):
            pounds = _pounds(cost, bool(money))
            if cost is None or pounds is None or not cells:
                continue
            start = cells[0].span.start if at == 0 else cost.span.start
            span = Span(min(start, cost.span.start), max(cost.span.end, cells[-1].span.end if len(costs) == 1 else 0))
            words = " ".join(cell.text for cell in cells)
            yield PremiumLine(span, pounds, None, _when(f"{words} {names}", placed, meeting))


def _pounds(cell: Cell | None, in_money_column: bool) -> float | None:
    if cell is None or cell.blank:
        return None
    return amount(cell.text) if in_money_column or sums(cell.text) else None


def _when(text: str, placed: Placed, meeting: date | None) -> str | None:
    around = (text, placed.line, *placed.headings[:1])
    for words in around:
        if (by_term := _by_term(words, meeting)) is not None:
            return by_term
        if has_word(words, "set_aside"):
            return "this"
        if has_word(words, "spent_before"):
            return "last"
    if placed.kind is SectionKind.PREVIOUS_TARGETS:
        return "last"
    return "this" if placed.kind is SectionKind.TARGETS else None


def _by_term(text: str, meeting: date | None) -> str | None:
    """ "last" for a term before the meeting's, "this" for the meeting's own or the next."""
    named = {found[1].lower()[:2] for found in _TERMS.finditer(text)}
    if meeting is None or not named:
        return None
    now = "au" if meeting.month >= 9 else "sp" if meeting.month <= 3 else "su"
    before = {"au": "su", "sp": "au", "su": "sp"}[now]
    return "last" if named == {before} else "this"
