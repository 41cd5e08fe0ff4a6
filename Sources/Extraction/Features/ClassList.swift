/// Lists of words of class names, written by hand: what a site's makers call their parts.
enum ClassList: UInt8, CaseIterable {
    case content, title, lead, byline, date, meta, caption, social, comment, related, nav, footer, side, advertisement,
        news, modal
    case tags, live, app, quote

    /// The words, in lower case, as class tokens are cut.
    var words: [String] { (Self.table[self] ?? "").split(separator: " ").map(String.init) }

    private static let table: [ClassList: String] = [
        .content:
            "content article articlebody body story storybody entry post text main maincontent paragraph rich richtext detail copy "
            + "artikel articulo noticia contenido inhalt texto corpo zhengwen neirong wysiwyg prose markdown",
        .title: "title headline heading headlines titulo titel titre biaoti subject h",
        .lead:
            "lead lede intro introduction standfirst summary abstract dek deck teaser excerpt subtitle subheadline subheading kicker chapo "
            + "bajada entradilla vorspann anreisser ingress daoyu zhaiyao",
        .byline: "byline author authors writer reporter bio autor auteur contributor profile editor zuozhe",
        .date: "date time datetime timestamp published updated pubdate datum fecha clock calendar shijian",
        .meta: "meta info metadata details data statistics stats source laiyuan",
        .caption:
            "caption captions credit credits figcaption copyright photo image img picture legend bildunterschrift gallery media figure thumbnail thumb",
        .social:
            "social share sharing shares facebook twitter whatsapp linkedin pinterest follow telegram addthis sharedaddy bshare fenxiang",
        .comment:
            "comment comments disqus discussion reply replies respond forum kommentar kommentare comentarios pinglun feedback rating vote",
        .related:
            "related recommended recommendation recommendations recommend more similar popular trending latest mostread readmore also "
            + "outbrain taboola carousel slider teaser teasers list listing tuijian xiangguan hot rank paihang promo card cards",
        .nav:
            "nav navbar navigation menu breadcrumb breadcrumbs crumbs tabs tab toolbar pagination pager prev next topbar navi daohang crumb",
        .footer: "footer foot bottom copyright legal imprint colophon disclaimer",
        .side: "sidebar side aside rail right left widget widgets module box secondary col column infobox factbox",
        .advertisement:
            "ad ads adv advert advertisement advertising sponsor sponsored promo promoted banner dfp commercial affiliate anzeige werbung guanggao shopping product",
        .news:
            "newsletter subscribe subscription signup register paywall premium abo login signin donate donation support membership member plus email mailing",
        .modal:
            "modal popup overlay dialog cookie cookies consent gdpr lightbox tooltip dropdown hidden hide sr only visually screenreader print offscreen notice alert",
        .tags: "tag tags topic topics keyword keywords category categories label labels section sections biaoqian",
        .live: "live liveblog ticker update timeline feed",
        .app: "app download qrcode qr code weixin wechat mobile player video audio podcast",
        .quote: "quote quotes blockquote pullquote pull embed twitter tweet instagram",
    ]
}
