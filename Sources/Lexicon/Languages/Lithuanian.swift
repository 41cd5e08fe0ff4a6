extension Language {
    static let lithuanian = Language(
        codes: ["lt"],
        standIns: StandIns(
            personalData: ["asmens duomen"],
            grants: ["sutikim"]))
}
