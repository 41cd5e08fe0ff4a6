#!/usr/bin/env python3
"""Trains the extraction model: two stages of boosted trees for HTML pages, two for text dumps, tables of class tokens and phrases, and
the gate's trees and tables of page tokens.

    deploy/train/train.py [--left-out] [--made-articles]

Everything a model sees is computed by `galley features`; this script makes labels of the gold, learns, and writes
Sources/CModel/model.bin and its card, deploy/train/CARD.md. With --left-out it also trains once for every set with that set left out,
and writes what the model reaches on pages of sites it has never seen to deploy/train/RESULTS.md. With --made-articles the model stays, and
trees are added to it that learn of articles which are made, of which each block is known. The same pages and the same versions of
LightGBM and numpy give the same bytes.
"""
import argparse
import gzip
import hashlib
import json
import os
import subprocess
import sys
import time

import lightgbm
import numpy as np

import articlepages
import model
import otherpages
import pagetables
import report
import tables
from labels import labels

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

# What a page of a set is worth: how good its gold is, and how many there are.
SET_WEIGHTS = dict(
    wcxb_article=1.2, wcxb_article_2=1.2, wcxb_other=0.15, wcxb_other_2=0.15, readability_tests=0.35, fundus_tests=1.3, zh_news=2,
    magic_article=1.3, newspaper4k_tests=1.5, trafilatura_eval=1, news_sites=1, daniel=0.4, made_articles=0.8)
# Sets whose gold is often cut: pages that a first model disagrees with teach less, and text behind the gold's end teaches nothing unless
# it has words of a notice.
OFTEN_CUT = ("wcxb_article", "wcxb_article_2", "readability_tests", "news_sites", "daniel")
# Pages with phrases that must and must not be in the body, and no body.
PHRASES_ONLY = "trafilatura_eval"
# Features that tell words of notices.
NOTICES = "wordConsent wordCopyright wordDisclaimer wordRepost wordSubscribe wordSupport".split()
SEED = 7
STAGE_1 = dict(
    objective="cross_entropy", num_leaves=31, learning_rate=0.12, max_bin=63, feature_fraction=0.3, min_data_in_leaf=200,
    lambda_l2=0.2, num_threads=2, verbose=-1, seed=SEED, deterministic=True, force_row_wise=True)
STAGE_2 = dict(STAGE_1, feature_fraction=0.5, num_leaves=15)
TEXT_1 = dict(STAGE_1, min_data_in_leaf=60, feature_fraction=0.4)
TEXT_2 = TEXT_1
ROUNDS, TEXT_ROUNDS = (140, 60), (140, 60)
# With --made-articles: rounds of trees that are added to a model's, their rate, and what it weighs that the model's judgement of real pages
# stays as it is: so much, and so much more where it is near to undecided.
MADE_ROUNDS, MADE_RATE = (60, 25), 0.1
STAYS, STAYS_NEAR, NEAR = 6, 30, (0.25, 0.75)
THRESHOLD = 0.5
# What a dump made of an HTML page is worth beside one that another program made.
MADE_WEIGHT = 0.2

# Features that only lines of a dump have, and those that they do not have.
TEXT_ONLY = """indentation indentationShare indentationTokens indentationProse bullet blankBefore blankAfter indentationBefore
indentationAfter paragraphTokens inWindow windowDistance dateDistance""".split()
HTML_ONLY = """classBefore classAfter kindBefore kindAfter sameParentBefore sameParentAfter headingKind headingDistance headingTitleOverlap
pageArticles pageHeadings linkShare boldShare emphasisShare timeShare buttonShare links startedByBreak imagesBefore linkShareBefore
linkShareAfter pageLinkShare anchorRepeats datesSince bylinesSince anchorArticle""".split()
# What the second stage sees of a block beside the first's probabilities around it.
SECOND = """tokens linkShare isLong endsSentence classSum elementKind headingKind headingDistance anchorDistance anchorBranches
copiesBefore wordPhoto wordRelated wordEditor levelFigcaption levelList levelItem startedByBreak underChromeHeading chromeSince boldShare
lastEdge pageWideShare titleEqual descriptionCover sharesElement phraseLeast phraseBefore statedShare levelClassCaption
levelClassComment anchorRepeats datesSince anchorArticle""".split()
TEXT_SECOND = "bullet blankBefore indentationProse indentationShare".split()


