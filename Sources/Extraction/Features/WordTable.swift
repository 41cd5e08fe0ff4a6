internal import Lexicon

/// The keyword phrases as a trie over token hashes, and the stop words: built once from ``Keyword``.
struct WordTable: Sendable {
    /// The one table.
    static let shared = WordTable(Keyword.allCases, stopWords: Keyword.stopWords)
    /// A table without words.
    static let empty = WordTable([], stopWords: [])

    private struct Edge {
        /// Node above in the high half, token hash in the low half.
        var key: UInt64 = .max
        var node: UInt32 = 0
    }

    private var edges: [Edge]
    private var keywords: [UInt32] = [0]
    private var stops: [UInt32]
    private let mask: Int
    private let stopMask: Int
    /// The first tokens of all phrases.
    private var first = HashFilter()

    private init(_ rows: [Keyword], stopWords: [String]) {
        let spelt = rows.flatMap { row in row.phrases.map { (row: row, phrase: $0) } }
        let phrases = Array(zip(spelt.map(\.row), Folding.tokens(of: spelt.map(\.phrase))))
        mask = Self.capacity(phrases.reduce(0) { $0 + $1.1.count }) - 1
        edges = Array(repeating: Edge(), count: mask + 1)
        let words = Folding.tokens(of: stopWords.flatMap(Lexicon.words)).flatMap(\.self)
        stopMask = Self.capacity(words.count) - 1
        stops = Array(repeating: 0, count: stopMask + 1)
        for (row, tokens) in phrases { insert(tokens, row) }
        for word in words { insert(stopWord: word) }
    }

    private static func capacity(_ count: Int) -> Int {
        var capacity = 16
        while capacity < count * 3 { capacity *= 2 }
        return capacity
    }

    private mutating func insert(_ tokens: [UInt32], _ keyword: Keyword) {
        var node: UInt32 = 0
        if let token = tokens.first { first.insert(token) }
        for token in tokens {
            let slot = find(node, token)
            if edges[slot].key == .max {
                edges[slot] = Edge(key: UInt64(node) << 32 | UInt64(token), node: UInt32(keywords.count))
                keywords.append(0)
            }
            node = edges[slot].node
        }
        if node > 0 { keywords[Int(node)] |= 1 << UInt32(keyword.rawValue) }
    }

    @inline(__always)
    private func find(_ node: UInt32, _ token: UInt32) -> Int {
        let key = UInt64(node) << 32 | UInt64(token)
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
        while edges[slot].key != key && edges[slot].key != .max { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func insert(stopWord hash: UInt32) {
        var slot = Int(hash) & stopMask
        while stops[slot] != 0 && stops[slot] != hash { slot = (slot + 1) & stopMask }
        stops[slot] = hash
    }

    /// Whether a token is a stop word.
    @inline(__always)
    func isStopWord(_ hash: UInt32) -> Bool {
        var slot = Int(hash) & stopMask
        while stops[slot] != 0 {
            if stops[slot] == hash { return true }
            slot = (slot + 1) & stopMask
        }
        return false
    }

    /// The keywords of the phrases that are this token alone.
    func keywords(of token: LeadToken) -> UInt32 {
        guard first.mayHold(token.hash) else { return 0 }
        let edge = edges[find(0, token.hash)]
        return edge.key == .max ? 0 : keywords[Int(edge.node)]
    }

    /// The keywords of the longest and shorter phrases that start at a token: a bit for each ``Keyword``.
    @inline(__always)
    func keywords(_ tokens: [LeadToken], at start: Int) -> UInt32 {
        guard start < tokens.count, first.mayHold(tokens[start].hash) else { return 0 }
        var node: UInt32 = 0
        var found: UInt32 = 0
        var index = start
        while index < tokens.count {
            let slot = find(node, tokens[index].hash)
            guard edges[slot].key != .max else { break }
            node = edges[slot].node
            found |= keywords[Int(node)]
            index += 1
        }
        return found
    }
}
