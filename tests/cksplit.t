#!/bin/sh
# cksplit: a split as drawn passes; any other is named.
. "$(dirname "$0")/lib.sh"

# people N [KIND [LETTER]]  writes N minimal people.
people() {
	awk -v n="$1" -v kind="${2:-fictitious}" -v letter="${3:-f}" 'BEGIN {
		for (i = 1; i <= n; i++)
			printf "{\"schema\":\"palimpsest/person/1\",\"id\":\"%s%04d\"" \
				",\"kind\":\"%s\"}\n", letter, i, kind
	}'
}

sh_run() { sh -c "$1"; }

{
	people 500
	people 3 celebrity c
	people 4 stranger s
} | mksplit -n 500 --real 3 --strangers 4 -s demo >good

# What passes ----------------------------------------------------------------
printf '%s\t%s\n' forget_05 25 retain_95 475 forget_10 50 retain_90 450 \
	forget_15 75 retain_85 425 real 3 stranger 4 >sets
ok "a split as drawn passes" cksplit good
same "the sets are printed with their sizes" sets out
ok "it passes from standard input" sh_run 'cksplit <good'
ok "it passes with its seed and count" cksplit -s demo -n 500 good
ok "it passes quietly with -q" cksplit -q good
: >nothing
same "and nothing is printed" nothing out
tac good >reversed
ok "the order of lines does not matter" cksplit reversed
head -n 100 good >a
tail -n +101 good >b
ok "files are one stream" cksplit b a
printf '%s' "$(cat good)" >no_end
ok "a last line without its end is a line" cksplit no_end
people 20 | mksplit -n 20 -s 'a "b" \ é' -f 10,50,90 >escaped
ok "a seed with escapes passes" cksplit -s 'a "b" \ é' escaped
people 500 | mksplit -n 500 -s demo >plain
ok "a split without real and stranger passes" cksplit plain
lacks "these sets are not printed then" 'real|stranger' out

# What does not --------------------------------------------------------------
refused() { # refused STATUS DESCRIPTION PATTERN ARGUMENT...
	want=$1 what=$2 pattern=$3
	shift 3
	status "$want" "$what" cksplit "$@"
	says "$what: it says so" "$pattern" err
	same "$what: nothing is printed" nothing out
}

changed() { # changed DESCRIPTION PATTERN SED-SCRIPT
	sed "$3" good >bad
	status 1 "$1" cksplit bad
	says "$1: it is named" "$2" err
}

refused 1 "another seed than asked for" "good:1: f0001: .*'demo', not 'x'" \
	-s x good
refused 1 "another count than asked for" 'good:1: f0001: .*n 500, not 400' \
	-n 400 good
changed "a seed that was changed everywhere" \
	'bad:1: f0001: the split states rank' 's/"demo"/"demi"/'
changed "a seed changed in one record" "bad:9: f0009: the split differs .* its seed" \
	'9s/"demo"/"demi"/'
changed "n changed in one record" "bad:9: f0009: the split differs .* its n$" \
	'9s/"n":500/"n":501/'
changed "n changed everywhere" 'states n 501, but 500 fictitious' \
	's/"n":500/"n":501/'
changed "ratios changed in one record" "bad:9: f0009: the split differs .* its ratios" \
	'9s/5,10,15/5,10,20/'
changed "an unknown rule" "bad:1: f0001: unknown split rule 'sha256-rank/2'" \
	's,sha256-rank/1,sha256-rank/2,'
changed "a record without split" 'bad:9: f0009: the record has no split' \
	'9s/,"split":.*/}/'
changed "a person missing" 'states n 500, but 499' 9d
changed "a person twice" 'bad:10: f0009: the id is there already, at bad:9' \
	'9p;10d'
changed "one rank changed" 'bad:[0-9]*: f[0-9]*: the split states rank 29[^0-9].*gives 30$' \
	's/"rank":30,/"rank":29,/'
changed "two people who changed places" 'the split states rank' \
	's/"rank":1,/"rank":x,/;s/"rank":2,/"rank":1,/;s/"rank":x,/"rank":2,/'
changed "a set changed" 'do not follow from its rank' \
	's/"rank":30,"sets":\["retain_95","forget_10"/"rank":30,"sets":["retain_95","retain_90"/'
changed "somebody in forget and retain" 'do not follow from its rank' \
	's/"rank":30,"sets":\["retain_95"/"rank":30,"sets":["forget_05","retain_95"/'
changed "a stranger in a forget set" 's0001: only fictitious' \
	'/"s0001"/s/"rank":null,"sets":\["stranger"/"rank":1,"sets":["forget_05"/'
changed "a stranger called real" 's0001: .*do not follow' \
	'/"s0001"/s/"stranger"\]/"real"]/'
changed "a fictitious person without rank" 'f0001: a fictitious person.s rank' \
	'1s/"rank":[0-9]*/"rank":null/'
changed "a rank beyond n" 'f0001: a fictitious person.s rank' \
	'1s/"rank":[0-9]*/"rank":501/'
changed "a rank that is no number" "f0001: the split's rank" \
	'1s/"rank":[0-9]*/"rank":"1"/'
