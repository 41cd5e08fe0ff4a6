import Lexicon
import Pages

/// Words by which pages name what somebody did, as data.
enum RoleWords {
    /// Chinese and Japanese role words. The longest that fits is taken.
    static let han = Lexicon.all(roles: { $0.people.wideRoles })

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

    /// Western markers: what they start with, in folded words, and the role.
    static let latin = Lexicon.all(roles: { $0.people.bylines })

    /// Markers of an author that are everyday words in other languages, folded, by the code of their own.
    private static let markersByLanguage = Lexicon.own { $0.people.ownBylines }

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

    /// Ends of domains as long as surnames.
    static let domainEndings: Set<String> = [
        "info", "online", "news", "shop", "blog", "live", "press", "today", "world", "media", "club", "site", "store",
        "berlin",
        "wien", "hamburg", "koeln", "bayern", "email", "team", "tech", "name", "mobi", "aero", "jobs", "travel",
        "museum", "coop",
        "post", "asia", "tokyo", "london", "paris", "global", "agency", "digital", "network", "space", "website",
        "life", "work",
        "design", "studio", "expert", "reviews", "social", "video", "games", "health", "money", "finance", "example",
        "local", "test",
    ]

    /// Last words of the names of accounts that feeds and systems publish under, folded.
    static let accounts = Set(Lexicon.all { $0.people.accounts })

    /// Words for those who write in a paper's name, folded.
    static let desks = Set(Lexicon.all { $0.people.desks })

    /// Last words of the names of papers and stations, folded.
    static let papers = Set(Lexicon.all { $0.people.papers })

    /// Surnames of scripts without spaces that are known by more than one character, as Japan has them.
    static let wideSurnames = Lexicon.all { $0.people.wideSurnames }

    /// What no Japanese name in brackets behind an article ends with.
    static let unsignedEndings = Lexicon.all { $0.people.unsignedEndings }

    /// Whole texts in brackets below an article that name nobody.
    static let unsignedNotes = Set(Lexicon.all { $0.people.unsignedNotes })

    /// Places that look like names of people, folded.
    static let places = Set(Lexicon.all { $0.people.places })

    /// Words that names of places begin with, folded.
    static let placeBeginnings = Set(Lexicon.all { $0.people.placeBeginnings })

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
