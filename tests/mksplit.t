#!/bin/sh
# mksplit: the rule to the byte, what it refuses, how large it gets.
. "$(dirname "$0")/lib.sh"

# people N [KIND [LETTER]]  writes N minimal people.
people() {
	awk -v n="$1" -v kind="${2:-fictitious}" -v letter="${3:-f}" 'BEGIN {
		for (i = 1; i <= n; i++)
			printf "{\"schema\":\"palimpsest/person/1\",\"id\":\"%s%07d\"" \
				",\"kind\":\"%s\"}\n", letter, i, kind
	}'
}

# ranked SET <LINES  the ids of a set in rank order.
ranked() {
	grep "\"$1\"" |
		sed 's/.*"id":"\([^"]*\)".*"rank":\([0-9]*\),.*/\2 \1/' |
		sort -n | cut -d ' ' -f 2
}

# sh_run COMMANDS  for what needs a shell: pipes and redirections.
sh_run() { sh -c "$1"; }

# The rule -------------------------------------------------------------------
people 500 >p500
ok "500 people are split" mksplit -n 500 -s demo -o s500 p500
for set in forget_05:25 retain_95:475 forget_10:50 retain_90:450 \
	forget_15:75 retain_85:425; do
	grep -c "\"${set%:*}\"" s500 >got
	echo "${set#*:}" >want
	same "${set%:*} has exactly ${set#*:} of 500" want got
done
for set in forget_05 forget_10 forget_15; do
	ranked $set <s500 >list_$set
done
head -n 25 list_forget_15 >want
same "forget_05 is the start of forget_15" want list_forget_05
head -n 50 list_forget_15 >want
same "forget_10 is, too" want list_forget_10

printf '%s\n' '{"rule":"sha256-rank/1","seed":"demo","n":500,"ratios":[5,10,15],"rank":30,"sets":["retain_95","forget_10","forget_15"]}' >want
sed -n 's/.*"split":\({.*"rank":30,.*}\)}$/\1/p' s500 >got
same "a split is spelled as palimpsest-split(5) says" want got

sed 's/,"split":.*/}/' s500 >got
same "all other bytes are kept, and the order" p500 got

# Nothing but seed and ids matters -------------------------------------------
sort s500 >want
tac p500 | mksplit -n 500 -s demo | sort >got
same "reversed input gives the same splits" want got
shuf --random-source=/dev/zero p500 >shuffled 2>/dev/null || tac p500 >shuffled
mksplit -n 500 -s demo shuffled >got
sed 's/,"split":.*/}/' got >order
same "the output is in the order of the input" shuffled order
sort got >sorted
same "shuffled input gives the same splits" want sorted
for locale in C.UTF-8 tr_TR.UTF-8 de_DE.UTF-8; do
	LC_ALL=$locale TZ=Asia/Tokyo mksplit -n 500 -s demo p500 >got
	same "locale $locale and another time zone change nothing" s500 got
done
head -n 200 p500 >first
tail -n 300 p500 >second
mksplit -n 500 -s demo first - <second >got
same "files and standard input are read one after another" s500 got
mksplit -n 500 -s demo2 p500 >got
status 1 "another seed gives another split" cmp -s s500 got

# Golden: all kinds, a seed to be escaped, blanks before the brace -----------
{
	people 20
	people 2 celebrity c
	people 3 stranger s
	printf '%s\n' '{"schema":"palimpsest/person/1","id":"spaced","kind":"fictitious" , "name":"A \"B\"" }'
} >mixed
mksplit -n 21 --real 2 --strangers 3 -s 'a "b" \ é' -f 10,50 mixed >got
same "all kinds are spelled as before" \
	"$top_srcdir/tests/expected/mksplit.jsonl" got

printf '%s' "$(cat p500)" >no_end
mksplit -n 500 -s demo no_end >got
same "a last line without its end is a line" s500 got

