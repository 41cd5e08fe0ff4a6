import Foundation
import Testing

@testable import Comparison

/// Many small events: nine in ten unchanged, of the others a title, a tag or a new id, refused pages, new ones, and
/// pages outside of the range.
@Suite("Many events", .serialized)
struct ScaleTests {
    private func feed(_ count: Int, _ store: ComparisonStore) throws {
        for start in stride(from: 0, to: count, by: 5000) {
            try store.batch {
                for number in start..<min(start + 5000, count) { try put(number, store) }
            }
        }
    }

    private func put(_ number: Int, _ store: ComparisonStore) throws {
        let (old, place) = (number % 100, Int64(number))
        if old != 6 { _ = try store.add(event(number, "u", 1, "The ferry number \(number) returns"), to: .published) }
        switch old {
        case 0, 1: _ = try store.add(event(number, "u", 2, "The new ferry number \(number) returns"), to: .fresh)
        case 2:
            _ = try store.add(event(number, "u", 2, "The ferry number \(number) returns", "[\"river\"]"), to: .fresh)
        case 3: _ = try store.add(event(number, "v", 2, "The ferry number \(number) returns"), to: .fresh)
        case 4:
            let place = PagePlace(topic: "pages.raw", partition: 0, offset: place)
            try store.add(Refusal(place: place, outcome: "rejected", reason: "empty", detail: "no text"))
        case 5: break
        default: _ = try store.add(event(number, "u", 2, "The ferry number \(number) returns"), to: .fresh)
        }
    }

    /// An event of about 500 bytes, with its id scattered as real ones are.
    private func event(_ number: Int, _ kind: String, _ version: Int, _ title: String, _ tags: String = "[]") -> [UInt8]
    {
        let hash = String(UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15, radix: 16)
        return Array(
            """
            {"article_id":"\(kind)-\(hash)\(hash)","event_id":"\(version)","status":"ok","row_version":\(version),\
            "title":"\(title)","paragraphs":["It carried carts across the river for a hundred years, and then it lay on \
            dry land.","Number \(number) of its kind was lowered into the water, as many on the bank had hoped."],\
            "url":"https://site\(number % 701).example/\(number)","site_domain":"site\(number % 701).example",\
            "tags":\(tags),"quality_score":0.\(version),"raw_topic":"pages.raw","raw_partition":0,"raw_offset":\(number)}
            """.utf8)
    }

    private func check(_ count: Int, _ store: ComparisonStore) throws {
        let part = count / 100
        var lines = 0
        let comparison = try store.compare(names: Labels(title: "many")) { _ in lines += 1 }
        #expect(comparison.figures == [93 * part, 4 * part, part, part, part])
        #expect(comparison.fieldCounts == ["title": 2 * part, "tags": part, "article_id": part])
        #expect(comparison.reasons == [Comparison.Tally(name: "rejected: empty", count: part)])
        #expect(lines == 6 * part)
        let sites = Set((0..<count).filter { $0 % 100 < 7 && $0 % 100 != 5 }.map { $0 % 701 })
        #expect(comparison.sites.count == min(500, sites.count))
        #expect(comparison.largest.count(where: { $0.kind == .changed }) <= 309)
        #expect(comparison.largest.count(where: { $0.kind == .gone }) == 100)
    }

    /// Events a side: 20,000, or as many as `GALLEY_COMPARISON_EVENTS` says. A million take minutes and 2 GiB of disk.
    private static var count: Int {
        ProcessInfo.processInfo.environment["GALLEY_COMPARISON_EVENTS"].flatMap { Int($0) } ?? 20_000
    }

    @Test("many events a side are told apart exactly, in bounded memory")
    func many() throws {
        let world = try World()
        let clock = ContinuousClock()
        let before = Self.peakKiB()
        let feeding = try clock.measure { try feed(Self.count, world.store) }
        let fed = Self.peakKiB()
        let comparing = try clock.measure { try check(Self.count, world.store) }
        let bytes = try FileManager.default.attributesOfItem(atPath: world.path)[.size] as? Int ?? 0
        print(
            "\(Self.count) events a side: file \(bytes >> 20) MiB, fed in \(feeding), compared in \(comparing); "
                + "VmHWM \(before / 1024) MiB before, \(fed / 1024) fed, \(Self.peakKiB() / 1024) at the end")
    }

    private static func peakKiB() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
        return Int(line.filter(\.isNumber)) ?? 0
    }
}
