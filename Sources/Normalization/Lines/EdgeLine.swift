import Text

/// Lines at the edges of an article that speak of the article itself, not of what it tells.
public enum EdgeLine: Sendable, Hashable, CaseIterable {
    /// Under which headline another medium published it: `原标题：…`.
    case originalTitle
    /// Where it stood first: `This article originally appeared on …`.
    case syndication
    /// What its publisher does not answer for: `免责声明：…`.
    case disclaimer
    /// How to follow the account that published it: `点击上方蓝字关注我们`.
    case follow
    /// What the site earns by its links or asks of its users, and who may reprint it: `We may earn a commission …`.
    case notice

    /// What a line says, or `nil` when it is no such line.
    public static func kind(of line: Span<UInt8>) -> EdgeLine? { allCases.first { $0.isIn(line) } }

    /// Whether a line says this: a label that it begins with, a bracket before it or not; or, of ``syndication`` and ``notice``, a phrase anywhere.
    public func isIn(_ line: Span<UInt8>) -> Bool {
        guard line.count <= longest, let place = Self.table[self]?.first(in: line) else { return false }
        if self == .syndication || self == .notice { return true }
        if self == .follow { return !Self.holdsStop(line) }
        return Self.isOpening(line.extracting(..<place.lowerBound))
            && Self.isClosing(line.extracting(place.upperBound...))
    }

    /// Bytes of the longest such line.
    private var longest: Int {
        switch self {
        case .originalTitle, .syndication: 300
        case .follow: 120
        case .notice: 1_200
        case .disclaimer: 2_000
        }
    }

    private static let table = Dictionary(uniqueKeysWithValues: allCases.map { ($0, WordSigns($0.phrases)) })

    /// Whether nothing stands before a label but brackets, asterisks and the like: no letter of any script.
    private static func isOpening(_ text: Span<UInt8>) -> Bool {
        text.count <= 12 && !holdsLetter(text)
    }

    /// Whether a sign or a bracket follows a label.
    private static func isClosing(_ text: Span<UInt8>) -> Bool {
        var place = 0
        while place < text.count, text[place] == 0x20 { place += 1 }
        let rest = text.extracting(place...)
        return closing.contains { starts(rest, with: $0) }
    }

    private static let closing = [":", "：", "】", "]", "）", ")", "》", "《", "为", "為", "|", "｜", "-", "—", "–", "."].map {
        Array($0.utf8)
    }

    private static func starts(_ text: Span<UInt8>, with sign: [UInt8]) -> Bool {
        text.count >= sign.count && sign.indices.allSatisfy { text[$0] == sign[$0] }
    }

    /// Whether a full stop or a comma of East Asia stands in a text: it is a sentence.
    private static func holdsStop(_ text: Span<UInt8>) -> Bool {
        var place = 0
        while place < text.count {
            let (value, length) = UTF8Scalars.scalar(in: text, at: place)
            if value == 0x3002 || value == 0xFF0C { return true }
            place += length
        }
        return false
    }

    private static func holdsLetter(_ text: Span<UInt8>) -> Bool {
        var place = 0
        while place < text.count {
            let (value, length) = UTF8Scalars.scalar(in: text, at: place)
            if Script.of(value).isLetter { return true }
            place += length
        }
        return false
    }

    /// Such labels and phrases. A test has a row for each.
    var phrases: [String] {
        switch self {
        case .originalTitle: Self.originalTitles
        case .syndication: Self.syndications
        case .disclaimer: Self.disclaimers
        case .follow: Self.follows
        case .notice: Self.notices
        }
    }

    private static let originalTitles = [
        "原标题", "原標題", "本文原标题", "本文原標題", "文章原标题", "原文标题", "原文標題", "原题为", "原題為",
    ]

