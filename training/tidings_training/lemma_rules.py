"""Which endings a lemma script may cut, learnt from the training words.

A key is an XPOS tag and the end of the lower-cased form (`VBN nned`), or the whole form after `^` (`VBN ^born`); its value lists the
`strip|append` parts seen there. The longest key that is known for a word decides which scripts the classifier may choose from.
"""

from collections import Counter, defaultdict

from .conllu import Sentence
from .labels import lemma_scripts

MAX_SUFFIX = 5
MIN_COUNT, MIN_SHARE = 3, 0.1

Rules = dict[str, list[str]]


def tail(script: str) -> str:
    """`strip|append` of a script."""
    return script.split("|", 1)[1]


def keys(xpos: str, form: str) -> list[str]:
    """Keys of a word, longest first: the whole form, then its last 5, 4, … 0 characters."""
    low = form.lower()
    longest = min(MAX_SUFFIX, len(low))
    return [f"{xpos} ^{low}"] + [f"{xpos} {low[len(low) - size:]}" for size in range(longest, -1, -1)]


def count_tails(sentences: list[Sentence], known: set[str]) -> dict[str, Counter]:
    """How often each tail of a known script was seen under each key."""
    counts = defaultdict(Counter)
    for sentence in sentences:
        if sentence.lemmas is None:
            continue
        for xpos, form, script in zip(sentence.xpos, sentence.forms, lemma_scripts(sentence)):
            if script in known:
                for key in keys(xpos, form):
                    counts[key][tail(script)] += 1
    return counts


def allowed(key: str, tails: Counter) -> list[str] | None:
    """Tails to allow under a key: for whole forms all but rare slips, for endings those seen often enough."""
    total = sum(tails.values())
    if "^" in key[1:]:
        return sorted(name for name, count in tails.items() if count >= 0.05 * total)
    if total < MIN_COUNT:
        return None
    return sorted(name for name, count in tails.items() if count >= max(2, MIN_SHARE * total)) or None


def learn(sentences: list[Sentence], scripts: list[str]) -> Rules:
    """The rules, without keys that say the same as the next shorter one."""
    full = {key: names for key, tails in count_tails(sentences, set(scripts)).items() if (names := allowed(key, tails))}
    return {key: names for key, names in sorted(full.items()) if names != shorter(key, full)}


def shorter(key: str, rules: Rules) -> list[str] | None:
    """What the next shorter known key allows."""
    xpos, ending = key.split(" ", 1)
    parents = keys(xpos, ending[1:])[1:] if ending.startswith("^") and ending != "^" else keys(xpos, ending)[2:]
    return next((rules[parent] for parent in parents if parent in rules), None)


def candidates(rules: Rules, xpos: str, form: str) -> set[str] | None:
    """Tails that the longest known key allows; `None` if no key is known."""
    return next((set(rules[key]) for key in keys(xpos, form) if key in rules), None)


class ScriptChooser:
    """Picks the best scored script that the rules allow for a word."""

    def __init__(self, rules: Rules, scripts: list[str]):
        self.rules, self.scripts = rules, scripts
        self.by_tail = defaultdict(list)
        for number, script in enumerate(scripts):
            self.by_tail[tail(script)].append(number)

    def choose(self, scores: list[float], xpos: str, form: str) -> str:
        """The script for a form under its XPOS tag; the best of all where no rule applies."""
        tails = candidates(self.rules, xpos, form)
        numbers = [n for name in tails for n in self.by_tail[name]] if tails else range(len(scores))
        return self.scripts[max(numbers, key=lambda n: (scores[n], -n))]
