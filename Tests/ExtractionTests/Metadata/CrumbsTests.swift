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
        #expect(Crumbs.cleaned(["江城网", "新闻 正文"]) == ["江城网", "新闻"])
        #expect(Crumbs.cleaned(["江城网", "新闻", "正文 订阅手机报"]) == ["江城网", "新闻"])
        #expect(Crumbs.cleaned(["News", "World", "Aktueller Artikel"]) == ["News", "World"])
    }

    @Test(
        "labels, days, buttons and links that lead away are no sections",
        arguments: [
            "Standort:", "Filed under:", "2012年1月17日‧星期二", "Posted on 3 Oct 2016", "Sep 2, 2024, 17:07 IST", "Print",
            "[打印]", "< Back to blog", "‹ Zurück", "Save this study", "»", "12",
        ])
    func noSection(_ item: String) {
        #expect(Crumbs.cleaned(["News", item, "City"]) == ["News", "City"])
    }

    @Test("sections that begin like such links stay")
    func soundSections() {
        let path = ["Backpacking", "Return on Investment", "Share Prices", "Health/Family", "G20"]
        #expect(Crumbs.cleaned(path) == path)
        #expect(Crumbs.cleaned(["You are here: Home", "News"]) == ["Home", "News"])
    }

    @Test("code and addresses are no paths", arguments: ["https://example.org/news", "{ \"@type\": \"ListItem\" }"])
    func code(_ item: String) {
        #expect(Crumbs.cleaned(["Home", item, "News"]) == [])
    }

    @Test("a slash inside a word parts only a path with a label")
    func slashes() {
        #expect(Crumbs.split("Home / Health/Family /", atEverySlash: false) == ["Home", "Health/Family"])
        #expect(Crumbs.line("当前位置：江城网/新闻/本地") == ["江城网", "新闻", "本地"])
        #expect(Crumbs.line("EDA/IP/IC设计") == nil)
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
            "Ann Lee / Harbour Times / Sep 2, 2024, 17:07",
        ])
    func noPath(_ line: String) {
        #expect(Crumbs.line(line) == nil)
    }
}
