#!/bin/sh
# mkrelease: what it writes, what it refuses, and that a release is there whole
# or not at all.
. "$(dirname "$0")/lib.sh"
needs jq

"$top_srcdir/tests/fixture-stream" images >stream || exit 99
make() { mkrelease -q -n 20 --real 2 --strangers 3 --images images "$@"; }
# gone DESCRIPTION  passes if no folder cut was made, nor one beside it.
gone() {
	found=$(ls -d cut .cut.* 2>/dev/null)
	ok "$1" test -z "$found"
	rm -rf cut .cut.*
}

# What it writes ---------------------------------------------------------------
ok "a release is made" make -o whole stream
cp err said
same "it is made without a word" /dev/null said
(cd whole && find . -type f | sort) >files
cat >wanted <<'END'
./SHA256SUMS
./images/f0001/f0001_p.png
./images/f0001/f0001_v.png
./images/f0002/f0002_p.png
./images/f0002/f0002_v.png
./images/f0003/f0003_p.png
./images/f0003/f0003_v.png
./images/f0004/f0004_p.png
./images/f0004/f0004_v.png
./log/checkpoint
./log/tile/0/000.p/25
./log/tile/entries/000.p/25
./manifest.json
./people.jsonl
./schema/commit.json
./schema/image.json
./schema/manifest.json
./schema/person.json
./schema/question.json
./schema/removed.json
./schema/reveal.json
./schema/scalar.json
./schema/split.json
./schema/splits.json
./splits/forget_05.txt
./splits/forget_10.txt
./splits/forget_15.txt
./splits/real.txt
./splits/retain_85.txt
./splits/retain_90.txt
./splits/retain_95.txt
./splits/splits.json
./splits/stranger.txt
END
same "it holds the files of the layout and no others" wanted files
sort -t '"' -k8,8 stream >sorted
same "people.jsonl is the stream sorted by id" sorted whole/people.jsonl
ok "sha256sum finds its sums right" \
	sh -c 'cd whole && sha256sum --check --strict --quiet SHA256SUMS'
(cd whole && find . -type f ! -name SHA256SUMS | sed 's,^\./,,' | sort) >files
cut -c 67- whole/SHA256SUMS >listed
same "SHA256SUMS lists all other files in order" files listed
jq -r '.files[].path' whole/manifest.json >listed
grep -v '^manifest.json$' files >wanted
same "the manifest lists all files but itself and the sums" wanted listed
jq -r '.files[] | "\(.sha256)  \(.path)"' whole/manifest.json >listed
grep -v ' manifest.json$' whole/SHA256SUMS >wanted
same "with the same sums" wanted listed
jq -c '.people' whole/manifest.json >counts
says "the manifest counts the people" \
	'^\{"fictitious":20,"celebrity":2,"stranger":3\}$' counts
jq -rs 'map(select(.split.sets | index("forget_15"))) | sort_by(.split.rank) |
	.[].id' stream >wanted
same "a list holds its ids in rank order" wanted whole/splits/forget_15.txt
printf 'c01\nc02\n' >wanted
same "the celebrities are listed in the order of ids" \
	wanted whole/splits/real.txt
for set in forget_05 retain_95 forget_15 retain_85 stranger; do
	jq -r --arg set $set '.sets[] | select(.name == $set) |
		"\(.count) \(.sha256)"' whole/splits/splits.json >listed
	sum=$(sha256sum <whole/splits/$set.txt)
	echo "$(wc -l <whole/splits/$set.txt) ${sum%% *}" >wanted
	same "splits.json counts and sums $set" wanted listed
done
same "images are copied byte for byte" images/f0003/f0003_p.png \
	whole/images/f0003/f0003_p.png
same "schemas are those of the data folder" "$PALIMPSEST_DATA/schema/person.json" \
	whole/schema/person.json

jq -c '.steps[]' whole/manifest.json >steps
cp whole/manifest.json steps.whole
says "the steps tell how the people were made" \
	'^\{"tool":"mkprofiles","version":"[0-9.]*","options":\["-n","20","-s","demo"\],"templates":"[0-9a-f]{64}"\}$' \
	steps
says "and the strangers" '"--kind","stranger","-n","3","-s","demo"' steps
says "and the questions" '"tool":"mkqa".*\["--probe"\],"templates":null' steps
says "and the split" \
	'\["-n","20","-s","demo","-f","5,10,15","--real","2","--strangers","3"\]' \
	steps

