"""What is switched on and off, by whom and when: append-only, the last word stands."""

from __future__ import annotations

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session

from pepinsight.review import Withholding, is_rated_first
from pepinsight.store import writes
from pepinsight.store.connected import Connected
from pepinsight.store.proof_tables import BlindPepRow, SwitchRow
from pepinsight.store.records import Switch
from pepinsight.store.tables import FileRow, ReviewerRow

RATE_FIRST = "rate first"
"""Everybody rates each section before they see its suggestion; off unless switched on."""
SUGGESTIONS = "suggestions"
"""A section's suggestions are shown; on unless switched off. The subject is "rubric/section"."""
OUR_RUBRIC = "our rubric"
"""The rubric by which new PEPs are looked at; the subject is its id, and the one chosen last stands."""
BLIND_CHECK = "blind check"
"""A blind check goes on; the subject is its number. Off is its end."""


def last_words(session: Session, name: str) -> dict[str, Switch]:
    """How each subject of a switch stands that was ever touched."""
    return {one.subject: one for one in _all_words(session, name)}


def _all_words(session: Session, name: str) -> list[Switch]:
    rows = session.execute(
        select(SwitchRow, ReviewerRow.name)
        .join(ReviewerRow, ReviewerRow.id == SwitchRow.reviewer_id)
        .where(SwitchRow.name == name)
        .order_by(SwitchRow.id)
    )
    return [Switch(row.name, row.subject, row.on, reviewer, row.made) for row, reviewer in rows]


class Holder:
    """What is withheld of the PEPs in a database, as the switches stand at one moment."""

    def __init__(self, session: Session) -> None:
        rate_first = last_words(session, RATE_FIRST).get("")
        self._always_first = rate_first is not None and rate_first.on
        self._off = frozenset(subject for subject, last in last_words(session, SUGGESTIONS).items() if not last.on)
        self._blind = frozenset(session.scalars(select(BlindPepRow.file_id).where(_going_on(session))))

    def of(self, file_id: int, checksum: str | None, rubric: str) -> Withholding:
        """What is withheld of one PEP by this rubric."""
        start = f"{rubric}/"
        return Withholding(
            frozenset(subject.removeprefix(start) for subject in self._off if subject.startswith(start)),
            self._always_first or (checksum is not None and is_rated_first(checksum)),
            file_id in self._blind,
        )


def _going_on(session: Session) -> ColumnElement[bool]:
    """Whether a PEP's blind check has not ended."""
    ended = [int(subject) for subject, last in last_words(session, BLIND_CHECK).items() if not last.on]
    return BlindPepRow.check_id.not_in(ended)


class Switches(Connected):
    """The switches of a database."""

    def switch(self, name: str, on: bool, reviewer: str, subject: str = "") -> None:
        """Switch something on or off, under this person's name."""
        with self._writing() as session:
            who = writes.reviewer_id(session, reviewer)
            session.add(SwitchRow(name=name, subject=subject, on=on, reviewer_id=who))
            rubric, _, section = subject.partition("/") if name in (SUGGESTIONS, OUR_RUBRIC) else (None, "", None)
            writes.note(session, who, f"{name} switched {'on' if on else 'off'}", None, rubric, section or None)

    def rates_first(self) -> Switch | None:
        """How "rate first, then reveal" was set last; None when nobody ever touched it, and so it is off."""
        with self._reading() as session:
            return last_words(session, RATE_FIRST).get("")

    def our_rubric(self) -> Switch | None:
        """Which rubric was chosen last for new PEPs (its id is the subject), and by whom; None when nobody chose."""
        with self._reading() as session:
            chosen = last_words(session, OUR_RUBRIC).values()
            return max(chosen, key=lambda one: one.when, default=None)

    def switched_off(self, rubric: str) -> dict[str, Switch]:
        """The sections of this rubric whose suggestions are not to be shown, and who switched them off."""
        with self._reading() as session:
            stand = last_words(session, SUGGESTIONS)
        start = f"{rubric}/"
        return {
            subject.removeprefix(start): last
            for subject, last in stand.items()
            if subject.startswith(start) and not last.on
        }

    def switch_history(self, name: str) -> tuple[Switch, ...]:
        """Every time that this was switched, of whatever subject, by whom and when; the newest first."""
        with self._reading() as session:
            return tuple(reversed(_all_words(session, name)))

    def withholding(self, file_id: int, rubric: str) -> Withholding:
        """What is withheld of this PEP by this rubric. Raises StoreError for a file unknown or forgotten."""
        with self._reading() as session:
            return Holder(session).of(file_id, writes.present(session, file_id).sha256, rubric)

    def in_blind_checks(self) -> dict[str, int]:
        """The checksums of the PEPs that officers rate blind at present, and the number of the check."""
        with self._reading() as session:
            drawn = select(FileRow.sha256, BlindPepRow.check_id).join(FileRow, FileRow.id == BlindPepRow.file_id)
            return {sha256: check for sha256, check in session.execute(drawn.where(_going_on(session))) if sha256}

    def in_any_check(self, file_id: int) -> bool:
        """Whether the file was ever drawn for a blind check."""
        with self._reading() as session:
            return bool(session.scalar(select(exists().where(BlindPepRow.file_id == file_id))))
