import Foundation

/// A change to the sample page that another page might have, with the same change to the event.
struct Disguise: Sendable {
    let name: String
    let apply: @Sendable (inout SeedPage) -> Void

    init(_ name: String, _ apply: @escaping @Sendable (inout SeedPage) -> Void) {
        self.name = name
        self.apply = apply
    }

    /// Disguises of one part of the page each; one of every group can be put on at once, in this order.
    static var groups: [[Disguise]] {
        [sites, people, times, sources, editors, copies, surroundings, marks, encodings]
    }
    static var all: [Disguise] { groups.flatMap { $0 } }
    static var names: [String] { all.map(\.name) }

    // MARK: The article

    private static let copies = [
        Disguise("one copy only") { $0.dropSecondCopy() },
        Disguise("one copy only, behind the legal lines") { $0.dropFirstCopy() },
    ]

    /// Another site: name, domain, owner, licences, sections.
    private static let sites = [
        Disguise("another site") { page in
            let crumbs = page.event["breadcrumb"] as? [String] ?? []
            page.replace(page.string("site_name"), with: "江城在线")
            page.replace(page.string("site_domain"), with: "jiangchengol.com")
            page.replace(page.string("publisher_legal_name"), with: "江城浪花文化传播有限公司")
            let sections = zip(crumbs.dropFirst(), ["资讯频道", "江城", "民生·社会"])
            for (old, new) in sections.reversed() where old != crumbs.first {
                page.set(
                    "breadcrumb",
                    page.lines[4].replacingOccurrences(of: " " + old, with: " " + new)
                        .replacingOccurrences(of: "\u{A0}" + old, with: "\u{A0}" + new))
            }
            page.event["breadcrumb"] = ["江城在线", "资讯频道", "江城", "民生·社会"]
            page.event["section_path"] = ["资讯频道", "江城", "民生·社会"]
            page.event["section"] = "民生·社会"
            for licence in page.event["licences"] as? [[String: Any]] ?? [] {
                if let number = licence["number"] as? String {
                    page.replace(number, with: String(number.reversed()))
                }
            }
        },
        Disguise("a daily's site") { page in
            page.replace(page.string("site_name"), with: "云岭日报")
            page.replace(page.string("site_domain"), with: "yunlingdaily.cn")
            page.replace(page.string("publisher_legal_name"), with: "云岭日报社")
        },
    ]

    private static func names(_ page: SeedPage) -> (reporter: String, editor: String, site: String) {
        let people = page.event["contributors"] as? [[String: Any]] ?? []
        let names = people.compactMap { $0["name"] as? String }
        return (names.first ?? "", names.last ?? "", page.string("site_name"))
    }

    private static let people = [
        Disguise("other names") { page in
            let old = names(page)
            page.replace([old.reporter: "欧阳明远", old.editor: "何晓岚"])
        },
        Disguise("two reporters and a correspondent") { page in
            let old = names(page)
            page.setByline("  \(old.site)记者\u{A0}苏明远\u{A0}顾长风\u{A0}通讯员\u{A0}沈知夏")
            page.event["byline_raw"] = "\(old.site)记者 苏明远 顾长风 通讯员 沈知夏"
            page.setContributors([
                ("苏明远", "reporter", "记者", old.site), ("顾长风", "reporter", "记者", old.site),
                ("沈知夏", "correspondent", "通讯员", nil), (old.editor, "editor", "编辑", nil),
            ])
        },
        Disguise("reporters with commas") { page in
            let old = names(page)
            page.setByline("\(old.site)记者 苏明远、顾长风")
            page.event["byline_raw"] = "\(old.site)记者 苏明远、顾长风"
            page.setContributors([
                ("苏明远", "reporter", "记者", old.site), ("顾长风", "reporter", "记者", old.site),
                (old.editor, "editor", "编辑", nil),
            ])
        },
        Disguise("reporters and correspondents, all with commas and signs") { page in
            let old = names(page)
            page.setByline("□\(old.site)记者 苏明远 顾长风 通讯员 沈知夏 陆一鸣 文/摄")
            page.event["byline_raw"] = "□\(old.site)记者 苏明远 顾长风 通讯员 沈知夏 陆一鸣 文/摄"
            page.setContributors([
                ("苏明远", "reporter", "记者", old.site), ("顾长风", "reporter", "记者", old.site),
                ("沈知夏", "correspondent", "通讯员", nil), ("陆一鸣", "correspondent", "通讯员", nil),
                (old.editor, "editor", "编辑", nil),
            ])
        },
        Disguise("names of two characters spaced out") { page in
            let old = names(page)
            page.setByline("\(old.site)记者 李 明 通讯员 王 芳")
            page.event["byline_raw"] = "\(old.site)记者 李 明 通讯员 王 芳"
            page.setContributors([
                ("李明", "reporter", "记者", old.site), ("王芳", "correspondent", "通讯员", nil),
                (old.editor, "editor", "编辑", nil),
            ])
        },
        Disguise("a paper's own reporter, in brackets") { page in
            let old = names(page)
            page.setByline("（本报记者 苏明远 顾长风）")
            page.event["byline_raw"] = "（本报记者 苏明远 顾长风）"
            page.setContributors([
                ("苏明远", "reporter", "记者", nil), ("顾长风", "reporter", "记者", nil),
                (old.editor, "editor", "编辑", nil),
            ])
        },
        Disguise("a reporter without a house, and a photographer") { page in
            let old = names(page)
            page.setByline("记者 苏明远 摄影 陆一鸣")
            page.event["byline_raw"] = "记者 苏明远 摄影 陆一鸣"
            page.setContributors([
                ("苏明远", "reporter", "记者", nil), ("陆一鸣", "photographer", "摄影", nil),
                (old.editor, "editor", "编辑", nil),
            ])
        },
    ]

