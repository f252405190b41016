"""`python -m memcon` is `memcon`."""

from memcon.cli import main

raise SystemExit(main())
