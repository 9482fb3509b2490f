"""Attainment by subject: what stands as previous result, target, current grade and on-track, in any naming."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from pepinsight.plan.columns import columns, has_word, is_word, roles
from pepinsight.plan.contents import Contents, Placed
from pepinsight.plan.pieces import Cell, LogicalTable, Pair
from pepinsight.plan.plan import AttainmentRow, SectionKind, Span
from pepinsight.plan.records import UNTICKED

_GRADED = frozenset({"target", "current", "previous", "baseline", "on_track", "period", "predicted"})
# Where a heading names several roles ("End of Y6 target", "Spring working at"), the first of these is what it holds.
_PRIORITY = (
    "on_track",
    "target",
    "predicted",
    "progress",
    "baseline",
    "previous",
    "period",
    "current",
    "intervention",
    "comment",
    "level",
)
_ELSEWHERE = frozenset(
    {
        SectionKind.TARGETS,
        SectionKind.PREVIOUS_TARGETS,
        SectionKind.PREMIUM,
        SectionKind.ATTENDANCE,
        SectionKind.ATTENDEES,
        SectionKind.ACTIONS,
        SectionKind.SEND,
        SectionKind.SEMH,
        SectionKind.EXCLUSIONS,
        SectionKind.PART_TIME,
        SectionKind.VIEWS,
        SectionKind.SDQ,
    }
)
_STAMP = re.compile(r"\s*\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?\s*$")
LONGEST_GRADE = 40  # characters of a labelled subject's answer that still reads as a grade, not as prose
_FIGURE = re.compile(r"\d")
MOST = 0.75
"""Share of a column's filled cells that make it a column of such cells."""


def find_attainment(contents: Contents) -> tuple[AttainmentRow, ...]:
    """One row a subject, in order. A subject listed with nothing beside it is a row without cells.

    Of columns by term, the latest filled is the current one and the earlier are previous. Grades in prose are no rows.
    """
    rows: list[AttainmentRow] = []
    pairs: list[Pair] = []
    for placed in contents.placed:
        if isinstance(placed.piece, LogicalTable) and placed.kind not in _ELSEWHERE:
            rows.extend(_in_table(placed.piece, placed))
        elif isinstance(placed.piece, Pair) and placed.kind is SectionKind.ATTAINMENT:
            pairs.append(placed.piece)
    return tuple(sorted([*rows, *_in_pairs(pairs)], key=lambda row: row.subject.start))


def _role(text: str) -> str:
    found = roles(text, "attainment")
    return next((role for role in _PRIORITY if role in found), found[0] if found else "")


def _in_table(table: LogicalTable, placed: Placed) -> Iterator[AttainmentRow]:
    here = placed.kind is SectionKind.ATTAINMENT
    kinds = _by_position(table, [_role(cell.text) for cell in table.header])
    subjects = [at for at, kind in enumerate(kinds) if kind == "subject"]
    if (subjects or here) and (bands := _bands(table)):
        yield from _ticked(table, subjects[0] if subjects else 0, bands)
        return
    graded = {kind for at, kind in enumerate(kinds) if at and kind in _GRADED}
    if not subjects and _names_subjects([cell for row in table.rows for cell in row[:1] if cell is not None]):
        subjects = [0]
    if (subjects and graded - {"period"}) or (here and graded):
        at = subjects[0] if subjects else 0
        yield from _rows(table, at, ["" if index == at else kind for index, kind in enumerate(kinds)])


def _by_position(table: LogicalTable, kinds: list[str]) -> list[str]:
    """The kinds of the columns where their cells or place tell more than their headings do.

    Where no column is called so, one of grades left of the aims is the current one; one of grades, or of a time to come
    or the end of a year or key stage, right of the current grades is where the child should get to; and one whose cells
    say only how the course goes is "on track".
    """
    kinds = list(kinds)
    if not {"current", "period"} & set(kinds) and "target" in kinds:
        before = [at for at in range(1, kinds.index("target")) if kinds[at] in ("", "level")]
        graded = [at for at in before if _are_grades(table.column(at))]
        kinds = ["current" if at in graded[:1] else kind for at, kind in enumerate(kinds)]
    now = [at for at, kind in enumerate(kinds) if kind in ("current", "period")]
    if now and "target" not in kinds:
        last = kinds.index("current") if "current" in kinds else now[-1]
        aims = [at for at in range(last + 1, len(kinds)) if _is_to_come(table, at, last, kinds)]
        kinds = ["target" if at in aims[:1] else kind for at, kind in enumerate(kinds)]
    if "on_track" not in kinds and (unknown := [at for at, kind in enumerate(kinds) if at and not kind]):
        course = [at for at in unknown if _tell_course(table.column(at))]
        kinds = ["on_track" if at in course[-1:] else kind for at, kind in enumerate(kinds)]
    return kinds


def _is_to_come(table: LogicalTable, at: int, now: int, kinds: Sequence[str]) -> bool:
    """Whether a column right of the current grades holds those to come: by its heading, as the only time named there,
    or as grades of the same form."""
    if has_word(table.header[at].text, "stage_end"):
        return True
    if kinds[at] == "period":
        return kinds[now] == "current" and "period" not in kinds[at + 1 :]
    return not kinds[at] and _are_grades(table.column(at)) and _are_alike(table.column(at), table.column(now))


def _are_grades(cells: Sequence[Cell]) -> bool:
    """Whether the cells of a column read as grades: short, with a figure or in the words of a scale."""
    filled = [cell.text.strip() for cell in cells if not cell.blank]
    graded = [text for text in filled if len(text) <= LONGEST_GRADE and (_FIGURE.search(text) or _is_band(text))]
    return len(graded) > 1 and len(graded) >= MOST * len(filled)


