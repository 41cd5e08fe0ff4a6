import Testing

@testable import Normalization

@Suite struct LanguageDetectorTests {
    private func detect(_ text: String, _ declared: String? = nil) -> String? {
        let bytes = Array(text.utf8)
        return LanguageDetector.detect(bytes.span, declared: declared)
    }

    @Test(arguments: [
        ("市政府昨天召开会议，研究港口建设的规划问题。", nil, "zh-Hans"), ("市政府昨天召開會議，研究港口建設的規劃問題。", nil, "zh-Hant"),
        ("市政府昨天召開會議，研究港口建設的規劃問題。", "zh-CN", "zh-Hant"), ("上海大火", "zh-TW", "zh-Hant"), ("上海大火", nil, "zh-Hans"),
        ("市長は昨日、港の新しい計画について説明した。", nil, "ja"), ("시장은 어제 항구의 새 계획을 설명했다.", "en", "ko"),
        ("Ο δήμαρχος παρουσίασε χθες το σχέδιο για το λιμάνι.", nil, "el"),
        (
            "The mayor presented the new plan for the harbour yesterday, and the council will vote on it next week.",
            nil, "en"
        ),
        (
            "The mayor presented the new plan for the harbour yesterday, and the council will vote on it.", "en_GB",
            "en-GB"
        ),
        (
            "Der Bürgermeister stellte gestern den neuen Plan für den Hafen vor, über den der Rat nächste Woche abstimmt.",
            nil, "de"
        ),
        (
            "Der Bürgermeister stellte gestern den neuen Plan für den Hafen vor, über den der Rat nächste Woche abstimmt.",
            "en", "de"
        ),
        ("Мэр вчера представил новый план развития порта, который совет обсудит на следующей неделе.", nil, "ru"),
        (
            "Burmistrz przedstawił wczoraj nowy plan portu, nad którym rada będzie głosować w przyszłym tygodniu.",
            "pl-PL", "pl-PL"
        ),
        ("", "en", "en"), ("123", nil, nil), ("", "???", nil),
    ])
    func detects(text: String, declared: String?, language: String?) {
        #expect(detect(text, declared) == language)
    }

    @Test(arguments: [
        ("EN", "en"), ("en_us", "en-US"), ("zh-TW", "zh-Hant"), ("zh-cmn-Hans", "zh-Hans"), ("iw", "he"), ("x", nil),
        ("und", nil), ("sr-Latn", "sr-Latn"),
    ])
    func bringsTagsToTheirUsualForm(text: String, tag: String?) {
        #expect(LanguageTag(text)?.tag == tag)
    }
}
