"""What a person decided about one section: append-only, one record a decision, the last one stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ReviewError(ValueError):
    """A decision cannot be taken as asked; the message says why in one sentence, for the person who asked."""


class Action(StrEnum):
    """What a person can do with a section."""

    CONFIRM = "confirm"  # take the suggested level as it was shown
    CHANGE = "change"  # set another level, with a reason
    REOPEN = "reopen"  # undo: the section is open again, the earlier decisions stay in its history


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision that has been checked but not yet recorded. ``level`` is None exactly when reopening; ``seen`` is
    whether the suggestion stood before the person's eyes."""

    section: str
    action: Action
    level: str | None
    reason: str | None = None
    seen: bool = True


@dataclass(frozen=True, slots=True)
class Decision:
    """A recorded choice: who, when (UTC), on which suggestion, and the level that was suggested then.

    ``reason`` is None where none was given, or once the file has been forgotten. ``seen`` is whether the person had
    seen the suggestion when they decided.
    """

    id: int
    section: str
    action: Action
    level: str | None
    reason: str | None
    reviewer: str
    when: datetime
    suggestion: int
    suggested: str
    seen: bool = True
