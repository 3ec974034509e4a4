# Sourced by every tests/*.t: plain sh, TAP on stdout. Tools are found on PATH,
# data in $PALIMPSEST_DATA; a test works in a fresh folder that goes away. The
# checks that run a command leave what it said in the files out and err.
#
#   ok DESCRIPTION COMMAND...         passes if the command ends in 0
#   status N DESCRIPTION COMMAND...   passes if it ends in exactly N
#   same DESCRIPTION FILE FILE        passes if the bytes are equal
#   says DESCRIPTION PATTERN FILE     passes if a line matches (grep -E)
#   lacks DESCRIPTION PATTERN FILE    passes if none does
#   scales DESCRIPTION N COMMAND      passes if `COMMAND 4N` takes less than 4.6
#                                     times the user time of `COMMAND N`
#   skip DESCRIPTION WHY              counts a check that cannot run here
#   needs PROGRAM...                  ends the test, skipped, if one is absent
#   peers PROGRAM...                  the same unless ./runtests --peers runs it
#   as_nobody COMMAND...              runs it; for root as nobody, who may less
#   finish                            prints the plan; the last line of a test

set -u
LC_ALL=C
export LC_ALL
# shellcheck disable=SC2034  # for the tests
testdir=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/palimpsest-test.XXXXXX") || exit 99
trap 'rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM
cd "$work" || exit 99
count=0
# From make check: where the sources and what was built are, the tools' names,
# and whether sanitizers are on ("yes": time and memory mean nothing).
: "${top_srcdir:=$testdir/..}" "${top_builddir:=$top_srcdir/build}"
: "${bin_programs:=}" "${sanitizers:=no}"

result() { # result ok|"not ok" DESCRIPTION
	count=$((count + 1))
	printf '%s %d - %s\n' "$1" "$count" "$2"
}

ok() { status 0 "$@"; }

status() {
	want=$1 what=$2
	shift 2
	"$@" >out 2>err
	got=$?
	if [ "$got" -eq "$want" ]; then
		result ok "$what"
	else
		result "not ok" "$what"
		printf '# wanted status %d, got %d: %s\n' "$want" "$got" "$*" | head -n 1
		sed 's/^/# /' err | head -n 5
	fi
}

# These leave out and err as they are, so that they can look at them.
same() {
	if cmp "$2" "$3" >cmp.out 2>&1; then
		result ok "$1"
	else
		result "not ok" "$1"
		sed 's/^/# /' cmp.out
	fi
}

says() {
	if grep -Eq -e "$2" "$3"; then
		result ok "$1"
	else
		result "not ok" "$1"
		printf '# nothing matches %s in %s:\n' "$2" "$3"
		sed 's/^/# /' "$3" | head -n 5
	fi
}

lacks() {
	grep -E -e "$2" "$3" >lacks.out
	if [ $? -eq 1 ]; then
		result ok "$1"
	else
		result "not ok" "$1"
		sed 's/^/# /' lacks.out | head -n 5
	fi
}

# user_ms RUNS COMMAND N  milliseconds of user time.
user_ms() {
	(
		for _ in $(seq "$1"); do
			"$2" "$3" >/dev/null
		done
		times
	) | awk -F '[ms ]+' 'NR == 2 { printf "%d\n", ($1 * 60 + $2) * 1000 }'
}

# The least of 3 to 15 tries, large and small in turn: what else the machine
# does can only add to either.
scales() {
	least=1000000 most=1000000
	for try in $(seq 15); do
		ms=$(user_ms 4 "$3" "$2")
		[ "$ms" -ge "$least" ] || least=$ms
		ms=$(user_ms 1 "$3" "$((4 * $2))")
		[ "$ms" -ge "$most" ] || most=$ms
		[ "$try" -lt 3 ] || [ $((most * 40)) -ge $((least * 46)) ] || break
	done
	echo "# $least ms for 4 times $2, $most ms for $((4 * $2)), in $try tries"
	ok "$1" test $((most * 40)) -lt $((least * 46))
}

skip() {
	count=$((count + 1))
	printf 'ok %d # SKIP %s: %s\n' "$count" "$1" "$2"
}

needs() {
	for program; do
		command -v "$program" >/dev/null && continue
		echo "1..0 # SKIP $program is not installed"
		exit 0
	done
}

peers() {
	if [ -z "${PALIMPSEST_PEERS:-}" ]; then
		echo "1..0 # SKIP only ./runtests --peers runs it"
		exit 0
	fi
	needs "$@"
}

as_nobody() {
	if [ "$(id -u)" -eq 0 ]; then
		setpriv --reuid=65534 --regid=65534 --clear-groups -- "$@"
	else
		"$@"
	fi
}

finish() { echo "1..$count"; }
