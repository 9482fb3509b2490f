"""How pepinsight looks: one style sheet over Streamlit's own, and small pieces of escaped HTML that use it."""

from pepinsight.ui.theme.pieces import apply, facts_line, mark, moment, note, pill, plain, status, text

__all__ = ["apply", "facts_line", "mark", "moment", "note", "pill", "plain", "status", "text"]
