"""Lemma scripts: `case|strip|append`, applied to a word form to give its lemma.

`case` is `l` (lower-case the form), `t` (first character upper, rest lower) or `k` (keep it);
then `strip` characters (Unicode code points) are cut from the end and `append` is added.
`l|3|e` turns `Having` into `have`: cut `ing`, add `e`.
"""

from functools import lru_cache

CASES = ("l", "k", "t")


def recase(case: str, form: str) -> str:
    """The form under one of the three case flags."""
    if case == "l":
        return form.lower()
    if case == "t":
        return form[:1].upper() + form[1:].lower()
    return form


def common_prefix(left: str, right: str) -> int:
    """Number of leading characters that two strings share."""
    length = 0
    for a, b in zip(left, right):
        if a != b:
            break
        length += 1
    return length


@lru_cache(maxsize=200_000)
def make_script(form: str, lemma: str) -> str:
    """The script with the fewest stripped characters; ties go to `l`, then `k`, then `t`."""
    best = None
    for case in CASES:
        base = recase(case, form)
        shared = common_prefix(base, lemma)
        if best is None or len(base) - shared < best[0]:
            best = (len(base) - shared, f"{case}|{len(base) - shared}|{lemma[shared:]}")
    return best[1]


def apply_script(script: str, form: str) -> str:
    """The lemma that a script gives for a form; never empty."""
    case, strip, append = script.split("|", 2)
    base = recase(case, form)
    return (base[: max(0, len(base) - int(strip))] + append) or form
