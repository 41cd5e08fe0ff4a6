public import Pages
import Text

/// Files that hold pages, as crawlers and archives write them.
public enum ContainerFile {
    /// What a file may unfold to: archives are cut at about 1 GB by custom.
    public static let mostBytes = 8 << 30

    /// A file's bytes without its gzip or zstd coding, or as they are when it has none.
    ///
    /// - Throws: a ``PageFault`` when the coding is broken or unfolds to more than ``mostBytes``.
    public static func plain(_ bytes: [UInt8]) throws(PageFault) -> [UInt8] {
        var codings = ContentCodings()
        for coding in [ContentCoding.gzip, .zstd] where coding.magic.map(bytes.starts) == true {
            codings.add(coding.rawValue)
        }
        return try codings.remove(from: bytes, in: PageRoom(limits: Limits(pageBytes: mostBytes)), mayEndEarly: false)
    }
}

/// A WARC file (ISO 28500): records one behind the other.
public enum WARCFile {
    /// A record whose head cannot be read: nothing behind it can be found.
    public struct Malformed: Error, CustomStringConvertible {
        /// Where the record begins, in bytes of the plain file.
        public let offset: Int
        /// What, where.
        public var description: String { "no whole WARC record at byte \(offset); the file is cut or no WARC file" }
    }

    /// The records of a plain (not gzipped) WARC file that hold pages, each with its head and its block.
    ///
    /// A `resource` or `conversion` counts when it is of a web address: crawlers keep name look-ups (`dns:`), screenshots and
    /// logs (`urn:`) in such records too.
    ///
    /// - Throws: ``Malformed`` at the first record that cannot be read whole.
    public static func pages(in bytes: [UInt8]) throws(Malformed) -> [[UInt8]] {
        var pages: [[UInt8]] = []
        var start = skipLineEnds(bytes, from: 0)
        while start < bytes.count {
            guard bytes[start...].starts(with: "WARC/1.".utf8), let head = HeaderBlock.read(bytes, from: start),
                let length = head.first("content-length").flatMap({
                    WholeNumber.of($0, in: 0...(bytes.count - head.end))
                })
            else { throw Malformed(offset: start) }
            let end = head.end + length
            if holdsPage(head) { pages.append(Array(bytes[start..<end])) }
            start = skipLineEnds(bytes, from: end)
        }
        return pages
    }

    private static func holdsPage(_ head: HeaderBlock) -> Bool {
        switch WARCType(head) {
        case .response: true
        case .resource, .conversion:
            head.warcTarget.map { $0.hasPrefix("http://") || $0.hasPrefix("https://") } ?? false
        default: false
        }
    }

    private static func skipLineEnds(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
        return index
    }
}
