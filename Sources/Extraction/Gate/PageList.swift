internal import Lexicon

/// Lists of words of class names, written by hand, that tell what kind of page it is: what shops, forums, manuals and brochures call
/// their parts, whatever software made them.
enum PageList: UInt32, CaseIterable {
    case shop, forum, manual, brochure, listing, article

    /// The first bit of ``ClassTable/Entry/lists`` that stands for such a list.
    static let firstBit: UInt32 = 24

    /// The list's bit.
    var bit: UInt32 { Self.firstBit + rawValue }

    /// The words, in lower case, as class tokens are cut.
    var words: [String] { Lexicon.words(of: Self.table[self] ?? "") }

    private static let table: [PageList: String] = [
        .shop:
            "product products cart basket checkout price prices sku shop shopify woocommerce addtocart buy wishlist variant variants swatch "
            + "quantity qty stock shipping magento bigcommerce prestashop",
        .forum:
            "thread threads reply replies forum forums viewtopic phpbb vbulletin xenforo discourse username avatar postbody message messages "
            + "bbcode upvote downvote votes answer answers question questions reputation subreddit poster",
        .manual:
            "docs doc docutils sphinx rst toctree toc highlight codehilite prism hljs mkdocs docusaurus api reference manual changelog codeblock "
            + "code syntax snippet doxygen javadoc docsearch",
        .brochure:
            "cta hero testimonial testimonials pricing faq faqs accordion features feature service services solutions client clients booking "
            + "appointment portfolio team partners",
        .listing:
            "grid card cards filter filters facet facets sort results result pagination listing tile tiles masonry catalog collection",
        .article: "article story byline dateline author published pubdate headline standfirst storybody articlebody",
    ]
}
