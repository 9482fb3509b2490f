"""What can keep a scan from its work; each message is one sentence for the person who began it."""

from __future__ import annotations


class RunError(RuntimeError):
    """The run cannot be begun."""


class NoWorker(RuntimeError):
    """Worker processes cannot be started, here or on the cluster."""


class Stopped(RuntimeError):
    """The scan is being stopped: what was under way is left undone."""
