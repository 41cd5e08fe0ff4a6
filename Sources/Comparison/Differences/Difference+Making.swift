extension Difference {
    /// A published article whose fields differ.
    init(changed was: ComparedEvent, _ is: ComparedEvent, _ changes: [FieldChange]) {
        self.init(
            .changed, `is`, article: was.article, size: changes.reduce(0) { $0 + $1.size }, words: changes.map(\.words),
            fields: changes.prefix(Self.mostFields).map(ShownField.init))
    }

    /// A fresh article without a published counterpart.
    init(added event: ComparedEvent) {
        self.init(
            .added, event, article: event.article, size: event.characters,
            words: ["\(event.paragraphs.count) paragraphs, \(event.characters) characters"])
    }

    /// A published article whose page no longer gives an event.
    init(gone event: ComparedEvent, _ refusal: Refusal) {
        let words = ["\(refusal.outcome): \(refusal.reason)", refusal.detail].filter { !$0.isEmpty }
        self.init(
            .gone, event, article: event.article, size: event.characters, words: words.map { CutText.of($0, 500) })
    }

    private static let mostFields = 64

    private init(
        _ kind: Kind, _ event: ComparedEvent, article: String, size: Int, words: [String], fields: [ShownField] = []
    ) {
        self.kind = kind
        self.article = CutText.of(article, 200)
        url = event.url.map { CutText.of($0, 500) }
        title = event.title.map { CutText.of($0, 200) }
        site = CutText.of(event.site, 200)
        place = event.place
        self.size = size
        self.words = Array(words.prefix(Self.mostFields))
        self.fields = fields
    }
}
