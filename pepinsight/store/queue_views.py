"""Saved views: choices of filters that people gave a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import delete, select

from pepinsight.store import writes
from pepinsight.store.connected import Connected
from pepinsight.store.database import StoreError
from pepinsight.store.queue_tables import SavedViewRow


class SavedViews(Connected):
    """The saved views of a database: everybody's, by name."""

    def save_view(self, name: str, filters: Mapping[str, Sequence[str]], reviewer: str) -> None:
        """Keep a choice of filters under a name; the same name again replaces it. Raises StoreError without a name."""
        name = " ".join(name.split())
        if not name:
            raise StoreError("Give the view a name first.")
        with self._writing() as session:
            who = writes.reviewer_id(session, reviewer)
            plain = {key: list(values) for key, values in filters.items() if values}
            session.merge(SavedViewRow(name=name, filters=plain, reviewer_id=who))

    def saved_views(self) -> dict[str, dict[str, list[str]]]:
        """The filters of each saved view by its name, in order of names."""
        with self._reading() as session:
            return {row.name: row.filters for row in session.scalars(select(SavedViewRow).order_by(SavedViewRow.name))}

    def delete_view(self, name: str) -> None:
        """Let a saved view go; nothing happens where there is none of that name."""
        with self._writing() as session:
            session.execute(delete(SavedViewRow).where(SavedViewRow.name == name))
