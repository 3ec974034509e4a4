#!/bin/sh
# ckrelease: what it says of a release, and how. What it finds wrong is in
# mutation.t.
. "$(dirname "$0")/lib.sh"
needs jq

"$top_srcdir/tests/fixture-stream" images >stream || exit 99
mkrelease -q -n 20 --real 2 --strangers 3 --images images -o whole stream ||
	exit 99
files=$(find whole -type f | wc -l)
fresh() { rm -rf copy && cp -a whole copy; }

ok "a release passes" ckrelease whole
cp out summary && cp err said
same "without a message" /dev/null said
says "the summary counts people" \
	'^people +20 fictitious, 2 celebrity, 3 stranger$' summary
says "and questions" '^questions +[0-9]+ train, [0-9]+ eval, [0-9]+ test' summary
says "and images" '^images +8$' summary
says "and files" "^files +$files, [0-9]+ bytes$" summary
says "and names the split" "^split +sha256-rank/1, seed 'demo'$" summary
says "and its sets" \
	'forget_05 1, retain_95 19, .*forget_15 3, .*real 2, stranger 3$' summary
cat >ladder <<'END'
intact pass, authentic not claimed (unsigned), splits re-derived pass, files re-derived pass, records regenerated not claimed (see recipes/rebuild), seed not chosen by the publisher not claimed, commitment dated by a third party not claimed
END
tail -n 1 summary >last
same "the last line is the ladder" ladder last
ok "-q leaves" ckrelease -q whole
same "the ladder only" ladder out
ckrelease whole/ >slashed 2>&1
same "a slash behind the name changes nothing" summary slashed
ln -s whole link
ok "the name may be a link" ckrelease link
for jobs in 1 2 7 1024; do
	ckrelease -j $jobs whole >got 2>&1
	same "$jobs threads say the same" summary got
done
(cd whole && ckrelease . >../inside)
sed 's/^release .*//' summary >wanted && sed 's/^release .*//' inside >got
same "it can be checked from inside" wanted got
find whole -newer summary >touched
same "nothing in it is written" /dev/null touched

ok "--json passes, too" ckrelease --json whole
jq -c '[.release, .verdict, .rungs.intact, .rungs["splits re-derived"],
	.rungs.authentic, (.failures | length)]' out >got
says "and says the same" '^\["whole","pass","pass","pass","not claimed",0\]$' got
ok "it is one line" test "$(wc -l <out)" -eq 1

jq -c 'del(.split)' stream >unsplit
mkrelease -q -n 20 --real 2 --strangers 3 --images images -o unsplit.release \
	unsplit
ok "a release without a split passes" ckrelease unsplit.release
says "its split is not claimed" 'splits re-derived not claimed' out

# Failures -----------------------------------------------------------------------
fresh && echo >>copy/splits/forget_05.txt
status 1 "a list that is changed fails" ckrelease copy
says "in two rungs" '^intact fail, .*pass, files re-derived fail, ' out
says "the list is named" '^ckrelease: copy/splits/forget_05.txt:' err
ok "no summary is printed" test "$(wc -l <out)" -eq 1
status 1 "-q still tells failures" ckrelease -q copy
says "by name" '^ckrelease: copy/splits/forget_05.txt:' err
status 1 "--json fails, too" ckrelease --json copy
cp err said
same "without a message" /dev/null said
jq -c '[.verdict, .rungs["files re-derived"],
	([.failures[].file] | index("splits/forget_05.txt") != null),
	(.failures | all(has("file") and has("line") and has("id") and
	(.what and .rule and .expected and .found)))]' out >got
says "and names the list" '^\["fail","fail",true,true\]$' got
jq -c '[.count, (.failures | length)], (.failures[] |
	[.file, .line, .rule, .expected, .found])' out | head -n 3 >got
number=$(grep -n 'forget_05.txt$' copy/SHA256SUMS | cut -d : -f 1)
cat >want <<END
[4,4]
["SHA256SUMS",$number,"sums/sum","$(sha256sum <whole/splits/forget_05.txt |
	cut -c 1-64)","$(sha256sum <copy/splits/forget_05.txt | cut -c 1-64)"]
["splits/forget_05.txt",2,"derived/long","the end","more bytes"]
END
same "each with its rule and a witness" want got

fresh
sed 's/"seed":"demo","n":20/"seed":"else","n":20/' whole/people.jsonl \
	>copy/people.jsonl
status 1 "another split seed fails" ckrelease copy
says "in the rung of splits" ' splits re-derived fail, ' out

fresh
sed 's/"pet":"/&x/' whole/people.jsonl >copy/people.jsonl
status 1 "many failures fail" ckrelease copy
cp err many
ok "a hundred are told" test "$(grep -c "copy/" many)" -eq 100
tail -n 1 many >last
says "and that there are more" '^ckrelease: and more$' last
ckrelease --json copy >out
ok "--json holds a hundred" test "$(jq '.failures | length' out)" -eq 100
ok "and says how many there are" jq -e '.count > 100' out

fresh && sed '5s/,/,,/;9s/}/]/' whole/people.jsonl >copy/people.jsonl
status 1 "two lines that are not JSON fail" ckrelease copy
says "the first is named" '^ckrelease: copy/people.jsonl:5: .*byte' err
says "and the second" '^ckrelease: copy/people.jsonl:9: .*byte' err

# nested DEPTH  a line of arrays in arrays
nested() { awk -v n="$1" 'BEGIN {
	printf "{\"a\":"; for (i = 0; i < n; i++) printf "["
	for (i = 0; i < n; i++) printf "]"; print "}" }'; }
for depth in 900 999 1000 2000; do
	fresh && nested $depth >>copy/people.jsonl
	status 1 "a line $depth deep fails" ckrelease copy
	says "and is named" '^ckrelease: copy/people.jsonl:26: ' err
