extension Language {
    static let estonian = Language(
        codes: ["et"],
        people: People(
            ands: ["ja"]),
        places: Places(
            sources: ["allikas"]),
        standIns: StandIns(
            personalData: ["isikuandme"],
            grants: ["nõusolek"]))
}
