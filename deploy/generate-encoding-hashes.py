#!/usr/bin/env python3
"""Writes Tests/TextTests/EncodingHashes.swift: what each encoding of the WHATWG Encoding Standard makes of all its sequences.

The judge is the standard itself: its indexes and labels as Debian's package libjs-text-encoding ships them (two files), and
its decoders written out below, apart from those in Sources/Text. What the standard changed since that package is listed here.
The texts were compared with those of encoding_rs 0.8.31: the same, but for the 18 characters of gb18030's edition of 2022.
The bytes that are decoded are those of `EncodingTables.bytes` in Tests/TextTests/EncodingTableTests.swift; of the text, the
64-bit FNV-1a hash is kept.
Run from the package's root:  python3 deploy/generate-encoding-hashes.py /usr/share/javascript/text-encoding
"""
import bisect
import json
import pathlib
import re
import sys

# gb18030's edition of 2022 moved 18 characters out of private use.
GB18030_2022 = {0xA6D9: 0xFE10, 0xA6DA: 0xFE12, 0xA6DB: 0xFE11, 0xA6DC: 0xFE13, 0xA6DD: 0xFE14, 0xA6DE: 0xFE15,
                0xA6DF: 0xFE16, 0xA6EC: 0xFE17, 0xA6ED: 0xFE18, 0xA6F3: 0xFE19, 0xFE59: 0x9FB4, 0xFE61: 0x9FB5,
                0xFE66: 0x9FB6, 0xFE67: 0x9FB7, 0xFE6D: 0x9FB8, 0xFE7E: 0x9FB9, 0xFE90: 0x9FBA, 0xFEA0: 0x9FBB}
# Labels that the standard has taken up since.
NEWER_LABELS = {"UTF-8": "unicode11utf8 unicode20utf8 x-unicode20utf8", "UTF-16BE": "unicodefffe",
                "UTF-16LE": "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff", "replacement": "replacement"}
BIG5_PAIRS = {1133: "\u00ca\u0304", 1135: "\u00ca\u030c", 1164: "\u00ea\u0304", 1166: "\u00ea\u030c"}
BAD = "\ufffd"


def indexes(folder):
    text = (folder / "encoding-indexes.js").read_text()
    return json.JSONDecoder().raw_decode(text, text.index("{", text.index('"encoding-indexes"]')))[0]


def labels(folder):
    text = (folder / "encoding.js").read_text()
    text = text[text.index("var encodings = ["):]
    found = {}
    for listed, name in re.findall(r'"labels": \[(.*?)\],\s*"name": "(.*?)"', text, re.S):
        found[name] = re.findall(r'"(.*?)"', listed) + NEWER_LABELS.get(name, "").split()
    return found


