extension Language {
    static let arabic = Language(
        codes: ["ar"],
        times: Times(
            months: [
                "يناير جانفي",
                "فبراير فيفري شباط",
                "مارس اذار",
                "ابريل افريل نيسان",
                "مايو ايار ماي",
                "يونيو حزيران جوان",
                "يوليو تموز جويلية",
                "اغسطس اب اوت",
                "سبتمبر ايلول",
                "اكتوبر",
                "نوفمبر",
                "ديسمبر",
            ],
            octoberPairs: ["تشرين"],
            decemberPairs: ["كانون"],
            pairFirsts: ["الاول"],
            pairSeconds: ["الثاني"],
            mornings: ["ص"],
            afternoons: ["م"],
            before: ["منذ", "قبل"],
            units: ["دقيقة", "ساعة", "ساعات"],
            changes: ["تحديث"]),
        people: People(
            bylines: Roles(
                author: [
                    "كتب:", "كتبت:", "بقلم:", "بقلم", "كتب -", "كتبت -", "كتب –",
                    "كتبت –", "اعداد:", "تقرير:",
                ]),
            particles: ["bin", "bint", "al", "el", "ibn", "ben", "abu"]),
        places: Places(
            sources: ["المصدر"],
            homes: ["الرئيسية"],
            tags: ["الكلمات المفتاحية"]),
        rights: Rights(
            reserved: ["جميع الحقوق محفوظة"]),
        edges: Edges(
            contacts: ["ابلغ عن خطا", "اتصل بنا", "للتواصل"],
            readingTimes: ["وقت القراءة", "مدة القراءة"],
            readMore: ["اقرأ أيضا", "اقرأ أيضاً", "شاهد أيضا"]),
        comments: Comments(
            words: ["تعليق"],
            rules: ["التعليقات المنشورة"],
            titles: ["سياسة التعليقات"]),
        standIns: StandIns(
            errors: ["الصفحة غير موجودة", "لم يتم العثور على الصفحة"],
            errorTitles: ["غير موجودة"],
            paywalls: ["للمشتركين فقط"],
            logins: ["نسيت كلمة المرور", "ليس لديك حساب"],
            consents: ["نستخدم ملفات تعريف الارتباط"],
            searches: ["نتائج البحث"],
            housePages: ["سياسة الخصوصية", "شروط الاستخدام"]))
}
