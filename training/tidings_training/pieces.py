"""Words to WordPiece ids and casing classes."""

from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

PAD, UNK, CLS, SEP = 0, 100, 101, 102
MAX_PIECES = 256


def case_class(word: str) -> int:
    """0 no capital, 1 first letter capital, 2 all letters capital (two or more), 3 other mixtures."""
    letters = [char for char in word if char.isalpha()]
    if not any(char.isupper() for char in letters):
        return 0
    if len(letters) >= 2 and all(char.isupper() for char in letters):
        return 2
    return 1 if letters[0].isupper() else 3


class Pieces:
    """The uncased BERT tokenizer, applied to one word at a time."""

    def __init__(self, vocab: Path):
        entries = {line: i for i, line in enumerate(vocab.read_text(encoding="utf-8").splitlines())}
        self.tokenizer = Tokenizer(WordPiece(entries, unk_token="[UNK]", max_input_chars_per_word=100))
        self.tokenizer.normalizer = BertNormalizer(clean_text=True, handle_chinese_chars=True, strip_accents=True, lowercase=True)
        self.tokenizer.pre_tokenizer = BertPreTokenizer()
        self.word = lru_cache(maxsize=200_000)(self._word)

    def _word(self, word: str) -> tuple[int, ...]:
        """Piece ids of one word; a word that leaves no piece gives `[UNK]`."""
        return tuple(self.tokenizer.encode(word, add_special_tokens=False).ids) or (UNK,)

    def sentence(self, forms: list[str]) -> tuple[list[int], list[int], list[int]]:
        """Piece ids with `[CLS]` and `[SEP]`, their casing classes, and the place of each word's first piece."""
        ids, cases, first = [CLS], [0], []
        for form in forms:
            word = self.word(form)
            first.append(len(ids))
            ids.extend(word)
            cases.extend([case_class(form)] * len(word))
        return ids + [SEP], cases + [0], first
