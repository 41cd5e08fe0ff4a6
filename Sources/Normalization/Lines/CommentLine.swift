/// Lines that speak of readers' comments.
public enum CommentLine {
    /// Whether a text speaks of comments, of those who write or of those who watch over them.
    public static func speaks(_ text: Span<UInt8>) -> Bool { spoken.isIn(text) }

    /// Whether a text is one of the rules that readers are asked to keep when they comment.
    public static func isRule(_ text: Span<UInt8>) -> Bool { ruled.isIn(text) }

    private static let spoken = WordSigns(words)
    private static let ruled = WordSigns(rules)

    /// Beginnings of words. A test has a row for each.
    static let words = [
        "obscene", "vulgar", "threats of harming", "knowingly lie", "racism, sexism", "abusive post",
        "eyewitness account", "comment", "commenting", "moderator", "moderated", "moderation", "kommentar",
        "kommentier", "commenta",
        "comentari",
        "comentar", "comentád", "commenti", "reactie", "reageer", "komentar", "komentov", "komentář", "komentow",
        "regulamin",
        "комментар", "комментир", "модератор", "модерац", "модерир", "коментар", "коментув", "σχόλι", "σχολι", "yorum",
        "komment",
        "hozzászól", "moderál", "comentarii", "评论", "跟帖", "网友", "留言", "評論", "網友", "コメント", "投稿", "댓글", "تعليق", "نظر",
        "תגוב",
        "टिप्पण", "মন্তব্য", "ความคิดเห็น", "bình luận",
    ]

    /// Phrases of such rules. A test has a row for each.
    static let rules = [
        "keep it clean", "obscene, vulgar, lewd", "threats of harming another", "knowingly lie about anyone",
        "racism, sexism or any sort", "welcome to the discussion", "we welcome your comments", "welcome your comments",
        "keep your comments", "comments are moderated",
        "comments are open",
        "comments are closed", "comments are subject to", "comments on this site", "about comments on",
        "posting comments",
        "posting a comment", "post a comment", "post comments", "delete comments", "remove comments",
        "delete inappropriate",
        "when commenting", "before commenting", "our commenting", "comment policy", "comments policy",
        "comment guidelines",
        "report abuse", "forum for reader",
        "beim kommentieren", "kommentare zu löschen", "kommentare werden", "kommentare sind", "kommentarfunktion",
        "netiquette", "ihren kommentar", "les commentaires sont", "modération des commentaires", "charte de modération",
        "laisser un commentaire", "los comentarios son", "eliminar los comentarios", "eliminar comentarios",
        "normas de participación", "os comentários são", "excluir comentários", "i commenti sono", "commenti offensivi",
        "reacties worden", "reacties te verwijderen", "komentarze są", "komentarze nie są", "regulamin komentowania",
        "usuwania komentarzy", "dodając komentarz", "zamieszczane komentarze", "treść komentarzy", "autorzy komentarzy",
        "свой комментарий", "ваш комментарий", "оставить комментарий", "правила для комментариев",
        "правила комментирования",
        "правил комментирования", "добавлении комментари", "публикуемых в комментариях", "в комментариях запрещ",
        "удалять комментари", "удаления комментари", "комментарии модерируются", "комментарии пользователей",
        "залишити коментар", "видаляти коментар", "правила коментування", "коментарите не", "обидни и нецензурни",
        "коментарі відображають", "diskusní příspěvk", "mazat příspěvky", "hozzászólásokat", "comentariile",
        "τα σχόλια", "yorumlar", "文明上网", "评论仅代表", "网友评论仅", "评论不代表", "跟帖评论", "コメントの投稿", "コメントを投稿", "댓글을 삭제", "댓글은",
        "التعليقات المنشورة", "ketentuan komentar",
    ]
}
