import Testing

@testable import Settings

@Suite("Logins by tokens")
struct LoginTests {
    private static let flags = [
        "run", "--kafka-security-protocol", "sasl_ssl", "--kafka-security-mechanism", "oauthbearer",
    ]
    private static let file = ["--kafka-security-token-file", "/run/token"]
    private static let url = ["--kafka-security-token-url", "https://login.example.com/oauth2/token"]
    private static let client = ["--kafka-security-client-id", "galley", "--kafka-security-client-secret", "hush"]

    @Test func aFileOfTokensNeedNotBeThereYet() throws {
        let found = try understood(Self.flags + Self.file).configuration.kafka
        #expect(found.mechanism == "OAUTHBEARER" && found.tokens == .file("/run/token"))
    }

    @Test func anEndpointHasAClientWithASecret() throws {
        let scope = ["--kafka-security-scope", "kafka", "--kafka-security-token-ca-file", "ca.pem"]
        let id = ["--kafka-security-client-id", "galley", "--kafka-security-client-secret-file", "s"]
        let found = try understood(Self.flags + Self.url + id + scope, files: ["s": "hush\n", "ca.pem": ""])
        let endpoint = Configuration.TokenEndpoint(
            url: Self.url[1], clientID: "galley", clientSecret: "hush", scope: "kafka", caFile: "ca.pem")
        #expect(found.configuration.kafka.tokens == .endpoint(endpoint))
        #expect(!found.settings.checked().contains("hush"))
        let plain = try understood(Self.flags + Self.url + Self.client).configuration.kafka
        #expect(plain.tokens != nil && plain.tokens != .endpoint(endpoint))
    }

    @Test func withoutTheMechanismThereAreNoTokens() throws {
        #expect(try understood(["run"]).configuration.kafka.tokens == nil)
        #expect(problems(["extract"], ["GALLEY_KAFKA_SECURITY_MECHANISM": "oauthbearer"]).isEmpty)
    }

    private static let mistakes: [([String], String)] = [
        (flags, "mechanism oauthbearer needs kafka.security.token_file, or kafka.security.token_url with client_id"),
        (flags + file + url, "kafka.security.token_file and kafka.security.token_url are both given; keep one"),
        (flags + file + client, "kafka.security.token_file and kafka.security.client_id are both given; keep one"),
        (flags + url, "kafka.security.token_url, client_id and client_secret or client_secret_file need one another"),
        (flags + client, "client_id and client_secret or client_secret_file need one another"),
        (flags + ["--kafka-security-scope", "x"], "need one another"),
        (flags + file + ["--kafka-security-user", "u"], "takes no kafka.security.user, password or password_file"),
        (flags + file + ["--kafka-security-password", "hush"], "takes no kafka.security.user"),
        (flags + client + ["--kafka-security-token-url", "ftp://x/hush"], "is no address of a token endpoint"),
        (flags + client + ["--kafka-security-token-url", "https:///hush"], "is no address of a token endpoint"),
        (flags + client + ["--kafka-security-token-url", "https://u:hush@x/"], "holds a user or a password"),
        (["run"] + file, "kafka.security.token_file needs kafka.security.mechanism oauthbearer"),
        (["run"] + client, "kafka.security.client_id needs kafka.security.mechanism oauthbearer"),
        (
            ["run", "--kafka-security-mechanism", "oauthbearer"] + file,
            "oauthbearer needs kafka.security.protocol sasl_ssl or sasl_plaintext"
        ),
    ]

    @Test(arguments: mistakes)
    func whatDoesNotGoTogetherIsOneProblem(arguments: [String], words: String) {
        let found = problems(arguments)
        #expect(found.count == 1 && found[0].contains(words), "\(found)")
        #expect(code(arguments) == .configuration && !found.joined().contains("hush"))
    }
}