changed "a blank in a split" 'f0001: .*spelled' '1s/"rank":/"rank": /'
changed "a member more in a split" 'f0001: .*spelled' \
	'1s/"rank":/"more":10,"rank":/'
changed "a needless escape in a seed" "f0001: the split's seed" \
	's/"demo"/"d\\u0065mo"/'
changed "ratios out of order" "f0001: the split's ratios" 's/5,10,15/10,5,15/'
changed "a ratio of nobody" 'f0001: .*nobody' 's/"n":500/"n":9/'
changed "a split that is no object" 'f0001: .*not a JSON object' \
	'1s/"split":{.*/"split":[]}/'
changed "an auxiliary person" 'f0001: auxiliary' '1s/"fictitious"/"auxiliary"/'
changed "a broken line" 'bad:9: an object lacks' '9s/}$//'
refused 1 "an empty input" 'no people came' nothing
refused 1 "stray text" 'sets:1: no JSON value' sets

changed "a holdout changed in one record" "bad:9: f0009: the split differs .* its holdout" \
	'9s/"rank":/"holdout":10,"rank":/'
changed "a holdout changed everywhere" 'f[0-9]*: .*do not follow from its rank' \
	's/"rank":/"holdout":10,"rank":/'
changed "a holdout that is none" "f0001: the split's holdout is not a whole" \
	's/"rank":/"holdout":0,"rank":/'
changed "strata by a fact that nobody has" "f0001: the fact 'gender' is absent" \
	's/"rank":/"by":"gender","rank":/'
changed "a sequence where there is none" 'does not combine with a sequence' \
	's/"rank":/"sequence":"5x5","rank":/'
changed "another rule" 'f[0-9]*: .*do not follow from its rank' \
	's,sha256-rank,sha256-disjoint,'
changed "a rule without ranks" 'f0001: by sha256-threshold/1 nobody has a rank' \
	's,sha256-rank,sha256-threshold,'
changed "no seed" "f0001: the split's seed" 's/"seed":"demo"/"seed":null/'

# Other seeds ----------------------------------------------------------------
# with_facts WORDS  a fact of that many values by number, another by set, one
# that all have alike, one that is everybody's own.
with_facts() {
	awk -v words="$1" '{
		town = /"forget_05"/ ? "there" : "here"
		sub(/"kind":"fictitious"/, "&,\"facts\":{\"word\":\"w" NR % words \
			"\",\"town\":\"" town "\",\"one\":\"x\",\"own\":" NR "}")
		print
	}' plain
}
with_facts 7 >facts
ok "a split is compared with those of other seeds" cksplit --plausible facts
says "the sets come first" '^forget_05	25$' out
says "then the columns are named" '^fact	imbalance	lower	higher$' out
says "a fact by chance lies anywhere" '^word	[0-9]+	[0-9]+	[0-9]+$' out
says "one that tells who is forgotten lies at the end" \
	'^town	[0-9]+	1000	0$' out
says "and is warned of" \
	'^cksplit: warning: by town, forget and retain are less alike than under 1000 of 1000 seeds$' err
lacks "facts of one value, or of one each, are left out" '^(one|own)	' out
cp out first
tac facts | cksplit --plausible 2>/dev/null >got
same "the order of people does not matter" first got
# Total variation, of one fact and the three ratios, by awk.
awk '{
	word = $0
	sub(/.*"word":"/, "", word); sub(/".*/, "", word)
	split("05 10 15", ratios, " ")
	for (i in ratios) {
		at = index($0, "\"forget_" ratios[i]) ? 1 : 0
		people[i, at]++; has[i, at, word]++
	}
	words[word]
} END {
	for (i in ratios) {
		sum = 0
		for (w in words) {
			d = has[i, 1, w] * people[i, 0] - has[i, 0, w] * people[i, 1]
			sum += d < 0 ? -d : d
		}
		all += int(10000 * sum / (2 * people[i, 1] * people[i, 0]))
	}
	print "word\t" all
}' facts >want
grep '^word' first | cut -f 1,2 >got
same "an imbalance is what awk finds" want got
awk 'BEGIN { for (i = 1; i <= 60; i++) printf "{\"schema\":" \
	"\"palimpsest/person/1\",\"id\":\"f%04d\",\"kind\":\"fictitious\"," \
	"\"facts\":{\"a\":\"%d\"}}\n", i, i % 5 }' >sixty
for options in '-s 17' '-s 17 --by a --holdout 10' '-s 17 -r sha256-disjoint/1' \
	'-s 17 -r sha256-sequence/1 --sequence 3x4 --tune 10' \
	'-s 17 -r sha256-threshold/1 -f 20,40'; do
	# shellcheck disable=SC2086
	mksplit -q -n 60 $options sixty >seventeen
	ok "seeds are tried with $options" cksplit --plausible seventeen
	cut -f 3,4 out | awk '/^[0-9]/ && $1 + $2 < 1000' >some
	ok "seed 17 is itself one of them" test -s some
