"""Rows that may be targets, new or old, in whatever shape a form gives them: tables, labelled blocks, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pepinsight.plan.columns import has_word, is_word, roles
from pepinsight.plan.contents import Contents, Placed
from pepinsight.plan.plan import SectionKind, Span
from pepinsight.plan.tables import BOLD_LINE, Cell, Heading, LogicalTable, Pair, Text

FORWARD = frozenset({"how", "measure", "when", "cost", "why", "who"})
LOOKING_BACK = frozenset({"review", "impact"})
# Sections whose goals and plans are not the plan's targets.
_ELSEWHERE = frozenset(
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
LEAST_WORDING = 20  # characters after "Target 1:" in a heading that make it more than a title
_LETTERED = re.compile(r"\s*(\d+)\s*[.(]?[a-h]\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*(?:[(]?\d{1,2}[.):]|[(]?[a-h][.)])\s+(?=\S)", re.IGNORECASE)
_TITLED = re.compile(
    r"\s*(?:new |smart |pep )*(?:target|goal|aim|objective|outcome|(?:next )?step)s?\s*\d{0,2}\s*"
    r"(?:\([^)]*\)|,[^:]*)?\s*[:.–—-]\s+(?=\S)",
    re.IGNORECASE,
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

    shape: str  # "table", "block" or "list"
    kind: SectionKind
    records: list[Record]
    columns: frozenset[str]  # the roles that the form asks for, filled or not
    wording_label: str
    headings: tuple[str, ...]
    line: str
    weak: bool = False  # only a weak word ("Action", "What") names the wording


def groups_of(contents: Contents) -> list[Group]:
    """Every group of target-like rows, in reading order."""
    found: list[Group] = []
    run: list[Placed] = []
    for placed in contents.placed:
        if isinstance(placed.piece, LogicalTable):
            found.extend(_blocks(run))
            run = []
            found.extend(_table_group(placed))
        else:
            run.append(placed)
    found.extend(_blocks(run))
    return found


def part_roles(label: str) -> tuple[str, ...]:
    """The roles of a label in a table of targets."""
    return roles(label, "targets")


def _table_group(placed: Placed) -> Iterator[Group]:
    table = placed.piece
    assert isinstance(table, LogicalTable)
    if placed.kind in _ELSEWHERE or _is_other_family(table):
        return
    by_column = [part_roles(cell.text) for cell in table.header]
    wording = _wording_column(table, by_column, placed)
    if wording is None:
        return
    at, weak = wording
    others = {role for index, found in enumerate(by_column) if index != at for role in found}
    if not is_about_targets(placed) and not others & {"how", "measure", "when", "review"}:
        return
    by_column = [_settle(table, index, found, at) for index, found in enumerate(by_column)]
    records = []
    for row, band in zip(table.rows, table.bands, strict=True):
        cell = row[at]
        if cell is None or not _says_something(cell):
            continue
        parts = [
            Part(role, table.header[index].text, other.text, other.span)
            for index, other in enumerate(row)
            if index != at and other is not None and _says_something(other)
            for role in by_column[index] or ("",)
        ]
        label = table.header[at].text
        number = next((part.text for part in parts if part.role in ("number", "term")), "")
        records.append(Record(Part("wording", label, cell.text, cell.span), parts, (label, band), band, number))
    columns = frozenset(role for index, found in enumerate(by_column) if index != at for role in found)
    yield Group(
        "table", placed.kind, _merged(records), columns, table.header[at].text, placed.headings, placed.line, weak
    )


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


def _is_other_family(table: LogicalTable) -> bool:
    """Whether the header is plainly that of attainment, attendance, people or spending."""
    texts = [cell.text for cell in table.header]
    attainment = {role for text in texts for role in roles(text, "attainment")[:1]}
    if (
        "subject" in attainment
        and attainment & {"target", "previous", "current"}
        and attainment & {"on_track", "current"}
    ):
        targets = {role for text in texts for role in part_roles(text)}
        return not targets & {"how", "measure"}
    spending = {role for text in texts for role in roles(text, "spending")[:1]}
    if {"item", "amount"} <= spending and not any("wording" in part_roles(text) for text in texts):
        return not {role for text in texts[1:] for role in part_roles(text)} & {"how", "measure"}
    people = {role for text in texts for role in roles(text, "people")[:1]}
    return {"name", "role"} <= people


def _wording_column(table: LogicalTable, by_column: list[tuple[str, ...]], placed: Placed) -> tuple[int, bool] | None:
    def length(at: int) -> float:
        cells = table.column(at)
        return sum(len(cell.text) for cell in cells) / len(cells) if cells else 0.0

    strong = [at for at, found in enumerate(by_column) if "wording" in found]
    plain = [at for at in strong if not LOOKING_BACK & set(by_column[at])] or strong
    if plain:
        clear = [at for at in plain if by_column[at][0] == "wording"] or plain
        # "Plan | From | Aim | Result": the words of the target are longer than the figure aimed for.
        weak = [at for at, found in enumerate(by_column) if found == ("weak_wording",)]
        best = clear[0]
        if weak and length(weak[0]) > 2 * length(best):
            best = weak[0]
        return best, False
    weak = [at for at, found in enumerate(by_column) if "weak_wording" in found]
    others = {role for at, found in enumerate(by_column) for role in found if at not in weak[:1]}
    about = is_about_targets(placed)
    planned = len(others & {"how", "measure", "cost", "why"})
    if weak and (planned >= (1 if about else 2) or (about == "previous" and others & LOOKING_BACK)):
        return weak[0], True
    if about == "previous" and others & LOOKING_BACK:
        unknown = [at for at, found in enumerate(by_column) if not found or found == ("number",)]
        if unknown:
            return max(unknown, key=length), True
    return None


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


def _settle(table: LogicalTable, at: int, found: tuple[str, ...], wording: int) -> tuple[str, ...]:
    """A column that could be two things is settled by what stands in it or beside it."""
    if at == wording:
        return found
    settled = []
    for role in found:
        if found == ("review",) and "review" in table.header[at].text.lower() and _mostly_dates(table.column(at)):
            role = "when"  # "Review" as the date on which it will be looked at
        elif role in ("wording", "weak_wording"):
            words = table.header[at].text.lower()
            role = "review" if "outcome" in words else "how" if "action" in words or "step" in words else "baseline"
        settled.append(role)
    return tuple(dict.fromkeys(settled))


_DATE_LIKE = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|easter|term|pep|week)", re.I
)


def _mostly_dates(cells: list[Cell]) -> bool:
    dates = sum(len(cell.text.split()) <= 5 and bool(_DATE_LIKE.search(cell.text)) for cell in cells)
    return bool(cells) and dates * 2 > len(cells)


def _says_something(cell: Cell) -> bool:
    return not cell.blank and not is_word(cell.text, "blank")


def _blocks(run: list[Placed]) -> Iterator[Group]:
    """Groups from pieces that stand in no table with a header: labelled blocks first, else list items."""
    records: list[tuple[Record, Placed, bool]] = []
    open_record: Record | None = None
    title: Heading | None = None
    for at, placed in enumerate(run):
        piece = placed.piece
        if placed.kind in _ELSEWHERE:
            open_record = title = None
            continue
        if isinstance(piece, Heading) and not _is_part_label(piece):
            open_record, title = None, piece
            if (found_title := _TITLED.match(piece.text)) and len(piece.text) - found_title.end() >= LEAST_WORDING:
                start = piece.span.start + found_title.end()
                words = piece.text[found_title.end() :]
                wording = Part("wording", found_title[0], words, Span(start, piece.span.end))
                open_record = Record(wording, [], (piece.text,), piece.text, found_title[0])
                records.append((open_record, placed, False))
            continue
        label, value = _labelled(run, at)
        if label is None or value is None:
            continue
        found = part_roles(label)
        if not found:
            continue
        weak = found[0] == "weak_wording"
        if found[0] == "wording" or (weak and (re.search(r"\d", label) or open_record is None)):
            if open_record is not None and _was_title(open_record, label):
                records.pop()
            open_record = None
            if _says_something(value):
                wording = Part("wording", label, value.text, value.span)
                open_record = Record(
                    wording, [], (label, title.text if title else ""), title.text if title else "", label
                )
                records.append((open_record, placed, weak))
        elif open_record is not None and _says_something(value):
            open_record.parts.extend(Part(role, label, value.text, value.span) for role in found)
    accepted = [item for item in records if _is_target_block(*item)]
    for kind in dict.fromkeys((placed.kind, placed.headings[1:2]) for _, placed, _ in accepted):
        chosen = [item for item in accepted if (item[1].kind, item[1].headings[1:2]) == kind]
        first = chosen[0][1]
        columns = frozenset(part.role for record, _, _ in chosen for part in record.parts)
        same = {item[1].headings for item in chosen}
        headings = first.headings if len(same) == 1 else first.headings[1:]
        yield Group(
            "block",
            first.kind,
            [item[0] for item in chosen],
            columns,
            chosen[0][0].wording.label,
            headings,
            first.line,
            all(item[2] for item in chosen),
        )
    if not accepted:
        yield from _lists(run)


def _was_title(record: Record, label: str) -> bool:
    """Whether "Target 2: feelings" only names the target that a bare label "Target" now words."""
    return not record.parts and bool(re.search(r"\d", record.wording.label)) and not re.search(r"\d", label)


def _labelled(run: list[Placed], at: int) -> tuple[str | None, Cell | None]:
    piece = run[at].piece
    if isinstance(piece, Pair):
        return piece.label.text, piece.value
    if isinstance(piece, Text):
        if found := _TITLED.match(piece.text):
            start = piece.span.start + found.end()
            return found[0], Cell(piece.text[found.end() :], Span(start, piece.span.end), piece.block)
        before = run[at - 1].piece if at else None
        labels = isinstance(before, Heading) and not piece.listed and bool(part_roles(before.text))
        if labels and isinstance(before, Heading) and (_is_part_label(before) or re.search(r"\d", before.text)):
            return before.text, Cell(piece.text, piece.span, piece.block)
    return None, None


def _is_part_label(heading: Heading) -> bool:
    """A bold line on its own that labels the answer below it ("Why", "What we will do")."""
    found = part_roles(heading.text)
    return heading.level == BOLD_LINE and bool(found) and found[0] not in ("wording", "weak_wording")


def _is_target_block(record: Record, placed: Placed, weak: bool) -> bool:
    roles_found = {part.role for part in record.parts}
    if weak:
        return bool(is_about_targets(placed) and roles_found & {"how", "measure", "cost"})
    return bool(is_about_targets(placed) or roles_found & {"how", "measure"})


def _lists(run: list[Placed]) -> Iterator[Group]:
    """List items and numbered lines under a heading that speaks of targets."""
    found: dict[tuple[SectionKind, tuple[str, ...], str], list[Record]] = {}
    first: dict[tuple[SectionKind, tuple[str, ...], str], Placed] = {}
    for placed in run:
        piece = placed.piece
        about = is_about_targets(placed)
        if not about or placed.kind in _ELSEWHERE or not isinstance(piece, Text | Pair):
            continue
        text = piece.text if isinstance(piece, Text) else f"{piece.label.text}: {piece.value.text}"
        span = piece.span if isinstance(piece, Text) else piece.whole
        number = _NUMBERED.match(text)
        if not (piece.listed or number) or len(text) < 8:
            continue
        start = span.start + (number.end() if number else 0)
        wording = Part("wording", "", text[number.end() :] if number else text, Span(start, span.end))
        key = (placed.kind, placed.headings, about)
        first.setdefault(key, placed)
        found.setdefault(key, []).append(Record(wording, [], (), "", number[0] if number else ""))
    for key, records in found.items():
        placed = first[key]
        yield Group("list", placed.kind, records, frozenset(), "", placed.headings, placed.line)
