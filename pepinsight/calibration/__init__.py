"""``Assessment`` and ``Findings`` to ``Suggestion``: what is put before a person, and how sure it is."""

from pepinsight.calibration.calibrate import calibrate, calibrate_by
from pepinsight.calibration.model import Model
from pepinsight.calibration.suggestion import SectionSuggestion, Suggestion

__all__ = ["Model", "SectionSuggestion", "Suggestion", "calibrate", "calibrate_by"]
