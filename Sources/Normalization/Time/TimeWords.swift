import Text

/// What a word can mean inside a stated time.
struct TimeWord: Sendable, Equatable {
    enum Kind: UInt8, Sendable {
        /// A month, 1...12.
        case month
        /// First half of a two-word Arabic month; the value is the month when "the first" follows.
        case monthPair
        /// "The first" (0) or "the second" (1) behind a ``monthPair``.
        case pairOrder
        /// The Vietnamese word before a month's number, and the one before the year's.
        case monthPrefix, yearPrefix
        /// 년 and its like.
        case year, monthUnit, day, hour, minute, second
        /// Morning (0), afternoon (1).
        case meridiem
        /// A month of the Iranian calendar, 1...12.
        case persianMonth
        /// Words between the parts (at, um, de, года) and weekdays.
        case filler
        /// `st`, `nd`, `er` behind a day.
        case ordinal
    }
    var kind: Kind
    var value: Int
}

/// The words of stated times in many languages, as data. All are matched folded: lower case, without accents.
enum TimeWords {
    /// One row a month; inflected forms and abbreviations as they stand on pages. ``MonthWords`` has more languages.
    static let months = [
        """
        january jan januar janner jaenner jan janvier janv enero ene gennaio gen janeiro januari styczen stycznia sty \
        januarie ianuarie ian leden ledna januara januar sijecanj sijecnja tammikuu tammikuuta tammikuun jaanuar ocak oca \
        yanvar январь января янв січень січня януари јануар јануара студзеня ιανουαριος ιανουαριου ιαν sausio sausis \
        janvaris janvari gener xaneiro janar يناير جانفي جنوری ינואר בינואר जनवरी জানুয়ারি জানুয়ারী มกราคม januar \
        januwari ujanuwari januaria જાન્યુઆરી ஜனவரி \
        ژانویه იანვარი იანვარს հունվարի មករា
        """,
        """
        february feb febr februar feber fevrier fevr febrero febbraio fevereiro fev februari luty lutego lut februarie \
        unor unora februara veljaca veljace helmikuu helmikuuta helmikuun veebruar subat sub fevral февраль февраля фев \
        февр лютий лютого февруари фебруар фебруара лютага φεβρουαριος φεβρουαριου φεβ vasario vasaris februaris \
        februari febrer febreiro shkurt فبراير فيفري شباط فروری פברואר בפברואר फरवरी फ़रवरी ফেব্রুয়ারি ফেব্রুয়ারী \
        กุมภาพันธ์ februwari ufebruwari pebruari ફેબ્રુઆરી \
        فوریه თებერვალი փետրվարի កុម្ភៈ
        """,
        """
        march mar marz maerz mrz mars marzo marco marca marzec maart mrt martie brezen brezna marec ozujak ozujka \
        maaliskuu maaliskuuta maaliskuun marts mart marcius marc март марта мар березень березня марта сакавіка μαρτιος \
        μαρτιου μαρ kovo kovas maret مارس اذار مارچ מרץ במרץ मार्च মার্চ มีนาคม matshi umatshi માર્ચ \
        მარტი մարտի មីនា
        """,
        """
        april apr avril avr abril abr aprile kwiecien kwietnia kwi aprilie duben dubna aprila travanj travnja huhtikuu \
        huhtikuuta huhtikuun aprill nisan nis aprel апрель апреля апр квітень квітня април априла красавіка απριλιος \
        απριλιου απρ balandzio balandis aprilis aprili prill aprilis ابريل افريل نيسان اپریل אפריל באפריל अप्रैल এপ্রিল \
        เมษายน epreli uepreli એપ્રિલ \
        آوریل აპრილი ապրիլի មេសា एप्रिल
        """,
        """
        may mai mayo maggio mag maio maj maja mei kveten kvetna svibanj svibnja toukokuu toukokuuta toukokuun mayis maius \
        май мая травень травня мај маја траўня μαιος μαιου μαι geguzes geguze maijs maija maig مايو ايار ماي مئی מאי \
        במאי मई মে พฤษภาคม meyi umeyi મે \
        majus مه मे მაისი մայիսի ឧសភា
        """,
        """
        june jun juni juin junio giugno giu junho czerwiec czerwca cze iunie iun cerven cervna juna lipanj lipnja kesakuu \
        kesakuuta kesakuun juuni haziran haz iyun junius июнь июня июн червень червня юни јун јуна чэрвеня ιουνιος \
        ιουνιου ιουν birzelio birzelis junijs junija juny qershor يونيو حزيران جوان جون יוני ביוני जून জুন มิถุนายน \
        ujuni જૂન \
        ژوئن ივნისი հունիսի មិថុនា
        """,
        """
        july jul juli juillet juil julio luglio lug julho lipiec lipca lip iulie iul cervenec cervence jula srpanj srpnja \
        heinakuu heinakuuta heinakuun juuli temmuz tem iyul julius июль июля июл липень липня юли јул јула ліпеня ιουλιος \
        ιουλιου ιουλ liepos liepa julijs julija juliol korrik يوليو تموز جويلية جولائی יולי ביולי जुलाई জুলাই กรกฎาคม \
        julayi ujulayi જુલાઈ \
        ژوئیه جولای ივლისი հուլիսի កក្កដា जुलै
        """,
        """
        august aug aout agosto ago agosto sierpien sierpnia sie augustus srpen srpna augusta kolovoz kolovoza elokuu \
        elokuuta elokuun agustos avgust avqust augusztus augusti август августа авг серпень серпня август августа жніўня \
        αυγουστος αυγουστου αυγ rugpjucio rugpjutis augusts augusta agost gusht agustus ogos اغسطس اب اوت اگست אוגוסט \
        באוגוסט अगस्त আগস্ট สิงหาคม agasti uagasti agt agu ઑગસ્ટ \
        اوت آگوست აგვისტო օգոստոսի សីហា ऑगस्ट
        """,
        """
        september sep sept septembre septiembre setiembre settembre set setembro wrzesien wrzesnia wrz septembrie zari \
        septembra rujan rujna syyskuu syyskuuta syyskuun eylul eyl sentyabr szeptember szept сентябрь сентября сен сент \
        вересень вересня септември септембар септембра верасня σεπτεμβριος σεπτεμβριου σεπ σεπτ rugsejo rugsejis \
        septembris septembri setembre shtator سبتمبر ايلول ستمبر ספטמבר בספטמבר सितंबर सितम्बर সেপ্টেম্বর กันยายน \
        septemba useptemba સપ્ટેમ્બર \
        سپتامبر სექტემბერი սեպտեմբերի កញ្ញា सप्टेंबर
        """,
        """
        october oct oktober okt octobre octubre ottobre ott outubro out octombrie rijen rijna oktobra pazdziernik \
        pazdziernika paz lokakuu lokakuuta lokakuun oktoober ekim eki oktyabr октябрь октября окт жовтень жовтня октомври \
        октобар октобра кастрычніка οκτωβριος οκτωβριου οκτ spalio spalis oktobris oktobri tetor اكتوبر اکتوبر אוקטובר \
        באוקטובר अक्टूबर अक्तूबर অক্টোবর ตุลาคม oktobha uoktobha ઑક્ટોબર \
        اکتبر ოქტომბერი հոկտեմբերի តុលា ऑक्टोबर
        """,
        """
        november nov novembre noviembre novembro listopad listopada listopadu lis noiembrie novembra studeni studenog \
        studenoga marraskuu marraskuuta marraskuun kasim kas noyabr ноябрь ноября ноя нояб листопад листопада ноември \
        новембар новембра лістапада νοεμβριος νοεμβριου νοε νοεμ lapkricio lapkritis novembris novembri nentor نوفمبر \
        نومبر נובמבר בנובמבר नवंबर नवम्बर নভেম্বর พฤศจิกายน novemba unovemba noember nopember નવેમ્બર \
        نوامبر ნოემბერი նոյեմբերի វិច្ឆិកា नोव्हेंबर
        """,
        """
        december dec dezember dez decembre diciembre dic dicembre dezembro grudzien grudnia gru decembrie prosinec prosince \
        decembra prosinac prosinca joulukuu joulukuuta joulukuun detsember aralik ara dekabr desember des декабрь \
        декабря дек грудень грудня декември децембар децембра снежня δεκεμβριος δεκεμβριου δεκ gruodzio gruodis \
        decembris decembri desembre dhjetor ديسمبر دسمبر דצמבר בדצמבר दिसंबर दिसम्बर ডিসেম্বর ธันวาคม disemba udisemba \
        disember ડિસેમ્બર \
        دسامبر დეკემბერი դեկտեմբերի ធ្នូ डिसेंबर
        """,
    ]

