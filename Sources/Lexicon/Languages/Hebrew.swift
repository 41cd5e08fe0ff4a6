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
            units: ["דקות", "שעות", "ימים"]),
        people: People(
            bylines: Roles(
                author: ["כתב:", "מאת:", "מאת"]),
            particles: ["ben"]),
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
