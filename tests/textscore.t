#!/bin/sh
# textscore: its digits against vectors that nltk and ports of the other
# originals made (tests/expected/textscore-nltk.py), and what it does as a
# filter.
. "$(dirname "$0")/lib.sh"

expected=$top_srcdir/tests/expected
rouges=rouge1,rouge2,rougeL,rougeLsum
nltk=bleu-nltk0,bleu-nltk1,bleu-nltk2,bleu-nltk3,bleu-nltk4,bleu-nltk5
nltk=$nltk,bleu-nltk6,bleu-nltk7
sacre=bleu-sacre,bleu-sacre-floor,bleu-sacre-add-k,bleu-sacre-none
sacre=$sacre,bleu-sacre4,bleu-sacre4-floor,bleu-sacre4-add-k,bleu-sacre4-none
all=$rouges,$nltk,$sacre,chrf,exact,f1

# near FILE FILE  passes if the lines have the same members, and numbers in them
# differ by no more than 1e-12 of what they are.
near() {
	test -s "$1" && jq -n -e --slurpfile a "$1" --slurpfile b "$2" '
		def abs: if . < 0 then -. else . end;
		def near($x; $y): ($x | type) == ($y | type) and
			if $x | type == "number"
			then ($x - $y | abs) <= 1e-12 * ([$x, $y] | map(abs) | max)
			elif $x | type == "object"
			then ($x | keys) == ($y | keys) and
				all($x | keys[]; . as $k | near($x[$k]; $y[$k]))
			else $x == $y end;
		($a | length) == ($b | length) and
			all(range($a | length); near($a[.]; $b[.]))' >/dev/null
}

# The vectors ------------------------------------------------------------------
jq -c '{reference, candidate}' "$expected/textscore.jsonl" >pairs
ok "all metrics score the pairs" textscore --metrics $all pairs
mv out scored
ok "as nltk and the ports of the others do, to 1e-12" \
	near scored "$expected/textscore.jsonl"
ok "ROUGE scores stems" textscore --metrics $rouges --stem pairs
mv out scored
ok "as with nltk's stemmer" near scored "$expected/textscore-stem.jsonl"
shuf -i 1-150 --random-source=pairs >order
awk 'NR == FNR { line[NR] = $0; next } { print line[$1] }' pairs order |
	textscore --metrics $all >others
textscore --metrics $all pairs |
	awk 'NR == FNR { line[NR] = $0; next } { print line[$1] }' - order >wanted
same "a pair's scores do not depend on those before" wanted others

# score METRIC REFERENCE CANDIDATE  prints the member; texts are JSON.
score() {
	printf '{"reference":%s,"candidate":%s}\n' "$2" "$3" |
		textscore --metrics "$1" | sed 's/.*,"\('"$1"'":.*\)}$/"\1/'
}
# scores METRIC VALUE REFERENCE CANDIDATE
scores() {
	got=$(score "$1" "$3" "$4")
	ok "$1 of $3 and $4 is $2" test "$got" = "\"$1\":$2"
}
# From the tests of the originals.
scores rouge1 '{"p":1,"r":0.33333333333333331,"f":0.5}' \
	'"testing one two"' '"testing"'
scores rouge2 '{"p":1,"r":0.5,"f":0.66666666666666663}' \
	'"testing one two"' '"testing one"'
scores rougeL '{"p":1,"r":0.66666666666666663,"f":0.80000000000000004}' \
	'"testing one two"' '"testing two"'
scores rougeLsum \
	'{"p":0.40000000000000002,"r":0.80000000000000004,"f":0.53333333333333333}' \
	'"w1 w2 w3 w4 w5"' '"w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5"'
