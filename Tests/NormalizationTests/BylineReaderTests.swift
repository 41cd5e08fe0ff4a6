import Pages
import Testing

@testable import Normalization

/// A byline and whom it names, as `role name@affiliation` joined by `, `.
struct BylineCase: Sendable, CustomTestStringConvertible {
    var line: String
    var expected: String
    var role: ContributorRole?

    init(_ line: String, _ expected: String, role: ContributorRole? = nil) {
        self.line = line
        self.expected = expected
        self.role = role
    }

    var testDescription: String { line }
}

@Suite struct BylineReaderTests {
    static func words(_ people: [Contributor]) -> String {
        people.map { "\($0.role.rawValue) \($0.name)" + ($0.affiliation.map { "@" + $0 } ?? "") }.joined(
            separator: ", ")
    }

    static let chinese = [
        BylineCase("海城新闻网记者 林小满", "reporter 林小满@海城新闻网"),
        BylineCase("海城新闻网记者\u{A0}林小满", "reporter 林小满@海城新闻网"),
        BylineCase("编辑: 周宁纠错:12345@example.com/13700000000", "editor 周宁"),
        BylineCase("责任编辑：周宁", "editor 周宁"),
        BylineCase("责编:周宁 校对:吴桐 审核:郑义", "editor 周宁, reviewer 吴桐, reviewer 郑义"),
        BylineCase("见习记者 林小满", "reporter 林小满"),
        BylineCase("记者 张三 李四 通讯员 王五 文/摄", "reporter 张三, reporter 李四, correspondent 王五"),
        BylineCase("本报记者 张三", "reporter 张三"),
        BylineCase("(记者 张三)", "reporter 张三"),
        BylineCase("（海城日报记者张三、李四）", "reporter 张三@海城日报, reporter 李四@海城日报"),
        BylineCase("文/图 张三", "author 张三, photographer 张三"),
        BylineCase("取材・文／山田太郎　撮影／鈴木一郎", "reporter 山田太郎, author 山田太郎, photographer 鈴木一郎"),
        BylineCase("作者：责任编辑：张三", "editor 张三"),
        BylineCase("執筆者：山田太郎", "author 山田太郎"),
        BylineCase("（記者王大明攝）", "photographer 王大明"),
        BylineCase("图 | 王磊", "photographer 王磊"),
        BylineCase("【記者王大明台北報導】", "reporter 王大明"),
        BylineCase("【記者李明高雄報導】", "reporter 李明"),
        BylineCase("（記者王大明三重報導）", "reporter 王大明"),
        BylineCase("기자명 홍길동 기자 입력", "reporter 홍길동"),
        BylineCase("文/张三 图/李四", "author 张三, photographer 李四"),
        BylineCase("作者：青山客", "author 青山客"),
        BylineCase("作者: 张三 来源: 海城网", "author 张三"),
        BylineCase("撰文|张三 编辑|李四", "author 张三, editor 李四"),
        BylineCase("张三 摄", "photographer 张三"),
        BylineCase("编译:张三", "translator 张三"),
        BylineCase("记者 张 三", "reporter 张三"),
        BylineCase("一审:张三 二审:李四 三审:王五", "reviewer 张三, reviewer 李四, reviewer 王五"),
        BylineCase("作者：阿卜杜拉·买买提", "author 阿卜杜拉·买买提"),
        BylineCase("記者 張大山", "reporter 張大山"),
        BylineCase("记者从市政府获悉", ""),
        BylineCase("记者了解到", ""),
        BylineCase("记者会今天举行", ""),
        BylineCase("编辑部电话", ""),
        BylineCase("陈青", "author 陈青", role: .author),
        BylineCase("陈青、李四", "author 陈青, author 李四", role: .author),
        BylineCase("海城新聞デジタル", "author 海城新聞デジタル", role: .author),
        BylineCase("記者　山田太郎", "reporter 山田太郎"),
        BylineCase("文＝山田太郎", "author 山田太郎"),
        BylineCase("通訊員衣曉峰", "correspondent 衣曉峰"),
        BylineCase("責任編輯：Demi Xia", "editor Demi Xia"),
        BylineCase("社会|国际|国内|记者即时播报|图片|视频", ""),
        BylineCase("图片-历史-旅游-健康-论坛-博客", ""),
        BylineCase("编辑计划表", ""),
        BylineCase("【记者即时播报】满记甜品查出问题", ""),
        BylineCase("新闻中心 > 海南新闻 > 独家报道 正文", ""),
        BylineCase("编辑：国际", ""),
        BylineCase("海城日报 – 3小時前", "author 海城日报", role: .author),
        BylineCase("홍길동 기자", "reporter 홍길동"),
        BylineCase("(서울=가나통신) 홍길동 기자 = hong@example.com", "reporter 홍길동"),
        BylineCase("김철수·이영희 기자", "reporter 김철수, reporter 이영희"),
    ]

