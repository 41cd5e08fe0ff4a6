public import Pages
import Text

/// What a page's legal lines state.
public struct LegalFacts: Sendable, Equatable {
    /// The copyright line.
    public var copyrightNotice: String?
    /// The publishing company.
    public var publisherLegalName: String?
    /// A domain named in the copyright line.
    public var domain: String?
    /// Licences as stated.
    public var licences: [Licence] = []

    /// Knows nothing.
    public init() {}

    /// Whether nothing was found.
    public var isEmpty: Bool { self == LegalFacts() }

    /// Adds what another line states; what is known already stays, but a notice that names a year or a domain is
    /// preferred to one that does not.
    public mutating func merge(_ other: LegalFacts) {
        if copyrightNotice == nil || domain == nil && other.domain != nil && other.copyrightNotice != nil {
            copyrightNotice = other.copyrightNotice ?? copyrightNotice
        }
        publisherLegalName = publisherLegalName ?? other.publisherLegalName
        domain = domain ?? other.domain
        for licence in other.licences where !licences.contains(licence) { licences.append(licence) }
    }
}

/// Reads copyright notices, publishers' legal names and licence numbers.
public enum LegalReader {
    /// What one line states; empty for a line that is no legal line.
    ///
    /// A line that only says whose the rights are (`名称(公司)版权所有(C)`) gives the company; one with the word Copyright
    /// or © gives the notice.
    public static func read(_ line: String) -> LegalFacts {
        let plain = PlainSpace.plain(String(decoding: line.utf8.prefix(600), as: UTF8.self))
        var facts = LegalFacts()
        facts.licences = LicenceReader.read(plain)
        let isRights = LegalWords.rights.isIn(plain.utf8.span)
        guard isRights || LegalWords.company.isIn(plain.utf8.span) else { return facts }
        facts.publisherLegalName = CompanyReader.read(plain)
        guard isRights else { return facts }
        facts.domain = DomainFinder.first(in: plain)
        let isNotice = LegalWords.notice.isIn(plain.utf8.span) || facts.publisherLegalName == nil
        if isNotice, facts.licences.isEmpty || facts.domain != nil { facts.copyrightNotice = plain }
        return facts
    }

    /// Whether a line says that rights are reserved, or whose they are by a sign or its first word, rather than to speak of
    /// copyright: cheap, on bytes.
    public static func reservesRights(_ line: Span<UInt8>) -> Bool {
        LegalWords.reserved.isIn(line)
            || LegalWords.notice.isIn(line.extracting(first: min(line.count, 14)))
    }

    /// Whether a line may be a legal line: cheap, on bytes.
    public static func isLegal(_ line: Span<UInt8>) -> Bool {
        guard line.count >= 6, line.count <= 900 else { return false }
        return LegalWords.any.isIn(line)
    }
}

/// Words of legal lines, as data.
enum LegalWords {
    /// Signs of a statement of rights.
    static let rights = WordSigns(rightsWords)
    private static let rightsWords = ["copyright"] + reservedWords

    /// Signs by which rights are reserved.
    static let reserved = WordSigns(reservedWords)
    private static let reservedWords = [
        "©", "(c) 19", "(c) 20", "all rights reserved", "版权所有", "版權所有", "版权归", "著作権", "無断転載", "無断複製",
        "저작권자", "무단전재", "무단 전재", "ⓒ", "alle rechte vorbehalten", "tous droits reserves",
        "todos los derechos reservados",
        "todos os direitos reservados", "tutti i diritti riservati", "alle rechten voorbehouden",
        "wszelkie prawa zastrzezone",
        "все права защищены", "усі права захищені", "всі права захищені", "all rights reserved", "alle rettigheter",
        "alla rattigheter", "kaikki oikeudet", "vsechna prava vyhrazena", "minden jog fenntartva", "toate drepturile",
        "tum haklari saklidir", "hak cipta", "bao luu moi quyen", "με επιφυλαξη", "جميع الحقوق محفوظة",
        "כל הזכויות שמורות",
    ]

    /// Signs of a notice proper, with year or name, rather than of a mere naming of the owner.
    static let notice = WordSigns(["copyright", "©", "(c) 19", "(c) 20", "ⓒ"])

    /// Signs of rights and of licence lines.
    static let any = WordSigns(rightsWords + licenceWords)
    private static let licenceWords = [
        "许可证", "許可證", "备案", "備案", "icp备", "icp证", "公网安备", "经营许可", "准营", "登録番号", "등록번호",
        "registration number", "licence no", "license no", "свидетельство о регистрации", "issn",
    ]

    /// Endings of companies' names.
    static let companyEndings = [
        "股份有限公司", "有限责任公司", "有限公司", "集团公司", "报业集团", "传媒集团", "广播电视台", "报社", "電視台", "电视台", "出版社",
        "通讯社", "通訊社", "日报社", "新闻社", "株式会社", "新聞社", "주식회사", "编辑部", "杂志社",
    ]

    static let company = WordSigns(["有限公司", "有限责任公司", "股份公司"])

    /// Western forms of companies.
    static let companyForms: Set<String> = [
        "inc", "inc.", "llc", "ltd", "ltd.", "limited", "plc", "gmbh", "ag", "kg", "se", "s.a.", "sa", "sas", "s.l.",
        "s.l.u.",
        "s.p.a.", "spa", "srl", "s.r.l.", "b.v.", "bv", "n.v.", "nv", "ab", "as", "a/s", "oy", "oyj", "a.s.", "s.r.o.",
        "kft",
        "kft.", "zrt.", "corp", "corp.", "corporation", "company", "co.", "co", "pty", "ооо", "ао", "зао", "lda",
        "ltda",
        "s.a.s.", "d.o.o.", "sp.",
    ]
}
