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
        ("© 2020 Harbour News, a division of Salt Entertainment Inc. Salt News.", "Salt Entertainment Inc."),
        ("© 2024, All Rights Reserved | Harbour Standard Newspapers Limited", "Harbour Standard Newspapers Limited"),
        ("Copyright 2000-2019 eHarbour Asia Ltd. All rights reserved.", "eHarbour Asia Ltd."),
        ("© stern.example GmbH", "stern.example GmbH"), ("©National Harbour Ltd", "National Harbour Ltd"),
        ("© 2021 National Harbour. Salt Broadcasting System, Inc.", "Salt Broadcasting System Inc."),
        ("© 2023 a Harbour plc subsidiary", "Harbour plc"), ("© 2024 Salt Verlag GmbH & Co. KG", "Salt Verlag GmbH"),
        ("All rights reserved.海城东方报业有限公司", "海城东方报业有限公司"), ("© 会社概要株式会社海城", "株式会社海城"),
        ("海城报业集团成员企业海城信息网络有限公司 版权所有", "海城信息网络有限公司"), ("© Wyspa Sp. z o.o.", "Wyspa Sp. z o.o."),
    ])
    func readsLegalNames(line: String, name: String) {
        #expect(LegalReader.read(line).publisherLegalName == name)
    }

    @Test(
        "a line credits a picture by a label, a bracket or an agency",
        arguments: [
            ("The ferry at its landing (Photo: Nora Quill)", true), ("Harbour Telegraph file photo", true),
            ("Ann Lee / Getty Images", true), ("Der alte Steg (Foto: Ute Maas/dpa)", true),
            ("Prom (fot. Jan Wrona)", true),
            ("老渡船（图片来源：海城日报）", true), ("渡し船（写真：佐伯緑）", true), ("낡은 나룻배 [사진=강변시]", true),
            ("The photo that moved a harbour", false), ("渡し船が再開【写真】", false),
            ("Старый паром снова на воде (ФОТО)", false), ("Stari trajekt ponovo plovi (FOTO i VIDEO)", false),
            ("Reuters opens an office", false),
            ("Das Bild der Stadt", false),
        ])
    func tellsCreditsOfPictures(line: String, isCredit: Bool) {
        #expect(LegalReader.creditsPicture(line.utf8.span) == isCredit)
    }

    @Test(arguments: ["版权所有 有限公司", "© 2024 HarbourNews.com, a subsidiary of KG", "12 Quay Street, Harbour, NV 89119 ©"])
    func takesNoFormAloneForACompany(line: String) {
        #expect(LegalReader.read(line).publisherLegalName == nil)
    }

    @Test(
        "a notice is its sign with a year or a holder, without what stands beside it",
        arguments: [
            ("© 2011 ABC", "© 2011 ABC"),
            ("Copyright © 2022 Harbour Post | Imprint | Terms", "Copyright © 2022 Harbour Post"),
            (
                "About Harbour | Advertise | © 2011 Harbour Post. All rights reserved.",
                "© 2011 Harbour Post. All rights reserved."
            ),
            (
                "© 2020 Harbour, Inc. All Rights Reserved Terms of Use Privacy Notice",
                "© 2020 Harbour, Inc. All Rights Reserved"
            ),
            ("© 2024 Harbour Post | Powered by Crane", "© 2024 Harbour Post"),
            ("Copyright © 2025 • Jeff Doe", "Copyright © 2025 • Jeff Doe"),
            ("harbour.example © 1996-2015 The Harbour Post", "harbour.example © 1996-2015 The Harbour Post"),
            (
                "Harbour Post | All Rights Reserved | Copyright 2023",
                "Harbour Post | All Rights Reserved | Copyright 2023"
            ),
            ("Copyright and Trade Mark Notice © 2012 owned by Harbour Ltd.", "© 2012 owned by Harbour Ltd."),
            ("Â© Harbour News 2012", "© Harbour News 2012"), ("海城网版权所有", "海城网版权所有"), ("© Ouest-Port", "© Ouest-Port"),
            ("Copyright © Der Hafenspiegel", "Copyright © Der Hafenspiegel"),
            ("Все права защищены © 1999-2011", "Все права защищены © 1999-2011"),
        ])
    func cutsTheNotice(line: String, notice: String) {
        #expect(LegalReader.read(line).copyrightNotice == notice)
    }

    @Test func cutsALongNoticeToWhatStatesRights() {
        let terms =
            "Use of this site constitutes acceptance of the agreement, and its material may not be reproduced by anybody. "
        let line = "© 2023 Harbour Inc. All rights reserved. " + terms + terms
        #expect(LegalReader.read(line).copyrightNotice == "© 2023 Harbour Inc. All rights reserved.")
    }

    @Test(arguments: [
        "Copyright", "COPYRIGHT", "© Copyright", "Copyright Notice", "Copyright Policy", "著作権", "著作権と転載について",
        "All rights reserved.", "© Foto: IAA", "Foto: © jane@example.com", "© Getty Images", "© privat", "© Jane Doe",
        "© Jane Doe/Harbour Wire", "News CafÃ©|", "Privacy Policy Licensing Jobs Copyright Policy Contact us",
        "The mayor opens the new bridge across the old harbour of the town on Monday. © Jane Doe",
        "{\"licensing\":\"© 2024 wikiHarbour\"}", "Please be respectful of copyright. Unauthorized use is prohibited.",
    ])
    func refusesWhatIsNoNotice(line: String) {
        #expect(LegalReader.read(line).copyrightNotice == nil)
    }

    @Test func prefersANoticeWithAYear() {
        var facts = LegalReader.read("© Hafenpost")
        facts.merge(LegalReader.read("© 2021 Hafenpost Verlag"))
        #expect(facts.copyrightNotice == "© 2021 Hafenpost Verlag")
        facts.merge(LegalReader.read("© 2020 Kran"))
        #expect(facts.copyrightNotice == "© 2021 Hafenpost Verlag")
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
        ("出典：海城新聞", "出典", "海城新聞"),
        ("2021-12-08 来源: 青禾观察 湖北 举报", "来源", "青禾观察"), ("2021-12-08 来源：《海城日报》", "来源", "海城日报"),
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
