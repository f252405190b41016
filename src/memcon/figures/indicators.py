"""What a figure measures: the indicator whose words stand nearest to it in its sentence."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from memcon.figures.lexicon import alternatives, extents, table
from memcon.figures.quantity import Quantity

# "in", "of", "worth of" and the like join an amount and what it is an amount of: "$5m in aid".
_JOIN = re.compile(
    r"[\s-](?:(?:in|of|for|worth\sof|more\sin|more|new|additional|further|total|annual|fresh|emergency|the|to|a|an|were|was|have|has|had|been|be|"
    r"are|is|bilateral|humanitarian|security|military|foreign|people|others|civilians|soldiers|men|women|children|reported|reportedly|believed|"
    r"confirmed|also|already|so\sfar|left|or|either|being|of\sthem|of\swhom)[\s-])*\Z",
    re.IGNORECASE,
)
_PERSONAL = frozenset({"killed", "wounded", "casualties", "detained", "displaced", "refugees", "troops", "population"})
_FAR_BEHIND = 45
_JOINED = re.compile(r"\sand\s|[-–—,]\s\Z")
_INTRANSITIVE = frozenset({"fled", "fleeing", "died", "perished", "drowned"})
_VOLUMES = frozenset({"oil volume", "gas volume"})
_STOCK = re.compile(r"\bstock\sof\s(?:[\w-]+\s){0,2}\Z", re.IGNORECASE)
_PRICED = re.compile(
    r"\b(?:a|an|per)\s(?:barrel|tonne|ton|metric\ston|ounce|bushel|gallon|litre|liter|kilogram|kilo|pound|mmbtu|megawatt[\s-]hour)\Z",
    re.IGNORECASE,
)
_BARRELS = re.compile(r"\b(?:barrels?|bpd|b/d)\b", re.IGNORECASE)
_DEALT = re.compile(
    r"\b(?P<verb>s[eo]ll?d?|sells|bought|buys?|purchased?|purchases)\s(?:about\s|around\s|nearly\s|almost\s|some\s|over\s|more\sthan\s|"
    r"roughly\s|up\sto\s|at\sleast\s){0,2}\Z",
    re.IGNORECASE,
)
# "sold Estonia 36 howitzers for"
_SOLD_FOR = re.compile(
    r"\b(?P<verb>sold|sells?|bought|buys?|purchased?|acquired?)\s[^.;:]{3,80}\sfor\s(?:about\s|around\s|nearly\s|some\s|over\s|more\sthan\s)?\Z",
    re.IGNORECASE,
)
_OF_GOODS = re.compile(r"\s(?:worth\s)?of\s(?!debt|shares|bonds|assets|stock)[a-z]")
_TOLL = re.compile(
    r"(?:death\s)?tolls?\s[^.;,]{0,50}\s?\b(?:rose|risen|climbed|stood|stands|reached|passed|is|was|has|grew|put)\b[^.;,]{0,25}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """Characters `start` to `end` name the indicator `name`."""

    start: int
    end: int
    name: str


@functools.cache
def _lexicon() -> tuple[re.Pattern[str], Mapping[str, str], Mapping[str, frozenset[str]]]:
    forms: dict[str, str] = {}
    kinds: dict[str, frozenset[str]] = {}
    for name, entry in table("indicators").items():
        kinds[name] = frozenset(entry["kinds"].split())
        for form in entry["words"].split(";"):
            forms[form.strip()] = name
    plurals = {f"{form}s": name for form, name in forms.items() if not form.endswith(("s", "ed", "ing"))}
    forms = plurals | forms
    pattern = re.compile(rf"(?<![\w-])(?:{alternatives(forms)})(?![\w])", re.IGNORECASE)
    return pattern, forms, kinds


def named(text: str, start: int, end: int) -> list[Indicator]:
    """The words in characters `start` to `end` that name indicators, in order."""
    pattern, forms, _ = _lexicon()
    found = [Indicator(m.start(), m.end(), forms[_plain(m[0])]) for m in pattern.finditer(text, start, end)]
    return [
        replace(i, name="FDI stock")
        if i.name == "investment pledge" and _STOCK.search(text[max(i.start - 40, start) : i.start])
        else i
        for i in found
    ]


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def of(text: str, q: Quantity, near: Sequence[Indicator], others: Sequence[Quantity]) -> Indicator | None:
    """What `q` measures, of the indicators in its sentence: what it counts, what follows it, else the last before it.

    `others` are the quantities of the sentence; words beyond another of them belong to that one.
    """
    _, _, kinds = _lexicon()
    kind = "percent" if q.number.fraction and q.unit is None else q.kind
    if kind == "measure" and q.unit in extents():
        return None
    fit = [
        i
        for i in near
        if kind in kinds[i.name] or (kind == "bare" and "count" in kinds[i.name] and i.name in _PERSONAL)
    ]
    told = _by_unit(text, q)
    if told is not None:
        return told
    counted_end = q.counted or q.end
    following = min((o.start for o in others if o.start >= q.end), default=counted_end + _FAR_BEHIND)
    behind = [i for i in fit if q.end <= i.start <= min(counted_end + _FAR_BEHIND, following)]
    if kind in ("count", "bare"):
        return _of_people(text, q, fit, behind, others)
    for i in behind:
        if _JOIN.match(text[q.end : i.start]) and _JOIN.fullmatch(text[q.end : i.start]):
            return i
    before = [i for i in fit if i.end <= q.start]
    if before and before[-1].name in _VOLUMES and kind == "percent" and behind and text.startswith(" of ", q.end):
        return behind[0]  # "oil makes up 90 % of Iraq's revenue"
    if before:
        last = before[-1]
        # "trade ... exports": the nearest wins, unless its words are only the common "trade" of the same phrase.
        return last
    if behind and behind[0].start - q.end < 30:
        return behind[0]
    barrels = _BARRELS.search(text, q.start, q.end) if kind == "measure" else None
    return Indicator(barrels.start(), barrels.end(), "oil volume") if barrels else None


def _by_unit(text: str, q: Quantity) -> Indicator | None:
    """What the amount itself tells: "$84 a barrel" is a price, "sold $700m of tea" are exports."""
    if q.kind != "money":
        return None
    price = _PRICED.search(text, q.start, q.end)
    if price is not None:
        return Indicator(price.start(), price.end(), "price")
    sold = _SOLD_FOR.search(text[max(q.start - 120, 0) : q.start])
    if sold is not None:
        start = max(q.start - 120, 0) + sold.start("verb")
        return Indicator(start, start + len(sold["verb"]), "price")
    verb = _DEALT.search(text[max(q.start - 50, 0) : q.start])
    if verb is None or not _OF_GOODS.match(text, q.end):
        return None
    start = max(q.start - 50, 0) + verb.start("verb")
    return Indicator(start, start + len(verb["verb"]), "exports" if verb["verb"].lower().startswith("s") else "imports")


def _of_people(
    text: str, q: Quantity, fit: Sequence[Indicator], behind: Sequence[Indicator], others: Sequence[Quantity]
) -> Indicator | None:
    """People are killed, wounded, held by the verb behind them or before them; else they are what they are called."""
    inside = [i for i in fit if q.counted is not None and q.end <= i.start < q.counted and _is_head(text, i, q.counted)]
    counted_end = q.counted or q.end
    fate = [
        i for i in behind if i.start >= counted_end and i.name in _PERSONAL and i.name not in ("troops", "population")
    ]
    cut = max((o.end for o in others if o.end <= q.start), default=0)
    before = next((i for i in reversed(fit) if cut <= i.end <= q.start and _leads_to(text, i, q)), None)
    for i in fate:
        gap = text[counted_end : i.start]
        if _JOINED.search(gap) and (before or any(0 <= o.start - i.end <= 20 for o in others)):
            continue  # "12 people and wounded 30", "displaced 5,000 and killed scores"
        if not re.search(r"[;:.]|,\s(?:and|but|while|who)|\b(?:after|before|when|that|said|from)\b", gap):
            return i
    return before or (inside[-1] if inside else None)


def _is_head(text: str, i: Indicator, end: int) -> bool:
    """Whether the indicator names what is counted, not what it is for: shelters of "20 aircraft shelters"."""
    return i.name not in ("weapons", "troops") or not re.search(r"[a-z]{3}", text[i.end : end])


def _leads_to(text: str, i: Indicator, q: Quantity) -> bool:
    """Whether the words before the figure say what befell those that it counts: "killed at least", "a toll of"."""
    gap = text[i.end : q.start]
    if i.name == "aid" and text[i.start : i.start + 5].lower() == "donat":
        return len(gap) <= 20 and " and " not in gap
    if i.name not in _PERSONAL or "." in gap:
        return False
    if _TOLL.fullmatch(text[i.start : q.start]):
        return True
    return len(gap) <= 25 and " and " not in f"{gap} " and _takes_object(text, i)


def _takes_object(text: str, i: Indicator) -> bool:
    """ "killed at least 5", "a death toll of 5"; not "the refugees in 5 camps"."""
    word = text[i.start : i.end].lower()
    if word.split()[0] in _INTRANSITIVE:
        return False
    return word.endswith(("ed", "ing", "toll", "ll", "lls", "lives")) or bool(
        re.match(r"\s(?:of|at|to|stood|stands|rose|rises|reached|is|was|has|climbed)\b", text[i.end : i.end + 9])
    )
