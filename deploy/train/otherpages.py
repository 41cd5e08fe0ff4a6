"""Writes pages that are no articles, in many shapes, for the gate: shops, forums, manuals, brochures, lists, forms.

They are made of parts with a fixed seed, in six languages, with the class names that the usual software gives its parts. Real pages teach the
gate what articles are; these widen what it knows of the rest.
"""
import json
import os
import random

SEED = 11
WORDS = dict(
    en=dict(
        subject="The handle|This part|Our team|The new version|A second option|The cover|Every order|The default setting|My old one|The whole set",
        verb="fits|changes|keeps|replaces|covers|returns|supports|needs|improves|holds",
        rest="the frame without tools|all common sizes|the value of the field|what you would expect|a file in the folder|most of the weight|"
        "the same result as before|two of them at once|your home and garden|the cable behind it",
        menu="Home|Products|Support|Community|About us|Contact|Blog|Careers", buy="Add to cart", reviews="Customer reviews", price="$%d.99",
        related="You may also like", reply="Reply", quote="Quote", joined="Joined 2018", posts="Posts: %d", login="Log in", password="Password",
        register="Create an account", search="Search results for", results="%d results", next="Next", more="Read more", call="Call us today",
        services="Our services", clients="What our clients say", faq="Frequently asked questions", docs="documentation", parameters="Parameters",
        example="Example", contents="On this page", buyhead="Buy %s online", forum="Forum", tag="Archive", cookie="Accept all cookies",
        cookies="We and our partners use cookies", rights="All rights reserved", thing="Kettle|Lamp|Drill|Tent|Camera|Desk|Router|Bicycle", question="?"),
    de=dict(
        subject="Der Griff|Dieses Teil|Unser Team|Die neue Version|Jede Bestellung|Die Einstellung|Das ganze Set", verb="passt zu|ändert|ersetzt|braucht|enthält|schützt",
        rest="dem Rahmen ohne Werkzeug|allen üblichen Größen|dem Wert des Feldes|einer Datei im Ordner|dem Kabel dahinter", menu="Start|Produkte|Hilfe|Forum|Über uns|Kontakt",
        buy="In den Warenkorb", reviews="Kundenbewertungen", price="%d,90 €", related="Das könnte Ihnen auch gefallen", reply="Antworten", quote="Zitieren",
        joined="Dabei seit 2018", posts="Beiträge: %d", login="Anmelden", password="Passwort", register="Konto anlegen", search="Suchergebnisse für",
        results="%d Treffer", next="Weiter", more="Weiterlesen", call="Rufen Sie uns an", services="Unsere Leistungen", clients="Das sagen unsere Kunden",
        faq="Häufige Fragen", docs="Dokumentation", parameters="Parameter", example="Beispiel", contents="Inhalt", buyhead="%s online kaufen", forum="Forum", tag="Archiv",
        cookie="Alle akzeptieren", cookies="Wir und unsere Partner verwenden Cookies", rights="Alle Rechte vorbehalten", thing="Kessel|Lampe|Bohrer|Zelt|Kamera", question="?"),
    es=dict(
        subject="El mango|Esta pieza|Nuestro equipo|La nueva versión|Cada pedido|El ajuste", verb="cambia|sustituye|necesita|protege|mejora|incluye",
        rest="todas las medidas|el valor del campo|un archivo de la carpeta|el cable de detrás|su casa y su jardín", menu="Inicio|Productos|Ayuda|Comunidad|Contacto", buy="Añadir al carrito",
        reviews="Opiniones", price="%d,50 €", related="También te puede interesar", reply="Responder", quote="Citar", joined="Desde 2018", posts="Mensajes: %d",
        login="Iniciar sesión", password="Contraseña", register="Crear cuenta", search="Resultados de la búsqueda", results="%d resultados", next="Siguiente",
        more="Leer más", call="Llámenos hoy", services="Nuestros servicios", clients="Opiniones de clientes", faq="Preguntas frecuentes", docs="documentación",
        parameters="Parámetros", example="Ejemplo", contents="En esta página", buyhead="Comprar %s", forum="Foro", tag="Archivo", cookie="Aceptar todo",
        cookies="Utilizamos cookies", rights="Todos los derechos reservados", thing="Lámpara|Tienda|Cámara|Bicicleta", question="?"),
    ru=dict(
        subject="Эта деталь|Наша команда|Новая версия|Каждый заказ|Настройка|Весь набор", verb="меняет|заменяет|защищает|включает|улучшает", rest="все размеры|значение поля|файл в папке|кабель сзади|ваш дом и сад",
        menu="Главная|Товары|Помощь|Форум|О нас|Контакты", buy="В корзину", reviews="Отзывы", price="%d руб.", related="Похожие товары", reply="Ответить", quote="Цитировать",
        joined="На форуме с 2018", posts="Сообщений: %d", login="Войти", password="Пароль", register="Регистрация", search="Результаты поиска", results="Найдено: %d", next="Далее",
        more="Подробнее", call="Позвоните нам", services="Наши услуги", clients="Отзывы клиентов", faq="Вопросы и ответы", docs="документация", parameters="Параметры", example="Пример",
        contents="Содержание", buyhead="Купить: %s", forum="Форум", tag="Архив", cookie="Принять все", cookies="Мы используем файлы cookie", rights="Все права защищены", thing="Чайник|Лампа|Палатка|Камера", question="?"),
    pl=dict(
        subject="Ta część|Nasz zespół|Nowa wersja|Każde zamówienie|Ustawienie", verb="zmienia|zastępuje|chroni|zawiera|poprawia", rest="wszystkie rozmiary|wartość pola|plik w folderze|kabel z tyłu|dom i ogród",
        menu="Start|Produkty|Pomoc|Forum|O nas|Kontakt", buy="Do koszyka", reviews="Opinie klientów", price="%d,99 zł", related="Polecamy również", reply="Odpowiedz", quote="Cytuj", joined="Od 2018",
        posts="Postów: %d", login="Zaloguj się", password="Hasło", register="Rejestracja", search="Wyniki wyszukiwania", results="Wyników: %d", next="Następna", more="Czytaj więcej", call="Zadzwoń do nas",
        services="Nasze usługi", clients="Opinie", faq="Częste pytania", docs="dokumentacja", parameters="Parametry", example="Przykład", contents="Spis treści", buyhead="Kup %s", forum="Forum", tag="Archiwum",
        cookie="Akceptuję wszystkie", cookies="Używamy plików cookies", rights="Wszelkie prawa zastrzeżone", thing="Czajnik|Lampa|Namiot|Aparat", question="?"),
    zh=dict(
        subject="这个零件|我们的团队|新版本|每份订单|默认设置|整套产品", verb="可以更换|能够保护|支持|包括|改进了", rest="所有常见尺寸|字段的值|文件夹里的文件|后面的电缆|您的家和花园", menu="首页|产品|帮助|论坛|关于我们|联系我们",
        buy="加入购物车", reviews="用户评价", price="￥%d.00", related="猜你喜欢", reply="回复", quote="引用", joined="注册于2018年", posts="帖子：%d", login="登录", password="密码", register="注册账号", search="搜索结果",
        results="共%d条结果", next="下一页", more="查看更多", call="立即咨询", services="服务项目", clients="客户评价", faq="常见问题", docs="文档", parameters="参数", example="示例", contents="目录", buyhead="%s 价格 报价", forum="论坛",
        tag="列表", cookie="全部接受", cookies="本网站使用Cookie", rights="版权所有", thing="水壶|台灯|帐篷|相机|路由器", question="？"),
)
STYLES = dict(
    forum=["post postbody username signature thread", "topic-post cooked names topic-avatar topic-body", "message message-body message-name message-signature p-body-main",
           "comment md author tagline commentarea", "reply reply-text nickname userinfo louceng", "b-post b-post__text b-user b-sign b-topic"],
    manual=["document highlight section sphinxsidebar body", "markdown theme-doc-markdown docItemCol menu__list article", "md-content md-typeset md-sidebar codehilite rst-content",
            "block description memberSignature contentContainer details", "doc-content codeblock parameters toc docs-body"],
    product=["product-single product-price add-to-cart product-description product-card", "woocommerce summary price single_add_to_cart_button entry-content", "pdp price-box btn-cart std item",
             "goods-detail goods-price buy-btn detail-content goods-item", "offer offer-price basket offer-text offer-tile"],
    other=["hero service-card testimonial cta faq-item", "elementor-section elementor-widget elementor-heading-title testimonial cta-button", "row col-md-4 panel panel-body btn", "section box text grid teaser"],
)


