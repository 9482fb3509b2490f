"""The child's attendance over the year or term to date, in per cent, told from every other percentage of a PEP."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pepinsight.data_files import Strict, load
from pepinsight.plan.columns import roles
from pepinsight.plan.contents import Contents, Placed
from pepinsight.plan.pieces import Cell, LogicalTable, Pair, Text
from pepinsight.plan.plan import SectionKind, Span

_PERCENT = re.compile(
    r"(?<![\d.,/])(\d{1,3}(?:\.\d{1,2})?)\s?(?:%|per ?cent\b|percent\b|(?:in|out of) (?:a|the|every) hundred\b)",
    re.IGNORECASE,
)
_ASKS_SHARE = re.compile(r"%|\bper ?cent(?:age)?\b", re.IGNORECASE)
_BARE = re.compile(r"\s*(\d{2,3}(?:\.\d{1,2})?)\s*%?\s*")
_FIRST = re.compile(r"\s*(\d{2,3}(?:\.\d{1,2})?)\s*%?\s*(?=$|[(;,]|\.\s|\s[-–—]\s)")
_ROW_ENDS = re.compile(r"\s*(?:%|$|to\b|since\b|\d{2,3}(?:\s|$))", re.IGNORECASE)  # "Year 9" is no year to date
_PLAIN = re.compile(
    r"(?<![\d.,/£])(?<!to )(?<!until )(?<!since )(3[2-9]|[4-9]\d|100)\.\d{1,2}"
    r"(?![\d.:/%]|\s?(?:[ap]\.?m\b|per\b|(?:in|out of)\s))"
)
"""A figure with a decimal and no sign, no hour of a day and no day of a month: "overall 79.5", "att 91.2 to date"."""
_PLAIN_END = re.compile(r"[.!?;:,](?=\s|$)|\n|\(|\)|\t|\s{2,}|\bagainst\b|\bcompared\b|\s[-–—]\s")
_COUNTED = re.compile(
    r"(\d{2,3})\s*(?P<unit>sessions|mornings|half[- ]days|hours)?\s*(?:of|out of|/)\s*(?:a possible\s*|possible\s*)?"
    r"(\d{2,3})\s*(?P<after>possible\s*)?(?P<unit2>sessions|mornings|half[- ]days|hours)?",
    re.IGNORECASE,
)
_FEWEST_SESSIONS = 40  # of a school year to date; a block of tutoring has fewer
_CLAUSE_END = re.compile(
    r"[.!?;](?=\s)|\n|\(|\)|\t|\s{2,}|,\s+(?:and|but|though|against|compared|down|up)\b|,(?=\s+now\b)|\bagainst\b|\bcompared\b"
)
_SHORTENED = re.compile(r"\batt\.$", re.IGNORECASE)
_NEAR_AFTER = 40  # characters after a figure in which a word can still make it another one's
_FEWEST_PARTS = 2  # rows of which a further one can be the total
_FEWEST_SUMS = 2  # columns; one may come out by chance
_SENTENCE = 3  # words from which on a cell may be a sentence
_TALK = frozenset({SectionKind.ACHIEVEMENTS, SectionKind.VIEWS, SectionKind.CARER})  # only a labelled figure counts
_ELSEWHERE = frozenset(
    {
        SectionKind.TARGETS,
        SectionKind.PREVIOUS_TARGETS,
        SectionKind.PREMIUM,
        SectionKind.ATTAINMENT,
        SectionKind.ACTIONS,
        SectionKind.QUALITY,
        SectionKind.GUIDANCE,
        SectionKind.SDQ,
        SectionKind.SEND,
    }
)


class Words(Strict):
    """data/attendance.yaml."""

    about: tuple[str, ...]
    overall: tuple[str, ...]
    so_far: tuple[str, ...]
    part: tuple[str, ...]
    never_before: tuple[str, ...]
    never_after: tuple[str, ...]
    never_label: tuple[str, ...]
    joined: tuple[str, ...]
    whole_rows: tuple[str, ...]
    running: tuple[str, ...]


@cache
def _words() -> Words:
    return load(Path(__file__).parent / "data" / "attendance.yaml", Words)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words: tuple[str, ...] = getattr(_words(), name)
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Figure:
    percent: float
    span: Span
    score: int


def find_attendance(contents: Contents) -> tuple[float | None, Span | None]:
    """The attendance to date in per cent and where it stands; (None, None) where only parts of the year are given.

    The year to date goes before a term, a term before a half-term; a target, last year's figure, an average, absence
    and punctuality are never taken. A table of half-terms without a total gives none: to add it up is not to read it.
    """
    figures = [figure for placed in contents.placed for figure in _figures(placed)]
    best = max(figures, key=lambda figure: figure.score, default=None)
    return (best.percent, best.span) if best else (None, None)


def _figures(placed: Placed) -> Iterator[_Figure]:
    piece = placed.piece
    if placed.kind in _ELSEWHERE:
        if isinstance(piece, Text | Pair):
            yield from _counted(piece)
        if placed.kind is SectionKind.SEND and isinstance(piece, Pair) and _FIRST.match(piece.value.text):
            yield from _in_pair(piece, placed)  # labels on support may lend their kind to a part on school life
    elif isinstance(piece, LogicalTable):
        yield from _in_table(piece, placed)
        yield from _in_cells(piece, placed)
    elif isinstance(piece, Pair):
        yield from _in_pair(piece, placed)
    elif isinstance(piece, Text) and placed.kind not in _TALK:
        yield from _in_text(piece.text, piece.span, placed, "")
        yield from _counted(piece)


def _in_pair(pair: Pair, placed: Placed) -> Iterator[_Figure]:
    label = _pattern("joined").sub(_words().about[0], pair.label.text)
    if _pattern("never_label").search(label):
        return
    about = bool(_pattern("about").search(label) or _ASKS_SHARE.search(label)) or "percent" in roles(
        label, "attendance"
    )
    bare = _FIRST.match(pair.value.text) if about else _BARE.fullmatch(pair.value.text)
    if bare and (about or placed.kind is SectionKind.ATTENDANCE) and float(bare[1]) <= 100:
        if about or "%" in pair.value.text:
            yield _Figure(float(bare[1]), pair.value.span, _score(label, placed) + about)
        return
    if about or placed.kind not in _TALK:
        yield from _in_text(pair.value.text, pair.value.span, placed, label)


def _in_text(text: str, span: Span, placed: Placed, label: str) -> Iterator[_Figure]:
    """Figures in running words; a sentence must speak of attendance unless its label or section does."""
    if _PERCENT.search(text) is None:
        yield from _without_sign(text, span, placed, label)
    for match in _PERCENT.finditer(text):
        percent = float(match[1])
        before = _PERCENT.split(_CLAUSE_END.split(text[: match.start()])[-1])[-1]
        after = _PERCENT.split(_CLAUSE_END.split(text[match.end() :], maxsplit=1)[0])[0]
        after = "" if after.rstrip().endswith(":") else after[:_NEAR_AFTER]  # "90% Authorised: 6%"
        sentence = _sentence(text, match.start())
        spoken = bool(_pattern("about").search(f"{label} {sentence}"))
        if percent > 100 or not (spoken or placed.kind is SectionKind.ATTENDANCE):
            continue
        if _pattern("never_before").search(before) or _pattern("never_after").search(after):
            continue
        score = _score(f"{label} {before} {after}", placed) + spoken
        yield _Figure(percent, Span(span.start + match.start(), span.start + match.end()), score)


def _without_sign(text: str, span: Span, placed: Placed, label: str) -> Iterator[_Figure]:
    """Figures of which the clause they stand in says that they are attendance, or of what time in its part."""
    for match in _PLAIN.finditer(text):
        before = _PLAIN.split(_PLAIN_END.split(text[: match.start()].rstrip(" :-–—"))[-1])[-1]
        after = _PLAIN_END.split(text[match.end() :], maxsplit=1)[0][:_NEAR_AFTER]
        said = f"{before} {after}"
        spoken = bool(_pattern("about").search(f"{label} {said}"))
        timed = any(_pattern(name).search(said) for name in ("overall", "so_far", "part"))
        if not spoken and not (timed and placed.kind is SectionKind.ATTENDANCE):
            continue
        if not _pattern("never_before").search(before) and not _pattern("never_after").search(after):
            at = Span(span.start + match.start(), span.start + match.end())
            yield _Figure(float(match[0]), at, _score(f"{label} {said}", placed) + spoken - 1)


def _counted(piece: Text | Pair) -> Iterator[_Figure]:
    """A print may move the paragraph on attendance away from its heading: "143 of 172 sessions, which is 83.1%"."""
    span = piece.span if isinstance(piece, Text) else piece.value.span
    text = piece.text if isinstance(piece, Text) else piece.value.text
    for match in _PERCENT.finditer(text):
        for count in _COUNTED.finditer(_sentence(text, match.start())):
            present, possible = int(count[1]), int(count[3])
            counted = possible >= _FEWEST_SESSIONS and (count["unit"] or count["unit2"])
            if counted and abs(100 * present / possible - float(match[1])) < 0.6:
                yield _Figure(float(match[1]), Span(span.start + match.start(), span.start + match.end()), 2)


def _sentence(text: str, at: int) -> str:
    full_stop = text.rfind(". ", 0, at)
    while full_stop > 0 and _SHORTENED.search(text[: full_stop + 1]):
        full_stop = text.rfind(". ", 0, full_stop)  # "Att. 98%"
    start = max(full_stop, text.rfind("\n", 0, at)) + 1
    ends = [end for end in (text.find(". ", at), text.find("\n", at)) if end >= 0]
    return text[start : min(ends, default=len(text))]


def _score(words: str, placed: Placed) -> int:
    score = 3 if placed.kind is SectionKind.ATTENDANCE else 0
    if _pattern("overall").search(words):
        return score + 3
    if _pattern("so_far").search(words):
        score += 1
    return score - 2 if _pattern("part").search(words) else score


def _in_table(table: LogicalTable, placed: Placed) -> Iterator[_Figure]:
    here = placed.kind is SectionKind.ATTENDANCE or any(_pattern("about").search(cell.text) for cell in table.header)
    if not here:
        return
    percents = [at for at, cell in enumerate(table.header) if "percent" in roles(cell.text, "attendance")]
    percents = [at for at in percents if not _pattern("never_label").search(table.header[at].text)]
    whole = [at for at in percents if _is_whole(table.header[at].text)]
    percents = whole or percents  # "Workshop % | English % | All %"
    dated = any(_is_total(cell.text) or _pattern("so_far").search(cell.text) for cell in table.header)
    if not percents and not dated and len(table.rows) == 1:  # one line of figures, the child's beside others'
        other = [
            _pattern("never_label").search(cell.text) or _pattern("part").search(cell.text) for cell in table.header
        ]
        own = [at for at in range(1, len(table.header)) if not other[at]]
        percents = [at for at in own if (cell := table.rows[0][at]) is not None and _PERCENT.fullmatch(cell.text)][:1]
    rows = [row for row in table.rows if any(row[at] is not None and not _blank(row[at]) for at in percents)]
    for at in percents:
        for row in rows:
            label = " ".join(cell.text for cell in row[:at] if cell is not None) or ""
            to_date = row is rows[-1] and (
                _pattern("running").fullmatch(table.header[0].text.strip(" :.")) or _adds_up(table)
            )
            if to_date or _is_total(label) or (len(rows) == 1 and not _pattern("part").search(label)):
                yield from _cell_figure(row[at], placed)
    for row in table.rows:  # "Total | 80 | 74 | 74/80 = 92.5%", in whatever column
        if row[0] is not None and _is_total(row[0].text):
            for cell in row[1:]:
                if cell is not None and not cell.blank:
                    yield from _in_text(cell.text, cell.span, placed, "overall")
    for at, head in enumerate(table.header):  # periods across, measures down
        if at and (_is_total(head.text) or _pattern("so_far").search(head.text)):
            for row in table.rows:
                first = row[0].text if row[0] is not None else ""
                if ("percent" in roles(first, "attendance") or len(table.rows) == 1) and not _pattern(
                    "never_label"
                ).search(first):
                    yield from _cell_figure(row[at], placed)


def _adds_up(table: LogicalTable) -> bool:
    """Whether the last row is the sum of those above it in two columns of counts or more, whatever it is called."""
    cells = [[row[at] for row in table.rows] for at in range(1, len(table.header))]
    columns = [["" if cell is None else cell.text.strip() for cell in column] for column in cells]
    counts = [[int(text or 0) for text in column] for column in columns if all(map(_is_count, column))]
    filled = [column for column in counts if any(column)]
    sums = sum(column[-1] == sum(column[:-1]) for column in filled)
    return len(table.rows) > _FEWEST_PARTS and sums >= _FEWEST_SUMS and sums == len(filled)


def _is_count(text: str) -> bool:
    return not text or text.isdecimal()


def _in_cells(table: LogicalTable, placed: Placed) -> Iterator[_Figure]:
    """Sentences in the cells of its part ("Calmer mornings. Attendance 88.4%."), other than columns of figures."""
    if placed.kind is SectionKind.ATTENDANCE:
        for cell in (cell for row in table.rows for cell in row if cell is not None):
            if len(cell.text.split()) >= _SENTENCE and _pattern("about").search(cell.text):
                yield from _in_text(cell.text, cell.span, placed, "")


def _is_total(label: str) -> bool:
    return _is_whole(label) or bool(_pattern("overall").search(label))


def _is_whole(label: str) -> bool:
    """True for "Year", "All %", "Year to 30 January", where only parts of the year stand beside it."""
    words = label.strip()
    found = _pattern("whole_rows").match(words)
    return found is not None and _ROW_ENDS.match(words, found.end()) is not None


def _blank(cell: Cell | None) -> bool:
    return cell is None or cell.blank


def _cell_figure(cell: Cell | None, placed: Placed) -> Iterator[_Figure]:
    found = _BARE.fullmatch(cell.text) if cell is not None else None
    if cell is not None and found and 0 < float(found[1]) <= 100:
        yield _Figure(float(found[1]), cell.span, 4 + _score("overall", placed))
