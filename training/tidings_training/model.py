"""The multi-task model: one encoder, word heads and a biaffine parser."""

import torch
from torch import nn
from torch.nn import functional as F

from .batches import Batch
from .encoder import HIDDEN, Encoder, load_base

ARC, LABEL, FACT = 256, 128, 128
NEVER = -100.0
WORD_HEADS = ("upos", "xpos", "lemma", "entity", "named")


def with_one(x: torch.Tensor) -> torch.Tensor:
    """Append a 1 to each vector."""
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


def bilinear(inputs: int, outputs: int) -> nn.Linear:
    """The matrix of a bilinear form: small, without bias."""
    layer = nn.Linear(inputs, outputs, bias=False)
    nn.init.normal_(layer.weight, std=0.2 * inputs**-0.5)
    return layer


class Model(nn.Module):
    """Encoder and heads; `labels` are the inventories of the classification heads."""

    def __init__(self, labels: dict[str, list[str]], encoder: Encoder, dropout: float):
        super().__init__()
        self.labels = labels
        self.lemma_rules: dict[str, list[str]] = {}
        self.encoder = encoder
        self.heads = nn.ModuleDict({name: nn.Linear(HIDDEN, len(labels[name])) for name in WORD_HEADS})
        self.fact_hidden, self.fact_out = nn.Linear(HIDDEN, FACT), nn.Linear(FACT, 1)
        self.arc_dep, self.arc_head = nn.Linear(HIDDEN, ARC), nn.Linear(HIDDEN, ARC)
        self.arc_bilinear = bilinear(ARC, ARC)
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.label_dep, self.label_head = nn.Linear(HIDDEN, LABEL), nn.Linear(HIDDEN, LABEL)
        self.label_bilinear = bilinear(LABEL + 1, len(labels["deprel"]) * (LABEL + 1))
        self.dropout = nn.Dropout(dropout)

    def use_rules(self, rules: dict[str, list[str]]) -> None:
        """Take lemma rules; scripts that only they name become classes which win where nothing else is allowed."""
        known = {script.split("|", 1)[1] for script in self.labels["lemma"]}
        extra = sorted({tail for tails in rules.values() for tail in tails} - known)
        old, new = self.heads["lemma"], nn.Linear(HIDDEN, len(self.labels["lemma"]) + len(extra))
        with torch.no_grad():
            new.weight.copy_(torch.cat([old.weight, torch.zeros(len(extra), HIDDEN)]))
            new.bias.copy_(torch.cat([old.bias, torch.full((len(extra),), NEVER)]))
        self.heads["lemma"] = new
        self.labels = {**self.labels, "lemma": self.labels["lemma"] + [f"l|{tail}" for tail in extra]}
        self.lemma_rules = rules

    def states(self, batch: Batch) -> torch.Tensor:
        """Hidden states of ROOT and of each word: [B, 1+W, H]."""
        hidden = self.encoder(batch.ids, batch.cases, batch.mask)
        return hidden.gather(1, batch.first[..., None].expand(-1, -1, HIDDEN))

    def word_scores(self, words: torch.Tensor) -> dict[str, torch.Tensor]:
        """Class scores and factuality of words [N, H]."""
        words = self.dropout(words)
        scores = {name: head(words) for name, head in self.heads.items()}
        scores["fact"] = self.fact_out(self.dropout(F.relu(self.fact_hidden(words)))).squeeze(-1)
        return scores

    def project(self, layer: nn.Module, x: torch.Tensor) -> torch.Tensor:
        """One of the four parser projections."""
        return self.dropout(F.relu(layer(self.dropout(x))))

    def arc_scores(self, states: torch.Tensor) -> torch.Tensor:
        """score[b, i, j] of word i taking j (0 is ROOT) as its head."""
        dep = self.project(self.arc_dep, states[:, 1:])
        head = self.project(self.arc_head, states)
        return dep @ self.arc_bilinear(head).transpose(1, 2) + (head @ self.arc_bias)[:, None, :]

    def label_scores(self, words: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
        """Relation scores of words [N, H] with their heads [N, H]."""
        dep = with_one(self.project(self.label_dep, words))
        mapped = self.label_bilinear(with_one(self.project(self.label_head, heads)))
        return (mapped.view(len(dep), -1, LABEL + 1) @ dep[..., None]).squeeze(-1)


def build(labels: dict[str, list[str]], encoder_dropout: float = 0.0, head_dropout: float = 0.0) -> Model:
    """A model on the pretrained encoder."""
    return Model(labels, load_base(encoder_dropout), head_dropout)
