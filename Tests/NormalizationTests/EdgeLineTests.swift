import Testing

@testable import Normalization

@Suite("Lines at the edges of an article that speak of it")
struct EdgeLineTests {
    @Test("every label is known before a sign, behind a bracket, in capitals", arguments: EdgeLine.allCases)
    func phrases(_ kind: EdgeLine) {
        for phrase in kind.phrases {
            for line in ["\(phrase): the river", "【\(phrase)】 the river", "*\(phrase.uppercased()) - the river"] {
                #expect(EdgeLine.kind(of: line.utf8.span) == kind, "\(line)")
            }
        }
    }

    @Test(
        "a label that other words stand before or right behind is a sentence's",
        arguments: [
            "The bank printed a disclaimer: it knew of nothing.", "Disclaimers are printed small.",
            "Disclaimer of warranties is what the court had to judge.", "他在文中写道，原标题：渡船复航。", "原标题已经改了三次。",
            "The article that he wrote appeared on Friday.", "Der Artikel nennt keine Namen.", "", ":", "本",
        ])
    func sentences(_ line: String) {
        #expect(EdgeLine.kind(of: line.utf8.span) == nil)
    }

    @Test("where it first stood is said anywhere in a line, if it is no long one")
    func syndication() {
        let line = "Nora Quill writes on rivers; this article originally appeared in The Courier."
        #expect(EdgeLine.kind(of: line.utf8.span) == .syndication)
        let long = String(repeating: "The ferry is back on the river. ", count: 9) + line
        #expect(EdgeLine.kind(of: long.utf8.span) == nil)
    }

    @Test(
        "what a site earns or forbids is a notice, what an article tells of it is none",
        arguments: [
            ("If you buy through our links, we may earn commission.", EdgeLine.notice),
            ("凡本网注明“来自其他媒体”的稿件，均系转载。", .notice),
            ("This article was translated by a machine and read by an editor.", .notice),
            ("Dieser Artikel wurde mithilfe von KI erstellt.", .notice),
            ("Her letters were translated with the help of a neighbour.", nil),
            ("The broker earned a commission of two per cent on the ferry.", nil),
            ("He reprinted the poem without asking.", nil),
        ] as [(String, EdgeLine?)])
    func notices(_ line: String, kind: EdgeLine?) {
        #expect(EdgeLine.kind(of: line.utf8.span) == kind)
    }

    @Test("a disclaimer may be a long paragraph, an original title not")
    func lengths() {
        let words = String(repeating: "渡船今天重新下水。", count: 20)
        #expect(EdgeLine.kind(of: "免责声明：\(words)".utf8.span) == .disclaimer)
        #expect(EdgeLine.kind(of: "原标题：\(words)".utf8.span) == nil)
    }
}