# The other rules ------------------------------------------------------------
# These people have facts: a gender of three values, a town of many, a height.
awk 'BEGIN {
	for (i = 1; i <= 500; i++)
		printf "{\"schema\":\"palimpsest/person/1\",\"id\":\"f%07d\"" \
			",\"kind\":\"fictitious\",\"facts\":{\"gender\":\"%s\"," \
			"\"town\":\"T %d, \\\"x\\\"\",\"height_cm\":%d}}\n", i,
			i % 40 ? i % 2 ? "female" : "male" : "nonbinary",
			i * i % 97, 150 + i * 7 % 50
}' >facts500

# drawn OPTION...  draws the split of facts500 into `drawn`.
drawn() { ok "a split with $*" mksplit -q -n 500 -s demo -o drawn "$@" facts500; }

# counted SET:COUNT...  passes for each set of exactly that many people.
counted() {
	for pair; do
		grep -c "\"${pair%:*}\"[],]" drawn >got
		echo "${pair#*:}" >want
		same "${pair%:*} has exactly ${pair#*:} people" want got
	done
}

# apart SET SET  passes if nobody is in both.
apart() {
	grep "\"$1\"[],]" drawn | grep -c "\"$2\"[],]" >got
	echo 0 >want
	same "nobody is in $1 and in $2" want got
}

# alike OPTION...  passes if people in another order have the same splits.
alike() {
	mksplit -q -n 500 -s demo "$@" facts500 | sort >want
	shuf --random-source=/dev/zero facts500 2>/dev/null >other ||
		tac facts500 >other
	mksplit -q -n 500 -s demo "$@" other | sort >got
	same "the order of people does not matter with $*" want got
	LC_ALL=tr_TR.UTF-8 mksplit -q -n 500 -s demo "$@" facts500 | sort >got
	same "nor does the locale" want got
}

drawn -r sha256-rank/1
mksplit -n 500 -s demo facts500 >want
same "sha256-rank/1 is the rule when none is named" want drawn

drawn -r sha256-disjoint/1
counted forget_05:25 forget_10:50 forget_15:75 retain_95:475 retain_90:450 \
	retain_85:425
apart forget_05 forget_10
apart forget_05 forget_15
apart forget_10 forget_15
apart forget_10 retain_90
ranked forget_05 <drawn >one
ranked forget_10 <drawn >two
mksplit -n 500 -s demo -f 5,15 p500 | ranked forget_15 >want
cat one two >got
same "disjoint sets are the ranks, one set after the other" want got
alike -r sha256-disjoint/1 -f 1,5,10

drawn -r sha256-sequence/1 --sequence 5x10 --holdout 10
counted request_01:5 request_10:5 retain:400 holdout_10:50
says "a sequence is spelled as palimpsest-split(5) says" \
	'"n":500,"ratios":\[\],"holdout":10,"sequence":"5x10","rank":' drawn
for i in 01 02 03 04 05 06 07 08 09 10; do
	ranked request_$i <drawn
done >got
mksplit -n 500 -s demo -f 10 p500 | ranked forget_10 >want
same "ten requests of five people are the first fifty ranks" want got
alike -r sha256-sequence/1 --sequence 7x3 --by gender

drawn --holdout 10 --tune 5 -f 5,10
counted forget_05:25 retain_95:425 retain_90:400 holdout_10:50 tune_05:25
apart holdout_10 retain_95
apart holdout_10 forget_10
apart tune_05 forget_10
grep tune_05 drawn | grep -vc '"retain_95","retain_90","tune_05"' >got
echo 0 >want
same "people to tune by are retained" want got
ranked holdout_10 <drawn >got
mksplit -n 500 -s demo -f 90 p500 | ranked retain_10 >want
same "those held out are the last ranks" want got
says "both are spelled before the rank" \
	'"ratios":\[5,10\],"holdout":10,"tune":5,"rank":' drawn

status 0 "a split by thresholds" \
	mksplit -n 500 -s demo -r sha256-threshold/1 -o drawn facts500
says "tells how many people are where" \
	'of 500 people: forget_05 [0-9]+, retain_95 [0-9]+, forget_10 ' err
