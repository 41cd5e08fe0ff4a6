import Foundation
import Testing

@testable import Comparison

@Suite("The file of a comparison")
struct StoreTests {
    @Test("adding again changes nothing")
    func idempotent() throws {
        let world = try World()
        func feed() throws {
            try world.publish(TestEvent("u-1", at: 1))
            try world.publish(TestEvent("u-1", at: 1, version: 2, ["title": "newer"]))
            try world.give(TestEvent("u-1", at: 1, version: 3, ["title": "newest"]))
            try world.publish(TestEvent("u-2", at: 2))
            try world.refuse(2)
            #expect(try !world.store.add(Array("{\"url\":null}".utf8), to: .published))
        }
        try feed()
        let once = try world.compare()
        let text = world.text
        for _ in 0..<3 { try feed() }
        let again = try world.compare()
        #expect(once.figures == again.figures && once.figures == [0, 1, 0, 1, 0])
        #expect(once.unread == 1 && again.unread == 1)
        #expect(world.text == text)
    }

    @Test(
        "values that are not events are said not to be",
        arguments: ["", "null", "[]", "{", "{\"article_id\":3}", "\u{FEFF}"])
    func noEvents(_ value: String) throws {
        let world = try World()
        #expect(try !world.store.add(Array(value.utf8), to: .fresh))
        #expect(try !world.store.add([0xFF, 0xFE, 0x00], to: .published))
        #expect(try world.compare().unread == 2)
        try world.store.clear(.fresh)
        #expect(try world.compare().unread == 1)
    }

    @Test("what was added is there after a crash: the file is opened again without having been closed")
    func crash() throws {
        let world = try World()
        try world.publish(TestEvent("u-1", at: 1))
        try world.store.batch {
            try world.give(TestEvent("u-1", at: 1, ["title": "Other"]))
            try world.give(TestEvent("u-2", at: 2))
        }
        // What a process that was killed leaves: the file and its log, copied while they are in use.
        let copy = world.folder.appending(path: "killed.db").path
        for end in ["", "-wal"] { try FileManager.default.copyItem(atPath: world.path + end, toPath: copy + end) }
        let store = try ComparisonStore(path: copy)
        defer { store.close() }
        #expect(try store.compare(names: Labels(title: "again")) { _ in }.figures == [0, 1, 1, 0, 0])
        // And beside the first, which is open still.
        let other = try ComparisonStore(path: world.path)
        defer { other.close() }
        #expect(try other.compare(names: Labels(title: "again")) { _ in }.figures == [0, 1, 1, 0, 0])
    }

    @Test("a batch that throws leaves nothing; one inside of another belongs to it")
    func batches() throws {
        struct Stop: Error {}
        let world = try World()
        #expect(throws: Stop.self) {
            try world.store.batch {
                try world.give(TestEvent("u-1", at: 1))
                throw Stop()
            }
        }
        #expect(try world.compare().figures == [0, 0, 0, 0, 0])
        let sum = try world.store.batch {
            try world.give(TestEvent("u-1", at: 1))
            return try world.store.batch { try world.give(TestEvent("u-2", at: 2)) ? 2 : 0 }
        }
        #expect(sum == 2)
        #expect(try world.compare().figures == [0, 0, 2, 0, 0])
    }

    @Test("several threads may feed it")
    func threads() throws {
        let world = try World()
        let store = world.store
        DispatchQueue.concurrentPerform(iterations: 4) { thread in
            for number in 0..<50 {
                _ = try? store.add(TestEvent("u-\(number)", at: thread * 50 + number).json, to: .fresh)
            }
        }
        #expect(try world.compare().figures == [0, 0, 50, 0, 0])
    }

    @Test("clearing a side leaves the other")
    func clear() throws {
        let world = try World()
        try world.publish(TestEvent("u-1", at: 1))
        try world.give(TestEvent("u-1", at: 1))
        try world.refuse(2)
        try world.store.clear(.fresh)
        #expect(try world.compare().figures == [0, 0, 0, 0, 1])
        try world.store.clear(.published)
        #expect(try world.compare().figures == [0, 0, 0, 0, 0])
    }

    @Test("what is not a database is refused, and left as it is")
    func noDatabase() throws {
        let world = try World()
        let path = world.folder.appending(path: "notes.txt")
        let notes = Data(String(repeating: "Buy milk.\n", count: 1000).utf8)
        try notes.write(to: path)
        let fault = #expect(throws: ComparisonFault.self) { _ = try ComparisonStore(path: path.path) }
        #expect(fault?.kind == .notReadable)
        #expect(fault?.description.contains("is not a database, or is damaged") == true)
        #expect(try Data(contentsOf: path) == notes)
    }

    @Test("a damaged file is a fault, not a wrong answer")
    func damaged() throws {
        let world = try World()
        for number in 0..<200 { try world.give(TestEvent("u-\(number)", at: number)) }
        let path = world.path
        world.store.close()
        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes.replaceSubrange(4096..., with: Data(repeating: 0xA5, count: bytes.count - 4096))
        try bytes.write(to: URL(filePath: path))
        let fault = #expect(throws: ComparisonFault.self) {
            _ = try ComparisonStore(path: path).compare(names: Labels(title: "damaged")) { _ in }
        }
        #expect(fault?.kind == .notReadable)
        #expect(fault?.description.contains("delete it and begin again") == true)
    }

    @Test("a file of another layout says so, and one of another program")
    func otherLayout() throws {
        let world = try World()
        world.store.close()
        let database = try Database(path: world.path)
        try database.run("PRAGMA user_version = 7")
        database.close()
        let fault = #expect(throws: ComparisonFault.self) { _ = try ComparisonStore(path: world.path) }
        #expect(fault?.kind == .otherLayout(version: 7))
        #expect(fault?.description.contains("layout 7, this one has 1") == true)

        let path = world.folder.appending(path: "other.db").path
        let other = try Database(path: path)
        try other.run("CREATE TABLE milk (litres INTEGER)")
        other.close()
        #expect(throws: ComparisonFault.otherContent(path)) { _ = try ComparisonStore(path: path) }
    }

    @Test("a folder that is not there and a closed store are faults that say what to do")
    func away() throws {
        let fault = #expect(throws: ComparisonFault.self) { _ = try ComparisonStore(path: "/nowhere/at/all.db") }
        #expect(fault?.kind == .refused(code: 14))
        #expect(fault?.description.contains("check that the folder is there") == true)
        let world = try World()
        world.store.close()
        world.store.close()
        #expect(throws: ComparisonFault.closed(world.path)) { try world.publish(TestEvent("u-1", at: 1)) }
    }

    @Test("what takes the lines may end the comparison")
    func ends() throws {
        struct Stop: Error {}
        let world = try World()
        try world.give(TestEvent("u-1", at: 1))
        #expect(throws: Stop.self) { _ = try world.store.compare(names: Labels(title: "x")) { _ in throw Stop() } }
        #expect(try world.compare().figures == [0, 0, 1, 0, 0])
    }
}
