import Pages

/// Words by which pages name what somebody did, as data.
enum RoleWords {
    /// Chinese and Japanese role words. The longest that fits is taken.
    static let han: [(word: String, role: ContributorRole)] = [
        ("记者", .reporter), ("記者", .reporter), ("采写", .reporter), ("采访", .reporter), ("取材", .reporter),
        ("报道", .reporter), ("報道", .reporter), ("報導", .reporter), ("通讯员", .correspondent),
        ("通訊員", .correspondent), ("特派员", .correspondent), ("特派員", .correspondent), ("作者", .author),
        ("撰文", .author), ("撰稿", .author), ("撰稿人", .author), ("撰写", .author), ("文字", .author),
        ("執筆", .author), ("執筆者", .author), ("文責", .author), ("寄稿", .author), ("聞き手", .reporter), ("編集者", .editor),
        ("执笔", .author), ("文", .author), ("供稿", .author), ("主笔", .author), ("著者", .author),
        ("编辑", .editor), ("編輯", .editor), ("編集", .editor), ("责任编辑", .editor), ("責任編輯", .editor),
        ("责编", .editor), ("責編", .editor), ("主编", .editor), ("主編", .editor), ("编者", .editor), ("编审", .editor),
        ("值班编辑", .editor), ("值班主任", .editor), ("执行主编", .editor), ("美编", .editor), ("视觉", .editor),
        ("新媒体编辑", .editor), ("网络编辑", .editor), ("版面编辑", .editor), ("实习编辑", .editor), ("本文编辑", .editor),
        ("本期编辑", .editor), ("统筹", .editor), ("策划", .editor), ("监制", .reviewer), ("摄影", .photographer),
        ("攝影", .photographer), ("撮影", .photographer), ("写真", .photographer), ("摄", .photographer),
        ("攝", .photographer), ("图", .photographer), ("圖", .photographer), ("图片", .photographer),
        ("摄像", .photographer), ("拍摄", .photographer), ("翻译", .translator), ("翻譯", .translator),
        ("編譯", .translator), ("编译", .translator), ("译者", .translator), ("譯者", .translator), ("訳", .translator),
        ("译", .translator), ("翻訳", .translator), ("审核", .reviewer), ("審核", .reviewer), ("校对", .reviewer),
        ("校對", .reviewer), ("审校", .reviewer), ("审稿", .reviewer), ("校审", .reviewer), ("初审", .reviewer),
        ("复审", .reviewer), ("终审", .reviewer), ("一审", .reviewer), ("二审", .reviewer), ("三审", .reviewer),
        ("签发", .reviewer), ("审读", .reviewer), ("责任校对", .reviewer), ("責任校對", .reviewer), ("核稿", .reviewer),
        ("审签", .reviewer),
    ]

    /// Words before a role word that belong to it ("见习记者" is a role, "本报" no affiliation).
    static let hanModifiers = [
        "见习", "實習", "实习", "特约", "特約", "首席", "高级", "资深", "全媒体", "融媒体", "全媒體", "新媒体", "客户端",
        "特派", "驻外", "前方", "值班", "责任", "本文", "本期", "网络", "视频", "摄影", "文字", "主任",
    ]

    /// Role words behind the place that a report comes from.
    static let hanReports: Set<String> = ["报道", "報道", "報導"]

    /// Places that papers of Taiwan, Hong Kong and China date reports from, and kinds of reports, glued to the reporter's name.
    static let hanDatelines = [
        "台北", "臺北", "新北", "桃園", "台中", "臺中", "台南", "臺南", "高雄", "基隆", "新竹", "苗栗", "彰化", "南投", "雲林", "嘉義",
        "屏東", "宜蘭", "花蓮", "台東", "臺東", "澎湖", "金門", "馬祖", "北京", "上海", "廣州", "广州", "深圳", "香港", "澳門", "澳门",
        "東京", "东京", "首爾", "首尔", "華府", "華盛頓", "华盛顿", "紐約", "纽约", "倫敦", "伦敦", "巴黎", "柏林", "綜合", "综合", "現場",
        "现场", "專題", "即時",
    ]

