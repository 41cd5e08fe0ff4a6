import Foundation
import Pages
import Testing
import Wire

@testable import Pipeline

/// Section 2 of the contract, people and sources of Chinese pages, and contact lines: a row a rule, through the whole pipeline.
@Suite("The contract: people")
struct ContractPeopleTests {
    private let pipeline: PagePipeline

    init() throws { pipeline = try TestPipeline.make() }

    /// A line before or behind the text, and the people that it names.
    static let roles: [(line: String, people: [String], role: String)] = [
        ("记者 顾南星", ["reporter 顾南星"], "记者"), ("记者：顾南星", ["reporter 顾南星"], "记者"),
        ("记者:顾南星", ["reporter 顾南星"], "记者"), ("通讯员 叶知秋", ["correspondent 叶知秋"], "通讯员"),
        ("通讯员：叶知秋", ["correspondent 叶知秋"], "通讯员"), ("作者：顾南星", ["author 顾南星"], "作者"),
        ("文/顾南星", ["author 顾南星"], "文"), ("文／顾南星", ["author 顾南星"], "文"), ("撰文：顾南星", ["author 顾南星"], "撰文"),
        ("编辑：叶知秋", ["editor 叶知秋"], "编辑"), ("责任编辑：叶知秋", ["editor 叶知秋"], "责任编辑"),
        ("责编：叶知秋", ["editor 叶知秋"], "责编"), ("责编 叶知秋", ["editor 叶知秋"], "责编"),
        ("摄影：陆一帆", ["photographer 陆一帆"], "摄影"), ("摄影/陆一帆", ["photographer 陆一帆"], "摄影"),
        ("记者丨顾南星", ["reporter 顾南星"], "记者"), ("记者｜顾南星", ["reporter 顾南星"], "记者"), ("文丨顾南星", ["author 顾南星"], "文"),
        ("责编丨叶知秋", ["editor 叶知秋"], "责编"), ("译/陆一帆", ["translator 陆一帆"], "译"), ("译：陆一帆", ["translator 陆一帆"], "译"),
        ("翻译：陆一帆", ["translator 陆一帆"], "翻译"), ("审核：陆一帆", ["reviewer 陆一帆"], "审核"),
        ("编辑：叶知秋纠错：0571-12345678", ["editor 叶知秋"], "编辑"),
        ("[责任编辑：叶知秋]", ["editor 叶知秋"], "责任编辑"), ("（责任编辑：叶知秋）", ["editor 叶知秋"], "责任编辑"),
    ]

