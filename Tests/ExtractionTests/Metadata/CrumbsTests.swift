import Testing

@testable import Extraction

@Suite("Breadcrumbs in lines of text")
struct CrumbsTests {
    @Test(
        "every label with every separator",
        arguments: Crumbs.labels, [">", "＞", "»", "›", "→", "/", "≫"])
    func labels(_ label: String, _ separator: String) {
        let path = ["江城网", "新闻", "本地"]
        for colon in [": ", "：", " : "] {
            let line = label + colon + path.joined(separator: " \(separator) ")
            #expect(Crumbs.line(line) == path, "\(line)")
        }
    }

    @Test("the last item that only says that this is the text is left out")
    func pageWord() {
        #expect(Crumbs.line("当前位置：江城网 > 新闻 > 正文") == ["江城网", "新闻"])
    }

    @Test("without a label short parts between two separators are a path")
    func unlabelled() {
        #expect(Crumbs.line("Home » News » City") == ["Home", "News", "City"])
        #expect(Crumbs.line("Home » News") == nil)
    }

    @Test(
        "sentences and menus are no paths",
        arguments: [
            "Growth was 3 > 2, they said. It fell later > again > now.", "News", "", ">>>", "当前位置：", "2021/12/08",
        ])
    func noPath(_ line: String) {
        #expect(Crumbs.line(line) == nil)
    }
}
