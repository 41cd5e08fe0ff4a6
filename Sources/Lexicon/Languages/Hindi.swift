extension Language {
    static let hindi = Language(
        codes: ["hi"],
        comments: Comments(
            words: ["टिप्पण"]),
        standIns: StandIns(
            errors: ["पेज नहीं मिला"]))
}
