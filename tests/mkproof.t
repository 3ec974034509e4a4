#!/bin/sh
# mkproof and ckproof: a record and its proof, without the release; and the log
# that proofs come from.
. "$(dirname "$0")/lib.sh"
needs jq

mkprofiles -n 600 -s demo >unsplit
mksplit -n 600 -s demo unsplit >people || exit 99
mkkeys -q --no-passphrase -o ours && mkkeys -q --no-passphrase -o theirs ||
	exit 99
mkrelease -q -n 600 --key ours.key -o signed people || exit 99
mkrelease -q -n 600 -o plain people || exit 99
head -n 5 unsplit | mkrelease -q -n 5 -o small || exit 99

# The log --------------------------------------------------------------------
(cd signed/log && find . -type f | sort) >got
cat >want <<'END'
./checkpoint
./tile/0/000
./tile/0/001
./tile/0/002.p/88
./tile/1/000.p/2
./tile/entries/000
./tile/entries/001
./tile/entries/002.p/88
END
same "600 people make the tiles that C2SP says" want got
head -n 4 signed/log/checkpoint >got
same "signing a checkpoint adds its line, and nothing else" \
	plain/log/checkpoint got
says "the key is named by the origin" '^— palimpsest/1 [A-Za-z0-9+/]+=*$' \
	signed/log/checkpoint
mkrelease -q -n 600 -o unsplit-log unsplit
same "the log of people who are not split is the same" \
	plain/log/checkpoint unsplit-log/log/checkpoint
mkrelease -q -n 600 --name other --release 12.3.4 -o named people
printf 'other/12\n' >want && head -n 1 named/log/checkpoint >got
same "the origin is name and major version of the release" want got

# leaves_of FILE  prints the leaves of the records, by sha256sum.
leaves_of() {
	jq -r .id "$1" >ids
	jq -c 'del(.split)' "$1" | while IFS= read -r line; do
		printf '%s' "$line" | sha256sum | cut -c 1-64
	done | paste -d '  ' - /dev/null ids
}
head -n 5 unsplit >five && leaves_of five >want
tr '\0' '\n' <small/log/tile/entries/000.p/5 | cut -c 2- | sed 1d >got
same "the entries are what sha256sum prints of the record bytes" want got

# Proofs ---------------------------------------------------------------------
bad=0
for id in f0001 f0002 f0255 f0256 f0257 f0300 f0511 f0512 f0513 f0599 f0600; do
	mkproof signed $id >$id.tlog-proof &&
		sed -n "/\"id\":\"$id\"/p" people >$id.jsonl &&
		ckproof -q --public-key ours.pub $id.tlog-proof $id.jsonl >out 2>err &&
		grep -qx 'record included; split as claimed' out || bad=$((bad + 1))
done
ok "the proofs of people at both ends of tiles hold" test $bad -eq 0
says "a proof begins as C2SP says" '^c2sp.org/tlog-proof@v1$' f0300.tlog-proof
says "then says where the leaf is" '^index 299$' f0300.tlog-proof
sed '1,/^$/d' f0300.tlog-proof >got
same "and ends in the checkpoint, as it is" signed/log/checkpoint got
ok "many come from mkproof as quickly" sh -c 'mkproof signed f0300 >again'
same "and the same each time" f0300.tlog-proof again

if command -v strace >/dev/null && [ "$sanitizers" != yes ] &&
	strace -o trace true 2>/dev/null; then
	strace -f -e trace=openat -o trace mkproof signed f0300 >/dev/null
	grep -c 'NONBLOCK' trace >opened
	ok "of a log of 600, fewer than ten files are read" \
		test "$(cat opened)" -lt 10
else
	skip "of a log of 600, fewer than ten files are read" "no strace"
fi

# What ckproof says ------------------------------------------------------------
ckp() { ckproof -q "$@"; }
mkproof plain f0300 >plain.proof
ok "a record without its split is included, too" sh -c \
	'sed -n 300p unsplit | ckproof -q --public-key ours.pub f0300.tlog-proof'
