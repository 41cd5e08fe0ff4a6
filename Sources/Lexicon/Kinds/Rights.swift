extension Language {
    /// Words of legal lines: whose the rights are, what licences a site holds, what its companies are called.
    public struct Rights: Sendable {
        /// Phrases that reserve rights, with which a notice may begin: "all rights reserved". Compared without letter
        /// case and accents.
        public var reserved: [String] = []
        /// Phrases that reserve rights and stand within a notice: "rights reserved". Compared without letter case and
        /// accents.
        public var reservedWithin: [String] = []
        /// Words that speak of rights, in menus too: no notice begins with one. Compared without letter case and
        /// accents.
        public var mentions: [String] = []
        /// What a line holds that states a licence or a registration. Compared without letter case and accents.
        public var licences: [String] = []
        /// What licences' names end with; their number follows.
        public var licenceEndings: [String] = []
        /// What a line holds that names a company.
        public var companySigns: [String] = []
        /// What companies' names end with, without a space before it: "有限公司".
        public var companyEndings: [String] = []
        /// Legal forms of companies, as words of their own: "gmbh", "s.r.l.". Folded.
        public var companyForms: [String] = []
        /// Legal forms that are also everyday words or abbreviations of other things, which count with a capital
        /// letter only: "ag". Folded.
        public var commonForms: [String] = []
        /// Legal forms of one word that end the name of a company, without full stops. Folded.
        public var legalForms: [String] = []
        /// Legal forms of several words that do so, without full stops, with a space before. Folded.
        public var longForms: [String] = []
        /// Legal forms that do so in capitals only: in small letters they are part of names.
        public var capitalForms: [String] = []
        /// Legal forms that do so without a space before.
        public var wideForms: [String] = []
        /// What companies' names begin with, without a space behind it.
        public var companyBeginnings: [String] = []
        /// Words with which a legal form goes on. Folded.
        public var formParts: [String] = []
        /// Words for "and" within companies' names. Folded.
        public var companyAnds: [String] = []
        /// Other small words that no company's name begins with. Folded.
        public var companyArticles: [String] = []
        /// Words before a company's name that are not part of it. Folded.
        public var companyBoundaries: [String] = []
        /// Words glued to a company's name, before or behind it, that are not part of it.
        public var companyLabels: [String] = []
        /// What begins a menu, the credit of a page's makers or the terms of use behind a notice. Compared without
        /// letter case and accents.
        public var menus: [String] = []
        /// Words behind the word Copyright that make it an item of a menu or a word of a sentence. Folded.
        public var behindCopyright: [String] = []
        /// Words of a notice that are not part of its holder's name: "by". Folded.
        public var noHolders: [String] = []
        /// Articles that names of papers begin with, and people's do not.
        public var paperArticles: [String] = []
        /// Labels of a picture's credit, with their colon where they have one. Compared without letter case and
        /// accents.
        public var creditLabels: [String] = []
        /// What credits of pictures hold in place of a notice's holder. Compared without letter case and accents.
        public var creditWords: [String] = []
        /// What a line holds that credits a picture: "(photo:", "photo by"; headlines end with a bare "(photo)". Compared without letter
        /// case and accents.
        public var pictureCredits: [String] = []
    }
}
