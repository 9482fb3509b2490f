"""How alike texts are: the cosine of character 3- to 5-grams within words, weighed by TF-IDF over the texts compared.

The same measure as scikit-learn's ``TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)``, made
with whole arrays at once: a plan is fitted several times over, and a vectoriser spends most of its time on bookkeeping.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

LENGTHS = (3, 4, 5)

Numbers = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]


def likeness(rows: Sequence[str], others: Sequence[str]) -> Numbers:
    """The cosine (0 to 1) of each of ``rows`` (first axis) and each of ``others`` (second), weighed over all."""
    texts, grams, counts = _counted([*rows, *others])
    total = len(rows) + len(others)
    if not len(grams):
        return np.zeros((len(rows), len(others)))
    kinds = int(grams.max()) + 1
    rarity = np.log((1 + total) / (1 + np.bincount(grams, minlength=kinds))) + 1
    weights = (1 + np.log(counts)) * rarity[grams]
    lengths = np.sqrt(np.bincount(texts, weights * weights, minlength=total))
    weights /= lengths[texts]
    first_other = int(np.searchsorted(texts, len(rows)))
    columns = texts[first_other:] - len(rows)
    alike = np.empty((len(rows), len(others)))
    for row in range(len(rows)):
        of_row = slice(*np.searchsorted(texts, (row, row + 1)))
        weight = np.zeros(kinds)
        weight[grams[of_row]] = weights[of_row]
        alike[row] = np.bincount(columns, weights[first_other:] * weight[grams[first_other:]], minlength=len(others))
    return alike


def _counted(texts: Sequence[str]) -> tuple[Indices, Indices, Indices]:
    """For each text and kind of gram in it: the text's index, the gram's number, and how often it stands there.

    In the order of the texts. A gram's number is its rank among all grams of the texts.
    """
    words = [text.lower().split() for text in texts]
    padded = [f" {word} " for listed in words for word in listed]
    sizes = np.fromiter(map(len, padded), np.int64, len(padded))
    letters, codes = np.unique(np.frombuffer("".join(padded).encode("utf-32-le"), np.uint32), return_inverse=True)
    ends = np.repeat(np.cumsum(sizes), sizes)
    text_of = np.repeat(np.repeat(np.arange(len(texts)), [len(listed) for listed in words]), sizes)
    base = len(letters) + 1  # no letter is 0, so a shorter gram is never taken for a longer one
    numbers: list[Indices] = []
    held_by: list[Indices] = []
    for length in LENGTHS:
        places = np.flatnonzero(np.arange(len(codes)) + length <= ends)
        number = np.zeros(len(places), np.int64)
        for step in range(length):
            number = number * base + codes[places + step] + 1
        numbers.append(number)
        held_by.append(text_of[places])
    _, grams = np.unique(np.concatenate(numbers), return_inverse=True)
    kinds = int(grams.max(initial=0)) + 1
    pairs, counts = np.unique(np.concatenate(held_by) * kinds + grams, return_counts=True)
    return pairs // kinds, pairs % kinds, counts
