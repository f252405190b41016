"""`memcon explain`: why an event of a report was coded as it was."""

from __future__ import annotations

import argparse
from pathlib import Path

from memcon.errors import Error


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("explain", help="tell why an event was coded: rule, spans, scores, alternatives")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--event", metavar="ID", help="one event, as e2; all of them where not given")
    parser.add_argument("--date", help="the day of publication, as 2025-01-31")
    parser.add_argument("--ontology", metavar="FILE", help="code events by this ontology (TOML) instead of PLOVER")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the reasons for one event, or for each."""
    from memcon import sources
    from memcon.events import explaining
    from memcon.events.ontology import load
    from memcon.reading import read

    if not Path(args.file).is_file():
        raise Error(f"{args.file}: no such file")
    ontology = load(args.ontology) if args.ontology else None
    for document in sources.documents([args.file]):
        record = read(document, published=args.date, ontology=ontology)
        chosen = [event for event in record.events if args.event in (None, event.id)]
        if not chosen:
            known = ", ".join(event.id for event in record.events) or "none"
            raise Error(f"{args.file}: no event {args.event or ''}; its events are: {known}")
        print("\n\n".join(explaining.explain(record, event, ontology) for event in chosen))
    return 0
