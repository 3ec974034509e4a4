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
		sed -n '/^while/,/^head/p' >got
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

grep -E '^[0-9a-f]{64} ' "$page" >shown
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
