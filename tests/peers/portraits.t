#!/bin/sh
# Rendered portraits before programs that know nothing of us: a sample of what
# bench/judge-portraits does, with bars for 30 people. Bands of skin tone are
# too small here to be judged.
# shellcheck disable=SC1091,SC2154
. "$(dirname "$0")/../lib.sh"
peers node npm python3
needs jq mkimages

judge() {
	"$top_srcdir/bench/judge-portraits" \
		--modules "$PALIMPSEST_PEERS/judge" "$@"
}

judge -n 30 -s peers --views 2 >table 2>why
if grep -Eq 'npm cannot fetch|no python3 with' why; then
	skip "judges look at 30 people" "$(sed 's/^[^:]*: //' why)"
	finish
	exit 0
fi
ok "judges look at 90 pictures of 30 people" grep -q '^# 90 pictures' table
sed 's/^/# /' why table

# holds ROW  passes if the row of that name is not short.
holds() {
	grep "^$1 " table >row
	says "$1: the bar is held" ' (ok|uneven)$' row
}
holds "one face, above 0.9: frontal"
holds "one face, above 0.9: views"
holds "Haar default: frontal"
holds "Haar default: views"
holds "gender as meant, typical"
holds "gender as meant, feminine"
holds "gender as meant, masculine"
holds "age, correlation"
holds "age, mean error in years"
holds "own pairs, area under ROC"
holds "own pairs found at 1 % false"
holds "own portrait first, of 30"
holds "nearest other portrait, median"
holds "nearest other portrait, least"

# What is no face is not taken for one, and the bars can be missed.
cat >blank.py <<'END'
import struct, zlib


def chunk(name, data):
    body = name + data
    return struct.pack(">I", len(data)) + body + struct.pack(
        ">I", zlib.crc32(body))


rows = b"".join(b"\0" + bytes([128]) * 960 for _ in range(320))
open("blank.png", "wb").write(
    b"\x89PNG\r\n\x1a\n" +
    chunk(b"IHDR", struct.pack(">IIBBBBB", 320, 320, 8, 2, 0, 0, 0)) +
    chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
END
python3 blank.py
printf 'a\tblank.png\tportrait\tfeminine\t30\t5\t0\t1\n' >manifest
status 1 "a blank picture misses the bars" \
	judge --strict --per-image blanks --images . manifest
says "no face is found in it" '^one face, above 0.9: frontal +1 +0.0 %' out
echo nonsense >nonsense
status 3 "a line that is not of a manifest is an error" \
	judge --images . nonsense
status 3 "a picture that is not there is an error" \
	judge --images none manifest
status 2 "an unknown option is an error of usage" judge --fast
finish
