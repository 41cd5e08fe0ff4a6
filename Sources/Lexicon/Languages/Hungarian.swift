extension Language {
    static let hungarian = Language(
        codes: ["hu"],
        times: Times(
            months: [
                "jan januar",
                "febr februar",
                "marcius marc",
                "apr aprilis",
                "maj maius majus",
                "jun junius",
                "jul julius",
                "aug augusztus",
                "szeptember szept",
                "oktober okt",
                "november nov",
                "december dec",
            ],
            ordinals: ["an", "en"],
            weekdays: ["hetfo", "kedd", "szerda", "csutortok", "pentek", "szombat", "vasarnap"],
            behind: ["ezelott"],
            units: [
                "masodperccel masodperce", "perccel perce", "oraval oraja", "nappal napja", "hettel hete",
                "honappal honapja", "evvel eve",
            ],
            todays: ["ma"],
            yesterdays: ["tegnap"],
            publications: ["megjelent", "közzétéve", "publikálva"],
            changes: ["frissítve"]),
        people: People(
            bylines: Roles(
                author: ["szerzo:", "irta:", "irta"]),
            organisations: ["ugynokseg", "szerkesztoseg"],
            writtenBy: ["Írta", "Szerző"]),
        places: Places(
            sources: ["forras"],
            homes: ["kezdolap", "fooldal"]),
        rights: Rights(
            reserved: ["minden jog fenntartva"],
            companyForms: ["kft", "kft.", "zrt."],
            legalForms: ["kft", "zrt"]),
        edges: Edges(
            notices: ["nem feltétlenül tükrözi"],
            earnings: ["jutalék"],
            shopLinks: ["link"],
            followings: ["kövess", "kövesse", "kövessen"],
            contacts: ["hibat talalt"],
            readingTimes: ["olvasási idő"],
            letters: ["hírlevél", "hírlevelünkre"],
            invitations: ["iratkozz fel", "iratkozzon fel"],
            readMore: ["olvassa el", "olvasd el"],
            passing: ["a cikk a hirdetés után folytatódik"]),
        comments: Comments(
            words: ["komment", "hozzászól", "moderál"],
            rules: ["hozzászólásokat"],
            titles: ["moderálási elvek"]),
        standIns: StandIns(
            errors: ["az oldal nem talalhato"],
            paywalls: ["csak elofizetoknek"],
            logins: ["elfelejtett jelszo"],
            consents: ["sutiket hasznal"],
            personalData: ["személyes adat"],
            grants: ["hozzájárul", "jogos érdek"],
            searches: ["Keresési eredmények"],
            housePages: [
                "Adatvédelmi tájékoztató", "Adatkezelési tájékoztató", "Felhasználási feltételek", "Impresszum",
                "Rólunk",
            ]))
}