    static let western = [
        BylineCase("By Jane Doe and John Roe, Staff Writers", "author Jane Doe, author John Roe"),
        BylineCase("By Jane Doe", "author Jane Doe"),
        BylineCase("BY JANE DOE", "author JANE DOE"),
        BylineCase("By Jane Doe | Reuters", "author Jane Doe, author Reuters"),
        BylineCase("By Jane Doe, Science Editor", "author Jane Doe"),
        BylineCase("By Jane Doe Published March 3, 2021", "author Jane Doe"),
        BylineCase("By Jane Doe Senior Reporter", "author Jane Doe"),
        BylineCase("By Jane Doe jane.doe@example.com @janedoe", "author Jane Doe"),
        BylineCase("Written by Rob Roe Edited by Betsy Beyer", "author Rob Roe, editor Betsy Beyer"),
        BylineCase("Photos by Jane Doe", "photographer Jane Doe"),
        BylineCase("Medically reviewed by Jane Doe, MD", "reviewer Jane Doe"),
        BylineCase("Author: Zach", "author Zach"),
        BylineCase("Von Anna Huber und Max Maier", "author Anna Huber, author Max Maier"),
        BylineCase("Text: Anna Huber Fotos: Max Maier", "author Anna Huber, photographer Max Maier"),
        BylineCase("Par Élise Martin et Luc Petit", "author Élise Martin, author Luc Petit"),
        BylineCase("Par Élise Martin avec AFP", "author Élise Martin, author AFP"),
        BylineCase("Por María de la Cruz", "author María de la Cruz"),
        BylineCase("a cura di Mario Bianchi", "author Mario Bianchi"),
        BylineCase("Door Jan van den Berg", "author Jan van den Berg"),
        BylineCase("Autor: Ada Nowak", "author Ada Nowak"),
        BylineCase("Автор: Иван Петров", "author Иван Петров"),
        BylineCase("Текст: Иван Петров Фото: Анна Сидорова", "author Иван Петров, photographer Анна Сидорова"),
        BylineCase("Γράφει ο Νίκος Παππάς", "author Νίκος Παππάς"),
        BylineCase("Της Μαρίας Παππά", "author Μαρίας Παππά"),
        BylineCase("Av Ingrid Dahl og Marte Holm", "author Ingrid Dahl, author Marte Holm"),
        BylineCase("Penulis: Budi Santoso", "author Budi Santoso"),
        BylineCase("بقلم: أحمد علي", "author أحمد علي"),
        BylineCase("Zeige alle Beiträge von Petra Holm", "author Petra Holm"),
        BylineCase("View all posts by Jane Doe", "author Jane Doe"),
        BylineCase("Recipe by Jane Doe", "author Jane Doe"),
        BylineCase("By the time the game ended", ""),
        BylineCase("Di sini kita belajar", ""),
        BylineCase("Posted by Konstantin @ 12:00 am", "author Konstantin"),
        BylineCase("Written by hand", ""),
        BylineCase("Jane Doe", ""),
        BylineCase("Von Montag an gilt die Regel", ""),
        BylineCase("By Kerry Doe AND Tracy Roe", "author Kerry Doe, author Tracy Roe"),
        BylineCase("Post author By Helge Roe", "author Helge Roe"),
        BylineCase("Contributor: Harbour News Engine", "author Harbour News Engine"),
        BylineCase("Veröffentlicht von Petra Holm", "author Petra Holm"),
        BylineCase("โดย สมหญิง ใจดี", "author สมหญิง ใจดี"),
        BylineCase("By Jane Doe; By John Roe", "author Jane Doe, author John Roe"),
        BylineCase("By A. J. Roe View In Digital Edition", "author A. J. Roe"),
        BylineCase("By JANE DOE Associated Press", "author JANE DOE@Associated Press"),
        BylineCase(
            "Por Ana Lima e João Reis, Portal Porto e Região", "author Ana Lima, author João Reis@Portal Porto e Região"
        ),
        BylineCase("Reviewed by John Roe Expert Reviewer", "reviewer John Roe"),
        BylineCase("Written by Linny and Peter", "author Linny, author Peter"),
        BylineCase("Diposting oleh Budi Santoso", "author Budi Santoso"),
        BylineCase("كتب - أحمد علي", "author أحمد علي"),
        BylineCase("Opr. Anna Nowak", "editor Anna Nowak"),
        BylineCase("Írta: Kovács Anna", "author Kovács Anna"),
        BylineCase("Kirjoittanut Aino Virtanen", "author Aino Virtanen"),
        BylineCase("Автор: Иван Иванов", "author Иван Иванов"),
        BylineCase("Автори: Олена Коваль", "author Олена Коваль"),
        BylineCase("Του Νίκου Παππά", "author Νίκου Παππά"),
        BylineCase("מאת דנה כהן", "author דנה כהן"),
        BylineCase("نویسنده: علی رضایی", "author علی رضایی"),
        BylineCase("Tác giả: Lan Anh", "author Lan Anh"),
        BylineCase("Haber: Ayşe Yılmaz", "reporter Ayşe Yılmaz"),
        BylineCase("Imeandikwa na Asha Juma", "author Asha Juma"),
        BylineCase("लेखक: अमित शर्मा", "author अमित शर्मा"),
    ]

