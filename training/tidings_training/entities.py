"""Entity layers from GUM's `Entity=` annotation: types on head words, and BIO tags of names."""

import re
from dataclasses import dataclass

from .conllu import Sentence

OUTSIDE = "O"
NAMED_TYPES = ("person", "organization", "place", "event")
SKIPPED_NAMED_TYPES = ("time",)
CONNECTORS = {"of", "for", "the", "-", "&", "de", "van", "von", "al", "el", "la", "du", "del", "bin", "'s", "’s"}
BRACKETS = re.compile(r"\(([^()]+)(\)?)|([^()]+)\)")


@dataclass
class EntitySpan:
    """Words `start..end` (end exclusive) of one mention, its type and its minimal span."""

    start: int
    end: int
    etype: str
    minspan: list[int]


def entity_value(misc: str) -> str | None:
    """The `Entity=` value of a MISC column."""
    for part in misc.split("|"):
        if part.startswith("Entity="):
            return part[len("Entity="):]
    return None


def open_span(position: int, fields: str) -> tuple[str, EntitySpan]:
    """Key and span of an opening bracket `GRP-etype-infstat-salience-centering-minspan-link-identity`."""
    parts = fields.split("-", 7)
    etype = parts[1] if len(parts) > 1 else "abstract"
    minspan = parts[5] if len(parts) > 5 else "1"
    numbers = [int(number) for number in minspan.split(",") if number.isdigit()]
    return parts[0], EntitySpan(position, position + 1, etype, [position + number - 1 for number in numbers])


def read_spans(misc: list[str]) -> list[EntitySpan]:
    """All entity spans of a sentence; parts of discontinuous mentions (`5[1/2]`) are left out."""
    spans, opened = [], {}
    for position, column in enumerate(misc):
        for fields, closed, closing in BRACKETS.findall(entity_value(column) or ""):
            if fields:
                key, span = open_span(position, fields)
                if closed:
                    spans.append((key, span))
                else:
                    opened.setdefault(key, []).append(span)
            elif opened.get(closing):
                span = opened[closing].pop()
                span.end = position + 1
                spans.append((closing, span))
    return [span for key, span in spans if "[" not in key]


def head_of(span: EntitySpan, heads: list[int]) -> int:
    """Head word of a span: the word of its minimal span that is governed from outside of it."""
    inside = [word for word in span.minspan if span.start <= word < span.end] or list(range(span.start, span.end))
    members = set(inside)
    for word in inside:
        if heads[word] - 1 not in members:
            return word
    return inside[0]


def entity_tags(sentence: Sentence, spans: list[EntitySpan]) -> list[str]:
    """Type of the largest span headed by each word, or `O`."""
    tags = [OUTSIDE] * len(sentence)
    for span in sorted(spans, key=lambda span: span.end - span.start):
        tags[head_of(span, sentence.heads)] = span.etype
    return tags


def is_proper(sentence: Sentence, word: int) -> bool:
    """Proper noun by either tag set (UPOS PROPN, or XPOS NNP(S) as in `Supreme Court`)."""
    return sentence.upos[word] == "PROPN" or sentence.xpos[word] in ("NNP", "NNPS")


def name_range(sentence: Sentence, span: EntitySpan, head: int) -> tuple[int, int]:
    """Run of proper words around the head within the span, over connectors such as `of`."""
    start = end = head
    while end + 1 < span.end:
        step = end + 1
        while step < span.end and step - end <= 2 and sentence.forms[step].lower() in CONNECTORS:
            step += 1
        if step >= span.end or not (is_proper(sentence, step) or is_number_of_name(sentence, step, end)):
            break
        end = step
    while start > span.start:
        step = start - 1
        while step > span.start and start - step <= 2 and sentence.forms[step].lower() in CONNECTORS:
            step -= 1
        if not is_proper(sentence, step):
            break
        start = step
    return start, end + 1


def is_number_of_name(sentence: Sentence, word: int, before: int) -> bool:
    """A number right after a proper word, as in `Apollo 11`."""
    return word == before + 1 and sentence.upos[word] == "NUM"


def named_tags(sentence: Sentence, spans: list[EntitySpan]) -> list[str]:
    """BIO tags of names: spans headed by a proper noun, outermost first, cut to the name itself."""
    tags = [OUTSIDE] * len(sentence)
    for span in sorted(spans, key=lambda span: span.start - span.end):
        head = head_of(span, sentence.heads)
        if sentence.upos[head] != "PROPN" or span.etype in SKIPPED_NAMED_TYPES:
            continue
        start, end = name_range(sentence, span, head)
        if any(tag != OUTSIDE for tag in tags[start:end]):
            continue
        etype = span.etype if span.etype in NAMED_TYPES else "other"
        tags[start:end] = [f"B-{etype}"] + [f"I-{etype}"] * (end - start - 1)
    return tags


def add_entities(sentence: Sentence) -> Sentence:
    """Fill the entity layers of a sentence from its MISC column."""
    spans = read_spans(sentence.misc)
    sentence.entity = entity_tags(sentence, spans)
    sentence.named = named_tags(sentence, spans)
    return sentence
