extension Language {
    static let zulu = Language(
        codes: ["zu"],
        times: Times(
            months: [
                "jan januwari ujanuwari",
                "feb februwari ufebruwari",
                "matshi umatshi mashi",
                "epreli uepreli ephreli",
                "meyi umeyi",
                "jun juni ujuni",
                "jul julayi ujulayi",
                "agasti uagasti",
                "sep useptemba septhemba",
                "okt oktobha uoktobha okthoba",
                "nov novemba unovemba",
                "disemba udisemba",
            ]))
}
