"""The corpora that the model is trained and measured on."""

from dataclasses import dataclass
from pathlib import Path

from .conllu import Sentence, read_conllu
from .entities import add_entities
from .factuality import lay_onto, read_factuality


@dataclass
class Corpora:
    """Training sentences and the sets that are only measured."""

    train: list[Sentence]
    measured: dict[str, list[Sentence]]
    factuality: dict[str, list[Sentence]]


def read_gum(path: Path) -> list[Sentence]:
    """GUM sentences with their entity layers."""
    return [add_entities(sentence) for sentence in read_conllu(path)]


def load(root: Path) -> Corpora:
    """Read everything under the data folder; training files are the licensed train parts only."""
    syntax, factuality = root / "syntax", root / "factuality"
    ewt = read_conllu(syntax / "ewt/train.conllu")
    rest = lay_onto(ewt, read_factuality(factuality / "uds-ih2/train.jsonl"))
    rest += read_factuality(factuality / "meantime/train.jsonl")
    train = ewt + read_gum(syntax / "gum-open/train.conllu") + rest
    measured = {
        "ewt-dev": read_conllu(syntax / "ewt/dev.conllu"),
        "ewt-test": read_conllu(syntax / "ewt/test.conllu"),
        "gum-dev": read_gum(syntax / "gum-open/dev.conllu"),
        "gum-test": read_gum(syntax / "gum-open/test.conllu"),
        "pud": read_conllu(syntax / "pud/test.conllu"),
    }
    held_out = {"".join(s.forms) for sentences in measured.values() for s in sentences if len(s) >= 8}
    facts = {
        "uds-ih2-dev": read_factuality(factuality / "uds-ih2/dev.jsonl"),
        "meantime-dev": read_factuality(factuality / "meantime/dev.jsonl"),
    }
    return Corpora([s for s in train if "".join(s.forms) not in held_out], measured, facts)