forget=$(grep -c '"forget_05"' drawn)
says "which is right" "forget_05 $forget, retain_95 $((500 - forget))," err
says "nobody has a rank" '"rank":null,"sets":\["retain_95","retain_90",' drawn
lacks "really nobody" '"rank":[0-9]' drawn
alike -r sha256-threshold/1
sort drawn >all
head -n 300 facts500 | mksplit -q -n 300 -s demo -r sha256-threshold/1 |
	sed 's/"n":300/"n":500/' | sort >few
comm -23 few all >got
same "taking people away moves nobody else" /dev/null got
head -n 3 p500 >p3
status 1 "a threshold below which nobody is" mksplit -q -n 3 -s demo \
	-r sha256-threshold/1 -f 1 -o never p3
says "is told" 'of 3 people forget_01 would hold nobody' err
ok "and nothing is written" test ! -e never

ok "the published lists are a split" \
	mksplit -n 500 -r legacy/mllmu -o drawn p500
counted forget_05:25 retain_95:475 forget_10:50 retain_90:450 forget_15:75
sed -n 's/.*"id":"f0*\([0-9]*\)".*"forget_05".*/\1/p' drawn >got
sed 's/^0*//' "$PALIMPSEST_DATA/templates/splits/mllmu/forget_05.txt" >want
same "person 010 of forget_05 is the tenth by id" want got
says "it has no seed" '"rule":"legacy/mllmu","seed":null,"n":500,' drawn
tac p500 | mksplit -n 500 -r legacy/mllmu | tac >got
same "the order of people does not matter" drawn got
mkdir -p forged/templates/splits/mllmu
for list in 05 10 15; do
	sed 's/^493$/494/' \
		"$PALIMPSEST_DATA/templates/splits/mllmu/forget_$list.txt" \
		>forged/templates/splits/mllmu/forget_$list.txt
done
status 3 "a list that is not the published one is refused" \
	env PALIMPSEST_DATA=forged mksplit -n 500 -r legacy/mllmu p500
says "by its digest" 'mllmu/forget_05.txt: not the list .* digest' err

# Strata: of each value the share, within a person, in every set of first ranks.
for by in gender town height_cm; do
	drawn --by $by -f 5,10,15,33 --holdout 10
	counted forget_05:25 forget_10:50 forget_15:75 forget_33:165 holdout_10:50
	alike --by $by
done
drawn --by gender -f 5,10,15,33
awk -F '"' '{
	value = $0
	sub(/.*"gender":"/, "", value); sub(/".*/, "", value); all[value]++
	rank = $0
	sub(/.*"rank":/, "", rank); of[rank + 0] = value
} END {
	for (k = 1; k <= NR; k++) {
		held[of[k]]++
		for (v in all) {
			off = held[v] - k * all[v] / NR
			if (off < -1.5 || off > 1.5) print k, v, held[v]
		}
	}
}' drawn >got
same "the first k people hold of each gender its share" /dev/null got
drawn --by gender -f 5,10
ranked forget_05 <drawn >one
ranked forget_10 <drawn | head -n 25 >two
same "stratified sets lie inside one another" one two
says "the fact is spelled behind the ratios" '"ratios":\[5,10\],"by":"gender"' \
	drawn
awk '{ sub(/"gender":"[a-z]*"/, "\"gender\":\"one\""); print }' facts500 >one_value
mksplit -n 500 -s demo --by gender one_value | sed 's/.*"rank"/"rank"/' >got
mksplit -n 500 -s demo one_value | sed 's/.*"rank"/"rank"/' >want
same "one stratum is ranked as none" want got
people 500 fictitious g | sed 's/}$/,"facts":{"mail":"m"}}/' |
	awk '{ sub(/"m"/, "\"m" NR "\""); print }' >all_differ
mksplit -n 500 -s demo --by mail all_differ | sed 's/.*"rank"/"rank"/' >got
mksplit -n 500 -s demo all_differ | sed 's/.*"rank"/"rank"/' >want
same "as many strata as people, too" want got

# Ties -----------------------------------------------------------------------
sed 's/.*"id":"\([^"]*\)".*/\1/' p500 >ids
ranked sets <s500 >want
for bits in 64 4 1; do
	"$top_builddir/tests/ties" $bits demo <ids >got
	same "keys cut to $bits bits are ranked by the whole digest" want got
