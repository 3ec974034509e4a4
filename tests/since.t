#!/bin/sh
# ckrelease --since: how a release follows an earlier one.
. "$(dirname "$0")/lib.sh"
needs jq

mkkeys -q --no-passphrase -o ours && mkkeys -q --no-passphrase -o theirs ||
	exit 99
mkprofiles -n 600 -s demo >people || exit 99

# make FOLDER VERSION [OPTION...]  makes a release of the people on stdin.
make() {
	cat >stream
	folder=$1 version=$2
	shift 2
	mkrelease -q -n "$(wc -l <stream)" --release "$version" "$@" \
		-o "$folder" stream || exit 99
}
head -n 300 people | make old 1.0.0 --key ours.key
make new 1.1.0 --key ours.key <people

# Only appended --------------------------------------------------------------
ok "a release with more people behind the old ones is right" \
	ckrelease --since old new
says "and proved to have only appended" \
	'^since +palimpsest/1, 300 people: only appended, 300 added \(proved\); the same split$' out
ok "the old checkpoint is enough for that" \
	ckrelease --since old/log/checkpoint new
says "it is proved from the checkpoint" 'only appended, 300 added' out
ok "a release follows itself" ckrelease --since new new
says "with nobody added" 'only appended, 0 added' out
ok "with a public key, the old signature is checked" \
	ckrelease --public-key ours.pub --since old new
ckrelease --json --since old new >got
printf '%s\n' '{"verdict":"appended","origin":"palimpsest/1","people":300,"added":300,"removed":0,"changed":0,"split":"same","list":[]}' >want
jq -c .since got >since
same "JSON says it, too" want since
ckrelease --json new >got
ok "without --since there is nothing of it" jq -e '.since == null' got
for n in 1 2 3 255 256 257 511 512 513 599; do
	head -n $n people | make "at$n" 1.0.0
	ok "600 people only append to $n" ckrelease -q --since "at$n" new
done

# Changed --------------------------------------------------------------------
mkprofiles --kind stranger -n 3 -s demo >strangers || exit 99
head -n 300 people | cat - strangers >wide.jsonl
head -n 2 strangers | cat people - >wider.jsonl
make3() { # make3 FOLDER VERSION FICTITIOUS STRANGERS FILE
	mkrelease -q -n "$3" --strangers "$4" --release "$2" -o "$1" "$5" ||
		exit 99
}
make3 wide 1.0.0 300 3 wide.jsonl
make3 wider 2.0.0 600 2 wider.jsonl
make3 liar 1.1.0 600 2 wider.jsonl
mkprofiles -n 300 -s other | make another 2.0.0

ok "another major version may change anything" ckrelease --since wide wider
says "added and removed are counted" \
	'^since +palimpsest/1, 303 people: 300 added, 1 removed, 0 changed$' out
grep -E '^(added|removed)' out | sort >got
{
	mkprofiles -n 600 -s demo | tail -n 300 | jq -r '"added      " + .id'
	tail -n 1 strangers | jq -r '"removed    " + .id'
} | sort >want
same "and listed" want got
ok "with -q the ladder stands alone" ckrelease -q --since wide wider
wc -l <out >got && echo 1 >want
same "it is one line" want got
ok "people of another seed are all changed" ckrelease --since old another
says "that is counted" ' 0 added, 0 removed, 300 changed$' out
ckrelease --json --since old another >got
sed -n 7p another/people.jsonl | tr -d '\n' | sha256sum | cut -d' ' -f1 >want
jq -r '.since.list[6].new' got >new7
same "each change has the sums of both records as its witness" want new7
ok "of a checkpoint, it is only known that there are changes" \
	ckrelease --since wide/log/checkpoint wider
says "and told so" 'cannot be told from a checkpoint' out

status 1 "the same log may not lose anybody" ckrelease --since wide liar
says "the rule is told" \
	'^ckrelease: liar/log/checkpoint: has the origin of the earlier log' err
says "with the list" '^removed    s' out
status 1 "nor may it by the checkpoint alone" \
	ckrelease --since wide/log/checkpoint liar
status 1 "an earlier version does not follow a later one" \
	ckrelease --since wider wide
says "that is a rollback" 'the earlier release has a later version' err
head -n 300 people | make named 1.0.0 --name other
status 1 "nor does a release of another name" ckrelease --since old named
says "the name is told" 'one of another name' err
status 1 "nor one that another key signed" \
	ckrelease --public-key theirs.pub --since old new
make theirs 1.2.0 --key theirs.key <people
status 1 "the old log must be signed with the same key" \
	ckrelease --public-key theirs.pub --since old theirs
says "it is told" 'the earlier log is not signed with the public key' err

# What a log does not tell ---------------------------------------------------
make later 1.5.0 <people
make sooner 1.2.0 <people
ok "a minor version may follow without new people" ckrelease --since sooner later
status 1 "but not come before" ckrelease --since later sooner
says "the manifest is told" \
	'^ckrelease: sooner/manifest.json: the earlier release has a later' err
says "nothing is called proved then" '0 added \(but it does not follow\)' out
for seed in one two; do
	head -n 40 people | mksplit -q -n 40 -s $seed | make "split-$seed" 1.0.0
done
mksplit -q -n 600 -s one people | make split-more 1.1.0
status 1 "the same people may not be split anew" \
	ckrelease --since split-one split-two
says "the lists are told" 'splits.json: the same people are in other sets' err
ok "of more people, the split is another" ckrelease --since split-one split-more
says "that is said" 'added \(proved\); another split of the same rule and seed$' out
mksplit -q -n 600 -s two people | make split-seed 1.1.0
mksplit -q -n 600 -s one -f 5,10 people | make split-ratios 1.1.0
make split-none 1.1.0 <people
for other in seed ratios none; do
	status 1 "more people may not be split by another rule: $other" \
		ckrelease --since split-one split-$other
	says "that is told" 'people are split by another rule or seed' err
done
ok "people who had no split may be given one" \
	ckrelease --since split-none split-more
ok "a checkpoint tells nothing of splits" \
	ckrelease --since split-one/log/checkpoint split-two
says "that is said, too" 'splits not compared$' out

# What is not right ----------------------------------------------------------
status 3 "a release that is not there" ckrelease --since absent new
says "is told" 'cannot open absent' err
echo nonsense >bad
status 1 "a file that is no checkpoint" ckrelease --since bad new
says "is told, too" '^ckrelease: bad: the checkpoint ' err
cp -r old cut
: >cut/log/tile/entries/000
status 0 "the leaves of the old one are not needed where it only appended" \
	ckrelease --since cut new
status 1 "a log without its leaves cannot be compared" \
	ckrelease --since cut another
says "the file is told" 'holds fewer leaves than it should' err
cp -r old forged
sed 's/a  f0/b  f0/' old/log/tile/entries/000 >forged/log/tile/entries/000
status 1 "leaves that are not the checkpoint's are not believed" \
	ckrelease --since forged another
says "it is told" 'forged/log: the leaves are not those of its checkpoint' err
cp -r new broken
echo >>broken/splits.txt
status 1 "a release that is not right itself is not compared" \
	ckrelease --since old broken
says "and this is said" '^since +not checked$' out
finish
