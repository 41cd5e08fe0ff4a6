import Pages

/// A ZIP archive (APPNOTE 6.3) that is read by its central directory: as much of the format as WACZ files use, which is members that
/// are stored or deflated, and ZIP64 where sizes need it.
public struct ZipArchive: Sendable {
    /// Why an archive or a member of it is not read.
    public struct Malformed: Error, CustomStringConvertible {
        /// What was wrong, where, what to do.
        public let description: String
    }

    /// A member, as the central directory describes it.
    public struct Member: Sendable, Equatable {
        /// Its path within the archive.
        public let name: String
        fileprivate let method: Int
        fileprivate let isEncrypted: Bool
        fileprivate let storedBytes: Int
        fileprivate let bytes: Int
        /// Where its local header is.
        fileprivate let offset: Int
    }

    /// Members that are read of a directory: a WACZ file has dozens.
    static let mostMembers = 100_000
    /// What one member may unfold to.
    private let mostBytes: Int
    private let archive: [UInt8]
    /// The members, in the directory's order.
    public let members: [Member]

    /// Reads the directory of an archive; costs nothing of what its members hold.
    public init(_ archive: [UInt8], mostBytes: Int = ContainerFile.mostBytes) throws(Malformed) {
        self.archive = archive
        self.mostBytes = mostBytes
        members = try Self.directory(of: archive)
    }

    /// The bytes of a member.
    public func bytes(of member: Member) throws(Malformed) -> [UInt8] {
        guard !member.isEncrypted else { throw Malformed(description: "\(member.name) is encrypted; store it without") }
        let header = FieldReader(archive)
        guard member.bytes <= mostBytes else {
            throw Malformed(description: "\(member.name) has \(member.bytes) bytes, more than \(mostBytes)")
        }
        guard header.number(at: member.offset, bytes: 4) == 0x0403_4B50,
            let name = header.number(at: member.offset + 26, bytes: 2),
            let extra = header.number(at: member.offset + 28, bytes: 2)
        else { throw Malformed(description: "\(member.name) is not where the directory says; the archive is damaged") }
        let start = member.offset + 30 + name + extra
        guard start <= archive.count, member.storedBytes <= archive.count - start else {
            throw Malformed(description: "\(member.name) ends behind the archive; the archive is cut or damaged")
        }
        return try unfolded(Array(archive[start..<start + member.storedBytes]), member)
    }

    private func unfolded(_ stored: [UInt8], _ member: Member) throws(Malformed) -> [UInt8] {
        switch member.method {
        case 0 where stored.count == member.bytes: return stored
        case 0: throw Malformed(description: "\(member.name) has two sizes in the directory; the archive is damaged")
        case 8:
            let room = PageRoom(limits: Limits(pageBytes: member.bytes))
            do throws(CodingFault) {
                return try decodeWhole(stored, with: Inflate(isBare: true), in: room, mayEndEarly: false)
            } catch {
                throw Malformed(description: "\(member.name) does not unfold to its \(member.bytes) bytes: \(error)")
            }
        default:
            throw Malformed(
                description: "\(member.name) is packed by method \(member.method); stored and deflated members are read"
            )
        }
    }

    // MARK: The directory

    private static func directory(of archive: [UInt8]) throws(Malformed) -> [Member] {
        let reader = FieldReader(archive)
        guard let end = endRecord(of: archive, reader), let place = directoryPlace(end, reader) else {
            throw Malformed(description: "no central directory; the file is cut or no ZIP archive")
        }
        var members: [Member] = []
        var position = place.start
        while members.count < place.count {
            guard members.count < mostMembers else {
                throw Malformed(description: "more than \(mostMembers) members; no WACZ file has so many")
            }
            guard let (member, next) = member(at: position, reader) else {
                throw Malformed(
                    description: "entry \(members.count + 1) of the directory is broken; the archive is damaged")
            }
            members.append(member)
            position = next
        }
        return members
    }

