extension Language {
    static let japanese = Language(
        codes: ["ja"],
        rights: Rights(
            mentions: ["著作権", "無断転載", "無断複製"],
            licences: ["登録番号"],
            companyEndings: ["出版社", "株式会社", "新聞社"],
            wideForms: ["株式会社"],
            companyLabels: ["会社概要", "運営会社", "発行"],
            menus: ["プライバシーポリシー", "利用規約"]))
}
