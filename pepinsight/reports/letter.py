"""A feedback letter as a Word document: what was confirmed, what is strong, and who must do what next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm, Pt

from pepinsight.calibration.suggestion import Suggestion
from pepinsight.evidence import Value
from pepinsight.reports.feedback import Feedback, Point, Rating, SectionNote, feedback
from pepinsight.reports.paper import (
    INK,
    PLAIN,
    QUIET,
    TINTS,
    fill,
    in_cell,
    page_number,
    repeat_on_each_page,
    rules,
    set_up,
    write,
)
from pepinsight.reports.words import day, joined
from pepinsight.review import Review
from pepinsight.rubrics import Rubric


def letter(
    suggestion: Suggestion,
    review: Review,
    rubric: Rubric,
    known: Mapping[str, Value] | None = None,
    on: date | None = None,
) -> bytes:
    """The letter as the bytes of a .docx file. ``known`` are the facts a reviewer stated; ``on`` is its date (today).

    No level stands in it that a person has not confirmed; while sections are open it calls itself a draft.
    """
    return render(feedback(suggestion, review, rubric, known or {}), on or date.today())


def render(content: Feedback, on: date) -> bytes:
    """The letter for content already gathered."""
    page = _Page(draft=bool(content.open_titles))
    page.running_lines(content.rubric)
    page.title("Feedback on a Personal Education Plan", content.rubric)
    page.facts((*content.facts, ("Date of this letter", day(on) or "")))
    page.judgement(content)
    page.ratings(content.ratings)
    if content.strengths:
        page.heading("Strengths")
        for note in content.strengths:
            page.note(note)
    if content.improve:
        page.heading("What to improve, and who can do it")
        for who, notes in content.improve:
            page.heading(who, 2)
            for note in notes:
                page.note(note)
    if content.known:
        page.heading("What the reviewer knows from outside the PEP")
        for fact in content.known:
            page.bullet(fact)
    page.closing(content)
    return page.saved(content)


class _Page:
    """The letter while it is written."""

    def __init__(self, draft: bool) -> None:
        self.draft = draft
        self.document: Any = Document()
        set_up(self.document)

    def running_lines(self, rubric: str) -> None:
        section = self.document.sections[0]
        header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
        write(header, f"DRAFT, review not finished  |  {rubric}" if self.draft else rubric, 8.5, QUIET)
        write(footer, "Confidential: about a child in care. Share only with those who need it.\tPage ", 8.5, QUIET)
        page_number(footer, "PAGE")
        write(footer, " of ", 8.5, QUIET)
        page_number(footer, "NUMPAGES")
        footer.paragraph_format.tab_stops.clear_all()
        footer.paragraph_format.tab_stops.add_tab_stop(Cm(17), WD_TAB_ALIGNMENT.RIGHT)

    def title(self, words: str, below: str) -> None:
        self.document.add_paragraph(words, style="Title")
        write(self.document.add_paragraph(), below, 11, QUIET)

    def heading(self, words: str, level: int = 1) -> None:
        self.document.add_heading(words, level)

    def facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        table = self._table(2, (5.0, 12.0))
        for label, value in facts:
            cells = table.add_row().cells
            write(in_cell(cells[0]), label, 10, QUIET)
            write(in_cell(cells[1]), value, 10)
        rules(table)

    def judgement(self, content: Feedback) -> None:
        overall = content.judgement.overall
        self.heading("Overall judgement")
        table = self._table(1, (17.0,))
        cell = table.add_row().cells[0]
        tint = TINTS.get(overall.colour, PLAIN) if overall else PLAIN
        fill(cell, tint)
        if overall:
            write(in_cell(cell), overall.label, 15, tint.ink, bold=True)
            write(cell.add_paragraph(), overall.reason, 10, tint.ink)
        elif content.open_titles:
            write(in_cell(cell), f"Review not finished: {content.judgement.says}", 13, tint.ink, bold=True)
            write(cell.add_paragraph(), f"Open: {joined(content.open_titles)}.", 10, tint.ink)
        else:
            write(in_cell(cell), content.judgement.says, 11, tint.ink, bold=True)

    def ratings(self, ratings: tuple[Rating, ...]) -> None:
        if not ratings:
            return
        self.heading("Confirmed ratings")
        table = self._table(2, (11.5, 5.5))
        top = table.add_row()
        repeat_on_each_page(top)
        for cell, words in zip(top.cells, ("Section of the rubric", "Confirmed rating"), strict=True):
            write(in_cell(cell), words, 9.5, QUIET, bold=True)
        for rating in ratings:
            cells = table.add_row().cells
            write(in_cell(cells[0]), rating.section, 10)
            if rating.label is None:
                write(in_cell(cells[1]), "Still open", 10, QUIET, italic=True)
                continue
            tint = TINTS.get(rating.colour or "", PLAIN)
            fill(cells[1], tint)
            write(in_cell(cells[1]), rating.label, 10, tint.ink, bold=True)
        rules(table)

    def note(self, note: SectionNote) -> None:
        line = self.document.add_paragraph()
        line.paragraph_format.keep_with_next = True
        line.paragraph_format.space_before = Pt(8)
        write(line, note.section, 10.5, bold=True)
        aim = f"; to reach {note.toward}:" if note.toward else ""
        write(line, f"   {note.rating.label}{aim}", 10, QUIET)
        if note.remark:
            write(self._indented(), f"The reviewer says: {note.remark}", 10)
        if note.advice:
            write(self._indented(), note.advice, 10)
        for point in note.points:
            self._point(point)

    def _point(self, point: Point) -> None:
        said = self.bullet(point.says)
        said.paragraph_format.keep_with_next = bool(point.quotes or point.looked or point.advice)
        for quote, where in point.quotes:
            line = self._indented()
            write(line, f"“{quote}”", 9.5, italic=True)
            write(line, f"  {where}", 9, QUIET)
        for words in (point.looked, point.advice):
            if words:
                write(self._indented(), words, 9.5, QUIET if words == point.looked else INK)

    def bullet(self, words: str) -> Any:
        paragraph = self.document.add_paragraph(style="List Bullet")
        write(paragraph, words, 10)
        return paragraph

    def closing(self, content: Feedback) -> None:
        self.heading("How this was decided")
        if content.reviewers:
            decided = f" on {day(content.last_decided.date())}" if content.last_decided else ""
            people = joined(content.reviewers)
            words = (
                "A program, pepinsight, read the plan and suggested a level for each section. "
                f"Every rating in this letter was confirmed or set by {people}, last{decided}."
            )
        else:
            words = (
                "A program, pepinsight, read the plan. Nobody has confirmed a rating yet, so this letter gives none."
            )
        write(self.document.add_paragraph(), words, 10)

    def saved(self, content: Feedback) -> bytes:
        properties = self.document.core_properties
        properties.title = "Feedback on a Personal Education Plan"  # no child's name: properties travel unseen
        properties.author = joined(content.reviewers)
        properties.comments = ""
        properties.language = "en-GB"
        stream = BytesIO()
        self.document.save(stream)
        return stream.getvalue()

    def _indented(self) -> Any:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.left_indent = Cm(0.65)
        paragraph.paragraph_format.space_after = Pt(2)
        return paragraph

    def _table(self, columns: int, widths: tuple[float, ...]) -> Any:
        table = self.document.add_table(rows=0, cols=columns)
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        return table
