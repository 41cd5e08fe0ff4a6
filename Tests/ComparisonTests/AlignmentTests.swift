import Testing

@testable import Comparison

@Suite("Texts side by side")
struct AlignmentTests {
    private func rows(_ was: [String], _ is: [String]) -> [LineAlignment.Row] {
        LineAlignment(was: was, is: `is`).rows
    }

    @Test("lines are the same, removed, added or reworded")
    func kinds() {
        let was = ["one line here", "two lines of words there", "three", "four"]
        let new = ["zero", "one line here", "two lines of words anywhere", "four"]
        #expect(
            rows(was, new) == [
                .added(0), .same(was: 0, is: 1), .reworded(was: 1, is: 2), .removed(2), .same(was: 3, is: 3),
            ])
    }

    @Test("a line of a text of one line is reworded, however little of it stays")
    func oneLine() { #expect(rows(["Harbour baths"], ["Ferry"]) == [.reworded(was: 0, is: 0)]) }

    @Test("a line that moved is removed and added")
    func moved() {
        #expect(
            rows(["a", "b", "c"], ["b", "c", "a"]) == [
                .removed(0), .same(was: 1, is: 0), .same(was: 2, is: 1), .added(2),
            ])
    }

    @Test("every line stands in exactly one row, in order", arguments: 0..<200)
    func complete(_ seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        func line() -> String { (0..<3).map { _ in ["river", "ferry", "cart", "春"][next(4)] }.joined(separator: " ") }
        let was = (0..<next(9)).map { _ in line() }
        let new = (0..<next(9)).map { _ in line() }
        var (left, right) = ([Int](), [Int]())
        for row in rows(was, new) {
            switch row {
            case .same(let one, let other):
                #expect(was[one] == new[other])
                left.append(one)
                right.append(other)
            case .reworded(let one, let other):
                #expect(was[one] != new[other])
                left.append(one)
                right.append(other)
            case .removed(let one): left.append(one)
            case .added(let other): right.append(other)
            }
        }
        #expect(left == Array(0..<was.count) && right == Array(0..<new.count))
    }

    @Test("texts of too many lines are aligned by position")
    func bounded() {
        let was = (0..<5000).map { "was \($0)" }
        var new = (0..<6000).map { "is \($0)" }
        new[3000] = was[3000]
        let rows = rows(was, new)
        #expect(rows.count == 6000)
        #expect(rows[3000] == .same(was: 3000, is: 3000) && rows[1] == .reworded(was: 1, is: 1))
        #expect(rows[5999] == .added(5999))
    }

    @Test("the words that differ are marked")
    func words() {
        let pieces = Wording.pieces("The old ferry returns.", "The new ferry returns soon.")
        #expect(pieces.was.filter(\.isMarked).map(\.text) == ["old"])
        #expect(pieces.is.filter(\.isMarked).map(\.text) == ["new", " soon"])
        #expect(pieces.was.map(\.text).joined() == "The old ferry returns.")
        let han = Wording.pieces("春江潮水连海平", "春江湖水连海平")
        #expect(han.was.filter(\.isMarked).map(\.text) == ["潮"] && han.is.filter(\.isMarked).map(\.text) == ["湖"])
    }

    @Test("a change's size is the characters that differ, in words what changed")
    func sizes() throws {
        let was: [String: FieldValue] = [
            "title": .text("Old ferry"), "tags": .list([.text("a")]), "language": .text("en"),
            "contributors": .list([.object(["name": .text("Ann Lee"), "role": .text("author")])]),
            "paragraphs": .list([.text("same"), .text("gone now"), .text("a line of five words")]),
        ]
        let new: [String: FieldValue] = [
            "contributors": .list([.object(["name": .text("Ann Lea"), "role": .text("author")])]),
            "title": .text("New ferry"), "tags": .list([.text("a"), .text("b")]),
            "paragraphs": .list([.text("same"), .text("a line of six words")]),
        ]
        let changes = FieldChange.all(was: was, is: new)
        #expect(changes.map(\.name) == ["title", "paragraphs", "contributors", "language", "tags"])
        #expect(changes.map(\.size) == [3, 12, 1, 1, 1])
        #expect(
            changes.map(\.words) == [
                "title \"Old ferry\" → \"New ferry\"", "paragraphs: 1 removed, 1 reworded (−9 characters)",
                "contributors: 1 changed", "language \"en\" → none", "tags: 1 added",
            ])
    }
}
