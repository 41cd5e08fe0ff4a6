extension Language {
    static let hindi = Language(
        codes: ["hi"],
        people: People(
            bylines: Roles(
                author: ["लेखक:", "लेखक"],
                reporter: ["रिपोर्ट:", "रिपोर्टर:"])),
        comments: Comments(
            words: ["टिप्पण"]),
        standIns: StandIns(
            errors: ["पेज नहीं मिला"]))
}
