"""The reader pane: a PEP as its own words and tables, its evidence marked, and a chosen quote scrolled to."""

from pepinsight.ui.reader.pane import Choice, show

__all__ = ["Choice", "show"]
