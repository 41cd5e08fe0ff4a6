/// Lines of pages that stand in place of an article: what they say is said to whoever asks for the page.
public enum StandInLine: Sendable, Hashable, CaseIterable {
    /// The page is not there, or the server failed.
    case error
    /// The reader is to prove to be no robot.
    case robotCheck
    /// The rest is for those who pay.
    case paywall
    /// The reader is to log in.
    case login
    /// The reader is to agree to cookies and the like.
    case consent

    /// What a line says, or `nil` when it is no such line.
    public static func kind(of line: Span<UInt8>) -> StandInLine? {
        allCases.first { $0.isIn(line) }
    }

    /// Whether a line says this.
    public func isIn(_ line: Span<UInt8>) -> Bool { Self.table[self]?.isIn(line) ?? false }

    private static let table = Dictionary(uniqueKeysWithValues: allCases.map { ($0, WordSigns($0.phrases)) })

    /// Phrases that hardly any other line holds. A test has a row for each.
    var phrases: [String] {
        switch self {
        case .error: Self.errorPhrases
        case .robotCheck: Self.robotPhrases
        case .paywall: Self.paywallPhrases
        case .login: Self.loginPhrases
        case .consent: Self.consentPhrases
        }
    }

    private static let errorPhrases = [
        "404 not found", "403 forbidden", "500 internal server error", "502 bad gateway", "503 service unavailable",
        "error 404", "404 error", "page not found", "page could not be found", "page you requested",
        "page you are looking for", "page you were looking for", "page you're looking for", "can't find that page",
        "page doesn't exist", "page does not exist", "page is unavailable", "page unavailable", "page isn't available",
        "this content is no longer available", "an error occurred", "access denied",
        "seite nicht gefunden", "seite wurde nicht gefunden", "seite existiert nicht", "angeforderte seite",
        "gesuchte seite", "page introuvable", "page n'existe pas", "page demandee", "page que vous recherchez",
        "pagina no encontrada", "pagina que busca", "pagina no existe", "pagina nao encontrada",
        "pagina que voce procura", "pagina non trovata", "pagina che cerchi", "pagina richiesta non",
        "pagina niet gevonden", "deze pagina bestaat niet", "strona nie istnieje", "nie znaleziono strony",
        "strony nie znaleziono", "sidan hittades inte", "sidan kunde inte hittas", "siden ble ikke funnet",
        "siden blev ikke fundet", "siden findes ikke", "sivua ei loytynyt", "stranka nenalezena",
        "az oldal nem talalhato",
        "pagina nu a fost gasita", "sayfa bulunamadi", "halaman tidak ditemukan", "khong tim thay trang",
        "страница не найдена", "страницы не существует", "сторінку не знайдено", "η σελιδα δεν βρεθηκε",
        "页面不存在", "頁面不存在", "页面找不到", "您访问的页面", "您要访问的页面", "無法找到頁面", "找不到網頁", "找不到页面",
        "内容已被删除", "文章不存在或", "ページが見つかりません", "ページは見つかりません", "お探しのページ", "페이지를 찾을 수 없",
        "الصفحة غير موجودة", "لم يتم العثور على الصفحة", "הדף לא נמצא", "صفحه مورد نظر", "पेज नहीं मिला", "ไม่พบหน้า",
    ]

    private static let robotPhrases = [
        "are you a robot", "not a robot", "you are human", "you are a human", "checking your browser",
        "verifying you are human", "just a moment...", "attention required!",
        "enable javascript and cookies to continue",
        "unusual activity from your", "unusual traffic from your", "security check to access", "ddos protection by",
        "request unsuccessful. incapsula", "pardon our interruption", "sind sie ein mensch", "kein roboter",
        "vous n'etes pas un robot", "no eres un robot", "nao e um robo", "non sei un robot", "не робот", "안전한 접속을 위해",
        "请完成安全验证", "请完成验证", "请输入验证码", "人机验证", "請完成驗證", "ロボットではありません", "로봇이 아닙니다",
    ]

