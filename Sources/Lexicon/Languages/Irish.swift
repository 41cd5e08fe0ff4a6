extension Language {
    static let irish = Language(
        codes: ["ga"],
        times: Times(
            months: [
                "eanáir",
                "feabhra",
                "",
                "aibreán",
                "bealtaine",
                "meitheamh",
                "",
                "lúnasa",
                "",
                "",
                "samhain",
                "nollaig nollag",
            ],
            ownMonths: [
                "ean",
                "feabh",
                "márta",
                "aib",
                "beal",
                "meith",
                "iúil",
                "lún",
                "meán mfómh",
                "deireadh dfómh",
                "samh",
                "noll",
            ],
            fillers: ["fomhair"]),
        people: People(
            ownBylines: ["le"],
            particles: ["mc", "o'"]),
        standIns: StandIns(
            housePages: ["Polasaí príobháideachais", "Beartas príobháideachais"]))
}
