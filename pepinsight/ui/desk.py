"""What the pages ask of the rest of pepinsight: bring files in, open one, decide, state facts."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

import streamlit as st

from pepinsight.assessing import Options, Status, assess_file, made_with
from pepinsight.calibration import Suggestion, calibrate
from pepinsight.earlier import Earlier
from pepinsight.evidence import Findings, find_evidence
from pepinsight.plan import Plan
from pepinsight.review import Choice, Review, Withheld, review_of, that_fit
from pepinsight.rubrics import Overall, Rubric, kept_rubric, load_rubric, rubric_ids
from pepinsight.scan.unzipped import unzipped
from pepinsight.store import Store, StoredFile, StoredSuggestion, StoreError, open_store
from pepinsight.ui import scans
from pepinsight.ui.kept import KeptPeps
from pepinsight.ui.words import facts_to_ask, words

DEFAULT_RUBRIC = "birmingham"
"""The rubric for new PEPs until somebody here chooses theirs."""
SAMPLES = Path(__file__).parent / "sample"


@st.cache_resource(show_spinner="Opening the list of PEPs")
def store() -> Store:
    """The database, opened once for all who use this server."""
    return open_store()


def rubrics() -> tuple[Rubric, ...]:
    """The rubrics that can be used here, our own choice first."""
    ours = our_rubric()
    return tuple(load_rubric(name) for name in sorted(rubric_ids(), key=lambda name: (name != ours, name)))


def our_rubric() -> str:
    """The rubric by which new PEPs are looked at, as somebody here chose it last, if it is still there."""
    chosen = store().our_rubric()
    return chosen.subject if chosen is not None and chosen.subject in rubric_ids() else DEFAULT_RUBRIC


def covering(phase: str | None) -> list[Rubric]:
    """The rubrics that cover a phase, the likeliest to be wanted first."""
    first = words().offered_first
    return sorted(
        (rubric for rubric in rubrics() if rubric.covers(phase)),
        key=lambda rubric: first.index(rubric.id) if rubric.id in first else len(first),
    )


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of a file that somebody brought: ``file_id`` when it can be opened, else ``message`` says why not.

    ``compared_with`` is the file of the same child's earlier PEP; ``other_rubric`` one that covers the PEP's phase,
    where the one that was asked for does not.
    """

    name: str
    file_id: int | None
    already_seen: bool = False
    message: str | None = None
    compared_with: str | None = None
    other_rubric: str | None = None


def bring(name: str, content: bytes, rubric: str, reviewer: str) -> Brought:
    """Assess a file and keep it with its suggestion; bytes that were brought before are only found again.

    A file that cannot be read or kept is told in its ``message``, and never stops others.
    """
    try:
        return _bring(name, content, rubric, reviewer)
    except StoreError as error:
        return Brought(name, None, message=str(error))


def bring_all(name: str, content: bytes, rubric: str, reviewer: str) -> Iterator[Brought]:
    """Bring a file or, where it is a zip archive, each of those within it."""
    for file in unzipped(name, content):
        if file.trouble:
            yield Brought(file.name, None, message=file.trouble)
        else:
            yield bring(file.name, file.content, rubric, reviewer)


def _bring(name: str, content: bytes, rubric: str, reviewer: str) -> Brought:
    seen = store().find_file(content)
    if seen is not None:
        return Brought(name, seen, already_seen=True)
    with tempfile.TemporaryDirectory(prefix="pepinsight-") as folder:
        path = Path(folder) / (Path(name).name or "file")
        path.write_bytes(content)
        record = assess_file(path, Options(rubrics=(rubric,), archive=KeptPeps(store())))
    if record.status is not Status.ASSESSED:
        return Brought(name, None, message=record.message)
    suggestions = tuple(record.suggestions.values())
    added = store().add_file(content, name, reviewer, suggestions, made_with(suggestions))
    uncovered = next((one.assessment for one in suggestions if not one.assessment.applies), None)
    if uncovered is None:
        return Brought(name, added.file_id, added.already_seen, record.message, record.previous_file)
    others = covering(uncovered.findings.plan.phase)
    says = " ".join(filter(None, [record.message, uncovered.message]))
    return Brought(
        name, added.file_id, added.already_seen, says, record.previous_file, others[0].id if others else None
    )


def bring_together(brought: Brought, reviewer: str) -> Brought:
    """Compare a file with the same child's earlier PEP where that was brought after it; for files brought at once."""
    if brought.file_id is None or brought.already_seen:
        return brought
    try:
        file = compare_anew(brought.file_id, reviewer)
    except StoreError as error:
        return replace(brought, message=str(error))
    return replace(brought, compared_with=file) if file else brought


def bring_sample(kind: str, reviewer: str) -> Brought:
    """The fictional PEP that comes with pepinsight, as "docx" or "pdf"."""
    path = SAMPLES / f"fictional-pep.{kind}"
    return bring(path.name, path.read_bytes(), our_rubric(), reviewer)


@cache
def _samples() -> frozenset[str]:
    return frozenset(sha256(path.read_bytes()).hexdigest() for path in SAMPLES.iterdir())


def is_fictional(file: StoredFile) -> bool:
    """Whether the file is one of those that come with pepinsight."""
    return file.sha256 in _samples()


@dataclass(frozen=True)
class Opened:
    """A PEP on the desk: the file, the suggestion as it stands, the rubric that it was made by, and what people made
    of it."""

    file: StoredFile
    rubric: Rubric
    stored: StoredSuggestion
    review: Review

    @property
    def suggestion(self) -> Suggestion:
        """What pepinsight suggests."""
        return self.stored.suggestion

    @property
    def suggested_overall(self) -> Overall | None:
        """The overall judgement that the suggestions would lead to; None where any of them is withheld."""
        return None if self.review.withholds else self.suggestion.overall

    @property
    def in_blind_check(self) -> bool:
        """Whether officers rate it blind at present."""
        return any(section.withheld is Withheld.BLIND for section in self.review.sections)


