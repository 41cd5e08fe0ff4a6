import Foundation

/// One small page in every content coding, and bombs; made with Python's zlib and brotli and with zstd.
enum CodedPages {
    static let page = String(repeating: "<p>Harbour ferry returns after eleven weeks.</p>\n", count: 3)

    static let coded: [(codings: String, base64: String)] = [
        ("gzip", gzip),
        ("X-GZIP", gzip),
        ("deflate", "eNqzKbDzSCxKyi8tUkhLLSqqVChKLSktyitWSEwrSS1SSM1JLUvNUyhPTc0u1rPRL7DjsqG5BgBxrDTM"),
        ("deflate", "symw80gsSsovLVJISy0qqlQoSi0pLcorVkhMK0ktUkjNSS1LzVMoT03NLtaz0S+w47KhuQYA"),
        (
            "zstd",
            "KLUv/QRopQEAEsMKELAdA+C1mBnNR3kx8YLmrk6ANDGCS7bscrRy74dM3Tp8fudv1EN2bgppIwEA8XRSUM9vRHc="
        ),
        ("br", "G5IA4B0JNm5yMaEX1ax5fNjgdJmZXN50k7ODDThgL+EBpwlkcMgZXU+1oLCFo6ZdRDPFkXlSh/npcwo="),
        ("gzip, br", gzipThenBrotli),
        ("identity , gzip,identity", gzip),
        (
            "gzip",
            "H4sIAAAAAAACA7MpsPNILErKLy1SSEstKqpUKEotKS3KK1ZITCtJLVJIzUktS81TKE9NzS7Ws9EvsOOyAQApHxPoMgAAAB+LCAAAAAAAAgMr"
                + "sPNILErKLy1SSEstKqpUKEotKS3KK1ZITCtJLVJIzUktS81TKE9NzS7Ws9EvsOOyKSBRAwAhPi7SYQAAAA=="
        ),
        (
            "zstd",
            "KLUv/QRYkQEAPHA+SGFyYm91ciBmZXJyeSByZXR1cm5zIGFmdGVyIGVsZXZlbiB3ZWVrcy48L3A+CjyHviC6KLUv/QRYzQEAFANwPkhhcmJv"
                + "dXIgZmVycnkgcmV0dXJucyBhZnRlciBlbGV2ZW4gd2Vla3MuPC9wPgo8AQARjRQU2T3yIQ=="
        ),
    ]

    static let gzip =
        "H4sIAAAAAAACA7MpsPNILErKLy1SSEstKqpUKEotKS3KK1ZITCtJLVJIzUktS81TKE9NzS7Ws9EvsOOyobkGAPKATAmTAAAA"
    static let gzipThenBrotli =
        "iyOAH4sIAAAAAAACA7MpsPNILErKLy1SSEstKqpUKEotKS3KK1ZITCtJLVJIzUktS81TKE9NzS7Ws9EvsOOyobkGAPKATAmTAAAAAw=="

    /// Zeros: 30 MB, 120 MB, 30 MB.
    static let bombs: [(codings: String, base64: String)] = [
        (
            "gzip, gzip",
            "H4sIAAAAAAACA+3dMU7CcBQH4JbWhJiAdXBigIFDdCHBxDA76Gw8AGewiWFicWDwAs5M7BAd9ATiYOIBjIMxToRiewrz5/umN//GX17e606b"
                + "UaWRfK7i+G8o7rbzr+ZhBAAAAASueLtNqjIg6pWvo/NLAAAAIHTXR+20LgU2V51TcQAAAEDwJoM8qzcEvm/GqTgAAAAgeCe/H8O6C3guF8cX"
                + "8gAAAIDgrR0MAAAAgL3iYAAAAADsl4dB3q+6gOynXLy3fFb4X5YH90+zs+LxJd4BfubvEghyAAA="
        ),
        (
            "br",
            "y///PwAkAOKxQHLv//j//weABEAcFoDu/R////8AkACIwwLQvf/j//8fABIAcVgAuvd//P//A0ACIA4LQPf+j///fwBIAMRhAeje//H//w8A"
                + "CYA4LADd+z/+//8BIAEQhwWge//H//8/ACQA4rAAdO//+P//B4AEQBwWgO79H////wCQAIjDAtC9/+P//x8AEgBxWAC693/8//8DQAIgDgtA"
                + "9/6P//9/AEgAxGEB6N7/5X/DCQAJgDgsAN2CEw=="
        ),
        ("zstd, gzip", "H4sIAAAAAAACA9PYqv+XJcOHgYGDgZHhz39LASYmBgGGUTyKR/HAY2YZPgbv8jZTAJa4pbamAwAA"),
    ]

    static func bytes(_ base64: String) -> [UInt8] { Array(Data(base64Encoded: base64) ?? Data()) }
}
