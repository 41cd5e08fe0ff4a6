extension Language {
    static let lithuanian = Language(
        codes: ["lt"],
        times: Times(
            before: ["pries"],
            units: ["valandas", "valandu"]),
        people: People(
            bylines: Roles(
                author: ["autorius:", "parenge"])),
        places: Places(
            sources: ["saltinis"]),
        standIns: StandIns(
            personalData: ["asmens duomen"],
            grants: ["sutikim"]))
}
