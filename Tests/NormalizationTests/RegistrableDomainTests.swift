import Testing

@testable import Normalization

@Suite struct RegistrableDomainTests {
    @Test(arguments: [
        ("www.example.com", "example.com"), ("news.example.com.cn", "example.com.cn"),
        ("a.b.example.co.uk", "example.co.uk"),
        ("EXAMPLE.org", "example.org"),
    ])
    func findsTheRegistrableDomain(host: String, domain: String) {
        #expect(RegistrableDomain.of(host: host) == domain)
    }

    @Test(arguments: ["co.uk", "localhost", "127.0.0.1", "[::1]", "", "."])
    func refusesWhatIsNone(host: String) {
        #expect(RegistrableDomain.of(host: host) == nil)
    }
}
