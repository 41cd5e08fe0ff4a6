import Testing

@testable import Normalization

@Suite struct LanguageDetectorTests {
    private func detect(_ text: String, _ declared: String? = nil) -> String? {
        let bytes = Array(text.utf8)
        return LanguageDetector.detect(bytes.span, declared: declared)
    }

    @Test(arguments: [
        ("市政府昨天召开会议，研究港口建设的规划问题。", nil, "zh-Hans"), ("市政府昨天召開會議，研究港口建設的規劃問題。", nil, "zh-Hant"),
        ("市政府昨天召開會議，研究港口建設的規劃問題。", "zh-CN", "zh-Hant"), ("上海大火", "zh-TW", "zh-Hant"), ("上海大火", nil, "zh-Hans"),
        ("市長は昨日、港の新しい計画について説明した。", nil, "ja"), ("시장은 어제 항구의 새 계획을 설명했다.", "en", "ko"),
        ("Ο δήμαρχος παρουσίασε χθες το σχέδιο για το λιμάνι.", nil, "el"),
        (
            "The mayor presented the new plan for the harbour yesterday, and the council will vote on it next week.",
            nil, "en"
        ),
        (
            "The mayor presented the new plan for the harbour yesterday, and the council will vote on it.", "en_GB",
            "en-GB"
        ),
        (
            "Der Bürgermeister stellte gestern den neuen Plan für den Hafen vor, über den der Rat nächste Woche abstimmt.",
            nil, "de"
        ),
        (
            "Der Bürgermeister stellte gestern den neuen Plan für den Hafen vor, über den der Rat nächste Woche abstimmt.",
            "en", "de"
        ),
        ("Мэр вчера представил новый план развития порта, который совет обсудит на следующей неделе.", nil, "ru"),
        (
            "Burmistrz przedstawił wczoraj nowy plan portu, nad którym rada będzie głosować w przyszłym tygodniu.",
            "pl-PL", "pl-PL"
        ),
        ("", "en", "en"), ("123", nil, nil), ("", "???", nil),
    ])
    func detects(text: String, declared: String?, language: String?) {
        #expect(detect(text, declared) == language)
    }

    @Test(arguments: [
        ("EN", "en"), ("en_us", "en-US"), ("zh-TW", "zh-Hant"), ("zh-cmn-Hans", "zh-Hans"), ("iw", "he"), ("x", nil),
        ("und", nil), ("sr-Latn", "sr-Latn"),
    ])
    func bringsTagsToTheirUsualForm(text: String, tag: String?) {
        #expect(LanguageTag(text)?.tag == tag)
    }

    // MARK: What others say

    /// The beginning of an article, and a sentence that someone says in it, in one language.
    struct Voice: Sendable {
        var tag: String
        var story: String
        var quote: String
    }

    static let voices = [
        Voice(
            tag: "en",
            story:
                "The old ferry was lowered into the river on Tuesday while several hundred people watched from the quay. The carpenters had replaced almost every plank, and the town will pay for a captain until the autumn.",
            quote: "“Nobody thought that we would ever see her on the water again,” the captain said."),
        Voice(
            tag: "de",
            story:
                "Die alte Fähre wurde am Dienstag zu Wasser gelassen, während mehrere hundert Menschen vom Kai aus zusahen. Die Zimmerleute hatten fast jede Planke ersetzt, und die Stadt bezahlt bis zum Herbst einen Kapitän.",
            quote: "„Niemand hat geglaubt, dass wir sie noch einmal auf dem Wasser sehen“, sagte der Kapitän."),
        Voice(
            tag: "fr",
            story:
                "Le vieux bac a été remis à l’eau mardi sous les yeux de plusieurs centaines de personnes réunies sur le quai. Les charpentiers avaient remplacé presque toutes les planches, et la ville paiera un capitaine jusqu’à l’automne.",
            quote: "« Personne ne pensait que nous le reverrions un jour sur l’eau », a dit le capitaine."),
        Voice(
            tag: "es",
            story:
                "El viejo transbordador volvió al agua el martes ante varios cientos de personas que miraban desde el muelle. Los carpinteros habían cambiado casi todas las tablas, y el ayuntamiento pagará a un capitán hasta el otoño.",
            quote: "«Nadie pensaba que lo veríamos otra vez en el agua», dijo el capitán."),
        Voice(
            tag: "pl",
            story:
                "Stary prom spuszczono we wtorek na wodę, a z nabrzeża przyglądało się temu kilkaset osób. Cieśle wymienili prawie wszystkie deski, a miasto do jesieni będzie płacić kapitanowi.",
            quote: "„Nikt nie wierzył, że jeszcze zobaczymy go na wodzie” – powiedział kapitan."),
        Voice(
            tag: "sv",
            story:
                "Den gamla färjan sjösattes i tisdags medan flera hundra människor tittade på från kajen. Timmermännen hade bytt nästan varje planka, och staden betalar en kapten fram till hösten.",
            quote: "”Ingen trodde att vi någonsin skulle få se henne på vattnet igen”, sade kaptenen."),
        Voice(
            tag: "ru",
            story:
                "Старый паром спустили на воду во вторник, и с причала на это смотрели несколько сотен человек. Плотники заменили почти все доски, а город будет платить капитану до осени.",
            quote: "«Никто не думал, что мы ещё увидим его на воде», — сказал капитан."),
        Voice(
            tag: "tr",
            story:
                "Eski vapur salı günü rıhtımdan izleyen birkaç yüz kişinin önünde suya indirildi. Marangozlar neredeyse bütün tahtaları değiştirmişti ve belediye sonbahara kadar kaptanın ücretini ödeyecek.",
            quote: "“Onu bir daha suda göreceğimizi kimse düşünmüyordu” dedi kaptan."),
        Voice(
            tag: "ja",
            story: "古い渡し船が火曜日、岸壁から数百人が見守る中で川に戻された。大工たちは板をほとんどすべて取り換え、町は秋まで船長の費用を払う。",
            quote: "「もう一度水の上で見られるとは誰も思っていなかった」と船長は話した。"),
        Voice(
            tag: "ar",
            story:
                "أنزلت العبارة القديمة إلى الماء يوم الثلاثاء أمام مئات الأشخاص الذين تابعوا المشهد من الرصيف. وكان النجارون قد استبدلوا جميع الألواح تقريبا، وستدفع البلدية أجر القبطان حتى الخريف.",
            quote: "قال القبطان: «لم يظن أحد أننا سنراها على الماء مرة أخرى»."),
    ]

    /// Each language with a sentence of the next one, of the one after it and of the one before: thirty pages.
    static let mixed = voices.indices.flatMap { own in
        [1, 2, voices.count - 1].map { (own: own, other: (own + $0) % voices.count) }
    }

    @Test("a sentence in another language does not turn an article's, whatever the page declares", arguments: mixed)
    func quoted(own: Int, other: Int) {
        let (own, other) = (Self.voices[own], Self.voices[other])
        // libcld2 tells languages apart by stretches of some hundred bytes.
        let text = "\(own.story) \(other.quote) \(own.story) \(own.story)"
        #expect(detect(text) == own.tag)
        #expect(detect(text, own.tag) == own.tag)
        #expect(detect(text, other.tag) == own.tag)
    }
}