# The same bytes, however they come --------------------------------------------
again() { # again DESCRIPTION COMMAND...  the tree in cut is that of whole
	what=$1
	shift
	"$@" || result "not ok" "$what"
	ok "$what" diff -r whole cut
	rm -rf cut
}
again "the same stream makes the same tree" make -o cut stream
tac stream >reversed
again "a reversed stream makes the same tree" make -o cut reversed
head -n 9 stream >one && sed 1,9d stream >two
again "a stream in pieces makes the same tree" make -o cut two one
head -c -1 stream >open
again "a stream without a final line end makes the same tree" \
	make -o cut open
again "the clock's zone and the locale change nothing" \
	env TZ=Asia/Kathmandu LC_ALL=en_GB.UTF-8 mkrelease -q -n 20 --real 2 \
	--strangers 3 --images images -o cut stream
make -o cut - <stream
again "'-' is standard input" true
(umask 077 && make -o cut stream)
find cut ! -type d ! -perm 0644 -o -type d ! -perm 0755 >odd
same "modes are 0644 and 0755 whatever the umask" /dev/null odd
rm -rf cut
ok "a name may end in slashes" make -o cut// stream
again "and means the same" true

jq -c 'del(.split)' stream >unsplit
ok "a stream without a split is taken" make -o cut unsplit
ok "it has no lists" test ! -e cut/splits
jq -c '[.split, ([.steps[].tool] | index("mksplit"))]' cut/manifest.json >listed
says "nor a split in its manifest" '^\[null,null\]$' listed
ok "ckrelease accepts it" ckrelease cut
rm -rf cut
mkprofiles -n 20 -s demo >plain
ok "a stream without questions is taken" mkrelease -n 20 -o cut plain
jq -c '[.steps[].tool]' cut/manifest.json >listed
says "its manifest has one step" '^\["mkprofiles"\]$' listed
ok "ckrelease accepts it, too" ckrelease cut
rm -rf cut

# Steps ------------------------------------------------------------------------
jq -c '.steps[0].options = ["-n", "20", "-s", "demo", "--range", "1-20"] |
	.steps + [{tool: "own", version: "1", options: ["it\u0027s \"demo\""],
	           templates: null}]' steps.whole >steps.json
ok "steps are taken from a file" make --steps steps.json -o cut stream
jq -c .steps cut/manifest.json >listed
jq -c . steps.json >wanted
same "and stand in the manifest as given" wanted listed
ok "ckrelease takes them as given" ckrelease cut
rm -rf cut
# unfit DESCRIPTION TEXT  a file of steps that is refused
unfit() {
	printf '%s' "$2" >bad.json
	status 1 "$1" make --steps bad.json -o cut stream
	says "and named" '^mkrelease: bad.json: ' err
}
unfit "steps that are not JSON are refused" '[{]'
unfit "steps that are no array are refused" '{}'
unfit "a step with a member too many is refused" \
	'[{"tool":"x","version":"1","options":[],"templates":null,"jobs":4}]'
unfit "a step with an option that is a number is refused" \
	'[{"tool":"x","version":"1","options":[4],"templates":null}]'
unfit "a step with a member twice is refused" \
	'[{"tool":"x","tool":"x","version":"1","options":[],"templates":null}]'
step='{"tool":"x","version":"1","options":[],"templates":null}'
unfit "a step with a control character in an option is refused" \
	"[$(echo "$step" | sed 's/\[\]/["a\\u0001"]/')]"
unfit "and one with an option of 1025 bytes" \
	"[$(echo "$step" | sed "s/\[\]/[\"$(printf '%01025d' 0)\"]/")]"
unfit "and one with 257 options" \
	"[$(echo "$step" | jq -c '.options = [range(257) | "a"]')]"
unfit "and one with a version that is none" \
	"[$(echo "$step" | sed 's/"1"/" 1"/')]"
unfit "257 steps are refused" "$(jq -nc --argjson s "$step" '[range(257) | $s]')"
# contrary DESCRIPTION PATTERN PROGRAM  steps that other people came of
contrary() {
	jq -c ".steps | $3" steps.whole >bad.json
	status 1 "$1" make --steps bad.json -o cut stream
	says "and says why: $2" "^mkrelease: bad.json: .*$2" err
}
contrary "a step that made more people is refused" "21 .*there are 20" \
	'.[0].options[1] = "21"'
contrary "a step with another seed is refused" "seed other" \
	'.[0].options[3] = "other"'