def log(*words):
    print("%5.0f s " % (time.monotonic() - STARTED), *words, file=sys.stderr, flush=True)


STARTED = time.monotonic()


def fold(site, count, salt):
    """The fold of a site: the same on every machine."""
    return int(hashlib.md5((salt + site).encode()).hexdigest(), 16) % count


class Pages:
    """Pages as `galley features` cut them into blocks, with labels."""

    def __init__(self, arguments, kind, gold=None):
        self.arguments, self.kind, self.gold_file = arguments, kind, gold or arguments.gold
        self.folder = os.path.join(arguments.work, kind)
        self.export("blocks")
        rows = [line.rstrip("\n").split("\t") for line in open(os.path.join(self.folder, "pages.tsv"))]
        self.ids, self.sets = [row[0] for row in rows], np.array([row[1] for row in rows])
        self.sites, self.languages = [row[2] for row in rows], [row[3] for row in rows]
        self.counts = [(int(row[4]), int(row[5])) for row in rows]
        self.offsets = np.concatenate([[0], np.cumsum([blocks for blocks, _ in self.counts])])
        self.page = np.repeat(np.arange(len(rows)), np.diff(self.offsets))
        self.texts = open(os.path.join(self.folder, "texts.txt"), encoding="utf8").read().split("\n")[:-1]
        blocks = self.numbers("blocks.i32", "<i4").reshape(-1, 2)
        self.tokens, self.candidates = blocks[:, 0], blocks[:, 1] > 0
        columns = json.load(open(os.path.join(self.folder, "columns.json")))
        self.first, self.second = columns["first"], columns["second"]
        self.label()

    def numbers(self, name, type):
        return np.fromfile(os.path.join(self.folder, name), type)

    def export(self, part, *more, kind=None):
        command = [self.arguments.galley, "features", "--gold", self.gold_file, "--out", self.folder, "--quiet"]
        subprocess.run(command + ["--part", part, "--kind", kind or self.kind, *more], check=True)

    def bodies(self, p):
        """What the product makes of each page with these probabilities of its blocks: captions, copies and lines of fields left out."""
        path = os.path.join(self.folder, "probabilities.f32")
        p.astype("<f4").tofile(path)
        self.export("bodies", "--model", self.arguments.model, "--probabilities", path)
        return ["\n".join(json.loads(line)) for line in open(os.path.join(self.folder, "bodies.jsonl"), encoding="utf8")]

    def label(self):
        gold = {(page["set"], page["id"]): page for page in map(json.loads, open(self.gold_file, encoding="utf8"))}
        self.gold = [gold[key] for key in zip(self.sets, self.ids)]
        self.labels = np.zeros(len(self.page), "f4")
        self.covered, self.gold_tokens = np.full(len(self.ids), np.nan), np.zeros(len(self.ids))
        for page, truth in enumerate(self.gold):
            body = truth["gold"].get("body")
            if body:
                first, last = self.offsets[page], self.offsets[page + 1]
                found, self.covered[page], self.gold_tokens[page] = labels(self.texts[first:last], body)
                self.labels[first:last] = found
        self.has_body = ~np.isnan(self.covered)
        self.is_made = self.sets == articlepages.SET
        weights = np.array([SET_WEIGHTS.get(name, 0) for name in self.sets])
        # Gold that is not on the page is no witness.
        self.weights = weights * np.where(self.covered < 0.8, 0.2, 1) * self.has_body

    def row_weights(self, weights, values):
        """A block weighs by its share of the page's text, at most a quarter, times its page."""
        size = np.add.reduceat(values * self.tokens, self.offsets[:-1]) if len(self.page) else 0
        whole = np.where(self.gold_tokens > 0, self.gold_tokens, size)
        share = np.minimum((self.tokens + 1) / np.maximum(30, whole)[self.page], 0.25)
        return (share * weights[self.page]).astype("f4")

    def stage_1(self, table=None, kind=None):
        self.export("first", *(["--tables", table] if table else []), kind=kind)
        return self.numbers("first.f32", "<f4").reshape(-1, len(self.first))

    def stage_2(self, p, table=None, kind=None):
        path = os.path.join(self.folder, "probabilities.f32")
        p.astype("<f4").tofile(path)
        self.export("second", "--probabilities", path, *(["--tables", table] if table else []), kind=kind)
        return self.numbers("second.f32", "<f4").reshape(-1, len(self.second))

    def score(self, p, sets):
        return {name: report.body_score(self, p, np.flatnonzero((self.sets == name) & self.has_body)) for name in sets}


