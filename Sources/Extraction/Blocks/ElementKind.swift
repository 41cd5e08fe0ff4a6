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

    /// Whether the element's start and end are block boundaries.
    @inline(__always)
    public var isBlock: Bool {
        rawValue < ElementKind.button.rawValue || self == .hr
    }

    /// Whether the element is one for phrases within a line.
    var isPhrase: Bool { rawValue >= Self.span.rawValue && rawValue <= Self.font.rawValue || self == .small }

    /// Whether the element is a heading.
    public var isHeading: Bool { rawValue >= Self.h1.rawValue && rawValue <= Self.h6.rawValue }

    /// The names of the elements of this kind. A custom element is ``otherBlock`` too.
    var names: [String] {
        switch self {
        case .other: []
        case .otherBlock:
            [
                "optgroup", "thead", "tbody", "tfoot", "colgroup", "col", "dir", "listing", "xmp", "plaintext",
                "search", "html", "frameset",
                "noframes", "marquee", "amp-img", "amp-ad", "amp-analytics",
            ]
        case .skipped:
            [
                "script", "style", "noscript", "template", "head", "svg", "iframe", "select", "textarea", "object",
                "canvas", "embed", "datalist",
                "title", "math", "audio", "video",
                // Readings above the characters of their base.
                "rt", "rp", "rtc",
            ]
        case .img: ["img", "image", "amp-img"]
        default: ["\(self)"]
        }
    }
}
