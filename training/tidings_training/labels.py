"""Label inventories of the classification heads, learnt from the training sentences."""

from collections import Counter

from .conllu import Sentence
from .lemmas import make_script

LAYERS = ("upos", "xpos", "lemma", "entity", "named", "deprel")
MIN_LEMMA_COUNT = 2
IGNORE = -100


def lemma_scripts(sentence: Sentence) -> list[str]:
    """The lemma script of each word."""
    return [make_script(form, lemma) for form, lemma in zip(sentence.forms, sentence.lemmas)]


def layer_of(sentence: Sentence, layer: str) -> list[str] | None:
    """Labels of one layer, or `None` where the sentence lacks it."""
    if layer == "lemma":
        return lemma_scripts(sentence) if sentence.lemmas else None
    return getattr(sentence, {"deprel": "deprels"}.get(layer, layer))


def collect(sentences: list[Sentence]) -> dict[str, list[str]]:
    """Sorted inventory of every layer."""
    inventories = {}
    for layer in LAYERS:
        counts = Counter(label for sentence in sentences for label in layer_of(sentence, layer) or ())
        least = MIN_LEMMA_COUNT if layer == "lemma" else 1
        inventories[layer] = sorted(label for label, count in counts.items() if count >= least)
    return inventories


class LabelIds:
    """Turns labels into class numbers; unknown labels carry no loss."""

    def __init__(self, inventories: dict[str, list[str]]):
        self.inventories = inventories
        self.index = {layer: {label: i for i, label in enumerate(labels)} for layer, labels in inventories.items()}

    def ids(self, sentence: Sentence, layer: str) -> list[int]:
        """Class number of each word, `IGNORE` where there is none."""
        labels = layer_of(sentence, layer)
        if labels is None:
            return [IGNORE] * len(sentence)
        return [self.index[layer].get(label, IGNORE) for label in labels]
