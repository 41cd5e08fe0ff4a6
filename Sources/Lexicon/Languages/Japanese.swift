extension Language {
    static let japanese = Language(
        codes: ["ja"],
        times: Times(
            wideMornings: ["午前"],
            wideAfternoons: ["午後"],
            wideFillers: ["時間"],
            wideUnits: ["秒", "分", "時間", "日", "週間", "か月", "ヶ月", "月", "年"],
            wideAgo: ["前"],
            changes: ["更新", "最終更新"]),
        people: People(
            wideRoles: Roles(
                author: ["作者", "執筆", "執筆者", "文責", "寄稿", "文", "著者"],
                reporter: ["記者", "取材", "報道", "聞き手"],
                correspondent: ["特派員"],
                editor: ["編集者", "編集"],
                photographer: ["撮影", "写真"],
                translator: ["訳", "翻訳"]),
            wideReports: ["報道"],
            wideNoNames: ["イラスト"],
            writtenBy: ["作者", "執筆者"]),
        places: Places(
            wideSources: ["提供元", "配信元", "出典"],
            unknownSources: ["整理"],
            media: ["社", "新聞", "ニュース"],
            datelineNotes: ["更新", "投稿", "公開", "配信", "更新日"],
            homes: ["ホーム", "トップ"],
            crumbLabels: ["現在位置", "現在地"],
            crumbNames: ["パンくずリスト"],
            actions: ["戻る", "印刷"]),
        rights: Rights(
            mentions: ["著作権", "無断転載", "無断複製"],
            licences: ["登録番号"],
            companyEndings: ["出版社", "株式会社", "新聞社"],
            wideForms: ["株式会社"],
            companyBeginnings: ["株式会社"],
            companyLabels: ["会社概要", "運営会社", "発行"],
            menus: ["プライバシーポリシー", "利用規約"],
            creditLabels: ["写真:"]),
        edges: Edges(
            disclaimers: ["免責事項"],
            notices: ["アフィリエイト広告を利用", "アフィリエイトプログラムを利用"],
            contacts: ["お問い合わせ", "情報提供はこちら"],
            contactLabels: [
                "本件に関するお問い合わせ先", "お問い合わせ先",
                "報道関係者お問い合わせ先",
            ],
            readingTimes: ["読了時間", "分で読める"],
            letters: ["メルマガ", "ニュースレター"],
            invitations: ["登録は", "購読"],
            readMore: ["あわせて読みたい", "関連記事", "合わせて読みたい"],
            tools: ["保存", "印刷"]),
        comments: Comments(
            words: ["コメント", "投稿"],
            rules: ["コメントの投稿", "コメントを投稿"],
            titles: ["コメント投稿規約"]),
        standIns: StandIns(
            errors: [
                "ページが見つかりません", "ページは見つかりません", "お探しのページ",
            ],
            errorTitles: ["見つかりません"],
            robotChecks: ["ロボットではありません"],
            paywalls: [
                "会員限定", "有料会員", "この記事は会員", "続きを読むには",
                "続きをご覧いただくには", "残り文字",
            ],
            logins: ["パスワードをお忘れ"],
            consents: ["クッキーを使用", "cookieを使用"],
            personalData: ["個人情報"],
            grants: ["同意"],
            searches: ["検索結果"],
            housePages: ["プライバシーポリシー", "利用規約"]))
}
