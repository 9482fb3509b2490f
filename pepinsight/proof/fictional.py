"""The fictional PEPs that come with pepinsight: nothing is proved by them, and nothing learnt from them."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files


@cache
def fictional_checksums() -> frozenset[str]:
    """The checksums of the files with which people try the pages."""
    folder = files("pepinsight") / "ui" / "sample"
    return frozenset(sha256(file.read_bytes()).hexdigest() for file in folder.iterdir())