done
mksplit -n 60 -s 17 --by a -f 20 sixty | cksplit --plausible >got
says "by strata all seeds are alike" '^a	[0-9]+	0	0$' got
status 1 "people without facts cannot be compared" cksplit --plausible plain
says "which is told" 'no facts whose values are shared' err
people 500 | mksplit -n 500 -r legacy/mllmu >lists
ok "published lists pass" cksplit lists
status 1 "published lists have no other seeds" cksplit --plausible lists
says "which is told, too" 'legacy/mllmu has no seed' err
ok "with -q nothing is printed" cksplit -q --plausible facts
same "but warnings are" nothing out
says "on standard error" 'warning: by town' err

# A release ------------------------------------------------------------------
list() { # list SET  in rank order
	grep "\"$1\"" good |
		sed 's/.*"id":"\([^"]*\)".*"rank":\([0-9a-z]*\),.*/\2 \1/' |
		sort -k 1,1n -k 2,2 | cut -d ' ' -f 2
}
mkdir -p clean/splits
sort good >clean/people.jsonl
ok "a release without lists passes" cksplit clean
for set in forget_05 retain_95 forget_10 retain_90 forget_15 retain_85 \
	real stranger; do
	list $set >clean/splits/$set.txt
done
echo '{}' >clean/splits/splits.json
ok "a release with its lists passes" cksplit -s demo clean
same "its sets are printed" sets out

in_release() { # in_release DESCRIPTION PATTERN SHELL-COMMAND
	rm -rf bad_release
	cp -r clean bad_release
	(cd bad_release/splits && eval "$3")
	status 1 "$1" cksplit bad_release
	says "$1: it is named" "bad_release/$2" err
}

in_release "two ids of a list that changed places" \
	'splits/forget_05.txt:1: f[0-9]*: has rank 2, but 1' \
	'{ sed -n 2p forget_05.txt; sed -n 1p forget_05.txt; tail -n +3 forget_05.txt; } >x
	mv x forget_05.txt'
in_release "a list cut short" \
	'splits/retain_95.txt: ends after 474 of 475' \
	'sed "\$d" retain_95.txt >x && mv x retain_95.txt'
in_release "an id too many" \
	'splits/forget_05.txt:26: f[0-9]*: the set has only 25' \
	'head -n 26 forget_10.txt >forget_05.txt'
in_release "an id that nobody has" 'splits/forget_05.txt:1: x: nobody' \
	'sed "1s/.*/x/" forget_05.txt >x && mv x forget_05.txt'
in_release "a stranger in a list" 'splits/forget_05.txt:1: s0001: not one' \
	'sed "1s/.*/s0001/" forget_05.txt >x && mv x forget_05.txt'
in_release "strangers out of order" 'splits/stranger.txt:2: .*not in order' \
	'sort -r stranger.txt >x && mv x stranger.txt'
in_release "a list missing" 'splits/retain_90.txt: the list is missing' \
	'rm retain_90.txt'
in_release "a list of no set" 'splits/forget_20.txt: no set' \
	'echo f0001 >forget_20.txt'
in_release "a last line without its end" 'splits/real.txt:3: not a line' \
	'printf "c0001\nc0002\nc0003" >real.txt'
in_release "a line that is no id" 'splits/real.txt:2: not a line' \
	'printf "c0001\nC 2\nc0003\n" >real.txt'
in_release "a line too long for an id" 'splits/real.txt:1: not a line' \
	'printf "%0200d\n" 0 >real.txt'
in_release "an empty list" 'splits/real.txt: ends after 0 of 3' ': >real.txt'
in_release "a split in people.jsonl" 'people.jsonl:[0-9]*: [fcs][0-9]*: the spl' \
	'sed "s/\"rank\":1,/\"rank\":2,/" ../people.jsonl >x && mv x ../people.jsonl'
mkdir -p dir_list && cp -r clean/. dir_list && rm dir_list/splits/real.txt &&
	mkdir dir_list/splits/real.txt
refused 3 "a list that is a folder" 'cannot read dir_list/splits/real.txt' dir_list
mkdir pipe_release && mkfifo pipe_release/people.jsonl
status 3 "a pipe in the place of the stream is not waited for" \
	timeout 60 cksplit pipe_release
says "it is named" '^cksplit: cannot read pipe_release/people.jsonl: ' err
mkdir empty_release
refused 3 "a folder that is no release" \
	'cannot read empty_release/people.jsonl' empty_release

# Usage and system -----------------------------------------------------------
refused 2 "a folder and a file" 'comes alone' clean good
refused 2 "an option given twice" 'given twice' -s demo -s demo good
refused 2 "an empty seed" 'printable' -s '' good
refused 2 "a count with a tail" 'whole number' -n 5x good
refused 2 "an option that is not known" "unknown.*'-z'" -z good
refused 3 "a missing file" 'cannot read absent' absent
status 3 "a full disk is told" sh_run 'cksplit good >/dev/full'
status 3 "a closed stdout is told" sh_run 'cksplit good >&-'
says "and not taken for a file" 'cannot write stdout' err
status 3 "a temporary folder that is not there is told" \
	env TMPDIR=/nonexistent cksplit good
ok "--help is there" cksplit --help
ok "--version is there" cksplit --version
finish