done
fresh && awk 'BEGIN {
	printf "{\"a\":\""; for (i = 0; i < 68157440 / 64; i++) printf "%64s", "x"
	print "\"}" }' >>copy/people.jsonl
status 1 "a line of 65 MiB fails" ckrelease copy
says "and is named" '^ckrelease: copy/people.jsonl:26: .*64 MiB' err

for file in people.jsonl manifest.json SHA256SUMS; do
	fresh && head -c 100000 /dev/zero >copy/$file
	status 1 "$file of NUL bytes fails" ckrelease copy
	says "and is named" "^ckrelease: copy/$file" err
	fresh && head -c 100000 /dev/urandom >copy/$file
	status 1 "$file of noise fails" ckrelease copy
	says "and is named" "^ckrelease: copy/$file" err
done

fresh && head -c -1 whole/people.jsonl >copy/people.jsonl
status 1 "a last line without its end fails" ckrelease copy
says "by its number" '^ckrelease: copy/people.jsonl:25: the last line' err
fresh && : >"copy/$(printf 'a\377\302\23331mb')"
status 1 "a name that is no UTF-8 and steers terminals fails" ckrelease copy
says "and is told without that" '^ckrelease: copy/a\?\?.?31mb: ' err
status 1 "--json tells it, too" ckrelease --json copy
ok "in UTF-8" iconv -f UTF-8 -t UTF-8 out
cp -a whole "$(printf 'copy\377')" && rm "$(printf 'copy\377/SHA256SUMS')"
status 1 "a release of such a name fails" ckrelease --json "$(printf 'copy\377')"
ok "in UTF-8 as well" iconv -f UTF-8 -t UTF-8 out
# small WHAT PATTERN  the copy is checked within 80 MB, with this message.
small() {
	if [ "$sanitizers" = yes ]; then
		skip "$1 takes no memory" "sanitizers take more"
		return
	fi
	status 1 "$1 takes no memory" sh -c 'ulimit -v 80000 && ckrelease copy'
	says "and is told" "^ckrelease: copy/$2" err
}
fresh && head -c 100000000 /dev/zero >>copy/SHA256SUMS
small "a line of SHA256SUMS without an end" "SHA256SUMS:$files: this is not a line"
fresh && printf '%s  %05000d\n' "$(head -c 64 whole/SHA256SUMS)" 0 \
	>>copy/SHA256SUMS
status 1 "a path in it longer than paths are fails" ckrelease copy
says "and is told" "^ckrelease: copy/SHA256SUMS:$files: this is not a line" err
fresh && awk 'NR == 1 {
		at = index($0, "\"steps\":[") + 8
		printf "%s", substr($0, 1, at)
		for (i = 0; i < 3000000; i++) printf "0,"
		$0 = substr($0, at + 1)
	} { print }' whole/manifest.json >copy/manifest.json
small "a manifest of very many steps" 'manifest.json:1: its first line'

mkdir empty
status 1 "an empty folder fails" ckrelease empty
says "for it lacks its sums" '^ckrelease: empty/SHA256SUMS: ' err
says "and its manifest" '^ckrelease: empty/manifest.json:' err
says "and its people" '^ckrelease: empty/people.jsonl: ' err
says "and the ladder is there" '^intact fail, ' out

# The rules that findings name, and those of the page.
cat "$top_srcdir"/release/*/*.c | tr -d '\n' | sed 's/[A-Za-z_]*(/\n&/g' |
	sed -nE 's/^(findings_add|asked_wrong|wrong[a-z_]*|refuse|tell|differs)\(//p' |
	grep -oE '"[a-z]+/[a-z-]+"' | tr -d '"' | sort -u >named
sed -n '/^\.Sh RULES/,/^\.El/s/^\.It //p' "$top_srcdir/man/ckrelease.1" |
	sort >listed
same "the page lists the rules that are looked at, and no others" named listed

# What cannot be read ------------------------------------------------------------
status 3 "a release that is not there ends in 3" ckrelease none
says "and is named" '^ckrelease: none: ' err
status 3 "a file ends in 3" ckrelease stream
status 3 "a full disk ends in 3" sh -c 'ckrelease whole >/dev/full'
says "and is told" 'No space left' err
status 3 "closed output ends in 3" sh -c 'ckrelease whole >&-'
status 3 "--json to closed output ends in 3" sh -c 'ckrelease --json whole >&-'
status 3 "no folder for temporary files ends in 3" \
	env TMPDIR="$work/none" ckrelease whole
status 3 "no schemas to compare with end in 3" \
	env PALIMPSEST_DATA="$work/none" ckrelease whole

# Memory -------------------------------------------------------------------------
if [ "$sanitizers" = yes ] || [ ! -x /usr/bin/time ]; then
	skip "mkrelease takes at most 64 bytes a person" "not measured here"
	skip "ckrelease takes at most 64 bytes a person" "not measured here"
else
	# cost COMMAND...  its memory, in KiB
	cost() {
		/usr/bin/time -f %M -o kib "$@" >/dev/null
		cat kib
	}
	for n in 10000 40000; do
		mkprofiles -n $n -s demo | mksplit -n $n -s demo >many
		cost mkrelease -n $n -o many.release --replace many >>made
		cost ckrelease -j 1 many.release >>checked # no heaps of threads
	done
	rm -r many many.release
	most=$((64 * 30000 / 1024 + 2048))
	for tool in made:mkrelease checked:ckrelease; do
		{ read -r small && read -r large; } <${tool%:*}
		echo "# ${tool#*:}: $small KiB at 10^4 people, $large at 4 times as many"
		ok "${tool#*:} takes at most 64 bytes a person and 2 MiB more" \
			test $((large - small)) -le $most
	done
fi
finish
