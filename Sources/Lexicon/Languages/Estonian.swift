extension Language {
    static let estonian = Language(
        codes: ["et"],
        times: Times(
            behind: ["tagasi"],
            units: ["tundi"]),
        people: People(
            ands: ["ja"]),
        places: Places(
            sources: ["allikas"]),
        standIns: StandIns(
            personalData: ["isikuandme"],
            grants: ["nõusolek"]))
}
