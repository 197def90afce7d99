"""Counts in how many paragraphs of news each word stands: writes data/stories/words.tsv.

    python training/stories/words.py wikinews.jsonl records.jsonl > data/stories/words.tsv

The first file holds one text a line, the second the records that `tidings code` gives for it. Words are cut as
crates/stories/src/words.rs cuts them.
"""

import collections
import json
import re
import sys

ENDINGS = ["ing", "ed", "es", "s"]
STEM = 4
LEAST = 4
SHORTEST = 80


def stem(word):
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            return word[: -len(ending)]
    return word


def terms(text):
    pieces = (piece.strip("-") for piece in re.split(r"[^\w-]+|_", text))
    found = set()
    for index, word in enumerate(piece for piece in pieces if len(piece.encode()) > 1):
        if index > 0 and word[0].isupper():
            found.add("^" + word.lower())
        found.add(stem(word.lower()))
    return found


def words(path):
    paragraphs = [p for line in open(path) for p in json.loads(line)["text"].split("\n") if len(p) > SHORTEST]
    return len(paragraphs), collections.Counter(term for p in paragraphs for term in terms(p))


def parties(path):
    found = collections.defaultdict(set)
    for record in filter(lambda record: "type" in record, map(json.loads, open(path))):
        for party in record["actors"] + record["recipients"]:
            if party["country"]:
                codes = [party["country"]] + ([party["country"] + "." + party["sector"]] if party["sector"] else [])
                found[record["document"]["id"]].update("@" + code for code in codes)
    return len(found), collections.Counter(code for codes in found.values() for code in codes)


def main():
    passages, counts = words(sys.argv[1])
    articles, participants = parties(sys.argv[2])
    print("# In how many paragraphs of Wikinews a word stands, ^ before a name, @ a participant (share of articles); rarer words are left out.")
    print(f"*\t{passages}")
    for term, count in sorted(counts.items()):
        if count >= LEAST:
            print(f"{term}\t{count}")
    for code, count in sorted(participants.items()):
        if count >= 2:
            print(f"{code}\t{round(count * passages / articles)}")


if __name__ == "__main__":
    main()
