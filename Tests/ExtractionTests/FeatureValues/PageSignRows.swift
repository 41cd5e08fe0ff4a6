import Foundation

@testable import Extraction

/// What the page's blocks and elements are like.
enum PageSignRows {
    private static let article = BodyRows.harbour

    /// Nineteen blocks of 1, 1, 1, 2, 2, 1, 3, 3, 4, 3, 2, 2, 2, 1, 4, 4, 5, 3 and 3 tokens: 47 in all.
    private static let shop = JudgedCase(
        name: "a shop",
        html: """
            <head><title>Buy kettles: prices, shop, store and forum docs</title></head><body class=product>
            <div class=cart><h2>Teekannen</h2><h3>Grün</h3><h4>Blau</h4><p>$5 each</p><p>Nur 7 €</p></div>
            <div class=thread><p>Really?</p><p>真的吗？</p><p>Contact us today</p><p>联系我们</p></div>
            <div class=toctree><p>Learn more here</p></div>
            <div class=testimonials><p>Kommentare (2)</p><p>Tags: tea</p><p>Nächster Artikel</p></div>
            <div class=masonry><p>Teilen</p><p>版权所有</p><p>相关阅读</p></div>
            <div class=dateline><p>Please sign up for news</p><p>We use cookies</p><pre>let x = 1</pre></div></body>
            """)

    @RowsOf<PageFeatureRow> private static var signs: [PageFeatureRow] {
        shop.row(.priceBlocks, log(1 + 2))
        shop.row(.questionBlocks, log(1 + 2))
        shop.row(.secondHeadings, log(1 + 1))
        shop.row(.lowerHeadings, log(1 + 2))
        shop.row(.contactBlocks, log(1 + 2))
        shop.row(.readMoreBlocks, log(1 + 1))
        shop.row(.commentBlocks, log(1 + 1))
        shop.row(.tagBlocks, log(1 + 1))
        shop.row(.pagerBlocks, log(1 + 1))
        shop.row(.shareBlocks, log(1 + 1))
        shop.row(.copyrightBlocks, log(1 + 1))
        shop.row(.relatedBlocks, log(1 + 1))
        shop.row(.consentBlocks, log(1 + 1))
        shop.row(.loginBlocks, 0)
        shop.row(.furniture, 5 / 47)
        shop.row(.preformatted, 3 / 47)
        shop.row(.titleOtherWords, 5)
    }

    @RowsOf<PageFeatureRow> private static var classes: [PageFeatureRow] {
        shop.row(.shopClasses, log(1 + 2))
        shop.row(.forumClasses, log(1 + 1))
        shop.row(.manualClasses, log(1 + 1))
        shop.row(.brochureClasses, log(1 + 1))
        shop.row(.listingClasses, log(1 + 1))
        shop.row(.articleClasses, log(1 + 1))
        article.row(.articleClasses, log(1 + 1))
        article.row(.shopClasses, 0)
    }

    @RowsOf<PageFeatureRow> private static var sizes: [PageFeatureRow] {
        shop.row(.pageTokens, log(1 + 47))
        shop.row(.pageBlocks, log(1 + 19))
        shop.row(.shortBlocks, 1)
        shop.row(.pageArticles, 0)
        article.row(.pageTokens, log(1 + 82))
        article.row(.pageBlocks, log(1 + 12))
        article.row(.pageLinkShare, 2 / 82)
        article.row(.pageArticles, 1)
        article.row(.pageHeadings, 1)
        article.row(.shortBlocks, 8 / 12)
    }

    @RowsOf<PageFeatureRow> private static var absent: [PageFeatureRow] {
        article.row(.loginBlocks, log(1 + 1))
        article.row(.dateBlocks, log(1 + 1))
        article.row(.priceBlocks, 0)
        article.row(.questionBlocks, 0)
        article.row(.lowerHeadings, 0)
        article.row(.relatedBlocks, 0)
        article.row(.consentBlocks, 0)
        article.row(.furniture, 0)
        article.row(.preformatted, 0)
        article.row(.titleOtherWords, 0)
    }

    /// Whether a text holds a price.
    private static let prices: [(String, Bool)] = [
        ("$5", true), ("US$ 5", true), ("£5", true), ("¥500", true), ("€5", true), ("5 €", true), ("5€", true),
        ("￥500", true), ("¥ 500", true),
        ("$", false), ("five $", false), ("£ five", false), ("5 x €", false), ("price: 5", false),
    ]

    private static func price(_ text: String, _ isPrice: Bool) -> PageFeatureRow {
        JudgedCase(name: "the line \(text)", html: "<p>\(text)</p>").row(.priceBlocks, isPrice ? log(1 + 1) : 0)
    }

    static let all = signs + classes + sizes + absent + prices.map(price)
}