    private static let times =
        [
            Disguise("a date in words, with minutes") { page in
                page.setDateline("2021年12月08日 07:45 \(page.string("source_label_raw")): \(page.string("source_name"))")
                page.setPublished(
                    "2021-12-08T07:45:00+08:00", ms: 1_638_920_700_000, raw: "2021年12月08日 07:45", precision: "minute")
            },
            Disguise("a date and a time in words") { page in
                page.setDateline("2022年1月9日18时5分  \(page.string("source_label_raw")):\(page.string("source_name"))")
                page.setPublished(
                    "2022-01-09T18:05:00+08:00", ms: 1_641_722_700_000, raw: "2022年1月9日18时5分", precision: "minute")
            },
            Disguise("a day only") { page in
                page.setDateline("2022年1月9日 \(page.string("source_label_raw")): \(page.string("source_name"))")
                page.setPublished(
                    "2022-01-09T00:00:00+08:00", ms: 1_641_657_600_000, raw: "2022年1月9日", precision: "day")
            },
            Disguise("slashes, and the source first") { page in
                page.setDateline("\(page.string("source_label_raw")):\(page.string("source_name")) 2022/01/09 18:05:36")
                page.setPublished(
                    "2022-01-09T18:05:36+08:00", ms: 1_641_722_736_000, raw: "2022/01/09 18:05:36", precision: "second")
            },
            Disguise("a label before the time") { page in
                page.setDateline(
                    "发布时间:2022-01-09 18:05 \(page.string("source_label_raw")): \(page.string("source_name"))")
                page.setPublished(
                    "2022-01-09T18:05:00+08:00", ms: 1_641_722_700_000, raw: "2022-01-09 18:05", precision: "minute")
            },
            Disguise("digits in Chinese") { page in
                page.setDateline("二〇二二年一月九日 \(page.string("source_label_raw")): \(page.string("source_name"))")
                page.setPublished(
                    "2022-01-09T00:00:00+08:00", ms: 1_641_657_600_000, raw: "二〇二二年一月九日", precision: "day")
            },
        ]
        + [
            ("2022年1月9日 星期日 18:05", 1_641_722_700_000, "2022-01-09T18:05:00+08:00", "minute"),
            ("2022年1月9日下午6点5分", 1_641_722_700_000, "2022-01-09T18:05:00+08:00", "minute"),
            ("2022年1月9日18时5分36秒", 1_641_722_736_000, "2022-01-09T18:05:36+08:00", "second"),
            ("2022.01.09 18:05", 1_641_722_700_000, "2022-01-09T18:05:00+08:00", "minute"),
            ("2022-1-9 18：05：36", 1_641_722_736_000, "2022-01-09T18:05:36+08:00", "second"),
            ("二〇二二年一月九日 18:05", 1_641_722_700_000, "2022-01-09T18:05:00+08:00", "minute"),
            ("January 9, 2022 18:05", 1_641_722_700_000, "2022-01-09T18:05:00+08:00", "minute"),
            ("9 January 2022", 1_641_657_600_000, "2022-01-09T00:00:00+08:00", "day"),
        ].map { raw, ms, rfc3339, precision in
            Disguise("time: " + raw) { page in
                page.setDateline("\(raw)  \(page.string("source_label_raw")): \(page.string("source_name"))")
                page.setPublished(rfc3339, ms: ms, raw: raw, precision: precision)
            }
        }

    private static let sources = [
        Disguise("another label for the source") { page in
            page.replace(page.string("source_label_raw"), with: "来源")
        },
        Disguise("reposted from elsewhere") { page in
            let site = page.string("source_name")
            for index in page.lines.indices where page.lines[index].contains(page.string("source_label_raw")) {
                page.lines[index] = page.lines[index].replacingOccurrences(of: site, with: "云岭晚报")
            }
            page.replace(page.string("source_label_raw"), with: "来源")
            page.event["source_name"] = "云岭晚报"
            page.event["is_original"] = false
        },
    ]

