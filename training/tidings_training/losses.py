"""The training loss: a weighted sum over the heads, each averaged over the words that carry its layer."""

import torch
from torch.nn import functional as F

from .batches import Batch
from .labels import IGNORE
from .model import WORD_HEADS, Model
from .recipe import LOSS_WEIGHTS


def mean_loss(scores: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Cross entropy averaged over the targets that are set."""
    count = (targets != IGNORE).sum().clamp(min=1)
    return F.cross_entropy(scores.float(), targets, ignore_index=IGNORE, reduction="sum") / count


def fact_loss(values: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Huber loss on the predicates that carry a factuality value."""
    known = ~torch.isnan(targets)
    if not known.any():
        return values.sum() * 0.0
    return F.smooth_l1_loss(values[known].float(), targets[known])


def arc_loss(model: Model, states: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Cross entropy of each word's head among ROOT and the words of its sentence."""
    scores = model.arc_scores(states).float()
    allowed = F.pad(batch.words, (1, 0), value=True)[:, None, :]
    return mean_loss(scores.masked_fill(~allowed, -1e4)[batch.words], batch.targets["head"])


def label_loss(model: Model, states: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Cross entropy of the relation, given the true head."""
    known = batch.targets["head"] != IGNORE
    rows = batch.words.nonzero()[known]
    heads = states[rows[:, 0], batch.targets["head"][known]]
    scores = model.label_scores(states[:, 1:][batch.words][known], heads)
    return mean_loss(scores, batch.targets["deprel"][known])


def losses(model: Model, batch: Batch) -> dict[str, torch.Tensor]:
    """The loss of every head."""
    states = model.states(batch)
    scores = model.word_scores(states[:, 1:][batch.words])
    parts = {name: mean_loss(scores[name], batch.targets[name]) for name in WORD_HEADS}
    parts["fact"] = fact_loss(scores["fact"], batch.targets["fact"])
    parts["arc"] = arc_loss(model, states, batch)
    parts["label"] = label_loss(model, states, batch)
    return parts


def total(parts: dict[str, torch.Tensor]) -> torch.Tensor:
    """Weighted sum."""
    return sum(LOSS_WEIGHTS[name] * loss for name, loss in parts.items())