done
{
	cat ids
	sed -n 7p ids
} >twice
status 1 "an id is found twice among ties" \
	sh_run "'$top_builddir/tests/ties' 1 demo <twice"
says "both lines are named" \
	'stdin:501: f0000007: the id is there already, at stdin:7$' err

# What is refused ------------------------------------------------------------
: >nothing
refused() { # refused STATUS DESCRIPTION PATTERN ARGUMENT...
	want=$1 what=$2 pattern=$3
	shift 3
	status "$want" "$what" mksplit "$@"
	says "$what: it says so" "$pattern" err
	same "$what: nothing is written" nothing out
	wc -l <err | tr -d ' ' >got
	echo 1 >one
	same "$what: in one line" one got
}

refused 1 "too few people" '501 fictitious people announced, 500 came' \
	-n 501 -s demo p500
refused 1 "too many people" '499 fictitious people announced, 500 came' \
	-n 499 -s demo p500
refused 1 "no people" '500 fictitious people announced, 0 came' \
	-n 500 -s demo /dev/null
people 3 celebrity c >celebrities
people 4 stranger s >strangers
refused 1 "celebrities that were not announced" \
	'0 celebrities announced, 3 came' -n 500 -s demo p500 celebrities
refused 1 "strangers that do not come" '5 strangers announced, 4 came' \
	-n 500 -s demo --strangers 5 p500 strangers
people 1 auxiliary x >nobody
refused 1 "an auxiliary person" 'nobody:1: x0000001: auxiliary' \
	-n 500 -s demo p500 nobody
refused 1 "a line that has a split" 's500:1: f0000001: .*split already' \
	-n 500 -s demo s500
refused 1 "a forget set of nobody" 'forget nobody' -n 9 -s demo p500
refused 1 "a forget set of everybody" 'forget everybody' \
	-n 10 -s demo -f 5,99 p500
refused 2 "no count" "'--count' is missing" -s demo p500
refused 2 "no seed" "'--seed' is missing" -n 500 p500
refused 2 "a count of none" 'whole number' -n 0 -s demo p500
refused 2 "a count with a tail" 'whole number' -n 500x -s demo p500
refused 2 "an option given twice" 'given twice' -n 500 -s demo -s demo p500
refused 2 "an option that is not known" "unknown.*'-z'" -z p500
refused 2 "an empty seed" 'printable' -n 500 -s '' p500
refused 2 "a seed with a line end" 'printable' -n 500 -s 'a
b' p500
refused 2 "a seed that is not UTF-8" 'printable' \
	-n 500 -s "$(printf 'a\377')" p500
refused 2 "a seed too long" 'printable' \
	-n 500 -s "$(printf '%01025d' 0)" p500
ok "a seed of 1024 bytes will do" \
	mksplit -n 500 -s "$(printf '%01024d' 0)" p500
for list in 10,5 5,5 0,5 5,100 '5,' ',5' '' 05 a 5.5; do
	refused 2 "the percentages '$list'" 'ascending' -n 500 -s demo -f "$list" p500
done
for options in '-r sha256-rank/2' '-r sha256-threshold/1 --holdout 5' \
	'-r sha256-threshold/1 --tune 5' '-r sha256-threshold/1 --by gender' \
	'-r sha256-threshold/1 --sequence 5x5' '--sequence 5x5' \
	'-r sha256-disjoint/1 --sequence 5x5' '-r sha256-sequence/1' \
	'-r sha256-sequence/1 --sequence 5x5 -f 5' '-r legacy/mllmu' \
	'--holdout 0' '--holdout 100' '--tune 5.5' '--by Gender' \
	'-r sha256-sequence/1 --sequence 5' \
	'-r sha256-sequence/1 --sequence 5x100'; do
	# shellcheck disable=SC2086
	refused 2 "what does not combine: $options" "rule|'--[a-z]*' takes" \
		-n 500 -s demo $options p500
done
for options in '-f 5' '--holdout 5' '--tune 5' '--by gender'; do
	# shellcheck disable=SC2086
	refused 2 "published lists with $options" 'rule legacy/mllmu ' \
		-n 500 -r legacy/mllmu $options p500
