"""Inflected forms of English verbs, so that lemma rules also know forms which the treebanks lack."""

import re
from pathlib import Path

from .conllu import Sentence
from .lemma_rules import Rules, learn, shorter, tail
from .lemmas import make_script

IRREGULAR = Path(__file__).with_name("irregular.txt")
VERBS = Path(__file__).with_name("verbs.txt")
VOWELS = "aeiou"
DOUBLES = re.compile(r"^[^aeiou]*[aeiou][^aeiouwxy]$|^qu[aeiou][^aeiouwxy]$")
MAY_DOUBLE = re.compile(r"[^aeiou][aeiou][bdglmnprt]$")
Forms = list[tuple[str, str]]


def known_verbs(sentences: list[Sentence]) -> set[str]:
    """Verbs of the training sentences and of the word list of news."""
    words = {lemma for s in sentences if s.lemmas for lemma, upos in zip(s.lemmas, s.upos) if upos == "VERB"}
    plain = {word for word in words if len(word) > 2 and word.isascii() and word.isalpha() and word.islower()}
    return plain | set(VERBS.read_text(encoding="utf-8").split())


def third_person(verb: str) -> str:
    """`denies`, `reaches`, `kills`."""
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if re.search(r"(s|x|z|ch|sh|[^aeiou]o)$", verb) else "s")


def stems(verb: str) -> list[str]:
    """What `-ed` and `-ing` are added to: `plann`, `visit`, both for `travel`."""
    if DOUBLES.search(verb):
        return [verb + verb[-1]]
    return [verb, verb + verb[-1]] if MAY_DOUBLE.search(verb) else [verb]


def past_forms(verb: str) -> list[str]:
    """`fired`, `denied`, `planned`."""
    if verb.endswith("e"):
        return [verb + "d"]
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return [verb[:-1] + "ied"]
    return [stem + "ed" for stem in stems(verb)]


def ing_forms(verb: str) -> list[str]:
    """`firing`, `fleeing`, `dying`, `planning`."""
    if verb.endswith("ie"):
        return [verb[:-2] + "ying"]
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return [verb[:-1] + "ing"]
    return [stem + "ing" for stem in stems(verb)]


def regular(verb: str) -> Forms:
    """XPOS and form of the regular inflections."""
    past = [(tag, form) for form in past_forms(verb) for tag in ("VBD", "VBN")]
    return [("VBZ", third_person(verb)), *past, *(("VBG", form) for form in ing_forms(verb))]


def irregular() -> dict[str, Forms]:
    """Past and participle of the irregular verbs."""
    rows = (line.split() for line in IRREGULAR.read_text(encoding="utf-8").splitlines())
    return {verb: [("VBD", past), ("VBN", participle)] for verb, past, participle in rows}


def verb_tails(verbs: set[str]) -> dict[str, set[str]]:
    """Tails of all inflections by the key of the whole form."""
    odd, found = irregular(), {}
    for verb in sorted(verbs | odd.keys()):
        forms = [pair for pair in regular(verb) if verb not in odd or pair[0] in ("VBZ", "VBG")] + odd.get(verb, [])
        for xpos, form in forms:
            found.setdefault(f"{xpos} ^{form}", set()).add(tail(make_script(form, verb)))
    return found


def add_inflections(rules: Rules, verbs: set[str]) -> Rules:
    """The rules with a key for each inflected form that the endings do not already decide in the same way."""
    result, tails = dict(rules), verb_tails(verbs)
    for key, names in sorted(tails.items()):
        wanted = sorted(names | set(rules.get(key, ())))
        if wanted != shorter(key, rules):
            result[key] = wanted
    return dict(sorted(result.items()))


def rules_for(sentences: list[Sentence], scripts: list[str]) -> Rules:
    """All lemma rules: learnt endings, and the inflections of known verbs."""
    return add_inflections(learn(sentences, scripts), known_verbs(sentences))
