extension PageFeatures {
    /// What the learnt tables say of the page's class tokens, words and statements.
    mutating func setTokens(_ tokens: PageTokens, _ tables: PageTables) {
        let features: [(PageTokens.Place, PageFeature, PageFeature, PageFeature)] = [
            (.classes, .classesOther, .classesArticle, .classesBalance),
            (.words, .wordsOther, .wordsArticle, .wordsBalance),
            (.statements, .statementsOther, .statementsArticle, .statementsBalance),
        ]
        for (place, other, article, balance) in features {
            let sums = tables.sums(tokens, of: place)
            self[other] = sums.other
            self[article] = sums.article
            self[balance] = sums.balance
        }
    }
}
