extension String {
    /// Its runs of letters and digits, in order; in ASCII told by bytes, as characters cost much to tell apart.
    public func runsOfLettersAndDigits() -> [Substring] {
        let bytes = utf8
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return split { !$0.isLetter && !$0.isNumber } }
        return bytes.split { !Self.isLetterOrDigit($0) }.map { Substring($0) }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }
}