    /// The Thai abbreviations of the months, in order, each without its last full stop.
    static let thaiMonths = [
        "ม.ค", "ก.พ", "มี.ค", "เม.ย", "พ.ค", "มิ.ย", "ก.ค", "ส.ค", "ก.ย", "ต.ค", "พ.ย", "ธ.ค",
    ].map { Array($0.utf8) }

    /// The months of the Iranian calendar, in order.
    static let persianMonths = [
        "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
    ]

    /// Rows of other words: kind, value, words.
    static let others: [(TimeWord.Kind, Int, String)] = [
        (.monthPair, 10, "تشرين تشرینی"), (.monthPair, 12, "كانون کانوونی کانونی"), (.pairOrder, 0, "الاول یەکەم"),
        (.pairOrder, 1, "الثاني دووەم"),
        (.monthPrefix, 0, "thang"), (.yearPrefix, 0, "nam"),
        (.year, 0, "년 gada жылғы жылы жыл оны ခုနှစ် ko"), (.monthUnit, 0, "월 сарын сар"), (.day, 0, "일"),
        (.hour, 0, "시 h hrs hs hod uhr ч год"),
        (.minute, 0, "분 min мин хв"), (.second, 0, "초 s sec сек"),
        (.meridiem, 0, "am 오전 sa πμ ص vorm"), (.meridiem, 1, "pm 오후 ch μμ م nachm"),
        (.ordinal, 0, "st nd rd th er ere re eme e o a º ª ste de ter an en"),
        (
            .filler, 0,
            """
            at um a as alle ore le de del do di da of the on den der dem kl klo klokken ob o v в у г года гг р року m d uhr \
            las los el às la les du des dia om te pada pukul jam luc ngay saat saati ve tarihinde στισ στις ωρα και godz \
            godzina dnia roku r from since ab fomhair klockan і um ora am ساعت เวลา
            """
        ),
        (
            .filler, 1,
            """
            monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun montag mo \
            dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonntag so lundi mardi mercredi jeudi vendredi \
            samedi dimanche lunes martes miercoles jueves viernes sabado domingo lunedi martedi mercoledi giovedi venerdi \
            sabato domenica segunda terca quarta quinta sexta feira понедельник вторник среда четверг пятница суббота \
            воскресенье пн вт ср чт пт сб вс pazartesi sali carsamba persembe cuma cumartesi pazar senin selasa rabu kamis \
            jumat sabtu minggu maandag dinsdag woensdag donderdag vrijdag zaterdag zondag poniedzialek wtorek sroda \
            czwartek piatek sobota niedziela δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο κυριακη
            """
        ),
    ]

