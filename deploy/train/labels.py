"""Labels of blocks from the gold text of their page."""
import bisect
import re

CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af"
TOKENS = re.compile(r"[%s]|[^\W%s]+" % (CJK, CJK))


def tokens(text):
    """Han, kana and hangul characters, and runs of letters and digits, in lower case."""
    return TOKENS.findall((text or "").lower())


class Prefix:
    """Greatest (weight, item) up to a place: a Fenwick tree."""

    def __init__(self, size):
        self.best = [(0, -1)] * (size + 2)

    def put(self, place, value):
        place += 1
        while place < len(self.best):
            if value > self.best[place]:
                self.best[place] = value
            place += place & -place

    def get(self, place):
        place += 1
        out = (0, -1)
        while place > 0:
            if self.best[place] > out:
                out = self.best[place]
            place -= place & -place
        return out


def chain(blocks, gold):
    """Blocks on the heaviest increasing chain of whole occurrences in the gold: {block: (start, end)}."""
    index = {}
    for n in (1, 2, 4):
        for i in range(len(gold) - n + 1):
            index.setdefault((n,) + tuple(gold[i : i + n]), []).append(i)
    tree = Prefix(len(gold) + 1)
    items = []
    for b, text in enumerate(blocks):
        if not text:
            continue
        n = 4 if len(text) >= 4 else 2 if len(text) >= 2 else 1
        found = []
        for start in index.get((n,) + tuple(text[:n]), ())[:40]:
            if gold[start : start + len(text)] == text:
                weight, before = tree.get(start)
                found.append((weight + len(text), before, start))
        for weight, before, start in found:
            items.append((b, start, start + len(text), before))
            tree.put(start + len(text), (weight, len(items) - 1))
    out, at = {}, tree.get(len(gold))[1]
    while at >= 0:
        b, start, end, at = items[at]
        out[b] = (start, end)
    return out


def labels(blocks, gold_text):
    """For each block's text 1, 0 or the share of its 4-grams still unused in the gold; and how much of the gold was found."""
    gold = tokens(gold_text)
    texts = [tokens(b) for b in blocks]
    kept = chain(texts, gold)
    used = bytearray(len(gold))
    for start, end in kept.values():
        used[start:end] = b"\1" * (end - start)
    free = set()
    for i in range(len(gold) - 3):
        if not all(used[i : i + 4]):
            free.add(tuple(gold[i : i + 4]))
    out = []
    for b, text in enumerate(texts):
        if b in kept:
            out.append(1.0)
            continue
        grams = [tuple(text[i : i + 4]) for i in range(len(text) - 3)]
        hits = sum(g in free for g in grams)
        share = hits / len(grams) if grams else 0
        out.append(share if share >= 0.3 and hits >= 2 else 0.0)
    return out, sum(used) / max(1, len(gold)), len(gold)
