extension PageAnalysis {
    /// Features of the blocks' own text.
    func fillText() {
        let (features, page, measures, facts) = (features, page, measures, facts)
        for row in rows {
            let block = page.blocks[row]
            let measure = measures[row]
            let bytes = Float(max(1, block.end - block.start))
            let tokens = Float(max(1, measure.tokens))
            features[row, .tokens] = ln1(facts[row].tokens)
            features[row, .linkShare] = facts[row].linkShare
            features[row, .boldShare] = Float(block.boldBytes) / bytes
            features[row, .emphasisShare] = Float(block.emphasisBytes) / bytes
            features[row, .timeShare] = Float(block.timeBytes) / bytes
            features[row, .buttonShare] = Float(block.buttonBytes) / bytes
            features[row, .links] = ln1(Float(block.links))
            features[row, .startedByBreak] = block.startedByBreak ? 1 : 0
            features[row, .imagesBefore] = Float(min(5, block.imagesBefore))
            features[row, .isLong] = facts[row].isLong ? 1 : 0
            fillCounts(row, measure, tokens)
        }
    }

    @inline(__always)
    private func fillCounts(_ row: Int, _ measure: TextMeasure, _ tokens: Float) {
        features[row, .sentenceRate] = Float(measure.sentenceEnds) / tokens
        features[row, .commaRate] = Float(measure.commas) / tokens
        features[row, .lastEdge] = Float(measure.last.rawValue)
        features[row, .firstEdge] = Float(measure.first.rawValue)
        features[row, .endsSentence] = measure.endsSentence ? 1 : 0
        features[row, .upperShare] = Float(measure.uppers) / Float(max(1, measure.letters))
        features[row, .digitShare] = Float(measure.digits) / Float(max(1, measure.characters))
        features[row, .wideShare] = Float(measure.wides) / Float(max(1, measure.letters))
        features[row, .menuRate] = Float(measure.menuSigns) / tokens
        features[row, .stopRate] = Float(measure.stopWords) / tokens
        features[row, .tokenLength] = Float(measure.characters) / tokens
    }

    /// Features of keywords, dates and times at the blocks' starts.
    func fillMarks() {
        let (features, marks, keywords) = (features, marks, Self.keywordFeatures)
        for row in rows {
            let mark = marks[row]
            if mark.inside != 0 {
                for (feature, keyword) in keywords { features[row, feature] = mark.level(keyword) }
            }
            features[row, .phraseLeast] = mark.phraseLeast
            features[row, .phraseSum] = max(-20, mark.phraseSum)
            features[row, .statedShare] = mark.stated
            if row > 0 { features[row, .phraseBefore] = marks[row - 1].phraseLeast }
            if row + 1 < marks.count { features[row, .phraseAfter] = marks[row + 1].phraseLeast }
            features[row, .dateMark] = Float(mark.date)
            features[row, .clockMark] = Float(mark.clock)
        }
    }

    private static let keywordFeatures: [(Feature, Keyword)] = [
        (.wordByline, .byline), (.wordCopyright, .copyright), (.wordRelated, .related), (.wordShare, .share),
        (.wordComment, .comment),
        (.wordSubscribe, .subscribe), (.wordPhoto, .photo), (.wordAdvertisement, .advertisement),
        (.wordDisclaimer, .disclaimer),
        (.wordUpdated, .updated), (.wordTags, .tags), (.wordReadMore, .readMore), (.wordContact, .contact),
        (.wordPager, .pager),
        (.wordConsent, .consent), (.wordLogin, .login), (.wordOriginalTitle, .originalTitle), (.wordSource, .source),
        (.wordRepost, .repost),
        (.wordFollow, .follow), (.wordScan, .scan), (.wordEditor, .editor), (.wordSupport, .support),
    ]

    /// Features of the elements that hold the blocks.
    func fillElements() {
        guard let elements else { return }
        let (features, page) = (features, page)
        let (listCount, landmarkCount) = (ClassList.allCases.count, ElementMeasures.Landmark.allCases.count)
        for row in rows {
            let leaf = Int(page.blocks[row].leaf)
            let element = page.blocks[row].element
            let parent = Int(blockParent(element))
            let (lists, landmarks) = (elements[leaf].lists, elements[leaf].landmarks)
            features.matrix.write(lists, count: listCount, at: row, Feature.levelClassContent.rawValue)
            features.matrix.write(landmarks, count: landmarkCount, at: row, Feature.levelParagraph.rawValue)
            let values = elements[leaf].classes
            features[row, .classSum] = values.sum
            features[row, .classNegative] = values.negative
            features[row, .classPositive] = values.positive
            features[row, .classPathLeast] = values.least
            features[row, .classPathMost] = values.most
            features[row, .classParentSum] = elements[parent].classes.sum
            features[row, .elementKind] = Float(page.elements[Int(element)].kind.rawValue)
            features[row, .leafKind] = Float(page.elements[leaf].kind.rawValue)
            features[row, .parentKind] = Float(page.elements[parent].kind.rawValue)
        }
    }
}