    private static let paywallPhrases = [
        "to continue reading", "to keep reading", "to read this article", "to read the full article",
        "to read the full story", "to read the rest of", "continue reading with a", "limit of free articles",
        "free articles this month", "free articles remaining", "this article is for subscribers",
        "this story is for subscribers", "this content is for subscribers", "for subscribers only",
        "exclusive to subscribers", "available to subscribers", "already a subscriber?", "already a member?",
        "unlock this article", "to unlock this", "um weiterzulesen", "um den artikel zu lesen",
        "artikel zu ende lesen", "ganzen artikel lesen", "weiterlesen mit", "jetzt weiterlesen",
        "exklusiv fur abonnenten",
        "nur fur abonnenten", "sie haben bereits ein abo", "bereits abonnent?", "reserve aux abonnes",
        "reservee aux abonnes", "reste a lire", "de cet article vous reste", "deja abonne", "abonnez-vous pour lire",
        "exclusivo para suscriptores", "solo para suscriptores", "contenido exclusivo para", "suscribete para seguir",
        "suscribete para leer", "ya eres suscriptor", "exclusivo para assinantes", "ja e assinante", "assine para ler",
        "contenuto riservato agli abbonati", "riservato agli abbonati", "sei gia abbonato", "abbonati per continuare",
        "verder lezen?", "alleen voor abonnees", "al abonnee?", "for prenumeranter", "for abonnenter",
        "kun for abonnenter",
        "allerede abonnent", "redan prenumerant", "vain tilaajille", "dla prenumeratorow", "dla subskrybentow",
        "masz juz prenumerate", "jen pro predplatitele", "pouze pro predplatitele", "csak elofizetoknek",
        "доступно только подписчикам", "только для подписчиков", "лише для передплатників", "μονο για συνδρομητεσ",
        "会员专享", "会员可读", "登录后阅读全文", "登录后查看全文", "订阅后阅读", "付费阅读", "剩余内容需", "訂閱後閱讀", "會員專屬",
        "會員限定", "登入後閱讀", "会員限定", "有料会員", "この記事は会員", "続きを読むには", "続きをご覧いただくには", "残り文字", "유료회원",
        "구독자 전용", "멤버십 전용", "للمشتركين فقط", "למנויים בלבד",
    ]

    private static let loginPhrases = [
        "forgot your password", "forgot password", "forgotten your password", "don't have an account",
        "create an account",
        "remember me", "log in to your account", "sign in to your account", "sign in with google",
        "log in with facebook",
        "passwort vergessen", "noch kein konto", "angemeldet bleiben", "mot de passe oublie", "pas encore de compte",
        "se souvenir de moi", "olvidado tu contrasena", "olvidaste tu contrasena", "no tienes cuenta",
        "recuerdame", "esqueceu a senha", "esqueceu sua senha", "nao tem conta", "password dimenticata",
        "non hai un account", "wachtwoord vergeten", "glomt losenord", "glemt passord", "glemt adgangskode",
        "unohditko salasanan", "zapomniales hasla", "nie masz konta", "zapomneli jste heslo", "elfelejtett jelszo",
        "забыли пароль", "нет аккаунта", "забули пароль", "ξεχασατε τον κωδικο", "sifremi unuttum", "lupa kata sandi",
        "quen mat khau", "忘记密码", "忘記密碼", "没有账号", "還沒有帳號", "扫码登录", "验证码登录", "パスワードをお忘れ", "비밀번호 찾기",
        "نسيت كلمة المرور", "ليس لديك حساب", "שכחת סיסמה",
    ]

    private static let consentPhrases = [
        "we use cookies", "uses cookies", "use of cookies", "accept cookies", "accept all cookies", "cookie settings",
        "our partners store", "we and our", "process personal data", "your privacy choices", "we value your privacy",
        "wir verwenden cookies", "nutzen cookies", "einsatz von cookies", "mit werbung weiterlesen",
        "werbung und tracking", "personenbezogene daten wie", "ihre zustimmung", "nous utilisons des cookies",
        "nos partenaires et nous", "nous et nos partenaires", "tels que les cookies", "telles que les cookies",
        "respect de votre vie privee", "utilizamos cookies", "usamos cookies", "nosotros y nuestros", "uso de cookies",
        "utilizziamo i cookie", "accettare i cookie", "quali cookie", "noi e i nostri", "wij gebruiken cookies",
        "maken gebruik van cookies", "vi anvander cookies", "vi bruger cookies", "vi bruker cookies",
        "vi bruker informasjonskapsler", "kaytamme evasteita", "uzywamy plikow cookie", "plikow cookies",
        "pouzivame cookies", "pouzivame soubory cookie", "sutiket hasznal", "folosim cookie", "используем файлы cookie",
        "використовуємо файли cookie", "χρησιμοποιουμε cookies", "cerezleri kullan", "menggunakan cookie",
        "我们使用cookie", "我們使用cookie", "クッキーを使用", "cookieを使用", "쿠키를 사용", "نستخدم ملفات تعريف الارتباط",
    ]

