extension Language {
    static let latvian = Language(
        codes: ["lv"],
        times: Times(
            before: ["pirms"],
            behind: ["atpakal"],
            units: ["stundas"]),
        people: People(
            bylines: Roles(
                author: ["autore:", "autors:"])),
        places: Places(
            sources: ["avots"]),
        standIns: StandIns(
            personalData: ["personas dat"],
            grants: ["piekriš"]))
}
