extension Language {
    static let latvian = Language(
        codes: ["lv"],
        standIns: StandIns(
            personalData: ["personas dat"],
            grants: ["piekriš"]))
}
