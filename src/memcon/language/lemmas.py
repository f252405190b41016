"""Part of speech from the tag, and lemmas by look-up: what two components give, at a tenth of their cost."""

from __future__ import annotations

from spacy.lookups import Lookups
from spacy.symbols import IDS
from spacy.tokens import Doc

# Penn Treebank tag -> Universal part of speech.
POS = {
    "CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "FW": "X", "IN": "ADP", "JJ": "ADJ", "JJR": "ADJ",
    "JJS": "ADJ", "LS": "X", "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PDT": "DET",
    "POS": "PART", "PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "RP": "ADP", "SYM": "SYM",
    "TO": "PART", "UH": "INTJ", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB",
    "VBZ": "VERB", "WDT": "PRON", "WP": "PRON", "WP$": "PRON", "WRB": "ADV", "$": "SYM", "#": "SYM", "ADD": "X",
    "AFX": "X", "GW": "X", "HYPH": "PUNCT", "NFP": "PUNCT", "XX": "X", "_SP": "SPACE", ",": "PUNCT", ".": "PUNCT",
    ":": "PUNCT", "``": "PUNCT", "''": "PUNCT", "-LRB-": "PUNCT", "-RRB-": "PUNCT",
}  # fmt: skip
_BASE_FORMS = frozenset({"VB", "NN", "JJ", "RB", "IN", "MD", "CC", "DT", "TO", "RP", "PRP", "PRP$"})
_KEPT = frozenset({"NNP", "NNPS", "CD", "POS"})
_TABLES = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adj", "ADV": "adv"}
# What the model's tables lack: contracted and auxiliary forms.
_FORMS = {"'s": "be", "'re": "be", "'m": "be", "'ve": "have", "'d": "have", "'ll": "will", "wo": "will", "ca": "can",
          "n't": "not"}  # fmt: skip
_AUX = IDS["AUX"]


class Lemmas:
    """Fills in `pos` and `lemma` of tagged tokens, from the rules and exceptions of the model's own lemmatizer."""

    def __init__(self, lookups: Lookups) -> None:
        tables = {name: lookups.get_table(f"lemma_{name}") for name in ("rules", "exc", "index")}
        self._rules = {pos: tables["rules"].get(pos, []) for pos in set(_TABLES.values())}
        self._exceptions = {pos: tables["exc"].get(pos, {}) for pos in set(_TABLES.values())}
        # The tables hold lists; looking a word up in one of 20,000 is what makes the stock lemmatizer slow.
        self._known = {pos: frozenset(tables["index"].get(pos, ())) for pos in set(_TABLES.values())}
        self._lemma: dict[tuple[int, int], int] = {}
        self._pos: dict[int, int] = {}

    def fill(self, doc: Doc) -> None:
        """Set `pos_` and `lemma_` on every token of a tagged and parsed `doc`."""
        for token in doc:
            tag = token.tag
            pos = self._pos.get(tag)
            if pos is None:
                pos = self._pos[tag] = IDS[POS.get(token.tag_, "X")]
            token.pos = pos
            if token.dep_ in ("aux", "auxpass") and token.pos_ == "VERB":
                token.pos = _AUX
            key = (token.orth, tag)
            lemma = self._lemma.get(key)
            if lemma is None:
                lemma = self._lemma[key] = doc.vocab.strings.add(self.find(token.text, token.tag_))
            token.lemma = lemma

    def knows(self, word: str, table: str) -> bool:
        """Whether `word` is a form of a word of the table "verb", "noun" and so on."""
        lower = word.lower()
        if lower in self._exceptions[table] or lower in self._known[table]:
            return True
        if lower.endswith("ss"):
            return False  # "discuss" is no plural of "discus"
        return any(
            lower.endswith(old) and lower[: len(lower) - len(old)] + new in self._known[table]
            for old, new in self._rules[table]
        )

    def find(self, word: str, tag: str) -> str:
        """The lemma of `word` with Penn Treebank `tag`."""
        lower = word.lower()
        if tag in _KEPT:
            return word
        if lower in _FORMS and tag not in ("POS", "VBN"):
            return _FORMS[lower]
        table = _TABLES.get(POS.get(tag, "X"))
        if tag in _BASE_FORMS or table is None or (tag == "VBP" and lower in self._known[table]):
            return lower
        if lower in self._exceptions[table]:
            return str(self._exceptions[table][lower][0])
        forms = [lower[: len(lower) - len(old)] + new for old, new in self._rules[table] if lower.endswith(old)]
        known = [form for form in forms if form in self._known[table]]
        return str((known or [form for form in forms if form] or [lower])[0])
