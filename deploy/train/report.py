"""The figures of a model, by the public benchmark's scorer, and the pages they are written to."""
import datetime
import hashlib
import importlib.util

import lightgbm
import numpy as np

import model
import pagetables

SETS = ("zh_news", "magic_article", "fundus_tests", "wcxb_article", "wcxb_article_2", "news_sites", "daniel")
# The probability from which a block is kept, as the model's card states it.
threshold = 0.5
CJK = ("zh", "ja", "ko")
_scorer = None


def load(path):
    """Takes the scorer's Python file."""
    global _scorer
    spec = importlib.util.spec_from_file_location("score", path)
    _scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(_scorer)


def _match(pages, p, page):
    first, last = pages.offsets[page], pages.offsets[page + 1]
    return _match_text(pages, "\n".join(pages.texts[row] for row in range(first, last) if p[row] >= threshold), page)


def _match_text(pages, body, page):
    wide = pages.languages[page] in CJK
    wanted, found = (_scorer.shingles(_scorer.toks(text, wide)) for text in (pages.gold[page]["gold"]["body"], body))
    return _scorer.match(wanted, found)


def page_score(pages, p, page):
    """Body F1 of one page."""
    match = _match(pages, p, page)
    return _scorer.f1(_scorer.prec(match), _scorer.rec(match)) if match[0] else 0.0


def body_score(pages, p, chosen):
    """(F1, precision, recall) over pages."""
    return _scorer.agg([_match(pages, p, page) for page in chosen])


def text_score(pages, bodies, chosen):
    """(F1, precision, recall) of what the product makes of pages."""
    return _scorer.agg([_match_text(pages, bodies[page], page) for page in chosen])


class Results:
    """Body F1 by set and by language, for pages whose sites, or whole sets, were left out of training."""

    def __init__(self, pages, dumps, gate):
        self.pages, self.dumps, self.gate = pages, dumps, gate
        self.left = {}

    def add(self, name, p, dump_p):
        self.sites = (p, dump_p)
        self.by_site = self.pages.score(p, SETS)
        bodies = self.pages.bodies(p)
        self.events_by_site = {
            name: text_score(self.pages, bodies, np.flatnonzero((self.pages.sets == name) & self.pages.has_body)) for name in SETS
        }
        self.dumps_by_site = {
            kind: self.dumps.score(values, [s for s in SETS if s in self.dumps.sets])
            for kind, values in zip(("with indentation", "without"), dump_p)
        }

    def add_set(self, name, p, dump_p):
        chosen = np.flatnonzero((self.pages.sets == name) & self.pages.has_body)
        languages = {}
        for page in chosen:
            languages.setdefault(self.pages.languages[page] or "?", []).append(page)
        by_language = {
            language: (len(found), body_score(self.pages, p, found))
            for language, found in sorted(languages.items(), key=lambda item: -len(item[1])) if len(found) >= 10
        }
        dumps = dump_p and [self.dumps.score(values, [name])[name] for values in dump_p]
        events = text_score(self.pages, self.pages.bodies(p), chosen)
        self.left[name] = (len(chosen), body_score(self.pages, p, chosen), events, by_language, dumps)

    def write(self, path):
        lines = [
            "# What the model reaches on pages it was not trained on", "",
            "Body F1 (precision / recall) as the public benchmark counts. *Set left out*: trained on all other sets. *Sites left out*:",
            "trained on all sets, each page judged by a model that has seen no page of its site. Written by `train.py --left-out`.", "",
            "Bodies of events, as the product makes them of the blocks' probabilities (captions, copies, next articles and lines that state",
            "fields left out; the gate not asked):", "",
            "| set | pages | set left out | sites left out |", "|---|---|---|---|"]
        for name, (count, _, events, _, _) in self.left.items():
            lines.append("| %s | %d | %s | %s |" % (name, count, figures(events), figures(self.events_by_site[name])))
        lines += ["", "The model alone, all blocks from its threshold on:", "", "| set | set left out | sites left out |", "|---|---|---|"]
        for name, (_, left, _, _, _) in self.left.items():
            lines.append("| %s | %s | %s |" % (name, figures(left), figures(self.by_site[name])))
        lines += ["", "Text dumps:", "", "| set | set left out: indented / flat | sites left out: indented / flat |", "|---|---|---|"]
        for name, (_, _, _, _, dumps) in self.left.items():
            if dumps:
                sites = [table[name] for table in self.dumps_by_site.values()]
                lines.append("| %s | %s | %s |" % (name, " / ".join("%.4f" % d[0] for d in dumps), " / ".join("%.4f" % d[0] for d in sites)))
        lines += self.gate_lines()
        lines += ["", "By language, set left out (languages of ten pages or more):", "", "| set | language | pages | |", "|---|---|---|---|"]
        for name, (_, _, _, languages, _) in self.left.items():
            for language, (count, score) in languages.items():
                lines.append("| %s | %s | %d | %s |" % (name, language, count, figures(score)))
        with open(path, "w") as file:
            file.write("\n".join(lines) + "\n")


    def gate_lines(self):
        """The gate's curve: of splits by site that its threshold was not chosen by."""
        lines = [
            "", "The gate by sites left out: the share refused, below its threshold (the first row) and below others; of pages that are no",
            "articles, which should be refused, and of articles, which should not. The threshold is the greatest that costs no set of articles",
            "more than one page in a hundred.", ""]
        others, articles = self.gate.curve[0][1:]
        lines.append("| below | " + " | ".join(["*%s*" % name for name in others] + list(articles)) + " |")
        lines.append("|---" * (1 + len(others) + len(articles)) + "|")
        for threshold, others, articles in self.gate.curve:
            lines.append("| %.4f | " % threshold + " | ".join("%.4f" % share for share in [*others.values(), *articles.values()]) + " |")
        return lines