def rubrics_of(file_id: int) -> tuple[str, ...]:
    """The rubrics by which this file has been looked at, in the order in which they were first used."""
    return store().rubrics(file_id)


def rubric_to_open(file_id: int) -> str:
    """The rubric with which the work on this file has come furthest, of those that cover it where any does.

    Raises StoreError for a file that has been forgotten.
    """
    return max(store().listed_file(file_id).reviews, key=lambda one: (bool(one.review.sections), one.confirmed)).rubric


def last_reviewer() -> str | None:
    """Who worked here last, None on the first start."""
    entries = store().audit()
    return entries[-1].reviewer if entries else None


def open_pep(file_id: int, rubric: str) -> Opened:
    """The PEP for review by this rubric. Raises StoreError for a file unknown or forgotten."""
    file = store().file(file_id)
    stored = _stored(file_id, rubric)
    kept = stored.suggestion.assessment.file
    by = kept_rubric(kept) if kept else load_rubric(rubric)
    decisions = that_fit(store().decisions(file_id, rubric), by.data.level_ids)
    withheld = store().withholding(file_id, rubric)
    return Opened(file, by, stored, review_of(stored.suggestion.sections, decisions, withheld))


def rubric_now(opened: Opened) -> Rubric | None:
    """The opened rubric as its file has it now; None where the file is gone or cannot be used."""
    return load_rubric(opened.rubric.id) if opened.rubric.id in rubric_ids() else None


def _stored(file_id: int, rubric: str) -> StoredSuggestion:
    # Kept in this person's own session alone, since reading a long PEP back takes a moment; a fact that anybody states
    # or withdraws meanwhile makes a new suggestion.
    key = (file_id, rubric, len(store().fact_history(file_id)))
    held = st.session_state.get("held")
    if held is not None and held[0] == key:
        found: StoredSuggestion = held[1]
        return found
    stored = store().suggestion(file_id, rubric)
    if stored is None:
        raise LookupError(f"The PEP has not been looked at by the rubric {rubric}.")
    st.session_state["held"] = (key, stored)
    return stored


def rate_by(file_id: int, rubric: str, reviewer: str) -> None:
    """Have a PEP that is here already looked at by a further rubric, with the facts that were stated."""
    _rate_again(file_id, rubrics_of(file_id)[0], rubric, reviewer)


def state_fact(file_id: int, fact: str, value: bool | None, reviewer: str) -> None:
    """Record what a reviewer knows (None takes it back), and make the suggestions anew."""
    if value is None:
        store().withdraw_fact(file_id, fact, reviewer)
    else:
        store().state_fact(file_id, fact, value, reviewer)
    for rubric in _usable(file_id):
        _rate_again(file_id, rubric, rubric, reviewer)


def earlier_kept(findings: Findings, file: StoredFile) -> Earlier:
    """The same child's earlier PEP as the database has it now, or why there is none."""
    return KeptPeps(store()).find(findings.plan, file.name)


def is_newer(earlier: Earlier, previous: Plan | None) -> bool:
    """Whether ``earlier`` is a later PEP than the one that was compared, or there was none to compare."""
    if earlier.plan is None:
        return False
    days = earlier.plan.dates.day, previous.dates.day if previous else None
    return days[1] is None or (days[0] is not None and days[0] > days[1])


def compare_anew(file_id: int, reviewer: str) -> str | None:
    """Make the suggestions anew where an earlier PEP of the child has come that they were not compared with.

    Returns its file's name; None, with nothing changed, where there is none.
    """
    used = rubrics_of(file_id)
    findings = _findings(file_id, used[0])
    earlier = earlier_kept(findings, store().file(file_id))
    if not is_newer(earlier, findings.previous):
        return None
    compared = find_evidence(findings.plan, earlier.plan)
    for rubric in _usable(file_id):
        _suggest(file_id, rubric, compared, reviewer)
    return earlier.file


def _usable(file_id: int) -> list[str]:
    """The rubrics of the file's suggestions whose files are still there; of the others the last suggestion stands."""
    return [rubric for rubric in rubrics_of(file_id) if rubric in rubric_ids()]


def _rate_again(file_id: int, source: str, rubric: str, reviewer: str) -> None:
    _suggest(file_id, rubric, _findings(file_id, source), reviewer)


def _findings(file_id: int, rubric: str) -> Findings:
    stored = store().suggestion(file_id, rubric)
    if stored is None:
        raise LookupError(f"The PEP has not been looked at by the rubric {rubric}.")
    return stored.suggestion.assessment.findings


def _suggest(file_id: int, rubric: str, findings: Findings, reviewer: str) -> None:
    facts = store().known_facts(file_id)
    findings = findings.with_known({fact: facts.get(fact) for fact in facts_to_ask()})
    suggestion = calibrate(load_rubric(rubric).rate(findings), findings)
    store().save_suggestion(file_id, suggestion, reviewer, made_with((suggestion,)))
    st.session_state.pop("held", None)


def decide(opened: Opened, choices: Sequence[Choice], reviewer: str) -> None:
    """Record what a person decided on the suggestion that is on their screen."""
    store().decide(opened.stored.id, choices, reviewer)


def forget(file_id: int, reviewer: str) -> None:
    """Erase a PEP's words from the database, from the scans begun on the page, and from this person's own session.

    Raises StoreError as the store does."""
    sha256 = store().file(file_id).sha256
    store().forget(file_id, reviewer)
    scans.forget(sha256)
    for name in ("held", "choice", "parcel", "on_desk"):
        st.session_state.pop(name, None)
