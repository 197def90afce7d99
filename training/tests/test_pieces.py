"""Casing classes, and factuality laid over another tokenisation."""

from tidings_training.conllu import Sentence
from tidings_training.factuality import lay_onto
from tidings_training.pieces import case_class


def test_case_classes():
    assert [case_class(word) for word in ("the", "15", "The", "A", "McCoy", "U.S.", "NATO", "iPhone", "F-16")] == [0, 0, 1, 1, 1, 2, 2, 3, 1]


def test_factuality_moves_to_the_same_characters():
    target = Sentence(["They", "co", "-", "operate", "."])
    same, other = Sentence(["They", "co-", "operate", "."], fact={2: 3.0, 3: -1.0}), Sentence(["Else"], fact={0: 1.0})
    assert lay_onto([target], [same, other]) == [other]
    assert target.fact == {3: 3.0, 4: -1.0}