    /// Words that mean the paper itself.
    static let hanOwn = ["本报", "本報", "本网", "本網", "本刊", "本台", "本社", "我报", "我网", "该报", "（", "("]

    /// Signs that what follows is no name: a contact, a source, a time, a sentence.
    static let hanStops = [
        "纠错", "糾錯", "来源", "來源", "稿源", "转自", "时间", "時間", "日期", "邮箱", "电话", "热线", "投稿", "发布",
        "發布", "更新", "点击", "阅读", "评论", "分享", "字号", "打印", "关键词", "标签", "微信", "微博", "电子", "地址",
        "版权", "声明", "举报", "爆料", "报料", "原标题", "浏览", "扫码", "返回", "关闭", "联系", "文章", "责任", "手机",
    ]

    /// What follows 记者 or 编辑 in running text and is no name.
    static let hanNoNames = hanSections.union([
        "获悉", "了解", "了解到", "从", "在", "日前", "今日", "昨日", "今天", "昨天", "近日", "采访", "看到", "发现", "表示",
        "问", "提问", "报道", "报导", "手记", "们", "注意到", "来到", "走进", "现场", "观察", "专访", "连线", "会", "站",
        "节", "部", "中心", "室", "推荐", "整理", "来信", "获知", "致电", "调查", "查询", "网络", "不详", "佚名", "匿名",
        "暂无", "未知", "原创", "综合", "署名", "列表", "介绍", "简介", "专栏", "更多", "全部", "登录", "注册", "单位",
        "为", "系", "是", "与", "和", "并", "或", "及", "按", "说明", "介紹", "新闻", "首页", "其他", "计划", "计划表", "計劃表",
        "实习生", "實習生", "严正申明", "イラスト", "频道精选", "正文", "原文", "译文", "賞析", "赏析",
        "注释", "鉴赏", "评点", "思想感情", "组图", "圖集", "图集",
    ])

    /// Names of sections: items of menus, never people.
    static let hanSections: Set<String> = [
        "国际", "國際", "国内", "國內", "社会", "社會", "时政", "時政", "财经", "財經", "娱乐", "娛樂", "体育", "體育", "消费", "生活", "图片",
        "圖片", "视频", "視頻", "历史", "歷史", "旅游", "旅遊", "健康", "论坛", "論壇", "博客", "双语", "雙語", "军事", "軍事", "科技", "教育",
        "汽车", "汽車", "房产", "房產", "女性", "时尚", "時尚", "文化", "专题", "專題", "评论", "評論", "理财", "股票", "基金", "游戏", "遊戲",
        "读书", "讀書", "彩票", "星座", "美食", "亲子", "数码", "手机", "港澳", "台湾", "台海", "华人", "直播", "访谈", "焦点", "焦點", "要闻",
        "要聞", "经济", "經濟", "地方", "本地", "法治", "公益", "艺术", "藝術", "影视", "音乐", "音樂",
    ]

    /// What names of columns and channels end with, and no person's.
    static let hanPlaces = ["新闻", "新聞", "报道", "報道", "频道", "頻道", "中心", "网站", "網站"]

    /// What no name in brackets behind an article ends with: who took or gave a picture, an office.
    static let hanNoEnds = ["摄", "攝", "供", "局", "图", "圖", "文", "译", "社", "报", "网", "台", "院", "部", "完"]

