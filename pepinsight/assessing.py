"""From a file to suggestions: one reading, any number of rubrics, and one record whatever becomes of the file."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path

from pepinsight.calibration import Suggestion, calibrate, calibrate_by
from pepinsight.data_files import DataFileError
from pepinsight.documents import Document, Unreadable, read, with_attached
from pepinsight.documents.attached import Paper
from pepinsight.documents.read import read_bytes
from pepinsight.earlier import Earlier, Shelf
from pepinsight.evidence import Findings, find_evidence
from pepinsight.plan import Plan, PlanKind
from pepinsight.plan.recognise import recognise
from pepinsight.plan.several import first_pages
from pepinsight.rubrics import Rubric, load_rubric

log = logging.getLogger(__name__)

NO_MEMORY = "This file needs more memory than there is."
"""The message where memory ran out over a file: a scan tells it from other faults."""


class Status(StrEnum):
    """What became of a file."""

    ASSESSED = "assessed"
    NOT_A_PEP = "not_a_pep"
    UNREADABLE = "unreadable"


class NotAPep(Exception):
    """The file can be read but holds no PEP to rate; the message is one sentence for the person who chose it."""


@dataclass(frozen=True)
class Options:
    """How to assess a file. ``archive`` is a folder's PEPs among which the same child's earlier one is looked for;
    ``attached`` are papers that belong to it (an EHCP, a voice sheet), as files or in memory already; without
    ``models`` the rules alone make the suggestions."""

    rubrics: tuple[str | Path, ...] = ("birmingham",)
    previous: Path | None = None
    archive: Shelf | None = None
    models: bool = True
    attached: tuple[Path | Paper, ...] = ()


@dataclass(frozen=True)
class Record:
    """One file and what became of it. ``message`` says why it was not assessed, or what a reader should know.

    ``suggestions`` are by rubric id; ``previous_file`` is the name of the earlier PEP that it was compared with.
    """

    file: str
    status: Status
    message: str | None = None
    sha256: str | None = None
    findings: Findings | None = None
    suggestions: Mapping[str, Suggestion] = field(default_factory=dict)
    previous_file: str | None = None


def assess(path: str | Path, rubric: str | Path = "birmingham", previous: str | Path | None = None) -> Suggestion:
    """Read, recognise, find, rate and calibrate one file; ``previous`` is the same child's PEP of the term before.

    Raises Unreadable, NotAPep, and DataFileError for a rubric that cannot be used.
    """
    judge = load_rubric(rubric)
    before = _plan_of(read(previous)) if previous is not None else None
    findings = find_evidence(_plan_of(read(path)), before)
    return calibrate(judge.rate(findings), findings)


def assess_file(path: str | Path, options: Options | None = None) -> Record:
    """The record of one file. A bad file never raises; a rubric or word list that is wrong does (DataFileError)."""
    path = Path(path)
    return _record(path, lambda: read(path), options or Options())


def assess_bytes(data: bytes, name: str, options: Options | None = None) -> Record:
    """The record of a file already in memory; ``name`` is only shown, never opened. As ``assess_file`` otherwise."""
    return _record(Path(name), lambda: read_bytes(data, name), options or Options())


def made_with(suggestions: Sequence[Suggestion]) -> dict[str, str]:
    """The versions of what made these suggestions, by their names."""
    made = {"pepinsight": version("pepinsight")}
    return made | {
        f"{one.assessment.rubric} {what}": made_by for one in suggestions for what, made_by in one.made_with.items()
    }


def _record(path: Path, reader: Callable[[], Document], options: Options) -> Record:
    rubrics = [load_rubric(rubric) for rubric in options.rubrics]
    sha256 = None
    try:
        document = _with_papers(reader(), options.attached)
        sha256 = document.sha256
        plan = _plan_of(document)
        earlier = _earlier(path, plan, options)
        findings = find_evidence(plan, earlier.plan)
        suggestions = {rubric.id: _suggest(rubric, findings, options) for rubric in rubrics}
    except Unreadable as error:
        return Record(path.name, Status.UNREADABLE, str(error), sha256)
    except NotAPep as error:
        return Record(path.name, Status.NOT_A_PEP, str(error), sha256)
    except DataFileError:
        raise  # a rubric or word list is wrong, not this file
    except MemoryError:
        return Record(path.name, Status.UNREADABLE, NO_MEMORY, sha256)
    except Exception as error:
        return Record(path.name, Status.UNREADABLE, _stumbled(error), sha256)
    message = " ".join(filter(None, [_part(plan), *document.gaps, earlier.message])) or None
    return Record(path.name, Status.ASSESSED, message, sha256, findings, suggestions, earlier.file)


def _with_papers(document: Document, papers: tuple[Path | Paper, ...]) -> Document:
    """The document and the papers that belong to it; one that cannot be read is told as a gap."""
    for paper in papers:
        try:
            read_one = read_bytes(paper.data, paper.name) if isinstance(paper, Paper) else read(paper)
            document = with_attached(document, [read_one])
        except Unreadable as error:
            document = replace(document, gaps=(*document.gaps, f"An attachment could not be used: {error}"))
    return document


def _suggest(rubric: Rubric, findings: Findings, options: Options) -> Suggestion:
    assessment = rubric.rate(findings)
    return calibrate(assessment, findings) if options.models else calibrate_by(None, assessment, findings)


def _plan_of(document: Document) -> Plan:
    plan = recognise(document)
    if plan.kind is PlanKind.NOT_A_PEP:
        raise NotAPep(f"{document.name} does not look like a Personal Education Plan.")
    if plan.kind is PlanKind.BLANK:
        raise NotAPep(f"{document.name} is a blank form: nobody has filled it in.")
    starts = first_pages(plan)
    if len(starts) > 1:
        pages = f"{', '.join(map(str, starts[:-1]))} and {starts[-1]}"
        raise NotAPep(
            f"{document.name} seems to hold {len(starts)} PEPs, which begin on pages {pages}: "
            "save each as a file of its own."
        )
    return plan


def _part(plan: Plan) -> str | None:
    if plan.kind is PlanKind.SINGLE_TAB:
        return "This file holds one part of a PEP; the parts that it does not hold are not rated."
    return None


def _earlier(path: Path, plan: Plan, options: Options) -> Earlier:
    if options.previous is not None:
        try:
            return Earlier(_plan_of(read(options.previous)), options.previous.name)
        except (Unreadable, NotAPep) as error:
            return Earlier(message=f"The earlier PEP could not be used: {error}")
    return options.archive.earlier(path, plan) if options.archive is not None else Earlier()


def _stumbled(error: Exception) -> str:
    """One sentence for a fault of our own. The error's own words are left out: they may quote the PEP."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__} in {Path(where.filename).name}, line {where.lineno}"
    log.error("a file could not be assessed: %s", place)
    return f"pepinsight could not work through this file ({place}); please report this fault."
