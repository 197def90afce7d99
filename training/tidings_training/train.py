"""The training loop: AdamW, cycles of linear decay after warm-up, averaged weights, one checkpoint per epoch."""

import random
import time
from pathlib import Path

import torch

from . import checkpoint
from .augment import augment
from .batches import bucket, make_batch
from .conllu import Sentence
from .encoder import base_files
from .inflect import rules_for
from .labels import LabelIds, collect
from .losses import losses, total
from .model import Model, build
from .pieces import Pieces
from .recipe import Recipe, rate_factor


def optimizer_for(model: Model, recipe: Recipe) -> torch.optim.Optimizer:
    """Encoder and heads at their own rates; the new casing embedding learns like a head."""
    encoder = [p for n, p in model.encoder.named_parameters() if p.requires_grad and not n.startswith("case")]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")] + [model.encoder.case.weight]
    groups = [{"params": encoder, "lr": recipe.encoder_rate}, {"params": heads, "lr": recipe.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=recipe.weight_decay, betas=(0.9, 0.98))


class Run:
    """One training run over a fixed list of sentences."""

    def __init__(self, sentences: list[Sentence], recipe: Recipe, folder: Path):
        torch.manual_seed(recipe.seed)
        self.sentences, self.recipe, self.folder = sentences, recipe, folder
        self.pieces = Pieces(base_files() / "vocab.txt")
        labels = collect(sentences)
        checkpoint.save_json(folder, "labels", labels)
        checkpoint.save_json(folder, "lemma_rules", rules_for(sentences, labels["lemma"]))
        self.labels = LabelIds(labels)
        self.model = build(labels, recipe.encoder_dropout, recipe.head_dropout)
        self.average = checkpoint.trained_state(self.model)
        self.optimizer = optimizer_for(self.model, recipe)
        self.per_epoch = len(bucket(sentences, self.pieces, recipe.pieces_per_batch))
        self.step, self.epoch = 0, 0

    def resume(self) -> None:
        """Go on from the last finished epoch, if there is one."""
        path = self.folder / "last.pt"
        if not path.exists():
            return
        saved = torch.load(path, weights_only=True)
        self.model.load_state_dict(saved["model"], strict=False)
        self.optimizer.load_state_dict(saved["optimizer"])
        self.average, self.step, self.epoch = saved["average"], saved["step"], saved["epoch"]

    def save(self) -> None:
        """Checkpoint after an epoch."""
        checkpoint.save(self.folder, "last", {
            "model": checkpoint.trained_state(self.model), "average": self.average,
            "optimizer": self.optimizer.state_dict(), "step": self.step, "epoch": self.epoch,
        })

    def update_average(self) -> None:
        """Exponential average of the weights, short at first."""
        decay = min(self.recipe.average_decay, (1 + self.step) / (10 + self.step))
        for name, value in self.model.state_dict().items():
            if name in self.average:
                self.average[name].lerp_(value, 1 - decay)

    def take_step(self, sentences: list[Sentence]) -> dict[str, float]:
        """One update; returns the losses."""
        factor = rate_factor(self.step, self.per_epoch, self.recipe)
        for group, rate in zip(self.optimizer.param_groups, (self.recipe.encoder_rate, self.recipe.head_rate)):
            group["lr"] = rate * factor
        with torch.autocast("cpu", torch.bfloat16, enabled=self.recipe.bf16):
            parts = losses(self.model, make_batch(sentences, self.pieces, self.labels))
        total(parts).backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.recipe.clip)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.step += 1
        self.update_average()
        return {name: loss.item() for name, loss in parts.items()}

    def run_epoch(self) -> None:
        """One pass over freshly augmented sentences, seeded by the epoch's number."""
        rng = random.Random(self.recipe.seed + self.epoch)
        torch.manual_seed(self.recipe.seed + self.epoch)
        sentences = [augment(sentence, rng) for sentence in self.sentences]
        groups = bucket(sentences, self.pieces, self.recipe.pieces_per_batch, rng)
        self.model.train()
        sums, started = {}, time.monotonic()
        for number, group in enumerate(groups, 1):
            for name, loss in self.take_step([sentences[i] for i in group]).items():
                sums[name] = sums.get(name, 0.0) + loss
            if number % 25 == 0 or number == len(groups):
                means = " ".join(f"{name} {value / number:.3f}" for name, value in sums.items())
                print(f"epoch {self.epoch + 1} batch {number}/{len(groups)} {time.monotonic() - started:.0f}s {means}", flush=True)
        self.epoch += 1
        self.save()

    def run(self) -> None:
        """All epochs that are still to do."""
        while self.epoch < self.recipe.epochs:
            self.run_epoch()
