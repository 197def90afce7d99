"""Command line: `python -m tidings_training all --data DATA --work WORK --out MODEL`."""

import argparse
import os
from pathlib import Path

# Threads that wait for each other sleep: spinning makes training many times slower on a busy machine.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

from . import data
from .recipe import Recipe


def arguments() -> argparse.Namespace:
    """What to do, where the data lie, where checkpoints and the exported model go."""
    parser = argparse.ArgumentParser(prog="tidings_training", description="Train, export and measure the encoder.")
    parser.add_argument("step", choices=("all", "train", "export", "evaluate", "reference", "texts", "judge", "likely", "same"))
    parser.add_argument("--data", type=Path, required=True, help="folder with syntax/ and factuality/")
    parser.add_argument("--work", type=Path, default=Path("work"), help="folder of checkpoints (a run goes on from there)")
    parser.add_argument("--out", type=Path, default=Path("../model"), help="folder of the exported model")
    parser.add_argument("--float", action="store_true", help="evaluate the checkpoint in f32, not in int8")
    parser.add_argument("--sets", nargs="*", help="evaluate only these sets (such as ewt-dev)")
    return parser.parse_args()


def train(args: argparse.Namespace) -> None:
    """Train, or go on with a stopped run."""
    from .train import Run

    run = Run(data.load(args.data).train, Recipe(), args.work)
    run.resume()
    run.run()


def export(args: argparse.Namespace) -> None:
    """Write the quantised model."""
    from .checkpoint import load_averaged
    from .export import export as write

    write(load_averaged(args.work), args.out)


def evaluate(args: argparse.Namespace) -> None:
    """Print the figures of the exported model's arithmetic."""
    from .checkpoint import load_averaged
    from .evaluate import report

    report(load_averaged(args.work), data.load(args.data), int8=not args.float, only=set(args.sets or ()))


def reference(args: argparse.Namespace) -> None:
    """Write reference analyses to hold other implementations against."""
    from .checkpoint import load_averaged
    from .reference import write

    write(load_averaged(args.work), data.load(args.data).measured["ewt-dev"], args.work / "reference")


def texts(args: argparse.Namespace) -> None:
    """Write the texts that the judge learns from, labelled ones and others."""
    from . import news

    args.work.mkdir(parents=True, exist_ok=True)
    folder, labels = args.data / "news", Path("labels")
    news.write(news.labelled(folder, labels / "train.jsonl"), args.work / "labelled-texts.jsonl")
    news.write(news.unlabelled(folder, labels), args.work / "found-texts.jsonl")
    news.write(news.linked(folder, labels / "same-event.tsv"), args.work / "linked-texts.jsonl")


def judge(args: argparse.Namespace) -> None:
    """Train the judge on the inputs that the example `judge_inputs` wrote for those texts."""
    from . import events
    from . import judge as judges

    codes = events.codes_of(Path("../data/ontology.toml"))
    labelled = judges.examples(args.work / "labelled", events.read_labels(Path("labels/train.jsonl")), codes)
    found = judges.examples(args.work / "found", None, codes)
    judges.write(judges.fit(labelled, found, codes), args.out / "judge.safetensors")


def likely(args: argparse.Namespace) -> None:
    """Fit the weights of who is meant on what the example `unsaid_inputs` wrote for the labelled texts."""
    from . import likely as likelies

    acts = likelies.acts(args.work / "unsaid.jsonl", Path("labels/train.jsonl"))
    likelies.write(likelies.fit(acts), Path("../data/likely.tsv"))


def same(args: argparse.Namespace) -> None:
    """Print the weights of links, fitted on the clues that the example `link_inputs` wrote."""
    from . import same as links

    labels = links.read_labels(Path("labels/same-event.tsv"))
    print(links.report(links.pairs(labels, args.work / "links.jsonl")))


STEPS = {"train": train, "export": export, "evaluate": evaluate, "reference": reference}
LABEL_STEPS = {"texts": texts, "judge": judge, "likely": likely, "same": same}


def main() -> None:
    """Run one step, or all of them in order."""
    args = arguments()
    for name in STEPS if args.step == "all" else (args.step,):
        (STEPS | LABEL_STEPS)[name](args)


if __name__ == "__main__":
    main()