    /// Western markers: what they start with, in folded words; the role; whether a name must look like one to be taken.
    static let latin: [(marker: String, role: ContributorRole)] = [
        ("by", .author), ("written by", .author), ("words by", .author), ("story by", .author), ("text by", .author),
        ("posted by", .author), ("posts by", .author), ("all posts by", .author), ("view all posts by", .author),
        ("see all posts by", .author), ("more posts by", .author), ("articles by", .author),
        ("view all articles by", .author), ("recipe by", .author), ("zeige alle beitrage von", .author),
        ("alle beitrage von", .author), ("alle artikel von", .author), ("voir tous les articles de", .author),
        ("ver todas las entradas de", .author), ("ver todos os posts de", .author), ("published by", .author),
        ("article by", .author), ("reported by", .reporter),
        ("reporting by", .reporter), ("report by", .reporter), ("contributed by", .author), ("author:", .author),
        ("authors:", .author), ("author", .author), ("writer:", .author), ("writers:", .author), ("words:", .author),
        ("reporter:", .reporter), ("reporters:", .reporter), ("correspondent:", .correspondent),
        ("edited by", .editor), ("editing by", .editor), ("editor:", .editor), ("editors:", .editor),
        ("photo by", .photographer), ("photos by", .photographer), ("photography by", .photographer),
        ("photographs by", .photographer), ("photographer:", .photographer), ("photos:", .photographer),
        ("photo:", .photographer), ("images by", .photographer), ("translated by", .translator),
        ("translation by", .translator), ("translation:", .translator), ("translator:", .translator),
        ("reviewed by", .reviewer), ("medically reviewed by", .reviewer), ("fact checked by", .reviewer),
        ("fact-checked by", .reviewer), ("von", .author), ("ein artikel von", .author), ("ein beitrag von", .author),
        ("autor:", .author), ("autorin:", .author), ("autoren:", .author), ("text:", .author), ("texte:", .author),
        ("foto:", .photographer), ("fotos:", .photographer), ("bild:", .photographer), ("redaktion:", .editor),
        ("redakteur:", .author), ("ubersetzung:", .translator), ("par", .author), ("ecrit par", .author),
        ("publie par", .author), ("redige par", .author), ("auteur:", .author), ("auteur :", .author),
        ("auteurs:", .author), ("propos recueillis par", .reporter), ("photo :", .photographer), ("por", .author),
        ("escrito por", .author), ("publicado por", .author), ("redaccion:", .author), ("texto:", .author),
        ("autora:", .author), ("autores:", .author), ("reportagem:", .reporter), ("di", .author),
        ("a cura di", .author),
        ("scritto da", .author), ("pubblicato da", .author), ("autore:", .author), ("testo di", .author),
        ("door", .author), ("geschreven door", .author), ("tekst:", .author), ("beeld:", .photographer),
        ("av", .author), ("af", .author), ("skrevet af", .author), ("skrevet av", .author), ("skriven av", .author),
        ("journalist:", .reporter), ("fotograf:", .photographer), ("foto ", .photographer), ("kirjoittaja:", .author),
        ("toimittaja:", .reporter), ("teksti:", .author), ("kuva:", .photographer), ("oprac.", .editor),
        ("opracowanie:", .editor), ("opracowal:", .editor), ("opracowala:", .editor), ("napisal:", .author),
        ("zdjecia:", .photographer), ("fot.", .photographer), ("autor", .author), ("autorka:", .author),
        ("napsal", .author), ("napsala", .author), ("redaktor:", .editor), ("szerzo:", .author), ("irta:", .author),
        ("scris de", .author), ("publicat de", .author), ("yazan:", .author), ("yazar:", .author),
        ("haber:", .reporter), ("muhabir:", .reporter), ("editor :", .editor), ("penulis:", .author),
        ("oleh:", .author),
        ("oleh", .author), ("reporter :", .reporter), ("tac gia:", .author), ("theo", .author), ("автор:", .author),
        ("авторы:", .author), ("автор", .author), ("текст:", .author), ("фото:", .photographer),
        ("перевод:", .translator),
        ("редактор:", .editor), ("корреспондент:", .correspondent), ("автор текста:", .author), ("του", .author),
        ("τησ", .author), ("των", .author), ("γραφει ο", .author), ("γραφει η", .author), ("γραφει:", .author),
        ("γραφουν οι", .author), ("συντακτησ:", .author), ("επιμελεια:", .editor), ("φωτογραφιεσ:", .photographer),
        ("كتب:", .author), ("كتبت:", .author), ("بقلم:", .author), ("بقلم", .author), ("כתב:", .author),
        ("מאת:", .author),
        ("מאת", .author), ("post author by", .author), ("post author", .author), ("article written by", .author),
        ("guide by", .author), ("interview:", .author), ("text und interview:", .author), ("interviewed by", .reporter),
        ("das gesprach fuhrte", .reporter), ("das gesprach fuhrten", .reporter),
        ("das interview fuhrte", .reporter), ("das interview fuhrten", .reporter), ("die fragen stellte", .reporter),
        ("die fragen stellten", .reporter), ("interview gefuhrt von", .reporter), ("aufgezeichnet von", .reporter),
        ("protokoll:", .reporter), ("entretien realise par", .reporter), ("interview realisee par", .reporter),
        ("entrevista de", .reporter), ("entrevista por", .reporter), ("intervista di", .reporter),
        ("rozmawial", .reporter), ("rozmawiala", .reporter), ("rozmawiali", .reporter), ("беседовал", .reporter),
        ("беседовала", .reporter), ("беседовали", .reporter), ("интервью взял", .reporter),
        ("интервью взяла", .reporter),
        ("розмовляв", .reporter), ("розмовляла", .reporter), ("haastattelu:", .reporter), ("intervju:", .reporter),
        ("interview by", .author),
        ("contributor:", .author), ("contributors:", .author), ("photograph by", .photographer),
        ("pictures:", .photographer),
        ("pictures by", .photographer),
        ("veroffentlicht von", .author), ("publiziert von", .author), ("recueilli par", .reporter),
        ("pise:", .author), ("pisu:", .author), ("โดย", .author), ("ผู้เขียน:", .author), ("نویسنده:", .author),
        ("लेखक:", .author), ("लेखक", .author), ("লেখক:", .author), ("تحریر:", .author),
        ("diposting oleh", .author), ("ditulis oleh", .author), ("dipublikasikan oleh", .author),
        ("pewarta:", .reporter),
        ("كتب -", .author), ("كتبت -", .author), ("كتب –", .author), ("كتبت –", .author), ("اعداد:", .author),
        ("تقرير:", .author), ("به قلم", .author), ("خبرنگار:", .reporter), ("irta", .author), ("opr.", .editor),
        ("opr:", .editor), ("автори:", .author), ("авторка:", .author), ("журналіст:", .reporter),
        ("журналист:", .reporter), ("пише:", .author), ("аутор:", .author), ("avtor:", .author), ("tac gia", .author),
        ("imeandikwa na", .author), ("mwandishi:", .author), ("autorius:", .author), ("parenge", .author),
        ("autors:", .author), ("autore:", .author), ("muellif:", .author), ("ავტორი:", .author), ("hofundur:", .author),
        ("egilea:", .author), ("tekstit:", .author), ("kirjoittanut", .author), ("ผู้เขียน", .author), ("เรื่อง:", .author),
        ("ภาพ:", .photographer), ("रिपोर्ट:", .reporter), ("रिपोर्टर:", .reporter), ("shkruan:", .author),
    ]