printf 'record included; no split claimed\n' >want
same "and it is said that no split was claimed" want out
ok "without a public key the verdict" ckp f0300.tlog-proof f0300.jsonl
says "is self-signed" '^self-signed: record included; split as claimed; ' out
ok "and for a log that nobody signed" ckp plain.proof f0300.jsonl
says "it is unsigned" '^unsigned: record included; split as claimed; ' out
ok "the proof may come from a pipe" \
	sh -c 'mkproof signed f0300 | ckproof - f0300.jsonl'
says "the summary names the record" '^record +f0300$' out
says "and the log" '^log +palimpsest/1$' out
says "and the leaf" '^leaf +299, of 600$' out
says "and the split" '^split +\{"rule":"sha256-rank/1","seed":"demo",' out
ok "the log may be asked for by its origin" \
	ckp --origin palimpsest/1 f0300.tlog-proof f0300.jsonl
mksplit -n 600 -s demo -r sha256-threshold/1 unsplit >below 2>/dev/null
sed -n 300p below >below.jsonl
ok "a split by thresholds" \
	ckp --public-key ours.pub f0300.tlog-proof below.jsonl
printf '%s\n' 'record included; split as claimed; the split follows from the '\
'seed it states' | paste -s -d '\0' >want
same "is as claimed: anybody may have written it" want out
for known in '-s demo' '-r sha256-threshold/1'; do
	# shellcheck disable=SC2086
	ok "so it is with $known alone" \
		ckp --public-key ours.pub $known f0300.tlog-proof below.jsonl
	same "with nothing proved" want out
done
thresholds='-r sha256-threshold/1 -s'
# shellcheck disable=SC2086
ok "with the rule and the seed that are known" ckp --public-key ours.pub \
	$thresholds demo f0300.tlog-proof below.jsonl
printf 'record included; split proved\n' >want
same "the split is proved" want out
ok "by another rule, with rule and seed," ckp --public-key ours.pub \
	-r sha256-rank/1 -s demo f0300.tlog-proof f0300.jsonl
printf 'record included; split as claimed\n' >want
same "it stays as claimed" want out
printf '%s' "$(cat f0300.jsonl)" >open.jsonl
ok "a last line without an end is a record" ckp f0300.tlog-proof open.jsonl

# What is refused -------------------------------------------------------------
# refuses DESCRIPTION PATTERN ARGUMENT...  passes if ckproof ends in 1, prints
# no verdict, and says one line that matches.
refuses() {
	what=$1 pattern=$2
	shift 2
	ckproof "$@" >out 2>err </dev/null
	code=$?
	if [ $code -eq 1 ] && [ ! -s out ] && [ "$(wc -l <err)" -eq 1 ] &&
		grep -Eq -e "$pattern" err; then
		result ok "$what is refused"
	else
		result "not ok" "$what is refused"
		echo "# status $code, wanted 1 and $pattern"
		sed 's/^/# /' out err | head -n 5
	fi
}
proof=f0300.tlog-proof
refuses "another key" 'the public key did not sign' --public-key theirs.pub \
	$proof f0300.jsonl
refuses "a log that nobody signed, with a key," 'that nobody signed' \
	--public-key ours.pub plain.proof f0300.jsonl
refuses "a signature that is required, and no key," 'no public key given' \
	--require-signature $proof f0300.jsonl
refuses "another origin" 'of the log palimpsest/1, not of palimpsest/2' \
	--origin palimpsest/2 $proof f0300.jsonl
refuses "another seed than the one known" 'f0300: split: its seed is not' \
	-s other $proof f0300.jsonl
refuses "another rule" \
	'f0300: split: its rule is sha256-threshold/1, not sha256-rank/1' \
	-r sha256-rank/1 $proof below.jsonl
seed=0
while mksplit -n 600 -s $seed -r sha256-threshold/1 unsplit 2>/dev/null |
	sed -n 300p >spared && ! grep -q '"forget_05"' spared; do
	seed=$((seed + 1))
done
# shellcheck disable=SC2086
refuses "a split by a seed that somebody chose" 'its seed is not' \
	--public-key ours.pub $thresholds demo $proof spared
sed -n 300p unsplit >changed
refuses "a record without a split, where its seed is known," \
	'split: there is none' -s demo $proof changed
refuses "the same, where its rule is" 'split: there is none' \
	-r sha256-rank/1 $proof changed
refuses "another person's record" 'f0512: the proof is not one of' \
	$proof f0512.jsonl
