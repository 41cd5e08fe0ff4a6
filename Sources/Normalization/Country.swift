/// The country of a site.
public enum Country {
    /// The country of a host's top-level domain, ISO 3166-1 alpha-2 ("CN" of cnnb.com.cn, "GB" of bbc.co.uk), or `nil`
    /// for a generic one.
    public static func of(host: String) -> String? {
        nil
    }

    /// The country named in a language tag ("GB" of `en-GB` or `en_GB`), or `nil`.
    public static func of(locale: String) -> String? {
        nil
    }
}
