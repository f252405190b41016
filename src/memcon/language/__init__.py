"""The language room: a text as paragraphs, sentences, tokens and parse, with offsets into the untouched text."""

from memcon.language.detection import detect
from memcon.language.parsing import analyse, pipeline
from memcon.language.text import Analysed, Paragraph, Sentence

__all__ = ["Analysed", "Paragraph", "Sentence", "analyse", "detect", "pipeline"]
