extension Language {
    static let russian = Language(
        codes: ["ru"],
        rights: Rights(
            reserved: ["все права защищены"],
            licences: ["свидетельство о регистрации"],
            companyForms: ["ооо", "зао"],
            commonForms: ["ао"],
            legalForms: ["ооо", "оао", "зао", "пао"],
            capitalForms: ["АО"],
            companyBoundaries: ["защищены"],
            menus: [
                "реклама на", "реклама", "контакты", "карта сайта",
                "создание сайта", "политика конфиденциальности",
            ],
            creditLabels: ["фото:", "фото ©", "фото"]))
}
