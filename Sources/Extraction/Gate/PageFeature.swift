/// What tells articles from other pages: the inputs of the gate's trees, by name, as ``PageFeatures`` computes them.
///
/// *Kept* is what the ``Decision`` keeps, be it doubtful. How sure that model is of a page stands here too; for training it is what models say that
/// have not seen the page's site. What is said to be ln1 is the natural logarithm of one more than the number; all else is the number
/// itself, capped where it is said. Shares are of tokens (``Feature``) unless bytes, blocks or words are named. A quotient's divisor is at
/// least 1. A block *speaks of* a ``Keyword`` when one of its phrases stands within the block's first 40 tokens.
public enum PageFeature: Int, CaseIterable, Sendable {
    // MARK: The body

    /// ln1(tokens kept).
    case keptTokens
    /// ln1(blocks kept).
    case keptBlocks
    /// Share of the page's tokens that is kept.
    case keptShare
    /// ln1(tokens kept / blocks kept, rounded down).
    case keptBlockTokens
    /// Share of kept tokens in long blocks (``Feature/isLong``).
    case keptProse
    /// Share of kept tokens inside links: sum of tokens x share of the block's bytes inside links / tokens kept.
    case keptLinkShare
    /// Share of kept tokens in list items (``Feature/levelItem`` below 15).
    case keptItems
    /// Share of kept tokens in tables (``Feature/levelTable`` below 15).
    case keptTables
    /// Share of kept tokens in blocks that end a sentence.
    case keptSentences
    /// Share of kept tokens inside forms and buttons (``Feature/levelForm`` or ``Feature/levelButton`` below 15).
    case keptForms
    /// Kept blocks that are headings / kept blocks.
    case keptHeadings
    /// Share of kept tokens whose block elements are children of one element, the one with the most.
    case largestParent
    /// ln1(runs of neighbouring kept blocks).
    case keptRuns
    /// Tokens of the page's long blocks that are not kept / tokens of its long blocks.
    case otherProse

    /// Mean probability of what is kept, by tokens.
    case keptProbability
    /// Share of kept tokens with a probability above .9.
    case keptSure
    /// Tokens of the page with probabilities between .15 and .85 / kept tokens; at most 4.
    case unsure
    /// Means by tokens over kept blocks: ``Feature/signatureCount``, ``Feature/stopRate``, ``Feature/commaRate``, ``Feature/digitShare``.
    case keptAlike, keptStops, keptCommas, keptDigits
    /// The largest ``Feature/titleCover`` of a kept block.
    case keptTitle
    /// Sum of ``Feature/imagesBefore`` of kept blocks, at most 20.
    case keptImages

    // MARK: The page

    /// ln1(blocks with a price: `$`, `£`, `¥` or `€` before a digit, `$` also with a byte between, or `€` up to two bytes behind one).
    case priceBlocks
    /// ln1(blocks that end with a question mark).
    case questionBlocks
    /// ln1 of the blocks that are `h2`, and of those that are `h3` to `h6`.
    case secondHeadings, lowerHeadings
    /// ln1 of the blocks that speak of: contact, reading on, comments, tags, pages before and after, sharing, copyright, related articles.
    case contactBlocks, readMoreBlocks, commentBlocks, tagBlocks, pagerBlocks, shareBlocks, copyrightBlocks,
        relatedBlocks
    /// Share of the page's tokens in blocks with a phrase of page furniture: ``Feature/phraseLeast`` below -1.
    case furniture
    /// ln1 of the elements, not empty, with a class token of each ``PageList``.
    case shopClasses, forumClasses, manualClasses, brochureClasses, listingClasses, articleClasses
    /// Share of the page's tokens in blocks whose block element is `pre`.
    case preformatted
    /// ln1(tokens of the page).
    case pageTokens
    /// ln1(blocks of the page).
    case pageBlocks
    /// ``Feature/pageLinkShare``: share of its tokens inside links.
    case pageLinkShare
    /// ``Feature/pageArticles``: `article` elements, at most 20.
    case pageArticles
    /// ``Feature/pageHeadings``: `h1` blocks, at most 9.
    case pageHeadings
    /// Blocks of fewer than 6 tokens / blocks.
    case shortBlocks
    /// ln1(blocks that speak of logging in).
    case loginBlocks
    /// ln1(blocks that speak of consent).
    case consentBlocks
    /// ln1(blocks with a date in their first 40 tokens).
    case dateBlocks
    /// Blocks with a date among the *lead*, at most 4: the blocks from the title (``Feature/anchorDistance``) to two behind the first kept one;
    /// from 8 before that one where the title does not stand before it or more than 60 before. 0 when nothing is kept.
    case leadDates
    /// Blocks with a clock time in their first 40 tokens among those, at most 4.
    case leadClocks
    /// Blocks that speak of bylines among those, at most 4.
    case leadBylines
    /// ln1(blocks from the title to the first kept one); -1 when nothing is kept, and without a title that stands at most 60 before.
    case titleDistance

    // MARK: What it states

    /// `og:type`: 1 article (a type that holds that word, `blog` or `news`), -1 website, -2 other, 0 none.
    case openGraphType
    /// 1 when the linked data's objects, or those directly inside, hold an article (``LinkedArticle/articleTypes``).
    case linkedArticle
    /// 1 when they hold a product, a list, a business, questions, a course or the like.
    case linkedOther
    /// 1 when a machine-readable publication time is stated: linked data, microdata, RDFa, Open Graph, `meta` or `time`.
    case machineTime
    /// ln1(times that may be the publication's).
    case times
    /// ln1(lines and fields that may name authors).
    case bylines
    /// 1 when an author is stated in machine-readable form, as a time is.
    case machineAuthor
    /// Confidence in the title, 0 without one.
    case titleConfidence
    /// Words of the `title` element that other pages than articles bear, at most 5.
    case titleOtherWords
    /// Elements of the breadcrumb, at most 6.
    case breadcrumb
    /// ln1(keywords).
    case tags

    // MARK: The URL; all but the first are 0 without one

    /// Segments of the path, at most 8; -1 without a URL.
    case urlDepth
    /// Hyphens and underscores of the last segment, at most 12.
    case urlHyphens
    /// Digits of the path, its percent escapes decoded, at most 16.
    case urlDigits
    /// 1 when the path holds a year from 1990 to 2099 and a month: as neighbouring segments, before further parts of one segment, or as
    /// the first six digits of one of at least eight characters.
    case urlDate
    /// ln1(bytes of the last segment), percent-encoded.
    case urlLast
    /// 1 when a segment, up to its first full stop, is a word of lists, shops, forums or manuals (``PageFeatures/otherWords``).
    case urlOtherWord
    /// 1 when a label of the host before its registrable domain is such a word: `docs.`, `shop.`, `forum.`.
    case urlOtherHost
    /// 1 when it has a query.
    case urlQuery

    // MARK: What its tokens tell

    /// ``TokenSums`` of its class tokens: of their learnt values, each token once, the sum of the 20 largest above zero, of the 20
    /// smallest below, and of all / √(their number + 5).
    case classesOther, classesArticle, classesBalance
    /// ``TokenSums`` of the words of its text.
    case wordsOther, wordsArticle, wordsBalance
    /// ``TokenSums`` of what it states: names of `meta` elements, types, words of title and URL.
    case statementsOther, statementsArticle, statementsBalance
}
