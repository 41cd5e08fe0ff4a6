"""Pages of a made-up newspaper, as large as the web's are: scripts, menus, an article, links to others, comments; from a seed."""

import random

# As many bodies as fit, but enough to differ.
BODIES, BODIES_BYTES = range(8, 257), 52_000_000
# Where a page's number stands in its body, in so many digits.
MARK = b"0123456789"
WORDS = """a about after again all also an and any are as at away be because been before began between bridge but by came can car
 children city coast council could country court day did down each early east evening every fell few field first for found four from
 garden gave goes government had half has have he her here high him his hospital hour house how if in into is it its just keep knew
 large last later left less letter library light like line little local long made many market may meeting members minister money month
 more morning most mountain much museum music must near never new next night no north not now number of off office often old on once
 one only open or other our out over own paper part people place plan police port price put quiet rain reach report river road room
 said same saw school sea second see she should side since small so some soon south spring staff station still street summer team than
 that the their them then there these they this those three through time to told took town trade train two under until up us very
 village visit wait walk was water way we week well went were west what when where which while who will wind winter with without women
 words work would year yesterday young""".split()


class Newspaper:
    """Some hundred bodies of about so many bytes. A page is one of them with the page's own number in address, headline and text."""

    def __init__(self, seed, page_bytes):
        self.random = random.Random(seed)
        count = max(BODIES[0], min(BODIES[-1], BODIES_BYTES // page_bytes))
        self.bodies = [self.body(page_bytes).encode() for _ in range(count)]

    def page(self, number):
        """A page's address and its HTML; no two are the same."""
        digits = b"%0*d" % (len(MARK), number)
        html = self.bodies[number % len(self.bodies)].replace(MARK, digits)
        return f"https://www.harbour.example/news/{digits.decode()}", html

    def words(self, count):
        return " ".join(self.random.choices(WORDS, k=count))

    def sentence(self):
        return self.words(self.random.randint(6, 24)).capitalize() + "."

    def paragraph(self):
        return f"<p>{' '.join(self.sentence() for _ in range(self.random.randint(2, 5)))}</p>\n"

    def link(self, depth):
        path = "/".join(self.random.choices(WORDS, k=depth))
        number, text = self.random.randrange(10**6), self.words(2 * depth)
        return f'<a class="nav-link nav-{depth}" href="/{path}-{number}" data-track="click">{text}</a>'

    def menu(self):
        items = "".join(f'<li class="menu-item"><span></span>{self.link(1)}</li>\n' for _ in range(self.random.randint(8, 20)))
        return f'<nav class="menu"><ul>\n{items}</ul></nav>\n'

    def teasers(self):
        cards = "".join(f'<div class="card"><div class="card-image"><img src="/i/{self.random.randrange(10**9)}.jpg" alt=""></div>'
                        f"<h3>{self.link(3)}</h3><p>{self.words(12)}</p></div>\n" for _ in range(self.random.randint(4, 9)))
        return f'<aside class="related">\n{cards}</aside>\n'

    def comment(self):
        user, minutes = self.words(1), self.random.randint(1, 50)
        return f'<div class="comment"><b class="user">{user}</b><time>{minutes} min</time><p>{self.sentence()}</p></div>\n'

    def script(self):
        number = self.random.randrange
        rows = ",".join(f'{{"id":{number(10**9)},"slot":"{self.words(1)}","text":"{self.words(6)}"}}' for _ in range(60))
        return f"<script>window.__state=window.__state||[];window.__state.push({{rows:[{rows}]}});</script>\n"

    def article(self):
        day, title = self.random.randint(1, 28), self.words(8).capitalize()
        text = "".join(self.paragraph() for _ in range(self.random.randint(8, 30)))
        return (f'<main><article><h1>{title}, {MARK.decode()}</h1><p class="byline">By Anna Miller</p>'
                f'<time datetime="2026-01-{day:02}T08:00:00Z">{day} January 2026</time>\n'
                f"<p>{self.sentence()} Case {MARK.decode()} {self.words(12)}.</p>\n{text}</article></main>\n")

    def head(self):
        address = f"https://www.harbour.example/news/{MARK.decode()}"
        return (f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{self.words(7)} {MARK.decode()} | The Harbour</title>\n'
                f'<link rel="canonical" href="{address}"><meta property="og:type" content="article">\n')

    def body(self, page_bytes):
        """Half of a page is scripts, a tenth or less its article; what is around it fills it up."""
        scripts, around = [], []
        article = self.article()
        while sum(map(len, scripts)) < page_bytes * 0.5:
            scripts.append(self.script())
        room = page_bytes * 0.5 - len(article)
        while sum(map(len, around)) < room:
            around += [self.menu(), self.teasers(), "".join(self.comment() for _ in range(10))]
        half = len(around) // 2
        body = [*around[:half], article, *around[half:], *scripts[-2:]]
        return "".join([self.head(), *scripts[:-2], "</head><body>\n", *body, "</body></html>\n"])