    static let fields = [
        BylineCase("Jane Doe", "author Jane Doe", role: .author),
        BylineCase("jane doe", "author jane doe", role: .author),
        BylineCase("Felix Berg und Jörg Wald, dpa", "author Felix Berg, author Jörg Wald, author dpa", role: .author),
        BylineCase("Evan Doe, Example.com", "author Evan Doe@Example.com", role: .author),
        BylineCase("Jane Doe, Example Report", "author Jane Doe@Example Report", role: .author),
        BylineCase("Salzhafen Nachrichten", "author Salzhafen Nachrichten", role: .author),
        BylineCase("News Staff", "author News Staff", role: .author),
        BylineCase("example.at", "author example.at", role: .author),
        BylineCase("kicker", "author kicker", role: .author),
        BylineCase("By Jane Doe", "author Jane Doe", role: .author),
        BylineCase("https://www.facebook.com/janedoe", "", role: .author),
        BylineCase("von Heiko", "author Heiko", role: .author),
        BylineCase("Dec 23", "", role: .author),
        BylineCase("Juni 2024", "", role: .author),
        BylineCase("April May", "author April May", role: .author),
        BylineCase("Link Copied", "", role: .author),
        BylineCase("Jane Doe; Link Copied", "author Jane Doe", role: .author),
        BylineCase("About the author", "", role: .author),
        BylineCase("facebook.com/janedoe", "", role: .author),
        BylineCase("Jane Doe; John Roe", "author Jane Doe, author John Roe", role: .author),
        BylineCase("André de la Tour", "author André de la Tour", role: .author),
        BylineCase("Jane E. Doe", "author Jane E. Doe", role: .author),
        BylineCase("Jane Doe Jr.", "author Jane Doe Jr.", role: .author),
        BylineCase("Jean-Luc Doe (JLD)", "author Jean-Luc Doe", role: .author),
        BylineCase("Example Growth Marketing", "author Example Growth Marketing", role: .author),
        BylineCase("Centre for Trade and Research", "author Centre for Trade and Research", role: .author),
        BylineCase("Harbour Sentinel Editorial Board", "author Harbour Sentinel Editorial Board", role: .author),
        BylineCase("Matthias Holm - Lukas Berg", "author Matthias Holm, author Lukas Berg", role: .author),
        BylineCase("j.doe@example.com", "", role: .author),
        BylineCase("By Jeff Roe. Last Updated on December 11, 2025", "author Jeff Roe"),
        BylineCase("Photo: Shutterstock", ""),
        BylineCase("By Chris Roe ⋅ Founder ⋅ 3 min", "author Chris Roe"),
        BylineCase("", "", role: .author),
        BylineCase(" , ", "", role: .author),
        BylineCase("ByJane Doe", "author Jane Doe", role: .author),
        BylineCase(", par Élise Martin", "author Élise Martin", role: .author),
        BylineCase("Published: January 17, 2012 9:26 AM By JANE DOE", "author JANE DOE", role: .author),
        BylineCase("Wed 3:59 pm by Jane Doe", "author Jane Doe", role: .author),
        BylineCase("Published on Wednesday 11 January 2012 16:22", "", role: .author),
        BylineCase("(HPA) – 15 hours ago", "", role: .author),
        BylineCase("Posted at 8:56am Monday 16th Jan, 2012", "", role: .author),
        BylineCase("Publiziert am 3. Mai 2021", "", role: .author),
        BylineCase("Design: Jane Doe. Programming: John Roe", "", role: .author),
        BylineCase("Jane Doe · In: Sides, Sourdough", "author Jane Doe", role: .author),
        BylineCase("Jane Doe | Place: Harbour", "author Jane Doe", role: .author),
        BylineCase("Article written by Jane Doe Medical correspondent", "author Jane Doe", role: .author),
        BylineCase("Jane Doe Monday, February 29, 2016", "author Jane Doe", role: .author),
        BylineCase("Jane Doe Chefredakteurin", "author Jane Doe", role: .author),
        BylineCase("Jane Doe Former Harbour Consultant", "author Jane Doe", role: .author),
        BylineCase("Jane Doe, Chief Technology Officer and Head of River Labs", "author Jane Doe", role: .author),
        BylineCase("Jane Doe Alle Artikel", "author Jane Doe", role: .author),
        BylineCase("Jane Doe The Harbour Globe", "author Jane Doe@The Harbour Globe", role: .author),
        BylineCase("By Night Desk The Harbour Globe", "author Night Desk@The Harbour Globe", role: .author),
        BylineCase("Jane Doe; Em São Paulo", "author Jane Doe", role: .author),
        BylineCase("Joe Friday", "author Joe Friday", role: .author),
        BylineCase("Super User", "", role: .author),
        BylineCase("Houzz Deutschlandvor 5 Stunden Mehr", "author Houzz Deutschland", role: .author),
        BylineCase(
            "Ana Ruiz y José Wilson Hace 13 horas Tiempo de lectura: 8 minutos", "author Ana Ruiz, author José Wilson",
            role: .author),
        BylineCase("Jane Doe il y a 3 heures", "author Jane Doe", role: .author),
        BylineCase("Jane Doe 6 min read", "author Jane Doe", role: .author),
        BylineCase("Ana Lima há 2 dias", "author Ana Lima", role: .author),
        BylineCase("Jane Doe 5 hours ago", "author Jane Doe", role: .author),
        BylineCase("Jan Novák 5 min temu", "author Jan Novák", role: .author),
        BylineCase("Byby JANE DOE", "author JANE DOE", role: .author),
        BylineCase("Craig Roe USA HARBOUR NETWORK", "author Craig Roe@USA HARBOUR NETWORK", role: .author),
        BylineCase("Jan Nowak Founder at Oakhouse", "author Jan Nowak", role: .author),
        BylineCase("Contributors to Harbour projects", "author Contributors to Harbour projects", role: .author),
        BylineCase("Jane Doe | jane@example.com", "author Jane Doe", role: .author),
        BylineCase("Jane Doe|jane@example.com", "author Jane Doe", role: .author),
        BylineCase("Linny and Peter", "author Linny, author Peter", role: .author),
        BylineCase("By Harbournews with Agencies", "author Harbournews", role: .author),
    ]

