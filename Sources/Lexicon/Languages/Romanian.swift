extension Language {
    static let romanian = Language(
        codes: ["ro"],
        times: Times(
            months: [
                "ianuarie ian",
                "feb februarie",
                "mar martie",
                "apr aprilie",
                "mai",
                "iunie iun",
                "iulie iul",
                "august aug",
                "sept septembrie",
                "oct octombrie",
                "nov noiembrie",
                "dec decembrie",
            ],
            fillers: ["ora"],
            weekdays: ["miercuri", "vineri", "sambata", "duminica"],
            before: ["acum"],
            units: [
                "secunda secunde", "minut minute min", "ora ore", "zi zile", "saptamana saptamani", "luna luni",
                "an ani",
            ],
            ones: ["un", "o"],
            todays: ["azi", "astazi"],
            yesterdays: ["ieri"],
            publications: ["publicat", "data publicării"],
            changes: ["actualizat"]),
        people: People(
            bylines: Roles(
                author: ["scris de", "publicat de"]),
            ownBylines: ["de"],
            rareAnds: ["și"],
            joiners: ["si"],
            timeWords: ["publicat"],
            writtenBy: ["Scris de"]),
        places: Places(
            sources: ["sursa"],
            homes: ["acasa"]),
        rights: Rights(
            reserved: ["toate drepturile"],
            companyForms: ["srl", "s.r.l."],
            legalForms: ["srl"]),
        edges: Edges(
            syndications: ["articol publicat inițial"],
            notices: ["opiniile exprimate", "nu reflectă neapărat", "nu reprezintă neapărat"],
            earnings: ["comision"],
            shopLinks: ["linkuri", "link-uri", "link "],
            followings: ["urmărește", "urmăriți", "urmăreşte"],
            contacts: ["raporteaza eroare"],
            readingTimes: ["timp de citire"],
            letters: ["buletin", "newsletter"],
            invitations: ["abonează-te", "abonați-vă", "înscrie-te"],
            readMore: ["citește și", "citiți și"],
            passing: ["articolul continuă după publicitate"]),
        comments: Comments(
            words: ["comentarii"],
            rules: ["comentariile"],
            titles: ["reguli comentarii"]),
        standIns: StandIns(
            errors: ["pagina nu a fost gasita"],
            consents: ["folosim cookie"],
            personalData: ["date cu caracter personal", "datelor cu caracter personal", "datele personale"],
            grants: ["consimțământ", "interes legitim"],
            searches: ["Rezultatele căutării"],
            housePages: [
                "Politica de confidențialitate", "Termeni și condiții", "Politica de cookies", "Politica cookies",
                "Despre noi",
            ]))
}
