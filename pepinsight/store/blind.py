"""Blind checks: samples of PEPs, and the levels that officers gave without seeing any suggestion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from pepinsight.store import queries, rubric_files, writes
from pepinsight.store.database import StoreError
from pepinsight.store.proof_tables import BlindCheckRow, BlindPepRow, BlindRatingRow
from pepinsight.store.records import BlindCheck, BlindPep, Levels, Switch
from pepinsight.store.switches import BLIND_CHECK, Switches, last_words
from pepinsight.store.tables import FileRow, ReviewerRow, SuggestedSectionRow, SuggestionRow


class BlindChecks(Switches):
    """The blind checks of a database."""

    def start_check(
        self, rubric: str, drawn: Sequence[tuple[int, str]], drawn_from: int, seed: int, reviewer: str
    ) -> int:
        """Keep a sample of (file's number, stratum), in the order in which it is to be read, and return its number.

        Raises StoreError for an empty sample, a file drawn twice, or one without a suggestion by this rubric.
        """
        files = [file_id for file_id, _ in drawn]
        if not files or len(set(files)) < len(files):
            raise StoreError("A blind check needs at least one PEP, and each only once.")
        with self._writing() as session:
            who = writes.reviewer_id(session, reviewer)
            check = BlindCheckRow(rubric=rubric, seed=seed, drawn_from=drawn_from, reviewer_id=who)
            session.add(check)
            session.flush()
            for position, (file_id, stratum) in enumerate(drawn):
                writes.present(session, file_id)
                suggestion = queries.latest_suggestion(session, file_id, rubric)
                if suggestion is None:
                    raise StoreError(f"File {file_id} has not been looked at by the rubric {rubric}.")
                session.add(
                    BlindPepRow(
                        check_id=check.id,
                        position=position,
                        file_id=file_id,
                        suggestion_id=suggestion.id,
                        stratum=stratum,
                    )
                )
            writes.note(session, who, "blind check drawn", None, rubric)
            return check.id

    def checks(self) -> tuple[BlindCheck, ...]:
        """All blind checks, the newest first."""
        with self._reading() as session:
            ended = {int(subject): last for subject, last in last_words(session, BLIND_CHECK).items() if not last.on}
            rows = session.execute(
                select(BlindCheckRow, ReviewerRow.name)
                .join(ReviewerRow, ReviewerRow.id == BlindCheckRow.reviewer_id)
                .order_by(BlindCheckRow.id.desc())
            )
            return tuple(_check(session, row, reviewer, ended.get(row.id)) for row, reviewer in rows)

    def check(self, check_id: int) -> BlindCheck:
        """The blind check with this number. Raises StoreError when there is none."""
        for check in self.checks():
            if check.id == check_id:
                return check
        raise StoreError(f"There is no blind check {check_id}.")

    def end_check(self, check_id: int, reviewer: str) -> None:
        """No more is rated, and its PEPs' suggestions are shown. Raises StoreError when there is none, or it ended."""
        self._going_on(check_id)
        self.switch(BLIND_CHECK, False, reviewer, str(check_id))

    def rate_blind(self, check_id: int, file_id: int, section: str, level: str, reviewer: str) -> None:
        """Record an officer's level for one section. Raises StoreError where the check has ended or lacks the PEP."""
        check = self._going_on(check_id)
        pep = next((pep for pep in check.peps if pep.file_id == file_id), None)
        if pep is None or section not in pep.suggested:
            raise StoreError(f"Blind check {check_id} has no such section of file {file_id}.")
        with self._writing() as session:
            writes.present(session, file_id)
            who = writes.reviewer_id(session, reviewer)
            session.add(
                BlindRatingRow(check_id=check_id, file_id=file_id, section=section, level=level, reviewer_id=who)
            )
            writes.note(session, who, "section rated blind", file_id, check.rubric, section)

    def blind_levels(self, check_id: int) -> Mapping[str, Levels]:
        """Every officer's last levels, by their name; only for the report, never for an officer's own page."""
        with self._reading() as session:
            return _levels(session, check_id)

    def own_blind_levels(self, check_id: int, reviewer: str) -> Levels:
        """One officer's own last levels."""
        return self.blind_levels(check_id).get(" ".join(reviewer.split()), {})

    def _going_on(self, check_id: int) -> BlindCheck:
        check = self.check(check_id)
        if check.ended is not None:
            raise StoreError(f"Blind check {check_id} was ended by {check.ended.reviewer}: no more is rated.")
        return check


def _check(session: Session, row: BlindCheckRow, reviewer: str, ended: Switch | None) -> BlindCheck:
    peps = session.execute(
        select(BlindPepRow, FileRow.forgotten)
        .join(FileRow, FileRow.id == BlindPepRow.file_id)
        .where(BlindPepRow.check_id == row.id)
        .order_by(BlindPepRow.position)
    ).all()
    suggested: dict[int, dict[str, str]] = defaultdict(dict)
    titles: dict[str, str] = {}
    sections = select(SuggestedSectionRow).where(
        SuggestedSectionRow.suggestion_id.in_([pep.suggestion_id for pep, _ in peps])
    )
    for section in session.scalars(sections.order_by(SuggestedSectionRow.position)):
        suggested[section.suggestion_id][section.id] = section.suggested
        titles[section.id] = section.title
    first = session.get(SuggestionRow, peps[0][0].suggestion_id)
    return BlindCheck(
        id=row.id,
        rubric=row.rubric,
        seed=row.seed,
        drawn_from=row.drawn_from,
        drawn_by=reviewer,
        drawn=row.made,
        titles=titles,
        peps=tuple(
            BlindPep(pep.file_id, pep.stratum, suggested[pep.suggestion_id], forgotten is not None)
            for pep, forgotten in peps
        ),
        ended=ended,
        file=rubric_files.kept(session, first.rubric_file if first else None),
    )


def _levels(session: Session, check_id: int) -> dict[str, dict[int, dict[str, str]]]:
    rows = session.execute(
        select(BlindRatingRow, ReviewerRow.name)
        .join(ReviewerRow, ReviewerRow.id == BlindRatingRow.reviewer_id)
        .where(BlindRatingRow.check_id == check_id)
        .order_by(BlindRatingRow.id)
    )
    found: dict[str, dict[int, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for row, reviewer in rows:
        found[reviewer][row.file_id][row.section] = row.level
    return {reviewer: {file: dict(levels) for file, levels in given.items()} for reviewer, given in found.items()}
