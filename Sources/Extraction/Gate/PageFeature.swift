/// What tells articles from other pages: the inputs of the gate's trees, by name, as ``PageFeatures`` computes them.
///
/// *Kept* is what the body's model keeps; counts of tokens and blocks are natural logarithms of one more than the count. How sure
/// that model is of a page stands here too; for training it is what models say that have not seen the page's site.
public enum PageFeature: Int, CaseIterable, Sendable {
    // MARK: The body

    /// Tokens kept.
    case keptTokens
    /// Blocks kept.
    case keptBlocks
    /// Share of the page's tokens that is kept.
    case keptShare
    /// Tokens of a kept block on average.
    case keptBlockTokens
    /// Share of kept tokens in running text.
    case keptProse
    /// Share of kept bytes inside links.
    case keptLinkShare
    /// Share of kept tokens in list items.
    case keptItems
    /// Share of kept tokens in tables.
    case keptTables
    /// Share of kept tokens in blocks that end a sentence.
    case keptSentences
    /// Share of kept tokens inside forms and buttons.
    case keptForms
    /// Share of kept blocks that are headings.
    case keptHeadings
    /// Share of kept tokens whose blocks have one parent, the one with the most.
    case largestParent
    /// Runs of neighbouring kept blocks.
    case keptRuns
    /// Prose on the page that is not kept, as a share of all prose.
    case otherProse

    /// Mean probability of what is kept, by tokens.
    case keptProbability
    /// Share of kept tokens with a probability above .9.
    case keptSure
    /// Tokens with probabilities from .15 to .85, as a share of kept tokens; at most 4.
    case unsure
    /// Means over kept tokens: like-built blocks, stop words, commas, digits.
    case keptAlike, keptStops, keptCommas, keptDigits
    /// Share of the title's words that the kept block with most of them holds.
    case keptTitle
    /// Images among what is kept.
    case keptImages

    // MARK: The page

    /// Blocks with an amount of money.
    case priceBlocks
    /// Blocks that ask.
    case questionBlocks
    /// Headings of the second level and of lower ones.
    case secondHeadings, lowerHeadings
    /// Blocks that speak of: contact, reading on, comments, tags, pages before and after, sharing, copyright, related articles.
    case contactBlocks, readMoreBlocks, commentBlocks, tagBlocks, pagerBlocks, shareBlocks, copyrightBlocks,
        relatedBlocks
    /// Share of the page's tokens in blocks with a phrase of page furniture.
    case furniture
    /// Elements with classes of each ``PageList``.
    case shopClasses, forumClasses, manualClasses, brochureClasses, listingClasses, articleClasses
    /// Share of the page's tokens in preformatted blocks.
    case preformatted
    /// Tokens of the page.
    case pageTokens
    /// Blocks of the page.
    case pageBlocks
    /// Share of its bytes inside links.
    case pageLinkShare
    /// `article` elements.
    case pageArticles
    /// `h1` elements.
    case pageHeadings
    /// Share of blocks with few tokens.
    case shortBlocks
    /// Blocks that speak of logging in.
    case loginBlocks
    /// Blocks that speak of consent.
    case consentBlocks
    /// Blocks with a date.
    case dateBlocks
    /// Blocks with a date among those from the title to the body's start.
    case leadDates
    /// Blocks with a clock time among those.
    case leadClocks
    /// Blocks that begin like a byline among those.
    case leadBylines
    /// Distance in blocks from the title to the first kept block; -1 without either.
    case titleDistance

    // MARK: What it states

    /// `og:type`: 1 article, -1 website, -2 other, 0 none.
    case openGraphType
    /// Whether linked data holds an article.
    case linkedArticle
    /// Whether linked data holds a product, a list, a business, questions or a course.
    case linkedOther
    /// Whether a machine-readable publication time is stated.
    case machineTime
    /// Times that may be the publication's.
    case times
    /// Lines and fields that may name authors.
    case bylines
    /// Whether an author is stated in machine-readable form.
    case machineAuthor
    /// Confidence in the title.
    case titleConfidence
    /// Words of the `title` element that other pages than articles bear.
    case titleOtherWords
    /// Elements of the breadcrumb.
    case breadcrumb
    /// Keywords.
    case tags

    // MARK: The URL

    /// Segments of the path; -1 without a URL.
    case urlDepth
    /// Hyphens and underscores of the last segment.
    case urlHyphens
    /// Digits of the path.
    case urlDigits
    /// Whether the path holds a year and a month.
    case urlDate
    /// Bytes of the last segment.
    case urlLast
    /// Whether a segment is a word of lists, shops, forums or manuals (``PageFeatures/otherWords``).
    case urlOtherWord
    /// Whether it has a query.
    case urlQuery

    // MARK: What its tokens tell

    /// ``TokenSums`` of its class tokens.
    case classesOther, classesArticle, classesBalance
    /// ``TokenSums`` of the words of its text.
    case wordsOther, wordsArticle, wordsBalance
    /// ``TokenSums`` of what it states: names of `meta` elements, types, words of title and URL.
    case statementsOther, statementsArticle, statementsBalance
}
