/// The features of a block, each with its formula. The model file names them, so their order here is free.
///
/// *Token*: a Han, kana or hangul character, or a run of letters and digits. *Long block*: at least 12 tokens, link share under .4
/// and two sentence ends or commas (or a sentence's end last), or 25 tokens and link share under .3. *ptok*: tokens of a long
/// block outside `nav`, `footer`, `figcaption`, `button` and `form`. Levels are counted up from the block's leaf element: 0 for
/// itself, 15 for none or farther. `ln1(x)` is ln(1 + x).
public enum Feature: Int, CaseIterable, Sendable {
    // MARK: Own text

    /// ln1(tokens).
    case tokens
    /// Bytes inside `a` / bytes.
    case linkShare
    /// Bytes inside `b`, `strong` / bytes.
    case boldShare
    /// Bytes inside `em`, `i` / bytes.
    case emphasisShare
    /// Bytes inside `time` / bytes.
    case timeShare
    /// Bytes inside `button` / bytes.
    case buttonShare
    /// ln1(links).
    case links
    /// Sentence ends / tokens.
    case sentenceRate
    /// Commas / tokens.
    case commaRate
    /// What stands last, ordinal of ``TextMeasure/Edge``.
    case lastEdge
    /// What stands first, ordinal of ``TextMeasure/Edge``.
    case firstEdge
    /// 1 when the text ends a sentence, closing quotes and brackets apart.
    case endsSentence
    /// Capitals / letters.
    case upperShare
    /// Digits / characters.
    case digitShare
    /// Han, kana, hangul / letters.
    case wideShare
    /// Bars, arrows, bullets, slashes / tokens.
    case menuRate
    /// Stop words / tokens.
    case stopRate
    /// Characters / tokens.
    case tokenLength
    /// 1 for a long block.
    case isLong
    /// 1 when a `<br>` started it.
    case startedByBreak
    /// Images since the block before, at most 5.
    case imagesBefore

    // MARK: Keywords: 2 at the start of the block, 1 within its first 40 tokens, 0 otherwise

    /// Byline words.
    case wordByline
    /// Copyright words.
    case wordCopyright
    /// Words that head links to other articles.
    case wordRelated
    /// Words of sharing.
    case wordShare
    /// Words of comments.
    case wordComment
    /// Words of subscriptions.
    case wordSubscribe
    /// Words of photo credits and captions.
    case wordPhoto
    /// Words of advertising.
    case wordAdvertisement
    /// Words of disclaimers.
    case wordDisclaimer
    /// Words beside publication times.
    case wordUpdated
    /// Words before tags.
    case wordTags
    /// "Read more".
    case wordReadMore
    /// Words of contact lines.
    case wordContact
    /// "Previous", "next".
    case wordPager
    /// Words of consent.
    case wordConsent
    /// Words of logging in.
    case wordLogin
    /// "Original title" (Chinese).
    case wordOriginalTitle
    /// "Source".
    case wordSource
    /// "This article comes from" (Chinese).
    case wordRepost
    /// "Follow us".
    case wordFollow
    /// "Scan the code", "download the app".
    case wordScan
    /// Editors' lines.
    case wordEditor
    /// Appeals for support.
    case wordSupport
    /// The smallest learnt value of the phrases in its first tokens (``PhraseTable``).
    case phraseLeast
    /// The sum of those values, at least -20.
    case phraseSum
    /// The share of its first phrases that the linked data's articleBody holds; -1 without one (``StatedBody``).
    case statedShare
    /// A date: 2 at the start, 1 within.
    case dateMark
    /// A clock time: 2 at the start, 1 within.
    case clockMark

    // MARK: Class names

    /// Levels to the nearest element of each ``ClassList``.
    case levelClassContent
    case levelClassTitle
    case levelClassLead
    case levelClassByline
    case levelClassDate
    case levelClassMeta
    case levelClassCaption
    case levelClassSocial
    case levelClassComment
    case levelClassRelated
    case levelClassNav
    case levelClassFooter
    case levelClassSide
    case levelClassAdvertisement
    case levelClassNews
    case levelClassModal
    case levelClassTags
    case levelClassLive
    case levelClassApp
    case levelClassQuote
    /// Running sum down the tree of the smallest negative and largest positive learnt value of each element: .7 of the parent's and its own.
    case classSum
    /// The same at the block element's parent.
    case classParentSum
    /// The leaf element's smallest negative value.
    case classNegative
    /// The leaf element's largest positive value.
    case classPositive
    /// The smallest value on the way from the body to the leaf.
    case classPathLeast
    /// The largest value on the way.
    case classPathMost

    // MARK: Elements

    /// Ordinal of the block element's ``ElementKind``.
    case elementKind
    /// Ordinal of the leaf's.
    case leafKind
    /// Ordinal of the block element's parent's.
    case parentKind
    /// Levels to the nearest element of a kind; roles count as their elements.
    case levelParagraph
    case levelItem
    case levelList
    case levelTable
    case levelCell
    case levelFigure
    case levelFigcaption
    case levelAside
    case levelNav
    case levelFooter
    case levelHeader
    case levelArticle
    case levelMain
    case levelForm
    case levelSection
    case levelBlockquote
    case levelLink
    case levelButton
    case levelDefinitions
    case levelDetails
    case levelHeading
    /// Levels to an element hidden by attribute, `aria-hidden` or inline style.
    case levelHidden
    /// Levels to `itemprop=articleBody`.
    case levelArticleBody

    // MARK: Title

