"""Figures that measure something: not dates, sums, labels, or how much help was given."""

from __future__ import annotations

import re

from pepinsight.plan.number_words import spelt

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\b\.?(?:\s+\d{{2,4}})?"
    r"|\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])\b(?!\s*(?:%|out of))"
    r"|\b20\d\d\b|£\s?[\d,.]+",
    re.IGNORECASE,
)
"""A day, a year, or a sum of money."""
FIGURE = re.compile(r"(?<![^\W_])\d|\b[EL]\d\b")
"""A figure of its own, or a level of a qualification; "A2L" and "Y7" measure nothing."""
_HELP = re.compile(
    r"\bpost[- ]?16|\b16(?:\+|\s?[-–]\s?19)|\b(?:year|yr|y|ks|target|step)\s?\d+"
    r"|\b\d+(?:\s*(?:of|out of|/)\s*\d+)?\s*(?:hours?|hrs?|sessions?|x|times|weeks?)\b",
    re.IGNORECASE,
)
"""How much was given, and what a number only names."""
_AGE = re.compile(r"\bages?\b[^.;\n\d]{0,20}\d+[.:]\d+", re.IGNORECASE)
"""Years and months of a reading age, which look like a day and a month."""
_COMPARED = re.compile(rf"\b(?:{spelt()})\s+(?:more|fewer|less|extra)\b", re.IGNORECASE)
"""How far it went, in words."""


def tells_in_figures(text: str) -> bool:
    """Whether ``text`` tells of something measured: "from 61 to 74", "eight fewer"."""
    return bool(FIGURE.search(_HELP.sub(" ", DATE.sub(" ", text))) or _COMPARED.search(text) or _AGE.search(text))
