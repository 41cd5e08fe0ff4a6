extension Language {
    static let lithuanian = Language(
        codes: ["lt"],
        places: Places(
            sources: ["saltinis"]),
        standIns: StandIns(
            personalData: ["asmens duomen"],
            grants: ["sutikim"]))
}
