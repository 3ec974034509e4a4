#!/bin/sh
# The whole pipe: the same seed gives the same tree, in pieces too; a process
# that dies anywhere leaves no release; the recipe's release can be rebuilt.
. "$(dirname "$0")/lib.sh"

n=60
people() { mkprofiles -n $n -s demo "$@"; }
release() { # release DIR, from stdin
	mkqa | mksplit -n $n -s demo -f 5,10,15 | mkrelease -q -n $n -o "$1"
}

people | release one
people | release two
ok "the same seed gives the same tree" diff -r one two
{
	people --range 1-17
	people --range 18-18
	people --range 19-$n
} | release pieces
ok "pieces of --range make the same tree" diff -r one pieces
people | sed '1!G;h;$!d' | release reversed
ok "input in another order makes the same tree" diff -r one reversed
ok "ckrelease accepts it" ckrelease one

# A stage that is killed, at any point of its life: the release is whole or there
# is none. The stages meet in named pipes, so that each is a process to kill.
many=2000
[ "$sanitizers" = no ] || many=300
now() { date +%s%3N; } # in milliseconds
nth() { shift "$1" && echo "$1"; } # nth N WORD...
start() { # the pipe, into the folder cut
	rm -rf cut .cut.* a b c
	mkfifo a b c
	mkprofiles -n $many -s demo >a & pids=$!
	mkqa <a >b & pids="$pids $!"
	mksplit -n $many -s demo <b >c & pids="$pids $!"
	mkrelease -q -n $many -o cut <c & pids="$pids $!"
}

begun=$(now)
start
lives=
for pid in $pids; do
	wait "$pid"
	lives="$lives $(($(now) - begun))"
done
mv cut whole
ok "ckrelease accepts the release of many people" ckrelease -q whole
echo "# the four stages end after$lives ms"

# strike N  kills stage N within $life ms; fails if it had ended before.
strike() {
	start
	# shellcheck disable=SC2086  # a list of words
	victim=$(nth "$1" $pids)
	delay=$(($(od -An -N2 -tu2 /dev/urandom) * life / 65536))
	sleep "$(printf '%d.%03d' $((delay / 1000)) $((delay % 1000)))"
	kill -9 "$victim"
	wait "$victim"
	code=$?
	wait
	[ $code -eq 137 ]
}

number=0 left=0
for stage in mkprofiles mkqa mksplit mkrelease; do
	number=$((number + 1)) tries=0 killed=0
	# shellcheck disable=SC2086  # a list of words
	life=$(nth $number $lives)
	while [ $killed -lt 5 ] && [ $tries -lt 15 ]; do
		tries=$((tries + 1))
		if strike $number; then
			killed=$((killed + 1))
		else
			life=$((life * 3 / 4)) # it lives shorter than it did
		fi
		[ -e cut ] || continue
		left=$((left + 1))
		diff -r cut whole >differs || {
			result "not ok" "$stage, killed after $delay ms, leaves no other release"
			sed "s/^/# /" differs | head -n 5
		}
	done
	ok "$stage was killed five times" test $killed -eq 5
done 2>/dev/null
rm -rf cut .cut.* whole
echo "# $left releases were whole before the kill; no other was left"

ok "the recipe makes a release" \
	"$top_srcdir/recipes/mllmu" -s demo -o made -n 40 --no-images --strangers 20
ok "ckrelease accepts the recipe's release" ckrelease made
says "it says that splits and files were re-derived" \
	'splits re-derived pass, files re-derived pass' out
ok "recipes/rebuild makes it again" "$top_srcdir/recipes/rebuild" made
status 1 "the recipe does not touch a folder in use" \
	"$top_srcdir/recipes/mllmu" -s demo -o made -n 40 --no-images --strangers 20
ok "the recipe replaces a release when told to" \
	"$top_srcdir/recipes/mllmu" -s other -o made -n 40 --no-images \
	--strangers 20 --replace
ok "ckrelease accepts the new one" ckrelease made
status 2 "the recipe wants a seed" "$top_srcdir/recipes/mllmu" -o x

# mistaken DESCRIPTION ARGUMENT...  the recipe ends in 2 with one message.
mistaken() {
	what=$1
	shift
	status 2 "$what is a mistake" "$top_srcdir/recipes/mllmu" -o x "$@"
	ok "that is told once" test "$(wc -l <err)" -eq 1
	ok "before anything is made" test ! -e x
}
mistaken "a count that is no number" -s demo -n many
mistaken "a count of nobody" -s demo -n 0
mistaken "a count of too few to forget" -s demo -n 9
mistaken "a count of too many" -s demo -n 200001
mistaken "a seed with a control character" -s "$(printf 'a\tb')"
mistaken "a number of strangers that is none" -s demo --strangers 1x
mistaken "an empty number of strangers" -s demo --strangers ''
mistaken "a number of too many strangers" -s demo --strangers 50001
finish
