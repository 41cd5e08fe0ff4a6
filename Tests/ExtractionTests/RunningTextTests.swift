import Testing

@testable import Extraction

@Suite("Running text and lines")
struct RunningTextTests {
    @Test(arguments: [
        "She holds the copyright on the song, which she wrote in 1994.",
        "“It was ours,” the captain told the whole crew.”",
        "该厂已取得排污许可证，将于下月投产。", "섬마을 나룻배가 다시 강을 건너기 시작했다.", "Паром вернулся на реку, и город вышел его встречать.",
    ])
    func sentences(_ text: String) {
        let isSentence = RunningText.isSentence(text.utf8.span)
        #expect(isSentence)
    }

    @Test(arguments: [
        "", ".", "By Stephanie Bell.", "© 2026 Harbour Times Ltd. All Rights Reserved.", "来源：江城日报。",
        "Published 4 May 2026",
        "Read more about the ferry on the river", "Ann Lee, Bo Dahl And Cy Poe Reporting From Harbour Town.",
    ])
    func lines(_ text: String) {
        let isSentence = RunningText.isSentence(text.utf8.span)
        #expect(!isSentence)
    }
}