scores bleu-sacre 0 '"okay thanks"' '"this is a cat"'
romanian='"producţia de zahăr brut se exprimă în zahăr alb;"'
longer='"Producția de zahăr primă va fi exprimată în ceea ce privește '
longer=$longer'zahărul alb;"'
for variant in '':8.4931 -floor:4.5169 -add-k:14.883 -none:0; do
	name=bleu-sacre${variant%:*}
	ok "$name of the Romanian pair is ${variant#*:}" test "$(
		score "$name" "$romanian" "$longer" |
			awk -F : '{ printf "%.5g", $2 }'
	)" = "${variant#*:}"
done

# Texts of all kinds -----------------------------------------------------------
for metric in rouge1 rouge2 rougeL rougeLsum; do
	scores $metric '{"p":0,"r":0,"f":0}' '""' '""'
	scores $metric '{"p":0,"r":0,"f":0}' '"東京"' '"東京"'
done
scores bleu-nltk1 0 '"a"' '""'
scores bleu-nltk6 null '"a b c d"' '"a b"'
scores bleu-sacre 0 '["", ""]' '""'
scores chrf 0 '" "' '"\n"'
scores chrf 100 '"東 京"' '"東京"'
scores exact 1 '"The cat."' '"a CAT"'
scores exact 1 '["x","\u039f\u0394\u039f\u03a3"]' '"\u03bf\u03b4\u03bf\u03c2"'
scores f1 1 '""' '"the"'
scores f1 0 '""' '"cat"'
scores rouge1 '{"p":1,"r":1,"f":1}' '"\u212aelvin\u0000x"' '"kelvin X"'
scores rougeL '{"p":1,"r":1,"f":1}' '["none","one two"]' '"one TWO"'
scores bleu-nltk1 1 '["a b c d","e"]' '"a b c d"'

# One megabyte a side: random words, and the same less every seventh.
awk 'BEGIN {
	n = ARGV[1]
	for (i = 0; i < n; i++) {
		x = (x * 1103515245 + 12345) % 2147483648
		word = sprintf("w%d", int(x / 65536) % 5000)
		a = a (i ? i % 20 ? " " : "\\n" : "") word
		if (i % 7) b = b (i > 1 ? i % 20 ? " " : "\\n" : "") word
	}
	printf "{\"reference\":\"%s\",\"candidate\":\"%s\"}\n", a, b
}' "$([ "$sanitizers" = yes ] && echo 20000 || echo 180000)" >long
ok "texts of a megabyte are scored" timeout 100 \
	textscore --metrics rouge2,rougeL,bleu-nltk1,bleu-sacre,chrf,exact,f1 long
ok "and rightly: six of seven words are left" sh -c \
	'sed "s/.*\"candidate\":\"[^\"]*\",/{/" out |
		jq -e ".rougeL.p == 1 and (.rougeL.r * 7 - 6 | . < 0.01 and . > -0.01)"'

# A filter ---------------------------------------------------------------------
printf '%s\n' ' { "id" : "\u0041", "reference" : [ "a" , "b" ], "candidate":"b" } ' |
	tee odd | sed 's/} $/,"exact":1,"f1":1} /' >wanted
ok "a line is passed through" textscore --metrics exact,f1 odd
same "with nothing changed but what is added" wanted out
printf '{"reference":"a","candidate":"a"}' >unended
ok "a line without its end is a line" textscore --metrics f1 unended
ok "no line gives none" textscore --metrics f1 /dev/null
same "and no output" /dev/null out
status 3 "a file that is not there ends in 3" textscore --metrics f1 absent
status 3 "a full disk ends in 3" sh -c 'textscore --metrics f1 unended >/dev/full'

# refused MESSAGE LINE
refused() {
	printf '{"reference":"a","candidate":"a"}\n%s\n' "$2" >bad
	status 1 "the line $2 ends in 1" textscore --metrics exact,f1 bad
	says "and is told" "^textscore: bad:2: $1" err
}
refused "the record has no 'reference'" '{"candidate":"a"}'
refused "the record has no 'candidate'" '{"reference":"a"}'
refused "the 'candidate' is no string" '{"reference":"a","candidate":["a"]}'
refused "the 'reference' is no string and no list" \
	'{"reference":null,"candidate":"a"}'
refused "the 'reference' is no string and no list" \
	'{"reference":["a",["b"]],"candidate":"a"}'
refused "the 'reference' is an empty list" '{"reference":[],"candidate":"a"}'
refused "the record has a 'f1' already" \
	'{"reference":"a","candidate":"a","f1":1}'
refused "a record must be a JSON object" '["a"]'
refused "" '{"reference":"\ud800","candidate":"a"}'
printf '{"f1":0}\n{"reference":"a","candidate":"a"}\n' >bad
status 1 "with -k the next line is scored" \
	textscore --metrics f1 -k --rejects rejected bad
says "as ever" '^{"reference":"a","candidate":"a","f1":1}$' out
says "and the bad one kept" '^{"f1":0}$' rejected
status 1 "without, a file stays unwritten" textscore --metrics f1 -o made bad
ok "as it was" test ! -e made

status 2 "no metric is a mistake" textscore odd
says "and told" "option '--metrics' is needed" err
status 2 "so is one that nobody knows" textscore --metrics f1,rouge3 odd
says "which is told" "unknown metric 'rouge3'" err
status 2 "so is one named twice" textscore --metrics f1,exact,f1 odd
says "and this, too" "metric 'f1' is named twice" err
status 2 "so is an empty list" textscore --metrics '' odd
finish
