"""Inflected forms and the lemma rules made from them."""

from tidings_training.inflect import add_inflections, irregular, regular
from tidings_training.lemma_rules import candidates


def forms(verb):
    return {form for _, form in regular(verb)}


def test_regular_forms():
    assert forms("deny") == {"denies", "denied", "denying"}
    assert forms("plan") == {"plans", "planned", "planning"}
    assert forms("flee") >= {"flees", "fleeing"}
    assert forms("reach") == {"reaches", "reached", "reaching"}
    assert forms("raid") == {"raids", "raided", "raiding"}
    assert forms("die") == {"dies", "died", "dying"}
    assert forms("travel") == {"travels", "traveled", "travelled", "traveling", "travelling"}


def test_irregular_forms():
    assert irregular()["flee"] == [("VBD", "fled"), ("VBN", "fled")]


def test_rules_know_them():
    rules = add_inflections({"VBZ s": ["1|"], "VBD ed": ["1|", "2|"]}, {"deny", "bomb", "fire"})
    assert candidates(rules, "VBZ", "Denies") == {"3|y"}
    assert candidates(rules, "VBD", "bombed") == {"2|"}
    assert candidates(rules, "VBD", "fired") == {"1|"}
    assert candidates(rules, "VBD", "fought") == {"5|ight"}
    assert "VBZ ^bombs" not in rules
