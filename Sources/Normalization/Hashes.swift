public import Pages
import Text

/// The contract's hashes: SHA-256 by libcrypto, as lower-case hex.
public enum Hashes {
    /// `content_hash`: of title, LF and the paragraphs joined by LF.
    public static func contentHash(title: String?, paragraphs: [String]) -> String {
        let text = joined(title, paragraphs)
        return SHA256.hex(text.span)
    }

    /// `dedup_hash`: of the same text folded by ``DedupFold``.
    public static func dedupHash(title: String?, paragraphs: [String]) -> String {
        let text = joined(title, paragraphs)
        let folded = DedupFold.fold(text.span)
        return SHA256.hex(folded.span)
    }

    /// `article_id`: `u-` and 32 hex digits of the URL key's hash, or `c-` and 32 of the dedup hash.
    public static func articleID(url: String?, dedupHash: String) -> String {
        if let key = url.flatMap(URLKey.key(of:)) { return "u-" + SHA256.hex(Array(key.utf8)).prefix(32) }
        return "c-" + dedupHash.prefix(32)
    }

    /// Whether a text is an `article_id`.
    static func isArticleID(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.count == 34 && (text.hasPrefix("u-") || text.hasPrefix("c-"))
            && bytes.dropFirst(2).allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// `event_id`: `e-` and 32 hex digits of the hash of article id, capture and extractor version, so that a repeated
    /// delivery of one record gives the same event. The capture is the crawler's id, else topic, partition and offset,
    /// else the body's digest.
    public static func eventID(articleID: String, page: RawPage, version: ExtractorVersion) -> String {
        let capture: String
        if let id = page.captureID, !id.isEmpty {
            capture = "capture\n\(id)"
        } else if let topic = page.provenance.topic, let offset = page.provenance.offset {
            capture = "record\n\(topic)\n\(page.provenance.partition ?? 0)\n\(offset)"
        } else {
            capture = "digest\n\(page.provenance.digest ?? SHA256.hex(page.body))"
        }
        return "e-"
            + SHA256.hex(Array("\(articleID)\n\(capture)\n\(version.version)\n\(version.rulesetSerial)".utf8)).prefix(
                32)
    }

    /// `row_version`: fetched-at seconds x 2^20 + rule-set serial, within 0..<2^53.
    public static func rowVersion(fetchedAtMs: Int64?, version: ExtractorVersion) -> Int64 {
        let seconds = min(max(0, (fetchedAtMs ?? 0) / 1000), (1 << 33) - 1)
        return seconds << 20 | Int64(min(max(0, version.rulesetSerial), (1 << 20) - 1))
    }

    private static func joined(_ title: String?, _ paragraphs: [String]) -> [UInt8] {
        var text = Array((title ?? "").utf8)
        for paragraph in paragraphs {
            text.append(0x0A)
            text.append(contentsOf: paragraph.utf8)
        }
        return text
    }
}
