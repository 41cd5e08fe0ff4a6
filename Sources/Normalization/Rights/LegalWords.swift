import Lexicon

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
    private static let reserve = Lexicon.all { $0.rights.reserved }

    /// Words that speak of rights, in menus too: no notice begins with one.
    private static let mentions = Lexicon.all { $0.rights.mentions }

    /// Where a notice may begin.
    static let claims = WordSigns(["copyright"] + signs + reserve + rarerReserve)

    /// What a sentence of a notice holds.
    static let statements = WordSigns(signs + reserve + rarerReserve)

    /// Phrases that reserve rights within a notice.
    static let reserves = WordSigns(reserve + rarerReserve)
    private static let rarerReserve = Lexicon.all { $0.rights.reservedWithin }

    /// Signs of a notice proper, with year or name, rather than of a mere naming of the owner.
    static let notice = WordSigns(["copyright", "©", "(c) 19", "(c) 20", "ⓒ"])

    /// Signs of rights and of licence lines.
    static let anyWords = rightsWords + licenceWords
    private static let licenceWords = Lexicon.all { $0.rights.licences } + ["issn"]

    /// Endings of companies' names.
    static let companyEndings = Lexicon.all { $0.rights.companyEndings }

    /// Beginnings of companies' names.
    static let companyBeginnings = Lexicon.all { $0.rights.companyBeginnings }

    /// Words with which a company's form goes on, folded: `Sp. z o.o.`
    static let formParts = Set(Lexicon.all { $0.rights.formParts })

    /// Words for "and" within companies' names, folded.
    static let companyAnds = Set(Lexicon.all { $0.rights.companyAnds } + ["&"])

    /// Other small words that no company's name begins with, folded.
    static let companyArticles = Set(Lexicon.all { $0.rights.companyArticles })

    /// Signs that a line names a company.
    static let company = WordSigns(Lexicon.all { $0.rights.companySigns })

    /// Western forms of companies.
    static let companyForms = Set(Lexicon.all { $0.rights.commonForms + $0.rights.companyForms } + ["se"])

    /// Forms that are also everyday words or abbreviations of other things.
    static let commonForms = Set(Lexicon.all { $0.rights.commonForms } + ["se"])

    /// Words in front of a company's name that are no part of it.
    static let companyBoundaries = Set(Lexicon.all { $0.rights.companyBoundaries } + ["©", "(c)"])

    /// The same in East Asia, where no space stands between: labels before a name, and the reserve on either side.
    static let companyLabels = Lexicon.all { $0.rights.companyLabels }

    /// What begins a menu, the credit of a page's makers or terms of use behind a notice.
    static let menus = WordSigns(Lexicon.all { $0.rights.menus })

    /// Words behind the word Copyright that make it an item of a menu or a word of a sentence, folded.
    static let behindCopyright = Set(Lexicon.all { $0.rights.behindCopyright } + ["&"])

    /// Labels of a picture's credit.
    static let creditLabels = WordSigns(Lexicon.all { $0.rights.creditLabels })

    /// What names of picture agencies and credits of pictures hold.
    static let creditWords = WordSigns(
        Lexicon.all { $0.rights.creditWords }
            + [
                "getty", "shutterstock", "istock", "fotolia", "adobe stock", "adobestock", "thinkstock", "dreamstime",
                "depositphotos", "123rf", "imago", "pixabay", "unsplash", "alamy", "instagram", "facebook", "wikimedia",
                "flickr", "adobe.com", "연합뉴스",
            ])

    /// What a line holds that credits a picture; agencies that pictures come from as they are written beside a name.
    static let pictureCredits = WordSigns(
        Lexicon.all { $0.rights.pictureCredits }
            + [
                "getty images", "via getty", "shutterstock", "istock", "picture alliance", "picture-alliance",
                "imago images", "ap photo", "epa-efe", "scanpix", "afp via", "efe/", "afp/", "/afp", "/ afp",
                "/reuters", "/ reuters", "reuters/", "dpa/", "/dpa", "/ dpa", "/imago", "/ imago", "keystone/", "ansa/",
            ])
}
