/// What speaks for or against a text as the page's headline. Each sign has a weight; a candidate's score is their sum.
struct TitleSigns: OptionSet, Hashable {
    let rawValue: UInt64

    /// It is an h1.
    static let h1 = TitleSigns(0)
    /// It is the page's only h1.
    static let onlyH1 = TitleSigns(1)
    /// It is the page's first h1.
    static let firstH1 = TitleSigns(2)
    /// It is an h1 that stands within the `title` element's text.
    static let h1InTitle = TitleSigns(3)
    /// It is an h1 that stands within `og:title`.
    static let h1InOpenGraph = TitleSigns(4)
    /// It is an h2 or h3 that stands within the `title` element's text.
    static let h2InTitle = TitleSigns(5)
    /// It is an h2 or h3 that stands within `og:title`.
    static let h2InOpenGraph = TitleSigns(6)
    /// It is `og:title`.
    static let openGraph = TitleSigns(7)
    /// It is `og:title` without the site's name.
    static let openGraphBare = TitleSigns(8)
    /// It is `og:title` up to its first separator.
    static let openGraphHead = TitleSigns(9)
    /// It is the linked data's headline.
    static let linked = TitleSigns(10)
    /// It is the linked data's headline without the site's name.
    static let linkedBare = TitleSigns(11)
    /// It is `twitter:title`, without the site's name or with it.
    static let twitter = TitleSigns(12)
    /// It is the `title` element's text.
    static let titleElement = TitleSigns(13)
    /// It is the `title` element's text without the site's name.
    static let titleBare = TitleSigns(14)
    /// It is the `title` element's text up to its first separator.
    static let titleHead = TitleSigns(15)
    /// It is the `title` element's text up to its last separator.
    static let titleTrunk = TitleSigns(16)
    /// It is another `meta` title (`dc.title`, `parsely-title`, itemprop).
    static let otherMeta = TitleSigns(17)
    /// A heading ends with it: the heading has a kicker before the headline.
    static let endsHeading = TitleSigns(18)
    /// An h1 begins with it.
    static let beginsH1 = TitleSigns(19)
    /// An h2, h3 or h4 is equal to it.
    static let isLowerHeading = TitleSigns(20)
    /// An h2, h3 or h4 ends with it.
    static let endsLowerHeading = TitleSigns(21)
    /// It is shorter than a headline: under 12 columns.
    static let tiny = TitleSigns(22)
    /// It is short for a headline: under 20 columns.
    static let short = TitleSigns(23)
    /// It is longer than a headline.
    static let long = TitleSigns(24)
    /// It is the site's name.
    static let isSite = TitleSigns(25)
    /// It is the last heading before the body that is no sub-heading of it.
    static let headsBody = TitleSigns(26)
    /// A block of the page before or at the start of the body is equal to it.
    static let isBlock = TitleSigns(27)
    /// It is part of a heading with several parts.
    static let headingPart = TitleSigns(28)
    /// A line in the few lines before the body.
    static let lineBeforeBody = TitleSigns(29)
    /// A line with a date, byline or source follows at once.
    static let beforeDateline = TitleSigns(30)
    /// The line before the body or the dateline.
    static let lastBefore = TitleSigns(31)
    /// The same line stands on the page again.
    static let repeated = TitleSigns(32)
    /// It ends as a sentence does.
    static let sentence = TitleSigns(33)
    /// The dump's first line begins with it.
    static let firstLine = TitleSigns(34)
    /// It stood behind a list sign.
    static let bullet = TitleSigns(35)

    /// It is what stands behind the kicker of an h1.
    static let behindKicker = TitleSigns(36)
    /// The `title` element begins with it, a dash without spaces follows, and a block of the page is equal to it.
    static let tightBlock = TitleSigns(37)

    /// It ends with a colon, is a menu's line or a label with a number.
    static let label = TitleSigns(38)
    /// Half of its words stand in the body's first paragraphs.
    static let sharesWords = TitleSigns(39)
    /// Hardly any of its words stand there.
    static let sharesNoWords = TitleSigns(40)

    init(rawValue: UInt64) { self.rawValue = rawValue }
    private init(_ bit: UInt64) { rawValue = 1 << bit }

    /// Weight of each sign, by bit. Those of headings and machine fields are fitted (conditional logistic over the candidates
    /// of pages with gold titles, whole sets left out for checking); those of lines are set by hand.
    static let weights: [Double] = [
        0.05, 0.18, 0.52, 0.99, 0.49, 0.37, -0.10, 0.56, 0.55, 0.44, 0.30, 0.83, 0.0, -1.13, -0.16, 0.94, -0.46, -0.35,
        0.99,
        -0.13, 0.96, 1.06, -1.49, -1.03, -0.20, -0.47, 0.3, 0.2, 0.0, 0.2, 2.0, 0.8, 1.2, -1.2, 0.8, -0.8,
        3.0, 3.0, -2.5, 1.2, -1.0,
    ]

    /// The sum of the weights of the signs.
    var score: Double {
        var sum = 0.0
        var bits = rawValue
        while bits != 0 {
            let bit = bits.trailingZeroBitCount
            if bit < Self.weights.count { sum += Self.weights[bit] }
            bits &= bits - 1
        }
        return sum
    }
}
