"""Reading words and entities from a small CoNLL-U sample."""

from pathlib import Path

import pytest

from tidings_training.conllu import read_conllu
from tidings_training.entities import add_entities, read_spans

SAMPLE = Path(__file__).parent / "sample.conllu"


@pytest.fixture
def sentence():
    return add_entities(read_conllu(SAMPLE)[0])


def tagged(sentence, tags):
    return {form: tag for form, tag in zip(sentence.forms, tags) if tag != "O"}


def test_words_only(sentence):
    assert len(read_conllu(SAMPLE)) == 2
    assert sentence.forms[9:12] == ["can", "n't", "visit"]
    assert sentence.heads[11] == 0


def test_spans(sentence):
    spans = {(span.start, span.end, span.etype) for span in read_spans(sentence.misc)}
    assert spans == {(0, 5, "person"), (3, 5, "place"), (6, 8, "person"), (12, 16, "place"), (14, 15, "substance")}


def test_entity_heads(sentence):
    assert tagged(sentence, sentence.entity) == {
        "mayor": "person", "Harbour": "place", "Ann": "person", "Grain": "substance", "Museum": "place",
    }


def test_names_are_cut_to_the_proper_words(sentence):
    assert tagged(sentence, sentence.named) == {
        "Little": "B-place", "Harbour": "I-place", "Ann": "B-person", "Reed": "I-person", "Grain": "B-place", "Museum": "I-place",
    }
