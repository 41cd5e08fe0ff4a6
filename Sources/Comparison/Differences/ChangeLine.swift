/// A difference as a line of JSON, without a line end.
enum ChangeLine {
    static func changed(_ was: ComparedEvent, _ is: ComparedEvent, _ changes: [FieldChange]) -> String {
        let fields = changes.map { ($0.name, FieldValue.object(["was": $0.was, "is": $0.is])) }
        let object = FieldValue.object(Dictionary(fields) { first, _ in first })
        return line(.changed, `is`, article: was.article, [("fields", object)])
    }

    static func added(_ event: ComparedEvent) -> String {
        line(
            .added, event, article: event.article,
            [("title", event.value("title")), ("paragraphs", .number("\(event.paragraphs.count)"))])
    }

    static func gone(_ event: ComparedEvent, _ refusal: Refusal) -> String {
        line(
            .gone, event, article: event.article,
            [
                ("title", event.value("title")), ("outcome", .text(refusal.outcome)), ("reason", .text(refusal.reason)),
                ("detail", .text(refusal.detail)),
            ])
    }

    private static func line(
        _ kind: Difference.Kind, _ event: ComparedEvent, article: String, _ more: [(String, FieldValue)]
    ) -> String {
        var text = ""
        let members: [(key: String, value: FieldValue)] = [
            ("change", .text(kind.rawValue)), ("article_id", .text(article)), ("url", event.value("url")),
            ("site", .text(event.site)), ("place", place(event.place)),
        ]
        FieldValue.write(members + more.map { (key: $0.0, value: $0.1) }, to: &text)
        return text
    }

    private static func place(_ place: PagePlace) -> FieldValue {
        guard place.offset >= 0 else { return .null }
        return .object([
            "topic": .text(place.topic), "partition": .number("\(place.partition)"),
            "offset": .number("\(place.offset)"),
        ])
    }
}
