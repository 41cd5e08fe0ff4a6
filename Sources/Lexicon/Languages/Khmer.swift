extension Language {
    static let khmer = Language(
        codes: ["km"],
        times: Times(
            months: [
                "មករា",
                "កុម្ភៈ",
                "មីនា",
                "មេសា",
                "ឧសភា",
                "មិថុនា",
                "កក្កដា",
                "សីហា",
                "កញ្ញា",
                "តុលា",
                "វិច្ឆិកា",
                "ធ្នូ",
            ]),
        people: People(
            bylines: Roles(
                author: ["ដោយ", "ដោយ:", "អ្នកនិពន្ធ:"],
                reporter: ["អ្នកយកព័ត៌មាន:"],
                photographer: ["រូបភាព:"]),
            places: ["ភ្នំពេញ"]))
}
