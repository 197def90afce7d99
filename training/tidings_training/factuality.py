"""Factuality annotation (UDS-IH2, MEANTIME), laid onto treebank sentences where they are the same."""

import json
from pathlib import Path

from .conllu import Sentence

PTB_TOKENS = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}


def read_factuality(path: Path) -> list[Sentence]:
    """Sentences of a factuality file; the value sits on the last word of its span."""
    sentences = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        forms = [PTB_TOKENS.get(form, form) for form in record["text"].split()]
        fact = {t["span1"][1] - 1: float(t["label"]) for t in record["targets"] if t["span1"][1] <= len(forms)}
        sentences.append(Sentence(forms, fact=fact))
    return sentences


def word_at(forms: list[str]) -> dict[tuple[int, int], int]:
    """Words by their character range in the sentence written without spaces."""
    places, offset = {}, 0
    for index, form in enumerate(forms):
        places[offset, offset + len(form)] = index
        offset += len(form)
    return places


def lay_onto(treebank: list[Sentence], annotated: list[Sentence]) -> list[Sentence]:
    """Move factuality onto treebank sentences with the same characters; return the rest."""
    by_text: dict[str, list[Sentence]] = {}
    for sentence in treebank:
        by_text.setdefault("".join(sentence.forms), []).append(sentence)
    rest = []
    for source in annotated:
        targets = by_text.get("".join(source.forms))
        if not targets:
            rest.append(source)
            continue
        ranges = {index: place for place, index in word_at(source.forms).items()}
        for target in targets:
            places = word_at(target.forms)
            for index, value in source.fact.items():
                if ranges[index] in places:
                    target.fact[places[ranges[index]]] = value
    return rest