    @Test(
        "a marker that is an everyday word elsewhere is one in the texts of its language",
        arguments: [
            ("De Maria Popescu", "Maria Popescu", "ro"), ("Na Asha Juma", "Asha Juma", "sw"),
            ("От Иван Петров", "Иван Петров", "bg"), ("Nga Ana Hoxha", "Ana Hoxha", "sq"),
            ("Ni Juan Cruz", "Juan Cruz", "fil-PH"),
        ])
    func markersOfOneLanguage(_ line: String, _ name: String, _ language: String) {
        #expect(BylineReader.read(line, language: language).map(\.name) == [name])
        #expect(BylineReader.read(line, language: "en").isEmpty)
        let bytes = Array(line.utf8)
        let (own, other, none) = (
            BylineReader.isByline(bytes.span, of: language), BylineReader.isByline(bytes.span, of: "en"),
            BylineReader.isByline(bytes.span, of: nil)
        )
        #expect(own && !other && !none)
    }

    @Test(
        "a name in brackets behind the last sentence signs an article",
        arguments: [
            ("市民可以免费参观。（张巨峰）", "张巨峰"), ("(李楠)", "李楠"), ("（张三摄）", nil), ("（完）", nil), ("（市档案局）", nil),
            ("（见右图）", nil), ("（张三 李四）", nil), ("（二〇二一）", nil), ("张巨峰", nil), ("", nil),
        ])
    func signatures(_ line: String, _ name: String?) {
        #expect(BylineReader.signature(of: line) == name)
    }

