import TestSupport

/// Edits of a page's bytes.
enum PageEdit: CaseIterable {
    case number, date, text, attribute, newAttribute, jsonMember, newJSON, element, nest, copy, cut, encoding

    /// Makes an edit that chance chooses; one that finds nothing to change puts an element in.
    static func apply(to page: inout [UInt8], _ random: inout SeededGenerator) {
        let edit = allCases.randomElement(using: &random) ?? .element
        page = edit.edited(page, &random) ?? PageEdit.element.edited(page, &random) ?? page
    }

    private func edited(_ page: [UInt8], _ random: inout SeededGenerator) -> [UInt8]? {
        switch self {
        case .number: Self.swap(Tags.run(in: page, &random, where: Self.isDigit), page, Odd.number(&random))
        case .date: Self.swap(Self.dateRun(page, &random), page, Odd.date(&random))
        case .text: Tags.replacing(Self.textPlace(page, &random), of: page, with: Odd.text(&random))
        case .attribute: Self.swap(Tags.between([0x3D, 0x22], 0x22, in: page, &random), page, Odd.value(&random))
        case .newAttribute: Self.newAttribute(page, &random)
        case .jsonMember: Self.jsonMember(page, &random)
        case .newJSON: Tags.replacing(Tags.place(in: page, &random), of: page, with: Snippets.linkedData(&random))
        case .element: Tags.replacing(Tags.place(in: page, &random), of: page, with: Snippets.element(&random))
        case .nest: Self.nest(page, &random)
        case .copy: Self.copy(page, &random)
        case .cut: Self.cut(page, &random)
        case .encoding: Encodings.edited(page, &random)
        }
    }

    private static func swap(_ range: Range<Int>?, _ page: [UInt8], _ bytes: [UInt8]) -> [UInt8]? {
        range.map { Tags.replacing($0, of: page, with: bytes) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// A run of digits and what stands between the parts of a date.
    private static func dateRun(_ page: [UInt8], _ random: inout SeededGenerator) -> Range<Int>? {
        for _ in 0..<8 {
            let run = Tags.run(in: page, &random) { isDigit($0) || [0x2D, 0x2F, 0x2E, 0x3A, 0x54].contains($0) }
            if let run, run.count >= 6 { return run }
        }
        return nil
    }

    private static func textPlace(_ page: [UInt8], _ random: inout SeededGenerator) -> Range<Int> {
        let start = Int.random(in: 0...page.count, using: &random)
        return start..<min(page.count, start + Int.random(in: 0...2, using: &random))
    }

    private static func newAttribute(_ page: [UInt8], _ random: inout SeededGenerator) -> [UInt8]? {
        guard let place = Tags.between([0x3C], 0x3E, in: page, &random) else { return nil }
        let end = page[place].last == 0x2F ? place.upperBound - 1 : place.upperBound
        return Tags.replacing(end..<end, of: page, with: Snippets.attribute(&random))
    }

    /// Another value, or the value inside an array or object, for a member of JSON that the page holds.
    private static func jsonMember(_ page: [UInt8], _ random: inout SeededGenerator) -> [UInt8]? {
        guard let colon = Tags.between([0x22, 0x3A], 0x22, in: page, &random) else { return nil }
        let start = colon.lowerBound
        let end = page[start...].firstIndex { [0x2C, 0x7D, 0x5D, 0x0A].contains($0) } ?? page.count
        let old = Array(page[start..<end])
        let value: [UInt8] =
            switch Int.random(in: 0..<4, using: &random) {
            case 0: Array(repeating: 0x5B, count: Odd.count(&random)) + old
            case 1: [0x5B] + old + [0x2C] + Odd.jsonValue(&random) + [0x5D]
            default: Odd.jsonValue(&random)
            }
        return Tags.replacing(start..<end, of: page, with: value)
    }

    /// A block inside many elements, some of them closed again.
    private static func nest(_ page: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        let block = Tags.block(of: page, &random)
        let name = Snippets.name(&random), depth = Odd.count(&random)
        let open = repeatElement([0x3C] + name + [0x3E], count: depth).joined()
        let isClosed = Bool.random(using: &random)
        let close = repeatElement([0x3C, 0x2F] + name + [0x3E], count: isClosed ? depth : 0).joined()
        return Tags.replacing(block, of: page, with: Array(open) + page[block] + close)
    }

    private static func copy(_ page: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        let block = Tags.block(of: page, &random)
        let count = Bool.random(using: &random) ? 1 : min(Odd.count(&random), 30_000 / max(1, block.count) + 1)
        let copies = repeatElement(page[block], count: count).joined()
        return Tags.replacing(Tags.place(in: page, &random), of: page, with: Array(copies))
    }

    private static func cut(_ page: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        if Int.random(in: 0..<4, using: &random) == 0 {
            return Array(page.prefix(Int.random(in: 0...page.count, using: &random)))
        }
        return Tags.replacing(Tags.block(of: page, &random), of: page, with: [])
    }
}
