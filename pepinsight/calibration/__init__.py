"""``Assessment`` and ``Findings`` to ``Suggestion``: what is put before a person, and how sure it is."""

from pepinsight.calibration.calibrate import calibrate, calibrate_by
from pepinsight.calibration.model import Model
from pepinsight.calibration.suggestion import PART_NOT_FOUND, SectionSuggestion, Suggestion

__all__ = ["PART_NOT_FOUND", "Model", "SectionSuggestion", "Suggestion", "calibrate", "calibrate_by"]
