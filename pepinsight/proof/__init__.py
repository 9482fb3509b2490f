"""Proof on a virtual school's own PEPs: samples for blind checks, and how officers and suggestions agree."""

from pepinsight.proof.draw import Drawn, draw_from_database, draw_from_files
from pepinsight.proof.report import OverallAgreement, Report, blind_report
from pepinsight.proof.switching import Held, held_back, held_here, switch_suggestions
from pepinsight.proof.words import report_lines

__all__ = [
    "Drawn",
    "Held",
    "OverallAgreement",
    "Report",
    "blind_report",
    "draw_from_database",
    "draw_from_files",
    "held_back",
    "held_here",
    "report_lines",
    "switch_suggestions",
]
