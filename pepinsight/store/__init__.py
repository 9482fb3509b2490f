"""What is kept: files, suggestions as they were shown, append-only decisions, known facts, and who did what."""

from pepinsight.store.database import StoreError
from pepinsight.store.records import (
    AddedFile,
    AuditEntry,
    BlindCheck,
    BlindPep,
    ChildsFile,
    FactStatement,
    FileReview,
    Levels,
    ListedFile,
    Outline,
    StoredFile,
    StoredSuggestion,
    Switch,
)
from pepinsight.store.store import Store, open_store
from pepinsight.store.tables import AppendOnlyError

__all__ = [
    "AddedFile",
    "AppendOnlyError",
    "AuditEntry",
    "BlindCheck",
    "BlindPep",
    "ChildsFile",
    "FactStatement",
    "FileReview",
    "Levels",
    "ListedFile",
    "Outline",
    "Store",
    "StoreError",
    "StoredFile",
    "StoredSuggestion",
    "Switch",
    "open_store",
]
