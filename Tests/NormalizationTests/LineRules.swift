@testable import Normalization

// Rules about lines, asked of a line by itself.

extension AppealLine {
    static func isIn(_ line: Span<UInt8>) -> Bool { isIn(line) { Cues(line) } }
}

extension EdgeLine {
    static func kind(of line: Span<UInt8>) -> EdgeLine? { kind(of: line) { Cues(line) } }
}

extension StandInLine {
    static func kind(of line: Span<UInt8>) -> StandInLine? { kind(of: Cues(line)) }
}

extension CommentLine {
    static func speaks(_ text: Span<UInt8>) -> Bool { speaks(Cues(text)) }
    static func isRule(_ text: Span<UInt8>) -> Bool { isRule(Cues(text)) }
}

extension ConsentLine {
    static func speaks(_ text: Span<UInt8>) -> Bool { speaks(Cues(text)) }
}

extension ContactLine {
    static func isContact(_ line: Span<UInt8>) -> Bool { isContact(line) { Cues(line) } }
}

extension ReadingTimeLine {
    static func isIn(_ line: Span<UInt8>) -> Bool { isIn(line) { Cues(line) } }
}

extension LegalReader {
    static func isLegal(_ line: Span<UInt8>) -> Bool { isLegal(line) { Cues(line) } }
}