class Writer:
    def __init__(self, random, language, styles):
        self.random, self.w, self.c = random, WORDS[language], styles.split()
        self.language = language

    def pick(self, name):
        return self.random.choice(self.w[name].split("|"))

    def sentence(self):
        space, stop = ("", "。") if self.language == "zh" else (" ", ". ")
        return space.join((self.pick("subject"), self.pick("verb"), self.pick("rest"))) + stop

    def text(self, low, high):
        return "".join(self.sentence() for _ in range(self.random.randint(low, high))).strip()

    def many(self, low, high, part):
        return "".join(part(number) for number in range(1, self.random.randint(low, high) + 1))

    def forum(self):
        body, text, name, sign, top = self.c
        title = self.sentence().strip(" .。") + self.w["question"]
        posts = self.many(3, 14, lambda n: (
            f'<div class="{body}" id="p{n}"><div class="{name}"><a href="/u/{n}">user{n * 7}</a> <span>{self.w["joined"]}</span> <span>{self.w["posts"] % (n * 31)}</span></div>'
            f'<div class="date"><time>2026-0{n % 9 + 1}-1{n % 9}</time> #{n}</div><div class="{text}">'
            + "".join(f"<p>{self.text(1, 5)}</p>" for _ in range(self.random.randint(1, 3)))
            + f'</div><div class="{sign}">{self.text(0, 1)}</div><a href="#">{self.w["quote"]}</a> <a href="#">{self.w["reply"]}</a></div>'))
        return f"{title} - {self.w['forum']}", f'<div class="{top}"><h1>{title}</h1>{posts}</div><a href="/login">{self.w["login"]}</a>'

    def manual(self):
        body, code, section, side, top = self.c
        name = self.random.choice(["read_lines", "open", "Router", "config", "Client.send", "useState", "install"])
        menu = self.many(8, 30, lambda n: f'<li><a href="#s{n}">{name}_{n}</a></li>')
        parts = self.many(2, 7, lambda n: (
            f'<div class="{section}"><h2>{self.random.choice([self.w["parameters"], self.w["example"], name + str(n)])}</h2><p>{self.text(1, 4)}</p>'
            f'<div class="{code}"><pre><code>{name}({n}, limit={n * 3})\n# {name}\nreturn {n}</code></pre></div><dl>'
            + self.many(0, 5, lambda k: f"<dt><code>option_{k}</code></dt><dd>{self.text(1, 2)}</dd>") + "</dl></div>"))
        return f"{name} — {self.w['docs']}", f'<div class="{side}"><h3>{self.w["contents"]}</h3><ul>{menu}</ul></div><div class="{top}"><div class="{body}"><h1>{name}</h1>{parts}</div></div>'

    def product(self):
        page, price, cart, text, card = self.c
        thing = self.pick("thing")
        rows = self.many(3, 14, lambda n: f"<tr><th>{self.pick('rest')}</th><td>{n * 12}</td></tr>")
        about = "".join(f"<p>{self.text(2, 6)}</p>" for _ in range(self.random.randint(1, 5)))
        reviews = self.many(0, 6, lambda n: f'<div class="review">★★★★☆ <b>user{n}</b> <p>{self.text(1, 3)}</p></div>')
        more = self.many(4, 12, lambda n: f'<div class="{card}"><a href="/p/{n}">{thing} {n}</a> <span class="price">{self.w["price"] % (n * 7)}</span></div>')
        return self.w["buyhead"] % thing, (
            f'<div class="{page}"><h1>{thing} {self.random.randint(2, 900)}</h1><div class="{price}">{self.w["price"] % self.random.randint(3, 900)}</div><button class="{cart}">{self.w["buy"]}</button>'
            f'<div class="{text}">{about}<ul>{self.many(3, 8, lambda n: "<li>" + self.pick("rest") + "</li>")}</ul><table>{rows}</table></div><h2>{self.w["reviews"]}</h2>{reviews}'
            f'<h2>{self.w["related"]}</h2>{more}</div>')

    def category(self):
        card, thing = self.c[-1], self.pick("thing")
        cards = self.many(12, 40, lambda n: f'<div class="{card}"><a href="/p/{n}"><h3>{thing} {n}</h3></a> <span class="price">{self.w["price"] % (n * 9)}</span></div>')
        return thing, f"<h1>{thing}</h1><p>{self.text(0, 4)}</p><div class=filters><label>1</label><label>2</label></div>{cards}<div class=pagination><a href='?p=2'>{self.w['next']}</a></div><p>{self.text(0, 6)}</p>"

    def service(self):
        hero, card, client, cta, faq = self.c
        parts = self.many(3, 9, lambda n: f'<div class="{card}"><h3>{self.pick("thing")}</h3><p>{self.text(1, 4)}</p><a class="{cta}" href="/s/{n}">{self.w["more"]}</a></div>')
        words = self.many(1, 5, lambda n: f'<div class="{client}"><blockquote>{self.text(1, 3)}</blockquote>user{n}</div>')
        asked = self.many(0, 6, lambda n: f'<div class="{faq}"><h3>{self.sentence().strip(" .。")}{self.w["question"]}</h3><p>{self.text(1, 3)}</p></div>')
        return self.w["services"], (
            f'<section class="{hero}"><h1>{self.sentence()}</h1><p>{self.text(1, 3)}</p><a class="{cta}">{self.w["call"]}</a></section><h2>{self.w["services"]}</h2>{parts}'
            f'<h2>{self.w["clients"]}</h2>{words}<h2>{self.w["faq"]}</h2>{asked}<form><input><button>{self.w["call"]}</button></form>')

    def listing(self):
        box = self.c[-1]
        head = self.random.choice([self.w["search"], self.w["tag"], self.pick("thing")])
        items = self.many(8, 30, lambda n: f'<div class="{box}"><h2><a href="/n/{n}">{self.sentence().strip(" .。")}</a></h2><span class=date>2026-05-{n % 28 + 1:02}</span><p>{self.text(0, 2)}…</p><a href="/n/{n}">{self.w["more"]}</a></div>')
        return head, f"<h1>{head}</h1><p>{self.w['results'] % 128}</p>{items}<div class=pagination><a>1</a> <a>2</a> <a>{self.w['next']}</a></div>"

    def form(self):
        title = self.random.choice([self.w["login"], self.w["register"]])
        return title, f"<h1>{title}</h1><p>{self.text(0, 3)}</p><form><label>E-mail</label><input><label>{self.w['password']}</label><input type=password><button>{title}</button></form>"

    def page(self, kind):
        title, content = getattr(self, kind)()
        menu = "".join(f'<li><a href="/m">{word}</a></li>' for word in self.w["menu"].split("|"))
        consent = f'<div class="cookie-banner"><p>{self.w["cookies"]}</p><button>{self.w["cookie"]}</button></div>' if self.random.random() < 0.5 else ""
        head = ""
        if self.random.random() < 0.7:
            head = f'<meta property="og:title" content="{title}"><meta property="og:type" content="{self.random.choice(["website", "website", "product", "article"])}">'
        return (
            f'<!DOCTYPE html><html lang="{self.language}"><head><meta charset="utf-8"><title>{title} | Example</title>{head}</head><body><header><nav><ul>{menu}</ul></nav></header>'
            f"<main>{content}</main>{consent}<footer><ul>{menu}</ul><p>© 2026 Example. {self.w['rights']}</p></footer></body></html>")


