"""Weights of the clues that tell whom an act is done to where its own words do not (`data/likely.tsv`).

Every act without recipients has candidates, and nobody; the softmax over all of them is fitted so that those whose
countries are the labelled ones take the most, or nobody where the labels name none. The candidates and their clues are
what the example `unsaid_inputs` wrote.
"""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import torch

LEAST, DECAY, STEPS, SMALLEST = 8, 1.5, 250, 0.005
HEAD = """# Whom an act is done to where its own words do not tell: what speaks for somebody, and how much, as log-odds against nobody.
# Fitted by `training/tidings_training/likely.py` on `training/labels/train.jsonl`; the clues are those of
# `crates/lexicon/src/likely.rs`. What is not listed counts nothing.
"""


@dataclass
class Act:
    """The clues of each candidate, and whether his countries are those that the labels name."""

    clues: list[list[str]]
    right: list[bool]


def acts(unsaid: Path, labels: Path) -> list[Act]:
    """The acts without recipients that are labelled, each label used once, overlapping triggers first."""
    free = {text["text"]: list(text["events"]) for text in map(json.loads, labels.open())}
    lines = [json.loads(line) for line in unsaid.open()]
    found = []
    for fits in (of_same_words, of_same_sentence):
        left = []
        for line in lines:
            event = next((e for e in free.get(line["document"], []) if fits(line, e)), None)
            if event is None:
                left.append(line)
                continue
            free[line["document"]].remove(event)
            found.append(act(line, event))
        lines = left
    return found


def of_same_sentence(line: dict, event: dict) -> bool:
    """Whether a label of the same or an allowed type lies on the sentence."""
    return overlap(line["sentence"], event["sentence"]) and line["type"] in (event["type"], *event["alt"])


def of_same_words(line: dict, event: dict) -> bool:
    """The same, with overlapping triggers."""
    return of_same_sentence(line, event) and overlap(line["trigger"], event["trigger"])


def overlap(a: list[int], b: list[int]) -> bool:
    """Whether two stretches share a character."""
    return a[0] < b[1] and b[0] < a[1]


def act(line: dict, event: dict) -> Act:
    """An act with its candidates held against the labelled recipients."""
    countries = {actor["country"] for actor in event["recipients"] if actor["country"]}
    right = [bool(countries) and set(candidate["countries"]) == countries for candidate in line["candidates"]]
    return Act([candidate["clues"] for candidate in line["candidates"]], right)


def fit(found: list[Act]) -> dict[str, float]:
    """Weights of all clues that stand by enough candidates."""
    found = [one for one in found if one.clues]
    counts = Counter(clue for one in found for clues in one.clues for clue in set(clues))
    names = sorted(clue for clue, count in counts.items() if count >= LEAST)
    at = {clue: i for i, clue in enumerate(names)}
    rows = [clues for one in found for clues in one.clues]
    inputs = torch.zeros(len(rows), len(names))
    for row, clues in enumerate(rows):
        inputs[row, [at[clue] for clue in clues if clue in at]] = 1
    owner = torch.tensor([i for i, one in enumerate(found) for _ in one.clues])
    right = torch.tensor([hit for one in found for hit in one.right])
    decay = torch.tensor([0.0 if clue == "start" else DECAY for clue in names])
    weights = torch.zeros(len(names), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=STEPS, line_search_fn="strong_wolfe")

    def step() -> torch.Tensor:
        optimizer.zero_grad()
        loss = surprise(inputs @ weights, owner, right, len(found)) + (decay * weights**2).sum()
        loss.backward()
        return loss

    optimizer.step(step)
    return dict(zip(names, weights.detach().tolist()))


def surprise(sums: torch.Tensor, owner: torch.Tensor, right: torch.Tensor, count: int) -> torch.Tensor:
    """How unlikely the right candidates, or nobody where none is right, are together."""
    odds = torch.exp(sums)
    all_odds = torch.ones(count).index_add(0, owner, odds)
    right_odds = torch.zeros(count).index_add(0, owner, odds * right)
    any_right = torch.zeros(count).index_add(0, owner, right.float()) > 0
    return (torch.log(all_odds) - torch.log(torch.where(any_right, right_odds, torch.ones(count)))).sum()


def write(weights: dict[str, float], path: Path) -> None:
    """The table, without what counts next to nothing."""
    rows = [f"{clue}\t{weight:.2f}\n" for clue, weight in sorted(weights.items()) if abs(weight) >= SMALLEST]
    path.write_text(HEAD + "".join(rows))
