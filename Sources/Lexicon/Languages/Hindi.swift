extension Language {
    static let hindi = Language(
        codes: ["hi"],
        times: Times(
            behind: ["पहले"],
            units: ["घंटे", "मिनट", "दिन"],
            changes: ["अपडेट"]),
        people: People(
            bylines: Roles(
                author: ["लेखक:", "लेखक"],
                reporter: ["रिपोर्ट:", "रिपोर्टर:"])),
        edges: Edges(
            readMore: [
                "यह भी पढ़ें", "ये भी पढ़ें", "इसे भी पढ़ें",
            ]),
        comments: Comments(
            words: ["टिप्पण"]),
        standIns: StandIns(
            errors: ["पेज नहीं मिला"]))
}