refuses "no record at all" 'there is no record' $proof
cat f0300.jsonl f0300.jsonl >two
refuses "two records" 'two:2: one record' $proof two
sed 's/"name"/"nom"/' f0300.jsonl >changed
refuses "a record with another member" 'the proof is not one of' $proof changed
sed 's/,"facts"/, "facts"/' f0300.jsonl >changed
refuses "a record with a blank more" 'the proof is not one of' $proof changed
sed 's/"rank":[0-9]*/"rank":599/' f0300.jsonl >changed
refuses "a rank whose sets are others" 'split: ' $proof changed
sed 's/"rank":[0-9]*/"rank":601/' f0300.jsonl >changed
refuses "a rank beyond all people" 'split: ' $proof changed
sed 's/retain_95/forget_05/;t;s/forget_05/retain_95/' f0300.jsonl >changed
refuses "a set that does not follow" 'split: ' $proof changed
sed 's/forget_05/x/;s/retain_95/forget_05/;s/"x"/"retain_95"/' below.jsonl \
	>changed
refuses "a set that the thresholds do not give" 'split: ' $proof changed
jq -c 'select(.split.sets[0] == "forget_05")' below | head -n 1 >forgotten
id=$(jq -r .id forgotten)
mkproof signed "$id" >forgotten.proof
jq -c '.split.sets = ["retain_95","retain_90","retain_85"]' forgotten >changed
refuses "a person of the forget set who says to be kept" 'split: ' \
	forgotten.proof changed
echo '{}' >changed
refuses "an object that is no record" 'changed:1: ' $proof changed
echo 'x' >changed
refuses "a line that is no JSON" 'changed:1: ' $proof changed

# edited DESCRIPTION PATTERN SED  the proof, changed, with the key.
edited() {
	sed "$3" $proof >changed.proof
	cmp -s $proof changed.proof && what="$1 (changes nothing)" || what=$1
	refuses "$what" "$2" --public-key ours.pub changed.proof f0300.jsonl
}
edited "a proof of another version" 'does not begin' '1s/v1/v2/'
edited "a proof with extra data" 'extra data' '1a extra AAAA'
edited "another index" 'the proof is not one of' '2s/299/298/'
edited "an index with a zero in front" 'no index' '2s/299/0299/'
edited "a hash less" 'the proof is not one of' '3d'
edited "a hash twice" 'the proof is not one of' '3p'
edited "a hash that is none" 'no hash' '3s/^..../AAA/'
edited "two hashes in the other order" 'the proof is not one of' '3{h;d};4G'
edited "the log's size" "not the public key's" 's/^600$/601/'
edited "the log's origin" 'did not sign' 's,^palimpsest/1$,palimpsest/2,'
edited "a line that extends the checkpoint" 'more than three lines' \
	'/^600$/{n;s/$/\nmore/}'
edited "the signature's name" 'did not sign' 's,^\(— palimpsest/\)1,\12,'
edited "the signature gone" 'nobody signed' '/^—/d'
edited "the blank line gone" 'the proof has' '/^$/d'
edited "a proof with carriage returns" 'the proof ' 's/$/\r/'
head -c -1 $proof >changed.proof
refuses "a proof without its last line end" 'line end' changed.proof f0300.jsonl
: >changed.proof
refuses "an empty proof" 'does not begin' changed.proof f0300.jsonl
head -c 3000000 /dev/zero >changed.proof
status 1 "a proof of three megabytes ends in 1" \
	ckproof changed.proof f0300.jsonl
{
	cat $proof
	awk 'BEGIN { for (i = 1; i <= 16; i++)
		print "— witness.example/" i " AAAAAAA=" }'
} >witnessed.proof
ok "signatures of sixteen witnesses are passed over" \
	ckp --public-key ours.pub witnessed.proof f0300.jsonl

# Every bit of the small files, at places spread by a fixed rule.
held=0 place=5
size=$(wc -c <$proof)
while [ $place -lt "$size" ]; do
	cp $proof changed.proof
	byte=$(od -An -tu1 -j $place -N 1 $proof)
	# shellcheck disable=SC2059  # an octal escape
	printf "\\$(printf %03o $((byte ^ (1 << (place % 8)))))" |
		dd of=changed.proof bs=1 seek=$place conv=notrunc 2>/dev/null
	ckproof -q --public-key ours.pub changed.proof f0300.jsonl >out 2>err
	[ $? -eq 1 ] || held=$((held + 1))
	place=$((place + 7))
