"""pepinsight in the browser. This room draws pages; it holds no SQL, no parsing and no rating logic."""

from pepinsight.ui.app import main

__all__ = ["main"]
