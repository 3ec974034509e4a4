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

# A stage that is killed: the tree is whole or there is none.
killed=0 left=0
for round in 1 2 3 4 5 6 7 8; do
	for stage in mkprofiles mkqa mksplit mkrelease; do
		rm -rf cut
		mkfifo a b c
		mkprofiles -n 300 -s demo >a & p1=$!
		mkqa <a >b & p2=$!
		mksplit -n 300 -s demo <b >c & p3=$!
		mkrelease -q -n 300 -o cut <c 2>/dev/null & p4=$!
		case $stage in
		mkprofiles) victim=$p1 ;;
		mkqa) victim=$p2 ;;
		mksplit) victim=$p3 ;;
		mkrelease) victim=$p4 ;;
		esac
		sleep "$(printf '0.%03d' $(((round * 137 + ${#stage} * 53) % 500)))"
		kill -9 "$victim" 2>/dev/null && killed=$((killed + 1))
		wait
		rm -f a b c
		if [ -e cut ] && ckrelease -q cut >/dev/null 2>&1; then
			left=$((left + 1))
			[ -e whole ] || mkprofiles -n 300 -s demo | mkqa |
				mksplit -n 300 -s demo | mkrelease -q -n 300 -o whole
			diff -r cut whole >differs 2>&1 || {
				result "not ok" "a killed $stage leaves no other release"
				sed "s/^/# /" differs | head -n 5
			}
		elif [ -e cut ]; then
			result "not ok" "a killed $stage leaves no broken release"
		fi
	done
done 2>/dev/null
echo "# $killed processes were killed, $left releases were whole before that"
ok "processes were killed" test "$killed" -gt 0
rm -rf .cut.*

ok "the recipe makes a release" \
	"$top_srcdir/recipes/mllmu" -s demo -o made -n 40 --strangers 20
ok "ckrelease accepts the recipe's release" ckrelease made
says "it says that splits and files were re-derived" \
	'splits re-derived pass, files re-derived pass' out
ok "recipes/rebuild makes it again" "$top_srcdir/recipes/rebuild" made
status 1 "the recipe does not touch a folder in use" \
	"$top_srcdir/recipes/mllmu" -s demo -o made -n 40 --strangers 20
ok "the recipe replaces a release when told to" \
	"$top_srcdir/recipes/mllmu" -s other -o made -n 40 --strangers 20 --replace
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
