/// An article's page of a stated size, made of a seed: what is asked is what it costs, not what it says.
public struct SizedPage: Sendable {
    /// What a page cost.
    public struct Cost: Codable, Sendable {
        /// Bytes of the page.
        public var bytes: Int
        /// Calls of the allocator.
        public var allocations: Int
        /// Bytes that the process had in use at most beyond what it had before.
        public var peakBytes: Int

        /// Makes a cost.
        public init(bytes: Int, allocations: Int, peakBytes: Int) {
            (self.bytes, self.allocations, self.peakBytes) = (bytes, allocations, peakBytes)
        }
    }

    /// What it is called.
    public let name: String
    private let menus: Int
    private let paragraphs: Int
    /// Bytes of attributes that each paragraph bears, as page builders write them.
    private var attributes = 0

    /// A short notice; a page as newspapers have them, of some 190 kB; one of 20 MB.
    public static let all = [
        SizedPage(name: "note", menus: 4, paragraphs: 5), SizedPage(name: "news", menus: 1_900, paragraphs: 60),
        SizedPage(name: "huge", menus: 100, paragraphs: 5_000, attributes: 3_500),
    ]

    /// Whether it is so large that it is not worked on twice.
    public var isHuge: Bool { attributes > 0 }

    /// The page.
    public var html: [UInt8] {
        var random = SeededGenerator(seed: 27)
        func words(_ count: Int) -> String {
            (0..<count).map { _ in Self.words.randomElement(using: &random) ?? "" }.joined(separator: " ")
        }
        var page = """
            <!doctype html><html lang=en><head><meta charset=utf-8><title>Harbour bridge reopens after two years - The Quay</title>
            <meta property=og:site_name content="The Quay"><meta property=article:published_time content=2026-03-05T09:00:00Z>
            <script type=application/ld+json>{"@type":"NewsArticle","headline":"Harbour bridge reopens after two years","author":
            {"@type":"Person","name":"Rosa Kern"},"datePublished":"2026-03-05T09:00:00Z"}</script></head><body><nav><ul>
            """
        for entry in 0..<menus {
            page += "<li class='menu-item item-\(entry % 40)'><a href=/section/\(entry)/>\(words(3))</a></li>\n"
        }
        page += """
            </ul></nav><main><article class=story><h1>Harbour bridge reopens after two years</h1>
            <div class=byline>By <a rel=author href=/author/rosa-kern>Rosa Kern</a> <time datetime=2026-03-05T09:00:00Z>5 March 2026</time></div>
            """
        let settings =
            attributes > 0 ? " data-settings='\(String(repeating: "{margin:0} ", count: attributes / 11))'" : ""
        for paragraph in 0..<paragraphs {
            page +=
                "<p class=text\(settings)>The council said on day \(paragraph + 1) that \(words(62)), and that <a href=/t/\(paragraph)>\(words(2))</a> \(words(12)).</p>\n"
        }
        page +=
            "</article></main><footer class=footer><p>© 2026 The Quay. All rights reserved.</p></footer></body></html>"
        return Array(page.utf8)
    }

    private static let words = """
        bridge harbour council engineers traffic weight steel repair ferry winter budget vote delay crossing lane walkers
        residents shops report river tide pillar crane contract opened closed measured counted promised reached the of and
        with for after before during near
        """.split(whereSeparator: \.isWhitespace).map(String.init)
}