    @Test("Chinese words of roles, with half-width and full-width punctuation", arguments: roles)
    func role(line: String, people: [String], role: String) throws {
        let isEditor = people.contains { $0.hasPrefix("editor") || $0.hasPrefix("reviewer") }
        let page = ContractPage.chinese.with { page in
            if isEditor { page.paragraphs.append(line) } else { page.lines = ["2024-03-01 07:45 来源：青岚日报", line] }
        }
        for record in [page.record(), page.record(page.dump())] {
            let event = try ContractEvent(pipeline, record)
            #expect(event.people == people)
            let first = (event.fields["contributors"] as? [[String: Any]])?.first
            #expect(first?["role_raw"] as? String == role)
            #expect(
                event.list("authors")
                    == (isEditor || role.hasPrefix("摄") || role.hasSuffix("译") ? [] : [String(people[0].suffix(3))]))
            #expect(event.list("paragraphs") == ContractPage.chinese.paragraphs)
        }
    }

    @Test("several roles on one line")
    func several() throws {
        let page = ContractPage.chinese.with { $0.lines = ["青岚日报记者 顾南星 通讯员 叶知秋 文/摄"] }
        let event = try page.event(pipeline)
        #expect(event.people.starts(with: ["reporter 顾南星", "correspondent 叶知秋"]))
        #expect(event.list("authors") == ["顾南星", "叶知秋"] && event["byline_raw"] == page.lines[0])
        let first = (event.fields["contributors"] as? [[String: Any]])?.first
        #expect(first?["affiliation"] as? String == "青岚日报")
    }

    @Test(
        "names before their roles, and roles with one name",
        arguments: [
            ("顾南星/文 陆一帆/摄", ["author 顾南星", "photographer 陆一帆"]),
            ("顾南星／文 陆一帆／图", ["author 顾南星", "photographer 陆一帆"]),
            ("记者顾南星/文 陆一帆/摄", ["reporter 顾南星", "photographer 陆一帆"]),
            ("文/顾南星 图/陆一帆", ["author 顾南星", "photographer 陆一帆"]),
            ("文/图 顾南星", ["author 顾南星", "photographer 顾南星"]),
            ("文｜图 顾南星", ["author 顾南星", "photographer 顾南星"]),
            ("记者丨顾南星 摄影丨陆一帆", ["reporter 顾南星", "photographer 陆一帆"]),
        ])
    func order(line: String, people: [String]) throws {
        #expect(try ContractPage.chinese.with { $0.lines = [line] }.event(pipeline).people == people)
    }

    @Test(
        "a contact that hangs on a line with names stands in no field",
        arguments: ["纠错：0571-86543210", "报料热线：0571-86543210", "纠错86543210", "（举报邮箱：86543210@haicheng.example）"])
    func hangingContact(contact: String) throws {
        let page = ContractPage.chinese.with { $0.lines = ["来源：青岚日报 \(contact)", "记者 顾南星 \(contact)"] }
        for record in [page.record(), page.record(page.dump())] {
            let event = try ContractEvent(pipeline, record)
            #expect(!String(decoding: event.bytes, as: UTF8.self).contains("86543210"))
            #expect(event["source_name"] == "青岚日报" && event["byline_raw"] == "记者 顾南星")
            #expect(event.people == ["reporter 顾南星"])
        }
    }

    @Test(
        "officials and others named in the body are no contributors; a label without a name names nobody",
        arguments: [
            "", "编辑纠错", "编辑 纠错", "编辑：纠错：0571-12345678", "编辑：", "记者：",
        ])
    func nobody(line: String) throws {
        let page = ContractPage.chinese.with { page in
            page.paragraphs[1] = "市长周大海、副市长林为民出席了仪式。记者从会上获悉，作者王小波的作品将在渡口展出，编辑部主任陈立说，展览持续到十月。"
            page.tail = line.isEmpty ? [] : [line]
        }
        for record in [page.record(), page.record(page.dump())] {
            let event = try ContractEvent(pipeline, record)
            #expect(event.people.isEmpty && event.fields["byline_raw"] is NSNull)
        }
    }

    @Test(
        "Chinese words of sources",
        arguments: [
            ("稿源：青岚日报", "稿源"), ("稿源: 青岚日报", "稿源"), ("来源：青岚日报", "来源"), ("来源:青岚日报", "来源"),
            ("2024-03-01 07:45 来源：青岚日报", "来源"), ("转自：青岚日报", "转自"), ("稿源﹕青岚日报", "稿源"), ("来源︰青岚日报", "来源"),
            ("来源丨青岚日报", "来源"), ("来源｜青岚日报 ｜ 作者：顾南星", "来源"), ("来源丨青岚日报丨作者：顾南星", "来源"), ("（来源：青岚日报）", "来源"),
            ("转自:青岚日报", "转自"),
        ])
    func source(line: String, label: String) throws {
        let page = ContractPage.chinese.with { $0.lines = [line] }
        for record in [page.record(), page.record(page.dump())] {
            let event = try ContractEvent(pipeline, record)
            #expect(event["source_name"] == "青岚日报" && event["source_label_raw"] == label)
        }
    }

    /// Each with something that may stand in no field.
    static let contacts = [
        "新闻热线：0571-86543210", "报料热线：0571-86543210", "举报电话：0571-86543210", "纠错电话:0571-86543210",
        "举报邮箱：jubao@haicheng.example 0571-86543210", "违法和不良信息举报电话：0571-86543210", "投稿邮箱：86543210@haicheng.example",
        "纠错：86543210@haicheng.example", "爆料微信：86543210", "读者热线 0571-86543210", "客服电话：86543210", "檢舉電話：86543210",
        "查错热线：86543210", "If you have a tip, call 86543210", "Send tips to 86543210@courier.example",
        "Report abuse: 86543210@courier.example", "联系电话：0571-86543210", "Tip line: +49 571 86543210",
        "Report an error: 86543210@courier.example", "Got a tip? Call 86543210",
        "Fehler gefunden? 86543210@blatt.example",
    ]

    @Test("contact lines stand in no field", arguments: contacts)
    func contact(line: String) throws {
        let isHan = line.utf8.contains { $0 > 0x7F }
        for base in [isHan ? ContractPage.chinese : .english] {
            let inside = base.with { $0.paragraphs.append(line) }
            let behind = base.with { $0.tail = [line] }
            for record in [inside.record(), behind.record(), inside.record(inside.dump())] {
                let event = try ContractEvent(pipeline, record)
                #expect(!String(decoding: event.bytes, as: UTF8.self).contains("86543210"))
                #expect(event.list("paragraphs") == base.paragraphs)
            }
        }
    }
}
