/// Lines that say how long an article takes to read: `Temps de lecture : 2 min`, `5 min read`.
public enum ReadingTimeLine {
    /// Whether a line says so: a phrase for it and a number, and little else.
    public static func isIn(_ line: Span<UInt8>) -> Bool {
        guard line.count <= 80, line.indices.contains(where: { line[$0] &- 0x30 < 10 }) else { return false }
        return signs.isIn(line)
    }

    private static let signs = WordSigns(phrases)

    /// Such phrases. A test has a row for each.
    static let phrases = [
        "min read", "mins read", "minute read", "minutes read", "reading time", "read time", "lesezeit", "lesedauer",
        "temps de lecture", "min de lecture", "minutes de lecture", "tiempo de lectura", "min de lectura",
        "minutos de lectura", "tempo de leitura", "min de leitura", "minutos de leitura", "tempo di lettura",
        "min di lettura", "minuti di lettura", "leestijd", "lästid", "lesetid", "læsetid", "lukuaika", "czas czytania",
        "min czytania", "doba čtení", "olvasási idő", "timp de citire", "время чтения", "время на чтение",
        "мин. чтения", "минут чтения", "час читання", "χρόνος ανάγνωσης", "okuma süresi", "dakikalık okuma",
        "waktu baca", "menit baca", "thời gian đọc", "阅读时间", "閱讀時間", "阅读时长", "预计阅读", "読了時間", "分で読める", "읽는 시간",
        "وقت القراءة", "مدة القراءة",
    ]
}
