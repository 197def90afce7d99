"""Symmetric int8 with one scale per row: weights per output row, activations per token."""

import copy

import torch
from torch import nn

LIMIT = 127


def quantize_rows(x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """int8 values and f32 scales of the rows (last axis); a row of zeros gets scale 1; ties round to even."""
    scale = x.float().abs().amax(-1, keepdim=True) / LIMIT
    scale = torch.where(scale == 0, torch.ones_like(scale), scale)
    return torch.round(x / scale).clamp(-LIMIT, LIMIT).to(torch.int8), scale.squeeze(-1)


def round_trip(x: torch.Tensor) -> torch.Tensor:
    """The values that int8 rows stand for."""
    values, scale = quantize_rows(x)
    return values.float() * scale[..., None]


class Int8Linear(nn.Module):
    """What the int8 product gives: integer sums, then the token's scale, the row's scale and the bias.

    The sums run in f32, which is exact below 2^24; sums of real activations stay far below.
    """

    def __init__(self, layer: nn.Linear):
        super().__init__()
        values, scale = quantize_rows(layer.weight.detach())
        self.register_buffer("values", values.float())
        self.register_buffer("scale", scale)
        self.bias = layer.bias

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        values, scale = quantize_rows(x)
        out = (values.float() @ self.values.T) * (scale[..., None] * self.scale)
        return out if self.bias is None else out + self.bias


def quantized(model: nn.Module) -> nn.Module:
    """A copy of the model that computes as the exported int8 weights do."""
    model = copy.deepcopy(model).eval()
    replace_layers(model)
    return model


def replace_layers(module: nn.Module) -> None:
    """Swap every linear layer for its int8 form and round every embedding to int8 rows."""
    for name, child in module.named_children():
        if isinstance(child, nn.Linear):
            setattr(module, name, Int8Linear(child))
        elif isinstance(child, nn.Embedding):
            child.weight.data = round_trip(child.weight.data)
        else:
            replace_layers(child)
