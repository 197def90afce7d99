"""Checkpoints: everything needed to go on with a run, and the averaged weights for export."""

import json
from pathlib import Path

import torch

from .model import Model, build

FROZEN = "encoder.word.weight"


def trained_state(model: Model) -> dict[str, torch.Tensor]:
    """All weights but the frozen word embeddings."""
    return {name: value.detach().clone() for name, value in model.state_dict().items() if name != FROZEN}


def save(folder: Path, name: str, content: dict) -> None:
    """Write a checkpoint whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{name}.part"
    torch.save(content, part)
    part.replace(folder / f"{name}.pt")


def save_json(folder: Path, name: str, content: dict) -> None:
    """Write label inventories or lemma rules beside the checkpoints."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False, indent=0), encoding="utf-8")


def load_json(folder: Path, name: str) -> dict:
    """Read them back."""
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def load_averaged(folder: Path) -> Model:
    """The model with the averaged weights of the last finished epoch."""
    model = build(load_json(folder, "labels"))
    model.load_state_dict(torch.load(folder / "last.pt", weights_only=True)["average"], strict=False)
    model.use_rules(load_json(folder, "lemma_rules"))
    return model.eval()
