"""Writes articles of which it is known what each block is, for the blocks' model: stories built of components, with lists,
tables, code and sub-headings inside, briefs, recipes, tutorials and reviews; between and behind them stands what is no text of an article:
notices, consent texts, appeals, teasers, comments, transcripts, other articles.

No set of real pages has enough of these. They are made of parts with a fixed seed, of words in fourteen languages (articlewords.json); classes
are those that builders of pages and content systems give, dealt to text and to furniture alike, so that nothing is learnt of a name.
"""
import json
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SEED = 12
SET = "made_articles"
WIDE = ("zh", "ja")
# Languages whose sentences end with the verb.
VERB_LAST = ("ja", "ko", "fa", "tr")
# Names of a part's containers from outside in, as builders of pages and content systems give them.
BUILDERS = [
    "layout layout--onecol section|layout__region region-content|block block-text component|field__item",
    "elementor-section|elementor-column|elementor-widget-wrap|elementor-widget-container",
    "wp-block-group|wp-block-columns|wp-block-column|inner", "vc_row wpb_row|vc_column_container|vc_column-inner|wpb_wrapper",
    "et_pb_section|et_pb_row|et_pb_module|et_pb_text_inner", "fl-row|fl-col|fl-module|fl-rich-text",
    "sqs-layout|row sqs-row|sqs-block|sqs-block-content", "cmp-container|aem-Grid|aem-GridColumn|cmp-text",
    "section|container|row|col-md-8", "block|box|inner|txt", "c-module|c-module__wrap|c-module__item|c-text",
    "panel|panel-body|media|media-body", "slice|slice-inner|rich-text|rt", "p-1|p-2|p-3|p-4", ""]
# Names of a container that holds a whole text, and of boxes of all sorts.
FLAT = ["article-body", "entry-content", "post-content", "story-text", "content", "text", "td-post-content", "main", "detail", ""]
BOXES = ["note", "box", "info", "extra", "widget", "promo", "aside", "bottom", "layer", "c2", "item", ""]
# Kinds of articles, how many of a hundred are of it, and paths of their addresses.
KINDS = dict(
    story=(48, "/news/2026/05/%d/the-old-ferry|/a/%d.html|/article-%d|/2026/05/04/ferry-%d"), brief=(20, "/news/%d.html|/short/%d|/2026-05/04/c_%d.htm|/article/%d"),
    recipe=(10, "/recipes/ferry-bread-%d|/rezepte/%d/|/food/%d"), tutorial=(12, "/blog/how-to-%d|/guides/first-steps-%d|/tutorial/%d.html"),
    review=(10, "/reviews/lamp-%d|/test/%d|/tech/review-%d"))


