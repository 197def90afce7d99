"""Error bound and exactness of the int8 rows."""

import torch
from torch import nn

from tidings_training.quantize import Int8Linear, quantize_rows, round_trip


def test_error_is_at_most_half_a_step():
    x = torch.randn(200, 384, generator=torch.Generator().manual_seed(1))
    _, scale = quantize_rows(x)
    assert ((round_trip(x) - x).abs() <= scale[:, None] * 0.5001).all()


def test_zero_rows_and_repetition():
    assert (round_trip(torch.zeros(2, 5)) == 0).all()
    x = torch.randn(50, 64, generator=torch.Generator().manual_seed(2))
    assert torch.equal(quantize_rows(round_trip(x))[0], quantize_rows(x)[0])


def test_token_does_not_depend_on_its_neighbours():
    torch.manual_seed(3)
    layer, x = Int8Linear(nn.Linear(384, 64)), torch.randn(7, 384)
    alone = torch.stack([layer(row) for row in x])
    assert torch.equal(layer(torch.cat([x, 100 * x]))[:7], alone)


def test_product_is_close():
    torch.manual_seed(4)
    linear, x = nn.Linear(384, 64), torch.randn(50, 384)
    error = (Int8Linear(linear)(x) - linear(x)).abs().max()
    assert error < 0.05
