/// Paragraphs in which a site asks for consent to the processing of its readers' data: the texts of consent dialogs, which read like
/// running text.
public enum ConsentLine {
    /// Whether a text speaks of personal data and of who may use them, or on what ground.
    public static func speaks(_ text: Span<UInt8>) -> Bool { data.isIn(text) && grants.isIn(text) }

    private static let data = WordSigns(dataWords)
    private static let grants = WordSigns(grantWords)

    /// Beginnings of words for the data. A test has a row for each.
    static let dataWords = [
        "personal data", "your data", "personal information", "cookie", "personenbezogen", "deiner daten",
        "ihrer daten",
        "ihre daten", "données personnelles", "données à caractère personnel", "vos données", "datos personales",
        "sus datos", "tus datos", "dados pessoais", "seus dados", "dati personali", "tuoi dati", "persoonsgegevens",
        "je gegevens", "uw gegevens", "personuppgifter", "personopplysninger", "personoplysninger", "henkilötie",
        "danych osobowych", "dane osobowe", "danymi osobowymi", "twoje dane", "twoich danych", "osobních údajů",
        "osobní údaje", "osobných údajov", "személyes adat", "date cu caracter personal",
        "datelor cu caracter personal",
        "datele personale", "лични данни", "личните данни", "персональных данных", "персональные данные",
        "персональних даних", "персональні дані", "файлы cookie", "προσωπικά δεδομένα", "προσωπικών δεδομένων",
        "kişisel veri", "osobni podaci", "osobnih podataka", "osebnih podatkov", "ličnih podataka", "asmens duomen",
        "personas dat", "isikuandme", "个人信息", "個人資料", "個人情報", "개인정보",
    ]

    /// Beginnings of words for consent, for the grounds of processing and for those who share in it. A test has a row for each.
    static let grantWords = [
        "consent", "legitimate interest", "our partners", "partners", "vendors", "opt out", "einwilligung", "zustimm",
        "berechtigt", "partner", "consentement", "consentir", "intérêt légitime", "partenaires", "consentimiento",
        "interés legítimo", "socios", "consentimento", "interesse legítimo", "parceiros", "consenso", "acconsent",
        "legittimo interesse", "toestemming", "gerechtvaardigd belang", "samtyck", "samtykke", "berettiget",
        "suostumu", "zgod", "uzasadniony interes", "uzasadnionego interesu", "partnerzy", "souhlas", "súhlas",
        "oprávněn", "hozzájárul", "jogos érdek", "consimțământ", "interes legitim", "съгласие", "согласи", "згод",
        "συγκατάθεση", "συναίνεση", "rıza", "açık onay", "pristan", "privol", "suglas", "soglas", "sutikim", "piekriš",
        "nõusolek", "同意", "동의",
    ]
}
