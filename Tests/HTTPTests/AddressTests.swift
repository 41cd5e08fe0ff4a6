import HTTP
import Testing

@Suite("Addresses")
struct AddressTests {
    @Test("hosts, numbers of both kinds and all interfaces are read")
    func areRead() {
        #expect(HTTPAddress("127.0.0.1:9464") == HTTPAddress(host: "127.0.0.1", port: 9464))
        #expect(HTTPAddress("[::1]:80") == HTTPAddress(host: "::1", port: 80))
        #expect(HTTPAddress(":9464") == HTTPAddress(host: "", port: 9464))
        #expect(HTTPAddress("galley.example:0")?.port == 0)
        #expect(HTTPAddress("[::1]:80")?.text == "[::1]:80")
    }

    @Test(
        "what is none is refused",
        arguments: [
            "", "9464", "localhost", "localhost:", "localhost:x", "localhost:99999", "::1:80", "[a]:1", "a b:1",
        ])
    func areRefused(_ text: String) { #expect(HTTPAddress(text) == nil) }

    @Test("a client on the same machine reaches what listens on every interface")
    func areReachable() {
        #expect(HTTPAddress("0.0.0.0:1")?.reachable.text == "127.0.0.1:1")
        #expect(HTTPAddress(":1")?.reachable.text == "127.0.0.1:1")
        #expect(HTTPAddress("[::]:1")?.reachable.text == "[::1]:1")
        #expect(HTTPAddress("127.9.9.9:1")?.isLoopback == true)
        #expect(HTTPAddress("10.0.0.1:1")?.isLoopback == false)
        #expect(HTTPAddress("127.0.0.1.example.org:1")?.isLoopback == false)
    }
}
