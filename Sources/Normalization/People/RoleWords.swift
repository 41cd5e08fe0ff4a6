import Lexicon
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
    static let hanModifiers = Lexicon.all { $0.people.wideModifiers }

    /// Role words behind the place that a report comes from.
    static let hanReports = Set(Lexicon.all { $0.people.wideReports })

    /// Places that papers of Taiwan, Hong Kong and China date reports from, and kinds of reports, glued to the reporter's name.
    static let hanDatelines = Lexicon.all { $0.people.wideDatelines }

    /// Words that mean the paper itself.
    static let hanOwn = Lexicon.all { $0.people.wideOwn } + ["（", "("]

    /// Signs that what follows is no name: a contact, a source, a time, a sentence.
    static let hanStops = Lexicon.all { $0.people.wideStops }

    /// What follows 记者 or 编辑 in running text and is no name.
    static let hanNoNames = hanSections.union(Lexicon.all { $0.people.wideNoNames })

    /// Names of sections: items of menus, never people.
    static let hanSections = Set(Lexicon.all { $0.people.sectionNames })

    /// What names of columns and channels end with, and no person's.
    static let hanPlaces = Lexicon.all { $0.people.channelEndings }

    /// What no name in brackets behind an article ends with: who took or gave a picture, an office.
    static let hanNoEnds = Lexicon.all { $0.people.noNameEndings }

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
    static let joiners = Set(Lexicon.all { $0.people.ands + $0.people.joiners })

    /// Words of names that are lower case.
    static let particles = Set(Lexicon.all { $0.people.particles })

    /// Words of what somebody is: a job title ends with one.
    static let titles = Set(Lexicon.all { $0.people.titles })

    /// Words that stand before those in a job title.
    static let titleAdjectives = Set(Lexicon.all { $0.people.titleAdjectives })

    /// Words of organisations' names.
    static let organisations = Set(
        Lexicon.all { $0.people.organisations }
            + [
                "getty", "shutterstock", "istock", "unsplash", "pixabay", "alamy", "imago", "pexels",
            ])

    /// What stands in elements for names and is none, folded: the words of buttons, labels and list heads.
    static let noNames = Set(
        Lexicon.all { $0.people.noNames }
            + [
                "meta name", "superuser", "wpadmin", "root", "n/a", "null", "undefined",
            ])

    /// What stands beside numbers and weekdays where a page says when, folded, and is no name with them alone.
    static let timeWords = Set(
        Lexicon.all { $0.people.timeWords } + ["et", "est", "edt", "gmt", "utc", "–", "-", "|", "•", "·"])

    /// News agencies, which stand beside names as authors.
    static let agencies: Set<String> = [
        "dpa", "afp", "ap", "reuters", "sid", "apa", "sda", "epd", "kna", "ansa", "efe", "lusa", "ntb", "ritzau", "tt",
        "stt", "pap", "ctk", "mti", "tass", "тасс", "риа", "интерфакс", "bloomberg", "belga", "anp", "upi", "pti",
        "ani",
        "ians", "aap", "cp", "xinhua", "afp/relaxnews", "dpa-afx", "awp", "keystone-sda", "anadolu", "aa", "dha", "iha",
    ]

    /// What ends the names of a line.
    static let latinStops = Set(Lexicon.all { $0.people.stops } + ["|", "(c)", "©"])
}
