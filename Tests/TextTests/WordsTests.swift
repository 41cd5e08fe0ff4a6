import Testing

@testable import Text

@Suite struct WordsTests {
    @Test(
        "runs of letters and digits are the same in ASCII as in any text",
        arguments: [
            "", " ", "The old ferry", "it's 3:15 -- U.S.A., no.7!", "a\r\nb", "[x]", "Über 3½ Fähren", "老渡船 2号",
            "पुरानी नाव",
            "e\u{301}te\u{301}",
        ])
    func runs(text: String) {
        #expect(text.runsOfLettersAndDigits() == text.split { !$0.isLetter && !$0.isNumber })
    }
}
