"""The pages' words and the kinds of highlight, read from ``data/words.yaml``."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from pepinsight.data_files import Strict, load
from pepinsight.evidence import REGISTRY, Evidence
from pepinsight.evidence.safeguarding import BACKGROUND


class Kind(Strict):
    """A kind of highlight, and the features (patterns) whose evidence is of that kind."""

    id: str
    label: str
    look: str
    features: list[str]


class Words(Strict):
    """The file."""

    kinds: list[Kind]
    quiet: list[str]
    known_facts: dict[str, str]
    formats: str
    offered_first: list[str]
    sources: dict[str, str]


@cache
def words() -> Words:
    """The words as they stand in the package."""
    return load(Path(__file__).parent / "data" / "words.yaml", Words)


@cache
def kind_of(feature: str) -> Kind:
    """The kind of highlight for evidence of this feature."""
    kinds = words().kinds
    return next((kind for kind in kinds if any(fnmatchcase(feature, one) for one in kind.features)), kinds[-1])


@cache
def is_quiet(feature: str) -> bool:
    """Whether this feature's evidence would drown the rest if it were drawn everywhere."""
    return any(fnmatchcase(feature, one) for one in words().quiet)


def is_harm(item: Evidence) -> bool:
    """Whether the passage may speak of harm: shown at once, and no part of any rating."""
    return kind_of(item.feature).id == "harm"


def is_past_harm(item: Evidence) -> bool:
    """Whether the harm is told of the past, or as the reason for care: shown at once too, but with no alarm."""
    return is_harm(item) and item.rule.startswith(BACKGROUND)


def question(fact: str) -> str:
    """What a reviewer is asked about a known fact."""
    asked = words().known_facts.get(fact)
    return asked or f"Do you know of {REGISTRY[fact].describes}?"


def source(cited: str) -> str:
    """Where a rubric's rule comes from, as people know it: the documents' names in place of the numbers they are cited
    by, without lines."""
    for number, name in words().sources.items():
        cited = re.sub(rf"seed {number}(,? lines? [0-9][0-9, toand]*[0-9]|,? lines? [0-9]+)?", name, cited)
    return "; ".join(dict.fromkeys(part.strip() for part in cited.split(";")))


def facts_to_ask() -> tuple[str, ...]:
    """The registered facts that no document holds."""
    return tuple(name for name in REGISTRY if name.startswith("known_"))
