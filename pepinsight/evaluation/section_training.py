"""``pepinsight train --sections``: what tells a part of a form by its words, trained on PEPs whose parts are known."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from pepinsight.documents import read
from pepinsight.evaluation.gold import Corpus, GoldPep, open_corpus
from pepinsight.evaluation.training import Trained
from pepinsight.evaluation.unseen import FORMATS
from pepinsight.model_files import load_plain, save_plain
from pepinsight.plan import SectionKind
from pepinsight.plan.forms import section_data
from pepinsight.plan.lexicon import FAIR
from pepinsight.plan.recognise import recognise
from pepinsight.plan.section_model import FILE, SectionModel, cues
from pepinsight.plan.title_words import bare_title, classify

TOO_RARE = frozenset({SectionKind.ACTIONS, SectionKind.TRANSITION})
"""Kinds with a handful of parts in all corpora: a model would see them where they are not."""
ASIDE = frozenset({SectionKind.QUALITY, SectionKind.ATTACHMENT, SectionKind.GUIDANCE, SectionKind.UNRECOGNISED})
"""Kinds that hold nothing of the plan's own."""
_FEWEST = 3  # parts in which a word must stand to count
_STRENGTH = 30.0  # the inverse of the penalty; from 10 to 100 the figures below differ by 0.01


@dataclass(frozen=True)
class Part:
    """A part of a PEP: whose, what its heading's words alone tell, what it is, and its cues."""

    author: str
    by_words: SectionKind | None
    kind: SectionKind
    cues: tuple[str, ...]


def train_sections(folders: Sequence[Path], to: Path) -> Trained:
    """Train on the parts of the development PEPs and on the listed headings, and write ``sections.skops`` and its card.

    Held-out authors are never opened. The same PEPs make the same files. Raises DataFileError as ``open_corpus`` does.
    """
    corpora = [open_corpus(folder) for folder in folders]
    parts = [part for corpus in corpora for pep in corpus.development() for part in _parts(corpus, pep)]
    listed = list(_listed())
    file = to / FILE
    model = _fit([*parts, *listed])
    save_plain(
        {
            "kinds": [kind.value for kind in model.kinds],
            "cues": list(model.place),
            "rarity": model.rarity.astype(np.float32),
            "weights": model.weights.astype(np.float16),
            "cuts": model.cuts,
        },
        file,
    )
    version = load_plain(file)[1]
    told = _card(parts, listed, model, corpora)
    file.with_suffix(".md").write_text(told, encoding="utf-8")
    return Trained(file, version, told)


def _parts(corpus: Corpus, pep: GoldPep) -> Iterator[Part]:
    """The parts of a PEP in Word and PDF whose kind is known: by the corpus's own list of the author's headings; where
    it has none, by their words."""
    listed = corpus.headings.get(pep.author)
    for format in FORMATS:
        plan = recognise(read(corpus.folder / f"{pep.id}.{format}"))
        document, names = plan.document, plan.child.names
        for section in plan.sections:
            if section.title is None:
                continue
            title = document.text[section.title.start : section.title.end]
            by_words, strength = classify(title, names)
            kind = _listed_kind(title, listed) if listed else (by_words if strength >= FAIR else None)
            if kind is not None and kind not in TOO_RARE | ASIDE:
                first = document.block_at(section.title.start)
                below = "\n".join(document.text_of(document.blocks[at]) for at in section.blocks if at != first)
                yield Part(pep.author, by_words, kind, tuple(cues(bare_title(title), below, names)))


def _listed_kind(title: str, listed: Mapping[SectionKind, Sequence[str]]) -> SectionKind | None:
    """The kind whose listed beginning of a heading, with its number or without, is the longest that fits."""
    fitting = [
        (len(start), kind)
        for kind, starts in listed.items()
        for start in starts
        for told in {title, bare_title(title)}
        if told.startswith(start) and not told[len(start) : len(start) + 1].isalnum()
    ]
    return max(fitting)[1] if fitting else None