    /// Tokens that the title holds / tokens.
    case titleOverlap
    /// Tokens that the title holds / the title's words, at most 1.
    case titleCover
    /// Tokens that og:title holds / tokens.
    case ogTitleOverlap
    /// Tokens that the description holds / tokens.
    case descriptionOverlap
    /// Tokens that the description holds / its words, at most 1.
    case descriptionCover
    /// 1 when the text is og:title's or a prefix of the title's.
    case titleEqual
    /// Blocks after the anchor (negative: before), signed ln1; the anchor is the last title-equal heading before the first long block of `top`,
    /// else the last title-equal block before it, else the first `h1`; 0 when there is none.
    case anchorDistance
    /// Levels from the leaf up to the common ancestor with the anchor.
    case anchorLevels
    /// Under that ancestor, earlier sibling branches after the anchor's that hold 30 ptok: at most 9.
    case anchorBranches
    /// ln1 of the ptok of those branches.
    case anchorBranchTokens

    // MARK: Containers

    /// ln1(tokens) of the parent of the block element.
    case parentTokens
    /// Link share of its tokens.
    case parentLinkShare
    /// ln1(tokens) of the next larger ancestor (more blocks than the block element).
    case containerTokens
    /// Link share there.
    case containerLinkShare
    /// ln1(ptok) there.
    case containerProse
    /// ln1(blocks) there.
    case containerBlocks
    /// Long blocks / blocks there.
    case containerLongShare
    /// ln1(tokens) of the next larger ancestor than that.
    case outerTokens
    /// Link share there.
    case outerLinkShare
    /// ln1(ptok) there.
    case outerProse
    /// ln1(blocks) there.
    case outerBlocks
    /// Share of the page's ptok in the container.
    case containerProseShare
    /// Share of the page's ptok in the outer container.
    case outerProseShare
    /// Levels from the leaf to `top`, the element with the greatest sum of min(ptok, 120)^.8 damped .6 a level; 15 outside.
    case topLevels
    /// Tokens of the block / tokens of the container.
    case shareOfContainer
    /// 1 when a block of the same element precedes or follows it (text beside child blocks, or lines apart by `<br>`).
    case sharesElement

    // MARK: Blocks of the same signature (kind and class of block element and parent)

    /// ln1 of their count.
    case signatureCount
    /// ln1 of their mean tokens.
    case signatureTokens
    /// Their link share.
    case signatureLinkShare

    // MARK: Neighbours

    /// ln1(tokens) of the block before, two before, after, two after.
    case tokensBefore
    case tokensBefore2
    case tokensAfter
    case tokensAfter2
    /// Link share of the block before and after.
    case linkShareBefore
    case linkShareAfter
    /// 1 when the block before and after ends a sentence.
    case endsBefore
    case endsAfter
    /// Class sum of the block before and after.
    case classBefore
    case classAfter
    /// Ordinal of the element kind of the block before and after.
    case kindBefore
    case kindAfter
    /// 1 when the block before and after has the same parent element.
    case sameParentBefore
    case sameParentAfter
    /// ln1 of the blocks since the last long one (20 when none).
    case longBefore
    /// ln1 of the blocks to the next long one (20 when none).
    case longAfter
    /// Share of ptok in the tokens of the six blocks before.
    case proseBefore
    /// Share of ptok in the tokens of the six blocks after.
    case proseAfter

    // MARK: The page about it

    /// Copies of the folded text on the page, this one included, at most 9.
    case copies
    /// Copies before this one.
    case copiesBefore
    /// ``phraseLeast`` of the block before and after.
    case phraseBefore
    case phraseAfter
    /// Kind of the last heading before (1...6), 0 for none.
    case headingKind
    /// ln1 of the blocks since it.
    case headingDistance
    /// Tokens of that heading that the title holds / its tokens.
    case headingTitleOverlap
    /// ln1 of the blocks with chrome words at their start (related, comments, share, tags, subscribe) since the first long block of `top`.
    case chromeSince
    /// Whether that last heading, or a chrome line since, starts with words of related articles or comments.
    case underChromeHeading
    /// Link share of the page.
    case pageLinkShare
    /// Han, kana, hangul share of the page's letters.
    case pageWideShare
    /// `article` elements on the page, at most 20.
    case pageArticles
    /// `h1` blocks on the page, at most 9.
    case pageHeadings
    /// ln1(ptok) of the page.
    case pageProse

    // MARK: Signs that another article has begun

    /// Blocks after the anchor and before this one with the anchor's signature, at most 9.
    case anchorRepeats
    /// ln1 of the short blocks with a date since the first long block of `top`.
    case datesSince
    /// ln1 of the short blocks that start like a byline since then.
    case bylinesSince
    /// 1 when the nearest `article` above is the anchor's, -1 when it is another, 0 without one.
    case anchorArticle

    // MARK: Text dumps

    /// Columns of indentation, at most 60.
    case indentation
    /// Lines of the same indentation / lines.
    case indentationShare
    /// ln1 of the mean tokens of lines of the same indentation.
    case indentationTokens
    /// ptok of the lines of the same indentation / the page's.
    case indentationProse
    /// 1 when a list sign began the line.
    case bullet
    /// Blank lines before and after, at most 5.
    case blankBefore
    case blankAfter
    /// Columns of indentation more than the line before and after, within ±20.
    case indentationBefore
    case indentationAfter
    /// ln1 of the tokens of the run of lines without a blank line that the line is in.
    case paragraphTokens
    /// 1 inside the run of lines with the greatest sum of min(tokens, 60) - 9 (lines that are no long block count -9).
    case inWindow
    /// Signed ln1 of the lines to that run.
    case windowDistance
    /// Signed ln1 of the lines since the first line with a date before the run's end.
    case dateDistance
}