def fit(inputs, values, weights, parameters, rounds, logits=None):
    """Trees of these rows; they are added to logits that the rows have already, if they do."""
    rows = np.flatnonzero(weights > 0)
    data = lightgbm.Dataset(
        inputs[rows], values[rows], weight=weights[rows], init_score=None if logits is None else logits[rows],
        params=dict(max_bin=parameters["max_bin"], verbose=-1))
    return lightgbm.train(parameters, data, rounds)


class Corrected:
    """A booster, and one whose trees are added to its own."""

    def __init__(self, booster, correction):
        self.parts = (booster, correction)

    def predict(self, inputs, **options):
        return 1 / (1 + np.exp(-sum(part.predict(inputs, raw_score=True, **options) for part in self.parts)))


def folds_of_rows(pages, count, salt):
    """The fold of each block's site."""
    return np.array([fold(site, count, salt) for site in pages.sites])[pages.page]


def out_of_fold(of_row, weights, inputs, fit):
    """Probabilities of all rows, each by a model that has not seen the rows of its fold; `fit` makes one of the rows that are seen."""
    p = np.zeros(len(weights), "f4")
    for number in range(of_row.max() + 1):
        there = of_row == number
        if there.any() and (weights * ~there > 0).any():
            p[there] = fit(~there).predict(inputs[there], num_threads=2)
    return p


def learn_tables(pages, trees, grams, values, weights, path):
    shares = tables.class_shares(trees, pages.offsets, pages.tokens, values, weights)
    classes = tables.classes(shares, pages.sites, np.minimum(1, weights / 0.6))
    names = sorted(set(pages.sites))
    number = {name: place for place, name in enumerate(names)}
    of_page = np.array([number[site] for site in pages.sites])
    phrases = tables.phrases(*grams, pages.page, of_page, values, pages.candidates, weights > 0)
    tables.write(path, classes, phrases, names)
    return classes[0], phrases[0]


def read_grams(pages):
    data = pages.numbers("phrases.u32", "<u4")
    starts, at = np.empty(len(pages.page), "i8"), 0
    sizes = np.empty(len(pages.page), "i8")
    for block in range(len(pages.page)):
        sizes[block], starts[block] = data[at], at
        at += 1 + int(data[at])
    keep = np.ones(len(data), bool)
    keep[starts] = False
    return data[keep], np.repeat(np.arange(len(pages.page)), sizes)


def stated_labels(pages):
    """Of pages that only state phrases: 1 for blocks that hold one that must be there, 0 for one that must not, else -1."""
    found = np.full(len(pages.page), -1, "f4")
    for page in np.flatnonzero(pages.sets == PHRASES_ONLY):
        truth = pages.gold[page]["gold"]
        wanted, unwanted = ([" ".join(text.split()) for text in truth.get(key) or []] for key in ("with", "without"))
        for row in range(pages.offsets[page], pages.offsets[page + 1]):
            text = pages.texts[row]
            if len(text) >= 4:
                for phrases, value in ((unwanted, 0), (wanted, 1)):
                    if any(phrase in text or (len(text) > 20 and text in phrase) for phrase in phrases):
                        found[row] = value
    return found


