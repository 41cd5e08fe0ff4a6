import TestSupport

/// Places in a page that edits are made at; bytes only, so that broken pages have them too.
enum Tags {
    /// A place before a `<`, or anywhere when there is none near.
    static func place(in page: [UInt8], _ random: inout SeededGenerator) -> Range<Int> {
        let start = start(in: page, &random)
        return start..<start
    }

    /// From one `<` to one of the next twelve.
    static func block(of page: [UInt8], _ random: inout SeededGenerator) -> Range<Int> {
        let start = start(in: page, &random)
        var end = start
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            end = page[min(end + 1, page.count)...].firstIndex(of: 0x3C) ?? page.count
        }
        return start..<end
    }

    private static func start(in page: [UInt8], _ random: inout SeededGenerator) -> Int {
        let index = Int.random(in: 0...page.count, using: &random)
        return page[index...].prefix(1_000).firstIndex(of: 0x3C) ?? index
    }

    /// A run of bytes that chance chooses among those that match, within some distance of a random place.
    static func run(
        in page: [UInt8], _ random: inout SeededGenerator, where matches: (UInt8) -> Bool
    ) -> Range<Int>? {
        let from = Int.random(in: 0...page.count, using: &random)
        guard let start = page[from...].firstIndex(where: matches) ?? page.firstIndex(where: matches) else {
            return nil
        }
        return start..<(page[start...].firstIndex { !matches($0) } ?? page.count)
    }

    /// What stands between two bytes, the first found behind a random place.
    static func between(
        _ open: [UInt8], _ close: UInt8, in page: [UInt8], _ random: inout SeededGenerator
    ) -> Range<Int>? {
        let from = Int.random(in: 0...page.count, using: &random)
        guard let found = page[from...].firstRange(of: open) ?? page.firstRange(of: open),
            let end = page[found.upperBound...].firstIndex(of: close)
        else { return nil }
        return found.upperBound..<end
    }

    /// A page with a range of it replaced.
    static func replacing(_ range: Range<Int>, of page: [UInt8], with bytes: [UInt8]) -> [UInt8] {
        var page = page
        page.replaceSubrange(range, with: bytes)
        return page
    }
}