    /// The end record is the last thing of an archive, but for a comment of up to 65,535 bytes.
    private static func endRecord(of archive: [UInt8], _ reader: FieldReader) -> Int? {
        guard archive.count >= 22 else { return nil }
        let last = archive.count - 22
        return (max(0, last - 65_535)...last).last { reader.number(at: $0, bytes: 4) == 0x0605_4B50 }
    }

    private static func directoryPlace(_ end: Int, _ reader: FieldReader) -> (start: Int, count: Int)? {
        guard let count = reader.number(at: end + 10, bytes: 2), let start = reader.number(at: end + 16, bytes: 4)
        else {
            return nil
        }
        guard count == 0xFFFF || start == 0xFFFF_FFFF else { return (start, count) }
        // ZIP64: a locator before the end record says where the wide one is.
        guard end >= 20, reader.number(at: end - 20, bytes: 4) == 0x0706_4B50,
            let wide = reader.number(at: end - 12, bytes: 8), reader.number(at: wide, bytes: 4) == 0x0606_4B50,
            let count = reader.number(at: wide + 32, bytes: 8), let start = reader.number(at: wide + 48, bytes: 8)
        else { return nil }
        return (start, count)
    }

    private static func member(at position: Int, _ reader: FieldReader) -> (Member, next: Int)? {
        guard reader.number(at: position, bytes: 4) == 0x0201_4B50,
            let flags = reader.number(at: position + 8, bytes: 2),
            let method = reader.number(at: position + 10, bytes: 2),
            let stored = reader.number(at: position + 20, bytes: 4),
            let bytes = reader.number(at: position + 24, bytes: 4),
            let nameBytes = reader.number(at: position + 28, bytes: 2),
            let extraBytes = reader.number(at: position + 30, bytes: 2),
            let commentBytes = reader.number(at: position + 32, bytes: 2),
            let offset = reader.number(at: position + 42, bytes: 4),
            let name = reader.text(at: position + 46, bytes: nameBytes)
        else { return nil }
        let extra = position + 46 + nameBytes
        // The fields that are too narrow stand in the ZIP64 extra field instead, in this order.
        var wide = wideField(extra..<extra + extraBytes, reader)
        func widened(_ narrow: Int) -> Int? {
            guard narrow == 0xFFFF_FFFF else { return narrow }
            defer { wide += 8 }
            return reader.number(at: wide, bytes: 8)
        }
        guard let bytes = widened(bytes), let stored = widened(stored), let offset = widened(offset) else { return nil }
        let member = Member(
            name: name, method: method, isEncrypted: flags & 1 == 1, storedBytes: stored, bytes: bytes, offset: offset)
        return (member, extra + extraBytes + commentBytes)
    }

    /// Where the values of the ZIP64 extra field begin; behind the end of everything when there is none.
    private static func wideField(_ extras: Range<Int>, _ reader: FieldReader) -> Int {
        var position = extras.lowerBound
        while position + 4 <= extras.upperBound, let id = reader.number(at: position, bytes: 2),
            let length = reader.number(at: position + 2, bytes: 2)
        {
            if id == 1 { return position + 4 }
            position += 4 + length
        }
        return reader.end
    }
}

/// Reads little-endian numbers; of places that are not there, nothing.
private struct FieldReader {
    let bytes: [UInt8]
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var end: Int { bytes.count }

    /// A number below 2^48: sizes and places beyond that are no archive's.
    func number(at start: Int, bytes width: Int) -> Int? {
        guard start >= 0, start <= bytes.count - width else { return nil }
        let value = bytes[start..<start + width].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return value < 1 << 48 ? Int(value) : nil
    }

    func text(at start: Int, bytes width: Int) -> String? {
        guard start >= 0, start <= bytes.count - width else { return nil }
        return String(decoding: bytes[start..<start + width], as: UTF8.self)
    }
}