class HTMLModel:
    """Trains both stages for HTML pages."""

    def __init__(self, pages):
        self.pages = pages
        self.trees = tables.elements(os.path.join(pages.folder, "elements.i32"), pages.counts)
        self.grams, self.stated = read_grams(pages), stated_labels(pages)
        self.columns = [place for place, name in enumerate(pages.first) if name not in TEXT_ONLY]
        self.more = [pages.first.index(name) for name in SECOND]
        self.page_quality, self.row_quality = np.ones(len(pages.ids)), np.ones(len(pages.page), "f4")
        self.is_real = ~pages.is_made[pages.page]
        # Whether models of real pages are corrected by made ones.
        self.is_corrected = False
        self.is_notice = self.notices()
        # A block's share of its page's gold, or of the page's text, at most a quarter; half of it without gold.
        whole = np.add.reduceat(pages.labels * pages.tokens, pages.offsets[:-1])
        whole = np.where(whole > 0, whole, np.add.reduceat(pages.tokens, pages.offsets[:-1]))
        share = np.minimum((pages.tokens + 1) / np.maximum(2, whole)[pages.page], 0.25) * pages.candidates
        self.share_of_page = share * np.where(pages.has_body, 1, 0.5)[pages.page]

    def train(self, left_out=(), folds=3, kept=(None, None)):
        """Returns the forests, the tables, and probabilities of all rows by models that have not seen their site; with forests that are
        kept, these with the trees that correct them."""
        pages = self.pages
        taught = ~np.isin(pages.sets, left_out)
        weights = pages.weights * taught * self.page_quality * ~pages.is_made
        path = os.path.join(pages.folder, "tables.tsv")
        learn_tables(pages, self.trees, self.grams, pages.labels, weights, path)
        inputs = pages.stage_1(path)[:, self.columns]
        soft = (pages.sets == PHRASES_ONLY) & taught
        rows = pages.row_weights(weights, pages.labels) * self.row_quality
        guess = fit(inputs, pages.labels, rows * pages.candidates, STAGE_1, ROUNDS[0])
        values = pages.labels.copy()
        there = soft[pages.page]
        values[there] = np.where(self.stated[there] >= 0, self.stated[there], guess.predict(inputs[there], num_threads=2))
        weights = weights + soft * SET_WEIGHTS[PHRASES_ONLY]
        # Made articles teach no table: their classes and words are ours.
        class_values, phrase_values = learn_tables(pages, self.trees, self.grams, values, weights, path)
        rows = pages.row_weights(weights + pages.weights * pages.is_made, values) * self.row_quality * pages.candidates
        everything = pages.stage_1(path)
        first, p = self.stage(0, everything[:, self.columns], values, rows, folds, taught[pages.page], kept[0])
        around = np.hstack([pages.stage_2(p, path), everything[:, self.more]])
        second, p = self.stage(1, around, values, rows, folds, taught[pages.page], kept[1])
        return (first, second), (class_values, phrase_values), p

    def stage(self, number, inputs, values, rows, folds, taught, kept):
        parameters, names = (STAGE_1, STAGE_2)[number], self.names()[number]

        def train(seen):
            booster = fit(inputs, values, rows * seen * self.is_real, parameters, ROUNDS[number])
            if not self.is_corrected:
                return booster
            logits = booster.predict(inputs, raw_score=True, num_threads=2)
            return Corrected(booster, self.correction(number, inputs, values, rows, seen & taught, logits))

        p = out_of_fold(folds_of_rows(self.pages, folds, "ab"[number]), rows, inputs, train)
        if kept:
            correction = self.correction(number, inputs, values, rows, taught, kept.logits(inputs, names))
            forest = kept + model.Forest.of(correction, names)
        else:
            booster = train(taught)
            if not taught.all():
                p[~taught] = booster.predict(inputs[~taught], num_threads=2)
            forest = None if self.is_corrected else model.Forest.of(booster, names)
        p[~self.pages.candidates] = 0
        return forest, p

    def correction(self, number, inputs, values, rows, seen, logits):
        """Trees that are added to the logits of a model of real pages: they learn of made articles, and of notices behind the gold's end on real
        pages; everything else on these is to be judged as it was, and each page weighs the same."""
        stays = self.is_real & ~self.is_notice
        p = 1 / (1 + np.exp(-logits))
        is_near = (p > NEAR[0]) & (p < NEAR[1])
        weights = np.where(stays, self.share_of_page * np.where(is_near, STAYS_NEAR, STAYS), rows) * seen
        return fit(
            inputs, np.where(stays, p, values), weights.astype("f4"), dict((STAGE_1, STAGE_2)[number], learning_rate=MADE_RATE),
            MADE_ROUNDS[number], logits)

    def notices(self):
        """Which blocks stand behind the gold's end and have words of a notice."""
        pages = self.pages
        has_words = (pages.stage_1()[:, [pages.first.index(name) for name in NOTICES]] > 0).any(axis=1)
        is_behind = np.zeros(len(pages.page), bool)
        for page in np.flatnonzero(pages.has_body):
            first, last = pages.offsets[page], pages.offsets[page + 1]
            kept = np.flatnonzero(pages.labels[first:last] >= 0.5)
            if len(kept):
                is_behind[first + kept[-1] + 1 : last] = True
        return is_behind & has_words

    def judge_gold(self, p):
        """Where gold is often cut: pages the model disagrees with teach less, what reads like the article behind the gold's end nothing."""
        pages = self.pages
        for page in np.flatnonzero(np.isin(pages.sets, OFTEN_CUT) & pages.has_body):
            if report.page_score(pages, p, page) < 0.85:
                self.page_quality[page] = 0.25
            first, last = pages.offsets[page], pages.offsets[page + 1]
            kept = np.flatnonzero(pages.labels[first:last] >= 0.5)
            if len(kept):
                behind = np.arange(first + kept[-1] + 1, last)
                self.row_quality[behind[(p[behind] >= 0.5) & (pages.tokens[behind] >= 12) & ~self.is_notice[behind]]] = 0

    def names(self):
        return [self.pages.first[place] for place in self.columns], self.pages.second + SECOND


