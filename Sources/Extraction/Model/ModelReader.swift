/// What was wrong with a model file.
public enum ModelError: Error, Sendable, Equatable {
    /// The bytes are no model, or of another version: train again with the trainer of this version.
    case notAModel(version: UInt32?)
    /// The checksum does not fit: the file is damaged.
    case damaged
    /// The file ends inside a part.
    case truncated(part: String)
    /// The model names a feature that this version does not compute: train again.
    case unknownFeature(String)
    /// A tree points outside itself, or its nodes do not stand in preorder.
    case badTree(part: String)
}

/// Reads little-endian values from a model file, with every access checked.
struct ModelReader {
    private let bytes: [UInt8]
    private var position: Int
    /// The part being read, for errors.
    var part: String

    init(_ bytes: [UInt8], at position: Int, part: String) {
        self.bytes = bytes
        self.position = position
        self.part = part
    }

    @inline(__always)
    private mutating func integer<Value: FixedWidthInteger & BitwiseCopyable>(
        _ type: Value.Type
    ) throws(ModelError) -> Value {
        let size = MemoryLayout<Value>.size
        guard bytes.count - position >= size else { throw .truncated(part: part) }
        defer { position += size }
        return Value(littleEndian: bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: type) })
    }

    mutating func byte() throws(ModelError) -> UInt8 { try integer(UInt8.self) }

    mutating func u16() throws(ModelError) -> UInt16 { try integer(UInt16.self) }

    mutating func u32() throws(ModelError) -> UInt32 { try integer(UInt32.self) }

    mutating func float() throws(ModelError) -> Float {
        Float(bitPattern: try u32())
    }

    /// Learnt values: count (u32); of each its hash (u32) and its value in thousandths (i16).
    mutating func values() throws(ModelError) -> [(hash: UInt32, value: Float)] {
        var values: [(hash: UInt32, value: Float)] = []
        let count = Int(try u32())
        values.reserveCapacity(min(count, bytes.count / 6))
        for _ in 0..<count {
            let hash = try u32()
            values.append((hash, Float(Int16(bitPattern: try u16())) / 1000))
        }
        return values
    }

    /// Hashes: count (u32), then each (u32).
    mutating func hashes() throws(ModelError) -> [UInt32] {
        var hashes: [UInt32] = []
        for _ in 0..<Int(try u32()) { hashes.append(try u32()) }
        return hashes
    }

    /// A name: its length in a byte, then ASCII.
    mutating func name() throws(ModelError) -> String {
        let count = Int(try byte())
        guard position + count <= bytes.count else { throw .truncated(part: part) }
        defer { position += count }
        return String(decoding: bytes[position..<position + count], as: UTF8.self)
    }
}
