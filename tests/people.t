#!/bin/sh
# What a hundred thousand people are like: their facts agree (tests/rules.tsv),
# shares and quotas hold, names and addresses are their own.
. "$(dirname "$0")/lib.sh"

data=$top_srcdir/tests/data
world=$top_srcdir/templates/world
: >nothing
table() { awk -f "$data/facts.awk" "$@"; }

# empty DESCRIPTION FILE  passes if the file has no line but comments.
empty() {
	grep -v '^#' "$2" >said
	same "$1" nothing said
	sed 's/^/# /' said | head -n 5
}

# The columns that facts.awk cuts out are the members that a JSON reader sees.
mkprofiles -n 200 -s people >few
table few | cut -f 2-23,24,25,26-37,41 | tail -n +2 >got
if command -v jq >/dev/null; then
	jq -r '. as $p | .facts as $f | $f.appearance as $a | [.id, .kind, .name,
		($f | .gender, .birth_date, .birth_place, .residence, .occupation,
		.employer, .education, .income, .height_cm, .health,
		.father_occupation, .mother_occupation, .hobby, .pet,
		.favourite_food, .favourite_place, .email, .phone),
		($a | .age_band, .presentation, .skin_tone, (.hair | .style,
		.texture, .colour, .grey), .glasses, .facial_hair, .eye_colour,
		.build, .face_shape, .expression, .clothing.garment,
		.clothing.colour), .provenance.index] | @tsv' few >want
	same "jq reads the same members" want got
else
	skip "jq reads the same members" "jq is not installed"
fi

mkprofiles -n 100000 -s people | table >crowd
ok "100,000 people are there" test "$(wc -l <crowd)" -eq 100001

# Their facts agree -----------------------------------------------------------
awk -F '\t' 'BEGIN { print "surname\ttradition" }
	FNR > 3 && $1 == "s" {
		t = FILENAME
		gsub(/.*\/|\.tsv$/, "", t)
		print $2 "\t" t
	}' "$world"/names/*.tsv >surnames.tsv
agree() { # agree FILE  prints the breaches of a table of people.
	awk -f "$data/rules.awk" kind=rules "$top_srcdir/tests/rules.tsv" \
		kind=table surnames.tsv "$world/cities.tsv" \
		"$world/countries.tsv" "$world/schools.tsv" \
		"$world/occupations.tsv" "$world/income.tsv" \
		"$world/genders.tsv" "$world/health.tsv" \
		"$world/appearance.tsv" "$world/conflicts.tsv" \
		kind=people "$1"
}
agree crowd >breaches
cut -f 2 "$top_srcdir/tests/rules.tsv" | tail -n +4 >rules
while read -r rule; do
	grep "^$rule: " breaches >said
	same "all agree: $rule" nothing said
done <rules
empty "and no rule is broken that has no name" breaches
# A person who breaks it is found, rule by rule.
head -n 2 crowd | awk 'BEGIN { FS = OFS = "\t" }
	NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print; next }
	{
		$at["age"] = 18
		$at["height_cm"] = 299
		$at["residence"] = $at["birth_place"] = "Accra, Ghana"
		$at["surname"] = "Abbott"
		$at["mother_occupation"] = $at["father_occupation"]
		$at["currency"] = "EUR"
		$at["presentation"] = "none"
		$at["health"] = "dog allergy"
		$at["pet"] = "beagle"
		print
	}' >impossible
agree impossible >breaches
ok "the rules find an impossible person" test "$(wc -l <breaches)" -ge 10
says "whose name is not at home there" '^born where the name' breaches
says "who is paid in other money" '^paid in the money' breaches
says "who keeps a pet all the same" '^not allergic to the pet' breaches

# Shares ----------------------------------------------------------------------
awk -v limit=0.022 -f "$data/shares.awk" crowd >shares
empty "no value of a fact is held by more than 2.2 % of 100,000" shares
grep '^#' shares
# Those of the facts that conditions make uneven stay within bounds.
share() { # share FACT FILE  prints each value's number, the smallest first.
	awk -F '\t' -v fact="$1" 'NR == 1 {
			for (i = 1; i <= NF; i++) if ($i == fact) at = i
			next
		}
		{ n[$at]++ }
		END { for (v in n) print n[v] "\t" v }' "$2" | sort -n
}
share occupation crowd >shares
awk 'NR == 1 { least = $1 } END { print "# " least " to " $1
	exit 4 * least < $1 }' shares >said
ok "no job is four times as common as another" test $? -eq 0
cat said
share income crowd >shares
awk 'NR == 1 { least = $1 } END { print "# " least " to " $1
	exit least < 150 || $1 > 1800 }' shares >said
ok "each income is that of 0.15 % to 1.8 %" test $? -eq 0
cat said
for seed in one two three four five; do
	mkprofiles -n 500 -s $seed | table >p_$seed
	awk -v limit=0.05 -f "$data/shares.awk" p_$seed >shares
	empty "none is held by more than 5 % of 500, seed $seed" shares
	alone=$(share income p_$seed | grep -c '^1	')
	ok "few of 500 have an income of their own, seed $seed: $alone" \
		test "$alone" -le 20
	awk -f "$data/probes.awk" kind=probes \
		"$top_srcdir/templates/questions/probe.tsv" \
		kind=people p_$seed >shares
	tail -n 1 shares >said
	read -r shared all <said
	ok "a probe's facts fit one of 500, but for 1 in 1000, seed $seed" \
		test $((shared * 1000)) -le "$all"