done
ok "no bit of a signed proof can be changed" test $held -eq 0

# mkproof: who is not there, and logs that are not right ----------------------
status 1 "an id that nobody has ends in 1" mkproof signed f0601
says "and is told" '^mkproof: signed: f0601: nobody of this id' err
same "with nothing on stdout" /dev/null out
for id in a zzz f000 f00011 f0300_; do
	status 1 "nobody has the id $id" mkproof signed $id
done
status 2 "an id that can be none ends in 2" mkproof signed F0001
status 3 "a release that is not there ends in 3" mkproof none f0001
mkdir empty
status 1 "a folder without a log ends in 1" mkproof empty f0001
says "and what is missing is told" 'empty/log/checkpoint: the file is miss' err

# spoiled DESCRIPTION PATTERN  the copy gives no proof.
spoiled() {
	mkproof copy f0300 >out 2>err
	code=$?
	if [ $code -eq 1 ] && [ ! -s out ] && grep -Eq "^mkproof: copy/log.*$2" err
	then
		result ok "$1 gives no proof"
	else
		result "not ok" "$1 gives no proof"
		sed 's/^/# /' err | head -n 5
	fi
}
fresh() { rm -rf copy && cp -a signed copy; }
fresh && printf 'x' | dd of=copy/log/tile/0/001 bs=1 seek=9000 conv=notrunc \
	2>/dev/null
spoiled "a tile too large" 'larger than'
fresh && printf 'x' | dd of=copy/log/tile/0/001 bs=1 seek=1500 conv=notrunc \
	2>/dev/null
spoiled "a byte of a tile" 'do not belong together'
fresh && truncate -s 100 copy/log/tile/0/001
spoiled "a tile cut" 'so many hashes'
fresh && truncate -s 100 copy/log/tile/entries/001
spoiled "entries cut" 'fewer leaves'
fresh && rm copy/log/tile/1/000.p/2
spoiled "a tile gone" 'missing'
fresh && sed -i 's/^600$/601/' copy/log/checkpoint
spoiled "a checkpoint of more leaves" 'missing'
fresh && sed -i 's/^600$/18446744073709551615/' copy/log/checkpoint
spoiled "a checkpoint of all leaves there can be" 'missing'
fresh && sed -i 's/^600$/0/' copy/log/checkpoint
status 1 "a log of nobody gives no proof" mkproof copy f0300
fresh && mv copy/log/tile moved && ln -s "$work/moved" copy/log/tile
spoiled "a folder that is a link" 'a link'
rm -rf moved
fresh && rm copy/log/tile/0/001 && mkfifo copy/log/tile/0/001
spoiled "a pipe" 'a link, or no regular file'
fresh && LC_ALL=C sed -i 's/  f0301/  F0301/' copy/log/tile/entries/001
spoiled "a leaf that is nobody's" 'not that of a person'
fresh && rm -r copy/people.jsonl copy/manifest.json copy/splits
ok "mkproof needs the log only" sh -c 'mkproof copy f0300 >again'
same "for the same proof" $proof again

status 3 "mkproof on a full disk ends in 3" \
	sh -c 'mkproof signed f0300 >/dev/full'
status 3 "and ckproof, too" sh -c \
	'ckproof f0300.tlog-proof f0300.jsonl >/dev/full'
status 3 "a proof that is not there ends in 3" ckproof none f0300.jsonl
status 3 "so does a record" ckproof $proof none
status 3 "and a key" ckproof --public-key none $proof f0300.jsonl
status 1 "a key that is none ends in 1" ckproof --public-key $proof $proof \
	f0300.jsonl
status 2 "two proofs of nothing end in 2" ckproof $proof f0300.jsonl more
status 2 "nor can all come from stdin" ckproof - -
status 2 "nor nothing be checked" ckproof
for origin in '' 'x y' 'x+y'; do
	status 2 "no log has the origin '$origin'" \
		ckproof --origin "$origin" $proof f0300.jsonl
done
status 2 "nor a split the rule dice/1" ckproof -r dice/1 $proof f0300.jsonl
status 2 "or an empty seed" ckproof -s '' $proof f0300.jsonl
finish
