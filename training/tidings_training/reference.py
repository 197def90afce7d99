"""Reference analyses of a few sentences, to hold another implementation of the inference against."""

import json
from pathlib import Path

from .analyse import Analysis, analyse
from .conllu import Sentence
from .encoder import base_files
from .model import Model
from .pieces import Pieces
from .quantize import quantized

COUNT, EVERY, STATE_VALUES = 30, 60, 8


def record(sentence: Sentence, analysis: Analysis, pieces: Pieces) -> dict:
    """Input pieces and all outputs of one sentence."""
    ids, cases, first = pieces.sentence(sentence.forms)
    return {
        "words": sentence.forms, "piece_ids": ids, "case_ids": cases, "first_pieces": first,
        **analysis.tags, "lemmas": analysis.lemmas, "heads": analysis.heads, "deprels": analysis.deprels,
        "fact": [round(value, 6) for value in analysis.fact],
        "root_state": [round(value, 6) for value in analysis.states[0, :STATE_VALUES].tolist()],
        "word_states": [[round(value, 6) for value in row] for row in analysis.states[1:, :STATE_VALUES].tolist()],
    }


def write(model: Model, sentences: list[Sentence], folder: Path) -> None:
    """One JSON file per chosen sentence."""
    pieces = Pieces(base_files() / "vocab.txt")
    chosen = sentences[::EVERY][:COUNT]
    folder.mkdir(parents=True, exist_ok=True)
    for number, (sentence, analysis) in enumerate(zip(chosen, analyse(quantized(model), chosen, pieces))):
        path = folder / f"{number:02}.json"
        path.write_text(json.dumps(record(sentence, analysis, pieces), ensure_ascii=False), encoding="utf-8")