contrary "a step with another world is refused" "templates" \
	'.[1].templates = null'
contrary "a split with another seed is refused" "seed other" \
	'.[-1].options[3] = "other"'
status 3 "a file of steps that is not there ends in 3" \
	make --steps none.json -o cut stream
gone "after all of that no folder is left"

# Input that is not right --------------------------------------------------------
# refused DESCRIPTION PATTERN COMMAND...  ends in 1 with a message that matches
refused() {
	what=$1 pattern=$2
	shift 2
	status 1 "$what" "$@"
	says "and says why: $pattern" "^mkrelease: .*$pattern" err
}
refused "too few fictitious people are refused" \
	'21 fictitious people announced, 20 came' \
	mkrelease -n 21 --real 2 --strangers 3 --images images -o cut stream
refused "too many are refused" '19 fictitious people announced, 20 came' \
	mkrelease -n 19 --real 2 --strangers 3 --images images -o cut stream
refused "celebrities that were not announced are refused" \
	'0 celebrities announced, 2 came' \
	mkrelease -n 20 --strangers 3 --images images -o cut stream
refused "strangers that were not announced are refused" \
	'0 strangers announced, 3 came' \
	mkrelease -n 20 --real 2 --images images -o cut stream
refused "a stream that was cut is refused" '20 fictitious people announced' \
	sh -c 'head -n 12 stream | mkrelease -n 20 --real 2 --strangers 3 \
		--images images -o cut'
refused "an empty stream is refused" '20 fictitious people announced, 0 came' \
	make -o cut /dev/null
refused "a release of nobody is refused" 'no people' \
	mkrelease -n 0 -o cut /dev/null
sed '7s/,/,,/' stream >bad
refused "a line that is not JSON is refused" 'bad:7: .*byte' make -o cut bad
sed '7s/.*//' stream >bad
refused "an empty line is refused" 'bad:7: .*empty' make -o cut bad
sed '7s/.*/[]/' stream >bad
refused "a line that is no object is refused" 'bad:7: ' make -o cut bad
sed '7s/:/: /' stream >bad
refused "a record with blanks is refused" 'bad:7: f0007: blanks' \
	make -o cut bad
sed '7s/"pet":/"dog":/' stream >bad
refused "a record of another shape is refused" "bad:7: f0007: .*'dog'" \
	make -o cut bad
sed '7s/"answer":"[A-D]"/"answer":"E"/' stream >bad
refused "a question that is wrong is refused" 'bad:7: f0007: /questions/[0-9]+/answer: ' \
	make -o cut bad
sed 7p stream >bad
refused "an id twice is refused" 'bad:8: f0007: .*' \
	mkrelease -n 21 --real 2 --strangers 3 --images images -o cut bad
jq -c 'if .id == "f0008" then .id = "f0007" else . end | del(.questions)' \
	stream >bad
refused "an id twice is refused with both lines" \
	'bad:8: f0007: bad:7 has the same id' make -o cut bad
head -n 7 bad >one && sed 1,7d bad >two
refused "an id twice is refused with both files" \
	'two:1: f0007: one:7 has the same id' make -o cut one two
{ cat plain && mkprofiles --kind auxiliary -n 1 -s demo; } >bad
refused "auxiliary people are refused" 'bad:21: a[a-z0-9_]*: auxiliary' \
	mkrelease -n 20 -o cut bad
{ mkprofiles -n 20 -s demo --range 1-19 &&
	mkprofiles -n 20 -s other --range 20-20; } >bad
refused "two generator seeds are refused" 'bad:20: f0020: .*seed' \
	mkrelease -n 20 -o cut bad
mkprofiles -n 21 -s demo --range 2-21 >bad
refused "an index that is missing is refused" 'index 1$' \
	mkrelease -n 20 -o cut bad
mksplit -n 20 -s demo plain >halved
mksplit -n 20 -s other plain >other.split
{ head -n 10 halved && sed 1,10d other.split; } >bad
refused "two split seeds are refused" 'bad:11: f0011: split: it differs .* its seed' \
	mkrelease -n 20 -o cut bad
mksplit -n 20 -s demo -f 5,15 plain >other.split
{ head -n 10 halved && sed 1,10d other.split; } >bad
refused "two lists of ratios are refused" 'bad:11: f0011: split: it differs .* its ratios' \
	mkrelease -n 20 -o cut bad
{ head -n 10 halved && sed 1,10d plain; } >bad
refused "a split for some only is refused" 'bad:11: f0011: split: ' \
	mkrelease -n 20 -o cut bad
{ head -n 10 plain && sed 1,10d halved; } >bad
refused "a split for the others only is refused" 'bad:11: f0011: split: ' \
	mkrelease -n 20 -o cut bad
