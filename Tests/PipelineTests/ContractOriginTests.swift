import Foundation
import Pages
import Testing
import Wire

@testable import Pipeline

/// Section 2 of the contract, origin, rights, media and quality: a row a rule, through the whole pipeline.
@Suite("The contract: origin and quality")
struct ContractOriginTests {
    private let pipeline: PagePipeline

    init() throws { pipeline = try TestPipeline.make() }

    @Test(
        "canonical_url is rel=canonical, only within the same registrable domain",
        arguments: [
            ("https://www.courier.co.uk/ferry", "https://www.courier.co.uk/ferry"),
            ("https://courier.co.uk/ferry", "https://courier.co.uk/ferry"),
            ("/ferry", "https://news.courier.co.uk/ferry"),
            ("https://other.co.uk/ferry", nil), ("https://co.uk/ferry", nil),
            ("https://courier.co.uk.evil.com/ferry", nil),
            ("//other.co.uk/ferry", nil),
            ("HTTPS://WWW.Courier.CO.UK:443/ferry#top", "https://www.courier.co.uk/ferry"),
            ("javascript:alert(1)", nil), ("", nil),
        ] as [(String, String?)])
    func canonical(stated: String, expected: String?) throws {
        let page = ContractPage.english.with {
            $0.url = "https://news.courier.co.uk/2024/ferry?utm_source=x"
            $0.head = "<link rel=canonical href=\"\(stated)\">"
        }
        let event = try page.event(pipeline)
        #expect(event["canonical_url"] == expected)
        #expect(event["url"] == page.url)
    }

    @Test("site_domain is the URL's, else the copyright line's, else the configuration's, and says which")
    func siteDomain() throws {
        let configured = try TestPipeline.make(siteDomain: "configured.example.org")
        let notice = "Copyright © 2003-2021 www.haicheng.com.cn All Rights Reserved"
        let bare = ContractPage.chinese
        let noted = bare.with { $0.tail = [notice] }
        let rows: [(ContractPage, PagePipeline, String?, String?)] = [
            (noted.with { $0.url = "https://news.qinglan.cn/a" }, configured, "qinglan.cn", "url"),
            (noted, configured, "haicheng.com.cn", "copyright_line"),
            (bare, configured, "configured.example.org", "config"), (bare, pipeline, nil, nil),
        ]
        for (page, pipeline, domain, basis) in rows {
            let event = try page.event(pipeline)
            #expect(event["site_domain"] == domain && event["site_domain_basis"] == basis)
        }
        #expect(try noted.event(pipeline)["copyright_notice"] == notice)
    }

    @Test("publisher and licences are what the legal lines state")
    func rights() throws {
        let page = ContractPage.chinese.with {
            $0.tail = ["青岚潮声传媒有限公司 版权所有", "互联网新闻信息服务许可证：33120170001"]
        }
        let event = try page.event(pipeline)
        #expect(event["publisher_legal_name"] == "青岚潮声传媒有限公司")
        let licences = event.fields["licences"] as? [[String: String]]
        #expect(licences == [["name": "互联网新闻信息服务许可证", "number": "33120170001"]])
    }

    @Test("every field is there, and no list is null")
    func shape() throws {
        let names = Set(try ContractPage.chinese.event(pipeline).fields.keys)
        for page in [ContractPage.english, .chinese] {
            for record in [page.record(), page.record(page.dump())] {
                let event = try ContractEvent(pipeline, record)
                #expect(Set(event.fields.keys) == names)
                for list in [
                    "paragraphs", "contributors", "authors", "breadcrumb", "section_path", "licences", "images", "tags",
                    "warnings",
                ] { #expect(event.fields[list] is [Any], "\(list)") }
            }
        }
    }

    @Test("confidence is 0...1, of fields that are filled")
    func confidence() throws {
        for page in [ContractPage.english, .chinese] {
            let event = try page.event(pipeline)
            let shares = try #require(event.fields["field_confidence"] as? [String: Double])
            #expect(shares["title"] != nil && shares["body_text"] != nil)
            for (field, share) in shares {
                #expect((0...1).contains(share))
                #expect(event.fields[field].map { !($0 is NSNull) } == true, "\(field)")
            }
            #expect((0...1).contains(try #require(event.fields["quality_score"] as? Double)))
        }
    }

    @Test("a page that was cut is partial and says so")
    func partial() throws {
        let cut = try ContractPage.english.with { $0.headers = [("ce_truncated", "length")] }.event(pipeline)
        #expect(cut["status"] == "partial" && cut.list("warnings").contains("truncated_input"))
        let whole = try ContractPage.english.event(pipeline)
        #expect(whole["status"] == "ok" && whole.list("warnings") == ["url_missing", "time_missing"])
    }

    @Test("the event's headers are those of a CloudEvent")
    func headers() throws {
        let page = ContractPage.english.with {
            $0.url = "https://news.example/a"
            $0.headers = [("ce_time", "2026-03-01T08:00:00Z")]
        }
        let event = try page.event(pipeline)
        let headers = Dictionary(
            event.record.headers.map { ($0.name, $0.value.map { String(decoding: $0, as: UTF8.self) }) }
        ) { $1 }
        #expect(headers["ce_id"] == event["event_id"] && headers["ce_type"] == "galley.article.v1")
        #expect(headers["ce_subject"] == "https://news.example/a" && headers["ce_time"] == "2026-03-01T08:00:00Z")
        #expect(headers["ce_source"] != nil && headers["content-type"]??.hasPrefix("application/json") == true)
    }

    @Test("a page that is no article is rejected")
    func noArticle() throws {
        let links = (0..<60).map { "<li><a href=/\($0)>Ferry line \($0): times and fares</a></li>" }.joined()
        let pages = [
            "<!DOCTYPE html><title>Courier: news</title><ul>\(links)</ul>",
            "<!DOCTYPE html><title>Search: ferry</title><h1>Search results for ferry</h1><form><input name=q></form><ul>\(links)</ul>",
            "<!DOCTYPE html><title>Log in</title><form>Password <input type=password><button>Log in</button></form>",
            "<!DOCTYPE html><title>404 Not Found</title><h1>Not Found</h1><p>The page you asked for was not found.</p>",
            "<!DOCTYPE html><html><head><title>Courier</title></head><body><div id=root></div><script src=/app.js></script></body></html>",
            " \n",
        ]
        for page in pages {
            guard case .rejected = pipeline.process(ContractPage.english.record(page)) else {
                Issue.record("taken: \(page.prefix(60))")
                continue
            }
        }
    }
}
