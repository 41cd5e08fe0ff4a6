extension Language {
    static let estonian = Language(
        codes: ["et"],
        standIns: StandIns(
            personalData: ["isikuandme"],
            grants: ["nõusolek"]))
}
