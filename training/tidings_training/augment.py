"""Small changes to training sentences that make the model sturdy on news: headlines, capitals, quotes."""

import random
from dataclasses import replace

from .conllu import Sentence

SMALL_WORDS = set("a an the of in on at to for and or nor but as by from with over into vs via is be 's n't".split())


def drop_final_punctuation(sentence: Sentence) -> Sentence:
    """Remove a final punctuation mark on which nothing depends."""
    last = len(sentence)
    if last < 3 or sentence.upos is None or sentence.upos[-1] != "PUNCT" or last in sentence.heads or sentence.heads[-1] == 0:
        return sentence
    cut = {name: value[:-1] for name, value in vars(sentence).items() if isinstance(value, list)}
    return replace(sentence, **cut)


def capitalise(word: str) -> str:
    """First letter upper, the rest as it is."""
    return word[:1].upper() + word[1:]


def title_case(sentence: Sentence, rng: random.Random) -> Sentence:
    """Capitals as in a headline; small words stay small in most outlets."""
    keep_small = rng.random() < 0.7
    forms = [
        form if index and (form.startswith("'") or form == "n't" or (keep_small and form in SMALL_WORDS)) else capitalise(form)
        for index, form in enumerate(sentence.forms)
    ]
    return replace(sentence, forms=forms)


def change_case(sentence: Sentence, change) -> Sentence:
    """All words in one case."""
    return replace(sentence, forms=[change(form) for form in sentence.forms])


def curly_quotes(sentence: Sentence) -> Sentence:
    """Typographic quotes, apostrophes and dashes for straight ones."""
    forms, opened = [], False
    for form in sentence.forms:
        if form == '"':
            form, opened = ("”" if opened else "“"), not opened
        elif form == "--":
            form = "—"
        elif "'" in form:
            form = form.replace("'", "’")
        forms.append(form)
    return replace(sentence, forms=forms)


def augment(sentence: Sentence, rng: random.Random) -> Sentence:
    """Change about a quarter of the sentences in one or two of these ways."""
    draw = rng.random()
    if draw < 0.05:
        sentence = title_case(drop_final_punctuation(sentence), rng)
    elif draw < 0.065:
        sentence = change_case(sentence, str.upper)
    elif draw < 0.08:
        sentence = change_case(sentence, str.lower)
    elif draw < 0.15:
        sentence = drop_final_punctuation(sentence)
    if rng.random() < 0.2:
        sentence = curly_quotes(sentence)
    return sentence
