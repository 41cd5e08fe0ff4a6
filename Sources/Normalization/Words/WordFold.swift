import Text

/// Folds words for table look-ups: lower case without accents, hashed as they are read (FNV-1a, 64 bits).
enum WordFold {
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Adds a folded scalar to a hash.
    static func mix(_ hash: UInt64, _ value: UInt32) -> UInt64 {
        (hash ^ UInt64(value)) &* 0x0000_0100_0000_01B3
    }

    /// The hash of a whole word.
    static func hash(_ word: String) -> UInt64 {
        word.unicodeScalars.reduce(seed) { hash, scalar in
            guard let folded = fold(scalar.value) else { return hash }
            return mix(hash, folded)
        }
    }

    /// A scalar lower-cased and without its accent; `nil` for combining marks.
    static func fold(_ value: UInt32) -> UInt32? {
        if value < 0x80 { return value >= 0x41 && value <= 0x5A ? value | 0x20 : value }
        if value >= 0x300 && value <= 0x36F || value == 0x200C || value == 0x200D || value == 0x640 {
            return nil
        }
        if value < 0x600 { return low[Int(value)] }
        if value >= 0x1E00 && value < 0x2000 { return high[Int(value) - 0x1E00] }
        return value < 0x650 ? arabic[value] ?? value : value
    }

    private static func lower(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x391...0x3A9, 0x410...0x42F: value + 0x20
        case 0x400...0x40F: value + 0x50
        case 0x531...0x556: value + 0x30
        default: value
        }
    }

    private static let arabic: [UInt32: UInt32] = [0x622: 0x627, 0x623: 0x627, 0x625: 0x627, 0x649: 0x64A]

    /// Base letter, then its accented forms.
    private static let rows = """
        a àáâãäåāăąǎạảấầẩẫậắằẳẵặÀÁÂÃÄÅĀĂĄẠẢẤẦẨẪẬẮẰẲẴẶ
        c çćĉċčÇĆĈĊČ
        d ďđÐĎĐ
        e èéêëēĕėęěẹẻẽếềểễệÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆə
        g ĝğġģĜĞĠĢ
        h ĥħĤĦ
        i ìíîïĩīĭįıịỉÌÍÎÏĨĪĬĮİỊỈ
        j ĵĴ
        k ķĶ
        l ĺļľłĹĻĽŁ
        n ñńņňÑŃŅŇ
        o òóôõöøōŏőơọỏốồổỗộớờởỡợÒÓÔÕÖØŌŎŐƠỌỎỐỒỔỖỘỚỜỞỠỢ
        r ŕřŔŘ
        s śŝşšșŚŜŞŠȘ
        t ţťțŢŤȚ
        u ùúûüũūŭůűųưụủứừửữựÙÚÛÜŨŪŬŮŰŲƯỤỦỨỪỬỮỰ
        w ŵŴ
        y ýÿŷỳỵỷỹÝŸŶỲỴỶỸ
        z źżžŹŻŽ
        α άΆ
        ε έΈ
        η ήΉ
        ι ίϊΐΊΪ
        ο όΌ
        υ ύϋΰΎΫ
        ω ώΏ
        σ ς
        е ёЁ
        и йЙ
        """

    private static let low: [UInt32] = (0..<0x600).map { lettersByScalar[$0] ?? lower($0) }
    private static let high: [UInt32] = (0x1E00..<0x2000).map { lettersByScalar[$0] ?? lower($0) }

    private static let lettersByScalar: [UInt32: UInt32] = {
        var map: [UInt32: UInt32] = [:]
        for row in rows.split(separator: "\n") {
            guard let base = row.unicodeScalars.first else { continue }
            for scalar in row.unicodeScalars.dropFirst(2) { map[scalar.value] = base.value }
        }
        return map
    }()
}
