extension Language {
    static let mongolian = Language(
        codes: ["mn"],
        times: Times(
            yearMarks: ["оны"],
            monthMarks: ["сарын", "сар"]),
        standIns: StandIns(
            housePages: ["Нууцлалын бодлого", "Бидний тухай"]))
}