class Pairs:
    """The standard's decoders of East Asian encodings: bytes in, text out."""

    def __init__(self, index):
        self.index = index

    def at(self, index, pointer):
        entries = self.index[index]
        return chr(entries[pointer]) if pointer < len(entries) and entries[pointer] is not None else None

    def big5(self, lead, trail):
        if not (0x40 <= trail <= 0x7E or 0xA1 <= trail <= 0xFE):
            return None
        pointer = (lead - 0x81) * 157 + trail - (0x40 if trail < 0x7F else 0x62)
        return BIG5_PAIRS.get(pointer) or self.at("big5", pointer)

    def euc_kr(self, lead, trail):
        return self.at("euc-kr", (lead - 0x81) * 190 + trail - 0x41) if 0x41 <= trail <= 0xFE else None

    def shift_jis(self, lead, trail):
        if not (0x40 <= trail <= 0x7E or 0x80 <= trail <= 0xFC):
            return None
        pointer = (lead - (0x81 if lead < 0xA0 else 0xC1)) * 188 + trail - (0x40 if trail < 0x7F else 0x41)
        return chr(0xE000 - 8836 + pointer) if 8836 <= pointer <= 10715 else self.at("jis0208", pointer)

    def gb18030(self, lead, trail):
        if not (0x40 <= trail <= 0x7E or 0x80 <= trail <= 0xFE):
            return None
        moved = GB18030_2022.get(lead << 8 | trail)
        pointer = (lead - 0x81) * 190 + trail - (0x40 if trail < 0x7F else 0x41)
        return chr(moved) if moved else self.at("gb18030", pointer)

    def gb18030_four(self, pointer):
        if 39419 < pointer < 189000 or pointer > 1237575:
            return None
        if pointer == 7457:
            return "\ue7c7"
        starts = self.__dict__.setdefault("starts", [start for start, _ in self.index["gb18030-ranges"]])
        start, scalar = self.index["gb18030-ranges"][bisect.bisect_right(starts, pointer) - 1]
        return chr(scalar + pointer - start)

    def decode(self, name, data):
        pair = {"Big5": self.big5, "EUC-KR": self.euc_kr, "Shift_JIS": self.shift_jis, "gb18030": self.gb18030}.get(name)
        out = []
        at = 0
        size = len(data)
        while at < size:
            byte = data[at]
            at += 1
            if byte < 0x80:
                out.append(chr(byte))
                continue
            if name == "Shift_JIS" and byte == 0x80:
                out.append("\x80")
                continue
            if name == "Shift_JIS" and 0xA1 <= byte <= 0xDF:
                out.append(chr(0xFF61 - 0xA1 + byte))
                continue
            if name == "gb18030" and byte == 0x80:
                out.append("\u20ac")
                continue
            is_lead = {"Shift_JIS": byte != 0xA0 and byte <= 0xFC, "EUC-JP": byte in (0x8E, 0x8F) or 0xA1 <= byte <= 0xFE}
            if not is_lead.get(name, 0x81 <= byte <= 0xFE) or at == size:
                out.append(BAD)
                continue
            second = data[at]
            at += 1
            if name == "gb18030" and 0x30 <= second <= 0x39:
                if at >= size or (0x81 <= data[at] <= 0xFE and at + 1 >= size):
                    out.append(BAD)
                    break
                if not (0x81 <= data[at] <= 0xFE and 0x30 <= data[at + 1] <= 0x39):
                    out.append(BAD)
                    at -= 1
                    continue
                high = (byte - 0x81) * 10 + second - 0x30
                out.append(self.gb18030_four(high * 1260 + (data[at] - 0x81) * 10 + data[at + 1] - 0x30) or BAD)
                at += 2
                continue
            index = "jis0208"
            if name == "EUC-JP":
                if byte == 0x8E and 0xA1 <= second <= 0xDF:
                    out.append(chr(0xFF61 - 0xA1 + second))
                    continue
                if byte == 0x8F and 0xA1 <= second <= 0xFE:
                    if at == size:
                        out.append(BAD)
                        break
                    index, byte, second = "jis0212", second, data[at]
                    at += 1
                inside = 0xA1 <= byte <= 0xFE and 0xA1 <= second <= 0xFE
                text = self.at(index, (byte - 0xA1) * 94 + second - 0xA1) if inside else None
            else:
                text = pair(byte, second)
            if text is None and second < 0x80:
                at -= 1
            out.append(text or BAD)
        return "".join(out)

    def iso_2022_jp(self, data):
        escapes = {b"(B": "ascii", b"(J": "roman", b"(I": "katakana", b"$@": "pairs", b"$B": "pairs"}
        out = []
        at, mode, escaped = 0, "ascii", False
        while at < len(data):
            byte = data[at]
            if byte == 0x1B:
                found = escapes.get(data[at + 1:at + 3])
                if found is None or escaped:
                    out.append(BAD)
                at += 3 if found else 1
                mode, escaped = found or mode, found is not None
                continue
            escaped = False
            at += 1
            if mode == "pairs":
                text = None
                if 0x21 <= byte <= 0x7E and at < len(data):
                    trail = data[at]
                    at += trail != 0x1B
                    if 0x21 <= trail <= 0x7E:
                        text = self.at("jis0208", (byte - 0x21) * 94 + trail - 0x21)
            elif mode == "katakana":
                text = chr(0xFF61 - 0x21 + byte) if 0x21 <= byte <= 0x5F else None
            else:
                text = chr(byte) if byte < 0x80 and byte not in (0x0E, 0x0F) else None
                if mode == "roman":
                    text = {0x5C: "\u00a5", 0x7E: "\u203e"}.get(byte, text)
            out.append(text or BAD)
        return "".join(out)


