internal import Text

/// The address of an image, and what its host, folders and file name say about it.
struct ImageAddress {
    /// What two addresses of one image share: the file's name, without the size that WordPress appends to it. A name that many
    /// images have (`image.jpg`, `1.jpg`) counts with its path, a program (`image.php`) with its query too.
    let key: String
    /// The labels of the host, lower case; none when the address is relative.
    private let labels: [Substring]
    /// The folders of the path, lower case.
    private let folders: [Substring]
    /// The words of the file's name without its ending, lower case: letters and digits between other signs.
    private let words: [String]

    /// Reads an address; `nil` when it cannot be that of a photograph: another scheme than HTTP's, no host, a drawing (SVG).
    init?(_ url: String) {
        guard !url.isEmpty, url.utf8.count < 2_048 else { return nil }
        // Letters beyond ASCII may change their length, and places in both spellings must agree.
        let lowered = String(decoding: url.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
        var rest = lowered[...]
        if let colon = rest.utf8.firstIndex(where: { $0 == 0x3A || Self.endsHost($0) }), rest.utf8[colon] == 0x3A {
            let scheme = rest.utf8[..<colon]
            guard scheme.elementsEqual("http".utf8) || scheme.elementsEqual("https".utf8),
                rest.utf8[colon...].starts(with: "://".utf8)
            else { return nil }
            rest = rest[rest.utf8.index(after: colon)...]
        }
        if rest.utf8.starts(with: "//".utf8) {
            let host = Self.host(rest)
            guard let first = host.unicodeScalars.first, Self.beginsHost(first) else { return nil }
            labels = host.utf8.split(separator: Self.point).map(Substring.init)
            rest = rest[host.endIndex...]
        } else {
            labels = []
        }
        let path = Substring(rest.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
        let parts = path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
        guard let name = parts.last, !path.utf8.suffix(4).elementsEqual(".svg".utf8) else { return nil }
        folders = Array(parts.dropLast())
        let ending = name.utf8.suffix(5)
        let dot = ending.lastIndex(of: Self.point) ?? name.endIndex
        words = Self.words(url, name[..<dot])
        key = Self.key(rest, path: path, name: name, stem: name[..<dot])
    }

    private static let point = UInt8(ascii: ".")

    private static func beginsHost(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? scalar.value &- 0x30 < 10 || (scalar.value | 0x20) &- 0x61 < 26
            : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// Whether a byte is a digit.
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// What stands between two slashes and the path.
    private static func host(_ text: Substring) -> Substring {
        Substring(text.utf8.dropFirst(2).prefix { !endsHost($0) })
    }

    private static func endsHost(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }

    /// The labels of the host of a page's address, lower case.
    static func labels(_ url: String) -> [Substring]? {
        let lowered = url.lowercased()
        guard let colon = lowered.firstIndex(of: ":"), lowered[colon...].hasPrefix("://") else { return nil }
        return host(lowered[colon...].dropFirst()).split(separator: ".")
    }

    /// The words of a name, lower case; in the address as it stands capitals begin a word too: `printButton`.
    private static func words(_ url: String, _ stem: Substring) -> [String] {
        let start = url.utf8.index(
            url.utf8.startIndex,
            offsetBy: stem.base.utf8.distance(
                from: stem.base.startIndex, to: stem.startIndex))
        var words: [String] = []
        var word: [UInt8] = []
        func end() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        var last: UInt8 = 0x20
        for byte in url.utf8[start...].prefix(stem.utf8.count) {
            let isUpper = byte &- 0x41 < 26
            let isOfWord = isUpper || byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
            if !isOfWord || isUpper && last &- 0x61 < 26 { end() }
            if isOfWord { word.append(isUpper ? byte | 0x20 : byte) }
            last = byte
        }
        end()
        return words
    }

    private static func key(_ rest: Substring, path: Substring, name: Substring, stem: Substring) -> String {
        let ending = name[stem.endIndex...]
        let isProgram = programs.contains(ending) || ending.isEmpty && !stem.utf8.contains(where: isDigit)
        if isProgram { return path + "?" + query(rest).joined(separator: "&") }
        let plain = withoutSize(stem)
        return isGeneric(plain) ? String(path) : String(plain + ending)
    }

    /// The parts of a query that say more than a size.
    private static func query(_ rest: Substring) -> [Substring] {
        let query = rest.utf8.prefix { $0 != UInt8(ascii: "#") }.drop { $0 != UInt8(ascii: "?") }.dropFirst()
        return query.split(separator: UInt8(ascii: "&")).map(Substring.init).filter { part in
            !sizes.contains(Substring(part.utf8.prefix { $0 != UInt8(ascii: "=") }))
        }
    }

    private static let sizes: Set<Substring> = ["w", "h", "q", "width", "height", "quality", "dpr"]

    private static let programs: Set<Substring> = [".php", ".asp", ".aspx", ".ashx", ".cgi", ".jsp", ".do", ".pl"]

    /// A name without what WordPress appends for a size: `-800x600`, `-scaled`.
    private static func withoutSize(_ stem: Substring) -> Substring {
        guard let dash = stem.utf8.lastIndex(of: UInt8(ascii: "-")) else { return stem }
        let size = Substring(stem.utf8[dash...].dropFirst())
        return size == "scaled" || isSize(size) ? stem[..<dash] : stem
    }

    private static func isSize(_ text: Substring) -> Bool {
        let sides = text.utf8.split(separator: UInt8(ascii: "x"), omittingEmptySubsequences: false)
        return sides.count == 2 && sides.allSatisfy { (2...4).contains($0.count) && $0.allSatisfy(isDigit) }
    }

    /// Whether many images have the name: few digits, and no word but one for images and their sizes.
    private static func isGeneric(_ stem: Substring) -> Bool {
        // The greatest such names have three digits more than letters, and signs between.
        guard stem.utf8.count <= 24 else { return false }
        let letters = stem.utf8.filter { $0 &- 0x61 < 26 || $0 >= 0x80 }
        let digits = stem.utf8.reduce(0) { $0 + ($1 &- 0x30 < 10 ? 1 : 0) }
        return digits <= (letters.isEmpty ? 4 : 3)
            && (letters.count <= 1 || generic.contains(String(decoding: letters, as: UTF8.self)))
    }

    private static let generic: Set<String> = [
        "image", "images", "img", "photo", "pic", "picture", "bild", "foto", "original", "large", "medium", "small",
        "full", "main", "master", "default", "thumb", "thumbnail", "cover", "header", "hero", "preview", "file",
    ]

    // MARK: What the address says

    /// Whether host, folder or file name say that the image belongs to the site, to an advertisement or to a counter, not to
    /// the article.
    var isFurniture: Bool {
        // A name with little words between is a phrase about what is to be seen: `icon-of-the-seas`.
        if words.count > 2, words.contains(where: { Self.littleWords.contains($0[...]) }) { return isServed }
        return words.contains { Self.isOfFurniture(word: $0) || Self.isSmall($0) }
            || consists(of: Self.signs, site: []) || folders.contains { Self.isOfFurniture(folder: $0) } || isServed
    }

    /// Whether the host serves advertisements, counters or faces, or the name says that there is no image: what no sign of the element can
    /// mend.
    var isNone: Bool { isServed || namesNone || namesTracker }

    /// Whether the name is that of a pixel that counts readers or times a script: `renderTimingPixel`.
    private var namesTracker: Bool { words.last == "pixel" && words.contains(where: Self.trackers.contains) }

    private static let trackers: Set<String> = [
        "tracking", "tracker", "track", "timing", "count", "counting", "counter", "transparent", "impression",
        "analytics",
        "beacon",
    ]

    /// Whether the name says that there is no image. One that leaves a side open (`-1x-1`) has its size for no size.
    private var namesNone: Bool {
        let joined = words.joined()
        return Self.absent.contains(joined) && (joined != "1x1" || words.count == 1)
    }

    /// Whether the file's name is one of those that hold the place of an image until a script has run.
    var isStandIn: Bool {
        isNone
            || words.contains {
                ["placeholder", "blank", "spacer", "transparent", "loading", "loader", "lazy", "grey", "gray", "pixel"]
                    .contains($0)
            }
    }

    /// Words within phrases.
    private static let littleWords: Set<Substring> = [
        "of", "the", "in", "on", "at", "and", "with", "for", "from", "to", "by", "der", "die", "das", "von", "mit",
        "und", "im",
        "de", "la", "el", "les", "des", "du", "en", "y", "et", "da", "do", "di", "van", "och", "na", "w", "z",
    ]

    /// Whether the file's name says that the image stands where there is none: `default.png`, and with the labels of the
    /// site's host `courier_logo_for_fb.png`.
    func isDefault(of site: [Substring]) -> Bool {
        isServed || consists(of: Self.defaults, site: site) && !(isFiled && words.contains("default"))
    }

    /// Whether it may be one for all articles of its site: `facebook.jpg`, or a longer name with a word for a logo.
    func isCard(of site: [Substring]) -> Bool {
        words.contains { Self.logos.contains($0[...]) || $0.hasSuffix("logo") }
            || !isFiled && consists(of: Self.networkNames, site: site)
    }

    /// Whether a folder is a number, as those in which articles' images are kept by day or by article.
    private var isFiled: Bool { folders.contains { Int($0) != nil } }

    /// Whether the file's name has one of these words, and no other than those of signs, of sizes and of the site.
    private func consists(of known: Set<Substring>, site: [Substring]) -> Bool {
        guard !words.isEmpty, words.count <= 8 else { return false }
        if namesNone { return true }
        var isKnown = false
        for word in words {
            let plain = Self.beforeDigits(word)
            let rest = word[plain.endIndex...]
            guard rest.utf8.allSatisfy(Self.isDigit) || Self.isSize(rest) else { return false }
            if known.contains(plain) || Self.ends(plain, with: "logo") {
                isKnown = true
            } else if plain.utf8.count > 1, !Self.fillers.contains(plain), !Self.signs.contains(plain),
                !site.contains(where: { plain.utf8.count > 2 && $0.contains(plain) })
            {
                return false
            }
        }
        return isKnown
    }

    /// Whether a host serves advertisements, counters or faces: by its own name, or by the label before it. The newspaper whose
    /// name is `ad` is none.
    private var isServed: Bool {
        labels.dropLast(2).contains(where: Self.servers.contains)
            || labels.contains { label in
                Self.networks.contains(label) || Self.ends(label, with: "adserver") || Self.ends(label, with: "counter")
            }
    }

    /// Whether a word is a size as advertisements (Interactive Advertising Bureau) or thumbnails have it.
    private static func isSmall(_ word: String) -> Bool {
        guard word.utf8.contains(UInt8(ascii: "x")), isSize(word[...]) else { return false }
        let sides = word.split(separator: "x")
        return advertisements.contains(word) || sides.allSatisfy { WholeNumber.of($0, in: 0...150) != nil }
    }

    /// Whether a word of a name says so, alone or put together as in `newslogo2010` and `btnprint`.
    private static func isOfFurniture(word: String) -> Bool {
        let plain = beforeDigits(word)
        return furniture.contains(plain) || plain.utf8.starts(with: "btn".utf8) || ends(plain, with: "logo")
            || ends(plain, with: "button")
    }

    /// A word up to its first digit.
    private static func beforeDigits(_ word: String) -> Substring { Substring(word.utf8.prefix { !isDigit($0) }) }

    private static func ends(_ text: Substring, with word: String) -> Bool {
        text.utf8.suffix(word.utf8.count).elementsEqual(word.utf8)
    }

    /// Whether a folder is one of those, or one of its few words is.
    private static func isOfFurniture(folder: Substring) -> Bool {
        if folders.contains(folder) { return true }
        let words = folder.utf8.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        return (2...3).contains(words.count) && words.contains { folderWords.contains(Substring($0)) }
    }

    /// Words of the names of files that no article shows.
    private static let furniture: Set<Substring> = [
        "logo", "logos", "icon", "icons", "favicon", "sprite", "avatar", "gravatar", "placeholder", "spinner", "btn",
        "button", "buttons", "bttn", "qrcode", "transparent", "spacer", "smiley", "smilies", "emoji", "emoticon",
    ]

    /// The sizes of advertisements, as their files name them.
    private static let advertisements: Set<String> = [
        "468x60", "728x90", "970x90", "970x250", "120x600", "160x600", "234x60", "320x50", "320x100",
    ]

    /// Words for the sign of a site wherever they are in a name.
    private static let logos: Set<Substring> = ["logo", "logos", "placeholder", "fallback"]

    /// Words that make a stand-in of a file with no other name.
    private static let defaults: Set<Substring> = [
        "logo", "logos", "favicon", "touch", "placeholder", "fallback", "default", "blank",
    ]

    /// Names of networks and what is done there, which are those of the files that sites give them.
    private static let networkNames: Set<Substring> = [
        "facebook", "fb", "twitter", "linkedin", "social", "share", "sharing", "og", "opengraph", "icon",
    ]

    /// Words that make a sign or a button of a file with no other name.
    private static let signs = networkNames.union(defaults).union([
        "print", "printer", "drucken", "tweet", "pinterest", "whatsapp", "telegram", "weibo", "wechat", "weixin",
        "qzone",
        "plurk", "reddit", "digg", "delicious", "youtube", "instagram", "vk", "vkontakte", "odnoklassniki",
        "livejournal", "tumblr", "flipboard", "line", "hatena", "xing", "rss", "feed", "email", "mail", "envelope",
        "teilen", "comment", "comments", "arrow", "arrows", "pfeil", "bullet", "clear", "spc", "blank", "pixel", "dot",
        "counter", "banner", "font", "fontsize", "mailto", "listen", "gplus", "stumbleupon", "newsvine", "ok",
        "star", "stars", "plus", "minus", "close", "search", "menu", "play", "zoom", "loading",
        "loader", "separator", "divider", "shadow", "corner", "badge", "bookmark", "author", "user", "profile",
    ])

    /// Words beside them that name nothing either.
    private static let fillers: Set<Substring> = [
        "image", "images", "img", "pic", "photo", "thumb", "thumbnail", "small", "big", "large", "mini", "min", "med",
        "medium", "lg", "sm", "hd", "new", "old", "top", "bottom", "left", "right", "up", "down", "black", "white",
        "grey",
        "gray", "blue", "red", "green", "dark", "light", "on", "off", "for", "to", "by", "the", "us", "en", "de", "fr",
        "es", "ru", "it", "cn", "this", "page", "site", "web", "www", "generic", "standard", "square", "round",
        "circle", "wide", "landscape", "card", "media", "bg", "background", "color", "ico", "png", "jpg", "gif",
        "link", "full", "apple", "open", "graph", "x", "px", "version", "article", "news", "story", "post",
        "and",
    ]

    /// Names of the image that says that there is none, without spaces.
    private static let absent: Set<String> = [
        "noimage", "noimg", "nophoto", "nopic", "nopicture", "nothumb", "noimageavailable", "imagenotfound",
        "imagenotavailable", "nopreview", "1x1", "undefined", "null",
    ]

    /// Folders of a site's own parts, of advertisements and of faces.
    private static let folders: Set<Substring> = [
        "ad", "ads", "adv", "advert", "adverts", "advertising", "advertisement", "advertisements", "banner", "banners",
        "bnr", "smilies", "smileys", "smiley", "emoji", "emojis", "emoticons", "avatar", "avatars", "icon", "icons",
        "favicons", "button", "buttons", "btn", "counter", "counters", "logos", "sprites", "share", "themes", "plugins",
        "authors", "adserver", "informer",
    ]

    /// Words of the names of such folders.
    private static let folderWords: Set<Substring> = [
        "banner", "banners", "button", "buttons", "icon", "icons", "avatar", "avatars", "smilies", "logos", "authors",
        "bookmark", "bookmarks", "emoji",
    ]

    /// Names of networks that serve advertisements, count readers or keep faces.
    private static let networks: Set<Substring> = [
        "doubleclick", "googlesyndication", "googleadservices", "adnxs", "adform", "adition", "criteo", "zedo", "openx",
        "gravatar", "scorecardresearch", "quantserve", "imrworldwide", "statcounter", "sitemeter", "histats", "yadro",
        "gemius", "vgwort", "ivwbox", "ioam", "webtrekk", "omtrdc", "2o7", "feedburner", "feedsportal", "addthis",
        "sharethis", "addtoany",
    ]

    /// Labels of the hosts that sites have for such images.
    private static let servers: Set<Substring> = [
        "ad", "ads", "adserv", "adserver", "adservice", "adv", "adimg", "banner", "banners", "counter", "counters",
        "count", "stat", "stats", "pixel", "track", "tracking", "tracker", "beacon", "analytics", "metrics", "top100",
        "maps",
    ]
}
