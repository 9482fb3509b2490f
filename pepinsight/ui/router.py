"""Where a person is, kept in the address: ``?pep=3`` is a PEP's review, ``?page=add`` a page of that name, else
the list.

Since it stands in the address, a link can be kept or sent, and the browser's reload stays on the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st


@dataclass(frozen=True, slots=True)
class Where:
    """``page`` is a page's name (``frame`` knows them); ``file_id`` is None when the address names no PEP, or no
    number."""

    page: str
    file_id: int | None = None
    is_reading: bool = False
    """Whether a PEP is open beside what is said of it, so that the whole page is wanted."""


def where() -> Where:
    """Where the address says that the person is."""
    pep = st.query_params.get("pep")
    if pep is not None:
        return Where("review", int(pep) if re.fullmatch(r"[0-9]{1,12}", pep) else None, is_reading=True)
    return Where(st.query_params.get("page", "list"), is_reading="item" in st.query_params)


def go(page: str, file_id: int | None = None, keeps: Mapping[str, str | list[str]] | None = None) -> None:
    """Change the address; for a button's ``on_click``. ``keeps`` is what the page itself has there."""
    # At once: each change on its own would be a step of its own for the browser's Back.
    address: dict[str, str | list[str]] = {}
    if page == "review":
        address["pep"] = str(file_id)
    elif page != "list":
        address["page"] = page
    st.query_params.from_dict({**address, **(keeps or {})})
