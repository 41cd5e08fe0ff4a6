/// Repairs the simple ways in which real pages break their JSON-LD, so that Foundation's reader can take it.
///
/// One pass over the bytes, never more than twice the input's size. What is repaired, each seen often in the wild:
/// comment and CDATA wrappers around the value, control characters inside strings, escapes that JSON does not know,
/// quotes inside strings, strings in single quotes, names without quotes, words for no value, commas before a closing bracket,
/// commas left out, a semicolon after the value, several values side by side, brackets left open at the end.
struct JSONRepair {
    private var output: [UInt8] = []
    private var open: [UInt8] = []
    /// The quote that closes the string being read, or `nil` outside.
    private var quote: UInt8?
    private var topLevelValues = 0
    /// Nesting beyond which no reader follows; what is deeper is dropped with the rest of the input.
    private static let maximumDepth = 256

    /// The repaired bytes: always a JSON array that holds the values of the input.
    static func repaired(_ input: ArraySlice<UInt8>) -> [UInt8] {
        var repair = JSONRepair()
        repair.output.reserveCapacity(input.count + 64)
        repair.output.append(UInt8(ascii: "["))
        repair.read(unwrapped(input))
        repair.close()
        return repair.output
    }

    /// The input from its first opening bracket to its last closing one (or its end, when none closes).
    private static func unwrapped(_ whole: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let mark = Array("<![CDATA[".utf8)
        var input = whole
        if let angle = whole.prefix(64).firstIndex(of: UInt8(ascii: "<")), whole[angle...].starts(with: mark) {
            input = whole[(angle + mark.count)...]
            if let end = input.lastIndex(of: UInt8(ascii: ">")), end - 2 > input.startIndex,
                input[end - 1] == UInt8(ascii: "]")
            {
                input = input[..<(end - 2)]
            }
        }
        guard let first = input.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) else {
            return input[input.startIndex..<input.startIndex]
        }
        let last = input.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }) ?? first
        return last > first ? input[first...last] : input[first...]
    }

    private mutating func read(_ input: ArraySlice<UInt8>) {
        var index = input.startIndex
        while index < input.endIndex {
            let byte = input[index]
            if let quote {
                index = readInString(byte, quote, at: index, of: input)
            } else if Self.isLetter(byte), !open.isEmpty {
                index = readWord(at: index, of: input)
            } else {
                guard readOutsideString(byte) else { return }
                index += 1
            }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") }

    /// Takes a word outside of strings: a name without quotes, a word of JSON, or one that means that there is no value.
    private mutating func readWord(at start: Int, of input: ArraySlice<UInt8>) -> Int {
        let word = input[start...].prefix { Self.isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "$") }
        let isNumber = output.last.map { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") } ?? false
        if isNumber || ["true", "false", "null"].contains(where: { word.elementsEqual($0.utf8) }) {
            output += word
        } else if Self.next(input, from: word.endIndex) == UInt8(ascii: ":") {
            separate()
            output.append(UInt8(ascii: "\""))
            output += word
            output.append(UInt8(ascii: "\""))
        } else {
            output += Array("null".utf8)
        }
        return word.endIndex
    }

    /// The next byte that is no white space.
    private static func next(_ input: ArraySlice<UInt8>, from index: Int) -> UInt8? {
        input[min(index, input.endIndex)...].prefix(256).first { $0 > 0x20 }
    }

    /// Whether a quote inside a string closes it: what follows a value or a name stands behind it, or a new line with the next name.
    private static func closes(_ quote: UInt8, at index: Int, of input: ArraySlice<UInt8>) -> Bool {
        let rest = input[(index + 1)...].prefix(256)
        guard let place = rest.firstIndex(where: { $0 > 0x20 }) else { return true }
        switch rest[place] {
        case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "]"), UInt8(ascii: "}"): return true
        case quote: return rest[..<place].contains(0x0A)
        default: return false
        }
    }

    /// Puts the comma that was left out between a value and what follows it.
    private mutating func separate() {
        guard let last = output.last(where: { $0 > 0x20 }) else { return }
        switch last {
        case UInt8(ascii: "\""), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x30...0x39, UInt8(ascii: "l"),
            UInt8(ascii: "e"):
            output.append(UInt8(ascii: ","))
        default: break
        }
    }

    /// Copies one byte or escape of a string; returns where to go on.
    private mutating func readInString(
        _ byte: UInt8, _ quote: UInt8, at index: Int, of input: ArraySlice<UInt8>
    ) -> Int {
        switch byte {
        case quote where Self.closes(quote, at: index, of: input):
            self.quote = nil
            output.append(UInt8(ascii: "\""))
        case UInt8(ascii: "\""):
            output.append(byte: UInt8(ascii: "\\"), byte)
        case UInt8(ascii: "\\"):
            return readEscape(at: index, of: input)
        case 0..<0x20:
            output.append(UInt8(ascii: " "))
        default:
            output.append(byte)
        }
        return index + 1
    }

    private mutating func readEscape(at index: Int, of input: ArraySlice<UInt8>) -> Int {
        guard index + 1 < input.endIndex else { return index + 1 }
        let next = input[index + 1]
        switch next {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            output.append(byte: UInt8(ascii: "\\"), next)
            return index + 2
        case UInt8(ascii: "u") where Self.isHex(input, from: index + 2):
            output.append(byte: UInt8(ascii: "\\"), next)
            return index + 2
        case UInt8(ascii: "'"):
            output.append(next)
            return index + 2
        default:
            return index + 1  // an escape that JSON does not know: the character itself
        }
    }

    private static func isHex(_ input: ArraySlice<UInt8>, from index: Int) -> Bool {
        guard index + 4 <= input.endIndex else { return false }
        return input[index..<(index + 4)].allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x46).contains($0 & 0xDF)
        }
    }

    /// Copies one byte between strings; `false` when nothing more can be used.
    private mutating func readOutsideString(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard open.count < Self.maximumDepth else { return false }
            if open.isEmpty {
                if topLevelValues > 0 { output.append(UInt8(ascii: ",")) }
                topLevelValues += 1
            } else {
                separate()
            }
            open.append(byte == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]"))
            output.append(byte)
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            closeBracket(byte)
        case UInt8(ascii: "\"") where !open.isEmpty, UInt8(ascii: "'") where !open.isEmpty:
            separate()
            quote = byte
            output.append(UInt8(ascii: "\""))
        case _ where open.isEmpty:
            break  // between values: separators, semicolons, comment marks
        default:
            output.append(byte)
        }
        return true
    }

    /// Closes a bracket that is open; one that is not is left out.
    private mutating func closeBracket(_ byte: UInt8) {
        guard open.last == byte else { return }
        open.removeLast()
        dropTrailingComma()
        output.append(byte)
    }

    private mutating func dropTrailingComma() {
        var end = output.count
        while end > 0, output[end - 1] <= 0x20 { end -= 1 }
        if end > 0, output[end - 1] == UInt8(ascii: ",") { output.removeLast(output.count - end + 1) }
    }

    private mutating func close() {
        if quote != nil { output.append(UInt8(ascii: "\"")) }
        while let bracket = open.popLast() {
            dropTrailingComma()
            if output.last == UInt8(ascii: ":") { output.append(contentsOf: Array("null".utf8)) }
            output.append(bracket)
        }
        output.append(UInt8(ascii: "]"))
    }
}

extension [UInt8] {
    fileprivate mutating func append(byte first: UInt8, _ second: UInt8) {
        append(first)
        append(second)
    }
}
