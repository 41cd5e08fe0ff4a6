/// What a phrase near the start of a block tells about the block.
enum Keyword: UInt8, CaseIterable {
    case byline, copyright, related, share, comment, subscribe, photo, advertisement, disclaimer, updated, tags, readMore
    case contact, pager, consent, login, month, originalTitle, source, repost, follow, scan, editor, support

    /// The phrases, folded token by token: case, punctuation and spacing do not matter.
    var phrases: [String] { Self.table[self] ?? [] }

    /// One row a keyword; languages are apart by lines.
    private static let table: [Keyword: [String]] = [
        .byline: [
            "by", "written by", "story by", "reporting by", "words by", "author", "posted by", "published by", "about the author",
            "von", "ein artikel von", "aus", "autor", "autorin", "por", "escrito por", "redacción", "par", "publié par", "auteur",
            "di", "a cura di", "autore", "door", "av", "af", "tekst", "skrevet af", "autor", "opracowanie", "автор", "текст",
            "συντάκτης", "γράφει", "yazar", "文", "作者", "记者", "記者", "撰文", "本报记者", "通讯员", "執筆", "文 記者", "기자", "글",
        ],
        .copyright: [
            "copyright", "c", "all rights reserved", "alle rechte vorbehalten", "todos los derechos reservados", "tous droits réservés",
            "tutti i diritti riservati", "todos os direitos reservados", "wszelkie prawa zastrzeżone", "все права защищены",
            "版权所有", "版權所有", "著作权", "版权", "无断転載", "無断転載", "転載を禁じます", "저작권자", "无断转载", "impressum", "icp备",
        ],
        .related: [
            "related", "related articles", "related stories", "related news", "related topics", "more on", "more from", "more stories",
            "more news", "see also", "read also", "also read", "you may also like", "you might also like", "recommended", "recommended for you",
            "most read", "most popular", "popular", "trending", "trending now", "latest news", "latest", "top stories", "don t miss",
            "what to read next", "up next", "read next", "editor s picks", "sponsored stories", "around the web", "from our partners",
            "mehr zum thema", "lesen sie auch", "lesen sie mehr", "auch interessant", "mehr dazu", "das könnte sie auch interessieren",
            "meistgelesen", "weitere artikel", "weitere themen", "aktuelle nachrichten", "mehr aus", "empfohlen", "passend zum thema",
            "noticias relacionadas", "te puede interesar", "lea también", "lee también", "más leídas", "más noticias", "ver también",
            "à lire aussi", "lire aussi", "sur le même sujet", "articles liés", "les plus lus", "à voir aussi", "voir aussi",
            "leggi anche", "articoli correlati", "potrebbe interessarti", "i più letti", "leia também", "veja também", "mais lidas",
            "lees ook", "meer over", "meest gelezen", "läs också", "läs mer", "les også", "læs også", "mest lest", "mest læste",
            "czytaj też", "czytaj także", "zobacz także", "zobacz też", "przeczytaj także", "najczęściej czytane", "powiązane", "polecamy",
            "читайте также", "по теме", "похожие статьи", "самое читаемое", "другие новости", "еще по теме", "материалы по теме",
            "δείτε επίσης", "διαβάστε επίσης", "σχετικά άρθρα", "σχετικά", "ilgili haberler", "bunlar da ilginizi çekebilir",
            "相关阅读", "相关新闻", "相关报道", "相关文章", "相关链接", "相關新聞", "相關文章", "延伸阅读", "延伸閱讀", "推荐阅读", "推薦閱讀", "猜你喜欢",
            "热门推荐", "热点推荐", "热门文章", "精彩推荐", "为您推荐", "更多", "更多新闻", "最新文章", "点击排行", "排行榜", "看过本文的人还看过", "热点新闻",
            "関連記事", "あわせて読みたい", "おすすめ", "人気記事", "ランキング", "관련기사", "관련 기사", "많이 본", "추천",
        ],
        .share: [
            "share", "share this", "share on", "share via", "tweet", "facebook", "twitter", "whatsapp", "email this", "print", "save",
            "copy link", "teilen", "auf facebook teilen", "drucken", "merken", "compartir", "partager", "condividi", "compartilhe",
            "compartilhar", "delen", "dela", "del", "udostępnij", "podziel się", "поделиться", "поделитесь", "κοινοποίηση", "paylaş",
            "分享", "分享到", "分享至", "打印", "收藏", "字号", "字體", "シェア", "ツイート", "공유", "공유하기",
        ],
        .comment: [
            "comment", "comments", "leave a comment", "leave a reply", "post a comment", "add a comment", "join the discussion",
            "join the conversation", "view comments", "reply", "report abuse", "kommentar", "kommentare", "kommentieren",
            "comentarios", "comentar", "deja un comentario", "commentaire", "commentaires", "réagir", "commenti", "lascia un commento",
            "comentários", "reacties", "kommentarer", "komentarze", "dodaj komentarz", "комментарии", "комментариев", "добавить комментарий",
            "σχόλια", "yorum", "yorumlar", "评论", "评论列表", "发表评论", "网友评论", "网友留言", "我要评论", "跟帖", "留言", "回复", "コメント", "댓글",
        ],
        .subscribe: [
            "subscribe", "subscribe to", "sign up", "sign up for", "newsletter", "get the latest", "join our", "become a member",
            "become a subscriber", "get unlimited access", "already a subscriber", "follow us", "download our app", "get our app",
            "want more", "stay up to date", "enter your email", "abonnieren", "jetzt abonnieren", "newsletter abonnieren", "abo",
            "suscríbete", "suscribirse", "boletín", "abonnez vous", "s abonner", "inscrivez vous", "iscriviti", "abbonati", "assine",
            "inscreva se", "abonneer", "prenumerera", "abonner", "abonnement", "bli abonnent", "zapisz się", "subskrybuj", "prenumerata",
            "подпишитесь", "подписаться", "подписка", "εγγραφείτε", "abone ol", "订阅", "訂閱", "関注", "メルマガ", "구독",
        ],
        .photo: [
            "photo", "photos", "photo by", "photo credit", "photograph", "image", "image credit", "images", "picture", "pictured", "file photo",
            "getty images", "ap photo", "reuters", "credit", "video", "watch", "listen", "gallery", "shutterstock", "courtesy of", "foto",
            "fotos", "bild", "bilder", "bildquelle", "quelle", "symbolbild", "imagen", "crédito", "photo d illustration", "crédit photo",
            "immagine", "imagem", "crédito da imagem", "beeld", "fot", "zdjęcie", "źródło", "фото", "иллюстрация", "видео", "φωτογραφία",
            "fotoğraf", "图", "图片", "图为", "图片来源", "供图", "资料图", "图源", "摄", "视频", "圖", "圖片", "圖為", "写真", "画像", "提供", "사진", "제공",
        ],
        .advertisement: [
            "advertisement", "advertising", "sponsored", "sponsored content", "promoted", "ad", "ads", "article continues below",
            "story continues below", "continue reading", "scroll to continue", "anzeige", "werbung", "publicidad", "publicité", "pubblicità",
            "publicidade", "advertentie", "annons", "annonse", "annonce", "reklama", "реклама", "διαφήμιση", "reklam", "广告", "廣告", "広告", "광고", "推广",
        ],
        .disclaimer: [
            "disclaimer", "the views expressed", "the opinions expressed", "the information contained", "this article was originally",
            "this story was originally", "originally published", "republished with permission", "this site uses", "terms of use", "privacy policy",
            "terms and conditions", "haftungsausschluss", "datenschutz", "aviso legal", "mentions légales", "声明", "免责声明", "郑重声明", "特别声明",
            "版权声明", "免責聲明", "仅代表作者", "不代表本网", "如有侵权", "风险提示", "投资有风险", "違法", "违法和不良信息", "举报",
        ],
        .updated: [
            "updated", "last updated", "published", "posted", "posted on", "published on", "modified", "first published", "aktualisiert",
            "veröffentlicht", "stand", "erstellt", "actualizado", "publicado", "publicado el", "publié", "publié le", "mis à jour",
            "pubblicato", "aggiornato", "atualizado", "publicado em", "gepubliceerd", "bijgewerkt", "publicerad", "uppdaterad", "publisert",
            "oppdatert", "opdateret", "publiceret", "opublikowano", "dodano", "aktualizacja", "опубликовано", "обновлено", "дата",
            "δημοσίευση", "ενημέρωση", "güncelleme", "yayınlanma", "发布时间", "发布", "更新时间", "更新", "发表于", "時間", "时间", "公開", "掲載", "입력", "수정", "승인",
            "min read", "minutes read", "minute read", "ago", "lesezeit", "minuten", "阅读", "浏览", "阅读量",
        ],
        .tags: [
            "tags", "tag", "topics", "filed under", "categories", "category", "keywords", "themen", "schlagworte", "schlagwörter", "etiquetas",
            "temas", "mots clés", "thèmes", "argomenti", "tópicos", "onderwerpen", "ämnen", "emner", "tagi", "tematy", "теги", "тема",
            "ετικέτες", "etiketler", "标签", "標籤", "关键词", "关键字", "タグ", "키워드",
        ],
        .readMore: [
            "read more", "learn more", "find out more", "more", "see more", "view more", "show more", "load more", "click here", "view all", "see all",
            "full story", "mehr", "weiterlesen", "mehr lesen", "zum artikel", "alle", "leer más", "ver más", "lire la suite", "lire plus",
            "en savoir plus", "leggi tutto", "continua a leggere", "saiba mais", "leia mais", "ver mais", "lees meer", "lees verder",
            "les mer", "læs mere", "czytaj więcej", "czytaj dalej", "więcej", "zobacz", "подробнее", "далее", "читать далее", "показать еще",
            "περισσότερα", "διαβάστε περισσότερα", "devamı", "查看更多", "查看全文", "点击查看", "阅读全文", "展开全文", "続きを読む", "もっと見る", "더보기",
        ],
        .contact: [
            "contact", "contact us", "about us", "about", "email", "phone", "tel", "address", "write to", "send us", "got a tip", "help",
            "kontakt", "über uns", "contacto", "contáctenos", "contactez nous", "contatti", "contato", "o nas", "контакты", "о нас", "редакция",
            "επικοινωνία", "联系我们", "关于我们", "联系电话", "电话", "邮箱", "热线", "投稿", "报料", "地址", "聯絡", "お問い合わせ", "제보", "문의", "전화",
        ],
        .pager: [
            "previous", "next", "previous article", "next article", "previous post", "next post", "back to top", "go back", "back", "skip to", "page",
            "nächster artikel", "vorheriger artikel", "zurück", "weiter", "nach oben", "anterior", "siguiente", "précédent", "suivant",
            "precedente", "successivo", "próximo", "vorige", "volgende", "poprzedni", "następny", "następna", "предыдущая", "следующая", "наверх",
            "επόμενο", "προηγούμενο", "önceki", "sonraki", "上一篇", "下一篇", "上一页", "下一页", "返回", "返回首页", "返回顶部", "首页", "前の記事", "次の記事", "이전", "다음", "目录",
        ],
        .consent: [
            "cookie", "cookies", "we use cookies", "accept", "accept all", "reject all", "manage preferences", "we and our partners", "your privacy",
            "your consent", "wir verwenden cookies", "zustimmen", "akzeptieren", "datenschutzerklärung", "utilizamos cookies", "aceptar",
            "nous utilisons des cookies", "accepter", "utilizziamo i cookie", "accetta", "wij gebruiken cookies", "pliki cookies", "akceptuję",
            "мы используем файлы cookie", "javascript", "enable javascript", "ad blocker", "adblock", "your browser", "browser",
        ],
        .login: [
            "log in", "login", "sign in", "register", "my account", "create an account", "forgot password", "password", "anmelden", "einloggen",
            "registrieren", "iniciar sesión", "se connecter", "connexion", "accedi", "entrar", "inloggen", "logga in", "logg inn", "zaloguj",
            "войти", "вход", "регистрация", "σύνδεση", "giriş", "登录", "登陆", "注册", "登入", "ログイン", "로그인", "用户名", "密码",
        ],
        .month: [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
            "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "januar", "februar", "märz", "mai", "juni", "juli",
            "oktober", "dezember", "desember", "marts", "maj", "augusti", "augustus", "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
            "septiembre", "octubre", "noviembre", "diciembre", "janvier", "février", "mars", "avril", "juin", "juillet", "août", "septembre",
            "octobre", "novembre", "décembre", "gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre",
            "janeiro", "fevereiro", "março", "maio", "junho", "julho", "setembro", "outubro", "dezembro", "januari", "februari", "maart",
            "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada", "grudnia",
            "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
            "ιανουαρίου", "φεβρουαρίου", "μαρτίου", "απριλίου", "μαΐου", "ιουνίου", "ιουλίου", "αυγούστου", "σεπτεμβρίου", "οκτωβρίου",
            "νοεμβρίου", "δεκεμβρίου", "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim", "kasım", "aralık",
        ],
        .originalTitle: ["原标题", "原標題", "标题", "原题"],
        .source: [
            "来源", "稿源", "转自", "信息来源", "消息来源", "來源", "source", "sources", "quelle", "fuente", "fonte", "źródło", "источник", "πηγή", "kaynak", "bron",
            "出典", "via",
        ],
        .repost: ["本文来自", "本文来源", "本文转自", "原文链接", "本文作者", "转载", "转载请注明", "未经授权", "本文由", "授权转载", "本文首发", "欢迎转载"],
        .follow: ["关注", "关注我们", "微信公众号", "公众号", "微信号", "微博", "關注", "フォロー", "follow", "follow us on", "folgen sie", "síguenos", "suivez", "seguici", "siga"],
        .scan: ["扫码", "扫一扫", "扫描", "二维码", "长按", "掃碼", "下载", "客户端", "手机版", "手机看", "app"],
        .editor: ["责任编辑", "责编", "编辑", "編輯", "责任编校", "校对", "审核", "监制", "纠错", "编审", "值班主任", "editor", "edited by", "redaktion", "editing by", "redakcja"],
        .support: [
            "support", "donate", "donation", "make a donation", "support us", "your support", "we rely on", "independent journalism", "spenden", "unterstützen",
            "contribute", "become a supporter", "support our journalism", "dona", "faire un don", "赞助", "打赏",
        ],
    ]

