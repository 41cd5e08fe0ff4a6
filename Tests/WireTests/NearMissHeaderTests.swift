import Pages
import Testing
import Wire

@Suite("Headers that are nearly right")
struct NearMissHeaderTests {
    private func misses(_ names: String...) -> [String] {
        NearMissHeader.all(in: names.map { WireHeader($0, "x") }).map { "\($0.found) -> \($0.meant)" }
    }

    @Test(arguments: [
        ("ce-subject", "ce_subject"), ("CE-Subject", "ce_subject"), ("cloudEvents:subject", "ce_subject"),
        ("cloudEvents_subject", "ce_subject"), ("subject", "ce_subject"), ("url", "ce_subject"),
        ("X-URL", "ce_subject"), ("WARC-Target-URI", "ce_subject"), ("ce-time", "ce_time"), ("ce.time", "ce_time"),
        ("fetched_at", "ce_time"), ("ce-id", "ce_id"), ("ce_http_status", "ce_httpstatus"),
        ("ce-request-url", "ce_requesturl"), ("content_type", "content-type"), ("contentType", "content-type"),
        ("ce_datacontenttype", "content-type"), ("Content_Encoding", "content-encoding"),
    ])
    func aCloseMissNamesWhatIsRead(name: String, meant: String) {
        #expect(misses(name) == ["\(name.lowercased()) -> \(meant)"])
    }

    @Test(arguments: [
        "ce_subject", "CE_SUBJECT", "Content-Type", "ce_time", "traceparent", "id", "status", "ce_source", "ce_type",
        "ce_specversion", "x-retries", "", "-", "ce_", "galley-reason", "__connect.errors.topic",
        "the-url-of-the-page-that-was-asked-for-by-the-crawler",
    ])
    func namesThatAreReadOrMeanSomethingElseAreNone(name: String) {
        #expect(misses(name).isEmpty)
    }

    @Test func aRecordThatHasTheRightHeaderIsFine() {
        #expect(misses("url", "Ce_Subject", "ce-time") == ["ce-time -> ce_time"])
    }

    @Test func headersInCapitalsAreRead() throws {
        let page = try RawPageDecoder().decode(inbound("<p>", [WireHeader("CE_SUBJECT", "https://a.example/")]))
        #expect(page.url == "https://a.example/")
    }
}
