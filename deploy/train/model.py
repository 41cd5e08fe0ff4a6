"""Writes the model file that `ExtractionModel` reads; its layout is described there."""
import struct

import numpy as np

import pagetables


def lower_float(value):
    """The greatest float that is not above: a row that the trainer sends left must go left in the product."""
    single = np.float32(value)
    return np.nextafter(single, np.float32(-np.inf)) if float(single) > value else single


def forest(booster, names):
    """A forest's bytes: its inputs' names, then its trees in preorder."""
    dump = booster.dump_model()
    used = [i for i, uses in enumerate(booster.feature_importance("split")) if uses > 0]
    column = {feature: place for place, feature in enumerate(used)}
    out = struct.pack("<H", len(used))
    for feature in used:
        name = names[feature].encode()
        out += bytes([len(name)]) + name
    out += struct.pack("<H", len(dump["tree_info"]))
    for tree in dump["tree_info"]:
        nodes = []

        def add(node):
            place = len(nodes)
            nodes.append(None)
            if "split_feature" not in node:
                nodes[place] = (0xFFFF, 0, np.float32(node["leaf_value"]))
                return
            assert node["decision_type"] == "<="
            add(node["left_child"])
            right = len(nodes)
            add(node["right_child"])
            nodes[place] = (column[node["split_feature"]], right, lower_float(node["threshold"]))

        add(tree["tree_structure"])
        out += struct.pack("<H", len(nodes)) + b"".join(struct.pack("<HHf", *node) for node in nodes)
    return out


def values(table):
    """A table's bytes: hashes in order, values in thousandths."""
    out = struct.pack("<I", len(table))
    for name in sorted(table):
        out += struct.pack("<Ih", name, max(-32000, min(32000, round(table[name] * 1000))))
    return out


def checksum(data):
    """FNV-1a, 32 bits."""
    value = 0x811C9DC5
    for byte in data:
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def write(path, thresholds, class_values, phrase_values, forests, sites, gate=None):
    """Writes the file; `forests` are pairs of a booster and its inputs' names, `sites` the names of those that taught, `gate` a threshold,
    such a pair and tables. Returns its size."""
    body = struct.pack("<ff", *thresholds) + values(class_values) + values(phrase_values)
    body += b"".join(forest(booster, names) for booster, names in forests)
    # Without trees the gate's probability is a half: at a threshold of 0 it refuses nothing.
    body += struct.pack("<f", gate[0]) + forest(*gate[1]) if gate else struct.pack("<fHH", 0, 0, 0)
    body += b"".join(values(table) for table in (gate[2] if gate else [{}] * len(pagetables.PLACES)))
    hashes = sorted({checksum(site.encode()) for site in sites})
    body += struct.pack("<I%dI" % len(hashes), len(hashes), *hashes)
    data = b"GALLEYM\0" + struct.pack("<II", 4, checksum(body)) + body
    with open(path, "wb") as file:
        file.write(data)
    return len(data)