sed 's/"n":20,/"n":21,/' halved >bad
refused "a split of another number is refused" 'n is 21, of 20' \
	mkrelease -n 20 -o cut bad
jq -c 'if .split.rank == 4 then .split.rank = 5
	elif .split.rank == 5 then .split.rank = 4 else . end' halved >bad
refused "ranks that the rule does not give are refused" \
	'split: its rank is 5, the rule gives 4' mkrelease -n 20 -o cut bad
sed 's/"rule":"sha256-rank\/1"/"rule":"dice\/1"/' halved >bad
refused "an unknown rule is refused" '/split/rule: .*"dice/1"' \
	mkrelease -n 20 -o cut bad
gone "after all of that no folder is left"

status 3 "input that is not there ends in 3" make -o cut none
says "and is named" '^mkrelease: .*none' err
status 3 "a folder as input ends in 3" make -o cut images
status 3 "closed input ends in 3" sh -c 'mkrelease -n 20 -o cut <&-'
gone "after that no folder is left"

# Records made to take long ------------------------------------------------------
# hostile DESCRIPTION PATTERN FILTER  a stream changed by jq is refused at once
hostile() {
	jq -c "$3" plain.asked >bad
	refused "$1" "bad:1: f0001: $2" timeout 60 mkrelease -n 20 -o cut bad
}
mkqa plain >plain.asked
hostile "very many images are refused" '/images: .*at most 64 elements' \
	'.images = [range(50000) | {id: "i\(.)", role: "view", path: "\(.)",
		sha256: ("0" * 64), pixels_sha256: null, width: 1, height: 1}] |
	{schema, id, kind, name, facts, biography, provenance, images}'
hostile "very many aliases are refused" \
	'/questions/0/aliases: .*at most 16 elements' \
	'.questions[0].aliases = [range(200000) | "\(.)"]'
hostile "a very long alias is refused" \
	'/questions/0/aliases/0: expected at most 256 characters' \
	'.questions[0].aliases = ["a" * 300]'
hostile "a very long value is refused" \
	'/questions/0/value: expected at most 256 characters' \
	'.questions[0].value = "a" * 300'
hostile "so is one that is long in bytes alone" \
	'/questions/0/aliases/1: expected at most 256 bytes, found 258' \
	'.questions[0].aliases = ["a", "\u00e9" * 129]'
hostile "and an option" \
	'/questions/0/options/B: expected at most 100 bytes, found 102' \
	'.questions |= (map(select(.options)) + map(select(.options == null)) |
		.[0].options.B = "\u00e9" * 51)'
hostile "and a question" \
	'/questions/[0-9]+/question: expected at most 2048 bytes' \
	'.questions[3].question += " " + "\u00e9" * 1200'
hostile "and a name" '/name: expected at most 256 bytes, found 2[0-9]+' \
	'.name = "\u00e9" * 140'
hostile "and a biography" '/biography: expected at most 16384 bytes' \
	'.biography += " " + "\u00e9" * 9000'
hostile "but an escape counts as what it stands for" \
	'question [a-z0-9_]+: .*aliases are not those' \
	'.questions[0].aliases = ["a" + "\"" * 255]'
hostile "a very long question is refused" \
	'/questions/0/question: expected at most 2048 characters' \
	'.questions[0].question += " a" * 2000'
hostile "so is a long text inside it" \
	'/questions/[0-9]+/perturbed/4/answer: expected at most 2048 char' \
	'(.questions[] | select(.perturbed) | .perturbed[4].answer) += "a" * 2000'
awk 'NR == 1 { sub(/}$/, ",\"x\":["); printf "%s", $0
	for (i = 0; i < 1048576; i++) printf "0,"; print "0]}" }' plain >bad
refused "very many values are refused" 'bad:1: more values than are let in' \
	mkrelease -n 20 -o cut bad
gone "after all of that no folder is left"

# Images -------------------------------------------------------------------------
refused "images without --images are refused" '--images' \
	mkrelease -n 20 --real 2 --strangers 3 -o cut stream
status 3 "a folder of images that is not there ends in 3" \
	mkrelease -n 20 --real 2 --strangers 3 --images none -o cut stream
