"""Parses every file of a folder with a parser that Python binds and prints `name MB/s`:  markup-peers.py NAME FOLDER ROUNDS"""
import pathlib
import sys
import time


def lexbor():
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser


def resiliparse():
    from resiliparse.parse.html import HTMLTree

    return HTMLTree.parse_from_bytes


name, folder, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
parse = {"lexbor": lexbor, "resiliparse": resiliparse}[name]()
pages = [path.read_bytes() for path in sorted(pathlib.Path(folder).iterdir())]
start = time.perf_counter()
for _ in range(rounds):
    for page in pages:
        parse(page)
seconds = time.perf_counter() - start
print(f"{name} {rounds * sum(map(len, pages)) / 1e6 / seconds if rounds else 0:.1f} MB/s")
