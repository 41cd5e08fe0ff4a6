import Foundation
import Testing

@testable import Markup

/// A token as the html5lib tests write it; texts in bytes, for some are no valid strings.
enum TestToken: Equatable {
    case doctype(name: [UInt8]?, publicID: [UInt8]?, systemID: [UInt8]?, isCorrect: Bool)
    case start([UInt8], [[UInt8]: [UInt8]], isSelfClosing: Bool)
    case end([UInt8])
    case comment([UInt8])
    case text([UInt8])

    /// The token as a consumer of XML gets it ("Coercing an HTML DOM into an infoset", 13.2.9), which is a step behind the
    /// tokenizer and what `xmlViolation.test` asks for.
    var coerced: TestToken {
        switch self {
        case .text(let text):
            .text(TestToken.replacing([0x0C], by: [0x20], in: TestToken.replacing(nonCharacter, in: text)))
        case .comment(let text): .comment(TestToken.replacing([0x2D, 0x2D], by: [0x2D, 0x20, 0x2D], in: text))
        default: self
        }
    }

    /// U+FFFF.
    private var nonCharacter: [UInt8] { [0xEF, 0xBF, 0xBF] }

    private static func replacing(_ old: [UInt8], by new: [UInt8] = [0xEF, 0xBF, 0xBD], in text: [UInt8]) -> [UInt8] {
        text.split(separator: old, omittingEmptySubsequences: false).map(Array.init).joined(separator: new).map(\.self)
    }
}

/// One run of a case of a `tokenizer/*.test` file: a case is run in each of its initial states.
struct TokenizerCase {
    let name: String
    let input: [UInt8]
    let state: TokenizerState
    let lastStartTag: [UInt8]
    let expected: [TestToken]

    static func read(_ file: URL) throws -> [TokenizerCase] {
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
        let tests = (object?["tests"] ?? object?["xmlViolationTests"]) as? [[String: Any]] ?? []
        return tests.enumerated().flatMap { number, test in cases(of: test, "\(file.lastPathComponent):\(number + 1)") }
    }

    private static func cases(of test: [String: Any], _ name: String) -> [TokenizerCase] {
        let isEscaped = test["doubleEscaped"] as? Bool ?? false
        let states = test["initialStates"] as? [String] ?? ["Data state"]
        return states.map { state in
            TokenizerCase(
                name: "\(name)/\(state.prefix { $0 != " " })", input: bytes(test["input"], isEscaped) ?? [],
                state: stateNames[state] ?? .data, lastStartTag: bytes(test["lastStartTag"], false) ?? [],
                expected: (test["output"] as? [[Any]] ?? []).compactMap { token($0, isEscaped) })
        }
    }

    private static let stateNames: [String: TokenizerState] = [
        "Data state": .data, "PLAINTEXT state": .plaintext, "RCDATA state": .rcdata, "RAWTEXT state": .rawtext,
        "Script data state": .script, "CDATA section state": .cdata,
    ]

    private static func token(_ parts: [Any], _ isEscaped: Bool) -> TestToken? {
        let texts = parts.map { bytes($0, isEscaped) }
        switch (parts.first as? String, parts.count) {
        case ("DOCTYPE", 5):
            return .doctype(
                name: texts[1], publicID: texts[2], systemID: texts[3], isCorrect: parts[4] as? Bool ?? false)
        case ("StartTag", 3...):
            let pairs = (parts[2] as? [String: String] ?? [:]).map {
                (bytes($0.key, isEscaped) ?? [], bytes($0.value, isEscaped) ?? [])
            }
            let attributes = Dictionary(uniqueKeysWithValues: pairs)
            return .start(texts[1] ?? [], attributes, isSelfClosing: parts.count > 3 && parts[3] as? Bool ?? false)
        case ("EndTag", 2): return .end(texts[1] ?? [])
        case ("Comment", 2): return .comment(texts[1] ?? [])
        case ("Character", 2): return .text(texts[1] ?? [])
        default: return nil
        }
    }

    /// The UTF-8 of a string; of a doubly escaped one the bytes of each `\uXXXX`, surrogates in pairs or alone.
    private static func bytes(_ value: Any?, _ isEscaped: Bool) -> [UInt8]? {
        guard let string = value as? String else { return nil }
        guard isEscaped else { return [UInt8](string.utf8) }
        var units: [UInt16] = []
        var rest = Substring(string)
        while let first = rest.first {
            if rest.hasPrefix("\\u"), let unit = UInt16(rest.dropFirst(2).prefix(4), radix: 16) {
                units.append(unit)
                rest = rest.dropFirst(6)
            } else {
                units += String(first).utf16
                rest = rest.dropFirst()
            }
        }
        return generalisedUTF8(units)
    }