    /// Small words that running text is full of and menus are not.
    static let stopWords = [
        // English, German, Dutch
        "the of and to in a is that it for was on with as he she they be at by i this had not are but from or have an which you were his her their "
            + "has would what will there we who been more if no out so said said its about than them can could into only other",
        "der die das und in zu den dem des ein eine einer eines einem einen ist im mit auf für von sich nicht auch es an werden aus er hat dass sie nach wird bei "
            + "noch wie war haben wurde über um so zum zur am sind ich oder aber nur vor bis mehr durch man",
        "de het een van en in is dat op te zijn met voor niet aan er ook die als maar door over bij om naar uit hebben wordt nog",
        // Scandinavian
        "och att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan man när nu "
            + "og det er en til på som av at for med de ikke den har et jeg var om fra vi han hun men kan så på sig blev",
        // Romance
        "el la de que y a en un ser se no haber por con su para como estar tener le lo todo pero más hacer o este ya los las del una al es son fue ha sus entre sobre",
        "le la les de des du un une et à en est que qui dans pour pas sur se au aux plus par je ne avec il elle sont ce cette son sa ses ont été mais ou comme nous vous leur",
        "il lo la i gli le di a da in con su per tra fra e che è un una non si del della dei delle al alla nel nella sono ha anche come più ma o dal questo",
        "o a os as de do da dos das em no na nos nas um uma e que é para com por não se mais como mas foi ao ele ela seu sua são ou quando muito já também pelo pela",
        // Slavonic
        "i w na z do się nie to że jest o jak po co od za ale dla przez są czy był być tym tak już było także ich jego tylko przed pod który która które oraz może jej lub ze",
        "и в на не что с по как это он к из у за от то но а о его для был все так же было до при или если бы когда ее их мы она они есть уже только также после который этого",
        // Greek, Turkish
        "και το να του η της με που την από για είναι στο ο οι τα των σε θα στην τον δεν τη ότι στη έχει μια ένα αυτό τους στα κατά μας αλλά ή",
        "ve bir bu da de için ile olarak çok daha olan ne gibi kadar sonra olduğu ama en o ki her ise değil var diye",
        // Chinese, Japanese, Korean: single characters
        "的 了 是 在 和 有 不 这 他 我 们 也 就 为 与 对 中 上 说 着 個 這 們 為 與 說 の は を に が と で た し て も い る な",
    ]
}