    /// Markers of an author that are everyday words in other languages, folded, by the code of their own.
    private static let markersByLanguage: [String: [String]] = [
        "ro": ["de"], "sw": ["na"], "bg": ["от"], "mk": ["од"], "fil": ["ni", "nina"], "tl": ["ni", "nina"],
        "sq": ["nga"],
        "ca": ["per"], "cy": ["gan"], "ga": ["le"],
    ]

    /// Markers that are read in a text of one language only.
    static func markers(of language: String?) -> [String] {
        language.flatMap { markersByLanguage[String($0.prefix { $0 != "-" && $0 != "_" }).lowercased()] } ?? []
    }

    /// Words between names.
    static let joiners: Set<String> = [
        "and", "und", "et", "y", "e", "en", "och", "og", "ja", "и", "та", "και", "ve", "with", "mit", "avec", "con",
        "com",
        "met", "med", "dan", "va", "si", "oraz", "i", "a", "und:", "sowie", "und/oder", "plus",
    ]

    /// Words of names that are lower case.
    static let particles: Set<String> = [
        "de", "da", "do", "dos", "das", "del", "della", "di", "la", "le", "van", "von", "der", "den", "ten", "ter",
        "zu",
        "zum", "zur", "bin", "bint", "al", "el", "ibn", "af", "av", "du", "des", "y", "e", "of", "the", "vom", "und",
        "d'", "'t", "ben", "abu", "os", "dela", "san", "st", "mc", "o'",
    ]

