extension Language {
    static let basque = Language(
        codes: ["eu"],
        times: Times(
            months: [
                "urtarrila urtarrilaren urtarrilak",
                "otsaila otsailaren otsailak",
                "mar martxoa martxoaren martxoak",
                "apirila apirilaren apirilak",
                "mai maiatza maiatzaren maiatzak",
                "ekaina ekainaren ekainak",
                "uztaila uztailaren uztailak",
                "abuztua abuztuaren abuztuak",
                "iraila irailaren irailak",
                "urria urriaren urriak",
                "azaroa azaroaren azaroak",
                "abendua abenduaren abenduak",
            ],
            ownMonths: [
                "urt",
                "ots",
                "",
                "api",
                "",
                "eka",
                "uzt",
                "abu",
                "ira",
                "urr",
                "aza",
                "abe",
            ],
            yearMarks: ["ko"],
            weekdays: ["astelehena", "asteartea", "asteazkena", "osteguna", "ostirala", "larunbata", "igandea"]),
        people: People(
            bylines: Roles(
                author: ["egilea:"])),
        standIns: StandIns(
            housePages: ["Pribatutasun politika", "Lege oharra", "Nor gara"]))
}
