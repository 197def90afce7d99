"""Lemma scripts must give back the lemma they were made from."""

import pytest

from tidings_training.conllu import Sentence
from tidings_training.lemma_rules import ScriptChooser, candidates, learn
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


def sentence():
    forms = ["planned", "stunned", "banned", "fired", "hired", "wired", "born"]
    lemmas = ["plan", "stun", "ban", "fire", "hire", "wire", "bear"]
    return Sentence(forms, lemmas, xpos=["VBN"] * len(forms))


def test_rules_allow_what_the_ending_shows():
    scripts = ["k|0|", "l|0|", "l|1|", "l|2|", "l|3|", "l|3|ear"]
    rules = learn([sentence()], scripts)
    assert candidates(rules, "VBN", "Scanned") == {"3|"}
    assert candidates(rules, "VBN", "tired") == {"1|"}
    assert candidates(rules, "VBN", "born") == {"3|ear"}
    assert candidates(rules, "NNP", "Planned") is None


def test_the_best_allowed_script_is_chosen():
    chooser = ScriptChooser({"VBN nned": ["3|", "2|"]}, ["l|1|", "l|2|", "l|3|", "k|3|"])
    assert chooser.choose([9.0, 1.0, 2.0, 2.0], "VBN", "scanned") == "l|3|"
    assert chooser.choose([9.0, 1.0, 2.0, 2.0], "VBD", "scanned") == "l|1|"
