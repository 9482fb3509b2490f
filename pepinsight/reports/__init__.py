"""Files that people take away: a feedback letter, a workbook. They are given plain nouns and query nothing."""

from pepinsight.reports.letter import letter
from pepinsight.reports.workbook import Reviewed, csv_rows, workbook

__all__ = ["Reviewed", "csv_rows", "letter", "workbook"]
