"""Small fictional forms made in code, read back as a user's Word file would be."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import docx
from docx.document import Document as WordDocument

from pepinsight.documents import Document
from pepinsight.documents.read import read_bytes
from pepinsight.plan.plan import Plan, PreviousTarget, Span, Target
from pepinsight.plan.recognise import recognise

Rows = Sequence[Sequence[str]]


class Form:
    """A Word form that grows from top to bottom."""

    def __init__(self, meeting: str = "12 February 2026") -> None:
        self.word: WordDocument = docx.Document()
        self.heading("Personal Education Plan", 1)
        self.table([["Name", "Robin Ashdown"], ["Date of PEP meeting", meeting]])

    def heading(self, text: str, level: int = 2) -> Form:
        self.word.add_heading(text, level)
        return self

    def bold(self, text: str) -> Form:
        self.word.add_paragraph().add_run(text).bold = True
        return self

    def para(self, *texts: str) -> Form:
        for text in texts:
            self.word.add_paragraph(text)
        return self

    def bullets(self, *texts: str, style: str = "List Bullet") -> Form:
        for text in texts:
            self.word.add_paragraph(text, style=style)
        return self

    def table(self, rows: Rows, bold_header: bool = False, merged: Sequence[int] = ()) -> Form:
        """``merged`` are the rows whose first cell spans the table: banners."""
        table = self.word.add_table(rows=len(rows), cols=max(len(row) for row in rows), style="Table Grid")
        for at, row in enumerate(rows):
            cells = table.rows[at].cells
            if at in merged:
                cells[0].merge(cells[-1])
            for cell, text in zip(cells, row, strict=False):
                if at in merged and cell.text:
                    continue
                cell.text = text
                if (bold_header and at == 0) or at in merged:
                    for run in cell.paragraphs[0].runs:
                        run.bold = True
        return self

    def nested(self, rows: Rows) -> Form:
        """A table inside the only cell of another."""
        outer = self.word.add_table(rows=1, cols=1, style="Table Grid").rows[0].cells[0]
        inner = outer.add_table(rows=len(rows), cols=len(rows[0]))
        for at, row in enumerate(rows):
            for cell, text in zip(inner.rows[at].cells, row, strict=True):
                cell.text = text
        return self

    def document(self) -> Document:
        stored = io.BytesIO()
        self.word.save(stored)
        return read_bytes(stored.getvalue(), "form.docx")

    def plan(self) -> Plan:
        return recognise(self.document())


def wordings(plan: Plan) -> list[str]:
    """The new targets' words."""
    return [plan.quote(target.wording) for target in plan.targets]


def part(plan: Plan, target: Target, role: str) -> str:
    """What one part of a target's row says."""
    return " ".join(plan.quote(span) for key, span in target.parts if key == role)


def reviewed(plan: Plan) -> list[tuple[str, str]]:
    """Last term's targets, each with the words of its review."""
    quote: Callable[[Span], str] = plan.quote
    old: Sequence[PreviousTarget] = plan.previous_targets
    return [(quote(item.wording), " ".join(quote(span) for span in item.review)) for item in old]
