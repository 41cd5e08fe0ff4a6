/// A header of a record that is not read though it was meant to be: a name that is nearly right, on a record without the right one.
public struct NearMissHeader: Sendable, Equatable, Hashable {
    /// The name as it stands, in lower case.
    public let found: String
    /// The name that is read, of few.
    public let meant: String

    /// Longer names are none that someone meant to write.
    private static let longestName = 40

    /// The near misses among a record's headers.
    ///
    /// - Complexity: linear in the headers.
    public static func all(in headers: [WireHeader]) -> [NearMissHeader] {
        var misses: [NearMissHeader] = []
        var present: Set<String> = []
        for header in headers where header.name.utf8.count <= longestName {
            let name = asciiLowercased(header.name)
            present.insert(name)
            if let meant = meaning(of: name) { misses.append(NearMissHeader(found: name, meant: meant)) }
        }
        return misses.filter { !present.contains($0.meant) }
    }

    /// The name that someone who wrote this one meant; `nil` when it is read as it stands, or means something else.
    private static func meaning(of name: String) -> String? {
        guard !PageDraft.isRead(name) else { return nil }
        var words = name.split { "-_.: ".contains($0) }
        if words.first == "x" { words.removeFirst() }
        let isOfEvent = words.first == "ce" || words.first == "cloudevents" || words.first == "cloudevent"
        if isOfEvent { words.removeFirst() }
        let bare = words.joined()
        if isOfEvent, PageDraft.attributeNames.contains(bare) { return "ce_\(bare)" }
        return plainMeanings[bare]
    }

    /// Names as other systems have them, without what joins their words. General words such as `id` and `status` count only behind
    /// the name of CloudEvents.
    private static let plainMeanings: [String: String] = [
        "subject": "ce_subject", "url": "ce_subject", "uri": "ce_subject", "pageurl": "ce_subject",
        "finalurl": "ce_subject", "responseurl": "ce_subject", "targeturi": "ce_subject",
        "warctargeturi": "ce_subject", "time": "ce_time", "fetchedat": "ce_time", "fetchtime": "ce_time",
        "crawledat": "ce_time", "warcdate": "ce_time", "requesturl": "ce_requesturl",
        "requestedurl": "ce_requesturl", "httpstatus": "ce_httpstatus", "statuscode": "ce_httpstatus",
        "crawlid": "ce_crawlid", "contenttype": "content-type", "mimetype": "content-type",
        "datacontenttype": "content-type", "contentencoding": "content-encoding",
    ]
}
