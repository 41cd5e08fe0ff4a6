extension Language {
    static let ukrainian = Language(
        codes: ["uk"],
        times: Times(
            behind: ["тому"],
            units: [
                "день", "години", "годину", "годин", "хвилин", "хвилини", "дні",
                "днів",
            ],
            changes: ["оновлено"]),
        people: People(
            bylines: Roles(
                author: ["автор:", "автор", "текст:", "автори:", "авторка:", "пише:"],
                reporter: ["розмовляв", "розмовляла", "журналіст:"],
                photographer: ["фото:"]),
            ands: ["та"],
            organisations: ["агенція"],
            writtenBy: ["Написано автором", "Автор"]),
        places: Places(
            sources: ["джерело"],
            homes: ["головна"],
            crumbLabels: ["ви тут"],
            tags: ["мітки"]),
        rights: Rights(
            reserved: ["усі права захищені", "всі права захищені"],
            creditLabels: ["фото:", "фото ©", "фото"]),
        edges: Edges(
            syndications: ["стаття вперше опублікована"],
            disclaimers: ["відмова від відповідальності"],
            contacts: ["знайшли помилку", "повідомити про помилку"],
            readingTimes: ["час читання"],
            letters: ["розсилк"],
            invitations: ["підпишіться", "підписуйтесь"],
            readMore: ["читайте також", "дивіться також"],
            passing: ["продовження після реклами"]),
        comments: Comments(
            words: ["коментар", "коментув"],
            rules: [
                "залишити коментар", "видаляти коментар",
                "правила коментування", "коментарі відображають",
            ],
            titles: ["правила коментування", "коментарі читачів"]),
        standIns: StandIns(
            errors: ["сторінку не знайдено"],
            errorTitles: ["не знайдено"],
            robotChecks: ["не робот"],
            paywalls: ["лише для передплатників"],
            logins: ["забули пароль"],
            consents: ["використовуємо файли cookie"],
            personalData: [
                "персональних даних", "персональні дані", "файлы cookie",
            ],
            grants: ["згод"],
            searches: ["Результати пошуку"],
            housePages: ["Політика конфіденційності"]))
}
