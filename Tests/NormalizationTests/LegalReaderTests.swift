import Pages
import Testing

@testable import Normalization

@Suite struct LegalReaderTests {
    @Test func readsTheCompanyOfALineOfRights() {
        let facts = LegalReader.read("海城新闻网(海城潮声传媒股份有限公司)版权所有(C)")
        #expect(facts.publisherLegalName == "海城潮声传媒股份有限公司")
        #expect(facts.copyrightNotice == nil)
    }

    @Test func readsTheNoticeAndItsDomain() {
        let facts = LegalReader.read("Copyright(C) 2003-2021 haicheng.com.cn All Rights Reserved")
        #expect(facts.copyrightNotice == "Copyright(C) 2003-2021 haicheng.com.cn All Rights Reserved")
        #expect(facts.domain == "haicheng.com.cn")
        #expect(facts.publisherLegalName == nil)
    }

    @Test(arguments: [
        "互联网新闻信息服务许可证:1234567890 信息网络传播视听节目许可证:7654321",
        "互联网新闻信息服务许可证：1234567890　信息网络传播视听节目许可证：7654321",
        "互联网新闻信息服务许可证 1234567890 | 信息网络传播视听节目许可证 7654321",
        "互联网新闻信息服务许可证: 1234567890 信息网络传播视听节目许可证: 7654321",
    ])
    func readsLicences(line: String) {
        #expect(
            LegalReader.read(line).licences == [
                Licence(name: "互联网新闻信息服务许可证", number: "1234567890"),
                Licence(name: "信息网络传播视听节目许可证", number: "7654321"),
            ])
    }

    @Test(arguments: [
        ("© 2021 Salzhafen Medien GmbH", "Salzhafen Medien GmbH"),
        ("Copyright 2020 by Harbour Post Ltd.", "Harbour Post Ltd."),
        ("版权所有 海城日报社", "海城日报社"), ("海城广播电视台版权所有", "海城广播电视台"),
    ])
    func readsLegalNames(line: String, name: String) {
        #expect(LegalReader.read(line).publisherLegalName == name)
    }

    @Test(arguments: ["The harbour opened in 2019.", "市政府今天公布了新的许可制度。", "", "©"])
    func findsNothingInText(line: String) {
        #expect(LegalReader.read(line).publisherLegalName == nil)
        #expect(LegalReader.read(line).licences.isEmpty)
        #expect(LegalReader.read(line).domain == nil)
    }

    @Test(arguments: ContactLine.phrases)
    func recognisesContactLines(phrase: String) {
        let bytes = Array("\(phrase) 0123456".utf8)
        let isContact = ContactLine.isContact(bytes.span)
        #expect(isContact)
    }

    @Test(arguments: ["The tipline office", "市长在会上强调", "We reported the error last week."])
    func leavesOtherLinesAlone(line: String) {
        let bytes = Array(line.utf8)
        let isContact = ContactLine.isContact(bytes.span)
        #expect(!isContact)
    }
}

@Suite struct SourceReaderTests {
    @Test(arguments: [
        ("2021-12-08 07:45:00 稿源: 海城新闻网  ", "稿源", "海城新闻网"), ("稿源: 海城新闻网 2021-12-08 07:45:00", "稿源", "海城新闻网"),
        ("来源：海城日报 作者：张三", "来源", "海城日报"), ("来源:海城日报 编辑:李四", "来源", "海城日报"), ("转自海城日报", "转自", "海城日报"),
        ("本文来源：海城晚报", "本文来源", "海城晚报"), ("来源 | 海城观察", "来源", "海城观察"), ("Source: Harbour Post", "Source", "Harbour Post"),
        ("Quelle: dpa", "Quelle", "dpa"), ("Источник: Вести", "Источник", "Вести"), ("Πηγή: ΑΠΕ", "Πηγή", "ΑΠΕ"),
        ("出典：海城新聞", "出典", "海城新聞"), ("2021-12-08 来源：《海城日报》", "来源", "海城日报"),
        ("Published 8 December 2021 | Source: Harbour Post | Comments", "Source", "Harbour Post"),
    ])
    func reads(line: String, label: String, name: String) {
        let source = SourceReader.read(line)
        #expect(source?.name == name)
        #expect(source?.label == label)
        let bytes = Array(line.utf8)
        let isSource = SourceReader.isSourceLine(bytes.span)
        #expect(isSource)
    }

    @Test(arguments: ["来源", "来源:", "The source of the river", "据了解，", "资源来源广泛", "", "Resource: none"])
    func refuses(line: String) {
        #expect(SourceReader.read(line) == nil)
    }

    @Test(arguments: SourceLabels.wide + SourceLabels.latin)
    func readsEveryLabel(label: String) {
        #expect(SourceReader.read("\(label): 海城 Post")?.name == "海城 Post")
    }
}
