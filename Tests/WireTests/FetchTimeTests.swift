import Pages
import Testing
import Wire

@Suite("Fetch times that cannot be read")
struct FetchTimeTests {
    private func page(_ value: String, _ headers: [WireHeader] = []) throws -> RawPage {
        try RawPageDecoder().decode(inbound(value, headers))
    }

    @Test(
        "each carrier's time warns when it cannot be read, and the record's timestamp counts",
        arguments: [
            ("<p>", "yesterday"), (#"{"html": "<p>", "fetched_at": "next week"}"#, ""),
            (#"{"html": "<p>", "ts": -5}"#, ""), (#"{"html": "<p>", "ts": {"at": 5}}"#, ""),
            (#"{"html": "<p>", "ts": "20260305T0900"}"#, ""), (#"{"html": "<p>", "ts": "/Date()/"}"#, ""),
            (#"{"html": "<p>", "ts": "20260305Tabcdef"}"#, ""), (#"{"html": "<p>", "ts": "Thu Mar x 09:00 2026"}"#, ""),
            (#"{"fetched_at": "soon", "data": {"html": "<p>"}}"#, ""),
            (#"{"specversion": "1.0", "data": "<p>", "time": "noon"}"#, ""),
            ("WARC/1.0\r\nWARC-Type: resource\r\nWARC-Date: today\r\nContent-Length: 3\r\n\r\n<p>", ""),
            ("MIME-Version: 1.0\nSnapshot-Content-Location: x\nDate: once\nContent-Type: text/html\n\n<p>", ""),
        ])
    func unread(value: String, header: String) throws {
        let page = try page(value, header.isEmpty ? [] : [WireHeader("ce_time", header)])
        #expect(text(page) == "<p>" && page.warnings == [.fetchTimeUnread])
        #expect(page.fetchedAtMs == 1_700_000_000_000)
    }

    @Test(
        "a time that is read, or none, warns of nothing",
        arguments: [
            ("<p>", "2021-12-08T07:45:00Z"), ("<p>", ""), (#"{"html": "<p>", "fetched_at": null}"#, ""),
            (#"{"html": "<p>", "fetched_at": "2021-12-08T07:45:00Z", "ts": "x"}"#, ""),
        ])
    func read(value: String, header: String) throws {
        #expect(try page(value, [WireHeader("ce_time", header)]).warnings.isEmpty)
    }
}