class Writer:
    """Writes one page. What belongs to its text is noted in `gold`, a line a block, in the order in which it is written."""

    def __init__(self, random, language, words):
        self.random, self.language, self.words = random, language, words
        self.space, self.stop = ("", "。") if language in WIDE else (" ", ".")
        self.gold = []

    def pick(self, name):
        return self.random.choice(self.words[name])

    def line(self, name):
        return self.pick(name).replace("{n}", self.pick("names"))

    def chance(self, share):
        return self.random.random() < share

    def sentence(self):
        order = ("subject", "rest", "verb") if self.language in VERB_LAST else ("subject", "verb", "rest")
        text = self.space.join(map(self.pick, order))
        if self.chance(0.4):
            middle = self.pick("mid")
            text += middle.rstrip("，、،, ") if self.chance(0.5) else middle.rstrip() + self.space + self.pick("rest")
        return text + self.stop

    def title(self):
        return self.sentence().rstrip(self.stop)

    def prose(self, low, high):
        return self.space.join(self.sentence() for _ in range(self.random.randint(low, high)))

    # What belongs to the text.

    def keep(self, *lines):
        self.gold += lines

    def paragraph(self, low=1, high=4, before=""):
        text = before + self.prose(low, high)
        self.keep(text)
        if self.chance(0.06):
            return f'<p><a href="/{self.random.randint(1, 99)}">{text}</a></p>'
        return f"<p>{text}</p>"

    def heading(self, text=None):
        text = text or self.pick("head")
        self.keep(text)
        forms = ["<h2>%s</h2>", "<h3>%s</h3>", "<p><strong>%s</strong></p>", '<div class="heading"><h2 class="title">%s</h2></div>']
        return self.random.choice(forms) % text

    def items(self, tag=None, part=None):
        lines = [part() if part else self.pick("item") if self.chance(0.5) else self.sentence() for _ in range(self.random.randint(3, 7))]
        self.keep(*lines)
        tag = tag or self.random.choice(["ul", "ol"])
        return f"<{tag}>" + "".join(f"<li>{line}</li>" for line in lines) + f"</{tag}>"

    def table(self):
        rows = [(self.pick("item"), str(self.random.randint(2, 400))) for _ in range(self.random.randint(2, 6))]
        self.keep(*(f"{name} {value}" for name, value in rows))
        # Links may be on all cells of a column.
        tag, links = self.random.choice(["th", "td"]), self.random.choice(["", "", "first", "last"])
        linked = lambda text, column: f'<a href="/t/{self.random.randint(1, 99)}">{text}</a>' if links == column else text
        return "<table>" + "".join(
            f"<tr><{tag}>{linked(name, 'first')}</{tag}><td>{linked(value, 'last')}</td></tr>" for name, value in rows) + "</table>"

    def definitions(self):
        pairs = [(self.pick("head"), self.sentence()) for _ in range(self.random.randint(2, 4))]
        self.keep(*(line for pair in pairs for line in pair))
        return "<dl>" + "".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in pairs) + "</dl>"

    def code(self):
        lines = [self.pick("code") for _ in range(self.random.randint(1, 4))]
        self.keep(*lines)
        return "<pre><code>" + "\n".join(lines) + "</code></pre>"

    def quote(self):
        text = self.prose(1, 2)
        self.keep(text)
        return f"<blockquote><p>{text}</p></blockquote>"

    # What does not.

    def teasers(self):
        cards = "".join(
            f'<div class="{self.random.choice(BOXES)}"><a href="/n/{n}"><h3>{self.title()}</h3></a><p>{self.prose(0, 1)}</p>'
            f'<a href="/n/{n}">{self.pick("tease")}</a></div>' for n in range(self.random.randint(2, 5)))
        return f"<h2>{self.pick('related')}</h2>{cards}"

    def links(self):
        items = "".join(f'<li><a href="/n/{n}">{self.title()}</a></li>' for n in range(self.random.randint(2, 5)))
        return f"<h3>{self.pick('related')}</h3><ul>{items}</ul>"

    def note(self):
        kind = self.random.choice(["notice", "notice", "appeal", "appeal", "bio", "contact", "paywall"])
        text = self.line(kind) if self.chance(0.6) else self.line(kind) + self.space + self.line(kind)
        if kind == "appeal" and self.chance(0.5):
            text += f' <a href="/join">{self.pick("button")}</a>'
        return self.random.choice(["<p>%s</p>", "<p><em>%s</em></p>", "<div>%s</div>", "<small>%s</small>"]) % text

    def appeal(self):
        """A box that asks for money, not all of whose paragraphs say so."""
        lines = self.random.sample(self.words["why"], 2) + self.random.sample([self.pick("appeal"), self.pick("why")], 1)
        self.random.shuffle(lines)
        head = f"<h3>{self.pick('button')}</h3>" if self.chance(0.5) else ""
        return head + "".join(f"<p>{line}</p>" for line in dict.fromkeys(lines))

    def transcript(self):
        """What is said in a film or a programme, below the text about it."""
        names = [name.split(" ")[0].upper() for name in self.words["names"][:2]]
        lines = [(names[n % 2], self.pick("speak") if n < 3 else self.prose(1, 2)) for n in range(self.random.randint(4, 9))]
        if self.chance(0.5):
            lines.insert(0, ("", "[♪]"))
        form = self.random.choice(["<p>%s: %s</p>", "<p><b>%s</b> %s</p>", "<div><span>%s</span><p>%s</p></div>"])
        return f"<h2>{self.pick('transcript')}</h2>" + "".join(form % line for line in lines)

    def next_article(self):
        """Another article, as endless pages go on with."""
        title = self.title()
        tag, link, named = self.random.choice(["h1", "h2", "h2"]), self.chance(0.5), self.chance(0.3)
        head = f'<{tag}{" class=title" if named else ""}>' + (f'<a href="/n/{self.random.randint(1, 99)}">{title}</a>' if link else title) + f"</{tag}>"
        meta = f'<p>{self.pick("names")} <time>2026-0{self.random.randint(1, 9)}-1{self.random.randint(0, 9)}</time></p>' if self.chance(0.7) else ""
        return head + meta + "".join(f"<p>{self.prose(1, 4)}</p>" for _ in range(self.random.randint(2, 5)))

    def hidden(self):
        """A line within the text that no browser shows."""
        style = self.random.choice(['style="display:none"', "hidden", 'style="visibility: hidden"', 'style="DISPLAY: none;"'])
        tag = self.random.choice(["p", "div"])
        return f"<{tag} {style}>{self.line(self.random.choice(['notice', 'appeal', 'contact']))}</{tag}>"

    def consent(self):
        return "".join(
            f"<h3>{self.pick('head')}</h3><p>{self.pick('consent')}{self.space}{self.pick('consent')}</p>" for _ in range(self.random.randint(2, 4)))

    def comments(self):
        return "".join(
            f'<div class="{self.random.choice(BOXES)}"><b>{self.pick("names")}</b><p>{self.pick("comment")}{self.space}{self.pick("comment")}</p></div>'
            for _ in range(self.random.randint(2, 5)))

    def figure(self):
        return f'<figure><img src="/i/{self.random.randint(1, 99)}.jpg"><figcaption>{self.line("credit")}</figcaption></figure>'

    def button(self):
        return f'<div class="cta"><a class="btn" href="/go">{self.pick("button")}</a></div>'

    # Kinds of articles: their parts in order.

    def story(self):
        kinds = self.random.choices([self.heading, self.items, self.table, self.definitions, self.code, self.quote], [5, 3, 3, 1, 1, 1], k=self.random.randint(0, 6))
        middle = [self.paragraph] * self.random.randint(2, 7) + kinds
        self.random.shuffle(middle)
        # A sub-heading ends no text.
        parts = [part() for part in [self.paragraph, *middle, self.paragraph]]
        if self.chance(0.1):
            # A link that nobody closed: all that follows is in it.
            place = self.random.randrange(len(parts))
            parts[place] = f'<a href="/x/{place}">' + parts[place]
        return parts

    def brief(self):
        before = self.line("dateline") if self.chance(0.6) else ""
        return [self.paragraph(2, 4, before)] + [self.paragraph(1, 3) for _ in range(self.random.randint(0, 1))]

    def recipe(self):
        return [
            self.paragraph(2, 4), self.heading(self.pick("ingredients")), self.items("ul", lambda: self.pick("item")), self.heading(self.pick("method")),
            self.items("ol", lambda: self.prose(1, 2)) if self.chance(0.6) else self.paragraph(2, 5), self.paragraph(1, 3)]

    def tutorial(self):
        parts = [self.paragraph(2, 4)]
        for number in range(1, self.random.randint(3, 6)):
            parts.append(self.heading(self.pick("step") % number if self.chance(0.6) else None))
            parts.append(self.paragraph(1, 4))
            if self.chance(0.5):
                parts.append(self.random.choice([self.code, self.items])())
        return parts + [self.paragraph(1, 3)]

    def review(self):
        parts = [self.paragraph(2, 4), self.paragraph(1, 4)]
        for name in ("likes", "dislikes"):
            parts += [self.heading(self.pick(name)), self.items("ul")]
        return parts + ([self.table()] if self.chance(0.5) else []) + [self.heading(self.pick("verdict")), self.paragraph(2, 4)]

    # The page around them.

    def box(self, text, names=BOXES):
        return f'<div class="{self.random.choice(names)}">{text}</div>'

    def main(self, title, parts):
        """The headline, the text with something in between here and there, and what stands behind it."""
        between = [self.links, self.note, self.figure, self.button, self.teasers, self.hidden]
        parts = [part + (self.random.choice(between)() if self.chance(0.18) else "") for part in parts[:-1]] + parts[-1:]
        behind = [self.note, self.note, self.appeal, self.teasers, self.links, self.comments, self.consent, self.transcript, self.hidden]
        behind = [part() for part in self.random.sample(behind, self.random.randint(1, 4))]
        if self.chance(0.15):
            behind += [self.next_article() for _ in range(self.random.randint(1, 3))]
        meta = f'{self.pick("names")} <time>2026-0{self.random.randint(1, 9)}-1{self.random.randint(0, 9)}</time>'
        head = f"<h1>{title}</h1>" + self.box(meta, ["meta", "byline", "info", ""])
        if self.chance(0.6):
            names = self.random.choice(BUILDERS).split("|")
            start, end = "".join(f'<div class="{name}">' for name in names), "</div>" * len(names)
            return head + "".join(start + part + end for part in parts) + "".join(
                start + part + end if self.chance(0.5) else self.box(part) for part in behind)
        inside, outside = (behind[:1], behind[1:]) if self.chance(0.4) else ([], behind)
        return head + self.box("".join(parts + inside), FLAT) + "".join(map(self.box, outside))

    def page(self, kind):
        title = self.title()
        main = self.main(title, getattr(self, kind)())
        menu = "".join(f'<li><a href="/m/{n}">{self.pick("item")}</a></li>' for n in range(self.random.randint(4, 9)))
        tag = self.random.choice(["article", "main", "div", "section"])
        layer = self.box(self.consent()) if self.chance(0.2) else ""
        if self.chance(0.05):
            # Shown by a script when it has run.
            main = f'<div style="display:none">{main}</div>'
        stated = '<meta property="og:type" content="article">' if self.chance(0.6) else ""
        return (
            f'<!DOCTYPE html><html lang="{self.language}"><head><meta charset="utf-8"><title>{title} | Example</title>'
            f'<meta property="og:title" content="{title}">{stated}</head>'
            f"<body><header><nav><ul>{menu}</ul></nav></header><{tag}>{main}</{tag}>{layer}<footer><ul>{menu}</ul><p>© 2026 Example</p></footer></body></html>")


