/// The elements that segmentation and features tell apart; all others are ``other`` (inline) or ``otherBlock``.
///
/// The order is that of the ordinal features `elementKind`, `leafKind` and `parentKind`: text, headings, lists, tables, sections,
/// chrome, so that a tree can split the range.
public enum ElementKind: UInt8, Sendable, CaseIterable {
    case p, blockquote, pre, div, center, body, article, main, section, otherBlock
    case h1, h2, h3, h4, h5, h6, hgroup, header
    case li, ul, ol, dl, dt, dd, summary, details
    case td, th, tr, table, caption
    case figure, figcaption, address, form, fieldset, legend, option, aside, nav, footer, menu, dialog
    case button, label, span, a, b, strong, em, i, font, time, small, cite, other
    case br, hr, img, skipped

    /// The kind of an element by its lower-case name.
    public init(name: String) {
        self = Self.byName[name] ?? (name.contains("-") ? .otherBlock : .other)
    }

    /// Whether the element's start and end are block boundaries.
    public var isBlock: Bool {
        rawValue < ElementKind.button.rawValue || self == .hr
    }

    /// Whether the element is a heading.
    public var isHeading: Bool { rawValue >= Self.h1.rawValue && rawValue <= Self.h6.rawValue }

    private static let byName: [String: ElementKind] = {
        var table: [String: ElementKind] = [:]
        for kind in allCases { table["\(kind)"] = kind }
        for name in ["otherBlock", "skipped", "other"] { table[name] = nil }
        for name in ["optgroup", "thead", "tbody", "tfoot", "colgroup", "col", "dir", "listing", "xmp", "plaintext", "search", "html",
            "frameset", "noframes", "marquee"]
        {
            table[name] = .otherBlock
        }
        for name in skippedNames { table[name] = .skipped }
        for name in ["picture", "image"] { table[name] = .img }
        return table
    }()

    /// Elements whose content is no text of the page.
    static let skippedNames = [
        "script", "style", "noscript", "template", "head", "svg", "iframe", "select", "textarea", "object", "canvas", "embed",
        "datalist", "title", "math", "audio", "video",
    ]
}
