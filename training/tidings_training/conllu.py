"""Reading CoNLL-U treebanks into sentences of plain words."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Sentence:
    """One sentence; an annotation layer that a source lacks is `None` and carries no loss."""

    forms: list[str]
    lemmas: list[str] | None = None
    upos: list[str] | None = None
    xpos: list[str] | None = None
    heads: list[int] | None = None
    deprels: list[str] | None = None
    misc: list[str] | None = None
    entity: list[str] | None = None
    named: list[str] | None = None
    fact: dict[int, float] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.forms)


def parse_sentence(block: str) -> Sentence | None:
    """Read one CoNLL-U block; range lines (`3-4`) and empty nodes (`8.1`) are left out."""
    rows = [line.split("\t") for line in block.splitlines() if line and line[0] != "#"]
    rows = [row for row in rows if row[0].isdigit()]
    if not rows:
        return None
    _, forms, lemmas, upos, xpos, _, heads, deprels, _, misc = map(list, zip(*rows))
    lemmas = [form if lemma == "_" and form != "_" else lemma for form, lemma in zip(forms, lemmas)]
    return Sentence(forms, lemmas, upos, xpos, [int(head) for head in heads], deprels, misc)


def read_conllu(path: Path) -> list[Sentence]:
    """All sentences of a CoNLL-U file."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return [sentence for sentence in map(parse_sentence, blocks) if sentence is not None]
