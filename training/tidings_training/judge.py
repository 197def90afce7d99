"""The judge: whether a word expresses an event, of which type, mode and status.

It is trained on labels laid over news texts (`training/labels`), and, with less weight, on what the rules find in
other news texts. Its inputs are the states that the shipped encoder gives, written by the example `judge_inputs`.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional as F

from .events import Codes, head_of
from .export import layer

HIDDEN, INNER, DROPOUT = 384, 256, 0.3
INPUTS = 3 * HIDDEN
EPOCHS, BATCH, RATE, DECAY = 4, 512, 1e-3, 1e-2
LABELLED_COPIES, LABELLED_WEIGHT, FOUND_WEIGHT = 3, 2.0, 0.5
STATUS_WEIGHT, MODE_WEIGHT = 0.3, 0.3
UNKNOWN = -1


@dataclass
class Examples:
    """Inputs of words, and what they express."""

    inputs: np.ndarray
    kind: np.ndarray
    status: np.ndarray
    mode: np.ndarray

    def tensors(self) -> list[torch.Tensor]:
        """All four as tensors."""
        return [torch.from_numpy(x) for x in (self.inputs, self.kind, self.status, self.mode)]


class Judge(nn.Module):
    """A hidden layer and three answers."""

    def __init__(self, codes: Codes):
        super().__init__()
        self.codes = codes
        self.hidden = nn.Linear(INPUTS, INNER)
        self.kind = nn.Linear(INNER, len(codes.kinds) + 1)
        self.status = nn.Linear(INNER, len(codes.statuses))
        self.mode = nn.Linear(INNER, len(codes.modes) + 1)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, inputs: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Scores of type, status and mode."""
        inner = self.dropout(F.relu(self.hidden(self.dropout(inputs))))
        return self.kind(inner), self.status(inner), self.mode(inner)


def examples(stem: Path, triggers: dict[str, list[dict]] | None, codes: Codes) -> Examples:
    """The candidates of a file of inputs, with the given triggers or, without them, those that the rules found."""
    kinds = {kind: i + 1 for i, kind in enumerate(codes.kinds)}
    statuses = {status: i for i, status in enumerate(codes.statuses)}
    modes = {mode: i + 1 for i, mode in enumerate(codes.modes)}
    inputs = np.fromfile(stem.with_suffix(".f32"), np.float32).reshape(-1, INPUTS)
    answers = np.tile(np.array([0, UNKNOWN, UNKNOWN]), (len(inputs), 1))
    known, start = np.zeros(len(inputs), bool), 0
    for line in stem.with_suffix(".jsonl").open():
        document = json.loads(line)
        candidates = document["candidates"]
        known[start : start + len(candidates)] = triggers is None or document["id"] in triggers
        told = document["triggers"] if triggers is None else triggers.get(document["id"], [])
        for trigger in told:
            if (head := head_of(candidates, trigger["at"])) is not None:
                mode = modes.get(trigger["mode"], 0)
                answers[start + head] = kinds[trigger["kind"]], statuses[trigger["status"]], mode
        start += len(candidates)
    return Examples(inputs[known], *(answers[known, i] for i in range(3)))


def loss(judge: Judge, batch: list[torch.Tensor]) -> torch.Tensor:
    """Weighted over types; status and mode count where there is an event."""
    inputs, kind, status, mode, weight = batch
    by_kind, by_status, by_mode = judge(inputs)
    total = (F.cross_entropy(by_kind, kind, reduction="none") * weight).sum() / weight.sum()
    told = kind > 0
    if told.any():
        total = total + STATUS_WEIGHT * F.cross_entropy(by_status[told], status[told])
        total = total + MODE_WEIGHT * F.cross_entropy(by_mode[told], mode[told])
    return total


def fit(labelled: Examples, found: Examples, codes: Codes, seed: int = 0) -> Judge:
    """Train from scratch."""
    torch.manual_seed(seed)
    parts = [labelled.tensors() + [torch.full((len(labelled.kind),), LABELLED_WEIGHT)]] * LABELLED_COPIES
    parts.append(found.tensors() + [torch.full((len(found.kind),), FOUND_WEIGHT)])
    data = [torch.cat(column) for column in zip(*parts, strict=True)]
    judge, size = Judge(codes), len(data[0])
    optimizer = torch.optim.AdamW(judge.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-size // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 2 * RATE, total_steps=steps)
    for _ in range(EPOCHS):
        for rows in torch.randperm(size).split(BATCH):
            optimizer.zero_grad()
            loss(judge, [column[rows] for column in data]).backward()
            optimizer.step()
            schedule.step()
    return judge.eval()


def write(judge: Judge, path: Path) -> None:
    """Write the quantised judge in the format of `model/FORMAT.md`."""
    tensors = {}
    for name in ("hidden", "kind", "status", "mode"):
        tensors |= layer(name, getattr(judge, name))
    metadata = {name: json.dumps(getattr(judge.codes, name)) for name in ("kinds", "statuses", "modes")}
    save_file({n: t.contiguous() for n, t in tensors.items()}, path, {"format": "tidings-1", **metadata})
    path.chmod(0o644)
    print(f"wrote {path}: {path.stat().st_size / 1e3:.0f} kB")
