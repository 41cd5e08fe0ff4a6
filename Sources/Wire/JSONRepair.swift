/// Makes JSON that common writers produce readable, where it is not JSON: Python's `NaN` and `Infinity`, and halves of surrogate
/// pairs, which browsers' strings may hold and UTF-8 cannot (RFC 8259, sections 6 and 8.2).
enum JSONRepair {
    /// The value with such words as `null` and such halves as U+FFFD; itself where there is nothing to do.
    ///
    /// One pass; what it makes is never longer than what it is given.
    static func strict(_ json: ArraySlice<UInt8>) -> [UInt8]? {
        var repaired: [UInt8]?
        var copied = json.startIndex
        var index = json.startIndex
        var isInString = false
        func replace(_ range: Range<Int>, _ text: StaticString) {
            var bytes = repaired ?? []
            bytes += json[copied..<range.lowerBound]
            text.withUTF8Buffer { unsafe bytes += Array($0) }
            repaired = bytes
            copied = range.upperBound
        }
        while index < json.endIndex {
            let byte = json[index]
            if isInString {
                if byte == UInt8(ascii: "\\") {
                    let length = escape(json, index)
                    if let half = lonely(json, index) { replace(index..<index + half, "\\ufffd") }
                    index += length
                    continue
                }
                if byte == UInt8(ascii: "\"") { isInString = false }
            } else if byte == UInt8(ascii: "\"") {
                isInString = true
            } else if mayBeWord(byte), let word = words.first(where: { json[index...].starts(with: $0) }) {
                replace(index..<index + word.count, "null")
                index += word.count
                continue
            }
            index += 1
        }
        guard var repaired else { return nil }
        repaired += json[copied...]
        return repaired
    }

    private static func mayBeWord(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "N") || byte == UInt8(ascii: "I") || byte == UInt8(ascii: "-")
    }

    private static let words = ["-Infinity", "Infinity", "NaN"].map { Array($0.utf8) }

    /// Bytes of the escape that begins here; a whole pair of surrogates is one.
    private static func escape(_ json: ArraySlice<UInt8>, _ index: Int) -> Int {
        guard let unit = unit(json, index) else { return 2 }
        return (0xD800...0xDBFF).contains(unit) && isLow(json, index + 6) ? 12 : 6
    }

    /// Bytes of an escape of half a pair without the other.
    private static func lonely(_ json: ArraySlice<UInt8>, _ index: Int) -> Int? {
        guard let unit = unit(json, index), (0xD800...0xDFFF).contains(unit) else { return nil }
        return unit <= 0xDBFF && isLow(json, index + 6) ? nil : 6
    }

    private static func isLow(_ json: ArraySlice<UInt8>, _ index: Int) -> Bool {
        unit(json, index).map { (0xDC00...0xDFFF).contains($0) } ?? false
    }

    /// The number of a `\uXXXX` that begins here.
    private static func unit(_ json: ArraySlice<UInt8>, _ index: Int) -> Int? {
        guard index + 6 <= json.endIndex, json[index] == UInt8(ascii: "\\"), json[index + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var value = 0
        for byte in json[index + 2..<index + 6] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | digit
        }
        return value
    }
}

/// Where the values of a text that holds several JSON objects or arrays end.
enum JSONSequence {
    /// The end of the object or array that begins here; `nil` when it does not end.
    static func end(of json: ArraySlice<UInt8>) -> Int? {
        var depth = 0
        var isInString = false
        var index = json.startIndex
        while index < json.endIndex {
            let byte = json[index]
            if isInString {
                if byte == UInt8(ascii: "\\") {
                    index += 1
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
            } else {
                switch byte {
                case UInt8(ascii: "\""): isInString = true
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    depth -= 1
                    if depth <= 0 { return index + 1 }
                default: break
                }
            }
            index += 1
        }
        return nil
    }
}
