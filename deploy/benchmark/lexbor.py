"""Parses every file of a folder with lexbor, as selectolax binds it, and prints `lexbor MB/s`."""
import pathlib
import sys
import time

from selectolax.lexbor import LexborHTMLParser

pages = [path.read_bytes() for path in sorted(pathlib.Path(sys.argv[1]).iterdir())]
start = time.perf_counter()
for page in pages:
    LexborHTMLParser(page)
print(f"lexbor {sum(map(len, pages)) / 1e6 / (time.perf_counter() - start):.1f} MB/s")