done
refused 1 "published lists for others than 500 people" 'are of 500 people' \
	-n 499 -r legacy/mllmu p500
refused 1 "sets that overlap" 'would take 525 of 500 people' \
	-n 500 -s demo -f 50 --holdout 30 --tune 25 p500
refused 1 "nobody to retain" 'nobody would be retained' \
	-n 500 -s demo -r sha256-sequence/1 --sequence 50x10 p500
refused 1 "nobody held out" 'hold out nobody' -n 20 -s demo --holdout 2 p500
refused 1 "a person without the fact" "p500:1: f0000001: the fact 'gender' is" \
	-n 500 -s demo --by gender p500
sed '7s/"height_cm":[0-9]*/"height_cm":1.5/' facts500 >half
refused 1 "a fact that is no whole number" "half:7: .*'height_cm' is absent, or" \
	-n 500 -s demo --by height_cm half
people 66000 | awk '{ sub(/}$/, ""); print $0 ",\"facts\":{\"a\":" NR "}}" }' >wide
refused 1 "more strata than there may be" "wide:65537: .*'a' is one value more" \
	-n 66000 -s demo --by a wide
rm wide
refused 2 "--rejects without --keep-going" 'needs' \
	-n 500 -s demo --rejects r p500

{
	head -n 3 p500
	echo '{"schema":"palimpsest/person/1","id":"f0000004","kind":"fictitious"'
	tail -n 497 p500
} >broken
refused 1 "a broken line in the middle" 'broken:4: an object lacks' \
	-n 500 -s demo broken
status 1 "with -k the counts must fit all the same" \
	mksplit -n 501 -s demo -k --rejects rejects broken
says "a dropped line does not count" \
	'501 fictitious people announced, 500 came' err
same "nothing is written then" nothing out
{
	head -n 3 p500
	echo 'stray text'
	tail -n 497 p500
} >stray
status 1 "with -k stray text is dropped, and the status is 1" \
	mksplit -n 500 -s demo -k --rejects rejects -o got stray
says "the line is named" 'stray:4: no JSON value' err
echo 'stray text' >want
same "it goes to the rejects, and nothing else does" want rejects
same "the others are split" s500 got
{
	head -n 3 p500
	awk 'BEGIN { for (i = 0; i < 4400000; i++) printf "0123456789abcdef" }'
	echo
	tail -n 497 p500
} >long
status 1 "with -k a line beyond 64 MiB is dropped" \
	mksplit -n 500 -s demo -k --rejects rejects -o got long
says "it is named" 'long:4: a line longer than 64 MiB' err
sed -n 4p long >want
same "and goes to the rejects, whole" want rejects
same "the lines behind it are split" s500 got
rm long want
refused 2 "rejects on stdout" 'takes a file' \
	-n 500 -s demo -k --rejects - p500
refused 2 "rejects in the file of the output" "both take 'r'" \
	-n 500 -s demo -k --rejects r -o r p500
echo old >rejects
{ printf '%030000d\n' 0 && cat p500; } >stray
status 3 "rejects that do not fit on the disk end in 3" \
	sh_run 'ulimit -f 1 && mksplit -n 500 -s demo -k --rejects rejects stray'
says "which is told" 'cannot write .*rejects: File too large' err
says "the old ones are still there" '^old$' rejects
printf '\n' >empty_line
refused 1 "an empty line" 'empty_line:1: an empty line' \
	-n 500 -s demo empty_line p500

cat p500 celebrities strangers >all
sed -n 17p p500 | sed 's/fictitious/stranger/' >>all
refused 1 "an id of two kinds" \
	'all:508: f0000017: the id is there already, at all:17$' \
	-n 500 -s demo --real 3 --strangers 5 all
{
	echo bad
	cat p500
	sed -n 1p p500
} >dropped
status 1 "an id twice ends it with -k, too" mksplit -n 501 -s demo -k dropped
says "line numbers count dropped lines" \
	'dropped:502: f0000001: the id is there already, at dropped:2$' err
refused 1 "an id twice in two files" \
	'first:1: f0000001: the id is there already, at p500:1$' \
	-n 700 -s demo p500 first
