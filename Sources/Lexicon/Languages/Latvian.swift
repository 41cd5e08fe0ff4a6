extension Language {
    static let latvian = Language(
        codes: ["lv"],
        places: Places(
            sources: ["avots"]),
        standIns: StandIns(
            personalData: ["personas dat"],
            grants: ["piekriš"]))
}
