extension Language {
    static let azerbaijani = Language(
        codes: ["az"],
        people: People(
            bylines: Roles(
                author: ["muellif:"])))
}
