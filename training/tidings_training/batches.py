"""Sentences to padded tensors, in batches of similar length."""

import random
from dataclasses import dataclass

import torch

from .conllu import Sentence
from .labels import IGNORE, LAYERS, LabelIds
from .pieces import MAX_PIECES, Pieces

NO_FACT = float("nan")


@dataclass
class Batch:
    """Padded piece tensors, and targets of all real words in one row after the other.

    `first` holds the piece of ROOT (`[CLS]`, place 0) and of each word; `words` marks real words.
    """

    ids: torch.Tensor
    cases: torch.Tensor
    mask: torch.Tensor
    first: torch.Tensor
    words: torch.Tensor
    targets: dict[str, torch.Tensor]


def pad(rows: list[list], value) -> torch.Tensor:
    """A rectangular tensor of ragged rows."""
    width = max(map(len, rows))
    return torch.tensor([row + [value] * (width - len(row)) for row in rows])


def targets_of(sentences: list[Sentence], labels: LabelIds) -> dict[str, torch.Tensor]:
    """Targets of all layers, flattened over the words of the batch."""
    flat = {layer: [i for s in sentences for i in labels.ids(s, layer)] for layer in LAYERS}
    flat["head"] = [head for s in sentences for head in (s.heads or [IGNORE] * len(s))]
    tensors = {layer: torch.tensor(values) for layer, values in flat.items()}
    tensors["fact"] = torch.tensor([s.fact.get(i, NO_FACT) for s in sentences for i in range(len(s))])
    return tensors


def make_batch(sentences: list[Sentence], pieces: Pieces, labels: LabelIds | None = None) -> Batch:
    """One padded batch."""
    encoded = [pieces.sentence(sentence.forms) for sentence in sentences]
    ids = pad([row[0] for row in encoded], 0)
    first = pad([[0] + row[2] for row in encoded], 0)
    lengths = torch.tensor([len(sentence) for sentence in sentences])
    return Batch(
        ids=ids,
        cases=pad([row[1] for row in encoded], 0),
        mask=pad([[True] * len(row[0]) for row in encoded], False),
        first=first,
        words=torch.arange(first.shape[1] - 1)[None, :] < lengths[:, None],
        targets=targets_of(sentences, labels) if labels else {},
    )


def piece_count(sentence: Sentence, pieces: Pieces) -> int:
    """Pieces of a sentence with `[CLS]` and `[SEP]`."""
    return 2 + sum(len(pieces.word(form)) for form in sentence.forms)


def bucket(sentences: list[Sentence], pieces: Pieces, limit: int, rng: random.Random | None = None) -> list[list[int]]:
    """Indices of sentences of similar length, each group up to `limit` padded pieces; shuffled by `rng`."""
    sizes = [piece_count(sentence, pieces) for sentence in sentences]
    jitter = (lambda: rng.uniform(-1.5, 1.5)) if rng else (lambda: 0.0)
    order = sorted((i for i in range(len(sizes)) if sizes[i] <= MAX_PIECES), key=lambda i: sizes[i] + jitter())
    groups, group, width = [], [], 0
    for i in order:
        if group and max(width, sizes[i]) * (len(group) + 1) > limit:
            groups.append(group)
            group, width = [], 0
        group.append(i)
        width = max(width, sizes[i])
    groups.append(group)
    if rng:
        rng.shuffle(groups)
    return groups