yes "$(head -n 1 p500)" | head -n 20000 >same_id
refused 1 "one id 20,000 times" 'same_id:2: f0000001: .* at same_id:1$' \
	-n 20000 -s demo same_id

{
	printf '{"schema":"palimpsest/person/1","id":"big","kind":"fictitious","x":"'
	head -c 68157440 /dev/zero | tr '\0' a
	printf '"}\n'
} >huge
refused 1 "a line of 65 MiB" 'huge:1: a line longer than 64 MiB' \
	-n 501 -s demo huge p500
status 1 "with -k a line of 65 MiB is dropped" \
	mksplit -n 500 -s demo -k -o got huge p500
same "and the others are split" s500 got
{
	printf '{"schema":"palimpsest/person/1","id":"big","kind":"fictitious","x":"'
	head -c 8000000 /dev/zero | tr '\0' a
	printf '"}\n'
} >large
ok "a line of 8 MB is none too long" mksplit -n 501 -s demo -o got p500 large
rm -f huge
sed -n 501p got | sed 's/,"split":.*/}/' >line
same "it comes out as it went in" large line

# System ---------------------------------------------------------------------
status 3 "a full disk is told" sh_run 'mksplit -n 500 -s demo p500 >/dev/full'
says "with the reason" 'cannot write stdout: No space' err
status 3 "a closed stdout is told" sh_run 'mksplit -n 500 -s demo p500 >&-'
says "and not taken for a file" 'cannot write stdout' err
status 3 "a closed stdin is told" sh_run 'mksplit -n 500 -s demo <&-'
refused 3 "a missing file" 'cannot read absent: No such file' \
	-n 500 -s demo absent
refused 3 "a folder" 'cannot read \.: Is a directory' -n 500 -s demo .
refused 3 "an output folder that is not there" 'cannot write nowhere/x' \
	-n 500 -s demo -o nowhere/x p500
status 3 "a temporary folder that is not there is told" \
	env TMPDIR=/nonexistent mksplit -n 500 -s demo p500
says "by name" '/nonexistent' err
people 20000 >p20000
status 3 "a temporary folder that is full is told" \
	sh_run "trap '' XFSZ; ulimit -f 64; mksplit -n 20000 -s demo p20000"
says "by what it is" 'temporary file' err
echo before >kept
status 1 "with wrong counts" mksplit -n 499 -s demo -o kept p500
echo before >want
same "an output file stays as it was" want kept
find . -name '.kept*' >got
same "and nothing is left beside it" nothing got
sh_run 'mksplit -n 20000 -s demo p20000 2>err | head -n 1 >/dev/null'
same "a reader that goes away ends it quietly" nothing err

# Size and speed -------------------------------------------------------------
people 1000000 >million

# peak N  the largest memory at N people, in KiB: read while the tool waits for
# someone to take its output, all of its work done but writing.
peak() {
	rm -f pipe
	mkfifo pipe
	head -n "$1" million | mksplit -n "$1" -s demo >pipe &
	exec 3<pipe
	head -c 1 <&3 >/dev/null
	awk '/^VmHWM/ { print $2 }' "/proc/$!/status"
	cat <&3 >/dev/null
	exec 3<&-
	wait
}

# split_people N  splits that many.
split_people() { head -n "$1" million | mksplit -n "$1" -s demo; }

if [ "$sanitizers" = yes ] || [ ! -r /proc/self/status ]; then
	skip "memory is at most 48 bytes an id" "not measured here"
	skip "time grows as the number of people" "not measured here"
else
	small=$(peak 100000)
	large=$(peak 1000000)
	echo "# $small KiB at 10^5 people, $large KiB at 10^6"
	ok "memory at 10^6 people is at most 48 bytes an id and 8 MiB" \
		test "$large" -le $((48 * 1000000 / 1024 + 8192))
	ok "memory grows by at most 48 bytes an id" \
		test $((large - small)) -le $((48 * 900000 / 1024))
	scales "four times the people take less than 4.6 times as long" \
		250000 split_people
fi

ok "--help is there" mksplit --help
ok "--version is there" mksplit --version
finish
