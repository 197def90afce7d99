"""The learning rates over a run."""

from tidings_training.recipe import Recipe, rate_factor


def test_cycles_rise_and_fall():
    recipe = Recipe(cycles=((2, 1.0), (1, 0.5)), warmup_share=0.1)
    rates = [rate_factor(step, 100, recipe) for step in range(300)]
    assert max(rates[:200]) == 1.0 and rates[199] < 0.01
    assert 0.49 < max(rates[200:]) <= 0.5 and rates[299] < 0.01
    assert rate_factor(300, 100, recipe) == 0.0