PATHS = dict(
    forum="/viewtopic.php?t=%d|/t/a-question/%d|/threads/help.%d/|/questions/%d/how-to|/r/tools/comments/%d", manual="/docs/reference-%d.html|/en/latest/guide/page%d.html|/api/v%d/client|/book/ch%d-use.html",
    product="/products/thing-%d|/p/%d|/item/%d.html|/dp/B%d", category="/collections/all-%d|/c/%d|/category/home/%d", service="/services/repair-%d|/solutions/%d|/lp/%d",
    listing="/search?q=%d|/tag/t%d|/archive/%d|/news/list_%d.html", form="/login?next=%d|/account/register/%d")
KINDS = dict(forum="forum", manual="manual", product="product", category="product", service="other", listing="other", form="other")


def write(folder, each=36):
    """Writes the pages and their gold file; returns its path."""
    maker = random.Random(SEED)
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, "gold.jsonl")
    with open(path, "w", encoding="utf8") as gold:
        for kind, styles in KINDS.items():
            for number in range(each):
                language, style = maker.choice(sorted(WORDS)), maker.randrange(len(STYLES[styles]))
                writer = Writer(maker, language, STYLES[styles][style])
                name = f"{kind}-{number}.html"
                with open(os.path.join(folder, name), "w", encoding="utf8") as file:
                    file.write(writer.page(kind))
                url = f"https://www.{kind}{style}.example" + maker.choice(PATHS[kind].split("|")) % maker.randrange(1, 99999)
                gold.write(json.dumps(dict(set="made", id=f"{kind}-{number}", url=url, html_path=name, article=False, gold={}), ensure_ascii=False) + "\n")
    return path
