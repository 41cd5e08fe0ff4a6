extension Configuration {
    /// Where the tokens of a login by OAUTHBEARER come from.
    public enum Tokens: Sendable, Equatable {
        /// A file whose content is the token.
        case file(String)
        /// A server that gives them.
        case endpoint(TokenEndpoint)
    }

    /// A server that gives tokens to a client that shows its secret.
    public struct TokenEndpoint: Sendable, Equatable {
        /// Its address.
        public var url: String
        /// The client to ask as.
        public var clientID: String
        /// The client's secret; never to be shown.
        public var clientSecret: String
        /// The scope to ask for.
        public var scope: String?
        /// Certificates to trust.
        public var caFile: String?
    }
}

extension Configuration.Tokens {
    init?(_ settings: EffectiveSettings) {
        guard settings.text(.kafkaMechanism) == "oauthbearer" else { return nil }
        if let path = settings.text(.kafkaTokenFile) {
            self = .file(path)
        } else if let url = settings.text(.kafkaTokenURL), let id = settings.text(.kafkaClientID),
            let secret = settings.text(.kafkaClientSecret)
        {
            self = .endpoint(
                Configuration.TokenEndpoint(
                    url: url, clientID: id, clientSecret: secret, scope: settings.text(.kafkaScope),
                    caFile: settings.text(.kafkaTokenCAFile)))
        } else {
            return nil
        }
    }
}
