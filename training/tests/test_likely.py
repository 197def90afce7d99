"""Acts without recipients laid over labels, and what is fitted on them."""

import json

import pytest

pytest.importorskip("torch", reason="PyTorch is not installed")

from tidings_training import likely  # noqa: E402


def label(kind: str, sentence: list[int], trigger: list[int], *countries: str, alt: tuple[str, ...] = ()) -> dict:
    """A labelled event."""
    recipients = [{"country": country} for country in countries]
    return {"type": kind, "alt": list(alt), "sentence": sentence, "trigger": trigger, "recipients": recipients}


def line(kind: str, trigger: list[int]) -> dict:
    """An act whose candidates are Mali and Chad."""
    candidates = [{"countries": ["MLI"], "clues": ["start", "near"]}, {"countries": ["TCD"], "clues": ["start"]}]
    return {"document": "a", "sentence": [0, 50], "trigger": trigger, "type": kind, "candidates": candidates}


@pytest.mark.parametrize(
    ("lines", "labels", "right"),
    [
        ([line("ACCUSE", [5, 9])], [label("ACCUSE", [0, 50], [4, 12], "MLI")], [[True, False]]),
        ([line("ACCUSE", [5, 9])], [label("REJECT", [0, 50], [4, 12], "TCD", alt=("ACCUSE",))], [[False, True]]),
        ([line("ACCUSE", [5, 9])], [label("ACCUSE", [0, 50], [4, 12])], [[False, False]]),
        ([line("ACCUSE", [5, 9])], [label("ACCUSE", [50, 90], [54, 60], "MLI")], []),
        ([line("ACCUSE", [5, 9])], [label("AID", [0, 50], [5, 9], "MLI")], []),
        (
            [line("ACCUSE", [5, 9]), line("ACCUSE", [20, 29])],
            [label("ACCUSE", [0, 50], [20, 25], "TCD"), label("ACCUSE", [0, 50], [40, 45], "MLI")],
            [[False, True], [True, False]],
        ),
    ],
)
def test_each_label_is_used_once(tmp_path, lines, labels, right):
    """The nearest trigger has it."""
    (tmp_path / "unsaid").write_text("".join(json.dumps(one) + "\n" for one in lines))
    (tmp_path / "labels").write_text(json.dumps({"text": "a", "events": labels}) + "\n")
    assert [act.right for act in likely.acts(tmp_path / "unsaid", tmp_path / "labels")] == right


def test_what_goes_with_right_ones_speaks_for_them():
    """A clue that only right candidates have counts for them, one that goes with nobody against."""
    right = [likely.Act([["start", "near"], ["start"]], [True, False])] * 20
    nobody = [likely.Act([["start", "far"], ["start"]], [False, False])] * 20
    weights = likely.fit(right + nobody)
    assert weights["near"] > 0.5 > -0.5 > weights["far"]
    assert weights["start"] < 0
