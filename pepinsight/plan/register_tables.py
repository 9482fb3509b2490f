"""Attendance lists in tables: under titles that any form may word in its own way, under none, or turned on their side.

What a column holds is told by its title, and where the title says nothing, by what stands in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pepinsight.documents import Document, Table
from pepinsight.plan.fields import label_kind
from pepinsight.plan.forms import field_data, people_data, roles
from pepinsight.plan.lexicon import FAIR, words
from pepinsight.plan.pairs import header_kind, is_blank, table_rows
from pepinsight.plan.pairs import text_of as words_of
from pepinsight.plan.plan import Section, SectionKind, Span
from pepinsight.plan.register_words import Entry, came, find_name, is_role, name_in, role_of

_JOB_WORDS = 8  # a longer cell tells a tale
_ANSWER_WORDS = 3  # of a cell that answers the title of a row, not of its column
_TOLD_WORDS = 12  # of a cell in a register, with a reason for not coming
_FEWEST = 2  # people in a register that no heading names
_MINUTES = (SectionKind.MEETING, SectionKind.ACTIONS)
_LISTS_OF_PEOPLE = (SectionKind.ATTENDEES, SectionKind.SIGN_OFF)
BY_WHO = "a table of who came"
_LISTS = ("present", "apologies")


@dataclass(frozen=True, slots=True)
class _Cell:
    blocks: tuple[int, ...]
    text: str

    @property
    def job(self) -> bool:
        """Whether the cell says what somebody is ("DT", "Social Worker, Team 4")."""
        plain = words(self.text, pronouns=False)
        found = roles().match(plain) if 0 < len(plain.split()) <= _JOB_WORDS else None
        return found is not None and (found.strength >= FAIR or len(plain.split()) <= _ANSWER_WORDS)

    @property
    def name(self) -> bool:
        """Whether the cell names somebody, and is no role or answer with a capital."""
        found = find_name(self.text)
        return found is not None and not is_role(found[0]) and (came(self.text) is None or len(found[0].split()) > 1)


_Row = list[_Cell]


def in_tables(document: Document, section: Section, names: tuple[str, ...]) -> Iterator[tuple[Span, bool] | Entry]:
    """Everybody in the section's tables: an entry each, or the stretch of a cell that lists several, and whether
    those came."""
    inside = set(section.blocks)
    numbers = {document.blocks[index].place.table for index in section.blocks} - {None}
    for table in document.tables:
        if table.index not in numbers:
            continue
        within = [
            row if all(i in inside for cell in row for i in cell.blocks) else [] for row in _cells(document, table)
        ]
        yield from _in_rows(document, within, section.kind is SectionKind.ATTENDEES, names)


def _cells(document: Document, table: Table) -> Iterator[_Row]:
    for cells in table_rows(document, table):
        yield [_Cell(indices, words_of(document, indices)) for indices in cells]


def with_registers_aside(
    document: Document, sections: tuple[Section, ...], names: tuple[str, ...]
) -> tuple[Section, ...]:
    """The sections, where a table of who came under the heading of the minutes is a register of its own: the names and
    roles in it are nothing that was said. So is one under any other heading ("Contacts") that says who was present."""
    out: list[Section] = []
    blocks_of = [(table, {at for indices in table.cells.values() for at in indices}) for table in document.tables]
    for section in sections:
        inside = set(section.blocks) if section.kind not in _LISTS_OF_PEOPLE else set()
        tables = [table for table, blocks in blocks_of if inside & blocks]
        if section.kind not in _MINUTES:
            tables = [table for table in tables if _asks_who_came(next(_cells(document, table), []), names)]
        found = [at for table in tables for at in _registers_in(document, table, names) if at <= inside]
        moved = frozenset().union(*found)
        out.append(replace(section, blocks=tuple(at for at in section.blocks if at not in moved)) if moved else section)
        out += [Section(SectionKind.ATTENDEES, None, tuple(sorted(at)), section.level + 1, BY_WHO) for at in found]
    return tuple(out)


def _asks_who_came(row: _Row, names: tuple[str, ...]) -> bool:
    """Whether a title in the row is that of a column for who came."""
    return any(set(words(cell.text, names).split()) & set(people_data().came_columns) for cell in row)


def _registers_in(document: Document, table: Table, names: tuple[str, ...]) -> list[frozenset[int]]:
    """The stretches of a table that list who came; a print joins tables that follow one another, and each row in bold
    letters begins another."""
    stretches: list[list[_Row]] = [[]]
    for cells in table_rows(document, table):
        blocks = [index for at in cells for index in at]
        if len(cells) < _FEWEST or (blocks and all(document.blocks[index].bold for index in blocks)):
            stretches.append([])
        stretches[-1].append([_Cell(at, words_of(document, at)) for at in cells])
    return [
        frozenset(index for row in rows for cell in row for index in cell.blocks)
        for rows in stretches
        if rows and _lists_who_came(document, rows, names)
    ]


def _lists_who_came(document: Document, rows: list[_Row], names: tuple[str, ...]) -> bool:
    """Whether most rows name somebody with what they are, and no cell tells a tale, or asks where names are."""
    if any(len(cell.text.split()) > _TOLD_WORDS for row in rows for cell in row):
        return False
    if any(row[0].text.rstrip().endswith("?") for row in rows[1:]):
        return False  # "Are there any worries?" titles no column, and "What is being done?" is nobody
    people = [entry for entry in _in_rows(document, rows, False, names) if isinstance(entry, Entry)]
    first = 0 if _asks_who_came(rows[0], names) else 1  # "Social worker" before a name and no more only labels it
    jobs = sum(any(cell.job for cell in row[first:]) for row in rows[1:])
    return len(people) >= _FEWEST and 2 * min(len(people), jobs) > len(rows) - 1


def _in_rows(
    document: Document, rows: list[_Row], listed: bool, names: tuple[str, ...]
) -> Iterator[tuple[Span, bool] | Entry]:
    """``listed`` says that the section is a register, in which a table needs no title to be believed."""
    if listed and _is_turned(rows):
        width = max(map(len, rows))
        rows = [[row[at] for row in rows if len(row) == width] for at in range(width)]
        rows[0] = [_Cell((), "name") if not cell.text.strip() else cell for cell in rows[0]]
    titles: list[set[str]] | None = None
    lists: list[bool] | None = None
    ticked: set[int] = set()
    for number, row in enumerate(rows):
        if len(row) < 2:
            titles = lists = None
        elif (found := _lists(row, names)) is not None:
            titles, lists = None, found
        elif _is_title(row, listed, names):
            titles, lists = [set(words(cell.text, names).split()) for cell in row], None
            ticked = _tick_columns(rows[number + 1 :], len(row))
        elif lists is not None and len(row) == len(lists):
            yield from (
                (_span(document, cell), here) for cell, here in zip(row, lists, strict=True) if cell.text.strip()
            )
        elif titles is not None and len(row) == len(titles):
            if all(document.blocks[index].bold for cell in row for index in cell.blocks):
                titles = None  # the first row of another table that the print joined to this one
            else:
                yield from _under_titles(document, titles, ticked, row)
        elif listed:
            yield from _untitled(document, row, _tick_columns(rows, len(row)))


def _is_turned(rows: list[_Row]) -> bool:
    """Whether the roles stand side by side, with the names in the row below."""
    full = [row for row in rows if len(row) > 2]
    if len(full) < 2:
        return False
    first = full[0][1:]
    return all(cell.job and not cell.name for cell in first) and any(
        sum(c.name for c in row[1:]) > 1 for row in full[1:]
    )


def _lists(row: _Row, names: tuple[str, ...]) -> list[bool] | None:
    """Which columns list those who came and which those who did not, under "Present | Apologies"."""
    kinds = [label_kind(cell.text, names) for cell in row]
    return [kind == _LISTS[0] for kind in kinds] if len(row) == len(_LISTS) and set(kinds) == set(_LISTS) else None


def _is_title(row: _Row, listed: bool, names: tuple[str, ...]) -> bool:
    texts = [cell.text for cell in row]
    if header_kind(texts, names) is SectionKind.ATTENDEES:
        return True
    data = people_data()
    known = {*data.name_columns, *data.role_columns}
    titled = [bool(set(words(text, names).split()) & known) for text in texts]
    named = any(cell.name and not known_title for cell, known_title in zip(row, titled, strict=True))
    answers = sum(bool(set(words(text, names).split()) & set(data.status_columns)) for text in texts)
    surely = any(titled) and sum(titled) + answers > 1  # "Initials | Name | Capacity | In room?", "Who | Asked | Came"
    return (listed or surely) and any(titled) and (surely or not named) and not row[0].job


def _tick_columns(rows: list[_Row], width: int) -> set[int]:
    """The columns in which some cells are ticked and all others are empty: there, no tick says "not here"."""
    data, marks = people_data(), field_data()
    ticked = set()
    for at in range(width):
        cells = [row[at].text.strip() for row in rows if len(row) == width]
        signs = {*data.ticks, *marks.ticked}
        if any(text and set(text) <= signs for text in cells) and all(
            not text or set(text) <= {*signs, *marks.unticked, *data.crosses} for text in cells
        ):
            ticked.add(at)
    return ticked


def _under_titles(document: Document, titles: list[set[str]], ticked: set[int], row: _Row) -> Iterator[Entry]:
    data = people_data()
    columns = range(len(titles))
    titled = [at for word in data.name_columns for at in columns if word in titles[at]]
    titled.sort(key=lambda at: bool(titles[at] & set(data.role_columns)))  # "Person | Who they are"
    named = next((at for at in titled if not titles[at] & set(data.status_columns)), titled[0] if titled else 0)
    told = [at for at in columns if at != named and titles[at] & set(data.status_columns)]
    jobs = [at for at in columns if at != named and titles[at] & {*data.role_columns, *data.name_columns}]
    jobs = jobs or [at for at in columns if at != named and at not in told and row[at].job]
    at = named if row[named].text.strip() else (jobs[0] if jobs else named)
    cell = row[at]
    if not cell.blocks or is_blank(document, _span(document, cell), cell.blocks):
        return
    beside = " ".join([*(row[job].text for job in jobs), row[named].text])
    answers = [answer for column in told if (answer := _answer(row[column], column in ticked)) is not None]
    if not told:
        answers = [answer for at in columns if at not in (named, *jobs) and (answer := _spoken(row[at])) is not None]
    present = answers[0] if answers else (None if told else True)
    yield Entry(name_in(row[named].text) or cell.text.strip(), beside, present, _span(document, cell))


def _untitled(document: Document, row: _Row, ticked: set[int]) -> Iterator[Entry]:
    """A row without titles names somebody, says what they are, or both; two or more may stand in it side by side."""
    if len(row) >= 4 and len(row) % 2 == 0:
        pairs = [row[at : at + 2] for at in range(0, len(row), 2)]
        if all((left.job and right.name) or not (left.text or right.text).strip() for left, right in pairs):
            for pair in pairs:
                yield from _untitled(document, pair, set())
            return
    if label_kind(row[0].text) in _LISTS:
        return  # "Present | A Keld (DT), B Salt (SW)" is a field, and read as one
    who = next((cell for cell in row if cell.name), None)
    jobs = [cell for cell in row if cell is not who and cell.job]
    stands = who or (jobs[0] if jobs else None)
    if stands is None or (who is None and len(row) > 1 and not any(_spoken(cell) is not None for cell in row)):
        return  # a role beside which nobody is named, nor that they came
    beside = " ".join([*(cell.text for cell in jobs), stands.text])
    name = name_in(stands.text) or stands.text.strip()
    answers = [
        answer
        for at, cell in enumerate(row)
        if cell is not who and cell not in jobs
        if (answer := _answer(cell, True) if at in ticked else _spoken(cell)) is not None
    ]
    if not jobs and not answers and role_of(name, beside) is None:
        return  # "Venue", "Library"
    yield Entry(name, beside, answers[0] if answers else True, _span(document, stands))


def _answer(cell: _Cell, tick_column: bool) -> bool | None:
    """What a cell under "Attended" says; nothing, in a column of ticks, says that they did not come."""
    marks = field_data()
    if any(sign in cell.text for sign in marks.ticked):
        return True
    if tick_column and (not cell.text.strip() or any(sign in cell.text for sign in marks.unticked)):
        return False
    told = came(cell.text)
    return False if told and any(sign in cell.text for sign in marks.unticked) else told  # "☐ attended"


def _spoken(cell: _Cell) -> bool | None:
    """What a short cell without a title says of somebody's coming."""
    return _answer(cell, False) if 0 < len(cell.text.split()) <= _JOB_WORDS and not cell.job else None


def _span(document: Document, cell: _Cell) -> Span:
    return Span(document.blocks[cell.blocks[0]].start, document.blocks[cell.blocks[-1]].end)
