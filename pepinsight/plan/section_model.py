"""What a part of a form is about, told by the words of its heading and of what stands below it.

No list of headings holds them all: "Your bit" opens the child's views on one form, "Round the table" the register on
another. What people write below is more alike than what forms call it. The model is a logistic regression over words,
trained by ``pepinsight train --sections`` on the fictional PEPs; its card stands beside it (models/sections.md).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from pepinsight.model_files import load_plain, models_folder
from pepinsight.plan.lexicon import words
from pepinsight.plan.plan import SectionKind

FILE = "sections.skops"
_TOKEN = re.compile(r"[^\W\d_]+|[£%☐☑☒✓✔?]")
_HEADING = "h:"
"""Before a heading's words, which say more than the same words below it."""


def cues(title: str, below: str, names: Iterable[str] = ()) -> list[str]:
    """The words that the model looks at: the heading's (numbers taken off, all words for the child made one), then
    those below it, the child's ``names`` left out."""
    hidden = {part for name in names for part in name.lower().split()}
    headed = [_HEADING + word for word in words(title, names).split()]
    return headed + [word for word in _TOKEN.findall(below.lower()) if word not in hidden]


@dataclass(frozen=True, eq=False)
class SectionModel:
    """``kinds``; ``place`` of each known cue; ``rarity`` (inverse document frequency) of each cue; ``weights`` (kinds
    by cues) and ``cuts`` (a number a kind)."""

    kinds: tuple[SectionKind, ...]
    place: Mapping[str, int]
    rarity: NDArray[np.float64]
    weights: NDArray[np.float64]
    cuts: NDArray[np.float64]

    def chances(self, found: Iterable[str]) -> dict[SectionKind, float]:
        """How likely each kind is, from 0 to 1, adding up to 1; empty where no cue is known."""
        counts = Counter(self.place[cue] for cue in found if cue in self.place)
        if not counts:
            return {}
        at = np.fromiter(counts.keys(), dtype=np.intp)
        heard = (1 + np.log(np.fromiter(counts.values(), dtype=np.float64))) * self.rarity[at]
        scores = self.weights[:, at] @ (heard / np.linalg.norm(heard)) + self.cuts
        share = np.exp(scores - scores.max())
        return dict(zip(self.kinds, (share / share.sum()).tolist(), strict=True))


@cache
def section_model() -> SectionModel | None:
    """The model that comes with pepinsight; None while it is being trained anew. Raises DataFileError."""
    path = models_folder() / FILE
    if not path.is_file():
        return None
    plain, _ = load_plain(path)
    return SectionModel(
        tuple(map(SectionKind, plain["kinds"])),
        {cue: at for at, cue in enumerate(plain["cues"])},
        plain["rarity"].astype(np.float64),
        plain["weights"].astype(np.float64),
        plain["cuts"],
    )
