"""Whether a file is a print of one part of a form: its headings begin in the middle, or only one part's stand there.

Systems print single tabs, and schools send "Section C" alone (seed 002, line 86). What such a file does not hold is
not in this file; it is not blank.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pepinsight.plan.forms import known_forms
from pepinsight.plan.lexicon import words
from pepinsight.plan.number_words import number_of, spelt
from pepinsight.plan.title_words import bare_title

_WHICH = rf"(?P<which>[A-Z]|\d{{1,2}}|{spelt()})"
_CALLED = re.compile(rf"^\s*(?:section|part|tab|page|step|chapter)\s+{_WHICH}(?![\w'’])(?!\.\d)", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*(?P<which>[A-Z]|\d{1,2})(?:[.)]\s+|\s+[-–—]\s+|\s+(?=[A-Z]))(?!\d)")


def starts_midway(titles: Sequence[str]) -> bool:
    """True where the form's parts are counted ("Section B", "TAB 4", "9. What I say") and the first is not there."""
    counted = _counted(titles)
    return bool(counted) and counted[0] > 1 and 1 not in counted


def is_one_part(titles: Sequence[str]) -> bool:
    """True where the headings begin in the middle of a form, or name a single part of it."""
    called = {_value(match["which"]) for title in titles if (match := _CALLED.match(title))}
    return starts_midway(titles) or called == {1} or _is_one_tab(titles)


def _counted(titles: Sequence[str]) -> list[int]:
    for pattern in (_CALLED, _NUMBERED):
        found = [_value(match["which"]) for title in titles if (match := pattern.match(title))]
        if found:
            return found
    return []


def _value(which: str) -> int:
    if which.isdigit():
        return int(which)
    return number_of(which) or ord(which.upper()) - ord("A") + 1


def _is_one_tab(titles: Sequence[str]) -> bool:
    """Whether the first heading is a tab of a known form, word for word, and no other tab of it follows."""
    plain = [words(bare_title(title)) for title in titles]
    for form in known_forms().values():
        tabs = {words(tab) for tab in form.tabs}
        if plain and plain[0] in tabs:
            return len(tabs & set(plain)) == 1
    return False
