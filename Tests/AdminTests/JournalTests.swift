import Testing
import Wire

@testable import Admin

@Suite("The journal")
struct JournalTests {
    private func note(_ site: String, _ reason: String? = nil) -> PageNote {
        var note = PageNote(InboundRecord(topic: "t", partition: 0, offset: 0, value: nil), url: nil)
        (note.site, note.reason) = (site, reason)
        return note
    }

    @Test("the last so many are kept")
    func keepsTheLast() {
        var ring = Ring<Int>(capacity: 3)
        for number in 1...8 { ring.append(number) }
        #expect(ring.all == [6, 7, 8])
    }

    @Test("sites stay few; those that come again stay")
    func boundsSites() {
        var sites = SiteTable(capacity: 10)
        for number in 0..<10_000 {
            sites.count(note("site-\(number).example"))
            sites.count(note("often.example", number % 3 == 0 ? "login" : nil))
        }
        sites.count(note(String(repeating: "x", count: 300)))
        let top = sites.top(100)
        #expect(top.count == 10)
        #expect(top[0].site == "often.example" && top[0].pages == 10_000 && top[0].topReason == "login")
    }

    @Test("texts of pages are cut")
    func cutsTexts() throws {
        let world = try AdminWorld()
        world.put(
            AdminWorld.article(title: String(repeating: "ж", count: 5000)),
            url: "https://a.example/" + String(repeating: "x", count: 5000))
        let recent = world.journal.recent
        let notes = recent.articles + recent.others
        #expect(notes.count == 1)
        #expect(PageNote.cut("港の灯台", to: 7) == "港の…" && PageNote.cut("港の", to: 6) == "港の")
        #expect(notes.allSatisfy { $0.title.utf8.count < 250 && ($0.url?.utf8.count ?? 0) < 310 })
    }
}
