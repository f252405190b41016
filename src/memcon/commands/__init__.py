"""The commands of `memcon`, a module each: `add(subparsers)` declares it, and sets `run(args) -> exit code`."""
