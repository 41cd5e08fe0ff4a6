extension Language {
    static let polish = Language(
        codes: ["pl"],
        times: Times(
            before: ["przed"],
            behind: ["temu"],
            units: ["minuta", "minut", "minuty", "godzin", "godziny", "dni"],
            changes: ["ostatnia aktualizacja", "zaktualizowano", "aktualizacja"]),
        people: People(
            bylines: Roles(
                author: ["autor:", "tekst:", "napisal:", "autor", "autorka:"],
                reporter: ["rozmawial", "rozmawiala", "rozmawiali"],
                editor: ["oprac.", "opracowanie:", "opracowal:", "opracowala:", "redaktor:", "opr.", "opr:"],
                photographer: ["foto:", "fotograf:", "zdjecia:", "fot."]),
            noBeginnings: ["w", "na", "z"],
            ands: ["i"],
            joiners: ["oraz"],
            titles: ["autor", "dziennikarz", "redaktor", "fotograf"],
            organisations: ["agencja", "gazeta", "redakcja", "wiadomosci", "fundacja"],
            agencies: ["agencja"],
            stops: ["opublikowano"],
            writtenBy: ["Autor", "Napisane przez", "Autor wpisu"]),
        places: Places(
            sources: ["zrodlo"],
            homes: ["strona glowna"],
            crumbLabels: ["jesteś tutaj", "tutaj jesteś", "jesteś w"],
            crumbNames: ["okruszki"],
            pageWords: ["artykuł"],
            actions: ["wstecz", "powrót"],
            leadsBack: ["powrót do "],
            tags: ["słowa kluczowe"]),
        rights: Rights(
            reserved: ["wszelkie prawa zastrzezone"],
            reservedWithin: ["wszystkie prawa zastrzezone"],
            companyForms: ["sp."],
            longForms: [" sp z oo", " sp z o o"],
            companyBoundaries: ["zastrzezone"],
            menus: ["licencja na", "kontakt", "polityka prywatnosci", "regulamin"],
            noHolders: ["od"],
            creditLabels: ["foto:", "fot."],
            creditWords: ["foto"]),
        edges: Edges(
            syndications: ["artykuł ukazał się pierwotnie"],
            contacts: ["zglos blad", "napisz do nas", "skontaktuj sie", "masz temat"],
            contactLabels: ["Kontakt", "Kontakt dla mediów", "Kontakt prasowy"],
            readingTimes: ["czas czytania", "min czytania"],
            letters: ["newslettera", "newsletteru"],
            invitations: ["dołącz do", "zapisz się"],
            readMore: [
                "czytaj też", "czytaj także", "czytaj również", "zobacz też", "zobacz także",
                "zobacz również", "przeczytaj także",
            ],
            passing: ["dalsza część artykułu pod materiałem wideo", "ciąg dalszy tekstu pod wideo"],
            tools: ["drukuj", "zapisz", "posłuchaj"]),
        comments: Comments(
            words: ["moderator", "komentar", "komentow", "regulamin"],
            rules: [
                "komentarze są", "komentarze nie są", "regulamin komentowania", "usuwania komentarzy",
                "dodając komentarz", "zamieszczane komentarze", "treść komentarzy", "autorzy komentarzy",
            ],
            titles: [
                "regulamin komentarzy", "zasady komentowania", "komentarze użytkowników", "opinie użytkowników",
            ]),
        standIns: StandIns(
            errors: ["strona nie istnieje", "nie znaleziono strony", "strony nie znaleziono"],
            errorTitles: ["nie znaleziono"],
            paywalls: ["dla prenumeratorow", "dla subskrybentow", "masz juz prenumerate"],
            logins: ["zapomniales hasla", "nie masz konta"],
            consents: ["uzywamy plikow cookie", "plikow cookies"],
            personalData: ["danych osobowych", "dane osobowe", "danymi osobowymi", "twoje dane", "twoich danych"],
            grants: ["zgod", "uzasadniony interes", "uzasadnionego interesu", "partnerzy"],
            searches: ["Wyniki wyszukiwania"],
            searchesFor: ["Wyniki wyszukiwania dla "],
            housePages: ["Polityka prywatności"]))
}
