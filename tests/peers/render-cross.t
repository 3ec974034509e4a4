#!/bin/sh
# Other processors, one of them big-endian, give the same pictures: the renderer
# is compiled for them and runs under QEMU. They have no libsodium here, so that
# identities are drawn on this machine and handed over.
# shellcheck disable=SC1091,SC2154
. "$(dirname "$0")/../lib.sh"
peers qemu-aarch64 qemu-s390x

expected=$top_srcdir/tests/expected/render.sha256
made() { sed -n "s/^$1 = //p" "$top_builddir/Makefile"; }
sources='gen/render/bound.c gen/render/face.c gen/render/lanes1.c
gen/render/lanes4.c gen/render/lanes8.c gen/render/palette.c
gen/render/render.c gen/render/scene.c gen/render/style.c lib/alloc.c
lib/buf.c lib/datadir.c lib/diag.c lib/file.c lib/image.c lib/num.c lib/tsv.c
lib/utf8.c tests/draw.c tests/sitters.c tests/identity_given.c'

# build TRIPLET  compiles draw for that machine into ./TRIPLET; lib/image.c asks
# for SHA-256 in a function that nobody calls.
# shellcheck disable=SC2046,SC2086
build() {
	build=$(cd "$top_builddir" && pwd)
	(cd "$top_srcdir" && "$1-gcc" $(made PAL_CFLAGS) $(made CJSON_CFLAGS) \
		-O2 -w -fno-math-errno -fno-trapping-math -DPALIMPSEST_DATADIR='""' \
		-I"$build" -Ilib -Igen -Itests -ffunction-sections -Wl,--gc-sections \
		-static -o "$work/$1" $sources)
}

# drawn TRIPLET QEMU LANES COUNT  passes if so many pictures are as pinned.
drawn() {
	folder=$1-$3
	mkdir "$folder" && "$2" "./$1" "$folder" "$3" "$4" <identities &&
		(cd "$folder" && sha256sum --check --quiet --ignore-missing \
			"$expected" && [ "$(find . -type f | wc -l)" -eq "$4" ])
}

# machine NAME TRIPLET QEMU  one lane draws everybody, four draw some.
machine() {
	if ! command -v "$2-gcc" >/dev/null; then
		skip "the pinned pictures come from $1" "$2-gcc is not installed"
		return
	fi
	ok "the renderer is compiled for $1" build "$2"
	ok "the pinned pictures come from $1" drawn "$2" "$3" 1 14
	ok "some of them from $1 with 4 lanes" drawn "$2" "$3" 4 4
}

"$top_builddir/tests/identities" >identities
machine aarch64 aarch64-linux-gnu qemu-aarch64
machine "s390x, big-endian" s390x-linux-gnu qemu-s390x
finish