def figures(score):
    return "%.4f (%.3f / %.3f)" % tuple(score[:3])


def write_card(path, arguments, pages, dumps, trained, size, seed, results, before=None):
    """The card of a model that was written: what it was trained on and what it is; `before` is the hash of the one that it corrects."""
    gold = hashlib.sha256(open(arguments.gold, "rb").read()).hexdigest()
    lines = [
        "# Card of the extraction model", "",
        "`Sources/CModel/model.bin`, %d bytes, SHA-256 `%s`." % (size, hashlib.sha256(open(arguments.model, "rb").read()).hexdigest()), "",
        "* Purpose: which blocks of a page, HTML or text dump, are the article's.",
        "* Parts: %d class tokens, %d phrases, two stages of boosted trees for HTML and two for dumps; the gate's trees with %s" % (
            len(trained.class_values), len(trained.phrase_values),
            " and ".join("%d %s" % item for item in zip(map(len, model.gate_tables(trained.rest)), pagetables.PLACES))) + " tokens; the names of",
        "  the sites that taught, as hashes.",
        "* Data: %d pages (%d blocks), %d dumps, gold file SHA-256 `%s`; %d articles made by articlepages.py." % (
            (~pages.is_made).sum(), (~pages.is_made[pages.page]).sum(), len(dumps.ids), gold, pages.is_made.sum()),
        "* Trained: %s." % datetime.date.today().isoformat(),
        "* Trainer: LightGBM %s, numpy %s, seed %d." % (lightgbm.__version__, np.__version__, seed),
        "* Limits: learnt of news, blogs and magazines in about a dozen languages; pages of other kinds are the gate's business.", "",
        "Body F1 (precision / recall) by sites left out:", "", "| set | HTML |", "|---|---|"]
    lines += ["| %s | %s |" % (name, figures(score)) for name, score in results.by_site.items()]
    lines += ["", "Pages that are no articles: %.3f refused at %.4f of articles lost, by sites left out." % results.gate.reached]
    if pages.is_made.any():
        made = body_score(pages, results.sites[0], np.flatnonzero(pages.is_made))
        lines += [
            "", "Made articles, each by a model that has not learnt of its address: %s. The forests of HTML are those of the model" % figures(made),
            "with SHA-256 `%s` and trees added; its tables, the forests of" % before,
            "dumps and the gate are kept. The figures are of the same two steps, done anew with sites left out; the gate's is of one trained anew."]
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")
