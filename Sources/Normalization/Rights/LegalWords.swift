/// Words of legal lines, as data.
enum LegalWords {
    /// Signs of a statement of rights.
    static let rights = WordSigns(rightsWords)
    private static let rightsWords = ["copyright"] + reservedWords + mentions

    /// Signs by which rights are reserved.
    static let reserved = WordSigns(reservedWords + mentions)
    private static let reservedWords = signs + reserve

    /// Signs of a notice, which a year or a holder follows.
    private static let signs = ["©", "(c) 19", "(c) 20", "ⓒ", "Ⓒ"]

    /// Phrases that reserve rights.
    private static let reserve = [
        "all rights reserved", "版权所有", "版權所有", "版权归", "저작권자", "alle rechte vorbehalten", "tous droits reserves",
        "todos los derechos reservados", "todos os direitos reservados", "tutti i diritti riservati",
        "alle rechten voorbehouden", "wszelkie prawa zastrzezone", "все права защищены", "усі права захищені",
        "всі права захищені", "alle rettigheter", "alla rattigheter", "kaikki oikeudet", "vsechna prava vyhrazena",
        "minden jog fenntartva", "toate drepturile", "tum haklari saklidir", "hak cipta", "bao luu moi quyen",
        "με επιφυλαξη", "جميع الحقوق محفوظة", "כל הזכויות שמורות",
    ]

    /// Words that speak of rights, in menus too: no notice begins with one.
    private static let mentions = ["著作権", "無断転載", "無断複製", "무단전재", "무단 전재"]

    /// Where a notice may begin.
    static let claims = WordSigns(["copyright"] + signs + reserve + rarerReserve)

    /// What a sentence of a notice holds.
    static let statements = WordSigns(signs + reserve + rarerReserve)

    /// Phrases that reserve rights within a notice.
    static let reserves = WordSigns(reserve + rarerReserve)
    private static let rarerReserve = [
        "all right reserved", "rights reserved", "derechos reservados", "direitos reservados", "droits reserves",
        "diritti riservati", "riproduzione riservata", "wszystkie prawa zastrzezone", "sva prava pridrzana",
        "vse pravice pridrzane", "всички права запазени", "сва права задржана", "tutti i diritti sono riservati",
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

    /// Signs that a line names a company.
    static let company = WordSigns(["有限公司", "有限责任公司", "股份公司"])

    /// Western forms of companies.
    static let companyForms: Set<String> = [
        "inc", "inc.", "llc", "ltd", "ltd.", "limited", "plc", "gmbh", "ag", "kg", "se", "s.a.", "sa", "sas", "s.l.",
        "s.l.u.",
        "s.p.a.", "spa", "srl", "s.r.l.", "b.v.", "bv", "n.v.", "nv", "ab", "as", "a/s", "oy", "oyj", "a.s.", "s.r.o.",
        "kft",
        "kft.", "zrt.", "corp", "corp.", "corporation", "company", "co.", "co", "pty", "ооо", "ао", "зао", "lda",
        "ltda",
        "s.a.s.", "d.o.o.", "sp.", "α.ε.",
    ]

    /// Forms that are also everyday words or abbreviations of other things.
    static let commonForms: Set<String> = [
        "ag", "kg", "se", "sa", "sas", "spa", "bv", "nv", "ab", "as", "co", "co.", "company", "limited", "corporation",
        "corp", "ао",
    ]

    /// Words in front of a company's name that are no part of it.
    static let companyBoundaries: Set<String> = [
        "by", "©", "(c)", "reserved", "rights", "all", "the", "division", "subsidiary", "part", "unit", "brand",
        "member",
        "teil", "marke", "propietario", "impressum", "datenschutzbestimmungen", "vorbehalten", "reserves", "reservados",
        "riservati", "zastrzezone", "защищены", "von", "by:",
    ]

    /// The same in East Asia, where no space stands between: labels before a name, and the reserve on either side.
    static let companyLabels = [
        "版权所有", "版權所有", "版权归", "成员企业", "主办单位", "主办", "主管", "承办", "会社概要", "運営会社", "発行",
    ]

    /// What begins a menu, the credit of a page's makers or terms of use behind a notice.
    static let menus = WordSigns([
        "terms of", "terms and", "terms &", "terms &amp;", "privacy", "cookie", "contact us", "about us", "sitemap",
        "site map", "advertise",
        "your ad choices", "ad choices", "legal terms", "legal notice", "licencja na", "faq", "proudly powered",
        "built with", "do not sell", "powered by", "designed by", "design by", "design &", "website by",
        "site by", "site design", "website developed", "web design", "hosted by", "hosted on", "created by",
        "developed by", "back to top", "use of this site", "rss feed", "entries rss", "impressum", "datenschutz",
        "nutzungsbedingungen", "agb", "kontakt", "mentions legales", "politique de", "conditions generales",
        "aviso legal", "politica de", "terminos y", "condiciones de", "termos de", "note legali", "informativa",
        "algemene voorwaarden", "privacybeleid", "polityka prywatnosci", "regulamin", "реклама на", "реклама",
        "контакты",
        "карта сайта", "создание сайта", "политика конфиденциальности", "οροι χρησησ", "隱私", "隐私", "服務條款", "服务条款",
        "联系我们", "聯絡我們", "關於我們",
        "关于我们", "免责声明", "站务", "网站标识码", "プライバシーポリシー", "利用規約", "이용약관", "개인정보",
    ])

    /// Words behind the word Copyright that make it an item of a menu or a word of a sentence, folded.
    static let behindCopyright: Set<String> = [
        "notice", "notices", "policy", "policies", "information", "info", "guidelines", "infringement", "law", "laws",
        "claim", "claims", "complaint", "complaints", "agent", "statement", "protection", "issues", "act", "wars",
        "and",
        "&", "trademark", "disclaimer",
    ]

    /// Labels of a picture's credit.
    static let creditLabels = WordSigns([
        "foto:", "fotos:", "foto ©", "foto by", "fot.", "photo:", "photos:", "photo by", "photos by", "photo ©",
        "photograph by", "photographs", "image:", "images:", "image ©", "image courtesy", "bild:", "bilder:", "bild ©",
        "bildquelle", "symbolbild", "picture:", "фото:", "фото ©", "фото", "写真:", "图片来源", "摄影", "사진",
    ])

    /// What names of picture agencies and credits of pictures hold.
    static let creditWords = WordSigns([
        "foto", "photo", "bild ", "picture", "getty", "shutterstock", "istock", "fotolia", "adobe stock", "adobestock",
        "thinkstock", "dreamstime", "depositphotos", "123rf", "imago", "pixabay", "unsplash", "alamy", "privat",
        "instagram", "facebook", "screenshot", "wikimedia", "flickr", "images",
        "adobe.com", "图片", "연합뉴스",
    ])
}
