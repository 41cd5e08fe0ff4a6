extension Language {
    static let bulgarian = Language(
        codes: ["bg"],
        times: Times(
            months: [
                "януари яну",
                "фев февруари",
                "март",
                "апр април",
                "май",
                "юни",
                "юли",
                "август авг",
                "септември",
                "окт октомври",
                "ноември",
                "дек декември",
            ],
            fillers: ["в", "г"],
            weekdays: ["понеделник", "вторник", "сряда", "четвъртък", "петък", "събота", "неделя"],
            before: ["преди"],
            units: [
                "секунда секунди", "минута минути мин", "час часа", "ден дни", "седмица седмици", "месец месеца",
                "година години",
            ],
            todays: ["днес"],
            yesterdays: ["вчера"],
            publications: ["публикувано", "публикувана"]),
        people: People(
            bylines: Roles(
                author: ["автор:", "автор"],
                reporter: ["журналист:"]),
            ownBylines: ["от"],
            ands: ["и"],
            organisations: ["агенция"],
            writtenBy: ["Автор"]),
        places: Places(
            sources: ["източник"]),
        rights: Rights(
            reservedWithin: ["всички права запазени"]),
        edges: Edges(
            readMore: ["прочетете още", "вижте още", "четете още"],
            passing: ["продължава след рекламата"]),
        comments: Comments(
            words: ["коментар"],
            rules: ["коментарите не", "обидни и нецензурни"],
            titles: ["коментари", "правила за коментиране"]),
        standIns: StandIns(
            personalData: ["лични данни", "личните данни"],
            grants: ["съгласие"],
            searches: ["Резултати от търсенето"]))
}
