#!/bin/sh
# The renderer gives one set of pictures, tests/expected/render.sha256, whatever
# number of rays it traces at a time, whatever compiler made it, and however
# hard that tried. (make regen writes the file anew after a change that is meant
# to change pictures.)
# shellcheck disable=SC2154
. "$(dirname "$0")/lib.sh"

expected=$top_srcdir/tests/expected/render.sha256
build=$(cd "$top_builddir" && pwd)
made() { sed -n "s/^$1 = //p" "$build/Makefile"; }
has() { grep -qw "$1" /proc/cpuinfo; }

widest=4
if has avx2; then
	widest=8
fi

# drawn FOLDER LANES COUNT DRAW  draws so many pictures there; passes if all are
# as pinned.
drawn() {
	mkdir -p "$1" && "$4" "$1" "$2" "$3" && (cd "$1" &&
		sha256sum --check --quiet --ignore-missing "$expected" &&
		[ "$(find . -type f | wc -l)" -eq "$3" ])
}

"$build/tests/identities" >identities
ok "the identities and views are those pinned" \
	sha256sum --check --quiet --ignore-missing "$expected"
for n in 1 4 8; do
	what="the pinned pictures come from $n lanes"
	if [ $n -le $widest ]; then
		ok "$what" drawn built-$n $n 14 "$build/tests/draw"
	else
		skip "$what" "this processor has no AVX2"
	fi
done

# compile FOLDER LANES CC OPTION...  builds draw and identities there, with the
# flags of the build; tracers but those for these numbers of rays are taken from
# the build. What a warning says at another level is of no interest.
# shellcheck disable=SC2046,SC2086
compile() (
	to=$work/$1 parts='bound face palette render scene style identity view'
	for n in $2; do
		parts="$parts lanes$n"
	done
	cc=$3
	shift 3
	mkdir "$to" && cd "$top_srcdir" || return
	flags="$(made PAL_CFLAGS) $(made CJSON_CFLAGS) -w -fno-math-errno
		-fno-trapping-math -I$build -Ilib -Igen -Itests"
	for part in $parts; do
		wide=
		[ "$part" != lanes8 ] || wide=$(made AVX2_CFLAGS)
		$cc $flags "$@" $wide -c -o "$to/$part.o" "gen/render/$part.c" ||
			return
	done
	for program in draw identities; do
		$cc $flags "$@" -o "$to/$program" tests/$program.c tests/sitters.c \
			"$to"/*.o "$build/librender.a" "$build/librender8.a" \
			"$build/libimage.a" "$build/libpal.a" \
			$(made SODIUM_LIBS) || return
	done
)

# draw_all FOLDER LANES...  passes if all lanes draw as pinned; one, which takes
# longest, draws some only.
draw_all() {
	folder=$1
	shift
	for n; do
		count=14
		[ "$n" -gt 1 ] || count=4
		drawn "$folder/pictures-$n" "$n" $count "$folder/draw" || return
	done
}

# attempt NAME LANES CC OPTION...  builds in the folder NAME and draws; NAME.log
# is there then, and NAME.well if all went well.
# shellcheck disable=SC2086
attempt() {
	name=$1 some=$2
	shift 2
	{
		compile "$name" "$some" "$@" &&
			"$name/identities" | cmp - identities &&
			draw_all "$name" $some && : >"$name.well"
	} >"$name.log" 2>&1
}

# attempts CC  all levels, without what takes long and is shown elsewhere.
attempts() {
	attempt "$1-O0" $widest "$1" -O0
	attempt "$1-O1" $widest "$1" -O1
	attempt "$1-O2" "4 $widest" "$1" -O2
	attempt "$1-O3" "1 4 $widest" "$1" -O3
	! has fma || attempt "$1-mfma" 4 "$1" -O2 -mavx2 -mfma
}

well() {
	cat "$1.log" >&2
	[ -f "$1.well" ]
}

for cc in gcc clang; do
	if [ "$sanitizers" = yes ]; then
		skip "the pinned pictures come from all levels of $cc" \
			"sanitizers are on"
	elif ! command -v $cc >/dev/null; then
		skip "the pinned pictures come from all levels of $cc" \
			"it is not installed"
	else
		attempts $cc &
	fi
done
wait
for name in gcc-O0 gcc-O1 gcc-O2 gcc-O3 gcc-mfma clang-O0 clang-O1 clang-O2 \
	clang-O3 clang-mfma; do
	what="the pinned pictures come from $(echo $name | sed 's/-/ -/')"
	[ ! -f $name.log ] || ok "$what" well $name
done
finish
