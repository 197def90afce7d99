"""What speaks for two records telling one act, fitted."""

import json

import pytest
from tidings_training import same
from tidings_training.same import Pair


def made(one: dict, other: dict) -> list[Pair]:
    """Many pairs, those of the first clues being one act."""
    some = [Pair({"start": 1.0} | one, True, "fit")] * 20 + [Pair({"start": 1.0} | other, False, "fit")] * 20
    return some + [Pair(None, False, "fit")]


@pytest.mark.parametrize(
    ("one", "other", "counts", "nothing"),
    [
        ({"words": 0.8}, {"words": 0.1}, ["words"], []),
        ({"words": 0.1}, {"words": 0.8}, [], ["words"]),
        ({}, {"fewer": 1.0}, ["fewer"], []),
        ({"fewer": 1.0, "words": 0.8}, {}, ["words"], ["fewer"]),
    ],
)
def test_clues_speak_as_they_are_meant_to_or_not_at_all(one, other, counts, nothing):
    """A likeness never speaks against."""
    weights = same.fit(made(one, other))
    assert set(weights) >= {"start", *counts} and not set(weights) & set(nothing)
    assert all((weights[clue] < 0) == (clue in same.AGAINST) for clue in counts)


def test_the_threshold_is_the_lowest_that_is_precise():
    """Below it too many of those linked are not one act."""
    found = made({"words": 0.8}, {"words": 0.1})
    weights = same.fit(found)
    least = same.threshold(found, weights)
    assert same.agreement(found, weights, least) == (20, 1.0, 1.0)
    assert same.score(found[-1], weights) == 0.0
    assert same.agreement(found, weights, 0.01)[1] < 0.8


def test_labels_are_read_with_their_clues(tmp_path):
    """Line by line, remarks passed over."""
    (tmp_path / "labels").write_text("# remark\na\t0\t9\tAID\tb\t0\t9\tAID\t1\tfit\nc\t0\t9\tAID\td\t0\t9\tAID\t0\tmeasure\n")
    (tmp_path / "clues").write_text(json.dumps({"start": 1.0}) + "\nnull\n")
    found = same.pairs(same.read_labels(tmp_path / "labels"), tmp_path / "clues")
    assert found == [Pair({"start": 1.0}, True, "fit"), Pair(None, False, "measure")]
