internal import Markup

/// The phrases of the `articleBody` that a page states in its linked data, if it does: a hint, since it is often cut or edited.
struct StatedBody {
    private var phrases: Set<UInt32> = []

    /// Phrases that are kept; a page that states more lists other articles.
    private static let most = 200_000

    /// No stated body.
    init() {}

    /// The phrases of some texts.
    init(texts: [[UInt8]]) { texts.forEach { take($0) } }

    /// Looks through the page's `application/ld+json` scripts; of each stated text at most 400,000 bytes and 40,000 tokens are read.
    init(_ document: Document) {
        guard document.holds(.script, .type, where: Self.isLinkedData) else { return }
        for parent in [document.head, document.body].compactMap(\.self) {
            var walk = document.descendants(of: parent)
            while let node = walk.next() {
                guard document.tag(node) == .script else { continue }
                walk.skipChildren()
                guard let type = document.attribute(node, .type), Self.isLinkedData(document.utf8(type)) else {
                    continue
                }
                if let text = document.firstChild(node) { read(document.utf8(of: text)) }
            }
        }
    }

    /// Whether the page states a body.
    var isEmpty: Bool { phrases.isEmpty }

    /// The share of a block's phrases that the stated body holds; -1 when there is none, or the block has fewer than three tokens.
    func share(of lead: [LeadToken]) -> Float {
        guard !phrases.isEmpty, lead.count >= 3 else { return -1 }
        var (all, held): (Float, Float) = (0, 0)
        for index in 0..<(lead.count - 2) {
            all += 1
            if phrases.contains(Self.hash(lead[index].hash, lead[index + 1].hash, lead[index + 2].hash)) { held += 1 }
        }
        return held / all
    }

    private static func isLinkedData(_ type: Span<UInt8>) -> Bool {
        type.count >= 19 && type[12] | 0x20 == 0x6C && type[13] | 0x20 == 0x64
    }

    private mutating func read(_ json: Span<UInt8>) {
        var index = 0
        while phrases.count < Self.most, let start = Self.find(Self.key, in: json, from: index) {
            index = start
            while index < json.count, json[index] == 0x20 || json[index] == 0x3A || json[index] == 0x0A { index += 1 }
            guard index < json.count, json[index] == 0x22 else { continue }
            if let text = ScriptString.read(json, at: &index, lineFeed: 0x20, spansLines: true) { take(text) }
        }
    }

    private static let key = Array("\"articleBody\"".utf8)

    /// The place after the next occurrence of `key`.
    private static func find(_ key: [UInt8], in json: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while index + key.count <= json.count {
            if json[index] == key[0] {
                var length = 1
                while length < key.count, json[index + length] == key[length] { length += 1 }
                if length == key.count { return index + length }
            }
            index += 1
        }
        return nil
    }

    private mutating func take(_ text: [UInt8]) {
        var meter = TextMeter(titles: TitleWords(), words: .empty, leadLimit: min(40_000, text.count))
        _ = meter.measure(text.span)
        let lead = meter.lead
        guard lead.count >= 3 else { return }
        phrases.reserveCapacity(lead.count)
        for index in 0..<(lead.count - 2) {
            phrases.insert(Self.hash(lead[index].hash, lead[index + 1].hash, lead[index + 2].hash))
        }
    }

    @inline(__always)
    private static func hash(_ a: UInt32, _ b: UInt32, _ c: UInt32) -> UInt32 {
        ((a &* 0x9E37_79B1) ^ b) &* 0x85EB_CA6B ^ c
    }
}