def _is_band(text: str) -> bool:
    return bool({"band", "current"} & set(roles(text, "attainment")))


def _are_alike(cells: Sequence[Cell], others: Sequence[Cell]) -> bool:
    """Whether most cells begin as some of the others do: with the same word, or a figure of as many digits."""
    known = {_form(cell.text) for cell in others if not cell.blank}
    filled = [cell for cell in cells if not cell.blank]
    return sum(_form(cell.text) in known for cell in filled) >= MOST * len(filled) > 0


def _form(text: str) -> str:
    return _FIGURE.sub("9", text.strip().lower()).split(maxsplit=1)[0]


def _tell_course(cells: Sequence[Cell]) -> bool:
    """Whether the cells say how it goes ("Yes", "just below", "Amber"), a few words of explanation behind it or not."""
    filled = [cell for cell in cells if not cell.blank or _is_mark(cell)]
    telling = [cell for cell in filled if len(cell.text) <= LONGEST_GRADE and _opens_with_course(cell.text)]
    return len(filled) > 1 and len(telling) >= MOST * len(filled)


def _is_mark(cell: Cell) -> bool:
    """A tick, a cross or an arrow, which tells how the course goes without a word."""
    return is_word(cell.text.strip(), "course")


def _opens_with_course(text: str) -> bool:
    return _course().match(text.strip().lower()) is not None


@cache
def _course() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, columns().words['course']))})(?![\w'’])")


def _bands(table: LogicalTable) -> list[int]:
    """The columns of a grid that is ticked under "Below", "On track", "Above"; none unless there are two and ticks."""
    bands = [at for at, cell in enumerate(table.header) if at and "band" in roles(cell.text, "attainment")]
    ticks = [cell.text.strip() for at in bands for cell in table.column(at)]
    return bands if len(bands) > 1 and ticks and all(len(tick) == 1 for tick in ticks) else []


def _ticked(table: LogicalTable, subject: int, bands: list[int]) -> Iterator[AttainmentRow]:
    for row in table.rows:
        head = row[subject]
        if head is not None and not head.blank:
            chosen = [at for at in bands if (cell := row[at]) is not None and cell.text.strip() not in UNTICKED]
            yield AttainmentRow(head.span, tuple(("current", table.header[at].span) for at in chosen))


def _rows(table: LogicalTable, subject: int, kinds: Sequence[str]) -> Iterator[AttainmentRow]:
    """A row of its own below a subject's may tell the help given for it (seed 001, lines 59 to 72)."""
    last: AttainmentRow | None = None
    for row in table.rows:
        head = row[subject]
        if head is None or head.blank:
            continue
        if last is not None and has_word(head.text, "help_row"):
            told = [cell for at, cell in enumerate(row) if at != subject and cell is not None and not cell.blank]
            last = AttainmentRow(last.subject, (*last.cells, *(("intervention", cell.span) for cell in told)))
            continue
        if last is not None:
            yield last
        last = AttainmentRow(_subject(head), _cells(zip(kinds, row, strict=True)))
    if last is not None:
        yield last


def _subject(cell: Cell) -> Span:
    """The subject's name alone: a portal prints the choice "Other (please specify)" before it and the moment of entry
    after it (seed 001, lines 62 to 70)."""
    text = cell.text
    end = len(_STAMP.sub("", text))
    before = next((one for one in columns().words["unnamed_subject"] if text.lower().startswith(one)), "")
    start = len(before) + len(text[len(before) : end]) - len(text[len(before) : end].lstrip(" :,-"))
    return Span(cell.span.start + start, cell.span.start + end) if start < end else cell.span


def _names_subjects(cells: Sequence[Cell]) -> bool:
    return sum(is_word(cell.text, "subjects") for cell in cells) * 2 > len(cells) > 1


def _cells(columns: Iterable[tuple[str, Cell | None]]) -> tuple[tuple[str, Span], ...]:
    given = [(kind, cell) for kind, cell in columns if cell is not None and kind in _PRIORITY]
    filled = [(kind, cell) for kind, cell in given if not cell.blank or (kind == "on_track" and _is_mark(cell))]
    kinds = {kind for kind, _ in filled}
    periods = [cell for kind, cell in filled if kind == "period"]
    latest = periods[-1] if periods and "current" not in kinds else None
    found = []
    for kind, cell in filled:
        if kind == "period":
            kind = "current" if cell is latest else "previous"
        elif kind == "predicted":
            kind = "comment" if "target" in kinds else "target"
        found.append((kind, cell.span))
    return tuple(found)


def _in_pairs(pairs: Sequence[Pair]) -> Iterator[AttainmentRow]:
    """ "Maths: working at 4", and blocks of Subject, Target, Current one below the other."""
    subject: Cell | None = None
    held: list[tuple[str, Cell | None]] = []
    for pair in pairs:
        kind = _role(pair.label.text)
        if is_word(pair.label.text, "subjects"):
            if len(pair.value.text) <= LONGEST_GRADE:
                yield AttainmentRow(pair.label.span, _cells([("current", pair.value)]))
        elif kind == "subject":
            if subject is not None:
                yield AttainmentRow(subject.span, _cells(held))
            subject, held = (None if pair.value.blank else pair.value), []
        elif subject is not None:
            held.append((kind, pair.value))
    if subject is not None and held:
        yield AttainmentRow(subject.span, _cells(held))