class TextModel:
    """Trains both stages for text dumps: each dump with its indentation and without, and dumps that are made of all HTML pages."""

    def __init__(self, dumps, made):
        self.dumps = dumps
        self.parts = [(dumps, "text"), (dumps, "flat"), (made, "made")]
        shared = [n for n in dumps.first if not (n.startswith("level") or n.startswith("signature") or n in HTML_ONLY)]
        between = dumps.first[dumps.first.index("levelClassContent") : dumps.first.index("sharesElement") + 1]
        self.kept = [name for name in shared if name not in between]
        self.columns = [dumps.first.index(name) for name in self.kept]
        self.more_names = [name for name in SECOND if name in self.kept] + TEXT_SECOND
        self.more = [dumps.first.index(name) for name in self.more_names]
        self.inputs = [pages.stage_1(kind=kind) for pages, kind in self.parts]
        self.values = np.concatenate([pages.labels for pages, _ in self.parts])
        self.tokens = np.concatenate([pages.tokens for pages, _ in self.parts])
        self.ends = np.cumsum([len(pages.page) for pages, _ in self.parts])[:-1]

    def train(self, left_out=(), folds=4):
        """Returns the forests, and probabilities of the dumps' lines, with indentation and without, by models that have not seen the site."""
        taught, weights = [], []
        for pages, kind in self.parts:
            is_taught = ~np.isin(pages.sets, left_out)
            of_page = pages.weights * is_taught * (MADE_WEIGHT if kind == "made" else 1)
            weights.append(pages.row_weights(of_page, pages.labels) * (pages.tokens > 0))
            taught.append(is_taught[pages.page])
        rows, taught = np.concatenate(weights), np.concatenate(taught)
        of_row = np.concatenate([folds_of_rows(pages, folds, "t") for pages, _ in self.parts])
        stacked = np.vstack([inputs[:, self.columns] for inputs in self.inputs])
        first, p = self.stage(stacked, rows, TEXT_1, TEXT_ROUNDS[0], of_row, taught)
        around = [
            np.hstack([pages.stage_2(there, kind=kind), inputs[:, self.more]])
            for (pages, kind), there, inputs in zip(self.parts, np.split(p, self.ends), self.inputs)
        ]
        second, p = self.stage(np.vstack(around), rows, TEXT_2, TEXT_ROUNDS[1], of_row, taught)
        forests = [model.Forest.of(booster, names) for booster, names in zip((first, second), self.names())]
        return forests, tuple(np.split(p, self.ends)[:2])

    def stage(self, inputs, rows, parameters, rounds, of_row, taught):
        booster = fit(inputs, self.values, rows, parameters, rounds)
        p = out_of_fold(of_row, rows, inputs, lambda seen: fit(inputs, self.values, rows * seen, parameters, rounds))
        if not taught.all():
            p[~taught] = booster.predict(inputs[~taught], num_threads=2)
        p[self.tokens == 0] = 0
        return booster, p

    def names(self):
        return self.kept, self.dumps.second + self.more_names


