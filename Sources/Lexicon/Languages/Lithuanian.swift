extension Language {
    static let lithuanian = Language(
        codes: ["lt"],
        times: Times(
            months: [
                "sausio sausis",
                "vasario vasaris",
                "kovo kovas",
                "balandzio balandis",
                "geguzes geguze",
                "birzelio birzelis",
                "liepos liepa",
                "rugpjucio rugpjutis",
                "rugsejo rugsejis",
                "spalio spalis",
                "lapkricio lapkritis",
                "gruodzio gruodis",
            ],
            ownMonths: [
                "saus",
                "vas",
                "kov",
                "bal",
                "geg",
                "birž",
                "liep",
                "rugp",
                "rugs",
                "spal",
                "lapkr",
                "gruod",
            ],
            fillers: ["m", "d"],
            weekdays: [
                "pirmadienis", "antradienis", "treciadienis", "ketvirtadienis", "penktadienis", "sestadienis",
                "sekmadienis",
            ],
            before: ["pries"],
            units: [
                "sekunde sekundes sekundziu", "minute minutes minuciu min", "valanda valandas valandu val",
                "diena dienas dienu", "savaite savaites savaiciu", "menesi menesius menesiu", "metus metu",
            ]),
        people: People(
            bylines: Roles(
                author: ["autorius:", "parenge"])),
        places: Places(
            sources: ["saltinis"]),
        standIns: StandIns(
            personalData: ["asmens duomen"],
            grants: ["sutikim"],
            housePages: ["Privatumo politika", "Naudojimosi taisyklės", "Apie mus"]))
}
