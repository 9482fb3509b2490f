"""The store: files, what was suggested on them, and what people decided. Every method is one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from sqlalchemy.exc import IntegrityError

from pepinsight.calibration.suggestion import Suggestion
from pepinsight.evidence import Value
from pepinsight.plan import Plan
from pepinsight.review import Choice, Decision
from pepinsight.store import queries, writes
from pepinsight.store.blind import BlindChecks
from pepinsight.store.database import StoreError, database_url, empty_journal, open_engine
from pepinsight.store.queue_views import SavedViews
from pepinsight.store.records import (
    AddedFile,
    AuditEntry,
    ChildsFile,
    FactStatement,
    ListedFile,
    StoredFile,
    StoredSuggestion,
)
from pepinsight.store.switches import Holder
from pepinsight.store.tables import FileRow, KnownFactRow, SuggestionRow


def open_store(url: str | Path | None = None) -> Store:
    """Open the database at ``url`` (a URL or a path), else at PEPINSIGHT_DATABASE, else in the user's data folder, and
    bring its tables up to date. Raises StoreError when that cannot be done."""
    return Store(open_engine(database_url(url)))


class Store(BlindChecks, SavedViews):
    """All that is kept: beside what stands here the blind checks (``blind``) and the switches (``switches``)."""

    # Files

    def find_file(self, content: bytes) -> int | None:
        """The file with exactly these bytes, None when it was never received (or has been forgotten)."""
        with self._reading() as session:
            return queries.find_file(session, writes.sha256_of(content))

    def add_file(
        self,
        content: bytes,
        name: str,
        reviewer: str,
        suggestions: Sequence[Suggestion] = (),
        made_with: Mapping[str, str] | None = None,
    ) -> AddedFile:
        """Keep a file together with what was suggested on it: all of it or nothing.

        Assess first, so that a file that cannot be read is reported and never kept. Bytes seen before are the same
        file: its suggestions stand as they are (they may rest on facts stated since), and only those of a rubric that
        it lacks are added.
        """
        try:
            return self._add_file(content, name, reviewer, suggestions, made_with or {})
        except IntegrityError:
            # Two people brought the same bytes at one moment (possible where the database does not queue writers).
            return self._add_file(content, name, reviewer, suggestions, made_with or {})

    def _add_file(
        self, content: bytes, name: str, reviewer: str, suggestions: Sequence[Suggestion], made_with: Mapping[str, str]
    ) -> AddedFile:
        sha256 = writes.sha256_of(content)
        with self._writing() as session:
            who = writes.reviewer_id(session, reviewer)
            seen = queries.find_file(session, sha256)
            if seen is None:
                row = FileRow(sha256=sha256, name=name, content=content, received_by=who)
                session.add(row)
                session.flush()
            file_id = seen or row.id
            writes.note(session, who, "file received again" if seen else "file received", file_id)
            for suggestion in suggestions:
                if queries.latest_suggestion(session, file_id, suggestion.assessment.rubric) is None:
                    writes.save_suggestion(session, file_id, suggestion, made_with, who)
        return AddedFile(file_id, seen is not None)

    def file(self, file_id: int) -> StoredFile:
        """Who brought the file, when, under which name. Raises StoreError for a file unknown or forgotten."""
        with self._reading() as session:
            return queries.stored_file(session, writes.present(session, file_id))

    def content(self, file_id: int) -> bytes:
        """The file's bytes as received. Raises StoreError for a file unknown or forgotten."""
        with self._reading() as session:
            return writes.present(session, file_id).content or b""

    def list_files(self) -> tuple[ListedFile, ...]:
        """All files, the newest first, and where the review by each rubric stands."""
        with self._reading() as session:
            return queries.list_files(session, Holder(session).of)

    def listed_file(self, file_id: int) -> ListedFile:
        """One file as it stands in the list. Raises StoreError for a file unknown or forgotten."""
        with self._reading() as session:
            writes.present(session, file_id)
            return queries.list_files(session, Holder(session).of, file_id)[0]

    def files_before(self, day: date) -> tuple[ChildsFile, ...]:
        """The PEPs of meetings before this day, and whose they are, without opening any PEP's words."""
        with self._reading() as session:
            return queries.before(session, day)

    def plan(self, file_id: int) -> Plan:
        """The file as it was read last. Raises StoreError for a file unknown, forgotten, or kept without a reading."""
        with self._reading() as session:
            found = queries.plan(session, writes.present(session, file_id))
        if found is None:
            raise StoreError(f"File {file_id} was kept without having been read.")
        return found

    # Suggestions

    def save_suggestion(
        self, file_id: int, suggestion: Suggestion, reviewer: str, made_with: Mapping[str, str] | None = None
    ) -> int:
        """Keep a newer suggestion (a fact was stated, the program reads better now) and return its number. Earlier
        ones and all decisions stay. ``made_with`` names the versions of program, rules and models."""
        with self._writing() as session:
            writes.present(session, file_id)
            return writes.save_suggestion(
                session, file_id, suggestion, made_with or {}, writes.reviewer_id(session, reviewer)
            )

    def suggestion(self, file_id: int, rubric: str) -> StoredSuggestion | None:
        """The newest suggestion by this rubric, None when there is none. Raises StoreError for a forgotten file."""
        with self._reading() as session:
            writes.present(session, file_id)
            row = queries.latest_suggestion(session, file_id, rubric)
            return None if row is None else queries.restore(session, row)

    def rubrics(self, file_id: int) -> tuple[str, ...]:
        """The rubrics by which the file has been looked at, in the order in which they were first used."""
        with self._reading() as session:
            return queries.rubrics(session, file_id)

    def suggestion_shown(self, suggestion_id: int) -> StoredSuggestion:
        """The suggestion with this number: what a reviewer saw when deciding. Raises StoreError when forgotten."""
        with self._reading() as session:
            row = session.get(SuggestionRow, suggestion_id)
            if row is None:
                raise StoreError(f"There is no suggestion {suggestion_id}.")
            return queries.restore(session, row)

    # Decisions

    def decide(self, suggestion_id: int, choices: Sequence[Choice], reviewer: str) -> tuple[Decision, ...]:
        """Record choices taken while the suggestion with this number was on the screen: all of them or none.

        Two people deciding at once are both recorded, and the later one stands. Raises ReviewError for a choice that
        does not fit that suggestion, StoreError for a suggestion unknown or forgotten.
        """
        with self._writing() as session:
            suggestion = session.get(SuggestionRow, suggestion_id)
            if suggestion is None:
                raise StoreError(f"There is no suggestion {suggestion_id}.")
            writes.present(session, suggestion.file_id)
            who = writes.reviewer_id(session, reviewer)
            ids = [writes.decide(session, suggestion, choice, who) for choice in choices]
            return tuple(d for d in queries.decisions(session, suggestion.file_id, suggestion.rubric) if d.id in ids)

    def decisions(self, file_id: int, rubric: str) -> tuple[Decision, ...]:
        """Every decision on the file by this rubric, in the order in which they were taken."""
        with self._reading() as session:
            return queries.decisions(session, file_id, rubric)

    def history(self, file_id: int, rubric: str, section: str) -> tuple[Decision, ...]:
        """Every decision on one section, in the order in which they were taken."""
        return tuple(decision for decision in self.decisions(file_id, rubric) if decision.section == section)

    # Known facts

    def state_fact(self, file_id: int, fact: str, value: Value, reviewer: str) -> None:
        """Record what a reviewer knows from outside the PEP (seed 000, lines 49, 55, 56), under its feature's name."""
        self._record_fact(file_id, fact, value, False, reviewer)

    def withdraw_fact(self, file_id: int, fact: str, reviewer: str) -> None:
        """Take a stated fact back. Raises StoreError when it was not stated."""
        if fact not in self.known_facts(file_id):
            raise StoreError("That fact is not stated for this file, so it cannot be withdrawn.")
        self._record_fact(file_id, fact, None, True, reviewer)

    def _record_fact(self, file_id: int, fact: str, value: Value, withdrawn: bool, reviewer: str) -> None:
        with self._writing() as session:
            writes.present(session, file_id)
            who = writes.reviewer_id(session, reviewer)
            session.add(KnownFactRow(file_id=file_id, fact=fact, value=value, withdrawn=withdrawn, reviewer_id=who))
            writes.note(session, who, "fact withdrawn" if withdrawn else "fact stated", file_id)

    def known_facts(self, file_id: int) -> dict[str, Value]:
        """The facts that stand, by name: what ``Findings.with_known`` takes."""
        last = {statement.fact: statement for statement in self.fact_history(file_id)}
        return {fact: statement.value for fact, statement in last.items() if not statement.withdrawn}

    def fact_history(self, file_id: int) -> tuple[FactStatement, ...]:
        """Every fact stated or withdrawn, in order."""
        with self._reading() as session:
            return queries.fact_statements(session, file_id)

    # Retention and audit

    def forget(self, file_id: int, reviewer: str) -> None:
        """Erase what the file says about a child, for good: bytes, name, checksum, reading, suggestion, known facts and
        reasons. Levels suggested and decided, by whom and when, stay: they say nothing of the child once the file is
        gone, and an authority must still account for its quality assurance (UK GDPR, article 5(1)(e) and (2))."""
        with self._writing() as session:
            writes.forget(session, writes.present(session, file_id), writes.reviewer_id(session, reviewer))
        empty_journal(self._engine)

    def audit(self, file_id: int | None = None) -> tuple[AuditEntry, ...]:
        """Who did what and when, in order: for one file, or for all."""
        with self._reading() as session:
            return queries.audit(session, file_id)
