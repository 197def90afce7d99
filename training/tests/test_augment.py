"""Augmented sentences stay whole: every layer keeps the length of the words."""

import random

from tidings_training.augment import augment, curly_quotes, drop_final_punctuation
from tidings_training.conllu import Sentence


def sample():
    return Sentence(['"', "Go", '"', "is", "n't", "said", "."], list("abcdefg"), ["X"] * 6 + ["PUNCT"], ["X"] * 7,
                    [2, 6, 2, 2, 2, 0, 6], ["punct"] * 7, fact={1: -2.0})


def test_layers_keep_their_length():
    rng = random.Random(5)
    for _ in range(300):
        changed = augment(sample(), rng)
        assert {len(value) for value in vars(changed).values() if isinstance(value, list)} == {len(changed)}
        assert changed.fact == {1: -2.0}


def test_curly_quotes():
    assert curly_quotes(sample()).forms == ["“", "Go", "”", "is", "n’t", "said", "."]


def test_final_punctuation():
    assert drop_final_punctuation(sample()).forms[-1] == "said"
