"""pepinsight reads Personal Education Plans and suggests ratings, each with its words; a person decides.

document   = pepinsight.read("amira-autumn.docx")
plan       = pepinsight.recognise(document)
findings   = pepinsight.find_evidence(plan, previous=None)
assessment = pepinsight.load_rubric("birmingham").rate(findings)
suggestion = pepinsight.calibrate(assessment, findings)
suggestion = pepinsight.assess("amira-autumn.docx", rubric="birmingham", previous="amira-summer.pdf")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pepinsight.assessing import NotAPep, Options, Record, assess, assess_file
    from pepinsight.calibration import calibrate
    from pepinsight.documents import Unreadable, read
    from pepinsight.evidence import find_evidence
    from pepinsight.plan.recognise import recognise
    from pepinsight.rubrics import load_rubric

_WHERE = {
    "NotAPep": "pepinsight.assessing",
    "Options": "pepinsight.assessing",
    "Record": "pepinsight.assessing",
    "Unreadable": "pepinsight.documents",
    "assess": "pepinsight.assessing",
    "assess_file": "pepinsight.assessing",
    "calibrate": "pepinsight.calibration",
    "find_evidence": "pepinsight.evidence",
    "load_rubric": "pepinsight.rubrics",
    "read": "pepinsight.documents",
    "recognise": "pepinsight.plan.recognise",
}

__all__ = [
    "NotAPep",
    "Options",
    "Record",
    "Unreadable",
    "assess",
    "assess_file",
    "calibrate",
    "find_evidence",
    "load_rubric",
    "read",
    "recognise",
]


def __getattr__(name: str) -> Any:
    """Load a part of the public API when it is first asked for, so that one room can be used without the others."""
    if name not in _WHERE:
        raise AttributeError(f"module 'pepinsight' has no attribute '{name}'")
    return getattr(import_module(_WHERE[name]), name)


def __dir__() -> list[str]:
    return __all__