    /// Words of what somebody is: a job title ends with one.
    static let titles: Set<String> = [
        "reporter", "reporters", "editor", "editors", "correspondent", "correspondents", "writer", "writers",
        "contributor", "contributors", "director", "analyst", "columnist",
        "producer", "journalist", "journalists", "freelance", "freelancer",

        "expert", "specialist", "manager", "phd", "ph.d", "ph.d.", "md", "m.d.", "mba", "rn",
        "founder", "ceo", "cto", "co-founder", "president", "vp", "professor", "fellow", "intern",

        "redakteur", "redakteurin", "korrespondent", "korrespondentin", "volontar", "volontarin", "autorin", "autor",
        "redacteur", "redactrice", "journaliste", "correspondant", "redactor", "redactora", "periodista",
        "corresponsal",
        "giornalista", "redattore", "giornalisti", "redactie", "verslaggever", "dziennikarz", "redaktor", "журналист",
        "корреспондент", "редактор", "обозреватель", "muhabir", "toimittaja", "author", "photographer", "fotograf",
        "chefredakteur", "chefredakteurin", "ressortleiter", "ressortleiterin", "herausgeber", "herausgeberin",
        "videographer", "critic", "blogger", "cfp", "strategist", "consultant", "engineer", "developer",
        "copywriter", "researcher", "historian", "meteorologist", "reviewer", "advisor", "adviser", "nutritionist",
        "dietitian", "physician", "psychologist", "attorney", "lawyer", "designer", "architect", "coordinator",
    ]

    /// Words that stand before those in a job title.
    static let titleAdjectives: Set<String> = [
        "staff", "contributing", "senior", "junior", "chief", "managing", "associate", "assistant", "deputy",
        "executive",
        "guest", "lead", "head", "political", "sports", "business", "science", "health", "technology", "tech",
        "features",
        "editorial", "digital", "marketing", "content", "communications", "freelance", "news", "opinion",
        "investigative", "medical", "former",
    ]

    /// Words of organisations' names.
    static let organisations: Set<String> = [
        "news", "newspaper", "magazine", "media", "press", "report", "times", "post", "herald", "tribune", "gazette",
        "team", "desk", "agency", "agence", "agentur", "agencia", "redaktion", "redaccion", "redacao", "redazione",
        "redaction", "bureau", "inc", "inc.", "llc", "ltd", "gmbh", "ag", "company", "university", "institute",
        "network",
        "radio", "tv", "online", "zeitung", "nachrichten", "presse", "presse-agentur", "group", "studio", "journal",
        "daily", "weekly", "wire", "newsroom", "редакция", "новости", "publishing", "foundation", "center", "centre",
        "association", "council", "stock", "getty", "images", "shutterstock", "istock", "unsplash", "pixabay", "alamy",
        "alliance", "imago", "archiv", "archive", "pexels", "studios", "board", "collective", "department", "ministry",
        "service", "services", "staff", "digital", "ajansi", "ajans", "agencja", "agenzia", "agentura", "ugynokseg",
        "агентство", "агенция", "агенція", "gazetesi", "gazeta", "redakcja", "redakce", "szerkesztoseg", "jornal",
        "noticias", "notizie", "wiadomosci", "universitat", "universidad", "universita", "universite", "institut",
        "instituto", "ministerium", "ministerio", "stiftung", "fundacion", "fundacja", "rundfunk", "verlag", "kanton",
        "portal", "blog",
    ]

