"""The training recipe: every number that shapes a run."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    """Hyperparameters; the defaults are the shipped run."""

    seed: int = 20250408
    cycles: tuple[tuple[int, float], ...] = ((8, 1.0), (3, 0.6), (3, 0.45))  # epochs, and share of the rates at their peak
    pieces_per_batch: int = 1500
    encoder_rate: float = 2e-4
    head_rate: float = 1.5e-3
    weight_decay: float = 0.01
    warmup_share: float = 0.06
    clip: float = 2.0
    encoder_dropout: float = 0.1
    head_dropout: float = 0.25
    average_decay: float = 0.997
    bf16: bool = True

    @property
    def epochs(self) -> int:
        """Epochs of all cycles."""
        return sum(epochs for epochs, _ in self.cycles)


LOSS_WEIGHTS = {
    "arc": 1.0, "label": 1.0, "upos": 0.5, "xpos": 0.5, "lemma": 0.4, "entity": 0.3, "named": 0.3, "fact": 0.3,
}


def cycle_factor(step: int, steps: int, warmup_share: float) -> float:
    """Linear warm-up, then linear decay to zero."""
    warmup = max(1, int(steps * warmup_share))
    return min((step + 1) / warmup, max(0.0, (steps - step) / max(1, steps - warmup)))


def rate_factor(step: int, per_epoch: int, recipe: Recipe) -> float:
    """Share of the full rates at a step: each cycle warms up to its own peak and decays."""
    for epochs, peak in recipe.cycles:
        if step < epochs * per_epoch:
            return peak * cycle_factor(step, epochs * per_epoch, recipe.warmup_share)
        step -= epochs * per_epoch
    return 0.0
