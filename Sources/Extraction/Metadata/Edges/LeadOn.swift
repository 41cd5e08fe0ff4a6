internal import Normalization

/// Lines between the paragraphs of an article that lead on: to another article (`Also read: …`), or past an advertisement (`Story
/// continues below`).
enum LeadOn {
    /// Whether a block of the body is one: the words alone, or the words and a link that is most of the line.
    static func isOne(_ block: Int, _ lines: PageText) -> Bool {
        guard lines.isShortLine(block, limit: 300) else { return false }
        if lines.size(block) <= 80 {
            let folded = TextFold.fold(lines.text(block).lowercased())
            if whole.contains(folded) || !isFollowed(block, lines) && labels.contains(folded) { return true }
        }
        if lines.isLink(block) { return startsWithLabel(lines.text(block).lowercased()) }
        guard lines.size(block) <= 160, lines.ask(block, { contains($0, ":") }) else { return false }
        return isTitled(lines.text(block).lowercased())
    }

    /// Whether a line without a link is a label of two words or more, a colon and a headline: links of some pages are made by scripts.
    private static func isTitled(_ line: String) -> Bool {
        guard let colon = line.prefix(40).firstIndex(of: ":"), line[..<colon].contains(" "),
            !RunningText.endsSentence(line.utf8.span)
        else { return false }
        return others.contains(TextFold.fold(String(line[..<colon])))
    }

    /// The labels that nothing else of an article begins with, folded.
    private static let others = Set(leading.map(TextFold.fold))

    /// Whether what stands behind a block is of the body too: a label whose links are gone leads nowhere.
    private static func isFollowed(_ block: Int, _ lines: PageText) -> Bool {
        block + 1 < lines.count && lines.isBody(block + 1)
    }

    /// Whether a line begins with a label and a sign behind it, or with one of several words.
    private static func startsWithLabel(_ line: String) -> Bool {
        let line = Substring(line.unicodeScalars.drop(while: opens))
        if let sign = line.unicodeScalars.prefix(60).firstIndex(where: isSign),
            labels.contains(TextFold.fold(String(line[..<sign])))
        {
            return true
        }
        // "Learn more about the harbour here." is the article's own sentence.
        guard !RunningText.endsSentence(String(line).utf8.span) else { return false }
        var words: [Substring] = []
        for word in line.split(separator: " ", maxSplits: 5).prefix(4) {
            words.append(word)
            if words.count > 1, labels.contains(TextFold.fold(words.joined(separator: " "))) { return true }
        }
        return false
    }

    /// Whether a scalar stands before a label.
    private static func opens(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "[", "(", ">", "»", " ", "•", "-": true
        default: false
        }
    }

    /// Whether a scalar stands between a label and a headline.
    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ":", "：", "|", "｜", "»", ">", "–", "—": true
        default: false
        }
    }

    /// Whole lines, folded.
    private static let whole = Keyword.lines(.advertisement, .readMore).union(passing.map(TextFold.fold))

    /// What stands before the headline of another article, folded.
    private static let labels = Keyword.lines(.related, .readMore).union(others)

    /// Lines that an advertisement, a player or a gallery stands behind. A test has a row for each.
    static let passing = [
        "story continues below advertisement", "story continues below this ad", "story continues below",
        "scroll to continue with content", "sign up here", "advertisement scroll to continue",
        "article continues below advertisement", "article continues after ad",
        "story continues after ad", "continue reading below", "article continues below this ad", "continues below",
        "der artikel geht unter der anzeige weiter", "nach der anzeige geht es weiter", "weiter nach der anzeige",
        "la suite après cette publicité", "el artículo continúa después de la publicidad",
        "continúa después del anuncio",
        "continua após a publicidade", "continua depois da publicidade", "la notizia continua dopo la pubblicità",
        "continua a leggere dopo la pubblicità", "artikel gaat verder onder de advertentie",
        "tekst gaat verder onder de foto",
        "artikeln fortsätter under annonsen", "artikkelen fortsetter under annonsen",
        "artiklen fortsætter efter annoncen",
        "juttu jatkuu mainoksen jälkeen", "dalsza część artykułu pod materiałem wideo", "ciąg dalszy tekstu pod wideo",
        "článek pokračuje pod reklamou", "a cikk a hirdetés után folytatódik", "articolul continuă după publicitate",
        "tekst se nastavlja ispod oglasa", "članak se nastavlja ispod oglasa", "продолжение после рекламы",
        "продовження після реклами", "продължава след рекламата", "συνέχεια μετά τη διαφήμιση", "haberin devamı",
        "artikel berlanjut setelah iklan", "scroll untuk melanjutkan membaca",
        "advertisement scroll to continue with content", "請繼續往下閱讀", "请继续往下阅读", "廣告請繼續往下閱讀",
    ]

    /// Words before another article's headline, beside those that head lists of related articles. A test has a row for each.
    static let leading = [
        "also read", "read also", "read this", "read next", "also see", "see also", "watch", "watch also", "don't miss",
        "you may also like", "recommended", "recommended reading", "explore", "more news", "in other news", "must read",
        "lesen sie auch", "lesen sie mehr", "lesen sie hier", "lies auch", "auch interessant", "mehr dazu",
        "mehr zum thema",
        "lire aussi", "à lire aussi", "à lire", "voir aussi", "lea también", "lee también", "leer también",
        "te puede interesar",
        "ver también", "mira también", "leia também", "leia mais", "veja também", "saiba mais", "leggi anche",
        "vedi anche",
        "lees ook", "lees meer", "bekijk ook", "läs också", "läs även", "läs mer", "les også", "læs også", "lue myös",
        "lue lisää",
        "czytaj też", "czytaj także", "czytaj również", "zobacz też", "zobacz także", "zobacz również",
        "przeczytaj także",
        "čtěte také", "čtěte více", "čítajte tiež", "olvassa el", "olvasd el", "citește și", "citiți și",
        "pročitajte i",
        "pročitajte još", "preberite tudi", "читайте также", "читайте ещё", "читайте еще", "смотрите также", "по теме",
        "читайте також", "дивіться також", "прочетете още", "вижте още", "четете още", "прочитајте", "διαβάστε επίσης",
        "διαβάστε ακόμη", "δείτε επίσης", "δείτε ακόμη", "ayrıca okuyun", "bunlar da ilginizi çekebilir",
        "ilgili haber",
        "baca juga", "lihat juga", "simak juga", "tonton juga", "simak juga video", "simak video", "lihat juga video",
        "tonton juga video", "our standards", "xem thêm", "đọc thêm", "อ่านเพิ่มเติม", "यह भी पढ़ें",
        "ये भी पढ़ें",
        "इसे भी पढ़ें", "আরও পড়ুন", "மேலும் படிக்க", "اقرأ أيضا", "اقرأ أيضاً", "شاهد أيضا", "بیشتر بخوانید", "קראו גם", "קראו עוד",
        "soma pia", "tazama pia", "延伸阅读", "延伸閱讀", "相关阅读", "相關閱讀", "更多阅读", "更多閱讀", "推荐阅读", "相关新闻", "相關新聞",
        "あわせて読みたい", "関連記事", "合わせて読みたい", "관련기사", "관련 기사", "함께 읽기",
    ]
}
