"""``python -m pepinsight.cli``."""

import sys

from pepinsight.cli.commands import main

if __name__ == "__main__":
    sys.exit(main())
