"""The one error that reading a file may raise."""

from __future__ import annotations


class Unreadable(Exception):
    """The file cannot be read; the message is one sentence for the person who chose it."""
