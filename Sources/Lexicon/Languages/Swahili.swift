extension Language {
    static let swahili = Language(
        codes: ["sw"],
        times: Times(
            months: [
                "jan januari januaria",
                "feb februari",
                "machi",
                "apr aprili",
                "mei",
                "jun juni",
                "jul julai",
                "ago agosti",
                "sep septemba",
                "okt oktoba",
                "nov novemba",
                "des desemba",
            ],
            ownMonths: [
                "",
                "",
                "mac",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
            ]),
        people: People(
            bylines: Roles(
                author: ["imeandikwa na", "mwandishi:"]),
            ownBylines: ["na"]),
        edges: Edges(
            readMore: ["soma pia", "tazama pia"]),
        standIns: StandIns(
            housePages: ["Sera ya faragha", "Kuhusu sisi", "Wasiliana nasi"]))
}