spoiled() { rm -rf spoiled && cp -a images spoiled; }
remake() {
	mkrelease -n 20 --real 2 --strangers 3 --images spoiled -o cut "$@"
}
spoiled && rm spoiled/f0003/f0003_p.png
refused "an image that is not there is refused" \
	'f0003: image f0003/f0003_p.png is not in' remake stream
spoiled && echo more >>spoiled/f0003/f0003_p.png
refused "an image that is another is refused" \
	'f0003: image f0003/f0003_p.png has another sum' remake stream
spoiled && rm spoiled/f0003/f0003_p.png &&
	ln -s ../../images/f0003/f0003_p.png spoiled/f0003/f0003_p.png
refused "a link is not followed to an image" 'f0003_p.png is no regular file' \
	remake stream
spoiled && rm -r spoiled/f0003 && ln -s ../images/f0003 spoiled/f0003
refused "nor to a folder of images" 'f0003_p.png is no regular file' remake stream
spoiled && rm spoiled/f0003/f0003_p.png && mkfifo spoiled/f0003/f0003_p.png
refused "a pipe is no image" 'f0003_p.png is no regular file' remake stream
spoiled && echo x >spoiled/more.png
ok "an image that no record names is left alone" remake stream
ok "and is not in the release" test ! -e cut/images/more.png
rm -rf cut
for path in ../stream /etc/passwd f0003//x ./x f0003/.. 'a b' ''; do
	jq -c --arg path "$path" 'if .id == "f0003" then
		.images[0].path = $path else . end' stream >bad
	refused "the path '$path' of an image is refused" 'bad:[0-9]*: f0003: ' \
		make -o cut bad
done
jq -c 'if .id == "f0003" then .images[1].path = .images[0].path |
	.images[1].sha256 = .images[0].sha256 else . end' stream >bad
refused "a path that is named twice is refused" 'f0003: image .*twice' \
	make -o cut bad
gone "after all of that no folder is left"

# The folder ---------------------------------------------------------------------
mkdir cut
ok "an empty folder is taken" make -o cut stream
ok "and becomes the release" diff -r whole cut
refused "a release is not overwritten" 'cut: is there' make -o cut stream
ok "and stays as it was" diff -r whole cut
ok "--replace replaces it" mkrelease -n 20 --replace -o cut plain
ok "by the new one" test "$(wc -l <cut/people.jsonl)" = 20
ok "--replace replaces nothing, too" make --replace -o fresh stream
ok "and makes the same" diff -r whole fresh
refused "--replace with input that is not right is refused" announced \
	mkrelease -n 21 --replace -o cut plain
ok "and leaves the old one" ckrelease cut
rm -rf cut && mkdir cut && echo precious >cut/notes
refused "a folder in use is refused" 'cut: is there' make -o cut stream
refused "and --replace spares it" 'cut: .*no release' \
	make --replace -o cut stream
echo '{"schema":"other/manifest/1"}' >cut/manifest.json
refused "even with a manifest of another kind" 'cut: .*no release' \
	make --replace -o cut stream
ok "what was in it is still there" grep -q precious cut/notes
rm -rf cut && echo precious | tee cut >/dev/null
refused "a file is not replaced" 'cut: .*no folder' make --replace -o cut stream
ok "and is still there" grep -q precious cut
rm cut && mkdir real && ln -s real cut
refused "a link is not replaced" 'cut: .*no folder' make --replace -o cut stream
rm -rf cut real && cp -a whole cut && rm cut/manifest.json &&
	mkfifo cut/manifest.json
refused "a pipe in the place of a manifest is not waited for" \
	'cut: .*no release' timeout 60 mkrelease -n 20 --replace -o cut plain
rm -rf cut && mkdir cut && ln -s ../whole/manifest.json cut/manifest.json
refused "a link in its place is not followed" 'cut: .*no release' \
	make --replace -o cut stream
rm -rf cut && cp -a whole cut && mkdir cut/.git && echo precious >cut/.git/x
refused "a release with a folder of somebody else's is spared" \
	'cut: holds more than a release' make --replace -o cut stream
ok "and what was in it is still there" grep -q precious cut/.git/x
rm -rf cut
long=$(printf %0255d 0)
ok "a name as long as names can be is taken" make -o "$long" stream
ok "and is the release's" diff -r whole "$long"
rm -rf "$long"
status 1 "'.' is no name for a release" make -o . stream
status 3 "a folder in a folder that is not there ends in 3" \
	make -o none/cut stream
