extension Language {
    static let lao = Language(
        codes: ["lo"],
        times: Times(
            months: [
                "ມັງກອນ",
                "ກຸມພາ",
                "ມີນາ",
                "ເມສາ",
                "ພຶດສະພາ",
                "ມິຖຸນາ",
                "ກໍລະກົດ",
                "ສິງຫາ",
                "ກັນຍາ",
                "ຕຸລາ",
                "ພະຈິກ",
                "ທັນວາ",
            ]),
        people: People(
            bylines: Roles(
                author: ["ໂດຍ", "ໂດຍ:", "ຜູ້ຂຽນ:"],
                photographer: ["ພາບ:"])))
}