    /// Folded words by their hash. Earlier meanings win: months before fillers ("mar" is a month first).
    static let table: [UInt64: TimeWord] = {
        var table: [UInt64: TimeWord] = [:]
        func add(_ words: String, _ word: TimeWord) {
            for text in words.split(whereSeparator: \.isWhitespace) {
                let key = WordFold.hash(String(text))
                if table[key] == nil { table[key] = word }
            }
        }
        for (index, row) in months.enumerated() { add(row, TimeWord(kind: .month, value: index + 1)) }
        for (_, months) in MonthWords.everywhere {
            for (word, month) in MonthWords.named(months) { add(word, TimeWord(kind: .month, value: month)) }
        }
        for (kind, value, words) in others { add(words, TimeWord(kind: kind, value: value)) }
        for (index, word) in persianMonths.enumerated() { add(word, TimeWord(kind: .persianMonth, value: index + 1)) }
        return table
    }()

    /// Folded months that are read in a text of one language only, by its code and their hash.
    static let byLanguage: [String: [UInt64: TimeWord]] = {
        var tables: [String: [UInt64: TimeWord]] = [:]
        for (language, months) in MonthWords.own {
            for (word, month) in MonthWords.named(months) {
                tables[language, default: [:]][WordFold.hash(word)] = TimeWord(kind: .month, value: month)
            }
        }
        return tables
    }()
}
