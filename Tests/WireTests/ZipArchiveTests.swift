import Foundation
import TestSupport
import Testing

@testable import Wire

@Suite("ZIP archives")
struct ZipArchiveTests {
    /// One stored member whose sizes and places stand in ZIP64 fields.
    private static let wide =
        "UEsDBC0AAAAAAAAAAACGphA2//////////8OABQAYXJjaGl2ZS93LndhcmMBABAABQAAAAAAAAAFAAAAAAAAAGhlbGxvUEsB"
        + "Ai0ALQAAAAAAAAAAAIamEDb//////////w4AHAAAAAAAAAAAAAAA/////2FyY2hpdmUvdy53YXJjAQAYAAUAAAAAAAAABQAA"
        + "AAAAAAAAAAAAAAAAAFBLBgYsAAAAAAAAAC0ALQAAAAAAAAAAAAEAAAAAAAAAAQAAAAAAAABYAAAAAAAAAEUAAAAAAAAAUEsG"
        + "BwAAAACdAAAAAAAAAAEAAABQSwUGAAAAAP///////////////wAA"

    private func bytes(_ base64: String) throws -> [UInt8] { Array(try #require(Data(base64Encoded: base64))) }

    @Test func storedAndDeflatedMembersAreRead() throws {
        let archive = try ZipArchive(bytes(ArchiveFixture.wacz))
        #expect(archive.members.map(\.name) == ["archive/data.warc.gz", "archive/text.warc", "datapackage.json"])
        #expect(try archive.bytes(of: archive.members[0]).starts(with: [0x1F, 0x8B]))
        let text = try archive.bytes(of: archive.members[1])
        #expect(text.starts(with: "WARC/1.1".utf8) && String(decoding: text, as: UTF8.self).contains("ferry is back."))
    }

    @Test func sizesAndPlacesOfZIP64AreRead() throws {
        let archive = try ZipArchive(bytes(Self.wide))
        #expect(try archive.members.map { String(decoding: try archive.bytes(of: $0), as: UTF8.self) } == ["hello"])
    }

    @Test func aMemberLargerThanTheLimitIsNotUnfolded() throws {
        let archive = try ZipArchive(bytes(ArchiveFixture.wacz), mostBytes: 40)
        #expect(throws: ZipArchive.Malformed.self) { try archive.bytes(of: archive.members[1]) }
    }

    @Test func anArchiveThatIsNoneSaysSo() {
        #expect(throws: ZipArchive.Malformed.self) { try ZipArchive([]) }
        #expect(throws: ZipArchive.Malformed.self) { try ZipArchive(Array("PK and no more of it, at all".utf8)) }
    }

    @Test(arguments: [ArchiveFixture.wacz, Self.wide])
    func brokenArchivesAreRefusedWithinTheLimit(base64: String) throws {
        let whole = try bytes(base64)
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            var broken = whole
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                broken[Int.random(in: 0..<broken.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) { broken.removeLast(Int.random(in: 0..<broken.count, using: &random)) }
            guard let archive = try? ZipArchive(broken, mostBytes: 1 << 16) else { continue }
            for member in archive.members {
                #expect((try? archive.bytes(of: member).count) ?? 0 <= 1 << 16)
            }
        }
    }
}
