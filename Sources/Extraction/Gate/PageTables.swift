/// Learnt values of a page's tokens, a table for each ``PageTokens/Place``.
///
/// A token's value is the logit of the smoothed share, among sites that bear it, of those whose pages are no articles, less the
/// logit of the prior: above zero for what other pages than articles bear.
struct PageTables: Sendable {
    private let tables: [ValueTable]

    /// Tables in the order of ``PageTokens/Place``; without any, nothing is known.
    init(_ tables: [ValueTable] = PageTokens.Place.allCases.map { _ in ValueTable() }) { self.tables = tables }

    /// What the tokens of a place tell.
    func sums(_ tokens: PageTokens, of place: PageTokens.Place) -> TokenSums {
        let table = tables[place.rawValue]
        // A bit for each place of the table: each token counts once.
        var seen: [UInt64] = Array(repeating: 0, count: table.capacity / 64 + 1)
        var values: [Float] = []
        tokens.forEach(of: place) { hash in
            guard let found = table.find(hash) else { return }
            let bit: UInt64 = 1 << UInt64(found.place & 63)
            guard seen[found.place >> 6] & bit == 0 else { return }
            seen[found.place >> 6] |= bit
            values.append(found.value)
        }
        return TokenSums(values)
    }
}

/// What the known tokens of one place on a page tell in sum.
struct TokenSums: Equatable {
    /// How many of the largest and of the smallest values count.
    static let most = 20

    /// The sum of the largest values above zero: signs of other pages.
    var other: Float = 0
    /// The sum of the smallest values below zero: signs of articles.
    var article: Float = 0
    /// The sum of all by the square root of their number and five.
    var balance: Float = 0

    /// Sums values, each of another token.
    init(_ values: [Float]) {
        let sorted = values.sorted()
        other = sorted.suffix(Self.most).reduce(0) { $0 + max(0, $1) }
        article = sorted.prefix(Self.most).reduce(0) { $0 + min(0, $1) }
        balance = sorted.reduce(0, +) / Float(sorted.count + 5).squareRoot()
    }
}
