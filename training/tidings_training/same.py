"""Weights of the clues that two records tell one act (`[link.weights]` of `data/stories.toml`).

A logistic regression over labelled pairs, fitted by Newton's method; the clues of each are what the example `link_inputs`
wrote. A clue that comes out against what it means (a likeness that speaks against) counts nothing. The threshold is the
lowest from which enough of the fitting half's linked pairs are right, a few more than are wanted: of what the news gives more is
doubtful than of the pairs that were labelled.
"""

import json
import math
from dataclasses import dataclass
from pathlib import Path

DECAY, STEPS, PRECISE, FEWEST = 0.5, 50, 0.86, 10
AGAINST = {"apart", "series", "wide", "fewer"}


@dataclass
class Pair:
    """What speaks for and against a pair, nothing where it is out of the question; whether it is one act; its half."""

    clues: dict[str, float] | None
    same: bool
    half: str


def read_labels(path: Path) -> list[list[str]]:
    """The fields of each label."""
    return [line.rstrip("\n").split("\t") for line in path.open() if not line.startswith("#")]


def pairs(labels: list[list[str]], clues: Path) -> list[Pair]:
    """Labels with the clues of the same line."""
    lines = [json.loads(line) for line in clues.open()]
    return [Pair(found, label[8] == "1", label[9]) for label, found in zip(labels, lines, strict=True)]


def fit(found: list[Pair]) -> dict[str, float]:
    """Weights of all clues that speak as they are meant to."""
    found = [pair for pair in found if pair.clues]
    names = sorted({clue for pair in found for clue in pair.clues})
    while True:
        weights = dict(zip(names, newton(found, names)))
        wrong = {clue: abs(weight) for clue, weight in weights.items() if is_wrong(clue, weight)}
        if not wrong:
            return weights
        names.remove(max(wrong, key=wrong.get))


def is_wrong(clue: str, weight: float) -> bool:
    """Whether a clue speaks against what it means."""
    return clue != "start" and weight != 0 and (weight < 0) != (clue in AGAINST)


def newton(found: list[Pair], names: list[str]) -> list[float]:
    """The weights from which no step leads to likelier ones."""
    rows = [[pair.clues.get(name, 0.0) for name in names] for pair in found]
    decay = [1e-6 if name == "start" else 2 * DECAY for name in names]
    weights = [0.0] * len(names)
    for _ in range(STEPS):
        odds = [probability(row, weights) for row in rows]
        slope = [rate * weight for rate, weight in zip(decay, weights)]
        bend = [[decay[i] if i == j else 0.0 for j in range(len(names))] for i in range(len(names))]
        for row, chance, pair in zip(rows, odds, found):
            for i, one in enumerate(row):
                slope[i] += (chance - pair.same) * one
                for j, other in enumerate(row):
                    bend[i][j] += chance * (1 - chance) * one * other
        step = solved(bend, slope)
        weights = [weight - change for weight, change in zip(weights, step)]
        if max(map(abs, step)) < 1e-9:
            break
    return weights


def probability(row: list[float], weights: list[float]) -> float:
    """How likely a pair is one act."""
    return 1 / (1 + math.exp(-sum(value * weight for value, weight in zip(row, weights))))


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of linear equations, by elimination; the matrix is positive definite."""
    rows = [line + [value] for line, value in zip(matrix, right)]
    for i, pivot in enumerate(rows):
        for row in rows[i + 1 :]:
            share = row[i] / pivot[i]
            for column in range(i, len(row)):
                row[column] -= share * pivot[column]
    found = [0.0] * len(rows)
    for i in reversed(range(len(rows))):
        rest = sum(rows[i][j] * found[j] for j in range(i + 1, len(rows)))
        found[i] = (rows[i][-1] - rest) / rows[i][i]
    return found


def score(pair: Pair, weights: dict[str, float]) -> float:
    """How likely it is one act: not at all where it is out of the question."""
    if pair.clues is None:
        return 0.0
    return probability([pair.clues.get(name, 0.0) for name in weights], list(weights.values()))


def agreement(found: list[Pair], weights: dict[str, float], least: float) -> tuple[int, float, float]:
    """How many are linked from a threshold, how many of these are one act, and how many of one act are linked."""
    linked = [pair for pair in found if score(pair, weights) >= least]
    right = sum(pair.same for pair in linked)
    return len(linked), right / max(1, len(linked)), right / max(1, sum(pair.same for pair in found))


def threshold(found: list[Pair], weights: dict[str, float]) -> float:
    """The lowest from which enough are right."""
    for percent in range(20, 100):
        linked, precision, _ = agreement(found, weights, percent / 100)
        if linked >= FEWEST and precision >= PRECISE:
            return percent / 100
    return 1.0


def report(found: list[Pair]) -> str:
    """Weights and threshold as `data/stories.toml` holds them, and the figures of both halves."""
    halves = {half: [pair for pair in found if pair.half == half] for half in ("fit", "measure")}
    weights = fit(halves["fit"])
    least = threshold(halves["fit"], weights)
    lines = [f"linked = {least}", "[link.weights]"] + [f"{name} = {weight:.2f}" for name, weight in weights.items()]
    for half, some in halves.items():
        linked, precision, recall = agreement(some, weights, least)
        one = sum(pair.same for pair in some)
        lines.append(f"# {half}: {one} of {len(some)} are one act; {linked} linked, P {precision:.2f}, R {recall:.2f}")
    return "\n".join(lines)
