extension Language {
    static let korean = Language(
        codes: ["ko"],
        rights: Rights(
            reserved: ["저작권자"],
            mentions: ["무단전재", "무단 전재"],
            licences: ["등록번호"],
            companyEndings: ["주식회사"],
            wideForms: ["주식회사"],
            menus: ["이용약관", "개인정보"],
            creditLabels: ["사진"]))
}