def _listed() -> Iterator[Part]:
    """The headings of many forms that stand in the data, with nothing below them."""
    for kind, entry in section_data().headings.items():
        if kind not in TOO_RARE | ASIDE | {SectionKind.FRONT}:
            for words in (*entry.names, *entry.strong, *entry.fair):
                yield Part("", kind, kind, tuple(cues(words.replace("+", " ").replace("*", ""), "")))


def _fit(parts: Sequence[Part]) -> SectionModel:
    counted = TfidfVectorizer(analyzer=lambda part: part.cues, min_df=_FEWEST, sublinear_tf=True)
    columns = counted.fit_transform(parts)
    regression = LogisticRegression(C=_STRENGTH, max_iter=1000, class_weight="balanced")
    with threadpool_limits(1):  # sums depend on the number of threads
        regression.fit(columns, [part.kind.value for part in parts])
    place = {cue: at for at, cue in enumerate(counted.get_feature_names_out().tolist())}
    kinds = tuple(map(SectionKind, regression.classes_))
    return SectionModel(kinds, place, counted.idf_, regression.coef_, regression.intercept_)


def _card(parts: Sequence[Part], listed: Sequence[Part], model: SectionModel, corpora: Sequence[Corpus]) -> str:
    authors = sorted({part.author for part in parts})
    rows, sure = [], Counter[bool]()
    for author in authors:
        its = [part for part in parts if part.author == author]
        without = _fit([*(part for part in parts if part.author != author), *listed])
        best = [_likeliest(without, part) for part in its]
        right = [kind is part.kind for part, (kind, _) in zip(its, best, strict=True)]
        sure.update(ok for ok, (_, chance) in zip(right, best, strict=True) if chance >= 0.6)
        words = sum(part.by_words is part.kind for part in its)
        rows.append(f"| {author} | {len(its)} | {words / len(its):.2f} | {sum(right) / len(its):.2f} |")
    told: dict[SectionKind, int] = defaultdict(int)
    for part in parts:
        told[part.kind] += 1
    kept_back = sorted({author for corpus in corpora for author in corpus.held_out})
    folders = " ".join(f"corpora/{corpus.folder.name}" for corpus in corpora)
    return "\n".join(
        [
            "# Model card: what a part of a form is about",
            "",
            "Written by `pepinsight train --sections`; do not edit.",
            "",
            "A logistic regression over the words of a part's heading and of what stands below it "
            f"({len(model.place)} words). It is asked where a heading's own words are unknown or weak.",
            "",
            "## Data",
            "",
            f"{len(parts)} parts of fictional PEPs by {len(authors)} authors, in Word and PDF, whose kind is told by "
            f"the heading's words or the corpus's own list, and {len(listed)} headings of published forms "
            f"(pepinsight/plan/data/sections.yaml). Held out and never opened: {', '.join(kept_back)}.",
            "",
            "Parts by kind: " + ", ".join(f"{kind.value} {told[kind]}" for kind in sorted(told)) + ".",
            "",
            "## Figures",
            "",
            f"`pepinsight train {folders} --sections` (each author's parts told by a model trained on all the others'; "
            "the share told rightly):",
            "",
            "| author | parts | by the heading's words alone | by the model alone |",
            "|---|---|---|---|",
            *rows,
            "",
            f"Where the model gave 0.6 or more: {sure.total()} parts, {sure[True] / max(1, sure.total()):.2f} right.",
            "",
            "## Limits",
            "",
            "- Most parts of the corpora were given their kind by their heading's words, so the column of the words is "
            "flattered for all authors but those whose headings are listed in `evaluation.yaml`.",
            "- The texts were written by a language model; real parts may hold more that is beside the question.",
            f"- {' and '.join(sorted(kind.value for kind in TOO_RARE))} are too rare to be learnt; only their words "
            "tell them.",
            "",
        ]
    )


def _likeliest(model: SectionModel, part: Part) -> tuple[SectionKind | None, float]:
    found = model.chances(part.cues)
    kind = max(found, key=lambda one: found[one], default=None)
    return kind, found[kind] if kind is not None else 0.0
