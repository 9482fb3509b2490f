"""Small fictional PEPs as real Word files, read and recognised as a user's file would be."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx

from pepinsight.documents import read_bytes
from pepinsight.evidence import Findings, find_evidence
from pepinsight.plan import Plan, recognise

Part = str | Sequence[tuple[str, str]] | Sequence[Sequence[str]]
"""A paragraph, label and answer pairs (tuples), or a table (lists of cells, the header row first)."""

FRONT = [("Name", "Wren Ashby"), ("Year", "8"), ("School", "Hollow Lane School"), ("PEP meeting held", "12/11/2025")]


def plan_of(sections: dict[str, Sequence[Part]], front: Sequence[tuple[str, str]] = FRONT) -> Plan:
    """A PEP with these headings and what stands under each."""
    document = docx.Document()
    document.add_heading("Personal Education Plan - Autumn 2025", 1)
    _add(document, list(front))
    for title, parts in sections.items():
        document.add_heading(title, 2)
        for part in parts:
            _add(document, part)
    stream = io.BytesIO()
    document.save(stream)
    return recognise(read_bytes(stream.getvalue(), "wren.docx"))


def findings_of(sections: dict[str, Sequence[Part]], previous: Plan | None = None) -> Findings:
    """The findings of such a PEP."""
    return find_evidence(plan_of(sections), previous)


def _add(document: docx.document.Document, part: Part) -> None:
    if isinstance(part, str):
        document.add_paragraph(part)
        return
    table = document.add_table(rows=0, cols=len(part[0]))
    for row in part:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
