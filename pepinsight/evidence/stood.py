"""The words of last term's plan, and whether a passage stood among them.

Words alone are compared, in small letters and without marks, as one stream: so a Word file compares with a PDF, and a
paragraph that a page parts or a line break cuts is found as well as one that stands alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from rapidfuzz.distance import LCSseq

from pepinsight.documents import Block
from pepinsight.plan import Plan

SHINGLE = 3
APART = 12
"""Passages that may part two halves of one in a PDF: a table's heading row repeated on the next page."""

_MARKS = str.maketrans({"\N{SOFT HYPHEN}": None, "’": None, "‘": None, "'": None})
_COLON = re.compile(r":\s")
_WORD = re.compile(r"[^\W_]+")
Words = tuple[str, ...]


def words_of(text: str) -> Words:
    """The words and figures of ``text`` in small letters; "half-term" is two, an apostrophe parts nothing."""
    return tuple(_WORD.findall(text.casefold().translate(_MARKS)))


@dataclass(frozen=True)
class Stood:
    """A plan's words in reading order: ``passages`` holds those of each block, its label apart from its answer.

    ``seams`` are the counts of words after which a printed line ends or a colon stands: there a PDF may have run two
    passages into one, or a label into its answer.
    """

    passages: tuple[Words, ...]
    seams: frozenset[int] = frozenset()

    @cached_property
    def _letters(self) -> str:
        """All the words without a gap: blind to a hyphen that parts a word at a line's end."""
        return "".join(word for passage in self.passages for word in passage)

    @cached_property
    def _edges(self) -> tuple[int, ...]:
        """Where each word starts in ``_letters``, and where the last one ends."""
        return tuple(accumulate((len(word) for passage in self.passages for word in passage), initial=0))

    @cached_property
    def _edge_set(self) -> frozenset[int]:
        return frozenset(self._edges)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where each passage starts in ``_letters``, and where the last one ends."""
        return tuple(self._edges[count] for count in accumulate(map(len, self.passages), initial=0))

    @cached_property
    def _bounds(self) -> frozenset[int]:
        return frozenset({*self._starts, *(self._edges[count] for count in self.seams)})

    def has(self, words: Words) -> bool:
        """Whether these words were whole passages here, in a row or with a few other whole passages in between."""
        letters = "".join(words)
        whole = any(at in self._bounds and at + len(letters) in self._bounds for at in self._places(letters))
        return whole or self._has_parted(words)

    def holds(self, words: Words) -> bool:
        """Whether these words stood here in a row, as a passage or within a longer one."""
        return any(True for _ in self._places("".join(words)))

    def continues(self, words: Words, after: Words) -> bool:
        """Whether ``words`` stood right after ``after`` in the middle of one passage, which a page has parted since."""
        head, both = "".join(after), "".join((*after, *words))
        return bool(words) and any(at + len(head) not in self._starts for at in self._places(both))

    def nearest(self, words: Words) -> float:
        """The share of words in common, in the same order, with the passage most like these (of the longer one's)."""
        shared: Counter[int] = Counter()
        for shingle in _shingles(words):
            shared.update(self._index.get(shingle, ()))
        near = [self.passages[number] for number, _ in shared.most_common(3)]
        return max((LCSseq.similarity(words, other) / max(len(words), len(other)) for other in near), default=0.0)

    @cached_property
    def _index(self) -> dict[Words, set[int]]:
        index: dict[Words, set[int]] = defaultdict(set)
        for number, passage in enumerate(self.passages):
            for shingle in _shingles(passage):
                index[shingle].add(number)
        return index

    def _places(self, letters: str) -> Iterator[int]:
        """Where these letters stand as whole words."""
        at = self._letters.find(letters) if letters else -1
        while at >= 0:
            if at in self._edge_set and at + len(letters) in self._edge_set:
                yield at
            at = self._letters.find(letters, at + 1)

    def _has_parted(self, words: Words) -> bool:
        if len(words) < 2 * SHINGLE:
            return False
        letters = "".join(words)
        cuts = list(accumulate(map(len, words)))[SHINGLE - 1 : -SHINGLE]
        for at in self._places("".join(words[:SHINGLE])):
            if at in self._bounds and any(self._parted_at(letters, at, cut) for cut in cuts):
                return True
        return False

    def _parted_at(self, letters: str, at: int, cut: int) -> bool:
        """Whether the first ``cut`` letters stand at ``at`` up to a passage's end, and the others a little later."""
        number = bisect_left(self._starts, at + cut)
        if number == len(self._starts) or self._starts[number] != at + cut:
            return False
        if not self._letters.startswith(letters[:cut], at):
            return False
        later = self._starts[number + 1 : number + APART]
        tail = letters[cut:]
        return any(self._letters.startswith(tail, to) and to + len(tail) in self._bounds for to in later)


def stood_in(plan: Plan) -> Stood:
    """All the words of a plan's body, its labels and headings included."""
    cuts = sorted({edge for item in plan.fields for edge in (item.label.end, item.value.start, item.value.end)})
    passages: list[Words] = []
    seams: set[int] = set()
    count = 0
    for block in plan.document.blocks:
        if not block.kind.is_body:
            continue
        colons = (block.start + match.end() for match in _COLON.finditer(plan.document.text_of(block)))
        lines = sorted({*(line.end for line in block.lines), *colons})
        for start, end in _parts(block, cuts):
            stops = [start, *lines[bisect_right(lines, start) : bisect_left(lines, end)], end]
            words: list[str] = []
            for first, last in pairwise(stops):
                words += words_of(plan.document.text[first:last])
                seams.add(count + len(words))
            passages += [tuple(words)] if words else []
            count += len(words)
    return Stood(tuple(passages), frozenset(seams))


def _parts(block: Block, cuts: list[int]) -> Iterator[tuple[int, int]]:
    stops = [block.start, *cuts[bisect_right(cuts, block.start) : bisect_left(cuts, block.end)], block.end]
    yield from pairwise(stops)


def _shingles(words: Words) -> Iterator[Words]:
    return (words[at : at + SHINGLE] for at in range(len(words) - SHINGLE + 1))