    /// What stands in elements for names and is none, folded: the words of buttons, labels and list heads.
    static let noNames: Set<String> = [
        "link copied", "copy link", "copied", "copied!", "authored", "posted", "stand", "share", "follow", "contact",
        "subscribe",
        "about the author", "about the authors", "about author", "author", "authors", "uber den autor",
        "uber die autorin", "mehr",
        "more", "read more", "show more", "see more", "view profile", "view all posts", "all posts", "see all",
        "loading",
        "alle artikel", "alle beitrage", "artikel empfehlen", "meta name", "no author", "super user", "superuser",
        "publisher", "webmaster", "site admin", "wpadmin", "root", "post author",
        "unknown", "anonymous", "n/a", "none", "null", "undefined", "admin", "administrator", "guest", "by", "von",
        "par",
    ]

    /// What stands beside numbers and weekdays where a page says when, folded, and is no name with them alone.
    static let timeWords: Set<String> = [
        "page", "ago", "day", "days", "hour", "hours", "hr", "hrs", "week", "weeks", "month", "months", "year", "years",
        "yesterday", "today", "first", "originally", "pm", "a.m.", "p.m.", "et", "est", "edt", "gmt", "utc", "by",
        "publiziert", "veroffentlicht", "erschienen", "vor", "stunden", "tagen", "publie", "publiee", "hace", "horas",
        "dias",
        "prije", "sati", "minuta", "objavljeno", "zverejneno", "publicat", "postet", "geplaatst", "δημοσιευτηκε",
        "δημοσιευθηκε", "ενημερωθηκε", "дата", "назад", "–", "-", "|", "•", "·",
    ]

    /// News agencies, which stand beside names as authors.
    static let agencies: Set<String> = [
        "dpa", "afp", "ap", "reuters", "sid", "apa", "sda", "epd", "kna", "ansa", "efe", "lusa", "ntb", "ritzau", "tt",
        "stt", "pap", "ctk", "mti", "tass", "тасс", "риа", "интерфакс", "bloomberg", "belga", "anp", "upi", "pti",
        "ani",
        "ians", "aap", "cp", "xinhua", "afp/relaxnews", "dpa-afx", "awp", "keystone-sda", "anadolu", "aa", "dha", "iha",
    ]

    /// What ends the names of a line.
    static let latinStops: Set<String> = [
        "published", "updated", "posted", "last", "on", "at", "is", "was", "has", "are", "who", "for", "in", "from",
        "veroffentlicht", "aktualisiert", "publie", "mis", "publicado", "actualizado", "pubblicato", "aggiornato",
        "gepubliceerd", "opublikowano", "опубликовано", "обновлено", "follow", "share", "email", "contact", "read",
        "comments", "comment", "min", "minute", "minutes", "am", "vom", "stand", "stand:", "|", "updated:",
        "published:",
        "posted:", "today", "yesterday", "source", "source:", "quelle", "quelle:", "photo", "photos", "image", "via",
        "le", "il", "el", "copyright", "(c)", "©", "subscribe", "advertisement", "view", "more", "bio", "profile",
        "modified", "created", "date", "date:", "time", "publicerad", "uppdaterad", "publisert", "oppdatert",
        "offentliggjort",
        "julkaistu", "paivitetty", "δημοσιευση", "ενημερωση", "guncelleme", "yayinlanma",
    ]
}
