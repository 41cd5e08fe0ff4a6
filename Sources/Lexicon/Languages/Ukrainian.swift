extension Language {
    static let ukrainian = Language(
        codes: ["uk"],
        rights: Rights(
            reserved: ["усі права захищені", "всі права захищені"],
            creditLabels: ["фото:", "фото ©", "фото"]))
}