    private static let syndications = [
        "article originally appeared", "article was originally published", "article originally published",
        "article first appeared", "article was first published", "story originally appeared",
        "story was originally published", "story first appeared", "story was first published",
        "post originally appeared", "post was originally published", "post first appeared", "piece originally appeared",
        "piece was originally published", "column originally appeared", "essay originally appeared",
        "article is republished from", "article was republished", "cross-posted from", "crossposted from",
        "republished here as part of", "republished with permission", "reprinted with permission",
        "dieser artikel erschien zuerst", "dieser beitrag erschien zuerst", "artikel ist zuerst erschienen",
        "beitrag ist zuerst erschienen", "text erschien zuerst", "cet article a été initialement publié",
        "cet article a d'abord été publié", "article initialement paru", "este artículo fue publicado originalmente",
        "este artículo se publicó originalmente", "este artículo apareció originalmente",
        "este artigo foi publicado originalmente", "esta matéria foi publicada originalmente",
        "questo articolo è apparso", "articolo originariamente pubblicato", "dit artikel verscheen eerder",
        "dit artikel is eerder verschenen", "artykuł ukazał się pierwotnie", "статья впервые опубликована",
        "материал впервые опубликован", "стаття вперше опублікована", "本文首发于", "本文首發於", "本文最初发表于",
        "only provides information storage", "仅提供信息存储", "僅提供信息存儲", "本文原载于", "本文转载自", "本文轉載自",
    ]

    private static let follows = [
        "点击上方", "点击蓝字", "点击下方", "点击关注", "戳蓝字", "蓝字关注", "點擊上方", "點擊藍字", "长按识别", "长按二维码", "扫码关注", "扫描二维码", "扫描下方二维码",
        "扫一扫关注", "關注我們", "关注我们", "关注公众号", "关注本公众号", "关注官方微信", "设为星标", "点个在看", "点个“在看”", "点亮在看", "点赞在看",
        "点击阅读原文", "左下角阅读原文",
    ]

    private static let notices = [
        "may earn a commission", "may earn commission", "earn an affiliate commission",
        "may receive a commission", "receive an affiliate commission", "may get a commission",
        "may receive compensation", "earn from qualifying purchases", "as an amazon associate", "we may be paid",
        "contains affiliate links", "include affiliate links", "uses affiliate links", "links are affiliate links",
        "by using this site, you agree", "by using this website, you agree", "you agree to our user agreement",
        "erhalten wir eine provision", "erhalten wir eine kleine provision", "bekommen wir eine provision",
        "sogenannte affiliate-links", "enthält affiliate-links", "percevoir une commission", "toucher une commission",
        "liens affiliés", "liens d'affiliation", "recibir una comisión", "enlaces de afiliado", "enlaces afiliados",
        "receber uma comissão", "links de afiliado", "ricevere una commissione", "link di affiliazione",
        "ontvangen wij een commissie", "bevat affiliatelinks", "может получить комиссию", "партнёрские ссылки",
        "アフィリエイト広告を利用", "アフィリエイトプログラムを利用", "凡本网注明", "凡本站注明", "凡本報註明", "凡本网未注明", "凡注明来源",
        "均系转载", "均为转载", "并不意味着本网赞同", "并不代表本网赞同", "并不代表本站赞同", "未经本网授权", "未经本站授权",
    ]

    private static let disclaimers = [
        "平台声明", "平台聲明", "免责声明", "免责申明", "免責聲明", "版权声明", "版权申明", "版權聲明", "特别声明", "特別聲明", "严正声明", "严正申明",
        "郑重声明", "風險提示及免責聲明", "風險提示", "风险提示", "免責事項", "면책조항", "disclaimer", "haftungsausschluss",
        "clause de non-responsabilité",
        "avertissement légal", "descargo de responsabilidad", "isenção de responsabilidade",
        "esclusione di responsabilità", "отказ от ответственности", "відмова від відповідальності", "yasal uyarı",
        "tuyên bố miễn trừ trách nhiệm",
    ]
}
