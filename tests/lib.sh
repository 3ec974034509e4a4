# Sourced by every tests/*.t: plain sh, TAP on stdout. Tools are found on PATH,
# data in $PALIMPSEST_DATA; a test works in a fresh folder that goes away.
#
#   ok DESCRIPTION COMMAND...         passes if the command ends in 0
#   status N DESCRIPTION COMMAND...   passes if it ends in exactly N
#   same DESCRIPTION FILE FILE        passes if the bytes are equal
#   says DESCRIPTION PATTERN FILE     passes if a line matches (grep -E)
#   skip DESCRIPTION WHY              counts a check that cannot run here
#   finish                            prints the plan; the last line of a test

set -u
LC_ALL=C
export LC_ALL
testdir=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/palimpsest-test.XXXXXX") || exit 99
trap 'rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM
cd "$work" || exit 99
count=0

result() { # result ok|"not ok" DESCRIPTION
	count=$((count + 1))
	echo "$1 $count - $2"
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
		echo "# wanted status $want, got $got: $*"
		sed 's/^/# /' err | head -n 5
	fi
}

same() { status 0 "$1" cmp "$2" "$3"; }

says() { status 0 "$1" grep -Eq -e "$2" "$3"; }

skip() {
	count=$((count + 1))
	echo "ok $count # SKIP $1: $2"
}

finish() { echo "1..$count"; }
