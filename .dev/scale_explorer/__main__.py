"""`python -m scale_explorer`: the same as the `scale-explorer` command."""

import sys

from scale_explorer.tui.entry import main

sys.exit(main())
