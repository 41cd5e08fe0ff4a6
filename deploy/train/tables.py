"""Learns what class tokens and phrases say about the blocks that bear them.

Both are means over *sites*, not pages: a habit of one site is worth one vote. While features are computed for training, a page's own
site is left out of its values, as a page to be judged later comes from a site that is not in the table.
"""
import collections
import math

import numpy as np


def elements(path, counts):
    """The element trees that `galley features` wrote: of each page (parents, class tokens of each element, element of each block)."""
    data = np.fromfile(path, "<i4")
    at, pages = 0, []
    for blocks, count in counts:
        parents = np.empty(count, "i4")
        tokens = []
        for element in range(count):
            parents[element] = data[at]
            size = data[at + 1]
            tokens.append(data[at + 2 : at + 2 + size])
            at += 2 + size
        pages.append((parents, tokens, data[at : at + blocks].copy()))
        at += blocks
    assert at == len(data)
    return pages


def class_shares(trees, offsets, tokens, labels, weights):
    """Of each page with a weight: the share of text under each class token that is the article's, and under the root."""
    shares = []
    for page, (parents, names, leaf) in enumerate(trees):
        if weights[page] <= 0:
            shares.append(None)
            continue
        first, last = offsets[page], offsets[page + 1]
        good, all_ = np.zeros(len(parents)), np.zeros(len(parents))
        size = tokens[first:last].astype("f8")
        np.add.at(good, leaf, size * labels[first:last])
        np.add.at(all_, leaf, size)
        for element in range(len(parents) - 1, 0, -1):
            if parents[element] >= 0:
                good[parents[element]] += good[element]
                all_[parents[element]] += all_[element]
        under, whole = collections.defaultdict(float), collections.defaultdict(float)
        for element in range(len(parents)):
            if all_[element] > 0:
                for name in set(names[element].tolist()):
                    under[name] += good[element]
                    whole[name] += all_[element]
        shares.append(({name: under[name] / whole[name] for name in under}, good[0] / max(1, all_[0])))
    return shares


def classes(shares, sites, weights, smoothing=2.0, least_sites=3, least_value=0.15):
    """Values of class tokens: logit of the smoothed mean over sites less the prior's, for all and with each site left out."""
    seen = collections.defaultdict(lambda: collections.defaultdict(lambda: [0.0, 0.0]))
    priors = []
    for page, share in enumerate(shares):
        if share is None:
            continue
        priors.append(share[1])
        for name, value in share[0].items():
            place = seen[name][sites[page]]
            place[0] += weights[page] * value
            place[1] += weights[page]
    prior = float(np.mean(priors))
    base = math.log(prior / (1 - prior))

    def value(total, count):
        if count < least_sites:
            return None
        mean = min(max((total + smoothing * prior) / (count + smoothing), 0.005), 0.995)
        return math.log(mean / (1 - mean)) - base

    values, left_out = {}, collections.defaultdict(list)
    for name, places in seen.items():
        means = {site: (good / weight, min(1.0, weight)) for site, (good, weight) in places.items()}
        count = sum(weight for _, weight in means.values())
        total = sum(mean * weight for mean, weight in means.values())
        found = value(total, count)
        if found is None or abs(found) < least_value:
            continue
        values[name & 0xFFFFFFFF] = found
        for site, (mean, weight) in means.items():
            left_out[site].append((name & 0xFFFFFFFF, value(total - mean * weight, count - weight) or 0.0))
    return values, left_out


def phrases(hashes, blocks, page_of_block, sites, labels, candidates, used):
    """Values of phrases that are nearly always outside the article, for all and with each site left out.

    `hashes` are phrases, `blocks` the block of each; `sites` numbers, a page each; `used` whether a page teaches.
    """
    keep = candidates[blocks] & used[page_of_block[blocks]]
    phrase, block = hashes[keep].astype("u8"), blocks[keep]
    site = sites[page_of_block[block]].astype("u8")
    pairs, inverse = np.unique((phrase << np.uint64(32)) | site, return_inverse=True)
    mean = np.bincount(inverse, weights=labels[block]) / np.bincount(inverse)
    names, owners = (pairs >> np.uint64(32)).astype("u4"), (pairs & np.uint64(0xFFFFFFFF)).astype("i8")
    unique, index = np.unique(names, return_inverse=True)
    count, total = np.bincount(index).astype("f8"), np.bincount(index, weights=mean)
    values = phrase_value(total, count)
    without = phrase_value(total[index] - mean, count[index] - 1)
    left_out = collections.defaultdict(list)
    for row in np.flatnonzero(np.abs(without - values[index]) > 0.01):
        left_out[int(owners[row])].append((int(names[row]), float(without[row])))
    return {int(name): float(value) for name, value in zip(unique, values) if value < 0}, left_out


def phrase_value(total, count, prior=0.3, least_sites=5):
    """The logit of the smoothed mean where a phrase stands on enough sites and hardly ever in an article, else 0."""
    mean = (total + prior) / (count + 1)
    value = np.log(mean / (1 - mean))
    holds = (count >= least_sites) & (total / np.maximum(count, 1) < 0.12) & (value < -1.3)
    return np.where(holds, value, 0)


def write(path, class_values, phrase_values, site_names):
    """The tables as `galley features --tables` reads them."""
    with open(path, "w") as file:
        for kind, (values, left_out) in (("class", class_values), ("phrase", phrase_values)):
            for name in sorted(values):
                file.write("%s\t*\t%d\t%.5f\n" % (kind, name, values[name]))
            for site in sorted(left_out):
                name = site if kind == "class" else site_names[site]
                for key, value in left_out[site]:
                    file.write("%s\t%s\t%d\t%.5f\n" % (kind, name, key, value))
