"""News texts by the ids that labels use: `wikinews:ID` and `current-events:LINE`."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

COLLECTIONS = ("wikinews", "current-events")
FOUND_TEXTS = {"wikinews": 350, "current-events": 3500}
LONGEST, SEED = 500, 3


def texts(folder: Path) -> Iterator[dict]:
    """Every text with its id and day, reserved ones left out."""
    reserved = {tuple(line.split()) for line in (folder / "reserved.txt").open() if line.strip() and line[0] != "#"}
    for collection in COLLECTIONS:
        for number, line in enumerate((folder / f"{collection}.jsonl").open()):
            text = json.loads(line)
            key = str(text.get("id", number))
            if (collection, key) not in reserved:
                yield {"id": f"{collection}:{key}", "published": text["date"], "text": text["text"]}


def labelled(folder: Path, labels: Path) -> list[dict]:
    """The texts of a file of labels."""
    ids = {json.loads(line)["text"] for line in labels.open()}
    return [text for text in texts(folder) if text["id"] in ids]


def linked(folder: Path, labels: Path) -> list[dict]:
    """The texts of labelled pairs."""
    lines = [line.split("\t") for line in labels.open() if not line.startswith("#")]
    ids = {line[side] for line in lines for side in (0, 4)}
    return [text for text in texts(folder) if text["id"] in ids]


def unlabelled(folder: Path, labels: Path) -> list[dict]:
    """Some texts that nobody labelled or measures on, the same ones each time; the rules will label them."""
    ids = {json.loads(line)["text"] for path in sorted(labels.glob("*.jsonl")) for line in path.open()}
    ids |= set((labels / "measured.txt").read_text().split("\n"))
    free = [text for text in texts(folder) if text["id"] not in ids and len(text["text"].split()) <= LONGEST]
    random.Random(SEED).shuffle(free)
    chosen = []
    for collection, count in FOUND_TEXTS.items():
        chosen += [text for text in free if text["id"].startswith(collection + ":")][:count]
    return chosen


def write(texts: list[dict], path: Path) -> None:
    """JSON Lines."""
    path.write_text("".join(json.dumps(text, ensure_ascii=False) + "\n" for text in texts))
