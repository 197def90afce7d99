"""Lemma scripts must give back the lemma they were made from."""

import pytest

from tidings_training.lemmas import apply_script, make_script

PAIRS = [
    ("Having", "have"), ("was", "be"), ("n't", "not"), ("'s", "be"), ("BUSH", "Bush"), ("Bush", "Bush"), ("U.S.", "U.S."),
    ("children", "child"), ("a|b", "c|d"), ("Ärzte", "arzt"), ("''", '"'), ("x", "a long lemma"), ("iPhones", "iPhone"),
]


@pytest.mark.parametrize("form, lemma", PAIRS)
def test_round_trip(form, lemma):
    assert apply_script(make_script(form, lemma), form) == lemma


def test_labels_are_general():
    assert make_script("having", "have") == make_script("Making", "make") == "l|3|e"
    assert make_script("15", "15") == "l|0|"


def test_never_empty():
    assert apply_script("l|9|", "of") == "of"
