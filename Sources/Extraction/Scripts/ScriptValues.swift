internal import Markup

/// Names in scripts with the strings or numbers behind them: `"name": "value"`, `name = 'value'`, `"name": ["a", "b"]`, `name: 12`.
///
/// One scan that does not understand the language: JSON, JavaScript and what is between them are alike to it. A string that holds
/// JSON itself is scanned in its turn, once.
struct ScriptValues {
    /// A name and what stands behind it.
    struct Pair {
        /// Letters and digits of the name, lower case.
        var name: [UInt8]
        /// The value, escapes read.
        var value: [UInt8]
    }

    /// Bytes of scripts that are looked through in a page.
    static let budget = 4_000_000

    /// Calls `take` with each pair in the scripts of a page, in order.
    static func forEach(in document: Document, _ take: (Pair) -> Void) {
        var rest = budget
        for parent in [document.head, document.body].compactMap(\.self) {
            var walk = document.descendants(of: parent)
            while let node = walk.next(), rest > 0 {
                guard document.tag(node) == .script else { continue }
                walk.skipChildren()
                guard let child = document.firstChild(node) else { continue }
                let text = document.utf8(of: child)
                let count = min(rest, text.count)
                rest -= count
                scan(text.extracting(first: count), isInner: false, take)
            }
        }
    }

    private static func scan(_ text: Span<UInt8>, isInner: Bool, _ take: (Pair) -> Void) {
        var scanner = ScriptScanner()
        while let pair = scanner.next(text) {
            if !isInner, pair.value.count > 100,
                pair.value[0] == UInt8(ascii: "{") || pair.value[0] == UInt8(ascii: "[")
            {
                scan(pair.value.span, isInner: true, take)
            } else {
                take(pair)
            }
        }
    }
}

/// The scan of one script.
private struct ScriptScanner {
    private var index = 0
    /// The last name, while a value may follow it.
    private var name: [UInt8] = []
    private var isBehindSign = false
    /// Bytes read behind quotes that opened no string.
    private var vain = 0
    /// The name of the list of strings that is open.
    private var list: [UInt8] = []

    /// The next pair.
    mutating func next(_ text: Span<UInt8>) -> ScriptValues.Pair? {
        while index < text.count {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
                guard let string = readString(text) else { continue }
                if let pair = take(string: string) { return pair }
            case _ where Self.isWord(byte):
                let start = index
                while index < text.count, Self.isWord(text[index]) { index += 1 }
                if let pair = take(word: text.extracting(start..<index)) { return pair }
            default:
                take(sign: byte)
                index += 1
            }
        }
        return nil
    }

    /// The string that begins at a quote, or `nil` behind a quote that opens none. Scripts made of such quotes are given up once the
    /// vain reading has cost more than the script is long.
    private mutating func readString(_ text: Span<UInt8>) -> [UInt8]? {
        let start = index
        let string = ScriptString.read(
            text, at: &index, lineFeed: 0x0A, spansLines: text[start] == UInt8(ascii: "`"))
        guard string == nil else { return string }
        vain += index - start
        index = vain > text.count + 100_000 ? text.count : start + 1
        return nil
    }

    private mutating func take(string: [UInt8]) -> ScriptValues.Pair? {
        if isBehindSign { return pair(name, string) }
        if !list.isEmpty { return ScriptValues.Pair(name: list, value: string) }
        // A call's argument, as in JSON.parse("..."), may hold JSON.
        if string.count > 100 { return pair([], string) }
        name = string.count <= 64 ? Self.plain(string.span) : []
        return nil
    }

    private mutating func take(word: Span<UInt8>) -> ScriptValues.Pair? {
        guard isBehindSign else {
            name = word.count <= 64 ? Self.plain(word) : []
            return nil
        }
        var digits: [UInt8] = []
        for place in word.indices where (0x30...0x39).contains(word[place]) { digits.append(word[place]) }
        return digits.count == word.count ? pair(name, digits) : nil
    }

    private mutating func pair(_ name: [UInt8], _ value: [UInt8]) -> ScriptValues.Pair {
        self.name = []
        isBehindSign = false
        return ScriptValues.Pair(name: name, value: value)
    }

    private mutating func take(sign: UInt8) {
        switch sign {
        case UInt8(ascii: ":"), UInt8(ascii: "="): isBehindSign = !name.isEmpty
        case UInt8(ascii: "["):
            list = isBehindSign ? name : []
            (name, isBehindSign) = ([], false)
        case UInt8(ascii: ","): (name, isBehindSign) = ([], false)
        case UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"):
            (name, list, isBehindSign) = ([], [], false)
        default: break
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
    }

    /// Letters and digits, lower case.
    private static func plain(_ text: Span<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        for place in text.indices {
            let byte = text[place]
            if (byte | 0x20) &- 0x61 < 26 { out.append(byte | 0x20) } else if byte &- 0x30 < 10 { out.append(byte) }
        }
        return out
    }
}
