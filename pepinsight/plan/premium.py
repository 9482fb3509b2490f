"""Pupil premium plus and its like: every sum with the words around it, the target it serves, and which term's it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from rapidfuzz import fuzz, utils

from pepinsight.plan.columns import any_of, has_word, one_of, roles, several_of
from pepinsight.plan.contents import Contents, Placed
from pepinsight.plan.groups import groups_of
from pepinsight.plan.money import amount, settled, sums
from pepinsight.plan.pieces import LogicalTable, Pair, Text
from pepinsight.plan.plan import PremiumLine, SectionKind, Span, Target
from pepinsight.plan.previous import is_previous
from pepinsight.plan.records import Group

_TERMS = re.compile(r"\b(autumn|aut|spring|spr|summer)\b", re.IGNORECASE)
_NUMBERED = re.compile(
    rf"\b{any_of('target')}\s*(?:no\.?|number|#)?\s*(\d{{1,2}})\b(?!\s*%)"
    r"|^\W*T\s?(\d)\b(?=\s*(?:$|[:.–-]))",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third", "fourth")
_IN_ORDER = re.compile(rf"\b({'|'.join(_ORDINALS)})\s+{one_of('target')}\b", re.IGNORECASE)
# "Steps 1 to 3", "targets 1, 2 and 4": a sum for several of them.
_SEVERAL = re.compile(
    rf"\b{several_of('target')}\s*(?P<from>\d)"
    r"(?:\s*(?P<to>to|-|–)\s*(?P<last>\d)|(?P<more>(?:\s*(?:,|and|&|,\s*and)\s*\d)+))\b",
    re.IGNORECASE,
)
LEAST_NAMED = 15  # characters of a passage that may repeat a target's words
SAME_WORDS = 90  # of 100
_CLAUSE_MARKS = (", ", "; ", ": ", " and ", " plus ", "\n")
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*[.!?]?")


def find_premium(
    contents: Contents,
    targets: Sequence[Target] = (),
    meeting: date | None = None,
    groups: Sequence[Group] | None = None,
) -> tuple[PremiumLine, ...]:
    """Every sum of pupil premium, early years premium, bursary or grant, in order of its place.

    A sum in a new target's row is this term's and carries that target's index. Elsewhere the words around it, the term
    they name (against ``meeting``'s) and the section tell last term's spend from this term's; else ``when`` is None.
    A sum set aside elsewhere for a target that is named beside it ("Step 2", its own words) is that target's too.
    """
    found: dict[Span, PremiumLine] = {}
    for index, target in enumerate(targets):
        for span in target.row:
            if span != target.wording and _has_sum(contents, span, ("cost", span) in target.parts):
                found[span] = PremiumLine(span, amount(_words(contents, span)), index, "this")
    groups = groups if groups is not None else groups_of(contents)
    for group in groups:
        if is_previous(group, groups):
            for part in (part for record in group.records for part in record.parts):
                if part.span not in found and _has_sum(contents, part.span, part.role == "cost"):
                    found[part.span] = PremiumLine(part.span, amount(part.text), None, "last")
    taken = sorted((span.start, span.end) for span in found)
    for placed in contents.placed:
        for line in _elsewhere(contents, placed, meeting):
            if not any(start < line.span.end and line.span.start < end for start, end in taken):
                found[line.span] = line if line.when == "last" else _for_target(contents, placed, line, targets)
    return tuple(sorted(found.values(), key=lambda line: line.span.start))


def with_sums(targets: Sequence[Target], lines: Sequence[PremiumLine]) -> tuple[Target, ...]:
    """The targets, those whose rows hold no sum with what stands elsewhere in their name."""
    summed = []
    for index, target in enumerate(targets):
        own = [line for line in lines if line.target == index]
        elsewhere = [line.amount for line in own if line.amount is not None and line.span not in target.row]
        alone = target.amount is None and len(elsewhere) == len(own)
        summed.append(replace(target, amount=sum(elsewhere)) if alone and any(elsewhere) else target)
    return tuple(summed)


def _for_target(contents: Contents, placed: Placed, line: PremiumLine, targets: Sequence[Target]) -> PremiumLine:
    """The line with the target that stands beside it, by its number or in its own words."""
    if placed.kind is SectionKind.PREVIOUS_TARGETS:
        return line
    if _SEVERAL.search(_words(contents, line.span)):
        return replace(line, when="this")  # one sum for several targets is none's alone
    number = next((number for words in _beside(contents, placed, line) if (number := _number_in(words))), 0)
    if 0 < number <= len(targets):
        return replace(line, target=number - 1, when="this")
    wordings = [utils.default_process(_words(contents, target.wording)) for target in targets]
    for words in _beside(contents, placed, line):
        named = utils.default_process(words)
        for index, wording in enumerate(wordings):
            if len(named) >= LEAST_NAMED and fuzz.partial_ratio(named, wording) >= SAME_WORDS:
                return replace(line, target=index, when="this")
    topics = [_topics(contents, target) for target in targets]
    for words in _beside(contents, placed, line):
        named = utils.default_process(words)
        about = [index for index, of in enumerate(topics) if named in of]
        if len(about) == 1:
            return replace(line, target=about[0], when="this")
    return line


def _number_in(words: str) -> int:
    """The number of the target that the words name ("Target 2", "T2", "the second target"); 0 where they name none."""
    if found := _NUMBERED.search(words):
        return int(found[1] or found[2])
    named = _IN_ORDER.search(words)
    return _ORDINALS.index(named[1].lower()) + 1 if named else 0


def _topics(contents: Contents, target: Target) -> frozenset[str]:
    """What a target is about in the form's own words: its subject or area."""
    named = (utils.default_process(_words(contents, span)) for role, span in target.parts if role == "subject")
    return frozenset(topic for topic in named if topic)


def targets_named(words: str) -> frozenset[int]:
    """The places (from 0) of the targets that one sum is for together, by number; none where it names but one."""
    numbers: set[int] = set()
    for found in _SEVERAL.finditer(words):
        if found["last"]:
            numbers.update(range(int(found["from"]), int(found["last"]) + 1))
        else:
            numbers.update(int(number) for number in re.findall(r"\d", found[0]))
    return frozenset(number - 1 for number in numbers)


def _beside(contents: Contents, placed: Placed, line: PremiumLine) -> Iterator[str]:
    """The words in which a sum's target may be named: its own, and each cell of its row, after its column's name."""
    yield _words(contents, line.span)
    if isinstance(placed.piece, LogicalTable):
        for row in placed.piece.rows:
            cells = [(at, cell) for at, cell in enumerate(row) if cell is not None and not cell.blank]
            if any(cell.span.start <= line.span.start < cell.span.end for _, cell in cells):
                for at, cell in cells:
                    is_number = cell.text.strip(" .").isdigit() and has_word(placed.piece.header[at].text, "target")
                    is_term = roles(placed.piece.header[at].text, "targets")[:1] == ("term",)
                    if not is_term:
                        yield f"target {cell.text}" if is_number else cell.text


def _words(contents: Contents, span: Span) -> str:
    return contents.document.text[span.start : span.end]


def _has_sum(contents: Contents, span: Span, cost: bool) -> bool:
    text = _words(contents, span)
    if cost:
        return amount(text) is not None
    return (_is_money(text) or has_word(text, "pays")) and any(not item.rate for item in sums(text))


def _is_money(text: str) -> bool:
    return has_word(text, "premium") or has_word(text, "other_fund")


def _is_about_money(placed: Placed) -> bool:
    heading = placed.headings[0] if placed.headings else ""
    return placed.kind is SectionKind.PREMIUM or (placed.kind is SectionKind.TARGETS and has_word(heading, "money"))


def _elsewhere(contents: Contents, placed: Placed, meeting: date | None) -> Iterator[PremiumLine]:
    piece = placed.piece
    if isinstance(piece, LogicalTable):
        yield from _in_table(piece, placed, meeting)
    elif isinstance(piece, Pair) and sums(piece.label.text):  # "PP+ last term was £580: licence (£160), ..."
        yield from _in_text(_words(contents, piece.whole), piece.whole, "", placed, meeting)
    elif isinstance(piece, Pair):
        lines = list(_in_text(piece.value.text, piece.value.span, piece.label.text, placed, meeting))
        yield from (replace(lines[0], span=piece.whole),) if len(lines) == 1 else lines
    elif isinstance(piece, Text) and sums(piece.text):
        for match in _SENTENCE.finditer(piece.text):
            start = piece.span.start + match.start()
            yield from _in_text(match[0], Span(start, start + len(match[0])), "", placed, meeting)


def _in_text(text: str, span: Span, label: str, placed: Placed, meeting: date | None) -> Iterator[PremiumLine]:
    """One line a sum, with the words of its own clause around it."""
    found = settled(text)
    if not found:
        return
    cuts = [0, *(_clause_start(text, one.end, two.start) for one, two in pairwise(found)), len(text)]
    for item, (start, end) in zip(found, pairwise(cuts), strict=True):
        words = text[start:end]
        of_target = _number_in(words) and _is_money(text)
        if _is_about_money(placed) or of_target or _is_money(f"{label} {words}"):
            when = _when((label, words, text), placed, meeting)
            start += len(words) - len(words.lstrip())
            yield PremiumLine(Span(span.start + start, span.start + end), item.pounds, None, when)


def _clause_start(text: str, start: int, end: int) -> int:
    """Where between two sums the second one's clause starts."""
    cut = max(text.rfind(mark, start, end) + len(mark) if mark in text[start:end] else 0 for mark in _CLAUSE_MARKS)
    return cut or start


def _in_table(table: LogicalTable, placed: Placed, meeting: date | None) -> Iterator[PremiumLine]:
    names = " ".join(cell.text for cell in table.header if not has_word(cell.text, "hoped"))
    if not _is_about_money(placed) and not _is_money(f"{names} {placed.line} {' '.join(placed.headings[:1])}"):
        return
    money = _money_columns(table)
    looks_back = _looks_back(table, money)
    for row in table.rows:
        cells = [cell for cell in row if cell is not None and not cell.blank]
        if not cells:
            continue
        words = " ".join(cell.text for cell in cells)
        span = Span(min(cell.span.start for cell in cells), max(cell.span.end for cell in cells))
        for at in money:
            cost = row[at]
            if cost is None or cost.blank or (pounds := amount(cost.text)) is None:
                continue
            name = table.header[at].text if len(money) > 1 else names
            when = "last" if looks_back else _when((name, words), placed, meeting)
            yield PremiumLine(cost.span if len(money) > 1 else span, pounds, None, when)


def _looks_back(table: LogicalTable, money: list[int]) -> bool:
    """Whether the table tells what came of the sums: a column for it is filled in, and not with what is hoped for."""
    names = [cell.text for cell in table.header]
    told = [at for at, name in enumerate(names) if "impact" in roles(name, "spending") and not has_word(name, "hoped")]
    planned = any(has_word(name, "set_aside") for name in names)
    return len(money) == 1 and not planned and any(table.column(at) for at in told if at not in money)


def _money_columns(table: LogicalTable) -> list[int]:
    """The column in which the sums stand, by its cells, else by its name; each term's own where there are several."""
    named = [at for at, cell in enumerate(table.header) if roles(cell.text, "spending")[:1] == ("amount",)]
    if len(named) == 1 and any(amount(cell.text) is not None for cell in table.column(named[0])):
        return named
    counts = [sum(bool(sums(cell.text)) for cell in table.column(at)) for at in range(len(table.header))]
    by_term = [at for at, cell in enumerate(table.header) if counts[at] and _TERMS.search(cell.text)]
    if len(by_term) > 1:
        return by_term
    if any(counts):
        return [counts.index(max(counts))]
    return [at for at, cell in enumerate(table.header) if "amount" in roles(cell.text, "spending")][:1]


def _when(texts: Sequence[str], placed: Placed, meeting: date | None) -> str | None:
    near, far = texts[:2], (*texts[2:], placed.line, *placed.headings[:1])
    for group in (near, far):
        for words in group:
            if (by_term := _by_term(words, meeting)) is not None:
                return by_term
        for words in group:
            if has_word(words, "set_aside"):
                return "this"
            if has_word(words, "spent_before"):
                return "last"
    if placed.kind is SectionKind.PREVIOUS_TARGETS:
        return "last"
    return "this" if placed.kind is SectionKind.TARGETS else None


def _by_term(text: str, meeting: date | None) -> str | None:
    """ "this" for the term of the meeting or the next, "last" for an earlier one."""
    named = {found[1].lower()[:2] for found in _TERMS.finditer(text)}
    if meeting is None or not named:
        return None
    now = "au" if meeting.month >= 9 else "sp" if meeting.month <= 3 else "su"
    coming = {"au": "sp", "sp": "su"}.get(now)  # in summer, "autumn" may be either
    if now == "su" and named == {"au"}:
        return None
    return "this" if now in named or named == {coming} else "last"