def write(folder, each=48):
    """Writes so many pages a language; returns an object a page, as a gold file has it, whose paths are within the folder."""
    maker = random.Random(SEED)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(HERE, "articlewords.json"), encoding="utf8") as file:
        words = json.load(file)
    found = []
    for language in sorted(words):
        for number in range(each):
            kind = maker.choices(list(KINDS), [share for share, _ in KINDS.values()])[0]
            writer = Writer(maker, language, words[language])
            name = f"{language}-{kind}-{number}.html"
            with open(os.path.join(folder, name), "w", encoding="utf8") as file:
                file.write(writer.page(kind))
            url = f"https://made{number % 9}.example" + maker.choice(KINDS[kind][1].split("|")) % maker.randrange(1, 99999)
            found.append(dict(set=SET, id=name, url=url, lang=language, html_path=name, article=True, gold=dict(body="\n".join(writer.gold))))
    return found


def beside(gold, folder):
    """Writes the pages, and a gold file that holds those of another one too; returns its path."""
    made, home = write(folder), os.path.relpath(os.path.dirname(os.path.abspath(gold)), folder)
    path = os.path.join(folder, "gold.jsonl")
    with open(gold, encoding="utf8") as real, open(path, "w", encoding="utf8") as both:
        for page in map(json.loads, real):
            page.update({key: os.path.join(home, page[key]) for key in ("html_path", "text_path") if page.get(key)})
            both.write(json.dumps(page, ensure_ascii=False) + "\n")
        both.writelines(json.dumps(page, ensure_ascii=False) + "\n" for page in made)
    return path


if __name__ == "__main__":
    made = write(sys.argv[1])
    with open(os.path.join(sys.argv[1], "gold.jsonl"), "w", encoding="utf8") as file:
        file.writelines(json.dumps(page, ensure_ascii=False) + "\n" for page in made)
