#!/bin/sh
# mkrelease --previous: a release that follows another, and people removed.
. "$(dirname "$0")/lib.sh"
needs jq

people=30
mkprofiles -n $people -s demo >bare.jsonl || exit 99
mkprofiles --kind stranger -n 4 -s demo >strangers.jsonl || exit 99
cat bare.jsonl strangers.jsonl | mkimages -q --images img --size 64 --views 1 \
	--train-views 0 | mkqa >asked.jsonl || exit 99

# split RULE [OPTION...]  splits them all.
split() {
	rule=$1
	shift
	mksplit -n $people --strangers 4 -s demo -r "$rule" "$@" asked.jsonl \
		2>/dev/null || exit 99
}
# release FOLDER [OPTION...]  makes a release of the people on stdin.
release() {
	folder=$1
	shift
	mkrelease -q -n $people --strangers 4 --images img -o "$folder" "$@" ||
		exit 99
}
# traces ID  what there is to know of a person: ids, name, addresses, hashes.
traces() {
	grep -F "\"id\":\"$1\",\"kind\"" asked.jsonl | jq -r '.id, .name,
		.facts.email, .facts.phone, .biography, (.images[] | .id, .path,
		.sha256, .pixels_sha256, .dhash, .phash), (.questions[] | .id)' |
		grep -v '^null$' >traces
}
# gone ID FOLDER  passes if nothing in the folder holds any of them.
gone() {
	traces "$1"
	ok "there is something to look for of $1" test "$(wc -l <traces)" -gt 20
	status 1 "no file in $2 holds any of it" grep -rFf traces "$2"
	find "$2" >names
	status 1 "nor does a name of a file" grep -Ff traces names
	traces_leaf=$(sed -n "s/^{\"schema.*\"id\":\"$1\",\"kind\".*/&/p" asked.jsonl |
		jq -cj 'del(.split)' | sha256sum | cut -c 1-64)
	status 1 "nor is the hash of the record there" grep -r "$traces_leaf" "$2"
}

