"""Events laid over texts: labels by offsets and codes, and the word of a trigger that stands for it."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Codes:
    """The classes of each answer; no event and no mode come first."""

    kinds: list[str]
    statuses: list[str]
    modes: list[str]


def codes_of(ontology: Path) -> Codes:
    """The codes of the ontology, in a fixed order."""
    types = tomllib.loads(ontology.read_text())["type"]
    modes = sorted({mode["code"] for kind in types for mode in kind.get("modes", [])})
    statuses = ["occurred", "historical", "planned", "considered", "hypothetical", "denied"]
    return Codes([kind["code"] for kind in types], statuses, modes)


def read_labels(path: Path) -> dict[str, list[dict]]:
    """Triggers by text."""
    def triggers(text: dict) -> list[dict]:
        return [{"at": e["trigger"], "kind": e["type"], "mode": e["mode"], "status": e["status"]} for e in text["events"]]

    return {text["text"]: triggers(text) for text in map(json.loads, path.open())}


def head_of(candidates: list[dict], trigger: list[int]) -> int | None:
    """The candidate inside the trigger whose own head lies outside of it."""
    inside = [i for i, c in enumerate(candidates) if c["at"][0] < trigger[1] and c["at"][1] > trigger[0]]
    at = {tuple(candidates[i]["at"]) for i in inside}
    tops = [i for i in inside if candidates[i]["head"] is None or tuple(candidates[i]["head"]) not in at]
    return (tops or inside or [None])[0]