done
ok "--domains says what facts are drawn from" mkprofiles --domains
cp out domains
for fact in birth_place residence occupation employer education height_cm \
	health father_occupation mother_occupation hobby pet favourite_food \
	favourite_place; do
	values=$(sed -n "s/^$fact	\([0-9]*\) values$/\1/p" domains)
	ok "$fact has 60 to 150 values: $values" \
		test "$values" -ge 60 -a "$values" -le 150
done
# An income is one of 60 amounts in one of two currencies.
grep -c '000	' "$world/income.tsv" >got
echo 60 >want
same "there are 60 amounts of income" want got
says "in each of two currencies" '^income	120 values$' domains
capacity=$(sed -n 's/^name	\([0-9]*\) people.*/\1/p' domains)
ok "there are names for 300,000: $capacity" test "$capacity" -ge 300000

# Dates, phones -----------------------------------------------------------------
awk -f "$data/dates.awk" crowd >dates
empty "all days of birth are real, and each is as likely" dates
grep '^#' dates
cut -f 22 crowd | tail -n +2 >phones
grep -Ev '^\+1 [2-9][0-9][0-9] 555 01[0-9][0-9]$' phones >said
same "phone numbers are in the reserved range" nothing said
lacks "no area code ends in 11" '^\+1 .11 ' phones
for seed in one two three; do
	cut -f 22 p_$seed | sort | uniq -d >said
	same "no two of 500 have one number, seed $seed" nothing said
done
head -n 79200 phones | sort | uniq -d >said
same "nor do two of 79,200" nothing said

# Quotas ------------------------------------------------------------------------
{
	awk 'BEGIN { FS = OFS = "\t" } FNR > 3 { print "gender", $1, $2 }' \
		"$world/genders.tsv"
	for decade in 0 1 2 3 4 5; do
		printf 'decade\t%s\t1\n' $decade
	done
	awk 'BEGIN { FS = OFS = "\t" } FNR > 3 {
		print "tradition", $1, 1
		regions[$2]++
	}
	END { for (r in regions) print "region", r, regions[r] }' \
		"$world/traditions.tsv"
	awk 'BEGIN { FS = OFS = "\t" }
	/^(skin_tone|glasses|hair_colour|hair_texture)\t/ { print $1, $2, $3 }' \
		"$world/appearance.tsv"
} >quotas
awk 'BEGIN { FS = OFS = "\t" }
	FILENAME ~ /traditions/ { region[$1] = $2; next }
	FILENAME ~ /surnames/ { tradition[$1] = $2; next }
	FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i
		print $0, "decade", "tradition", "region"; next }
	{
		t = tradition[$at["surname"]]
		print $0, int((substr($at["birth_date"], 1, 4) - 1946) / 10), t, \
			region[t]
	}' "$world/traditions.tsv" surnames.tsv crowd >placed
awk -f "$data/quotas.awk" kind=shares quotas kind=people placed >off
for trait in gender decade tradition region skin_tone glasses hair_colour \
	hair_texture; do
	grep "^$trait " off >said
	same "$trait keeps its shares to within one at every hundred" nothing said
done
empty "and nothing else is off" off
sed '5d' placed | awk -f "$data/quotas.awk" kind=shares quotas kind=people - \
	>off
ok "a person too few is found" test -s off
# A stretch of its own: people 12,301 to 12,500 of another seed.
mkprofiles -n 20000 -s other --range 12301-12500 | table |
	cut -f 5,25 >stretch
awk 'NR > 1 { n[$1]++; n[$2]++ }
	END { print n["female"], n["male"], n["nonbinary"], n[1], n[10] }' \
	stretch >got
echo 98 98 4 20 20 >want
same "any two hundred from a full hundred on have their shares" want got

# Three hundred thousand names ----------------------------------------------------
rm -f crowd placed phones
{
	mkprofiles -n 200000 -s people
	mkprofiles -n 50000 --kind stranger -s people
	mkprofiles -n 50000 --kind auxiliary -s people
} | awk -F '"' '{ print $8 "\t" $16 "\t" $84 "\t" substr($171, 2) + 0 }' >all
ok "300,000 people are there" test "$(wc -l <all)" -eq 300000
cut -f 2 all | sort | uniq -d >said
same "no two have one name" nothing said
cut -f 3 all | sort | uniq -d >said
same "no two have one e-mail address" nothing said
cut -f 3 all | grep -Ev '^[a-z]+[1-9][0-9]{3}@example\.org$' >said
same "all addresses are plain, at example.org" nothing said
cut -f 1 all | sort | uniq -d >said
same "no two have one id" nothing said
awk -F '\t' '$4 != NR' all >said
same "indices run from 1 to 300,000 over the three kinds" nothing said
grep -v '^#' "$world/avoid.txt" | sort >avoided
cut -f 2 all | sort | comm -12 - avoided >said
same "nobody has the name of somebody well known" nothing said
finish
