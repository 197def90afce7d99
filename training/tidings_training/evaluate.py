"""Measuring a model on gold tokens: tags, lemmas, trees, entities, names, factuality."""

from collections.abc import Iterator

import numpy as np

from .analyse import Analysis, analyse
from .conllu import Sentence
from .data import Corpora
from .encoder import base_files
from .entities import OUTSIDE
from .model import Model
from .pieces import Pieces
from .quantize import quantized

Pairs = list[tuple[Sentence, Analysis]]


def share(hits: Iterator[bool]) -> float:
    """Percentage of hits."""
    values = list(hits)
    return 100.0 * sum(values) / max(1, len(values))


def base(deprel: str) -> str:
    """Relation without its subtype, as the shared tasks score it."""
    return deprel.split(":")[0]


def syntax_scores(pairs: Pairs) -> dict[str, float]:
    """Accuracies over all words, punctuation included."""
    words = [(s, a, i) for s, a in pairs for i in range(len(s))]
    return {
        "UPOS": share(s.upos[i] == a.tags["upos"][i] for s, a, i in words),
        "XPOS": share(s.xpos[i] == a.tags["xpos"][i] for s, a, i in words),
        "lemma": share(s.lemmas[i] == a.lemmas[i] for s, a, i in words),
        "UAS": share(s.heads[i] == a.heads[i] for s, a, i in words),
        "LAS": share(s.heads[i] == a.heads[i] and base(s.deprels[i]) == base(a.deprels[i]) for s, a, i in words),
        "LAS+subtypes": share(s.heads[i] == a.heads[i] and s.deprels[i] == a.deprels[i] for s, a, i in words),
    }


def f1(gold: set, found: set) -> float:
    """Balanced F score in percent."""
    return 200.0 * len(gold & found) / max(1, len(gold) + len(found))


def name_spans(tags: list[str]) -> set[tuple[int, int, str]]:
    """Spans of BIO tags; an `I-` that continues nothing starts a span."""
    spans, start, kind = set(), None, None
    for i, tag in enumerate([*tags, OUTSIDE]):
        prefix, _, etype = tag.partition("-")
        if start is not None and (prefix != "I" or etype != kind):
            spans.add((start, i, kind))
            start = None
        if start is None and prefix != OUTSIDE:
            start, kind = i, etype
    return spans


def entity_scores(pairs: Pairs) -> dict[str, float]:
    """F1 of entity heads with and without type, and of named spans."""
    heads = [{(n, i, tag) for n, p in enumerate(pairs) for i, tag in enumerate(tags(p)) if tag != OUTSIDE}
             for tags in (lambda p: p[0].entity, lambda p: p[1].tags["entity"])]
    names = [{(n, *span) for n, p in enumerate(pairs) for span in name_spans(tags(p))}
             for tags in (lambda p: p[0].named, lambda p: p[1].tags["named"])]
    return {
        "entity head F1": f1(*heads),
        "entity head F1, no type": f1(*({key[:2] for key in keys} for keys in heads)),
        "named F1": f1(*names),
        "named F1, no type": f1(*({key[:3] for key in keys} for keys in names)),
    }


def fact_scores(pairs: Pairs) -> dict[str, float]:
    """Pearson r and mean absolute error over annotated predicates."""
    gold, found = zip(*((value, a.fact[i]) for s, a in pairs for i, value in s.fact.items()))
    found = np.clip(found, -3, 3)
    return {"r": float(np.corrcoef(gold, found)[0, 1]), "MAE": float(np.abs(np.array(gold) - found).mean())}


def show(name: str, pairs: Pairs, scores: dict[str, float]) -> None:
    """One line of figures."""
    digits = {"r": 3, "MAE": 3}
    values = "  ".join(f"{key} {value:.{digits.get(key, 2)}f}" for key, value in scores.items())
    print(f"{name} ({len(pairs)} sentences): {values}", flush=True)


def report(model: Model, corpora: Corpora, int8: bool = True, only: set[str] | None = None) -> None:
    """Print the figures of every measured set (or of some), with the int8 or the f32 arithmetic."""
    pieces = Pieces(base_files() / "vocab.txt")
    model = quantized(model) if int8 else model
    for name, sentences in (corpora.measured | corpora.factuality).items():
        if only and name not in only:
            continue
        pairs = [(s, a) for s, a in zip(sentences, analyse(model, sentences, pieces)) if a is not None]
        scores = syntax_scores(pairs) if sentences[0].heads else fact_scores(pairs)
        if sentences[0].entity:
            scores |= entity_scores(pairs)
        show(name, pairs, scores)
