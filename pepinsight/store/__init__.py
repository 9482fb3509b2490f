"""What is kept: files, suggestions as they were shown, append-only decisions, known facts, and who did what."""

from pepinsight.store.database import StoreError
from pepinsight.store.records import (
    AddedFile,
    AuditEntry,
    ChildsFile,
    FactStatement,
    FileReview,
    ListedFile,
    StoredFile,
    StoredSuggestion,
)
from pepinsight.store.store import Store, open_store
from pepinsight.store.tables import AppendOnlyError

__all__ = [
    "AddedFile",
    "AppendOnlyError",
    "AuditEntry",
    "ChildsFile",
    "FactStatement",
    "FileReview",
    "ListedFile",
    "Store",
    "StoreError",
    "StoredFile",
    "StoredSuggestion",
    "open_store",
]