class Gate:
    """Trains what tells articles from other pages, on what the product computes of a page with the new model."""

    # Sets whose pages are all articles, and sets whose pages are articles but for a few, with what a page weighs.
    ARTICLES = ("wcxb_article", "wcxb_article_2", "fundus_tests", "zh_news", "magic_article", "news_sites", "daniel", "newspaper4k_tests")
    MOSTLY = dict(readability_tests=0.3, trafilatura_eval=0.5, postlight_fixtures=0.3, htmldate_eval=0.3)
    PARAMETERS = dict(
        objective="binary", num_leaves=4, learning_rate=0.08, max_bin=63, feature_fraction=0.4, min_data_in_leaf=12, lambda_l2=10,
        bagging_fraction=0.8, bagging_freq=1, num_threads=2, verbose=-1, seed=SEED, deterministic=True, force_row_wise=True)
    ROUNDS = 1000
    # What all pages made by otherpages.py are worth beside all real pages that are no articles.
    MADE = 0.3
    # Articles that may be lost of each set, of those the gate has not seen, with those that the body's model finds nothing on: one in a
    # hundred, as a wrong refusal loses an article.
    LOST = 0.0100
    # Splits by site that the threshold is chosen by: one is noise, as the articles in question are a dozen.
    SPLITS, FOLDS = 4, 5

    def __init__(self, pages, p):
        """`p`: probabilities of all blocks by models that have not seen their site."""
        self.pages, self.folder = pages, pages.folder
        path = os.path.join(pages.folder, "probabilities.f32")
        p.astype("<f4").tofile(path)
        pages.export("page", "--model", pages.arguments.model, "--probabilities", path)
        self.names = json.load(open(os.path.join(pages.folder, "columns.json")))["page"]
        rows, tokens = self.seen(pages.folder)
        made, made_tokens = self.made(pages.arguments)
        self.inputs, self.is_made = np.vstack([rows, made]), np.arange(len(rows) + len(made)) >= len(rows)
        self.has_body = ~np.isnan(self.inputs[:, 0])
        self.is_other = np.array([page.get("article") is False for page in pages.gold] + [True] * len(made))
        sites = np.array(list(pages.sites) + ["made"] * len(made))
        self.tables = pagetables.PageTables(tokens + made_tokens, sites, self.is_other)
        self.weigh()

    def seen(self, folder):
        """What the gate sees of a folder's pages, a row a page, and their tokens."""
        rows = np.fromfile(os.path.join(folder, "page.f32"), "<f4").reshape(-1, len(self.names))
        return rows, pagetables.read(os.path.join(folder, "tokens.u32"), len(rows))

    def made(self, arguments):
        """The same of the pages that are made to be refused."""
        folder = os.path.join(arguments.work, "other")
        command = [arguments.galley, "features", "--gold", otherpages.write(folder), "--out", folder, "--quiet"]
        subprocess.run(command + ["--part", "page", "--model", arguments.model], check=True)
        return self.seen(folder)

    def weigh(self):
        """What pages weigh, and which ones the tables learn of: all but the made ones, whose classes and words are ours."""
        pages, count = self.pages, len(self.pages.ids)
        # A page that does not hold its gold is no witness.
        is_witness = ~(pages.covered < 0.3)
        self.is_article = np.zeros(len(self.inputs), bool)
        self.is_article[:count] = np.isin(pages.sets, self.ARTICLES) & is_witness
        weights = np.where(self.is_article[:count], 1.0, [self.MOSTLY.get(name, 0) for name in pages.sets]) * is_witness
        weights = np.where(np.isin(pages.sets, ("wcxb_article", "wcxb_article_2")), 4, weights) * ~self.is_other[:count]
        # Articles weigh twice the others in sum: they are what comes.
        others = 0.5 * weights.sum()
        self.weights = np.zeros(len(self.inputs))
        self.weights[:count] = weights
        for chosen, share in ((self.is_other & ~self.is_made, 1), (self.is_made & self.has_body, self.MADE)):
            self.weights[chosen] = share * others / max(1, chosen.sum())
        self.teaches = (self.weights > 0) & ~self.is_made
        self.weights *= self.has_body

    def fit(self, chosen):
        """Trees and tables of the chosen pages, and what the trees see of all pages, each page's own site left out of the tables."""
        inputs = self.inputs.copy()
        inputs[:, [self.names.index(name) for name in pagetables.NAMES]] = self.tables.sums(self.teaches & chosen)
        return fit(inputs, (~self.is_other).astype("f4"), self.weights * chosen, self.PARAMETERS, self.ROUNDS), inputs

    def unseen(self, split):
        """Likelihoods of the gold's pages, each by a gate that has not seen its site; -1 for a page without a body."""
        of_page = np.array([fold(site, self.FOLDS, "gate%d" % split) for site in self.pages.sites])
        p = np.full(len(of_page), -1.0)
        for number in range(self.FOLDS):
            chosen = np.ones(len(self.inputs), bool)
            chosen[: len(of_page)] = of_page != number
            booster, inputs = self.fit(chosen)
            there = np.flatnonzero(~chosen & self.has_body)
            p[there] = booster.predict(inputs[there])
        return p

    def train(self):
        """Returns the threshold, the forest, and the tables; by site splits it is chosen what may be lost."""
        splits = np.stack([self.unseen(split) for split in range(2 * self.SPLITS)])
        splits, fresh = splits[: self.SPLITS], splits[self.SPLITS :]
        count = splits.shape[1]
        articles, others = self.is_article[:count], self.is_other[:count]
        sets = {name: articles & (self.pages.sets == name) for name in self.ARTICLES}
        bounds = {name: self.bound(splits[:, chosen]) for name, chosen in sets.items() if chosen.any()}
        threshold = max(0.0, min(bounds.values()))
        log("gate's bounds:", *("%s %.3f" % item for item in bounds.items()))
        self.threshold = threshold
        # What is reached is told of splits that the threshold was not chosen by.
        self.reached = tuple((fresh[:, chosen] < threshold).mean() for chosen in (others, articles))
        self.curve = self.curve_of(fresh, sets, others)
        booster, _ = self.fit(np.ones(len(self.inputs), bool))
        return threshold, model.Forest.of(booster, self.names), self.tables.learnt()

    def bound(self, likelihoods):
        """The greatest threshold below which no more of these articles lie than may be lost."""
        found = np.sort(likelihoods, axis=None)
        return float(found[int(self.LOST * len(found))])

    def curve_of(self, likelihoods, sets, others):
        """For some thresholds: what is refused of the others by set, and what is lost of the articles by set."""
        kinds = {name: others & (self.pages.sets == name) for name in sorted(set(self.pages.sets[others]))}
        return [
            (threshold, *({name: (likelihoods[:, chosen] < threshold).mean() for name, chosen in table.items() if chosen.any()}
                for table in (kinds, sets)))
            for threshold in (self.threshold, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5)
        ]

    def check(self):
        """Compares what the tables tell with what the product computes with the model that was written."""
        path = os.path.join(self.folder, "probabilities.f32")
        self.pages.export("page", "--model", self.pages.arguments.model, "--probabilities", path)
        columns = [self.names.index(name) for name in pagetables.NAMES]
        there = np.flatnonzero(self.has_body[: len(self.pages.ids)])
        difference = np.abs(self.seen(self.folder)[0][there][:, columns] - self.tables.served()[there]).max()
        assert difference < 0.01, "the product's sums of tokens differ by %g from the trainer's" % difference


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    data = os.environ.get("GALLEY_DATA", os.path.join(ROOT, "../shared/data"))
    parser.add_argument("--gold", default=os.path.join(data, "dev/gold.jsonl"))
    parser.add_argument("--scorer", default=os.path.join(data, "score.py"), help="the public benchmark's scorer, for the tables")
    parser.add_argument("--galley", default=os.path.join(ROOT, ".build/release/galley"))
    parser.add_argument("--work", default=os.path.join(ROOT, ".build/train"), help="a folder for what is in between (1 GB)")
    parser.add_argument("--model", default=os.path.join(ROOT, "Sources/CModel/model.bin"))
    parser.add_argument("--left-out", action="store_true", help="also train with each set left out (a quarter of an hour more)")
    parser.add_argument(
        "--made-articles", action="store_true", help="keep the model, and add trees to it that learn of the articles articlepages.py writes")
    arguments = parser.parse_args()
    report.load(arguments.scorer)
    report.threshold = THRESHOLD

    before = model.Model.read(arguments.model) if arguments.made_articles else None
    before_hash = hashlib.sha256(open(arguments.model, "rb").read()).hexdigest() if before else None
    gold = articlepages.beside(arguments.gold, os.path.join(arguments.work, "articles")) if before else None
    pages, dumps = Pages(arguments, "html", gold), Pages(arguments, "text")
    log(len(pages.ids), "pages,", len(pages.page), "blocks")
    html, text = HTMLModel(pages), TextModel(dumps, Pages(arguments, "made"))
    html.judge_gold(html.train()[2])
    log("gold judged:", int((html.page_quality < 1).sum()), "pages teach less")
    html.is_corrected = before is not None
    forests, learnt, p = html.train(folds=5, kept=before.forests[:2] if before else (None, None))
    dump_forests, dump_p = text.train()
    sites = [site for site, is_made in zip(pages.sites, pages.is_made) if not is_made] + dumps.sites
    # What is kept but for the forests of HTML: values, forests of dumps, the gate with its tables, the sites.
    trained = before or model.Model((THRESHOLD, THRESHOLD), *learnt, [], model.NO_GATE + model.site_bytes(sites))
    trained.forests = [*forests, *(before.forests[2:] if before else dump_forests)]
    size = trained.write(arguments.model)
    gate = Gate(pages, p)
    learnt_gate = gate.train()
    if not before:
        trained.rest = model.gate_bytes(*learnt_gate) + model.site_bytes(sites)
        size = trained.write(arguments.model)
        gate.check()
    log("model of", size, "bytes; gate refuses %.3f at %.4f of articles lost" % gate.reached)
    results = report.Results(pages, dumps, gate)
    results.add("sites left out", p, dump_p)
    if arguments.left_out:
        for name in report.SETS:
            left_p = html.train((name,))[2]
            left_dump = text.train((name,))[1] if name in dumps.sets else None
            results.add_set(name, left_p, left_dump)
            log("left out:", name)
        results.write(os.path.join(HERE, "RESULTS.md"))
    report.write_card(os.path.join(HERE, "CARD.md"), arguments, pages, dumps, trained, size, SEED, results, before_hash)


if __name__ == "__main__":
    main()
