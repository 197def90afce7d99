"""Labels and the words that stand for them; needs no PyTorch."""

import json
from pathlib import Path

from tidings_training.events import codes_of, head_of, read_labels

ROOT = Path(__file__).parents[2]


def test_head_is_the_word_whose_head_lies_outside():
    light, verb, noun = [0, 7], [0, 7], [11, 17]
    candidates = [{"at": verb, "head": None}, {"at": noun, "head": light}, {"at": [20, 25], "head": noun}]
    assert head_of(candidates, [0, 17]) == 0
    assert head_of(candidates, [11, 17]) == 1
    assert head_of(candidates, [18, 19]) is None


def test_every_label_has_codes_of_the_ontology():
    codes = codes_of(ROOT / "data/ontology.toml")
    for path in sorted((ROOT / "training/labels").glob("*.jsonl")):
        for triggers in read_labels(path).values():
            for trigger in triggers:
                assert trigger["kind"] in codes.kinds and trigger["status"] in codes.statuses
                assert trigger["mode"] is None or trigger["mode"] in codes.modes


def test_labels_hold_no_text():
    keys = {"text", "published", "sentences", "events"}
    for path in sorted((ROOT / "training/labels").glob("*.jsonl")):
        assert all(set(json.loads(line)) == keys for line in path.open())


def test_no_text_is_both_learnt_from_and_measured_on():
    labels = ROOT / "training/labels"
    train, held = (read_labels(labels / f"{name}.jsonl").keys() for name in ("train", "held"))
    assert not train & held
    assert not (train | held) & set((labels / "measured.txt").read_text().split("\n"))
