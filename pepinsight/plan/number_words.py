"""Small numbers in words: parts of a form, targets, sessions, sums and school years are counted by them."""

from __future__ import annotations

NUMBER_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"
)  # fmt: skip


def spelt(first: int = 1, last: int = len(NUMBER_WORDS)) -> str:
    """The words for ``first`` to ``last``, for a pattern: "two|three|four"."""
    return "|".join(NUMBER_WORDS[first - 1 : last])


def number_of(word: str) -> int | None:
    """The number that ``word`` is, in any case; None for any other word."""
    lower = word.casefold()
    return NUMBER_WORDS.index(lower) + 1 if lower in NUMBER_WORDS else None
