/// What the tree construction rules say of each tag: membership in the standard's lists, and the group of rules that a
/// start or end tag falls under "in body".
struct TagRules: Sendable {
    /// Lists of the standard an element may be in.
    struct Lists: OptionSet, Sendable, BitwiseCopyable {
        let rawValue: UInt16
        static let special = Lists(rawValue: 1)
        /// Ends the search for an element "in scope".
        static let scope = Lists(rawValue: 2)
        static let listItemScope = Lists(rawValue: 4)
        static let buttonScope = Lists(rawValue: 8)
        static let tableScope = Lists(rawValue: 16)
        static let impliedEnd = Lists(rawValue: 32)
        static let thoroughlyImpliedEnd = Lists(rawValue: 64)
        static let heading = Lists(rawValue: 128)
        static let mathTextPoint = Lists(rawValue: 256)
        static let htmlPoint = Lists(rawValue: 512)
        /// Start tags that end foreign content.
        static let breaksOut = Lists(rawValue: 1024)
        /// Elements whose misplaced content is fostered.
        static let fosters = Lists(rawValue: 2048)
    }

    /// Start tags "in body" by what they do.
    enum Start: UInt8, Sendable {
        case ordinary, html, inHead, body, frameset, block, heading, preformatted, form, listItem, definition, plaintext
        case button, anchor, formatting, nobr, marker, table, void, input, silentVoid, rule, image, textarea, xmp,
            iframe
        case noembed, select, option, optgroup, rubyBase, rubyText, math, svg, ignored
    }

    /// End tags "in body" by what they do.
    enum End: UInt8, Sendable {
        case ordinary, template, body, html, block, form, paragraph, listItem, definition, heading, formatting, marker,
            lineBreak
    }

    private var lists: [Lists]
    private var starts: [Start]
    private var ends: [End]

    static let standard = TagRules()

    /// The lists an element is in.
    @inline(__always)
    func lists(_ tag: UInt16, _ namespace: Namespace) -> Lists {
        tag < Tag.knownCount ? lists[Int(namespace.rawValue) &* Int(Tag.knownCount) &+ Int(tag)] : []
    }

    @inline(__always)
    func start(_ tag: UInt16) -> Start { tag < Tag.knownCount ? starts[Int(tag)] : .ordinary }

    @inline(__always)
    func end(_ tag: UInt16) -> End { tag < Tag.knownCount ? ends[Int(tag)] : .ordinary }

    private init() {
        lists = Array(repeating: [], count: 3 * Int(Tag.knownCount))
        starts = Array(repeating: .ordinary, count: Int(Tag.knownCount))
        ends = Array(repeating: .ordinary, count: Int(Tag.knownCount))
        for (list, namespace, names) in TagRules.listTable {
            for tag in TagRules.tags(names) {
                lists[Int(namespace.rawValue) * Int(Tag.knownCount) + Int(tag)].insert(list)
            }
        }
        for (group, names) in TagRules.startTable {
            for tag in TagRules.tags(names) { starts[Int(tag)] = group }
        }
        for (group, names) in TagRules.endTable {
            for tag in TagRules.tags(names) { ends[Int(tag)] = group }
        }
    }

    private static func tags(_ names: String) -> [UInt16] { names.split(separator: " ").map { Tag(String($0)).number } }

    private static let listTable: [(Lists, Namespace, String)] = [
        (
            .special, .html,
            """
            address applet area article aside base basefont bgsound blockquote body br button caption center col \
            colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 \
            h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu meta nav \
            noembed noframes noscript object ol p param plaintext pre script search section select source style \
            summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp
            """
        ),
        (.special, .mathML, "mi mo mn ms mtext annotation-xml"),
        (.special, .svg, "foreignobject desc title"),
        (.scope, .html, "applet caption html table td th marquee object select template"),
        (.scope, .mathML, "mi mo mn ms mtext annotation-xml"),
        (.scope, .svg, "foreignobject desc title"),
        (.listItemScope, .html, "ol ul"),
        (.buttonScope, .html, "button"),
        (.tableScope, .html, "html table template"),
        (.impliedEnd, .html, "dd dt li optgroup option p rb rp rt rtc"),
        (
            .thoroughlyImpliedEnd, .html,
            "dd dt li optgroup option p rb rp rt rtc caption colgroup tbody td tfoot th thead tr"
        ),
        (.heading, .html, "h1 h2 h3 h4 h5 h6"),
        (.mathTextPoint, .mathML, "mi mo mn ms mtext"),
        (.htmlPoint, .svg, "foreignobject desc title"),
        (
            .breaksOut, .html,
            """
            b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu \
            meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var
            """
        ),
        (.fosters, .html, "table tbody tfoot thead tr"),
    ]

    private static let startTable: [(Start, String)] = [
        (.html, "html"),
        (.inHead, "base basefont bgsound link meta noframes script style template title"),
        (.body, "body"),
        (.frameset, "frameset"),
        (
            .block,
            """
            address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header \
            hgroup main menu nav ol p search section summary ul
            """
        ),
        (.heading, "h1 h2 h3 h4 h5 h6"),
        (.preformatted, "pre listing"),
        (.form, "form"),
        (.listItem, "li"),
        (.definition, "dd dt"),
        (.plaintext, "plaintext"),
        (.button, "button"),
        (.anchor, "a"),
        (.formatting, "b big code em font i s small strike strong tt u"),
        (.nobr, "nobr"),
        (.marker, "applet marquee object"),
        (.table, "table"),
        (.void, "area br embed img keygen wbr"),
        (.input, "input"),
        (.silentVoid, "param source track"),
        (.rule, "hr"),
        (.image, "image"),
        (.textarea, "textarea"),
        (.xmp, "xmp"),
        (.iframe, "iframe"),
        (.noembed, "noembed"),
        (.select, "select"),
        (.option, "option"),
        (.optgroup, "optgroup"),
        (.rubyBase, "rb rtc"),
        (.rubyText, "rp rt"),
        (.math, "math"),
        (.svg, "svg"),
        (.ignored, "caption col colgroup frame head tbody td tfoot th thead tr"),
    ]

    private static let endTable: [(End, String)] = [
        (.template, "template"),
        (.body, "body"),
        (.html, "html"),
        (
            .block,
            """
            address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer \
            header hgroup listing main menu nav ol pre search section select summary ul
            """
        ),
        (.form, "form"),
        (.paragraph, "p"),
        (.listItem, "li"),
        (.definition, "dd dt"),
        (.heading, "h1 h2 h3 h4 h5 h6"),
        (.formatting, "a b big code em font i nobr s small strike strong tt u"),
        (.marker, "applet marquee object"),
        (.lineBreak, "br"),
    ]
}
