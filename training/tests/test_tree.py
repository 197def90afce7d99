"""The decoder against every possible tree of small sentences."""

from itertools import product

import numpy as np

from tidings_training.tree import decode


def is_tree(heads):
    """One word under ROOT, and every word reaches it."""
    if sum(head == 0 for head in heads) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen = set()
        while word and word not in seen:
            seen.add(word)
            word = heads[word - 1]
        if word:
            return False
    return True


def best_by_search(arcs):
    count = len(arcs)
    score = lambda heads: sum(arcs[i, head] for i, head in enumerate(heads))
    return max((heads for heads in product(range(count + 1), repeat=count) if is_tree(heads)), key=score)


def test_against_search():
    rng = np.random.default_rng(7)
    for count in (1, 2, 3, 4, 5):
        for _ in range(60):
            arcs = rng.normal(size=(count, count + 1))
            assert tuple(decode(arcs)) == best_by_search(arcs)


def test_long_sentences_give_trees():
    rng = np.random.default_rng(8)
    for count in (20, 60, 120):
        assert is_tree([int(head) for head in decode(rng.normal(size=(count, count + 1)))])
