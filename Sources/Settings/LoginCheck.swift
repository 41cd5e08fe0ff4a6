import Foundation

/// What is wrong with a login to Kafka that no single setting of it can show.
struct LoginCheck {
    private let settings: EffectiveSettings

    init(_ settings: EffectiveSettings) { self.settings = settings }

    /// What is wrong, in words.
    var problems: [String] {
        settings.text(.kafkaMechanism) == "oauthbearer" ? tokenProblems : passwordProblems + strayTokens
    }

    private static let endpoint: [SettingKey] = [
        .kafkaTokenURL, .kafkaClientID, .kafkaClientSecret, .kafkaClientSecretFile, .kafkaScope, .kafkaTokenCAFile,
    ]

    private func isSet(_ keys: SettingKey...) -> Bool { keys.contains { settings.effective($0) != nil } }

    private var isSASL: Bool { settings.text(.kafkaProtocol)?.hasPrefix("sasl") == true }

    // MARK: User and password

    private var passwordProblems: [String] {
        guard isSASL, !isSet(.kafkaUser) || !isSet(.kafkaPassword, .kafkaPasswordFile) else { return [] }
        return [
            "kafka.security.protocol \(settings.text(.kafkaProtocol) ?? "") needs kafka.security.user and "
                + "kafka.security.password or password_file"
        ]
    }

    private var strayTokens: [String] {
        guard let stray = ([.kafkaTokenFile] + Self.endpoint).first(where: { isSet($0) }) else { return [] }
        return ["\(stray.rawValue) needs kafka.security.mechanism oauthbearer"]
    }

    // MARK: Tokens

    private var tokenProblems: [String] {
        var problems: [String] = []
        if !isSASL {
            problems.append(
                "kafka.security.mechanism oauthbearer needs kafka.security.protocol sasl_ssl or sasl_plaintext")
        }
        if isSet(.kafkaUser, .kafkaPassword, .kafkaPasswordFile) {
            problems.append(
                "kafka.security.mechanism oauthbearer takes no kafka.security.user, password or password_file: the token "
                    + "says who logs in")
        }
        return problems + sourceProblems
    }

    private var sourceProblems: [String] {
        let stated = Self.endpoint.filter { isSet($0) }
        switch (isSet(.kafkaTokenFile), stated.first) {
        case (true, nil): return []
        case (true, let other?): return ["kafka.security.token_file and \(other.rawValue) are both given; keep one"]
        case (false, nil):
            return [
                "kafka.security.mechanism oauthbearer needs kafka.security.token_file, or kafka.security.token_url with "
                    + "client_id and client_secret or client_secret_file"
            ]
        case (false, _): return endpointProblems
        }
    }

    private var endpointProblems: [String] {
        guard let url = settings.text(.kafkaTokenURL), isSet(.kafkaClientID),
            isSet(.kafkaClientSecret, .kafkaClientSecretFile)
        else {
            return [
                "kafka.security.token_url, client_id and client_secret or client_secret_file need one another"
            ]
        }
        guard let parts = URLComponents(string: url), ["http", "https"].contains(parts.scheme),
            parts.host?.isEmpty == false
        else { return ["kafka.security.token_url is no address of a token endpoint, as https://HOST/oauth2/token"] }
        guard parts.user == nil, parts.password == nil else {
            return [
                "kafka.security.token_url holds a user or a password: they belong into kafka.security.client_id and "
                    + "client_secret_file"
            ]
        }
        return []
    }
}