    private static func generalisedUTF8(_ units: [UInt16]) -> [UInt8] {
        var bytes: [UInt8] = []
        var index = 0
        while index < units.count {
            let unit = units[index]
            let next = index + 1 < units.count ? units[index + 1] : 0
            if UTF16.isLeadSurrogate(unit), UTF16.isTrailSurrogate(next) {
                bytes += String(decoding: [unit, next], as: UTF16.self).utf8
                index += 1
            } else if UTF16.isSurrogate(unit) {
                bytes += [0xE0 | UInt8(unit >> 12), 0x80 | UInt8(unit >> 6 & 0x3F), 0x80 | UInt8(unit & 0x3F)]
            } else {
                bytes += String(decoding: [unit], as: UTF16.self).utf8
            }
            index += 1
        }
        return bytes
    }

    /// The tokens the tokenizer gives, texts side by side joined.
    func tokens(_ memory: inout ParserMemory) -> [TestToken] {
        var buffers = TreeBuffers(pageBytes: input.count)
        SourceBytes.fill(&buffers.source, with: input)
        var tokenizer = Tokenizer(memory.lend(buffers).tokenizer, limits: ParseLimits())
        defer {
            memory.takeBack(tokenizer)
            buffers.nodes.deallocate()
            tokenizer.deallocate()
        }
        tokenizer.state = state
        if state == .cdata { tokenizer.cdataEnd = tokenizer.endOfCDATA(from: 0) }
        if !lastStartTag.isEmpty { tokenizer.lastStartTag = tokenizer.tags.number(of: lastStartTag) }
        var tokens: [TestToken] = []
        while let token = TokenizerCase.read(&tokenizer) {
            if case .text(let more) = token, case .text(let text) = tokens.last {
                tokens[tokens.count - 1] = .text(text + more)
            } else {
                tokens.append(token)
            }
        }
        return tokens
    }

    private static func read(_ tokenizer: inout Tokenizer) -> TestToken? {
        switch tokenizer.next() {
        case .end: return nil
        case .text: return .text(bytes(tokenizer.text, tokenizer))
        case .null: return .text([0])
        case .comment: return .comment(bytes(tokenizer.text, tokenizer))
        case .endTag: return .end(Array(tokenizer.tags.spelling(tokenizer.tag)))
        case .doctype:
            let doctype = tokenizer.doctype
            return .doctype(
                name: doctype.name, publicID: doctype.publicID, systemID: doctype.systemID,
                isCorrect: !doctype.forcesQuirks)
        case .startTag: return startTag(tokenizer)
        }
    }

    private static func startTag(_ tokenizer: borrowing Tokenizer) -> TestToken {
        var attributes: [[UInt8]: [UInt8]] = [:]
        for index in tokenizer.attributeStart..<tokenizer.attributes.count {
            let attribute = tokenizer.attributes[index]
            attributes[Array(tokenizer.attributeNames.spelling(attribute.name))] = bytes(attribute.value, tokenizer)
        }
        return .start(
            Array(tokenizer.tags.spelling(tokenizer.tag)), attributes, isSelfClosing: tokenizer.isSelfClosing)
    }

    private static func bytes(_ slice: ByteSlice, _ tokenizer: borrowing Tokenizer) -> [UInt8] {
        var bytes: [UInt8] = []
        for index in slice.offset..<slice.offset + slice.count {
            bytes.append(slice.isInSide ? tokenizer.side[index] : tokenizer.source[index])
        }
        return bytes
    }
}

extension Tokenizer {
    /// Frees the page's buffers, which may have moved since they were lent.
    fileprivate func deallocate() {
        sourceBuffer.deallocate()
        side.deallocate()
        attributes.deallocate()
    }
}

@Suite("html5lib's tokenizer cases")
struct TokenizerTests {
    @Test("every case gives the standard's tokens", .enabled(if: Conformance.isThere))
    func cases() throws {
        var report = ConformanceReport()
        var memory = ParserMemory()
        defer { memory.deallocate() }
        for file in try Conformance.files("tokenizer", ending: "test") {
            for one in try TokenizerCase.read(file) {
                let isXML = file.lastPathComponent == "xmlViolation.test"
                let tokens = one.tokens(&memory).map { isXML ? $0.coerced : $0 }
                report.count(one.name, in: file, passes: tokens == one.expected)
                if tokens != one.expected, Conformance.isVerbose {
                    print("--- \(one.name)\n\(String(decoding: one.input, as: UTF8.self))\n\(one.expected)\n\(tokens)")
                }
            }
        }
        report.print()
        #expect(report.failed == Conformance.knownFailures("tokenizer"))
    }
}
