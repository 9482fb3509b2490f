"""What people decided on PEPs in the database, as labels to learn from and to be held out by child and school."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pepinsight.evidence import REGISTRY, Findings, find_evidence
from pepinsight.plan import Plan
from pepinsight.proof.fictional import fictional_checksums
from pepinsight.review import Action, Decision
from pepinsight.rubrics import Assessment, Rubric
from pepinsight.store import Store, StoredSuggestion

FOLDS = 5
"""Into so many parts PEPs are dealt; each part is measured by a model that has learnt from the others."""


@dataclass(frozen=True, slots=True)
class Label:
    """A level that a person gave a section; ``seen`` is whether they had seen the suggestion by then."""

    section: str
    level: str
    seen: bool


@dataclass(frozen=True)
class DecidedPep:
    """A PEP with people's labels, assessed by the rubric as it stands now; ``fold`` is the part that it is dealt to."""

    file_id: int
    assessment: Assessment
    labels: tuple[Label, ...]
    fold: str


def decided_peps(store: Store, rubric: Rubric) -> tuple[DecidedPep, ...]:
    """The PEPs of which any section is decided by this rubric, save the fictional ones that come with pepinsight, and
    those that have been forgotten, of which nothing can be learnt any more."""
    found: list[tuple[int, Assessment, tuple[Label, ...]]] = []
    for listed in store.list_files():
        if listed.file.sha256 in fictional_checksums():
            continue
        labels = labels_of(store.decisions(listed.file.id, rubric.id))
        stored = store.suggestion(listed.file.id, rubric.id) if labels else None
        if stored is not None:
            assessment = rubric.rate(_findings(store, stored, rubric))
            found.append((listed.file.id, assessment, labels))
    folds = deal([_keys(assessment.findings.plan, file_id) for file_id, assessment, _ in found])
    return tuple(DecidedPep(*one, f"part {fold + 1}") for one, fold in zip(found, folds, strict=True))


def labels_of(decisions: Iterable[Decision]) -> tuple[Label, ...]:
    """Each person's last level given unseen, and the level that stands where it was given after seeing the suggestion.
    Opening a section again takes back what was decided on it before."""
    standing: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.action is Action.REOPEN:
            standing[decision.section].clear()
        else:
            standing[decision.section].append(decision)
    labels = []
    for section, taken in standing.items():
        unseen = {decision.reviewer: decision for decision in taken if not decision.seen}
        last = [taken[-1]] if taken and taken[-1].seen else []
        labels += [Label(section, one.level, one.seen) for one in (*unseen.values(), *last) if one.level is not None]
    return tuple(labels)


def deal(keys: Sequence[frozenset[str]], folds: int = FOLDS) -> list[int]:
    """The part of each PEP, so that PEPs which share a key (a child, a school) are in one part, and parts are about
    equally large. The same keys are dealt the same way."""
    groups: list[tuple[set[str], list[int]]] = []
    for at, own in enumerate(keys):
        joined = [group for group in groups if group[0] & own]
        groups = [group for group in groups if not group[0] & own]
        names = set(own).union(*(group[0] for group in joined))
        groups.append((names, [at, *(other for group in joined for other in group[1])]))
    sizes, dealt = [0] * folds, [0] * len(keys)
    for _, members in sorted(groups, key=lambda group: (-len(group[1]), min(group[0], default=""))):
        fold = sizes.index(min(sizes))
        sizes[fold] += len(members)
        for at in members:
            dealt[at] = fold
    return dealt


def _keys(plan: Plan, file_id: int) -> frozenset[str]:
    """Whose PEP it is and of which school, as far as it says so; else it stands alone."""
    child, school = plan.child, plan.field("school")
    name = _plain(child.name or child.known_as or "")
    keys = {f"child {name} {child.date_of_birth}"} if name else {f"file {file_id}"}
    if school is not None and not school.blank and (told := _plain(plan.quote(school.value))):
        keys.add(f"school {told}")
    return frozenset(keys)


def _plain(words: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in words.casefold()).split())


def _findings(store: Store, stored: StoredSuggestion, rubric: Rubric) -> Findings:
    """The features as they were kept with the suggestion; found anew in the PEP as it was read where the rubric's rules
    have changed since, or features have come that were not measured then."""
    kept = stored.suggestion.assessment
    if kept.rules == rubric.rules and kept.findings.features.keys() >= REGISTRY.keys():
        return kept.findings
    known = {name: None for name in REGISTRY if name.startswith("known_")}
    found = find_evidence(kept.findings.plan, kept.findings.previous)
    return found.with_known({**known, **store.known_facts(stored.file_id)})
