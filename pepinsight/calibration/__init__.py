"""``Assessment`` and ``Findings`` to ``Suggestion``: what is put before a person, and how sure it is."""

from pepinsight.calibration.calibrate import calibrate
from pepinsight.calibration.suggestion import SectionSuggestion, Suggestion

__all__ = ["SectionSuggestion", "Suggestion", "calibrate"]
