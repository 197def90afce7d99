"""Running a model over sentences: labels, trees, factuality."""

from dataclasses import dataclass

import numpy as np
import torch

from .batches import Batch, bucket, make_batch
from .conllu import Sentence
from .lemma_rules import ScriptChooser
from .lemmas import apply_script
from .model import WORD_HEADS, Model
from .pieces import Pieces
from .tree import decode

PIECES_PER_BATCH = 3000


@dataclass
class Analysis:
    """What the model says about one sentence."""

    tags: dict[str, list[str]]
    lemmas: list[str]
    heads: list[int]
    deprels: list[str]
    fact: list[float]
    states: torch.Tensor


def trees(model: Model, states: torch.Tensor, batch: Batch) -> list[np.ndarray]:
    """Heads of the words of each sentence."""
    arcs, sizes = model.arc_scores(states).numpy().astype(np.float64), batch.words.sum(1).tolist()
    return [decode(arc[:size, : size + 1]) for arc, size in zip(arcs, sizes)]


def relations(model: Model, states: torch.Tensor, heads: list[np.ndarray]) -> list[list[str]]:
    """Relation of each word to its head; `root` for the word under ROOT and for no other."""
    names, result = model.labels["deprel"], []
    root = names.index("root")
    for state, tree in zip(states, heads):
        scores = model.label_scores(state[1 : len(tree) + 1], state[torch.from_numpy(tree)])
        scores[torch.from_numpy(tree != 0), root] = -torch.inf
        best = scores.argmax(-1).tolist()
        result.append(["root" if head == 0 else names[label] for head, label in zip(tree, best)])
    return result


def analyse_batch(model: Model, sentences: list[Sentence], pieces: Pieces) -> list[Analysis]:
    """Analyses of one batch."""
    batch = make_batch(sentences, pieces)
    states = model.states(batch)
    heads = trees(model, states, batch)
    deprels = relations(model, states, heads)
    chooser, result = ScriptChooser(model.lemma_rules, model.labels["lemma"]), []
    for place, sentence in enumerate(sentences):
        words = states[place, : len(sentence) + 1]
        scores = model.word_scores(words[1:])
        tags = {name: [model.labels[name][i] for i in scores[name].argmax(-1).tolist()] for name in WORD_HEADS}
        rows = zip(scores["lemma"].tolist(), tags["xpos"], sentence.forms)
        tags["lemma"] = [chooser.choose(*row) for row in rows]
        lemmas = [apply_script(script, form) for script, form in zip(tags["lemma"], sentence.forms)]
        tree = [int(head) for head in heads[place]]
        result.append(Analysis(tags, lemmas, tree, deprels[place], scores["fact"].tolist(), words))
    return result


@torch.no_grad()
def analyse(model: Model, sentences: list[Sentence], pieces: Pieces) -> list[Analysis | None]:
    """Analyses of all sentences, in their order; `None` for sentences that are too long."""
    result: list[Analysis | None] = [None] * len(sentences)
    for group in bucket(sentences, pieces, PIECES_PER_BATCH):
        for place, analysis in zip(group, analyse_batch(model, [sentences[i] for i in group], pieces)):
            result[place] = analysis
    return result
