extension Language {
    static let estonian = Language(
        codes: ["et"],
        places: Places(
            sources: ["allikas"]),
        standIns: StandIns(
            personalData: ["isikuandme"],
            grants: ["nõusolek"]))
}
