"""Word forms made in code, part by part, and read back as a user's file would be."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
from docx.document import Document as WordDocument

from pepinsight.documents import Document
from pepinsight.documents.read import read_bytes
from pepinsight.plan import Plan, SectionKind, recognise

Rows = Sequence[Sequence[str]]


class Paper:
    """An empty Word file that grows from top to bottom; nothing stands in it that a test did not put there."""

    def __init__(self) -> None:
        self.word: WordDocument = docx.Document()

    def heading(self, text: str, level: int = 1) -> Paper:
        self.word.add_heading(text, level)
        return self

    def bold(self, *texts: str) -> Paper:
        for text in texts:
            self.word.add_paragraph().add_run(text).bold = True
        return self

    def para(self, *texts: str) -> Paper:
        for text in texts:
            self.word.add_paragraph(text)
        return self

    def bullets(self, *texts: str) -> Paper:
        for text in texts:
            self.word.add_paragraph(text, style="List Bullet")
        return self

    def table(self, rows: Rows, banners: Sequence[int] = (), header: bool = False) -> Paper:
        """``banners`` are the rows whose first cell spans the table; with ``header`` the first row is bold."""
        table = self.word.add_table(rows=len(rows), cols=max(len(row) for row in rows), style="Table Grid")
        for at, row in enumerate(rows):
            cells = table.rows[at].cells
            if at in banners:
                cells[0].merge(cells[-1]).paragraphs[0].add_run(row[0]).bold = True
                continue
            for cell, text in zip(cells, row, strict=False):
                run = cell.paragraphs[0].add_run(text)
                run.bold = header and at == 0
        return self

    def fields(self, **answers: str) -> Paper:
        """A two-column table of labels and answers; an underscore in a name stands for a space."""
        return self.table([[label.replace("_", " "), answer] for label, answer in answers.items()])

    def document(self) -> Document:
        stream = io.BytesIO()
        self.word.save(stream)
        return read_bytes(stream.getvalue(), "form.docx")

    def plan(self) -> Plan:
        return recognise(self.document())


def kinds(plan: Plan) -> list[tuple[str, SectionKind]]:
    """Each section's title and kind, those without a title left out."""
    return [(plan.quote(section.title), section.kind) for section in plan.sections if section.title is not None]


def texts(plan: Plan, *wanted: SectionKind) -> list[str]:
    """The words that count for these section kinds."""
    return [plan.quote(span) for span in plan.spans_of(*wanted)]
