internal import Normalization
internal import Pages
internal import Text

/// Finds a source that stands without a label beside the time: `NAME 2021-12-08 07:45`, or `NAME` or `reporter/NAME` on the
/// line before it. Only on pages whose dateline is Chinese, Japanese or Korean: elsewhere an author stands there.
enum DatelineSource {
    /// The source beside the first dateline between headline and body.
    static func find(_ lines: PageText) -> SourceLine? {
        guard let title = lines.titleBlock, title < lines.bodyStart else { return nil }
        for block in (title + 1)..<min(lines.bodyStart + 1, title + 8, lines.count) {
            guard lines.isShortLine(block, limit: 200), let rest = rest(of: block, lines) else { continue }
            if let name = name(in: rest) { return SourceLine(label: nil, name: name) }
            guard block - 1 > title, lines.isShortLine(block - 1, limit: 80) else { return nil }
            return name(in: lines.text(block - 1)).map { SourceLine(label: nil, name: $0) }
        }
        return nil
    }

    /// What a line states beside its time, or `nil` when it states none.
    private static func rest(of block: Int, _ lines: PageText) -> String? {
        let bytes = Array(lines.text(block).utf8)
        let readings = TimeReader.all(in: bytes.span, limit: 2)
        guard let time = readings.first, time.range.upperBound <= bytes.count else { return nil }
        let before = String(decoding: bytes[..<time.range.lowerBound], as: UTF8.self)
        let after = String(decoding: bytes[time.range.upperBound...], as: UTF8.self)
        return before.contains { $0.isLetter } ? before : after
    }

    /// The one name in a text of few words, words that say how an article came to be left out.
    private static func name(in text: String) -> String? {
        let words = text.split { " |｜·•\u{3000}\u{A0}[]【】".contains($0) }.map(String.init)
            .filter { word in !notes.contains { word.hasPrefix($0) } && word.contains(where: \.isLetter) }
        guard words.count == 1, var word = words.first else { return nil }
        if let slash = word.lastIndex(where: { $0 == "/" || $0 == "／" }) {
            word = String(word[word.index(after: slash)...])
        }
        let wide = word.unicodeScalars.filter { Script.of($0.value).isWide }.count
        let isSound = word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        return wide > 1 && word.unicodeScalars.count <= 16 && word.unicodeScalars.count >= 3 && isSound ? word : nil
    }

    /// Words beside a time that are no names.
    static let notes = [
        "原创", "发布", "发表", "阅读", "浏览", "点击", "评论", "字号", "关注", "收藏", "分享", "编辑", "作者", "星期", "来自", "举报", "更新", "时间",
        "日期",
        "已于", "修改", "责编", "记者", "今天", "昨天", "前天", "最新", "首页", "返回", "打印", "投稿", "公開", "公开", "配信", "投稿", "更新日",
    ]
}
