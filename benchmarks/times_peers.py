"""What timexy, dateparser's search and recognizers-text make of the expressions of `times.py`: JSON in, JSON out.

Runs in an environment of its own, since these are no dependencies of memcon:

    pip install timexy dateparser recognizers-text-suite "emoji<2" "setuptools<80"

Each answer is {"start", "text", "value", "from", "to"}; one that cannot be installed is left out.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

Answer = dict[str, Any]


def timexy() -> Callable[[str, date | None], list[Answer]]:
    """timexy as a spaCy component; it takes no day of publication."""
    import spacy
    from timexy import Timexy  # noqa: F401  registers the component

    nlp = spacy.blank("en")
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})

    def answer(text: str, published: date | None) -> list[Answer]:
        found = []
        for entity in nlp(text).ents:
            value = re.search(r'value="([^"]*)"', entity.kb_id_)
            plain = (value[1] if value else "").replace("T00:00:00", "")
            found.append({"start": entity.start_char, "text": entity.text, "value": plain})
        return found

    return answer


def dateparser() -> Callable[[str, date | None], list[Answer]]:
    """dateparser's search: it gives a point in time, shown as its day."""
    from dateparser.search import search_dates

    def answer(text: str, published: date | None) -> list[Answer]:
        settings: dict[str, Any] = {}
        if published is not None:
            settings["RELATIVE_BASE"] = datetime(published.year, published.month, published.day)
        found, position = [], 0
        for piece, moment in search_dates(text, languages=["en"], settings=settings) or []:
            start = text.find(piece, position)
            position = start + len(piece)
            day = moment.date().isoformat()
            found.append({"start": start, "text": piece, "value": day, "day": day})
        return found

    return answer


def recognizers() -> Callable[[str, date | None], list[Answer]]:
    """recognizers-text: TIMEX strings of its own, with the days they resolve to."""
    from recognizers_date_time import Culture, recognize_datetime

    def answer(text: str, published: date | None) -> list[Answer]:
        reference = datetime(published.year, published.month, published.day) if published else None
        found = []
        for result in recognize_datetime(text, Culture.English, reference=reference):
            for value in (result.resolution or {}).get("values", ()):
                begin, end = value.get("start"), value.get("end")
                if value["type"] == "daterange" and begin and end:  # its ends are exclusive
                    end = (date.fromisoformat(end) - timedelta(1)).isoformat()
                found.append(
                    {
                        "start": result.start,
                        "text": text[result.start : result.end + 1],
                        "value": value["timex"],
                        "from": begin,
                        "to": end,
                    }
                )
        return found

    return answer


def main() -> None:
    """Read rows from standard input, write {peer: [answers for each row]}."""
    rows = json.load(sys.stdin)
    answers: dict[str, list[list[Answer]]] = {}
    for name, make in (("timexy", timexy), ("dateparser", dateparser), ("recognizers-text", recognizers)):
        try:
            answer = make()
        except ImportError as error:
            print(f"{name} is left out: {error}", file=sys.stderr)
            continue
        answers[name] = [
            answer(row["text"], date.fromisoformat(row["published"]) if row["published"] else None) for row in rows
        ]
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
