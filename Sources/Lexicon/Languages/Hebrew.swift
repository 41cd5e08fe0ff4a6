extension Language {
    static let hebrew = Language(
        codes: ["he"],
        rights: Rights(
            reserved: ["כל הזכויות שמורות"]))
}
