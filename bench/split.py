"""The peer of mksplit: the order of rule sha256-rank/1 by hashlib and sorted.

    python3 split.py SEED FILE        FILE has an id a line
"""
import hashlib
import sys

prefix = b"palimpsest split 1\n" + sys.argv[1].encode() + b"\n"
with open(sys.argv[2], "rb") as file:
    ids = file.read().splitlines()
keys = [(hashlib.sha256(prefix + i + b"\n").digest(), i) for i in ids]
keys.sort()
sys.stdout.buffer.write(b"\n".join(i for _, i in keys) + b"\n")
