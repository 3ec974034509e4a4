#!/bin/sh
# cklint: each rule is broken by an example that breaks no other (those about
# floors and questions are in lint-*.t), and the page has every rule.
. "$(dirname "$0")/lib.sh"
needs jq

rules=$PALIMPSEST_DATA/templates/lint/rules.tsv
examples=$top_srcdir/tests/lint

# found FILE  prints the rules that the file breaks, in a line.
found() {
	cklint --json --limit 0 "$1" |
		jq -r 'select(.summary).summary.found | keys | join(" ")'
}

# The examples -------------------------------------------------------------------
for file in "$examples"/*.jsonl; do
	code=$(basename "$file" .jsonl)
	[ "$code" = clean ] && continue
	echo "$code" >wanted
	found "$file" >got
	same "the example of $code breaks $code only" wanted got
	severity=$(awk -F '\t' -v code="$code" '$1 == code { print $2 }' "$rules")
	case $severity in
	error) status 1 "which is an error" cklint "$file" ;;
	*) ok "which is no error" cklint "$file" ;;
	esac
	says "it is told with its place and its witness" \
		"^$examples/$code\.jsonl:[0-9]+: [a-z0-9]+: $code: .*: " out
	ok "nothing is found without the rule" \
		cklint -q --disable "$code" "$file"
	same "nor printed" /dev/null out
done
ok "people who come near to all of this are clean" \
	cklint "$examples/clean.jsonl"
found "$examples/clean.jsonl" >got
echo >wanted
same "and break nothing" wanted got

# Counts of some findings --------------------------------------------------------
counts() { # counts CODE N  what the example of CODE breaks, so many times
	cklint --json "$examples/$1.jsonl" | jq "select(.summary).summary.found[\"$1\"]" >got
	echo "$2" >wanted
	same "the example of $1 breaks it $2 times" wanted got
}
counts name-near 4
counts name-real 2
counts celebrity-close 3
counts image-twice 2

# Portraits that are near --------------------------------------------------------
# 300 portraits whose hashes are a few bits from one of 40; the pairs that are
# near are counted by comparing all.
awk 'BEGIN {
	srand(5)
	for (i = 0; i < 300; i++) {
		of = i % 40
		for (b = 0; b < 128; b++)
			bit[i, b] = i < 40 ? int(rand() * 2) : bit[of, b]
		for (k = int(rand() * 4); i >= 40 && k > 0; k--) {
			b = int(rand() * 128)
			bit[i, b] = 1 - bit[i, b]
		}
		hash = ""
		for (b = 0; b < 128; b += 4)
			hash = hash sprintf("%x", 8 * bit[i, b] + 4 * bit[i, b + 1] + \
				2 * bit[i, b + 2] + bit[i, b + 3])
		printf "{\"schema\":\"palimpsest/person/1\",\"id\":\"f%d\"," \
			"\"kind\":\"fictitious\",\"images\":[{\"role\":\"portrait\"," \
			"\"dhash\":\"%s\",\"phash\":\"%s\"}]}\n", i, \
			substr(hash, 1, 16), substr(hash, 17)
	}
	for (i = 0; i < 300; i++)
		for (j = 0; j < i; j++) {
			differ = 0
			for (b = 0; b < 128; b++)
				differ += bit[i, b] != bit[j, b]
			for (most = 0; most < 7; most++)
				near[most] += differ <= most
		}
	for (most = 0; most < 7; most++)
		print near[most] >"near"
}' >looks
for most in 0 1 2 3 4 5 6; do
	near=$(sed -n "$((most + 1))p" near)
	got=$(cklint --json --enable image-near --budget "image-near=$most" \
		looks | jq '.summary.found."image-near" // 0' | tail -n 1)
	ok "all pairs of portraits are found that differ in $most bits or less" \
		test "$got" = "$near"
done

# What is printed ----------------------------------------------------------------
for _ in 1 2 3 4 5; do
	sed 's/"id":"a2"/"id":"a1"/' "$examples/name-near.jsonl" | sed -n 1p
done >many
status 1 "no more findings are shown than asked for" \
	cklint --enable id-twice --limit 2 many
printf '%s\n' \
	'many:2: a1: id-twice: two people have the same id: a1 (many:1: a1)' \
	'many:3: a1: id-twice: two people have the same id: a1 (many:1: a1)' \
	'id-twice: and 2 more' '5 people, 4 errors, 0 warnings' >wanted
same "and how many more there are" wanted out
status 1 "a finding can be read by a program" \
	cklint --enable id-twice --limit 1 --json many
head -n 1 out >got
echo '{"rule":"id-twice","severity":"error","file":"many","line":2,"id":"a1","sentence":"two people have the same id","witness":"a1","other":{"file":"many","line":1,"id":"a1"}}' >wanted
same "with all that its line says" wanted got
ok "the summary counts what is not shown" \
	test "$(tail -n 1 out | jq .summary.found.\"id-twice\")" = 4
ok "a budget may be larger" cklint -q --budget image-near=12.5 \
	"$examples/image-near.jsonl"
ok "or smaller" cklint -q --budget image-near=1 "$examples/image-near.jsonl"
same "and then less is found" /dev/null out

# Input --------------------------------------------------------------------------
echo '{"id":"a1"}' >bad
status 1 "a line that is no person is told" cklint bad
says "with its place, and how rows are read" \
	'^cklint: bad:1: the record has no schema; .* --from mllmu$' err
same "and nothing is summed up" /dev/null out
status 1 "nor as JSON" cklint --json bad
same "is anything" /dev/null out
echo '{"schema":"palimpsest/person/2","id":"a1"}' >newer
status 1 "a schema that is not ours is refused" cklint newer
says "and which it is" "is 'palimpsest/person/2', not 'palimpsest/person/1'" err
cat bad "$examples/text-nfc.jsonl" >both
status 1 "behind it there is more with -k" cklint -k both
says "that is looked at" '^both:2: a1: text-nfc: ' out
printf '%s\n' '{"schema":"palimpsest/person/1","id":"a1","kind":"fictitious","name":"a\u0000b"}' >nul
status 1 "an escaped NUL is refused" cklint nul
says "for what it is" 'nul:1: a1: a string holds NUL$' err
printf '%s\n' '{"schema":"palimpsest/person/1","id":"a1","kind":"fictitious","name":7,"facts":[],"images":{},"questions":[1,{"id":2}],"split":"x"}' >odd
ok "members of other types are as if they were not there" cklint -q odd
status 1 "nobody at all is told" cklint /dev/null
says "for what it is" '^cklint: no people$' err
status 3 "a file that is not there ends in 3" cklint absent
mkdir release && cp "$examples/text-nfc.jsonl" release/people.jsonl
status 1 "a release is read by its folder" cklint release
says "and its stream is named" '^release/people.jsonl:1: a1: text-nfc' out
status 3 "a folder without a stream ends in 3" cklint "$work/.."
status 3 "a full disk does, too" sh -c 'cklint "$1" >/dev/full' sh \
	"$examples/clean.jsonl"
for piece in '(' 'AB12 ' '1 ' 'a "' 'a@' '<'; do
	awk -v piece="$piece" 'BEGIN {
		gsub(/"/, "\\\"", piece)
		printf "{\"schema\":\"palimpsest/person/1\",\"id\":\"a1\"," \
			"\"kind\":\"fictitious\",\"biography\":\""
		for (i = 0; i < 300000; i += length(piece))
			printf "%s", piece
		printf "\"}\n"
	}' >long
	ok "a text of 300 kB of '$piece' is soon looked at" \
		timeout 20 cklint -q --disable text-spaces long
done
for options in '--enable no-such' '--disable id-twice,' '--budget image-near' \
	'--budget image-near=x' '--budget id-twice=3' \
	'--enable id-twice --disable id-twice'; do
	# shellcheck disable=SC2086  # a list of words
	status 2 "'$options' is a mistake" cklint $options "$examples/clean.jsonl"
done

# Our own people -----------------------------------------------------------------
{
	mkprofiles -n 100 -s lint
	mkprofiles --kind stranger -n 20 -s lint
} | mkqa | mksplit -n 100 -s lint --strangers 20 >ours
ok "people made here break no rule whose severity is error" cklint ours

mkprofiles -n 500 -s lint >ours
while read -r rule options; do
	# shellcheck disable=SC2086  # a list of words
	mksplit -n 500 -s lint --rule "$rule" $options ours >drawn
	ok "nor does a split by $rule $options" cklint drawn
	lacks "and it nests as it should" ': split-' out
done <<END
sha256-rank/1 --holdout 10 --tune 5 --by gender
sha256-disjoint/1 --holdout 10
sha256-sequence/1 --sequence 5x10
sha256-threshold/1
END
mksplit -n 500 --rule legacy/mllmu ours >drawn
ok "the split of MLLMU-Bench is no error" cklint drawn
says "but its sets are not nested" 'split-nest: .*: forget_05 and not forget_10' \
	out

# The page and the table ---------------------------------------------------------
awk -F '\t' '/^#/ { next } seen++ { print $1 " " $2 }' "$rules" | sort >wanted
sed -n 's/^\.It Sy \([a-z-]*\) Pq \([a-z]*\).*/\1 \2/p' \
	"$top_srcdir/man/cklint.1" | sort >paged
same "cklint.1 has an entry for each rule, of its severity" wanted paged
cut -d ' ' -f 1 wanted | while read -r code; do
	[ -f "$examples/$code.jsonl" ] ||
		grep -qw -e "$code" "$examples/made.jq" "$testdir"/lint-*.t ||
		echo "$code"
done >bare
same "each rule has an example that breaks it" /dev/null bare
finish
