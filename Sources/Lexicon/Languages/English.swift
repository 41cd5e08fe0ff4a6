extension Language {
    static let english = Language(
        codes: ["en"],
        rights: Rights(
            reserved: ["all rights reserved"],
            reservedWithin: ["all right reserved", "rights reserved"],
            licences: ["registration number", "licence no", "license no"],
            companyForms: ["inc", "inc.", "llc", "ltd", "ltd.", "plc", "corp.", "pty"],
            commonForms: ["co", "co.", "company", "limited", "corporation", "corp"],
            legalForms: ["ltd", "limited", "llc", "inc", "corp", "plc"],
            companyBoundaries: [
                "by", "reserved", "rights", "all", "the", "division", "subsidiary", "part", "unit", "brand", "member",
                "by:",
            ],
            menus: [
                "terms of", "terms and", "terms &", "terms &amp;", "privacy", "cookie", "contact us", "about us",
                "sitemap", "site map", "advertise", "your ad choices", "ad choices", "legal terms", "legal notice",
                "faq", "proudly powered", "built with", "do not sell", "powered by", "designed by", "design by",
                "design &", "website by", "site by", "site design", "website developed", "web design", "hosted by",
                "hosted on", "created by", "developed by", "back to top", "use of this site", "rss feed",
                "entries rss",
            ],
            behindCopyright: [
                "notice", "notices", "policy", "policies", "information", "info", "guidelines", "infringement", "law",
                "laws", "claim", "claims", "complaint", "complaints", "agent", "statement", "protection", "issues",
                "act", "wars", "and", "trademark", "disclaimer",
            ],
            noHolders: ["by", "and", "notice", "all", "content"],
            paperArticles: ["The"],
            creditLabels: [
                "photo:", "photos:", "photo by", "photos by", "photo ©", "photograph by", "photographs", "image:",
                "images:", "image ©", "image courtesy", "picture:",
            ],
            creditWords: ["photo", "picture", "screenshot", "images"]))
}