# shellcheck disable=SC2012
ok "nothing is left beside" test -z "$(ls -d .[!.]* 2>/dev/null | head -n 1)"

# Killed -------------------------------------------------------------------------
mkprofiles -n 300 -s demo | mkqa | mksplit -n 300 -s demo >many
mkrelease -q -n 300 -o many.whole many
bad=0 whole=0 round=0
while [ $round -lt 20 ]; do
	rm -rf cut .cut.*
	mkrelease -q -n 300 -o cut many &
	pid=$!
	sleep "0.$(printf %03d $((round * 37 % 20 * 15)))"
	kill -9 $pid
	wait $pid
	if [ -e cut ]; then
		whole=$((whole + 1))
		ckrelease -q cut >/dev/null && diff -r cut many.whole >/dev/null ||
			bad=$((bad + 1))
	fi
	round=$((round + 1))
done 2>/dev/null
echo "# of 20 releases $whole were whole before mkrelease was killed"
ok "killed at any point it leaves a whole release or none" test $bad -eq 0
left=0 round=0
while [ $round -lt 10 ]; do
	rm -rf cut
	mkrelease -q -n 300 -o cut many &
	pid=$!
	sleep "0.$(printf %03d $((150 + round * 20)))"
	kill -TERM $pid
	wait $pid
	[ -z "$(ls -d .cut.* 2>/dev/null)" ] || left=$((left + 1))
	[ ! -e cut ] || diff -r cut many.whole >/dev/null || left=$((left + 1))
	round=$((round + 1))
done 2>/dev/null
ok "terminated at any point it takes back what it made" test $left -eq 0
rm -rf cut .cut.*

# A full disk --------------------------------------------------------------------
mkdir small
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=256k tmpfs small 2>/dev/null
then
	trap 'umount "$work/small"; rm -rf "$work"' EXIT
	status 3 "a full disk ends in 3" mkrelease -n 300 -o small/cut many
	says "and is told" 'No space left' err
	ok "once" test "$(wc -l <err)" -eq 1
	ok "nothing is left on it" test -z "$(ls -A small)"
	status 3 "a full disk for temporary files ends in 3" \
		env TMPDIR="$work/small" mkrelease -n 300 -o cut many
	says "and is told, too" 'No space left' err
	gone "no folder is left"
else
	skip "a full disk ends in 3" "no file system can be mounted here"
fi
status 3 "no folder for temporary files ends in 3" \
	env TMPDIR="$work/none" mkrelease -n 300 -o cut many
status 3 "a limit on the size of files ends in 3" \
	sh -c 'ulimit -f 1 && mkrelease -n 300 -o cut many'
says "and is told" 'File too large' err
gone "no folder is left behind that either"
sh -c '{ sleep 0.2; mkrelease -n 299 -o cut many; echo $? >code; } 2>&1 | true'
says "a message that nobody reads does not change the end" '^1$' code
if [ "$sanitizers" = no ]; then
	printf '%s,"images":[{"id":"i","role":"portrait","path":"i",' \
		"$(head -n 1 plain | sed 's/}$//')" >bad
	awk 'BEGIN { sum = sprintf("%064d", 0)
		printf "\"sha256\":\"%s\",\"pixels_sha256\":null,", sum
		printf "\"width\":1,\"height\":1,\"source\":{\"backend\":\"x\","
		printf "\"seed\":null,\"request\":{\"x\":["
		for (i = 0; i < 500000; i++) printf "0,"
		print "0]},\"licence\":null,\"attribution\":null}}]}" }' >>bad
	status 3 "memory that runs out ends in 3" \
		sh -c 'ulimit -v 40000 && mkrelease -n 1 -o cut bad'
	says "and is told" '^mkrelease: out of memory$' err
else
	skip "memory that runs out ends in 3" "sanitizers take more"
fi
# There are 79,200 reserved telephone numbers: beyond, they come again.
{
	mkprofiles -n 20 -s far
	mkprofiles --kind stranger -n 37601 -s far --range 37601-37601
} | mksplit -n 20 -s far --strangers 1 >beyond
jq -r .facts.phone beyond | sort | uniq -d >said
ok "the 237,601st person has the telephone number of the first" test -s said
ok "and may be in a release with them" \
	mkrelease -n 20 --strangers 1 -o distant beyond
ok "that is right" ckrelease distant

finish
