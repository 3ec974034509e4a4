#!/usr/bin/env python3
"""Prints the dhash and phash of the pictures of tests/unit/image.c, reckoned
with numpy in floating point: `/usr/bin/python3 tests/data/image-hashes.py`."""
import numpy


def picture(w, h):
    y, x = numpy.mgrid[0:h, 0:w]
    return numpy.stack([(x * x * 3 + y * y * 5 + x * y * (c + 1)) // 256 % 256
                        for c in range(3)], 2)


def shares(n, cells):
    """Row by row, the part of each cell that each of n pixels makes up."""
    edges = numpy.arange(cells + 1) * n / cells
    at = numpy.arange(n)
    low = numpy.maximum(edges[:-1, None], at[None, :])
    high = numpy.minimum(edges[1:, None], at[None, :] + 1)
    return numpy.maximum(high - low, 0) * cells / n


def grid(rgb, columns, rows):
    grey = rgb @ numpy.array([0.299, 0.587, 0.114])
    return shares(grey.shape[0], rows) @ grey @ shares(grey.shape[1], columns).T


def bits(values):
    return int("".join("01"[int(v)] for v in values.ravel()), 2)


def dhash(rgb):
    g = grid(rgb, 9, 8)
    return bits(g[:, :-1] < g[:, 1:])


def phash(rgb):
    n = numpy.arange(32)
    dct = numpy.cos(numpy.pi / 64 * numpy.outer(numpy.arange(8), 2 * n + 1))
    low = dct @ grid(rgb, 32, 32) @ dct.T
    return bits(low > numpy.median(low))


for w, h in (100, 75), (24, 16), (61, 43), (512, 512), (33, 200):
    rgb = picture(w, h)
    print(f"{{{w}, {h}, 0x{dhash(rgb):016x}, 0x{phash(rgb):016x}}},")
