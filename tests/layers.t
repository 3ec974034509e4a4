#!/bin/sh
# Who may include and link what: a room sees lib/, itself and those it is built
# on, a package is included in one place, and an auditor's tools can open no
# socket.
. "$(dirname "$0")/lib.sh"

# The files that may include the header of an outside package: one place for
# libsodium; the trees of cJSON where records are taken apart, never in split/.
cat >owners <<'END'
sodium.h   lib/base64.c lib/digest.c lib/passphrase.c lib/rng.c lib/sign.c lib/wiped.c
curl/curl.h   lib/http*.c
stb_image.h   lib/image_stb.c
stb_image_write.h   lib/image_png.c
seccomp.h   lib/cage.c
sanitizer/asan_interface.h   lib/arena.c
immintrin.h   gen/render/kernel.h lib/digest_blocks.c
cpuid.h   lib/digest_blocks.c
pcre2.h   lib/schema/pattern.c
utf8proc.h   lib/schema/bidi.c lib/schema/identifier.c validate/lint/*.c eval/text/lower.c eval/mark/*.c
math.h   eval/ask/*.c eval/exam/answer_*.c eval/text/bleu_*.c eval/text/decimal.c eval/score/*.c eval/measures/*.c lib/number.c
idn2.h   lib/schema/format_host.c
cjson/cJSON.h   lib/shape.h gen/* release/* validate/lint/* bench/anchor_cjson.c
END

# The rooms, and on which each is built besides lib/. Their headers are named
# with the room: "people/facts.h".
cat >rooms <<'END'
lib
lib/schema
gen/people
gen/questions   gen/people
gen/render
gen/servers   gen/render
gen/images   gen/render gen/servers
split
release/files
release/records   release/files
release/folder   release/files release/records
release/check   release/files release/records release/folder
release/make   release/records release/folder release/check
release/keys
validate/lint   validate/lint
validate   validate/lint
eval/text
eval/exam   lib/schema
eval/mark   eval/exam eval/text
eval/ask   lib/schema eval/exam
eval/measures   lib/schema eval/exam
eval/score   lib/schema eval/exam eval/mark eval/measures
eval/report
eval   eval/text eval/exam eval/mark eval/ask eval/measures eval/score eval/report
END

# What may be included besides: the C library.
cat >libc <<'END'
arpa/inet.h ctype.h dirent.h errno.h fcntl.h float.h getopt.h inttypes.h limits.h
fts.h netinet/in.h poll.h pthread.h signal.h stdalign.h stdarg.h stdatomic.h stdbool.h stddef.h stdint.h
spawn.h stdio.h stdlib.h sys/file.h sys/prctl.h
string.h strings.h sys/mman.h sys/random.h sys/resource.h sys/stat.h sys/syscall.h
sys/types.h sys/wait.h termios.h time.h unistd.h
END

# includes FILE  prints its own headers, without their quotes.
includes() { sed -n 's/^#include "\(.*\)"$/\1/p' "$1"; }

# may_see HEADER ROOM [BASE...]  passes if the header is in the room, in lib/, or
# in one of the rooms given and named with it.
may_see() {
	header=$1
	[ "$header" = config.h ] || [ -f "$top_srcdir/lib/$header" ] ||
		[ -f "$top_srcdir/$2/$header" ] || {
		shift
		for base; do
			case $header in "${base##*/}"/*) return ;; esac
		done
		false
	}
}

# stays_home ROOM [BASE...]  fails if a file there includes anything else.
stays_home() {
	for file in "$top_srcdir/$1"/*.[ch]; do
		for header in $(includes "$file"); do
			may_see "$header" "$@" || {
				echo "$file includes $header" >&2
				return 1
			}
		done
	done
}

# needs ROOM BASE  fails if no file there includes one of the base.
needs() {
	grep -q "^#include \"${2##*/}/" "$top_srcdir/$1"/*.[ch]
}

