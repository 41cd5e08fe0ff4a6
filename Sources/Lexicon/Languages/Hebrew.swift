extension Language {
    static let hebrew = Language(
        codes: ["he"],
        times: Times(
            months: [
                "ינואר בינואר ינו ינו׳",
                "פברואר בפברואר פבר פבר׳",
                "מרץ במרץ",
                "אפריל באפריל אפר אפר׳",
                "מאי במאי",
                "יוני ביוני",
                "יולי ביולי",
                "אוגוסט באוגוסט אוג אוג׳",
                "ספטמבר בספטמבר ספט ספט׳",
                "אוקטובר באוקטובר אוק אוק׳",
                "נובמבר בנובמבר נוב נוב׳",
                "דצמבר בדצמבר דצמ דצמ׳",
            ],
            before: ["קודם", "לפני"],
            units: ["שניות", "דקות דקה", "שעות שעה", "ימים יום", "שבועות שבוע", "חודשים חודש", "שנים שנה"],
            todays: ["היום"],
            yesterdays: ["אתמול"],
            publications: ["פורסם", "תאריך פרסום"],
            occasions: ["מתי"]),
        people: People(
            bylines: Roles(
                author: ["כתב:", "כתבה:", "מאת:", "מאת", "כותב:", "כותבת:", "נכתב על ידי"],
                reporter: ["דיווח:"],
                editor: ["עורך:", "עורכת:", "עריכה:"],
                photographer: ["צילום:", "צלם:", "צילומים:"],
                translator: ["תרגום:", "תרגם:"]),
            particles: ["ben"],
            titles: ["עיתונאי", "עיתונאית"],
            places: ["תל אביב", "ירושלים", "באר שבע", "חיפה"]),
        places: Places(
            sources: ["מקור"]),
        rights: Rights(
            reserved: ["כל הזכויות שמורות"]),
        edges: Edges(
            readMore: ["קראו גם", "קראו עוד"]),
        comments: Comments(
            words: ["תגוב"]),
        standIns: StandIns(
            errors: ["הדף לא נמצא"],
            errorTitles: ["לא נמצא"],
            paywalls: ["למנויים בלבד"],
            logins: ["שכחת סיסמה"],
            searches: ["תוצאות חיפוש"],
            housePages: ["מדיניות פרטיות"]))
}
