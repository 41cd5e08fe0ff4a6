extension Language {
    static let sinhala = Language(
        codes: ["si"],
        times: Times(
            months: [
                "ජනවාරි ජන",
                "පෙබරවාරි පෙබ",
                "මාර්තු මාර්",
                "අප්‍රේල්",
                "මැයි",
                "ජූනි ජුනි",
                "ජූලි ජුලි",
                "අගෝස්තු අගෝ",
                "සැප්තැම්බර් සැප්",
                "ඔක්තෝබර් ඔක්",
                "නොවැම්බර් නොවැ",
                "දෙසැම්බර් දෙසැ",
            ],
            weekdays: ["සඳුදා", "අඟහරුවාදා", "බදාදා", "බ්‍රහස්පතින්දා", "සිකුරාදා", "සෙනසුරාදා", "ඉරිදා"]),
        people: People(
            bylines: Roles(
                author: ["ලේඛක:", "ලියන ලද්දේ:"],
                reporter: ["වාර්තාකරු:"],
                photographer: ["ඡායාරූප:"]),
            places: ["කොළඹ"]),
        standIns: StandIns(
            housePages: ["අප ගැන"]))
}
