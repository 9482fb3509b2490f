"""Text that says nothing about the child, in any length, and where in a real PEP to put it."""

from __future__ import annotations

import random
import string
from collections import Counter
from pathlib import Path

import yaml

from pepinsight import rubrics
from pepinsight.plan import Plan, SectionKind

RUBRIC = yaml.safe_load(
    Path(rubrics.__file__).with_name("data").joinpath("birmingham.yaml").read_text(encoding="utf-8")
)
TEXTS = yaml.safe_load((Path(__file__).parent / "padding.yaml").read_text(encoding="utf-8"))
KINDS = ("praise", "policy", "letters", "shuffled", "lorem", "rubric")
_PARAGRAPH = 4


def padding(kind: str, words: int, seed: int = 1) -> tuple[str, ...]:
    """Paragraphs of at least ``words`` words together: one of KINDS."""
    chance = random.Random(f"{kind} {seed}")
    sentences: list[str] = []
    while sum(len(sentence.split()) for sentence in sentences) < words:
        sentences += _sentences(kind, chance)
    return tuple(" ".join(sentences[at : at + _PARAGRAPH]) for at in range(0, len(sentences), _PARAGRAPH))


def _sentences(kind: str, chance: random.Random) -> list[str]:
    if kind == "letters":
        made = [_letters(chance) for _ in range(12)]
        return [f"{made[0].capitalize()} {' '.join(made[1:])}."]
    if kind == "shuffled":
        words = " ".join(TEXTS["praise"]).replace(".", "").split()
        chance.shuffle(words)
        return [f"{' '.join(words[at : at + 14])}." for at in range(0, len(words), 14)]
    sentences = list(TEXTS["stuffing"] if kind == "rubric" else TEXTS[kind])
    if kind == "rubric":
        for section in RUBRIC["sections"]:
            sentences += [criterion["says"] for level in section["levels"].values() for criterion in level]
            sentences.append(section["advice"])
    chance.shuffle(sentences)
    return sentences


def _letters(chance: random.Random) -> str:
    return "".join(chance.choice(string.ascii_lowercase) for _ in range(chance.randint(2, 9)))


def ends_of(plan: Plan, kinds: tuple[SectionKind, ...]) -> str | None:
    """The text of the last paragraph of these sections that stands once in the document and is nobody's label."""
    document = plan.document
    texts = [" ".join(document.text_of(block).split()) for block in document.blocks]
    times = Counter(texts)
    labels = {field.label.start for field in plan.fields}
    indices = [index for section in plan.sections if section.kind in kinds for index in section.blocks]
    for index in reversed(indices):
        block = document.blocks[index]
        written = block.kind.is_body and not block.level and block.start not in labels
        if written and times[texts[index]] == 1 and len(texts[index]) > 3:
            return texts[index]
    return None
