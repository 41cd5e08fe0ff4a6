extension Language {
    static let hindi = Language(
        codes: ["hi"],
        times: Times(
            months: [
                "जनवरी",
                "फरवरी फ़रवरी",
                "मार्च",
                "अप्रैल",
                "मई",
                "जून",
                "जुलाई",
                "अगस्त",
                "सितंबर सितम्बर",
                "अक्टूबर अक्तूबर",
                "नवंबर नवम्बर",
                "दिसंबर दिसम्बर",
            ],
            ownMonths: [
                "जन॰ जन",
                "फ़र॰ फर",
                "",
                "अप्रै",
                "",
                "",
                "जुल॰ जुल",
                "अग॰ अग",
                "सित॰ सित",
                "अक्टू॰ अक्टू",
                "नव॰ नव",
                "दिस॰ दिस",
            ],
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
