"""Learns what a page's tokens tell of its kind: its class tokens, the words of its text, and what it states.

`galley features --part page` gives each page's tokens. A token's value is the logit of the smoothed share, among sites that bear it, of those
whose pages are no articles, less the prior's. While the gate is trained, a page's own site is left out of the values of its tokens. The
sums of a page's values are made here as the product makes them (`TokenSums`); `train.py` compares the two.
"""
import numpy as np

# Where tokens stand, and the sites that one has to be known on: words are many.
PLACES = dict(classes=8, words=15, statements=8)
NAMES = [place + what for place in PLACES for what in ("Other", "Article", "Balance")]
# How many of the largest and of the smallest values count: `TokenSums.most`.
MOST = 20


def read(path, count):
    """The tokens of each of `count` pages: of each place an array of hashes."""
    data = np.fromfile(path, "<u4")
    at, pages = 0, []
    for _ in range(count):
        page = []
        for _ in PLACES:
            size = int(data[at])
            page.append(data[at + 1 : at + 1 + size])
            at += 1 + size
        pages.append(page)
    assert at == len(data)
    return pages


class Table:
    """The values of one place's tokens. `pages`: hashes of each page; `sites`: numbers; `is_other`: whether a page is no article."""

    def __init__(self, pages, sites, is_other, least_sites, smoothing=3.0, least_value=0.5, greatest=3.0):
        self.count, self.sites, self.is_other = len(pages), sites, is_other
        self.least_sites, self.smoothing, self.least_value, self.greatest = least_sites, smoothing, least_value, greatest
        self.page = np.repeat(np.arange(len(pages)), [len(page) for page in pages])
        self.hashes, self.token = np.unique(np.concatenate(pages), return_inverse=True)
        pairs, self.pair = np.unique(sites[self.page].astype("i8") * len(self.hashes) + self.token, return_inverse=True)
        self.token_of_pair = pairs % len(self.hashes)

    def shares(self, chosen):
        """The share of the chosen pages of a site that bear a token, for each pair of the two, and how many sites there are."""
        pages = np.bincount(self.sites[chosen], minlength=self.sites.max() + 1)
        weights = chosen[self.page] / np.maximum(1, pages[self.sites[self.page]])
        return np.bincount(self.pair, weights, len(self.token_of_pair)), (pages > 0).sum()

    def value(self, others, articles, prior):
        """Values of tokens that stand on so many sites of each kind, in whole thousandths as the model file has them."""
        share = (others + self.smoothing * prior) / (others + articles + self.smoothing)
        value = np.clip(np.log(share / (1 - share)) - np.log(prior / (1 - prior)), -self.greatest, self.greatest)
        return np.where((others + articles < 3) | (np.abs(value) < self.least_value), 0, np.round(value, 3))

    def learn(self, teaches):
        """Learns of the pages that teach. Sets the value of each token, and of each token on each page with the page's site left out."""
        (others, other_sites), (articles, article_sites) = (self.shares(teaches & kind) for kind in (self.is_other, ~self.is_other))
        prior = other_sites / (other_sites + article_sites)
        size = len(self.hashes)
        sums = [np.bincount(self.token_of_pair, shares, size) for shares in (others, articles)]
        known = np.bincount(self.token_of_pair, others + articles > 0, size) >= self.least_sites
        self.values = self.value(*sums, prior) * known
        left = self.value(*(total[self.token_of_pair] - own for total, own in zip(sums, (others, articles))), prior)
        self.left_out = (left * known[self.token_of_pair])[self.pair]

    def sums(self, own_left_out=True):
        """Of each page: the sum of its largest values, of its smallest, and of all by the root of their number and five."""
        values = self.left_out if own_left_out else self.values[self.token]
        rows = np.flatnonzero(values)
        rows = rows[np.lexsort((values[rows], self.page[rows]))]
        page, value = self.page[rows], values[rows]
        number = np.bincount(page, minlength=self.count)
        rank = np.arange(len(rows)) - (np.cumsum(number) - number)[page]
        most = np.maximum(value, 0) * (rank >= number[page] - MOST)
        least = np.minimum(value, 0) * (rank < MOST)
        most, least, whole = (np.bincount(page, part, self.count) for part in (most, least, value))
        return np.stack([most, least, whole / np.sqrt(number + 5)], axis=1).astype("f4")

    def learnt(self):
        """The values by hash."""
        return {int(self.hashes[place]): float(self.values[place]) for place in np.flatnonzero(self.values)}


class PageTables:
    """The tables of all places."""

    def __init__(self, pages, sites, is_other):
        numbers = np.unique(sites, return_inverse=True)[1]
        self.tables = [
            Table([page[place] for page in pages], numbers, is_other, least_sites) for place, least_sites in enumerate(PLACES.values())]

    def sums(self, teaches):
        """What the gate sees of all pages' tokens (`NAMES`) when these pages teach, a page's own site left out."""
        for table in self.tables:
            table.learn(teaches)
        return np.hstack([table.sums() for table in self.tables])

    def served(self):
        """The same as the product computes it of a page that it has never seen."""
        return np.hstack([table.sums(own_left_out=False) for table in self.tables])

    def learnt(self):
        return [table.learnt() for table in self.tables]