    /// Other lines for the editor: the line, the page's word for the role.
    private static let editors = [
        ("责任编辑:%", "责任编辑"), ("责编 %", "责编"), ("【责任编辑:%】", "责任编辑"), ("(编辑:%)", "编辑"), ("[责任编辑: %]", "责任编辑"),
        ("编辑 %", "编辑"), ("责任编辑：%", "责任编辑"), ("编辑：% 审核：", "编辑"), ("本期编辑:%", "本期编辑"), ("文字编辑:%", "编辑"),
        ("责编:%   ", "责编"), ("[编辑: %]", "编辑"),
        ("网络编辑:%纠错:a-desk@mail.example/13900001111", "网络编辑"), ("编辑: % 纠错: 13900001111", "编辑"),
    ].map { line, word in
        Disguise("editor line: " + line) { page in
            page.setEditor(line.replacingOccurrences(of: "%", with: names(page).editor))
            var people = page.event["contributors"] as? [[String: Any]] ?? []
            people[people.count - 1]["role_raw"] = word
            page.event["contributors"] = people
        }
    }

    // MARK: Around it

    private static let menu = [
        "首页", "新闻", "本地", "财经", "体育", "教育", "健康", "旅游", "房产", "汽车", "视频", "专题", "登录 | 注册",
    ]
    private static let related = [
        "相关阅读", "地铁五号线开始热滑试验", "老城区二十条背街小巷完成改造", "轮渡公司增开夜航班次", "热门推荐", "周末天气转晴，最高气温二十八度",
        "2021-12-07 江边公园新增三处停车场", "更多精彩内容请下载客户端",
    ]

    private static let surroundings = [
        Disguise("menus before, related links behind") { page in
            page.lines.insert(contentsOf: menu.flatMap { [$0, ""] }, at: 0)
            page.lines += [""] + related.flatMap { [$0, ""] }
        },
        Disguise("a menu on one line") { page in
            page.lines.insert(contentsOf: [menu.joined(separator: " | "), "", "今天是 星期三", ""], at: 0)
        },
        Disguise("no legal lines' neighbours") { page in
            page.lines.removeAll { $0.contains("微信") || $0.contains("手机版") || $0.contains("扫一扫") }
        },
    ]

    private static let wide: KeyValuePairs = [",": "，", ":": "：", "(": "（", ")": "）", "?": "？", "!": "！"]

    /// Signs of another width: in the article's text and the lines about it, not in times, addresses and copyright lines.
    private static let marks = [
        Disguise("wide signs") { page in
            for (narrow, full) in wide { page.replaceInText(narrow, with: full) }
        },
        Disguise("wide signs everywhere, in times too") { page in
            for (narrow, full) in wide { page.replace(narrow, with: full) }
            page.replace(">", with: "＞")
            for field in ["published_at", "content_hash"] {
                page.event[field] = page.string(field).replacingOccurrences(of: "：", with: ":")
            }
        },
        Disguise("narrow signs everywhere") { page in
            for (full, narrow) in ["“": "\"", "”": "\"", "、": ",", "。": ".", ";": ";"] as KeyValuePairs {
                page.replaceInText(full, with: narrow)
            }
        },
        Disguise("narrow signs") { page in
            for (full, narrow) in ["“": "\"", "”": "\"", "、": ","] as KeyValuePairs {
                page.replaceInText(full, with: narrow)
            }
        },
        Disguise("ideographic indents") { page in
            page.lines = page.lines.map { $0.hasPrefix("  ") ? "\u{3000}\u{3000}" + $0.dropFirst(2) : $0 }
        },
        Disguise("no indents") { page in
            page.lines = page.lines.map { $0.hasPrefix("  ") ? String($0.dropFirst(2)) : $0 }
        },
        Disguise("no empty lines") { page in page.lines.removeAll { $0.isEmpty } },
    ]

    // MARK: Bytes

    private static let encodings = [
        Disguise("CRLF") { $0.lineEnd = "\r\n" },
        Disguise("GB18030") { page in
            page.encode = { Array($0.data(using: .init(rawValue: 0x8000_0632)) ?? Data()) }
        },
        Disguise("GB18030 and CRLF") { page in
            page.lineEnd = "\r\n"
            page.encode = { Array($0.data(using: .init(rawValue: 0x8000_0632)) ?? Data()) }
        },
        Disguise("UTF-8 with BOM") { $0.encode = { [0xEF, 0xBB, 0xBF] + Array($0.utf8) } },
        Disguise("UTF-16 little end first, with BOM") { page in
            page.encode = { [0xFF, 0xFE] + $0.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
        },
        Disguise("UTF-16 big end first, with BOM") { page in
            page.encode = { [0xFE, 0xFF] + $0.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } }
        },
        Disguise("UTF-16 little end first, no BOM") { page in
            page.encode = { $0.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
        },
    ]
}
