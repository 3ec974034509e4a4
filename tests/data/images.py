#!/usr/bin/env python3
"""Makes the PNG and JPEG files, good and bad, that images are decoded from in
tests, and tests/data/images.tsv, which says what each one is. Chunks are put
together by hand; JPEG files and the pixels come from OpenCV, that is from
libjpeg and libpng, not from what is tested.

    /usr/bin/python3 tests/data/images.py FOLDER TABLE
"""
import hashlib
import struct
import sys
import zlib

import cv2
import numpy

W, H = 24, 16
MAGIC = b"\x89PNG\r\n\x1a\n"


def picture():
    y, x = numpy.mgrid[0:H, 0:W]
    return numpy.stack([x * 10, y * 15, (x + y) * 6], 2).astype(numpy.uint8)


def chunk(kind, data=b""):
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def header(w=W, h=H, depth=8, colour=2, interlace=0):
    return chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, depth, colour, 0, 0, interlace))


def rows(array):
    """Rows of bytes, each behind filter 0."""
    return b"".join(b"\0" + row.tobytes() for row in array)


def idat(data):
    return chunk(b"IDAT", zlib.compress(data, 9))


END = chunk(b"IEND")
RGB = picture()
RGB_IDAT = idat(rows(RGB))


def png(*chunks):
    return MAGIC + b"".join(chunks) + END