    /// Whether a title, whole, is that of a policy or of terms, which every site has beside its articles.
    public static func isHousePage(title: String) -> Bool { housePages.contains(NameShape.fold(title)) }

    /// Whether a title is that of a page of search results: nothing else, or what was searched behind it.
    public static func isSearch(title: String) -> Bool {
        let folded = NameShape.fold(title)
        return searches.contains { folded == $0 || folded.hasPrefix($0 + ":") }
            || searchesFor.contains { folded.hasPrefix($0) }
    }

    private static let searches = [
        "search", "search results", "search result", "Suche", "Suchergebnisse", "Résultats de recherche",
        "Résultats de la recherche", "Resultados de búsqueda", "Resultados de la búsqueda", "Resultados da busca",
        "Resultados da pesquisa", "Risultati della ricerca", "Risultati di ricerca", "Zoekresultaten", "Sökresultat",
        "Søgeresultater", "Søkeresultater", "Hakutulokset", "Wyniki wyszukiwania", "Výsledky vyhledávání",
        "Keresési eredmények", "Rezultatele căutării", "Результаты поиска", "Результати пошуку",
        "Резултати от търсенето",
        "Αποτελέσματα αναζήτησης", "Arama sonuçları", "Hasil pencarian", "Kết quả tìm kiếm", "搜索结果", "搜尋結果", "検索結果",
        "검색결과", "검색 결과", "نتائج البحث", "نتایج جستجو", "תוצאות חיפוש",
    ].map { NameShape.fold($0) }

    private static let searchesFor = [
        "search results for ", "you searched for ", "Suchergebnisse für ", "Résultats de recherche pour ",
        "Résultats de la recherche pour ",
        "Resultados de búsqueda para ", "Resultados de la búsqueda para ", "Resultados da busca por ",
        "Resultados da pesquisa por ", "Risultati della ricerca per ", "Zoekresultaten voor ", "Sökresultat för ",
        "Wyniki wyszukiwania dla ", "Результаты поиска по запросу ",
    ].map { NameShape.fold($0) }

    private static let housePages = Set(
        [
            "Privacy Policy", "Privacy Notice", "Privacy Statement", "Cookie Policy", "Cookies Policy", "Terms of Use",
            "Terms of Service", "Terms and Conditions", "Terms & Conditions", "Accessibility Statement",
            "Datenschutzerklärung", "Nutzungsbedingungen", "Allgemeine Geschäftsbedingungen", "Mentions légales",
            "Politique de confidentialité", "Conditions générales d'utilisation", "Política de privacidad",
            "Aviso legal", "Política de cookies", "Términos y condiciones", "Política de Privacidade",
            "Termos de uso", "Informativa sulla privacy", "Note legali", "Privacyverklaring", "Privacybeleid",
            "Algemene voorwaarden", "Integritetspolicy", "Personvernerklæring", "Privatlivspolitik",
            "Tietosuojaseloste", "Polityka prywatności", "Zásady ochrany osobních údajů",
            "Adatvédelmi tájékoztató", "Gizlilik Politikası", "Политика конфиденциальности",
            "Пользовательское соглашение", "Політика конфіденційності", "Πολιτική απορρήτου", "Όροι χρήσης",
            "Kebijakan Privasi", "Chính sách bảo mật", "隐私政策", "隱私政策", "隐私条款", "用户协议", "服务条款", "服務條款",
            "プライバシーポリシー", "利用規約", "개인정보처리방침", "이용약관", "سياسة الخصوصية", "شروط الاستخدام",
            "מדיניות פרטיות",
        ].map { NameShape.fold($0) })
}