# One is removed ---------------------------------------------------------------
split sha256-threshold/1 -f 20,40 >first.jsonl
release first <first.jsonl
traces f0007
ok "what will be gone is there before" grep -rqFf traces first
ok "one is removed" mkrelease --previous first --remove f0007 -o second
cmp -s out /dev/null && cmp -s err /dev/null
ok "and nothing is said" test $? -eq 0
ok "what is left is a release" ckrelease second
says "of the next major version" '^release .*palimpsest@2\.0\.0$' out
says "the summary counts" '29 fictitious, 0 celebrity, 4 stranger; 1 removed$' out
gone f0007 second
ok "the folder of their images is gone, too" test ! -e second/images/f0007
echo '{"release":"1.0.0","leaf":6}' >want
same "a leaf and a release are what is left" want second/removed.jsonl
jq -r .removed second/manifest.json >got && echo 1 >want
same "the manifest has the number" want got
head -n 1 second/log/checkpoint >got && echo palimpsest/2 >want
same "the log has another origin" want got
grep -v f0007 first/people.jsonl | jq -c 'del(.split)' >want
jq -c 'del(.split)' second/people.jsonl >got
same "the others are as they were" want got
ok "ckrelease --since tells who left" ckrelease --since first second
says "one alone" ': 0 added, 1 removed, 0 changed$' out
says "by id, for whoever has the old one" '^removed    f0007$' out
for list in first/splits/*.txt; do
	grep -vx f0007 "$list" >want
	same "the threshold moves nobody else in $(basename "$list")" want \
		"second/splits/$(basename "$list")"
done
head -n 1 second/manifest.json | sed 's/$/]}/' | jq -r '.steps[] | .tool,
	.options[1]' | paste -s -d ' ' - >got
echo 'mkprofiles 30 mkprofiles stranger mkqa mksplit 29' |
	sed 's/mkqa/mkqa null/' >want
same "the steps made thirty, and split those who stay" want got
ok "the old one is as it was" ckrelease -q first

# More of them -----------------------------------------------------------------
status 1 "who is not there cannot be removed" \
	mkrelease --previous second --remove f0007 -o third
says "that is told" '^mkrelease: second/people.jsonl: there is no f0007$' err
ok "and nothing is made" test ! -e third
jq -r 'select(.kind == "stranger") | .id' asked.jsonl | sed -n 2p >stranger
printf 'f0030\n%s\n' "$(cat stranger)" >ids
ok "two more by a file, one of them a stranger" \
	mkrelease --previous second --remove-list ids -o third
ok "that is a release, too" ckrelease third
says "of the next major version again" 'palimpsest@3\.0\.0$' out
says "the numbers are right" '28 fictitious, 0 celebrity, 3 stranger; 3 removed$' out
cat >want <<'END'
{"release":"1.0.0","leaf":6}
{"release":"2.0.0","leaf":28}
{"release":"2.0.0","leaf":30}
END
same "tombstones are kept, each of its own release" want third/removed.jsonl
gone f0007 third
gone f0030 third
gone "$(cat stranger)" third
grep -n f0030 second/people.jsonl | cut -d : -f 1 | sed 1q >got && echo 29 >want
same "a leaf is the line in that release, from 0" want got
for list in forget_20 forget_40 retain_60 retain_80; do
	grep -vx -e f0007 -e f0030 first/splits/$list.txt >want
	same "nobody else is moved in $list" want third/splits/$list.txt
done
ok "both at once come to the same people" \
	mkrelease --previous first --remove "f0030,f0007,$(cat stranger)" -o atonce
same "to the byte" third/people.jsonl atonce/people.jsonl
cp -r first place
ok "a release can take the place of its own" \
	mkrelease --previous place --remove f0007 -o place --replace
ok "and is the same" diff -r second place

# What is not in the file cannot be missing ------------------------------------
# broken FILE COMMAND  a copy of third with another removed.jsonl, sums made anew.
broken() {
	rm -rf copy && cp -r third copy
	"$@" <third/removed.jsonl >copy/removed.jsonl
	size=$(wc -c <copy/removed.jsonl)
	sum=$(sha256sum <copy/removed.jsonl | cut -c 1-64)
	sed -E -i "s/(\"path\":\"removed.jsonl\",\"bytes\":)[0-9]+(,\"sha256\":\")[0-9a-f]+/\1$size\2$sum/; 1s/\"removed\":3/\"removed\":$(wc -l <copy/removed.jsonl)/" \
		copy/manifest.json
	(cd copy && cut -c 67- SHA256SUMS | xargs sha256sum >../sums &&
		mv ../sums SHA256SUMS)
}
broken cat
ok "a copy is right" ckrelease -q copy
broken sed 1d
status 1 "whoever was made is there, or has a tombstone" ckrelease copy
says "that is told" \
	'manifest.json:1: steps of mkprofiles make 4 people of kind stranger' err
rm -rf copy && cp -r third copy && rm copy/removed.jsonl
status 1 "no tombstones at all are told" ckrelease copy
says "as a gap" 'copy/people.jsonl: of 28 fictitious people none has the index 7' err
broken sed 's/2\.0\.0/3.0.0/'
status 1 "nobody was removed from the release itself" ckrelease copy
says "that is told" 'removed.jsonl:3: is of a release that this one cannot' err
# shellcheck disable=SC2016  # that is awk's
broken awk '{ l[NR] = $0 } END { print l[1]; print l[3]; print l[2] }'
status 1 "tombstones are in order" ckrelease copy
says "a line that is not is told" 'removed.jsonl:3: is not behind' err
for change in 's/6/06/' 's/6/"6"/' 's/}/ }/' 's/6/6,"id":"f0007"/' 's/1\.0/1/' \
	's/$/x/'; do
	broken sed "1$change"
	status 1 "a line is a tombstone to the byte: $change" ckrelease copy
	says "the line is told" 'removed.jsonl:1: is no tombstone' err
done
broken true
status 1 "an empty file is none" ckrelease copy
says "it is told" 'removed.jsonl: holds no tombstone' err
ckrelease --json copy >got
jq -r '.failures[].rule' got | grep -c '^removed/shape$' >count && echo 1 >want
same "by its rule" want count

# Ranks ------------------------------------------------------------------------
split sha256-rank/1 -f 20,40 --holdout 10 --by gender >ranked.jsonl
release ranked <ranked.jsonl
id=$(head -n 1 ranked/splits/forget_20.txt)
status 1 "where ranks close up, others move, which is refused" \
	mkrelease --previous ranked --remove "$id" -o moved
says "their number is told" \
	'sha256-rank/1 puts [0-9]+ others into other sets; --resplit allows' err
ok "with --resplit it is done" \
	mkrelease --previous ranked --remove "$id" -o moved --resplit
grep '^moved' out | sort >moves
ok "the release is right" ckrelease moved
grep -v "\"id\":\"$id\",\"kind\"" asked.jsonl |
	mksplit -n 29 --strangers 4 -s demo -f 20,40 --holdout 10 --by gender |
	sort >want
sort moved/people.jsonl >got
same "the split is mksplit's of those who stay" want got
jq -c '[.id, .split.sets]' ranked/people.jsonl | grep -v "\"$id\"" | sort >before
jq -c '[.id, .split.sets]' moved/people.jsonl | sort >after
comm -13 before after | jq -r '"moved      " + .[0]' >want
cut -d ' ' -f 1-7 moves >got
same "all who moved are told, and no others" want got
gone "$id" moved
status 1 "a set of nobody is refused" sh -c '
	mkprofiles -n 3 -s demo | mksplit -n 3 -s demo -f 50 |
		mkrelease -q -n 3 -o few &&
	mkrelease --previous few --remove f0001,f0002 -o fewer --resplit'
says "that is told" 'mkrelease: without those removed, ' err
mkprofiles -n 3 -s demo | mkrelease -q -n 3 -o plain || exit 99
ok "where nobody has a split, nobody moves" \
	mkrelease --previous plain --remove f0003 -o plainer
ok "the last one leaves no gap, but a tombstone" ckrelease plainer
says "that is counted" '2 fictitious.*; 1 removed$' out
status 1 "not all can be removed" \
	mkrelease --previous plain --remove f0001,f0002,f0003 -o none
says "that is told, too" 'there are no people' err

# Signed -----------------------------------------------------------------------
mkkeys -q --no-passphrase -o ours && mkkeys -q --no-passphrase -o theirs ||
	exit 99
release signed --key ours.key --name demo <first.jsonl
status 1 "what follows a signed release is signed, too" \
	mkrelease --previous signed --remove f0007 -o resigned
says "that is told" '^mkrelease: signed is signed: with --key, so is' err
status 1 "by the same key" \
	mkrelease --previous signed --remove f0007 -o resigned --key theirs.key
says "another is told" 'signed/SHA256SUMS.minisig: ' err
ok "with it, it is" \
	mkrelease --previous signed --remove f0007 -o resigned --key ours.key
ok "and authentic" ckrelease --public-key ours.pub --since signed \
	--expect demo@2.0.0 resigned
gone f0007 resigned
mkproof resigned f0008 >proof
grep '"id":"f0008","kind"' resigned/people.jsonl >record
ok "a person of it is proved" ckproof --public-key ours.pub proof record
status 1 "the one who left is not" mkproof resigned f0007

# Committed to -----------------------------------------------------------------
mkcommit -n 30 -f 40 --rule sha256-threshold/1 --series demo --round 42 \
	-o commit.json bare.jsonl && mkreveal --commit commit.json -o reveal.json \
	"$top_srcdir/tests/data/drand/quicknet-42.json" 2>/dev/null || exit 99
mksplit -n 30 -f 40 -r sha256-threshold/1 -s "$(jq -r .seed reveal.json)" \
	bare.jsonl 2>/dev/null | mkrelease -q -n 30 -o pledged \
	--commit commit.json --reveal reveal.json || exit 99
ok "a release by a commitment" ckrelease pledged
says "says so" '^origin     seed of round 42' out
ok "goes on without who is removed" \
	mkrelease --previous pledged/ --remove f0007 -o unpledged
ok "and without it" test ! -e unpledged/splits/commit.json \
	-a ! -e unpledged/splits/reveal.json
ok "that is a release" ckrelease unpledged
says "of a seed that counts as chosen" '^origin     seed chosen by publisher$' out
says "which the ladder says" 'seed not chosen by the publisher not claimed' out
status 1 "the old commitment is none to those who stay" \
	mkrelease --previous pledged --remove f0007 -o forged \
	--commit commit.json --reveal reveal.json
ok "and no release is made of it" test ! -e forged

# A release that is not right is not followed -----------------------------------
rm -rf copy && cp -r first copy && sed -i '3s/ /  /' copy/people.jsonl
status 1 "a release that is not right is not followed" \
	mkrelease --previous copy --remove f0007 -o not
says "what is wrong is told" '^mkrelease: copy/people.jsonl:3: f0003: ' err
says "and that it is not followed" '^mkrelease: copy cannot be followed$' err
ok "nothing is made" test ! -e not
status 3 "nor one that is not there" \
	mkrelease --previous absent --remove f0007 -o not

# People of one's own ------------------------------------------------------------
mkprofiles -n 31 -s demo >more.jsonl
head -n 3 more.jsonl >bare3 && head -n 4 more.jsonl >bare4
mkrelease -q -n 3 -o own1 --release 4.5.6 --name own bare3 || exit 99
ok "as the next minor version" mkrelease -n 4 -o own2 --previous own1 bare4
ok "it only appended" ckrelease --expect own@4.6.0 --since own1 own2
says "that is proved" 'only appended, 1 added \(proved\)' out
sed 2d bare4 >hole
status 1 "a gap without a tombstone is refused" \
	mkrelease -n 3 -o own3 --previous own2 hole
says "it is told" 'none has the index 2' err
ok "with who left it is right" \
	mkrelease -n 3 -o own3 --previous own2 --remove f0002 hole
ok "and a release" ckrelease --expect own@5.0.0 --since own2 own3
sed 2d more.jsonl | head -n 5 >hole5
ok "which others follow, with its tombstones" \
	mkrelease -n 5 -o own4 --previous own3 hole5
ok "that are right" ckrelease --expect own@5.1.0 --since own3 own4
same "and kept" own3/removed.jsonl own4/removed.jsonl
status 1 "who is removed may not be in the stream" \
	mkrelease -n 4 -o own5 --previous own2 --remove f0002 bare4
says "that is told" 'bare4:2: f0002: holds the id of f0002, who is to be' err
name=$(jq -r 'select(.id == "f0002").name' bare4)
jq -c --arg name "$name" \
	'if .id == "f0003" then .biography += " A friend of " + $name + "." else . end' \
	hole >telling
status 1 "nor may others tell of them" \
	mkrelease -n 3 -o own5 --previous own2 --remove f0002 telling
says "that is told with its place" \
	'^mkrelease: telling:2: f0003: holds the name of f0002, who is to be' err
for seed in one two; do
	mksplit -q -n 30 -s $seed bare.jsonl >"sets-$seed" || exit 99
done
mkrelease -q -n 30 -o sets sets-one || exit 99
status 1 "the same people are not split anew in a minor version" \
	mkrelease -n 30 -o sets2 --previous sets sets-two
says "that is told" \
	'^mkrelease: splits/splits.json: the same people are in other sets' err
says "with what may" '^mkrelease: only another major version than that of' err
ok "and nothing is made" test ! -e sets2
ok "a major version may" \
	mkrelease -n 30 -o sets2 --previous sets --release 2.0.0 sets-two
ok "and ckrelease agrees" ckrelease --since sets sets2
mksplit -q -n 31 -s one more.jsonl >sets-more || exit 99
ok "more people may be split by the same rule and seed" \
	mkrelease -n 31 -o sets3 --previous sets sets-more
ok "as ckrelease finds" ckrelease --since sets sets3
mksplit -q -n 31 -s two more.jsonl >sets-more || exit 99
status 1 "but by no other" \
	mkrelease -n 31 -o sets4 --previous sets sets-more
jq -c 'if .id == "f0002" then .biography += " Late." else . end' bare4 >edited
status 1 "nor is a record changed in a minor version" \
	mkrelease -n 4 -o own5 --previous own1 edited
says "that is told, too" 'log/checkpoint: .* did not only append' err
status 1 "an earlier version does not follow" \
	mkrelease -n 4 -o own5 --previous own2 --release 4.6.0 bare4
says "that is told" 'own@4\.6\.0 does not come after own@4\.6\.0' err
status 1 "nor does a minor one, where somebody is removed" \
	mkrelease --previous own2 --remove f0002 --release 4.7.0 -o own5
says "that is told, too" 'removes people, and has the major version of' err
status 1 "nor one of another name" \
	mkrelease -n 4 -o own5 --previous own2 --name other bare4
says "the name is told" 'has not the name of own@4\.6\.0' err

# Mistakes -----------------------------------------------------------------------
status 2 "--remove needs --previous" mkrelease --remove f0001 -o not
status 2 "--previous alone needs a stream" mkrelease --previous own2 -o not
status 2 "a stream needs its number" \
	mkrelease --previous own2 --remove f0002 -o not bare4
status 2 "--resplit is for the people that are there" \
	mkrelease -n 3 --previous own2 --remove f0002 --resplit -o not hole
for ids in '' ',' 'f0001,' 'f0001 f0002' F0001; do
	status 2 "no list of ids: '$ids'" \
		mkrelease --previous own2 --remove "$ids" -o not
done
status 1 "an id that is there twice" \
	mkrelease --previous own2 --remove f0001,f0001 -o not
echo 'f0001 ' >ids
status 1 "a file that holds no ids" \
	mkrelease --previous own2 --remove-list ids -o not
says "is told with the line" '^mkrelease: ids:1: is no id$' err
status 3 "a file that is not there" \
	mkrelease --previous own2 --remove-list absent -o not

# Made again --------------------------------------------------------------------
cat bare.jsonl strangers.jsonl | mkqa | mksplit -q -n $people --strangers 4 \
	-s demo -r sha256-threshold/1 -f 20,40 >text.jsonl || exit 99
rm -rf third
mkrelease -q -n $people --strangers 4 -o text text.jsonl || exit 99
mkrelease -q --previous text --remove "f0007,$(cat stranger)" -o third ||
	exit 99
ok "those who stay can be made again" "$top_srcdir/recipes/rebuild" third
says "that is the rung that ckrelease leaves open" \
	'^records regenerated pass$' out
rm -rf copy && cp -R third copy
sed -i '1s/"health":"[^"]*"/"health":"good"/' copy/people.jsonl
status 1 "not with another fact" "$top_srcdir/recipes/rebuild" copy
says "which is told" '^rebuild: copy/people.jsonl the rebuilt' err
broken sed 1d
status 1 "nor with a tombstone less" "$top_srcdir/recipes/rebuild" copy
says "for then it is no release" 'steps of mkprofiles make 4' err
finish
