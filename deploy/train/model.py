"""Reads and writes the model file of `ExtractionModel`; its layout is described there."""
import struct

import numpy as np

import pagetables

MAGIC, VERSION = b"GALLEYM\0", 4
LEAF = 0xFFFF


def lower_float(value):
    """The greatest float that is not above: a row that the trainer sends left must go left in the product."""
    single = np.float32(value)
    return np.nextafter(single, np.float32(-np.inf)) if float(single) > value else single


class Forest:
    """Trees whose leaves are added to a logit, over inputs that have names.

    A tree is a pair of arrays over its nodes in preorder: (column, right child), and thresholds, or values where the column is LEAF.
    """

    def __init__(self, names, trees):
        self.names, self.trees = names, trees

    @classmethod
    def of(cls, booster, names):
        """What a booster learnt, whose inputs have these names; those that it does not use are left out."""
        dump = booster.dump_model()
        used = [i for i, uses in enumerate(booster.feature_importance("split")) if uses > 0]
        column = {feature: place for place, feature in enumerate(used)}
        return cls([names[feature] for feature in used], [cls.tree(tree["tree_structure"], column) for tree in dump["tree_info"]])

    @staticmethod
    def tree(root, column):
        ways, values = [], []

        def add(node):
            place = len(ways)
            is_leaf = "split_feature" not in node
            ways.append([LEAF if is_leaf else column[node["split_feature"]], 0])
            values.append(np.float32(node["leaf_value"]) if is_leaf else lower_float(node["threshold"]))
            if not is_leaf:
                assert node["decision_type"] == "<="
                add(node["left_child"])
                ways[place][1] = len(ways)
                add(node["right_child"])

        add(root)
        return np.array(ways, "<u2"), np.array(values, "<f4")

    @classmethod
    def read(cls, data, at):
        """Reads a forest's bytes; returns it and where it ends."""
        names, trees = [], []
        (count,), at = struct.unpack_from("<H", data, at), at + 2
        for _ in range(count):
            end = at + 1 + data[at]
            names.append(data[at + 1 : end].decode())
            at = end
        (count,), at = struct.unpack_from("<H", data, at), at + 2
        for _ in range(count):
            (nodes,), at = struct.unpack_from("<H", data, at), at + 2
            rows = np.frombuffer(data, [("ways", "<u2", 2), ("value", "<f4")], nodes, at)
            trees.append((rows["ways"], rows["value"]))
            at += 8 * nodes
        return cls(names, trees), at

    def __add__(self, other):
        """The trees of both."""
        names = self.names + [name for name in other.names if name not in self.names]
        place = np.array([names.index(name) for name in other.names] + [LEAF], "<u2")
        moved = []
        for ways, values in other.trees:
            columns = place[np.minimum(ways[:, 0], len(other.names))]
            moved.append((np.stack([columns, ways[:, 1]], axis=1), values))
        return Forest(names, self.trees + moved)

    def logits(self, inputs, names):
        """The sums of all rows' leaves; `names` are those of the inputs' columns."""
        columns = np.ascontiguousarray(inputs[:, [names.index(name) for name in self.names]])
        sums, rows = np.zeros(len(inputs)), np.arange(len(inputs))
        for ways, values in self.trees:
            place = np.zeros(len(inputs), "i4")
            going = rows
            while len(going):
                there = place[going]
                going, there = going[ways[there, 0] != LEAF], there[ways[there, 0] != LEAF]
                is_left = columns[going, ways[there, 0]] <= values[there]
                place[going] = np.where(is_left, there + 1, ways[there, 1])
            sums += values[place]
        return sums

    def bytes(self):
        out = struct.pack("<H", len(self.names))
        out += b"".join(bytes([len(name.encode())]) + name.encode() for name in self.names)
        out += struct.pack("<H", len(self.trees))
        for ways, values in self.trees:
            out += struct.pack("<H", len(ways)) + b"".join(struct.pack("<HHf", *way, value) for way, value in zip(ways, values))
        return out


def values(table):
    """A table's bytes: hashes in order, values in thousandths."""
    out = struct.pack("<I", len(table))
    for name in sorted(table):
        out += struct.pack("<Ih", name, max(-32000, min(32000, round(table[name] * 1000))))
    return out


def read_values(data, at):
    """Reads a table's bytes; returns it and where it ends."""
    (count,) = struct.unpack_from("<I", data, at)
    rows = np.frombuffer(data, [("name", "<u4"), ("value", "<i2")], count, at + 4)
    return {int(name): value / 1000 for name, value in rows}, at + 4 + 6 * count


def checksum(data):
    """FNV-1a, 32 bits."""
    value = 0x811C9DC5
    for byte in data:
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


class Model:
    """A model file: the thresholds of HTML and text, the values of class tokens and phrases, the four forests, and bytes of what follows."""

    def __init__(self, thresholds, class_values, phrase_values, forests, rest):
        self.thresholds, self.class_values, self.phrase_values = thresholds, class_values, phrase_values
        self.forests, self.rest = forests, rest

    @classmethod
    def read(cls, path):
        with open(path, "rb") as file:
            data = file.read()
        assert data.startswith(MAGIC + struct.pack("<II", VERSION, checksum(data[16:]))), path + " is no model of this layout"
        thresholds, at, forests = struct.unpack_from("<ff", data, 16), 24, []
        class_values, at = read_values(data, at)
        phrase_values, at = read_values(data, at)
        for _ in range(4):
            forest, at = Forest.read(data, at)
            forests.append(forest)
        return cls(thresholds, class_values, phrase_values, forests, data[at:])

    def write(self, path):
        """Writes the file; returns its size."""
        body = struct.pack("<ff", *self.thresholds) + values(self.class_values) + values(self.phrase_values)
        body += b"".join(forest.bytes() for forest in self.forests) + self.rest
        data = MAGIC + struct.pack("<II", VERSION, checksum(body)) + body
        with open(path, "wb") as file:
            file.write(data)
        return len(data)


def gate_bytes(threshold, forest, tables):
    """The gate: likelihoods below the threshold are refused."""
    return struct.pack("<f", threshold) + forest.bytes() + b"".join(map(values, tables))


def gate_tables(rest):
    """The gate's tables, of the bytes that follow a model's forests."""
    _, at = Forest.read(rest, 4)
    tables = []
    for _ in pagetables.PLACES:
        table, at = read_values(rest, at)
        tables.append(table)
    return tables


# Without trees the gate's likelihood is a half: at a threshold of 0 it refuses nothing.
NO_GATE = gate_bytes(0, Forest([], []), [{}] * len(pagetables.PLACES))


def site_bytes(sites):
    """Hashes of the names of the sites that taught."""
    hashes = sorted({checksum(site.encode()) for site in sites})
    return struct.pack("<I%dI" % len(hashes), len(hashes), *hashes)
