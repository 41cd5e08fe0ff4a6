import Testing

@testable import Normalization

@Suite struct URLKeyTests {
    @Test(arguments: [
        ("HTTPS://Example.COM/Path?b=2&a=1#frag", "https://example.com/Path?a=1&b=2"),
        ("http://example.com:80", "http://example.com/"), ("https://example.com:443/", "https://example.com/"),
        ("https://example.com:8443/x", "https://example.com:8443/x"),
        ("http://user:pw@example.com/x", "http://example.com/x"),
        ("https://example.com/?utm_source=a&utm_medium=b", "https://example.com/"),
        ("https://example.com/a?id=1&fbclid=2&UTM_Campaign=3", "https://example.com/a?id=1"),
        ("  https://example.com/a \n", "https://example.com/a"), ("https://example.com./a", "https://example.com/a"),
        ("https://example.com?x", "https://example.com/?x"),
        ("http://[2001:db8::1]:8080/x", "http://[2001:db8::1]:8080/x"),
    ])
    func makesKeys(url: String, key: String) {
        #expect(URLKey.key(of: url) == key)
    }

    @Test(arguments: Array(TrackingParameters.names) + TrackingParameters.prefixes.map { $0 + "x" })
    func dropsEveryTrackingParameter(name: String) {
        #expect(URLKey.key(of: "https://example.com/a?\(name)=1&id=2") == "https://example.com/a?id=2")
    }

    @Test(arguments: [
        "", "example.com", "ftp://example.com/", "https://", "https:///x", "https://exa mple.com/",
        "mailto:a@example.com",
        "https://example.com:99999/", "javascript:void(0)", "http:", "https://\u{0}/",
    ])
    func refusesWhatIsNoWebAddress(url: String) {
        #expect(URLKey.key(of: url) == nil)
    }

    @Test(arguments: [
        ("b.html", "https://example.com/a/b.html"), ("/b", "https://example.com/b"), ("../b", "https://example.com/b"),
        ("?q=1", "https://example.com/a/c.html?q=1"), ("//img.example.com/x.jpg", "https://img.example.com/x.jpg"),
        ("http://other.example/x", "http://other.example/x"), ("./x/./y/../z", "https://example.com/a/x/z"),
        ("../../../../x", "https://example.com/x"), ("a b.jpg", "https://example.com/a/a%20b.jpg"),
        ("#top", "https://example.com/a/c.html?p=1"), ("", "https://example.com/a/c.html?p=1"),
    ])
    func resolves(reference: String, url: String) {
        #expect(URLKey.resolve(reference, against: "https://example.com/a/c.html?p=1") == url)
    }

    @Test(arguments: ["javascript:alert(1)", "data:image/png;base64,AA", "mailto:a@example.com", "tel:1"])
    func resolvesNoOtherSchemes(reference: String) {
        #expect(URLKey.resolve(reference, against: "https://example.com/") == nil)
    }

    @Test func resolvesNothingWithoutABase() {
        #expect(URLKey.resolve("a.html", against: nil) == nil)
        #expect(URLKey.resolve("https://example.com/a", against: nil) == "https://example.com/a")
    }

    @Test(arguments: [
        ("news.example.cn", "CN"), ("example.co.uk", "GB"), ("example.de", "DE"), ("example.com", nil),
        ("example.tv", nil),
        ("localhost", nil), ("example.berlin", "DE"),
    ])
    func knowsCountries(host: String, country: String?) {
        #expect(Country.of(host: host) == country)
    }

    @Test(arguments: [
        ("en-GB", "GB"), ("pt_BR", "BR"), ("zh-Hant-HK", "HK"), ("de_DE.UTF-8", "DE"), ("en", nil), ("", nil),
    ])
    func readsRegionsOfLocales(locale: String, country: String?) {
        #expect(Country.of(locale: locale) == country)
    }
}
