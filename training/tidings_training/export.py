"""Writing the quantised model in the format of `model/FORMAT.md`."""

import json
import shutil
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn

from .encoder import HEADS, HIDDEN, LAYERS, POSITIONS, base_files
from .model import WORD_HEADS, Model
from .quantize import quantize_rows

Tensors = dict[str, torch.Tensor]


def rows(name: str, weight: torch.Tensor) -> Tensors:
    """int8 rows and their scales."""
    values, scale = quantize_rows(weight.detach())
    return {f"{name}.weight": values, f"{name}.scale": scale}


def layer(name: str, linear: nn.Linear) -> Tensors:
    """A linear layer."""
    return {**rows(name, linear.weight), f"{name}.bias": linear.bias.detach()}


def norm(name: str, module: nn.LayerNorm) -> Tensors:
    """A layer norm, kept in f32."""
    return {f"{name}.weight": module.weight.detach(), f"{name}.bias": module.bias.detach()}


def encoder_tensors(model: Model) -> Tensors:
    """Embeddings and transformer layers."""
    encoder, tensors = model.encoder, {}
    for name in ("word", "position", "case"):
        tensors |= rows(f"embeddings.{name}", getattr(encoder, name).weight)
    tensors |= norm("embeddings.norm", encoder.norm)
    for i, block in enumerate(encoder.layers):
        for name in ("q", "k", "v", "o", "up", "down"):
            tensors |= layer(f"layer.{i}.{name}", getattr(block, name))
        tensors |= norm(f"layer.{i}.norm1", block.norm1) | norm(f"layer.{i}.norm2", block.norm2)
    return tensors


def head_tensors(model: Model) -> Tensors:
    """Word heads and parser."""
    tensors = {}
    for name in WORD_HEADS:
        tensors |= layer(name, model.heads[name])
    for name in ("fact_hidden", "fact_out", "arc_dep", "arc_head", "label_dep", "label_head"):
        tensors |= layer(name.replace("_", "."), getattr(model, name))
    tensors |= rows("arc.bilinear", model.arc_bilinear.weight) | rows("label.bilinear", model.label_bilinear.weight)
    tensors["arc.bias"] = model.arc_bias.detach()
    return tensors


def metadata(model: Model) -> dict[str, str]:
    """Label lists as JSON, and the sizes of the encoder."""
    lists = {name: json.dumps(labels, ensure_ascii=False) for name, labels in model.labels.items()}
    sizes = {"heads": HEADS, "layers": LAYERS, "hidden": HIDDEN, "positions": POSITIONS}
    lists["lemma_rules"] = json.dumps(model.lemma_rules, ensure_ascii=False, separators=(",", ":"))
    return {"format": "tidings-1", **lists, **{name: str(size) for name, size in sizes.items()}}


def export(model: Model, folder: Path) -> None:
    """Write `tidings.safetensors` and `vocab.txt`."""
    folder.mkdir(parents=True, exist_ok=True)
    tensors = {name: value.contiguous() for name, value in (encoder_tensors(model) | head_tensors(model)).items()}
    path = folder / "tidings.safetensors"
    save_file(tensors, path, metadata(model))
    path.chmod(0o644)
    shutil.copyfile(base_files() / "vocab.txt", folder / "vocab.txt")
    print(f"wrote {path}: {path.stat().st_size / 1e6:.2f} MB")