while read -r room bases; do
	# shellcheck disable=SC2086  # a list of words
	ok "$room/ includes only lib/ and itself${bases:+ and $bases}" \
		stays_home "$room" $bases
	for base in $bases; do
		ok "$room/ is built on $base/" needs "$room" "$base"
	done
done <rooms

# all_listed  fails if a folder in gen/ is no room of the table.
all_listed() {
	for folder in "$top_srcdir"/gen/*/; do
		grep -q "^gen/$(basename "$folder")\>" rooms || {
			echo "$folder is not listed" >&2
			return 1
		}
	done
}
ok "every folder in gen/ is a room" all_listed

# owned HEADER PATTERN...  fails if a file that no pattern fits includes it.
owned() {
	header=$1
	shift
	(cd "$top_srcdir" && grep -l "<$header>" ./*/*.[ch] ./gen/*/*.[ch] \
		./release/*/*.[ch] \
		./lib/*/*.[ch] ./validate/*/*.[ch] ./eval/*/*.[ch]) |
		sed 's,^\./,,' >users
	while read -r user; do
		for owner; do
			# shellcheck disable=SC2254  # a pattern
			case $user in $owner) continue 2 ;; esac
		done
		echo "$user includes <$header>" >&2
		return 1
	done <users
}

while read -r header files; do
	# shellcheck disable=SC2086  # a list of words
	ok "<$header> is included in its own place only" owned "$header" $files
done <owners

# known_headers  fails if a header is neither in a table above nor ours.
known_headers() {
	while read -r room _; do
		sed -n 's/^#include <\(.*\)>$/\1/p' "$top_srcdir/$room"/*.[ch]
	done <rooms | sort -u >all
	while read -r header; do
		grep -qw -e "$header" owners libc && continue
		echo "nobody owns <$header>" >&2
		return 1
	done <all
}
ok "no other outside header is included" known_headers

# links_little PROGRAM [LIBRARY]  fails if it links what an auditor's machine
# lacks, but for the library.
links_little() {
	objdump -p "$1" | awk '$1 == "NEEDED" { print $2 }' >needed
	! grep -E -v \
		"^(${2:+$2|}libsodium|libcjson|libc|libm|libpthread|ld-linux.*)\\.so" \
		needed >&2
}

# opens_no_socket PROGRAM
opens_no_socket() {
	nm -D --undefined-only "$1" >imports || return
	! grep -Ew 'socket|connect|getaddrinfo|dlopen' imports >&2
}

# What some of them link besides, a row a tool: the libraries as a pattern, and
# in words.
cat >besides <<'END'
textscore   libutf8proc   libutf8proc
mlscore   libutf8proc   libutf8proc
cklint   libutf8proc   libutf8proc
ckrecords   libpcre2-8|libutf8proc|libidn2   libpcre2, libutf8proc, libidn2
mlreport   libpcre2-8|libutf8proc|libidn2   libpcre2, libutf8proc, libidn2
mkrelease   libpcre2-8|libutf8proc|libidn2   libpcre2, libutf8proc, libidn2
ckrelease   libpcre2-8|libutf8proc|libidn2   libpcre2, libutf8proc, libidn2
END

for tool in $bin_programs; do
	grep -q "^$tool " besides && continue
	ls "$top_srcdir/split/$tool.c" "$top_srcdir"/release/*/"$tool.c" \
		>found 2>/dev/null
	[ -s found ] || continue
	if [ "$sanitizers" = yes ]; then
		skip "$tool links little and opens no socket" "sanitizers do"
		continue
	fi
	ok "$tool links libsodium, cJSON and the C library only" \
		links_little "$top_builddir/$tool"
	ok "$tool imports nothing that opens a socket" \
		opens_no_socket "$top_builddir/$tool"
done

while read -r tool libraries words; do
	if [ "$sanitizers" = yes ]; then
		skip "$tool links little and opens no socket" "sanitizers do"
		continue
	fi
	ok "$tool links little but $words" \
		links_little "$top_builddir/$tool" "$libraries"
	ok "$tool imports nothing that opens a socket" \
		opens_no_socket "$top_builddir/$tool"
done <besides
finish
