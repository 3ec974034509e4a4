#!/bin/sh
# palimpsest-split(5): what it shows is true, and the check it gives works.
. "$(dirname "$0")/lib.sh"

page=$top_srcdir/man/palimpsest-split.5

# The text of the literal block with the check, its backslashes as they are.
awk '/^\.Bd/ { text = ""; next }
	/^\.Ed/ { if (text ~ /^while/) printf "%s", text; next }
	{ text = text $0 "\n" }' "$page" | sed 's/\\e/\\/g' >check
wc -l <check | tr -d ' ' >got
echo 3 >want
same "the check has three lines" want got

if command -v mandoc >/dev/null; then
	mandoc -T ascii "$page" | col -bx | sed 's/^ *//' |
		sed -n '/^while/,/^head/p' | sed '/^head/q' >got
	same "the page shows it as it is run here" check got
else
	skip "the page shows it as it is run here" "mandoc is not installed"
fi

awk 'BEGIN { for (i = 500; i > 0; i--) printf "f%04d\n", i }' >ids.txt
export SEED
odd=$(printf "another \047seed\047 %%s \\\\n \303\251")
for SEED in demo "$odd"; do
	sh ./check >forget_05
	sed 's/.*/{"schema":"palimpsest\/person\/1","id":"&","kind":"fictitious"}/' \
		ids.txt | mksplit -n 500 -s "$SEED" | grep '"forget_05"' |
		sed 's/.*"id":"\([^"]*\)".*"rank":\([0-9]*\),.*/\2 \1/' |
		sort -n | cut -d ' ' -f 2 >want
	same "the check finds mksplit's forget_05, in order, for <$SEED>" \
		want forget_05
	wc -l <forget_05 | tr -d ' ' >got
	echo 25 >count_wanted
	same "and 25 people" count_wanted got
done

# The other rules: all blocks of commands, in their order, by coreutils and awk.
awk '/^\.Bd/ { text = ""; next }
	/^\.Ed/ { if (text ~ /^# /) printf "%s", text; next }
	{ text = text $0 "\n" }' "$page" | sed 's/\\e/\\/g' >others
grep -c '^# ' others >got
echo 7 >want
same "the page has seven blocks for the other rules" want got

# listed SET  prints the ids of a set of the split in list order.
listed() {
	jq -r --arg set "$1" 'select(.split.sets | index($set)) |
		"\(.split.rank) \(.id)"' split.jsonl |
		sort -k 1,1n | cut -d ' ' -f 2
}

# redone NAME SET OPTION...  compares what the page made with mksplit's set.
redone() {
	name=$1 set=$2
	shift 2
	mksplit -q -n 500 "$@" people.jsonl >split.jsonl
	listed "$set" >want
	same "the page finds mksplit's $set of $name, for <$SEED>" \
		want "$name.$set"
}

shuf --random-source=/dev/zero ids.txt 2>/dev/null >mixed || tac ids.txt >mixed
mv mixed ids.txt
awk '{ printf "{\"schema\":\"palimpsest/person/1\",\"id\":\"%s\"," \
	"\"kind\":\"fictitious\",\"facts\":{\"gender\":\"%s\"}}\n", $1,
	substr($1, 5) < 4 ? "a b" : substr($1, 4) % 7 ? "c" : "d" }' \
	ids.txt >people.jsonl
ln -s "$PALIMPSEST_DATA/templates/splits/mllmu" mllmu
for SEED in demo "$odd"; do
	ok "the blocks of the page run for <$SEED>" sh -e ./others
	mksplit -n 500 -s "$SEED" people.jsonl >split.jsonl
	listed retain_95 >want
	listed forget_05 | cat - want >all
	same "the page ranks people as mksplit does" all ranks.txt
	for set in forget_05 forget_10 retain_95 retain_90; do
		redone disjoint $set -s "$SEED" -r sha256-disjoint/1 -f 5,10
	done
	for set in request_01 request_02 request_10 retain; do
		redone sequence $set -s "$SEED" -r sha256-sequence/1 \
			--sequence 5x10
	done
	for set in holdout_10 tune_05 retain_95; do
		redone aside $set -s "$SEED" --holdout 10 --tune 5
	done
	mksplit -q -n 500 -s "$SEED" -r sha256-threshold/1 people.jsonl |
		sed -n 's/.*"id":"\([^"]*\)".*"forget_05".*/\1/p' | sort >want
	sort threshold.forget_05 >got
	same "the page finds who is below a threshold, for <$SEED>" want got
	mksplit -n 500 -s "$SEED" --by gender people.jsonl >split.jsonl
	listed retain_95 >want
	listed forget_05 | cat - want >all
	same "the page finds mksplit's ranks by gender, for <$SEED>" \
		all by.ranks.txt
done
redone legacy forget_05 -r legacy/mllmu
grep -A 3 '^\.Bd' "$page" | sed -n 's/^\([0-9a-f]*\) forget_05$/\1  -/p' >want
same "the digest that the page shows is that of the list" want legacy.digest
for set in 10 15; do
	sum=$(paste -s -d , mllmu/forget_$set.txt | tr -d '\n' | sha256sum)
	ok "so is that of forget_$set" grep -q "^${sum%% *} forget_$set\$" "$page"
done

grep -E '^[0-9a-f]{64} f0' "$page" >shown
while read -r _ id; do
	printf '%s %s\n' "$(printf 'palimpsest split 1\n%s\n%s\n' demo "$id" |
		sha256sum | head -c 64)" "$id"
done <shown >got
same "the keys that the page shows are right" got shown
wc -l <shown | tr -d ' ' >got
echo 3 >want
same "there are three of them" want got

sed 's/.*"schema".*//' "$page" | grep -A 1 '^{"rule"' | tr -d '\n' >shown
echo >>shown
awk 'BEGIN { for (i = 1; i <= 500; i++)
	printf "{\"schema\":\"palimpsest/person/1\",\"id\":\"f%04d\"," \
		"\"kind\":\"fictitious\"}\n", i }' |
	mksplit -n 500 -s demo | sed -n 's/.*"split":\({.*"rank":30,.*}\)}$/\1/p' >want
same "the record that the page shows is mksplit's" want shown
finish
