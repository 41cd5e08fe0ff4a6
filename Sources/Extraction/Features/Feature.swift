/// The features of a block, each with its formula. The model file names them; but levels to classes and to elements stand in the
/// order of ``ClassList`` and of ``ElementMeasures/Landmark``, and the trainer takes the features from `levelClassContent` to
/// `sharesElement` for those of elements.
///
/// *Token*: a Han, kana or hangul character, or a run of letters and digits. *Characters* are Unicode scalars that are no white
/// space. *Bytes* are UTF-8's, white space collapsed; those of an inline element count the space before it. *Long block*: at least 12
/// tokens, link share under .4 and two sentence ends or commas (or a sentence's end last), or 25 tokens and link share under .3.
/// *ptok*: tokens of a long block outside `nav`, `footer`, `figcaption`, `button` and `form`, else 0. *First prose*: the first block with
/// ptok below `top` (``topLevels``), in a dump of the page.
///
/// *Block element*: the nearest block-level element that holds the block; *leaf*: the lowest element that holds all of its text;
/// *parent*: the nearest block-level element above the block element (the body's is itself). Levels are counted up from the leaf: 0 for
/// itself, 15 for none or farther. *Kinds* are ordinals of ``ElementKind``.
///
/// `ln1(x)` is ln(1 + x), and -ln(1 - x) below zero where it is said to be signed; what is not said to be a logarithm is the number
/// itself. A quotient's divisor is at least 1. What is said of a block before or after is 0 where the page has none; *before* and *since*
/// leave the block itself out. In a text dump, whose blocks are lines, what needs elements is 0.
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
    /// ln1(`a` elements that began in the block, those without text too).
    case links
    /// Sentence ends / tokens. A full stop ends one before white space, a quote, a closing bracket, a character beyond ASCII or the
    /// block's end.
    case sentenceRate
    /// Commas and semicolons / tokens.
    case commaRate
    /// What stands last, ordinal of ``TextMeasure/Edge``: a sign, or the last character of a token; a letter is `upper` only where it is a
    /// capital and the token's only character.
    case lastEdge
    /// What stands first, ordinal of ``TextMeasure/Edge``.
    case firstEdge
    /// 1 when the text ends a sentence or with an ellipsis, closing quotes and brackets apart.
    case endsSentence
    /// Capitals / letters.
    case upperShare
    /// Digits / characters.
    case digitShare
    /// Han, kana, hangul / letters, which they are themselves.
    case wideShare
    /// Signs of menus (bars, arrows, bullets, slashes, `+`, `*`) / tokens.
    case menuRate
    /// Tokens that are stop words (``Keyword/stopWords``, of all languages) / tokens.
    case stopRate
    /// Characters / tokens.
    case tokenLength
    /// 1 for a long block.
    case isLong
    /// 1 when a `<br>` started it.
    case startedByBreak
    /// Images since the end of the block before, those inside this one too, at most 5.
    case imagesBefore

    // MARK: Keywords

    /// Byline words. This and what follows: 2 when a phrase of the ``Keyword`` starts the block, 1 when one stands within its first 40
    /// tokens, 0 otherwise.
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
    /// The smallest learnt value of the phrases in its first 40 tokens (``PhraseTable``), at most 0.
    case phraseLeast
    /// The sum of those values, at least -20.
    case phraseSum
    /// Of the three tokens in a row within its first 40 tokens, the share that the linked data's articleBody holds; -1 without one, in a
    /// dump, and below three tokens (``StatedBody``).
    case statedShare
    /// A date in its first 40 tokens: 2 when its first number is the first or second token, 1 behind, 0 without.
    case dateMark
    /// A clock time: 2 when its hour is the first or second token, 1 behind, 0 without.
    case clockMark

    // MARK: Class names

    /// Levels to the nearest element with a token (``ClassTokens``) of each ``ClassList``.
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
    /// At the leaf, .7 of its parent element's sum, and the smallest negative and the largest positive learnt value of its own tokens.
    case classSum
    /// The same at the block element's parent.
    case classParentSum
    /// The leaf's smallest negative value, 0 without one.
    case classNegative
    /// The leaf's largest positive value, 0 without one.
    case classPositive
    /// The smallest value on the way from the body to the leaf, at most 0.
    case classPathLeast
    /// The largest value on the way, at least 0.
    case classPathMost

    // MARK: Elements

    /// Kind of the block element.
    case elementKind
    /// Kind of the leaf.
    case leafKind
    /// Kind of the block element's parent.
    case parentKind
    /// Levels to the nearest element of a kind; an element with a `role` is of the role's kind too (``AttributeReader``). A list is `ul`,
    /// `ol` or `menu`, a cell `td` or `th`, definitions are `dl`, a link is `a`, a heading `h1` to `h6`.
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
    /// Levels to an element hidden by attribute, `aria-hidden` or inline style (``HidingStyle``).
    case levelHidden
    /// Levels to an element that an attribute names `articlebody`, in one token or in two right behind one another.
    case levelArticleBody

    // MARK: Title

    /// Tokens that the title holds / tokens. Of `title`, og:title (or twitter:title) and the description the first 120 tokens count.
    case titleOverlap
    /// Tokens that the title holds / the title's distinct words, at most 1.
    case titleCover
    /// Tokens that og:title holds / tokens.
    case ogTitleOverlap
    /// Tokens that the description holds / tokens.
    case descriptionOverlap
    /// Tokens that the description holds / its distinct words, at most 1.
    case descriptionCover
    /// 1 when the text, of 2 to 40 tokens, is og:title's or begins the title (with a third of the title's tokens, or with six).
    case titleEqual
    /// Signed ln1 of the blocks after the anchor (negative: before); the anchor is the last title-equal heading before the first prose,
    /// else the last title-equal block before it, else the page's first `h1`; 0 when there is none.
    case anchorDistance
    /// Levels from the leaf up to the lowest element that holds the anchor too, at most 15; 0 without an anchor.
    case anchorLevels
    /// Among that element's children, those after the one with the anchor and before the one with the block that hold 30 ptok: at most 9.
    case anchorBranches
    /// ln1 of the ptok of those branches.
    case anchorBranchTokens

    // MARK: Containers

    /// ln1(tokens) of the block element's parent.
    case parentTokens
    /// Link share of its tokens: sum of tokens x link share / tokens.
    case parentLinkShare
    /// ln1(tokens) of the container: the nearest element with more blocks below it than the block element, the body without one.
    case containerTokens
    /// Link share there.
    case containerLinkShare
    /// ln1(ptok) there.
    case containerProse
    /// ln1(blocks) there.
    case containerBlocks
    /// Long blocks / blocks there.
    case containerLongShare
    /// ln1(tokens) of the outer container: the nearest element with more blocks than the container, the body without one.
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
    /// Levels from the leaf to `top`, the element with the greatest sum of min(ptok, 120)^.8 of block elements, damped .6 a level (the last
    /// of equal ones); 15 outside it or farther.
    case topLevels
    /// Tokens of the block / tokens of the container.
    case shareOfContainer
    /// 1 when the block just before or after has the same block element: lines apart by `<br>`, not text on both sides of a child with text.
    case sharesElement

    // MARK: Blocks of the same signature (kind and class tokens of block element and parent), this one included

    /// ln1 of their count.
    case signatureCount
    /// ln1 of their mean tokens.
    case signatureTokens
    /// Their link share: sum of tokens x link share / tokens.
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
    /// 1 when the block before and after ends a sentence (``endsSentence``).
    case endsBefore
    case endsAfter
    /// ``classSum`` of the block before and after.
    case classBefore
    case classAfter
    /// Kind of the block element of the block before and after.
    case kindBefore
    case kindAfter
    /// 1 when the block before and after has the same block element or the same parent.
    case sameParentBefore
    case sameParentAfter
    /// ln1 of how many blocks the last long one is before, at most 20; ln1(20) when there is none.
    case longBefore
    /// ln1 of how many blocks the next long one is after, at most 20; ln1(20) when there is none.
    case longAfter
    /// ptok / tokens of the six blocks before.
    case proseBefore
    /// ptok / tokens of the six blocks after.
    case proseAfter

    // MARK: The page about it

    /// Blocks of the same folded text on the page, this one included, at most 9.
    case copies
    /// Those before this one, at most 9; 0 without tokens.
    case copiesBefore
    /// ``phraseLeast`` of the block before and after.
    case phraseBefore
    case phraseAfter
    /// Level of the last heading before (1...6), 0 for none.
    case headingKind
    /// ln1 of how many blocks it is before, 0 for none.
    case headingDistance
    /// Tokens of that heading that the title holds / its tokens.
    case headingTitleOverlap
    /// ln1 of the *chrome lines* between the first prose and this one: blocks below 25 tokens that start with a word of related
    /// articles, comments, sharing, tags, subscriptions or support.
    case chromeSince
    /// 1 when the last heading before is such a line, or one came between that and this one.
    case underChromeHeading
    /// Link share of the page: sum of tokens x link share / tokens.
    case pageLinkShare
    /// Han, kana, hangul share of the page's letters.
    case pageWideShare
    /// `article` elements on the page that are not empty, at most 20.
    case pageArticles
    /// Blocks whose block element is `h1`, at most 9.
    case pageHeadings
    /// ln1(ptok) of the page.
    case pageProse

    // MARK: Signs that another article has begun

    /// Blocks after the anchor and before this one with the anchor's signature, at most 9.
    case anchorRepeats
    /// ln1 of the blocks below 25 tokens with a date between the first prose and this one.
    case datesSince
    /// ln1 of such blocks that start like a byline.
    case bylinesSince
    /// 1 when the nearest `article` above is the anchor's, -1 when it is another, 0 without one or without an anchor.
    case anchorArticle

    // MARK: Text dumps; 0 on HTML pages

    /// Columns of indentation, at most 60: a tab is 8, a full-width space 2, a list sign 1.
    case indentation
    /// Lines of the same indentation / lines.
    case indentationShare
    /// ln1 of the mean tokens of lines of the same indentation.
    case indentationTokens
    /// ptok of the lines of the same indentation / (1 + the page's).
    case indentationProse
    /// 1 when a list sign began the line.
    case bullet
    /// Blank lines before and after, at most 5; 5 after the last line.
    case blankBefore
    case blankAfter
    /// Columns of indentation more than the line before and after, within ±20.
    case indentationBefore
    case indentationAfter
    /// ln1 of the tokens of the run of lines without a blank line that the line is in.
    case paragraphTokens
    /// 1 inside the run of lines with the greatest sum of min(tokens, 60) - 9 (lines that are no long block count -9).
    case inWindow
    /// Signed ln1 of the lines behind that run (negative: before it), 0 inside; behind the page's start when there is none.
    case windowDistance
    /// Signed ln1 of the lines since the first line with a date before the run's end; 0 without one.
    case dateDistance
}