    @Test(arguments: chinese + western + fields)
    func reads(_ test: BylineCase) {
        #expect(Self.words(BylineReader.read(test.line, role: test.role)) == test.expected)
    }

    @Test func aSpaceStandsWithinAJapaneseName() {
        #expect(BylineReader.read("執筆者：山田 太郎", language: "ja").map(\.name) == ["山田太郎"])
        #expect(BylineReader.read("撮影／鈴木 一郎、文／さくら 花子", language: "ja-JP").map(\.name) == ["鈴木一郎", "さくら花子"])
        #expect(BylineReader.read("记者：张三 李四", language: "zh").map(\.name) == ["张三", "李四"])
    }

    @Test(arguments: (chinese + western).filter { !$0.expected.isEmpty && !$0.line.contains("摄") })
    func recognisesWhatItReads(_ test: BylineCase) {
        guard test.role == nil else { return }
        let bytes = Array(test.line.utf8)
        let isByline = BylineReader.isByline(bytes.span)
        #expect(isByline)
    }

    @Test(arguments: ["By the time the game ended", "byte by byte", "市长今天视察了港口。记者在现场。", "", "Von wegen", "Politik"])
    func recognisesNoOther(line: String) {
        let bytes = Array(line.utf8)
        let isByline = BylineReader.isByline(bytes.span)
        #expect(!isByline)
    }

    @Test func givesTheRoleWordAsItStands() {
        #expect(BylineReader.read("海城网见习记者 林小满").first?.roleRaw == "见习记者")
        #expect(BylineReader.read("责任编辑：周宁").first?.roleRaw == "责任编辑")
        #expect(BylineReader.read("Written by Jane Doe").first?.roleRaw == "Written by")
    }

    @Test(arguments: RoleWords.han)
    func readsEveryRoleWord(word: String, role: ContributorRole) {
        let people = BylineReader.read("\(word)：林小满")
        #expect(people.map(\.name) == ["林小满"], "\(word)")
        #expect(people.first?.role == role, "\(word)")
    }

    @Test(arguments: RoleWords.latin)
    func readsEveryMarker(marker: String, role: ContributorRole) {
        let people = BylineReader.read("\(marker) Jane Doe")
        #expect(people.map(\.name) == ["Jane Doe"], "\(marker)")
        #expect(people.first?.role == role, "\(marker)")
    }

    @Test(arguments: ["记者 ", "By Jane and ", ",", "(", "编辑:", "文/", "기자 ", "By ", "@ "])
    func survivesLongHostileText(piece: String) {
        _ = BylineReader.read(String(repeating: piece, count: 5_000), role: .author)
    }

    @Test(
        "times in a byline are no part of a name or of whom one works for",
        arguments: [
            ("Von Jutta Aschauer · 6. Mai 2024, 08:15 Uhr", "Jutta Aschauer"),
            ("By Nora Ashdown December 22, 2023", "Nora Ashdown"),
            ("December 22, 2023 by Nora Ashdown", "Nora Ashdown"),
            ("plus von Edda Kranich 14.03.2024, 21:10 Uhr", "Edda Kranich"),
        ])
    func timesAndLabels(_ line: String, _ name: String) {
        let people = BylineReader.read(line, role: .author)
        #expect(people.map(\.name) == [name])
        #expect(people.allSatisfy { $0.affiliation == nil })
    }
}