def adam7():
    """The seven passes of an interlaced picture."""
    passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4),
              (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    return b"".join(rows(RGB[y::dy, x::dx]) for x, y, dx, dy in passes)


def jpeg(*options, image=RGB[:, :, ::-1]):
    wanted = [cv2.IMWRITE_JPEG_QUALITY, 95, *options]
    return cv2.imencode(".jpg", image, wanted)[1].tobytes()


def segment(marker, data):
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def good():
    rgba = numpy.dstack([RGB, numpy.full((H, W), 128, numpy.uint8)])
    deep = (RGB.astype(">u2") * 256 + 77).astype(">u2")
    grey = RGB[:, :, 0]
    bits = numpy.packbits(grey > 100, axis=1)
    palette = bytes(range(3, 3 + 3 * 24))
    index = (RGB[:, :, 0] // 10).astype(numpy.uint8)
    yield "png_rgb", png(header(), RGB_IDAT), 0
    yield "png_two_idat", png(header(), chunk(b"IDAT", zlib.compress(rows(RGB))[:99]),
                              chunk(b"IDAT", zlib.compress(rows(RGB))[99:])), 0
    yield "png_alpha", png(header(colour=6), idat(rows(rgba))), 0
    yield "png_16_bits", png(header(depth=16), idat(rows(deep))), 0
    yield "png_grey", png(header(colour=0), idat(rows(grey))), 0
    yield "png_1_bit", png(header(depth=1, colour=0), idat(rows(bits))), 0
    yield "png_palette", png(header(colour=3), chunk(b"PLTE", palette), idat(rows(index))), 0
    yield "png_colour_key", png(header(), chunk(b"tRNS", bytes(6)), RGB_IDAT), 0
    yield "png_gamma", png(header(), chunk(b"gAMA", struct.pack(">I", 45455)),
                           chunk(b"pHYs", bytes(9)), RGB_IDAT), 0
    yield "png_interlaced", png(header(interlace=1), idat(adam7())), 0
    yield "jpeg_baseline", jpeg(), 0
    yield "jpeg_progressive", jpeg(cv2.IMWRITE_JPEG_PROGRESSIVE, 1), 0
    yield "jpeg_restarts", jpeg(cv2.IMWRITE_JPEG_RST_INTERVAL, 1), 0
    yield "jpeg_grey", jpeg(image=RGB[:, :, 0]), 0


def extra():
    bomb = zlib.compress(bytes(10 << 20), 9)
    frames = chunk(b"acTL", struct.pack(">II", 2, 0))
    first = jpeg()
    yield "png_text", png(header(), chunk(b"tEXt", b"parameters\0a face"), RGB_IDAT), 1
    yield "png_text_bomb", png(header(), chunk(b"zTXt", b"c\0\0" + bomb), RGB_IDAT), 1
    yield "png_profile_bomb", png(header(), chunk(b"iCCP", b"p\0\0" + bomb), RGB_IDAT), 1
    yield "png_exif", png(header(), RGB_IDAT, chunk(b"eXIf", b"MM\0*")), 1
    yield "png_long_gamma", png(header(), chunk(b"gAMA", bytes(99)), RGB_IDAT), 1
    yield "png_animated", png(header(), frames, RGB_IDAT, chunk(b"fdAT", bytes(4))), 1
    yield "png_trailing", png(header(), RGB_IDAT) + b"PK\3\4", 1
    yield "jpeg_exif", first[:2] + segment(0xE1, b"Exif\0\0MM\0*") + first[2:], 1
    yield "jpeg_comment", first[:2] + segment(0xFE, b"a face") + first[2:], 1
    yield "jpeg_trailing", first + b"\0", 1


def bad_png():
    whole = png(header(), RGB_IDAT)
    yield "png_cut", whole[:100], "ends in the middle of a chunk"
    yield "png_no_end", whole[:-12], "ends in the middle of a chunk"
    yield "png_long_chunk", (whole[:33] + b"\xff" * 4 + whole[37:],
                             "ends in the middle of a chunk")[0], "ends in the middle of a chunk"
    yield "png_cut_pixels", png(header(), idat(rows(RGB)[:-9])), "cannot be decoded"
    yield "png_cut_zlib", png(header(), chunk(b"IDAT", zlib.compress(rows(RGB))[:90])), \
        "cannot be decoded"
    yield "png_bad_filter", png(header(), idat(b"\7" + rows(RGB)[1:])), "cannot be decoded"
    yield "png_bad_depth", png(header(depth=5), RGB_IDAT), "cannot be decoded"
    yield "png_bad_colour", png(header(colour=7), RGB_IDAT), "cannot be decoded"
    yield "png_no_palette", png(header(colour=3), RGB_IDAT), "cannot be decoded"
    yield "png_bad_sum", whole[:60] + b"!" + whole[61:], "has a chunk with a wrong sum"
    yield "png_bad_magic", b"\x89PNH" + whole[4:], "is neither PNG nor JPEG"
    yield "png_gibibyte", png(header(16384, 16384, 8, 6), RGB_IDAT), \
        "has more than 4096 pixels on a side"
    yield "png_huge", png(header(0xFFFFFFFF, 0xFFFFFFFF), RGB_IDAT), \
        "has more than 4096 pixels on a side"
    yield "png_too_wide", png(header(4097, 1), RGB_IDAT), "has more than 4096 pixels on a side"
    yield "png_promising", png(header(4096, 4096), RGB_IDAT), "cannot be decoded"
    yield "png_too_deep", png(header(4096, 4096, 16, 6, 1), idat(bytes(4096 * 4096 * 8 + 30720))), \
        "takes too much memory to decode"
    yield "png_no_width", png(header(0, 16), RGB_IDAT), "has no pixels"
    yield "png_no_height", png(header(16, 0), RGB_IDAT), "has no pixels"
    yield "png_no_idat", png(header()), "has no picture in it"
    yield "png_no_header", png(RGB_IDAT), "does not begin with its one header"
    yield "png_two_headers", png(header(), header(), RGB_IDAT), \
        "does not begin with its one header"
    yield "png_short_header", png(chunk(b"IHDR", bytes(12)), RGB_IDAT), \
        "does not begin with its one header"
    yield "png_unknown", png(header(), chunk(b"CgBI", b"\x50\0\x20\2"), RGB_IDAT), \
        "has a chunk that no decoder may skip and this one lacks"


def bad_jpeg():
    whole = jpeg()
    frame = whole.index(b"\xff\xc0")

    def changed(at, to):
        return whole[:frame + at] + to + whole[frame + at + len(to):]

    cmyk = struct.pack(">BHHB", 8, H, W, 4) + bytes([1, 17, 0, 2, 17, 0, 3, 17, 0, 4, 17, 0])
    kind = "is a JPEG that is neither baseline nor progressive"
    bits = "is a JPEG that is not 8 bits of grey or of three colours"
    yield "jpeg_cmyk", whole[:frame] + segment(0xC0, cmyk) + whole[frame + 19:], bits
    yield "jpeg_12_bits", changed(4, b"\x0c"), bits
    yield "jpeg_lossless", changed(1, b"\xc3"), kind
    yield "jpeg_arithmetic", changed(1, b"\xc9"), kind
    yield "jpeg_no_height", changed(5, b"\0\0"), "has no pixels"
    yield "jpeg_huge", changed(5, b"\xff\xff\xff\xff"), "has more than 4096 pixels on a side"
    yield "jpeg_cut_scan", whole[:-40], "has something between its segments, or ends among them"
    yield "jpeg_cut_header", whole[:30], "ends in the middle of a segment"
    yield "jpeg_two_frames", whole[:frame] + whole[frame:frame + 19] + whole[frame:], \
        "does not have one right frame header"
    yield "jpeg_no_scan", whole[:frame + 19] + b"\xff\xd9", "has no picture in it"
    yield "jpeg_no_tables", whole[:20] + whole[frame:frame + 19] + whole[whole.index(b"\xff\xda"):], \
        "cannot be decoded"


def other_formats():
    why = "is neither PNG nor JPEG"
    yield "bmp", cv2.imencode(".bmp", RGB)[1].tobytes(), why
    yield "webp", cv2.imencode(".webp", RGB)[1].tobytes(), why
    yield "pnm", cv2.imencode(".ppm", RGB)[1].tobytes(), why
    yield "gif", b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\1\0\1\0\0\2\2D\1\0;", why
    yield "psd", b"8BPS\0\1" + bytes(6) + struct.pack(">HIIHH", 3, 1, 1, 8, 3) + bytes(17), why
    yield "empty", b"", why


def pixels_digest(data):
    """As libpng has them: colour in full, transparency ignored."""
    got = cv2.imdecode(numpy.frombuffer(data, numpy.uint8), cv2.IMREAD_COLOR)
    h, w = got.shape[:2]
    return hashlib.sha256(struct.pack("<II", w, h) + got[:, :, ::-1].tobytes()).hexdigest()


def main(folder, table):
    with open(table, "w") as out:
        out.write("# Made by tests/data/images.py: what the files in\n"
                  "# tests/fuzz/corpus/image are. extra: 1 for more than a picture in\n"
                  "# the file; pixels: their hash, of PNG only; wrong: why not.\n"
                  "file\textra\tpixels\twrong\n")
        for name, data, more in [*good(), *extra()]:
            pixels = pixels_digest(data) if name.startswith("png") else "-"
            out.write(f"{name}\t{more}\t{pixels}\t-\n")
            open(f"{folder}/{name}", "wb").write(data)
        for name, data, wrong in [*bad_png(), *bad_jpeg(), *other_formats()]:
            out.write(f"{name}\t-\t-\t{wrong}\n")
            open(f"{folder}/{name}", "wb").write(data)


main(*sys.argv[1:])
