/// Lines that ask readers to call, write or report: they belong to no field of an event.
public enum ContactLine {
    /// Whether a line is such a contact line (报料热线, 纠错, 举报电话, "Tip line:", "Report a typo"): cheap, on bytes.
    ///
    /// Only short lines are; a paragraph that gives a telephone number is text.
    public static func isContact(_ line: Span<UInt8>) -> Bool {
        guard line.count >= 4, line.count <= 360 else { return false }
        return signs.isIn(line)
    }

    /// Where a contact begins that hangs on something else (`作者：张三 纠错：…`), from a byte on; otherwise `nil`.
    static func start(in line: Span<UInt8>, from start: Int = 0) -> Int? {
        guard let phrase = glued.first(in: line, from: start), phrase.lowerBound > start else { return nil }
        return phrase.lowerBound
    }

    /// A line up to the contact that hangs on its end.
    static func without(_ line: String) -> String {
        guard let start = start(in: line.utf8.span) else { return line }
        let signs: Set<Character> = [" ", "|", "｜", "(", "（", "[", "【", ",", "，", ";", "；", "·"]
        var text = String(decoding: line.utf8.prefix(start), as: UTF8.self)[...]
        while let last = text.last, signs.contains(last) { text.removeLast() }
        return String(text)
    }

    /// Phrases that only contact lines hold.
    static let phrases = [
        "报料热线", "爆料热线", "新闻热线", "报料电话", "爆料电话", "新闻爆料", "我要爆料", "我要报料", "热线电话", "服务热线", "客服热线",
        "投诉电话", "监督电话", "举报电话", "举报邮箱", "举报热线", "不良信息举报", "违法信息", "纠错:", "纠错电话", "我要纠错", "内容纠错",
        "投稿邮箱", "投稿信箱", "联系邮箱", "联系电话:", "联系我们", "商务合作", "广告合作", "广告热线", "合作热线", "报料邮箱", "爆料邮箱",
        "采访线索", "新闻线索", "爆料微信", "报料微信", "读者热线", "客服电话", "新闻报料", "查错热线", "报错电话", "检举电话",
        "檢舉電話", "新聞爆料", "新聞報料", "報料熱線", "爆料熱線", "新聞熱線", "檢舉信箱", "舉報電話", "客服專線", "お問い合わせ", "情報提供はこちら",
        "제보하기", "제보는", "기사제보", "제보 이메일", "카카오톡 제보", "tip line", "news tips", "got a tip", "send us a tip",
        "report a typo", "report an error", "report a correction", "report this article", "submit a tip",
        "have a story", "if you have a tip", "send tips to", "send your tips", "report abuse", "contact the author:",
        "contact the newsroom", "contact us at", "email us at", "e-mail us", "call us at", "report a mistake",
        "spotted an error", "suggest a correction", "send corrections", "email the author", "email the reporter",
        "fehler gefunden", "fehler melden", "korrektur melden", "haben sie hinweise", "leserbrief schreiben",
        "schreiben sie uns", "kontaktieren sie uns", "signaler une erreur", "signaler une faute", "contactez-nous",
        "contacter la redaction", "une erreur a signaler", "reportar un error", "informar de un error", "contactenos",
        "escribanos", "contacta con nosotros", "segnala un errore", "segnala errore", "contattaci",
        "scrivi alla redazione",
        "comunicar erro", "fale conosco", "reportar erro", "entre em contato", "fout gezien", "tip de redactie",
        "meld een fout", "zglos blad", "napisz do nas", "skontaktuj sie", "masz temat", "сообщить об ошибке",
        "нашли ошибку", "нашли опечатку", "выделите ее и нажмите", "горячая линия", "телефон редакции",
        "email редакции",
        "прислать новость", "знайшли помилку", "повідомити про помилку", "rapporter feil", "tips oss", "tipsa oss",
        "rapportera fel", "hittat fel", "kontakta redaktionen", "tip os", "fejl i artiklen", "ilmoita virheesta",
        "lahetta palautetta", "laheta palautetta", "nahlasit chybu", "nasli jste chybu", "hibat talalt",
        "raporteaza eroare",
        "hata bildir", "bize ulasin", "ihbar hatti", "laporkan kesalahan", "hubungi redaksi", "duong day nong",
        "gui phan hoi", "επικοινωνηστε", "αναφορα λαθουσ", "ابلغ عن خطا", "اتصل بنا", "للتواصل",
    ]

    private static let signs = WordSigns(phrases)
    /// Behind something else the bare word says it.
    private static let glued = WordSigns(phrases + ["纠错", "糾錯"])
}
