"""``python -m cxcheck``."""

import sys

from cxcheck.cli import main

sys.exit(main())