def utf16(data, big):
    units = [int.from_bytes(data[i:i + 2], "big" if big else "little") for i in range(0, len(data) - 1, 2)]
    out = []
    at = 0
    while at < len(units):
        unit = units[at]
        at += 1
        if unit & 0xFC00 == 0xD800 and at < len(units) and units[at] & 0xFC00 == 0xDC00:
            out.append(chr(0x10000 + ((unit & 0x3FF) << 10) + (units[at] & 0x3FF)))
            at += 1
        else:
            out.append(BAD if unit & 0xF800 == 0xD800 else chr(unit))
    return "".join(out) + (BAD if len(data) % 2 else "")


def stream(name):
    """The bytes of `EncodingTables.bytes`."""
    if name in ("UTF-16LE", "UTF-16BE"):
        return b"".join(unit.to_bytes(2, "little") for unit in range(0x10000)) + b"\x00\xd8\x01\xdc\x41"
    pairs = b"".join(bytes([lead, trail, 0x0A]) for lead in range(0x80, 0x100) for trail in range(0x100))
    if name in ("Big5", "EUC-KR", "Shift_JIS", "UTF-8"):
        return pairs
    if name == "EUC-JP":
        return pairs + b"".join(bytes([0x8F, lead, trail, 0x0A]) for lead in range(0xA1, 0xFF) for trail in range(0x100))
    if name == "gb18030":
        return pairs + b"".join(bytes([first, second, third, fourth]) for first in range(0x81, 0xFF)
                                for second in range(0x30, 0x3A) for third in range(0x81, 0xFF) for fourth in range(0x30, 0x3A))
    if name == "ISO-2022-JP":
        rows = b""
        for escape in (b"(B", b"(J", b"(I"):
            rows += b"\x1b" + escape + bytes(byte for byte in range(0x100) if byte != 0x1B)
        for escape in (b"$@", b"$B"):
            for lead in range(0x100):
                rows += b"\x1b" + escape + b"".join(bytes([lead, trail]) for trail in range(0x100)) + b"\x1b(B\n"
        return rows
    return bytes(range(0x100))


def decoded(name, data, index):
    if name == "UTF-8":
        return data.decode("utf-8", "replace")
    if name in ("UTF-16LE", "UTF-16BE"):
        return utf16(data, name == "UTF-16BE")
    if name == "replacement":
        return BAD
    if name == "x-user-defined":
        return "".join(chr(byte if byte < 0x80 else 0xF780 - 0x80 + byte) for byte in data)
    if name == "ISO-2022-JP":
        return Pairs(index).iso_2022_jp(data)
    if name in ("Big5", "EUC-KR", "Shift_JIS", "EUC-JP", "gb18030"):
        return Pairs(index).decode(name, data)
    table = index["iso-8859-8" if name == "ISO-8859-8-I" else name.lower()]
    return "".join(chr(byte if byte < 0x80 else table[byte - 0x80] or 0xFFFD) for byte in data)


def fnv1a(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    index = indexes(folder)
    named = labels(folder)
    rows = []
    for name in sorted(named):
        if name == "GBK":
            continue
        text = decoded(name, stream(name), index)
        rows.append(f'        ("{name}", 0x{fnv1a(text.encode()):016X}),')
    listed = sorted(f"{label}={name}" for name in named for label in named[name])
    pathlib.Path("Tests/TextTests/EncodingHashes.swift").write_text(
        "// Generated by deploy/generate-encoding-hashes.py from the standard's indexes and labels.\n\n"
        "/// What the Encoding Standard makes of the bytes of `EncodingTables.bytes`, as 64-bit FNV-1a hashes of the text.\n"
        "enum EncodingHashes {\n"
        f"    /// How many labels it has, and the hash of all as lines `label=name` sorted by their bytes.\n"
        f'    static let labels = (count: {len(listed)}, hash: 0x{fnv1a(chr(10).join(listed).encode()):016X} as UInt64)\n\n'
        "    /// The text of each encoding; GBK decodes as gb18030.\n"
        "    static let texts: [(name: String, hash: UInt64)] = [\n" + "\n".join(rows) + "\n    ]\n}\n")
